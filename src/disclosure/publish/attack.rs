//! Small returns made at random, and a reader with all three editions on the desk who tries to work out what is hidden.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::disclosure::published::{
    BreakdownShown, CohortShown, CohortStep, DistributionShown, Moved, RatingShown, Shown,
};
use crate::returns::approach::results::BreakdownBy;

const THRESHOLD: u64 = 5;
const OPINIONS: u64 = 10;
const WARDS: [&str; 5] = ["quayside", "low-marsh", "wold-gate", "brackenholt", "tannery"];

/// A share of a group: the part and the rest.
type Share = (u64, u64);

#[derive(Debug, Clone)]
pub(super) struct Raw {
    /// A count, broken down three times: by ward, by tenure and by age.
    groups: [Vec<u64>; 3],
    /// Replies to a survey, by sector.
    replies: Vec<u64>,
    /// A proportion, broken down once.
    shares: Vec<Share>,
    /// How many are lost at each step of a cohort, and how many are left in the end, by how they moved.
    lost: [u64; 4],
    left: u64,
    moved: [u64; 3],
    /// Referrals by answer, and by source.
    answers: [u64; 3],
    sources: Vec<u64>,
}

fn small() -> impl Strategy<Value = u64> {
    prop_oneof![3 => 0_u64..8, 2 => 0_u64..30]
}

pub(super) fn raw() -> impl Strategy<Value = Raw> {
    let groups = || prop::collection::vec(small(), 1..5);
    let shares = prop::collection::vec((small(), small()), 1..5);
    let rest = (prop::array::uniform4(small()), small(), prop::array::uniform3(small()));
    let referrals = (prop::array::uniform3(small()), groups());
    (prop::array::uniform3(groups()), groups(), shares, rest, referrals).prop_map(
        |(groups, replies, shares, (lost, left, moved), (answers, sources))| Raw {
            groups,
            replies,
            shares,
            lost,
            left,
            moved,
            answers,
            sources,
        },
    )
}

/// The return these figures stand in.
fn filed(raw: &Raw) -> QuarterlyReturn {
    serde_json::from_value(whole(raw)).expect("a return of the right shape")
}

