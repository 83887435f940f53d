//! Numbers, counts of things, and figures that may be missing.

use rust_decimal::Decimal;

use super::Wording;
use crate::disclosure::published::{Number, Shorthand, Shown, Unit, UnitSign};

/// Between a number and its unit: no line breaks here.
pub(in crate::report) const NO_BREAK: char = '\u{a0}';

/// A shorthand that a reader finds beside or in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report) enum Short {
    /// `[c]`
    Confidential,
    /// `[m]`
    Merged,
    /// `[x]`
    NotAvailable,
    /// `[z]`
    NotApplicable,
    /// `[p]`
    Provisional,
    /// `[r]`
    Revised,
    /// `[e]`
    Estimated,
}

impl Short {
    /// The shorthand a figure is printed with.
    pub(in crate::report) const fn of(shown: &Shown) -> Option<Self> {
        match shown {
            Shown::Number { mark: None, .. } => None,
            Shown::Number { mark: Some(Shorthand::Provisional), .. } => Some(Self::Provisional),
            Shown::Number { mark: Some(Shorthand::Revised), .. } => Some(Self::Revised),
            Shown::Number { mark: Some(Shorthand::Estimated), .. } => Some(Self::Estimated),
            Shown::NotAvailable { .. } => Some(Self::NotAvailable),
            Shown::NotApplicable { .. } => Some(Self::NotApplicable),
            Shown::Hidden => Some(Self::Confidential),
        }
    }

    /// The shorthand itself: the same in every language.
    pub(in crate::report) const fn mark(self) -> &'static str {
        match self {
            Self::Confidential => "[c]",
            Self::Merged => "[m]",
            Self::NotAvailable => "[x]",
            Self::NotApplicable => "[z]",
            Self::Provisional => "[p]",
            Self::Revised => "[r]",
            Self::Estimated => "[e]",
        }
    }
}

impl Wording {
    /// What a shorthand means, for the note under a table or chart.
    pub(in crate::report) const fn short_note(self, short: Short) -> &'static str {
        match short {
            Short::Confidential => self.either(
                "[c] confidential: small numbers are hidden to protect people.",
                "[c] cyfrinachol: mae rhifau bach wedi’u cuddio i ddiogelu pobl.",
            ),
            Short::Merged => self.either(
                "[m] counted with the next step, to protect people.",
                "[m] wedi’i gyfrif gyda’r cam nesaf, i ddiogelu pobl.",
            ),
            Short::NotAvailable => self.either("[x] not available.", "[x] ddim ar gael."),
            Short::NotApplicable => self.either("[z] does not apply.", "[z] ddim yn berthnasol."),
            Short::Provisional => self.either("[p] provisional: it may still change.", "[p] dros dro: gall newid eto."),
            Short::Revised => {
                self.either("[r] revised since it was first reported.", "[r] wedi’i ddiwygio ers ei adrodd gyntaf.")
            }
            Short::Estimated => self.either("[e] estimated.", "[e] amcangyfrif."),
        }
    }

    /// A number with commas and a true minus.
    pub(in crate::report) fn number(self, number: Number) -> String {
        grouped(number.get())
    }

    /// A whole number with commas.
    pub(in crate::report) fn whole(self, number: u64) -> String {
        grouped(Decimal::from(number))
    }

    /// A number with its sign in front, “+” too; zero has none.
    pub(in crate::report) fn signed(self, number: Number, sign: UnitSign) -> String {
        let number = number.get();
        let plus = if number > Decimal::ZERO { "+" } else { "" };
        format!("{plus}{}", with_sign(number, sign))
    }

    /// A number as it stands in a cell: its sign, and its shorthand beside or in place of it.
    pub(in crate::report) fn figure(self, shown: &Shown, sign: UnitSign) -> String {
        let short = Short::of(shown).map(Short::mark);
        match (shown.number(), short) {
            (Some(number), None) => with_sign(number.get(), sign),
            (Some(number), Some(short)) => format!("{}{NO_BREAK}{short}", with_sign(number.get(), sign)),
            (None, Some(short)) => short.to_owned(),
            (None, None) => unreachable!("a figure without a number has a shorthand"),
        }
    }

    /// As [`figure`](Self::figure), with “+” before numbers above zero.
    pub(in crate::report) fn signed_figure(self, shown: &Shown, sign: UnitSign) -> String {
        match shown.number() {
            Some(number) if number.get() > Decimal::ZERO => format!("+{}", self.figure(shown, sign)),
            Some(_) | None => self.figure(shown, sign),
        }
    }

    /// A number with its sign and without its shorthand; `None` where there is no number.
    pub(in crate::report) fn bare(self, shown: &Shown, sign: UnitSign) -> Option<String> {
        shown.number().map(|number| with_sign(number.get(), sign))
    }

    /// A number with its unit in words (“201 call-outs”, “78.0%”); `None` where there is no number.
    pub(in crate::report) fn amount(self, shown: &Shown, unit: &Unit) -> Option<String> {
        let number = shown.number()?;
        let words = unit.words.trim();
        let plain = with_sign(number.get(), unit.sign);
        Some(match unit.sign {
            UnitSign::Percent | UnitSign::Pounds => plain,
            UnitSign::None if words.is_empty() => plain,
            // The filer's word is a plural, and only the filer knows its singular.
            UnitSign::None if number.get() == Decimal::ONE => format!("{plain}{NO_BREAK}({words})"),
            UnitSign::None => format!("{plain}{NO_BREAK}{words}"),
        })
    }

    /// The head over a column of figures: their unit.
    pub(in crate::report) fn unit_head(self, unit: &Unit) -> String {
        match unit.sign {
            UnitSign::Percent => "%".to_owned(),
            UnitSign::Pounds => "£".to_owned(),
            UnitSign::None if unit.words.is_empty() => self.figure_head().to_owned(),
            UnitSign::None => self.capital(&unit.words),
        }
    }

    /// A count with one of two words after it; things that are counted have both languages in [`nouns`](super::nouns).
    pub(in crate::report) fn count(self, count: u64, one: &str, many: &str) -> String {
        format!("{}{NO_BREAK}{}", self.whole(count), if count == 1 { one } else { many })
    }
}

