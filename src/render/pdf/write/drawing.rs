//! Drawings, mark by mark.

use printpdf::{LineCapStyle, LineDashPattern, LineJoinStyle, LinePoint, Op, PaintMode};

use super::painter::{Content, Painter, corner, round};
use crate::render::drawing::{self, Anchor, Dash, Drawing, DrawnMark, Paint, Stroke};
use crate::render::pdf::design;
use crate::render::pdf::fonts::{self, Face};
use crate::render::pdf::labels::{self, LabelRun};
use crate::render::pdf::page::Run;
use crate::render::pdf::tree::NodeId;

impl Painter<'_> {
    pub(super) fn drawing(&mut self, x: f32, y: f32, scale: f32, drawing: &Drawing, node: Option<NodeId>) {
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
                    let runs = labels::runs(self.shaper, Face::of(label.weight), &label.words);
                    let size = drawing::TEXT * scale;
                    let width = labels::width(&runs) * size;
                    let (anchor, y) = at(label.at);
                    let mut x = match label.anchor {
                        Anchor::Start => anchor,
                        Anchor::Middle => anchor - width / 2.0,
                        Anchor::End => anchor - width,
                    };
                    for LabelRun { face, words, glyphs, right_to_left } in runs {
                        let width = fonts::width(&glyphs) * size;
                        let run = Run {
                            x: 0.0,
                            width,
                            face,
                            size,
                            colour: label.colour,
                            tracking: 0.0,
                            glyphs: glyphs.to_vec(),
                            words,
                            right_to_left,
                            node: None,
                            link: None,
                        };
                        self.words(&run, x, y);
                        x += width;
                    }
                }
            }
        }
        self.ops.push(Op::RestoreGraphicsState);
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
