//! What the glyphs of a font mean: its `ToUnicode` map.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The letters of each glyph.
#[derive(Debug, Default)]
pub(super) struct Letters(BTreeMap<u16, String>);

impl Letters {
    /// Reads a `ToUnicode` map: single glyphs, and runs of them.
    pub(super) fn parse(map: &[u8]) -> Self {
        let mut letters = BTreeMap::new();
        let mut section = "";
        let mut codes: Vec<Vec<u8>> = Vec::new();
        for word in words(map) {
            match word.as_str() {
                "beginbfchar" => section = "char",
                "beginbfrange" => section = "range",
                "endbfchar" | "endbfrange" => {
                    section = "";
                    codes.clear();
                }
                hex if hex.starts_with('<') => codes.push(bytes(hex)),
                _ => {}
            }
            match (section, codes.as_slice()) {
                ("char", [glyph, said]) => {
                    letters.insert(number(glyph), utf16(said));
                    codes.clear();
                }
                ("range", [from, to, said]) => {
                    let (from, to) = (number(from), number(to));
                    let last = said.len().checked_sub(2).map(|at| number(&said[at..]));
                    for glyph in from..=to {
                        let mut own = said.clone();
                        if let Some(last) = last {
                            let moved = last.wrapping_add(glyph - from).to_be_bytes();
                            let at = own.len() - 2;
                            own[at..].copy_from_slice(&moved);
                        }
                        letters.insert(glyph, utf16(&own));
                    }
                    codes.clear();
                }
                _ => {}
            }
        }
        Self(letters)
    }

    /// Adds the letters of some glyphs, two bytes each. A glyph without a meaning is told by its number.
    pub(super) fn read(&self, glyphs: &[u8], said: &mut String) {
        for pair in glyphs.chunks(2) {
            let glyph = number(pair);
            match self.0.get(&glyph) {
                // What stands for a glyph without letters of its own says nothing.
                Some(letters) => said.extend(letters.chars().filter(|letter| *letter != '\u{200B}')),
                None => write!(said, "[glyph {glyph}]").expect("a string takes any text"),
            }
        }
    }
}

/// The words of a map: `<hexadecimal>`, or letters between white space.
fn words(map: &[u8]) -> Vec<String> {
    let text: String = map.iter().map(|byte| char::from(*byte)).collect();
    let spaced = text.replace('<', " <").replace('>', "> ").replace(['[', ']'], " ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).map(|byte| byte as u8).collect()
}

fn number(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |number: u16, byte| number.wrapping_shl(8) | u16::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(number).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_glyphs_and_runs_have_letters() {
        let letters = Letters::parse(
            b"2 beginbfchar <0001><0041> <0002> <00660069> endbfchar 1 beginbfrange\n<0005> <0007> <0030> endbfrange",
        );
        let mut said = String::new();
        letters.read(&[0, 1, 0, 2, 0, 5, 0, 7, 0, 9], &mut said);
        assert_eq!(said, "Afi02[glyph 9]");
    }

    #[test]
    fn nonsense_means_nothing() {
        for map in [&b"beginbfchar <> <"[..], b"beginbfrange <FFFF> <0000> <>", b"<0001> <0041>", b"\xFF\xFE>"] {
            Letters::parse(map);
        }
        let all = Letters::parse(b"beginbfrange <0000> <FFFF> <D800> endbfrange");
        assert_eq!(all.0.len(), 65_536);
    }
}
