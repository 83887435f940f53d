//! How a rating follows from the rule that was agreed before the quarter.
//!
//! Figures are compared as exact fractions, percentages from their counts where the return gives them; nothing is
//! rounded first. Knows measures, not words.

use rust_decimal::Decimal;

use super::approach::results::{BetterDirection, MeasureType, Rag, RagMethod, RagRule, ResultMeasure};
use super::exact::Exact;
use super::{FigureStatus, Line, Period, PeriodFigure};

/// The rating of a measure in a quarter, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// The rating.
    pub rag: Rag,
    /// What it rests on.
    pub because: Because,
}

/// What a rating rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The rule that was agreed.
    Rule(Compared),
    /// Somebody's decision to rate otherwise than the rule.
    Overridden {
        /// What the rule would give, where it can be worked out.
        by_rule: Option<Rag>,
    },
    /// The return says so, and no rule that can be worked out says otherwise.
    Said,
    /// There is no path for the quarter.
    NoPath,
    /// There is no figure for the quarter.
    NoFigure,
    /// The return says nothing from which a rating could follow.
    NotSet,
}

/// A figure set against its path or range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The rating that follows.
    pub rag: Rag,
    /// The figure.
    pub actual: Exact,
    /// What it was set against.
    pub against: Against,
    /// How.
    pub method: RagMethod,
    /// Whether a lower figure is better.
    pub lower_is_better: bool,
}

/// What a figure is set against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// A point of the path.
    Path(Decimal),
    /// A range of values that are right.
    Range(Decimal, Decimal),
}

/// Why no rating follows from the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCompared {
    /// There is no rule.
    NoRule,
    /// The rule leaves it to judgement.
    Judgement,
    /// There is no path for the quarter.
    NoPath,
    /// There is no figure for the quarter.
    NoFigure,
    /// The rule does not fit: thresholds are missing, no direction is better, or a percentage of a path that is not
    /// above zero is asked for.
    DoesNotFit,
}

/// The rating of a measure in a quarter: an override, else what follows from its rule, else what the return says.
pub fn rate(measure: &ResultMeasure, quarter: Period) -> Rating {
    let by_rule = by_rule(measure, quarter);
    if let Some(other) = &measure.rag_override {
        return Rating { rag: other.to, because: Because::Overridden { by_rule: by_rule.ok().map(|found| found.rag) } };
    }
    let said = measure.rag.map(|rag| Rating { rag, because: Because::Said });
    let not_coloured = said.filter(|said| matches!(said.rag, Rag::NotRated | Rag::NotDue));
    match by_rule {
        Ok(compared) => Rating { rag: compared.rag, because: Because::Rule(compared) },
        Err(NotCompared::NoPath) => not_coloured.unwrap_or(Rating { rag: Rag::NotDue, because: Because::NoPath }),
        Err(NotCompared::NoFigure) => not_coloured.unwrap_or(Rating { rag: Rag::NotRated, because: Because::NoFigure }),
        Err(NotCompared::NoRule | NotCompared::Judgement | NotCompared::DoesNotFit) => {
            said.unwrap_or(Rating { rag: Rag::NotRated, because: Because::NotSet })
        }
    }
}

/// What follows from the measure's rule alone.
///
/// # Errors
///
/// Says why nothing follows.
pub fn by_rule(measure: &ResultMeasure, quarter: Period) -> Result<Compared, NotCompared> {
    let rule = measure.rag_rule.as_ref().ok_or(NotCompared::NoRule)?;
    match rule.method {
        RagMethod::Judgement => Err(NotCompared::Judgement),
        RagMethod::InRange => in_range(measure, rule, quarter),
        RagMethod::PercentOfTrajectory | RagMethod::PercentagePointsFromTrajectory | RagMethod::AbsoluteDifference => {
            from_path(measure, rule, quarter)
        }
    }
}

/// The figure of a measure for this quarter: the last one given, where several are.
pub fn actual(measure: &ResultMeasure, quarter: Period) -> Option<&PeriodFigure> {
    measure.actuals.iter().rev().find(|actual| actual.period == Some(quarter))
}

/// The path of a measure for this quarter.
pub fn path(measure: &ResultMeasure, quarter: Period) -> Option<Decimal> {
    measure.trajectory.iter().rev().find(|point| point.period == quarter).map(|point| point.value.get())
}

