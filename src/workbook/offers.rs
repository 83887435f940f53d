//! What cells offer: the words to choose from, the ids of the workbook's own records, and what is said while a cell is
//! filled. Knows the layout, never a return.

use std::collections::BTreeMap;

use super::LISTS;
use super::layout::{Beside, Column, Kind, Layout, List, Shape};
use super::page::{Offer, Page, PageRow, quoted};
use super::words;
use super::write::first_lines;
use super::xlsx::{Form, Look};
use crate::intake::letters;

/// What the cells of a workbook offer.
pub(super) struct Offers<'l> {
    layout: &'l Layout,
    /// Whether a sheet of the layout stands in the workbook, by its number.
    shown: Vec<bool>,
    /// The first row of a list that is filled.
    first_row: u32,
    lists: Vec<Vec<String>>,
    known: BTreeMap<Vec<String>, usize>,
}

/// So many rows of a list are offered choices.
pub(super) const OFFERED: u32 = 400;

/// Which list the one id comes from that a field of this name holds; all other ids are those of partners.
const LISTS_OF_IDS: [(&str, &str); 6] = [
    ("place", "places"),
    ("within", "places"),
    ("successor", "places"),
    ("paired_with", "system_health.measures"),
    ("narrative", "narratives"),
    ("decision", "decisions_asked"),
];

impl<'l> Offers<'l> {
    pub(super) fn new(layout: &'l Layout, shown: Vec<bool>, first_row: u32) -> Self {
        Self { layout, shown, first_row, lists: Vec::new(), known: BTreeMap::new() }
    }

