//! Dates and periods.

use super::{NO_BREAK, Wording, nouns};
use crate::report::block::Language;
use crate::returns::{Date, FinancialYear, Period, Quarter};

/// The months: in full, and for narrow columns.
const ENGLISH: [[&str; 2]; 12] = [
    ["January", "Jan"],
    ["February", "Feb"],
    ["March", "Mar"],
    ["April", "Apr"],
    ["May", "May"],
    ["June", "Jun"],
    ["July", "Jul"],
    ["August", "Aug"],
    ["September", "Sep"],
    ["October", "Oct"],
    ["November", "Nov"],
    ["December", "Dec"],
];

/// The same, with both as they stand after “i” (“Gorffennaf i Fedi”).
const WELSH: [[&str; 4]; 12] = [
    ["Ionawr", "Ion", "Ionawr", "Ion"],
    ["Chwefror", "Chwef", "Chwefror", "Chwef"],
    ["Mawrth", "Maw", "Fawrth", "Faw"],
    ["Ebrill", "Ebr", "Ebrill", "Ebr"],
    ["Mai", "Mai", "Fai", "Fai"],
    ["Mehefin", "Meh", "Fehefin", "Feh"],
    ["Gorffennaf", "Gorff", "Orffennaf", "Orff"],
    ["Awst", "Awst", "Awst", "Awst"],
    ["Medi", "Medi", "Fedi", "Fedi"],
    ["Hydref", "Hyd", "Hydref", "Hyd"],
    ["Tachwedd", "Tach", "Dachwedd", "Dach"],
    ["Rhagfyr", "Rhag", "Ragfyr", "Rag"],
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
        match self.language() {
            Language::En => of_month(&ENGLISH, month)[0],
            Language::Cy => of_month(&WELSH, month)[0],
        }
    }

    /// The name of a month in three to five letters, from 1.
    pub(in crate::report) fn short_month(self, month: u32) -> &'static str {
        match self.language() {
            Language::En => of_month(&ENGLISH, month)[1],
            Language::Cy => of_month(&WELSH, month)[1],
        }
    }

    /// “July to September”.
    fn months(self, first: u32, last: u32) -> String {
        let [from, to, i] = [self.month_name(first), self.month_name(last), of_month(&WELSH, last)[2]];
        say!(self, "{from} to {to}", "{from} i {i}")
    }

    /// “Jul to Sep”.
    pub(in crate::report) fn short_quarter(self, first: u32, last: u32) -> String {
        let [from, to, i] = [self.short_month(first), self.short_month(last), of_month(&WELSH, last)[3]];
        say!(self, "{from} to {to}", "{from} i {i}")
    }

    /// “July to September 2026”.
    pub(in crate::report) fn quarter_months(self, year: FinancialYear, quarter: Quarter) -> String {
        let (first, last) = quarter.days(year.first_year());
        format!("{} {}", self.months(first.month(), last.month()), last.year())
    }

    /// “Q2”.
    fn quarter_word(self, quarter: Quarter) -> &'static str {
        match quarter {
            Quarter::Q1 => self.either("Q1", "Ch1"),
            Quarter::Q2 => self.either("Q2", "Ch2"),
            Quarter::Q3 => self.either("Q3", "Ch3"),
            Quarter::Q4 => self.either("Q4", "Ch4"),
        }
    }

    /// “July to September 2026 (Q2)”.
    pub(in crate::report) fn quarter(self, year: FinancialYear, quarter: Quarter) -> String {
        format!("{} ({})", self.quarter_months(year, quarter), self.quarter_word(quarter))
    }

    /// “July to September 2026 (Q2 of 2026 to 2027)”: the title page.
    pub(in crate::report) fn quarter_of_year(self, year: FinancialYear, quarter: Quarter) -> String {
        let (months, quarter, year) =
            (self.quarter_months(year, quarter), self.quarter_word(quarter), self.financial_year(year));
        say!(self, "{months} ({quarter} of {year})", "{months} ({quarter}, {year})")
    }

    /// “2026 to 2027”.
    pub(in crate::report) fn financial_year(self, year: FinancialYear) -> String {
        let (first, next) = (year.first_year(), year.first_year() + 1);
        say!(self, "{first} to {next}", "{first} i {next}")
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
        let off = done.days_after(due);
        let days = self.counted(off.unsigned_abs(), nouns::DAY);
        match off {
            0 => self.either("on the day", "ar y diwrnod").to_owned(),
            late if late > 0 => say!(self, "{days} late", "{days} yn hwyr"),
            _ => say!(self, "{days} early", "{days} yn gynnar"),
        }
    }

    /// “1 April 2025 to 31 March 2028”, or what is known of it.
    pub(in crate::report) fn span(self, start: Option<Date>, end: Option<Date>) -> Option<String> {
        match (start.map(|start| self.date(start)), end.map(|end| self.date(end))) {
            (Some(start), Some(end)) => Some(say!(self, "{start} to {end}", "{start} i {end}")),
            (Some(start), None) => Some(say!(self, "from {start}", "o {start}")),
            (None, Some(end)) => Some(say!(self, "until {end}", "tan {end}")),
            (None, None) => None,
        }
    }
}

fn of_month<T: Copy + Default, const N: usize>(months: &[[T; N]; 12], month: u32) -> [T; N] {
    months.get(month.saturating_sub(1) as usize).copied().unwrap_or([T::default(); N])
}

#[cfg(test)]
mod tests {
    use super::super::{ENGLISH as W, WELSH as CY};
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
    fn welsh_dates_mutate_the_month_after_i_and_nothing_else() {
        assert_eq!(CY.date(date("2026-09-30")), "30\u{a0}Medi 2026");
        assert_eq!(CY.short_date(date("2026-02-01")), "1\u{a0}Chwef\u{a0}2026");
        let period = |text| CY.period(Period::parse(text).unwrap());
        assert_eq!(period("2026-27 Q1"), "Ebrill i Fehefin 2026 (Ch1)");
        assert_eq!(period("2026-27 Q2"), "Gorffennaf i Fedi 2026 (Ch2)");
        assert_eq!(period("2026-27 Q3"), "Hydref i Ragfyr 2026 (Ch3)");
        assert_eq!(period("2026-27 Q4"), "Ionawr i Fawrth 2027 (Ch4)");
        assert_eq!(period("2026-09"), "Medi 2026");
        assert_eq!(CY.short_quarter(7, 9), "Gorff i Fedi");
        assert_eq!(CY.against_due(date("2026-10-31"), date("2026-11-03")), "3\u{a0}diwrnod yn hwyr");
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
