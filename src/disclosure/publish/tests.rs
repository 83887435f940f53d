use super::*;
use crate::{
    check::{Options, check},
    disclosure::published::{CohortStep, DistributionShown, MeasureShown, RepliesShown, Shown},
    intake::read,
};

const SALTMERE: &str = include_str!("../../../fixtures/valid/saltmere-2026-27-q2/return.json");

fn published(audience: Audience) -> Published {
    let read = read("return.json", SALTMERE.as_bytes());
    let accepted = check(read, &Options::default()).accept().expect("the worked example has no errors");
    publish(&accepted, audience, &PublishOptions::default())
}

/// A figure as it is printed.
fn print(shown: &Shown) -> String {
    match shown {
        Shown::Number { value, .. } => value.get().to_string(),
        Shown::NotAvailable { .. } => "[x]".to_owned(),
        Shown::NotApplicable { .. } => "[z]".to_owned(),
        Shown::Hidden => "[c]".to_owned(),
    }
}

fn print_all<'a>(shown: impl IntoIterator<Item = &'a Option<Shown>>) -> Vec<String> {
    shown.into_iter().map(|shown| shown.as_ref().map_or("–".to_owned(), print)).collect()
}

fn by(measure: &MeasureShown, breakdown: usize) -> Vec<String> {
    let breakdown = &measure.breakdowns[breakdown];
    breakdown.groups.iter().map(|group| print(&group.figure)).chain([print(&breakdown.total)]).collect()
}

#[test]
fn wards_and_households_are_shown_as_each_audience_may_see_them() {
    let funder = published(Audience::Funder);
    assert_eq!(by(&funder.results[0], 0), ["41", "38", "[c]", "[c]", "104"]);
    assert_eq!(by(&funder.results[0], 1), ["47", "29", "[c]", "[c]", "104"]);
    let wards = published(Audience::Members).wards.unwrap();
    let figures: Vec<Option<Shown>> = wards.wards.into_iter().map(|ward| ward.figure).chain([wards.total]).collect();
    assert_eq!(print_all(&figures), ["40", "40", "[c]", "[c]", "104"]);
    let public = published(Audience::Public);
    assert_eq!(by(&public.results[0], 0), ["40", "40", "[c]", "[c]", "105"]);
    assert_eq!(by(&public.results[0], 1), ["45", "30", "[c]", "[c]", "105"]);
}

#[test]
fn steps_of_a_cohort_that_differ_by_a_few_stand_under_the_later_number() {
    use crate::disclosure::published::CohortStep::{BaselineComplete, Consented, Eligible, FollowUpDue, Matched};
    let outcomes = published(Audience::Funder).outcomes;
    let steps = |index: usize| -> Vec<(Vec<CohortStep>, String)> {
        let cohort = outcomes[index].cohort.as_ref().unwrap();
        cohort.steps.iter().map(|shown| (shown.steps.clone(), print(&shown.people))).collect()
    };
    let are = |steps: Vec<(Vec<CohortStep>, String)>, expected: &[(&[CohortStep], &str)]| {
        let expected: Vec<_> = expected.iter().map(|(steps, count)| (steps.to_vec(), (*count).to_owned())).collect();
        assert_eq!(steps, expected);
    };
    are(
        steps(0),
        &[(&[Eligible], "92"), (&[Consented, BaselineComplete], "81"), (&[FollowUpDue], "64"), (&[Matched], "47")],
    );
    are(steps(1), &[(&[Eligible], "58"), (&[Consented, BaselineComplete, FollowUpDue], "50"), (&[Matched], "41")]);
    are(steps(2), &[(&[Eligible], "38"), (&[Consented], "38"), (&[FollowUpDue], "38"), (&[Matched], "38")]);
    are(steps(3), &[(&[Eligible], "31"), (&[Consented, FollowUpDue, Matched], "26")]);
    let rest = |index: usize| {
        let cohort = outcomes[index].cohort.clone().unwrap();
        print_all(&[cohort.left_before_follow_up, cohort.response_rate])
    };
    assert_eq!([rest(0), rest(1)], [["9", "73.4"], ["[c]", "82.0"]]);
    assert_eq!([rest(2), rest(3)], [["–", "100.0"], ["[c]", "[c]"]]);
}

/// Each way people moved, or the ways counted as one, with its figure.
fn moves(split: &DistributionShown) -> Vec<(Vec<&'static str>, String)> {
    let moves = split.moves.iter();
    moves.map(|moved| (moved.ways.iter().map(|way| way.word()).collect(), print(&moved.people))).collect()
}

#[test]
fn four_who_got_worse_are_counted_with_those_without_a_clear_change() {
    let outcome = published(Audience::Funder).outcomes.swap_remove(0);
    let as_one = vec!["no_clear_change", "worsened"];
    let split = moves(&outcome.distribution.unwrap());
    assert_eq!(split, [(vec!["improved"], "21".to_owned()), (as_one.clone(), "26".to_owned())]);
    let (lower, upper) = outcome.change_interval.unwrap();
    assert_eq!(print_all(&[outcome.change, Some(lower), Some(upper)]), ["2.4", "1.0", "3.8"]);
    let public = published(Audience::Public).outcomes.swap_remove(0);
    let split = moves(&public.distribution.unwrap());
    assert_eq!(split, [(vec!["improved"], "20".to_owned()), (as_one, "25".to_owned())]);
    assert_eq!(print_all(&[public.cohort.unwrap().matched().cloned()]), ["45"]);
}

