//! What numbers of a return count, in the words of a sentence. English only.

use crate::returns::approach::results::{Counts, ResultMeasure};

/// Things that reports count, each with the words that people usually have for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usual {
    Households,
    People,
    Cases,
    Replies,
    Staff,
    /// Those of an outcome.
    Cohort,
    Referrals,
    Residents,
    /// What has no usual word.
    Others,
}

impl Usual {
    pub(super) const ALL: [Self; 9] = [
        Self::Households,
        Self::People,
        Self::Cases,
        Self::Replies,
        Self::Staff,
        Self::Cohort,
        Self::Referrals,
        Self::Residents,
        Self::Others,
    ];

    /// The words, the most usual first, in small letters.
    pub(super) fn words(self) -> &'static [&'static str] {
        match self {
            Self::Households => &["households", "household", "families", "family"],
            Self::People => &["people", "person"],
            Self::Cases => &["cases", "case"],
            Self::Replies => &["replies", "reply", "responses", "response"],
            Self::Staff => &["staff"],
            Self::Cohort => &[
                "people",
                "person",
                "adults",
                "adult",
                "children",
                "child",
                "parents",
                "parent",
                "families",
                "family",
                "households",
                "household",
                "participants",
                "participant",
                "residents",
                "resident",
                "pupils",
                "pupil",
            ],
            Self::Referrals => &["referrals", "referral"],
            Self::Residents => &["people", "person", "residents", "resident"],
            Self::Others => &[],
        }
    }

    /// One bit of many.
    pub(super) fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// The nouns of one number.
#[derive(Debug, Clone)]
pub(super) struct Nouns {
    pub(super) usual: Usual,
    /// The unit of its measure, where that is another word.
    pub(super) unit: Option<String>,
}

impl Nouns {
    pub(super) fn of(usual: Usual) -> Self {
        Self { usual, unit: None }
    }

    /// What a measure counts: its unit, and what people say for it.
    pub(super) fn of_measure(measure: &ResultMeasure) -> Self {
        let usual = match measure.counted() {
            Counts::Households => Usual::Households,
            Counts::People => Usual::People,
            Counts::Cases => Usual::Cases,
            Counts::Opinions => Usual::Replies,
            Counts::Staff => Usual::Staff,
            Counts::Organisations | Counts::Things | Counts::Money => Usual::Others,
        };
        let unit = measure.unit.as_ref().map(|unit| unit.as_str().trim().to_lowercase()).unwrap_or_default();
        let is_word = unit.len() > 2 && unit.chars().all(char::is_alphabetic) && unit != "percent" && unit != "gbp";
        let is_another = is_word && !usual.words().contains(&unit.as_str());
        Self { usual, unit: is_another.then_some(unit) }
    }

    /// The unit and, of several, the word for one of them.
    pub(super) fn of_unit(&self) -> impl Iterator<Item = &str> {
        let one = self.unit.as_deref().and_then(|unit| unit.strip_suffix('s'));
        one.into_iter().chain(self.unit.as_deref())
    }

    /// The first of all of them.
    pub(super) fn first(&self) -> Option<&str> {
        self.usual.words().first().copied().or_else(|| self.of_unit().next())
    }

    /// Whether this is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.usual.words().contains(&word) || self.of_unit().any(|of_unit| of_unit == word)
    }
}
