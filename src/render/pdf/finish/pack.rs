//! What makes a file small and does not change what it says.

use std::cmp::Reverse;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::order;

/// How hard streams are packed: the next level takes half as long again and saves a thirtieth.
const LEVEL: u8 = 5;

/// More threads than these have nothing to do.
const MOST_THREADS: usize = 4;

/// Packed bytes.
pub(super) fn one(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, LEVEL)
}

/// Packs streams on as many threads as there are; `None` for one that stays as it is, or would not become smaller.
pub(super) fn all(streams: &[Option<&[u8]>]) -> Vec<Option<Vec<u8>>> {
    let mut largest: Vec<(usize, &[u8])> =
        streams.iter().enumerate().filter_map(|(at, stream)| Some((at, (*stream)?))).collect();
    // The largest first, so that no thread is left with it at the end.
    order::by_key(&mut largest, |(_, stream)| Reverse(stream.len()));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((at, stream)) = largest.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((*at, one(stream)));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(MOST_THREADS).min(largest.len());
    let done = thread::scope(|scope| {
        // Where there is no thread to be had, this one does it all.
        let others: Vec<_> =
            (1..threads).filter_map(|_| thread::Builder::new().spawn_scoped(scope, work).ok()).collect();
        let mut done = work();
        for other in others {
            done.extend(other.join().expect("packing bytes does not fail"));
        }
        done
    });
    let mut packed: Vec<Option<Vec<u8>>> = vec![None; streams.len()];
    for (at, bytes) in done {
        // What says that it is packed takes room too.
        packed[at] = streams[at].filter(|stream| bytes.len() + 19 < stream.len()).map(|_| bytes);
    }
    packed
}

/// Joins the glyphs of a page's words that follow one another without a correction: `<0001><0002>` is `<00010002>`.
/// In strings that stand as they are these two letters are glyphs like others.
pub(super) fn join_glyphs(content: &mut Vec<u8>) {
    let mut joined = Vec::with_capacity(content.len());
    let mut rest = content.as_slice();
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'>' | b'(')) {
        let (before, after) = rest.split_at(at);
        joined.extend_from_slice(before);
        rest = after;
        let taken = if rest.starts_with(b"(") { literal(rest) } else { 1 };
        if let Some(after) = rest.strip_prefix(b"><") {
            // Not the end of one dictionary and the beginning of another.
            if !joined.ends_with(b">") && !after.starts_with(b"<") {
                rest = after;
                continue;
            }
        }
        let (whole, after) = rest.split_at(taken);
        joined.extend_from_slice(whole);
        rest = after;
    }
    joined.extend_from_slice(rest);
    *content = joined;
}

/// How long the string is with which bytes begin, its parentheses among it.
fn literal(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

/// The entries of a table, so many bytes each, as their differences from the one above, which are nearly always the
/// same.
pub(super) fn differences(table: &[u8], entry: usize) -> Vec<u8> {
    /// The mark of such a line.
    const UP: u8 = 2;
    let mut above = vec![0_u8; entry];
    let mut lines = Vec::with_capacity(table.len() / entry * (entry + 1));
    for entry in table.chunks_exact(entry) {
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
    fn strings_that_stand_as_they_are_stay_so() {
        let joined = |content: &[u8]| {
            let mut content = content.to_vec();
            join_glyphs(&mut content);
            content
        };
        assert_eq!(joined(b"(a><b) Tj [<0001><0002>] TJ"), b"(a><b) Tj [<00010002>] TJ");
        assert_eq!(joined(br"(\)><(x><)\\) <01><02>"), br"(\)><(x><)\\) <0102>");
        assert_eq!(joined(b"<</A<01>>><</B 1>>"), b"<</A<01>>><</B 1>>");
        assert_eq!(joined(br"<01><02>(\"), br"<0102>(\");
    }

    #[test]
    fn a_table_is_its_first_entry_and_what_changes() {
        let table = [2, 0, 0, 1, 0, 0, 7, 2, 0, 0, 1, 0, 0, 8];
        assert_eq!(differences(&table, 7), [2, 2, 0, 0, 1, 0, 0, 7, 2, 0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn streams_come_back_in_their_order_whoever_packed_them() {
        let texts: Vec<Vec<u8>> = (0..40).map(|at: u8| vec![at; usize::from(at) * 10]).collect();
        let given: Vec<Option<&[u8]>> =
            texts.iter().map(|text| Some(text.as_slice()).filter(|text| text.len() % 3 > 0)).collect();
        let packed = all(&given);
        for (text, packed) in texts.iter().zip(packed) {
            match packed {
                Some(bytes) => assert_eq!(miniz_oxide::inflate::decompress_to_vec_zlib(&bytes).unwrap(), *text),
                None => assert!(text.len() % 3 == 0 || text.len() < 40, "{}", text.len()),
            }
        }
    }
}
