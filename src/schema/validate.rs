//! From a tree to the typed return: what does not fit is told and cut, and the rest is read.

use serde::de::DeserializeOwned;

use super::fault::{Fault, FaultKind, Form, faults};
use super::wording;
use crate::diagnostic::{self, Diagnostic};
use crate::intake::{Cuts, Intake, MAX_DEPTH, StandIn};
use crate::order;
use crate::returns::QuarterlyReturn;
use crate::source::{Locate, Part, Pointer};
use crate::waivers::WaiverFile;

/// What came of looking at the shape of a return.
#[derive(Debug, Clone)]
pub struct Shaped<T = QuarterlyReturn> {
    /// What does not fit, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The parts that were passed over. A rule that misses something says nothing about these.
    pub cuts: Cuts,
    /// The return without those parts; `None` without a period or a partnership, or where there is no JSON.
    pub typed: Option<T>,
}

/// After so many faults of shape, the others are counted.
const MAX_TOLD: usize = 1_000;

/// What a return is read as where a field it cannot do without is missing or at fault, so that its rules can still be
/// looked at. Such a return has an error, and is never accepted.
pub(super) static STAND_INS: &[StandIn] =
    &[("", "schema_version", "\"1.0\""), ("", "partners", "[]"), ("/return", "status", "\"submitted\"")];

/// Looks at the shape of a return.
///
/// A fault costs the smallest part that holds it: the optional field, else the item of a list, else the section.
///
/// # Panics
///
/// If a return of the right shape does not fit the types, which is a bug here.
pub fn check(intake: &Intake) -> Shaped {
    shaped(Form::Return, intake, STAND_INS)
}

/// Looks at the shape of a file of waivers. A fault in a waiver costs that waiver.
///
/// # Panics
///
/// If a file of the right shape does not fit the types, which is a bug here.
pub fn check_waivers(intake: &Intake) -> Shaped<WaiverFile> {
    shaped(Form::Waivers, intake, &[])
}

fn shaped<T: DeserializeOwned>(form: Form, intake: &Intake, stand_ins: &[StandIn]) -> Shaped<T> {
    if intake.root().is_none() {
        return Shaped { diagnostics: Vec::new(), cuts: Cuts::default(), typed: None };
    }
    let mut cuts = Cuts::default();
    let mut found = faults(form, intake, &cuts);
    let diagnostics = told(intake, &mut found);
    let right_shape = found.is_empty();
    // Each round cuts at least one level higher than the last where it has to, so there are no more than levels.
    for _ in 0..=MAX_DEPTH {
        let mut more = false;
        for fault in &found {
            if let Some(part) = smallest_part(fault) {
                more |= cuts.cut(part);
            }
        }
        if !more {
            break;
        }
        found = faults(form, intake, &cuts);
    }
    let typed = if right_shape {
        Some(intake.typed(&cuts).expect("a return of the right shape has the right types"))
    } else {
        what_fits(intake, &mut cuts, stand_ins)
    };
    Shaped { diagnostics, cuts, typed }
}

/// A sentence for each fault, in the order of the file, as long as anybody would read on.
fn told(intake: &Intake, found: &mut [Fault]) -> Vec<Diagnostic> {
    if found.len() > MAX_TOLD {
        order::by_cached_key(found, |fault| intake.locate(&fault.at, Part::Value).bytes.start);
    }
    let (first, rest) = found.split_at(found.len().min(MAX_TOLD));
    let mut diagnostics: Vec<_> = first.iter().filter_map(|fault| wording::diagnostic(intake, fault)).collect();
    diagnostics.extend(rest.first().map(|fault| wording::many_more(fault, rest.len())));
    diagnostic::sort(&mut diagnostics, intake);
    diagnostics
}

/// The part a fault costs, as far as this fault alone can tell; `None` for a fault that costs nothing.
fn smallest_part(fault: &Fault) -> Option<Pointer> {
    let depth = fault.at.steps().count();
    match &fault.kind {
        FaultKind::Missing(name) if stands_in(&fault.at, name) => None,
        // The items of a whole section are worth reading, even where there are too few.
        FaultKind::TooFew(_) | FaultKind::TooMany(_) | FaultKind::Twice if depth < 2 => None,
        FaultKind::WrongType(_)
        | FaultKind::Empty
        | FaultKind::NotKnown(_)
        | FaultKind::Missing(_)
        | FaultKind::NotAChoice(_)
        | FaultKind::Form(_)
        | FaultKind::NotADate
        | FaultKind::TooSmall(_)
        | FaultKind::TooLarge(_)
        | FaultKind::TooFine(_)
        | FaultKind::TooShort(_)
        | FaultKind::TooLong(_)
        | FaultKind::TooFew(_)
        | FaultKind::TooMany(_)
        | FaultKind::Twice
        | FaultKind::NothingInIt
        | FaultKind::Other => (depth > 0).then(|| fault.at.clone()),
    }
}

