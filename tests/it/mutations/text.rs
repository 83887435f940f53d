//! A mark left out, doubled or put where none belongs is told where it is, and so is a file cut short.

use candour::diagnostic::{Diagnostic, Severity, Verdict};
use candour::intake::Intake;
use candour::source::{Locate, Part};

use super::{Broken, STORIES, Story, checked, each_is_told, sampled, words};

/// The marks that hold the text together, with where they stand: brackets, commas, colons and quotation marks.
fn marks(text: &str) -> Vec<(usize, char)> {
    let (mut inside, mut escaped) = (false, false);
    let mut found = Vec::new();
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => {
                inside = !inside;
                found.push((at, letter));
            }
            '{' | '}' | '[' | ']' | ',' | ':' if !inside => found.push((at, letter)),
            _ => {}
        }
    }
    found
}

/// Each of some marks of a story, put otherwise.
fn otherwise(story: &'static Story, some: &str, with: impl Fn(char) -> String) -> Vec<Broken> {
    let broken =
        |(at, mark): (usize, char)| Broken { story, bytes: at..at + 1, with: with(mark), at: story.intake.top() };
    marks(&story.text).into_iter().filter(|(_, mark)| some.contains(*mark)).map(broken).collect()
}

/// Whether a fault of the text is shown no more than a line away from what was broken, or at what belongs to it.
fn is_near(broken: &Broken, found: &Diagnostic) -> bool {
    let text = broken.text();
    let intake: Intake = candour::intake::read("return.json", text.as_bytes()).intake;
    let line = text[..broken.bytes.start].matches('\n').count() + 1;
    let places = std::iter::once((&found.at, found.part))
        .chain(found.related.iter().map(|related| (&related.at, Part::Value)))
        .map(|(at, part)| intake.locate(at, part));
    let near = |found: u32| (found as usize).abs_diff(line) <= 1;
    let mate = mate(&broken.story.text, broken.bytes.start);
    found.severity == Severity::Error
        && places.into_iter().any(|place| near(place.line) || near(place.end_line) || Some(place.bytes.start) == mate)
}

/// The opening bracket that belongs to this closing one.
fn mate(text: &str, closing: usize) -> Option<usize> {
    let mut open = Vec::new();
    for (at, mark) in marks(text) {
        match mark {
            '{' | '[' => open.push(at),
            '}' | ']' => {
                let opened = open.pop();
                if at == closing {
                    return opened;
                }
            }
            _ => {}
        }
    }
    None
}

#[test]
fn a_comma_or_colon_left_out() {
    each_is_told(36, |story| otherwise(story, ",:", |_| String::new()), is_near);
}

#[test]
fn a_quotation_mark_left_out() {
    each_is_told(36, |story| otherwise(story, "\"", |_| String::new()), is_near);
}

#[test]
fn an_opening_bracket_left_out() {
    each_is_told(36, |story| otherwise(story, "{[", |_| String::new()), is_near);
}

#[test]
fn a_closing_bracket_left_out() {
    each_is_told(36, |story| otherwise(story, "}]", |_| String::new()), is_near);
}

#[test]
fn a_mark_given_twice() {
    each_is_told(30, |story| otherwise(story, "{[,:\"", |mark| format!("{mark}{mark}")), is_near);
}

#[test]
fn a_closing_bracket_given_twice() {
    // Where the second closes what was open anyway, only what comes after it can tell.
    each_is_told(
        12,
        |story| otherwise(story, "}]", |mark| format!("{mark}{mark}")),
        |broken, found| found.at.stretch().is_some_and(|bytes| bytes.start > broken.bytes.start),
    );
}

#[test]
fn a_mark_in_place_of_another() {
    each_is_told(
        36,
        |story| {
            otherwise(story, "{}[],:\"", |mark| {
                let odd = match mark {
                    '{' => '[',
                    '}' => ']',
                    '[' => '{',
                    ']' => '}',
                    ',' => ';',
                    ':' => '=',
                    _ => '“',
                };
                odd.to_string()
            })
        },
        is_near,
    );
}

#[test]
fn something_that_cannot_be_seen() {
    each_is_told(
        24,
        |story| {
            let odd = ["\u{a0}", "\u{1}", "\u{feff}", "\u{2028}", "\u{0}", "\\"];
            let mut ways = otherwise(story, ",:\"", |mark| format!("{mark}{}", odd[0]));
            for (index, broken) in ways.iter_mut().enumerate() {
                let mark = broken.with.chars().next().unwrap();
                broken.with = format!("{mark}{}", odd[index % odd.len()]);
            }
            // Inside a text these three stand for themselves.
            ways.retain(|broken| {
                !(broken.with.starts_with('"') && broken.with.ends_with(['\u{a0}', '\u{feff}', '\u{2028}']))
            });
            ways
        },
        is_near,
    );
}

#[test]
fn a_field_given_twice() {
    each_is_told(
        24,
        |story| {
            let twice = |(at, value): (candour::source::Pointer, candour::intake::Value<'_>)| {
                let name = value.name_bytes()?;
                let with = format!("{}, ", &story.text[name.start..value.bytes().end]);
                Some(Broken { story, bytes: name.start..name.start, with, at })
            };
            story.values().into_iter().filter_map(twice).collect()
        },
        |broken, found| {
            let second = broken.bytes.start + broken.with.len();
            found.rule == "field-given-twice"
                && found.at.parent() == broken.at.parent()
                && found.at.stretch().is_some_and(|bytes| bytes.start == second)
        },
    );
}

#[test]
fn a_file_cut_short() {
    for story in STORIES.iter() {
        let ends: Vec<_> = story.text.char_indices().map(|(at, _)| at).skip(1).collect();
        for end in sampled(ends, 12) {
            let text = story.text[..end].trim_end();
            let broken = format!("{} cut at {end}", story.name);
            let checked = checked(text.as_bytes());
            words::look_over(&checked, &broken);
            if end >= story.text.trim_end().len() {
                continue;
            }
            assert_eq!(checked.verdict(), Verdict::Unreadable, "{broken}");
            let last = text.lines().count();
            let is_at_the_end = |found: &Diagnostic| {
                let place = checked.intake().locate(&found.at, found.part);
                found.severity == Severity::Error && (place.end_line as usize) >= last
            };
            assert!(checked.diagnostics().iter().any(is_at_the_end), "{broken}: {:?}", checked.diagnostics());
        }
    }
}

#[test]
fn a_letter_saved_otherwise() {
    for story in STORIES.iter() {
        let letters: Vec<_> = story.text.char_indices().filter(|(_, letter)| letter.is_alphabetic()).collect();
        for (at, letter) in sampled(letters, 3) {
            let mut bytes = story.text.clone().into_bytes();
            bytes.splice(at..at + letter.len_utf8(), [0xE9]);
            let checked = checked(&bytes);
            words::look_over(&checked, &story.name);
            let found = checked.diagnostics().iter().find(|found| found.rule == "not-saved-as-utf-8");
            let stretch = found.and_then(|found| found.at.stretch());
            assert_eq!(stretch.map(|bytes| bytes.start), Some(at), "{} at {at}", story.name);
        }
    }
}
