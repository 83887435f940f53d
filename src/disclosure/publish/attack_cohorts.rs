//! A reader with the editions of two or three quarters of a cohort that runs on, who knows this very program. Every course
//! that its figures could have taken is told, those that look the same are put together, and what is hidden has to have many
//! values among them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::*;
use crate::disclosure::decide::{Cell, Moved, Part, Step, decide_each};

/// The figures of a quarter, in the order of the cells.
type Figures = Vec<u64>;
/// The figures of each quarter.
type Course = Vec<Figures>;
/// What is printed of them.
type Look = Vec<Vec<Option<u64>>>;

/// A kind of outcome: its JSON from its figures, and the cells in which these stand.
struct Kind {
    outcome: fn(&[u64]) -> Value,
    cells: &'static [Cell],
}

const fn way(way: Moved) -> Cell {
    Cell::Distribution(0, way)
}

const fn step(step: Step) -> Cell {
    Cell::Cohort(0, step)
}

/// How many are better, not clearly, worse.
const MOVED: Kind = Kind {
    outcome: |figures| {
        let matched: u64 = figures.iter().sum();
        json!({ "cohort": { "matched": matched },
                "distribution": { "improved": figures[0], "no_clear_change": figures[1], "worsened": figures[2] } })
    },
    cells: &[way(Moved::Up), way(Moved::Not), way(Moved::Down)],
};

/// How many reached a status, of how many who were followed.
const ACHIEVED: Kind = Kind {
    outcome: |figures| {
        json!({ "cohort": { "follow_up_due": figures[1], "matched": figures[1] },
                "achieved": { "numerator": figures[0], "denominator": figures[1] } })
    },
    cells: &[Cell::Achieved(0, Part::Numerator), step(Step::Matched)],
};

/// How many left, of those who were due and were not matched.
const LEFT: Kind = Kind {
    outcome: |figures| {
        let due = 20 + figures[1];
        json!({ "cohort": { "follow_up_due": due, "matched": 20, "left_before_follow_up": figures[0] } })
    },
    cells: &[step(Step::LeftBefore), step(Step::FollowUpDue)],
};

fn filed(kind: &Kind, counting: &str, course: &Course) -> Vec<QuarterlyReturn> {
    let quarters = course.iter().enumerate().map(|(at, figures)| {
        let mut outcome = (kind.outcome)(figures);
        outcome["id"] = "O1".into();
        outcome["title"] = "Better".into();
        outcome["cohort"]["definition"] = "Parents with two stars".into();
        if !counting.is_empty() {
            outcome["cohort"]["counting"] = counting.into();
        }
        let previous = if at == 0 { "none_first_return".to_owned() } else { format!("STM-Q{at}") };
        let whole = json!({
            "schema_version": "1.0",
            "return": { "return_id": format!("STM-Q{}", at + 1), "status": "submitted", "previous_return": previous,
                        "period": { "financial_year": "2026-27", "quarter": format!("Q{}", at + 1) } },
            "partnership": { "id": "saltmere-together", "name": "Saltmere Together" },
            "partners": [{ "id": "one", "name": "One" }, { "id": "two", "name": "Two" }],
            "outcomes": [outcome]
        });
        serde_json::from_value(whole).expect("a return of the right shape")
    });
    quarters.collect()
}

fn look(kind: &Kind, counting: &str, course: &Course) -> Look {
    let mut filed = filed(kind, counting, course);
    let last = filed.pop().expect("there is a quarter");
    let profile = Profile::funder(&last, DisclosureSettings::default());
    let (then, now) = decide_each(&last, &profile, &History::of(filed));
    let printed = then.iter().chain([&now]).zip(course).map(|(decided, figures)| {
        let cells = kind.cells.iter().zip(figures);
        cells.map(|(cell, figure)| (!decided.hides(*cell)).then_some(*figure)).collect()
    });
    printed.collect()
}

