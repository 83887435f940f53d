//! What makes a file small and does not change what it says.

use std::io::Write as _;

use lopdf::{Dictionary, Object, Stream};

use crate::render::digest;

/// The bytes of an entry of the table of objects: kind, place, index. So the library writes them.
const ENTRY: usize = 7;

/// Joins the glyphs of a page's words that follow one another without a correction: `<0001><0002>` is `<00010002>`.
/// In the content of our pages no string is literal, so these two letters stand nowhere else.
pub(super) fn join_glyphs(content: &mut Vec<u8>) {
    if content.contains(&b'(') {
        return;
    }
    let mut joined = Vec::with_capacity(content.len());
    let mut rest = content.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(b"><") {
            rest = after;
            continue;
        }
        joined.push(*first);
        rest = after;
    }
    *content = joined;
}

/// Packs the table of objects at the end of a finished file, which the library writes as it is. `trailer` is what the
/// library wrote beside it. A file that does not end so stays as it is.
pub(super) fn pack_table(file: &mut Vec<u8>, trailer: &Dictionary, number: u32) {
    if let Some((start, packed)) = packed_table(file, trailer, number) {
        file.truncate(start);
        file.extend_from_slice(&packed);
    }
}

fn packed_table(file: &[u8], trailer: &Dictionary, number: u32) -> Option<(usize, Vec<u8>)> {
    let mark = b"startxref\n";
    let at = file.windows(mark.len()).rposition(|window| window == mark)?;
    let digits: Vec<u8> = file[at + mark.len()..].iter().copied().take_while(u8::is_ascii_digit).collect();
    let start: usize = String::from_utf8(digits).ok()?.parse().ok()?;
    let length = usize::try_from(trailer.get(b"Length").ok()?.as_i64().ok()?).ok()?;
    let opening = b"stream\n";
    let head = file.get(start..)?.windows(opening.len()).position(|window| window == opening)?;
    let from = start + head + opening.len();
    let table = file.get(from..from + length)?;
    let mut stream = Stream::new(Dictionary::new(), differences(table));
    stream.compress().ok()?;
    if !stream.dict.has(b"Filter") {
        return None;
    }
    let reference = |key: &[u8]| trailer.get(key).ok().and_then(|object| object.as_reference().ok());
    let size = trailer.get(b"Size").ok()?.as_i64().ok()?;
    let ((root, _), (info, _)) = (reference(b"Root")?, reference(b"Info")?);
    let [id, _] = trailer.get(b"ID").ok()?.as_array().ok()?.as_slice() else { return None };
    let id = digest::hex(id.as_str().ok()?);
    let index: Vec<String> = trailer.get(b"Index").ok()?.as_array().ok()?.iter().filter_map(whole).collect();
    let mut packed = format!(
        "{number} 0 obj\n<</Type/XRef/Size {size}/W[1 4 2]/Index[{}]/Root {root} 0 R/Info {info} 0 R/ID[<{id}><{id}>]\
         /Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {ENTRY}>>/Length {}>>\nstream\n",
        index.join(" "),
        stream.content.len(),
    )
    .into_bytes();
    packed.extend_from_slice(&stream.content);
    write!(packed, "\nendstream\nendobj\nstartxref\n{start}\n%%EOF").ok()?;
    Some((start, packed))
}

fn whole(object: &Object) -> Option<String> {
    object.as_i64().ok().map(|number| number.to_string())
}

/// Every entry as its difference from the one above it, which is nearly always the same.
fn differences(table: &[u8]) -> Vec<u8> {
    /// The mark of such a line.
    const UP: u8 = 2;
    let mut above = [0_u8; ENTRY];
    let mut lines = Vec::with_capacity(table.len() / ENTRY * (ENTRY + 1));
    for entry in table.chunks_exact(ENTRY) {
        lines.push(UP);
        for (byte, above) in entry.iter().zip(&mut above) {
            lines.push(byte.wrapping_sub(*above));
            *above = *byte;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_without_a_correction_between_them_are_one_string() {
        let mut content = b"/P <</MCID 5>> BDC\n[<0001><0002>-4<0003>] TJ".to_vec();
        join_glyphs(&mut content);
        assert_eq!(content, b"/P <</MCID 5>> BDC\n[<00010002>-4<0003>] TJ");
    }

    #[test]
    fn a_content_with_literal_strings_is_left_alone() {
        let mut content = b"(a><b) Tj [<0001><0002>] TJ".to_vec();
        join_glyphs(&mut content);
        assert_eq!(content, b"(a><b) Tj [<0001><0002>] TJ");
    }

    #[test]
    fn a_table_is_its_first_entry_and_what_changes() {
        let table = [2, 0, 0, 1, 0, 0, 7, 2, 0, 0, 1, 0, 0, 8];
        assert_eq!(differences(&table), [2, 2, 0, 0, 1, 0, 0, 7, 2, 0, 0, 0, 0, 0, 0, 1]);
    }
}
