//! A story can be read by everybody it is about.

use super::{is_english, parts};
use crate::diagnostic::{Severity, Stage};
use crate::prose::{self, plain};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "hard-to-read",
    code: "N-16",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "About one adult in six finds long sentences hard. A report that only officers can read is a report to officers.",
    answer: "Cut long sentences in two, and use short words. Names and numbers are not counted as hard.",
    example: r#""what_happened": "The night worker left in July. Nobody came after 6pm.""#,
    check,
};

/// The most words a sentence may have.
const LONGEST: usize = 25;
/// From so many words on, the whole section is measured.
const SECTION: usize = 100;
/// The hardest grade.
const GRADE: f64 = 9.0;

fn check(cx: &mut RuleContext<'_>) {
    if !is_english(cx) {
        return;
    }
    for narrative in cx.narratives() {
        for (field, text) in parts(&narrative) {
            if !may_be_hard(text) {
                continue;
            }
            let sentences: Vec<usize> =
                prose::sentences(text).into_iter().map(|sentence| sentence.split_whitespace().count()).collect();
            let longest = sentences.iter().copied().max().unwrap_or(0);
            if longest > LONGEST {
                cx.report(narrative.field(field))
                    .message(format!("A sentence in “{field}” of {} has {longest} words", narrative.id))
                    .help("cut it in two")
                    .done();
            } else if sentences.iter().sum::<usize>() >= SECTION
                && let Some(grade) = plain::grade(text).filter(|grade| *grade > GRADE)
            {
                cx.report(narrative.field(field))
                    .message(format!(
                        "“{field}” of {} is hard to read: it takes about {:.0} years of school",
                        narrative.id,
                        grade.min(20.0)
                    ))
                    .help("use shorter sentences and shorter words")
                    .done();
            }
        }
    }
}

/// Whether a text has words enough: between any two there is a space, of whatever kind, or the end of a sentence.
fn may_be_hard(text: &str) -> bool {
    let gaps = text.bytes().filter(|byte| *byte <= b' ' || !byte.is_ascii() || matches!(byte, b'.' | b'!' | b'?'));
    gaps.count() >= LONGEST
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_long_sentence_is_cut_in_two() {
        let long = format!("Word {}", "word ".repeat(25));
        gets(
            &super::RULE,
            &format!(r#"{{"narratives": [{{"id": "N1", "why": "Short. {long}"}}]}}"#),
            &["/narratives/0/why advice: A sentence in “why” of N1 has 26 words | cut it in two"],
        );
        let enough = "word ".repeat(25);
        gets(&super::RULE, &format!(r#"{{"narratives": [{{"id": "N1", "why": "{enough}"}}]}}"#), &[]);
    }

    #[test]
    fn a_long_section_is_measured_as_a_whole() {
        let hard = "Collaborative accountability necessitates organisational responsibility. ".repeat(21);
        gets(
            &super::RULE,
            &format!(r#"{{"narratives": [{{"id": "N1", "why": "{hard}"}}]}}"#),
            &["/narratives/0/why advice: “why” of N1 is hard to read: it takes about 20 years of school \
               | use shorter sentences and shorter words"],
        );
        let plain = "The night worker left in July. ".repeat(20);
        gets(&super::RULE, &format!(r#"{{"narratives": [{{"id": "N1", "why": "{plain}"}}]}}"#), &[]);
    }
}
