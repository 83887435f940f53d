//! The text of a pointer. Rules make thousands of pointers for every one that is printed, so a short one is kept in place.

use std::cmp::Ordering;
use std::fmt::Write;
use std::hash::{Hash, Hasher};

use arrayvec::ArrayString;

/// As long as the routes of a return are, with its deepest lists.
const SHORT: usize = 60;

/// A text that grows and shrinks at its end.
#[derive(Debug, Clone)]
pub(super) enum Route {
    Short(ArrayString<SHORT>),
    Long(String),
}

impl Route {
    pub(super) const fn new() -> Self {
        Self::Short(ArrayString::new_const())
    }

    pub(super) fn of(text: &str) -> Self {
        ArrayString::from(text).map_or_else(|_| Self::Long(text.to_owned()), Self::Short)
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Short(text) => text,
            Self::Long(text) => text,
        }
    }

    /// Adds a slash and a name.
    pub(super) fn push_step(&mut self, name: &str) {
        match self {
            Self::Short(text) if text.remaining_capacity() > name.len() => {
                text.push_str("/");
                text.push_str(name);
            }
            Self::Short(text) => *self = Self::Long([text.as_str(), "/", name].concat()),
            Self::Long(text) => {
                text.push('/');
                text.push_str(name);
            }
        }
    }

    /// Adds a slash and a number.
    pub(super) fn push_item(&mut self, number: usize) {
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        if let Some(digit) = DIGITS.get(number) {
            return self.push_step(digit);
        }
        let mut digits = ArrayString::<20>::new();
        // No number has more digits.
        let _ = write!(digits, "{number}");
        self.push_step(&digits);
    }

    /// Keeps so many bytes.
    pub(super) fn cut_off(&mut self, end: usize) {
        match self {
            Self::Short(text) => text.truncate(end),
            Self::Long(text) => text.truncate(end),
        }
    }
}

impl PartialEq for Route {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Route {}

impl PartialOrd for Route {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Route {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Route {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_the_same_however_it_is_kept() {
        let mut grown = Route::new();
        let mut text = String::new();
        for number in 0..30 {
            grown.push_item(number);
            write!(text, "/{number}").unwrap();
            assert_eq!(grown, Route::of(&text));
        }
        assert!(matches!(grown, Route::Long(_)));
        grown.cut_off(4);
        assert_eq!(grown, Route::of("/0/1"));
        assert!(grown < Route::of("/0/10"));
    }
}
