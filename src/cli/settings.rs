//! `candour.toml`: what a team sets once, read with the place of every key, so that a slip in it is told like one in a
//! return. Knows the file's words, never where it lies.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::order;
use crate::{
    check,
    diagnostic::{Diagnostic, Severity, Stage, Verdict, render::Places},
    returns::{Allowed, DisclosureSettings, Settings},
    rules,
    source::{DocumentId, Locate, Part, Place, Pointer, Source, Sources},
};

use super::arguments::AudienceChoice;

/// What stands in a file of settings, and what there is to say about it.
#[derive(Debug)]
pub(super) struct Read {
    /// What the library is told.
    pub(super) settings: Settings,
    /// The audiences of reports where none is asked for; none where the file names none.
    pub(super) audiences: Vec<AudienceChoice>,
    /// The folder of templates as it stands in the file.
    pub(super) templates: Option<String>,
    diagnostics: Vec<Diagnostic>,
    text: Text,
}

/// The text, and what stands where in it.
#[derive(Debug)]
struct Text {
    sources: Sources,
}

impl Read {
    /// The findings, in the order of the file.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Where they stand.
    pub(super) fn places(&self) -> &dyn Places {
        &self.text
    }

    /// How it ended.
    pub(super) fn verdict(&self) -> Verdict {
        if self.diagnostics.is_empty() { Verdict::Accepted } else { Verdict::Rejected }
    }
}

impl Locate for Text {
    fn locate(&self, pointer: &Pointer, _: Part) -> Place {
        let bytes = pointer.stretch().unwrap_or(0..0);
        let document = pointer.document();
        let source = self.sources.get(document);
        let (line, column) = source.line_and_column(bytes.start);
        let (end_line, end_column) = source.line_and_column(bytes.end);
        Place { document, line, column, end_line, end_column, bytes, sheet: None, cell: None }
    }
}

impl Places for Text {
    fn source(&self, document: DocumentId) -> &Source {
        self.sources.get(document)
    }
}

/// The most faults of the text that are told: the first of them often has the others in its train.
const MOST: usize = 20;

/// Reads a file of settings.
pub(super) fn read(name: &str, bytes: &[u8]) -> Read {
    let mut sources = Sources::default();
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    sources.add(name, text);
    let mut reading = Reading::default();
    let (table, faults) = DeTable::parse_recoverable(text);
    let mut told = None;
    let mut faults: Vec<_> = faults.iter().map(|fault| fault.span().unwrap_or(0..0)).collect();
    order::by_key(&mut faults, |at| at.start);
    for at in faults.into_iter().take(MOST) {
        // What the library says of the text is in a programmer's words; where it stumbled is what helps.
        let line = text.bytes().take(at.start).filter(|byte| *byte == b'\n').count();
        if told.replace(line) == Some(line) {
            continue;
        }
        reading.say(
            "settings-not-toml",
            at,
            "This line is not written as TOML is".to_owned(),
            "write a name, = and a value, such as people = 7; words stand in quotation marks, lists in square brackets",
        );
    }
    reading.file(table.get_ref());
    let Reading { settings, audiences, templates, mut diagnostics } = reading;
    order::by_key(&mut diagnostics, |found| found.at.stretch().map(|bytes| bytes.start));
    Read { settings, audiences, templates, diagnostics, text: Text { sources } }
}

#[derive(Debug, Default)]
struct Reading {
    settings: Settings,
    audiences: Vec<AudienceChoice>,
    templates: Option<String>,
    diagnostics: Vec<Diagnostic>,
}

/// The parts of the file and what each holds.
const PARTS: &[(&str, &[&str])] = &[
    ("allow", &["postcodes", "telephone_numbers", "mailboxes"]),
    ("disclosure", &["people", "opinions"]),
    ("report", &["audiences", "templates"]),
];

