//! Which passages of a report are in another language than the report itself.
//!
//! The filer's words reach a page inside sentences of ours, so each foreign one carries two letters that no text can
//! have (Unicode noncharacters, meant for such use inside a program) from the published data to the finished blocks.
//! There they become spans with a language, and disappear. No section and no sentence has to think of it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Deserialize as _;
use serde_json::Value;

use super::block::{
    Block, Chart, Labelled, Language, LedgerPlot, LedgerRow, PathPlot, Plot, Report, Rich, Section, Span, Table,
};
use crate::{disclosure::Published, returns::TextLanguage};

/// Opens a text in the other language.
const TEXT: char = '\u{FDD0}';
/// Opens a name or another short text, of which a return has only one.
const LINE: char = '\u{FDD1}';
/// Closes both.
const CLOSE: char = '\u{FDD2}';
const MARKS: [char; 3] = [TEXT, LINE, CLOSE];

/// Fields with words of the filer that no translation can stand beside, where they are strings. Names of organisations
/// and places are not here: a name is the same in every language.
const LINES: [&str; 14] = [
    "area",
    "body",
    "by_role",
    "group",
    "instrument",
    "interval",
    "label",
    "line",
    "lines",
    "made_to",
    "prepared_by",
    "reference_wage_name",
    "what",
    "who",
];

/// Whether this letter is one of ours, and never printed.
pub(super) fn is_mark(letter: char) -> bool {
    MARKS.contains(&letter)
}

/// The language of an edition.
pub(super) const fn language(language: TextLanguage) -> Language {
    match language {
        TextLanguage::English => Language::En,
        TextLanguage::Welsh => Language::Cy,
    }
}

/// What was published, with each text in the other language between marks. `data` is the same as JSON.
pub(super) fn marked<'a>(published: &'a Published, data: &str) -> Cow<'a, Published> {
    let other = match published.language {
        TextLanguage::English => TextLanguage::Welsh,
        TextLanguage::Welsh => TextLanguage::English,
    };
    let lines = published.line_language == other;
    // A filer's text that holds our marks would claim a language that it has not.
    let holds_marks = data.contains(MARKS);
    if !lines && !holds_marks && !data.contains(&format!("\"language\":\"{}\"", other.word())) {
        return Cow::Borrowed(published);
    }
    let mut value: Value = serde_json::from_str(data).expect("what was written as JSON is JSON");
    Marking { other: other.word(), lines }.value(&mut value, "");
    // Read from a reference, as `published::reading` does: to read from a value as well doubles that code.
    Cow::Owned(Published::deserialize(&value).expect("published data read back as they were written"))
}

struct Marking {
    other: &'static str,
    /// Whether short texts are in the other language.
    lines: bool,
}

impl Marking {
    fn value(&self, value: &mut Value, name: &str) {
        match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
            Value::String(text) => {
                if text.contains(MARKS) {
                    *text = text.replace(MARKS, "\u{FFFD}");
                }
                if LINES.contains(&name) {
                    self.line(text);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item, name)),
            Value::Object(fields) => {
                let by_place = fields.get("by").is_some_and(|by| by == "ward");
                let is_foreign = fields.get("language").is_some_and(|language| language == self.other);
                for (field, value) in &mut *fields {
                    self.value(value, field);
                    match (field.as_str(), value) {
                        ("text", Value::String(text)) if is_foreign => wrap(TEXT, text),
                        ("words", Value::String(text)) if name == "unit" => self.line(text),
                        ("by", Value::String(text)) if name == "statement" => self.line(text),
                        ("groups" | "by_source", Value::Array(groups)) if !by_place => self.names(groups),
                        _ => {}
                    }
                }
            }
        }
    }

    /// The names of the groups of a breakdown, unless they are places.
    fn names(&self, groups: &mut [Value]) {
        for group in groups {
            if let Some(Value::String(name)) = group.get_mut("name") {
                self.line(name);
            }
            if let Some(Value::Array(joined)) = group.get_mut("joined") {
                for name in joined {
                    if let Value::String(name) = name {
                        self.line(name);
                    }
                }
            }
        }
    }

    fn line(&self, text: &mut String) {
        if self.lines {
            wrap(LINE, text);
        }
    }
}

fn wrap(open: char, text: &mut String) {
    if !text.trim().is_empty() {
        text.insert(0, open);
        text.push(CLOSE);
    }
}

