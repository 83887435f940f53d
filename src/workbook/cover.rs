//! The first sheet of a workbook: whose return it is, how it is filled in, what is asked when, and where everything stands.

use super::START;
use super::dates;
use super::fill::{Filled, Out};
use super::layout::{Layout, Shape, lower};
use super::page::{Page, PageRow, quoted};
use super::write::first_lines;
use super::xlsx::{Form, Look};
use crate::intake::Value;
use crate::next::{Asked, asked};
use crate::order;

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

/// What is done when all of that is done.
const LAST: &str = "Save it, and run candour validate with its name: it says for each cell what is to be mended.";

/// When something is asked for, and what that means for whoever fills it in.
const WHEN: [(Asked, &str, &str); 4] = [
    (Asked::EachQuarter, "Each quarter", ""),
    (Asked::OnceAYear, "Once a year", "In the first return of the financial year; it stands until the next. "),
    (Asked::IfAny, "When there is something", "Left empty where there is nothing to say. "),
    (Asked::Once, "Once", "Carried forward from return to return; change what has moved on. "),
];

/// The sheet.
pub(super) fn page(layout: &Layout, whole: Value<'_>, shown: &[usize], filled: &[Filled]) -> Page {
    let mut page = Page {
        name: START.to_owned(),
        columns: vec![(34.0, Look::Bare), (96.0, Look::Bare), (12.0, Look::Bare)],
        ..Page::default()
    };
    page.add(vec![(0, "Quarterly return of a partnership".into(), Look::Title)]).height = Some(28.0);
    for (label, out, look) in of_return(whole) {
        page.add(vec![(0, label.into(), Look::Label), (1, out, look)]);
    }
    page.part(["How to fill it in", "", ""]);
    let steps = HOW.iter().zip(1..).map(|(words, number)| (format!("Step {number}"), *words));
    for (label, words) in steps.chain([("Last".to_owned(), LAST)]) {
        page.add(vec![(0, label.as_str().into(), Look::Mark), (1, words.into(), Look::Note)]);
    }
    page.part(["What is asked when", "", ""]);
    for (label, words) in when(layout, shown) {
        page.add(vec![(0, label.into(), Look::Mark), (1, words.as_str().into(), Look::Note)]);
    }
    page.part(["Sheet", "What it is for", "Rows"]);
    for number in shown {
        let sheet = &layout.sheets[*number];
        let mut cells = vec![
            (0, sheet.name.as_str().into(), Look::Link),
            (1, first_lines(&sheet.note).as_str().into(), Look::Note),
        ];
        if let Shape::List(_) = sheet.shape {
            let count = filled[*number].rows.len().to_string();
            cells.push((2, Out::Number(count), Look::Value(Form::Number)));
        }
        let row = page.add(cells).number;
        page.links.push((row, 0, format!("{}!A1", quoted(&sheet.name))));
    }
    page
}

impl Page {
    /// Adds a row below the last.
    fn add(&mut self, cells: Vec<(u32, Out, Look)>) -> &mut PageRow {
        let number = self.rows.last().map_or(0, |row| row.number + 1);
        self.rows.push(PageRow { number, height: None, cells });
        self.rows.last_mut().expect("a row was added")
    }

    /// Starts a new part, below an empty row.
    fn part(&mut self, headings: [&str; 3]) {
        self.add(Vec::new());
        self.add((0..).zip(headings).map(|(column, words)| (column, words.into(), Look::Heading)).collect());
    }
}

