//! Money: contributions, spend, and what it is worth. Whole pounds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Commentary, Count, FinancialYear, Id, Line, Note, Percent, Period, Pounds, RecordId, Score, Stated, choice::choice,
};

choice! {
    /// What is given in kind.
    InKindType {
        People = "people",
        Space = "space",
        Equipment = "equipment",
        It = "it",
        VolunteerTime = "volunteer_time",
    }
    /// Why a partner gives.
    Motive {
        CoreRole = "core_role",
        CommunityBenefit = "community_benefit",
        FutureSaving = "future_saving",
        Statutory = "statutory",
        Other = "other",
    }
    /// Whether the whole figure is for a year or for the whole programme.
    ValueBasis {
        AnnualEstimate = "annual_estimate",
        AnnualActual = "annual_actual",
        WholeProgramme = "whole_programme",
    }
    /// How sure an estimate of value is.
    ConfidenceGrade {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
    /// How final an estimate of value is.
    ValueStatus {
        Final = "final",
        Provisional = "provisional",
        Revised = "revised",
        Estimated = "estimated",
        NotAvailable = "not_available",
        NotApplicable = "not_applicable",
    }
}

/// Money in, money out, and who gives and gains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Finance {
    /// Always `GBP`.
    #[schemars(extend("const" = "GBP"))]
    pub currency: Option<Line>,
    /// The financial year.
    pub year: Option<FinancialYear>,
    /// The pooled budget of the year, in pounds.
    pub pooled_budget: Option<Stated<Pounds>>,
    /// What the pool rests on.
    pub pool_legal_basis: Option<Line>,
    /// Money carried in from last year, in pounds.
    pub carried_in_gbp: Option<Pounds>,
    /// Other income of the year, in pounds.
    pub other_income_gbp: Option<Pounds>,
    /// What each partner and the funder give, and may gain.
    #[serde(default)]
    pub contributions: Vec<Contribution>,
    /// Spend by line.
    #[serde(default)]
    pub spend: Vec<SpendLine>,
    /// Totals of the lines; worked out where left out, checked where given.
    pub totals: Option<FinanceTotals>,
    /// Why spend differs from plan.
    pub variance_explanation: Option<Commentary>,
    /// Capital spend to date, in pounds.
    pub capital_to_date: Option<Pounds>,
    /// Revenue spend to date, in pounds.
    pub revenue_to_date: Option<Pounds>,
    /// Administration as a share of spend, in percent.
    pub administration_cost_share_percent: Option<Percent>,
    /// What working together itself costs in a year, in pounds.
    pub cost_of_collaborating_gbp: Option<Stated<Pounds>>,
    /// What to do with an underspend.
    pub underspend_request: Option<UnderspendRequest>,
    /// What happens to money not spent by the year's end.
    pub carry_forward_statement: Option<Commentary>,
}

/// What a partner or the funder gives, and may gain. Given, gained and net are worked out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Contribution {
    /// The id of the partner or funder.
    pub source: Id,
    /// Cash of the year, in pounds.
    pub cash: Option<Stated<Pounds>>,
    /// Given in kind in the year, in pounds.
    pub in_kind: Option<Stated<Pounds>>,
    /// What is given in kind.
    #[serde(default)]
    pub in_kind_type: Vec<InKindType>,
    /// How what is given in kind was valued.
    pub in_kind_rate: Option<Note>,
    /// Cash received so far, in pounds.
    pub received_to_date: Option<Stated<Pounds>>,
    /// Cash due so far, in pounds.
    pub due_to_date: Option<Pounds>,
    /// What the partner estimates it gains in the year, in pounds.
    pub benefit_estimate: Option<Stated<Pounds>>,
    /// What the gain is.
    pub benefit_note: Option<Note>,
    /// Why the gain is not estimated.
    pub benefit_not_estimated: Option<Note>,
    /// Why the partner gives.
    #[serde(default)]
    pub why_they_do_it: Vec<Motive>,
    /// Why it gives nothing.
    pub reason_for_nothing: Option<Note>,
}

/// A line of spend, in pounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SpendLine {
    /// What it is spent on.
    pub line: Line,
    /// The budget of the year.
    pub budget: Option<Stated<Pounds>>,
    /// Planned to the end of the quarter.
    pub profile_to_date: Option<Stated<Pounds>>,
    /// Spent to the end of the quarter.
    pub actual_to_date: Option<Stated<Pounds>>,
    /// Promised and not yet paid.
    pub commitments: Option<Stated<Pounds>>,
    /// What the year will come to.
    pub forecast: Option<Stated<Pounds>>,
    /// Actual less profile; worked out where left out.
    pub variance_to_date: Option<Pounds>,
    /// Forecast less budget; worked out where left out.
    pub forecast_variance: Option<Pounds>,
    /// Why it differs from plan.
    pub variance_explanation: Option<Commentary>,
    /// Whether a figure below zero corrects an earlier one.
    pub correction: Option<bool>,
}

/// Totals of the lines of spend, in pounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FinanceTotals {
    /// The budget of the year.
    pub budget: Option<Pounds>,
    /// Planned to the end of the quarter.
    pub profile_to_date: Option<Pounds>,
    /// Spent to the end of the quarter.
    pub actual_to_date: Option<Pounds>,
    /// Promised and not yet paid.
    pub commitments: Option<Pounds>,
    /// What the year will come to.
    pub forecast: Option<Pounds>,
    /// Actual less profile.
    pub variance_to_date: Option<Pounds>,
    /// Forecast less budget.
    pub forecast_variance: Option<Pounds>,
}

/// What to do with an underspend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UnderspendRequest {
    /// How much, in pounds.
    pub amount: Pounds,
    /// What it is to be used for.
    pub to: Option<Note>,
    /// In which financial year.
    pub year: Option<FinancialYear>,
    /// The decision that asks for it.
    pub decision: Option<RecordId>,
}

/// What the work costs and what it is worth; or why that cannot be said yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ValueForMoney {
    /// How it was worked out.
    pub method: Option<Note>,
    /// For a year, or for the whole programme.
    pub basis: Option<ValueBasis>,
    /// How final it is.
    pub status: Option<ValueStatus>,
    /// The year whose prices are used.
    pub price_year: Option<FinancialYear>,
    /// Costs, in pounds.
    pub costs_gbp: Option<Stated<Pounds>>,
    /// Savings to partners' budgets, in pounds.
    pub fiscal_benefits_gbp: Option<Stated<Pounds>>,
    /// Wider benefits to people and the economy, in pounds.
    pub economic_social_benefits_gbp: Option<Stated<Pounds>>,
    /// The cut made for optimism, in percent.
    pub optimism_bias_percent: Option<Percent>,
    /// Whether the figures already hold that cut.
    pub optimism_bias_applied: Option<bool>,
    /// Fiscal benefits for each £1 of costs; worked out where left out.
    pub fiscal_return: Option<Score>,
    /// All benefits for each £1 of costs; worked out where left out.
    pub public_value_ratio: Option<Score>,
    /// Years until benefits have paid for costs.
    pub payback_years: Option<Score>,
    /// How sure the estimate is.
    pub confidence_grade: Option<ConfidenceGrade>,
    /// What a reader has to know.
    pub caveat: Option<Note>,
    /// Why the benefits differ from the sum of partners' estimates.
    pub benefits_note: Option<Note>,
    /// Why it cannot be said yet.
    pub not_ready_reason: Option<Note>,
    /// When it can be said.
    pub ready_by: Option<Period>,
    /// How many years the figures cover.
    pub years: Option<Count>,
}
