//! A line a finding, for editors and for `grep`. Every finding has its line, however many there are.

use std::fmt::Write;

use super::{Checked, answered, clean, text};

/// The findings of one return; nothing where there are none.
pub(super) fn piece(file: &Checked<'_>) -> String {
    let mut out = String::new();
    for found in file.diagnostics {
        let place = file.place(&found.at, found.part);
        let _ = writeln!(
            out,
            "{}: {}[{}] {}{}",
            text::spot(file, &place),
            found.severity.name(),
            found.rule,
            clean(&found.message),
            answered(found)
        );
    }
    out
}
