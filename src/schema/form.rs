//! The forms that our schemas ask of texts, each looked at in one walk. Knows the few marks of regular expressions that
//! our patterns are written with, and no others.

/// A pattern, as pieces one after the other, each taken as often as it can be.
pub(super) struct Form {
    pieces: Vec<Piece>,
    /// From this piece on it may end as well.
    may_end_at: usize,
}

/// Letters of ASCII, and how often one of them stands here.
struct Piece {
    /// Whether this byte is one of them.
    letters: [bool; 256],
    least: usize,
    most: usize,
}

impl Form {
    /// Reads a pattern from `^` to `$`; `None` where it has marks that are not known here.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let mut rest = pattern.strip_prefix('^')?.strip_suffix('$')?;
        let mut form = Self { pieces: Vec::new(), may_end_at: usize::MAX };
        if let Some((first, last)) = rest.split_once('(') {
            form.read(first)?;
            form.may_end_at = form.pieces.len();
            rest = last.strip_suffix(")?")?;
        }
        form.read(rest)?;
        Some(form)
    }

    fn read(&mut self, mut pattern: &str) -> Option<()> {
        while let Some(first) = pattern.chars().next() {
            let letters;
            (letters, pattern) = match first {
                '[' => {
                    let (class, rest) = pattern[1..].split_once(']')?;
                    (class_of(class)?, rest)
                }
                ' ' | '-' | 'A'..='Z' | 'a'..='z' | '0'..='9' => (letter(first as u8), &pattern[1..]),
                _ => return None,
            };
            let letters = std::array::from_fn(|byte| letters & letter(byte as u8) != 0);
            let mut piece = Piece { letters, least: 1, most: 1 };
            if let Some(rest) = pattern.strip_prefix('{') {
                let (times, rest) = rest.split_once('}')?;
                let (least, most) = times.split_once(',').unwrap_or((times, times));
                (piece.least, piece.most) = (least.parse().ok()?, most.parse().ok()?);
                pattern = rest;
            }
            self.pieces.push(piece);
        }
        Some(())
    }

    /// Whether a text is in this form beyond doubt.
    pub(super) fn fits(&self, text: &[u8]) -> bool {
        let mut rest = text;
        for (number, piece) in self.pieces.iter().enumerate() {
            if number == self.may_end_at && rest.is_empty() {
                return true;
            }
            let mut times = 0;
            while times < piece.most && rest.get(times).is_some_and(|byte| piece.letters[usize::from(*byte)]) {
                times += 1;
            }
            if times < piece.least {
                return false;
            }
            rest = &rest[times..];
        }
        rest.is_empty()
    }
}

/// The letters between two square brackets, ranges among them.
fn class_of(class: &str) -> Option<u128> {
    let bytes = class.as_bytes();
    let mut letters = 0;
    let mut at = 0;
    while let Some(first) = bytes.get(at).copied() {
        let is_plain = first.is_ascii_alphanumeric() || first == b'-' && at + 1 == bytes.len();
        if !is_plain {
            return None;
        }
        if let (Some(b'-'), Some(last)) = (bytes.get(at + 1), bytes.get(at + 2)) {
            letters |= (first..=*last).fold(0, |letters, byte| letters | letter(byte));
            at += 3;
        } else {
            letters |= letter(first);
            at += 1;
        }
    }
    Some(letters)
}

/// The bit of a letter of ASCII.
fn letter(byte: u8) -> u128 {
    1_u128.checked_shl(u32::from(byte)).unwrap_or(0)
}

/// Whether it is a day of the calendar, written year, month, day.
pub(super) fn is_date(text: &[u8]) -> bool {
    if text.len() != 10 || text[4] != b'-' || text[7] != b'-' {
        return false;
    }
    let number = |digits: &[u8]| {
        let digit = |digit: &u8| digit.is_ascii_digit().then(|| u32::from(digit - b'0'));
        digits.iter().try_fold(0, |number, byte| Some(number * 10 + digit(byte)?))
    };
    let (Some(year), Some(month), Some(day)) = (number(&text[..4]), number(&text[5..7]), number(&text[8..])) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return false,
    };
    year > 0 && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_what_its_pattern_says() {
        let patterns = [
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "^[0-9]{4}-[0-9]{2}$",
            "^[a-z0-9][a-z0-9-]{1,40}$",
            "^[0-9]{4}-[0-9]{2}( Q[1-4])?$",
            "^[EWSNK][0-9]{8}$",
            "^[A-Z][0-9]{1,4}$",
        ];
        let long = "a-".repeat(21);
        let texts = [
            "2026-09-30",
            "2026-9-30",
            "2026-09-300",
            "2026-27",
            "2026-27 Q2",
            "2026-27 Q5",
            "2026-27 Q",
            "2026-27Q2",
            "E12345678",
            "e12345678",
            "E1234567",
            "R1",
            "R12345",
            "R",
            "r1",
            "a",
            "ab",
            "a-b",
            "-a",
            "a_b",
            "",
            " R1",
            "R1 ",
            "R1\n",
            "é1",
            "2026-é7",
            long.as_str(),
            &long[1..],
            &long[..41],
        ];
        for pattern in patterns {
            let form = Form::of(pattern).unwrap_or_else(|| panic!("{pattern}"));
            let schema = jsonschema::options().build(&serde_json::json!({"pattern": pattern})).unwrap();
            for text in texts {
                assert_eq!(form.fits(text.as_bytes()), schema.is_valid(&text.into()), "{text:?} in {pattern}");
            }
        }
    }

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        let schema =
            jsonschema::options().should_validate_formats(true).build(&serde_json::json!({"format": "date"})).unwrap();
        for text in [
            "2026-09-30",
            "2026-09-31",
            "2028-02-29",
            "2026-02-29",
            "2000-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-01-32",
            "2026-1-01",
            "2026-01-01 ",
            "20260101",
            "",
            "2026-01-0é",
        ] {
            assert_eq!(is_date(text.as_bytes()), schema.is_valid(&text.into()), "{text}");
        }
    }
}
