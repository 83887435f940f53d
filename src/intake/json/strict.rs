//! The quick way through a text without a fault, which most are: a tree, or nothing at all, and then the reader that can
//! say why goes over it from the start. So whatever takes a second thought is left to that reader, and this one stays
//! short enough to be checked by eye. A test shows that both make the same tree of every text that this one takes.

use std::ops::Range;

use crate::intake::MAX_DEPTH;
use crate::intake::tree::{FEW_FIELDS, Kind, NodeId, Tree, by_name};
use crate::source::DocumentId;

/// No number this short is too large or too fine for a program to hold exactly.
const SHORT_NUMBER: usize = 15;

/// The tree of a text that is JSON in every letter, gives no field twice, and has no number or name out of the ordinary,
/// and where its lines start: they end only between values, and are passed there anyway.
pub(super) fn read(text: &str, document: DocumentId, room: usize) -> Option<(Tree, Vec<usize>)> {
    let mut strict = Strict {
        bytes: text.as_bytes(),
        document,
        room,
        tree: Tree::with_room(text.len(), room),
        open: Vec::with_capacity(MAX_DEPTH.min(32)),
        names: Vec::with_capacity(64),
        lines: Vec::with_capacity(text.len() / 24),
    };
    strict.lines.push(0);
    strict.whole()?;
    Some((strict.tree, strict.lines))
}

/// What has been read so far. Each step is told the byte it starts at and says where the next one does, so that the place
/// need not be kept here.
struct Strict<'t> {
    bytes: &'t [u8],
    document: DocumentId,
    room: usize,
    tree: Tree,
    /// The lists and records that are open, outermost first.
    open: Vec<Open>,
    /// The names given so far in all records that are open.
    names: Vec<(&'t [u8], NodeId)>,
    /// Where lines start, as far as they have been passed.
    lines: Vec<usize>,
}

#[derive(Clone, Copy)]
struct Open {
    node: NodeId,
    record: bool,
    /// Where its own names start in [`Strict::names`].
    names_from: usize,
}

impl Strict<'_> {
    fn whole(&mut self) -> Option<()> {
        let mut at = 0;
        let mut name = 0..0;
        loop {
            let opens;
            (at, opens) = self.value(at, name)?;
            let mut mark;
            (at, mark) = match self.mark(at) {
                Some(next) => next,
                // Nothing follows the whole.
                None if self.open.is_empty() => return Some(()),
                None => return None,
            };
            let mut open = *self.open.last()?;
            if !(opens && mark != open.end()) {
                while mark != b',' {
                    if mark != open.end() {
                        return None;
                    }
                    self.close(open, at + 1)?;
                    (at, mark) = match self.mark(at + 1) {
                        Some(next) => next,
                        None if self.open.is_empty() => return Some(()),
                        None => return None,
                    };
                    open = *self.open.last()?;
                }
                at += 1;
            }
            (at, name) = if open.record { self.name(at)? } else { (at, 0..0) };
        }
    }

    /// The next byte that is no space, and where it stands; nothing at the end of the text.
    #[inline]
    fn mark(&mut self, at: usize) -> Option<(usize, u8)> {
        let byte = *self.bytes.get(at)?;
        if byte > b' ' { Some((at, byte)) } else { self.mark_after_space(at) }
    }

    /// The same after spaces.
    fn mark_after_space(&mut self, mut at: usize) -> Option<(usize, u8)> {
        loop {
            match *self.bytes.get(at)? {
                byte @ b'!'.. => return Some((at, byte)),
                b' ' | b'\r' | b'\t' => at += 1,
                b'\n' => {
                    self.lines.push(at + 1);
                    at = after_indent(self.bytes, at + 1);
                }
                other => return Some((at, other)),
            }
        }
    }

    /// Takes the name of a field and its colon.
    #[inline]
    fn name(&mut self, at: usize) -> Option<(usize, Range<usize>)> {
        let (start, b'"') = self.mark(at)? else { return None };
        // A name with an escape may be the same as one without.
        let (end, true) = quoted(self.bytes, start)? else { return None };
        let (at, b':') = self.mark(end)? else { return None };
        Some((at + 1, start..end))
    }

    /// Takes a value, or the opening bracket of one; whether it was a bracket.
    #[inline]
    fn value(&mut self, at: usize, name: Range<usize>) -> Option<(usize, bool)> {
        let (start, first) = self.mark(at)?;
        let mut plain = true;
        let (kind, end) = match first {
            b'"' => {
                let end;
                (end, plain) = quoted(self.bytes, start)?;
                (Kind::Text, end)
            }
            b'{' => (Kind::Record, start + 1),
            b'[' => (Kind::List, start + 1),
            b'-' | b'0'..=b'9' => (Kind::Number, start + number(&self.bytes[start..])?),
            b't' => (Kind::Boolean, start + word(&self.bytes[start..], b"true")?),
            b'f' => (Kind::Boolean, start + word(&self.bytes[start..], b"false")?),
            b'n' => (Kind::Empty, start + word(&self.bytes[start..], b"null")?),
            _ => return None,
        };
        if self.tree.len() >= self.room {
            return None;
        }
        let given = self.bytes.get(name.start + 1..name.end.saturating_sub(1));
        let node = self.tree.open(kind, plain, self.document, name, start..end);
        if let Some(given) = given {
            if matches!(given, [b'x', b'_', ..]) {
                self.tree.set_own(node);
            }
            self.names.push((given, node));
        }
        let opens = matches!(kind, Kind::Record | Kind::List);
        if opens {
            if self.open.len() == MAX_DEPTH {
                return None;
            }
            self.open.push(Open { node, record: kind == Kind::Record, names_from: self.names.len() });
        }
        Some((end, opens))
    }

    /// Ends the innermost list or record at this byte.
    fn close(&mut self, open: Open, end: usize) -> Option<()> {
        let names = &mut self.names[open.names_from..];
        let has_twins = if names.len() <= FEW_FIELDS {
            (1..names.len()).any(|last| names[..last].iter().any(|(name, _)| *name == names[last].0))
        } else {
            names.sort_unstable_by(|(one, _), (other, _)| by_name(one, other));
            names.windows(2).any(|pair| pair[0].0 == pair[1].0)
        };
        let fields = self.names.drain(open.names_from..).map(|(_, node)| node);
        self.tree.close(open.node, end, fields);
        self.open.pop();
        (!has_twins).then_some(())
    }
}

