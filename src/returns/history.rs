//! What stands beside a return: the returns before it, and what its team set once.

use std::sync::Arc;

use super::QuarterlyReturn;
use crate::order;

/// The returns filed before this one, oldest first. Only what somebody named is in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    earlier: Vec<Arc<QuarterlyReturn>>,
}

impl History {
    /// No earlier return was named.
    pub const fn none() -> Self {
        Self { earlier: Vec::new() }
    }

    /// These earlier returns, which are put in the order of their quarters.
    pub fn of(earlier: impl IntoIterator<Item = impl Into<Arc<QuarterlyReturn>>>) -> Self {
        let mut earlier: Vec<_> = earlier.into_iter().map(Into::into).collect();
        order::by_key(&mut earlier, |filed| filed.header.period.first_day());
        Self { earlier }
    }

    /// The earlier returns, oldest first.
    pub fn earlier(&self) -> &[Arc<QuarterlyReturn>] {
        &self.earlier
    }
}

/// How small a number has to be to be hidden. A team may set it higher, never lower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DisclosureSettings {
    people: u64,
    opinions: u64,
}

impl DisclosureSettings {
    /// The smallest count of people, households or cases that is shown unless a team asks for more.
    pub const PEOPLE: u64 = 5;
    /// The same for opinions and staff.
    pub const OPINIONS: u64 = 10;

    /// These thresholds, or the usual ones where those are higher.
    pub fn at_least(people: u64, opinions: u64) -> Self {
        Self { people: people.max(Self::PEOPLE), opinions: opinions.max(Self::OPINIONS) }
    }

    /// The smallest count of people, households or cases that may be shown.
    pub const fn people(self) -> u64 {
        self.people
    }

    /// The smallest number of replies or staff that may be shown.
    pub const fn opinions(self) -> u64 {
        self.opinions
    }
}

impl Default for DisclosureSettings {
    fn default() -> Self {
        Self { people: Self::PEOPLE, opinions: Self::OPINIONS }
    }
}
