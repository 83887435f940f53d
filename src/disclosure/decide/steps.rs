//! Steps of a cohort, each part of the one before: which may be printed beside one another, and beside those of earlier
//! quarters where the same people are counted again.
//!
//! A step is hidden where it lies near a figure that readers have: by a few people, so that the difference tells of these.
//! Near what it is hidden follows from printed figures alone, so readers know in which windows it must lie. A further
//! figure is printed only where each hidden one keeps at least `threshold − 1` values in its windows: those of this quarter
//! between what is printed above and below, and those of earlier quarters below what the same people came to later.

use std::collections::{BTreeMap, BTreeSet};

use super::Step;

/// What somebody has on the desk who keeps the editions of every quarter.
pub(super) struct Desk {
    threshold: u64,
    /// The printed steps of each earlier quarter.
    printed: Vec<BTreeMap<Step, u64>>,
    /// What a step has to come to before it may be printed: less would tell of one that was hidden before.
    least: BTreeMap<Step, u64>,
}

impl Desk {
    /// An empty desk.
    pub(super) const fn new(threshold: u64) -> Self {
        Self { threshold, printed: Vec::new(), least: BTreeMap::new() }
    }

    /// Lays a quarter’s edition on the desk.
    pub(super) fn add(&mut self, steps: &[(Step, u64)], is_hidden: impl Fn(Step) -> bool) {
        let printed: BTreeMap<Step, u64> = steps.iter().copied().filter(|(step, _)| !is_hidden(*step)).collect();
        let mut before = BTreeMap::new();
        for (step, count) in in_order(steps) {
            if !is_hidden(step) {
                before.insert(step, count);
                continue;
            }
            let (lower, upper) = self.bounds(step, &printed);
            let windows = self.windows(step, &before);
            let mut open = windows.into_iter().filter(|value| (lower..upper).contains(value));
            let wanted = self.wanted();
            // Where all was hidden, any of the steps may have been near.
            let otherwise = if printed.is_empty() { lower + 2 * self.threshold } else { u64::MAX };
            let enough = open.nth(wanted.saturating_sub(1)).map_or(otherwise, |last| last + 1);
            let least = self.least.entry(step).or_default();
            *least = enough.max(*least);
        }
        self.printed.push(printed);
    }

    /// The steps that stay hidden in the quarter after those on the desk. From both ends inwards: the last step, the first,
    /// then the others from the last backwards.
    pub(super) fn hidden(&self, steps: &[(Step, u64)]) -> BTreeSet<Step> {
        let mut kept: BTreeMap<Step, u64> = BTreeMap::new();
        let mut hidden: Vec<(Step, Vec<u64>)> = Vec::new();
        for (step, count) in in_order(steps) {
            let is_clear = self.near(step, &kept).into_iter().all(|near| !self.is_few(near.abs_diff(count)));
            if is_clear && count >= self.least(step) {
                kept.insert(step, count);
                if self.all_are_open(&hidden, &kept) {
                    continue;
                }
                kept.remove(&step);
            }
            hidden.push((step, self.windows(step, &kept)));
        }
        if !self.all_are_open(&hidden, &kept) {
            return steps.iter().map(|(step, _)| *step).collect();
        }
        hidden.into_iter().map(|(step, _)| step).collect()
    }

    fn is_few(&self, count: u64) -> bool {
        (1..self.threshold).contains(&count)
    }

    /// How many values a hidden step has to keep.
    fn wanted(&self) -> usize {
        usize::try_from(self.threshold.saturating_sub(1)).unwrap_or(usize::MAX)
    }

    /// What a step must not be near: nobody, the steps printed beside it, itself as it was printed before, and where it would
    /// be had it grown as they did.
    fn near(&self, step: Step, kept: &BTreeMap<Step, u64>) -> Vec<u64> {
        let mut near: Vec<u64> = kept.values().copied().chain([0]).collect();
        for printed in &self.printed {
            let Some(then) = printed.get(&step) else { continue };
            near.push(*then);
            let grown = kept.iter().filter_map(|(other, now)| (then + now).checked_sub(*printed.get(other)?));
            near.extend(grown);
        }
        near
    }

