//! From what stands in a cell to a value of a return. Whatever is certain is read; whatever is not is asked about; and what
//! is neither is handed on as it was typed, so that the form's own rules speak of it.

use serde_json::Value as Json;

use super::dates::{self, Said};
use super::grid::{Cell, Shown, digits};
use super::layout::{Beside, Column, Kind};
use super::words::{self, NONE};

/// What a cell gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given {
    /// A value, as JSON.
    Value(String),
    /// Several texts, of which some may be in one of two languages only.
    Lines(Vec<String>),
    /// The reason for having no number.
    Absent(&'static str, Option<String>),
    /// A value that may be meant otherwise.
    Doubtful(String, Doubt),
    /// Nothing that can be relied on.
    Doubt(Doubt),
}

/// What is not certain about a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Doubt {
    Fault(String),
    NotWorkedOut,
    EitherDay(String, String, String),
    TurnedIntoDate(String),
    Fraction(String),
}

/// Reads a cell as what its column holds.
pub(super) fn value(cell: &Cell, column: &Column) -> Given {
    match cell {
        Cell::Fault(fault) => return Given::Doubt(Doubt::Fault(fault.clone())),
        Cell::NotWorkedOut => return Given::Doubt(Doubt::NotWorkedOut),
        Cell::Text(_) | Cell::Number(..) | Cell::Boolean(_) => {}
    }
    match column.kind {
        Kind::Text | Kind::Code => words(cell, column),
        Kind::Choice => choice(cell, column),
        Kind::Date => date(cell, column),
        Kind::Whole | Kind::Decimal | Kind::Money | Kind::Percent => number(cell, column),
        Kind::YesNo => yes_or_no(cell, column),
        Kind::Words => {
            list(cell, column, &[',', ';', '\n'], |word| text(words::chosen(word, &column.choices).unwrap_or(word)))
        }
        Kind::Numbers => list(cell, column, &[';', '\n'], |word| figure(word).unwrap_or_else(|| text(word))),
        Kind::Lines => match cell {
            Cell::Text(lines) => Given::Lines(items(lines)),
            Cell::Number(..) | Cell::Boolean(_) | Cell::Fault(_) | Cell::NotWorkedOut => match words(cell, column) {
                Given::Value(value) => Given::Value(format!("[{value}]")),
                other @ (Given::Lines(_) | Given::Absent(..) | Given::Doubtful(..) | Given::Doubt(_)) => other,
            },
        },
        Kind::Own => own(cell),
    }
}

/// A text as JSON.
pub(super) fn text(words: &str) -> String {
    Json::from(words).to_string()
}

fn as_typed(number: &str, shown: Shown) -> String {
    match shown {
        Shown::Percent => format!("{}%", hundredfold(number)),
        Shown::General | Shown::Date | Shown::Plain => number.to_owned(),
    }
}

fn hundredfold(number: &str) -> String {
    digits(number.parse::<f64>().unwrap_or_default() * 100.0)
}

/// Words, without the spaces around them.
fn words(cell: &Cell, column: &Column) -> Given {
    match cell {
        Cell::Text(words) => Given::Value(text(trimmed(words))),
        Cell::Number(number, Shown::Date) => {
            let day = day(number);
            // A month was meant where a month may stand.
            let month = day.as_deref().and_then(|day| day.strip_suffix("-01")).filter(|_| column.example.len() > 8);
            match (month, day.as_deref()) {
                (Some(month), _) if column.kind == Kind::Code => Given::Value(text(month)),
                (_, day) => Given::Doubt(Doubt::TurnedIntoDate(day.unwrap_or(number).to_owned())),
            }
        }
        Cell::Number(number, shown) => Given::Value(text(&as_typed(number, *shown))),
        Cell::Boolean(is_so) => Given::Value(text(if *is_so { "yes" } else { "no" })),
        Cell::Fault(_) | Cell::NotWorkedOut => Given::Doubt(Doubt::NotWorkedOut),
    }
}