/// What a report has in the other language.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Foreign {
    /// The filer's texts, each once; names and other short texts are not counted.
    pub(super) texts: BTreeSet<String>,
    /// The anchors of the sections at the top that hold them.
    pub(super) sections: Vec<String>,
}

/// Turns marks into spans with a language. What has no room for a language loses its marks.
pub(super) fn settle(report: &mut Report) -> Foreign {
    let other = match report.language {
        Language::En => Language::Cy,
        Language::Cy => Language::En,
    };
    let mut settling = Settling { other, foreign: Foreign::default() };
    for text in [&mut report.title, &mut report.description, &mut report.author, &mut report.running_title] {
        strip(text);
    }
    strip(&mut report.foot);
    settling.rich(&mut report.masthead.over);
    strip(&mut report.masthead.title);
    strip(&mut report.masthead.period);
    settling.labelled(&mut report.masthead.facts);
    for block in &mut report.blocks {
        let before = settling.foreign.texts.len();
        settling.block(block);
        if let Block::Section(section) = block
            && settling.foreign.texts.len() > before
        {
            settling.foreign.sections.push(section.anchor.clone());
        }
    }
    settling.foreign
}

struct Settling {
    other: Language,
    foreign: Foreign,
}

impl Settling {
    fn rich(&mut self, words: &mut Rich) {
        if words
            .0
            .iter()
            .all(|span| !matches!(span, Span::Words { text, .. } | Span::Link { text, .. } if text.contains(MARKS)))
        {
            return;
        }
        let spans = std::mem::take(&mut words.0);
        for span in spans {
            match span {
                Span::Words { text, strong, emphasis, language } => {
                    for (is_foreign, text) in self.pieces(&text) {
                        let language = if is_foreign { Some(self.other) } else { language };
                        words.0.push(Span::Words { text, strong, emphasis, language });
                    }
                }
                Span::Link { mut text, anchor } => {
                    strip(&mut text);
                    words.0.push(Span::Link { text, anchor });
                }
                Span::Status(status) => words.0.push(Span::Status(status)),
                Span::Bar(bar) => words.0.push(Span::Bar(bar)),
                Span::Break => words.0.push(Span::Break),
            }
        }
    }

    /// The pieces of a text, and whether each is in the other language. A mark whose fellow was cut off still counts.
    fn pieces(&mut self, text: &str) -> Vec<(bool, String)> {
        let mut pieces: Vec<(bool, String)> = Vec::new();
        let mut open = None;
        let mut rest = text;
        loop {
            let end = rest.find(MARKS).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            if !piece.is_empty() {
                if open == Some(TEXT) {
                    self.foreign.texts.insert(piece.trim().to_owned());
                }
                pieces.push((open.is_some(), piece.to_owned()));
            }
            let Some(mark) = after.chars().next() else { return pieces };
            open = (mark != CLOSE).then_some(mark);
            rest = after.strip_prefix(mark).unwrap_or_default();
        }
    }

    fn labelled(&mut self, items: &mut [Labelled]) {
        for item in items {
            strip(&mut item.label);
            self.rich(&mut item.words);
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Section(section) => self.section(section),
            Block::Heading(heading) => self.rich(&mut heading.words),
            Block::Paragraph(paragraph) => self.rich(&mut paragraph.words),
            Block::List(list) => list.items.iter_mut().for_each(|item| self.rich(item)),
            Block::KeyValues(pairs) => self.labelled(&mut pairs.items),
            Block::Strip(strip_of) => {
                for item in &mut strip_of.items {
                    strip(&mut item.label);
                    strip(&mut item.by);
                    self.rich(&mut item.words);
                }
            }
            Block::Tally(_) => {}
            Block::Columns(columns) => columns.cells.iter_mut().for_each(|cell| self.blocks(&mut cell.blocks)),
            Block::Panel(panel) => self.blocks(&mut panel.blocks),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Quotation(quotation) => {
                self.rich(&mut quotation.words);
                self.rich(&mut quotation.by);
            }
        }
    }

    fn section(&mut self, section: &mut Section) {
        strip(&mut section.title);
        strip(&mut section.question);
        self.blocks(&mut section.blocks);
    }

