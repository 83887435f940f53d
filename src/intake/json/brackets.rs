//! Which bracket was most likely forgotten, by how the lines are set in. Knows nothing of what the brackets hold.

/// Whether the closing bracket starts its line and is set in less than the line its opening one stands in: then it was
/// most likely meant for one further out.
pub(super) fn closes_from_outside(text: &str, opened: usize, closed: usize) -> bool {
    let before = text[..closed].trim_end_matches([' ', '\t']);
    if before.len() < opened || !before.ends_with(['\n', '\r']) {
        return false;
    }
    closed - before.len() < set_in(text, opened)
}

/// By how many spaces or tabs the line this byte stands in is set in.
pub(super) fn set_in(text: &str, at: usize) -> usize {
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[line..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

#[cfg(test)]
mod tests {
    use super::closes_from_outside;

    fn first_closed(text: &str) -> bool {
        closes_from_outside(text, text.rfind('{').unwrap(), text.find('}').unwrap())
    }

    #[test]
    fn a_bracket_set_in_less_than_its_own_was_meant_for_another() {
        assert!(first_closed("{\n  \"a\": {\n    \"b\": 1\n}"));
        assert!(first_closed("{\r\n\t\"a\": { \"b\": 1,\r\n}"));
    }

    #[test]
    fn one_that_stands_as_its_own_or_in_the_line_was_not() {
        for text in ["{\n  \"a\": {\n    \"b\": 1\n  }", "{\n  \"a\": { \"b\": 1 }", "{}", "  {\n  \"b\": 1 }", "{\n}"]
        {
            assert!(!first_closed(text), "{text}");
        }
    }
}
