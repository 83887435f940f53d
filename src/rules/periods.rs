//! The last day of a period.

use crate::returns::{Date, Period, Quarter};

/// The last day of a quarter, month or financial year; `None` where it is none of these.
pub(super) fn last_day(period: Period) -> Option<Date> {
    if let Some((year, quarter)) = period.as_quarter() {
        return Some(quarter.days(year.first_year()).1);
    }
    if let Some((year, month)) = period.as_month() {
        return (28..=31).rev().find_map(|day| Date::from_ymd(year, month, day));
    }
    period.as_year().map(|year| Quarter::Q4.days(year.first_year()).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_period_has_a_last_day() {
        for (period, day) in [
            ("2026-27 Q2", "2026-09-30"),
            ("2028-02", "2028-02-29"),
            ("2026-11", "2026-11-30"),
            ("2026-27", "2027-03-31"),
        ] {
            assert_eq!(last_day(Period::parse(period).unwrap()).unwrap().to_string(), day);
        }
        assert_eq!(last_day(Period::parse("2026-29").unwrap()), None);
    }
}
