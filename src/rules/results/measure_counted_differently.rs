//! What a measure counts, and how, stays the same from quarter to quarter.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Line;
use crate::returns::approach::results::{Counting, Counts, MeasureLevel, MeasureType};
use crate::rules::results::measure_changed_without_a_word::says_why;
use crate::rules::results::with_earlier;
use crate::rules::then_and_now::{quarter, same_words};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "measure-counted-differently",
    code: "R-25",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A count of the quarter cannot be set beside a count since April, nor a percentage beside a number. A measure that \
          changes how it counts starts a new history, and has to say so.",
    answer: "Go back to the old way of counting; or add to the target’s revised list what changed, why, and who agreed; or \
             start a new measure with an id of its own.",
    example: r#""measure_type": "count", "unit": "households", "counting": "cumulative_year_to_date""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier(cx) {
        if says_why(&now, &then) {
            continue;
        }
        let word = |word: Option<&'static str>| word.map(words::choice);
        let line = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned());
        let fields = [
            (
                "measure_type",
                "its kind",
                word(then.measure_type.map(MeasureType::word)),
                word(now.measure_type.map(MeasureType::word)),
            ),
            ("unit", "its unit", line(&then.unit), line(&now.unit)),
            (
                "counting",
                "how it adds up",
                word(then.counting.map(Counting::word)),
                word(now.counting.map(Counting::word)),
            ),
            ("counts", "what it counts", word(then.counts.map(Counts::word)), word(now.counts.map(Counts::word))),
            (
                "level",
                "whom it is about",
                word(then.level.map(MeasureLevel::word)),
                word(now.level.map(MeasureLevel::word)),
            ),
        ];
        for (field, name, was, is) in fields {
            let Some((was, is)) = was.zip(is).filter(|(was, is)| !same_words(was, is)) else { continue };
            cx.report(now.field(field))
                .message(format!(
                    "{} counts differently than in {}: {name} was “{was}”, and is “{is}” now",
                    now.title.any(),
                    quarter(&previous)
                ))
                .related(then.field(field), format!("{name} then"))
                .help("go back to the old way, or say in the target’s revised list what changed, why, and who agreed")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn plans(parts: &str) -> String {
        format!(r#"{{"results": [{{"id": "R1", "title": "Plans"{parts}}}]}}"#)
    }

    #[test]
    fn another_way_of_counting_is_named() {
        let then = plans(r#", "counting": "cumulative_year_to_date", "unit": "households""#);
        gets_after(
            &then,
            &super::RULE,
            &plans(r#", "counting": "in_quarter", "unit": "Households""#),
            &[
                "/results/0/counting warning: Plans counts differently than in Q1 of 2026-27: how it adds up was “cumulative year \
             to date”, and is “in quarter” now | go back to the old way, or say in the target’s revised list what changed, \
             why, and who agreed",
            ],
        );
        gets_after(&then, &super::RULE, &plans(""), &[]);
    }
}
