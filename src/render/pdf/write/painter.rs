//! One page, mark by mark: words, rules and grounds, each in the marked content it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, DictItem, FontId, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, WindingOrder,
};

use super::Faces;
use super::shown::Shown;
use crate::render::drawing::Colour;
use crate::render::pdf::design;
use crate::render::pdf::finish::{self, Kid, LinkArea, Marked};
use crate::render::pdf::fonts::{Face, Shaper};
use crate::render::pdf::page::{self, Ink, LaidOut, Page, Run};
use crate::render::pdf::tree::{Kind, NodeId};

/// Draws one page.
pub(super) struct Painter<'a> {
    pub(super) ops: Vec<Op>,
    /// The marked content that is open: a node's, or decoration.
    open: Option<Content>,
    page: usize,
    laid_out: &'a LaidOut,
    pub(super) marked: &'a mut Marked,
    faces: &'a Faces,
    pub(super) shaper: &'a mut Shaper,
    /// The glyphs that were shown on this page or an earlier one.
    introduced: &'a mut Introduced,
}

/// The glyphs that were shown, face by face.
pub(super) type Introduced = BTreeMap<Face, BTreeSet<u16>>;

/// What marks belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Node(NodeId),
    Header,
    Footer,
    Decoration,
}

impl<'a> Painter<'a> {
    /// A page with nothing on it.
    pub(super) const fn new(
        page: usize,
        laid_out: &'a LaidOut,
        marked: &'a mut Marked,
        faces: &'a Faces,
        shaper: &'a mut Shaper,
        introduced: &'a mut Introduced,
    ) -> Self {
        Self { ops: Vec::new(), open: None, page, laid_out, marked, faces, shaper, introduced }
    }
}

