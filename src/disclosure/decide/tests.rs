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