#[test]
fn the_public_gets_rounded_counts_and_whole_percentages_of_them() {
    let public = published(Audience::Public);
    let tenancies = &public.results[3].current;
    let shown = [Some(tenancies.figure.clone()), tenancies.numerator.clone(), tenancies.denominator.clone()];
    assert_eq!(print_all(&shown), ["90", "45", "50"]);
    let achieved = public.outcomes[2].achieved.clone().unwrap();
    assert_eq!(
        print_all(&[Some(achieved.numerator), Some(achieved.denominator), Some(achieved.share)]),
        ["10", "40", "25"]
    );
}

#[test]
fn a_sector_with_three_replies_stands_with_the_next_smallest() {
    let survey = published(Audience::Funder).system_health.unwrap().survey.unwrap();
    let sectors = |replies: &RepliesShown| replies.sectors.iter().map(|sector| sector.word()).collect::<Vec<_>>();
    let replies: Vec<_> = survey.replies.iter().map(|replies| (sectors(replies), print(&replies.figure))).collect();
    assert_eq!(replies.len(), 3);
    assert_eq!([&replies[0].1, &replies[1].1], ["17", "21"]);
    assert_eq!(replies[2], (vec!["nhs", "police"], "14".to_owned()));
    assert_eq!(print_all(&[survey.returned, survey.response_rate, survey.overall]), ["52", "70.3", "3.46"]);
}

#[test]
fn neighbouring_age_bands_stand_together_and_other_groups_are_hidden() {
    let mut filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
    let bands = r#"[{"by": "age_band", "groups": [
        {"label": "Under 25", "value": 3}, {"label": "25 to 44", "value": 22}, {"label": "45 and over", "value": 79}
    ]}]"#;
    filed.results[0].breakdowns = serde_json::from_str(bands).unwrap();
    let options = PublishOptions::default();
    let shown = |audience| publish_return(&filed, &History::none(), DisclosureSettings::default(), audience, &options);
    for (audience, expected) in [(Audience::Funder, ["25", "79", "104"]), (Audience::Public, ["25", "80", "105"])] {
        let measure = &shown(audience).results[0];
        assert_eq!(by(measure, 0), expected);
        let first = &measure.breakdowns[0].groups[0];
        assert_eq!((first.name.as_str(), first.joined.as_slice()), ("Under 25", ["25 to 44".to_owned()].as_slice()));
    }
}

#[test]
fn bands_of_a_share_are_put_together_by_their_counts() {
    let mut filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
    let bands = r#"[{"by": "age_band", "groups": [
        {"label": "Under 25", "numerator": 3, "denominator": 12}, {"label": "25 to 44", "numerator": 20, "denominator": 40},
        {"label": "45 and over", "numerator": 60, "denominator": 80}
    ]}]"#;
    let total = r#"[{"period": "2026-27 Q2", "numerator": 83, "denominator": 132}]"#;
    filed.results[3].breakdowns = serde_json::from_str(bands).unwrap();
    filed.results[3].actuals = serde_json::from_str(total).unwrap();
    let options = PublishOptions::default();
    let funder = publish_return(&filed, &History::none(), DisclosureSettings::default(), Audience::Funder, &options);
    let groups = &funder.results[3].breakdowns[0].groups;
    assert_eq!(groups.len(), 2);
    let together = &groups[0];
    assert_eq!(
        print_all(&[Some(together.figure.clone()), together.numerator.clone(), together.denominator.clone()]),
        ["44.2", "23", "52"]
    );
}

#[test]
fn the_ledger_and_the_value_are_worked_out() {
    let funder = published(Audience::Funder);
    let finance = funder.finance.unwrap();
    let rows: Vec<Vec<String>> = finance
        .ledger
        .iter()
        .map(|row| {
            print_all(&[Some(row.given.clone()), Some(row.gain.clone()), row.net.clone(), row.gives_more_ratio.clone()])
        })
        .collect();
    assert_eq!(rows[0], ["420000", "[x]", "–", "–"]);
    assert_eq!(rows[1], ["150000", "176000", "26000", "–"]);
    assert_eq!(rows[2], ["136000", "38000", "-98000", "3.6"]);
    assert_eq!(rows[8], ["4200", "[x]", "–", "–"]);
    assert_eq!(print_all(&[finance.variance_share, finance.forecast_variance_share]), ["-10.6", "-3.6"]);
    let value = funder.value.unwrap();
    let ratios = [value.fiscal_return, value.public_fiscal_return, value.public_value];
    assert_eq!(print_all(&ratios), ["0.48", "0.41", "1.18"]);
}

