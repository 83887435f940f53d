//! Every organisation a return speaks of is a partner or the funder.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Id, Line};
use crate::rules::{Area, At, Fault, Rule, RuleContext, context::Items, nearest::nearest, spot::Spot};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "organisation-not-among-the-partners",
    code: "H-03",
    area: Area::Header,
    stage: Stage::Ids,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Reports print the name of whoever agreed, promised or pays. An id that belongs to nobody leaves a hole where \
          somebody should answer.",
    answer: "Correct the id, or add the organisation to the partners.",
    example: r#""partners": [{ "id": "harbour-trust", "name": "Harbour Trust" }], … "owner": "harbour-trust""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    // An id may be that of a partner or funder whose shape is at fault.
    let funder = whole.funding.as_ref().and_then(|funding| funding.funder.as_ref());
    if whole.has_gaps("partners") || (funder.is_none() && whole.is_cut("funding")) {
        return;
    }
    let mut known: Vec<(&str, &str)> =
        whole.partners.iter().map(|partner| (partner.id.as_str(), partner.name.as_str())).collect();
    if let Some(funder) = funder {
        known.push((funder.id.as_str(), funder.name.as_str()));
    }
    known.push((whole.partnership.id.as_str(), whole.partnership.name.as_str()));
    known.sort_unstable();
    for (at, id) in unknown(cx, &|id| known.binary_search_by_key(&id, |(known, _)| known).is_ok()) {
        let near = if cx.is_full() { None } else { nearest(id, known.iter().map(|(known, _)| *known)) };
        let help = match near {
            Some(near) => {
                let name = known.iter().find(|(known, _)| *known == near).map_or("", |(_, name)| name);
                format!("did you mean “{near}” ({name})? If not, add the organisation to the partners")
            }
            None => "correct the id, or add the organisation to the partners".to_owned(),
        };
        cx.report(at.pointer()).message(format!("“{id}” does not match any partner")).help(help).provided(id).done();
    }
    barriers(cx, &known);
}

/// What a barrier needs may be an id or free words: only what is nearly an id is taken for one.
fn barriers(cx: &mut RuleContext<'_>, known: &[(&str, &str)]) {
    let Some(system) = cx.system_health() else { return };
    for barrier in system.list("barriers", |system| &system.barriers) {
        let Some(needs) = barrier.needs.as_ref().map(Line::as_str) else { continue };
        let is_id = needs.contains('-') && !needs.contains(char::is_whitespace);
        if !is_id || needs == "central_government" || known.iter().any(|(id, _)| *id == needs) {
            continue;
        }
        if let Some(near) = nearest(needs, known.iter().map(|(id, _)| *id)) {
            cx.report(barrier.field("needs"))
                .message(format!("“{needs}” does not match any partner"))
                .help(format!("did you mean “{near}”? If not, say in words who can lift the barrier"))
                .provided(needs)
                .done();
        }
    }
}

/// Every id of an organisation in the return that is not known, with its place.
fn unknown<'a>(cx: &RuleContext<'a>, is_known: &dyn Fn(&str) -> bool) -> Vec<(Spot, &'a str)> {
    let whole = cx.whole();
    let mut uses = Vec::new();
    let mut one = |at: &dyn Fn() -> Spot, id: Option<&'a Id>| {
        let id = id.map(Id::as_str).filter(|id| !is_known(id));
        uses.extend(id.map(|id| (at(), id)));
    };
    if let Some(prepared) = cx.header().part("prepared_by", |header| header.prepared_by.as_ref()) {
        one(&|| prepared.spot_of("organisation"), prepared.get().organisation.as_ref());
    }
    if let Some(partnership) = whole.part("partnership", |whole| Some(&whole.partnership)) {
        one(&|| partnership.spot_of("lead_organisation"), partnership.get().lead_organisation.as_ref());
        for leader in partnership.list("leadership", |partnership| &partnership.leadership) {
            one(&|| leader.spot_of("held_by"), leader.get().held_by.as_ref());
        }
    }
    for measure in cx.results() {
        if let Some(action) = measure.part("action", |measure| measure.action.as_ref()) {
            one(&|| action.spot_of("owner"), action.get().owner.as_ref());
        }
    }
    if let Some(system) = cx.system_health() {
        for cycle in system.list("learning_cycles", |system| &system.learning_cycles) {
            one(&|| cycle.spot_of("decided_by"), cycle.get().decided_by.as_ref());
        }
        for part in system.list("participation", |system| &system.participation) {
            one(&|| part.spot_of("partner"), Some(&part.get().partner));
        }
    }
    if let Some(finance) = cx.finance() {
        for contribution in finance.list("contributions", |finance| &finance.contributions) {
            one(&|| contribution.spot_of("source"), Some(&contribution.get().source));
        }
    }
    for risk in whole.list("risks", |whole| &whole.risks) {
        one(&|| risk.spot_of("owner"), risk.get().owner.as_ref());
        one(&|| risk.spot_of("who_carries"), risk.get().who_carries.as_ref());
    }
    for note in whole.list("dissent", |whole| &whole.dissent) {
        one(&|| note.spot_of("partner"), Some(&note.get().partner));
    }
    for signature in whole.list("sign_off", |whole| &whole.sign_off) {
        one(&|| signature.spot_of("organisation"), signature.get().organisation.as_ref());
    }
    lists(cx, &mut |id| one(&|| id.spot(), Some(id.get())));
    uses
}

