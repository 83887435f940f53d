//! From an accepted return to what one audience may see of it.
//!
//! Here, and nowhere else, a raw count becomes a figure that can be printed: each asks the decision first. What a report
//! does not print is left out. Knows nothing of words around figures, of charts or of pages.

mod accounts;
mod community;
mod header;
mod memory;
mod outcomes;
mod raw;
mod results;
mod series;
mod system_health;
mod wards;

#[cfg(test)]
mod attack;
#[cfg(test)]
mod attack_across;
#[cfg(test)]
mod attack_cohorts;
#[cfg(test)]
mod attack_guesses;
#[cfg(test)]
mod tests;

use super::{
    decide::{Profile, Suppression, decide_each},
    published::{Audience, ExplanationShown, FORMAT, LeftOut, LeftOutKind, ProfileNote, Published, ToldKind, Words},
};
use crate::{
    check::{self, Accepted},
    returns::{DisclosureSettings, History, Id, Period, QuarterlyReturn, Sector, TextLanguage},
};

/// What the caller chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishOptions {
    /// The language of the edition.
    pub language: TextLanguage,
    /// The organisation whose members are addressed, by id; else the lead where it is a council, else the first council.
    pub for_org: Option<String>,
    /// The digest of the templates, where they are not our own.
    pub templates_digest: Option<String>,
}

impl Default for PublishOptions {
    fn default() -> Self {
        Self { language: TextLanguage::English, for_org: None, templates_digest: None }
    }
}

/// What this audience may see of a return.
pub fn publish(accepted: &Accepted, audience: Audience, options: &PublishOptions) -> Published {
    let withheld = |is_narrative: bool| -> u32 {
        let lists = accepted.withheld().iter().filter(|list| (list.list == "narratives") == is_narrative);
        lists.map(|list| u32::try_from(list.count).unwrap_or(u32::MAX)).fold(0, u32::saturating_add)
    };
    let mut published = publish_return(accepted.typed(), accepted.history(), accepted.disclosure(), audience, options);
    published.draft |= accepted.is_draft();
    // What was left out of a draft is not gone.
    if let Some(memory) = published.memory.as_mut().filter(|_| withheld(false) > 0) {
        memory.changes.retain(|change| !matches!(change.kind, ToldKind::Gone | ToldKind::PromiseGone));
    }
    for (kind, count) in [(LeftOutKind::Narrative, withheld(true)), (LeftOutKind::Record, withheld(false))] {
        add_left_out(&mut published.left_out, kind, count);
    }
    if audience == Audience::Funder {
        published.explanations = explanations(accepted, options.language);
        if let Some(memory) = &mut published.memory {
            memory::answer(&mut memory.changes, &published.explanations);
        }
    }
    published
}

fn explanations(accepted: &Accepted, language: TextLanguage) -> Vec<ExplanationShown> {
    let answered = accepted.answered().iter();
    let filed = accepted.typed();
    let plain = raw::plain_language(filed);
    let shown = answered.map(|answer| {
        let record = answer.record.as_ref().filter(|record| !record.id.is_empty());
        ExplanationShown {
            rule: answer.rule.to_owned(),
            code: Some(answer.code.to_owned()),
            record: record.map(|record| record.id.clone()),
            title: record
                .filter(|record| !record.title.is_empty())
                .map(|record| Words { text: record.title.clone(), language: plain }),
            answer: filed
                .explanations
                .iter()
                .find(|given| given.text.any() == answer.text)
                .and_then(|given| raw::words_in(&given.text, language, plain))
                .unwrap_or_else(|| Words { text: answer.text.clone(), language: plain }),
            by_role: Some(answer.by_role.clone()).filter(|role| !role.is_empty()),
        }
    });
    shown.collect()
}

fn add_left_out(left_out: &mut Vec<LeftOut>, kind: LeftOutKind, count: u32) {
    if count == 0 {
        return;
    }
    match left_out.iter_mut().find(|left| left.kind == kind) {
        Some(left) => left.count = left.count.saturating_add(count),
        None => left_out.push(LeftOut { kind, count }),
    }
}

/// What this audience may see of a typed return, whoever vouches for it.
fn publish_return(
    filed: &QuarterlyReturn,
    history: &History,
    settings: DisclosureSettings,
    audience: Audience,
    options: &PublishOptions,
) -> Published {
    let profile = match audience {
        Audience::Funder => Profile::funder(filed, settings),
        Audience::Members => Profile::members(filed, settings),
        Audience::Public => Profile::public(filed, settings),
    };
    let (then, now) = decide_each(filed, &profile, history);
    let publishing = |filed, hidden| Publishing::of(filed, hidden, audience, &profile, options);
    let told: Vec<Publishing<'_>> =
        history.earlier().iter().zip(then).map(|(earlier, hidden)| publishing(earlier, hidden)).collect();
    publishing(filed, now).addressing(options.for_org.as_deref()).all(&profile, &told, options)
}

