//! Figures that are worked out beside those that somebody types: a formula each, and what it comes to. They help whoever
//! fills in a workbook, and are never read back. Knows which figures follow from which, never a return.
//!
//! A formula names cells and sheets of the workbook, and never holds what a filer typed.

use super::fill::Out;
use super::grid::digits;
use super::xlsx::Form;

/// A column that is worked out from others of its row.
#[derive(Debug)]
pub(super) struct Working {
    /// What it is.
    pub(super) words: &'static str,
    /// The fields it follows from, as ways from the record.
    pub(super) takes: &'static [&'static str],
    how: How,
}

/// How a figure follows from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// The first of the second, as a percentage.
    Share,
    /// The first less the second.
    Less,
    /// The first less all others that are there.
    Net,
    /// One times the other.
    Times,
    /// So many days from the first to the next that is there.
    Days,
}

const fn working(words: &'static str, how: How, takes: &'static [&'static str]) -> Working {
    Working { words, takes, how }
}

/// The columns that are worked out, by the list they stand in.
static WORKINGS: [(&str, &[Working]); 10] = [
    (
        "finance.spend[]",
        &[
            working("actual less profile", How::Less, &["actual_to_date", "profile_to_date"]),
            working("spent of the budget", How::Share, &["actual_to_date", "budget"]),
            working("forecast less budget", How::Less, &["forecast", "budget"]),
        ],
    ),
    (
        "finance.contributions[]",
        &[working("benefit less what is given", How::Net, &["benefit_estimate", "cash", "in_kind"])],
    ),
    ("results[].actuals[]", &[working("numerator of denominator", How::Share, &["numerator", "denominator"])]),
    (
        "results[].breakdowns[].groups[]",
        &[working("numerator of denominator", How::Share, &["numerator", "denominator"])],
    ),
    (
        "system_health.measures[]",
        &[
            working("numerator of denominator", How::Share, &["numerator", "denominator"]),
            working("posts that are filled", How::Share, &["in_post_fte", "establishment_fte"]),
        ],
    ),
    (
        "system_health.participation[]",
        &[
            working("meetings attended", How::Share, &["meetings_attended", "meetings_held"]),
            working("actions done", How::Share, &["actions_done", "actions_given"]),
        ],
    ),
    (
        "outcomes[]",
        &[
            working("response rate", How::Share, &["cohort.matched", "cohort.follow_up_due"]),
            working("achieved", How::Share, &["achieved.numerator", "achieved.denominator"]),
        ],
    ),
    ("community_reporting.promises[]", &[working("days it was moved", How::Days, &["due", "revised_due"])]),
    ("milestones[]", &[working("days late", How::Days, &["due", "completed_on", "forecast_date"])]),
    ("risks[]", &[working("likelihood times impact", How::Times, &["likelihood", "impact"])]),
];

/// The columns that are worked out in the list of this path.
pub(super) fn of_list(path: &str) -> &'static [Working] {
    WORKINGS.iter().find(|(known, _)| *known == path).map_or(&[], |(_, workings)| workings)
}

impl Working {
    /// How it is shown.
    pub(super) const fn form(&self) -> Form {
        match self.how {
            How::Share => Form::Percent,
            How::Less | How::Net => Form::Pounds,
            How::Times | How::Days => Form::Number,
        }
    }

    /// The formula for these cells, and what it comes to where they hold this.
    pub(super) fn cell(&self, cells: &[String], held: &[Option<f64>]) -> Out {
        let formula = match (self.how, cells) {
            (How::Share, [part, whole, ..]) => {
                format!(
                    "IF(AND(ISNUMBER({part}),ISNUMBER({whole})),IF({whole}=0,\"\",ROUND({part}/{whole}*100,1)),\"\")"
                )
            }
            (How::Less, [one, other, ..]) => format!("IF(AND(ISNUMBER({one}),ISNUMBER({other})),{one}-{other},\"\")"),
            (How::Times, [one, other, ..]) => format!("IF(AND(ISNUMBER({one}),ISNUMBER({other})),{one}*{other},\"\")"),
            (How::Net, [first, rest @ ..]) => {
                let any: Vec<String> = rest.iter().map(|cell| format!("ISNUMBER({cell})")).collect();
                let less = rest.iter().fold(String::new(), |less, cell| format!("{less}-N({cell})"));
                format!("IF(AND(ISNUMBER({first}),OR({})),{first}{less},\"\")", any.join(","))
            }
            (How::Days, [due, rest @ ..]) => {
                let first = |otherwise: String, day: &String| format!("IF(ISNUMBER({day}),{day}-{due},{otherwise})");
                let days = rest.iter().rev().fold("\"\"".to_owned(), first);
                format!("IF(ISNUMBER({due}),{days},\"\")")
            }
            (How::Share | How::Less | How::Times | How::Net | How::Days, _) => return Out::Nothing,
        };
        Out::Formula { formula, comes_to: self.comes_to(held).map(digits) }
    }

    fn comes_to(&self, held: &[Option<f64>]) -> Option<f64> {
        let (first, rest) = held.split_first()?;
        let second = rest.first().copied().flatten();
        match self.how {
            How::Share => share((*first)?, second?),
            How::Less => Some((*first)? - second?),
            How::Times => Some((*first)? * second?),
            How::Net => {
                let given: Vec<f64> = rest.iter().copied().flatten().collect();
                (!given.is_empty()).then_some((*first)? - given.iter().sum::<f64>())
            }
            How::Days => Some(rest.iter().copied().flatten().next()? - (*first)?),
        }
    }
}

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| (part / whole * 1000.0).round() / 10.0)
}

