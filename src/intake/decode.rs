//! Reads back what stands in the text: names and texts with their escapes, and numbers.

use std::borrow::Cow;

/// The text between the quotation marks, with escapes resolved. What the reader has let pass with a fault (a line
/// break, a letter in halves) is kept as well as it can be.
pub(super) fn decode(quoted: &str) -> Cow<'_, str> {
    let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(position) = rest.find('\\') {
        text.push_str(&rest[..position]);
        let (letter, length) = escape(&rest[position + 1..]);
        text.push(letter);
        rest = &rest[position + 1 + length..];
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The letter an escape stands for, and the bytes it takes after its backslash.
fn escape(rest: &str) -> (char, usize) {
    let Some(letter) = rest.chars().next() else { return ('\\', 0) };
    match letter {
        'n' => ('\n', 1),
        't' => ('\t', 1),
        'r' => ('\r', 1),
        'b' => ('\u{8}', 1),
        'f' => ('\u{c}', 1),
        'u' => {
            let Some(first) = hex(rest, 1) else { return (char::REPLACEMENT_CHARACTER, 1) };
            if let Some(letter) = char::from_u32(first) {
                return (letter, 5);
            }
            let second = rest.get(5..7).filter(|marks| *marks == "\\u").and_then(|_| hex(rest, 7));
            match second.filter(|_| first < 0xDC00).filter(|half| (0xDC00..0xE000).contains(half)) {
                Some(second) => {
                    let letter = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                    (char::from_u32(letter).unwrap_or(char::REPLACEMENT_CHARACTER), 11)
                }
                None => (char::REPLACEMENT_CHARACTER, 5),
            }
        }
        other => (other, other.len_utf8()),
    }
}

fn hex(rest: &str, from: usize) -> Option<u32> {
    let digits = rest.get(from..from + 4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

/// The number a text stands for. What is too large to be held is the largest that can be.
pub(super) fn number(text: &str) -> f64 {
    text.parse::<f64>().unwrap_or(0.0).clamp(f64::MIN, f64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved_as_serde_json_resolves_them() {
        for text in
            [r#""plain""#, r#""a\"b\\c\/d\n\t\r\b\f""#, r#""\u0041\u00e9\ud83d\ude00 é""#, r#""""#, r#""\\u0041""#]
        {
            assert_eq!(decode(text), serde_json::from_str::<String>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn a_letter_in_halves_is_shown_as_a_mark() {
        assert_eq!(decode(r#""a\ud800b""#), "a\u{fffd}b");
        assert_eq!(decode(r#""\ud800\u0041""#), "\u{fffd}A");
        assert_eq!(decode(r#""\udc00""#), "\u{fffd}");
    }

    #[test]
    fn a_number_beyond_all_bounds_is_the_largest() {
        assert!((number("1e999") - f64::MAX).abs() < f64::EPSILON);
        assert!((number("-1e999") - f64::MIN).abs() < f64::EPSILON);
    }
}
