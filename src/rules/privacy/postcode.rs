//! Full postcodes, and their first half alone.

use super::{Hit, one_case, stands_alone};
use crate::diagnostic::Severity;

/// The postcode areas of the United Kingdom and the islands.
const NAMES: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK \
                     FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG \
                     NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR \
                     TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

/// For each first letter of an area a bit for every second one, from A on, and [`ALONE`].
static AREAS: [u32; 26] = {
    let mut areas = [0; 26];
    let names = NAMES.as_bytes();
    let mut at = 1;
    while at < names.len() {
        let first = (names[at] - b'A') as usize;
        if names[at + 1] == b' ' {
            areas[first] |= ALONE;
            at += 2;
        } else {
            areas[first] |= 1 << (names[at + 1] - b'A');
            at += 3;
        }
    }
    areas
};

/// An area of one letter.
const ALONE: u32 = 1 << 26;

/// Words that look like the first half of a postcode and are something else.
const OTHERS: [&str; 2] = ["CO2", "SO2"];

/// Postcodes in a text. Capitals or small letters, not both: `Q2 1st` is no postcode, nor is `N2 5th`.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut from = 0;
    std::iter::from_fn(move || next(text, &mut from))
}

/// The next of them from this byte on.
fn next(text: &str, from: &mut usize) -> Option<Hit> {
    while let Some(start) = text[*from..].find(|letter: char| letter.is_ascii_alphabetic()).map(|found| *from + found) {
        // On to the next word, if this one is no postcode.
        let word = start + text[start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        *from = word;
        let Some(outward) = outward(&text.as_bytes()[start..]) else { continue };
        let full = outward.into_iter().rev().find_map(|length| {
            let bytes = start..start + length + inward(&text.as_bytes()[start + length..])?;
            (one_case(&text[bytes.clone()]) && stands_alone(text, &bytes)).then_some(bytes)
        });
        if let Some(bytes) = full {
            *from = bytes.end;
            return Some(Hit { bytes, severity: Severity::Error, what: "what looks like a full postcode", help: FULL });
        }
        if is_half(text, start, word) {
            let (severity, what) = (Severity::Advice, "what looks like the first half of a postcode");
            return Some(Hit { bytes: start..word, severity, what, help: HALF });
        }
    }
    None
}

const FULL: &str = "take it out, or name the ward: a postcode is a handful of homes";
const HALF: &str = "check whether the place is small enough to tell who is meant; if not, leave it";

/// How many bytes the first half may take: area, a digit, and perhaps one more digit or letter.
fn outward(text: &[u8]) -> Option<[usize; 2]> {
    let letters = text.iter().take(3).take_while(|byte| byte.is_ascii_alphabetic()).count();
    if !(1..=2).contains(&letters) || !text.get(letters)?.is_ascii_digit() || !is_area(&text[..letters]) {
        return None;
    }
    let longer = text.get(letters + 1).is_some_and(u8::is_ascii_alphanumeric);
    Some([letters + 1, if longer { letters + 2 } else { letters + 1 }])
}

/// How many bytes the second half takes with the space before it: a digit and two letters.
fn inward(text: &[u8]) -> Option<usize> {
    let space = usize::from(text.first() == Some(&b' '));
    let is_letter = |byte: &u8| {
        byte.is_ascii_alphabetic() && !matches!(byte.to_ascii_uppercase(), b'C' | b'I' | b'K' | b'M' | b'O' | b'V')
    };
    let fits = text.get(space)?.is_ascii_digit() && is_letter(text.get(space + 1)?) && is_letter(text.get(space + 2)?);
    fits.then_some(space + 3)
}

fn is_area(letters: &[u8]) -> bool {
    let number = |letter: &u8| usize::from(letter.to_ascii_uppercase() - b'A');
    match letters {
        [one] => AREAS[number(one)] & ALONE != 0,
        [one, two] => AREAS[number(one)] >> number(two) & 1 != 0,
        _ => false,
    }
}

/// Whether a postcode or its first half may begin these bytes, which begin with letters. Says rather yes than no.
pub(super) fn may_begin(text: &[u8]) -> bool {
    let Some(outward) = outward(text) else { return false };
    let is_pair = text.get(1).is_some_and(u8::is_ascii_alphabetic);
    is_pair || outward.into_iter().any(|length| inward(&text[length..]).is_some())
}

/// Whether a word is a first half that stands alone. One letter and a number is more often the id of a record.
fn is_half(text: &str, start: usize, end: usize) -> bool {
    let word = &text[start..end];
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = word.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    let tail = word.bytes().skip(letters + digits).all(|byte| byte.is_ascii_uppercase());
    let joined = |letter: char| matches!(letter, '-' | '/' | '.' | '_' | '@' | '\'' | '’');
    letters == 2
        && (1..=2).contains(&digits)
        && word.len() <= letters + digits + 1
        && tail
        && !OTHERS.contains(&word)
        && stands_alone(text, &(start..end))
        && !text[..start].chars().next_back().is_some_and(joined)
        && !text[end..].chars().next().is_some_and(|letter| matches!(letter, '-' | '/' | '_' | '@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn severities(text: &str) -> Vec<Severity> {
        hits(text).map(|hit| hit.severity).collect()
    }

    #[test]
    fn a_full_postcode_is_found_in_either_case() {
        for text in ["YO8 4QX", "yo8 4qx", "at SW1A 1AA.", "(B33 8TH)", "M1 1AE", "YO84QX", "née L1 8JQ"] {
            assert_eq!(severities(text), [Severity::Error], "{text}");
        }
    }

    #[test]
    fn quarters_records_references_and_chemistry_are_not() {
        for text in [
            "Q2 1st",
            "N2 5th",
            "S1 2nd floor",
            "R1 and S4",
            "E05999001",
            "HBF-PLC-2025-014",
            "CO2 fell",
            "S75 agreement",
            "DPIA v3",
            "B1 2am",
            "2026-27 Q2",
            "GP2GP",
            "O11 2AB",
            "section 31",
            "é",
            "M5",
        ] {
            assert_eq!(severities(text), [], "{text}");
        }
    }

    #[test]
    fn the_first_half_alone_is_advice() {
        assert_eq!(severities("homes in YO8 and LS12"), [Severity::Advice, Severity::Advice]);
        assert_eq!(severities("yo8"), []);
    }
}
