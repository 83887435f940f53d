//! Raw numbers and words, and what becomes of them in print.

use rust_decimal::Decimal;

use super::Publishing;
use crate::{
    disclosure::{
        decide::Cell,
        published::{Audience, Number, Shorthand, Shown, Unit, UnitSign, Words},
    },
    returns::{
        FigureStatus, Id, Line, NoNumber, Note, People, Posts, Pounds, QuarterlyReturn, Score, Stated, Text,
        TextLanguage, rating::is_percent,
    },
};

/// Rounds to the nearest 5.
pub(super) fn to_five(number: Decimal) -> Decimal {
    let five = Decimal::from(5);
    Number::rounded(number / five, 0).get() * five
}

/// A number that may be printed.
pub(super) fn number(number: Decimal, places: u32) -> Shown {
    Shown::Number { value: Number::rounded(number, places), mark: None }
}

/// The places a number was typed with, at most two.
pub(super) fn typed_places(number: Decimal) -> u32 {
    number.normalize().scale().min(2)
}

/// What stands beside a figure of this status.
pub(super) const fn mark(status: Option<FigureStatus>) -> Option<Shorthand> {
    match status {
        Some(FigureStatus::Provisional) => Some(Shorthand::Provisional),
        Some(FigureStatus::Revised) => Some(Shorthand::Revised),
        Some(FigureStatus::Estimated) => Some(Shorthand::Estimated),
        Some(FigureStatus::Final | FigureStatus::NotAvailable | FigureStatus::NotApplicable) | None => None,
    }
}

/// The unit of a measure.
pub(super) fn unit(unit: Option<&Line>) -> Unit {
    let Some(line) = unit else { return Unit { words: String::new(), sign: UnitSign::None } };
    let words = line.as_str().trim();
    let is_pounds = matches!(words.to_lowercase().as_str(), "gbp" | "£" | "pounds");
    let sign = if is_percent(line) {
        UnitSign::Percent
    } else if is_pounds {
        UnitSign::Pounds
    } else {
        UnitSign::None
    };
    Unit { words: words.to_owned(), sign }
}

/// The language of a text that does not say it: Welsh where the whole return is.
pub(super) fn plain_language(filed: &QuarterlyReturn) -> TextLanguage {
    match filed.header.languages.as_slice() {
        [TextLanguage::Welsh] => TextLanguage::Welsh,
        _ => TextLanguage::English,
    }
}

/// Words in this language, else in the one there is; `None` where there are none. `plain` is the language of a text that
/// does not say it.
pub(super) fn words_in<const MAX: usize>(
    text: &Text<MAX>,
    language: TextLanguage,
    plain: TextLanguage,
) -> Option<Words> {
    let english = text.english().filter(|text| !text.trim().is_empty());
    let welsh = text.welsh().filter(|text| !text.trim().is_empty());
    let (text, language) = match (language, english, welsh) {
        (TextLanguage::Welsh, _, Some(welsh)) | (TextLanguage::English, None, Some(welsh)) => {
            (welsh, TextLanguage::Welsh)
        }
        (TextLanguage::English | TextLanguage::Welsh, Some(english), _) if text.is_plain() => (english, plain),
        (TextLanguage::English | TextLanguage::Welsh, Some(english), _) => (english, TextLanguage::English),
        (TextLanguage::English | TextLanguage::Welsh, None, None) => return None,
    };
    Some(Words { text: text.to_owned(), language })
}

