//! The sections, one file each: which published figure and which of our words stand where. No words of their own.

mod grid;
mod make;
mod measures;
mod member_questions;
mod milestones;
mod outcome_charts;
mod reach;
#[cfg(test)]
pub(super) mod tests;

pub(super) mod about;
pub(super) mod annex_definitions;
pub(super) mod annex_minority;
pub(super) mod annex_quality;
pub(super) mod annex_signatures;
pub(super) mod annex_tables;
pub(super) mod asks;
pub(super) mod changed;
pub(super) mod communities;
pub(super) mod council_money;
pub(super) mod course;
pub(super) mod going_well;
pub(super) mod in_short;
pub(super) mod in_your_ward;
pub(super) mod ledger;
pub(super) mod money;
pub(super) mod on_one_page;
pub(super) mod outcomes;
pub(super) mod paths;
pub(super) mod public;
pub(super) mod questions;
pub(super) mod residents;
pub(super) mod results;
pub(super) mod risks_and_milestones;
pub(super) mod series_chart;
pub(super) mod survey;
pub(super) mod system_health;
pub(super) mod value;
pub(super) mod what_happened;

use super::{
    block::{Block, Rich, Section, SectionRank},
    outline::Part,
    wording::Wording,
};
use crate::disclosure::{
    Published,
    published::{RatingShown, Words},
};
use crate::order;

/// What every section reads: what was published, and our words.
pub(super) struct Cx<'a> {
    /// What this audience may see.
    pub(super) published: &'a Published,
    /// Our words, in the language of the edition.
    pub(super) w: Wording,
}

impl Cx<'_> {
    /// The filer's own words, whole and unchanged. Those in another language than the edition carry it with them.
    #[allow(clippy::unused_self, reason = "sections say everything through their context")]
    pub(super) fn said(&self, words: &Words) -> Rich {
        Rich::from(words.text.as_str())
    }

    /// The filer's own words in quotation marks.
    pub(super) fn quoted(&self, words: &Words) -> Rich {
        Rich::from("“").with(self.said(words)).and("”")
    }

    /// A rating, in this audience's words.
    pub(super) fn rating(&self, rating: RatingShown) -> Rich {
        match rating {
            RatingShown::Rated(rag) => Rich::none().status(self.w.rating(self.published.audience, rag)),
            RatingShown::Hidden => Rich::from(super::wording::Short::Confidential.mark()),
        }
    }

    /// A part of the funder report, on a new page where the outline says so.
    pub(super) fn part(&self, part: Part, blocks: Vec<Block>) -> Block {
        let blocks = if blocks.is_empty() { vec![make::body(self.w.nothing_on(part))] } else { blocks };
        Block::Section(Section {
            anchor: part.anchor().to_owned(),
            number: part.number().to_owned(),
            title: self.w.part_title(part).to_owned(),
            question: self.w.part_question(part).to_owned(),
            rank: if part.is_annex() { SectionRank::Annex } else { SectionRank::Full },
            new_page: part.begins_a_page(),
            blocks,
        })
    }

    /// “See sections 3 and 10”, each a link; nothing for none. Records are grouped by the section that holds them.
    pub(super) fn see(&self, parts: &[Part]) -> Rich {
        let mut parts = parts.to_vec();
        order::by_key(&mut parts, |part| Part::ALL.iter().position(|other| other == part));
        parts.dedup();
        let mut words = match parts.len() {
            0 => return Rich::none(),
            count => Rich::from(self.w.see(count > 1)),
        };
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                words = words.and(if at + 1 == parts.len() { self.w.and() } else { ", " });
            }
            words = words.link(part.number(), part.anchor());
        }
        words.and(".")
    }
}
