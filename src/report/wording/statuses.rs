//! Where things stand: ratings, promises, milestones, conditions. Words first; the mark only repeats them.

use super::Wording;
use crate::{
    disclosure::Audience,
    report::block::{Mark, Status},
    returns::{
        ConditionMet, Done, MilestoneStatus,
        approach::{
            community_reporting::{CommunityVerdict, PartnerStatus, YouSaidOutcome},
            results::Rag,
            system_health::{BarrierStatus, LearningNext, Seen},
        },
    },
};

impl Wording {
    /// A rating. Only funders, who know them, read the names of colours.
    pub(in crate::report) fn rating(self, audience: Audience, rag: Rag) -> Status {
        let (colour, words, mark) = match rag {
            Rag::Green => ("Green", "on track", Mark::OnTrack),
            Rag::Amber => ("Amber", "behind, with a plan", Mark::Behind),
            Rag::Red => ("Red", "off track", Mark::OffTrack),
            Rag::NotRated => ("", "not rated", Mark::NotRated),
            Rag::NotDue => ("", "not due", Mark::NotDue),
        };
        let words = match audience {
            Audience::Funder if !colour.is_empty() => format!("{colour}: {words}"),
            Audience::Funder | Audience::Members | Audience::Public => self.capital(words),
        };
        Status { words, mark }
    }

    /// A rating in a running sentence: “off track”.
    pub(in crate::report) const fn rating_in_text(self, rag: Rag) -> &'static str {
        match rag {
            Rag::Green => "on track",
            Rag::Amber => "behind with a plan",
            Rag::Red => "off track",
            Rag::NotRated => "not rated",
            Rag::NotDue => "not due",
        }
    }

    /// What a partner says of its promise.
    pub(in crate::report) const fn partner_status(self, status: PartnerStatus) -> &'static str {
        match status {
            PartnerStatus::NotStarted => "Not started",
            PartnerStatus::OnTrack => "On track",
            PartnerStatus::AtRisk => "At risk",
            PartnerStatus::Delivered => "Delivered",
            PartnerStatus::PartlyDelivered => "Partly delivered",
            PartnerStatus::NotDelivered => "Not delivered",
            PartnerStatus::Withdrawn => "Withdrawn",
        }
    }

    /// What the community says of a promise.
    pub(in crate::report) const fn verdict(self, verdict: CommunityVerdict) -> &'static str {
        match verdict {
            CommunityVerdict::Kept => "Kept",
            CommunityVerdict::PartlyKept => "Partly kept",
            CommunityVerdict::NotKept => "Not kept",
            CommunityVerdict::NotYetJudged => "Not yet judged",
            CommunityVerdict::CouldNotAgree => "Could not agree",
        }
    }

    /// What came of what people said.
    pub(in crate::report) const fn you_said_outcome(self, outcome: YouSaidOutcome) -> &'static str {
        match outcome {
            YouSaidOutcome::Done => "Done",
            YouSaidOutcome::PartlyDone => "Partly done",
            YouSaidOutcome::Planned => "Planned",
            YouSaidOutcome::NotDone => "Not done",
        }
    }

    /// Where a milestone stands.
    pub(in crate::report) const fn milestone_status(self, status: MilestoneStatus) -> &'static str {
        match status {
            MilestoneStatus::Complete => "Complete",
            MilestoneStatus::OnTrack => "On track",
            MilestoneStatus::AtRisk => "At risk",
            MilestoneStatus::Late => "Late",
            MilestoneStatus::Cancelled => "Cancelled",
        }
    }

    /// Whether a condition is met.
    pub(in crate::report) const fn condition_met(self, met: ConditionMet) -> &'static str {
        match met {
            ConditionMet::Yes => "Met",
            ConditionMet::No => "Not met",
            ConditionMet::Partly => "Partly met",
            ConditionMet::NotDue => "Not due yet",
        }
    }

    /// Whether an action was done.
    pub(in crate::report) const fn done(self, done: Done) -> &'static str {
        match done {
            Done::Yes => "Done",
            Done::No => "Not done",
            Done::Partly => "Partly done",
        }
    }

    /// Where a barrier stands.
    pub(in crate::report) const fn barrier_status(self, status: BarrierStatus) -> &'static str {
        match status {
            BarrierStatus::Open => "Open",
            BarrierStatus::BeingLifted => "Being lifted",
            BarrierStatus::Lifted => "Lifted",
            BarrierStatus::Accepted => "Accepted as it is",
        }
    }

    /// What happens after something was tried.
    pub(in crate::report) const fn learning_next(self, next: LearningNext) -> &'static str {
        match next {
            LearningNext::Adopt => "Adopt",
            LearningNext::Adapt => "Adapt",
            LearningNext::Continue => "Continue",
            LearningNext::Stop => "Stop",
        }
    }

    /// Whether a downside was seen.
    pub(in crate::report) const fn seen(self, seen: Seen) -> &'static str {
        match seen {
            Seen::No => "Not seen",
            Seen::Some => "Seen a little",
            Seen::Yes => "Seen",
            Seen::NotLookedFor => "Not looked for",
        }
    }

    /// What stands where the return does not say.
    pub(in crate::report) const fn not_stated(self) -> &'static str {
        "Not stated"
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn a_funder_reads_colours_and_members_do_not() {
        let words = |audience, rag| W.rating(audience, rag).words;
        assert_eq!(words(Audience::Funder, Rag::Green), "Green: on track");
        assert_eq!(words(Audience::Funder, Rag::Amber), "Amber: behind, with a plan");
        assert_eq!(words(Audience::Funder, Rag::Red), "Red: off track");
        assert_eq!(words(Audience::Funder, Rag::NotRated), "Not rated");
        assert_eq!(words(Audience::Funder, Rag::NotDue), "Not due");
        assert_eq!(words(Audience::Members, Rag::Amber), "Behind, with a plan");
        assert_eq!(words(Audience::Public, Rag::Red), "Off track");
    }

    #[test]
    fn every_rating_has_its_own_mark() {
        let mut marks: Vec<_> = Rag::ALL.iter().map(|&rag| W.rating(Audience::Members, rag).mark).collect();
        marks.dedup();
        assert_eq!(marks.len(), Rag::ALL.len());
    }
}
