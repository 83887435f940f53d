//! An exact age, a small place and something rare are together as good as a name.

use std::sync::LazyLock;

use super::{ages, parts};
use crate::diagnostic::{Severity, Stage};
use crate::rules::places::SmallPlaces;
use crate::{
    prose::{self, Vocabulary},
    rules::{Area, Fault, Rule, RuleContext},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "details-that-identify-someone",
    code: "N-12",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Privacy,
    why: "Each detail alone fits many people. Together they fit one, and the neighbours know who it is.",
    answer: "Make one of them wider: “in her eighties”, the district, “a serious illness”. If the person agreed to exactly this, say so in explanations.",
    example: r#""what_happened": "A woman in her eighties in the district had not left her home since winter.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        let parts = parts(&narrative);
        let mut rare = parts.iter().filter_map(|(_, text)| rare(text));
        let Some(what) = rare.next() else { continue };
        if !parts.iter().any(|(_, text)| !ages::exact(text).is_empty()) {
            continue;
        }
        let small = SmallPlaces::of(cx);
        let has_place = small.hold_any(&narrative.places) || parts.iter().any(|(_, text)| small.are_named_in(text));
        if has_place {
            cx.report(narrative.field("id"))
                .untitled()
                .hide_source()
                .message(format!(
                    "{} gives an exact age, a small place and {what}: together these could identify someone",
                    narrative.id
                ))
                .help("make one of them wider: “in her eighties”, the district, “a serious illness”")
                .done();
        }
    }
}

const BIRTHS: [&str; 6] = ["twin", "twins", "triplet", "triplets", "quadruplets", "quads"];
const NATIONS: [&str; 32] = [
    "afghan",
    "albanian",
    "bangladeshi",
    "bulgarian",
    "chinese",
    "congolese",
    "czech",
    "eritrean",
    "ethiopian",
    "filipino",
    "ghanaian",
    "hungarian",
    "indian",
    "iranian",
    "iraqi",
    "kurdish",
    "latvian",
    "lithuanian",
    "nepalese",
    "nigerian",
    "pakistani",
    "polish",
    "portuguese",
    "romanian",
    "russian",
    "slovak",
    "somali",
    "sudanese",
    "syrian",
    "turkish",
    "ukrainian",
    "vietnamese",
];
const ILLNESSES: [&str; 20] = [
    "cancer",
    "leukaemia",
    "epilepsy",
    "cystic fibrosis",
    "sickle cell",
    "parkinson's",
    "huntington's",
    "multiple sclerosis",
    "motor neurone",
    "schizophrenia",
    "bipolar",
    "anorexia",
    "hiv",
    "hepatitis",
    "tuberculosis",
    "cerebral palsy",
    "muscular dystrophy",
    "lupus",
    "down's syndrome",
    "dementia",
];

const SCHOOLS: [&str; 7] = ["School", "Academy", "College", "Primary", "Infants", "Juniors", "Nursery"];

/// A word of one of the lists, or of a death.
const IN_WORDS: u32 = 1;
/// A word for a school, with its capital.
const SCHOOL: u32 = 2;

static MAY_BE_RARE: LazyLock<Vocabulary<'static>> = LazyLock::new(|| {
    let rare = BIRTHS.iter().chain(&NATIONS).chain(&ILLNESSES).chain(&["died on"]);
    Vocabulary::empty().with(IN_WORDS, rare).with_exact(SCHOOL, SCHOOLS)
});

const OF_SCHOOL: &str = "the name of a school";

/// What is rare in a text, in words that do not repeat it.
fn rare(text: &str) -> Option<&'static str> {
    let marks = MAY_BE_RARE.marks_in(text).fold(0, |marks, more| marks | more);
    if marks & IN_WORDS == 0 {
        return (marks & SCHOOL != 0 && names_school(text)).then_some(OF_SCHOOL);
    }
    let words = prose::words(text);
    if prose::first_said(&words, &BIRTHS).is_some() {
        Some("a rare birth")
    } else if prose::first_said(&words, &NATIONS).is_some() {
        Some("a nationality")
    } else if prose::first_said(&words, &ILLNESSES).is_some() {
        Some("an illness")
    } else if marks & SCHOOL != 0 && names_school(text) {
        Some(OF_SCHOOL)
    } else if prose::says(&words, "died on") {
        Some("a date of death")
    } else {
        None
    }
}

fn names_school(text: &str) -> bool {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '’' && letter != '\'').collect();
    words.windows(2).any(|pair| {
        pair[0].starts_with(char::is_uppercase)
            && !matches!(pair[0], "The" | "A" | "Her" | "His" | "Our" | "Their" | "No" | "One")
            && SCHOOLS.contains(&pair[1])
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn story(text: &str) -> String {
        format!(
            r#"{{"places": [{{"id": "low-marsh", "name": "Low Marsh", "type": "ward"}}],
                "narratives": [{{"id": "N1", "title": "A lamp", "what_happened": "{text}"}}]}}"#
        )
    }

    #[test]
    fn three_details_are_as_good_as_a_name() {
        for (text, what) in [
            ("A mother of twins, aged 27, lives in Low Marsh.", "a rare birth"),
            ("In Low Marsh a Syrian man aged 61 rang.", "a nationality"),
            ("In Low Marsh a man aged 61 has epilepsy.", "an illness"),
            ("In Low Marsh a boy aged 9 left Dell Lane School.", "the name of a school"),
            ("In Low Marsh a man aged 61 died on 3 May.", "a date of death"),
        ] {
            let said = format!(
                "/narratives/0/id warning: N1 gives an exact age, a small place and {what}: together these could identify \
                 someone | make one of them wider: “in her eighties”, the district, “a serious illness”"
            );
            gets(&super::RULE, &story(text), &[&said]);
        }
    }

    #[test]
    fn two_of_the_three_fit_many() {
        for text in [
            "A mother of twins in Low Marsh.",
            "A mother of twins, aged 27.",
            "In Low Marsh a man aged 61 rang. The School helped.",
        ] {
            gets(&super::RULE, &story(text), &[]);
        }
    }
}
