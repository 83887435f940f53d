//! Text inside XML, for all of us who write it. Knows no element.

/// Text as it may stand between elements and in attributes. Line breaks, other control characters and what XML cannot hold at
/// all are left to whoever writes.
pub(crate) fn escaped(text: &str, other: impl Fn(char, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{FFFE}' | '\u{FFFF}' => other(letter, &mut out),
            letter if letter.is_control() => other(letter, &mut out),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::escaped;

    #[test]
    fn nothing_in_a_text_ends_the_text() {
        let shown = |letter: char, out: &mut String| write!(out, "[{:X}]", u32::from(letter)).unwrap();
        assert_eq!(
            escaped("]]> \"a\" <b>&'\u{1b}\n\u{ffff}", shown),
            "]]&gt; &quot;a&quot; &lt;b&gt;&amp;&apos;[1B][A][FFFF]"
        );
    }
}
