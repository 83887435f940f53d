//! Letters that XML would lose, as `.xlsx` writes them: a line break as `_x000D_`. What looks like one and is none is written
//! `_x005F_x000D_`.

/// A text as it was before it was written.
pub(super) fn unescaped(text: &str) -> String {
    let text = replaced(text, |code| Some((char::from_u32(code)?.to_string(), 7)));
    if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text }
}

/// A text in which what would be taken for such a letter keeps its own.
pub(super) fn guarded(text: &str) -> String {
    replaced(text, |_| Some(("_x005F_x".to_owned(), 2)))
}

/// Puts in place of each such letter, by its number, what it becomes; and says how many bytes of it that replaces.
fn replaced(text: &str, by: impl Fn(u32) -> Option<(String, usize)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let code = rest.get(2..6).filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let code = code.filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let known = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(&by);
        let (words, length) = known.unwrap_or_else(|| ("_x".to_owned(), 2));
        out.push_str(&words);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_the_format_are_read() {
        assert_eq!(unescaped("a_x000D_\nb _x005F_x0041_ _xyz"), "a\nb _x0041_ _xyz");
    }

    #[test]
    fn an_escape_that_somebody_typed_keeps_its_letters() {
        assert_eq!(guarded("a_x000D_b_xyz"), "a_x005F_x000D_b_xyz");
        for text in ["_x0041_", "_x005F_x0041_", "_x_x0041_", "__x0041__x0041_", "_x00e9_é", "_x"] {
            assert_eq!(unescaped(&guarded(text)), text);
        }
    }
}