fn with_sign(number: Decimal, sign: UnitSign) -> String {
    match sign {
        UnitSign::None => grouped(number),
        UnitSign::Percent => format!("{}%", grouped(number)),
        UnitSign::Pounds if number.is_sign_negative() && !number.is_zero() => format!("−£{}", grouped(number.abs())),
        UnitSign::Pounds => format!("£{}", grouped(number)),
    }
}

fn grouped(number: Decimal) -> String {
    let plain = number.abs().to_string();
    let (whole, places) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::new();
    if number.is_sign_negative() && !number.is_zero() {
        text.push('−');
    }
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(places) = places {
        text.push('.');
        text.push_str(places);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    fn shown(number: &str, mark: Option<Shorthand>) -> Shown {
        let number: Decimal = number.parse().unwrap();
        Shown::Number { value: Number::rounded(number, number.scale()), mark }
    }

    #[test]
    fn long_numbers_have_commas_and_numbers_below_zero_a_true_minus() {
        for (number, words) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("1260000", "1,260,000"),
            ("-41400", "−41,400"),
            ("78.0", "78.0"),
        ] {
            assert_eq!(W.figure(&shown(number, None), UnitSign::None), words);
        }
    }

    #[test]
    fn signs_stand_where_readers_expect_them() {
        assert_eq!(W.figure(&shown("348600", None), UnitSign::Pounds), "£348,600");
        assert_eq!(W.figure(&shown("-41400", None), UnitSign::Pounds), "−£41,400");
        assert_eq!(W.figure(&shown("-10.6", None), UnitSign::Percent), "−10.6%");
        assert_eq!(W.signed_figure(&shown("2900", None), UnitSign::Pounds), "+£2,900");
        assert_eq!(W.signed_figure(&shown("0", None), UnitSign::None), "0");
    }

    #[test]
    fn the_four_ways_of_having_no_plain_number_differ() {
        let none = |shown: Shown| W.figure(&shown, UnitSign::None);
        assert_eq!(none(Shown::Hidden), "[c]");
        assert_eq!(none(Shown::NotAvailable { reason: None }), "[x]");
        assert_eq!(none(Shown::NotApplicable { reason: None }), "[z]");
        assert_eq!(none(shown("0", None)), "0");
    }

    #[test]
    fn a_number_that_may_change_says_so_beside_it() {
        assert_eq!(W.figure(&shown("201", Some(Shorthand::Provisional)), UnitSign::None), "201\u{a0}[p]");
        assert_eq!(W.figure(&shown("75.9", Some(Shorthand::Revised)), UnitSign::Percent), "75.9%\u{a0}[r]");
        assert_eq!(W.figure(&shown("38000", Some(Shorthand::Estimated)), UnitSign::Pounds), "£38,000\u{a0}[e]");
    }

    #[test]
    fn an_amount_has_its_unit() {
        let unit = |words: &str, sign| Unit { words: words.to_owned(), sign };
        assert_eq!(W.amount(&shown("201", None), &unit("call-outs", UnitSign::None)).unwrap(), "201\u{a0}call-outs");
        assert_eq!(W.amount(&shown("78.0", None), &unit("percent", UnitSign::Percent)).unwrap(), "78.0%");
        assert_eq!(W.amount(&shown("1", None), &unit("households", UnitSign::None)).unwrap(), "1\u{a0}(households)");
        assert_eq!(W.amount(&shown("7", None), &unit("", UnitSign::None)).unwrap(), "7");
        assert_eq!(W.amount(&Shown::Hidden, &unit("households", UnitSign::None)), None);
    }
}