/// The exact value of a figure: from its counts where it is a share of them, else as typed.
pub fn exact(measure: &ResultMeasure, figure: &PeriodFigure) -> Option<Exact> {
    if matches!(figure.status, Some(FigureStatus::NotAvailable | FigureStatus::NotApplicable)) {
        return None;
    }
    let from_counts = match (figure.numerator, figure.denominator, factor(measure)) {
        (Some(part), Some(whole), Some(factor)) => Exact::share(part, whole, factor),
        (_, _, _) => None,
    };
    from_counts.or_else(|| figure.value.map(|value| Exact::of(value.get())))
}

/// By what a share is multiplied to become the figure: 100 for a proportion, the base of a rate; `None` for what is no
/// share.
pub fn factor(measure: &ResultMeasure) -> Option<u64> {
    match measure.measure_type {
        Some(MeasureType::Proportion) => Some(100),
        Some(MeasureType::Rate) => {
            measure.rate.as_ref().map(|rate| rate.per.get()).or_else(|| per(measure.unit.as_ref()?))
        }
        None => measure.unit.as_ref().filter(|unit| is_percent(unit)).map(|_| 100),
        Some(
            MeasureType::Count
            | MeasureType::Mean
            | MeasureType::Median
            | MeasureType::Money
            | MeasureType::Duration
            | MeasureType::Index
            | MeasureType::YesNo,
        ) => None,
    }
}

/// Whether a unit says that figures are percentages.
pub fn is_percent(unit: &Line) -> bool {
    matches!(unit.as_str().trim().to_ascii_lowercase().as_str(), "percent" | "per cent" | "percentage" | "%")
}

/// The base in “per 1,000 households”.
fn per(unit: &Line) -> Option<u64> {
    let unit = unit.as_str().to_ascii_lowercase();
    let (_, rest) = unit.split_once("per ")?;
    let digits: String = rest.chars().take_while(|letter| letter.is_ascii_digit() || *letter == ',').collect();
    let per: u64 = digits.replace(',', "").parse().ok()?;
    (1..=1_000_000_000).contains(&per).then_some(per)
}

fn figure(measure: &ResultMeasure, quarter: Period) -> Result<Exact, NotCompared> {
    actual(measure, quarter).and_then(|figure| exact(measure, figure)).ok_or(NotCompared::NoFigure)
}

fn in_range(measure: &ResultMeasure, rule: &RagRule, quarter: Period) -> Result<Compared, NotCompared> {
    let range = measure.range.as_ref().ok_or(NotCompared::DoesNotFit)?;
    let (min, max) = (range.min.get(), range.max.get());
    let actual = figure(measure, quarter)?;
    let within = |margin: Decimal| actual.compare(min - margin).is_ge() && actual.compare(max + margin).is_le();
    let rag = if within(Decimal::ZERO) {
        Rag::Green
    } else if rule.amber_within.is_some_and(|margin| within(margin.get())) {
        Rag::Amber
    } else {
        Rag::Red
    };
    Ok(Compared { rag, actual, against: Against::Range(min, max), method: rule.method, lower_is_better: false })
}

