//! A figure that was reported is corrected with a restatement, not in silence.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{FigureStatus, PeriodFigure};
use crate::rules::results::told;
use crate::rules::then_and_now::{differing_field, figure, is_restated, the_return};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "earlier-figure-changed",
    code: "R-15",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Readers keep what they were told. A figure of an earlier quarter that is another one now has to say so, or nobody \
          can tell a correction from a slip. A figure that was provisional or estimated may become final without more.",
    answer: "Add a restatement with what it was, what it is now and why; or put the earlier figure back.",
    example: r#""restatements": [{ "refers_to": "R2", "period": "2026-27 Q1", "was": 74.1, "now": 75.9, "reason": "Four referrals were counted twice." }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let told = told(cx);
    if told.is_empty() {
        return;
    }
    for measure in cx.results() {
        for now in measure.list("actuals", |measure| &measure.actuals) {
            let Some(period) = now.period else { continue };
            let Some((then, filed)) = told.get(&(measure.id.to_string(), period.to_string())) else { continue };
            let Some(field) = differing_field(&now, then) else { continue };
            if was_to_change(then) || is_restated(&cx.header(), &measure.id, Some(period)) {
                continue;
            }
            cx.report(now.field(field))
                .message(format!(
                    "{} for {} was {} in {}, and is {} now",
                    measure.title.any(),
                    words::period(period),
                    figure(then),
                    the_return(filed),
                    figure(&now)
                ))
                .related(then.field(field), "the figure then")
                .help("add a restatement that says what it was, what it is now and why")
                .done();
        }
    }
}

/// Whether a figure was marked as one that would change.
fn was_to_change(then: &PeriodFigure) -> bool {
    match then.status {
        Some(FigureStatus::Provisional | FigureStatus::Estimated) => true,
        Some(
            FigureStatus::Final | FigureStatus::Revised | FigureStatus::NotAvailable | FigureStatus::NotApplicable,
        )
        | None => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets_after, gets_after_all};

    fn plans(actual: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R1", "title": "Plans", "actuals": [{{"period": "2026-27 Q1", {actual}}}]}}]}}"#
        )
    }

    const CHANGED: &str = "/results/0/actuals/0/value warning: Plans for Q1 of 2026-27 was 52 in the return for Q1 of 2026-27, \
                           and is 54 now | add a restatement that says what it was, what it is now and why";

    #[test]
    fn a_figure_that_changed_is_named() {
        gets_after(&plans(r#""value": 52"#), &super::RULE, &plans(r#""value": 54"#), &[CHANGED]);
        gets_after(&plans(r#""value": 52"#), &super::RULE, &plans(r#""value": 52"#), &[]);
    }

    #[test]
    fn what_was_provisional_may_become_final() {
        gets_after(&plans(r#""value": 52, "status": "provisional""#), &super::RULE, &plans(r#""value": 54"#), &[]);
    }

    #[test]
    fn the_last_word_counts_not_the_first() {
        let first = plans(r#""value": 50"#);
        gets_after_all(&[&first, &plans(r#""value": 52"#)], &super::RULE, &plans(r#""value": 54"#), &[CHANGED]);
    }

    #[test]
    fn shares_are_compared_by_their_counts() {
        let then = plans(r#""numerator": 120, "denominator": 162, "value": 74.1"#);
        gets_after(
            &then,
            &super::RULE,
            &plans(r#""numerator": 120, "denominator": 158, "value": 75.9"#),
            &[
                "/results/0/actuals/0/denominator warning: Plans for Q1 of 2026-27 was 74.1 (120 of 162) in the return for Q1 of \
             2026-27, and is 75.9 (120 of 158) now | add a restatement that says what it was, what it is now and why",
            ],
        );
        gets_after(&then, &super::RULE, &plans(r#""numerator": 120, "denominator": 162, "value": 74.07"#), &[]);
    }
}