/// The same as JSON. Each breakdown is padded to the largest total.
pub(super) fn whole(raw: &Raw) -> Value {
    let total = raw.groups.iter().map(|groups| groups.iter().sum::<u64>()).max().unwrap_or_default();
    let breakdown = |index: usize, by: &str| -> Value {
        let groups = &raw.groups[index];
        let rest = total - groups.iter().sum::<u64>();
        let padded = groups.iter().copied().chain((rest > 0).then_some(rest));
        let groups: Vec<Value> =
            padded.zip(WARDS).map(|(value, ward)| json!({ "label": ward, "value": value })).collect();
        json!({ "by": by, "groups": groups })
    };
    let sectors = ["voluntary_community", "local_government", "nhs", "police"];
    let replies: Vec<Value> =
        raw.replies.iter().zip(sectors).map(|(value, sector)| json!({ "sector": sector, "value": value })).collect();
    let returned: u64 = raw.replies.iter().sum();
    let (parts, rests): (Vec<u64>, Vec<u64>) = raw.shares.iter().copied().unzip();
    let (part, rest): (u64, u64) = (parts.iter().sum(), rests.iter().sum());
    let shares: Vec<Value> = raw
        .shares
        .iter()
        .zip(WARDS)
        .map(|((part, rest), ward)| json!({ "label": ward, "numerator": part, "denominator": part + rest }))
        .collect();
    let matched: u64 = raw.moved.iter().sum();
    let due = matched + raw.lost[3] + raw.left;
    let complete = due + raw.lost[2];
    let consented = complete + raw.lost[1];
    let received: u64 = raw.answers.iter().sum();
    let by_source: u64 = raw.sources.iter().sum();
    let sources = raw.sources.iter().copied().chain((received > by_source).then(|| received - by_source));
    let sources: Vec<Value> = if by_source > received {
        Vec::new()
    } else {
        sources.zip(WARDS).map(|(value, source)| json!({ "source": source, "value": value })).collect()
    };
    json!({
        "schema_version": "1.0",
        "return": { "status": "submitted", "period": { "financial_year": "2026-27", "quarter": "Q2" } },
        "partnership": { "id": "saltmere-together", "name": "Saltmere Together" },
        "partners": [{ "id": "one", "name": "One" }, { "id": "two", "name": "Two" }],
        "results": [
            { "id": "R1", "title": "Households", "unit": "households", "measure_type": "count",
              "counting": "cumulative_year_to_date", "actuals": [{ "period": "2026-27 Q2", "value": total }],
              "breakdowns": [breakdown(0, "ward"), breakdown(1, "tenure"), breakdown(2, "age_band")] },
            { "id": "R2", "title": "Kept", "unit": "percent", "measure_type": "proportion",
              "actuals": [{ "period": "2026-27 Q2", "numerator": part, "denominator": part + rest }],
              "breakdowns": [{ "by": "sex", "groups": shares }] }
        ],
        "system_health": { "relationship_survey": {
            "sent": returned + 40, "returned": returned, "returned_by_sector": replies
        }, "referrals": {
            "received": received, "accepted": raw.answers[0], "declined": raw.answers[1], "pending": raw.answers[2],
            "by_source": sources
        } },
        "outcomes": [{ "id": "O1", "title": "Better",
            "cohort": { "eligible": consented + raw.lost[0], "consented": consented, "baseline_complete": complete,
                        "follow_up_due": due, "matched": matched, "left_before_follow_up": raw.left },
            "distribution": { "improved": raw.moved[0], "no_clear_change": raw.moved[1], "worsened": raw.moved[2] } }]
    })
}

pub(super) fn editions(filed: &QuarterlyReturn) -> [Published; 3] {
    let options = PublishOptions::default();
    [Audience::Funder, Audience::Members, Audience::Public]
        .map(|audience| publish_return(filed, &History::none(), DisclosureSettings::default(), audience, &options))
}

fn exact(shown: &Shown) -> Option<u64> {
    use rust_decimal::prelude::ToPrimitive;
    shown.number().and_then(|number| number.get().to_u64())
}

/// Counts that add up to a total, each as the funder's edition shows it. A reader knows that zeros are shown unless a whole
/// column is hidden.
fn adds_up(parts: &[Option<u64>], total: Option<u64>, what: &str) -> Result<(), TestCaseError> {
    adds_up_from(THRESHOLD, parts, total, what)
}

/// The same with another smallest count.
fn adds_up_from(threshold: u64, parts: &[Option<u64>], total: Option<u64>, what: &str) -> Result<(), TestCaseError> {
    let hidden = parts.iter().filter(|part| part.is_none()).count() as u64;
    let (Some(total), 1..) = (total, hidden) else { return Ok(()) };
    let rest = total - parts.iter().flatten().sum::<u64>();
    let least = u64::from(hidden < parts.len() as u64);
    let values = if hidden == 1 { 1 } else { (rest + 1).saturating_sub(hidden * least) };
    prop_assert!(values >= threshold - 1, "{what}: {parts:?} of {total} leaves {values} values");
    Ok(())
}

/// Counts that add up without regard to zeros, as parts of shares do.
fn adds_up_with_zeros(parts: &[Option<u64>], total: Option<u64>, what: &str) -> Result<(), TestCaseError> {
    let hidden = parts.iter().filter(|part| part.is_none()).count();
    let (Some(total), 1..) = (total, hidden) else { return Ok(()) };
    let rest = total - parts.iter().flatten().sum::<u64>();
    let values = if hidden == 1 { 1 } else { rest + 1 };
    prop_assert!(total == 0 || values >= THRESHOLD - 1, "{what}: {parts:?} of {total} leaves {values} values");
    Ok(())
}

