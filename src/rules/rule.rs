//! A rule is data with a function beside it.

use super::RuleContext;
use crate::diagnostic::{Severity, Stage};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The fault as the officer sees it, in kebab-case; its identity for good.
    pub name: &'static str,
    /// Its short alias for the telephone.
    pub code: &'static str,
    /// The part of the return it speaks of.
    pub area: Area,
    /// How early what it finds stands in the way of understanding the rest.
    pub stage: Stage,
    /// How much it matters.
    pub severity: Severity,
    /// What kind of fault it finds, from which follows what a draft makes of it.
    pub fault: Fault,
    /// Why it matters, in whole sentences.
    pub why: &'static str,
    /// How to answer it, in whole sentences.
    pub answer: &'static str,
    /// A return that has it right, as small as can be.
    pub example: &'static str,
    /// Looks for the fault.
    pub check: fn(&mut RuleContext<'_>),
}

/// The parts of a return that rules speak of, in the order of RULES.md and of the folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Quarter, partners, places, signatures.
    Header,
    /// Results.
    Results,
    /// System health.
    SystemHealth,
    /// Outcomes.
    Outcomes,
    /// Narratives.
    Narratives,
    /// Personal data, in any text.
    Privacy,
    /// Promises and community reporting.
    Community,
    /// Money.
    Finance,
    /// Risks.
    Risks,
    /// Milestones.
    Milestones,
    /// Decisions asked.
    Decisions,
    /// Across the return.
    Across,
}

impl Area {
    /// All of them, in order.
    pub const ALL: &'static [Self] = &[
        Self::Header,
        Self::Results,
        Self::SystemHealth,
        Self::Outcomes,
        Self::Narratives,
        Self::Privacy,
        Self::Community,
        Self::Finance,
        Self::Risks,
        Self::Milestones,
        Self::Decisions,
        Self::Across,
    ];

    /// The name of its folders.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Results => "results",
            Self::SystemHealth => "system_health",
            Self::Outcomes => "outcomes",
            Self::Narratives => "narratives",
            Self::Privacy => "privacy",
            Self::Community => "community",
            Self::Finance => "finance",
            Self::Risks => "risks",
            Self::Milestones => "milestones",
            Self::Decisions => "decisions",
            Self::Across => "across",
        }
    }

    /// As a heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Header => "The head of the return",
            Self::Results => "Results",
            Self::SystemHealth => "System health",
            Self::Outcomes => "Outcomes",
            Self::Narratives => "Narratives",
            Self::Privacy => "Personal data",
            Self::Community => "Community reporting",
            Self::Finance => "Money",
            Self::Risks => "Risks",
            Self::Milestones => "Milestones",
            Self::Decisions => "Decisions asked",
            Self::Across => "Across the return",
        }
    }
}

/// What kind of fault a rule finds.
///
/// In a return marked draft, what is missing is advice and everything else keeps its severity. A report built as a
/// draft puts up with errors of what is missing and of arithmetic, leaves out the records with a privacy error, and is
/// not built at all while something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Something is not there yet.
    Missing,
    /// Figures do not follow from one another.
    Arithmetic,
    /// Two parts of the return cannot both be so.
    Wrong,
    /// Something is there that must not be seen.
    Privacy,
}
