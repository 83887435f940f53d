//! Reports that are hard to lay out: nothing leaves the margins, nothing overlaps, no letter is lost.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::design;
use super::super::fonts::{Face, Shaper};
use super::super::lay_out;
use super::super::page::{Ink, LaidOut};
use super::super::tree::{Kind, Tree};
use super::block::*;
use super::sample;

#[test]
fn the_samples_stay_inside_their_pages() {
    for report in [sample::funder(), sample::members()] {
        holds(&report);
    }
}

#[test]
fn a_table_of_500_rows() {
    let rows: Vec<Vec<String>> =
        (0..500).map(|row| vec![format!("Row {row}"), format!("{}", row * 7), "Some words".into()]).collect();
    let report = with(vec![table(&[0, 0, 0], rows)]);
    let laid_out = holds(&report);
    let heads = laid_out.text().lines().filter(|line| line.ends_with("Head 0")).count();
    assert_eq!(heads, laid_out.pages.len(), "every page of the table repeats its head");
}

#[test]
fn cells_of_3000_letters_and_words_of_200() {
    let long = "many words that go on and on ".repeat(104);
    let word = "w".repeat(200);
    let row = || vec![long.clone(), word.clone(), "12,345".to_owned(), long.clone()];
    let report = with(vec![table(&[0, 0, 0, 0], vec![row(), row(), row()]), table(&[3, 1, 0, 2], vec![row()])]);
    assert!(holds(&report).pages.len() > 3);
}

#[test]
fn sixty_stories_with_names_in_two_scripts_and_an_emoji() {
    let story = "What happened, told at length by somebody who was there. ".repeat(12);
    let stories = (1..=60).flat_map(|number| {
        let promise = format!("Promise {number}: محمد حداد will ring back 😀");
        let told = Rich::from(story.as_str()).strong(" وعدنا بذلك").and(" And more.");
        [sample::heading(3, &promise), sample::body(told)]
    });
    assert!(holds(&with(stories.collect())).pages.len() > 8);
}

#[test]
fn a_table_of_twenty_columns() {
    let row = || (0..20).map(|column| format!("{column}23,456 households")).collect();
    holds(&with(vec![table(&[0; 20], vec![row(), row()])]));
}

#[test]
fn panels_and_columns_taller_than_a_page() {
    let text = "A long story, told once more. ".repeat(400);
    let story = || sample::body(Rich::from(text.as_str()));
    let panel = Block::Panel(Panel { look: PanelLook::Ask, blocks: vec![sample::heading(3, "Ask"), story()] });
    let boxed = Block::Panel(Panel { look: PanelLook::Box, blocks: vec![story(), story()] });
    holds(&with(vec![sample::columns(true, &[(5, vec![panel.clone()]), (7, vec![story(), boxed])]), panel]));
}

#[test]
fn a_heading_never_stands_alone_at_the_foot_of_a_page() {
    for lines in 0..60 {
        let filler = (0..lines).map(|line| sample::body(Rich::from(format!("Filler {line}"))));
        let mut blocks: Vec<Block> = filler.collect();
        blocks.push(sample::heading(3, "The heading"));
        blocks.push(sample::body(Rich::from("What it heads.")));
        let text = lay_out(&with(blocks)).text();
        let page_of = |words: &str| {
            let line = text.lines().find(|line| line.ends_with(words)).expect("the words are printed");
            line[..2].to_owned()
        };
        assert_eq!(page_of("The heading"), page_of("What it heads."), "after {lines} lines");
    }
}

#[test]
fn a_table_of_eight_rows_is_never_split() {
    for lines in (0..60).step_by(3) {
        let mut blocks: Vec<Block> = (0..lines).map(|line| sample::body(Rich::from(format!("F{line}")))).collect();
        blocks.push(table(&[0, 0], (0..8).map(|row| vec![format!("Row {row}"), "1".into()]).collect()));
        let text = lay_out(&with(blocks)).text();
        let pages: Vec<&str> = text.lines().filter(|line| line.contains("Row ")).map(|line| &line[..2]).collect();
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "after {lines} lines: {pages:?}");
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zA-Z0-9£%,.’ŵŷéß-]{1,12}",
        1 => "[a-z]{150,220}",
        1 => "[\u{621}-\u{64A}]{1,10}",
        1 => Just("😀👩\u{200D}👧".to_owned()),
        1 => "[\\PC]{1,6}",
        1 => "[a-z.@/-]{30,60}",
    ];
    prop::collection::vec(word, 0..25).prop_map(|words| words.join(" "))
}

