//! Pages into a file: the one place that draws with printpdf. Knows placed lines and shapes; no blocks.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineCapStyle, LineDashPattern, LineJoinStyle, LinePoint, Mm, Op,
    PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing,
    Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::design;
use super::finish::{self, Kid, LinkArea, Marked};
use super::fonts::{Face, Glyph, Shaper};
use super::page::{self, Ink, LaidOut, Page, Run};
use super::tree::{Kind, NodeId};
use crate::render::RenderError;
use crate::render::drawing::{self, Anchor, Colour, Dash, Drawing, DrawnMark, Paint, Stroke, Weight};
use crate::report::block::Report;

/// The bytes of a file.
pub(super) fn write(laid_out: &LaidOut, report: &Report, compress: bool) -> Result<Vec<u8>, RenderError> {
    let mut shaper = Shaper::default();
    let faces = Faces::used_by(laid_out, &mut shaper)?;
    let mut marked = Marked::new(laid_out.tree.len(), laid_out.pages.len());
    for id in 0..laid_out.tree.len() {
        marked.kids[id] = laid_out.tree.node(id).kids.iter().copied().map(Kid::Node).collect();
    }
    for (index, page) in laid_out.pages.iter().enumerate() {
        for ink in &page.ink {
            if let Ink::Anchor { name, y } = ink {
                marked.anchors.entry(name.clone()).or_insert((index, design::PAGE.1 - y));
            }
        }
    }
    let mut document = PdfDocument::new(&report.title);
    for (face, used) in &faces.0 {
        document.resources.fonts.map.insert(font_id(*face), PdfFont::new(used.font.clone()));
    }
    for (index, page) in laid_out.pages.iter().enumerate() {
        let mut painter = Painter {
            ops: Vec::new(),
            open: None,
            page: index,
            laid_out,
            marked: &mut marked,
            faces: &faces,
            shaper: &mut shaper,
        };
        painter.page(page);
        let ops = painter.ops;
        let mut page = PdfPage::new(Mm(210.0), Mm(297.0), ops);
        let area = Rect {
            x: Pt(0.0),
            y: Pt(0.0),
            width: Pt(design::PAGE.0),
            height: Pt(design::PAGE.1),
            mode: None,
            winding_order: None,
        };
        page.media_box = area.clone();
        page.trim_box = area.clone();
        page.crop_box = area;
        document.pages.push(page);
    }
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let file = document.to_lopdf_document(&options, &mut Vec::new());
    finish::finish(file, laid_out, &marked, report, compress)
}

/// The faces a document uses, cut down to the glyphs it uses.
struct Faces(BTreeMap<Face, Used>);

struct Used {
    font: ParsedFont,
    remapper: GlyphRemapper,
    widths: BTreeMap<u16, f32>,
}

impl Faces {
    fn used_by(laid_out: &LaidOut, shaper: &mut Shaper) -> Result<Self, RenderError> {
        let mut used: BTreeMap<Face, BTreeSet<u16>> = BTreeMap::new();
        for page in &laid_out.pages {
            for ink in &page.ink {
                match ink {
                    Ink::Line(line) => {
                        for run in &line.runs {
                            used.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| glyph.id));
                        }
                    }
                    Ink::Drawing { drawing, .. } => {
                        for mark in &drawing.marks {
                            if let DrawnMark::Text(label) = mark {
                                let face = face_of(label.weight);
                                let glyphs = shaper.shape(face, &label.words, false);
                                used.entry(face).or_default().extend(glyphs.iter().map(|glyph| glyph.id));
                            }
                        }
                    }
                    Ink::Rule { .. } | Ink::Ground { .. } | Ink::Outline { .. } | Ink::Anchor { .. } => {}
                }
            }
        }
        let faces = used.into_iter().map(|(face, glyphs)| Ok((face, Used::cut(face, &glyphs)?)));
        faces.collect::<Result<_, RenderError>>().map(Self)
    }
}

impl Used {
    fn cut(face: Face, glyphs: &BTreeSet<u16>) -> Result<Self, RenderError> {
        let mut remapper = GlyphRemapper::new();
        for glyph in glyphs {
            remapper.remap(*glyph);
        }
        let bytes = subsetter::subset(face.bytes(), 0, &remapper)
            .map_err(|error| RenderError::Font { face: face.name(), source: Box::new(error) })?;
        let mut font =
            ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).expect("a face that was cut down is still a face");
        let mut digest = Sha256::new();
        digest.update(face.name());
        for glyph in glyphs {
            digest.update(glyph.to_be_bytes());
        }
        let tag: String = digest.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        font.font_name = Some(format!("{tag}+{}", face.name()));
        let widths = font.glyph_widths.iter().map(|(glyph, width)| (*glyph, f32::from(*width))).collect();
        Ok(Self { font, remapper, widths })
    }

    fn glyph(&self, glyph: &Glyph) -> u16 {
        self.remapper.get(glyph.id).expect("every glyph on a page was kept when the face was cut down")
    }

    fn width(&self, glyph: u16) -> f32 {
        self.widths.get(&glyph).copied().unwrap_or(0.0)
    }
}

