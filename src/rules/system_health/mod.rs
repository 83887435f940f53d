//! Rules about how the system of services works.

pub(super) mod autonomy_without_quality;
pub(super) mod barrier_nobody_is_named_to_lift;
pub(super) mod dispute_without_settlement;
pub(super) mod everything_tried_was_adopted;
pub(super) mod few_ingredients_covered;
pub(super) mod few_replies_to_the_survey;
pub(super) mod late_milestones_and_no_word_of_momentum;
pub(super) mod learning_without_a_decision;
pub(super) mod mean_wait_without_a_median;
pub(super) mod more_in_post_than_agreed;
pub(super) mod more_replies_than_asked;
pub(super) mod overall_not_the_mean_of_items;
pub(super) mod previous_not_as_filed;
pub(super) mod referrals_do_not_add_up;
pub(super) mod score_outside_the_survey_scale;
pub(super) mod series_ends_on_another_figure;
pub(super) mod series_of_another_length;
pub(super) mod series_rewritten;
pub(super) mod series_too_short_for_limits;
pub(super) mod sources_not_the_referrals;
pub(super) mod system_measure_dropped;
pub(super) mod system_measure_renamed;
pub(super) mod trust_low_without_a_word;
pub(super) mod vacancy_rate_not_from_its_posts;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::then_and_now::{in_both, missing_from, titled_anew};
use super::{At, RuleContext};
use crate::returns::QuarterlyReturn;
use crate::returns::approach::system_health::{RelationshipSurvey, SystemMeasure};

/// The measures of a return.
fn measures_of<'a>(filed: &At<'a, QuarterlyReturn>) -> Vec<At<'a, SystemMeasure>> {
    let system = filed.part("system_health", |filed| filed.system_health.as_ref());
    system.iter().flat_map(|system| system.list("measures", |system| &system.measures)).collect()
}

fn earlier_measures<'a>(cx: &RuleContext<'a>) -> Vec<At<'a, SystemMeasure>> {
    cx.previous().map(|earlier| measures_of(&earlier)).unwrap_or_default()
}

/// Each measure that was in the last return too, with what it was there.
fn with_earlier_measure<'a>(cx: &RuleContext<'a>) -> Vec<(At<'a, SystemMeasure>, At<'a, SystemMeasure>)> {
    in_both(measures_of(&cx.whole()), earlier_measures(cx), |measure| &measure.id)
}

/// The measures of the last return whose ids this one does not have.
fn gone<'a>(cx: &RuleContext<'a>) -> Vec<At<'a, SystemMeasure>> {
    missing_from(earlier_measures(cx), &measures_of(&cx.whole()), |measure| &measure.id)
}

/// The measures whose ids the last return did not have, by the words of their titles.
fn new_by_title<'a>(cx: &RuleContext<'a>) -> BTreeMap<Vec<String>, At<'a, SystemMeasure>> {
    let new = missing_from(measures_of(&cx.whole()), &earlier_measures(cx), |measure| &measure.id);
    titled_anew(new, |measure| &measure.title)
}

/// The lowest and the highest score of a survey: as stated, else as its name says (“1 to 7”), else 1 and 5.
fn survey_scale(survey: &RelationshipSurvey) -> (Decimal, Decimal) {
    let stated = survey.scale.as_ref().map(|scale| (scale.min.get(), scale.max.get()));
    let named = || survey.instrument.as_ref().and_then(|name| scale_in(name.as_str()));
    stated.or_else(named).unwrap_or((Decimal::ONE, Decimal::from(5)))
}

fn scale_in(name: &str) -> Option<(Decimal, Decimal)> {
    let words: Vec<&str> =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<u8>().ok().filter(|number| *number <= 100);
    words.windows(3).find_map(|three| match three {
        [from, "to", to] => {
            let (from, to) = (number(from)?, number(to)?);
            (from < to).then(|| (Decimal::from(from), Decimal::from(to)))
        }
        _ => None,
    })
}