/// Every list of ids of organisations but those who promise, for whom C-05 asks.
fn lists<'a>(cx: &RuleContext<'a>, one: &mut dyn FnMut(&At<'a, Id>)) {
    let whole = cx.whole();
    let mut all = |ids: Items<'a, Id>| ids.for_each(|id| one(&id));
    for measure in cx.results() {
        if let Some(agreed) = measure.part("agreed", |measure| measure.agreed.as_ref()) {
            all(agreed.list("by", |agreed| &agreed.by));
        }
        if let Some(target) = measure.part("target", |measure| measure.target.as_ref()) {
            for revision in target.list("revised", |target| &target.revised) {
                all(revision.list("agreed_by", |revision| &revision.agreed_by));
            }
        }
    }
    if let Some(system) = cx.system_health() {
        for event in system.list("trust_events", |system| &system.trust_events) {
            all(event.list("between", |event| &event.between));
        }
        for dispute in system.list("disputes", |system| &system.disputes) {
            all(dispute.list("between", |dispute| &dispute.between));
        }
    }
    for milestone in whole.list("milestones", |whole| &whole.milestones) {
        all(milestone.list("waiting_for", |milestone| &milestone.waiting_for));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn the_nearest_partner_is_named() {
        gets(
            &super::RULE,
            r#"{"risks": [{"id": "K1", "title": "Rain", "owner": "harbour-trsut"}]}"#,
            &["/risks/0/owner error: “harbour-trsut” does not match any partner \
               | did you mean “harbour-trust” (Harbour Trust)? If not, add the organisation to the partners"],
        );
    }

    #[test]
    fn what_is_near_nobody_gets_no_guess() {
        gets(
            &super::RULE,
            r#"{"milestones": [{"id": "M1", "title": "Lamp", "waiting_for": ["lamplighters"]}]}"#,
            &["/milestones/0/waiting_for/0 error: “lamplighters” does not match any partner \
               | correct the id, or add the organisation to the partners"],
        );
    }

    #[test]
    fn partners_the_funder_and_the_partnership_are_known() {
        gets(
            &super::RULE,
            r#"{
                "funding": {"funder": {"id": "tide-fund", "name": "Tide Fund"}},
                "return": {"prepared_by": {"organisation": "harbour-circle"}},
                "finance": {"contributions": [{"source": "tide-fund"}, {"source": "harbour-trust"}]},
                "system_health": {"barriers": [
                    {"id": "B1", "description": "Rules.", "needs": "central_government"},
                    {"id": "B2", "description": "Rules.", "needs": "whoever runs the well-known ferry"}
                ]}
            }"#,
            &[],
        );
    }

    #[test]
    fn nothing_is_said_where_a_partner_was_cut() {
        gets_without(
            &["/partners/1"],
            &super::RULE,
            r#"{"risks": [{"id": "K1", "title": "Rain", "owner": "harbour-council"}]}"#,
            &[],
        );
    }
}