/// Draws one page.
struct Painter<'a> {
    ops: Vec<Op>,
    /// The marked content that is open: a node's, or decoration.
    open: Option<Content>,
    page: usize,
    laid_out: &'a LaidOut,
    marked: &'a mut Marked,
    faces: &'a Faces,
    shaper: &'a mut Shaper,
}

/// What marks belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Node(NodeId),
    Header,
    Footer,
    Decoration,
}

impl Painter<'_> {
    fn page(&mut self, page: &Page) {
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

    fn words(&mut self, run: &Run, x: f32, y: f32) {
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
        let mut items = Vec::new();
        let mut pen = x;
        let (mut from, mut level) = (x, 0.0);
        for glyph in &run.glyphs {
            if (glyph.dy - level).abs() > f32::EPSILON {
                show(&mut self.ops, &mut items, from, y - level * run.size / 1000.0);
                (from, level) = (pen, glyph.dy);
            }
            let id = used.glyph(glyph);
            if glyph.dx != 0.0 {
                items.push(TextItem::Offset(-glyph.dx));
            }
            let offset = used.width(id) - glyph.advance - run.tracking + glyph.dx;
            items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(id, offset, glyph.text.clone())]));
            pen += (glyph.advance + run.tracking) * run.size / 1000.0;
        }
        show(&mut self.ops, &mut items, from, y - level * run.size / 1000.0);
        self.ops.push(Op::EndTextSection);
        if spoken.is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
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

    fn drawing(&mut self, x: f32, y: f32, scale: f32, drawing: &Drawing, node: Option<NodeId>) {
        match node {
            Some(node) => {
                self.begin(Content::Node(node));
                let bottom = design::PAGE.1 - y - drawing.height * scale;
                let area = [x, bottom, x + drawing.width * scale, bottom + drawing.height * scale];
                self.marked.figures.insert(node, area.map(round));
            }
            None => self.begin(Content::Decoration),
        }
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
        let at = |point: drawing::Point| (x + point.x * scale, y + point.y * scale);
        for mark in &drawing.marks {
            match mark {
                DrawnMark::Lines { segments, stroke } => {
                    self.begin_stroke(*stroke, scale);
                    for [from, to] in segments {
                        self.polyline(&[at(*from), at(*to)]);
                    }
                    self.end_stroke(*stroke);
                }
                DrawnMark::Polyline { points, stroke } => {
                    self.begin_stroke(*stroke, scale);
                    let points: Vec<(f32, f32)> = points.iter().copied().map(at).collect();
                    self.polyline(&points);
                    self.end_stroke(*stroke);
                }
                DrawnMark::Rect { corner, width, height, paint } => {
                    let mode = self.begin_paint(*paint, scale);
                    let (left, top) = at(*corner);
                    self.rect(left, top, width * scale, height * scale, mode);
                }
                DrawnMark::Circle { centre, radius, paint } => {
                    let mode = self.begin_paint(*paint, scale);
                    let (middle_x, middle_y) = at(*centre);
                    self.polygon(circle(middle_x, design::PAGE.1 - middle_y, radius * scale), mode);
                }
                DrawnMark::Polygon { points, paint } => {
                    let mode = self.begin_paint(*paint, scale);
                    let points = points.iter().copied().map(at).map(|(x, y)| corner(x, design::PAGE.1 - y)).collect();
                    self.polygon(points, mode);
                }
                DrawnMark::Text(label) => {
                    let face = face_of(label.weight);
                    let glyphs = self.shaper.shape(face, &label.words, false);
                    let size = drawing::TEXT * scale;
                    let width = super::fonts::width(&glyphs) * size;
                    let (anchor, y) = at(label.at);
                    let x = match label.anchor {
                        Anchor::Start => anchor,
                        Anchor::Middle => anchor - width / 2.0,
                        Anchor::End => anchor - width,
                    };
                    let run = Run {
                        x: 0.0,
                        width,
                        face,
                        size,
                        colour: label.colour,
                        tracking: 0.0,
                        glyphs: glyphs.to_vec(),
                        words: label.words.clone(),
                        right_to_left: false,
                        node: None,
                        link: None,
                    };
                    self.words(&run, x, y);
                }
            }
        }
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// Opens the marked content of what follows, unless it is open already.
    fn begin(&mut self, content: Content) {
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

    /// A piece of a paragraph joins it when its first words are written.
    fn attach(&mut self, node: NodeId) {
        let parent = self.laid_out.tree.node(node).parent;
        let is_new = self.marked.kids[node].is_empty();
        if self.laid_out.tree.node(node).inline && is_new {
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
            | Kind::Quotation => "P",
        }
    }

    fn begin_paint(&mut self, paint: Paint, scale: f32) -> PaintMode {
        if let Some(fill) = paint.fill {
            self.fill(fill.rgb());
        }
        match (paint.fill, paint.outline) {
            (fill, Some(outline)) => {
                self.stroke(outline.colour.rgb(), outline.width * scale);
                if fill.is_some() { PaintMode::FillStroke } else { PaintMode::Stroke }
            }
            (_, None) => PaintMode::Fill,
        }
    }

    fn begin_stroke(&mut self, stroke: Stroke, scale: f32) {
        self.stroke(stroke.colour.rgb(), stroke.width * scale);
        let pattern = match stroke.dash {
            Dash::Solid => return,
            Dash::Dashed => [6.0, 4.0],
            Dash::Dotted => {
                self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
                [0.1, 5.0]
            }
        };
        let pattern = pattern.map(|length| round(length * scale));
        self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &pattern) });
    }

    fn end_stroke(&mut self, stroke: Stroke) {
        match stroke.dash {
            Dash::Solid => return,
            Dash::Dashed => {}
            Dash::Dotted => self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Butt }),
        }
        self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
    }

    fn fill(&mut self, rgb: [u8; 3]) {
        self.ops.push(Op::SetFillColor { col: colour(rgb) });
    }

    fn stroke(&mut self, rgb: [u8; 3], weight: f32) {
        self.ops.push(Op::SetOutlineColor { col: colour(rgb) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(round(weight)) });
    }

    fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, mode: PaintMode) {
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

    fn polyline(&mut self, points: &[(f32, f32)]) {
        let points = points.iter().map(|(x, y)| corner(*x, design::PAGE.1 - y)).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn polygon(&mut self, points: Vec<LinePoint>, mode: PaintMode) {
        let polygon = Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }
}

/// The ground of panels.
const TINT: [u8; 3] = [0xEE, 0xF2, 0xF6];

/// Shows the glyphs that wait, if there are any.
fn show(ops: &mut Vec<Op>, items: &mut Vec<TextItem>, x: f32, y: f32) {
    if !items.is_empty() {
        let matrix = TextMatrix::Translate(Pt(round(x)), Pt(round(design::PAGE.1 - y)));
        ops.push(Op::SetTextMatrix { matrix });
        ops.push(Op::ShowText { items: std::mem::take(items) });
    }
}

fn artifact(kind: &str, subtype: Option<&str>) -> BTreeMap<String, DictItem> {
    let mut map = BTreeMap::from([("Type".to_owned(), DictItem::Name(kind.into()))]);
    if let Some(subtype) = subtype {
        map.insert("Subtype".to_owned(), DictItem::Name(subtype.into()));
    }
    map
}

fn font_id(face: Face) -> FontId {
    FontId(face.name().to_owned())
}

const fn face_of(weight: Weight) -> Face {
    match weight {
        Weight::Regular => Face::Regular,
        Weight::Semibold => Face::Semibold,
    }
}

fn colour(rgb: [u8; 3]) -> Color {
    let [r, g, b] = rgb.map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

/// To a hundredth of a point: finer than any printer, and short in the file.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier: false }
}

/// A circle of four curves.
fn circle(x: f32, y: f32, radius: f32) -> Vec<LinePoint> {
    /// How far the handles of a quarter circle stand from its ends.
    const HANDLE: f32 = 0.552_285;
    let handle = radius * HANDLE;
    let bend = |x, y| LinePoint { bezier: true, ..corner(x, y) };
    vec![
        corner(x + radius, y),
        bend(x + radius, y + handle),
        bend(x + handle, y + radius),
        corner(x, y + radius),
        bend(x - handle, y + radius),
        bend(x - radius, y + handle),
        corner(x - radius, y),
        bend(x - radius, y - handle),
        bend(x - handle, y - radius),
        corner(x, y - radius),
        bend(x + handle, y - radius),
        bend(x + radius, y - handle),
        corner(x + radius, y),
    ]
}
