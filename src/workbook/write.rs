//! From a return to the sheets of its workbook: what stands where, and how it looks. Knows no file format.

use std::collections::BTreeMap;

use super::fill::{Filled, Out, Row};
use super::gather::EXAMPLE;
use super::gather::headings::{NUMBER, VALUE};
use super::layout::{Column, Kind, Layout, List, Shape, Sheet};
use super::page::{Offer, Page, PageRow, quoted};
use super::words;
use super::xlsx::{Form, Look};
use super::{LISTS, START};
use crate::intake::{Value, letters};
use crate::order;

/// Below its title, its note, the words above the headings and the headings, a list has its rows.
const FIRST_ROW: u32 = 4;

/// So many rows of a list are offered choices.
const OFFERED: u32 = 400;

/// What a workbook is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To hold a return.
    Keep,
    /// To be filled in: with an example of each row.
    Fill,
}

/// The sheets of a workbook with this return in them.
pub(super) fn pages(layout: &Layout, filled: &[Filled], whole: Value<'_>, purpose: Purpose) -> Vec<Page> {
    let languages = whole.field("return").and_then(|head| head.field("languages"));
    let is_welsh = languages.is_some_and(|list| list.items().any(|item| item.text().as_deref() == Some("cy")));
    let is_shown = |sheet: &Sheet| sheet.area == super::layout::RETURN || whole.field(&sheet.area).is_some();
    let shown: Vec<(usize, &Sheet)> = layout.sheets.iter().enumerate().filter(|(_, sheet)| is_shown(sheet)).collect();
    let mut making = Making { layout, is_welsh, purpose, lists: Lists::default() };
    let mut pages = Vec::new();
    for (number, sheet) in &shown {
        pages.push(match &sheet.shape {
            Shape::Fields => making.fields(sheet, filled[*number].rows.first()),
            Shape::List(list) => making.list(sheet, list, &filled[*number].rows),
        });
    }
    let start = start(whole, &shown, filled);
    pages.insert(0, start);
    pages.push(making.lists.page());
    pages
}

struct Making<'l> {
    layout: &'l Layout,
    is_welsh: bool,
    purpose: Purpose,
    lists: Lists,
}

