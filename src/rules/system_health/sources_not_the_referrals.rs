//! Referrals by source add up to the referrals that came in.

use crate::diagnostic::{Severity, Stage};
use crate::returns::People;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "sources-not-the-referrals",
    code: "S-02",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Where referrals come from shows who knows of the partnership. When the sources do not add up, somebody sent \
          people and is not in the list.",
    answer: "Correct a source or the total. Put those whose source is not known into a source of their own.",
    example: r#""received": 168, "by_source": [{ "source": "Schools", "value": 96 }, { "source": "Not known", "value": 72 }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let Some(referrals) = system.part("referrals", |system| system.referrals.as_ref()) else { return };
    let Some(received) = referrals.received.map(People::get) else { return };
    if referrals.by_source.is_empty() || referrals.is_cut("by_source") {
        return;
    }
    let sum = referrals.by_source.iter().map(|source| i128::from(source.value.get())).sum::<i128>();
    let received = i128::from(received);
    if sum == received {
        return;
    }
    let difference = words::count((received - sum).abs());
    let amount =
        if sum < received { format!("{difference} are missing") } else { format!("that is {difference} too many") };
    cx.report(referrals.field("by_source"))
        .message(format!(
            "The sources of referrals add up to {}, but {} were received; {amount}",
            words::count(sum),
            words::count(received)
        ))
        .related(referrals.field("received"), "received")
        .help("correct a source or the total, or add a source for those not known")
        .provided(sum)
        .expected(received)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn referrals(received: u32) -> String {
        format!(
            r#"{{"system_health": {{"referrals": {{"received": {received},
                "by_source": [{{"source": "Schools", "value": 52}}, {{"source": "Self", "value": 24}}]}}}}}}"#
        )
    }

    #[test]
    fn missing_and_surplus_referrals_are_counted() {
        gets(
            &super::RULE,
            &referrals(80),
            &[
                "/system_health/referrals/by_source error: The sources of referrals add up to 76, but 80 were received; 4 are \
               missing | correct a source or the total, or add a source for those not known",
            ],
        );
        gets(
            &super::RULE,
            &referrals(70),
            &[
                "/system_health/referrals/by_source error: The sources of referrals add up to 76, but 70 were received; that \
               is 6 too many | correct a source or the total, or add a source for those not known",
            ],
        );
    }

    #[test]
    fn the_right_sum_no_sources_and_a_source_that_was_cut_are_left_in_peace() {
        gets(&super::RULE, &referrals(76), &[]);
        gets(&super::RULE, r#"{"system_health": {"referrals": {"received": 80}}}"#, &[]);
        gets_without(&["/system_health/referrals/by_source/1"], &super::RULE, &referrals(76), &[]);
    }
}