impl Open {
    /// The bracket it ends with.
    #[inline]
    fn end(self) -> u8 {
        if self.record { b'}' } else { b']' }
    }
}

/// The end of what stands between the quotation mark here and the next, and whether there is no escape in it.
#[inline(always)]
#[expect(clippy::inline_always, reason = "half of what reading takes is here, and a third of it was the call")]
fn quoted(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let mut at = start + 1;
    let mut plain = true;
    loop {
        at = stop(bytes, at);
        match *bytes.get(at)? {
            b'"' => return Some((at + 1, plain)),
            b'\\' => {
                plain = false;
                at += escape(&bytes[at + 1..])?;
            }
            _ => return None,
        }
    }
}

/// How long a number is: digits without a leading zero, and decimals after a point.
fn number(rest: &[u8]) -> Option<usize> {
    let digits = |from: usize| rest[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let sign = usize::from(rest[0] == b'-');
    let whole = digits(sign);
    if whole == 0 || (whole > 1 && rest[sign] == b'0') {
        return None;
    }
    let mut end = sign + whole;
    if rest.get(end) == Some(&b'.') {
        let decimals = digits(end + 1);
        (decimals > 0).then_some(())?;
        end += 1 + decimals;
    }
    (end <= SHORT_NUMBER && !matches!(rest.get(end), Some(b'e' | b'E'))).then_some(end)
}

/// How long a word is, where it stands here.
fn word(rest: &[u8], word: &[u8]) -> Option<usize> {
    rest.starts_with(word).then_some(word.len())
}

/// The next byte inside a text that needs a look: its end, an escape, or what has no place there. Eight bytes are looked
/// at in one go.
#[inline(always)]
fn stop(bytes: &[u8], mut at: usize) -> usize {
    const LOW: u64 = u64::MAX / 255;
    const HIGH: u64 = LOW * 0x80;
    // The highest bit of each byte that is below a number, up to the first of them; those after it may be wrong.
    let below = |eight: u64, number: u8| eight.wrapping_sub(LOW * u64::from(number)) & !eight;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let eight = u64::from_le_bytes(*eight);
        // With this bit turned, the quotation mark stands just above what has no place in a text, and a space does not.
        let ends = below(eight ^ (LOW * 0x02), 0x21);
        let escapes = below(eight ^ (LOW * u64::from(b'\\')), 1);
        let stops = (ends | escapes) & HIGH;
        if stops != 0 {
            return at + stops.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| *byte < 0x20 || matches!(byte, b'"' | b'\\')).unwrap_or(rest.len())
}

/// Where the spaces end that a line begins with. Eight bytes are looked at in one go.
fn after_indent(bytes: &[u8], mut at: usize) -> usize {
    const SPACES: u64 = u64::MAX / 255 * b' ' as u64;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let others = u64::from_le_bytes(*eight) ^ SPACES;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at
}

/// How many bytes an escape takes with its backslash. Halves of letters are left to the other reader.
fn escape(rest: &[u8]) -> Option<usize> {
    match rest.first()? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(2),
        b'u' => {
            let digits = str::from_utf8(rest.get(1..5)?).ok()?;
            let letter = u32::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?;
            char::from_u32(letter).map(|_| 6)
        }
        _ => None,
    }
}
