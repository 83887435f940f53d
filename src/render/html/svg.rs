//! A drawing as inline SVG: presentation attributes only, no style attribute, nothing that is fetched.

use std::fmt::Write as _;

use super::text::escaped;
use crate::render::drawing::{
    Anchor, Colour, Dash, Drawing, DrawnMark, Label, Paint, Point, Stroke, TEXT, Weight, measure,
};

/// From this width on, in chart units, words are held to the room they were measured for.
const HELD: f32 = 60.0;

/// What a reader who cannot see a chart hears, and the ids that lead there.
pub(super) struct Spoken<'a> {
    /// The beginning of the ids, unique in the document.
    pub id: &'a str,
    /// The message.
    pub title: &'a str,
    /// The alternative text.
    pub description: &'a str,
}

/// A chart, as wide as it was drawn at body size, or as its column allows.
pub(super) fn chart(drawing: &Drawing, class: &str, spoken: &Spoken<'_>) -> String {
    let id = escaped(spoken.id);
    let mut svg = format!(
        "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\" \
         viewBox=\"0 0 {} {}\" width=\"{}rem\" font-size=\"{}\" fill=\"{}\">\n",
        number(drawing.width),
        number(drawing.height),
        (drawing.width / TEXT * 1000.0).round() / 1000.0,
        TEXT,
        hex(Colour::Ink),
    );
    line(&mut svg, &format!("<title id=\"{id}-t\">{}</title>", escaped(spoken.title)));
    line(&mut svg, &format!("<desc id=\"{id}-d\">{}</desc>", escaped(spoken.description)));
    for mark in &drawing.marks {
        line(&mut svg, &element(mark));
    }
    svg.push_str("</svg>");
    svg
}

/// A decoration beside words, on one line.
pub(super) fn decoration(drawing: &Drawing, class: &str) -> String {
    let marks: String = drawing.marks.iter().map(element).collect();
    let (width, height) = (number(drawing.width), number(drawing.height));
    format!("<svg class=\"{class}\" aria-hidden=\"true\" viewBox=\"0 0 {width} {height}\">{marks}</svg>")
}

fn line(svg: &mut String, words: &str) {
    svg.push_str("  ");
    svg.push_str(words);
    svg.push('\n');
}

fn element(mark: &DrawnMark) -> String {
    match mark {
        DrawnMark::Lines { segments, stroke } => {
            let way: String = segments.iter().map(|segment| way(segment)).collect();
            format!("<path d=\"{way}\" fill=\"none\"{}/>", stroked(*stroke))
        }
        DrawnMark::Polyline { points, stroke } => {
            format!("<path d=\"{}\" fill=\"none\"{} stroke-linejoin=\"round\"/>", way(points), stroked(*stroke))
        }
        DrawnMark::Rect { corner, width, height, paint } => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            number(corner.x),
            number(corner.y),
            number(*width),
            number(*height),
            painted(*paint)
        ),
        DrawnMark::Circle { centre, radius, paint } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            number(centre.x),
            number(centre.y),
            number(*radius),
            painted(*paint)
        ),
        DrawnMark::Polygon { points, paint } => {
            format!("<path d=\"{}Z\"{} stroke-linejoin=\"round\"/>", way(points), painted(*paint))
        }
        DrawnMark::Text(label) => words(label),
    }
}

fn words(label: &Label) -> String {
    let anchor = match label.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = match label.weight {
        Weight::Regular => "",
        Weight::Semibold => " font-weight=\"600\"",
    };
    let fill = if label.colour == Colour::Ink { String::new() } else { format!(" fill=\"{}\"", hex(label.colour)) };
    let (x, y) = (number(label.at.x), number(label.at.y));
    // Few machines have our typeface, and most others are wider: words would run over a mark, or off the page.
    let wide = measure::width(&label.words, label.weight);
    let held = if wide < HELD {
        String::new()
    } else {
        format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", wide.round())
    };
    format!("<text x=\"{x}\" y=\"{y}\"{anchor}{weight}{fill}{held}>{}</text>", escaped(&label.words))
}

/// A way through points: move to the first, straight on to the others.
fn way(points: &[Point]) -> String {
    let mut way = String::new();
    for (at, point) in points.iter().enumerate() {
        let step = if at == 0 { 'M' } else { 'L' };
        // Writing to a string does not fail.
        let _ = write!(way, "{step}{} {}", number(point.x), number(point.y));
    }
    way
}

fn stroked(stroke: Stroke) -> String {
    let gaps = match stroke.dash {
        Dash::Solid => "",
        Dash::Dashed => " stroke-dasharray=\"6 4\"",
        Dash::Dotted => " stroke-dasharray=\"0.1 5\" stroke-linecap=\"round\"",
    };
    format!(" stroke=\"{}\" stroke-width=\"{}\"{gaps}", hex(stroke.colour), number(stroke.width))
}

fn painted(paint: Paint) -> String {
    let fill = paint.fill.map_or_else(|| "none".to_owned(), hex);
    format!(" fill=\"{fill}\"{}", paint.outline.map(stroked).unwrap_or_default())
}

fn hex(colour: Colour) -> String {
    let [red, green, blue] = colour.rgb();
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// A coordinate: two decimals at most, none that say nothing, no minus before a nought.
fn number(value: f32) -> String {
    let hundredths = (f64::from(value) * 100.0).round() + 0.0;
    format!("{}", hundredths / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short() {
        assert_eq!(number(53.300_003), "53.3");
        assert_eq!(number(-0.000_1), "0");
        assert_eq!(number(126.0), "126");
    }

    #[test]
    fn words_in_a_chart_are_escaped() {
        let at = Point::new(1.0, 2.0);
        let label = Label {
            words: "</text><script>".into(),
            at,
            anchor: Anchor::Start,
            weight: Weight::Regular,
            colour: Colour::Ink,
        };
        let said = words(&label);
        assert!(said.starts_with("<text x=\"1\" y=\"2\" "), "{said}");
        assert!(said.ends_with(">&lt;/text&gt;&lt;script&gt;</text>"), "{said}");
    }

    #[test]
    fn long_words_keep_to_the_room_they_were_measured_for() {
        let at = Point::new(0.0, 0.0);
        let said = |text: &str| {
            let weight = Weight::Regular;
            words(&Label { words: text.into(), at, anchor: Anchor::Start, weight, colour: Colour::Ink })
        };
        assert!(!said("2026").contains("textLength"));
        let sentence = "Information sharing agreement signed by all";
        let room = measure::width(sentence, Weight::Regular).round();
        assert!(said(sentence).contains(&format!(" textLength=\"{room}\" lengthAdjust=\"spacingAndGlyphs\">")));
    }
}
