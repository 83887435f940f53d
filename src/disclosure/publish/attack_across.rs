//! A reader with the editions of three quarters on the desk, who knows this very program. Every history there could
//! be is told, those that look the same are put together, and what is hidden has to have many values among them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::*;
use crate::disclosure::decide::{Cell, decide_each};

const THRESHOLD: usize = 5;
const WARDS: [&str; 3] = ["Quayside", "Low Marsh", "Wold Gate"];

/// How many came in each quarter, ward by ward.
type Came = Vec<[u64; 3]>;

/// Every way in which so many can have come, quarter by quarter.
fn worlds(totals: &[u64]) -> Vec<Came> {
    let mut worlds: Vec<Came> = vec![Vec::new()];
    for total in totals {
        let mut longer = Vec::new();
        for world in &worlds {
            for first in 0..=*total {
                for second in 0..=total - first {
                    let mut next = world.clone();
                    next.push([first, second, total - first - second]);
                    longer.push(next);
                }
            }
        }
        worlds = longer;
    }
    worlds
}

/// The count of each ward at the end of each quarter.
fn counts(came: &Came) -> Vec<[u64; 3]> {
    let mut sum = [0; 3];
    let quarters = came.iter().map(|came| {
        for (sum, came) in sum.iter_mut().zip(came) {
            *sum += came;
        }
        sum
    });
    quarters.collect()
}

/// The returns of these quarters, each adding up since April.
fn filed(came: &Came) -> Vec<QuarterlyReturn> {
    let quarters = counts(came).into_iter().enumerate().map(|(at, counts)| {
        let quarter = format!("Q{}", at + 1);
        let total: u64 = counts.iter().sum();
        let groups: Vec<Value> =
            counts.iter().zip(WARDS).map(|(count, ward)| json!({ "label": ward, "value": count })).collect();
        let previous = if at == 0 { "none_first_return".to_owned() } else { format!("STM-Q{at}") };
        let whole = json!({
            "schema_version": "1.0",
            "return": { "return_id": format!("STM-{quarter}"), "status": "submitted", "previous_return": previous,
                        "period": { "financial_year": "2026-27", "quarter": quarter } },
            "partnership": { "id": "saltmere-together", "name": "Saltmere Together" },
            "partners": [{ "id": "one", "name": "One" }, { "id": "two", "name": "Two" }],
            "results": [{ "id": "R1", "title": "Households", "unit": "households", "measure_type": "count",
                "counting": "cumulative_year_to_date",
                "actuals": [{ "period": format!("2026-27 {quarter}"), "value": total }],
                "breakdowns": [{ "by": "other", "label": "part of town", "groups": groups }] }]
        });
        serde_json::from_value(whole).expect("a return of the right shape")
    });
    quarters.collect()
}

/// What stands in the editions of all quarters: each ward’s count, where it is printed.
fn seen(came: &Came, profile: fn(&QuarterlyReturn, DisclosureSettings) -> Profile) -> Vec<Vec<Option<u64>>> {
    let mut filed = filed(came);
    let last = filed.pop().expect("there is a quarter");
    let history = History::of(filed);
    let (then, now) = decide_each(&last, &profile(&last, DisclosureSettings::default()), &history);
    let printed = then.iter().chain([&now]).zip(counts(came)).map(|(decided, counts)| {
        assert!(!decided.rounds(0, 0), "with its history nothing is rounded");
        let shown = counts.iter().enumerate();
        shown.map(|(ward, count)| (!decided.hides(Cell::Group(0, 0, ward))).then_some(*count)).collect()
    });
    printed.collect()
}

type Looks = BTreeMap<Vec<Vec<Option<u64>>>, Vec<Came>>;

/// The histories that look the same.
fn alike(totals: &[u64], profile: fn(&QuarterlyReturn, DisclosureSettings) -> Profile) -> Looks {
    let mut alike = Looks::new();
    for came in worlds(totals) {
        alike.entry(seen(&came, profile)).or_default().push(came);
    }
    alike
}

/// Whether every hidden count, and every hidden part of one, has many values.
fn attack(totals: &[u64], profile: fn(&QuarterlyReturn, DisclosureSettings) -> Profile) -> Vec<String> {
    let mut found = Vec::new();
    let quarters = totals.len();
    for (looks, same) in alike(totals, profile) {
        for ward in 0..WARDS.len() {
            for quarter in 0..quarters {
                let values: BTreeSet<u64> = same.iter().map(|came| counts(came)[quarter][ward]).collect();
                let is_hidden = looks[quarter][ward].is_none();
                let all_hidden = looks[quarter].iter().all(Option::is_none);
                if is_hidden && !all_hidden && values.len() < THRESHOLD - 1 {
                    found.push(format!("count of ward {ward} in quarter {quarter}: {values:?} of {looks:?}"));
                }
                for before in 0..quarter {
                    let grew: BTreeSet<u64> = same
                        .iter()
                        .map(|came| {
                            let counts = counts(came);
                            counts[quarter][ward] - counts[before][ward]
                        })
                        .collect();
                    // One value is told; it has to be nobody, or enough people. All hidden leaves only the whole.
                    if let [only] = *grew.iter().copied().collect::<Vec<_>>()
                        && (1..THRESHOLD as u64).contains(&only)
                        && !(all_hidden && looks[before].iter().all(Option::is_none))
                    {
                        found.push(format!("ward {ward} grew by {only} from {before} to {quarter}: {looks:?}"));
                    }
                }
            }
        }
    }
    found
}

#[test]
fn three_quarters_side_by_side_reveal_no_hidden_figure() {
    for totals in [[8, 5, 5], [11, 3, 4]] {
        let found = attack(&totals, Profile::funder);
        assert!(found.is_empty(), "{totals:?}: {} found\n{}", found.len(), found[..found.len().min(8)].join("\n"));
    }
}

/// What an edition carries inside, of every quarter.
fn carried(came: &Came, audience: Audience) -> Vec<String> {
    let filed = filed(came);
    let editions = (0..filed.len()).map(|at| {
        let history = History::of(filed[..at].to_vec());
        let settings = DisclosureSettings::default();
        publish_return(&filed[at], &history, settings, audience, &PublishOptions::default()).canonical_json()
    });
    editions.collect()
}

#[test]
fn what_the_editions_carry_tells_no_more_than_what_they_show() {
    let mut compared = 0;
    for (audience, profile) in
        [(Audience::Funder, Profile::funder as fn(&_, _) -> _), (Audience::Members, Profile::members)]
    {
        for same in alike(&[8, 5, 3], profile).into_values().filter(|same| same.len() > 1).step_by(2) {
            let first = carried(&same[0], audience);
            for other in [&same[same.len() / 2], &same[same.len() - 1]] {
                assert_eq!(carried(other, audience), first, "{:?} and {other:?} differ", same[0]);
                compared += 1;
            }
        }
    }
    assert!(compared > 10, "{compared}");
}
