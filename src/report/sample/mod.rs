//! A made-up report with every block in it, for the tests of the writers.
//!
//! Every text that could come from a return goes through `say`, so that a test can put anything it likes into all
//! places at once.

mod first;
mod later;
mod results;

use super::block::*;

/// The report as a reader would get it, in one of the designs.
pub(crate) fn styled(style: Style) -> Report {
    saying(style, &|text| text.to_owned())
}

/// The same report with every text changed.
pub(crate) fn saying(style: Style, say: &dyn Fn(&str) -> String) -> Report {
    let sample = Sample { say };
    Report {
        title: sample.say("Saltmere Together: July to September 2026, funder report"),
        description: sample.say("How Saltmere Together did from July to September 2026, for its funder."),
        author: sample.say("Saltmere Together"),
        language: Language::En,
        style,
        date: "2026-10-30".into(),
        running_title: sample.say("Saltmere Together · July to September 2026 · Funder report"),
        marks: vec!["Demonstration: invented data".into()],
        foot: sample.say("Version 2, submitted 30 October 2026"),
        page_words: PageWords { before: "Page ".into(), between: " of ".into() },
        masthead: sample.masthead(),
        blocks: vec![
            sample.on_one_page(),
            sample.about(),
            sample.results(),
            sample.communities(),
            sample.money(),
            sample.annex(),
        ],
        contents: vec![
            sample.entry("1", "On one page", "s1"),
            sample.entry("2", "About the partnership", "s2"),
            sample.entry("3", "Results", "s3"),
            sample.entry("8", "What communities say", "s8"),
            sample.entry("9", "Money", "s9"),
            sample.entry("B", "Data tables", "sb"),
        ],
        labels: Labels {
            skip: "Skip to main content".into(),
            contents: "Contents".into(),
            chart_figures: "Figures behind this chart".into(),
        },
        data: serde_json::json!({ "partnership": { "name": sample.say("Saltmere Together") } }).to_string(),
    }
}

struct Sample<'a> {
    say: &'a dyn Fn(&str) -> String,
}

impl Sample<'_> {
    fn say(&self, text: &str) -> String {
        (self.say)(text)
    }

    fn rich(&self, text: &str) -> Rich {
        Rich::from(self.say(text))
    }

    /// A strong beginning, then plain words.
    fn opening(&self, strong: &str, text: &str) -> Rich {
        Rich::none().strong(self.say(strong)).and(self.say(text))
    }

    fn paragraph(&self, look: Look, text: &str) -> Block {
        Block::Paragraph(Paragraph { look, words: self.rich(text) })
    }

    fn heading(&self, level: u8, text: &str) -> Block {
        Block::Heading(Heading { level, words: self.rich(text) })
    }

    fn status(&self, words: &str, mark: Mark) -> Status {
        Status { words: self.say(words), mark }
    }

    fn entry(&self, number: &str, title: &str, anchor: &str) -> ContentsEntry {
        ContentsEntry { number: number.into(), title: self.say(title), anchor: anchor.into() }
    }

    fn labelled(&self, label: &str, words: &str) -> Labelled {
        Labelled { label: self.say(label), words: self.rich(words) }
    }

    fn column(&self, head: &str, align: Align, share: u8) -> Column {
        Column { head: self.say(head).into(), align, share }
    }

    fn cell(&self, text: &str) -> Cell {
        Cell { words: self.rich(text), by: Rich::none() }
    }

    fn row(&self, cells: &[&str]) -> Row {
        Row { cells: cells.iter().map(|text| self.cell(text)).collect(), total: false }
    }

    fn section(&self, number: &str, title: &str, question: &str, blocks: Vec<Block>) -> Block {
        Block::Section(Section {
            anchor: format!("s{}", number.to_lowercase()),
            number: number.into(),
            title: self.say(title),
            question: self.say(question),
            rank: SectionRank::Full,
            new_page: true,
            blocks,
        })
    }
}
