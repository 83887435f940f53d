//! How much room words take in a chart, and where they break. Knows the widths of letters, nothing about charts.

use super::TEXT;
use super::advances::ADVANCES;

/// How heavy words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

/// The width of words in chart units.
pub fn width(words: &str, weight: Weight) -> f32 {
    words.chars().map(|letter| advance(letter, weight)).sum::<f32>() * TEXT / 1000.0
}

/// Breaks words into lines no wider than `room`: at spaces, and inside a word only where it is wider than a line.
/// At least one line comes back, and no letter but the spaces at line ends is lost.
pub fn wrap(words: &str, weight: Weight, room: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined, weight) <= room {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut pieces = split(word, weight, room);
        line = pieces.pop().unwrap_or_default();
        lines.append(&mut pieces);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Words cut to `room`, with an ellipsis where something is missing. Only absurdly long words are: a chart's own words
/// are short, and its table has all of them.
pub fn clip(words: &str, weight: Weight, room: f32) -> String {
    if width(words, weight) <= room {
        return words.to_owned();
    }
    let room = room - width("…", weight);
    if room < 0.0 {
        return String::new();
    }
    let mut kept = split(words, weight, room).swap_remove(0);
    if width(&kept, weight) > room {
        // Not even one letter has room.
        kept.clear();
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The widest of some lines.
pub fn widest<'a>(lines: impl IntoIterator<Item = &'a str>, weight: Weight) -> f32 {
    lines.into_iter().map(|line| width(line, weight)).fold(0.0, f32::max)
}

/// Cuts one word into pieces no wider than `room`, at least a letter each.
fn split(word: &str, weight: Weight, room: f32) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut used = 0.0;
    for letter in word.chars() {
        let wide = advance(letter, weight) * TEXT / 1000.0;
        if !piece.is_empty() && used + wide > room {
            pieces.push(std::mem::take(&mut piece));
            used = 0.0;
        }
        piece.push(letter);
        used += wide;
    }
    pieces.push(piece);
    pieces
}

/// One letter's width in thousandths of the text size. Letters of other scripts get a generous guess.
fn advance(letter: char, weight: Weight) -> f32 {
    let thousandths = match ADVANCES.binary_search_by_key(&letter, |&(known, _, _)| known) {
        Ok(at) => {
            let (_, regular, semibold) = ADVANCES[at];
            match weight {
                Weight::Regular => regular,
                Weight::Semibold => semibold,
            }
        }
        Err(_) => match letter {
            '\0'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{300}'..='\u{36F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' => 0,
            '\u{2E80}'.. => 1000,
            _ => 650,
        },
    };
    f32::from(thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(ADVANCES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn semibold_is_wider() {
        assert!(width("Target 160", Weight::Semibold) > width("Target 160", Weight::Regular));
        assert!((width("000", Weight::Regular) - 3.0 * 0.497 * TEXT).abs() < 0.001);
    }

    #[test]
    fn welsh_letters_are_known() {
        for letter in "ŵŷâêîôûáéïẅŴŶ’–−".chars() {
            assert!(ADVANCES.iter().any(|&(known, _, _)| known == letter), "{letter}");
        }
    }

    #[test]
    fn words_break_at_spaces() {
        assert_eq!(
            wrap("NHS Fenholme Integrated Care Board", Weight::Regular, 172.0),
            ["NHS Fenholme Integrated", "Care Board"]
        );
        assert_eq!(wrap("", Weight::Regular, 172.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_and_loses_nothing() {
        let lines = wrap(&"W".repeat(50), Weight::Regular, 100.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), "W".repeat(50));
        assert!(widest(lines.iter().map(String::as_str), Weight::Regular) <= 100.0);
    }
}
