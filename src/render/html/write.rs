//! The walk from blocks to HTML: parts first, then the template round them.

use std::collections::BTreeSet;

use super::policy;
use super::style::style;
use super::svg::{self, Spoken};
use super::table;
use super::templates::Templates;
use super::text::{self, Html};
use super::view::{
    ChartView, ColumnCellView, ColumnsView, ContentsView, HeadingView, KeyValuesView, LabelledView, LayoutView,
    ListView, MastheadView, PageView, PanelView, ParagraphView, QuotationView, SectionView, StripItemView, StripView,
    TallyLineView, TallyView,
};
use crate::render::RenderError;
use crate::render::drawing::{self, Width};
use crate::report::Report;
use crate::report::block::{
    Block, Chart, Columns, Emphasis, Heading, KeyLook, KeyValues, Labelled, Labels, List, Look, Marker, Panel,
    PanelLook, Paragraph, Quotation, Section, SectionRank, Span, Strip, StripLook, Style, Table, Tally,
};

/// Writes the whole document.
pub(super) fn page(report: &Report, templates: &Templates<'_>) -> Result<String, RenderError> {
    let audience = match report.style {
        Style::Funder => "funder",
        Style::Members => "members",
        Style::Public => "public",
    };
    let room = match report.style {
        Style::Funder => 642.0,
        Style::Members => 589.0,
        Style::Public => 535.0,
    };
    let mut writer = Writer { templates, labels: &report.labels, heading: 1, widths: BTreeSet::new() };
    let contents = report
        .contents
        .iter()
        .map(|entry| ContentsView { number: &entry.number, title: &entry.title, anchor: &entry.anchor })
        .collect();
    let page = PageView {
        skip: &report.labels.skip,
        contents_label: &report.labels.contents,
        contents,
        masthead: writer.masthead(report)?,
        blocks: writer.blocks(&report.blocks, room)?,
        foot: &report.foot,
    };
    let style = style(report, &writer.widths, templates)?;
    let data = text::inert(&report.data);
    let layout = LayoutView {
        language: report.language.tag(),
        title: &report.title,
        description: &report.description,
        author: &report.author,
        audience,
        policy: policy::content_security_policy(&style, &data),
        style,
        body: templates.render(&format!("audiences/{audience}.hbs"), &page)?,
        data,
        digest: policy::hex(&policy::sha256(report.data.as_bytes())),
    };
    let mut document = templates.render("layout.hbs", &layout)?.into_string();
    document.push('\n');
    Ok(document)
}

struct Writer<'a> {
    templates: &'a Templates<'a>,
    labels: &'a Labels,
    /// The level of the heading before, so that none is skipped.
    heading: u8,
    /// The widths of columns that occur, in hundredths.
    widths: BTreeSet<u8>,
}

