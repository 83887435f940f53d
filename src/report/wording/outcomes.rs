//! Words on outcomes and on value.

use super::Wording;

impl Wording {
    /// “47 people”.
    pub(in crate::report) fn people(self, people: &str) -> String {
        format!("{people}{}{}", super::NO_BREAK, if people == "1" { "person" } else { "people" })
    }

    /// The head over a column of figures without a unit.
    pub(in crate::report) const fn figure_head(self) -> &'static str {
        "Figure"
    }
}
