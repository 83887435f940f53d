//! Sizes and spaces of the printed page. Knows the three designs; no blocks, no pages.
//!
//! Sizes are in points. Those that grow with the body text are asked for in rem, which is its size.

use super::fonts::{ASCENT, DESCENT, Face};
use crate::render::drawing::Colour;
use crate::report::block::Style;

/// A4, in points.
pub(super) const PAGE: (f32, f32) = (595.276, 841.89);
/// Left and right margin.
pub(super) const SIDE: f32 = 20.0 * MM;
/// The top margin from page 2.
pub(super) const TOP: f32 = 19.5 * MM;
/// The top margin of page 1, which has no running head.
pub(super) const FIRST_TOP: f32 = 14.0 * MM;
/// The bottom margin.
pub(super) const BOTTOM: f32 = 17.5 * MM;
/// The width of the text block.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;
/// The height of the text block from page 2.
pub(super) const HEIGHT: f32 = PAGE.1 - TOP - BOTTOM;
/// Between the text block and the running lines.
pub(super) const FURNITURE_GAP: f32 = 5.0 * MM;
/// The space between two of the twelve columns.
pub(super) const GUTTER: f32 = 4.0 * MM;
/// A hairline.
pub(super) const HAIR: f32 = 0.75;

const MM: f32 = 72.0 / 25.4;

/// How a run of words is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// The face of plain words.
    pub(super) face: Face,
    /// The size of the letters.
    pub(super) size: f32,
    /// From one baseline to the next.
    pub(super) leading: f32,
    /// Their colour.
    pub(super) colour: Colour,
    /// Added after every letter, in thousandths of an em.
    pub(super) tracking: f32,
}

impl Setting {
    /// The same words, semibold.
    pub(super) const fn strong(self) -> Self {
        Self { face: Face::Semibold, ..self }
    }

    /// The same words in ink.
    pub(super) const fn ink(self) -> Self {
        Self { colour: Colour::Ink, ..self }
    }

    /// From the top of a line to its baseline.
    pub(super) fn baseline(&self) -> f32 {
        (self.leading - (ASCENT + DESCENT) * self.size) / 2.0 + ASCENT * self.size
    }
}

/// The spaces between things, in rem.
#[derive(Debug, Clone, Copy)]
pub(super) struct Space {
    /// Above a section's rule.
    pub(super) section: f32,
    /// Between a section's rule and its heading.
    pub(super) below_rule: f32,
    /// Above tables, charts, panels and strips.
    pub(super) block: f32,
    /// Above blocks side by side.
    pub(super) columns: f32,
    /// Between their rule and them.
    pub(super) ruled: f32,
    /// Between paragraphs.
    pub(super) paragraph: f32,
    /// Between a paragraph and small print.
    pub(super) note: f32,
    /// Above a heading inside a section.
    pub(super) heading: f32,
    /// Above a small heading.
    pub(super) small_heading: f32,
    /// Between a caption and its table.
    pub(super) caption: f32,
    /// Between the words above a chart and its drawing.
    pub(super) drawing: f32,
    /// Above and below the heads of a table.
    pub(super) head: f32,
    /// Between the edges of a panel and its words, above and below.
    pub(super) panel: f32,
    /// The same at its sides.
    pub(super) panel_side: f32,
    /// Below the words of an approach.
    pub(super) approach: f32,
}

/// A report of many pages holds a lot and stands closer.
const CLOSE: Space = Space {
    section: 1.15,
    below_rule: 0.3,
    block: 0.75,
    columns: 0.6,
    ruled: 0.45,
    paragraph: 0.42,
    note: 0.35,
    heading: 0.55,
    small_heading: 0.5,
    caption: 0.2,
    drawing: 0.35,
    head: 0.2,
    panel: 0.65,
    panel_side: 0.85,
    approach: 0.25,
};

/// One of two pages has room to breathe.
const OPEN: Space = Space {
    section: 1.1,
    below_rule: 0.35,
    block: 0.9,
    columns: 0.9,
    ruled: 0.6,
    paragraph: 0.55,
    note: 0.55,
    heading: 1.1,
    small_heading: 0.7,
    caption: 0.3,
    drawing: 0.5,
    head: 0.27,
    panel: 0.9,
    panel_side: 1.0,
    approach: 0.5,
};

/// The same where that saves it a third page.
const SNUG: Space = Space {
    section: 0.9,
    below_rule: 0.3,
    block: 0.7,
    columns: 0.7,
    ruled: 0.5,
    paragraph: 0.45,
    note: 0.45,
    heading: 0.8,
    small_heading: 0.55,
    caption: 0.25,
    drawing: 0.4,
    head: 0.2,
    panel: 0.7,
    panel_side: 0.9,
    approach: 0.4,
};

/// What is left of the size of letters where that saves a page: they stay larger than those of the funder's report.
const SMALLER: f32 = 0.955;

/// One of the three designs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Design {
    /// The size of body text, in points.
    pub(super) rem: f32,
    style: Style,
    /// Whether lines and blocks stand closer than they would like.
    snug: bool,
    /// Whether a row of short sections stays on one page, even if that leaves white at the foot of the one before.
    keeps_rows: bool,
}

impl Design {
    /// The design of a style.
    pub(super) const fn of(style: Style) -> Self {
        let rem = match style {
            Style::Funder => 10.0,
            Style::Members => 10.9,
            Style::Public => 12.0,
        };
        Self { rem, style, snug: false, keeps_rows: true }
    }

