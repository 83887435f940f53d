//! What changed, as the blocks of a page: the same look, the same templates and the same care for readers as a report.

use super::form::{Change, Difference, Named, Said};
use super::text::{OTHERWISE, SAFE, head, notes, quarter, said_otherwise, spot, summary, title, what, word};
use crate::report::block::{
    Align, Block, Cell, Column, ContentsEntry, Labelled, Labels, Language, List, Look, Marker, Masthead, PageWords,
    Panel, PanelLook, Paragraph, Report, Rich, Row, Section, SectionRank, Style, Table,
};

/// Says who may see the page.
const NOT_FOR_PUBLICATION: &str = "This page shows figures as the returns have them, small numbers too. It is for those who may read the returns; do \
     not publish it.";

/// A page that says what changed; `render::html` writes it.
pub fn page(difference: &Difference) -> Report {
    let areas = areas(difference);
    let heading = head(difference);
    let entry = |(number, (area, _)): (usize, &(&str, Vec<&Change>))| ContentsEntry {
        number: (number + 1).to_string(),
        title: (*area).to_owned(),
        anchor: anchor(number),
    };
    let mut blocks = opening(difference);
    blocks.extend(areas.iter().enumerate().map(|(number, (area, changes))| section(number, area, changes)));
    Report {
        title: heading.clone(),
        description: format!("{heading}, as candour diff found it."),
        author: difference.partnership.clone(),
        language: Language::En,
        style: Style::Funder,
        date: String::new(),
        running_title: heading.clone(),
        marks: Vec::new(),
        foot: format!("{} and {}", difference.then.path, difference.now.path),
        page_words: PageWords { before: "Page ".to_owned(), between: " of ".to_owned() },
        masthead: masthead(difference),
        contents: areas.iter().enumerate().map(entry).collect(),
        blocks,
        labels: Labels {
            skip: "Skip to main content".to_owned(),
            contents: "Contents".to_owned(),
            chart_figures: "Figures behind this chart".to_owned(),
        },
        data: difference.json().trim_end().to_owned(),
    }
}

/// The changes by parts of the return, in their order.
fn areas(difference: &Difference) -> Vec<(&str, Vec<&Change>)> {
    let mut areas: Vec<(&str, Vec<&Change>)> = Vec::new();
    for change in &difference.changes {
        match areas.iter_mut().find(|(area, _)| *area == change.area) {
            Some((_, changes)) => changes.push(change),
            None => areas.push((&change.area, vec![change])),
        }
    }
    areas
}

fn anchor(number: usize) -> String {
    format!("part-{}", number + 1)
}

fn masthead(difference: &Difference) -> Masthead {
    let period = if difference.same_quarter {
        format!("{}: what changed between two versions", quarter(&difference.now.period))
    } else {
        format!("What changed from {} to {}", quarter(&difference.then.period), quarter(&difference.now.period))
    };
    let sides = [&difference.then, &difference.now];
    let fact = |side| Labelled { label: title(difference, side), words: side.path.as_str().into() };
    Masthead {
        over: Rich::from("Two returns compared"),
        title: difference.partnership.clone(),
        period,
        facts: sides.map(fact).into(),
    }
}

fn paragraph(look: Look, words: impl Into<Rich>) -> Block {
    Block::Paragraph(Paragraph { look, words: words.into() })
}

fn opening(difference: &Difference) -> Vec<Block> {
    let mut blocks = vec![paragraph(Look::Lede, summary(difference))];
    blocks.push(paragraph(Look::Note, if difference.safe_output { SAFE } else { NOT_FOR_PUBLICATION }));
    if let Some(replaces) = &difference.replaces {
        let mut inner = vec![paragraph(
            Look::Body,
            Rich::from("It says that it replaces ").strong(replaces.what.as_str()).and("."),
        )];
        let item = |reason: &super::form::Reason| {
            let of = reason.of.as_ref().map(|of| format!("{of}: ")).unwrap_or_default();
            Rich::none().strong(of).and(format!("“{}” ({})", reason.words, spot(&reason.place)))
        };
        if !replaces.reasons.is_empty() {
            let items = replaces.reasons.iter().map(item).collect();
            inner.push(Block::List(List { marker: Marker::Bullet, items }));
        }
        blocks.push(Block::Panel(Panel { look: PanelLook::Tint, blocks: inner }));
    }
    let otherwise: Vec<Rich> = said_otherwise(difference).into_iter().map(Rich::from).collect();
    if !otherwise.is_empty() {
        let inner = vec![
            paragraph(Look::Body, Rich::none().strong(format!("{OTHERWISE}:"))),
            Block::List(List { marker: Marker::Bullet, items: otherwise }),
        ];
        blocks.push(Block::Panel(Panel { look: PanelLook::Tint, blocks: inner }));
    }
    blocks
}

fn section(number: usize, area: &str, changes: &[&Change]) -> Block {
    let anchor = anchor(number);
    let column = |head: &str, share| Column { head: head.into(), align: Align::Words, share };
    let is_judged = changes.iter().any(|change| !notes(change).is_empty());
    let mut columns = vec![column("What", 26), column("Then", 27), column("Now", 27)];
    if is_judged {
        columns.push(column("What to make of it", 20));
    }
    let table = Table {
        anchor: format!("{anchor}-changes"),
        caption: format!("{area}: what changed").into(),
        subtitle: Rich::none(),
        columns,
        rows: changes.iter().map(|change| row(change, is_judged)).collect(),
        notes: Vec::new(),
        tight: true,
    };
    Block::Section(Section {
        anchor,
        number: (number + 1).to_string(),
        title: area.to_owned(),
        question: String::new(),
        rank: SectionRank::Full,
        new_page: false,
        blocks: vec![Block::Table(table)],
    })
}

fn row(change: &Change, is_judged: bool) -> Row {
    let cell = |words: Rich, by: Rich| Cell { words, by };
    let said = |said: &Option<Said>| match said {
        Some(Said { words, place }) => cell(words.as_str().into(), spot(place).into()),
        None => cell("Not there".into(), Rich::none()),
    };
    let named = |Named { id, title }: &Named| Rich::none().strong(format!("{id} {title}").trim());
    let by = format!("{}: {}", what(change), word(change.kind));
    let first = match &change.record {
        Some(record) => cell(named(record), by.into()),
        None => cell(what(change).into(), word(change.kind).into()),
    };
    let mut cells = vec![first, said(&change.then), said(&change.now)];
    if is_judged {
        cells.push(judged(change));
    }
    Row { cells, total: false }
}

fn judged(change: &Change) -> Cell {
    let mut notes = notes(change).into_iter();
    let Some(first) = notes.next() else { return Cell { words: "Not judged".into(), by: Rich::none() } };
    let is_material = change.weight.as_ref().is_some_and(|weight| weight.material);
    let capital = capitalised(&first);
    let words = if is_material { Rich::none().strong(capital) } else { capital.into() };
    Cell { words, by: notes.map(|note| capitalised(&note)).collect::<Vec<_>>().join(" ").into() }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    first + letters.as_str()
}
