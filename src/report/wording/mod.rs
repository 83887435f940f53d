//! Our own words, all of them, in one place per language. Knows figures and enums, never where its words will stand.
//!
//! A [`Wording`] is our words in one language. English is complete; a second language stands beside it inside the same
//! methods, so that no section changes when it comes.
#![allow(clippy::unused_self, reason = "a phrase belongs to a language even while English is the only one")]

mod about;
mod annexes;
mod asks;
mod briefing;
mod community;
mod dates;
mod frame;
mod lists;
mod money;
mod numbers;
mod outcomes;
mod results;
mod statuses;
mod stories;
mod summary;
mod system;
mod terms;

use super::block::Language;
pub(super) use briefing::AmountOf;
pub(super) use numbers::{NO_BREAK, Short};

/// Our words in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording(Language);

impl Wording {
    /// Our words in this language; `None` where we have none yet.
    pub(super) const fn in_language(language: Language) -> Option<Self> {
        match language {
            Language::En => Some(Self(language)),
            Language::Cy => None,
        }
    }

    /// The language they are in.
    pub(super) const fn language(self) -> Language {
        self.0
    }
}

/// English, for tests.
#[cfg(test)]
pub(super) const ENGLISH: Wording = Wording(Language::En);
