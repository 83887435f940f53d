//! Our own words, before anything of a return is filled in: every text in the source that an officer may read is in
//! words an officer understands.

use std::fs;
use std::path::{Path, PathBuf};

use candour::check::pages;

use crate::mutations::words::odd_word;

/// Where texts for officers are written.
const SPOKEN: &[&str] = &["src/rules", "src/intake", "src/schema", "src/check", "src/cli", "src/diagnostic"];

/// What is written for other programs and for the tables of types, not for officers.
const NOT_SPOKEN: &[&str] = &["src/schema/generate.rs", "src/rules/testing.rs", "src/check/tests.rs"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// The texts in quotation marks of some code, with the line each begins in, but not those for programmers.
fn texts(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = code;
    let line = |rest: &str| code[..code.len() - rest.len()].matches('\n').count() + 1;
    loop {
        let begun = rest;
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some((start, hashes)) = raw(rest) {
            let end = format!("\"{hashes}");
            let body = &rest[start..];
            let length = body.find(&end).expect("a text ends");
            found.push((line(begun), body[..length].to_owned()));
            rest = &body[length + end.len()..];
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest = &rest[rest[1..].find('\'').unwrap() + 2..];
        } else if let Some(body) = rest.strip_prefix('"') {
            let mut text = String::new();
            let mut letters = body.char_indices();
            let end = loop {
                match letters.next().expect("a text ends") {
                    (at, '"') => break at,
                    (_, '\\') => match letters.next().expect("a text ends").1 {
                        '\n' => {
                            while body[letters.offset()..].starts_with(' ') {
                                letters.next();
                            }
                        }
                        'n' | 't' | 'r' => text.push(' '),
                        other => text.push(other),
                    },
                    (_, letter) => text.push(letter),
                }
            };
            // A promise to ourselves, and a reason given to the compiler, are for programmers.
            let before = code[..code.len() - begun.len()].trim_end();
            if !before.ends_with("expect(") && !before.ends_with("reason =") {
                found.push((line(begun), text));
            }
            rest = &body[end + 1..];
        } else {
            let Some(letter) = rest.chars().next() else { return found };
            rest = &rest[letter.len_utf8()..];
        }
    }
}

/// Where the body of a raw text begins, and its marks.
fn raw(rest: &str) -> Option<(usize, &str)> {
    let after = rest.strip_prefix('r')?;
    let hashes = &after[..after.len() - after.trim_start_matches('#').len()];
    after[hashes.len()..].starts_with('"').then_some((hashes.len() + 2, hashes))
}

/// A sentence or a part of one, rather than the name of a field, JSON, or a mark.
fn is_speech(text: &str) -> bool {
    let json = text.trim_start().starts_with(['{', '[']) && text.contains("\":");
    let pattern = text.starts_with('^') && text.ends_with('$');
    !json && !pattern && text.trim().contains(' ')
}

#[test]
fn texts_in_the_source_are_in_words_officers_know() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in SPOKEN {
        sources(&top.join(folder), &mut files);
    }
    let (mut odd, mut looked_at) = (Vec::new(), 0);
    for path in files {
        let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
        if NOT_SPOKEN.contains(&name.as_str()) {
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]\nmod ").next().unwrap();
        for (line, text) in texts(code).into_iter().filter(|(_, text)| is_speech(text)) {
            looked_at += 1;
            // The name of a command, which people type.
            if let Some(word) = odd_word(&text.replace("candour schema", "")) {
                odd.push(format!("{name}:{line} says “{word}”: {text}"));
            }
        }
    }
    assert!(looked_at > 800, "only {looked_at} texts were found");
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

#[test]
fn pages_on_rules_are_in_words_officers_know() {
    for page in pages() {
        for text in [page.why, page.answer, page.area] {
            assert_eq!(odd_word(text), None, "{}: {text}", page.name);
        }
        assert!(page.why.ends_with(['.', '?', '!']), "{}: {}", page.name, page.why);
    }
}

#[test]
fn texts_are_found_in_code() {
    let code = r##"
        // "not this"
        say("a plain \"one\"", 'x', '"', r#"a "raw" one"#);
        told.expect("a promise");
        let long = "one \
            line";
    "##;
    let found: Vec<_> = texts(code).into_iter().map(|(line, text)| format!("{line} {text}")).collect();
    assert_eq!(found, ["3 a plain \"one\"", "3 a \"raw\" one", "5 one line"]);
}
