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

/// The rules on small numbers for one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    thresholds: Thresholds,
    /// Those that hold for everybody, where these are lower by agreement.
    strict: Thresholds,
    rounds_all: bool,
    rounds_cumulative: bool,
}

impl Profile {
    /// For the funder. Its own agreement may lower the threshold for counts, for this profile only.
    pub fn funder(filed: &QuarterlyReturn, settings: DisclosureSettings) -> Self {
        let strict = strict(filed, settings);
        let thresholds = Thresholds { people: agreed(filed).unwrap_or(strict.people), ..strict };
        Self { thresholds, strict, rounds_all: false, rounds_cumulative: false }
    }

    /// For elected members, whose papers are public.
    pub fn members(filed: &QuarterlyReturn, settings: DisclosureSettings) -> Self {
        let strict = strict(filed, settings);
        Self { thresholds: strict, strict, rounds_all: false, rounds_cumulative: true }
    }

    /// For the public.
    pub fn public(filed: &QuarterlyReturn, settings: DisclosureSettings) -> Self {
        Self { rounds_all: true, ..Self::members(filed, settings) }
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

    /// The thresholds that hold for everybody.
    pub(super) const fn strict(&self) -> Thresholds {
        self.strict
    }

    /// The thresholds of this profile, where an agreement makes them other than everybody’s.
    pub(super) fn relaxed(&self) -> Option<Thresholds> {
        (self.thresholds != self.strict).then_some(self.thresholds)
    }
}

/// What holds for everybody: an agreement with the funder may show the funder more, and hides from others what it hides
/// from the funder.
fn strict(filed: &QuarterlyReturn, settings: DisclosureSettings) -> Thresholds {
    let people = agreed(filed).unwrap_or_default().max(settings.people());
    Thresholds { people, opinions: settings.opinions() }
}

fn agreed(filed: &QuarterlyReturn) -> Option<u64> {
    let agreement = filed.funding.as_ref()?.grant_agreement.as_ref()?.disclosure.as_ref()?;
    Some(agreement.threshold.get())
}
