//! What can be wrong with one word or mark of a JSON text, in words. Knows the text, not the tree.

use std::ops::Range;

use jsonc_parser::ParseStringErrorKind;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::tokens::Token;

use super::faults::Fault;

/// The largest whole number that every program keeps exactly.
const EXACT: u128 = 9_007_199_254_740_992;

/// The end of the line this byte stands in.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\r', '\n']).map_or(text.len(), |length| at + length)
}

/// At most forty letters of what the author wrote, on one line.
pub(super) fn shortened(text: &str) -> String {
    let mut letters = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut short: String = letters.by_ref().take(40).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// What the scanner could not make sense of. `before` is where the last thing it understood ended.
#[expect(clippy::wildcard_enum_match_arm, reason = "the scanner's other kinds need no words of their own")]
pub(super) fn not_understood(text: &str, before: usize, error: &ParseError) -> Fault {
    let range = error.range();
    match error.kind() {
        ParseErrorKind::String(kind) => string_fault(text, range.start, kind),
        ParseErrorKind::UnterminatedCommentBlock => Fault::new(
            "comment",
            range.start..range.start + 2,
            "A comment starts here and does not end; JSON has no comments",
        )
        .help("take it out, or say it in a note field"),
        ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            let start = text[..range.start]
                .rfind(|letter: char| !is_number_letter(letter))
                .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            badly_written(text, start..number_end(text, start).max(range.start))
        }
        _ => unexpected(text, before, range.start),
    }
}

fn unexpected(text: &str, before: usize, at: usize) -> Fault {
    let Some(letter) = text[at..].chars().next() else {
        return Fault::new("not-json", at..at, "The file ends in the middle");
    };
    let bytes = at..at + letter.len_utf8();
    if before == at && text[..at].ends_with('"') {
        return inner_quotation_mark(at);
    }
    match letter {
        '“' | '”' | '„' | '‘' | '’' | '«' | '»' => Fault::new(
            "curly-quotes",
            bytes,
            format!("The quotation mark {letter} is a curly one, and JSON knows only the straight \""),
        )
        .help("write \" in its place; a word processor may have changed it, so look for others")
        .label("this mark"),
        '£' | '€' | '$' => {
            Fault::new("number-badly-written", bytes, format!("An amount is written with {letter} here"))
                .help("write the number alone, such as 1200")
        }
        '%' => Fault::new("number-badly-written", bytes, "A percentage is written with % here")
            .help("write the number alone, such as 78.0"),
        '#' => Fault::new("comment", at..line_end(text, at), "There is a comment here, and JSON has none")
            .help("take it out, or say it in a note field"),
        letter if letter.is_alphanumeric() || letter == '_' => word(text, at),
        letter if letter.is_control() => Fault::new(
            "control-character",
            bytes,
            format!("There is an invisible character here (U+{:04X})", letter as u32),
        )
        .help("take it out"),
        letter => Fault::new("not-json", bytes, format!("“{letter}” cannot stand here")).help(
            "text stands in quotation marks; a file that is something else than JSON has to be saved as JSON first",
        ),
    }
}

/// A word without quotation marks where a value belongs.
pub(super) fn word(text: &str, at: usize) -> Fault {
    let word = word_at(text, at);
    let bytes = at..at + word.len();
    let shown = shortened(word);
    let lower = word.to_lowercase();
    let help = match lower.as_str() {
        "true" | "yes" => "write true, in small letters".to_owned(),
        "false" | "no" => "write false, in small letters".to_owned(),
        "null" | "none" | "nil" | "na" | "undefined" | "nan" => {
            "leave the field out, or give a status such as \"not_available\"".to_owned()
        }
        _ => format!("write \"{shown}\", if it is meant as text"),
    };
    Fault::new("quotation-marks-missing", bytes, format!("“{shown}” stands here without quotation marks"))
        .help(help)
        .label("this word")
        .provided(shown)
}

/// A word without quotation marks where a name belongs.
pub(super) fn name_without_marks(text: &str, bytes: Range<usize>) -> Fault {
    let name = shortened(&text[bytes.clone()]);
    Fault::new("quotation-marks-missing", bytes, format!("The name “{name}” stands here without quotation marks"))
        .help(format!("write \"{name}\""))
        .label("this name")
}

/// A number where a name belongs, most often after a comma that divides thousands.
pub(super) fn number_as_name(text: &str, bytes: Range<usize>) -> Fault {
    let before = text[..bytes.start].strip_suffix(',').unwrap_or_default();
    let start = before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    if start == before.len() {
        return name_without_marks(text, bytes);
    }
    let rest = &text[bytes.end..];
    let more = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ',').len();
    let all = text[start..bytes.end + more].trim_end_matches(',');
    let end = start + all.len();
    Fault::new(
        "number-badly-written",
        start..end,
        format!("{} is written with commas between its digits", shortened(all)),
    )
    .help(format!("write {}", shortened(&all.replace(',', ""))))
    .provided(shortened(all))
}

