//! Ages of single people in a text, and children among them. Groups and ranges are nobody's age.

use std::sync::LazyLock;

use crate::prose::{self, Vocabulary};

/// Words for several people, before or behind an age.
const GROUPS: [&str; 26] = [
    "children",
    "people",
    "pupils",
    "girls",
    "boys",
    "students",
    "families",
    "residents",
    "adults",
    "those",
    "anyone",
    "everyone",
    "all",
    "ones",
    "participants",
    "clients",
    "members",
    "women",
    "men",
    "under",
    "over",
    "infants",
    "teenagers",
    "parents",
    "carers",
    "households",
];

/// Words for one child, or for somebody who may be one.
const CHILD: [&str; 12] =
    ["pupil", "son", "daughter", "boy", "girl", "child", "student", "brother", "sister", "he", "she", "teenager"];

/// Without one of these there is no age, and no school year.
static MAY_BE_AGE: LazyLock<Vocabulary<'static>> = LazyLock::new(|| Vocabulary::of(&["age", "aged", "old", "year"]));

/// The exact ages of single people in a text.
pub(super) fn exact(text: &str) -> Vec<u32> {
    if !MAY_BE_AGE.may_stand_in(text) {
        return Vec::new();
    }
    prose::sentences(text).into_iter().flat_map(|sentence| of_sentence(&prose::words(sentence))).collect()
}

/// Whether a text is about one child: an age below 18, “child aged”, or a school year.
pub(super) fn is_of_child(text: &str) -> bool {
    if !MAY_BE_AGE.may_stand_in(text) {
        return false;
    }
    prose::sentences(text).into_iter().any(|sentence| {
        let words = prose::words(sentence);
        of_sentence(&words).into_iter().any(|age| age < 18)
            || prose::says(&words, "child aged")
            || is_school_year(&words)
    })
}

fn of_sentence(words: &[String]) -> Vec<u32> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let is_group = |at: Option<usize>| at.is_some_and(|at| GROUPS.contains(&word(at)));
    let mut ages = Vec::new();
    for at in 0..words.len() {
        let Some(age) = word(at).parse::<u32>().ok().filter(|age| *age < 120) else { continue };
        let before = at.checked_sub(1);
        if before.is_some_and(|before| matches!(word(before), "aged" | "age")) {
            let is_joined = matches!(word(at + 1), "to" | "and" | "or");
            let goes_on = word(at + 2).parse::<u32>().is_ok() || matches!(word(at + 2), "over" | "above" | "under");
            let is_range = word(at + 1).parse::<u32>().is_ok() || word(at + 1) == "upwards" || (is_joined && goes_on);
            if !is_range && !is_group(at.checked_sub(2)) {
                ages.push(age);
            }
        } else if matches!(word(at + 1), "year" | "years")
            && word(at + 2) == "old"
            && !is_group(Some(at + 3))
            && !is_group(before)
        {
            ages.push(age);
        }
    }
    ages
}

/// `a Year 6 pupil`, `her son in Year 6`; not `in Year 2 of the programme`.
fn is_school_year(words: &[String]) -> bool {
    let is_one = words.iter().any(|word| CHILD.contains(&word.as_str()));
    words.windows(2).enumerate().any(|(at, run)| {
        let year = run[1].parse::<u32>().is_ok_and(|year| (1..=13).contains(&year)) && run[0] == "year";
        let next = words.get(at + 2).map_or("", String::as_str);
        let before = at.checked_sub(1).map_or("", |before| words[before].as_str());
        year && (CHILD.contains(&next) || (is_one && matches!(before, "in" | "into" | "started") && next != "of"))
    })
}

#[cfg(test)]
mod tests {
    use super::{exact, is_of_child};

    #[test]
    fn one_person_has_an_age() {
        assert_eq!(exact("A woman aged 83 and a 9-year-old came."), [83, 9]);
        assert_eq!(exact("He was 41 years old."), [41]);
        for text in
            ["Children aged 5 to 11", "adults aged 65", "pupils aged 5-11", "13 year olds", "over 65 years old", "aged"]
        {
            assert_eq!(exact(text), Vec::<u32>::new(), "{text}");
        }
    }

    #[test]
    fn a_child_is_known_by_age_or_school_year() {
        for text in ["A boy aged 9", "A child aged about ten", "Her son is in Year 6.", "a Year 10 pupil"] {
            assert!(is_of_child(text), "{text}");
        }
        for text in
            ["In Year 2 of the programme she led it.", "A man aged 18", "Pupils in Year 6 came.", "Year 6 pupils"]
        {
            assert!(!is_of_child(text), "{text}");
        }
    }
}
