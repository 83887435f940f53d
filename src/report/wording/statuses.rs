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
            Rag::Green => (self.either("Green", "Gwyrdd"), self.either("on track", "ar y trywydd iawn"), Mark::OnTrack),
            Rag::Amber => (
                self.either("Amber", "Ambr"),
                self.either("behind, with a plan", "ar ei hôl hi, â chynllun"),
                Mark::Behind,
            ),
            Rag::Red => (self.either("Red", "Coch"), self.either("off track", "oddi ar y trywydd"), Mark::OffTrack),
            Rag::NotRated => ("", self.either("not rated", "heb sgôr"), Mark::NotRated),
            Rag::NotDue => ("", self.either("not due", "ddim i’w ddisgwyl eto"), Mark::NotDue),
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
            Rag::Green => self.either("on track", "ar y trywydd iawn"),
            Rag::Amber => self.either("behind with a plan", "ar ei hôl hi â chynllun"),
            Rag::Red => self.either("off track", "oddi ar y trywydd"),
            Rag::NotRated => self.either("not rated", "heb sgôr"),
            Rag::NotDue => self.either("not due", "ddim i’w ddisgwyl eto"),
        }
    }

    /// What a partner says of its promise.
    pub(in crate::report) const fn partner_status(self, status: PartnerStatus) -> &'static str {
        match status {
            PartnerStatus::NotStarted => self.either("Not started", "Heb ddechrau"),
            PartnerStatus::OnTrack => self.either("On track", "Ar y trywydd iawn"),
            PartnerStatus::AtRisk => self.either("At risk", "Mewn perygl"),
            PartnerStatus::Delivered => self.either("Delivered", "Cyflawnwyd"),
            PartnerStatus::PartlyDelivered => self.either("Partly delivered", "Cyflawnwyd yn rhannol"),
            PartnerStatus::NotDelivered => self.either("Not delivered", "Ni chyflawnwyd"),
            PartnerStatus::Withdrawn => self.either("Withdrawn", "Tynnwyd yn ôl"),
        }
    }

    /// What the community says of a promise.
    pub(in crate::report) const fn verdict(self, verdict: CommunityVerdict) -> &'static str {
        match verdict {
            CommunityVerdict::Kept => self.either("Kept", "Cadwyd"),
            CommunityVerdict::PartlyKept => self.either("Partly kept", "Cadwyd yn rhannol"),
            CommunityVerdict::NotKept => self.either("Not kept", "Ni chadwyd"),
            CommunityVerdict::NotYetJudged => self.either("Not yet judged", "Heb ei farnu eto"),
            CommunityVerdict::CouldNotAgree => self.either("Could not agree", "Methu cytuno"),
        }
    }

    /// What came of what people said.
    pub(in crate::report) const fn you_said_outcome(self, outcome: YouSaidOutcome) -> &'static str {
        match outcome {
            YouSaidOutcome::Done => self.either("Done", "Gwnaed"),
            YouSaidOutcome::PartlyDone => self.either("Partly done", "Gwnaed yn rhannol"),
            YouSaidOutcome::Planned => self.either("Planned", "Ar y gweill"),
            YouSaidOutcome::NotDone => self.either("Not done", "Ni wnaed"),
        }
    }

    /// Where a milestone stands.
    pub(in crate::report) const fn milestone_status(self, status: MilestoneStatus) -> &'static str {
        match status {
            MilestoneStatus::Complete => self.either("Complete", "Cyflawnwyd"),
            MilestoneStatus::OnTrack => self.either("On track", "Ar y trywydd iawn"),
            MilestoneStatus::AtRisk => self.either("At risk", "Mewn perygl"),
            MilestoneStatus::Late => self.either("Late", "Yn hwyr"),
            MilestoneStatus::Cancelled => self.either("Cancelled", "Canslwyd"),
        }
    }

    /// Whether a condition is met.
    pub(in crate::report) const fn condition_met(self, met: ConditionMet) -> &'static str {
        match met {
            ConditionMet::Yes => self.either("Met", "Bodlonwyd"),
            ConditionMet::No => self.either("Not met", "Ni fodlonwyd"),
            ConditionMet::Partly => self.either("Partly met", "Bodlonwyd yn rhannol"),
            ConditionMet::NotDue => self.either("Not due yet", "Ddim i’w ddisgwyl eto"),
        }
    }

    /// Whether an action was done.
    pub(in crate::report) const fn done(self, done: Done) -> &'static str {
        match done {
            Done::Yes => self.either("Done", "Gwnaed"),
            Done::No => self.either("Not done", "Ni wnaed"),
            Done::Partly => self.either("Partly done", "Gwnaed yn rhannol"),
        }
    }

    /// Where a barrier stands.
    pub(in crate::report) const fn barrier_status(self, status: BarrierStatus) -> &'static str {
        match status {
            BarrierStatus::Open => self.either("Open", "Yn parhau"),
            BarrierStatus::BeingLifted => self.either("Being lifted", "Wrthi’n ei symud"),
            BarrierStatus::Lifted => self.either("Lifted", "Symudwyd"),
            BarrierStatus::Accepted => self.either("Accepted as it is", "Derbyniwyd fel y mae"),
        }
    }

    /// What happens after something was tried.
    pub(in crate::report) const fn learning_next(self, next: LearningNext) -> &'static str {
        match next {
            LearningNext::Adopt => self.either("Adopt", "Mabwysiadu"),
            LearningNext::Adapt => self.either("Adapt", "Addasu"),
            LearningNext::Continue => self.either("Continue", "Parhau"),
            LearningNext::Stop => self.either("Stop", "Rhoi’r gorau iddi"),
        }
    }

    /// Whether a downside was seen.
    pub(in crate::report) const fn seen(self, seen: Seen) -> &'static str {
        match seen {
            Seen::No => self.either("Not seen", "Ni welwyd"),
            Seen::Some => self.either("Seen a little", "Gwelwyd ychydig"),
            Seen::Yes => self.either("Seen", "Gwelwyd"),
            Seen::NotLookedFor => self.either("Not looked for", "Heb chwilio amdani"),
        }
    }

    /// What stands where the return does not say.
    pub(in crate::report) const fn not_stated(self) -> &'static str {
        self.either("Not stated", "Heb ei nodi")
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