/// A mark where something else belongs.
pub(super) fn out_of_place(token: &Token<'_>, bytes: Range<usize>) -> Fault {
    match token {
        Token::Comma => {
            Fault::new("comma-too-many", bytes, "There is nothing between this comma and what stands before it")
                .help("take the comma out, or write what was meant to stand there")
        }
        Token::CloseBrace | Token::CloseBracket => {
            Fault::new("bracket-not-opened", bytes, format!("This {} closes nothing", token.as_str()))
                .help("take it out")
        }
        Token::Colon => Fault::new("not-json", bytes, "A colon stands where none belongs")
            .help("a name and its value stand in a record, between { and }"),
        Token::OpenBrace | Token::OpenBracket => Fault::new(
            "quotation-marks-missing",
            bytes,
            format!("A field starts with its name, and this is {}", token.as_str()),
        )
        .help("give the field a name in quotation marks, then a colon"),
        Token::String(_)
        | Token::Word(_)
        | Token::Boolean(_)
        | Token::Number(_)
        | Token::Null
        | Token::CommentLine(_)
        | Token::CommentBlock(_) => {
            Fault::new("not-json", bytes, "This cannot stand here").help("look at the commas and brackets before it")
        }
    }
}

/// A text that seems to end at a quotation mark of its own.
pub(super) fn inner_quotation_mark(after: usize) -> Fault {
    Fault::new("text-not-closed", after - 1..after, "The text ends at this quotation mark, and goes on after it")
        .help("write a quotation mark inside a text as \\\", or use curly ones “ ” there")
        .label("this mark")
}

fn string_fault(text: &str, at: usize, kind: &ParseStringErrorKind) -> Fault {
    match kind {
        ParseStringErrorKind::UnterminatedStringLiteral => not_closed(text, at),
        ParseStringErrorKind::InvalidUnicodeEscapeSequence(_) => {
            let end = hex_end(text, at);
            Fault::new(
                "half-a-letter",
                at..end,
                format!("“{}” is one half of a letter, and the other half is missing", &text[at..end]),
            )
            .help("write the letter itself, or both halves")
            .provided(&text[at..end])
        }
        ParseStringErrorKind::ExpectedFourHexDigits | ParseStringErrorKind::ExpectedTwoHexDigits => {
            let end = hex_end(text, at);
            Fault::new(
                "escape-not-known",
                at..end,
                format!("“{}” is no letter: four digits from 0 to F follow \\u", &text[at..end]),
            )
            .help("write the letter itself; a backslash of your own is written \\\\")
            .provided(&text[at..end])
        }
        ParseStringErrorKind::InvalidEscapeInDoubleQuoteString
        | ParseStringErrorKind::InvalidEscapeInSingleQuoteString
        | ParseStringErrorKind::InvalidEscape => {
            let end = text[at + 1..].chars().next().map_or(text.len(), |letter| at + 1 + letter.len_utf8());
            Fault::new(
                "escape-not-known",
                at..end,
                format!("“{}” stands for nothing in JSON", shortened(&text[at..end])),
            )
            .help("a backslash of your own is written twice: \\\\")
            .provided(shortened(&text[at..end]))
        }
    }
}

fn hex_end(text: &str, at: usize) -> usize {
    at + 2 + text[at + 2..].bytes().take(4).take_while(u8::is_ascii_hexdigit).count()
}

fn not_closed(text: &str, start: usize) -> Fault {
    Fault::new(
        "text-not-closed",
        start..line_end(text, start),
        "The text that starts here has no closing quotation mark",
    )
    .help("put \" where it ends")
    .label("starts here")
}

/// What may not stand between quotation marks. Fails where the text seems to run on into the next lines.
pub(super) fn quoted(text: &str, bytes: &Range<usize>) -> Result<Vec<Fault>, Fault> {
    let mut faults = Vec::new();
    let raw = &text[bytes.clone()];
    if raw.starts_with('\'') {
        faults.push(
            Fault::new(
                "single-quotes",
                bytes.clone(),
                format!("“{}” stands in single quotation marks", shortened(raw.trim_matches('\''))),
            )
            .help("JSON knows only double ones: write \" at both ends"),
        );
    }
    let Some(offset) = raw.bytes().position(|byte| byte < 0x20) else { return Ok(faults) };
    let at = bytes.start + offset;
    if matches!(raw.as_bytes()[offset], b'\n' | b'\r') {
        if !text[bytes.end..].trim_start().starts_with([',', ':', '}', ']']) {
            return Err(not_closed(text, bytes.start));
        }
        faults.push(
            Fault::new(
                "line-break-in-text",
                bytes.start..at,
                "The text that starts here goes on over the end of the line",
            )
            .help("write it on one line, with \\n where a new line is meant"),
        );
    } else {
        faults.push(
            Fault::new(
                "control-character",
                at..at + 1,
                format!("There is an invisible character in this text (U+{:04X})", raw.as_bytes()[offset]),
            )
            .help("take it out; a tab is written \\t"),
        );
    }
    Ok(faults)
}

