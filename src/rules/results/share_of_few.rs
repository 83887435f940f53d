//! A percentage of few moves with every one of them.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::MeasureType;
use crate::returns::rating;
use crate::returns::{People, Text};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "share-of-few",
    code: "R-20",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Of 20 people, one is five percentage points. Readers who do not know that take a small change for a large one.",
    answer: "Say in the commentary that the numbers are small, and what one more or less would change.",
    example: r#""commentary": "Small numbers: one more eviction would move this by 4 percentage points.""#,
    check,
};

/// A share of fewer than this moves by more than three points with each.
const FEW: u64 = 30;

fn check(cx: &mut RuleContext<'_>) {
    let quarter = cx.quarter();
    for measure in cx.results() {
        let is_share = rating::factor(&measure) == Some(100) && measure.measure_type != Some(MeasureType::Rate);
        let is_said = || {
            measure.commentary.as_ref().is_some_and(says_so)
                || measure.data_quality_note.as_ref().is_some_and(says_so)
                || measure.is_cut("commentary")
        };
        if !is_share {
            continue;
        }
        let actuals = measure.list("actuals", |measure| &measure.actuals);
        let Some(actual) = actuals.into_iter().rev().find(|actual| actual.period == Some(quarter)) else { continue };
        let Some(whole) = actual.denominator.map(People::get).filter(|whole| (1..FEW).contains(whole)) else {
            continue;
        };
        if is_said() {
            continue;
        }
        let step = (Decimal::ONE_HUNDRED / Decimal::from(whole)).round_dp(1);
        cx.report(actual.field("denominator"))
            .message(format!(
                "“{}” is a share of {}: one more or less changes it by {} percentage points",
                measure.title.any(),
                words::count(whole),
                words::decimal(step)
            ))
            .help("say so in the commentary")
            .provided(whole)
            .done();
    }
}

/// Whether words say that the numbers are small, in English or Welsh.
fn says_so<const MAX: usize>(text: &Text<MAX>) -> bool {
    const WORDS: [&str; 8] =
        ["small", "few", "percentage point", "one more", "one person", "one household", "bach", "ychydig"];
    text.all().any(|text| {
        let text = text.to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn kept(whole: u32, commentary: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R4", "title": "Tenancies kept", "measure_type": "proportion", "commentary": "{commentary}",
                "actuals": [{{"period": "2026-27 Q2", "numerator": 18, "denominator": {whole}}}]}}]}}"#
        )
    }

    #[test]
    fn what_one_of_them_changes_is_said() {
        gets(
            &super::RULE,
            &kept(24, "Two landlords joined."),
            &[
                "/results/0/actuals/0/denominator advice: “Tenancies kept” is a share of 24: one more or less changes it by \
               4.2 percentage points | say so in the commentary",
            ],
        );
    }

    #[test]
    fn a_larger_share_and_one_that_says_so_are_left_in_peace() {
        gets(&super::RULE, &kept(30, "Two landlords joined."), &[]);
        gets(&super::RULE, &kept(24, "Small numbers, so take care."), &[]);
        gets_without(&["/results/0/commentary"], &super::RULE, &kept(24, "Two landlords joined."), &[]);
    }
}