/// The groups of a breakdown one by one; those that are printed as one have no number of their own.
fn cells(breakdown: &BreakdownShown) -> Vec<Option<u64>> {
    let groups = breakdown.groups.iter().flat_map(|group| {
        let alone = group.joined.is_empty().then(|| exact(&group.figure)).flatten();
        vec![alone; group.joined.len() + 1]
    });
    groups.collect()
}

fn attack_shares(breakdown: &BreakdownShown, part: Option<u64>, whole: Option<u64>) -> Result<(), TestCaseError> {
    let column = |of: fn(&crate::disclosure::published::GroupShown) -> &Option<Shown>| -> Vec<Option<u64>> {
        breakdown.groups.iter().map(|group| of(group).as_ref().and_then(exact)).collect()
    };
    let (parts, wholes) = (column(|group| &group.numerator), column(|group| &group.denominator));
    let rests: Vec<Option<u64>> = parts.iter().zip(&wholes).map(|(part, whole)| Some((*whole)? - (*part)?)).collect();
    adds_up_with_zeros(&parts, part, "numerators")?;
    adds_up_with_zeros(&wholes, whole, "denominators")?;
    adds_up_with_zeros(&rests, part.zip(whole).map(|(part, whole)| whole - part), "complements")?;
    for (part, whole) in parts.iter().zip(&wholes) {
        let (Some(part), Some(whole)) = (part, whole) else { continue };
        for count in [*part, *whole, whole - part] {
            prop_assert!(!(1..THRESHOLD).contains(&count), "a share shows {part} of {whole}");
        }
    }
    Ok(())
}

/// Of steps that contain one another, a hidden one lies between its printed neighbours, and no two printed ones differ by
/// a few people.
fn attack_steps(steps: &[Option<u64>]) -> Result<(), TestCaseError> {
    let printed: Vec<u64> = steps.iter().flatten().copied().collect();
    for pair in printed.windows(2) {
        prop_assert!(!(1..THRESHOLD).contains(&(pair[0] - pair[1])), "{steps:?}");
    }
    for (at, _) in steps.iter().enumerate().filter(|(_, step)| step.is_none()) {
        let above = steps[..at].iter().flatten().min();
        let below = steps[at..].iter().flatten().max().copied().unwrap_or_default();
        if let Some(above) = above {
            // A step is hidden because it differs from another by a few, or is a few itself.
            let values = (below..=*above).filter(|value| *value != below && value != above).count() as u64;
            prop_assert!(values >= THRESHOLD - 1, "step {at} of {steps:?} has {values} values");
        }
    }
    Ok(())
}

/// The number of a step, where it has one of its own.
fn own_step(cohort: &CohortShown, step: CohortStep) -> Option<u64> {
    let shown = cohort.steps.iter().find(|shown| shown.steps.last() == Some(&step))?;
    exact(&shown.people)
}

/// How many moved this way, where that is told of it alone.
fn own_way(split: &DistributionShown, way: Moved) -> Option<u64> {
    let shown = split.moves.iter().find(|shown| shown.ways == [way])?;
    exact(&shown.people)
}

