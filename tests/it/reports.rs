//! What each audience reads: the words of every report, block by block, as they stood when somebody last looked.

use std::path::Path;

use candour::check::{self, Options};
use candour::disclosure::published::Audience;
use candour::disclosure::{PublishOptions, Published, publish};
use candour::intake;
use candour::report::block::{Block, Cell, Plot, Rich, Span, Table};
use candour::report::{Report, build};
use candour::returns::TextLanguage;

use crate::support::{fixture, same_text};

/// The stories that every audience’s report is made of.
const STORIES: [&str; 4] = ["saltmere-2026-27-q2", "smallest", "welsh-valleys-2026-27-q2", "every-field"];

#[test]
fn the_funder_reads_what_was_reported() {
    for story in STORIES {
        prints(story, Audience::Funder);
    }
}

#[test]
fn members_read_what_was_reported() {
    for story in STORIES {
        prints(story, Audience::Members);
    }
}

#[test]
fn residents_read_what_was_reported() {
    for story in stories() {
        prints(&story, Audience::Public);
    }
}

/// Every valid return, by the name of its folder.
fn stories() -> Vec<String> {
    let folders = std::fs::read_dir(fixture("valid")).unwrap();
    let mut stories: Vec<String> = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    stories.sort();
    stories
}

#[cfg(feature = "pdf")]
#[test]
fn the_pages_of_the_worked_example_stand_as_somebody_last_looked_at_them() {
    for audience in Audience::ALL.iter().copied() {
        let path = fixture(&format!("valid/{}/expected/{}.pdf.txt", STORIES[0], audience.word()));
        same_text(&candour::render::pdf_text(&report(STORIES[0], audience)), &path);
    }
}

/// What funders, members and residents are asked to read of the worked example: budgets, not cuts.
#[cfg(feature = "pdf")]
#[test]
fn the_worked_example_keeps_to_its_pages() {
    for (audience, most) in [(Audience::Funder, 12), (Audience::Members, 2), (Audience::Public, 2)] {
        let pdf = candour::render::pdf(&report(STORIES[0], audience), &candour::render::PdfOptions::default()).unwrap();
        assert!(pdf.pages <= most, "{}: {} pages", audience.word(), pdf.pages);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn every_valid_return_becomes_pages_without_a_letter_missing() {
    for story in stories() {
        for audience in Audience::ALL.iter().copied() {
            let report = report(&story, audience);
            let html = candour::render::html(&report, &candour::render::HtmlOptions::default()).unwrap();
            assert!(html.contains("</html>"), "{story}");
            let pdf = candour::render::pdf(&report, &candour::render::PdfOptions::default()).unwrap();
            assert!(pdf.missing.is_empty(), "{story}: {:?}", pdf.missing);
        }
    }
}

#[test]
fn two_returns_that_differ_only_in_what_is_hidden_make_the_same_reports() {
    let text = std::fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let filed: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut other = filed.clone();
    let mut set = |pointer: &str, value: u64| {
        let place = other.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}"));
        assert_ne!(*place, serde_json::json!(value), "{pointer} is no change");
        *place = serde_json::json!(value);
    };
    // Wards and household types, outcomes counted as one, steps of cohorts, sectors of the survey.
    set("/results/0/breakdowns/0/groups/2/value", 21);
    set("/results/0/breakdowns/0/groups/3/value", 4);
    set("/outcomes/0/distribution/no_clear_change", 23);
    set("/outcomes/0/distribution/worsened", 3);
    set("/outcomes/0/cohort/consented", 83);
    set("/outcomes/1/cohort/consented", 54);
    set("/outcomes/1/cohort/baseline_complete", 54);
    set("/system_health/relationship_survey/returned_by_sector/2/value", 10);
    set("/system_health/relationship_survey/returned_by_sector/3/value", 4);
    for audience in Audience::ALL {
        let html = |filed: &serde_json::Value| {
            let bytes = serde_json::to_vec(filed).unwrap();
            let checked = check::check(intake::read("return.json", &bytes), &Options::default());
            let accepted = checked.accept().unwrap_or_else(|refused| panic!("{:?}", refused.diagnostics()));
            let report = build(&publish(&accepted, *audience, &PublishOptions::default()));
            candour::render::html(&report, &candour::render::HtmlOptions::default()).unwrap()
        };
        assert!(html(&filed) == html(&other), "the report for {} tells them apart", audience.word());
    }
}

#[test]
fn anchors_are_unique_and_links_lead_to_them() {
    for audience in Audience::ALL.iter().copied() {
        let report = report(STORIES[0], audience);
        let (mut anchors, mut links) = (Vec::new(), Vec::new());
        places(&report.blocks, &mut anchors, &mut links);
        links.extend(report.contents.iter().map(|entry| entry.anchor.clone()));
        let mut unique = anchors.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), anchors.len(), "{anchors:?}");
        for link in links {
            assert!(anchors.contains(&link), "{link}");
        }
    }
}

