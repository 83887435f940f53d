//! A return that may be published: nothing is left to mend, or it is marked as a draft.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Record, Severity};
use crate::intake::Cuts;
use crate::returns::{DisclosureSettings, History, QuarterlyReturn};
use crate::source::Pointer;

/// A return that may be published. Only `check` makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    typed: Arc<QuarterlyReturn>,
    draft: bool,
    answered: Vec<Answered>,
    withheld: Vec<Withheld>,
    history: History,
    disclosure: DisclosureSettings,
}

/// A warning the return answers; printed in the funder report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The rule's name.
    pub rule: &'static str,
    /// Its code.
    pub code: &'static str,
    /// The record it is about; `None` for the whole return.
    pub record: Option<Record>,
    /// What the warning says.
    pub message: String,
    /// The answer.
    pub text: String,
    /// Whose answer it is; empty where it was not said.
    pub by_role: String,
}

/// Records of a list that a draft leaves out because of an error about personal data or consent. Neither their titles
/// nor their ids are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// The list, by its fields from the top: `narratives`, `community_reporting/promises`.
    pub list: String,
    /// How many.
    pub count: usize,
}

impl Accepted {
    pub(super) fn new(
        typed: Arc<QuarterlyReturn>,
        draft: bool,
        diagnostics: &[Diagnostic],
        withheld: Vec<Withheld>,
        history: History,
        disclosure: DisclosureSettings,
    ) -> Self {
        let answered = diagnostics.iter().filter_map(answered).collect();
        Self { typed, draft, answered, withheld, history, disclosure }
    }

    /// The return.
    pub fn typed(&self) -> &QuarterlyReturn {
        &self.typed
    }

    /// Whether it is a draft: every page of every report then says so.
    pub fn is_draft(&self) -> bool {
        self.draft
    }

    /// The warnings it answers, in the order of the file.
    pub fn answered(&self) -> &[Answered] {
        &self.answered
    }

    /// What a draft leaves out, by list.
    pub fn withheld(&self) -> &[Withheld] {
        &self.withheld
    }

    /// The returns before it.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// How small a number has to be to be hidden.
    pub fn disclosure(&self) -> DisclosureSettings {
        self.disclosure
    }
}

fn answered(diagnostic: &Diagnostic) -> Option<Answered> {
    let explained = diagnostic.explained.as_ref().filter(|_| diagnostic.severity == Severity::Warning)?;
    Some(Answered {
        rule: diagnostic.rule,
        code: diagnostic.code?,
        record: diagnostic.record.clone(),
        message: diagnostic.message.clone(),
        text: explained.text.clone(),
        by_role: explained.by_role.clone(),
    })
}

/// The lists whose records a draft can do without. What other parts rest on (partners, places, money) is not among them.
const LISTS: &[&str] = &[
    "community_reporting/engagement",
    "community_reporting/promises",
    "community_reporting/you_said_we_did",
    "decisions_asked",
    "dissent",
    "leadership_changes",
    "milestones",
    "narratives",
    "next_priorities",
    "other_returns",
    "outcomes",
    "previous_actions",
    "results",
    "risks",
    "system_health/barriers",
    "system_health/disputes",
    "system_health/drawbacks_watch",
    "system_health/learning_cycles",
    "system_health/measures",
    "system_health/trust_events",
    "ward_notes",
];

/// The record that has to go so that this part is not printed; `None` where it stands in none that can.
pub(super) fn record_to_leave_out(at: &Pointer) -> Option<Pointer> {
    let mut record = Some(at.clone());
    while let Some(here) = record {
        let parent = here.parent();
        if parent.as_ref().is_some_and(|list| LISTS.contains(&list.as_str().trim_start_matches('/'))) {
            return Some(here);
        }
        record = parent;
    }
    None
}

/// Whether the part stands in the partnership's own space, which is never printed.
pub(super) fn is_own_space(at: &Pointer) -> bool {
    at.steps().any(|step| step.starts_with("x_"))
}

/// How many records of each list were left out.
pub(super) fn withheld(left_out: &Cuts) -> Vec<Withheld> {
    let mut lists: BTreeMap<String, usize> = BTreeMap::new();
    for list in left_out.iter().filter_map(Pointer::parent) {
        *lists.entry(list.as_str().trim_start_matches('/').to_owned()).or_default() += 1;
    }
    lists.into_iter().map(|(list, count)| Withheld { list, count }).collect()
}
