//! A report as it is read aloud: its words in order, without their looks. What both writers must say.
//!
//! Navigation, page furniture and what is drawn inside charts are left out; a chart is its headline, its words and
//! its table.

use super::Report;
use super::block::{Block, Cell, Chart, Labelled, Rich, Section, Table};

/// The words of a report, one piece for each heading, paragraph, item or cell, in reading order. None is empty.
pub fn reading_order(report: &Report) -> Vec<String> {
    let mut pieces = Pieces(Vec::new());
    let masthead = &report.masthead;
    pieces.rich(&masthead.over);
    for mark in &report.marks {
        pieces.say(mark);
    }
    pieces.say(&masthead.title);
    pieces.say(&masthead.period);
    pieces.labelled(&masthead.facts);
    pieces.blocks(&report.blocks);
    pieces.0
}

struct Pieces(Vec<String>);

impl Pieces {
    fn say(&mut self, words: &str) {
        if !words.is_empty() {
            self.0.push(words.to_owned());
        }
    }

    fn rich(&mut self, words: &Rich) {
        self.say(&words.plain());
    }

    fn labelled(&mut self, items: &[Labelled]) {
        for item in items {
            self.say(&item.label);
            self.rich(&item.words);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Section(section) => self.section(section),
            Block::Heading(heading) => self.rich(&heading.words),
            Block::Paragraph(paragraph) => self.rich(&paragraph.words),
            Block::List(list) => list.items.iter().for_each(|item| self.rich(item)),
            Block::KeyValues(pairs) => self.labelled(&pairs.items),
            Block::Strip(strip) => {
                for item in &strip.items {
                    self.say(&item.label);
                    self.say(&item.by);
                    self.rich(&item.words);
                }
            }
            Block::Tally(tally) => {
                for line in &tally.lines {
                    self.say(&line.count);
                    self.say(&line.status.words);
                }
            }
            Block::Columns(columns) => columns.cells.iter().for_each(|cell| self.blocks(&cell.blocks)),
            Block::Panel(panel) => self.blocks(&panel.blocks),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Quotation(quotation) => {
                self.rich(&quotation.words);
                self.rich(&quotation.by);
            }
        }
    }

    fn section(&mut self, section: &Section) {
        self.say(&section.number);
        self.say(&section.title);
        self.say(&section.question);
        self.blocks(&section.blocks);
    }

    fn table(&mut self, table: &Table) {
        self.rich(&table.caption);
        self.rich(&table.subtitle);
        for column in &table.columns {
            self.rich(&column.head);
        }
        for Cell { words, by } in table.rows.iter().flat_map(|row| &row.cells) {
            self.rich(words);
            self.rich(by);
        }
        for note in &table.notes {
            self.rich(note);
        }
    }

    fn chart(&mut self, chart: &Chart) {
        self.rich(&chart.headline);
        self.rich(&chart.subtitle);
        self.rich(&chart.note);
        if let Some(table) = &chart.table {
            self.table(table);
        }
    }
}
