//! Objects of a file, written short.

use lopdf::{Dictionary, Object, StringFormat};
use printpdf::DictItem;

pub(super) fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    Dictionary::from_iter(entries)
}

pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

pub(super) fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).expect("a document has fewer parts than a number can count"))
}

pub(super) fn numbers<const N: usize>(numbers: [f32; N]) -> Object {
    Object::Array(numbers.into_iter().map(Object::Real).collect())
}

pub(super) fn bytes(bytes: &[u8]) -> Object {
    Object::String(bytes.to_vec(), StringFormat::Literal)
}

pub(super) fn literal(words: &str) -> Object {
    bytes(words.as_bytes())
}

/// Words that people read: UTF-16 with its mark.
pub(super) fn text(words: &str) -> Object {
    bytes(&utf16(words))
}

/// The same for the content of a page.
pub(in crate::render::pdf) fn text_item(words: &str) -> DictItem {
    DictItem::String { data: utf16(words), literal: true }
}

/// Words in two bytes a unit. A reader takes some controls for the beginning of a language, so none stands among them.
fn utf16(words: &str) -> Vec<u8> {
    let letters = words.chars().map(|letter| match letter {
        '\t' | '\n' | '\r' => ' ',
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    });
    let units = letters.flat_map(|letter| letter.encode_utf16(&mut [0; 2]).to_vec());
    [0xFE, 0xFF].into_iter().chain(units.flat_map(u16::to_be_bytes)).collect()
}

pub(super) fn hex(digits: &str) -> Vec<u8> {
    digits
        .as_bytes()
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + char::from(*digit).to_digit(16).unwrap_or(0) as u8))
        .collect()
}
