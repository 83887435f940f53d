//! A reader who has the editions of all audiences, knows this very program, and tries every return that might have led to
//! them.
//!
//! The reader makes other numbers out of those that are hidden, publishes anew, and keeps the guess where all editions come
//! out the same in every part. A report is made of what is published and of nothing else, so percentages, notes, charts
//! and descriptions are all in that. Each hidden count has to be left with many values.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::Value;

use super::attack::{editions, raw, whole};
use crate::disclosure::decide::{Cell, Moved, Profile, ReferralCell, Step, Suppression, SurveyCell, decide};
use crate::returns::{DisclosureSettings, History, QuarterlyReturn};

/// How many returns a reader tries before giving up.
const PATIENCE: usize = 4000;

/// A row of a table: the cell that is hidden or not, and where its counts stand. Those of one column add up.
struct Row {
    cell: Cell,
    counts: Vec<String>,
}

/// Tables that share a total, one count of it for each column.
struct Family {
    totals: Vec<(Cell, String)>,
    tables: Vec<Vec<Row>>,
    /// The smallest count of these that may be shown.
    threshold: u64,
}

fn row(cell: Cell, at: &str) -> Row {
    Row { cell, counts: vec![at.to_owned()] }
}

fn length(whole: &Value, list: &str) -> usize {
    whole.pointer(list).and_then(Value::as_array).map_or(0, Vec::len)
}

fn families(whole: &Value) -> Vec<Family> {
    use crate::disclosure::decide::Part::{Denominator, Numerator, Value as Figure};
    let people = 5;
    let rows = |list: &str, cell: &dyn Fn(usize) -> Cell| -> Vec<Row> {
        (0..length(whole, list)).map(|at| row(cell(at), &format!("{list}/{at}/value"))).collect()
    };
    let breakdown = |by: usize| rows(&format!("/results/0/breakdowns/{by}/groups"), &|group| Cell::Group(0, by, group));
    let list = "/results/1/breakdowns/0/groups";
    let shares = (0..length(whole, list)).map(|at| Row {
        cell: Cell::Group(1, 0, at),
        counts: ["numerator", "denominator"].map(|count| format!("{list}/{at}/{count}")).to_vec(),
    });
    let survey = "/system_health/relationship_survey";
    let referrals = "/system_health/referrals";
    let answer = |cell, name: &str| row(Cell::Referrals(cell), &format!("{referrals}/{name}"));
    vec![
        Family {
            totals: vec![(Cell::Actual(0, 0, Figure), "/results/0/actuals/0/value".to_owned())],
            tables: (0..3).map(breakdown).collect(),
            threshold: people,
        },
        Family {
            totals: [(Numerator, "numerator"), (Denominator, "denominator")]
                .map(|(part, name)| (Cell::Actual(1, 0, part), format!("/results/1/actuals/0/{name}")))
                .to_vec(),
            tables: vec![shares.collect()],
            threshold: people,
        },
        Family {
            totals: vec![(Cell::Survey(SurveyCell::Returned), format!("{survey}/returned"))],
            tables: vec![rows(&format!("{survey}/returned_by_sector"), &|at| Cell::Survey(SurveyCell::Sector(at)))],
            threshold: 10,
        },
        Family {
            totals: vec![(Cell::Referrals(ReferralCell::Received), format!("{referrals}/received"))],
            tables: vec![
                vec![
                    answer(ReferralCell::Accepted, "accepted"),
                    answer(ReferralCell::Declined, "declined"),
                    answer(ReferralCell::Pending, "pending"),
                ],
                rows(&format!("{referrals}/by_source"), &|at| Cell::Referrals(ReferralCell::Source(at))),
            ],
            threshold: people,
        },
    ]
}

const COHORT: &str = "/outcomes/0/cohort";

fn steps() -> [(Cell, String); 5] {
    [
        (Step::Eligible, "eligible"),
        (Step::Consented, "consented"),
        (Step::BaselineComplete, "baseline_complete"),
        (Step::FollowUpDue, "follow_up_due"),
        (Step::Matched, "matched"),
    ]
    .map(|(step, name)| (Cell::Cohort(0, step), format!("{COHORT}/{name}")))
}

fn left() -> (Cell, String) {
    (Cell::Cohort(0, Step::LeftBefore), format!("{COHORT}/left_before_follow_up"))
}

fn ways() -> Vec<Row> {
    let way = |way, name: &str| row(Cell::Distribution(0, way), &format!("/outcomes/0/distribution/{name}"));
    vec![way(Moved::Up, "improved"), way(Moved::Not, "no_clear_change"), way(Moved::Down, "worsened")]
}

fn count(whole: &Value, at: &str) -> u64 {
    whole.pointer(at).and_then(Value::as_u64).unwrap_or_default()
}