/// Where the digits, points and signs that start here end.
pub(super) fn number_end(text: &str, start: usize) -> usize {
    let mut before = ' ';
    let length = text[start..]
        .find(|letter: char| {
            let goes_on = letter.is_ascii_digit()
                || letter == '.'
                || (matches!(letter, 'e' | 'E') && before.is_ascii_digit())
                || (matches!(letter, '+' | '-') && matches!(before, ' ' | 'e' | 'E'));
            before = letter;
            !goes_on
        })
        .unwrap_or(text.len() - start);
    start + length
}

fn is_number_letter(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | '+' | '-' | 'e' | 'E')
}

/// Looks at how a number is written. Fails where it stands for nothing.
pub(super) fn number(text: &str, bytes: &Range<usize>) -> Result<Option<Fault>, Fault> {
    let number = &text[bytes.clone()];
    let shown = shortened(number);
    let unsigned = number.strip_prefix(['-', '+']).unwrap_or(number);
    if unsigned.starts_with(['N', 'I']) {
        return Err(Fault::new("number-badly-written", bytes.clone(), format!("{shown} is not a figure"))
            .help("leave the field out, or give a status such as \"not_available\"")
            .provided(shown));
    }
    let Ok(value) = number.parse::<f64>() else { return Err(badly_written(text, bytes.clone())) };
    if number.starts_with('+') || has_leading_zero(unsigned) || unsigned.starts_with('.') || has_bare_point(unsigned) {
        let fault =
            Fault::new("number-badly-written", bytes.clone(), format!("{shown} is not how JSON writes a number"));
        let plain = if value.is_finite() { format!("write {value}") } else { "write its digits".to_owned() };
        return Ok(Some(
            fault.help(format!("{plain}; if it is a code and no number, put it in quotation marks")).provided(shown),
        ));
    }
    if !value.is_finite() {
        return Ok(Some(
            Fault::new(
                "number-too-large",
                bytes.clone(),
                format!("{shown} is larger than any number that can be held"),
            )
            .help("check the figure; if it is a code and no number, put it in quotation marks")
            .provided(shown),
        ));
    }
    if is_inexact(number) {
        return Ok(Some(
            Fault::new("number-not-exact", bytes.clone(), format!("{shown} has more digits than most programs keep"))
                .help("check the figure; if it is a code and no number, put it in quotation marks")
                .provided(shown),
        ));
    }
    Ok(None)
}

/// Whether [`number`] has a word about this number's size already.
pub(super) fn is_out_of_bounds(number: &str) -> bool {
    is_inexact(number) || number.parse::<f64>().is_ok_and(f64::is_infinite)
}

/// Whether a whole number is beyond what every program keeps exactly.
fn is_inexact(number: &str) -> bool {
    let digits = number.trim_start_matches(['-', '+']);
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.parse::<u128>().map_or(digits.len() > 20, |whole| whole > EXACT)
}

fn has_leading_zero(unsigned: &str) -> bool {
    unsigned.strip_prefix('0').is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
}

fn has_bare_point(unsigned: &str) -> bool {
    unsigned.split_once('.').is_some_and(|(_, after)| !after.starts_with(|letter: char| letter.is_ascii_digit()))
}

fn badly_written(text: &str, bytes: Range<usize>) -> Fault {
    let shown = shortened(&text[bytes.clone()]);
    Fault::new("number-badly-written", bytes, format!("{shown} is not how JSON writes a number"))
        .help(
            "write digits, with a point before the decimals; if it is a code and no number, put it in quotation marks",
        )
        .provided(shown)
}

/// A space that JSON does not know.
pub(super) fn odd_space(text: &str, between: Range<usize>) -> Option<Fault> {
    let (offset, letter) =
        text[between.clone()].char_indices().find(|(_, letter)| !matches!(letter, ' ' | '\t' | '\n' | '\r'))?;
    let at = between.start + offset;
    Some(
        Fault::new(
            "odd-space",
            at..at + letter.len_utf8(),
            format!("The space here is not the one JSON knows (U+{:04X})", letter as u32),
        )
        .help("replace it with an ordinary space; it may have come from a web page, so look for others")
        .label("this space"),
    )
}

fn word_at(text: &str, at: usize) -> &str {
    let length = text[at..]
        .find(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '-'))
        .unwrap_or(text.len() - at);
    &text[at..at + length]
}
