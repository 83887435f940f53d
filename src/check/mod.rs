//! The walk from bytes to everything we have to say about a return, and to a return that may be published. Knows
//! nothing of reports.

mod accepted;
mod discretion;
mod earlier;
mod filed;
mod handbook;
mod small_numbers;
mod waivers;

pub use accepted::{Accepted, Answered, Withheld};
pub use earlier::{Chosen, EarlierReturn, EarlierReturns, Identity, MOST_EARLIER, Standing, choose};
pub use filed::FiledReturn;
pub use handbook::{Page, explain, pages, rule_texts, rules_edition, rules_md};
pub(crate) use small_numbers::{parts_of_few, without_numbers, without_small_numbers};
pub use waivers::{Covered, Waivers, waivers};

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::render::Places;
use crate::diagnostic::{self, Diagnostic, Severity, Verdict};
use crate::intake::{Cuts, Intake, Read};
use crate::returns::{Date, DisclosureSettings, QuarterlyReturn, Settings};
use crate::rules::{self, Earlier, Fault, Filed, Found, Ground};
use crate::schema::{self, Shaped};
use crate::source::{DocumentId, Locate, Part, Place, Pointer, Source};
use earlier::Together;

/// Whether a text holds what may identify somebody, so that it is not said again.
pub(crate) fn may_identify(text: &str) -> bool {
    rules::is_private(text)
}

/// What the caller knows beside the return.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Today. Only warnings about the future come from it.
    pub today: Option<Date>,
    /// What the team set for all its returns.
    pub settings: Settings,
    /// Whether messages leave out counts under ten of breakdowns and cohorts, because strangers can read them.
    pub safe_output: bool,
    /// The funder's waivers.
    pub waivers: Option<Arc<Waivers>>,
}

/// A return and everything we have to say about it.
#[derive(Debug, Clone)]
pub struct Checked {
    intake: Intake,
    earlier: EarlierReturns,
    cuts: Cuts,
    typed: Option<Arc<QuarterlyReturn>>,
    diagnostics: Vec<Diagnostic>,
    verdict: Verdict,
    disclosure: DisclosureSettings,
    covered: Covered,
    /// Something is wrong that a draft does not put up with.
    is_wrong: bool,
    /// Where errors about personal data or consent stand.
    private: BTreeSet<Pointer>,
}

/// Checks a return that was read: its shape, then every rule.
pub fn check(read: Read, options: &Options) -> Checked {
    check_after(read, EarlierReturns::none(), options)
}

/// Checks a return that was read, beside those that its partnership filed before: what was said then is compared with
/// what is said now. The earlier returns are not judged again.
pub fn check_after(read: Read, earlier: EarlierReturns, options: &Options) -> Checked {
    let Read { intake, mut diagnostics } = read;
    let Shaped { diagnostics: of_shape, mut cuts, typed } = schema::check(&intake);
    // What stands in a file that could not be read is not missing.
    for section in intake.unread() {
        cuts.cut(section);
    }
    diagnostics.extend(of_shape);
    let mut is_wrong = diagnostics.iter().any(|found| found.severity == Severity::Error);
    let mut private = BTreeSet::new();
    let mut covered = Covered::default();
    let filed = FiledReturn::new(&intake, &cuts);
    if let Some(typed) = &typed {
        let filed_before = earlier.filed();
        let before: Vec<_> = filed_before.iter().map(|(typed, filed)| Earlier { typed, filed }).collect();
        let (settings, history) = (&options.settings, earlier.history());
        let ground =
            Ground { typed, filed: &filed, today: options.today, settings, earlier: &before, history: &history };
        for Found { diagnostic, fault } in rules::run(ground) {
            if diagnostic.severity == Severity::Error {
                match fault {
                    Fault::Wrong => is_wrong = true,
                    Fault::Privacy => drop(private.insert(diagnostic.at.clone())),
                    Fault::Missing | Fault::Arithmetic => {}
                }
            }
            diagnostics.push(diagnostic);
        }
        for diagnostic in &mut diagnostics {
            diagnostic.explained = rules::answer(diagnostic, typed);
        }
        if let Some(waivers) = &options.waivers {
            covered = waivers.waive(&mut diagnostics, typed, !before.is_empty());
        }
    }
    let together = Together { intake: &intake, earlier: &earlier };
    discretion::keep_private(&mut diagnostics, together, filed.finds());
    if options.safe_output {
        small_numbers::leave_out(&mut diagnostics, together);
    }
    diagnostic::sort(&mut diagnostics, &together);
    let verdict = verdict(&intake, &diagnostics);
    Checked {
        intake,
        earlier,
        cuts,
        typed: typed.map(Arc::new),
        diagnostics,
        verdict,
        disclosure: options.settings.disclosure,
        covered,
        is_wrong,
        private,
    }
}

