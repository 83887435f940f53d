//! From a return to the sheets of its workbook: what stands where, and how it looks. Knows no file format.

use std::collections::BTreeMap;
use std::iter;

use super::fill::{Filled, Out, Row};
use super::gather::EXAMPLE;
use super::gather::headings::NUMBER;
use super::layout::{Column, Kind, Layout, List, Shape, Sheet};
use super::offers::{OFFERED, Offers, help};
use super::page::{Page, PageRow};
use super::words;
use super::workings;
use super::xlsx::{Form, Look};
use super::{WORKED, cover};
use crate::intake::{Value, letters};
use crate::order;

/// Below its title, its note, the words above the headings and the headings, a list has its rows.
pub(super) const FIRST_ROW: u32 = 4;

/// So many rows that are still to be filled have their formulas.
const WAITING: usize = 20;

/// What a workbook is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To hold a return.
    Keep,
    /// To be filled in: with an example of each row.
    Fill,
}

/// The sheets of a workbook with this return in them.
pub(super) fn pages(
    layout: &Layout,
    filled: &[Filled],
    whole: Value<'_>,
    purpose: Purpose,
    has_workings: bool,
) -> Vec<Page> {
    let languages = whole.field("return").and_then(|head| head.field("languages"));
    let is_welsh = languages.is_some_and(|list| list.items().any(|item| item.text().as_deref() == Some("cy")));
    let is_shown = |sheet: &Sheet| sheet.area == super::layout::RETURN || whole.field(&sheet.area).is_some();
    let shown: Vec<usize> = (0..layout.sheets.len()).filter(|number| is_shown(&layout.sheets[*number])).collect();
    let first_row = if purpose == Purpose::Fill { FIRST_ROW + 1 } else { FIRST_ROW };
    let offers = Offers::new(layout, layout.sheets.iter().map(is_shown).collect(), first_row);
    let mut making = Making { is_welsh, purpose, first_row, offers, has_workings, columns: BTreeMap::new() };
    // Lists come first, because fields are worked out from them.
    let mut made = BTreeMap::new();
    for number in &shown {
        let sheet = &layout.sheets[*number];
        if let Shape::List(list) = &sheet.shape {
            made.insert(*number, making.list(sheet, list, &layout.path(*number), &filled[*number].rows));
        }
    }
    for number in &shown {
        let sheet = &layout.sheets[*number];
        if let Shape::Fields = sheet.shape {
            made.insert(*number, making.fields(sheet, filled[*number].rows.first()));
        }
    }
    let mut pages = vec![cover::page(layout, whole, &shown, filled)];
    pages.extend(made.into_values());
    pages.push(making.offers.page());
    pages
}

pub(super) struct Making<'l> {
    is_welsh: bool,
    purpose: Purpose,
    /// The first row of a list that is filled.
    first_row: u32,
    pub(super) offers: Offers<'l>,
    /// Whether figures that follow from others stand beside them.
    pub(super) has_workings: bool,
    /// In which columns of the lists the fields stand, by path and name, and the numbers in them.
    pub(super) columns: BTreeMap<(String, String), (u32, Vec<f64>)>,
}