#[test]
fn stories_are_told_where_consent_covers_the_audience() {
    let ids = |audience| -> Vec<String> {
        published(audience).narratives.into_iter().map(|narrative| narrative.id).collect()
    };
    assert_eq!(ids(Audience::Funder), ["N1", "N2", "N3"]);
    assert_eq!(ids(Audience::Public), ["N1", "N2"]);
    assert_eq!(published(Audience::Funder).results[4].story, ["N2"]);
    assert!(published(Audience::Public).left_out.is_empty());
}

#[test]
fn a_story_whose_consent_does_not_reach_is_counted_and_not_named() {
    let mut filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
    filed.narratives[0].consent.as_mut().unwrap().covers.clear();
    let options = PublishOptions::default();
    let shown = publish_return(&filed, &History::none(), DisclosureSettings::default(), Audience::Public, &options);
    assert_eq!(shown.narratives.len(), 1);
    assert_eq!(shown.left_out, [LeftOut { kind: LeftOutKind::Narrative, count: 1 }]);
    assert!(!shown.canonical_json().contains("One meeting instead of five"));
}

#[test]
fn members_are_addressed_by_their_own_council() {
    let members = published(Audience::Members);
    assert_eq!(members.council.unwrap().name, "Saltmere District Council");
    let ledger = members.finance.unwrap().ledger;
    assert_eq!(ledger.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Saltmere District Council"]);
    assert!(ledger[0].is_council);
    assert_eq!(members.decisions.iter().map(|asked| asked.id.as_str()).collect::<Vec<_>>(), ["D2"]);
    let read = read("return.json", SALTMERE.as_bytes());
    let accepted = check(read, &Options::default()).accept().unwrap();
    let options = PublishOptions { for_org: Some("eastholme-cc".to_owned()), ..PublishOptions::default() };
    let county = publish(&accepted, Audience::Members, &options);
    assert_eq!(county.council.unwrap().name, "Eastholme County Council");
}

#[test]
fn what_is_said_of_a_hidden_figure_is_hidden_with_it() {
    let mut filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
    filed.results[0].actuals[1].value = crate::returns::Quantity::new(3.into());
    let options = PublishOptions::default();
    for audience in Audience::ALL {
        let shown = publish_return(&filed, &History::none(), DisclosureSettings::default(), *audience, &options);
        let measure = &shown.results[0];
        assert_eq!(measure.rating, crate::disclosure::published::RatingShown::Hidden);
        assert!(measure.current.figure.is_hidden() && measure.current_path.as_ref().unwrap().is_hidden());
        assert!(measure.forecast.as_ref().is_none_or(Shown::is_hidden));
        assert!(measure.breakdowns.iter().all(|by| by.total.is_hidden()));
        assert!(measure.breakdowns.iter().flat_map(|by| &by.groups).all(|group| group.figure.is_hidden()));
        assert!(measure.actuals.iter().filter(|actual| actual.figure.is_hidden()).count() <= 1);
    }
}

#[test]
fn an_agreement_relaxes_the_funders_own_report_only_and_says_so() {
    let mut filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
    let agreement = filed.funding.as_mut().unwrap().grant_agreement.as_mut().unwrap();
    agreement.disclosure = Some(serde_json::from_str(r#"{"threshold": 3, "reason": "Agreement of 1 May"}"#).unwrap());
    let options = PublishOptions::default();
    let shown = |audience| publish_return(&filed, &History::none(), DisclosureSettings::default(), audience, &options);
    let funder = shown(Audience::Funder);
    assert_eq!(by(&funder.results[0], 0), ["41", "38", "22", "3", "104"]);
    assert_eq!(
        (funder.profile.threshold, funder.profile.relaxed_because.unwrap().text.as_str()),
        (3, "Agreement of 1 May")
    );
    let public = shown(Audience::Public);
    assert_eq!(by(&public.results[0], 0), ["40", "40", "[c]", "[c]", "105"]);
    assert_eq!((public.profile.threshold, public.profile.relaxed_because), (5, None));
}

#[test]
fn a_team_may_raise_the_thresholds() {
    let filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
    let options = PublishOptions::default();
    let strict = DisclosureSettings::at_least(8, 10);
    let shown = publish_return(&filed, &History::none(), strict, Audience::Funder, &options);
    assert_eq!(shown.profile.threshold, 8);
    let area = shown.outcomes[1].areas[0].moves.iter();
    let area: Vec<_> = area.map(|moved| (moved.ways.len(), print(&moved.people))).collect();
    assert_eq!(area, [(1, "28".to_owned()), (2, "13".to_owned())]);
}

#[test]
fn the_same_return_has_the_same_digest() {
    let digest = published(Audience::Funder).digest();
    assert_eq!(digest.len(), 64);
    assert_eq!(digest, published(Audience::Funder).digest());
    assert_ne!(digest, published(Audience::Public).digest());
}

#[test]
fn what_was_published_is_read_back_the_same() {
    for audience in Audience::ALL {
        let shown = published(*audience);
        let again: Published = serde_json::from_str(&shown.canonical_json()).unwrap();
        assert_eq!(again.canonical_json(), shown.canonical_json());
    }
}
