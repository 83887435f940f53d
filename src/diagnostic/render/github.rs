//! Annotations of a GitHub workflow: each finding a command of one line, with what has a meaning there escaped.

use std::fmt::Write;

use super::{Checked, Options, address, all_sentences, answered, answers, cell_first, clean};
use crate::diagnostic::Severity;

/// The findings of one return; nothing where there are none. What the return answers or its
/// funder waives is shown as a notice.
pub(super) fn piece(file: &Checked<'_>, options: &Options<'_>) -> String {
    let mut out = String::new();
    for found in file.diagnostics {
        let place = file.place(&found.at, found.part);
        let command = match found.severity {
            Severity::Error => "error",
            Severity::Warning if found.is_answered() => "notice",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let path = address::relative(&file.source(&place).name, options);
        let _ = write!(out, "::{command} file={}", property(&path));
        if place.line > 0 {
            let _ = write!(out, ",line={},endLine={}", place.line, place.end_line);
            // Columns are understood only within one line.
            if place.line == place.end_line {
                let _ = write!(out, ",col={},endColumn={}", place.column, place.end_column.max(place.column));
            }
        }
        let title = found.code.map_or(found.rule.to_owned(), |code| format!("{code} {}", found.rule));
        let said = format!("{}{}{}", cell_first(&place), all_sentences(file, found, options), answers(found));
        let _ = writeln!(out, ",title={}::{}", property(&format!("{title}{}", answered(found))), data(&clean(&said)));
    }
    out
}

/// What stands after the last colons.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands between two commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_is_escaped_where_it_has_one() {
        assert_eq!(property("100%, at 9:30\r\n::error::"), "100%25%2C at 9%3A30%0D%0A%3A%3Aerror%3A%3A");
        assert_eq!(data("100%, at 9:30\n::error::"), "100%25, at 9:30%0A::error::");
    }
}
