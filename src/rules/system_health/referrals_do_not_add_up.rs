//! Every referral was accepted, declined, withdrawn, or waits.

use crate::diagnostic::{Severity, Stage};
use crate::returns::People;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "referrals-do-not-add-up",
    code: "S-01",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "A referral that is in none of the groups is a person nobody answered, or a mistake in the count. Readers cannot \
          tell which.",
    answer: "Correct the counts, or give those that still wait as pending and those that were taken back as withdrawn.",
    example: r#""referrals": { "received": 168, "accepted": 121, "declined": 29, "pending": 18 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let Some(referrals) = system.part("referrals", |system| system.referrals.as_ref()) else { return };
    let (Some(received), Some(accepted), Some(declined)) = (referrals.received, referrals.accepted, referrals.declined)
    else {
        return;
    };
    if system.is_cut("referrals") {
        return;
    }
    let parts: Vec<u64> = [Some(accepted), Some(declined), referrals.pending, referrals.withdrawn]
        .into_iter()
        .flatten()
        .map(People::get)
        .collect();
    let (received, sum) = (received.get(), parts.iter().sum::<u64>());
    if sum == received {
        return;
    }
    let sums: Vec<String> = parts.into_iter().map(words::count).collect();
    let difference = words::count(received.abs_diff(sum));
    let amount =
        if sum < received { format!("{difference} are missing") } else { format!("that is {difference} too many") };
    cx.report(referrals.field("received"))
        .message(format!(
            "{} referrals were received, but {} is {}; {amount}",
            words::count(received),
            sums.join(" + "),
            words::count(sum)
        ))
        .help("correct the counts; referrals that still wait are pending, those taken back are withdrawn")
        .provided(received)
        .expected(sum)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn referrals(parts: &str) -> String {
        format!(r#"{{"system_health": {{"referrals": {{"received": 168, "accepted": 121, "declined": 29{parts}}}}}}}"#)
    }

    #[test]
    fn missing_referrals_are_counted() {
        gets(
            &super::RULE,
            &referrals(r#", "pending": 12"#),
            &[
                "/system_health/referrals/received error: 168 referrals were received, but 121 + 29 + 12 is 162; 6 are missing \
               | correct the counts; referrals that still wait are pending, those taken back are withdrawn",
            ],
        );
    }

    #[test]
    fn those_that_wait_and_those_taken_back_count() {
        gets(&super::RULE, &referrals(r#", "pending": 12, "withdrawn": 6"#), &[]);
        gets_without(&["/system_health/referrals/pending"], &super::RULE, &referrals(r#", "pending": 12"#), &[]);
    }
}