impl Publishing<'_> {
    /// Words in the language of the edition, else in the one there is; `None` where there are none.
    pub(super) fn words<const MAX: usize>(&self, text: &Text<MAX>) -> Option<Words> {
        words_in(text, self.language, plain_language(self.filed))
    }

    pub(super) fn words_of<const MAX: usize>(&self, text: Option<&Text<MAX>>) -> Option<Words> {
        text.and_then(|text| self.words(text))
    }

    pub(super) fn all_words<const MAX: usize>(&self, texts: &[Text<MAX>]) -> Vec<Words> {
        texts.iter().filter_map(|text| self.words(text)).collect()
    }

    /// A title, which a record always has.
    pub(super) fn title<const MAX: usize>(&self, text: &Text<MAX>) -> Words {
        self.words(text).unwrap_or(Words { text: String::new(), language: self.language })
    }

    pub(super) fn name(&self, id: &Id) -> String {
        self.filed.organisation_name(id.as_str()).to_owned()
    }

    pub(super) fn name_of(&self, id: Option<&Id>) -> Option<String> {
        id.map(|id| self.name(id))
    }

    pub(super) fn names(&self, ids: &[Id]) -> Vec<String> {
        ids.iter().map(|id| self.name(id)).collect()
    }

    pub(super) fn is_funder_report(&self) -> bool {
        self.audience == Audience::Funder
    }

    /// A count of people, households or cases, unless it is hidden.
    pub(super) fn people(&self, count: People, cell: Cell) -> Shown {
        if self.hidden.hides(cell) {
            return Shown::Hidden;
        }
        number(self.rounded_at(count.decimal(), cell), 0)
    }

    /// A count of this figure as it is printed, rounded where the profile or the record rounds.
    pub(super) fn rounded_at(&self, count: Decimal, cell: Cell) -> Decimal {
        if self.hidden.rounds_cohort(cell) { to_five(count) } else { self.rounded(count, true) }
    }

    pub(super) fn people_of(&self, count: Option<People>, cell: Cell) -> Option<Shown> {
        count.map(|count| self.people(count, cell))
    }

    /// A count that is printed, rounded where this profile rounds.
    pub(super) fn rounded(&self, count: Decimal, is_protected: bool) -> Decimal {
        if self.rounds_all && is_protected { to_five(count) } else { count }
    }

    /// A share, from the counts as they are printed, unless it is hidden.
    pub(super) fn share(&self, part: People, whole: People, cell: Cell) -> Shown {
        if self.hidden.hides(cell) {
            return Shown::Hidden;
        }
        let (part, whole) = (self.rounded_at(part.decimal(), cell), self.rounded_at(whole.decimal(), cell));
        let places = if self.hidden.rounds_cohort(cell) { 0 } else { self.percent_places() };
        match (part * Decimal::ONE_HUNDRED).checked_div(whole) {
            Some(share) => number(share, places),
            None => Shown::NotApplicable { reason: None },
        }
    }

    /// How many places a percentage has.
    pub(super) const fn percent_places(&self) -> u32 {
        if self.rounds_all { 0 } else { 1 }
    }

    pub(super) fn not_known(&self, status: NoNumber, reason: Option<&Note>) -> Shown {
        let reason = self.words_of(reason);
        match status {
            NoNumber::NotAvailable => Shown::NotAvailable { reason },
            NoNumber::NotApplicable => Shown::NotApplicable { reason },
        }
    }

    pub(super) fn stated<T: Copy>(
        &self,
        stated: Option<&Stated<T>>,
        places: u32,
        decimal: impl Fn(T) -> Decimal,
    ) -> Shown {
        match stated {
            Some(Stated::Number(found)) => number(decimal(*found), places),
            Some(Stated::None { status, reason }) => self.not_known(*status, reason.as_ref()),
            None => Shown::NotAvailable { reason: None },
        }
    }

    pub(super) fn pounds(&self, stated: Option<&Stated<Pounds>>) -> Shown {
        self.stated(stated, 0, Pounds::decimal)
    }

    pub(super) fn posts(&self, stated: &Stated<Posts>) -> Shown {
        let places = stated.number().map_or(1, |posts| typed_places(posts.get()).max(1));
        self.stated(Some(stated), places, Posts::get)
    }

    pub(super) fn score(&self, stated: &Stated<Score>, places: u32, cell: Cell) -> Shown {
        if self.hidden.hides(cell) {
            return Shown::Hidden;
        }
        self.stated(Some(stated), places, Score::get)
    }
}
