//! A public value ratio shows what it is made of, and follows from it.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Pounds, Score, Stated, ValueForMoney};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "public-value-without-its-parts",
    code: "O-15",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Arithmetic,
    why: "A ratio of all benefits to costs looks like money in the bank. Without the fiscal return, the cut for optimism and the price year nobody can tell how much of it is.",
    answer: "Give fiscal_return, optimism_bias_percent and price_year beside it; and correct a ratio that does not follow, or leave it out, as it is worked out.",
    example: r#""costs_gbp": 881200, "fiscal_benefits_gbp": 426000, "economic_social_benefits_gbp": 610000, "fiscal_return": 0.48, "public_value_ratio": 1.18"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(value) = cx.whole().part("value_for_money", |whole| whole.value_for_money.as_ref()) else { return };
    parts(cx, &value);
    let pounds =
        |amount: &Option<Stated<Pounds>>| amount.as_ref().and_then(Stated::number).map(|pounds| pounds.decimal());
    let Some(costs) = pounds(&value.costs_gbp).filter(|costs| *costs > Decimal::ZERO) else { return };
    let fiscal = pounds(&value.fiscal_benefits_gbp);
    let all = fiscal.zip(pounds(&value.economic_social_benefits_gbp)).and_then(|(one, other)| one.checked_add(other));
    follows(cx, &value, "fiscal_return", (value.fiscal_return, fiscal, costs));
    follows(cx, &value, "public_value_ratio", (value.public_value_ratio, all, costs));
}

fn parts(cx: &mut RuleContext<'_>, value: &At<'_, ValueForMoney>) {
    let missing: Vec<String> = [
        ("fiscal_return", "the fiscal return", value.fiscal_return.is_none()),
        ("optimism_bias_percent", "the cut for optimism", value.optimism_bias_percent.is_none()),
        ("price_year", "the price year", value.price_year.is_none()),
    ]
    .into_iter()
    .filter(|(field, _, is_missing)| *is_missing && !value.is_cut(field))
    .map(|(_, words, _)| words.to_owned())
    .collect();
    if value.public_value_ratio.is_some() && !missing.is_empty() {
        cx.report(value.field("public_value_ratio"))
            .missing()
            .message(format!("The public value ratio stands without {}", words::list(&missing)))
            .help("give fiscal_return, optimism_bias_percent and price_year beside it")
            .done();
    }
}

fn follows(
    cx: &mut RuleContext<'_>,
    value: &At<'_, ValueForMoney>,
    field: &str,
    (ratio, benefits, costs): (Option<Score>, Option<Decimal>, Decimal),
) {
    let (Some(ratio), Some(benefits)) = (ratio.map(Score::get), benefits) else { return };
    let Some(derived) = benefits.checked_div(costs) else { return };
    // As exact as it was typed: 1.2 may be anything from 1.15 to 1.25.
    let tolerance = if ratio.scale() >= 2 { Decimal::new(5, 3) } else { Decimal::new(5, 2) };
    let is_near = |derived: Decimal| derived.checked_sub(ratio).is_some_and(|off| off.abs() <= tolerance);
    // Where the benefits are given before the cut for optimism, the ratio may be of what is left.
    let cut = value.optimism_bias_percent.filter(|_| value.optimism_bias_applied != Some(true));
    let after_cut =
        cut.and_then(|cut| derived.checked_mul(Decimal::ONE_HUNDRED - cut.get())?.checked_div(Decimal::ONE_HUNDRED));
    if is_near(derived) || after_cut.is_some_and(is_near) {
        return;
    }
    let whole = |pounds: Decimal| words::pounds(pounds.to_i64().unwrap_or_default());
    cx.report(value.field(field))
        .message(format!(
            "{} ÷ {} is {}, not {}",
            whole(benefits),
            whole(costs),
            words::decimal(derived.round_dp(2)),
            words::decimal(ratio)
        ))
        .related(value.field("costs_gbp"), "the costs")
        .help("correct one of the three; or leave the ratio out, as it is worked out")
        .provided(ratio)
        .expected(derived.round_dp(2))
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn value(parts: &str) -> String {
        format!(
            r#"{{"value_for_money": {{"costs_gbp": 881200, "fiscal_benefits_gbp": 426000, "economic_social_benefits_gbp": 610000,
                {parts}}}}}"#
        )
    }

    const REST: &str =
        r#""fiscal_return": 0.48, "optimism_bias_percent": 25, "optimism_bias_applied": true, "price_year": "2026-27""#;

    #[test]
    fn a_ratio_follows_and_does_not_stand_alone() {
        gets(
            &super::RULE,
            &value(&format!(r#""public_value_ratio": 1.8, {REST}"#)),
            &["/value_for_money/public_value_ratio warning: £1,036,000 ÷ £881,200 is 1.18, not 1.8 \
               | correct one of the three; or leave the ratio out, as it is worked out"],
        );
        gets(
            &super::RULE,
            &value(r#""public_value_ratio": 1.18, "fiscal_return": 0.48"#),
            &[
                "/value_for_money/public_value_ratio warning: The public value ratio stands without the cut for optimism and the \
               price year | give fiscal_return, optimism_bias_percent and price_year beside it",
            ],
        );
    }

    #[test]
    fn rounding_and_the_cut_for_optimism_are_left_in_peace() {
        gets(&super::RULE, &value(&format!(r#""public_value_ratio": 1.2, {REST}"#)), &[]);
        let cut = r#""public_value_ratio": 0.88, "fiscal_return": 0.36, "optimism_bias_percent": 25, "price_year": "2026-27""#;
        gets(&super::RULE, &value(cut), &[]);
        gets(&super::RULE, r#"{"value_for_money": {"not_ready_reason": "Too early."}}"#, &[]);
    }
}