fn stands_in(at: &Pointer, name: &str) -> bool {
    STAND_INS.iter().any(|(record, field, _)| *record == at.as_str() && *field == name)
}

/// Reads what is left, cutting what the types still refuse.
fn what_fits<T: DeserializeOwned>(intake: &Intake, cuts: &mut Cuts, stand_ins: &[StandIn]) -> Option<T> {
    for _ in 0..=MAX_DEPTH {
        match intake.typed_with(cuts, stand_ins) {
            Ok(typed) => return Some(typed),
            Err(misfit) => {
                if misfit.at.as_str().is_empty() || !cuts.cut(misfit.at) {
                    return None;
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read;

    /// A small return with this text put in at the end.
    fn shaped(more: &str) -> Shaped {
        let text = format!(
            r#"{{"schema_version": "1.0", "return": {{"status": "draft", "period": {{"financial_year": "2026-27", "quarter": "Q2"}}}},
            "partnership": {{"id": "saltmere", "name": "Saltmere Together"}},
            "partners": [{{"id": "quay", "name": "Quay Homes"}}, {{"id": "trust", "name": "Harbour Trust"}}]{more}}}"#
        );
        let read = read("return.json", text.as_bytes());
        assert_eq!(read.diagnostics, []);
        check(&read.intake)
    }

    fn cuts(shaped: &Shaped) -> Vec<&str> {
        shaped.cuts.iter().map(Pointer::as_str).collect()
    }

    #[test]
    fn the_smallest_return_fits() {
        let shaped = shaped("");
        assert_eq!(shaped.diagnostics, []);
        assert_eq!(cuts(&shaped), [""; 0]);
        assert_eq!(shaped.typed.unwrap().partners.len(), 2);
    }

    #[test]
    fn a_fault_costs_an_optional_field_where_there_is_one() {
        let shaped = shaped(r#", "results": [{"id": "R1", "title": "Warm homes", "rag": "blue", "unit": "homes"}]"#);
        assert_eq!(cuts(&shaped), ["/results/0/rag"]);
        let typed = shaped.typed.unwrap();
        assert_eq!(typed.results[0].rag, None);
        assert!(typed.results[0].unit.is_some());
    }

    #[test]
    fn else_it_costs_the_item() {
        let shaped = shaped(r#", "results": [{"id": 1, "title": "Warm homes"}, {"id": "R2", "title": "Fed"}]"#);
        assert_eq!(shaped.diagnostics.len(), 1);
        assert!(cuts(&shaped).contains(&"/results/0"));
        assert_eq!(shaped.typed.unwrap().results.len(), 1);
    }

    #[test]
    fn else_it_costs_the_section() {
        let shaped = shaped(r#", "results": 7, "fictional": true"#);
        assert_eq!(cuts(&shaped), ["/results"]);
        assert_eq!(shaped.typed.unwrap().fictional, Some(true));
    }

    #[test]
    fn one_partner_short_is_still_a_return() {
        let text = r#"{"return": {"period": {"financial_year": "2026-27", "quarter": "Q2"}},
            "partnership": {"id": "saltmere", "name": "Saltmere Together"}, "partners": [{"id": "quay", "name": 5}]}"#;
        let shaped = check(&read("return.json", text.as_bytes()).intake);
        let rules: Vec<_> = shaped.diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!(rules, ["field-missing", "field-missing", "too-few-items", "not-a-text"]);
        assert!(shaped.typed.unwrap().partners.is_empty());
    }

    #[test]
    fn without_a_period_or_a_partnership_there_is_none() {
        for (fault, good) in [("\"Q5\"", "\"Q2\""), ("\"Saltmere!\"", "\"saltmere\"")] {
            let text = r#"{"schema_version": "1.0", "return": {"status": "draft", "period": {"financial_year": "2026-27", "quarter": "Q2"}},
                "partnership": {"id": "saltmere", "name": "Saltmere Together"},
                "partners": [{"id": "quay", "name": "Quay Homes"}, {"id": "trust", "name": "Harbour Trust"}]}"#;
            assert!(check(&read("return.json", text.as_bytes()).intake).typed.is_some());
            let shaped = check(&read("return.json", text.replace(good, fault).as_bytes()).intake);
            assert_eq!(shaped.diagnostics.len(), 1, "{fault}");
            assert_eq!(shaped.typed, None, "{fault}");
        }
    }

    #[test]
    fn what_is_no_return_at_all_is_told_and_no_more() {
        for text in ["[]", "7", "\"return\"", "null"] {
            let shaped = check(&read("return.json", text.as_bytes()).intake);
            assert_eq!(shaped.diagnostics.len(), 1, "{text}");
            assert_eq!(shaped.typed, None, "{text}");
        }
    }
}
