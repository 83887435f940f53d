//! Who has left has no part in what is still to do, nor in the money of a later year.

use std::collections::BTreeMap;

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Date, Id, Partner, Quarter};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "partner-left-and-still-has-a-part",
    code: "H-16",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "An action or a risk that belongs to a partner who has gone belongs to nobody. Money from one is most often a \
          line that was carried forward and forgotten.",
    answer: "Name the partner that took it over, take the line out, or correct the day the partner left. What a partner \
             gave earlier in the same financial year stands: contributions are of the year.",
    example: r#"{ "id": "harbour-trust", "left_on": "2026-06-30", … } … "action": { "owner": "harbour-council", … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let period = &cx.header().get().period;
    let first_day = period.first_day();
    let left: BTreeMap<&str, (At<'_, Partner>, Date)> = cx
        .partners()
        .filter_map(|partner| {
            let left = partner.left_on.filter(|left| *left < first_day)?;
            Some((partner.get().id.as_str(), (partner, left)))
        })
        .collect();
    if left.is_empty() {
        return;
    }
    for (at, id, part) in parts(cx) {
        if let Some((partner, on)) = left.get(id.as_str()) {
            report(cx, at, partner, *on, part);
        }
    }
    let (year_starts, _) = Quarter::Q1.days(period.financial_year.first_year());
    let Some(finance) = cx.finance() else { return };
    for contribution in finance.list("contributions", |finance| &finance.contributions) {
        let gives = [&contribution.cash, &contribution.in_kind]
            .into_iter()
            .any(|given| given.as_ref().and_then(|given| given.number()).is_some_and(|given| given.get() != 0));
        if let Some((partner, on)) = left.get(contribution.source.as_str())
            && gives
            && *on < year_starts
        {
            report(cx, contribution.field("source"), partner, *on, "has a contribution this year");
        }
    }
}

fn report(cx: &mut RuleContext<'_>, at: Pointer, partner: &At<'_, Partner>, left: Date, part: &str) {
    cx.report(at)
        .message(format!("{} left on {}, but {part}", partner.name, words::date(left)))
        .related(partner.field("left_on"), "left")
        .help("name the partner that took it over, take it out, or correct the day it left")
        .provided(&partner.id)
        .done();
}

/// What somebody has to be there for: where it stands, whose it is, and how a message says it.
fn parts<'a>(cx: &RuleContext<'a>) -> Vec<(Pointer, &'a Id, &'static str)> {
    let whole = cx.whole();
    let mut parts = Vec::new();
    if let Some(partnership) = whole.part("partnership", |whole| Some(&whole.partnership)) {
        for leader in partnership.list("leadership", |partnership| &partnership.leadership) {
            let holder = leader.get().held_by.as_ref();
            parts.extend(holder.map(|id| (leader.field("held_by"), id, "still holds a part of the leadership")));
        }
    }
    for measure in cx.results() {
        if let Some(action) = measure.part("action", |measure| measure.action.as_ref()) {
            parts.extend(action.get().owner.as_ref().map(|id| (action.field("owner"), id, "is to do this")));
        }
    }
    for risk in whole.list("risks", |whole| &whole.risks) {
        parts.extend(risk.get().owner.as_ref().map(|id| (risk.field("owner"), id, "still owns this risk")));
        parts.extend(
            risk.get().who_carries.as_ref().map(|id| (risk.field("who_carries"), id, "still carries this risk")),
        );
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn left(on: &str, more: &str) -> String {
        format!(
            r#"{{"partners": [{{"id": "harbour-trust", "name": "Harbour Trust", "left_on": "{on}"}},
                {{"id": "tide-dc", "name": "Tide District Council"}}], {more}}}"#
        )
    }

    const MONEY: &str = r#""finance": {"contributions": [{"source": "harbour-trust", "cash": 5000}]}"#;
    const RISK: &str = r#""risks": [{"id": "K1", "title": "Rain", "owner": "harbour-trust"}]"#;

    #[test]
    fn what_belongs_to_somebody_who_left_is_named() {
        gets(
            &super::RULE,
            &left("2026-06-30", RISK),
            &["/risks/0/owner warning: Harbour Trust left on 30 June 2026, but still owns this risk \
               | name the partner that took it over, take it out, or correct the day it left"],
        );
        gets(
            &super::RULE,
            &left("2026-03-31", MONEY),
            &[
                "/finance/contributions/0/source warning: Harbour Trust left on 31 March 2026, but has a contribution this \
               year | name the partner that took it over, take it out, or correct the day it left",
            ],
        );
    }

    #[test]
    fn money_of_the_same_year_and_a_part_in_the_same_quarter_stand() {
        gets(&super::RULE, &left("2026-05-03", MONEY), &[]);
        gets(&super::RULE, &left("2026-07-01", RISK), &[]);
        gets(&super::RULE, &left("2026-03-31", &MONEY.replace("5000", "0")), &[]);
    }
}
