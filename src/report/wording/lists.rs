//! Joining and shaping words.

use super::Wording;
use crate::report::passages::is_mark;

impl Wording {
    /// “a”, “a and b”, “a, b and c”; nothing for none. In Welsh commas alone, because “a” would mutate what follows.
    pub(in crate::report) fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let commas = |items: &[S]| items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
        match items {
            [most @ .., last] if !most.is_empty() => {
                let (most, last) = (commas(most), last.as_ref());
                say!(self, "{most} and {last}", "{most}, {last}")
            }
            items => commas(items),
        }
    }

    /// The words with a capital first letter.
    pub(in crate::report) fn capital(self, words: &str) -> String {
        let at = words.find(|letter| !is_mark(letter)).unwrap_or(words.len());
        let (before, rest) = words.split_at(at);
        let mut letters = rest.chars();
        letters
            .next()
            .map_or_else(String::new, |first| before.chars().chain(first.to_uppercase()).chain(letters).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;

    #[test]
    fn lists_are_joined_as_people_do() {
        assert_eq!(W.list::<&str>(&[]), "");
        assert_eq!(W.list(&["police"]), "police");
        assert_eq!(W.list(&["police", "fire"]), "police and fire");
        assert_eq!(W.list(&["police", "fire", "NHS"]), "police, fire and NHS");
    }

    #[test]
    fn a_capital_is_given_to_any_first_letter() {
        assert_eq!(W.capital("écoles"), "Écoles");
        assert_eq!(W.capital(""), "");
    }
}
