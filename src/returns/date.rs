//! A calendar date, `YYYY-MM-DD`.

use std::{borrow::Cow, fmt};

use chrono::{Datelike, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::parsed::parsed;

/// The months in English, from January.
pub const MONTHS: [&str; 12] = [
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

/// A real date, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// Reads `YYYY-MM-DD`; `None` when it is written another way or is not in the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let [thousands, hundreds, tens, ones, b'-', month @ .., b'-', day, of_day] = text.as_bytes() else {
            return None;
        };
        let [month, of_month] = month else { return None };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
        };
        let year = number(&[*thousands, *hundreds, *tens, *ones])?;
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(&[*month, *of_month])?, number(&[*day, *of_day])?)
            .map(Self)
    }

    /// The day of this year, month and day; `None` when it is not in the calendar.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day this many days after 1 January 1970.
    pub fn from_days_since_1970(days: i64) -> Option<Self> {
        NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(chrono::TimeDelta::try_days(days)?).map(Self)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// As messages say it: `30 September 2026`.
    pub fn in_words(self) -> String {
        let month = MONTHS.get(self.month() as usize - 1).copied().unwrap_or_default();
        format!("{} {month} {}", self.day(), self.year())
    }

    /// How many days after `earlier` this is; below zero when it is before.
    pub fn days_after(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, Self::parse, "not a date")
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(Date::from_days_since_1970(0).unwrap().to_string(), "1970-01-01");
        assert_eq!(Date::from_days_since_1970(20_756).unwrap().to_string(), "2026-10-30");
        assert!(Date::from_days_since_1970(i64::MAX).is_none());
    }

    #[test]
    fn only_real_dates_written_in_full_are_read() {
        assert!(Date::parse("2026-09-30").is_some());
        for text in ["2026-9-30", "2026-02-29", "30-09-2026", "2026-09-31", "٢٠٢٦-٠٩-٣٠", "2026/09/30", "2026-+9-30"]
        {
            assert!(Date::parse(text).is_none(), "{text}");
        }
    }
}