/// Without the spaces that people do not see.
fn trimmed(words: &str) -> &str {
    words.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}'))
}

fn choice(cell: &Cell, column: &Column) -> Given {
    match words(cell, column) {
        Given::Value(word) => {
            let plain: String = serde_json::from_str(&word).unwrap_or_default();
            Given::Value(words::chosen(&plain, &column.choices).map_or(word, text))
        }
        other @ (Given::Lines(_) | Given::Absent(..) | Given::Doubtful(..) | Given::Doubt(_)) => other,
    }
}

fn day(number: &str) -> Option<String> {
    let number: f64 = number.parse().ok()?;
    dates::date(number.floor() as i64)
}

/// Numbers that are days of our time, where a day is expected and nothing says that they are.
const DAYS_OF_OUR_TIME: std::ops::Range<f64> = 20_000.0..80_000.0;

fn date(cell: &Cell, column: &Column) -> Given {
    match cell {
        Cell::Text(words) => match dates::said(trimmed(words)) {
            Said::Day(day) => Given::Value(text(&day)),
            Said::Either(one, other) => Given::Doubt(Doubt::EitherDay(trimmed(words).to_owned(), one, other)),
            Said::Nothing => Given::Value(text(trimmed(words))),
        },
        Cell::Number(number, shown) => {
            let is_day =
                *shown == Shown::Date || number.parse::<f64>().is_ok_and(|number| DAYS_OF_OUR_TIME.contains(&number));
            match day(number).filter(|_| is_day) {
                Some(day) => Given::Value(text(&day)),
                None => Given::Value(text(&as_typed(number, *shown))),
            }
        }
        Cell::Boolean(_) | Cell::Fault(_) | Cell::NotWorkedOut => words(cell, column),
    }
}

fn number(cell: &Cell, column: &Column) -> Given {
    match cell {
        Cell::Number(number, Shown::Percent) => Given::Value(hundredfold(number)),
        Cell::Number(number, Shown::Date) => {
            Given::Doubt(Doubt::TurnedIntoDate(day(number).unwrap_or_else(|| number.clone())))
        }
        Cell::Number(number, shown) => {
            if *shown == Shown::General && is_share(number, column) {
                return Given::Doubtful(number.clone(), Doubt::Fraction(number.clone()));
            }
            Given::Value(number.clone())
        }
        Cell::Text(words) => {
            let words = trimmed(words);
            if let (Beside::Record { may_be_absent: true, .. }, Some((status, reason))) =
                (&column.beside, words::absent(words))
            {
                return Given::Absent(status, reason);
            }
            match figure(words) {
                Some(number) if !words.ends_with('%') && is_share(&number, column) => {
                    Given::Doubtful(number.clone(), Doubt::Fraction(number))
                }
                Some(number) => Given::Value(number),
                None => Given::Value(text(words)),
            }
        }
        Cell::Boolean(_) | Cell::Fault(_) | Cell::NotWorkedOut => words(cell, column),
    }
}

/// Whether a number in a column of percentages may be a share of one.
fn is_share(number: &str, column: &Column) -> bool {
    let part = number.parse::<f64>().unwrap_or_default().abs();
    column.kind == Kind::Percent && part > 0.0 && part < 1.0
}

/// A figure as people write it: with a pound sign, commas between thousands, a per cent sign, or in brackets for less
/// than nothing. As JSON; `None` where it is no figure.
fn figure(words: &str) -> Option<String> {
    let words: String = words.chars().filter(|letter| !letter.is_whitespace() && *letter != '£').collect();
    let words = words.strip_suffix('%').unwrap_or(&words);
    let (is_below, words) = match words.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => match words.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, words.strip_prefix('+').unwrap_or(words)),
        },
    };
    let (whole, part) = words.split_once('.').map_or((words, None), |(whole, part)| (whole, Some(part)));
    let groups: Vec<&str> = whole.split(',').collect();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = groups.len() == 1
        || groups.iter().enumerate().all(|(index, group)| if index == 0 { group.len() <= 3 } else { group.len() == 3 });
    let is_figure = is_grouped && groups.iter().all(|group| is_digits(group)) && part.is_none_or(is_digits);
    is_figure.then(|| {
        let whole = groups.concat();
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        };
        let part = part.map_or_else(String::new, |part| format!(".{part}"));
        format!("{}{whole}{part}", if is_below { "-" } else { "" })
    })
}