    /// How many pages it is for, and what it does to keep to them, in this order: lines and blocks stand closer together,
    /// letters are a little smaller, rows of short sections go on over the page. `None` for reports that may have any number
    /// of pages.
    pub(super) fn closer(self) -> Option<(usize, [Self; 4])> {
        let snug = Self { snug: true, ..self };
        let small = Self { rem: self.rem * SMALLER, ..snug };
        let cut = |design: Self| Self { keeps_rows: false, ..design };
        match self.style {
            Style::Funder => None,
            Style::Members | Style::Public => Some((2, [snug, small, cut(snug), cut(small)])),
        }
    }

    /// Whether a row of short sections stays on one page. In a report of many pages it may go on over the page.
    pub(super) const fn keeps_rows(self) -> bool {
        self.keeps_rows && !self.is_funder()
    }

    /// Whether this is the design of the funder's report.
    pub(super) const fn is_funder(self) -> bool {
        match self.style {
            Style::Funder => true,
            Style::Members | Style::Public => false,
        }
    }

    /// The spaces between things.
    pub(super) const fn space(self) -> Space {
        match self.style {
            Style::Funder => CLOSE,
            Style::Members | Style::Public if self.snug => SNUG,
            Style::Members | Style::Public => OPEN,
        }
    }

    /// So many times the body size.
    pub(super) fn rem(self, times: f32) -> f32 {
        times * self.rem
    }

    /// The report's title.
    pub(super) fn title(self) -> Setting {
        Setting { tracking: -10.0, ..self.set(2.0, 2.2).strong() }
    }

    /// The second line of the title.
    pub(super) fn period(self) -> Setting {
        self.grey(1.3, 1.8)
    }

    /// A section's heading.
    pub(super) fn section(self) -> Setting {
        if self.is_funder() { self.set(1.6, 1.85) } else { self.set(1.3, 1.65) }.strong()
    }

    /// The heading of an annex.
    pub(super) fn annex_section(self) -> Setting {
        if self.is_funder() { self.set(1.35, 1.6).strong() } else { self.section() }
    }

    /// The question under a section's heading.
    pub(super) fn question(self) -> Setting {
        self.grey(1.1, 1.5)
    }

    /// The answer, in larger type.
    pub(super) fn lede(self) -> Setting {
        self.set(1.3, self.leading(1.65, 1.8))
    }

    /// Somebody's own words.
    pub(super) fn quotation(self) -> Setting {
        self.set(1.3, self.leading(1.6, 1.75))
    }

    /// A heading of level 3.
    pub(super) fn heading(self) -> Setting {
        self.set(1.15, self.leading(1.42, 1.5)).strong()
    }

    /// The message of a table or chart.
    pub(super) fn caption(self) -> Setting {
        if self.is_funder() { self.set(1.15, 1.36) } else { self.set(1.05, 1.4) }.strong()
    }

    /// The message of a table in an annex.
    pub(super) fn annex_caption(self) -> Setting {
        if self.is_funder() { self.set(1.05, 1.25).strong() } else { self.caption() }
    }

    /// Measure, place, period.
    pub(super) fn subtitle(self) -> Setting {
        self.grey(0.95, self.leading(1.15, 1.25))
    }

    /// A heading of level 4.
    pub(super) fn small_heading(self) -> Setting {
        self.body().strong()
    }

    /// Body text.
    pub(super) fn body(self) -> Setting {
        self.set(1.0, self.leading(1.3, 1.4))
    }

    /// Body text of annexes: as small as text may be.
    pub(super) fn annex(self) -> Setting {
        self.set(0.9, 1.16)
    }

    /// Tables of annexes.
    pub(super) fn annex_table(self) -> Setting {
        self.set(0.9, 1.1)
    }

    /// Above and below the words of a row of a table.
    pub(super) fn row_pad(self, tight: bool) -> f32 {
        self.rem(match (tight, self.is_funder()) {
            (true, _) => 0.11,
            (false, true) => 0.16,
            (false, false) if self.snug => 0.2,
            (false, false) => 0.27,
        })
    }

    /// Stories.
    pub(super) fn story(self) -> Setting {
        self.set(0.95, self.leading(1.22, 1.28))
    }

    /// The body of tables and strips.
    pub(super) fn table(self) -> Setting {
        self.set(0.95, self.leading(1.16, 1.25))
    }

    /// The heads of tables.
    pub(super) fn table_head(self) -> Setting {
        self.grey(0.85, self.leading(1.03, 1.1)).strong()
    }

    /// Notes, sources, by-lines.
    pub(super) fn note(self) -> Setting {
        self.grey(0.85, self.leading(1.05, 1.15))
    }

    /// The values of “In short”.
    pub(super) fn short(self) -> Setting {
        self.set(1.08, if self.snug { 1.36 } else { 1.45 })
    }

    /// Keys and values in body size.
    pub(super) fn key(self) -> Setting {
        self.set(0.98, if self.snug { 1.24 } else { 1.3 })
    }

    /// Running heads and feet, the same in every report.
    pub(super) const fn furniture() -> Setting {
        Setting { face: Face::Regular, size: 8.5, leading: 11.0, colour: Colour::Grey, tracking: 0.0 }
    }

    /// Lines of a report of many pages stand closer.
    const fn leading(self, close: f32, open: f32) -> f32 {
        if self.is_funder() || self.snug { close } else { open }
    }

    fn set(self, size: f32, leading: f32) -> Setting {
        Setting {
            face: Face::Regular,
            size: self.rem(size),
            leading: self.rem(leading),
            colour: Colour::Ink,
            tracking: 0.0,
        }
    }

    fn grey(self, size: f32, leading: f32) -> Setting {
        Setting { colour: Colour::Grey, ..self.set(size, leading) }
    }
}

/// The width of some of the twelve columns of a width, with the gutters between them.
pub(super) fn span(width: f32, columns: u8) -> f32 {
    let column = (width - 11.0 * GUTTER) / 12.0;
    f32::from(columns) * column + (f32::from(columns) - 1.0) * GUTTER
}
