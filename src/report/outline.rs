//! Which sections a report has, in which order, for whom. The one table to change when a report gains a section.

use super::{
    block::Block,
    sections::{self, Cx},
};
use crate::disclosure::Audience;

/// A numbered part of the funder report: eleven sections and five annexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    OnOnePage,
    About,
    Results,
    SystemHealth,
    Outcomes,
    Value,
    WhatHappened,
    Communities,
    Money,
    RisksAndMilestones,
    Asks,
    Definitions,
    Tables,
    Quality,
    Minority,
    Signatures,
}

impl Part {
    /// All of them, in order.
    pub(super) const ALL: [Self; 16] = [
        Self::OnOnePage,
        Self::About,
        Self::Results,
        Self::SystemHealth,
        Self::Outcomes,
        Self::Value,
        Self::WhatHappened,
        Self::Communities,
        Self::Money,
        Self::RisksAndMilestones,
        Self::Asks,
        Self::Definitions,
        Self::Tables,
        Self::Quality,
        Self::Minority,
        Self::Signatures,
    ];

    /// Its number or letter.
    pub(super) const fn number(self) -> &'static str {
        match self {
            Self::OnOnePage => "1",
            Self::About => "2",
            Self::Results => "3",
            Self::SystemHealth => "4",
            Self::Outcomes => "5",
            Self::Value => "6",
            Self::WhatHappened => "7",
            Self::Communities => "8",
            Self::Money => "9",
            Self::RisksAndMilestones => "10",
            Self::Asks => "11",
            Self::Definitions => "A",
            Self::Tables => "B",
            Self::Quality => "C",
            Self::Minority => "D",
            Self::Signatures => "E",
        }
    }

    /// Where links to it lead.
    pub(super) const fn anchor(self) -> &'static str {
        match self {
            Self::OnOnePage => "on-one-page",
            Self::About => "about",
            Self::Results => "results",
            Self::SystemHealth => "system-health",
            Self::Outcomes => "outcomes",
            Self::Value => "value",
            Self::WhatHappened => "what-happened",
            Self::Communities => "communities",
            Self::Money => "money",
            Self::RisksAndMilestones => "risks-and-milestones",
            Self::Asks => "asks",
            Self::Definitions => "annex-definitions",
            Self::Tables => "annex-tables",
            Self::Quality => "annex-quality",
            Self::Minority => "annex-minority",
            Self::Signatures => "annex-signatures",
        }
    }

    /// Whether it begins a new page in print; the others follow on.
    pub(super) const fn begins_a_page(self) -> bool {
        match self {
            Self::About => true,
            Self::OnOnePage
            | Self::Results
            | Self::SystemHealth
            | Self::Outcomes
            | Self::Value
            | Self::WhatHappened
            | Self::Communities
            | Self::Money
            | Self::RisksAndMilestones
            | Self::Asks
            | Self::Definitions
            | Self::Tables
            | Self::Quality
            | Self::Minority
            | Self::Signatures => false,
        }
    }

    /// Whether it is an annex.
    pub(super) const fn is_annex(self) -> bool {
        matches!(self, Self::Definitions | Self::Tables | Self::Quality | Self::Minority | Self::Signatures)
    }

    /// The part that holds records of this kind, by the letter their ids begin with.
    pub(super) fn of_record(id: &str) -> Option<Self> {
        match id.chars().next()? {
            'R' => Some(Self::Results),
            'S' | 'B' => Some(Self::SystemHealth),
            'O' => Some(Self::Outcomes),
            'L' | 'N' => Some(Self::WhatHappened),
            'E' | 'P' | 'Y' => Some(Self::Communities),
            'K' | 'M' => Some(Self::RisksAndMilestones),
            'D' => Some(Self::Asks),
            _ => None,
        }
    }
}

/// Makes the blocks of a section.
type Build = fn(&Cx<'_>) -> Vec<Block>;

/// The sections of an audience's report, in order.
pub(super) const fn sections_for(audience: Audience) -> &'static [Build] {
    match audience {
        Audience::Funder => &[
            sections::on_one_page::build,
            sections::changed::build,
            sections::about::build,
            sections::results::build,
            sections::system_health::build,
            sections::outcomes::build,
            sections::value::build,
            sections::what_happened::build,
            sections::communities::build,
            sections::money::build,
            sections::risks_and_milestones::build,
            sections::asks::build,
            sections::course::build,
            sections::annex_definitions::build,
            sections::annex_tables::build,
            sections::annex_quality::build,
            sections::annex_signatures::build,
        ],
        Audience::Members => &[
            sections::in_short::build,
            sections::changed::build,
            sections::in_your_ward::build,
            sections::going_well::build,
            sections::council_money::build,
            sections::residents::build,
            sections::questions::build,
        ],
        Audience::Public => &[
            sections::public::build,
            sections::public::promises::build,
            sections::public::changed::build,
            sections::public::second_page,
            sections::public::tell_us::small_print,
        ],
    }
}