fn yes_or_no(cell: &Cell, column: &Column) -> Given {
    let is_so = match cell {
        Cell::Boolean(is_so) => Some(*is_so),
        Cell::Text(words) => match trimmed(words).to_lowercase().as_str() {
            "yes" | "y" | "true" => Some(true),
            "no" | "n" | "false" => Some(false),
            _ => None,
        },
        Cell::Number(..) | Cell::Fault(_) | Cell::NotWorkedOut => None,
    };
    is_so.map_or_else(|| words(cell, column), |is_so| Given::Value(is_so.to_string()))
}

fn list(cell: &Cell, column: &Column, marks: &[char], item: impl Fn(&str) -> String) -> Given {
    match cell {
        Cell::Text(words) if trimmed(words).eq_ignore_ascii_case(NONE) => Given::Value("[]".to_owned()),
        Cell::Text(words) => {
            let items: Vec<String> =
                words.split(marks).map(trimmed).filter(|word| !word.is_empty()).map(item).collect();
            Given::Value(format!("[{}]", items.join(",")))
        }
        Cell::Number(number, Shown::General | Shown::Plain) => Given::Value(format!("[{}]", item(number))),
        Cell::Number(..) | Cell::Boolean(_) | Cell::Fault(_) | Cell::NotWorkedOut => words(cell, column),
    }
}

/// The items of a cell with a line for each. A line that is set in goes on with the item before.
fn items(lines: &str) -> Vec<String> {
    if trimmed(lines).eq_ignore_ascii_case(NONE) {
        return Vec::new();
    }
    let mut items: Vec<String> = Vec::new();
    for line in trimmed(lines).split('\n') {
        match (line.strip_prefix(' '), items.last_mut()) {
            (Some(more), Some(last)) => {
                last.push('\n');
                last.push_str(more);
            }
            _ => items.push(trimmed(line).to_owned()),
        }
    }
    items
}

