//! How plain a built report is: our own words on one side, the filer's on the other.
//!
//! Whatever a return says, a title, a name or a story, is taken out of our sentences before they are measured, so that
//! nobody's grade depends on somebody else's words. Labels and headings have no sentences; they are looked through for
//! words of the trade only. English only.

use std::{cmp::Reverse, collections::BTreeSet};

use serde_json::Value;

use super::{block::Report, reading_order};
use crate::order;
use crate::{
    disclosure::{Audience, Published},
    prose::{self, plain},
    returns::TextLanguage,
};

/// What our own words in a report may cost a reader at most.
///
/// Source: the design's gates, after GOV.UK's reading age of 9.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gate {
    /// The highest grade of Flesch and Kincaid, in years of school.
    pub grade: f64,
    /// The highest mean number of words in a sentence, where one is set.
    pub mean: Option<f64>,
    /// The most words that a sentence may have, where that is set.
    pub longest: Option<usize>,
}

impl Gate {
    /// The gate of an audience's report.
    pub const fn of(audience: Audience) -> Self {
        match audience {
            Audience::Funder => Self { grade: 9.0, mean: None, longest: None },
            Audience::Members | Audience::Public => Self { grade: 7.0, mean: Some(15.0), longest: Some(25) },
        }
    }

    /// Whether words are plain enough to pass.
    pub fn lets_through(self, words: &Plainness) -> bool {
        words.grade.is_none_or(|grade| grade <= self.grade)
            && self.mean.is_none_or(|most| words.mean_sentence().is_none_or(|mean| mean <= most))
            && self.longest.is_none_or(|most| words.longest <= most)
            && words.trade.is_empty()
    }
}

/// How plain some words are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plainness {
    /// How many sentences were measured.
    pub sentences: usize,
    /// How many words they have.
    pub words: usize,
    /// How many words the longest sentence has.
    pub longest: usize,
    /// The longest sentence.
    pub longest_sentence: String,
    /// The grade of Flesch and Kincaid, in years of school; `None` where there is no sentence.
    pub grade: Option<f64>,
    /// Words of the trade, each with what people say in its place.
    pub trade: BTreeSet<(&'static str, &'static str)>,
}

impl Plainness {
    /// The mean number of words in a sentence.
    pub fn mean_sentence(&self) -> Option<f64> {
        (self.sentences > 0).then(|| self.words as f64 / self.sentences as f64)
    }

    fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        let mut running = String::new();
        for text in texts {
            found.trade.extend(plain::trade_words(text).copied());
            for sentence in prose::sentences(text).into_iter().filter(|text| text.ends_with(['.', '?', '!', '”'])) {
                let length = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
                found.sentences += 1;
                found.words += length;
                if length > found.longest {
                    found.longest = length;
                    sentence.clone_into(&mut found.longest_sentence);
                }
                running.push_str(sentence);
                running.push('\n');
            }
        }
        found.grade = plain::grade(&running);
        found
    }
}

/// How plain our own words in this report are, and how plain the filer's; `None` where the report is not in English.
pub fn plainness(published: &Published, report: &Report) -> Option<(Plainness, Plainness)> {
    if published.language != TextLanguage::English {
        return None;
    }
    let mut said = Said::default();
    said.collect(&serde_json::to_value(published).unwrap_or_default());
    let mut names: Vec<&str> = said.names.iter().chain(&said.texts).map(String::as_str).collect();
    // The longest first: a name may stand inside a title.
    order::by_key(&mut names, |name| Reverse(name.len()));
    let ours: Vec<String> = reading_order(report).iter().map(|piece| without(piece, &names)).collect();
    let texts = said.texts.iter().map(String::as_str);
    Some((Plainness::of(ours.iter().map(String::as_str)), Plainness::of(texts)))
}

/// A piece of a report without what the filer wrote.
fn without(piece: &str, said: &[&str]) -> String {
    let mut left = piece.to_owned();
    for words in said {
        if left.contains(words) {
            left = left.replace(words, " ");
        }
    }
    left
}

/// What a return says, as far as it was published.
#[derive(Default)]
struct Said {
    /// Texts, as they were written.
    texts: BTreeSet<String>,
    /// Names and other short words: of partners, places, groups, owners.
    names: BTreeSet<String>,
}

impl Said {
    fn collect(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => {
                if let (Some(Value::String(text)), true) = (fields.get("text"), fields.contains_key("language")) {
                    self.text(text);
                    return;
                }
                fields.values().for_each(|value| self.collect(value));
            }
            Value::Array(values) => values.iter().for_each(|value| self.collect(value)),
            // Choices and ids are no words of anybody's; a name has a capital or several words.
            Value::String(name) if name.contains([' ']) || name.starts_with(char::is_uppercase) => {
                self.name(name);
            }
            Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.texts.insert(text.to_owned());
            // Our sentences may take a text without its full stop, or with a small first letter.
            let bare = text.trim_end_matches('.');
            self.name(bare);
            let mut letters = bare.chars();
            if let Some(first) = letters.next() {
                self.name(&format!("{}{}", first.to_lowercase(), letters.as_str()));
            }
        }
    }

    fn name(&mut self, name: &str) {
        if name.chars().count() > 2 {
            self.names.insert(name.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{build, sections::tests};

    #[test]
    fn our_words_are_measured_without_names_numbers_and_what_the_filer_wrote() {
        let mut published = tests::published(Audience::Members);
        published.results[0].title.text =
            "Multi-disciplinary operationalisation of interorganisational synergies".into();
        let report = build(&published);
        let (ours, filers) = plainness(&published, &report).unwrap();
        assert!(Gate::of(Audience::Members).lets_through(&ours), "{ours:?}");
        assert!(ours.sentences > 10, "{ours:?}");
        assert_eq!(
            filers.trade.iter().map(|(trade, _)| *trade).collect::<Vec<_>>(),
            ["multi disciplinary", "synergies"]
        );
    }

    #[test]
    fn what_is_too_long_or_too_hard_does_not_pass() {
        let gate = Gate::of(Audience::Public);
        let short = Plainness::of(["One two three four five six seven eight nine ten."]);
        assert!(gate.lets_through(&short));
        let long = Plainness::of([format!("It is {}so.", "so ".repeat(30)).as_str()]);
        assert!(!gate.lets_through(&long), "{long:?}");
        let hard = Plainness::of(["Organisational accountability necessitates collaboration."]);
        assert!(!gate.lets_through(&hard), "{hard:?}");
        assert!(gate.lets_through(&Plainness::default()));
    }
}