impl Writer<'_> {
    fn masthead(&self, report: &Report) -> Result<Html, RenderError> {
        let masthead = &report.masthead;
        let view = MastheadView {
            over: text::rich(&masthead.over),
            marks: &report.marks,
            title: &masthead.title,
            period: &masthead.period,
            facts: labelled(&masthead.facts),
        };
        self.templates.render("blocks/masthead.hbs", &view)
    }

    /// Blocks one after the other, in a column so many chart units wide.
    fn blocks(&mut self, blocks: &[Block], room: f32) -> Result<Html, RenderError> {
        let mut html = String::new();
        for block in blocks {
            if !html.is_empty() {
                html.push('\n');
            }
            html.push_str(self.block(block, room)?.as_str());
        }
        Ok(Html::finished(html))
    }

    fn block(&mut self, block: &Block, room: f32) -> Result<Html, RenderError> {
        match block {
            Block::Section(section) => self.section(section, room),
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List(list) => self.list(list),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Strip(strip) => self.strip(strip),
            Block::Tally(tally) => self.tally(tally),
            Block::Columns(columns) => self.columns(columns, room),
            Block::Panel(panel) => self.panel(panel, room),
            Block::Table(table) => self.table(table, room),
            Block::Chart(chart) => self.chart(chart, room),
            Block::Quotation(quotation) => self.quotation(quotation),
        }
    }

    fn section(&mut self, section: &Section, room: f32) -> Result<Html, RenderError> {
        self.heading = 2;
        let view = SectionView {
            anchor: &section.anchor,
            number: &section.number,
            title: &section.title,
            question: &section.question,
            rank: match section.rank {
                SectionRank::Full => "full",
                SectionRank::Bare => "bare",
                SectionRank::Annex => "annex",
            },
            new_page: section.new_page,
            blocks: self.blocks(&section.blocks, room)?,
        };
        self.templates.render("blocks/section.hbs", &view)
    }

    fn heading(&mut self, heading: &Heading) -> Result<Html, RenderError> {
        self.heading = heading.level.clamp(2, self.heading + 1);
        let look = if heading.level > 3 { "h4" } else { "h3" };
        let view = HeadingView { level: self.heading, look, words: text::rich(&heading.words) };
        self.templates.render("blocks/heading.hbs", &view)
    }

    fn paragraph(&self, paragraph: &Paragraph) -> Result<Html, RenderError> {
        let look = match paragraph.look {
            Look::Body => "",
            Look::Lede => "lede",
            Look::Story => "story",
            Look::Note => "sm",
        };
        // A status that stands alone is the answer, and looks like one.
        let is_status = matches!(paragraph.words.0.as_slice(), [Span::Status(_)]);
        let classes = [look, if is_status { "status" } else { "" }];
        let look = classes.into_iter().filter(|class| !class.is_empty()).collect::<Vec<_>>().join(" ");
        self.templates.render("blocks/paragraph.hbs", &ParagraphView { look, words: text::rich(&paragraph.words) })
    }

    fn list(&self, list: &List) -> Result<Html, RenderError> {
        let (numbered, look) = match list.marker {
            Marker::None => (false, "plain"),
            Marker::Bullet => (false, "bullets"),
            Marker::Number => (true, "numbers"),
            Marker::Ruled => (false, "lines"),
        };
        let view = ListView { numbered, look, items: list.items.iter().map(text::rich).collect() };
        self.templates.render("blocks/list.hbs", &view)
    }

    fn key_values(&self, pairs: &KeyValues) -> Result<Html, RenderError> {
        let look = match pairs.look {
            KeyLook::Note => "sm",
            KeyLook::Body => "body",
            KeyLook::Ruled => "short",
        };
        self.templates.render("blocks/key_values.hbs", &KeyValuesView { look, items: labelled(&pairs.items) })
    }

    fn strip(&self, strip: &Strip) -> Result<Html, RenderError> {
        let look = match strip.look {
            StripLook::Facts => "quality",
            StripLook::Approaches => "five",
            StripLook::Depth => "depth",
        };
        let items = strip.items.iter().map(|item| StripItemView {
            label: &item.label,
            by: &item.by,
            words: text::rich(&item.words),
            emphasis: match item.emphasis {
                Emphasis::Main => "main",
                Emphasis::Plain => "plain",
                Emphasis::NotUsed => "unused",
            },
            squares: match strip.look {
                StripLook::Facts | StripLook::Approaches => Html::default(),
                StripLook::Depth => Html::finished(svg::decoration(&drawing::depth(item.filled), "lv")),
            },
        });
        let view = StripView { look, count: strip.items.len().clamp(1, 6), items: items.collect() };
        self.templates.render("blocks/strip.hbs", &view)
    }

    fn tally(&self, tally: &Tally) -> Result<Html, RenderError> {
        let lines = tally
            .lines
            .iter()
            .map(|line| TallyLineView { count: &line.count, status: text::status(&line.status) })
            .collect();
        self.templates.render("blocks/tally.hbs", &TallyView { lines })
    }

    fn columns(&mut self, columns: &Columns, room: f32) -> Result<Html, RenderError> {
        let mut cells = Vec::new();
        for cell in &columns.cells {
            let span = cell.span.clamp(1, 12);
            // Twelve columns with eleven gutters, each 4 of 170 mm.
            let inner = room * (f32::from(span) * (170.0 + 4.0) / 12.0 - 4.0) / 170.0;
            cells.push(ColumnCellView { span, blocks: self.blocks(&cell.blocks, inner)? });
        }
        let view = ColumnsView { ruled: columns.ruled, stretch: columns.stretch, cells };
        self.templates.render("blocks/columns.hbs", &view)
    }

    fn panel(&mut self, panel: &Panel, room: f32) -> Result<Html, RenderError> {
        const PADDING: f32 = 2.0 * drawing::TEXT;
        let (look, padding) = match panel.look {
            PanelLook::Tint => ("panel", PADDING),
            PanelLook::Ask => ("ask", PADDING),
            PanelLook::WentWrong => ("bad", 0.0),
            PanelLook::Box => ("box", PADDING),
        };
        let view = PanelView { look, blocks: self.blocks(&panel.blocks, room - padding)? };
        self.templates.render("blocks/panel.hbs", &view)
    }

    fn table(&mut self, table: &Table, room: f32) -> Result<Html, RenderError> {
        let view = table::view(table, room);
        self.widths.extend(view.columns.iter().map(|column| column.width).filter(|&width| width > 0));
        self.templates.render("blocks/table.hbs", &view)
    }

    fn chart(&mut self, chart: &Chart, room: f32) -> Result<Html, RenderError> {
        /// How far a chart may shrink to fit its column.
        const SMALLEST: f32 = 0.9;
        let wide = drawing::draw(&chart.plot, Width::Wide);
        let narrow = drawing::draw(&chart.plot, Width::Narrow);
        let title = chart.headline.plain();
        let drawn = |drawing, class, version: &str| {
            let id = format!("{}{version}", chart.anchor);
            let spoken = Spoken { id: &id, title: &title, description: &chart.alt };
            Html::finished(svg::chart(drawing, class, &spoken))
        };
        let (drawing, narrow) = if wide == narrow {
            (drawn(&wide, "ch", ""), Html::default())
        } else if wide.width * SMALLEST > room {
            // A column of the page is as narrow as a telephone.
            (drawn(&narrow, "ch", ""), Html::default())
        } else {
            (drawn(&wide, "ch wide", "-wide"), drawn(&narrow, "ch narrow", "-narrow"))
        };
        let table = match &chart.table {
            Some(table) => self.table(table, room)?,
            None => Html::default(),
        };
        let view = ChartView {
            anchor: &chart.anchor,
            headline: text::rich(&chart.headline),
            subtitle: text::rich(&chart.subtitle),
            drawing,
            narrow,
            note: text::rich(&chart.note),
            figures: &self.labels.chart_figures,
            table,
        };
        self.templates.render("blocks/chart.hbs", &view)
    }

    fn quotation(&self, quotation: &Quotation) -> Result<Html, RenderError> {
        let view = QuotationView { words: text::rich(&quotation.words), by: text::rich(&quotation.by) };
        self.templates.render("blocks/quotation.hbs", &view)
    }
}

fn labelled(items: &[Labelled]) -> Vec<LabelledView<'_>> {
    items.iter().map(|item| LabelledView { label: &item.label, words: text::rich(&item.words) }).collect()
}
