//! Our own words, all of them, in one place: English and Welsh side by side inside the same methods. Knows figures and
//! enums, never where its words will stand.
//!
//! **The Welsh awaits confirmation by a qualified translator.** It was written with the English by those who wrote the
//! program, and each Welsh report says so in its small print. Until it is confirmed, do not quote it as agreed terms.
//!
//! How to read it, for a translator: [`either`](Wording::either) has the English words first and the Welsh ones second;
//! `say!` likewise, with figures and names in braces. What stands in braces is a filer's word, a figure or another phrase
//! of ours, and is never mutated: the Welsh sentence is built so that nothing before it asks for that (“gan: X”, “o
//! blith”, commas in place of “a/ac”). Counts are of the things in [`nouns`]; closed lists are in [`terms`].
#![allow(
    clippy::unused_self,
    reason = "a phrase of figures alone is the same in both languages, and stands with the others"
)]

/// A sentence with its figures: English, then Welsh.
macro_rules! say {
    ($w:expr, $english:literal, $welsh:literal $(,)?) => {
        match $w.language() {
            $crate::report::block::Language::En => format!($english),
            $crate::report::block::Language::Cy => format!($welsh),
        }
    };
}

mod about;
mod annexes;
mod asks;
mod briefing;
mod community;
mod dates;
mod frame;
mod lists;
mod memory;
mod money;
mod nouns;
mod numbers;
mod outcome_charts;
mod outcomes;
mod public;
mod questions;
mod results;
mod series;
mod statuses;
mod stories;
mod summary;
mod system;
mod terms;
mod value;

use super::block::Language;
pub(super) use briefing::AmountOf;
pub(super) use numbers::{NO_BREAK, Short};
pub(super) use outcome_charts::Change;
pub(super) use series::{Latest, Pace};

/// Our words in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording(Language);

impl Wording {
    /// Our words in this language.
    pub(super) const fn in_language(language: Language) -> Self {
        Self(language)
    }

    /// The language they are in.
    pub(super) const fn language(self) -> Language {
        self.0
    }

    /// The first in English, the second in Welsh.
    const fn either<T: Copy>(self, english: T, welsh: T) -> T {
        match self.0 {
            Language::En => english,
            Language::Cy => welsh,
        }
    }
}

/// English, for tests.
#[cfg(test)]
pub(super) const ENGLISH: Wording = Wording(Language::En);

/// Welsh, for tests.
#[cfg(test)]
pub(super) const WELSH: Wording = Wording(Language::Cy);
