//! What was said in an earlier return beside what is said now: the comparisons that rules across quarters share. Knows
//! which change is one of words and which only of commas; what it quotes is never what identifies a person.

use std::collections::{BTreeMap, BTreeSet};

use super::{At, Rule, RuleContext, is_private, words};
use crate::order;
use crate::prose;
use crate::returns::{
    Approach, ApproachUse, FinancialYear, Header, Period, PeriodFigure, QuarterlyReturn, RecordId, Title, Weight,
};

/// `Q1 of 2026-27`, the quarter of an earlier return.
pub(super) fn quarter(earlier: &QuarterlyReturn) -> String {
    words::period(earlier.header.period.period())
}

/// `the return for Q1 of 2026-27`.
pub(super) fn the_return(earlier: &QuarterlyReturn) -> String {
    format!("the return for {}", quarter(earlier))
}

/// The financial year of a return.
pub(super) fn year(of: &QuarterlyReturn) -> FinancialYear {
    of.header.period.financial_year
}

/// Whether two texts say the same: case, commas and spaces make no difference.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one == other || prose::words(one) == prose::words(other)
}

/// The longest text that is quoted in full, in characters.
const LONGEST: usize = 90;

/// A text between quotation marks, cut at a word where it is long. A text that identifies a person is not quoted, not even
/// in part.
pub(super) fn quoted(text: &str) -> String {
    if is_private(text) {
        return "words that are not repeated here".to_owned();
    }
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return format!("“{text}”") };
    let start = text[..end].rsplit_once(' ').map_or(&text[..end], |(start, _)| start);
    format!("“{start} …”")
}

/// Records by their ids; of two with the same id, the first.
pub(super) fn by_id<'a, T>(
    records: Vec<At<'a, T>>,
    id: impl Fn(&'a T) -> &'a RecordId,
) -> BTreeMap<&'a str, At<'a, T>> {
    let mut found = BTreeMap::new();
    for record in records {
        found.entry(id(record.get()).as_str()).or_insert(record);
    }
    found
}

/// Each record that is in both lists, as it is now and as it was then.
pub(super) fn in_both<'a, T>(
    now: Vec<At<'a, T>>,
    then: Vec<At<'a, T>>,
    id: impl Fn(&'a T) -> &'a RecordId,
) -> Vec<(At<'a, T>, At<'a, T>)> {
    let then = by_id(then, &id);
    let pair = |now: At<'a, T>| {
        let then = then.get(id(now.get()).as_str())?.clone();
        Some((now, then))
    };
    now.into_iter().filter_map(pair).collect()
}

/// The records of one list whose ids the other does not have.
pub(super) fn missing_from<'a, T>(
    records: Vec<At<'a, T>>,
    others: &[At<'a, T>],
    id: impl Fn(&'a T) -> &'a RecordId,
) -> Vec<At<'a, T>> {
    let known: BTreeSet<&str> = order::set(others.iter().map(|other| id(other.get()).as_str()));
    records.into_iter().filter(|record| !known.contains(id(record.get()).as_str())).collect()
}

/// Records by the words of their titles.
pub(super) fn titled_anew<'a, T>(
    records: Vec<At<'a, T>>,
    title: impl Fn(&'a T) -> &'a Title,
) -> BTreeMap<Vec<String>, At<'a, T>> {
    records.into_iter().map(|record| (prose::words(title(record.get()).any()), record)).collect()
}

/// The records of one kind, beside those of the last return.
pub(super) struct Compared<'a, T> {
    /// Each that is in both, as it is now and as it was then.
    pub(super) in_both: Vec<(At<'a, T>, At<'a, T>)>,
    /// Those of then whose ids are gone.
    pub(super) gone: Vec<At<'a, T>>,
    /// Those of now whose ids are new, by the words of their titles.
    pub(super) new: BTreeMap<Vec<String>, At<'a, T>>,
}

