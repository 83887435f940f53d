//! What the counts of a measure are of, and whether small ones need protection.

use std::borrow::Cow;

use super::approach::{
    results::{Counts, MeasureType, ResultMeasure},
    system_health::{Dimension, Statistic, SystemMeasure},
};

impl Counts {
    /// What a unit counts, where it is a word we know.
    pub fn of_unit(unit: &str) -> Option<Self> {
        match in_small_letters(unit.trim()).as_ref() {
            "people" | "persons" | "person" | "adults" | "children" | "young people" | "residents" | "parents"
            | "carers" | "patients" | "tenants" | "clients" | "pupils" | "volunteers" | "veterans" | "older people" => {
                Some(Self::People)
            }
            "households" | "household" | "families" | "family" => Some(Self::Households),
            "cases" | "case" | "referrals" | "plans" | "call-outs" | "callouts" | "tenancies" | "contacts" => {
                Some(Self::Cases)
            }
            "opinions" | "replies" | "responses" => Some(Self::Opinions),
            "staff" | "employees" | "workers" => Some(Self::Staff),
            "organisations" | "partners" | "charities" | "businesses" | "groups" => Some(Self::Organisations),
            "gbp" | "£" | "pounds" | "pound" => Some(Self::Money),
            "things" | "posts" | "fte" | "sessions" | "meetings" | "events" | "agreements" | "buildings"
            | "desk-days" | "hubs" => Some(Self::Things),
            _ => None,
        }
    }

    /// Whether small counts stand for people who could be recognised.
    pub const fn is_protected(self) -> bool {
        match self {
            Self::People | Self::Households | Self::Cases | Self::Opinions | Self::Staff => true,
            Self::Organisations | Self::Things | Self::Money => false,
        }
    }

    /// Whether they are what people think or feel at work, which is protected more.
    pub const fn is_opinion(self) -> bool {
        matches!(self, Self::Opinions | Self::Staff)
    }
}

impl ResultMeasure {
    /// What its counts are of: as stated, else by its unit, else cases.
    pub fn counted(&self) -> Counts {
        self.counts.or_else(|| Counts::of_unit(self.unit.as_ref()?.as_str())).unwrap_or(Counts::Cases)
    }

    /// Whether a value of it is itself a count.
    pub fn value_is_count(&self) -> bool {
        match self.measure_type {
            Some(MeasureType::Count) => true,
            Some(
                MeasureType::Proportion
                | MeasureType::Rate
                | MeasureType::Mean
                | MeasureType::Median
                | MeasureType::Money
                | MeasureType::Duration
                | MeasureType::Index
                | MeasureType::YesNo,
            ) => false,
            None => !is_other_than_a_count(self.unit.as_ref().map(super::Line::as_str)),
        }
    }
}

impl SystemMeasure {
    /// What its counts are of: as stated, else by its unit, else by its dimension, else cases.
    pub fn counted(&self) -> Counts {
        self.counts
            .or_else(|| Counts::of_unit(self.unit.as_ref()?.as_str()))
            .or_else(|| self.dimension.and_then(of_dimension))
            .unwrap_or(Counts::Cases)
    }

    /// Whether a value of it is itself a count.
    pub fn value_is_count(&self) -> bool {
        match self.statistic {
            Some(Statistic::Count) => true,
            Some(Statistic::Median | Statistic::Mean | Statistic::NinetiethPercentile | Statistic::Share) => false,
            None => {
                let has_parts = self.numerator.is_some() || self.denominator.is_some() || self.n.is_some();
                !has_parts && !is_other_than_a_count(self.unit.as_ref().map(super::Line::as_str))
            }
        }
    }
}

const fn of_dimension(dimension: Dimension) -> Option<Counts> {
    match dimension {
        Dimension::DataSharing
        | Dimension::CoLocation
        | Dimension::Momentum
        | Dimension::GovernanceLoad
        | Dimension::Duplication
        | Dimension::StaffAutonomy
        | Dimension::HandOffs => Some(Counts::Things),
        Dimension::Workforce => Some(Counts::Staff),
        Dimension::Trust => Some(Counts::Opinions),
        Dimension::Referrals
        | Dimension::Waiting
        | Dimension::Experience
        | Dimension::FailureDemand
        | Dimension::Participation
        | Dimension::Learning => None,
    }
}

/// Shares, times, scores and rates, whose values are no counts. An unknown unit is taken for a count, to be on the
/// safe side.
fn is_other_than_a_count(unit: Option<&str>) -> bool {
    let Some(unit) = unit else { return false };
    let unit = in_small_letters(unit.trim());
    let is_known = matches!(
        unit.as_ref(),
        "percent"
            | "per cent"
            | "%"
            | "percentage"
            | "days"
            | "working days"
            | "weeks"
            | "months"
            | "hours"
            | "minutes"
            | "years"
            | "score"
            | "index"
            | "ratio"
            | "points"
    );
    is_known || unit.starts_with("per ") || unit.starts_with("score")
}

/// Nearly all units are written in small letters, and asked for often.
fn in_small_letters(unit: &str) -> Cow<'_, str> {
    let is_small = unit.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { Cow::Borrowed(unit) } else { Cow::Owned(unit.to_lowercase()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_come_before_dimensions_and_cases_are_the_rest() {
        let measure = |json: &str| serde_json::from_str::<SystemMeasure>(json).unwrap().counted();
        assert_eq!(measure(r#"{"id":"S1","title":"a","unit":"Households","dimension":"trust"}"#), Counts::Households);
        assert_eq!(measure(r#"{"id":"S1","title":"a","unit":"percent","dimension":"trust"}"#), Counts::Opinions);
        assert_eq!(measure(r#"{"id":"S1","title":"a","unit":"days","dimension":"waiting"}"#), Counts::Cases);
        assert_eq!(measure(r#"{"id":"S1","title":"a","counts":"things","unit":"people"}"#), Counts::Things);
    }

    #[test]
    fn a_share_is_not_a_count() {
        let result = |json: &str| serde_json::from_str::<ResultMeasure>(json).unwrap().value_is_count();
        assert!(result(r#"{"id":"R1","title":"a","unit":"call-outs"}"#));
        assert!(!result(r#"{"id":"R1","title":"a","unit":"percent"}"#));
        assert!(!result(r#"{"id":"R1","title":"a","unit":"people","measure_type":"mean"}"#));
    }
}