/// A field that is there once, and follows from others.
#[derive(Debug)]
pub(super) enum Single {
    /// The sum of a column of this list.
    SumOf(&'static str, &'static str),
    /// One field of the sheet as a percentage of another.
    ShareOf(&'static str, &'static str),
}

/// What a field that is there once is worked out from.
static SINGLES: [(&str, Single); 6] = [
    ("finance.totals.budget", Single::SumOf("finance.spend[]", "budget")),
    ("finance.totals.profile_to_date", Single::SumOf("finance.spend[]", "profile_to_date")),
    ("finance.totals.actual_to_date", Single::SumOf("finance.spend[]", "actual_to_date")),
    ("finance.totals.commitments", Single::SumOf("finance.spend[]", "commitments")),
    ("finance.totals.forecast", Single::SumOf("finance.spend[]", "forecast")),
    (
        "system_health.relationship_survey.response_rate",
        Single::ShareOf("system_health.relationship_survey.returned", "system_health.relationship_survey.sent"),
    ),
];

/// What the field of this path is worked out from.
pub(super) fn of_field(path: &str) -> Option<&'static Single> {
    SINGLES.iter().find(|(known, _)| *known == path).map(|(_, single)| single)
}

impl Single {
    /// How it is shown.
    pub(super) const fn form(&self) -> Form {
        match self {
            Self::SumOf(..) => Form::Pounds,
            Self::ShareOf(..) => Form::Percent,
        }
    }
}

/// The sum of these cells, which hold this.
pub(super) fn sum(cells: &str, held: &[f64]) -> Out {
    let comes_to = (!held.is_empty()).then(|| digits(held.iter().sum()));
    Out::Formula { formula: format!("IF(COUNT({cells})=0,\"\",SUM({cells}))"), comes_to }
}

/// One cell as a percentage of another.
pub(super) fn share_of(cells: &[String], held: &[Option<f64>]) -> Out {
    working("", How::Share, &[]).cell(cells, held)
}

/// The number that a cell is to hold.
pub(super) fn number(out: &Out) -> Option<f64> {
    match out {
        Out::Number(number) => number.parse().ok(),
        Out::Date(day) => Some(*day as f64),
        Out::Text(_) | Out::Formula { .. } | Out::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::layout;
    use super::*;

    fn of(working: &Working, held: &[Option<f64>]) -> (String, Option<String>) {
        let cells: Vec<String> = ["B5", "C5", "D5"].iter().take(held.len()).map(|cell| (*cell).to_owned()).collect();
        match working.cell(&cells, held) {
            Out::Formula { formula, comes_to } => (formula, comes_to),
            Out::Text(_) | Out::Number(_) | Out::Date(_) | Out::Nothing => panic!("no formula"),
        }
    }

    #[test]
    fn whatever_is_worked_out_follows_from_fields_of_the_form() {
        for (path, workings) in &WORKINGS {
            let number = (0..layout().sheets.len()).find(|number| layout().path(*number) == *path);
            let sheet = &layout().sheets[number.unwrap_or_else(|| panic!("no list is {path}"))];
            for take in workings.iter().flat_map(|working| working.takes) {
                assert!(sheet.columns.iter().any(|column| column.path.join(".") == *take), "{path}: {take}");
            }
        }
        let is_field = |path: &str| {
            layout().sheets.iter().flat_map(|sheet| &sheet.columns).any(|column| column.path.join(".") == path)
        };
        for (path, single) in &SINGLES {
            assert!(is_field(path), "{path}");
            match single {
                Single::ShareOf(one, other) => assert!(is_field(one) && is_field(other), "{path}"),
                Single::SumOf(list, column) => {
                    let number = (0..layout().sheets.len()).find(|number| layout().path(*number) == *list).unwrap();
                    let columns = &layout().sheets[number].columns;
                    assert!(columns.iter().any(|known| known.path == [*column]), "{path}");
                }
            }
        }
    }

    #[test]
    fn a_formula_and_what_it_comes_to_say_the_same() {
        let share = working("", How::Share, &[]);
        let (formula, comes_to) = of(&share, &[Some(47.0), Some(64.0)]);
        assert_eq!(formula, "IF(AND(ISNUMBER(B5),ISNUMBER(C5)),IF(C5=0,\"\",ROUND(B5/C5*100,1)),\"\")");
        assert_eq!(comes_to.as_deref(), Some("73.4"));
        assert_eq!(of(&share, &[Some(47.0), Some(0.0)]).1, None);
        assert_eq!(of(&share, &[None, Some(3.0)]).1, None);
        let net = working("", How::Net, &[]);
        assert_eq!(of(&net, &[Some(90.0), Some(20.0), None]).1.as_deref(), Some("70"));
        assert_eq!(of(&net, &[Some(90.0), None, None]).1, None);
        let days = working("", How::Days, &[]);
        let (formula, comes_to) = of(&days, &[Some(100.0), None, Some(130.0)]);
        assert_eq!(formula, "IF(ISNUMBER(B5),IF(ISNUMBER(C5),C5-B5,IF(ISNUMBER(D5),D5-B5,\"\")),\"\")");
        assert_eq!(comes_to.as_deref(), Some("30"));
        assert_eq!(of(&days, &[Some(100.0), Some(90.0), Some(130.0)]).1.as_deref(), Some("-10"));
    }

    #[test]
    fn nothing_is_worked_out_from_words() {
        assert_eq!(number(&Out::Text("12".to_owned())), None);
        assert_eq!(number(&Out::Number("12.5".to_owned())), Some(12.5));
    }
}