/// Courses whose figures never fall and fit together, the first quarter from these and each further one so much more.
fn courses(first: &[Figures], more: &[Figures], quarters: usize, fits: fn(&[u64]) -> bool) -> Vec<Course> {
    let mut courses: Vec<Course> = first.iter().filter(|figures| fits(figures)).map(|one| vec![one.clone()]).collect();
    for _ in 1..quarters {
        let longer = courses.iter().flat_map(|course| {
            more.iter().filter_map(|more| {
                let last = course.last()?;
                let next: Figures = last.iter().zip(more).map(|(last, more)| last + more).collect();
                fits(&next).then(|| course.iter().cloned().chain([next]).collect())
            })
        });
        courses = longer.collect();
    }
    courses
}

fn up_to(most: &[u64]) -> Vec<Figures> {
    most.iter().fold(vec![Vec::new()], |rows, most| {
        rows.iter().flat_map(|row| (0..=*most).map(move |one| row.iter().copied().chain([one]).collect())).collect()
    })
}

/// What a reader finds out: a hidden figure with fewer than four values, or a figure that is told to have grown by a few.
fn attack(kind: &Kind, counting: &str, courses: Vec<Course>) -> Vec<String> {
    let quarters = courses[0].len();
    let mut alike: BTreeMap<Look, Vec<Course>> = BTreeMap::new();
    for course in courses {
        alike.entry(look(kind, counting, &course)).or_default().push(course);
    }
    let mut found = Vec::new();
    for (look, courses) in &alike {
        for cell in 0..kind.cells.len() {
            for quarter in 0..quarters {
                let values: BTreeSet<u64> = courses.iter().map(|course| course[quarter][cell]).collect();
                // That nobody was in it is told of anything.
                let is_nobody = values.iter().eq([&0]);
                if look[quarter][cell].is_none() && values.len() < 4 && !is_nobody {
                    found.push(format!("figure {cell} of quarter {quarter} is one of {values:?} in {look:?}"));
                }
                for before in 0..quarter {
                    let grew = courses.iter().map(|course| course[quarter][cell] - course[before][cell]);
                    let grew: BTreeSet<u64> = grew.collect();
                    if grew.len() == 1 && grew.first().is_some_and(|only| (1..5).contains(only)) {
                        found.push(format!("figure {cell} grew by {grew:?} from {before} to {quarter} in {look:?}"));
                    }
                }
            }
        }
    }
    found
}

fn nothing_is_found(kind: &Kind, courses: &[Course]) {
    for counting in ["cumulative_since_start", "cumulative_year_to_date", ""] {
        let found = attack(kind, counting, courses.to_vec());
        let first = &found[..found.len().min(10)];
        assert!(found.is_empty(), "{counting}: {} found\n{}", found.len(), first.join("\n"));
    }
    // Counted anew, nobody is who was counted before, and nothing is hidden for the sake of a difference.
    assert!(!attack(kind, "in_quarter", courses.to_vec()).is_empty());
}

#[test]
fn those_who_moved_between_two_quarters_stay_untold() {
    // So many in all are told in each quarter; those who came are dealt out in every way.
    for came in [0, 5, 6, 9, 12] {
        let deal = |sum: u64| up_to(&[sum; 3]).into_iter().filter(move |row| row.iter().sum::<u64>() == sum);
        let first: Vec<Figures> = deal(16).collect();
        let all = courses(&first, &deal(came).collect::<Vec<_>>(), 2, |_| true);
        let found = attack(&MOVED, "cumulative_since_start", all);
        assert!(found.is_empty(), "{came}: {} found\n{:#?}", found.len(), &found[..found.len().min(6)]);
    }
}

#[test]
fn those_who_reached_a_status_between_quarters_stay_untold() {
    let of_as_many = |figures: &[u64]| figures[0] <= figures[1];
    let no_more = |figures: &[u64]| figures[0] <= figures[1] && figures[1] <= 15;
    nothing_is_found(&ACHIEVED, &courses(&up_to(&[10, 10]), &up_to(&[15, 15]), 2, no_more));
    let fixed: Vec<Figures> = (0..=20).map(|part| vec![part, 20]).collect();
    nothing_is_found(&ACHIEVED, &courses(&fixed, &up_to(&[20, 0]), 3, of_as_many));
}

#[test]
fn those_who_left_between_quarters_stay_untold() {
    let of_as_many = |figures: &[u64]| figures[0] <= figures[1] && figures[1] <= 15;
    nothing_is_found(&LEFT, &courses(&up_to(&[10, 10]), &up_to(&[15, 15]), 2, of_as_many));
}
