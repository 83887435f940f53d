//! From a tree to the typed return: what does not fit is told and cut, and the rest is read.

use super::fault::{Fault, FaultKind, faults};
use super::wording;
use crate::diagnostic::{self, Diagnostic};
use crate::intake::{Cuts, Intake, MAX_DEPTH, StandIn};
use crate::returns::QuarterlyReturn;
use crate::source::Pointer;

/// What came of looking at the shape of a return.
#[derive(Debug, Clone)]
pub struct Shaped {
    /// What does not fit, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The parts that were passed over. A rule that misses something says nothing about these.
    pub cuts: Cuts,
    /// The return without those parts; `None` without a period or a partnership, or where there is no JSON.
    pub typed: Option<QuarterlyReturn>,
}

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
    if intake.root().is_none() {
        return Shaped { diagnostics: Vec::new(), cuts: Cuts::default(), typed: None };
    }
    let mut cuts = Cuts::default();
    let mut found = faults(intake, &cuts);
    let mut diagnostics: Vec<_> = found.iter().filter_map(|fault| wording::diagnostic(intake, fault)).collect();
    diagnostic::sort(&mut diagnostics, intake);
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
        found = faults(intake, &cuts);
    }
    let typed = if right_shape {
        Some(intake.typed(&cuts).expect("a return of the right shape has the right types"))
    } else {
        what_fits(intake, &mut cuts)
    };
    Shaped { diagnostics, cuts, typed }
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
fn what_fits(intake: &Intake, cuts: &mut Cuts) -> Option<QuarterlyReturn> {
    for _ in 0..=MAX_DEPTH {
        match intake.typed_with(cuts, STAND_INS) {
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
