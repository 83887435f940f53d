//! A story can be read by everybody it is about.

use super::{is_english, parts};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, prose};

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
            let sentences: Vec<usize> =
                prose::sentences(text).into_iter().map(|sentence| sentence.split_whitespace().count()).collect();
            let longest = sentences.iter().copied().max().unwrap_or(0);
            if longest > LONGEST {
                cx.report(narrative.field(field))
                    .message(format!("A sentence in “{field}” of {} has {longest} words", narrative.id))
                    .help("cut it in two")
                    .done();
            } else if sentences.iter().sum::<usize>() >= SECTION
                && let Some(grade) = grade(text).filter(|grade| *grade > GRADE)
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

/// The grade of Flesch and Kincaid: 0.39 × words a sentence + 11.8 × syllables a word − 15.59, without names and numbers.
///
/// Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, 1975.
fn grade(text: &str) -> Option<f64> {
    let (mut sentences, mut words, mut syllables) = (0_usize, 0_usize, 0_usize);
    for sentence in prose::sentences(text) {
        sentences += 1;
        for (at, word) in sentence.split_whitespace().enumerate() {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let is_name = at > 0 && word.starts_with(char::is_uppercase);
            if word.is_empty() || is_name || word.contains(|letter: char| letter.is_ascii_digit()) {
                continue;
            }
            words += 1;
            syllables += count_syllables(word);
        }
    }
    (words > 0).then(|| 0.39 * (words as f64 / sentences as f64) + 11.8 * (syllables as f64 / words as f64) - 15.59)
}

/// Groups of vowels, without a silent e at the end; at least one.
fn count_syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    let mut was_vowel = false;
    for letter in word.chars() {
        let vowel = is_vowel(letter);
        count += usize::from(vowel && !was_vowel);
        was_vowel = vowel;
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le") || word.ends_with("ed") && !word.ends_with("ted");
    count.saturating_sub(usize::from(is_silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{count_syllables, grade};
    use crate::rules::testing::gets;

    #[test]
    fn syllables_are_heard() {
        for (word, heard) in
            [("cat", 1), ("table", 2), ("partnership", 3), ("shared", 1), ("made", 1), ("wanted", 2), ("é", 1)]
        {
            assert_eq!(count_syllables(word), heard, "{word}");
        }
        assert!(grade("The cat sat on the mat.").unwrap() < 2.0);
        assert_eq!(grade("12"), None);
    }

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
