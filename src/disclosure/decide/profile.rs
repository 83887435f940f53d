//! How strict a profile is.

use crate::returns::{DisclosureSettings, QuarterlyReturn};

/// The smallest counts that may be shown, other than zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Of people, households and cases.
    pub people: u64,
    /// Of opinions and staff.
    pub opinions: u64,
}

/// The rules on small numbers for one audience, with those of the audiences it is nested in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    thresholds: Thresholds,
    /// The thresholds of the looser profiles, loosest first.
    looser: Vec<Thresholds>,
    rounds_all: bool,
    rounds_cumulative: bool,
}

impl Profile {
    /// For the funder. Its own agreement may lower the threshold for counts, for this profile only.
    pub fn funder(filed: &QuarterlyReturn, settings: DisclosureSettings) -> Self {
        let agreed = filed.funding.as_ref().and_then(|funding| funding.grant_agreement.as_ref()?.disclosure.as_ref());
        let thresholds = Thresholds {
            people: agreed.map_or(settings.people(), |agreed| agreed.threshold.get()),
            opinions: settings.opinions(),
        };
        Self { thresholds, looser: Vec::new(), rounds_all: false, rounds_cumulative: false }
    }

    /// For elected members, whose papers are public.
    pub fn members(filed: &QuarterlyReturn, settings: DisclosureSettings) -> Self {
        Self::within(Self::funder(filed, settings), settings, false)
    }

    /// For the public.
    pub fn public(filed: &QuarterlyReturn, settings: DisclosureSettings) -> Self {
        Self::within(Self::members(filed, settings), settings, true)
    }

    fn within(looser: Self, settings: DisclosureSettings, rounds_all: bool) -> Self {
        let thresholds = Thresholds { people: settings.people(), opinions: settings.opinions() };
        let mut before = looser.looser;
        // A profile with the same thresholds hides the same.
        if looser.thresholds != thresholds && before.last() != Some(&looser.thresholds) {
            before.push(looser.thresholds);
        }
        Self { thresholds, looser: before, rounds_all, rounds_cumulative: true }
    }

    /// The smallest counts that may be shown.
    pub const fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// Whether every count of people, households or cases is rounded to 5.
    pub const fn rounds_all(&self) -> bool {
        self.rounds_all
    }

    /// Whether breakdowns that add up over quarters are rounded to 5 where no earlier return is at hand.
    pub(super) const fn rounds_cumulative(&self) -> bool {
        self.rounds_cumulative
    }

    /// The profiles it is nested in, and then itself.
    pub(super) fn loosest_first(&self) -> impl Iterator<Item = Self> {
        let looser = self.looser.iter().map(|thresholds| Self {
            thresholds: *thresholds,
            looser: Vec::new(),
            rounds_all: false,
            rounds_cumulative: false,
        });
        looser.chain([self.clone()])
    }
}
