//! Dates and periods.

use super::{NO_BREAK, Wording};
use crate::returns::{Date, FinancialYear, Period, Quarter};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Wording {
    /// “30 September 2026”.
    pub(in crate::report) fn date(self, date: Date) -> String {
        format!("{}{NO_BREAK}{} {}", date.day(), self.month_name(date.month()), date.year())
    }

    /// “30 Sep 2026”, for narrow columns.
    pub(in crate::report) fn short_date(self, date: Date) -> String {
        format!("{}{NO_BREAK}{}{NO_BREAK}{}", date.day(), self.short_month(date.month()), date.year())
    }

    /// The name of a month, from 1.
    pub(in crate::report) fn month_name(self, month: u32) -> &'static str {
        MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
    }

    /// The first three letters of a month, from 1.
    pub(in crate::report) fn short_month(self, month: u32) -> &'static str {
        self.month_name(month).get(..3).unwrap_or_default()
    }

    /// “July to September 2026”.
    pub(in crate::report) fn quarter_months(self, year: FinancialYear, quarter: Quarter) -> String {
        let (first, last) = quarter.days(year.first_year());
        format!("{} to {} {}", self.month_name(first.month()), self.month_name(last.month()), last.year())
    }

    /// “July to September 2026 (Q2)”.
    pub(in crate::report) fn quarter(self, year: FinancialYear, quarter: Quarter) -> String {
        format!("{} ({})", self.quarter_months(year, quarter), quarter.word())
    }

    /// “July to September 2026 (Q2 of 2026 to 2027)”: the title page.
    pub(in crate::report) fn quarter_of_year(self, year: FinancialYear, quarter: Quarter) -> String {
        let first = year.first_year();
        format!("{} ({} of {first} to {})", self.quarter_months(year, quarter), quarter.word(), first + 1)
    }

    /// “2026 to 2027”.
    pub(in crate::report) fn financial_year(self, year: FinancialYear) -> String {
        format!("{} to {}", year.first_year(), year.first_year() + 1)
    }

    /// A period: “July to September 2026 (Q2)”, “September 2026” or “2026 to 2027”.
    pub(in crate::report) fn period(self, period: Period) -> String {
        if let Some((year, quarter)) = period.as_quarter() {
            return self.quarter(year, quarter);
        }
        // 2011-12 could be either; a month is the rarer reading for years before 2013, and there are none so old.
        if let Some((year, month)) = period.as_month() {
            return format!("{} {year}", self.month_name(month));
        }
        period.as_year().map_or_else(|| period.to_string(), |year| self.financial_year(year))
    }

    /// “1 day early”, “on the day”, “3 days late”.
    pub(in crate::report) fn against_due(self, due: Date, done: Date) -> String {
        match done.days_after(due) {
            0 => "on the day".to_owned(),
            late if late > 0 => format!("{} late", self.count(late.unsigned_abs(), "day", "days")),
            early => format!("{} early", self.count(early.unsigned_abs(), "day", "days")),
        }
    }

    /// “1 April 2025 to 31 March 2028”, or what is known of it.
    pub(in crate::report) fn span(self, start: Option<Date>, end: Option<Date>) -> Option<String> {
        match (start, end) {
            (Some(start), Some(end)) => Some(format!("{} to {}", self.date(start), self.date(end))),
            (Some(start), None) => Some(format!("from {}", self.date(start))),
            (None, Some(end)) => Some(format!("until {}", self.date(end))),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(W.date(date("2026-09-30")), "30\u{a0}September 2026");
        assert_eq!(W.short_date(date("2026-05-01")), "1\u{a0}May\u{a0}2026");
    }

    #[test]
    fn periods_name_their_months() {
        let period = |text| W.period(Period::parse(text).unwrap());
        assert_eq!(period("2026-27 Q2"), "July to September 2026 (Q2)");
        assert_eq!(period("2026-27 Q4"), "January to March 2027 (Q4)");
        assert_eq!(period("2026-09"), "September 2026");
        assert_eq!(period("2026-27"), "2026 to 2027");
        let year = FinancialYear::parse("2026-27").unwrap();
        assert_eq!(W.quarter_of_year(year, Quarter::Q2), "July to September 2026 (Q2 of 2026 to 2027)");
    }

    #[test]
    fn a_return_is_early_on_time_or_late() {
        let due = date("2026-10-31");
        assert_eq!(W.against_due(due, date("2026-10-30")), "1\u{a0}day early");
        assert_eq!(W.against_due(due, due), "on the day");
        assert_eq!(W.against_due(due, date("2026-11-03")), "3\u{a0}days late");
    }

    #[test]
    fn a_span_says_what_is_known_of_it() {
        let (start, end) = (date("2025-04-01"), date("2028-03-31"));
        assert_eq!(W.span(Some(start), Some(end)).unwrap(), "1\u{a0}April 2025 to 31\u{a0}March 2028");
        assert_eq!(W.span(Some(start), None).unwrap(), "from 1\u{a0}April 2025");
        assert_eq!(W.span(None, Some(end)).unwrap(), "until 31\u{a0}March 2028");
        assert_eq!(W.span(None, None), None);
    }
}
