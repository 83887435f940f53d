//! Objects as a file writes them. Knows the syntax of PDF; no document.

use std::io::Write as _;

use lopdf::{Dictionary, Object, StringFormat};

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// Writes an object. A stream is written as its dictionary: its content is for whoever writes the file.
pub(super) fn write(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(true) => out.extend_from_slice(b"true"),
        Object::Boolean(false) => out.extend_from_slice(b"false"),
        Object::Integer(number) => integer(*number, out),
        Object::Real(number) => write!(out, "{number}").expect("a list of bytes takes any number"),
        Object::Name(letters) => name(letters, out),
        Object::String(bytes, StringFormat::Literal) => literal(bytes, out),
        Object::String(bytes, StringFormat::Hexadecimal) => {
            out.push(b'<');
            out.extend(bytes.iter().flat_map(|byte| hex(*byte)));
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                // Two words or numbers that follow one another need a space between them.
                if is_word(item) && out.last().is_some_and(|last| !b"[]>)".contains(last)) {
                    out.push(b' ');
                }
                write(item, out);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(entries, out),
        Object::Stream(stream) => dictionary(&stream.dict, out),
        Object::Reference((number, generation)) => {
            integer(i64::from(*number), out);
            out.push(b' ');
            integer(i64::from(*generation), out);
            out.extend_from_slice(b" R");
        }
    }
}

fn dictionary(entries: &Dictionary, out: &mut Vec<u8>) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(key, out);
        if is_word(value) {
            out.push(b' ');
        }
        write(value, out);
    }
    out.extend_from_slice(b">>");
}

/// Whether an object begins with a letter or a digit, which the end of a name would take for its own.
const fn is_word(object: &Object) -> bool {
    matches!(object, Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_))
}

fn name(letters: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for &letter in letters {
        if b"()<>[]{}/%#".contains(&letter) || !(b'!'..=b'~').contains(&letter) {
            out.push(b'#');
            out.extend(hex(letter));
        } else {
            out.push(letter);
        }
    }
}

fn literal(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            // An end of line would be read as another one.
            b'\r' => out.extend(b"\\r"),
            _ => out.push(byte),
        }
    }
    out.push(b')');
}

pub(super) fn integer(number: i64, out: &mut Vec<u8>) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    let mut left = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = DIGITS[(left % 10) as usize];
        left /= 10;
        if left == 0 {
            break;
        }
    }
    if number < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[at..]);
}

fn hex(byte: u8) -> [u8; 2] {
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(object: &Object) -> String {
        let mut out = Vec::new();
        write(object, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_is_written_is_as_short_as_it_can_be_read() {
        let reference = || Object::Reference((12, 0));
        let array = vec![
            Object::Integer(-7),
            Object::Real(0.25),
            Object::Name(b"A B".to_vec()),
            reference(),
            Object::Array(vec![Object::Null]),
            Object::Boolean(true),
            Object::String(b"a(b)\\\r".to_vec(), StringFormat::Literal),
            Object::Integer(0),
            Object::String(vec![0, 0xFE], StringFormat::Hexadecimal),
        ];
        let entries = Dictionary::from_iter([("K", Object::Array(array)), ("P", reference()), ("S", "Sect".into())]);
        assert_eq!(
            written(&Object::Dictionary(entries)),
            "<</K[-7 0.25/A#20B 12 0 R[null]true(a\\(b\\)\\\\\\r)0<00FE>]/P 12 0 R/S/Sect>>"
        );
    }

    #[test]
    fn the_smallest_and_the_largest_number_have_all_their_digits() {
        assert_eq!(written(&Object::Integer(i64::MIN)), "-9223372036854775808");
        assert_eq!(written(&Object::Integer(i64::MAX)), "9223372036854775807");
    }
}