impl Reading {
    fn file(&mut self, table: &DeTable<'_>) {
        let parts: Vec<_> = PARTS.iter().map(|(part, _)| *part).collect();
        for (name, value) in table {
            let word = name.get_ref().as_ref();
            let Some((part, known)) = PARTS.iter().find(|(part, _)| *part == word) else {
                self.not_known(name.span(), word, &parts, "candour.toml");
                continue;
            };
            let DeValue::Table(settings) = value.get_ref() else {
                let help = format!("write [{part}] on a line of its own, and its settings below it");
                self.say(
                    "setting-of-another-kind",
                    name.span(),
                    format!("“{part}” is a part with settings in it"),
                    help,
                );
                continue;
            };
            for (name, value) in settings {
                let word = name.get_ref().as_ref();
                match (*part, word) {
                    ("allow", "postcodes") => self.allow(value, POSTCODE),
                    ("allow", "telephone_numbers") => self.allow(value, TELEPHONE),
                    ("allow", "mailboxes") => self.allow(value, MAILBOX),
                    ("disclosure", "people") => {
                        let opinions = self.settings.disclosure.opinions();
                        if let Some(people) = self.threshold(word, value, DisclosureSettings::PEOPLE) {
                            self.settings.disclosure = DisclosureSettings::at_least(people, opinions);
                        }
                    }
                    ("disclosure", "opinions") => {
                        let people = self.settings.disclosure.people();
                        if let Some(opinions) = self.threshold(word, value, DisclosureSettings::OPINIONS) {
                            self.settings.disclosure = DisclosureSettings::at_least(people, opinions);
                        }
                    }
                    ("report", "audiences") => self.audiences(value),
                    ("report", "templates") => match words(value).filter(|folder| !folder.is_empty()) {
                        Some(folder) => self.templates = Some(folder.to_owned()),
                        None => {
                            self.of_another_kind(value.span(), "“templates” is the name of a folder", "\"templates\"");
                        }
                    },
                    (part, _) => self.not_known(name.span(), word, known, &format!("[{part}]")),
                }
            }
        }
    }

    fn allow(&mut self, value: &Spanned<DeValue<'_>>, kind: Kind) {
        let DeValue::Array(items) = value.get_ref() else {
            self.of_another_kind(value.span(), &format!("Here stands a list of {}", kind.many), kind.example);
            return;
        };
        for item in items {
            match words(item).filter(|text| (kind.is_one)(text)) {
                Some(text) => (kind.allow)(&mut self.settings.allowed, text),
                None => self.of_another_kind(item.span(), &format!("This is not {}", kind.one), kind.example),
            }
        }
    }

    fn threshold(&mut self, name: &str, value: &Spanned<DeValue<'_>>, usual: u64) -> Option<u64> {
        let number = if let DeValue::Integer(number) = value.get_ref() {
            u64::from_str_radix(number.as_str(), number.radix()).ok()
        } else {
            None
        };
        let Some(number) = number.filter(|number| *number <= 1_000) else {
            self.of_another_kind(value.span(), &format!("“{name}” is a whole number up to 1,000"), &usual.to_string());
            return None;
        };
        if number < usual {
            self.say(
                "threshold-lowered",
                value.span(),
                format!("“{name}” is {number}, and counts below {usual} are hidden whatever stands here"),
                format!("write {usual} or more, or leave it out; only a grant agreement can allow the funder to see smaller counts"),
            );
            return None;
        }
        Some(number)
    }

    fn audiences(&mut self, value: &Spanned<DeValue<'_>>) {
        let example = "[\"funder\", \"members\"]";
        let DeValue::Array(items) = value.get_ref() else {
            self.of_another_kind(value.span(), "Here stands a list of audiences", example);
            return;
        };
        for item in items {
            let choice = words(item).and_then(|word| <AudienceChoice as clap::ValueEnum>::from_str(word, false).ok());
            match choice {
                Some(choice) => self.audiences.push(choice),
                None => self.of_another_kind(item.span(), "This is not an audience of a report", example),
            }
        }
    }

    fn not_known(&mut self, at: Range<usize>, word: &str, known: &[&str], part: &str) {
        if word == "waivers" || word == "waiver" {
            self.say(
                "waivers-in-settings",
                at,
                "Waivers never stand in candour.toml: they come from the funder".to_owned(),
                "take them out; whoever has the funder’s file names it with --waivers",
            );
            return;
        }
        let near = known
            .iter()
            .map(|known| (strsim::jaro_winkler(word, known), known))
            .filter(|(likeness, _)| *likeness > 0.8)
            .max_by(|(one, _), (other, _)| one.total_cmp(other));
        let did_you_mean = near.map_or_else(String::new, |(_, near)| format!(". Did you mean “{near}”?"));
        let shown = rules::masked(word).into_owned();
        self.say(
            "setting-not-known",
            at,
            format!("“{shown}” is not a setting of {part}{did_you_mean}"),
            format!("{part} can hold {}", known.join(", ")),
        );
    }

    fn of_another_kind(&mut self, at: Range<usize>, message: &str, example: &str) {
        self.say("setting-of-another-kind", at, message.to_owned(), format!("write it as {example}"));
    }

    fn say(&mut self, rule: &'static str, at: Range<usize>, message: String, help: impl Into<String>) {
        debug_assert!(check::explain(rule).is_some(), "{rule} has no `why`");
        let at = Pointer::root(DocumentId::FIRST).narrowed(at);
        let found = Diagnostic::new(rule, Severity::Error, Stage::Syntax, at, message);
        self.diagnostics.push(Diagnostic { help: Some(help.into()), ..found });
    }
}

