//! Quarters, financial years, and the one way of writing a period.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Date, choice::choice, parsed::parsed};

choice! {
    /// A quarter of the financial year that starts on 1 April.
    Quarter {
        Q1 = "Q1",
        Q2 = "Q2",
        Q3 = "Q3",
        Q4 = "Q4",
    }
}

impl Quarter {
    /// 1 to 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::Q1 => 1,
            Self::Q2 => 2,
            Self::Q3 => 3,
            Self::Q4 => 4,
        }
    }

    /// Its months, as messages say them: `July to September`.
    pub const fn months(self) -> &'static str {
        match self {
            Self::Q1 => "April to June",
            Self::Q2 => "July to September",
            Self::Q3 => "October to December",
            Self::Q4 => "January to March",
        }
    }

    /// The first and last day of this quarter in the financial year that starts in `first_year`.
    pub fn days(self, first_year: i32) -> (Date, Date) {
        let (year, from, to, last) = match self {
            Self::Q1 => (first_year, 4, 6, 30),
            Self::Q2 => (first_year, 7, 9, 30),
            Self::Q3 => (first_year, 10, 12, 31),
            Self::Q4 => (first_year + 1, 1, 3, 31),
        };
        let day = |month, day| Date::from_ymd(year, month, day).expect("quarters start and end on real days");
        (day(from, 1), day(to, last))
    }
}

/// A financial year as written: `2026-27`. Whether the second part follows the first is for rule H-02.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FinancialYear {
    first: u16,
    second: u8,
}

impl FinancialYear {
    /// The calendar year it starts in.
    pub fn first_year(self) -> i32 {
        i32::from(self.first)
    }

    /// Whether the second part is the year after the first.
    pub fn is_real(self) -> bool {
        u16::from(self.second) == (self.first + 1) % 100
    }

    /// The financial year that starts in this calendar year.
    pub fn starting(first: u16) -> Self {
        Self { first, second: u8::try_from((first + 1) % 100).expect("two digits fit a byte") }
    }

    /// Reads `2026-27`; `None` when it is written another way.
    pub fn parse(text: &str) -> Option<Self> {
        let period = Period::parse(text)?;
        period.quarter.is_none().then_some(Self { first: period.first, second: period.second })
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first, self.second)
    }
}

/// A period as written: a quarter `2026-27 Q2`, a month `2026-09` or a financial year `2026-27`.
///
/// `2011-12` could be a month or a year; which is meant follows from the field's frequency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    first: u16,
    second: u8,
    quarter: Option<Quarter>,
}

impl Period {
    /// A quarter.
    pub fn of_quarter(year: FinancialYear, quarter: Quarter) -> Self {
        Self { first: year.first, second: year.second, quarter: Some(quarter) }
    }

    /// Reads a period; `None` when it is written another way.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.as_bytes().split_first_chunk::<7>()?;
        let quarter = match rest {
            [] => None,
            [b' ', word @ ..] => Some(*Quarter::ALL.iter().find(|quarter| quarter.word().as_bytes() == word)?),
            _ => return None,
        };
        let [first @ .., b'-', tens, ones] = year else { return None };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0')))
        };
        Some(Self { first: number(first)?, second: u8::try_from(number(&[*tens, *ones])?).ok()?, quarter })
    }

    /// The financial year and quarter, where it is a quarter of a real year.
    pub fn as_quarter(self) -> Option<(FinancialYear, Quarter)> {
        let year = FinancialYear { first: self.first, second: self.second };
        self.quarter.filter(|_| year.is_real()).map(|quarter| (year, quarter))
    }

    /// The financial year, where it is a whole one.
    pub fn as_year(self) -> Option<FinancialYear> {
        let year = FinancialYear { first: self.first, second: self.second };
        (self.quarter.is_none() && year.is_real()).then_some(year)
    }

    /// The calendar year and month, where it is a month.
    pub fn as_month(self) -> Option<(i32, u32)> {
        let is_month = self.quarter.is_none() && (1..=12).contains(&self.second);
        is_month.then(|| (i32::from(self.first), u32::from(self.second)))
    }

    /// A number that grows by one from month to month, where it is a month.
    pub fn month_index(self) -> Option<i64> {
        self.as_month().map(|(year, month)| i64::from(year) * 12 + i64::from(month) - 1)
    }

    /// A number that grows by one from quarter to quarter, where it is a quarter.
    pub fn quarter_index(self) -> Option<i64> {
        self.as_quarter().map(|(year, quarter)| i64::from(year.first) * 4 + i64::from(quarter.number()) - 1)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first, self.second)?;
        self.quarter.map_or(Ok(()), |quarter| write!(f, " {}", quarter.word()))
    }
}

macro_rules! as_text {
    ($name:ident, $pattern:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                parsed(deserializer, Self::parse, "not a period")
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

as_text!(FinancialYear, "^[0-9]{4}-[0-9]{2}$");
as_text!(Period, "^[0-9]{4}-[0-9]{2}( Q[1-4])?$");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_four_quarters() {
        let ends: Vec<String> = Quarter::ALL.iter().map(|quarter| quarter.days(2026).1.to_string()).collect();
        assert_eq!(ends, ["2026-06-30", "2026-09-30", "2026-12-31", "2027-03-31"]);
    }

    #[test]
    fn the_turn_of_the_century_is_a_real_year() {
        assert!(FinancialYear::parse("2099-00").unwrap().is_real());
        assert!(!FinancialYear::parse("2026-28").unwrap().is_real());
    }

    #[test]
    fn a_period_is_read_and_written_back() {
        for text in ["2026-27 Q2", "2026-09", "2026-27"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        for text in ["2026-27 Q5", "2026-27Q2", "26-27", "2026-+7", "2026-27  Q2"] {
            assert!(Period::parse(text).is_none(), "{text}");
        }
    }
}
