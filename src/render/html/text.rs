//! Words as HTML. Whatever stands in them, they come out as words: nothing from a return is ever markup.

use serde::Serialize;

use super::svg;
use crate::render::drawing;
use crate::report::block::{Rich, Span, Status};

/// Finished HTML, made here and nowhere else: templates print it with three braces.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Html(String);

impl Html {
    /// HTML that a template or this module made.
    pub(super) fn finished(html: String) -> Self {
        Self(html)
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// Plain words, safe as text and in a quoted attribute. New lines become spaces, so that a line of the page is a line
/// of a template; what no page may hold becomes U+FFFD.
pub(super) fn escaped(words: &str) -> String {
    let mut html = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\t' | '\n' | '\r' => html.push(' '),
            _ if is_forbidden(letter) => html.push('\u{FFFD}'),
            _ => html.push(letter),
        }
    }
    html
}

/// JSON that can stand in a page: what would end its element, and what no page may hold, is written as `\u003c`. Such
/// letters stand only inside the strings of JSON, where this is the same letter.
pub(in crate::render) fn inert(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter == '<' || (is_forbidden(letter) && !matches!(letter, '\t' | '\n' | '\r')) {
            let units =
                letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>();
            safe.extend(units);
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// Words with their emphasis, language, marks and links.
pub(super) fn rich(words: &Rich) -> Html {
    Html(words.0.iter().map(span).collect())
}

/// A status: words first, then the mark.
pub(super) fn status(status: &Status) -> Html {
    let mark = svg::decoration(&drawing::mark(status.mark), "mk");
    Html(format!("<span class=\"st\"><span class=\"w\">{}</span> {mark}</span>", isolated(&status.words)))
}

fn span(span: &Span) -> String {
    match span {
        Span::Words { text, strong, emphasis, language } => {
            let lang = language.map(|language| format!(" lang=\"{}\"", language.tag())).unwrap_or_default();
            let words = isolated(text);
            match (*strong, *emphasis) {
                (false, false) if lang.is_empty() => words,
                (false, false) => format!("<span{lang}>{words}</span>"),
                (true, false) => format!("<b{lang}>{words}</b>"),
                (false, true) => format!("<em{lang}>{words}</em>"),
                (true, true) => format!("<b{lang}><em>{words}</em></b>"),
            }
        }
        Span::Status(found) => status(found).into_string(),
        Span::Link { text, anchor } => format!("<a href=\"#{}\">{}</a>", escaped(anchor), isolated(text)),
        Span::Bar(bar) => format!(" {}", svg::decoration(&drawing::bar(*bar), "vb")),
        Span::Break => "<br>".to_owned(),
    }
}

/// Words that may run from right to left are kept from turning the words after them, and long addresses may break.
fn isolated(words: &str) -> String {
    let html = breakable(words);
    if words.chars().any(turns) { format!("<bdi>{html}</bdi>") } else { html }
}

/// Words in which a long unbroken run may break: after the signs of an address, and anywhere in what no line could
/// hold, so that no word can make a page wider than it is.
fn breakable(words: &str) -> String {
    const LONG: usize = 22;
    const TOO_LONG: usize = 30;
    let mut html = String::with_capacity(words.len());
    for run in words.split_inclusive(char::is_whitespace) {
        if run.chars().count() <= LONG {
            html.push_str(&escaped(run));
            continue;
        }
        let mut since_break = 0;
        let mut letters = run.chars().peekable();
        while let Some(letter) = letters.next() {
            html.push_str(&escaped(letter.encode_utf8(&mut [0; 4])));
            since_break += 1;
            // Neither between two signs nor before the end, and not apart from a mark that sits on a letter.
            let next_is_a_letter = letters.peek().is_some_and(|next| next.is_alphanumeric());
            let after_a_sign = matches!(letter, '@' | '/' | '.' | '-' | '_' | '?' | '&' | '=') && since_break > 1;
            if next_is_a_letter && (after_a_sign || since_break >= TOO_LONG) {
                html.push_str("<wbr>");
                since_break = 0;
            }
        }
    }
    html
}

/// Letters of scripts that run from right to left, and the marks that steer them.
fn turns(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8FF}'
            | '\u{200E}' | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// Controls and the code points that are no letters, which a page may not hold.
pub(super) fn is_forbidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{FDD0}'..='\u{FDEF}') || u32::from(letter) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_comes_out_as_words() {
        assert_eq!(escaped("<b a='1'>&\"{{x}}"), "&lt;b a=&#39;1&#39;&gt;&amp;&quot;{{x}}");
    }

    #[test]
    fn what_no_page_may_hold_is_replaced() {
        assert_eq!(escaped("a\u{0}b\u{1b}c\u{85}d\u{FFFF}"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}");
        assert_eq!(escaped("two\r\nlines"), "two  lines");
    }

    #[test]
    fn long_addresses_may_break_after_their_signs() {
        assert_eq!(isolated("partnership@saltmere.example"), "partnership@<wbr>saltmere.<wbr>example");
        assert_eq!(isolated("team@saltmere.example"), "team@saltmere.example");
        assert_eq!(isolated(&"x".repeat(40)), format!("{}<wbr>{}", "x".repeat(30), "x".repeat(10)));
    }

    #[test]
    fn a_name_that_runs_the_other_way_does_not_turn_its_neighbours() {
        assert_eq!(isolated("\u{202E}abc"), "<bdi>\u{202E}abc</bdi>");
        assert_eq!(isolated("Gyda’n gilydd"), "Gyda’n gilydd");
    }
}