/// One return on its way to one audience.
struct Publishing<'a> {
    filed: &'a QuarterlyReturn,
    hidden: Suppression,
    audience: Audience,
    language: TextLanguage,
    rounds_all: bool,
    quarter: Period,
    /// The council whose members are addressed, by id.
    council: Option<&'a str>,
}

impl<'a> Publishing<'a> {
    fn of(
        filed: &'a QuarterlyReturn,
        hidden: Suppression,
        audience: Audience,
        profile: &Profile,
        options: &PublishOptions,
    ) -> Self {
        Self {
            filed,
            hidden,
            audience,
            language: options.language,
            rounds_all: profile.rounds_all(),
            quarter: filed.header.period.period(),
            council: None,
        }
    }

    /// Finds the council whose members are addressed.
    fn addressing(mut self, asked: Option<&str>) -> Self {
        if self.audience != Audience::Members {
            return self;
        }
        let partners = &self.filed.partners;
        let is_council = |id: &str| {
            partners.iter().any(|partner| partner.id.as_str() == id && partner.sector.is_some_and(Sector::is_council))
        };
        let asked = asked.and_then(|id| partners.iter().find(|partner| partner.id.as_str() == id));
        let lead = self.filed.partnership.lead_organisation.as_ref().map(Id::as_str);
        let lead = lead.filter(|id| is_council(id));
        let first = || partners.iter().find(|partner| is_council(partner.id.as_str()));
        self.council =
            asked.map(|partner| partner.id.as_str()).or(lead).or_else(|| first().map(|partner| partner.id.as_str()));
        self
    }

    fn is_for(&self, audiences: &[Audience]) -> bool {
        audiences.contains(&self.audience)
    }

    /// Everything this audience may see. `told` are the earlier returns, oldest first.
    fn all(self, profile: &Profile, told: &[Self], options: &PublishOptions) -> Published {
        use Audience::{Funder, Members, Public};
        let filed = self.filed;
        let (narratives, left_out) = self.narratives();
        Published {
            format: FORMAT.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            rules: check::rules_edition(),
            audience: self.audience,
            language: self.language,
            line_language: raw::plain_language(filed),
            draft: filed.header.status == crate::returns::ReturnStatus::Draft,
            fictional: filed.fictional.unwrap_or_default(),
            reference_date: filed.reference_date(),
            profile: self.profile_note(profile),
            templates_digest: options.templates_digest.clone(),
            bound_by: told.iter().map(|earlier| earlier.quarter.to_string()).collect(),
            memory: memory::of(told, &self),
            header: self.header(),
            partnership: self.partnership(),
            council: self.council(),
            approaches: if self.is_for(&[Funder]) { self.approaches() } else { Vec::new() },
            partners: self.partners(),
            funding: if self.is_for(&[Funder]) { self.funding() } else { None },
            results: self.results(),
            system_health: if self.is_for(&[Funder, Members]) { self.system_health() } else { None },
            outcomes: self.outcomes(),
            value: if self.is_for(&[Funder]) { self.value() } else { None },
            narratives,
            community: self.community(),
            finance: self.finance(),
            risks: self.risks(),
            leadership_changes: if self.is_for(&[Funder, Members]) { self.leadership_changes() } else { Vec::new() },
            milestones: if self.is_for(&[Funder]) { self.milestones() } else { Vec::new() },
            wards: if self.is_for(&[Members]) { self.wards() } else { None },
            decisions: self.decisions(),
            next_priorities: if self.is_for(&[Funder, Public]) {
                self.all_words(&filed.next_priorities)
            } else {
                Vec::new()
            },
            previous_actions: if self.is_for(&[Funder]) { self.previous_actions() } else { Vec::new() },
            dissent: if self.is_for(&[Funder]) { self.dissent() } else { Vec::new() },
            explanations: Vec::new(),
            sign_off: self.sign_off(),
            left_out: if left_out == 0 {
                Vec::new()
            } else {
                vec![LeftOut { kind: LeftOutKind::Narrative, count: left_out }]
            },
        }
    }

    fn profile_note(&self, profile: &Profile) -> ProfileNote {
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let thresholds = profile.thresholds();
        let agreement =
            self.filed.funding.as_ref().and_then(|funding| funding.grant_agreement.as_ref()?.disclosure.as_ref());
        let relaxed = agreement
            .filter(|agreed| self.audience == Audience::Funder && agreed.threshold.get() < DisclosureSettings::PEOPLE);
        ProfileNote {
            threshold: small(thresholds.people),
            opinion_threshold: small(thresholds.opinions),
            rounded_to: self.rounds_all.then_some(5),
            cumulative_rounded: self.hidden.cumulative_without_history() && self.audience != Audience::Funder,
            cumulative_exact: self.hidden.cumulative_without_history() && self.audience == Audience::Funder,
            cohorts_rounded: self.hidden.runs_on_without_history() && self.audience != Audience::Funder,
            cohorts_exact: self.hidden.runs_on_without_history() && self.audience == Audience::Funder,
            relaxed_because: relaxed.and_then(|agreed| self.words(&agreed.reason)),
        }
    }
}
