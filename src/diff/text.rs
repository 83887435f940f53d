//! What changed, as text for a terminal or an e-mail.

use super::form::{Change, Counts, Difference, Kind, Said, Side, Spot};
use crate::returns::Period;

/// The longest line; a path and its place are never broken.
const LONGEST: usize = 118;

/// What changed, in lines.
pub fn text(difference: &Difference) -> String {
    let mut lines = Lines::default();
    lines.put("", &head(difference));
    for side in [&difference.then, &difference.now] {
        lines.put("  ", &format!("{}: {}", title(difference, side), side.path));
    }
    if let Some(replaces) = &difference.replaces {
        lines.blank();
        lines.put("", &format!("It says that it replaces {}.", replaces.what));
        for reason in &replaces.reasons {
            let of = reason.of.as_ref().map(|of| format!("{of}: ")).unwrap_or_default();
            lines.put("  ", &format!("{of}“{}” ({})", reason.words, spot(&reason.place)));
        }
    }
    lines.blank();
    lines.put("", &summary(difference));
    let otherwise = said_otherwise(difference);
    if !otherwise.is_empty() {
        lines.blank();
        lines.put("", &format!("{OTHERWISE}:"));
        for line in otherwise {
            lines.put("  ", &line);
        }
    }
    let mut area = None;
    let mut record = None;
    for change in &difference.changes {
        if area != Some(&change.area) {
            lines.blank();
            lines.put("", &change.area);
            (area, record) = (Some(&change.area), None);
        }
        if record != Some(&change.record) {
            if let Some(named) = &change.record {
                lines.put("  ", format!("{} {}", named.id, named.title).trim());
            }
            record = Some(&change.record);
        }
        lines.change(change);
    }
    if difference.safe_output {
        lines.blank();
        lines.put("", SAFE);
    }
    lines.text
}

/// What is said where small numbers are left out.
pub(super) const SAFE: &str = "Counts under 10 of breakdowns and cohorts are left out.";

/// What is compared, in a sentence.
pub(super) fn head(difference: &Difference) -> String {
    let (then, now) = (&difference.then, &difference.now);
    if difference.same_quarter {
        format!("{}, {}: what changed between two versions", difference.partnership, quarter(&now.period))
    } else {
        format!("{}: what changed from {} to {}", difference.partnership, quarter(&then.period), quarter(&now.period))
    }
}

/// What one of the two is called.
pub(super) fn title(difference: &Difference, side: &Side) -> String {
    let when = if std::ptr::eq(side, &raw const difference.then) { "Then" } else { "Now" };
    format!("{when}, {}, version {} ({})", quarter(&side.period), side.version, side.status)
}

pub(super) fn quarter(period: &str) -> String {
    match Period::parse(period).and_then(Period::as_quarter) {
        Some((year, quarter)) => format!("{} of {year}", quarter.word()),
        None => period.to_owned(),
    }
}

/// How much changed.
pub(super) fn summary(difference: &Difference) -> String {
    let Counts { changed, added, gone, material, declared } = difference.counts;
    if difference.is_empty() {
        return "Both say the same.".to_owned();
    }
    let is_judged = difference.changes.iter().any(|change| change.weight.is_some());
    let material = if is_judged { format!(" {material} of these are material;") } else { String::new() };
    let declared = format!(" for {declared} the newer return gives a reason.");
    format!("{changed} changed, {added} added, {gone} gone.{material}{declared}")
}

/// `q2.json:88:20`, or `q2.xlsx, Results!E7`.
pub(super) fn spot(spot: &Spot) -> String {
    match (&spot.sheet, &spot.cell) {
        (Some(sheet), Some(cell)) => format!("{}, {sheet}!{cell}", spot.file),
        (Some(sheet), None) => format!("{}, {sheet}", spot.file),
        (None, Some(cell)) => format!("{}:{}:{}, cell {cell}", spot.file, spot.line, spot.column),
        (None, None) => format!("{}:{}:{}", spot.file, spot.line, spot.column),
    }
}

/// What stands above the changes of [`said_otherwise`].
pub(super) const OTHERWISE: &str = "Said before, and said otherwise now";

/// Between two quarters, most of what differs is news. These are the changes of what both speak of, a line each; none for
/// two versions of a quarter, where all changes are.
pub(super) fn said_otherwise(difference: &Difference) -> Vec<String> {
    let line = |change: &Change| {
        let weight = change.weight.as_ref().filter(|_| !difference.same_quarter)?;
        let named = change.record.as_ref().map(|record| format!("{} {}", record.id, record.title));
        let named = named.map_or_else(String::new, |named| format!("{}: ", named.trim()));
        let words = |said: &Option<Said>| said.as_ref().map_or("not there", |said| said.words.as_str()).to_owned();
        let material = if weight.material { "material" } else { "not material" };
        let declared = if change.declared.is_some() { "declared" } else { "not declared" };
        let (then, now) = (words(&change.then), words(&change.now));
        Some(format!("{named}{}: {then} became {now} ({material}, {declared})", what(change)))
    };
    difference.changes.iter().filter_map(line).collect()
}

/// How something changed, in a word.
pub(super) const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Changed => "changed",
        Kind::Added => "added",
        Kind::Gone => "gone",
    }
}

/// What a change is called.
pub(super) fn what(change: &Change) -> &str {
    if change.what.is_empty() { "The whole record" } else { &change.what }
}

/// Whether a change is material, and which reason is given for it.
pub(super) fn notes(change: &Change) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(weight) = &change.weight {
        notes.push(format!("{}: {}", if weight.material { "material" } else { "not material" }, weight.why));
    }
    match (&change.declared, &change.weight) {
        (Some(reason), _) => notes.push(format!("declared: “{}” ({})", reason.words, spot(&reason.place))),
        (None, Some(_)) => notes.push("declared: no, the newer return gives no reason for it".to_owned()),
        (None, None) => {}
    }
    notes
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A sentence, broken at spaces; what follows the first line stands four further in.
    fn put(&mut self, indent: &str, sentence: &str) {
        let mut room = 0;
        for word in sentence.split(' ') {
            let length = word.chars().count();
            if room == 0 {
                self.text.push_str(indent);
                room = indent.len();
            } else if room + 1 + length > LONGEST {
                self.text.push('\n');
                self.text.push_str(indent);
                self.text.push_str("    ");
                room = indent.len() + 4;
            } else {
                self.text.push(' ');
                room += 1;
            }
            self.text.push_str(word);
            room += length;
        }
        self.text.push('\n');
    }

    fn change(&mut self, change: &Change) {
        self.put("    ", &format!("{}: {}", what(change), word(change.kind)));
        for (name, said) in [("then", &change.then), ("now", &change.now)] {
            if let Some(Said { words, place }) = said {
                self.put("      ", &format!("{name}: {words} ({})", spot(place)));
            }
        }
        for note in notes(change) {
            self.put("      ", &note);
        }
    }
}