#[test]
fn no_verb_of_change_is_ours() {
    // The filer’s own words may say that something rose; ours may not, until statistics bear it out.
    for audience in Audience::ALL.iter().copied() {
        let published = published(STORIES[0], audience);
        let theirs = serde_json::to_string(&published).unwrap().to_lowercase();
        for piece in candour::report::reading_order(&build(&published)) {
            let lower = piece.to_lowercase();
            for verb in [" rose", " fell", " improved ", " got better", " increased", " decreased", " shorter"] {
                let filed = lower.split(". ").filter(|sentence| sentence.contains(verb)).all(|sentence| {
                    let core = sentence.trim_matches(|letter: char| !letter.is_alphanumeric());
                    // One sentence of ours may: it is said only where the interval of the change leaves zero out.
                    theirs.contains(core) || core.contains("among people we followed up")
                });
                assert!(filed, "{piece}");
            }
        }
    }
}

/// What an audience may see of a story.
fn published(story: &str, audience: Audience) -> Published {
    published_in(story, audience, TextLanguage::English)
}

/// The same for an edition in this language.
pub(crate) fn published_in(story: &str, audience: Audience, language: TextLanguage) -> Published {
    let bytes = std::fs::read(fixture(&format!("valid/{story}/return.json"))).unwrap();
    let checked = check::check(intake::read("return.json", &bytes), &Options::default());
    let accepted = checked.accept().unwrap_or_else(|refused| panic!("{story} has errors: {:?}", refused.diagnostics()));
    publish(&accepted, audience, &PublishOptions { language, ..PublishOptions::default() })
}

