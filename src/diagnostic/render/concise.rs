//! A line a finding, for editors and for `grep`. Every finding has its line, however many there are.

use std::fmt::Write;

use super::{Checked, answered, clean, elsewhere, text};

/// The findings of one return; nothing where there are none.
pub(super) fn piece(file: &Checked<'_>) -> String {
    let mut out = String::new();
    for found in file.diagnostics {
        let place = file.place(&found.at, found.part);
        let others = elsewhere(file, found, |place| text::spot(file, place));
        let others = others.iter().fold(String::new(), |text, other| format!("{text} (see {})", clean(other)));
        let _ = writeln!(
            out,
            "{}: {}[{}] {}{}{others}",
            text::spot(file, &place),
            found.severity.name(),
            found.rule,
            clean(&found.message),
            answered(found)
        );
    }
    out
}