/// Whatever the funder may not see, nobody else sees.
fn is_nested(strict: &Value, loose: &Value, path: &str) -> Result<(), TestCaseError> {
    match (loose, strict) {
        (Value::Object(figure), strict) if figure.get("is") == Some(&json!("hidden")) => {
            let is_hidden = strict.is_null() || strict.get("is") == Some(&json!("hidden"));
            prop_assert!(is_hidden, "{path} is hidden in a looser edition and here {strict}");
        }
        (Value::Object(loose), Value::Object(strict)) => {
            for (name, part) in loose {
                if let Some(other) = strict.get(name) {
                    is_nested(other, part, &format!("{path}/{name}"))?;
                }
            }
        }
        (Value::Array(loose), Value::Array(strict)) if loose.len() == strict.len() => {
            for (index, (part, other)) in loose.iter().zip(strict).enumerate() {
                is_nested(other, part, &format!("{path}/{index}"))?;
            }
        }
        (_, _) => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_hidden_can_be_worked_out_from_all_three_editions(raw in raw()) {
        let filed = filed(&raw);
        let [funder, members, public] = editions(&filed);
        let as_json = |published: &Published| serde_json::to_value(published).unwrap();
        is_nested(&as_json(&members), &as_json(&funder), "members")?;
        is_nested(&as_json(&public), &as_json(&members), "public")?;
        is_nested(&as_json(&public), &as_json(&funder), "public")?;

        let count = &funder.results[0];
        for breakdown in &count.breakdowns {
            // Between two small bands that are printed as one there may be an empty one.
            if breakdown.by == BreakdownBy::AgeBand {
                adds_up_with_zeros(&cells(breakdown), exact(&breakdown.total), "bands")?;
            } else {
                adds_up(&cells(breakdown), exact(&breakdown.total), "groups")?;
            }
            for group in &breakdown.groups {
                prop_assert!(exact(&group.figure).is_none_or(|people| !(1..THRESHOLD).contains(&people)));
            }
        }
        // What residents see of these is rounded, each by itself.
        for measure in &public.results {
            let figures = measure.breakdowns.iter().flat_map(|by| by.groups.iter().map(|group| &group.figure).chain([&by.total]));
            let counts = figures.filter(|_| measure.unit.words == "households").filter_map(exact);
            prop_assert!(counts.into_iter().all(|count| count % 5 == 0));
        }
        let survey = funder.system_health.as_ref().unwrap().survey.as_ref().unwrap();
        let replies: Vec<Option<u64>> = survey.replies.iter().flat_map(|replies| {
            let alone = (replies.sectors.len() == 1).then(|| exact(&replies.figure)).flatten();
            vec![alone; replies.sectors.len()]
        }).collect();
        // So few replies are told as one number, and no sector is.
        let returned = survey.returned.as_ref().and_then(exact).filter(|returned| *returned >= OPINIONS);
        adds_up_from(OPINIONS, &replies, returned, "replies")?;
        for replies in &survey.replies {
            prop_assert!(exact(&replies.figure).is_none_or(|people| !(1..OPINIONS).contains(&people)));
        }
        let share = &funder.results[1];
        let whole = |shown: &Option<Shown>| shown.as_ref().and_then(exact);
        attack_shares(&share.breakdowns[0], whole(&share.current.numerator), whole(&share.current.denominator))?;

        let referrals = funder.system_health.as_ref().unwrap().referrals.as_ref().unwrap();
        let answers = [&referrals.accepted, &referrals.declined, &referrals.pending].map(exact);
        adds_up(&answers, exact(&referrals.received), "answers")?;
        let sources: Vec<Option<u64>> = referrals.by_source.iter().map(|source| exact(&source.figure)).collect();
        if !sources.is_empty() {
            adds_up(&sources, exact(&referrals.received), "sources")?;
        }

        let outcome = &funder.outcomes[0];
        let cohort = outcome.cohort.as_ref().unwrap();
        let steps: Vec<Option<u64>> = CohortStep::ALL.iter().map(|step| own_step(cohort, *step)).collect();
        attack_steps(&steps)?;
        if let (Some(due), Some(matched), Some(left)) = (steps[3], steps[4], whole(&cohort.left_before_follow_up)) {
            prop_assert!(![left, due - matched - left].iter().any(|few| (1..THRESHOLD).contains(few)));
        }
        prop_assert!(cohort.response_rate.as_ref().is_none_or(Shown::is_hidden) || (steps[3].is_some() && steps[4].is_some()));
        let split = outcome.distribution.as_ref().unwrap();
        let ways = [Moved::Improved, Moved::NoClearChange, Moved::Worsened].map(|way| own_way(split, way));
        adds_up_with_zeros(&ways, steps[4], "movement")?;
        for moved in &split.moves {
            prop_assert!(exact(&moved.people).is_none_or(|people| !(1..THRESHOLD).contains(&people)));
        }
    }

    /// A reader keeps the reports of two quarters. What was hidden in one, or grew by a few between them, stays hidden.
    #[test]
    fn nothing_hidden_can_be_worked_out_from_two_quarters(then in raw(), grown in prop::collection::vec(small(), 4)) {
        let mut then = then;
        // Nothing is left over in any breakdown, so that nobody leaves between the quarters.
        then.groups = [0; 3].map(|_| then.groups[0].clone());
        let mut now = then.clone();
        for groups in &mut now.groups {
            for (group, by) in groups.iter_mut().zip(&grown) {
                *group += by;
            }
        }
        let (mut first, second) = (filed(&then), filed(&now));
        first.header.period = serde_json::from_value(json!({ "financial_year": "2026-27", "quarter": "Q1" })).unwrap();
        first.results[0].actuals[0].period = Period::parse("2026-27 Q1");
        let history = History::of(vec![first.clone()]);
        let options = PublishOptions::default();
        let of = |filed: &QuarterlyReturn, history: &History, audience| {
            publish_return(filed, history, DisclosureSettings::default(), audience, &options)
        };
        let earlier = of(&first, &History::none(), Audience::Funder);
        let [funder, members, public] =
            [Audience::Funder, Audience::Members, Audience::Public].map(|audience| of(&second, &history, audience));
        let as_json = |published: &Published| serde_json::to_value(published).unwrap();
        is_nested(&as_json(&members), &as_json(&funder), "members")?;
        is_nested(&as_json(&public), &as_json(&funder), "public")?;

        for (before, after) in earlier.results[0].breakdowns.iter().zip(&funder.results[0].breakdowns) {
            let (was, is) = (cells(before), cells(after));
            if after.by == BreakdownBy::AgeBand {
                adds_up_with_zeros(&is, exact(&after.total), "bands of the second quarter")?;
            } else {
                adds_up(&is, exact(&after.total), "groups of the second quarter")?;
            }
            let hidden: Vec<usize> = (0..is.len()).filter(|at| is[*at].is_none()).collect();
            // A single group is the whole, which the partnership may tell of as it likes.
            if is.len() == 1 {
                continue;
            }
            let (Some(total), false) = (exact(&after.total), hidden.len() == is.len()) else { continue };
            for (then, now) in was.iter().zip(&is) {
                let (Some(then), Some(now)) = (then, now) else { continue };
                prop_assert!(!(1..THRESHOLD).contains(&(now - then)), "{was:?} became {is:?}");
            }
            // Nobody left since, and whoever was never printed is somebody, but for an empty band between small ones.
            let nobody = u64::from(after.by != BreakdownBy::AgeBand);
            let least: u64 = hidden.iter().map(|at| was.get(*at).copied().flatten().unwrap_or(nobody)).sum();
            let rest = total - is.iter().flatten().sum::<u64>();
            let values = (rest + 1).saturating_sub(least);
            prop_assert!(hidden.is_empty() || values >= THRESHOLD - 1, "{was:?} became {is:?} of {total}: {values}");
        }
    }

    #[test]
    fn what_is_hidden_is_hidden_wherever_it_would_stand(raw in raw()) {
        for edition in editions(&filed(&raw)) {
            for measure in &edition.results {
                let is_hidden = measure.current.figure.is_hidden();
                prop_assert_eq!(measure.rating == RatingShown::Hidden, is_hidden);
                prop_assert!(measure.breakdowns.iter().all(|by| by.total.is_hidden() == is_hidden));
                let of_quarter = measure.actuals.iter().filter(|actual| actual.period == measure.current.period);
                for actual in of_quarter {
                    prop_assert_eq!(actual, &measure.current);
                }
            }
        }
    }
}
