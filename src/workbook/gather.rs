//! From the cells of a workbook to the text of its return, with the way back to them. Knows the layout, never a file format.

pub(super) mod headings;
mod records;
mod remarks;
mod rows;
mod sheets;

use std::collections::BTreeMap;

use super::faults::Fault;
use super::grid::{Book, Cell as Holds, Grid};
use super::layout::{Beside, Column, Layout, Shape, Sheet};
use super::node::{Node, Record, Text};
use crate::diagnostic::{Diagnostic, Stage};
use crate::intake::{self, Cell, Cells, Read, Stretch};
use crate::source::{DocumentId, Pointer};
use headings::{Headings, Target};
pub(super) use rows::EXAMPLE;
use rows::Items;

/// Reads the return of a workbook whose sheets these cells know, and of which this is to be said already.
pub(super) fn gather(name: &str, book: &Book, layout: &Layout, cells: Cells, said: Vec<Fault>) -> Read {
    let mut text = Text { cells, ..Text::default() };
    let mut faults = said;
    let sheets = sheets::find(book, layout, &mut faults);
    if sheets.iter().all(Option::is_none) {
        // What is of the whole comes first: it has no cell, and no byte of one before it.
        faults.insert(0, sheets::none_of_ours());
        let found = told(faults, &mut text, &[]);
        return intake::read_cells(name, None, text.cells, found, Vec::new());
    }
    let mut gathering = Gathering { layout, faults, items: Items::default(), text };
    let tree = gathering.whole(book, &sheets);
    let Gathering { faults, mut text, .. } = gathering;
    text.write(&Node::Record(tree), &Pointer::root(DocumentId::FIRST));
    text.json.push('\n');
    let at = std::mem::take(&mut text.faults);
    let found = told(faults, &mut text, &at);
    let Text { json, cells, unread, .. } = text;
    intake::read_cells(name, Some(json), cells, found, unread)
}

/// The faults as diagnostics. Each stands at a byte of its own after the text, which belongs to its cell.
fn told(faults: Vec<Fault>, text: &mut Text, at: &[(usize, Pointer)]) -> Vec<Diagnostic> {
    let whole = Pointer::root(DocumentId::FIRST);
    let at: BTreeMap<usize, &Pointer> = at.iter().rev().map(|(number, at)| (*number, at)).collect();
    let mut found = Vec::new();
    for (number, fault) in faults.into_iter().enumerate() {
        let start = text.json.len();
        if let Some(cell) = fault.cell {
            text.cells.mark(start, cell);
        }
        text.json.push(' ');
        let place = at.get(&number).copied().unwrap_or(&whole);
        let place = place.clone().narrowed(start..start + 1);
        found.push(Diagnostic {
            help: Some(fault.help),
            ..Diagnostic::new(fault.rule, fault.severity, Stage::Syntax, place, fault.message)
        });
    }
    found
}

struct Gathering<'l> {
    layout: &'l Layout,
    faults: Vec<Fault>,
    items: Items,
    text: Text,
}

impl Gathering<'_> {
    fn whole(&mut self, book: &Book, sheets: &[Option<usize>]) -> Record {
        let number = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
        let first = sheets.iter().flatten().next().copied().unwrap_or(0);
        let stretch = Stretch { sheet: number(first), prefix: String::new(), line: 1, across: false };
        let mut whole = Record::new(Cell { sheet: number(first), at: None }, stretch);
        for (sheet, index) in self.layout.sheets.iter().zip(sheets) {
            let Some(index) = index else { continue };
            if let Shape::Fields = sheet.shape {
                self.fields(&mut whole, sheet, &book.sheets[*index], number(*index));
            }
        }
        for (which, index) in sheets.iter().enumerate() {
            let Some(index) = index else { continue };
            if let Shape::List(list) = &self.layout.sheets[which].shape {
                self.rows(which, list, sheets, book, *index);
            }
        }
        // The innermost lists first, so that each item is whole when it goes into its own.
        for which in (0..self.layout.sheets.len()).rev() {
            let Shape::List(list) = &self.layout.sheets[which].shape else { continue };
            let Some(index) = sheets[which] else { continue };
            let cell = Cell { sheet: number(index), at: None };
            let mut lists: BTreeMap<Option<usize>, Vec<Node>> = BTreeMap::new();
            for item in self.items.all.iter_mut().filter(|item| item.sheet == which) {
                let Some(record) = item.node.take() else { continue };
                let node = match &list.short {
                    Some(short) if record.only(short) => record.pop(),
                    Some(_) | None => Some(Node::Record(record)),
                };
                lists.entry(item.parent).or_default().extend(node);
            }
            for (parent, nodes) in lists {
                let list_node = Node::List(nodes, cell);
                match parent {
                    None => {
                        let stretch = whole.stretch();
                        whole.put(&list.way, list_node, cell, &stretch);
                    }
                    Some(parent) => {
                        let around = self.items.all[parent].cell;
                        if let Some(record) = &mut self.items.all[parent].node {
                            let stretch = record.stretch();
                            record.put(&list.way, list_node, around, &stretch);
                        }
                    }
                }
            }
        }
        whole
    }

    /// A sheet with a row for each field.
    fn fields(&mut self, whole: &mut Record, sheet: &Sheet, grid: &Grid, number: u16) {
        let labels = Headings::down(sheet, grid, number, &mut self.faults);
        let mut values: BTreeMap<usize, (Cell, &Holds)> = BTreeMap::new();
        let mut own = Vec::new();
        for (row, target) in &labels.targets {
            let cell = Cell { sheet: number, at: Some((*row, labels.line)) };
            let value = grid.get(*row, labels.line);
            match target {
                Target::Column(column) => {
                    self.slots(number, &sheet.columns[*column], *row);
                    if let Some(value) = value {
                        values.insert(*column, (cell, value));
                    }
                }
                Target::Own(way) => own.extend(value.map(|value| (way, cell, value))),
                Target::Key(_) | Target::Number => {}
            }
        }
        let stretch = Stretch { sheet: number, prefix: String::new(), line: labels.line, across: false };
        self.record(whole, &sheet.columns, &values, &own, &stretch);
        self.hidden(grid, number, labels.targets.keys().copied().filter(|row| grid.get(*row, labels.line).is_some()));
    }

    /// Where a field stands, for when it is left out.
    fn slots(&mut self, sheet: u16, column: &Column, number: u32) {
        let name = column.path.join(".");
        if let Beside::Record { plain: Some(plain), .. } = &column.beside {
            self.text.cells.slot(sheet, format!("{name}.{plain}"), number);
        }
        if column.beside != Beside::OfEnglish {
            self.text.cells.slot(sheet, name, number);
        }
    }
}
