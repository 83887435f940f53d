//! For people who listen: sentences, lines and columns in words, and no drawing. Every finding is a paragraph that can
//! be understood alone.

use std::fmt::Write;

use super::{Checked, Counts, authority, capped, clean, ended, text};
use crate::diagnostic::{Diagnostic, Severity, Verdict};
use crate::source::{Part, Place};

/// What there is to say about one return.
pub(super) fn piece(file: &Checked<'_>) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{} {}: {}.", clean(file.path), outcome(file.verdict), Counts::of(file).words());
    let first = text::first(file);
    if !first.is_empty() {
        out.push_str("\nStart here:\n");
        for (number, found) in first.into_iter().enumerate() {
            let place = spot(file, &file.place(&found.at, found.part));
            let _ =
                writeln!(out, "{}: {place}. {}", ["First", "Second", "Third"][number], ended(&clean(&found.message)));
        }
    }
    let all = file.diagnostics.len();
    for (found, more) in capped(file) {
        let number = file.diagnostics.iter().take_while(|other| !std::ptr::eq(*other, found)).count() + 1;
        let _ = writeln!(out, "\nFinding {number} of {all}. {}", finding(file, found));
        if let Some(more) = more {
            let _ = writeln!(out, "\nAnd {more} more like this, of the rule {}.", found.rule);
        }
    }
    out
}

fn finding(file: &Checked<'_>, found: &Diagnostic) -> String {
    let place = file.place(&found.at, found.part);
    let mut said = format!("{}, {}", kind(found.severity), spot(file, &place));
    if let Some(record) = text::record(found) {
        let _ = write!(said, ", in {record}");
    }
    let _ = write!(said, ". {}", ended(&clean(&found.message)));
    if found.hide_source {
        said.push_str(" The line is not read out here.");
    } else if place.line > 0 && !file.source(&place).text.is_empty() {
        let source = file.source(&place);
        let (line, mark) = (source.line(place.line), text::on_line(source, &place));
        let reads = clean(line[text::window(line, std::iter::once(&mark))].trim().trim_end_matches(','));
        let _ = write!(said, " The line reads: {reads}.");
    }
    for related in &found.related {
        let there = file.place(&related.at, Part::Value);
        let _ = write!(said, " See also {}: {}.", spot(file, &there), clean(&related.message));
    }
    if let Some(explained) = &found.explained {
        let by =
            if explained.by_role.is_empty() { String::new() } else { format!(" by the {}", clean(&explained.by_role)) };
        let _ = write!(said, " It is explained{by}: {}", ended(&clean(&explained.text)));
    }
    if let Some(waived) = &found.waived {
        let _ = write!(said, " It is waived {}: {}", authority(waived), ended(&clean(&waived.reason)));
    }
    if let Some(help) = &found.help {
        let _ = write!(said, " What to do: {}", ended(&clean(help)));
    }
    let _ = write!(said, " The rule is {}.", found.rule);
    said
}

/// “in return.json, line 41, column 18”.
fn spot(file: &Checked<'_>, place: &Place) -> String {
    let name = clean(&file.source(place).name);
    match (&place.sheet, &place.cell) {
        (Some(sheet), Some(cell)) => format!("in {name}, sheet {}, cell {}", clean(sheet), clean(cell)),
        (Some(sheet), None) => format!("in {name}, sheet {}", clean(sheet)),
        (None, _) if place.line == 0 => format!("in {name}"),
        (None, Some(cell)) => format!("in {name}, cell {}, line {}", clean(cell), place.line),
        (None, None) => format!("in {name}, line {}, column {}", place.line, place.column),
    }
}

const fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "An error",
        Severity::Warning => "A warning",
        Severity::Advice => "A piece of advice",
    }
}

const fn outcome(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "is accepted",
        Verdict::AcceptedWithExplanations => "is accepted with its explanations",
        Verdict::NeedsExplanations => "needs explanations",
        Verdict::Rejected => "is rejected",
        Verdict::Unreadable => "cannot be read",
    }
}