impl Making<'_> {
    /// A value; of what is still to be filled, an empty list is only a place for it.
    pub(super) fn shown<'o>(&self, out: Option<&'o Out>) -> Option<&'o Out> {
        let is_blank = |out: &&Out| self.purpose == Purpose::Fill && **out == Out::Text(words::NONE.to_owned());
        out.filter(|out| !is_blank(out))
    }

    /// Whether a column stands in the workbook: always, unless it is rare and nobody uses it.
    pub(super) fn is_shown(&self, column: &Column, is_used: bool) -> bool {
        let is_welsh = column.beside == super::layout::Beside::OfEnglish;
        is_used || !column.is_rare || (is_welsh && self.is_welsh)
    }

    fn list(&mut self, sheet: &Sheet, list: &List, path: &str, rows: &[Row]) -> Page {
        let mut page = Page { name: sheet.name.clone(), ..Page::default() };
        let mut headings = PageRow::new(FIRST_ROW - 1);
        let mut marks = PageRow::new(FIRST_ROW - 2);
        let mut example = PageRow::new(FIRST_ROW);
        let first = self.first_row;
        let workings = if self.has_workings { workings::of_list(path) } else { &[] };
        // Rows that are still to be filled have their formulas, too.
        let waiting = if workings.is_empty() || self.purpose == Purpose::Keep { 0 } else { WAITING };
        let mut body: Vec<PageRow> =
            (0..rows.len() + waiting).map(|index| PageRow::new(first + u32::try_from(index).unwrap_or(0))).collect();
        let mut placed: BTreeMap<String, (usize, u32)> = BTreeMap::new();
        let end = first + OFFERED.max(u32::try_from(rows.len()).unwrap_or(0));
        let mut at = 0_u32;
        for (number, key) in list.keys.iter().enumerate() {
            headings.put(at, key.as_str(), Look::HeadingMust);
            marks.put(at, "must be filled", Look::Mark);
            example.put(at, format!("{EXAMPLE}{}", if number == 0 { "R1" } else { "1" }), Look::Example);
            page.columns.push((14.0, Look::Must(Form::Text)));
            for (line, row) in body.iter_mut().zip(rows) {
                let key = row.keys.get(number).cloned().unwrap_or_default();
                line.cells.push((at, Out::Text(key), Look::Must(Form::Text)));
            }
            let offer = self.offers.of_key(list, number, (first, end));
            page.notes.push(((FIRST_ROW - 1, at), offer.words.clone()));
            page.offers.push(offer);
            at += 1;
        }
        if list.is_numbered {
            headings.put(at, NUMBER, Look::HeadingMust);
            marks.put(at, "must be filled", Look::Mark);
            example.put(at, format!("{EXAMPLE}1"), Look::Example);
            page.columns.push((10.0, Look::Must(Form::Text)));
            for (line, row) in body.iter_mut().zip(rows) {
                let number = row.number.unwrap_or(1).to_string();
                line.cells.push((at, Out::Text(number), Look::Must(Form::Text)));
            }
            at += 1;
        }
        for (number, column) in sheet.columns.iter().enumerate() {
            if !self.is_shown(column, rows.iter().any(|row| row.cells.contains_key(&number))) {
                continue;
            }
            let form = Form::of(column.kind);
            let (heading, value) = if column.is_required {
                (Look::HeadingMust, Look::Must(form))
            } else {
                (Look::Heading, Look::Value(form))
            };
            headings.put(at, column.heading.as_str(), heading);
            page.notes.push(((FIRST_ROW - 1, at), help(column)));
            if column.is_required {
                marks.put(at, "must be filled", Look::Mark);
            }
            let shown = sample(column);
            let words = if shown.is_empty() { shown } else { format!("{EXAMPLE}{shown}") };
            example.put(at, words, Look::Example);
            page.columns.push((width(column), value));
            for (line, row) in body.iter_mut().zip(rows) {
                if let Some(out) = self.shown(row.cells.get(&number)) {
                    line.cells.push((at, out.clone(), value));
                }
            }
            page.offers.push(self.offers.of(column, (first, end), at));
            let name = column.path.join(".");
            let held = rows.iter().filter_map(|row| workings::number(row.cells.get(&number)?)).collect();
            self.columns.insert((path.to_owned(), name.clone()), (at, held));
            placed.insert(name.clone(), (number, at));
            at += 1;
            // What is worked out stands beside the last of what it follows from.
            for working in workings.iter().filter(|working| working.takes.contains(&name.as_str())) {
                let taken: Option<Vec<_>> = working.takes.iter().map(|take| placed.get(*take).copied()).collect();
                let Some(taken) = taken else { continue };
                headings.put(at, format!("{WORKED}{}", working.words), Look::HeadingWorked);
                page.columns.push((15.0, Look::Bare));
                for (line, row) in body.iter_mut().zip(rows.iter().map(Some).chain(iter::repeat(None))) {
                    let cells: Vec<String> =
                        taken.iter().map(|(_, at)| format!("{}{}", letters(*at), line.number + 1)).collect();
                    let held = |number: &usize| workings::number(row?.cells.get(number)?);
                    let held: Vec<Option<f64>> = taken.iter().map(|(number, _)| held(number)).collect();
                    line.cells.push((at, working.cell(&cells, &held), Look::Worked(working.form())));
                }
                at += 1;
            }
        }
        let own = rows.iter().flat_map(|row| row.own.iter().map(|(name, _)| name.as_str()));
        for name in order::set(own) {
            headings.put(at, name, Look::Heading);
            page.columns.push((18.0, Look::Bare));
            for (line, row) in body.iter_mut().zip(rows) {
                let value = row.own.iter().find(|(known, _)| known == name);
                line.cells.extend(value.map(|(_, out)| (at, out.clone(), Look::Value(Form::Text))));
            }
            at += 1;
        }
        page.rows = top(sheet, at, marks);
        page.rows.push(headings);
        if self.purpose == Purpose::Fill {
            page.rows.push(example);
        }
        page.rows.extend(body.into_iter().filter(|row| !row.cells.is_empty()));
        page.frozen = (FIRST_ROW, u32::try_from(list.keys.len()).unwrap_or(0).max(1));
        page
    }
}

