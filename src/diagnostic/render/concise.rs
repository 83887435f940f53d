//! A line a finding, for editors and for `grep`. Every finding has its line, however many there are.

use std::fmt::Write;

use super::{Checked, answered, clean, elsewhere, text};
use crate::source::Place;

/// The findings of one return; nothing where there are none.
pub(super) fn piece(file: &Checked<'_>) -> String {
    let mut out = String::new();
    for found in file.diagnostics {
        let place = file.place(&found.at, found.part);
        // Editors take what stands before the first space for the place, so the cell of a list comes last.
        let cell = place.cell.as_ref().filter(|_| place.line > 0);
        let cell = cell.map_or_else(String::new, |cell| format!(" ({})", clean(cell)));
        let others = elsewhere(file, found, |place| text::spot(file, place));
        let others = others.iter().fold(String::new(), |text, other| format!("{text} (see {})", clean(other)));
        let _ = writeln!(
            out,
            "{}: {}[{}] {}{}{cell}{others}",
            text::spot(file, &Place { cell: place.cell.clone().filter(|_| place.line == 0), ..place.clone() }),
            found.severity.name(),
            found.rule,
            clean(&found.message),
            answered(found)
        );
    }
    out
}
