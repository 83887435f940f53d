use super::*;
use crate::returns::DisclosureSettings;

const SALTMERE: &str = include_str!("../../../fixtures/valid/saltmere-2026-27-q2/return.json");

#[test]
fn the_worked_example_hides_what_its_pages_hide() {
    let filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
    let profile = Profile::funder(&filed, DisclosureSettings::default());
    let decided = decide(&filed, &profile, &History::none());
    let expected = [
        Cell::Group(0, 0, 2),
        Cell::Group(0, 0, 3),
        Cell::Group(0, 1, 2),
        Cell::Group(0, 1, 3),
        Cell::Survey(SurveyCell::Sector(2)),
        Cell::Survey(SurveyCell::Sector(3)),
        Cell::Cohort(0, Step::Consented),
        Cell::Cohort(1, Step::Consented),
        Cell::Cohort(1, Step::BaselineComplete),
        Cell::Cohort(1, Step::LeftBefore),
        Cell::Cohort(3, Step::Consented),
        Cell::Cohort(3, Step::FollowUpDue),
        Cell::Cohort(3, Step::LeftBefore),
        Cell::Cohort(3, Step::ResponseRate),
        Cell::Distribution(0, Moved::Not),
        Cell::Distribution(0, Moved::Down),
    ];
    assert_eq!(decided.hidden().collect::<Vec<_>>(), expected);
    let merged: Vec<Vec<Cell>> = decided.merged().map(<[Cell]>::to_vec).collect();
    assert_eq!(
        merged,
        [
            vec![Cell::Survey(SurveyCell::Sector(2)), Cell::Survey(SurveyCell::Sector(3))],
            vec![Cell::Cohort(0, Step::Consented), Cell::Cohort(0, Step::BaselineComplete)],
            vec![Cell::Distribution(0, Moved::Not), Cell::Distribution(0, Moved::Down)],
            vec![
                Cell::Cohort(1, Step::Consented),
                Cell::Cohort(1, Step::BaselineComplete),
                Cell::Cohort(1, Step::FollowUpDue)
            ],
            vec![Cell::Cohort(3, Step::Consented), Cell::Cohort(3, Step::FollowUpDue), Cell::Cohort(3, Step::Matched)],
        ]
    );
    let stricter = Profile::public(&filed, DisclosureSettings::default());
    let public = decide(&filed, &stricter, &History::none());
    assert_eq!(public.hidden().collect::<Vec<_>>(), expected);
    assert!(public.rounds(0, 0) && !decided.rounds(0, 0) && decided.cumulative_without_history());
}

/// Quarters of a cohort in which so many were matched, counted so.
fn quarters(counting: &str, matched: &[u32]) -> Vec<QuarterlyReturn> {
    let quarters = matched.iter().zip(["Q1", "Q2", "Q3", "Q4"]).map(|(matched, quarter)| {
        let text = format!(
            r#"{{"schema_version": "1.0", "return": {{"status": "submitted", "previous_return": "STM",
                "period": {{"financial_year": "2026-27", "quarter": "{quarter}"}}}},
                "partnership": {{"id": "saltmere", "name": "Saltmere"}},
                "partners": [{{"id": "one", "name": "One"}}, {{"id": "two", "name": "Two"}}],
                "outcomes": [{{"id": "O1", "title": "Stars",
                    "cohort": {{"definition": "Parents with two stars", {counting} "matched": {matched}}}}}]}}"#
        );
        serde_json::from_str(&text).unwrap()
    });
    quarters.collect()
}

#[test]
fn a_cohort_that_runs_on_is_printed_when_enough_have_come() {
    let hidden = |counting: &str, matched: &[u32]| -> Vec<bool> {
        let mut filed = quarters(counting, matched);
        let last = filed.pop().unwrap();
        let profile = Profile::funder(&last, DisclosureSettings::default());
        let (then, now) = decide_each(&last, &profile, &History::of(filed));
        let hides = |decided: &Suppression| decided.hides(Cell::Cohort(0, Step::Matched));
        then.iter().chain([&now]).map(hides).collect()
    };
    for runs_on in [r#""counting": "cumulative_since_start","#, r#""counting": "cumulative_year_to_date","#, ""] {
        assert_eq!(hidden(runs_on, &[41, 43, 45, 47]), [false, true, true, false], "{runs_on}");
        assert_eq!(hidden(runs_on, &[41, 41, 46, 46]), [false; 4], "{runs_on}");
    }
    for anew in ["in_quarter", "snapshot", "rolling_12_months"] {
        assert_eq!(hidden(&format!(r#""counting": "{anew}","#), &[41, 43, 45, 47]), [false; 4], "{anew}");
    }
    // One that fell is another quarter’s people, where nobody says that it is not.
    assert_eq!(hidden("", &[41, 43, 40, 42]), [false, true, false, true]);
}

#[test]
fn without_an_earlier_return_a_cohort_that_runs_on_is_rounded_for_members() {
    let rounds = |counting: &str, make: fn(&QuarterlyReturn, DisclosureSettings) -> Profile| {
        let filed = &quarters(counting, &[40, 41])[1];
        let decided = decide(filed, &make(filed, DisclosureSettings::default()), &History::none());
        (decided.rounds_cohort(Cell::Cohort(0, Step::Matched)), decided.runs_on_without_history())
    };
    let runs_on = r#""counting": "cumulative_since_start","#;
    assert_eq!(rounds(runs_on, Profile::members), (true, true));
    assert_eq!(rounds(runs_on, Profile::funder), (false, true));
    assert_eq!(rounds(r#""counting": "in_quarter","#, Profile::members), (false, false));
    assert_eq!(rounds("", Profile::members), (false, false));
}
