//! The few words that cells of a workbook say in a way of their own.

/// Says that a list is there and has nothing in it, and that there is no Welsh beside the English.
pub(super) const NONE: &str = "none";

/// The reasons for having no number: as a cell says them, and as a return does.
const ABSENCES: [(&str, &str); 2] = [("not available", "not_available"), ("not applicable", "not_applicable")];

/// What a cell says where a return says this.
pub(super) fn absence(status: &str) -> Option<&'static str> {
    ABSENCES.iter().find(|(_, known)| *known == status).map(|(words, _)| *words)
}

/// The reason for having no number that a cell gives, and what it says beside it.
pub(super) fn absent(text: &str) -> Option<(&'static str, Option<String>)> {
    let text = text.trim();
    for (words, status) in ABSENCES {
        let Some(start) = text.get(..words.len()).filter(|start| spelled(start) == spelled(words)) else { continue };
        let rest = text[start.len()..].trim_start();
        if rest.is_empty() {
            return Some((status, None));
        }
        let reason = rest.strip_prefix([':', '–', '-', ',', ';'])?.trim();
        return Some((status, (!reason.is_empty()).then(|| reason.to_owned())));
    }
    None
}

/// A choice with spaces in it.
pub(super) fn joined(choice: &str) -> String {
    choice.replace('_', " ")
}

/// One of the choices with spaces in it, as people read it; anything else as it is.
pub(super) fn spaced(word: &str, choices: &[String]) -> String {
    if choices.iter().any(|choice| choice == word) { joined(word) } else { word.to_owned() }
}

/// The choice that these words mean; `None` where they mean none.
pub(super) fn chosen<'c>(words: &str, choices: &'c [String]) -> Option<&'c str> {
    let wanted = spelled(words);
    choices.iter().map(String::as_str).find(|choice| spelled(choice) == wanted)
}

/// Without what does not matter: capitals, and whether there are spaces, hyphens or underscores between words.
fn spelled(words: &str) -> String {
    let parts = words.split(|letter: char| letter.is_whitespace() || letter == '_' || letter == '-');
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_for_having_no_number_is_read_as_it_is_written() {
        assert_eq!(absent("Not available"), Some(("not_available", None)));
        assert_eq!(absent("not applicable: no cohort"), Some(("not_applicable", Some("no cohort".to_owned()))));
        assert_eq!(absent(" not_available – late "), Some(("not_available", Some("late".to_owned()))));
        assert_eq!(absent("not availables"), None);
        assert_eq!(absent("12"), None);
    }

    #[test]
    fn a_choice_is_known_however_its_words_are_joined() {
        let choices = ["higher_is_better".to_owned(), "Q1".to_owned()];
        assert_eq!(chosen("Higher is better ", &choices), Some("higher_is_better"));
        assert_eq!(chosen("higher-is-better", &choices), Some("higher_is_better"));
        assert_eq!(chosen("q1", &choices), Some("Q1"));
        assert_eq!(chosen("better", &choices), None);
        assert_eq!(spaced("higher_is_better", &choices), "higher is better");
        assert_eq!(spaced("a_word", &choices), "a_word");
    }
}