fn verdict(intake: &Intake, diagnostics: &[Diagnostic]) -> Verdict {
    let has = |severity| diagnostics.iter().any(|found| found.severity == severity);
    let unanswered = |found: &Diagnostic| found.severity == Severity::Warning && !found.is_answered();
    if intake.root().is_none() {
        Verdict::Unreadable
    } else if has(Severity::Error) {
        Verdict::Rejected
    } else if diagnostics.iter().any(unanswered) {
        Verdict::NeedsExplanations
    } else if has(Severity::Warning) {
        Verdict::AcceptedWithExplanations
    } else {
        Verdict::Accepted
    }
}

impl Checked {
    /// The texts, and what stands where in them.
    pub fn intake(&self) -> &Intake {
        &self.intake
    }

    /// The returns it was compared with.
    pub fn earlier(&self) -> &EarlierReturns {
        &self.earlier
    }

    /// The typed return without what was cut; `None` where too little of it has its shape.
    pub fn typed(&self) -> Option<&QuarterlyReturn> {
        self.typed.as_deref()
    }

    /// The parts that were cut because of their shape.
    pub fn cuts(&self) -> &Cuts {
        &self.cuts
    }

    /// Everything we have to say, in the order of the file.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How it ended.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// What the funder's waivers came to in it.
    pub fn covered(&self) -> &Covered {
        &self.covered
    }

    /// The records with an error about personal data or consent, or the places of those errors that stand in none.
    pub(crate) fn not_to_be_shown(&self) -> Vec<Pointer> {
        let whole = |at: &Pointer| accepted::record_to_leave_out(at).unwrap_or_else(|| at.clone());
        self.private.iter().map(whole).collect()
    }

    /// The return, where nothing is left to mend. An unanswered warning does not stand in the way.
    ///
    /// # Errors
    ///
    /// Gives back what was found where there are errors.
    pub fn accept(self) -> Result<Accepted, Box<Self>> {
        let has_errors = self.diagnostics.iter().any(|found| found.severity == Severity::Error);
        match (&self.typed, has_errors || !self.cuts.is_empty()) {
            (Some(typed), false) => Ok(Accepted::new(
                Arc::clone(typed),
                false,
                &self.diagnostics,
                Vec::new(),
                self.earlier.history(),
                self.disclosure,
            )),
            (Some(_) | None, _) => Err(Box::new(self)),
        }
    }

    /// The return as a draft: errors of arithmetic and of what is missing are put up with, and records with an error
    /// about personal data or consent are left out. `None` where something else is wrong, or where what is personal
    /// stands in a part that cannot be left out.
    pub fn draft(&self) -> Option<Accepted> {
        if self.is_wrong || !self.cuts.is_empty() {
            return None;
        }
        let whole = self.typed.as_ref()?;
        let mut left_out = Cuts::default();
        for at in &self.private {
            match accepted::record_to_leave_out(at) {
                Some(record) => drop(left_out.cut(record)),
                None if accepted::is_own_space(at) => {}
                None => return None,
            }
        }
        if left_out.is_empty() {
            return Some(Accepted::new(
                Arc::clone(whole),
                true,
                &self.diagnostics,
                Vec::new(),
                self.earlier.history(),
                self.disclosure,
            ));
        }
        let typed = self.intake.typed(&left_out).ok()?;
        Some(Accepted::new(
            Arc::new(typed),
            true,
            &self.diagnostics,
            accepted::withheld(&left_out),
            self.earlier.history(),
            self.disclosure,
        ))
    }
}

impl Locate for Checked {
    fn has_cells(&self) -> bool {
        self.intake.has_cells() || !self.earlier.is_empty()
    }

    fn locate(&self, pointer: &Pointer, part: Part) -> Place {
        Together { intake: &self.intake, earlier: &self.earlier }.locate(pointer, part)
    }
}

impl Places for Checked {
    fn source(&self, document: DocumentId) -> &Source {
        self.earlier.source(document, &self.intake)
    }
}

#[cfg(test)]
mod tests;
