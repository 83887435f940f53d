//! The typed return: plain data under the field's own names. Knows nothing else of ours.
//!
//! One return is one partnership, one quarter, one version. A value of these types has the right *shape*; whether it is
//! right is for the rules. Units: money in whole pounds sterling, percentages from 0 to 100, dates `YYYY-MM-DD`.
//! Lists that are left out are empty. The doc comment of each field is also its description in `schemas/`.

pub(crate) mod choice;
mod counts;
mod date;
mod figure;
mod number;
mod parsed;
mod period;
mod text;

pub mod approach;
pub mod control;
mod delivery;
pub mod exact;
mod finance;
mod form;
mod funding;
mod header;
mod history;
pub mod interval;
mod partners;
mod partnership;
pub mod rating;
mod settings;

pub use date::{Date, MONTHS};
pub use delivery::*;
pub use figure::{Figure, FigureStatus, NoNumber, PeriodFigure, Stated};
pub use finance::*;
pub use form::FormVersion;
pub use funding::*;
pub use header::*;
pub use history::{DisclosureSettings, History};
pub use number::{Count, HourlyRate, People, Percent, Posts, Pounds, Quantity, Score};
pub use partners::*;
pub use partnership::*;
pub use period::{FinancialYear, Period, Quarter};
pub use settings::{Allowed, Settings};
pub use text::{Commentary, Definition, Id, Line, Note, RecordId, Statement, StoryText, Text, Title};

use approach::{
    community_reporting::CommunityReporting, narratives::Narrative, outcomes::Outcome, results::ResultMeasure,
    system_health::SystemHealth,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A partnership's return for one quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct QuarterlyReturn {
    /// What kind of file this is: `partnership-quarterly-return`.
    pub schema: Option<Line>,
    /// The version of the return's form, such as `1.0`.
    pub schema_version: Line,
    /// Whether the partnership and its figures are invented, for a demonstration. Reports then say so on every page.
    pub fictional: Option<bool>,
    /// Which quarter this is, its version and its status.
    #[serde(rename = "return")]
    pub header: Header,
    /// Who reports.
    pub partnership: Partnership,
    /// The five ways of being held to account, and how much weight the partnership puts on each.
    #[serde(default)]
    pub approaches: Vec<ApproachUse>,
    /// What became of the actions and decisions of the last return.
    #[serde(default)]
    pub previous_actions: Vec<PreviousAction>,
    /// The places this return speaks of.
    #[serde(default)]
    pub places: Vec<Place>,
    /// The organisations that work together: at least two.
    #[schemars(length(min = 2))]
    pub partners: Vec<Partner>,
    /// Who pays, under which agreement and conditions.
    pub funding: Option<Funding>,
    /// Results: targets agreed together.
    #[serde(default)]
    pub results: Vec<ResultMeasure>,
    /// System health: whether the system of services works well.
    pub system_health: Option<SystemHealth>,
    /// Outcomes: whether people are better off.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// What the work costs and what it is worth.
    pub value_for_money: Option<ValueForMoney>,
    /// Narratives: what worked, what did not, and why.
    #[serde(default)]
    pub narratives: Vec<Narrative>,
    /// Community reporting: whether promises were kept, in the community's own judgement.
    pub community_reporting: Option<CommunityReporting>,
    /// Money in, money out, and who gives and gains.
    pub finance: Option<Finance>,
    /// Dated steps of the work.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// What could go wrong, or right.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// A line for each ward, for its members.
    #[serde(default)]
    pub ward_notes: Vec<WardNote>,
    /// What is asked of whom, and by when.
    #[serde(default)]
    pub decisions_asked: Vec<DecisionAsked>,
    /// Up to three things the partnership will do first next quarter.
    #[serde(default)]
    pub next_priorities: Vec<Statement>,
    /// Notes by partners who see it differently; printed in full.
    #[serde(default)]
    pub dissent: Vec<Dissent>,
    /// Changes of the people who lead.
    #[serde(default)]
    pub leadership_changes: Vec<LeadershipChange>,
    /// Other returns the partnership has to file, and what they cost in time.
    #[serde(default)]
    pub other_returns: Vec<OtherReturn>,
    /// Answers to warnings, by rule and record; printed in the funder report.
    #[serde(default)]
    pub explanations: Vec<Explanation>,
    /// Who signed, by role.
    #[serde(default)]
    pub sign_off: Vec<SignOff>,
}

impl QuarterlyReturn {
    /// The date that rules compare with and reports print: `submitted_on`; without it `due_on`; without it the last
    /// day of the period.
    pub fn reference_date(&self) -> Date {
        self.header.submitted_on.or(self.header.due_on).unwrap_or_else(|| self.header.period.last_day())
    }

    /// The partner of this id.
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id.as_str() == id)
    }

    /// The name of a partner or of the funder; the id itself where it is neither.
    pub fn organisation_name<'a>(&'a self, id: &'a str) -> &'a str {
        let funder = self.funding.as_ref().and_then(|funding| funding.funder.as_ref());
        self.partner(id)
            .map(|partner| partner.name.as_str())
            .or_else(|| funder.filter(|funder| funder.id.as_str() == id).map(|funder| funder.name.as_str()))
            .unwrap_or(id)
    }

    /// The place of this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id.as_str() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALTMERE: &str = include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json");

    #[test]
    fn the_worked_example_is_read_and_written_back_the_same() {
        let typed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
        let written = serde_json::to_string(&typed).unwrap();
        assert_eq!(serde_json::from_str::<QuarterlyReturn>(&written).unwrap(), typed);
        assert_eq!(typed.reference_date().to_string(), "2026-10-30");
        assert_eq!(typed.organisation_name("hollin-beck"), "The Hollin Beck Foundation");
    }

    #[test]
    fn a_quarter_without_a_filing_date_is_as_of_its_last_day() {
        let mut typed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
        typed.header.submitted_on = None;
        typed.header.due_on = None;
        assert_eq!(typed.reference_date().to_string(), "2026-09-30");
    }
}
