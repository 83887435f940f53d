//! For people at a terminal: a sentence, the lines it speaks of, and what to do. Plain ASCII lines around the text.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Checked, Counts, Format, Options, authority, capped, clean, render};
use crate::diagnostic::{Diagnostic, Severity};
use crate::order;
use crate::source::{DocumentId, Part, Place, Source};

/// How the text is to look.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextOptions {
    /// Whether to colour it.
    pub colour: bool,
}

/// The most letters of one line that are shown.
const WIDTH: usize = 120;

/// Lines this near to one another are shown as one piece.
const NEAR: u32 = 3;

/// All findings of all returns, opening with what to mend first and closing with their number.
pub fn text(files: &[Checked<'_>], options: TextOptions) -> String {
    render(Format::Text, files, &Options { colour: options.colour, ..Options::default() })
}

/// The findings of one return and how it ended.
pub(super) fn piece(file: &Checked<'_>, options: TextOptions) -> String {
    let mut out = String::new();
    start_here(&mut out, file);
    for (diagnostic, more) in capped(file) {
        out.push_str(&finding(file, diagnostic, options));
        if let Some(more) = more {
            let _ = writeln!(out, "\nand {more} more like this ({})", diagnostic.rule);
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{}: {} ({})", clean(file.path), file.verdict.name(), Counts::of(file).words());
    out
}

/// Up to three findings to begin with: what stands in the way of understanding the rest comes first.
fn start_here(out: &mut String, file: &Checked<'_>) {
    let first = first(file);
    if first.is_empty() {
        return;
    }
    out.push_str("Start here:\n");
    for (number, found) in first.into_iter().enumerate() {
        let place = file.place(&found.at, found.part);
        let _ = writeln!(out, "  {}. {} ({})", number + 1, clean(&found.message), spot(file, &place));
    }
    out.push('\n');
}

/// The findings to begin with, at most three.
pub(super) fn first<'a>(file: &Checked<'a>) -> Vec<&'a Diagnostic> {
    let mut first: Vec<_> =
        file.diagnostics.iter().filter(|found| found.severity != Severity::Advice && !found.is_answered()).collect();
    order::by_key(&mut first, |found| (found.severity, found.stage));
    first.truncate(3);
    first
}

/// One finding.
pub fn finding(file: &Checked<'_>, diagnostic: &Diagnostic, options: TextOptions) -> String {
    let place = file.place(&diagnostic.at, diagnostic.part);
    let lines = shown_lines(file, diagnostic, &place);
    let last = lines.iter().map(|line| line.place.line).max().unwrap_or(0);
    let indent = " ".repeat(last.to_string().len());
    let paint = Paint { on: options.colour };

    let mut out = String::new();
    let head = format!("{}[{}]", diagnostic.severity.name(), diagnostic.rule);
    let colour = match diagnostic.severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Advice => "1;36",
    };
    let _ = writeln!(out, "{}: {}", paint.with(colour, &head), paint.with("1", &clean(&diagnostic.message)));
    let _ = write!(out, "{indent}{} {}", paint.with("1;34", "-->"), spot(file, &place));
    if let Some(record) = record(diagnostic) {
        let _ = write!(out, "   {record}");
    }
    out.push('\n');
    if diagnostic.hide_source {
        let _ = writeln!(out, "{indent} {} the line is not shown here", paint.with("1;34", "="));
    } else if place.line > 0 && !file.source(&place).text.is_empty() {
        draw(&mut out, file, &lines, diagnostic.severity, options);
    }
    if !diagnostic.hide_source {
        for (related, shown) in diagnostic.related.iter().zip(&lines[1..]) {
            // A cell has no line to be drawn, and neither has what is told beside one.
            if shown.place.line == 0 || place.line == 0 || file.source(&place).text.is_empty() {
                let at = spot(file, &shown.place);
                let _ = writeln!(out, "{indent} {} {at}: {}", paint.with("1;34", "="), clean(&related.message));
            }
        }
    }
    if let Some(explained) = &diagnostic.explained {
        let by =
            if explained.by_role.is_empty() { String::new() } else { format!(" by the {}", clean(&explained.by_role)) };
        let _ = writeln!(out, "{indent} {} explained{by}: “{}”", paint.with("1;34", "="), clean(&explained.text));
    }
    if let Some(waived) = &diagnostic.waived {
        let by = authority(waived);
        let _ = writeln!(out, "{indent} {} waived {by}: “{}”", paint.with("1;34", "="), clean(&waived.reason));
    }
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(out, "{indent} {} {}: {}", paint.with("1;34", "="), paint.with("1", "help"), clean(help));
    }
    out
}

