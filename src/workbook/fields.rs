//! The sheet of what there is once: a row for each field, with what it means beside it. Knows no file format.

use std::collections::BTreeMap;

use super::WORKED;
use super::fill::{Out, Row};
use super::gather::headings::VALUE;
use super::layout::{Column, Sheet};
use super::page::{Page, PageRow};
use super::workings::{self, Single};
use super::write::{FIRST_ROW, Making, first_lines, sample, top};
use super::xlsx::{Form, Look};

impl Making<'_> {
    pub(super) fn fields(&mut self, sheet: &Sheet, row: Option<&Row>) -> Page {
        let empty = Row::default();
        let row = row.unwrap_or(&empty);
        let mut page = Page {
            name: sheet.name.clone(),
            columns: vec![
                (34.0, Look::Bare),
                (46.0, Look::Bare),
                (13.0, Look::Bare),
                (52.0, Look::Bare),
                (24.0, Look::Bare),
            ],
            frozen: (FIRST_ROW, 1),
            ..Page::default()
        };
        let mut headings = PageRow::new(FIRST_ROW - 1);
        for (at, words) in ["Field", VALUE, "", "What it means", "For example"].into_iter().enumerate() {
            headings.put(u32::try_from(at).unwrap_or(0), words, Look::Heading);
        }
        page.rows = top(sheet, 5, PageRow::new(FIRST_ROW - 2));
        let place = page.rows.len();
        page.rows.push(headings);
        let mut has_workings = false;
        let lines = self.lines(sheet, row);
        let mut line = FIRST_ROW;
        for (number, column) in sheet.columns.iter().enumerate() {
            let value = self.shown(row.cells.get(&number));
            if !self.is_shown(column, value.is_some()) {
                continue;
            }
            let form = Form::of(column.kind);
            let look = if column.is_required { Look::Must(form) } else { Look::Value(form) };
            let mut cells = PageRow::new(line);
            cells.put(0, column.heading.as_str(), Look::Label);
            cells.cells.push((1, value.cloned().unwrap_or(Out::Nothing), look));
            if column.is_required {
                cells.put(2, "must be filled", Look::Mark);
            }
            if let Some((out, form)) = self.worked_out(column, row, &lines) {
                cells.cells.push((2, out, Look::Worked(form)));
                has_workings = true;
            }
            cells.put(3, first_lines(&column.note), Look::Mark);
            cells.put(4, sample(column), Look::Example);
            page.rows.push(cells);
            page.offers.push(self.offers.of(column, (line, line), 1));
            line += 1;
        }
        for (name, out) in &row.own {
            let mut cells = PageRow::new(line);
            cells.put(0, name.as_str(), Look::Label);
            cells.cells.push((1, out.clone(), Look::Value(Form::Text)));
            cells.put(3, "A field of your own.", Look::Mark);
            page.rows.push(cells);
            line += 1;
        }
        if has_workings {
            page.rows[place].cells[2] = (2, Out::Text(format!("{WORKED}from others")), Look::HeadingWorked);
        }
        page
    }

    /// In which rows of a sheet of fields they stand, by their paths.
    fn lines(&self, sheet: &Sheet, row: &Row) -> BTreeMap<String, (usize, u32)> {
        let shown = sheet
            .columns
            .iter()
            .enumerate()
            .filter(|(number, column)| self.is_shown(column, self.shown(row.cells.get(number)).is_some()));
        shown.zip(FIRST_ROW..).map(|((number, column), line)| (column.path.join("."), (number, line))).collect()
    }

    /// What a field is worked out from, where that stands in the workbook.
    fn worked_out(&self, column: &Column, row: &Row, lines: &BTreeMap<String, (usize, u32)>) -> Option<(Out, Form)> {
        let single = workings::of_field(&column.path.join(".")).filter(|_| self.has_workings)?;
        let out = match single {
            Single::SumOf(list, name) => {
                let (at, held) = self.columns.get(&((*list).to_owned(), (*name).to_owned()))?;
                workings::sum(&self.offers.cells_of(list, *at)?, held)
            }
            Single::ShareOf(part, whole) => {
                let taken = [lines.get(*part)?, lines.get(*whole)?];
                let cells = taken.map(|(_, line)| format!("B{}", line + 1));
                let held = taken.map(|(number, _)| workings::number(row.cells.get(number)?));
                workings::share_of(&cells, &held)
            }
        };
        Some((out, single.form()))
    }
}