fn from_path(measure: &ResultMeasure, rule: &RagRule, quarter: Period) -> Result<Compared, NotCompared> {
    let lower_is_better = match measure.direction {
        Some(BetterDirection::HigherIsBetter) => false,
        Some(BetterDirection::LowerIsBetter) => true,
        Some(BetterDirection::InRange | BetterDirection::Neutral) => return Err(NotCompared::DoesNotFit),
        None => rule.green_at_or_below.is_some(),
    };
    let by_percent = rule.method == RagMethod::PercentOfTrajectory;
    // Differences are turned so that better is positive; percentages of a path that should fall are not.
    let (green, amber) = if by_percent && lower_is_better {
        (rule.green_at_or_below, rule.amber_at_or_below)
    } else {
        (rule.green_at_or_above, rule.amber_at_or_above)
    };
    let green = green.ok_or(NotCompared::DoesNotFit)?.get();
    let path = path(measure, quarter).ok_or(NotCompared::NoPath)?;
    let actual = figure(measure, quarter)?;
    if by_percent && (path <= Decimal::ZERO || actual.compare(Decimal::ZERO).is_lt()) {
        return Err(NotCompared::DoesNotFit);
    }
    let reaches = |threshold: Decimal| {
        let order = match (by_percent, lower_is_better) {
            (true, _) => actual.compare_percent_of(path, threshold),
            (false, false) => actual.compare(path + threshold),
            (false, true) => actual.compare(path - threshold),
        };
        if lower_is_better { order.is_le() } else { order.is_ge() }
    };
    let rag = if reaches(green) {
        Rag::Green
    } else if amber.is_some_and(|amber| reaches(amber.get())) {
        Rag::Amber
    } else {
        Rag::Red
    };
    Ok(Compared { rag, actual, against: Against::Path(path), method: rule.method, lower_is_better })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::QuarterlyReturn;

    const SALTMERE: &str = include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json");

    fn quarter() -> Period {
        Period::parse("2026-27 Q2").unwrap()
    }

    fn measure(parts: &str) -> ResultMeasure {
        let mut whole = serde_json::json!({
            "id": "R1", "title": "Plans", "measure_type": "count", "direction": "higher_is_better",
            "trajectory": [{ "period": "2026-27 Q2", "value": 115 }],
            "actuals": [{ "period": "2026-27 Q2", "value": 104 }],
            "rag_rule": { "method": "percent_of_trajectory", "green_at_or_above": 100, "amber_at_or_above": 90 }
        });
        let parts: serde_json::Value = serde_json::from_str(parts).unwrap();
        for (name, part) in parts.as_object().unwrap() {
            whole[name] = part.clone();
        }
        serde_json::from_value(whole).unwrap()
    }

    fn rag(parts: &str) -> Rag {
        rate(&measure(parts), quarter()).rag
    }

    #[test]
    fn the_worked_example_is_rated_as_it_says() {
        let typed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
        for measure in &typed.results {
            assert_eq!(Some(rate(measure, quarter()).rag), measure.rag, "{}", measure.id);
        }
    }

    #[test]
    fn a_rating_left_out_is_worked_out() {
        assert_eq!(rag("{}"), Rag::Amber);
        assert_eq!(rag(r#"{"actuals": [{"period": "2026-27 Q2", "value": 115}]}"#), Rag::Green);
        // 103.5 is 90% of 115 exactly, and anything below it is not.
        assert_eq!(rag(r#"{"actuals": [{"period": "2026-27 Q2", "value": 103.5}]}"#), Rag::Amber);
        assert_eq!(rag(r#"{"actuals": [{"period": "2026-27 Q2", "value": 103.4999}]}"#), Rag::Red);
    }

    #[test]
    fn percentages_are_compared_from_their_counts() {
        // 2 of 3 is 66.666…%, which rounds to 66.67 and does not reach it.
        let parts = r#"{"measure_type": "proportion",
            "trajectory": [{"period": "2026-27 Q2", "value": 66.67}],
            "actuals": [{"period": "2026-27 Q2", "value": 66.67, "numerator": 2, "denominator": 3}],
            "rag_rule": {"method": "percentage_points_from_trajectory", "green_at_or_above": 0, "amber_at_or_above": -5}}"#;
        assert_eq!(rag(parts), Rag::Amber);
    }

    #[test]
    fn differences_are_turned_so_that_better_is_positive() {
        let parts = |actual: u32| {
            format!(
                r#"{{"direction": "lower_is_better", "actuals": [{{"period": "2026-27 Q2", "value": {actual}}}],
                "rag_rule": {{"method": "absolute_difference", "green_at_or_above": 0, "amber_at_or_above": -5}}}}"#
            )
        };
        assert_eq!(rag(&parts(115)), Rag::Green);
        assert_eq!(rag(&parts(120)), Rag::Amber);
        assert_eq!(rag(&parts(121)), Rag::Red);
    }

    #[test]
    fn a_path_of_zero_has_no_percentage() {
        let parts = r#"{"trajectory": [{"period": "2026-27 Q2", "value": 0}]}"#;
        assert_eq!(by_rule(&measure(parts), quarter()), Err(NotCompared::DoesNotFit));
    }

    #[test]
    fn without_a_path_a_rating_is_not_due_and_without_a_figure_there_is_none() {
        assert_eq!(rag(r#"{"trajectory": []}"#), Rag::NotDue);
        assert_eq!(rag(r#"{"actuals": [], "rag": "green"}"#), Rag::NotRated);
    }

    #[test]
    fn a_range_is_green_inside_and_amber_near_it() {
        let parts = |actual: &str| {
            format!(
                r#"{{"direction": "in_range", "range": {{"min": 90, "max": 95}},
                "actuals": [{{"period": "2026-27 Q2", "value": {actual}}}],
                "rag_rule": {{"method": "in_range", "amber_within": 2.5}}}}"#
            )
        };
        assert_eq!(rag(&parts("95")), Rag::Green);
        assert_eq!(rag(&parts("97.5")), Rag::Amber);
        assert_eq!(rag(&parts("87.4")), Rag::Red);
    }

    #[test]
    fn the_base_of_a_rate_is_read_from_its_unit() {
        let measure = measure(r#"{"measure_type": "rate", "unit": "per 1,000 households"}"#);
        assert_eq!(factor(&measure), Some(1000));
    }
}
