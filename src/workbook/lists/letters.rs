//! From the bytes of a list to its letters, however a program saved them. Knows nothing of cells.
//!
//! UTF-8 and UTF-16 say what they are. Whatever is neither is taken for Windows-1252, in which Excel saves “CSV (Comma
//! delimited)”, so that the rest can be looked at; but that is a guess, and it is told with the first such letter.

use crate::intake::looks_like_utf_16;

/// The letters of a list.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// Without the mark that may stand at its start.
    pub(super) text: String,
    /// The first letter that nobody can be sure of, by its byte in the text.
    pub(super) odd: Option<(usize, Odd)>,
    /// How many such letters there are.
    pub(super) count: usize,
}

/// A letter that nobody can be sure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Odd {
    /// A byte that is no UTF-8, and the letter that Windows writes as this byte.
    Byte(u8, char),
    /// Half of a letter of UTF-16.
    Half,
}

/// Reads the letters.
pub(super) fn letters(bytes: &[u8]) -> Letters {
    let mut letters = Letters::default();
    match bytes {
        [0xFF, 0xFE, rest @ ..] => letters.pairs(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => letters.pairs(rest, u16::from_be_bytes),
        [0, _, ..] if looks_like_utf_16(bytes) => letters.pairs(bytes, u16::from_be_bytes),
        _ if looks_like_utf_16(bytes) => letters.pairs(bytes, u16::from_le_bytes),
        _ => letters.single(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)),
    }
    letters
}

impl Letters {
    fn single(&mut self, bytes: &[u8]) {
        self.text.reserve(bytes.len());
        for chunk in bytes.utf8_chunks() {
            self.text.push_str(chunk.valid());
            for byte in chunk.invalid() {
                let letter = of_windows(*byte);
                self.odd(Odd::Byte(*byte, letter));
                self.text.push(letter);
            }
        }
    }

    fn pairs(&mut self, bytes: &[u8], number: fn([u8; 2]) -> u16) {
        let (pairs, rest) = bytes.as_chunks::<2>();
        for letter in char::decode_utf16(pairs.iter().map(|pair| number(*pair))) {
            match letter {
                Ok(letter) => self.text.push(letter),
                Err(_) => self.half(),
            }
        }
        if !rest.is_empty() {
            self.half();
        }
    }

    fn half(&mut self) {
        self.odd(Odd::Half);
        self.text.push(char::REPLACEMENT_CHARACTER);
    }

    fn odd(&mut self, odd: Odd) {
        self.odd.get_or_insert((self.text.len(), odd));
        self.count += 1;
    }
}

/// What Windows-1252 has where Latin-1 has only marks for machines.
const OF_WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

fn of_windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => OF_WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Option<(usize, Odd)>) {
        let Letters { text, odd, .. } = letters(bytes);
        (text, odd)
    }

    #[test]
    fn letters_are_the_same_however_they_are_saved() {
        let text = "ID,Enw\nR1,Tŷ 😀\n";
        let pairs = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (little, big) = (pairs(u16::to_le_bytes), pairs(u16::to_be_bytes));
        for bytes in [
            text.as_bytes(),
            &[b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            &[b"\xFF\xFE", little.as_slice()].concat(),
            &[b"\xFE\xFF", big.as_slice()].concat(),
            &little,
            &big,
        ] {
            assert_eq!(read(bytes), (text.to_owned(), None), "{bytes:?}");
        }
        assert_eq!(read(b""), (String::new(), None));
    }

    #[test]
    fn a_letter_of_windows_is_taken_for_what_it_may_be_and_told() {
        let found = letters(b"caf\xE9 \xA312 \x93so\x94");
        assert_eq!(found.text, "café £12 “so”");
        assert_eq!((found.odd, found.count), (Some((3, Odd::Byte(0xE9, 'é'))), 4));
        // What is UTF-8 stays so beside it.
        assert_eq!(read("Tŷ \u{a3}".as_bytes()).1, None);
        assert_eq!(read(b"T\xC5\xB7 \xE9").0, "Tŷ é");
    }

    #[test]
    fn half_a_letter_is_told() {
        assert_eq!(read(b"\xFF\xFEa\0\x00\xD8"), ("a\u{fffd}".to_owned(), Some((1, Odd::Half))));
        assert_eq!(read(b"\xFF\xFEa\0b"), ("a\u{fffd}".to_owned(), Some((1, Odd::Half))));
    }
}