fn own(cell: &Cell) -> Given {
    Given::Value(match cell {
        Cell::Text(words) => match serde_json::from_str::<serde::de::IgnoredAny>(words) {
            Ok(_) => words.clone(),
            Err(_) => text(words),
        },
        Cell::Number(number, Shown::General | Shown::Plain) => number.clone(),
        Cell::Number(number, Shown::Percent) => hundredfold(number),
        Cell::Number(number, Shown::Date) => text(&day(number).unwrap_or_else(|| number.clone())),
        Cell::Boolean(is_so) => is_so.to_string(),
        Cell::Fault(_) | Cell::NotWorkedOut => return Given::Doubt(Doubt::NotWorkedOut),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(kind: Kind) -> Column {
        Column {
            path: vec!["field".to_owned()],
            heading: "Field".to_owned(),
            note: String::new(),
            example: String::new(),
            kind,
            choices: vec!["higher_is_better".to_owned(), "neutral".to_owned()],
            is_required: false,
            is_rare: false,
            beside: Beside::Record { plain: None, may_be_absent: true },
        }
    }

    fn read(kind: Kind, typed: &str) -> String {
        let given = value(&Cell::Text(typed.to_owned()), &column(kind));
        if let Given::Value(value) = given { value } else { format!("{given:?}") }
    }

    #[test]
    fn figures_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("£1,234.50", "1234.50"),
            (" 12 ", "12"),
            ("(500)", "-500"),
            ("−3", "-3"),
            ("78%", "78"),
            ("007", "7"),
            ("1 234", "1234"),
            ("0.0", "0.0"),
        ] {
            assert_eq!(read(Kind::Decimal, typed), expected, "{typed}");
        }
        // What is no figure, or might be another, stays as it was typed.
        for typed in ["1,5", "12,34", "about 5", "1.2.3", "", "--1", "."] {
            assert_eq!(read(Kind::Decimal, typed), text(typed), "{typed}");
        }
    }

    #[test]
    fn a_reason_stands_where_there_is_no_number() {
        let given = value(&Cell::Text("not available: late".to_owned()), &column(Kind::Money));
        assert_eq!(given, Given::Absent("not_available", Some("late".to_owned())));
    }

    #[test]
    fn a_percentage_is_what_the_cell_shows() {
        let cell = |shown| Cell::Number("0.78".to_owned(), shown);
        assert_eq!(value(&cell(Shown::Percent), &column(Kind::Percent)), Given::Value("78".to_owned()));
        assert_eq!(value(&cell(Shown::Plain), &column(Kind::Percent)), Given::Value("0.78".to_owned()));
        assert!(matches!(value(&cell(Shown::General), &column(Kind::Percent)), Given::Doubtful(..)));
        assert_eq!(value(&cell(Shown::General), &column(Kind::Decimal)), Given::Value("0.78".to_owned()));
    }

    #[test]
    fn days_come_as_numbers_and_as_words() {
        let number = |shown| value(&Cell::Number("46295.5".to_owned(), shown), &column(Kind::Date));
        assert_eq!(number(Shown::Date), Given::Value("\"2026-09-30\"".to_owned()));
        assert_eq!(number(Shown::General), Given::Value("\"2026-09-30\"".to_owned()));
        assert_eq!(read(Kind::Date, "30 Sept 2026"), "\"2026-09-30\"");
        assert_eq!(read(Kind::Date, "soon"), "\"soon\"");
        assert!(matches!(
            value(&Cell::Text("03/05/2026".to_owned()), &column(Kind::Date)),
            Given::Doubt(Doubt::EitherDay(..))
        ));
    }

    #[test]
    fn what_a_program_turned_into_a_day_is_asked_about() {
        let day = Cell::Number("46295".to_owned(), Shown::Date);
        for kind in [Kind::Text, Kind::Code, Kind::Decimal, Kind::Choice] {
            assert_eq!(value(&day, &column(kind)), Given::Doubt(Doubt::TurnedIntoDate("2026-09-30".to_owned())));
        }
        let period = Column { example: "2026-27 Q2".to_owned(), ..column(Kind::Code) };
        let first = Cell::Number("46266".to_owned(), Shown::Date);
        assert_eq!(value(&first, &period), Given::Value("\"2026-09\"".to_owned()));
    }

    #[test]
    fn words_are_known_however_they_are_joined() {
        assert_eq!(read(Kind::Choice, " Higher is better"), "\"higher_is_better\"");
        assert_eq!(read(Kind::Choice, "best"), "\"best\"");
        assert_eq!(read(Kind::Words, "Higher is better; neutral,"), "[\"higher_is_better\",\"neutral\"]");
        assert_eq!(read(Kind::Words, "none"), "[]");
        assert_eq!(read(Kind::YesNo, "Yes"), "true");
        assert_eq!(read(Kind::Code, " r1\u{a0}"), "\"r1\"");
        assert_eq!(
            value(&Cell::Number("12".to_owned(), Shown::General), &column(Kind::Code)),
            Given::Value("\"12\"".to_owned())
        );
    }

    #[test]
    fn a_line_that_is_set_in_goes_on_with_the_item_before() {
        let given = value(&Cell::Text("one\n and more\ntwo".to_owned()), &column(Kind::Lines));
        assert_eq!(given, Given::Lines(vec!["one\nand more".to_owned(), "two".to_owned()]));
    }
}
