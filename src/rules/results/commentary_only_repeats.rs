//! A commentary says why, not only that.

use std::sync::LazyLock;

use crate::diagnostic::{Severity, Stage};
use crate::returns::Line;
use crate::returns::approach::results::ResultMeasure;
use crate::rules::results::with_earlier;
use crate::{
    prose::{Vocabulary, each_word},
    rules::{Area, Fault, Rule, RuleContext},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "commentary-only-repeats",
    code: "R-21",
    area: Area::Results,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "The figure, its path and whether it rose stand beside the commentary already. What no table can say is why, and \
          last quarter’s reason is seldom this quarter’s.",
    answer: "Say what made the difference: who joined or left, what opened or closed, what was tried.",
    example: r#""commentary": "Two named worker posts were empty all quarter. Referrals did not fall.""#,
    check,
};

/// With fewer words than this beside numbers and words of change, nothing is said about why.
const ENOUGH: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let Some(commentary) = &measure.commentary else { continue };
        if repeats_the_figure(&measure, commentary.any()) {
            cx.report(measure.field("commentary"))
                .message(format!("The commentary of “{}” says that it changed, and not why", measure.title.any()))
                .help("say what made the difference")
                .done();
        }
    }
    for (measure, earlier) in with_earlier(cx) {
        let (Some(now), Some(then)) = (&measure.commentary, &earlier.commentary) else { continue };
        if !now.is_blank() && now.any().trim() == then.any().trim() {
            cx.report(measure.field("commentary"))
                .message(format!(
                    "The commentary of “{}” is that of the last return, word for word",
                    measure.title.any()
                ))
                .related(earlier.field("commentary"), "in the last return")
                .help("say why the figure is what it is this quarter")
                .done();
        }
    }
}

/// Whether a text holds a number or a word of change, and next to nothing beside.
fn repeats_the_figure(measure: &ResultMeasure, text: &str) -> bool {
    let mut says_change = false;
    let mut others = Vec::new();
    for word in each_word(text) {
        let marks = WORDS.marks(word.as_bytes());
        if word.starts_with(|letter: char| letter.is_ascii_digit()) || marks & OF_CHANGE != 0 {
            says_change = true;
        } else if marks & USUAL == 0 && !others.contains(&word) && !is_named(measure, &word) {
            others.push(word);
            if others.len() >= ENOUGH {
                return false;
            }
        }
    }
    says_change
}

/// Whether a word, in small letters, is one of the measure’s title or unit.
fn is_named(measure: &ResultMeasure, word: &str) -> bool {
    let mut names = measure.title.all().chain(measure.unit.as_ref().map(Line::as_str));
    names.any(|name| may_hold(name, word) && each_word(name).any(|named| named == word))
}

/// Most words are not in a name, and that is soon seen where it is of plain letters.
fn may_hold(name: &str, word: &str) -> bool {
    let (name, word) = (name.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return false };
    let capital = first.to_ascii_uppercase();
    let is_at = |at: usize| name[at..].get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word));
    !name.is_ascii() || name.iter().enumerate().any(|(at, byte)| (byte == first || *byte == capital) && is_at(at))
}

const OF_CHANGE: u32 = 1;
const USUAL: u32 = 2;

static WORDS: LazyLock<Vocabulary<'static>> = LazyLock::new(|| {
    Vocabulary::empty().with_exact(OF_CHANGE, CHANGE.iter().copied()).with_exact(USUAL, PLAIN.iter().copied())
});

/// Words that say that something changed.
const CHANGE: &[&str] = &[
    "decreased",
    "down",
    "dropped",
    "fallen",
    "fell",
    "gone",
    "grew",
    "higher",
    "improved",
    "increased",
    "lower",
    "met",
    "missed",
    "risen",
    "rose",
    "stayed",
    "unchanged",
    "up",
    "went",
    "worse",
    "worsened",
];

/// Words that are in every sentence about a figure.
const PLAIN: &[&str] = &[
    "a",
    "above",
    "against",
    "an",
    "and",
    "are",
    "as",
    "at",
    "been",
    "behind",
    "below",
    "by",
    "compared",
    "end",
    "figure",
    "for",
    "from",
    "has",
    "have",
    "households",
    "in",
    "is",
    "it",
    "last",
    "less",
    "march",
    "measure",
    "more",
    "now",
    "number",
    "of",
    "on",
    "our",
    "out",
    "path",
    "people",
    "per",
    "percent",
    "percentage",
    "period",
    "points",
    "previous",
    "q1",
    "q2",
    "q3",
    "q4",
    "quarter",
    "result",
    "same",
    "since",
    "slightly",
    "target",
    "than",
    "that",
    "the",
    "there",
    "this",
    "to",
    "total",
    "track",
    "was",
    "we",
    "were",
    "with",
    "year",
];

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_after};

    fn calls(commentary: &str) -> String {
        format!(r#"{{"results": [{{"id": "R5", "title": "Repeat call-outs", "commentary": "{commentary}"}}]}}"#)
    }

    const ONLY_THAT: &str = "/results/0/commentary advice: The commentary of “Repeat call-outs” says that it changed, and \
                             not why | say what made the difference";

    #[test]
    fn a_commentary_of_figures_alone_is_named() {
        gets(&super::RULE, &calls("Call-outs rose from 195 to 201."), &[ONLY_THAT]);
        gets(
            &super::RULE,
            &calls("There were 201 repeat call-outs this quarter, 6 more than last quarter."),
            &[ONLY_THAT],
        );
    }

    #[test]
    fn a_reason_is_left_in_peace() {
        gets(&super::RULE, &calls("Call-outs rose by 6. Evening cover stopped in July."), &[]);
        gets(&super::RULE, &calls("See the story below."), &[]);
        gets(&super::RULE, r#"{"results": [{"id": "R5", "title": "Call-outs"}]}"#, &[]);
    }

    #[test]
    fn last_quarters_words_are_known_again() {
        let words = calls("Evening cover stopped when the night worker left.");
        gets_after(
            &words,
            &super::RULE,
            &words,
            &[
                "/results/0/commentary advice: The commentary of “Repeat call-outs” is that of the last return, word for word \
               | say why the figure is what it is this quarter",
            ],
        );
        gets_after(&calls("Cover stopped in July."), &super::RULE, &words, &[]);
    }

    #[test]
    fn the_lists_of_words_are_in_order() {
        for list in [super::CHANGE, super::PLAIN] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
