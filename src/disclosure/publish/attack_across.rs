//! A reader with the editions of two, three or four quarters on the desk, who knows this very program. Every history there could
//! be is told, those that look the same are put together, and what is hidden has to have many values among them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::*;
use crate::disclosure::decide::{Cell, decide_each};

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

/// The returns of these quarters, each adding up since April, of a partnership whose funder may see counts from so many.
fn filed(came: &Came, funder_sees: u64) -> Vec<QuarterlyReturn> {
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
            "funding": { "grant_agreement": { "disclosure": { "threshold": funder_sees, "reason": "Clause 4" } } },
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
fn seen(came: &Came, funder_sees: u64, profile: Make) -> Vec<Vec<Option<u64>>> {
    let mut filed = filed(came, funder_sees);
    let last = filed.pop().expect("there is a quarter");
    let history = History::of(filed);
    let (then, now) = decide_each(&last, &profile(&last, DisclosureSettings::default()), &history);
    let printed = then.iter().chain([&now]).zip(counts(came)).map(|(decided, counts)| {
        let shown = counts.iter().enumerate();
        shown.map(|(ward, count)| (!decided.hides(Cell::Group(0, 0, ward))).then_some(*count)).collect()
    });
    printed.collect()
}

type Make = fn(&QuarterlyReturn, DisclosureSettings) -> Profile;

/// What somebody sees who has one audience’s editions, or several audiences’: of the first most.
type Looks = BTreeMap<Vec<Vec<Vec<Option<u64>>>>, Vec<Came>>;

/// The histories that look the same.
fn alike(totals: &[u64], funder_sees: u64, profiles: &[Make]) -> Looks {
    let mut alike = Looks::new();
    for came in worlds(totals) {
        let looks = profiles.iter().map(|profile| seen(&came, funder_sees, *profile)).collect();
        alike.entry(looks).or_default().push(came);
    }
    alike
}

/// Whether every hidden count, and every hidden part of one, has many values.
fn attack(totals: &[u64], funder_sees: u64, profiles: &[Make]) -> Vec<String> {
    let mut found = Vec::new();
    let settings = DisclosureSettings::default();
    let profile = profiles[0](&filed(&vec![[0; 3]], funder_sees)[0], settings);
    let smallest = usize::try_from(profile.thresholds().people).expect("a small number");
    let quarters = totals.len();
    for (looks, same) in alike(totals, funder_sees, profiles) {
        let looks = &looks[0];
        for ward in 0..WARDS.len() {
            for quarter in 0..quarters {
                let values: BTreeSet<u64> = same.iter().map(|came| counts(came)[quarter][ward]).collect();
                let all_hidden = looks[quarter].iter().all(Option::is_none);
                // Where fewer came than that since the ward was printed, the whole itself leaves no more open.
                let since = looks[..=quarter].iter().rposition(|looks| looks[ward].is_some()).map_or(0, |at| at + 1);
                let came: u64 = totals[since..=quarter].iter().sum();
                let wanted = (smallest - 1).min(usize::try_from(came).expect("a small number") + 1);
                if looks[quarter][ward].is_none() && values.len() < wanted {
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
                        && (1..smallest as u64).contains(&only)
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

fn nothing_is_found(totals: &[u64], funder_sees: u64, profiles: &[Make]) {
    let found = attack(totals, funder_sees, profiles);
    assert!(found.is_empty(), "{totals:?}: {} found\n{}", found.len(), found[..found.len().min(8)].join("\n"));
}

const TOGETHER: &[Make] = &[Profile::funder, Profile::members, Profile::public];

#[test]
fn two_quarters_side_by_side_reveal_no_hidden_figure() {
    for second in [0, 1, 2, 3, 4, 5, 7, 9, 12] {
        nothing_is_found(&[12, second], 5, TOGETHER);
    }
    for totals in [[5, 9], [9, 6], [17, 5]] {
        nothing_is_found(&totals, 5, TOGETHER);
    }
}

#[test]
fn three_quarters_side_by_side_reveal_no_hidden_figure() {
    for totals in [[8, 5, 5], [11, 3, 4], [7, 6, 2], [9, 0, 7]] {
        nothing_is_found(&totals, 5, TOGETHER);
    }
}

#[test]
fn a_funder_who_may_see_more_does_not_make_members_see_more() {
    for totals in [vec![12, 9], vec![9, 5], vec![7, 4, 3]] {
        nothing_is_found(&totals, 3, &[Profile::members]);
        nothing_is_found(&totals, 3, TOGETHER);
    }
}

/// What an edition carries inside, of every quarter.
fn carried(came: &Came, audience: Audience) -> Vec<String> {
    let filed = filed(came, 5);
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
    for (audience, profile) in [(Audience::Funder, Profile::funder as Make), (Audience::Members, Profile::members)] {
        for same in alike(&[8, 5, 3], 5, &[profile]).into_values().filter(|same| same.len() > 1).step_by(2) {
            let first = carried(&same[0], audience);
            for other in [&same[same.len() / 2], &same[same.len() - 1]] {
                assert_eq!(carried(other, audience), first, "{:?} and {other:?} differ", same[0]);
                compared += 1;
            }
        }
    }
    assert!(compared > 10, "{compared}");
}
