//! Community reporting: promises and their verdicts, who was heard, and the reporters' own words.

use super::{Publishing, raw};
use crate::{
    disclosure::{
        decide::Cell,
        published::{
            Audience, CommunityShown, EngagementShown, JudgedByShown, PromiseShown, ReachGroupShown, ReachShown,
            ReportersShown, Shown, StatementShown, YouSaidShown,
        },
    },
    returns::{
        Count, HourlyRate, Line, Percent, Pounds, Sector, Stated,
        approach::community_reporting::{
            CommunityReporters, CommunityVerdict, Engagement, Promise, PromiseKind, Reach, YouSaidWeDid,
        },
    },
};

impl Publishing<'_> {
    pub(super) fn community(&self) -> Option<CommunityShown> {
        let community = self.filed.community_reporting.as_ref()?;
        let everything = self.audience != Audience::Members;
        let funder = self.is_funder_report();
        let engagement = community.engagement.iter().map(|engagement| self.engagement(engagement));
        let you_said = community.you_said_we_did.iter().map(|said| self.you_said(said));
        let effect = community.effect_on_decisions.as_ref().filter(|_| funder);
        Some(CommunityShown {
            promises: community.promises.iter().map(|promise| self.promise(promise)).collect(),
            engagement: if funder { engagement.collect() } else { Vec::new() },
            reach: community.reach.as_ref().map(|reach| self.reach(reach)),
            you_said: if everything { you_said.collect() } else { Vec::new() },
            reporters: community.community_reporters.as_ref().filter(|_| everything).map(|got| self.reporters(got)),
            statement: community.reporters_statement.as_ref().and_then(|statement| {
                Some(StatementShown {
                    text: self.words(&statement.text)?,
                    by: statement.by.as_ref().map(Line::to_string),
                    edited_by_officers: statement.edited_by_officers,
                    agreed_on: statement.agreed_on,
                })
            }),
            effect: effect.map(|effect| (effect.level, self.words_of(effect.example.as_ref()))),
        })
    }

    fn promise(&self, promise: &Promise) -> PromiseShown {
        let judged = promise.judged_by.as_ref().map(|judged| JudgedByShown {
            who: judged.who.to_string(),
            people: judged.people.map(Count::get),
            how: judged.how,
            on: judged.on,
        });
        let funder = self.is_funder_report();
        let places = promise.places.iter();
        let places = places.map(|id| self.filed.place(id.as_str()).map_or(id.as_str(), |place| place.name.as_str()));
        PromiseShown {
            id: promise.id.to_string(),
            promise: self.title(&promise.promise),
            kind: promise.kind.unwrap_or_else(|| self.promise_kind(promise)),
            made_by: self.names(&promise.made_by),
            made_to: promise
                .made_to
                .as_ref()
                .filter(|_| funder)
                .map(|to| self.filed.organisation_name(to.as_str()).to_owned()),
            made_on: promise.made_on.filter(|_| funder),
            due: promise.due,
            revised_due: promise.revised_due,
            partner_status: promise.partner_status,
            verdict: promise.community_verdict.unwrap_or(CommunityVerdict::NotYetJudged),
            judged_by: judged,
            explanation: self.words_of(promise.explanation.as_ref()),
            places: places.map(str::to_owned).collect(),
        }
    }

    /// By the community where only community groups made it, between partners where one of them is promised something.
    fn promise_kind(&self, promise: &Promise) -> PromiseKind {
        let is_community = |id: &str| {
            id == "community"
                || self.filed.partner(id).is_some_and(|partner| partner.sector == Some(Sector::CommunityGroup))
        };
        if !promise.made_by.is_empty() && promise.made_by.iter().all(|id| is_community(id.as_str())) {
            PromiseKind::ByCommunity
        } else if promise.made_to.as_ref().is_some_and(|to| self.filed.partner(to.as_str()).is_some()) {
            PromiseKind::BetweenPartners
        } else {
            PromiseKind::ToCommunity
        }
    }

    fn engagement(&self, engagement: &Engagement) -> EngagementShown {
        EngagementShown {
            activity: self.title(&engagement.activity),
            level: engagement.level,
            people: engagement.people.map(Count::get),
            sessions: engagement.sessions.map(Count::get),
            paid: engagement.paid,
        }
    }

    fn reach(&self, reach: &Reach) -> ReachShown {
        let percent = |share: Option<&Stated<Percent>>| {
            let places = share.and_then(Stated::number).map_or(1, |share| raw::typed_places(share.get()));
            let places = if self.rounds_all { 0 } else { places.max(1) };
            self.stated(share, places, Percent::get)
        };
        let groups = reach.representation.iter().enumerate().map(|(at, group)| ReachGroupShown {
            group: group.group.to_string(),
            reach: if self.hidden.hides(Cell::ReachShare(at)) {
                Shown::Hidden
            } else {
                percent(group.share_of_reach.as_ref())
            },
            population: percent(group.share_of_population.as_ref()),
        });
        ReachShown {
            people: self.people_of(reach.people, Cell::ReachPeople),
            counting_rule: self.words_of(reach.counting_rule.as_ref()),
            groups: groups.collect(),
            action_on_gaps: self.words_of(reach.action_on_gaps.as_ref()),
        }
    }

    fn you_said(&self, said: &YouSaidWeDid) -> YouSaidShown {
        YouSaidShown {
            id: said.id.to_string(),
            you_said: self.title(&said.you_said),
            we_did: self.words_of(said.we_did.as_ref()),
            outcome: said.outcome,
            reason: self.words_of(said.reason.as_ref()),
            told_people_on: said.told_people_on,
        }
    }

    /// The public is told how many they are and what they are paid for their time.
    fn reporters(&self, reporters: &CommunityReporters) -> ReportersShown {
        let funder = self.is_funder_report();
        let pence = |rate: Option<HourlyRate>| rate.map(|rate| raw::number(rate.get(), 2));
        ReportersShown {
            number: reporters.number.map(Count::get),
            trained: reporters.trained.map(Count::get),
            hours_paid: reporters.hours_paid.map(Count::get),
            hours_unpaid: reporters.hours_unpaid.map(Count::get),
            rate_per_hour: pence(reporters.rate_per_hour_gbp),
            reference_wage: pence(reporters.reference_wage_gbp).filter(|_| funder),
            reference_wage_name: reporters.reference_wage_name.as_ref().filter(|_| funder).map(Line::to_string),
            expenses: reporters.expenses_paid_gbp.filter(|_| funder).map(Pounds::get),
            benefits_advice_offered: reporters.benefits_advice_offered.filter(|_| funder),
            editorial_control: reporters.editorial_control.filter(|_| funder),
            wellbeing_support: reporters.wellbeing_support.filter(|_| funder),
        }
    }
}