    /// The values for which a step would be hidden, smallest first: those it can have, as the earlier quarters say.
    fn windows(&self, step: Step, kept: &BTreeMap<Step, u64>) -> Vec<u64> {
        let far = self.threshold.saturating_sub(1);
        let (lower, _) = self.bounds(step, &BTreeMap::new());
        let near = self.near(step, kept).into_iter().filter(|near| near + far >= lower);
        let windows = near.flat_map(|near| (near.saturating_sub(far)..=near + far).filter(move |value| *value != near));
        let least = self.least(step).min(lower + 2 * self.threshold);
        let mut values: Vec<u64> = windows.filter(|value| *value >= lower.max(1)).chain(lower..least).collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    /// Between what a step must lie, as these printed ones and the earlier quarters say. Nobody who was counted goes away.
    fn bounds(&self, step: Step, kept: &BTreeMap<Step, u64>) -> (u64, u64) {
        let within = self.printed.iter().chain([kept]).flat_map(|printed| printed.range(step..));
        let lower = within.map(|(_, count)| *count).max().unwrap_or_default();
        let upper = kept.range(..=step).map(|(_, count)| *count).min().unwrap_or(u64::MAX);
        (lower, upper)
    }

    /// Whether each hidden step keeps enough values, between those that are printed and between one another.
    fn all_are_open(&self, hidden: &[(Step, Vec<u64>)], kept: &BTreeMap<Step, u64>) -> bool {
        let mut open: BTreeMap<Step, Vec<u64>> = BTreeMap::new();
        for (step, windows) in hidden {
            let (lower, upper) = self.bounds(*step, kept);
            open.insert(*step, windows.iter().copied().filter(|value| (lower..upper).contains(value)).collect());
        }
        let mut most = u64::MAX;
        for values in open.values_mut() {
            values.retain(|value| *value <= most);
            most = values.last().copied().unwrap_or_default();
        }
        let mut least = 0;
        for values in open.values_mut().rev() {
            values.retain(|value| *value >= least);
            least = values.first().copied().unwrap_or(u64::MAX);
        }
        open.values().all(|values| values.len() >= self.wanted())
    }

    fn least(&self, step: Step) -> u64 {
        self.least.range(step..).map(|(_, least)| *least).max().unwrap_or_default()
    }
}

/// The steps in the order in which they are decided.
fn in_order(steps: &[(Step, u64)]) -> impl Iterator<Item = (Step, u64)> {
    let ends = [steps.last(), steps.first().filter(|_| steps.len() > 1)];
    let between = steps.iter().skip(1).take(steps.len().saturating_sub(2)).rev();
    ends.into_iter().flatten().chain(between).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Step; 5] =
        [Step::Eligible, Step::Consented, Step::BaselineComplete, Step::FollowUpDue, Step::Matched];

    /// The steps of each quarter.
    type World = Vec<Vec<u64>>;
    /// What is printed of them.
    type Look = Vec<Vec<Option<u64>>>;

    /// Every way in which so many steps can have grown over so many quarters, none above the most.
    fn worlds(steps: usize, quarters: usize, most: u64) -> Vec<World> {
        let mut worlds: Vec<World> = vec![Vec::new()];
        for _ in 0..quarters {
            let longer = worlds.iter().flat_map(|world| {
                let last = world.last().cloned().unwrap_or_else(|| vec![0; steps]);
                let mut rows: Vec<Vec<u64>> = vec![Vec::new()];
                for (step, least) in last.iter().enumerate() {
                    rows = rows
                        .iter()
                        .flat_map(|row| {
                            let above = if step == 0 { most } else { row[step - 1] };
                            (*least..=above).map(move |count| row.iter().copied().chain([count]).collect())
                        })
                        .collect();
                }
                rows.into_iter().map(move |row| world.iter().cloned().chain([row]).collect())
            });
            worlds = longer.collect();
        }
        worlds
    }