fn set(whole: &mut Value, at: &str, count: u64) {
    *whole.pointer_mut(at).expect("a count stands there") = count.into();
}

/// A number from nought to this, small ones as often as all others.
fn up_to(rng: &mut TestRng, most: u64) -> u64 {
    let small = most.min(6);
    let most = if rng.random::<bool>() { small } else { most };
    rng.random_range(0..=most)
}

/// Deals a sum out anew.
fn deal(rng: &mut TestRng, sum: u64, parts: usize) -> Vec<u64> {
    let mut dealt = vec![0; parts];
    let mut rest = sum;
    let mut order: Vec<usize> = (0..parts).collect();
    while order.len() > 1 {
        let at = order.swap_remove(rng.random_range(0..order.len()));
        dealt[at] = up_to(rng, rest);
        rest -= dealt[at];
    }
    if let Some(last) = order.first() {
        dealt[*last] = rest;
    }
    dealt
}

impl Family {
    /// The same with a few moved from one hidden row to another.
    fn nudged(&self, like: &Value, decided: &Suppression, rng: &mut TestRng) -> Value {
        let mut guess = like.clone();
        let table = &self.tables[rng.random_range(0..self.tables.len())];
        let hidden: Vec<&Row> = table.iter().filter(|row| decided.hides(row.cell)).collect();
        if hidden.len() < 2 {
            return guess;
        }
        let column = rng.random_range(0..self.totals.len());
        let [from, to] = [(); 2].map(|()| &hidden[rng.random_range(0..hidden.len())].counts[column]);
        let moved = rng.random_range(1..=self.threshold).min(count(&guess, from));
        let rest = count(&guess, from) - moved;
        set(&mut guess, from, rest);
        let more = count(&guess, to) + moved;
        set(&mut guess, to, more);
        guess
    }

    /// Another return that may look the same, as far as these tables go.
    fn guess(&self, truth: &Value, decided: &Suppression, rng: &mut TestRng) -> Value {
        let mut guess = truth.clone();
        // Under a total that is told, one table may change alone.
        let only = rng.random_range(0..self.tables.len());
        let is_told = self.totals.iter().all(|(cell, _)| !decided.hides(*cell));
        for (column, (cell, at)) in self.totals.iter().enumerate() {
            if decided.hides(*cell) {
                // Much smaller than it is, or nearly as large.
                let own = count(truth, at);
                let least = own.saturating_sub(if rng.random::<bool>() { own } else { self.threshold });
                set(&mut guess, at, rng.random_range(least..=least + 2 * self.threshold));
            }
            let total = count(&guess, at);
            for (_, table) in self.tables.iter().enumerate().filter(|(table, _)| !is_told || *table == only) {
                let (hidden, shown): (Vec<&Row>, Vec<&Row>) = table.iter().partition(|row| decided.hides(row.cell));
                let sum: u64 = shown.iter().map(|row| count(truth, &row.counts[column])).sum();
                let dealt = deal(rng, total.saturating_sub(sum), hidden.len());
                for (row, count) in hidden.iter().zip(dealt) {
                    set(&mut guess, &row.counts[column], count);
                }
            }
        }
        guess
    }
}

/// Another return that may look the same, as far as its cohort goes: one hidden step is another number, and those around
/// it follow; or those who moved are dealt out anew.
fn guess_cohort(like: &Value, decided: &Suppression, rng: &mut TestRng) -> Value {
    let mut guess = like.clone();
    let steps = steps();
    let hidden: Vec<usize> = (0..steps.len()).filter(|at| decided.hides(steps[*at].0)).collect();
    let other_steps = !hidden.is_empty() && rng.random::<bool>();
    if other_steps {
        let at = hidden[rng.random_range(0..hidden.len())];
        let is_shown = |step: &&(Cell, String)| !decided.hides(step.0);
        let own = count(like, &steps[at].1);
        let most = steps[..at].iter().rfind(is_shown).map_or(own + 8, |(_, step)| count(like, step));
        let least = steps[at..].iter().find(is_shown).map_or(0, |(_, step)| count(like, step)).min(most);
        let near = own.saturating_sub(6).clamp(least, most)..=(own + 6).clamp(least, most);
        let range = if rng.random::<bool>() { near } else { least..=most };
        let now = rng.random_range(range);
        for step in hidden {
            let was = count(like, &steps[step].1);
            let follows = if step < at { was.max(now) } else { was.min(now) };
            set(&mut guess, &steps[step].1, if step == at { now } else { follows });
        }
    }
    let matched = count(&guess, &steps[4].1);
    if decided.hides(left().0) {
        let rest = count(&guess, &steps[3].1).saturating_sub(matched);
        set(&mut guess, &left().1, up_to(rng, rest));
    }
    let ways = ways();
    let moved: u64 = ways.iter().map(|row| count(&guess, &row.counts[0])).sum();
    if moved != matched || !other_steps {
        let all = decided.hides(steps[4].0);
        let (hidden, shown): (Vec<&Row>, Vec<&Row>) = ways.iter().partition(|row| all || decided.hides(row.cell));
        let sum: u64 = shown.iter().map(|row| count(like, &row.counts[0])).sum();
        for (row, count) in hidden.iter().zip(deal(rng, matched.saturating_sub(sum), hidden.len())) {
            set(&mut guess, &row.counts[0], count);
        }
    }
    guess
}

