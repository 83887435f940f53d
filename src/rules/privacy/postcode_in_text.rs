//! No text of a return holds a full postcode.

use super::{Detector, look_closely};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "postcode-in-text",
    code: "P-13",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "A postcode is about fifteen homes. Beside an age or a kind of trouble it says who is meant.",
    answer: "Name the ward instead. The first half alone is advice: it may be small enough in a village. The \
             postcode of an office can be allowed in candour.toml.",
    example: r#""what_happened": "Three households in Low Marsh moved in the same week.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let allowed = &cx.settings().allowed;
    look_closely(cx, Detector::Postcode, |at, postcode, _| {
        !at.last().is_some_and(|name| matches!(name.as_str(), "ref" | "ons_code")) && !allowed.is_postcode(postcode)
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_full_one_is_an_error_and_half_of_one_advice() {
        gets(
            &super::RULE,
            r#"{"results": [{"id": "R1", "title": "Plans", "commentary": {"cy": "Tai yn LL57 2DG"}}],
                "x_area": "Mostly YO8."}"#,
            &[
                "/results/0/commentary/cy error: “commentary” of R1 holds what looks like a full postcode, from character 8 \
                 on | take it out, or name the ward: a postcode is a handful of homes",
                "/x_area advice: “x_area” holds what looks like the first half of a postcode, from character 8 on \
                 | check whether the place is small enough to tell who is meant; if not, leave it",
            ],
        );
    }

    #[test]
    fn wards_and_quarters_are_left_in_peace() {
        gets(&super::RULE, r#"{"partnership": {"purpose": "Low Marsh, from Q2 1st week on; see R1 and S2."}}"#, &[]);
    }
}
