//! SWEMWBS means are of metric scores.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::Scoring;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "raw-scores-averaged",
    code: "O-08",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "The seven questions of SWEMWBS do not weigh the same. The guidance turns each total into a metric score first; a mean of raw totals cannot be compared with anybody else’s.",
    answer: "Convert each total with the table from Warwick, take the mean again, and write scoring as metric_transformed.",
    example: r#""instrument": "SWEMWBS", "scoring": "metric_transformed""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let is_swemwbs =
            outcome.instrument.as_ref().is_some_and(|name| name.as_str().trim().eq_ignore_ascii_case("SWEMWBS"));
        let has_mean = outcome.before.is_some() || outcome.after.is_some() || outcome.change.is_some();
        if !is_swemwbs || !has_mean || outcome.is_cut("scoring") {
            continue;
        }
        let title = outcome.title.any();
        let (message, is_missing) = match outcome.scoring {
            Some(Scoring::MetricTransformed) => continue,
            Some(Scoring::Raw) => (format!("“{title}”: SWEMWBS totals were averaged as they were counted"), false),
            None => (format!("“{title}”: it is not said whether SWEMWBS totals were turned into metric scores"), true),
        };
        let finding = cx
            .report(outcome.field("scoring"))
            .message(message)
            .help("convert each total before you take a mean, and write metric_transformed in scoring");
        if is_missing { finding.missing().done() } else { finding.done() }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn totals_are_converted_first() {
        gets(
            &super::RULE,
            &outcome(r#""instrument": "swemwbs", "scoring": "raw", "after": {"mean": 21}"#),
            &[
                "/outcomes/0/scoring error: “Wellbeing”: SWEMWBS totals were averaged as they were counted | convert each total \
               before you take a mean, and write metric_transformed in scoring",
            ],
        );
        gets(
            &super::RULE,
            &outcome(r#""instrument": "SWEMWBS", "after": {"mean": 21}"#),
            &[
                "/outcomes/0/scoring error: “Wellbeing”: it is not said whether SWEMWBS totals were turned into metric scores \
               | convert each total before you take a mean, and write metric_transformed in scoring",
            ],
        );
    }

    #[test]
    fn other_instruments_and_no_mean_are_left_in_peace() {
        gets(&super::RULE, &outcome(r#""instrument": "WEMWBS", "after": {"mean": 41}"#), &[]);
        gets(&super::RULE, &outcome(r#""instrument": "SWEMWBS""#), &[]);
        let unsaid = outcome(r#""instrument": "SWEMWBS", "after": {"mean": 21}"#);
        gets_without(&["/outcomes/0/scoring"], &super::RULE, &unsaid, &[]);
    }
}