/// What a reader has found possible for hidden counts: by where they stand, the values and how many there have to be.
type Found = BTreeMap<String, (BTreeSet<u64>, usize)>;

/// The values that hidden counts can have, for all that a reader of all editions can tell.
fn possible(
    truth: &Value,
    mut found: Found,
    rng: &mut TestRng,
    guess: impl Fn(&Value, &Suppression, &mut TestRng) -> Value,
) -> Found {
    let read = |whole: &Value| -> Option<QuarterlyReturn> { serde_json::from_value(whole.clone()).ok() };
    let filed = read(truth).expect("a return");
    let decided = decided(&filed);
    let carried = |filed: &QuarterlyReturn| editions(filed).map(|edition| edition.canonical_json());
    let seen = carried(&filed);
    let mut tried = BTreeSet::new();
    let mut alike = vec![truth.clone()];
    for _ in 0..PATIENCE {
        if found.values().all(|(values, wanted)| values.len() >= *wanted) {
            break;
        }
        let guess = guess(&alike[rng.random_range(0..alike.len())], &decided, rng);
        let tells_more =
            found.iter().any(|(at, (values, wanted))| values.len() < *wanted && !values.contains(&count(&guess, at)));
        if !tells_more || !tried.insert(guess.to_string()) {
            continue;
        }
        // What is hidden is quickly compared, and what is printed then in full.
        let Some(other) = read(&guess) else { continue };
        if self::decided(&other) == decided && carried(&other) == seen {
            for (at, (values, _)) in &mut found {
                values.insert(count(&guess, at));
            }
            alike.push(guess);
        }
    }
    found
}

fn decided(filed: &QuarterlyReturn) -> Suppression {
    decide(filed, &Profile::funder(filed, DisclosureSettings::default()), &History::none())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_hidden_count_could_be_four_numbers_or_more(raw in raw(), seed in any::<u64>()) {
        let truth = whole(&raw);
        let filed: QuarterlyReturn = serde_json::from_value(truth.clone()).unwrap();
        let decided = decided(&filed);
        let mut rng = TestRng::from_seed(RngAlgorithm::XorShift, &[seed.to_le_bytes(), seed.to_be_bytes()].concat());
        for family in families(&truth) {
            let mut found = Found::new();
            for table in family.tables.iter().filter(|table| table.len() > 1) {
                // So few replies are told as one number, and no sector is; or not even that, which says how few they are.
                let is_told = family.totals.iter().all(|(cell, _)| !decided.hides(*cell));
                let all = table.iter().all(|row| decided.hides(row.cell));
                let smallest = if is_told && !all { family.threshold } else { 5 };
                for row in table.iter().filter(|row| decided.hides(row.cell)) {
                    for ((cell, total), at) in family.totals.iter().zip(&row.counts) {
                        // Where a whole column is told to be nobody, or not as many, no row can be more.
                        let most = if decided.hides(*cell) { u64::MAX - 1 } else { count(&truth, total) };
                        let wanted = usize::try_from((smallest - 1).min(most + 1)).unwrap();
                        found.insert(at.clone(), (BTreeSet::from([count(&truth, at)]), wanted));
                    }
                }
            }
            let found = possible(&truth, found, &mut rng, |like, decided, rng| {
                if rng.random::<bool>() { family.nudged(like, decided, rng) } else { family.guess(&truth, decided, rng) }
            });
            for (at, (values, wanted)) in found {
                prop_assert!(values.len() >= wanted, "{at} can only be {values:?} in {truth}");
            }
        }
        let hidden = steps().into_iter().chain([left()]).chain(ways().into_iter().map(|row| (row.cell, row.counts[0].clone())));
        let found = hidden.filter(|(cell, _)| decided.hides(*cell));
        let found = found.map(|(_, at)| (at.clone(), (BTreeSet::from([count(&truth, &at)]), 4))).collect();
        let found = possible(&truth, found, &mut rng, guess_cohort);
        for (at, (values, wanted)) in found {
            prop_assert!(values.len() >= wanted, "{at} can only be {values:?} in {}", truth["outcomes"]);
        }
    }
}
