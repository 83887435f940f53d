//! Texts that a spreadsheet program would take for a formula. In a list nothing says that a cell is a text, so such a text
//! gets an apostrophe on its way out, and loses it on its way in.

/// A text as it may stand in a list.
pub(super) fn guarded(text: &str) -> String {
    if would_be_one(text) { format!("'{text}") } else { text.to_owned() }
}

/// A text as it was before it was guarded. An apostrophe that guards nothing is part of the text.
pub(super) fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| would_be_one(text)).unwrap_or(cell)
}

/// What programs show where a formula does not work.
pub(super) fn is_fault(words: &str) -> bool {
    const FAULTS: [&str; 9] = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];
    let words = words.trim();
    let number = words.strip_prefix("Err:");
    FAULTS.contains(&words) || number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text would be taken for a formula, or for the sign of one that does not work; with apostrophes before it or
/// without, so that one more can be told from those that were there.
fn would_be_one(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let first = text.trim_start_matches([' ', '\u{a0}']).chars().next();
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%'];
    first.is_some_and(|first| signs.contains(&first)) || is_fault(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_text_is_taken_for_a_formula() {
        for text in ["=1+1", "+44 20", "-item", "@SUM(A1)", "\tx", " =1", "＝1", "'=1", "''-", "#REF!"] {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(bare(&guarded(text)), text);
        }
        for text in ["", "'", "'tis", "5 - 3", "a=b", "’=1", "#1"] {
            assert_eq!((guarded(text).as_str(), bare(text)), (text, text));
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(text in "['=+@ \ta#-]{0,6}|[^\u{0}]{0,8}") {
            let written = guarded(&text);
            prop_assert_eq!(bare(&written), text.as_str());
            prop_assert!(!written.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