fn rich() -> impl Strategy<Value = Rich> {
    prop::collection::vec((words(), 0_u8..6), 0..4).prop_map(|spans| {
        spans.into_iter().fold(Rich::none(), |rich, (words, kind)| match kind {
            0 => rich.strong(words),
            1 => rich.status(Status { words, mark: Mark::Behind }),
            2 => rich.link(words, "nowhere"),
            3 => rich.and(words).line_break(),
            4 => rich.in_language(words, Language::Cy),
            _ => rich.and(words),
        })
    })
}

fn tables() -> impl Strategy<Value = Block> {
    (1_usize..7, 0_usize..14).prop_flat_map(|(columns, rows)| {
        let cell =
            (rich(), prop_oneof![3 => Just(Rich::none()), 1 => rich()]).prop_map(|(words, by)| Cell { words, by });
        let row = (prop::collection::vec(cell, columns), any::<bool>()).prop_map(|(cells, total)| Row { cells, total });
        let column = ("[a-zA-Z ]{0,20}", any::<bool>(), 0_u8..4).prop_map(|(head, numbers, share)| Column {
            head: head.into(),
            align: if numbers { Align::Numbers } else { Align::Words },
            share,
        });
        (
            rich(),
            rich(),
            prop::collection::vec(column, columns),
            prop::collection::vec(row, rows),
            prop::collection::vec(rich(), 0..3),
        )
            .prop_map(|(caption, subtitle, columns, rows, notes)| {
                Block::Table(Table { anchor: "t".into(), caption, subtitle, columns, rows, notes, tight: false })
            })
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    prop_oneof![
        3 => rich().prop_map(sample::body),
        2 => tables(),
        1 => (3_u8..5, rich()).prop_map(|(level, words)| Block::Heading(Heading { level, words })),
        1 => prop::collection::vec(rich(), 0..5).prop_map(|items| Block::List(List { marker: Marker::Number, items })),
        1 => prop::collection::vec((words(), rich()), 0..5).prop_map(|items| {
            let items = items.into_iter().map(|(label, words)| Labelled { label, words }).collect();
            Block::KeyValues(KeyValues { look: KeyLook::Ruled, items })
        }),
        1 => prop::collection::vec((words(), rich()), 0..8).prop_map(|items| {
            let items = items
                .into_iter()
                .map(|(label, words)| StripItem { label, by: String::new(), words, emphasis: Emphasis::Main, filled: 2 })
                .collect();
            Block::Strip(Strip { look: StripLook::Depth, items })
        }),
        1 => (rich(), rich()).prop_map(|(words, by)| Block::Quotation(Quotation { words, by })),
        1 => prop::collection::vec(words(), 0..4).prop_map(|lines| {
            let lines = lines
                .into_iter()
                .map(|words| TallyLine { count: "12".into(), status: Status { words, mark: Mark::OffTrack } })
                .collect();
            Block::Tally(Tally { lines })
        }),
    ]
}

fn blocks() -> impl Strategy<Value = Block> {
    leaf().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            2 => (3_u8..10, prop::collection::vec(inner.clone(), 0..3), prop::collection::vec(inner.clone(), 0..3))
                .prop_map(|(span, left, right)| sample::columns(span % 2 == 0, &[(span, left), (12 - span, right)])),
            1 => prop::collection::vec(inner.clone(), 0..3)
                .prop_map(|blocks| Block::Panel(Panel { look: PanelLook::Tint, blocks })),
            1 => (words(), prop::collection::vec(inner, 0..3))
                .prop_map(|(title, blocks)| sample::section("s", "7", &title, blocks)),
        ]
    })
}

#[test]
fn a_table_of_many_columns_in_a_narrow_column_keeps_its_letters_inside() {
    let rows = vec![(0..6).map(|_| "mmmm WWWW".to_owned()).collect(); 3];
    let cell = |span, blocks| ColumnCell { span, blocks };
    let row = |cells| Block::Columns(Columns { ruled: false, stretch: true, cells });
    let inner = row(vec![cell(7, Vec::new()), cell(5, vec![table(&[0; 6], rows)])]);
    holds(&with(vec![row(vec![cell(4, Vec::new()), cell(8, vec![inner])])]));
}

/// One letter that is ten ems wide: the whole of a sentence.
const WIDEST: &str = "\u{FDFD}";

