//! The figures of a return that can be hidden, by where they stand in its lists.

use crate::returns::QuarterlyReturn;

/// A figure that can be hidden. Records, groups and points are meant by their index in the return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// Where a result measure started.
    Baseline(usize, Part),
    /// What happened in a period: the measure, the point, the part.
    Actual(usize, usize, Part),
    /// A group of a breakdown, with its counts: the measure, the breakdown, the group.
    Group(usize, usize, usize),
    /// An earlier figure that is now different.
    Restatement(usize),
    /// A figure of a system-health measure.
    System(usize, SystemFigure, Part),
    /// A count of referrals.
    Referrals(ReferralCell),
    /// A figure of the relationship survey.
    Survey(SurveyCell),
    /// A step of an outcome's cohort.
    Cohort(usize, Step),
    /// The mean scores of an outcome: before, after and change.
    Scores(usize),
    /// How many of an outcome's cohort moved which way.
    Distribution(usize, Moved),
    /// The mean scores of an area of an Outcomes Star.
    AreaScores(usize, usize),
    /// How many moved which way in an area.
    Area(usize, usize, Moved),
    /// The mean scores of the group an outcome is compared with, and what follows from them.
    Comparison(usize),
    /// How many are in that group.
    ComparisonPeople(usize),
    /// How many reached a status, or of how many.
    Achieved(usize, Part),
    /// How many were heard.
    ReachPeople,
    /// A group's share of those heard.
    ReachShare(usize),
}

impl Cell {
    /// The outcome it is a figure of, by its index.
    pub(super) const fn outcome(self) -> Option<usize> {
        match self {
            Self::Cohort(outcome, _)
            | Self::Scores(outcome)
            | Self::Distribution(outcome, _)
            | Self::AreaScores(outcome, _)
            | Self::Area(outcome, ..)
            | Self::Comparison(outcome)
            | Self::ComparisonPeople(outcome)
            | Self::Achieved(outcome, _) => Some(outcome),
            Self::Baseline(..)
            | Self::Actual(..)
            | Self::Group(..)
            | Self::Restatement(_)
            | Self::System(..)
            | Self::Referrals(_)
            | Self::Survey(_)
            | Self::ReachPeople
            | Self::ReachShare(_) => None,
        }
    }
}

/// The record of a return that a figure belongs to, with everything that follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Record {
    Result(usize),
    System(usize),
    Restatement(usize),
    Referrals,
    Survey,
    Outcome(usize),
    Reach,
}

impl Record {
    pub(super) fn of(cell: Cell, filed: &QuarterlyReturn) -> Self {
        match cell {
            Cell::Baseline(result, _) | Cell::Actual(result, ..) | Cell::Group(result, ..) => Self::Result(result),
            Cell::Restatement(at) => Self::restated(at, filed).unwrap_or(Self::Restatement(at)),
            Cell::System(measure, ..) => Self::System(measure),
            Cell::Referrals(_) => Self::Referrals,
            Cell::Survey(_) => Self::Survey,
            Cell::Cohort(outcome, _)
            | Cell::Scores(outcome)
            | Cell::Distribution(outcome, _)
            | Cell::AreaScores(outcome, _)
            | Cell::Area(outcome, ..)
            | Cell::Comparison(outcome)
            | Cell::ComparisonPeople(outcome)
            | Cell::Achieved(outcome, _) => Self::Outcome(outcome),
            Cell::ReachPeople | Cell::ReachShare(_) => Self::Reach,
        }
    }

    /// The measure whose earlier figure is now different.
    fn restated(at: usize, filed: &QuarterlyReturn) -> Option<Self> {
        let id = filed.header.restatements.get(at)?.refers_to.as_ref()?;
        let result = filed.results.iter().position(|measure| &measure.id == id);
        let system = || filed.system_health.as_ref()?.measures.iter().position(|measure| &measure.id == id);
        result.map(Self::Result).or_else(|| system().map(Self::System))
    }
}

/// The parts of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The value itself.
    Value,
    /// The part that is counted.
    Numerator,
    /// The whole it is counted from.
    Denominator,
    /// How many a mean or median is of.
    N,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Value, Self::Numerator, Self::Denominator, Self::N];
}

/// The figures of a system-health measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SystemFigure {
    /// The quarter's.
    Current,
    /// That of the quarter before.
    Previous,
    /// That at the start.
    Baseline,
    /// A point of the series.
    Point(usize),
}

/// Counts of referrals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferralCell {
    /// All that came in.
    Received,
    /// Accepted.
    Accepted,
    /// Declined.
    Declined,
    /// Waiting.
    Pending,
    /// Withdrawn.
    Withdrawn,
    /// From one source.
    Source(usize),
}

/// Figures of the relationship survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SurveyCell {
    /// How many were asked.
    Sent,
    /// How many replied.
    Returned,
    /// Replies as a share of those asked.
    ResponseRate,
    /// The mean of a statement, now and before.
    Score(usize),
    /// How many answered it.
    ScoreCount(usize),
    /// The overall score, now and before.
    Overall,
    /// Staff morale and role clarity.
    Morale,
    /// Replies of a sector.
    Sector(usize),
}

/// Steps of a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Who could have taken part.
    Eligible,
    /// Who agreed.
    Consented,
    /// Who has a first score.
    BaselineComplete,
    /// Who was due a second one.
    FollowUpDue,
    /// Who has both.
    Matched,
    /// Who left before the second one.
    LeftBefore,
    /// Matched as a share of those due.
    ResponseRate,
}

/// Which way people moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moved {
    /// Better.
    Up,
    /// Not clearly.
    Not,
    /// Worse.
    Down,
}
