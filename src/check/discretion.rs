//! Sees to it that nothing we say about a return repeats what identifies a person: not in our words, and not in the
//! lines we show.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::earlier::{Together, among_all};
use crate::diagnostic::Diagnostic;
use crate::intake::{Intake, Value};
use crate::rules::{self, Finds};
use crate::source::{DocumentId, Locate, Part, Place, Pointer};

/// Lines that are not to be shown.
pub(super) type Lines = BTreeSet<(DocumentId, u32)>;

/// Lines as near as this are shown with what stands between them.
const NEAR: u32 = 3;

/// Masks the words of all findings, and hides the lines of those that would show what is private.
pub(super) fn keep_private(diagnostics: &mut [Diagnostic], together: Together<'_>, finds: &Finds) {
    let mut hidden = Lines::new();
    // What stands in cells has no lines that would be shown.
    let mut hide_lines = |place: Place| {
        let lines = (place.line..=place.end_line).filter(|line| *line > 0);
        hidden.extend(lines.map(|line| (place.document, line)));
    };
    for (intake, first) in together.spoken_of(diagnostics) {
        let before = (first > 0).then(|| Finds::of(intake.numbered_texts()));
        let private = before.as_ref().unwrap_or(finds).private();
        let places = private.iter().filter_map(|number| intake.place_of(*number));
        places.for_each(|place| hide_lines(among_all(place, first)));
    }
    let told = diagnostics.iter().filter(|found| found.hide_source).map(|found| &found.at);
    told.for_each(|at| hide_lines(together.locate(at, Part::Value)));
    hide(diagnostics, together, &hidden);
    let titles = told_titles(diagnostics, together.intake);
    for found in diagnostics {
        mask(found);
        if !titles.is_empty() {
            leave_out_titles(found, &titles);
        }
    }
}

/// Titles that a finding speaks of without showing them, by the record they are of.
fn told_titles(diagnostics: &[Diagnostic], intake: &Intake) -> BTreeMap<Pointer, String> {
    let (mut titles, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for found in diagnostics.iter().filter(|found| found.hide_source) {
        let is_language = found.at.last().is_some_and(|last| last == "en" || last == "cy");
        let field = if is_language { found.at.parent() } else { Some(found.at.clone()) };
        let Some(record) = field.and_then(|field| field.parent()) else { continue };
        // A long text may have hundreds of findings, and is read once.
        let title = intake.record(&record).map(|record| record.title).unwrap_or_default();
        if title.is_empty() || !seen.insert(&found.at) {
            continue;
        }
        let Some(text) = intake.get(&found.at).and_then(Value::text) else { continue };
        // A long title is shown cut at a word.
        if text.starts_with(title.trim_end_matches('…')) {
            titles.insert(record, text.into_owned());
        }
    }
    titles
}

/// Takes such titles out of what is said about their records.
fn leave_out_titles(found: &mut Diagnostic, titles: &BTreeMap<Pointer, String>) {
    let mut places: Vec<Pointer> = vec![found.at.clone()];
    places.extend(found.related.iter().map(|related| related.at.clone()));
    for place in places {
        let mut above = Some(place);
        while let Some(record) = above {
            if let Some(title) = titles.get(&record) {
                leave_out(found, title);
            }
            above = record.parent();
        }
    }
}

fn leave_out(found: &mut Diagnostic, title: &str) {
    let shortened = found.record.as_mut().filter(|record| title.starts_with(record.title.trim_end_matches('…')));
    let shortened = shortened.map(|record| std::mem::take(&mut record.title)).filter(|title| !title.is_empty());
    let texts = [&mut found.message, &mut found.label];
    let optional = [&mut found.help, &mut found.provided, &mut found.expected].into_iter().flatten();
    let related = found.related.iter_mut().map(|related| &mut related.message);
    for text in texts.into_iter().chain(optional).chain(related) {
        for title in std::iter::once(title).chain(shortened.as_deref()).filter(|title| !title.is_empty()) {
            if text.contains(title) {
                *text = text.replace(title, "[not shown]");
            }
        }
    }
}

/// Hides the lines of all findings that would show one of these.
pub(super) fn hide(diagnostics: &mut [Diagnostic], together: Together<'_>, lines: &Lines) {
    for found in diagnostics {
        found.hide_source = found.hide_source || shows(found, together, lines);
    }
}

/// Whether the lines shown for a finding hold a hidden one.
fn shows(found: &Diagnostic, together: Together<'_>, hidden: &Lines) -> bool {
    if hidden.is_empty() {
        return false;
    }
    let place = |at: &Pointer, part| -> Place { together.locate(at, part) };
    let mut lines: Vec<(DocumentId, u32)> = std::iter::once(place(&found.at, found.part))
        .chain(found.related.iter().map(|related| place(&related.at, Part::Value)))
        .map(|place| (place.document, place.line))
        .collect();
    lines.sort_unstable();
    let between = lines.windows(2).any(|pair| {
        let [(document, from), (other, to)] = [pair[0], pair[1]];
        document == other && to - from <= NEAR && hidden.range((document, from)..=(document, to)).next().is_some()
    });
    between || lines.iter().any(|line| hidden.contains(line))
}

fn mask(found: &mut Diagnostic) {
    let texts = [&mut found.message, &mut found.label];
    let optional = [&mut found.help, &mut found.provided, &mut found.expected].into_iter().flatten();
    let record = found.record.iter_mut().flat_map(|record| [&mut record.id, &mut record.title]);
    let related = found.related.iter_mut().map(|related| &mut related.message);
    let answer = found.explained.iter_mut().flat_map(|answer| [&mut answer.text, &mut answer.by_role]);
    let waiver = found.waived.iter_mut().flat_map(|waived| [&mut waived.reason, &mut waived.authorised_by]);
    for text in texts.into_iter().chain(optional).chain(record).chain(related).chain(answer).chain(waiver) {
        if let Cow::Owned(masked) = rules::masked(text) {
            *text = masked;
        }
    }
}