/// The title, the note and the words above the headings; nothing in them has the look of a value.
pub(super) fn top(sheet: &Sheet, columns: u32, marks: PageRow) -> Vec<PageRow> {
    let mut title = PageRow { height: Some(24.0), ..PageRow::new(0) };
    title.put(0, sheet.name.as_str(), Look::Title);
    let mut note = PageRow::new(1);
    note.put(0, first_lines(&sheet.note), Look::Quiet);
    let mut rows = vec![title, note, marks];
    for row in &mut rows {
        let taken: Vec<u32> = row.cells.iter().map(|(at, _, _)| *at).collect();
        row.cells.extend((0..columns).filter(|at| !taken.contains(at)).map(|at| (at, Out::Nothing, Look::Bare)));
        order::by_key(&mut row.cells, |(at, _, _)| *at);
    }
    rows
}

/// What a note says before it goes into particulars, with what stands there letter by letter in quotation marks.
pub(super) fn first_lines(note: &str) -> String {
    let mut out = String::new();
    for (index, part) in note.trim().split("\n\n").next().unwrap_or_default().split('`').enumerate() {
        out.push_str(match (index, index % 2) {
            (0, _) => "",
            (_, 1) => "“",
            _ => "”",
        });
        out.push_str(part);
    }
    out
}

/// What may be typed, where the form has an example; else one of the words, or the manner of the kind.
pub(super) fn sample(column: &Column) -> String {
    let word = column.choices.first().map(|word| words::spaced(word, &column.choices));
    match column.kind {
        Kind::Date => "30 Sep 2026".to_owned(),
        Kind::YesNo => "yes".to_owned(),
        Kind::Choice => word.unwrap_or_default(),
        Kind::Words => match word {
            Some(_) => column
                .choices
                .iter()
                .take(2)
                .map(|word| words::spaced(word, &column.choices))
                .collect::<Vec<_>>()
                .join(", "),
            None if column.example.is_empty() => "one, another".to_owned(),
            None => column.example.clone(),
        },
        Kind::Whole => "12".to_owned(),
        Kind::Decimal => "12.5".to_owned(),
        Kind::Money => "12000".to_owned(),
        Kind::Percent => "78".to_owned(),
        Kind::Numbers => "1.5; 3.5".to_owned(),
        Kind::Lines => "one thing in each line".to_owned(),
        Kind::Text | Kind::Code | Kind::Own => column.example.clone(),
    }
}

const fn width(column: &Column) -> f64 {
    match column.kind {
        Kind::Text | Kind::Lines => 36.0,
        Kind::Choice | Kind::Words => 22.0,
        Kind::Code => 18.0,
        Kind::Date | Kind::Numbers | Kind::Own => 14.0,
        Kind::Whole | Kind::Decimal | Kind::Money | Kind::Percent => 15.0,
        Kind::YesNo => 10.0,
    }
}