    fn look(world: &World, threshold: u64, remembers: bool) -> Look {
        let mut desk = Desk::new(threshold);
        let looks = world.iter().map(|counts| {
            let named = STEPS[STEPS.len() - counts.len()..].iter().copied();
            let steps: Vec<(Step, u64)> = named.zip(counts.iter().copied()).collect();
            let hidden = desk.hidden(&steps);
            if remembers {
                desk.add(&steps, |step| hidden.contains(&step));
            }
            steps.iter().map(|(step, count)| (!hidden.contains(step)).then_some(*count)).collect()
        });
        looks.collect()
    }

    /// What a reader finds who knows this very program, goes through every course there could have been, and keeps those
    /// that look the same.
    fn attack(steps: usize, quarters: usize, most: u64, threshold: u64, remembers: bool) -> Vec<String> {
        let mut alike: BTreeMap<Look, Vec<World>> = BTreeMap::new();
        for world in worlds(steps, quarters, most) {
            alike.entry(look(&world, threshold, remembers)).or_default().push(world);
        }
        let is_few = |count: u64| (1..threshold).contains(&count);
        let mut found = Vec::new();
        for (look, worlds) in alike {
            // Where a step may be larger than any that was tried, more would look the same.
            let room = worlds.iter().flatten().flatten().max().is_some_and(|largest| *largest + threshold <= most)
                || worlds
                    .iter()
                    .map(|world| world[quarters - 1][0])
                    .min()
                    .is_some_and(|top| top + 3 * threshold <= most);
            if !room {
                continue;
            }
            let values = |of: &dyn Fn(&World) -> u64| worlds.iter().map(of).collect::<BTreeSet<u64>>();
            for quarter in 0..quarters {
                for step in 0..steps {
                    let possible = values(&|world| world[quarter][step]);
                    if look[quarter][step].is_none() && (possible.len() as u64) < threshold - 1 {
                        found.push(format!("step {step} of quarter {quarter} is one of {possible:?} in {look:?}"));
                    }
                    for (other, what) in
                        (0..quarter).map(|other| (other, "growth")).chain((0..step).map(|at| (at, "drop")))
                    {
                        let differ = values(&|world| {
                            let than = if what == "growth" { world[other][step] } else { world[quarter][other] };
                            world[quarter][step].abs_diff(than)
                        });
                        if differ.len() == 1 && differ.first().is_some_and(|only| is_few(*only)) {
                            found.push(format!("{what} of step {step} from {other} is {differ:?} in {look:?}"));
                        }
                    }
                }
            }
        }
        found
    }

    fn nothing_is_found(steps: usize, quarters: usize, most: u64, threshold: u64) {
        let found = attack(steps, quarters, most, threshold, true);
        assert!(found.is_empty(), "{} found\n{}", found.len(), found[..found.len().min(12)].join("\n"));
    }

    #[test]
    fn each_quarter_for_itself_would_tell_how_few_came() {
        assert!(attack(2, 2, 24, 5, false).iter().any(|found| found.starts_with("growth")));
    }

    #[test]
    fn two_quarters_side_by_side_tell_of_no_few() {
        nothing_is_found(1, 2, 40, 5);
        nothing_is_found(2, 2, 24, 5);
        nothing_is_found(3, 2, 13, 3);
        nothing_is_found(4, 2, 9, 3);
    }

    #[test]
    fn three_quarters_side_by_side_tell_of_no_few() {
        nothing_is_found(1, 3, 40, 5);
        nothing_is_found(2, 3, 13, 3);
        nothing_is_found(3, 3, 8, 3);
    }
}
