//! From bytes to letters. Knows nothing of JSON.

use std::borrow::Cow;

use super::MAX_BYTES;
use super::faults::Fault;
use crate::diagnostic::Severity;

/// The letters of a file, and what is to be said about how they were saved.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) faults: Vec<Fault>,
}

/// Reads the letters; fails where there is nothing to read on with.
pub(super) fn text(bytes: Cow<'_, [u8]>) -> Result<Text, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::new(
            "file-too-large",
            0..0,
            "This file is longer than 10 MB, which is the most a return may have",
        )
        .help("leave out what is not part of the return; pictures and papers are linked to, not put in"));
    }
    if looks_like_utf_16(&bytes) {
        return Err(Fault::new("saved-as-utf-16", 0..0, "This file is saved as UTF-16, and returns are read as UTF-8")
            .help("open it in an editor and save it as UTF-8"));
    }
    let mut faults = Vec::new();
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").map(<[u8]>::to_vec);
    if unmarked.is_some() {
        let mut fault = Fault::new(
            "byte-order-mark",
            0..0,
            "This file starts with an invisible mark (a UTF-8 byte-order mark)",
        )
        .help("nothing is lost by it here; other programs may want it saved as “UTF-8” rather than “UTF-8 with BOM”");
        fault.severity = Severity::Advice;
        faults.push(fault);
    }
    let body = unmarked.map_or(bytes, Cow::Owned);
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::new("file-empty", 0..0, "This file is empty")
            .help("save the return again, or start one with `candour new`"));
    }
    let text = match String::from_utf8(body.into_owned()) {
        Ok(text) => text,
        Err(error) => {
            let (start, body) = (error.utf8_error().valid_up_to(), error.as_bytes());
            faults.push(
                Fault::new(
                    "not-saved-as-utf-8",
                    start..start + char::REPLACEMENT_CHARACTER.len_utf8(),
                    format!("The letter here is not saved as UTF-8 (its byte is {:02X})", body[start]),
                )
                .help("open the file in an editor, mend the letter, and save it as UTF-8")
                .label("this letter"),
            );
            String::from_utf8_lossy(body).into_owned()
        }
    };
    Ok(Text { text, faults })
}

/// With its mark, or without: JSON starts with two letters of ASCII, each of which has a zero byte in UTF-16.
pub(crate) fn looks_like_utf_16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0) && (first | second).is_ascii(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        for bytes in [&b"\xFF\xFE{\0"[..], b"\xFE\xFF\0{", b"{\0}\0", b"\0{\0}"] {
            assert_eq!(text(bytes.into()).unwrap_err().rule, "saved-as-utf-16");
        }
    }

    #[test]
    fn a_letter_of_another_code_is_told_and_read_past() {
        let read = text(b"{\"a\": \"caf\xE9\"}".into()).unwrap();
        assert_eq!(read.text, "{\"a\": \"caf\u{fffd}\"}");
        assert_eq!(read.faults[0].bytes, 10..13);
        assert!(read.faults[0].message.contains("E9"));
    }

    #[test]
    fn white_space_alone_is_empty() {
        assert_eq!(text(b"".into()).unwrap_err().rule, "file-empty");
        assert_eq!(text(b"\xEF\xBB\xBF \r\n".into()).unwrap_err().rule, "file-empty");
    }

    #[test]
    fn what_is_too_large_is_not_looked_into() {
        assert_eq!(text(vec![b' '; MAX_BYTES + 1].into()).unwrap_err().rule, "file-too-large");
    }
}