    /// What the cells of a column offer, from the first of these rows to the last.
    pub(super) fn of(&mut self, column: &Column, rows: (u32, u32), at: u32) -> Offer {
        let choices = match column.kind {
            Kind::YesNo => Some(self.words(vec!["yes".to_owned(), "no".to_owned()])),
            Kind::Choice => {
                Some(self.words(column.choices.iter().map(|word| words::spaced(word, &column.choices)).collect()))
            }
            Kind::Code => self.others(column),
            // Several words cannot be chosen from a list, so what may stand there is told.
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

    /// What the cells of the first columns of a list within a list offer: the ids of the records they may belong to.
    pub(super) fn of_key(&self, list: &List, key: usize, rows: (u32, u32)) -> Offer {
        let mut parent = list.parent;
        while let Some(Shape::List(List { parent: Some(above), .. })) =
            parent.map(|number| &self.layout.sheets[number].shape)
        {
            parent = Some(*above);
        }
        Offer {
            rows,
            column: u32::try_from(key).unwrap_or(0),
            choices: parent.filter(|_| key == 0).and_then(|number| self.cells_of(&self.layout.path(number), 0)),
            title: list.keys[key].clone(),
            words: "Which record this row belongs to".to_owned(),
        }
    }

    /// The rows of a list that may be filled, where the sheet of this path stands in the workbook.
    pub(super) fn cells_of(&self, path: &str, column: u32) -> Option<String> {
        let sheet = (0..self.layout.sheets.len()).find(|number| self.layout.path(*number) == path)?;
        let name = quoted(&self.layout.sheets[sheet].name);
        let (first, column) = (self.first_row + 1, letters(column));
        self.shown.get(sheet)?.then(|| format!("{name}!${column}${first}:${column}${}", first + OFFERED))
    }

    /// The ids of the workbook's own partners, places and records, where the id of another is asked for.
    fn others(&self, column: &Column) -> Option<String> {
        let name = column.path.last()?.as_str();
        let list = LISTS_OF_IDS.iter().find(|(known, _)| *known == name).map(|(_, list)| *list);
        let is_own = name == "id" || (list.is_none() && !column.is_organisation());
        let list = list.unwrap_or("partners");
        if is_own { None } else { self.cells_of(&format!("{list}[]"), 0) }
    }

    /// The cells that hold these words.
    fn words(&mut self, words: Vec<String>) -> String {
        let number = *self.known.entry(words.clone()).or_insert_with(|| {
            self.lists.push(words);
            self.lists.len() - 1
        });
        let column = letters(u32::try_from(number).unwrap_or(0));
        format!("{LISTS}!${column}$1:${column}${}", self.lists[number].len())
    }

    /// The hidden sheet of all words, a column for each list.
    pub(super) fn page(self) -> Page {
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

/// What is said while a cell is filled.
pub(super) fn help(column: &Column) -> String {
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
        Beside::Record { may_be_absent: true, .. } => {
            " Where there is no figure: “not available: why”, or “not applicable: why”."
        }
        Beside::Record { may_be_absent: false, .. } | Beside::Nothing | Beside::Welsh | Beside::OfEnglish => "",
    };
    let first = first_lines(&column.note);
    let words = format!("{first}{absent}{manner}");
    if words.is_empty() { column.heading.clone() } else { words }
}

#[cfg(test)]
mod tests {
    use super::super::layout::layout;
    use super::*;

    fn all() -> Offers<'static> {
        Offers::new(layout(), vec![true; layout().sheets.len()], 4)
    }

    #[test]
    fn each_choice_offers_the_words_of_the_form_and_no_others() {
        let mut offers = all();
        let mut seen = 0;
        for column in layout().sheets.iter().flat_map(|sheet| &sheet.columns) {
            if column.kind != Kind::Choice {
                continue;
            }
            seen += 1;
            let Some(cells) = offers.of(column, (4, 9), 0).choices else { panic!("{} offers nothing", column.heading) };
            let words = offers
                .lists
                .iter()
                .zip(0..)
                .find(|(words, number)| cells == format!("Lists!${0}$1:${0}${1}", letters(*number), words.len()));
            let meant = |word: &String| words::chosen(word, &column.choices).map(str::to_owned);
            let offered: Option<Vec<String>> = words.unwrap().0.iter().map(meant).collect();
            assert_eq!(offered.as_ref(), Some(&column.choices), "{}", column.heading);
        }
        assert!(seen > 80, "{seen}");
    }

    #[test]
    fn an_id_of_another_is_offered_from_the_list_that_it_stands_in() {
        let mut offers = all();
        let mut of = |sheet: &str, heading: &str| {
            let sheet = layout().sheets.iter().find(|known| known.name == sheet).unwrap();
            let column = sheet.columns.iter().find(|column| column.heading == heading).unwrap();
            offers.of(column, (4, 9), 0).choices
        };
        let ids = |sheet: &str| Some(format!("'{sheet}'!$A$5:$A$405"));
        assert_eq!(of("Results", "Action: owner"), ids("Partners"));
        assert_eq!(of("Ward notes", "Place"), ids("Places"));
        assert_eq!(of("System health - measures", "Paired with"), ids("System health - measures"));
        assert_eq!(of("System health - disputes", "Narrative"), ids("Narratives"));
        assert_eq!(of("Finance", "Underspend request: decision"), ids("Decisions asked"));
        for (sheet, heading) in [("Partners", "ID"), ("Partnership", "ID"), ("Results", "ID"), ("Results", "Title")] {
            assert_eq!(of(sheet, heading), None, "{sheet}, {heading}");
        }
    }

    #[test]
    fn nothing_is_offered_from_a_sheet_that_is_not_there() {
        let mut offers = Offers::new(layout(), vec![false; layout().sheets.len()], 4);
        for sheet in &layout().sheets {
            for column in &sheet.columns {
                let cells = offers.of(column, (4, 9), 0).choices.unwrap_or_default();
                assert!(cells.is_empty() || cells.starts_with("Lists!"), "{} of {}", column.heading, sheet.name);
            }
            if let Shape::List(list) = &sheet.shape {
                assert!((0..list.keys.len()).all(|key| offers.of_key(list, key, (4, 9)).choices.is_none()));
            }
        }
    }
}