/// Says which records have another title, or another id under the same title.
pub(super) fn say_renamed<'a, T>(
    cx: &mut RuleContext<'a>,
    records: Compared<'a, T>,
    of: impl Fn(&'a T) -> (&'a RecordId, &'a Title),
    help: &str,
) {
    let Some(previous) = cx.previous() else { return };
    let quarter = quarter(&previous);
    for (now, then) in records.in_both {
        let ((id, title), (_, old)) = (of(now.get()), of(then.get()));
        if same_words(title.any(), old.any()) {
            continue;
        }
        let (title, old) = (quoted(title.any()), quoted(old.any()));
        cx.report(now.field("title"))
            .message(format!("{id} was called {old} in {quarter}, and is called {title} now"))
            .related(then.field("title"), "its name then")
            .help(help)
            .done();
    }
    for then in records.gone {
        let (old, title) = of(then.get());
        let Some(here) = records.new.get(&prose::words(title.any())) else { continue };
        let (id, title) = of(here.get());
        cx.report(here.field("id"))
            .message(format!("“{}” was {old} in {quarter}, and is {id} now", title.any()))
            .related(then.field("id"), "its id then")
            .help(format!("give it the id {old} again"))
            .provided(id)
            .expected(old)
            .done();
    }
}

/// Whether a return says that it has nothing to report, or that it does not use this approach, and why.
pub(super) fn set_aside(filed: &QuarterlyReturn, approach: Approach) -> bool {
    let is_set_aside =
        |used: &ApproachUse| used.name == approach && used.emphasis == Weight::NotUsed && used.reason.is_some();
    filed.header.nil.is_some() || filed.approaches.iter().any(is_set_aside)
}

/// Rules that have nothing to say about a return alone.
const NEED_EARLIER: &[&str] = &[
    "C-11", "C-12", "C-21", "C-22", "C-23", "F-15", "H-24", "H-25", "H-26", "K-03", "K-05", "K-07", "K-08", "M-04",
    "M-06", "M-07", "N-13", "O-22", "O-23", "O-24", "O-25", "R-14", "R-15", "R-22", "R-23", "R-24", "R-25", "R-26",
    "S-21", "S-22", "S-23", "S-24", "X-05", "X-09",
];

/// Whether a rule compares with earlier returns, and is silent without them.
pub(super) fn needs_earlier(rule: &Rule) -> bool {
    NEED_EARLIER.contains(&rule.code)
}

/// Whether the return restates something of this record: of this period, where one is given.
pub(super) fn is_restated(header: &Header, id: &RecordId, period: Option<Period>) -> bool {
    header.restatements.iter().any(|restatement| {
        restatement.refers_to.as_ref() == Some(id)
            && (period.is_none() || restatement.period.is_none() || restatement.period == period)
    })
}

/// Whether two figures of the same period differ, and in which field: by their counts where both have them.
pub(super) fn differing_field(now: &PeriodFigure, then: &PeriodFigure) -> Option<&'static str> {
    let counts = now.numerator.zip(now.denominator).zip(then.numerator.zip(then.denominator));
    if let Some(((now_part, now_whole), (then_part, then_whole))) = counts {
        return match (now_part == then_part, now_whole == then_whole) {
            (true, true) => None,
            (false, _) => Some("numerator"),
            (true, false) => Some("denominator"),
        };
    }
    now.value.zip(then.value).and_then(|(now, then)| (now.get() != then.get()).then_some("value"))
}

/// A figure as messages say it: `74.1 (120 of 162)`.
pub(super) fn figure(figure: &PeriodFigure) -> String {
    let value = figure.value.map(|value| words::decimal(value.get()));
    let counts = figure
        .numerator
        .zip(figure.denominator)
        .map(|(part, whole)| format!("{} of {}", words::decimal(part.decimal()), words::decimal(whole.decimal())));
    match (value, counts) {
        (Some(value), Some(counts)) => format!("{value} ({counts})"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "no figure".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_is_no_change_of_words() {
        assert!(same_words("Open two evenings, a week.", "open two evenings a week"));
        assert!(!same_words("Open two evenings a week.", "Open one evening a week."));
    }

    #[test]
    fn what_identifies_somebody_is_not_quoted_not_even_in_part() {
        let long = format!("{} 943 476 5919", "Their NHS number is kept in the file of the hub.".repeat(2));
        assert_eq!(quoted(&long), "words that are not repeated here");
        assert_eq!(quoted(" Open two evenings. "), "“Open two evenings.”");
        assert!(quoted(&"word ".repeat(40)).ends_with("word …”"));
    }
}
