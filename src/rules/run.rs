//! Runs every rule over a return.

use std::sync::LazyLock;

use super::{ALL, Fault, Filed, Rule, RuleContext, needs_earlier};
use crate::diagnostic::Diagnostic;
use crate::returns::{Date, History, QuarterlyReturn, Settings};

/// What rules stand on.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The typed return, without what was cut.
    pub typed: &'a QuarterlyReturn,
    /// The file behind it.
    pub filed: &'a dyn Filed,
    /// Today, where the caller knows it.
    pub today: Option<Date>,
    /// What the team set for all its returns.
    pub settings: &'a Settings,
    /// The returns before this one, oldest first, each with its own places.
    pub earlier: &'a [Earlier<'a>],
    /// The same returns, as what reports hide is decided after them.
    pub history: &'a History,
}

/// A return filed before the one that is checked.
#[derive(Clone, Copy)]
pub struct Earlier<'a> {
    /// The typed return, without what was cut.
    pub typed: &'a QuarterlyReturn,
    /// The file behind it.
    pub filed: &'a dyn Filed,
}

/// A finding and the kind of fault it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// What kind of fault it is.
    pub fault: Fault,
}

/// The most findings of one rule that are listed. Nobody mends more in one sitting, and a hostile file could ask for
/// hundreds of thousands.
pub(super) const MOST: usize = 500;

/// Runs every rule. Findings come in the order of the rules.
pub fn run(ground: Ground<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let rules = if ground.earlier.is_empty() { ALONE.as_slice() } else { ALL };
    for rule in rules {
        let more = run_one(rule, ground, &found);
        // Nearly every rule is silent.
        if !more.is_empty() {
            found.extend(more);
        }
    }
    found
}

/// The rules that may have something to say about a return alone.
static ALONE: LazyLock<Vec<&'static Rule>> =
    LazyLock::new(|| ALL.iter().copied().filter(|rule| !needs_earlier(rule)).collect());

/// Runs one rule.
pub(super) fn run_one(rule: &'static Rule, ground: Ground<'_>, said: &[Found]) -> Vec<Found> {
    let mut found = Vec::new();
    (rule.check)(&mut RuleContext::new(rule, ground, said, &mut found));
    let more = found.len().saturating_sub(MOST);
    if more > 0 {
        found.truncate(MOST);
        RuleContext::new(rule, ground, said, &mut found)
            .report(ground.filed.top())
            .message(format!("There are {more} more findings of this kind"))
            .help("mend those that are listed, then check again")
            .done();
    }
    found
}