/// A line for each of these blocks, as goldens have them.
pub(crate) fn in_lines(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    tell(blocks, 0, &mut lines);
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The anchors of these blocks, and the links that lead nowhere in them.
pub(crate) fn anchors_and_broken_links(blocks: &[Block]) -> (Vec<String>, Vec<String>) {
    let (mut anchors, mut links) = (Vec::new(), Vec::new());
    places(blocks, &mut anchors, &mut links);
    links.retain(|link| !anchors.contains(link));
    (anchors, links)
}

fn report(story: &str, audience: Audience) -> Report {
    build(&published(story, audience))
}

/// Compares the blocks of a report with the text beside its story. `SNAPSHOTS=overwrite` rewrites.
fn prints(story: &str, audience: Audience) {
    prints_as(&report(story, audience), &fixture(&format!("valid/{story}/expected/{}.txt", audience.word())));
}

/// The same for any report and any file.
pub(crate) fn prints_as(report: &Report, path: &Path) {
    let mut lines = vec![
        format!("title: {}", report.title),
        format!("over: {}", report.masthead.over.plain()),
        format!("marks: {}", report.marks.join(" / ")),
        format!("masthead: {} / {}", report.masthead.title, report.masthead.period),
    ];
    for fact in &report.masthead.facts {
        lines.push(format!("fact: {}: {}", fact.label, one_line(&fact.words)));
    }
    tell(&report.blocks, 0, &mut lines);
    lines.push(format!("foot: {}", report.foot));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    same_text(&format!("{}\n", lines.join("\n")), path);
}

/// Words on one line, with each no-break space as a plain one: two that look alike would make goldens hard to read.
/// Words in another language than the report's stand in ‹›.
fn one_line(words: &Rich) -> String {
    let told = words.0.iter().map(|span| match span {
        Span::Words { text, language: Some(language), .. } => format!("‹{}: {text}›", language.tag()),
        Span::Words { language: None, .. } | Span::Status(_) | Span::Link { .. } | Span::Bar(_) | Span::Break => {
            Rich(vec![span.clone()]).plain()
        }
    });
    told.collect::<String>().replace('\n', " / ").replace('\u{a0}', " ")
}

/// A line for each block, those inside another one further in.
fn tell(blocks: &[Block], depth: usize, lines: &mut Vec<String>) {
    for block in blocks {
        let indent = "  ".repeat(depth);
        let mut say = |words: String| lines.push(format!("{indent}{}", words.replace('\u{a0}', " ")));
        match block {
            Block::Section(section) => {
                let page = if section.new_page { ", new page" } else { "" };
                say(format!("# {} {} [{}{page}] {}", section.number, section.title, section.anchor, section.question));
                tell(&section.blocks, depth + 1, lines);
            }
            Block::Heading(heading) => say(format!("h{}: {}", heading.level, one_line(&heading.words))),
            Block::Paragraph(paragraph) => {
                say(format!("{}: {}", format!("{:?}", paragraph.look).to_lowercase(), one_line(&paragraph.words)));
            }
            Block::List(list) => list.items.iter().for_each(|item| say(format!("- {}", one_line(item)))),
            Block::KeyValues(keys) => {
                keys.items.iter().for_each(|item| say(format!("{} = {}", item.label, one_line(&item.words))));
            }
            Block::Strip(strip) => {
                for item in &strip.items {
                    say(format!("strip: {} ({:?}) {}: {}", item.label, item.emphasis, item.by, one_line(&item.words)));
                }
            }
            Block::Tally(tally) => {
                tally.lines.iter().for_each(|line| say(format!("tally: {} {}", line.count, line.status.words)));
            }
            Block::Columns(columns) => {
                for cell in &columns.cells {
                    lines.push(format!("{indent}column of {}", cell.span));
                    tell(&cell.blocks, depth + 1, lines);
                }
            }
            Block::Panel(panel) => {
                say(format!("panel {:?}", panel.look));
                tell(&panel.blocks, depth + 1, lines);
            }
            Block::Table(table) => tell_table(table, &mut say),
            Block::Chart(chart) => {
                say(format!("chart [{}]: {}", chart.anchor, one_line(&chart.headline)));
                say(format!("  under it: {}", one_line(&chart.subtitle)));
                say(format!("  heard: {}", chart.alt));
                say(format!("  note: {}", one_line(&chart.note)));
                if let Plot::Path(path) = &chart.plot {
                    let points: Vec<String> =
                        path.actual.iter().map(|point| format!("{} {}", point.slot, point.value)).collect();
                    say(format!("  actual: {} | {}", points.join(", "), path.path_label));
                }
                if let Some(table) = &chart.table {
                    tell_table(table, &mut say);
                }
            }
            Block::Quotation(quotation) => {
                say(format!("quote: {} / {}", one_line(&quotation.words), one_line(&quotation.by)));
            }
        }
    }
}

fn tell_table(table: &Table, say: &mut impl FnMut(String)) {
    say(format!("table [{}]: {} / {}", table.anchor, one_line(&table.caption), one_line(&table.subtitle)));
    let heads: Vec<String> = table.columns.iter().map(|column| one_line(&column.head)).collect();
    say(format!("  {}", heads.join(" | ")));
    let cell = |cell: &Cell| {
        let by = if cell.by.is_empty() { String::new() } else { format!(" ({})", one_line(&cell.by)) };
        format!("{}{by}", one_line(&cell.words))
    };
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        say(format!("  {}{}", cells.join(" | "), if row.total { " [total]" } else { "" }));
    }
    table.notes.iter().for_each(|note| say(format!("  note: {}", one_line(note))));
}

/// Every anchor of the blocks, and every link in them.
fn places(blocks: &[Block], anchors: &mut Vec<String>, links: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Section(section) => {
                anchors.push(section.anchor.clone());
                places(&section.blocks, anchors, links);
            }
            Block::Heading(heading) => follow(&heading.words, links),
            Block::Paragraph(paragraph) => follow(&paragraph.words, links),
            Block::List(list) => list.items.iter().for_each(|item| follow(item, links)),
            Block::KeyValues(keys) => keys.items.iter().for_each(|item| follow(&item.words, links)),
            Block::Strip(strip) => strip.items.iter().for_each(|item| follow(&item.words, links)),
            Block::Tally(_) => {}
            Block::Columns(columns) => columns.cells.iter().for_each(|cell| places(&cell.blocks, anchors, links)),
            Block::Panel(panel) => places(&panel.blocks, anchors, links),
            Block::Table(table) => {
                anchors.push(table.anchor.clone());
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    follow(&cell.words, links);
                    follow(&cell.by, links);
                }
                table.notes.iter().for_each(|note| follow(note, links));
            }
            Block::Chart(chart) => anchors.push(chart.anchor.clone()),
            Block::Quotation(quotation) => follow(&quotation.by, links),
        }
    }
}

fn follow(words: &Rich, links: &mut Vec<String>) {
    for span in &words.0 {
        if let Span::Link { anchor, .. } = span {
            links.push(anchor.clone());
        }
    }
}
