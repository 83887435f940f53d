//! Pages into a file: the one place that draws with printpdf. Knows placed lines and shapes; no blocks.

mod drawing;
mod painter;
mod shown;

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{Mm, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt, Rect};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::design;
use super::finish::{self, Aside, Kid, Marked};
use super::fonts::{Face, Glyph, Shaper};
use super::labels;
use super::page::{Ink, LaidOut};
use crate::render::RenderError;
use crate::render::drawing::DrawnMark;
use crate::report::block::Report;
use painter::{Introduced, Painter, font_id};

/// The bytes of a file.
pub(super) fn write(
    laid_out: &LaidOut,
    report: &Report,
    aside: impl FnOnce() -> Aside,
    compress: bool,
    shaper: &mut Shaper,
) -> Result<Vec<u8>, RenderError> {
    let faces = Faces::used_by(laid_out, shaper)?;
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
    let mut introduced = Introduced::new();
    for (index, page) in laid_out.pages.iter().enumerate() {
        let mut painter = Painter::new(index, laid_out, &mut marked, &faces, shaper, &mut introduced);
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
    // Not “secure”: that would leave out the glyphs we have packed ourselves.
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let file = document.to_lopdf_document(&options, &mut Vec::new());
    finish::finish(file, laid_out, &marked, report, &aside(), compress)
}

/// The faces a document uses, cut down to the glyphs it uses.
struct Faces(BTreeMap<Face, Used>);

struct Used {
    font: ParsedFont,
    /// The new number of each glyph.
    numbers: Vec<u16>,
    /// The width of each new number.
    widths: Vec<f32>,
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
                                for run in labels::runs(shaper, Face::of(label.weight), &label.words) {
                                    used.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| glyph.id));
                                }
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
        let mut numbers = vec![0; glyphs.last().map_or(0, |last| usize::from(*last) + 1)];
        let mut widths = vec![0.0; glyphs.len() + 1];
        for glyph in glyphs {
            let number = remapper.get(*glyph).expect("every glyph on a page was kept when the face was cut down");
            numbers[usize::from(*glyph)] = number;
            widths[usize::from(number)] = font.glyph_widths.get(&number).copied().map_or(0.0, f32::from);
        }
        Ok(Self { font, numbers, widths })
    }

    fn glyph(&self, glyph: &Glyph) -> u16 {
        self.numbers[usize::from(glyph.id)]
    }

    fn width(&self, glyph: u16) -> f32 {
        self.widths[usize::from(glyph)]
    }
}