    fn table(&mut self, table: &mut Table) {
        self.rich(&mut table.caption);
        self.rich(&mut table.subtitle);
        for column in &mut table.columns {
            self.rich(&mut column.head);
        }
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            self.rich(&mut cell.words);
            self.rich(&mut cell.by);
        }
        for note in &mut table.notes {
            self.rich(note);
        }
    }

    fn chart(&mut self, chart: &mut Chart) {
        self.rich(&mut chart.headline);
        self.rich(&mut chart.subtitle);
        self.rich(&mut chart.note);
        strip(&mut chart.alt);
        plot(&mut chart.plot);
        if let Some(table) = &mut chart.table {
            self.table(table);
        }
    }
}

/// The words inside a drawing cannot say which language they are in.
fn plot(plot: &mut Plot) {
    match plot {
        Plot::Path(PathPlot { path_label, .. }) => strip(path_label),
        Plot::Ledger(LedgerPlot { rows, .. }) => {
            for LedgerRow { name, words, .. } in rows {
                strip(name);
                strip(words);
            }
        }
        Plot::Control(plot) => {
            let words = plot.changes.iter_mut().chain(&mut plot.gaps).map(|words| &mut words.label);
            words.chain(plot.named.iter_mut().map(|named| &mut named.label)).for_each(strip);
        }
        Plot::Dots(plot) => plot.rows.iter_mut().for_each(|row| strip(&mut row.name)),
        Plot::Dumbbell(plot) => plot.rows.iter_mut().for_each(|row| strip(&mut row.name)),
        Plot::Intervals(plot) => plot.rows.iter_mut().for_each(|row| strip(&mut row.name)),
        Plot::Stacked(plot) => plot.rows.iter_mut().for_each(|row| strip(&mut row.name)),
        Plot::Paired(plot) => plot.rows.iter_mut().for_each(|row| strip(&mut row.name)),
        Plot::Milestones(plot) => plot.rows.iter_mut().for_each(|row| strip(&mut row.name)),
        Plot::Ratings(plot) => plot.rows.iter_mut().for_each(|row| strip(&mut row.name)),
        Plot::Steps(_) | Plot::PathKey(_) => {}
    }
}

fn strip(text: &mut String) {
    text.retain(|letter| !is_mark(letter));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settling() -> Settling {
        Settling { other: Language::En, foreign: Foreign::default() }
    }

    fn words(text: &str, language: Option<Language>) -> Span {
        Span::Words { text: text.to_owned(), strong: false, emphasis: false, language }
    }

    #[test]
    fn a_text_inside_a_sentence_becomes_a_span_with_its_language() {
        let mut text = "Families helped".to_owned();
        wrap(TEXT, &mut text);
        let mut unit = "families".to_owned();
        wrap(LINE, &mut unit);
        let mut rich = Rich::from(format!("{text}: 7 {unit}."));
        let mut settling = settling();
        settling.rich(&mut rich);
        assert_eq!(
            rich.0,
            [
                words("Families helped", Some(Language::En)),
                words(": 7 ", None),
                words("families", Some(Language::En)),
                words(".", None)
            ]
        );
        assert_eq!(settling.foreign.texts.into_iter().collect::<Vec<_>>(), ["Families helped"]);
    }

    #[test]
    fn a_text_that_was_cut_leaves_no_mark() {
        let mut rich = Rich::from(format!("Llinell: {TEXT}Families…"));
        settling().rich(&mut rich);
        assert_eq!(rich.0, [words("Llinell: ", None), words("Families…", Some(Language::En))]);
        let mut alt = format!("{LINE}cut");
        strip(&mut alt);
        assert_eq!(alt, "cut");
    }

    #[test]
    fn a_filer_cannot_write_a_mark() {
        let mut value = serde_json::json!({ "title": { "text": format!("a{TEXT}b{CLOSE}"), "language": "cy" } });
        Marking { other: "en", lines: false }.value(&mut value, "");
        assert_eq!(value["title"]["text"], "a\u{FFFD}b\u{FFFD}");
    }

    #[test]
    fn names_of_places_are_left_and_names_of_groups_are_marked() {
        let mut value = serde_json::json!({
            "unit": { "words": "households", "sign": "none" },
            "breakdowns": [
                { "by": "ward", "groups": [{ "name": "Harbour" }] },
                { "by": "tenure", "groups": [{ "name": "Owns it" }] }
            ]
        });
        Marking { other: "en", lines: true }.value(&mut value, "");
        assert_eq!(value["unit"]["words"], format!("{LINE}households{CLOSE}"));
        assert_eq!(value["breakdowns"][0]["groups"][0]["name"], "Harbour");
        assert_eq!(value["breakdowns"][1]["groups"][0]["name"], format!("{LINE}Owns it{CLOSE}"));
    }
}
