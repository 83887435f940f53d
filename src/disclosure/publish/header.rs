//! The return, the partnership, its partners, its grant and its signatures.

use super::{Publishing, raw};
use crate::{
    disclosure::{
        decide::Cell,
        published::{
            AccountableToShown, ApproachShown, Audience, ConditionShown, CouncilShown, DemocraticLinkShown,
            FundingShown, HeaderShown, LeadershipChangeShown, LeadershipShown, MainPlace, PartnerShown,
            PartnershipShown, RestatementShown, Shown, SignOffShown,
        },
    },
    returns::{Count, Id, Line, Pounds, Quantity, Restatement, Stated, Version, rating},
};

impl Publishing<'_> {
    pub(super) fn header(&self) -> HeaderShown {
        let header = &self.filed.header;
        let restatements = header.restatements.iter().enumerate();
        HeaderShown {
            financial_year: header.period.financial_year,
            quarter: header.period.quarter,
            first_day: header.period.first_day(),
            last_day: header.period.last_day(),
            version: header.version.map(Version::get),
            status: header.status,
            due_on: header.due_on,
            submitted_on: header.submitted_on,
            contact: header.contact.as_ref().map(Line::to_string),
            prepared_by: self.prepared_by().filter(|_| self.is_funder_report()),
            restatements: if self.is_funder_report() {
                restatements.map(|(at, restated)| self.restatement(at, restated)).collect()
            } else {
                Vec::new()
            },
            nil_reason: header.nil.as_ref().and_then(|nil| self.words(&nil.reason)),
            main_place: self.main_place(),
        }
    }

    fn prepared_by(&self) -> Option<String> {
        let prepared = self.filed.header.prepared_by.as_ref()?;
        let role = prepared.role.as_ref().map(Line::to_string);
        let parts: Vec<String> = role.into_iter().chain(self.name_of(prepared.organisation.as_ref())).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// How many households live in the main place.
    pub(super) fn households(&self) -> Option<u64> {
        self.main_place()?.households
    }

    /// The widest place: the first that lies in no other of the return.
    fn main_place(&self) -> Option<MainPlace> {
        let places = &self.filed.places;
        let is_known = |id: &Id| places.iter().any(|place| &place.id == id);
        let widest = places.iter().find(|place| !place.within.as_ref().is_some_and(is_known)).or(places.first())?;
        Some(MainPlace {
            name: widest.name.to_string(),
            kind: widest.kind,
            households: widest.households.map(Count::get),
        })
    }

    pub(super) fn restatement(&self, at: usize, restated: &Restatement) -> RestatementShown {
        let id = restated.refers_to.as_ref();
        let result = self.filed.results.iter().find(|measure| Some(&measure.id) == id);
        let system = self.filed.system_health.as_ref();
        let system = system.and_then(|health| health.measures.iter().find(|measure| Some(&measure.id) == id));
        let unit = result.and_then(|measure| measure.unit.as_ref());
        let unit = unit.or_else(|| system.and_then(|measure| measure.unit.as_ref()));
        let least = u32::from(unit.is_some_and(rating::is_percent));
        let figure = |value: Option<&Stated<Quantity>>| -> Shown {
            if self.hidden.hides(Cell::Restatement(at)) {
                return Shown::Hidden;
            }
            let typed = value.and_then(Stated::number).map_or(0, |value| raw::typed_places(value.get()));
            self.stated(value, typed.max(least), Quantity::get)
        };
        let title = result.map(|measure| &measure.title).or_else(|| system.map(|measure| &measure.title));
        RestatementShown {
            record: id.map(ToString::to_string),
            title: self.words_of(title),
            period: restated.period,
            was: figure(restated.was.as_ref()),
            now: figure(restated.now.as_ref()),
            reason: self.words_of(restated.reason.as_ref()),
            unit: raw::unit(unit),
        }
    }

    pub(super) fn partnership(&self) -> PartnershipShown {
        let partnership = &self.filed.partnership;
        let funder = self.is_funder_report();
        let depth = partnership.depth.as_ref().filter(|_| funder);
        let link = partnership.democratic_link.as_ref().filter(|_| self.audience != Audience::Public);
        let posts = partnership.boundary_spanner_posts_fte.as_ref().filter(|_| funder);
        let public = self.audience == Audience::Public;
        PartnershipShown {
            name: partnership.name.to_string(),
            purpose: self.words_of(partnership.purpose.as_ref()),
            started_on: partnership.started_on.filter(|_| !public),
            lifespan: partnership.lifespan.filter(|_| !public),
            ends_on: partnership.ends_on.filter(|_| !public),
            collaboration_type: partnership.collaboration_type.filter(|_| funder),
            governance_mode: partnership.governance_mode.filter(|_| funder),
            lead: self.name_of(partnership.lead_organisation.as_ref()),
            legal_form: partnership.legal_form.filter(|_| funder),
            agreement: partnership.agreement.filter(|_| funder),
            direction: partnership.direction.filter(|_| funder),
            basis: partnership.basis.filter(|_| funder),
            integration_level: partnership.integration_level.filter(|_| funder),
            justifications: if funder { partnership.justifications.clone() } else { Vec::new() },
            drivers: if funder { partnership.drivers.clone() } else { Vec::new() },
            leadership: if funder { self.leadership() } else { Vec::new() },
            depth: depth.map(|depth| {
                [depth.information, depth.people, depth.buildings, depth.budget, depth.decisions, depth.risk]
            }),
            accountable_to: if funder { self.accountable_to() } else { Vec::new() },
            democratic_link: link.map(|link| DemocraticLinkShown {
                member_on_board: link.member_on_board,
                scrutiny_committee: link.scrutiny_committee.as_ref().map(Line::to_string),
                last_scrutinised_on: link.last_scrutinised_on,
                next_on: link.next_on,
                kept: self.all_words(&link.decisions_kept),
                shared: self.all_words(&link.decisions_shared),
                ceded: link.decisions_ceded.as_ref().map(|ceded| self.all_words(ceded)),
            }),
            boundary_spanner_posts: posts.map(|posts| self.posts(posts)),
        }
    }

    fn leadership(&self) -> Vec<LeadershipShown> {
        let leadership = self.filed.partnership.leadership.iter();
        let shown = leadership.map(|held| LeadershipShown {
            kind: held.kind,
            held_by: self.name_of(held.held_by.as_ref()),
            note: self.words_of(held.note.as_ref()),
        });
        shown.collect()
    }

    fn accountable_to(&self) -> Vec<AccountableToShown> {
        let holders = self.filed.partnership.accountable_to.iter();
        let shown = holders.map(|holder| AccountableToShown {
            to: holder.to,
            body: holder.body.as_ref().map(Line::to_string),
            instrument: holder.instrument.as_ref().map(Line::to_string),
            next_on: holder.next_on,
        });
        shown.collect()
    }

    pub(super) fn council(&self) -> Option<CouncilShown> {
        self.council.map(|id| CouncilShown { name: self.filed.organisation_name(id).to_owned() })
    }

    pub(super) fn approaches(&self) -> Vec<ApproachShown> {
        let approaches = self.filed.approaches.iter();
        let shown = approaches.map(|approach| ApproachShown {
            approach: approach.name,
            weight: approach.emphasis,
            reason: self.words_of(approach.reason.as_ref()),
        });
        shown.collect()
    }

    /// The partners: for the funder with what they are and when they joined, for the public by name, as far as they are
    /// still there. The briefing names none.
    pub(super) fn partners(&self) -> Vec<PartnerShown> {
        let funder = self.is_funder_report();
        let last_day = self.filed.header.period.last_day();
        let partners = self.filed.partners.iter().filter(|partner| match self.audience {
            Audience::Funder => true,
            Audience::Members => false,
            Audience::Public => partner.left_on.is_none_or(|left| left > last_day),
        });
        let shown = partners.map(|partner| PartnerShown {
            name: partner.name.to_string(),
            sector: partner.sector.filter(|_| funder),
            roles: if funder { partner.roles.clone() } else { Vec::new() },
            joined_on: partner.joined_on.filter(|_| funder),
            left_on: partner.left_on.filter(|_| funder),
        });
        shown.collect()
    }

    pub(super) fn leadership_changes(&self) -> Vec<LeadershipChangeShown> {
        let changes = self.filed.leadership_changes.iter();
        let shown = changes.map(|change| LeadershipChangeShown {
            who: change.role.to_string(),
            left_on: change.left_on,
            successor_on: change.successor_on,
        });
        shown.collect()
    }

    pub(super) fn funding(&self) -> Option<FundingShown> {
        let funding = self.filed.funding.as_ref()?;
        let grant = funding.grant_agreement.as_ref();
        let conditions = funding.conditions.iter().map(|condition| ConditionShown {
            reference: condition.reference.to_string(),
            text: self.title(&condition.text),
            met: condition.met,
            reason: self.words_of(condition.reason.as_ref()),
            by: condition.by,
            evidence: self.words_of(condition.evidence.as_ref()),
        });
        Some(FundingShown {
            funder: funding.funder.as_ref().map(|funder| funder.name.to_string()),
            kind: funding.funder.as_ref().and_then(|funder| funder.kind),
            reference: grant.and_then(|grant| grant.reference.as_ref()).map(Line::to_string),
            start: grant.and_then(|grant| grant.start),
            end: grant.and_then(|grant| grant.end),
            total_gbp: grant.and_then(|grant| grant.total_gbp).map(Pounds::get),
            conditions: conditions.collect(),
        })
    }

    pub(super) fn sign_off(&self) -> Vec<SignOffShown> {
        let signatures = self.filed.sign_off.iter();
        let shown = signatures.map(|signed| SignOffShown {
            role: signed.role,
            organisation: self.name_of(signed.organisation.as_ref()),
            on: signed.on,
            statement: self.words_of(signed.statement.as_ref()).filter(|_| self.is_funder_report()),
        });
        shown.collect()
    }
}
