//! A partnership for a time says when it ends, and ends after it began.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Lifespan;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "partnership-end-does-not-fit",
    code: "H-07",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Readers of a partnership for a time ask first how much of that time is left.",
    answer: "Say when the partnership ends, or change its lifespan to permanent. Check that it ends after it began.",
    example: r#""started_on": "2025-04-01", "lifespan": "time_limited", "ends_on": "2028-03-31""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(partnership) = cx.whole().part("partnership", |whole| Some(&whole.partnership)) else { return };
    let Some(ends) = partnership.ends_on else {
        if partnership.lifespan == Some(Lifespan::TimeLimited) && !partnership.is_cut("ends_on") {
            cx.report(partnership.field("lifespan"))
                .missing()
                .message(format!("{} is for a limited time, but does not say when it ends", partnership.name))
                .help("give ends_on, or change lifespan to permanent")
                .done();
        }
        return;
    };
    if let Some(started) = partnership.started_on.filter(|started| ends < *started) {
        cx.report(partnership.field("ends_on"))
            .message(format!(
                "{} ends on {}, before it started on {}",
                partnership.name,
                words::date(ends),
                words::date(started)
            ))
            .related(partnership.field("started_on"), "the start")
            .help("check both dates")
            .provided(ends)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn the_end_is_asked_for() {
        gets(
            &super::RULE,
            r#"{"partnership": {"lifespan": "time_limited"}}"#,
            &["/partnership/lifespan error: Harbour Circle is for a limited time, but does not say when it ends \
               | give ends_on, or change lifespan to permanent"],
        );
        gets(&super::RULE, r#"{"partnership": {"lifespan": "permanent"}}"#, &[]);
        gets_without(
            &["/partnership/ends_on"],
            &super::RULE,
            r#"{"partnership": {"lifespan": "time_limited", "ends_on": "2028-03-31"}}"#,
            &[],
        );
    }

    #[test]
    fn the_end_comes_after_the_start() {
        gets(
            &super::RULE,
            r#"{"partnership": {"started_on": "2025-04-01", "ends_on": "2025-03-31"}}"#,
            &["/partnership/ends_on error: Harbour Circle ends on 31 March 2025, before it started on 1 April 2025 \
               | check both dates"],
        );
        gets(&super::RULE, r#"{"partnership": {"started_on": "2025-04-01", "ends_on": "2025-04-01"}}"#, &[]);
    }
}