impl Making<'_> {
    /// A value; of what is still to be filled, an empty list is only a place for it.
    fn shown<'o>(&self, out: Option<&'o Out>) -> Option<&'o Out> {
        let is_blank = |out: &&Out| self.purpose == Purpose::Fill && **out == Out::Text(words::NONE.to_owned());
        out.filter(|out| !is_blank(out))
    }

    /// Whether a column stands in the workbook: always, unless it is rare and nobody uses it.
    fn is_shown(&self, column: &Column, is_used: bool) -> bool {
        let is_welsh = column.beside == super::layout::Beside::OfEnglish;
        is_used || !column.is_rare || (is_welsh && self.is_welsh)
    }

    fn list(&mut self, sheet: &Sheet, list: &List, rows: &[Row]) -> Page {
        let mut page = Page { name: sheet.name.clone(), ..Page::default() };
        let mut headings = PageRow::new(FIRST_ROW - 1);
        let mut marks = PageRow::new(FIRST_ROW - 2);
        let mut example = PageRow::new(FIRST_ROW);
        let first = if self.purpose == Purpose::Fill { FIRST_ROW + 1 } else { FIRST_ROW };
        let mut body: Vec<PageRow> =
            (0..rows.len()).map(|index| PageRow::new(first + u32::try_from(index).unwrap_or(0))).collect();
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
            page.offers.push(Offer {
                rows: (first, end),
                column: at,
                choices: (number == 0).then(|| self.ids(list)).flatten(),
                title: key.clone(),
                words: "Which record this row belongs to".to_owned(),
            });
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
            page.offers.push(self.offer(column, (first, end), at));
            at += 1;
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

    fn fields(&mut self, sheet: &Sheet, row: Option<&Row>) -> Page {
        let empty = Row::default();
        let row = row.unwrap_or(&empty);
        let mut page = Page {
            name: sheet.name.clone(),
            columns: vec![
                (34.0, Look::Bare),
                (46.0, Look::Bare),
                (15.0, Look::Bare),
                (70.0, Look::Bare),
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
        page.rows.push(headings);
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
            cells.put(3, first_lines(&column.note), Look::Mark);
            cells.put(4, sample(column), Look::Example);
            page.rows.push(cells);
            page.offers.push(self.offer(column, (line, line), 1));
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
        page
    }

    fn offer(&mut self, column: &Column, rows: (u32, u32), at: u32) -> Offer {
        let choices = match column.kind {
            Kind::YesNo => Some(self.lists.of(vec!["yes".to_owned(), "no".to_owned()])),
            Kind::Choice => {
                Some(self.lists.of(column.choices.iter().map(|word| words::spaced(word, &column.choices)).collect()))
            }
            // Several words cannot be chosen from a list, so what may stand there is told.
            Kind::Code => self.organisations(column),
            Kind::Text
            | Kind::Date
            | Kind::Whole
            | Kind::Decimal
            | Kind::Money
            | Kind::Percent
            | Kind::Words
            | Kind::Numbers
            | Kind::Lines
            | Kind::Own => None,
        };
        Offer { rows, column: at, choices, title: column.heading.clone(), words: help(column) }
    }

    /// The cells with the ids of the list that the rows of this one belong to.
    fn ids(&self, list: &List) -> Option<String> {
        let mut parent = &self.layout.sheets[list.parent?];
        while let Shape::List(List { parent: Some(above), .. }) = &parent.shape {
            parent = &self.layout.sheets[*above];
        }
        Some(self.first_column(parent))
    }

    /// The ids of the workbook's own partners or places, where such an id is asked for.
    fn organisations(&self, column: &Column) -> Option<String> {
        let is_own = column.path == ["id"] || column.path.ends_with(&["funder".to_owned(), "id".to_owned()]);
        if is_own || !column.example.contains('-') || column.example.contains(' ') || column.example.starts_with("20") {
            return None;
        }
        let last = column.path.last()?;
        let area = if matches!(last.as_str(), "place" | "within" | "successor") { "places" } else { "partners" };
        let sheet = self.layout.sheets.iter().find(|sheet| sheet.area == area)?;
        (column.path != ["partnership", "id"]).then(|| self.first_column(sheet))
    }

    fn first_column(&self, sheet: &Sheet) -> String {
        let first = if self.purpose == Purpose::Fill { FIRST_ROW + 2 } else { FIRST_ROW + 1 };
        format!("{}!$A${first}:$A${}", quoted(&sheet.name), first + OFFERED)
    }
}

/// The title, the note and the words above the headings; nothing in them has the look of a value.
fn top(sheet: &Sheet, columns: u32, marks: PageRow) -> Vec<PageRow> {
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
fn first_lines(note: &str) -> String {
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
fn sample(column: &Column) -> String {
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

/// What is said while a cell is filled.
fn help(column: &Column) -> String {
    let manner = match column.kind {
        Kind::Words => " Several are written with commas between them.",
        Kind::Numbers => " Several are written with semicolons between them.",
        Kind::Lines => " One in each line (Alt and Enter).",
        Kind::Text
        | Kind::Code
        | Kind::Choice
        | Kind::Date
        | Kind::Whole
        | Kind::Decimal
        | Kind::Money
        | Kind::Percent
        | Kind::YesNo
        | Kind::Own => "",
    };
    let absent = match column.beside {
        super::layout::Beside::Record { may_be_absent: true, .. } => {
            " Where there is no figure: “not available: why”, or “not applicable: why”."
        }
        super::layout::Beside::Record { may_be_absent: false, .. }
        | super::layout::Beside::Nothing
        | super::layout::Beside::Welsh
        | super::layout::Beside::OfEnglish => "",
    };
    let first = first_lines(&column.note);
    let words = format!("{first}{absent}{manner}");
    if words.is_empty() { column.heading.clone() } else { words }
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

/// The choices that cells are offered, a column of a hidden sheet each.
#[derive(Default)]
struct Lists {
    lists: Vec<Vec<String>>,
    known: BTreeMap<Vec<String>, usize>,
}

impl Lists {
    /// The cells that hold these words.
    fn of(&mut self, words: Vec<String>) -> String {
        let number = *self.known.entry(words.clone()).or_insert_with(|| {
            self.lists.push(words);
            self.lists.len() - 1
        });
        let column = letters(u32::try_from(number).unwrap_or(0));
        format!("{LISTS}!${column}$1:${column}${}", self.lists[number].len())
    }

    fn page(self) -> Page {
        let longest = self.lists.iter().map(Vec::len).max().unwrap_or(0);
        let row = |index: usize| {
            let mut row = PageRow::new(u32::try_from(index).unwrap_or(0));
            for (column, words) in self.lists.iter().enumerate() {
                if let Some(word) = words.get(index) {
                    row.put(u32::try_from(column).unwrap_or(0), word.as_str(), Look::Value(Form::Text));
                }
            }
            row
        };
        Page { name: LISTS.to_owned(), rows: (0..longest).map(row).collect(), is_hidden: true, ..Page::default() }
    }
}

/// How the workbook is filled in, in the order in which it is done.
const HOW: [&str; 7] = [
    "Fill in Return, Partnership and Partners first. Cells with a yellow ground must be filled; leave out what you do not know yet.",
    "Each row of a list is one record. Click on a cell to read what belongs there; many cells offer a list to choose from.",
    "Rows on sheets such as “Results - actuals” belong to a record of another sheet: write its ID in the first column.",
    "Where there is no figure, write “not available: why” or “not applicable: why”. Zero is a figure, and is written 0.",
    "Percentages are written as 78, days as 30 Sep 2026. Where several words belong in a cell, write commas between them.",
    "Columns and sheets may be moved, and columns you do not need may be taken out. Headings and names of sheets stay as they are. A column of your own starts with x_.",
    "No names of people, addresses or telephone numbers of theirs belong in a return.",
];

fn start(whole: Value<'_>, shown: &[(usize, &Sheet)], filled: &[Filled]) -> Page {
    let mut page = Page {
        name: START.to_owned(),
        columns: vec![(34.0, Look::Bare), (96.0, Look::Bare), (12.0, Look::Bare)],
        ..Page::default()
    };
    let words = |way: &[&str]| {
        let value = way.iter().try_fold(whole, |value, step| value.field(step));
        let words = value.map(|value| value.text().unwrap_or_default().into_owned());
        words.unwrap_or_default()
    };
    let mut line = 0;
    let mut add = |fill: &mut dyn FnMut(&mut PageRow)| {
        let mut row = PageRow::new(line);
        fill(&mut row);
        page.rows.push(row);
        line += 1;
    };
    add(&mut |row| {
        row.height = Some(28.0);
        row.put(0, "Quarterly return of a partnership", Look::Title);
    });
    let period =
        format!("{} {}", words(&["return", "period", "financial_year"]), words(&["return", "period", "quarter"]));
    for (label, value) in [
        ("Partnership", words(&["partnership", "name"])),
        ("Quarter", period),
        ("Due on", words(&["return", "due_on"])),
    ] {
        if !value.trim().is_empty() {
            add(&mut |row| {
                row.put(0, label, Look::Label);
                row.put(1, value.as_str(), Look::Note);
            });
        }
    }
    add(&mut |_| {});
    add(&mut |row| row.put(0, "How to fill it in", Look::Heading));
    for (number, sentence) in HOW.into_iter().enumerate() {
        add(&mut |row| {
            row.put(0, (number + 1).to_string(), Look::Mark);
            row.put(1, sentence, Look::Note);
        });
    }
    add(&mut |row| {
        row.put(0, "Then", Look::Mark);
        row.put(
            1,
            "Save it, and run candour validate with its name: it says for each cell what is to be mended.",
            Look::Note,
        );
    });
    add(&mut |_| {});
    add(&mut |row| {
        row.put(0, "Sheet", Look::Heading);
        row.put(1, "What it is for", Look::Heading);
        row.put(2, "Rows", Look::Heading);
    });
    let mut links = Vec::new();
    let first = line;
    for (index, (number, sheet)) in shown.iter().enumerate() {
        let mut row = PageRow::new(first + u32::try_from(index).unwrap_or(0));
        row.put(0, sheet.name.as_str(), Look::Link);
        row.put(1, first_lines(&sheet.note), Look::Note);
        if let Shape::List(_) = sheet.shape {
            row.cells.push((2, Out::Number(filled[*number].rows.len().to_string()), Look::Value(Form::Number)));
        }
        links.push((row.number, 0, format!("{}!A1", quoted(&sheet.name))));
        page.rows.push(row);
    }
    page.links = links;
    page
}