/// What people call the record: `R1 “Warm homes”`, `partner “Harbour Trust”`.
pub(super) fn record(diagnostic: &Diagnostic) -> Option<String> {
    let record = diagnostic.record.as_ref()?;
    let kind = diagnostic.record_kind();
    let name = if record.title.is_empty() {
        clean(&record.id).into_owned()
    } else {
        format!("“{}”", short(&clean(&record.title)))
    };
    let id = if record.title.is_empty() || record.id.is_empty() || !kind.is_empty() {
        String::new()
    } else {
        format!("{} ", clean(&record.id))
    };
    Some(if kind.is_empty() { format!("{id}{name}") } else { format!("{kind} {name}") })
}

/// At most sixty letters.
fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// `return.json:41:18`, `return.xlsx, Results!E7` or `Results.csv:7:31, cell E7`; of what has no lines and was not opened, its
/// name.
pub(super) fn spot(file: &Checked<'_>, place: &Place) -> String {
    let name = clean(&file.source(place).name);
    match (&place.sheet, &place.cell) {
        (Some(sheet), Some(cell)) => format!("{name}, {}!{}", clean(sheet), clean(cell)),
        (Some(sheet), None) => format!("{name}, {}", clean(sheet)),
        (None, _) if place.line == 0 => name.into_owned(),
        (None, Some(cell)) => format!("{name}:{}:{}, cell {}", place.line, place.column, clean(cell)),
        (None, None) => format!("{name}:{}:{}", place.line, place.column),
    }
}

/// A line that is shown, with what stands under it.
struct Shown {
    place: Place,
    label: String,
    primary: bool,
}

fn shown_lines(file: &Checked<'_>, diagnostic: &Diagnostic, place: &Place) -> Vec<Shown> {
    let mut lines = vec![Shown { place: place.clone(), label: clean(&diagnostic.label).into_owned(), primary: true }];
    for related in &diagnostic.related {
        lines.push(Shown {
            place: file.place(&related.at, Part::Value),
            label: clean(&related.message).into_owned(),
            primary: false,
        });
    }
    lines
}

/// Draws the lines with their marks, near ones together.
fn draw(out: &mut String, file: &Checked<'_>, lines: &[Shown], severity: Severity, options: TextOptions) {
    let mut order: Vec<&Shown> = lines.iter().filter(|shown| shown.place.line > 0).collect();
    order::by_key(&mut order, |shown| (shown.place.document, shown.place.line, shown.place.column));
    let main = lines.first().map_or(DocumentId::FIRST, |shown| shown.place.document);
    let mut pieces: Vec<Vec<&Shown>> = Vec::new();
    for shown in order {
        match pieces.last_mut() {
            Some(piece)
                if piece.last().is_some_and(|last| {
                    last.place.document == shown.place.document && shown.place.line - last.place.line <= NEAR
                }) =>
            {
                piece.push(shown);
            }
            _ => pieces.push(vec![shown]),
        }
    }
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::HELP,
    };
    let mut group = Group::with_level(level);
    for piece in pieces {
        let extracts = extract(file, &piece);
        let elsewhere = piece[0].place.document != main;
        let mut snippet = Snippet::source(extracts.text).line_start(extracts.first as usize).fold(false);
        if elsewhere {
            snippet = snippet.path(clean(&file.source(&piece[0].place).name));
        }
        for (shown, span) in piece.iter().zip(extracts.spans) {
            let kind = if shown.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let mut annotation = kind.span(span);
            if !shown.label.is_empty() {
                annotation = annotation.label(shown.label.clone());
            }
            snippet = snippet.annotation(annotation);
        }
        group = group.element(snippet);
    }
    let renderer = if options.colour { Renderer::styled() } else { Renderer::plain() };
    let drawn = renderer.term_width(WIDTH + 20).render(&[group]);
    // Lines end where their text ends.
    for line in drawn.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// Lines taken out of a document, shortened around their marks, and where the marks stand in them.
struct Extract {
    text: String,
    first: u32,
    spans: Vec<Range<usize>>,
}