/// The words of a text, without spaces around them.
fn words<'v>(value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
    if let DeValue::String(text) = value.get_ref() { Some(text.trim()) } else { None }
}

/// A kind of thing that can be allowed.
#[derive(Clone, Copy)]
struct Kind {
    one: &'static str,
    many: &'static str,
    example: &'static str,
    is_one: fn(&str) -> bool,
    allow: fn(&mut Allowed, &str),
}

const POSTCODE: Kind = Kind {
    one: "a full postcode",
    many: "postcodes",
    example: "[\"YO8 4QX\"]",
    is_one: rules::is_postcode,
    allow: Allowed::allow_postcode,
};
const TELEPHONE: Kind = Kind {
    one: "a British telephone number",
    many: "telephone numbers",
    example: "[\"01632 960123\"]",
    is_one: rules::is_telephone_number,
    allow: Allowed::allow_telephone_number,
};
const MAILBOX: Kind = Kind {
    one: "an e-mail address",
    many: "e-mail addresses",
    example: "[\"hub@saltmere.example\"]",
    is_one: rules::is_mailbox,
    allow: Allowed::allow_mailbox,
};

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let read = read("candour.toml", text.as_bytes());
        let line = |found: &Diagnostic| {
            let place = read.places().locate(&found.at, found.part);
            format!(
                "{}:{} {}: {} | {}",
                place.line,
                place.column,
                found.rule,
                found.message,
                found.help.as_ref().unwrap()
            )
        };
        read.diagnostics().iter().map(line).collect()
    }

    #[test]
    fn everything_a_team_can_set_is_read() {
        let text = "[allow]\npostcodes = [\"YO8 4QX\"]\ntelephone_numbers = [\"01904 123456\"]\n\
                    mailboxes = [\"jbloggs@saltmere.example\"]\n\n[disclosure]\npeople = 8\nopinions = 12\n\n\
                    [report]\naudiences = [\"members\"]\ntemplates = \"ours\"\n";
        let read = read("candour.toml", text.as_bytes());
        assert_eq!(read.diagnostics(), []);
        assert!(read.settings.allowed.is_postcode("YO84QX"));
        assert!(read.settings.allowed.is_telephone_number("+44 1904 123456"));
        assert!(read.settings.allowed.is_mailbox("jbloggs@saltmere.example"));
        assert_eq!((read.settings.disclosure.people(), read.settings.disclosure.opinions()), (8, 12));
        assert_eq!(read.audiences, [AudienceChoice::Members]);
        assert_eq!(read.templates.as_deref(), Some("ours"));
    }

    #[test]
    fn each_slip_is_told_with_its_place_and_what_to_do() {
        assert_eq!(
            said("[disclosure]\npeople = 3\nopinion = 12\n[waivers]\n[allow]\npostcodes = [\"YO8\"]\n"),
            [
                "2:10 threshold-lowered: “people” is 3, and counts below 5 are hidden whatever stands here | write 5 or \
                 more, or leave it out; only a grant agreement can allow the funder to see smaller counts",
                "3:1 setting-not-known: “opinion” is not a setting of [disclosure]. Did you mean “opinions”? \
                 | [disclosure] can hold people, opinions",
                "4:2 waivers-in-settings: Waivers never stand in candour.toml: they come from the funder \
                 | take them out; whoever has the funder’s file names it with --waivers",
                "6:14 setting-of-another-kind: This is not a full postcode | write it as [\"YO8 4QX\"]",
            ]
        );
        assert_eq!(
            said("people: 7\n"),
            ["1:7 settings-not-toml: This line is not written as TOML is | write a name, = and a value, such as \
                 people = 7; words stand in quotation marks, lists in square brackets"]
        );
    }

    #[test]
    fn a_faulty_threshold_leaves_the_usual_one() {
        for text in
            ["[disclosure]\npeople = 0", "[disclosure]\npeople = -9", "[disclosure]\npeople = \"9\"", "disclosure = 9"]
        {
            let read = read("candour.toml", text.as_bytes());
            assert_eq!(read.settings.disclosure, DisclosureSettings::default(), "{text}");
            assert_eq!(read.verdict(), Verdict::Rejected, "{text}");
        }
    }

    #[test]
    fn any_bytes_can_be_read() {
        for bytes in [&b""[..], b"\xff\xfe", b"[[[[", b"\xef\xbb\xbf[allow]", b"a = [[[[[[[[", b"\r\n\0"] {
            let _ = read("candour.toml", bytes);
        }
        let deep = "a = ".to_owned() + &"[".repeat(100_000);
        assert_eq!(read("candour.toml", deep.as_bytes()).verdict(), Verdict::Rejected);
    }
}