impl From<&str> for Out {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

/// Whose return it is, of which quarter, and by when it is due, as far as it says.
fn of_return(whole: Value<'_>) -> Vec<(&'static str, Out, Look)> {
    let words = |way: &[&str]| {
        let value = way.iter().try_fold(whole, |value, step| value.field(step));
        let words = value.map(|value| value.text().unwrap_or_default().into_owned());
        words.unwrap_or_default()
    };
    let period =
        format!("{} {}", words(&["return", "period", "financial_year"]), words(&["return", "period", "quarter"]));
    let due = words(&["return", "due_on"]);
    let (due, form) = dates::serial(&due).map_or((Out::Text(due), Form::Text), |day| (Out::Date(day), Form::Day));
    let lines = [
        ("Partnership", Out::Text(words(&["partnership", "name"])), Look::Value(Form::Text)),
        ("Quarter", Out::Text(period), Look::Value(Form::Text)),
        ("Due on", due, Look::Value(form)),
    ];
    let is_said = |out: &Out| !matches!(out, Out::Text(words) if words.trim().is_empty());
    lines.into_iter().filter(|(_, out, _)| is_said(out)).collect()
}

/// Which sheets are asked for when. A sheet that is asked for each quarter may have fields that are asked for once a year,
/// and is named with them.
fn when(layout: &Layout, shown: &[usize]) -> Vec<(&'static str, String)> {
    let sheets: Vec<(&str, Vec<(Asked, String)>)> =
        shown.iter().map(|number| (layout.sheets[*number].name.as_str(), fields(layout, *number))).collect();
    let mut lines = Vec::new();
    for (asked, label, meaning) in WHEN {
        let mut names = Vec::new();
        for (name, fields) in &sheets {
            let first = fields.iter().map(|(asked, _)| *asked).min();
            let is_yearly = asked == Asked::OnceAYear && fields.iter().any(|(known, _)| *known == asked);
            if first == Some(asked) {
                names.push((*name).to_owned());
            } else if is_yearly {
                let titles: Vec<&str> =
                    fields.iter().filter(|(known, _)| *known == asked).map(|(_, title)| title.as_str()).collect();
                names.push(format!("{name} ({})", titles.join(", ")));
            }
        }
        if !names.is_empty() {
            lines.push((label, format!("{meaning}{}.", names.join("; "))));
        }
    }
    lines
}

/// When the fields of a sheet are asked for, and what those are called that decide it; with the list itself, which may come
/// and go.
fn fields(layout: &Layout, number: usize) -> Vec<(Asked, String)> {
    let sheet = &layout.sheets[number];
    let path = layout.path(number);
    let mut fields = Vec::new();
    let mut known = Vec::new();
    if !path.is_empty() {
        fields.push((asked(path.trim_end_matches("[]")).1, lower(&sheet.name)));
    }
    for column in sheet.columns.iter().filter(|column| !column.is_rare) {
        let own = if path.is_empty() { column.path.join(".") } else { format!("{path}.{}", column.path.join(".")) };
        let (decides, asked) = asked(&own);
        if known.contains(&decides) {
            continue;
        }
        known.push(decides);
        let title = column.heading.rsplit_once(": ").filter(|_| decides != own).map(|(around, _)| around);
        fields.push((asked, lower(title.unwrap_or(&column.heading))));
    }
    order::by_key(&mut fields, |(asked, _)| *asked);
    fields
}

#[cfg(test)]
mod tests {
    use super::super::layout::layout;
    use super::*;

    fn of(label: &str) -> String {
        let all: Vec<usize> = (0..layout().sheets.len()).collect();
        when(layout(), &all).into_iter().find(|(known, _)| *known == label).unwrap().1
    }

    #[test]
    fn what_is_asked_when_follows_from_what_the_next_quarter_carries_forward() {
        let (quarter, year, any, once) =
            (of("Each quarter"), of("Once a year"), of("When there is something"), of("Once"));
        for name in ["Return;", "Results;", "Results - actuals;", "Narratives;", "Risks;", "Sign off."] {
            assert!(quarter.contains(name), "{name} in {quarter}");
        }
        for name in ["Results (agreed, target)", "Results - trajectory", "Finance - spend (budget)"] {
            assert!(year.contains(name), "{name} in {year}");
        }
        for name in ["Dissent", "Explanations", "Decisions asked", "Return - restatements"] {
            assert!(any.contains(name) && !quarter.contains(&format!("{name};")), "{name} in {any}");
        }
        for name in ["Partnership;", "Partners;", "Places;", "Approaches;"] {
            assert!(once.contains(name), "{name} in {once}");
        }
    }

    #[test]
    fn every_sheet_is_asked_for_at_some_time() {
        let all = [of("Each quarter"), of("Once a year"), of("When there is something"), of("Once")].join(" ");
        for sheet in &layout().sheets {
            assert!(all.contains(&sheet.name), "{}", sheet.name);
        }
    }
}