impl Painter<'_> {
    pub(super) fn page(&mut self, page: &Page) {
        for ink in &page.ink {
            match ink {
                Ink::Line(line) => self.line(line),
                Ink::Rule { x, y, length, weight, colour, dashed } => {
                    self.begin(Content::Decoration);
                    self.rule(*x, *y, *length, *weight, *colour, *dashed);
                }
                Ink::Ground { x, y, width, height } => {
                    self.begin(Content::Decoration);
                    self.fill(TINT);
                    self.rect(*x, *y, *width, *height, PaintMode::Fill);
                }
                Ink::Outline { x, y, width, height, weight } => {
                    self.begin(Content::Decoration);
                    self.stroke(Colour::Ink.rgb(), *weight);
                    let half = weight / 2.0;
                    self.rect(x + half, y + half, width - weight, height - weight, PaintMode::Stroke);
                }
                Ink::Drawing { x, y, scale, drawing, node } => self.drawing(*x, *y, *scale, drawing, *node),
                Ink::Anchor { .. } => {}
            }
        }
        self.end();
    }

    fn line(&mut self, line: &page::Line) {
        for run in &line.runs {
            let content = match run.node {
                Some(node) => Content::Node(node),
                None if line.y < design::TOP => Content::Header,
                None if line.y > design::PAGE.1 - design::BOTTOM => Content::Footer,
                None => Content::Decoration,
            };
            self.begin(content);
            self.link(line, run);
            self.words(run, line.x + run.x, line.y);
        }
    }

    /// Remembers where a link can be clicked; words of one link that follow one another are one area.
    fn link(&mut self, line: &page::Line, run: &Run) {
        let (Some(target), Some(node)) = (&run.link, run.node) else { return };
        if !self.marked.anchors.contains_key(target) {
            return;
        }
        let foot = design::PAGE.1 - line.y - line.below;
        let top = design::PAGE.1 - line.y + line.above;
        let left = line.x + run.x;
        // The space that ends a line belongs to no area.
        let right = (left + run.width).min(line.x + line.width);
        self.marked.kids[node].push(Kid::Link(self.marked.links.len()));
        self.marked.links.push(LinkArea {
            page: self.page,
            area: [left, foot, right, top].map(round),
            node,
            target: target.clone(),
            words: self.laid_out.tree.node(node).alt.clone().unwrap_or_else(|| run.words.clone()),
        });
    }

    pub(super) fn words(&mut self, run: &Run, x: f32, y: f32) {
        let used = &self.faces.0[&run.face];
        let spoken = run.right_to_left.then(|| DictItem::Dict {
            map: BTreeMap::from([("ActualText".to_owned(), finish::text_item(&run.words))]),
        });
        if let Some(properties) = &spoken {
            self.ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties: properties.clone() });
        }
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(round(run.size)) });
        self.ops.push(Op::SetFillColor { col: colour(run.colour.rgb()) });
        let mut shown = if self.introduce(run) { Shown::Spoken(Vec::new()) } else { Shown::Packed(Vec::new()) };
        let mut pen = x;
        let (mut from, mut level) = (x, 0.0);
        for glyph in &run.glyphs {
            if (glyph.dy - level).abs() > f32::EPSILON {
                shown.show(&mut self.ops, from, y - level * run.size / 1000.0);
                (from, level) = (pen, glyph.dy);
            }
            let id = used.glyph(glyph);
            if glyph.dx != 0.0 {
                shown.step(-glyph.dx);
            }
            let offset = used.width(id) - glyph.advance - run.tracking + glyph.dx;
            shown.glyph(id, offset, &glyph.text);
            pen += (glyph.advance + run.tracking) * run.size / 1000.0;
        }
        shown.show(&mut self.ops, from, y - level * run.size / 1000.0);
        self.ops.push(Op::EndTextSection);
        if spoken.is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Whether the words have a glyph that was not yet shown in this file: from its first appearance the library takes
    /// what it says.
    fn introduce(&mut self, run: &Run) -> bool {
        let known = self.introduced.entry(run.face).or_default();
        run.glyphs.iter().fold(false, |new, glyph| known.insert(glyph.id) | new)
    }

    fn rule(&mut self, x: f32, y: f32, length: f32, weight: f32, colour: Colour, dashed: bool) {
        if weight > 1.5 {
            self.fill(colour.rgb());
            self.rect(x, y, length, weight, PaintMode::Fill);
            return;
        }
        self.stroke(colour.rgb(), weight);
        if dashed {
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &[3.0, 3.0]) });
        }
        let middle = y + weight / 2.0;
        self.polyline(&[(x, middle), (x + length, middle)]);
        if dashed {
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
        }
    }

    /// Opens the marked content of what follows, unless it is open already.
    pub(super) fn begin(&mut self, content: Content) {
        if self.open == Some(content) {
            return;
        }
        self.end();
        let (tag, map) = match content {
            Content::Node(node) => {
                let mcid = self.marked.parents[self.page].len();
                self.marked.parents[self.page].push(node);
                self.attach(node);
                self.marked.kids[node].push(Kid::Content { page: self.page, mcid });
                let mcid = DictItem::Int(i64::try_from(mcid).expect("a page has few marks"));
                (self.tag(node), BTreeMap::from([("MCID".to_owned(), mcid)]))
            }
            Content::Header => ("Artifact", artifact("Pagination", Some("Header"))),
            Content::Footer => ("Artifact", artifact("Pagination", Some("Footer"))),
            Content::Decoration => ("Artifact", artifact("Layout", None)),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } });
        self.open = Some(content);
    }

    fn end(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// A piece of a paragraph joins it when its first words are written; so does the piece that it stands in, which
    /// may begin with it.
    fn attach(&mut self, node: NodeId) {
        let parent = self.laid_out.tree.node(node).parent;
        let is_new = self.marked.kids[node].is_empty();
        if self.laid_out.tree.node(node).inline && is_new {
            self.attach(parent);
            self.marked.kids[parent].push(Kid::Node(node));
        }
    }

    fn tag(&self, node: NodeId) -> &'static str {
        match self.laid_out.tree.node(node).kind {
            Kind::Figure => "Figure",
            Kind::Heading(_) => "H",
            Kind::Link => "Link",
            Kind::Label => "Lbl",
            Kind::Body => "LBody",
            Kind::ColumnHeader | Kind::RowHeader => "TH",
            Kind::Cell => "TD",
            Kind::Caption => "Caption",
            Kind::Span => "Span",
            Kind::Reference => "Reference",
            Kind::Document
            | Kind::Section
            | Kind::Group
            | Kind::Paragraph
            | Kind::List(_)
            | Kind::Item
            | Kind::Table
            | Kind::Head
            | Kind::Rows
            | Kind::Row
            | Kind::Contents
            | Kind::ContentsItem
            | Kind::Quotation => "P",
        }
    }

    pub(super) fn fill(&mut self, rgb: [u8; 3]) {
        self.ops.push(Op::SetFillColor { col: colour(rgb) });
    }

    pub(super) fn stroke(&mut self, rgb: [u8; 3], weight: f32) {
        self.ops.push(Op::SetOutlineColor { col: colour(rgb) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(round(weight)) });
    }

    pub(super) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, mode: PaintMode) {
        let (top, bottom) = (design::PAGE.1 - y, design::PAGE.1 - y - height);
        let rectangle = Rect {
            x: Pt(round(x)),
            y: Pt(round(bottom)),
            width: Pt(round(width)),
            height: Pt(round(top - bottom)),
            mode: Some(mode),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    pub(super) fn polyline(&mut self, points: &[(f32, f32)]) {
        let points = points.iter().map(|(x, y)| corner(*x, design::PAGE.1 - y)).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    pub(super) fn polygon(&mut self, points: Vec<LinePoint>, mode: PaintMode) {
        let polygon = Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }
}

/// The ground of panels.
const TINT: [u8; 3] = [0xEE, 0xF2, 0xF6];

fn artifact(kind: &str, subtype: Option<&str>) -> BTreeMap<String, DictItem> {
    let mut map = BTreeMap::from([("Type".to_owned(), DictItem::Name(kind.into()))]);
    if let Some(subtype) = subtype {
        map.insert("Subtype".to_owned(), DictItem::Name(subtype.into()));
    }
    map
}

pub(super) fn font_id(face: Face) -> FontId {
    FontId(face.name().to_owned())
}

fn colour(rgb: [u8; 3]) -> Color {
    let [r, g, b] = rgb.map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

/// To a hundredth of a point: finer than any printer, and short in the file.
pub(super) fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

pub(super) fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier: false }
}