fn extract(file: &Checked<'_>, piece: &[&Shown]) -> Extract {
    let source = file.source(&piece[0].place);
    let first = piece[0].place.line;
    let last = piece.last().map_or(first, |shown| shown.place.line);
    let mut text = String::new();
    let mut spans = vec![0..0; piece.len()];
    for number in first..=last {
        let line = source.line(number);
        let marks: Vec<(usize, Range<usize>)> = piece
            .iter()
            .enumerate()
            .filter(|(_, shown)| shown.place.line == number)
            .map(|(index, shown)| (index, on_line(source, &shown.place)))
            .collect();
        let window = window(line, marks.iter().map(|(_, mark)| mark));
        let start = text.len();
        if window.start > 0 {
            text.push('…');
        }
        let shift = text.len();
        text.push_str(&line[window.clone()]);
        for (index, mark) in marks {
            let from = shift + mark.start.clamp(window.start, window.end) - window.start;
            let to = shift + mark.end.clamp(window.start, window.end) - window.start;
            spans[index] = from.max(start)..to;
        }
        if window.end < line.len() {
            text.push('…');
        }
        text.push('\n');
    }
    Extract { text, first, spans }
}

/// The bytes of a place within its first line.
pub(super) fn on_line(source: &Source, place: &Place) -> Range<usize> {
    let first = source.line_start(place.line);
    let last = first + source.line(place.line).len();
    let from = place.bytes.start.clamp(first, last);
    from - first..place.bytes.end.clamp(from, last) - first
}

/// The part of a long line that is shown: around its first mark.
pub(super) fn window<'a>(line: &str, mut marks: impl Iterator<Item = &'a Range<usize>>) -> Range<usize> {
    if line.chars().take(WIDTH + 1).count() <= WIDTH {
        return 0..line.len();
    }
    let mark = marks.next().map_or(0, |mark| mark.start);
    let start = line[..mark].char_indices().rev().take(WIDTH / 3).last().map_or(mark, |(position, _)| position);
    let end = line[start..].char_indices().nth(WIDTH).map_or(line.len(), |(position, _)| start + position);
    start..end
}

struct Paint {
    on: bool,
}

impl Paint {
    fn with(&self, codes: &str, text: &str) -> String {
        if self.on { format!("\u{1b}[{codes}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Explained, Record, Related, Stage, Verdict};
    use crate::intake::{Intake, read};

    const RETURN: &str = "{\n  \"partners\": [\n    { \"name\": \"Quay Homes\", \"roles\": [\"lead\"] },\n\n\n\n\n\n    { \"name\": \"Harbour Trust\", \"roles\": [\"lead\"] }\n  ]\n}\n";

    fn two_leads(intake: &Intake) -> Diagnostic {
        let partners = intake.top().field("partners");
        Diagnostic {
            rule: "two-lead-organisations",
            code: Some("H-21"),
            severity: Severity::Warning,
            stage: Stage::Header,
            message: "Quay Homes and Harbour Trust are both marked as lead".to_owned(),
            help: Some("mark one of them as lead".to_owned()),
            at: partners.item(1).field("roles"),
            part: Part::Value,
            label: "a second lead".to_owned(),
            record: Some(Record { id: "harbour-trust".to_owned(), title: "Harbour Trust".to_owned() }),
            provided: None,
            expected: None,
            related: vec![Related { at: partners.item(0).field("roles"), message: "the first lead".to_owned() }],
            explained: None,
            waived: None,
            hide_source: false,
        }
    }

    fn shown(change: impl Fn(&mut Diagnostic)) -> String {
        let intake = read("return.json", RETURN.as_bytes()).intake;
        let mut diagnostic = two_leads(&intake);
        change(&mut diagnostic);
        let file = Checked {
            path: "return.json",
            verdict: Verdict::NeedsExplanations,
            diagnostics: std::slice::from_ref(&diagnostic),
            places: &intake,
        };
        finding(&file, &diagnostic, TextOptions::default())
    }

    #[test]
    fn far_places_are_shown_apart() {
        let expected = "\
warning[two-lead-organisations]: Quay Homes and Harbour Trust are both marked as lead
 --> return.json:9:41   partner “Harbour Trust”
  |
3 |     { \"name\": \"Quay Homes\", \"roles\": [\"lead\"] },
  |                                      - the first lead
  |
 :::
9 |     { \"name\": \"Harbour Trust\", \"roles\": [\"lead\"] }
  |                                         ^ a second lead
  = help: mark one of them as lead
";
        assert_eq!(shown(|_| ()), expected);
    }

    #[test]
    fn what_a_privacy_rule_finds_is_not_repeated() {
        let text = shown(|found| found.hide_source = true);
        assert!(!text.contains("\"name\""), "{text}");
        assert!(text.contains("return.json:9:41"), "{text}");
    }

    #[test]
    fn an_answer_is_shown_with_its_role() {
        let answer = Explained { text: "They share it.".to_owned(), by_role: "Chair".to_owned() };
        let text = shown(|found| found.explained = Some(answer.clone()));
        assert!(text.contains("  = explained by the Chair: “They share it.”\n"), "{text}");
    }
}
