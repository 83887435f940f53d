//! The quick way through a text without a fault, which most are: a tree, or nothing at all, and then the reader that can
//! say why goes over it from the start. So whatever takes a second thought is left to that reader, and this one stays
//! short enough to be checked by eye. A test shows that both make the same tree of every text that this one takes.

use std::ops::Range;

use crate::intake::MAX_DEPTH;
use crate::intake::tree::{Kind, NodeId, Tree, by_name};
use crate::source::DocumentId;

/// No number this short is too large or too fine for a program to hold exactly.
const SHORT_NUMBER: usize = 15;

/// The tree of a text that is JSON in every letter, gives no field twice, and has no number or name out of the ordinary,
/// and where its lines start: they end only between values, and are passed there anyway.
pub(super) fn read(text: &str, document: DocumentId, room: usize) -> Option<(Tree, Vec<usize>)> {
    let mut strict = Strict {
        text,
        at: 0,
        document,
        room,
        tree: Tree::with_room(text.len(), room),
        open: Vec::new(),
        names: Vec::new(),
        lines: Vec::with_capacity(text.len() / 24),
    };
    strict.lines.push(0);
    strict.whole()
}

struct Strict<'t> {
    text: &'t str,
    at: usize,
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

struct Open {
    node: NodeId,
    record: bool,
    /// Where its own names start in [`Strict::names`].
    names_from: usize,
}

impl Strict<'_> {
    fn whole(mut self) -> Option<(Tree, Vec<usize>)> {
        let mut name = 0..0;
        loop {
            if self.value(name)? && !self.ends_at_once()? {
                name = self.next_name()?;
                continue;
            }
            loop {
                let Some(record) = self.open.last().map(|open| open.record) else {
                    return self.mark().is_none().then_some((self.tree, self.lines));
                };
                match (self.mark()?, record) {
                    (b',', _) => break,
                    (b'}', true) | (b']', false) => self.close()?,
                    _ => return None,
                }
            }
            self.at += 1;
            name = self.next_name()?;
        }
    }

    /// The next byte that is no space, without taking it.
    #[inline]
    fn mark(&mut self) -> Option<u8> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte > b' ' { Some(byte) } else { self.mark_after_space() }
    }

    /// The same after spaces.
    fn mark_after_space(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mark = loop {
            match *bytes.get(at)? {
                b'\n' => {
                    self.lines.push(at + 1);
                    at = after_indent(bytes, at + 1);
                }
                b' ' | b'\r' | b'\t' => at += 1,
                byte => break byte,
            }
        };
        self.at = at;
        Some(mark)
    }

    /// The name of the next field and its colon; nothing in a list.
    fn next_name(&mut self) -> Option<Range<usize>> {
        if !self.open.last()?.record {
            return Some(0..0);
        }
        (self.mark()? == b'"').then_some(())?;
        let start = self.at;
        // A name with an escape may be the same as one without.
        (!self.quoted()?).then_some(())?;
        let name = start..self.at;
        (self.mark()? == b':').then_some(())?;
        self.at += 1;
        Some(name)
    }

    /// Takes a value, or the opening bracket of one; whether it was a bracket.
    fn value(&mut self, name: Range<usize>) -> Option<bool> {
        let first = self.mark()?;
        let start = self.at;
        let mut plain = true;
        let kind = match first {
            b'"' => {
                plain = !self.quoted()?;
                Kind::Text
            }
            b'{' => Kind::Record,
            b'[' => Kind::List,
            b'-' | b'0'..=b'9' => {
                self.number()?;
                Kind::Number
            }
            b't' => self.word("true", Kind::Boolean)?,
            b'f' => self.word("false", Kind::Boolean)?,
            b'n' => self.word("null", Kind::Empty)?,
            _ => return None,
        };
        let opens = matches!(kind, Kind::Record | Kind::List);
        self.at += usize::from(opens);
        if self.tree.len() >= self.room {
            return None;
        }
        let given = self.text.as_bytes().get(name.start + 1..name.end.saturating_sub(1));
        let node = self.tree.open(kind, plain, self.document, name, start..self.at);
        if let Some(given) = given {
            if given.starts_with(b"x_") {
                self.tree.set_own(node);
            }
            self.names.push((given, node));
        }
        if opens {
            if self.open.len() == MAX_DEPTH {
                return None;
            }
            self.open.push(Open { node, record: kind == Kind::Record, names_from: self.names.len() });
        }
        Some(opens)
    }

    /// Whether what was opened last is closed by the next mark.
    fn ends_at_once(&mut self) -> Option<bool> {
        Some(self.mark()? == if self.open.last()?.record { b'}' } else { b']' })
    }

    fn close(&mut self) -> Option<()> {
        self.at += 1;
        let open = self.open.pop()?;
        let names = &mut self.names[open.names_from..];
        names.sort_unstable_by(|(one, _), (other, _)| by_name(one, other));
        if names.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return None;
        }
        let fields = self.names.drain(open.names_from..).map(|(_, node)| node);
        self.tree.close(open.node, self.at, fields);
        Some(())
    }

    /// Takes what stands between two quotation marks; whether there is an escape in it.
    fn quoted(&mut self) -> Option<bool> {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        let mut escapes = false;
        loop {
            at = stop(bytes, at);
            match *bytes.get(at)? {
                b'"' => break,
                b'\\' => {
                    escapes = true;
                    at += escape(&bytes[at + 1..])?;
                }
                _ => return None,
            }
        }
        self.at = at + 1;
        Some(escapes)
    }

    /// Takes a number: digits without a leading zero, and decimals after a point.
    fn number(&mut self) -> Option<()> {
        let rest = &self.text.as_bytes()[self.at..];
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
        self.at += end;
        (end <= SHORT_NUMBER && !matches!(rest.get(end), Some(b'e' | b'E'))).then_some(())
    }

    fn word(&mut self, word: &str, kind: Kind) -> Option<Kind> {
        self.text[self.at..].starts_with(word).then_some(())?;
        self.at += word.len();
        Some(kind)
    }
}

/// The next byte inside a text that needs a look: its end, an escape, or what has no place there. Eight bytes are looked
/// at in one go.
fn stop(bytes: &[u8], mut at: usize) -> usize {
    const LOW: u64 = u64::MAX / 255;
    const HIGH: u64 = LOW * 0x80;
    // The highest bit of each byte that is below a number, up to the first of them; those after it may be wrong.
    let below = |eight: u64, number: u8| eight.wrapping_sub(LOW * u64::from(number)) & !eight & HIGH;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let eight = u64::from_le_bytes(*eight);
        let quote = below(eight ^ (LOW * u64::from(b'"')), 1);
        let escape = below(eight ^ (LOW * u64::from(b'\\')), 1);
        let stops = below(eight, 0x20) | quote | escape;
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