#[test]
fn a_letter_wider_than_its_column_is_set_smaller() {
    for columns in 1..=8 {
        let rows = vec![(0..columns).map(|_| format!("a{WIDEST}b")).collect::<Vec<_>>(); 2];
        let laid_out = holds(&with(vec![table(&vec![1; columns], rows.clone()), table(&vec![0; columns], rows)]));
        let runs = laid_out.pages.iter().flat_map(|page| &page.ink).filter_map(Ink::line).flat_map(|line| &line.runs);
        let sizes: Vec<f32> = runs.filter(|run| run.words.contains(WIDEST)).map(|run| run.size).collect();
        let smallest = sizes.iter().copied().fold(f32::MAX, f32::min);
        assert!(sizes.len() == 4 * columns && (smallest < 9.4) == (columns > 4), "{columns} columns: {sizes:?}");
    }
}

#[test]
fn a_status_mark_has_room_in_the_narrowest_place() {
    let status = || Rich::none().status(Status { words: WIDEST.to_owned(), mark: Mark::Behind });
    let list = Block::List(List { marker: Marker::Number, items: vec![status(), Rich::from("w").with(status())] });
    let tally = Block::Tally(Tally {
        lines: vec![TallyLine {
            count: "12,345,678".into(),
            status: Status { words: "ww".into(), mark: Mark::Behind },
        }],
    });
    let mut blocks = vec![list, tally, sample::body(status().and("w").with(status()))];
    for _ in 0..3 {
        blocks = vec![Block::Panel(Panel { look: PanelLook::Tint, blocks })];
        holds(&with(vec![sample::columns(false, &[(9, Vec::new()), (3, blocks.clone())])]));
        holds(&with(vec![sample::columns(false, &[(10, Vec::new()), (2, blocks.clone())])]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_leaves_the_page_and_nothing_is_lost(blocks in prop::collection::vec(blocks(), 0..5)) {
        holds(&with(blocks));
    }
}

fn with(blocks: Vec<Block>) -> Report {
    Report { blocks, ..sample::empty(Style::Funder) }
}

/// A table whose second last column holds numbers.
fn table(shares: &[u8], rows: Vec<Vec<String>>) -> Block {
    let columns = shares
        .iter()
        .enumerate()
        .map(|(index, share)| Column {
            head: format!("Head {index}").into(),
            align: if index + 2 == shares.len() { Align::Numbers } else { Align::Words },
            share: *share,
        })
        .collect();
    let row = |cells: Vec<String>| Row {
        cells: cells.into_iter().map(|words| Cell { words: words.into(), by: Rich::none() }).collect(),
        total: false,
    };
    Block::Table(Table {
        anchor: "table".into(),
        caption: "A table".into(),
        subtitle: Rich::none(),
        columns,
        rows: rows.into_iter().map(row).collect(),
        notes: vec!["A note.".into()],
        tight: false,
    })
}

/// Lays a report out and checks what must hold for every report.
fn holds(report: &Report) -> LaidOut {
    let laid_out = lay_out(report);
    for (index, page) in laid_out.pages.iter().enumerate() {
        let top = if index == 0 { design::FIRST_TOP } else { design::TOP };
        let mut lines: Vec<([f32; 4], String)> = Vec::new();
        for ink in &page.ink {
            let Some(bounds) = ink.bounds() else { continue };
            let [left, above, right, below] = bounds;
            let is_furniture = below < top || above > design::PAGE.1 - design::BOTTOM;
            let words = if let Ink::Line(line) = ink { line.words() } else { format!("{ink:?}") };
            let place = format!("page {}: {bounds:?} {words}", index + 1);
            assert!(left > design::SIDE - 0.1 && right < design::PAGE.0 - design::SIDE + 0.1, "beside {place}");
            assert!(is_furniture || above > top - 0.1, "above {place}");
            assert!(is_furniture || below < design::PAGE.1 - design::BOTTOM + 0.1, "below {place}");
            if let Ink::Line(_) = ink {
                for (other, other_words) in &lines {
                    let apart = right < other[0] + 0.1
                        || left > other[2] - 0.1
                        || below < other[1] + 0.1
                        || above > other[3] - 0.1;
                    assert!(apart, "{place} stands on {other:?} {other_words}");
                }
                lines.push((bounds, words));
            }
        }
    }
    let (placed, given) = (letters_placed(&laid_out), letters_given(report));
    let differ = given.keys().chain(placed.keys()).filter(|letter| placed.get(letter) != given.get(letter));
    assert_eq!(differ.collect::<String>(), "", "letters were lost or added");
    laid_out
}

/// Letters, counted.
#[derive(Default)]
struct Letters {
    shaper: Shaper,
    counts: BTreeMap<char, usize>,
}

/// How often each letter was placed, furniture and repeated heads apart.
fn letters_placed(laid_out: &LaidOut) -> BTreeMap<char, usize> {
    let mut letters = Letters::default();
    for page in &laid_out.pages {
        for ink in &page.ink {
            let Ink::Line(line) = ink else { continue };
            for run in line.runs.iter().filter(|run| run.node.is_some_and(|node| !in_contents(laid_out, node))) {
                count(&run.words, Face::Regular, &mut letters);
            }
        }
    }
    letters.counts
}

/// Whether words stand in the list of contents, which only repeats.
fn in_contents(laid_out: &LaidOut, node: usize) -> bool {
    let mut at = node;
    while at != Tree::ROOT {
        if laid_out.tree.node(at).kind == Kind::Contents {
            return true;
        }
        at = laid_out.tree.node(at).parent;
    }
    false
}

/// How often each letter should be placed: those of the words, and the codes of those that no face has.
fn letters_given(report: &Report) -> BTreeMap<char, usize> {
    let mut letters = Letters::default();
    let masthead = &report.masthead;
    for words in [&masthead.title, &masthead.period] {
        count(words, Face::Semibold, &mut letters);
    }
    rich_letters(&masthead.over, &mut letters);
    for fact in &masthead.facts {
        count(&fact.label, Face::Semibold, &mut letters);
        rich_letters(&fact.words, &mut letters);
    }
    for mark in &report.marks {
        count(mark, Face::Semibold, &mut letters);
    }
    for block in &report.blocks {
        block_letters(block, &mut letters);
    }
    letters.counts
}

fn block_letters(block: &Block, letters: &mut Letters) {
    match block {
        Block::Section(section) => {
            count(&section.number, Face::Semibold, letters);
            count(&section.title, Face::Semibold, letters);
            count(&section.question, Face::Regular, letters);
            section.blocks.iter().for_each(|block| block_letters(block, letters));
        }
        Block::Heading(heading) => rich_letters(&heading.words, letters),
        Block::Paragraph(paragraph) => rich_letters(&paragraph.words, letters),
        Block::List(list) => {
            for (index, item) in list.items.iter().enumerate() {
                match list.marker {
                    Marker::Number => count(&format!("{}.", index + 1), Face::Regular, letters),
                    Marker::Bullet => count("•", Face::Regular, letters),
                    Marker::None | Marker::Ruled => {}
                }
                rich_letters(item, letters);
            }
        }
        Block::KeyValues(pairs) => {
            for pair in &pairs.items {
                count(&pair.label, Face::Regular, letters);
                rich_letters(&pair.words, letters);
            }
        }
        Block::Strip(strip) => {
            for item in &strip.items {
                count(&item.label, Face::Semibold, letters);
                count(&item.by, Face::Regular, letters);
                rich_letters(&item.words, letters);
            }
        }
        Block::Tally(tally) => {
            for line in &tally.lines {
                count(&line.count, Face::Semibold, letters);
                count(&line.status.words, Face::Regular, letters);
            }
        }
        Block::Columns(columns) => {
            columns.cells.iter().flat_map(|cell| &cell.blocks).for_each(|block| block_letters(block, letters));
        }
        Block::Panel(panel) => panel.blocks.iter().for_each(|block| block_letters(block, letters)),
        Block::Table(table) => table_letters(table, letters),
        Block::Chart(chart) => {
            rich_letters(&chart.headline, letters);
            rich_letters(&chart.subtitle, letters);
            rich_letters(&chart.note, letters);
            if let Some(table) = &chart.table {
                table_letters(table, letters);
            }
        }
        Block::Quotation(quotation) => {
            rich_letters(&quotation.words, letters);
            rich_letters(&quotation.by, letters);
        }
    }
}

fn table_letters(table: &Table, letters: &mut Letters) {
    rich_letters(&table.caption, letters);
    rich_letters(&table.subtitle, letters);
    for column in &table.columns {
        count(&column.head.plain(), Face::Semibold, letters);
    }
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        rich_letters(&cell.words, letters);
        rich_letters(&cell.by, letters);
    }
    for note in &table.notes {
        rich_letters(note, letters);
    }
}

fn rich_letters(rich: &Rich, letters: &mut Letters) {
    count(&rich.plain(), Face::Regular, letters);
}

fn count(words: &str, face: Face, letters: &mut Letters) {
    for letter in words.chars().filter(|letter| !letter.is_whitespace()) {
        if super::super::paragraph::is_silent(letter) {
            continue;
        }
        let printed = match letters.shaper.face_for(face, letter) {
            Some(_) => letter.to_string(),
            None => format!("U+{:04X}", u32::from(letter)),
        };
        for letter in printed.chars() {
            *letters.counts.entry(letter).or_insert(0) += 1;
        }
    }
}
