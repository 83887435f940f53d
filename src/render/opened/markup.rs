//! Markup into tags and words. Knows what is written, not what it means; forgives everything.

use std::borrow::Cow;

/// A tag, or words between two tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) enum Token<'a> {
    /// `<name …>`, with its attributes; `<name …/>` too.
    Open {
        /// Its name.
        name: &'a str,
        /// Its attributes, without their quotation marks and with their entities read.
        attributes: Vec<(&'a str, String)>,
        /// Whether it holds nothing.
        closed: bool,
    },
    /// `</name>`.
    Close(&'a str),
    /// Words, with their entities read.
    Words(Cow<'a, str>),
    /// The text of a script or a style sheet, as it stands.
    Raw(&'a str),
    /// A comment, a declaration, or what is no tag.
    Other(&'a str),
}

/// The tokens of some markup, in order. Scripts and style sheets are one token each.
pub(in crate::render) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some(at) = rest.find('<') else {
            found.push(Token::Words(unescaped(rest)));
            break;
        };
        if at > 0 {
            found.push(Token::Words(unescaped(&rest[..at])));
        }
        rest = &rest[at..];
        let (token, length) = tag(rest);
        rest = &rest[length..];
        let raw = match &token {
            Token::Open { name, closed: false, .. } if ["script", "style"].contains(name) => Some(*name),
            Token::Open { .. } | Token::Close(_) | Token::Words(_) | Token::Raw(_) | Token::Other(_) => None,
        };
        found.push(token);
        if let Some(name) = raw {
            let end = rest.match_indices("</").map(|(at, _)| at).find(|at| rest[at + 2..].starts_with(name));
            let end = end.unwrap_or(rest.len());
            found.push(Token::Raw(&rest[..end]));
            rest = &rest[end..];
        }
    }
    found
}

/// The token that begins with a less-than sign, and its length.
fn tag(text: &str) -> (Token<'_>, usize) {
    if text.starts_with("<!--") {
        let end = text.find("-->").map_or(text.len(), |at| at + 3);
        return (Token::Other(&text[..end]), end);
    }
    let end = end_of_tag(text);
    let inner = text[1..end].trim_end_matches('>');
    if let Some(name) = inner.strip_prefix('/') {
        return (Token::Close(name.trim()), end);
    }
    if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return (Token::Other(&text[..end]), end);
    }
    let closed = inner.ends_with('/');
    let inner = inner.trim_end_matches('/');
    let name_end = inner.find(|letter: char| letter.is_whitespace()).unwrap_or(inner.len());
    (Token::Open { name: &inner[..name_end], attributes: attributes(&inner[name_end..]), closed }, end)
}

/// Where a tag ends: behind the first greater-than sign outside quotation marks.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            ('>', None) => return at + 1,
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) if letter == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn attributes(mut text: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        let end = text.find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(text.len());
        let name = &text[..end];
        text = text[end..].trim_start();
        if let Some(value) = text.strip_prefix('=') {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|letter| ['"', '\''].contains(letter));
            let (start, end) = match quote {
                Some(quote) => (1, value[1..].find(quote).map_or(value.len(), |at| at + 1)),
                None => (0, value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            found.push((name, unescaped(&value[start..end]).into_owned()));
            text = value.get(end + usize::from(quote.is_some())..).unwrap_or_default();
        } else if name.is_empty() {
            return found;
        } else {
            found.push((name, String::new()));
        }
    }
}

/// Words with their entities read: those that we write, and numbers.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        if let Some((letter, end)) = end.and_then(|end| letter(&rest[1..end]).map(|letter| (letter, end))) {
            words.push(letter);
            rest = &rest[end + 1..];
        } else {
            words.push('&');
            rest = &rest[1..];
        }
    }
    words.push_str(rest);
    Cow::Owned(words)
}

fn letter(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{A0}'),
        number => {
            let number = number.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_words_and_raw_text() {
        let found = tokens("<p a=\"x>y\" b>1 &lt; 2<br/></p><script>if (a<b) {}</script><!-- <p> -->&#39;&x;");
        let names: Vec<String> = found.iter().map(|token| format!("{token:?}")).collect();
        assert_eq!(
            names,
            [
                "Open { name: \"p\", attributes: [(\"a\", \"x>y\"), (\"b\", \"\")], closed: false }",
                "Words(\"1 < 2\")",
                "Open { name: \"br\", attributes: [], closed: true }",
                "Close(\"p\")",
                "Open { name: \"script\", attributes: [], closed: false }",
                "Raw(\"if (a<b) {}\")",
                "Close(\"script\")",
                "Other(\"<!-- <p> -->\")",
                "Words(\"'&x;\")",
            ]
        );
    }

    #[test]
    fn what_is_no_markup_is_no_trouble() {
        for text in ["<", "<<<", "</", "<a b=", "<a b='", "<script>", "&", "&#x;", "<a =", "<\u{e9}>", "<a b=\"\u{e9}"]
        {
            tokens(text);
        }
    }
}
