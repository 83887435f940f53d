//! From an older version of the form to the newest, so that history never becomes unreadable. Whatever a step does not
//! speak of stays as it was typed: a step gives edits of the text, and nothing is written anew.
//!
//! **To add a version**: raise [`FormVersion::NEWEST`], and add one line to [`STEPS`] with a function that gives the edits. A
//! version that only adds optional fields gives none: the number alone is raised.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::intake::{self, Document, Intake, Kind, Read, SECTIONS, Value};
use crate::order;
use crate::returns::FormVersion;
use crate::source::{DocumentId, Pointer};

/// The way from one version of the form to the next.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The version it takes.
    pub from: FormVersion,
    /// The version it gives: the next.
    pub to: FormVersion,
    /// What it does, in a sentence for whoever filed the return.
    pub what: &'static str,
    /// The edits it makes, beside that of the version itself.
    pub edits: fn(&Intake) -> Vec<Edit>,
}

/// All steps, oldest first. Version 1.0 is the first that was published, so there is none yet.
pub static STEPS: &[Step] = &[];

/// Some bytes of a document, and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The document.
    pub document: DocumentId,
    /// The bytes of its text.
    pub bytes: std::ops::Range<usize>,
    /// What stands there instead.
    pub text: String,
}

/// A return in the newest form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgraded {
    /// The version it was.
    pub from: FormVersion,
    /// The version it is.
    pub to: FormVersion,
    /// What was done, a sentence for each step; none where it was of the newest form already.
    pub done: Vec<&'static str>,
    /// The files of the return, by their names, as they are now.
    pub files: Vec<(String, String)>,
}

/// Why a return cannot be upgraded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CannotUpgrade {
    /// It is no return, or does not say which form it was filled in.
    #[error("it does not say which version of the form it was filled in")]
    NoVersion,
    /// It is of a form that this program does not know.
    #[error("version {given} of the form is not known")]
    NotKnown {
        /// The version it says.
        given: String,
        /// Whether it is newer than the newest that is known.
        is_newer: bool,
    },
}

/// Brings a return to the newest form.
///
/// # Errors
///
/// When its version is missing or not known.
pub fn upgrade(of: &Intake) -> Result<Upgraded, CannotUpgrade> {
    through(STEPS, FormVersion::NEWEST, of)
}

/// Brings a return from its version to the newest, step by step; each is read again before the next.
fn through(steps: &[Step], newest: FormVersion, of: &Intake) -> Result<Upgraded, CannotUpgrade> {
    let given = of.root().and_then(|root| root.field("schema_version")).ok_or(CannotUpgrade::NoVersion)?;
    let given = given.text().ok_or(CannotUpgrade::NoVersion)?;
    let from = FormVersion::parse(&given).ok_or(CannotUpgrade::NoVersion)?;
    let not_known = |is_newer| CannotUpgrade::NotKnown { given: given.clone().into_owned(), is_newer };
    if from > newest {
        return Err(not_known(true));
    }
    let mut upgraded = Upgraded { from, to: from, done: Vec::new(), files: files(of) };
    while upgraded.to != newest {
        let Some(step) = steps.iter().find(|step| step.from == upgraded.to) else { return Err(not_known(false)) };
        let read = read(&upgraded.files);
        let mut edits = (step.edits)(&read.intake);
        edits.extend(raised(&read.intake, step.to));
        apply(edits, &mut upgraded.files);
        upgraded.to = step.to;
        upgraded.done.push(step.what);
    }
    Ok(upgraded)
}

/// The edit that writes a version into a return.
fn raised(of: &Intake, to: FormVersion) -> Option<Edit> {
    replaced(of, &of.top().field("schema_version"), &format!("\"{to}\""))
}

/// The edit that puts another value (as JSON) in the place of one; `None` where there is none.
pub fn replaced(of: &Intake, at: &Pointer, json: &str) -> Option<Edit> {
    let value = of.get(at)?;
    Some(Edit { document: value.document(), bytes: value.bytes(), text: json.to_owned() })
}

/// The edit that gives a field another name; `None` where there is no such field.
pub fn renamed(of: &Intake, at: &Pointer, name: &str) -> Option<Edit> {
    let value = of.get(at)?;
    let text = serde_json::Value::from(name).to_string();
    Some(Edit { document: value.document(), bytes: value.name_bytes()?, text })
}

/// The edit that adds a field (its value as JSON) before all others of a record; `None` where there is no such record.
pub fn added(of: &Intake, record: &Pointer, name: &str, json: &str) -> Option<Edit> {
    let value = of.get(record).filter(|value| value.kind() == Kind::Record)?;
    let start = value.bytes().start + 1;
    let comma = if value.is_empty() { "" } else { "," };
    let text = format!(" {}: {json}{comma}", serde_json::Value::from(name));
    Some(Edit { document: value.document(), bytes: start..start, text })
}

/// The files of a return with their texts: the whole, or the head of a folder and its sections.
fn files(of: &Intake) -> Vec<(String, String)> {
    let sections = of.root().into_iter().flat_map(Value::children).map(Value::document);
    let documents: BTreeSet<DocumentId> = order::set(sections.chain([of.top().document()]));
    let source = |document| of.sources().get(document);
    documents.into_iter().map(|document| (source(document).name.clone(), source(document).text.clone())).collect()
}

/// Reads the files again, the head first.
fn read(files: &[(String, String)]) -> Read {
    let Some(((head, text), sections)) = files.split_first() else { return intake::read("", b"") };
    if sections.is_empty() {
        return intake::read(head, text.as_bytes());
    }
    let number = |name: &str| SECTIONS.iter().position(|section| name.ends_with(&format!("{section}.json")));
    let sections: Vec<(usize, Document<'_>)> = sections
        .iter()
        .filter_map(|(name, text)| Some((number(name)?, Document { name, bytes: text.as_bytes() })))
        .collect();
    intake::read_folder(Document { name: head, bytes: text.as_bytes() }, &sections)
}

/// Makes the edits, the last of each document first, so that those before it stay where they are.
fn apply(mut edits: Vec<Edit>, files: &mut [(String, String)]) {
    order::by_key(&mut edits, |edit| std::cmp::Reverse((edit.document, edit.bytes.start)));
    for edit in edits {
        if let Some((_, text)) = files.get_mut(usize::from(edit.document.number())) {
            text.replace_range(edit.bytes, &edit.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn version(major: u32, minor: u32) -> FormVersion {
        FormVersion { major, minor }
    }

    /// Steps as they may come: a field with a default, then one with another name, then a new main version.
    const LATER: &[Step] = &[
        Step {
            from: version(1, 0),
            to: version(1, 1),
            what: "Each partner says whether it is a member.",
            edits: |of| {
                let partners = of.top().field("partners");
                let count = of.get(&partners).map_or(0, Value::len);
                (0..count).filter_map(|index| added(of, &partners.item(index), "member", "true")).collect()
            },
        },
        Step {
            from: version(1, 1),
            to: version(2, 0),
            what: "“contact” is called “ask”, and a story’s confidence is a number.",
            edits: |of| {
                let contact = renamed(of, &of.top().field("return").field("contact"), "ask");
                let confidence = replaced(of, &of.top().field("narratives").item(0).field("confidence"), "3");
                contact.into_iter().chain(confidence).collect()
            },
        },
    ];

    const OLD: &str = "{\r\n  \"schema_version\": \"1.0\", \"x_rate\": 16.00,\r\n  \"return\": { \"contact\" : \"team@a.example\" },\r\n  \
                       \"partners\": [ {\"id\":\"a\"}, { } ]\r\n}\r\n";

    fn upgraded(text: &str, newest: FormVersion) -> Result<Upgraded, CannotUpgrade> {
        through(LATER, newest, &intake::read("return.json", text.as_bytes()).intake)
    }

    #[test]
    fn what_no_step_speaks_of_stays_as_it_was_typed() {
        let one = upgraded(OLD, version(1, 1)).unwrap();
        let expected = OLD
            .replace("\"1.0\"", "\"1.1\"")
            .replace("{\"id\"", "{ \"member\": true,\"id\"")
            .replace("{ } ]", "{ \"member\": true } ]");
        assert_eq!(one.files, [("return.json".to_owned(), expected)]);
        assert_eq!(one.done, [LATER[0].what]);
    }

    #[test]
    fn steps_follow_one_another_to_the_newest() {
        let two = upgraded(OLD, version(2, 0)).unwrap();
        assert_eq!((two.from, two.to, two.done.len()), (version(1, 0), version(2, 0), 2));
        let text = &two.files[0].1;
        assert!(text.contains("\"schema_version\": \"2.0\", \"x_rate\": 16.00,\r\n"), "{text}");
        assert!(text.contains("{ \"ask\" : \"team@a.example\" }") && text.contains("\"member\": true"), "{text}");
        assert_eq!(upgraded(text, version(2, 0)).unwrap().done, Vec::<&str>::new(), "the newest stays as it is");
    }

    #[test]
    fn a_folder_is_upgraded_file_by_file() {
        let head = Document { name: "r/return.json", bytes: b"{\"schema_version\": \"1.1\"}" };
        let stories = Document { name: "r/narratives.json", bytes: b"[{\"id\": \"N1\", \"confidence\": \"high\"}]" };
        let read = intake::read_folder(head, &[(3, stories)]);
        let two = through(LATER, version(2, 0), &read.intake).unwrap();
        let texts: Vec<&str> = two.files.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["{\"schema_version\": \"2.0\"}", "[{\"id\": \"N1\", \"confidence\": 3}]"]);
    }

    #[test]
    fn what_is_not_known_is_said() {
        let fault = |text: &str| upgraded(text, version(1, 1)).unwrap_err();
        assert_eq!(
            fault("{\"schema_version\": \"9.0\"}"),
            CannotUpgrade::NotKnown { given: "9.0".into(), is_newer: true }
        );
        assert_eq!(
            fault("{\"schema_version\": \"0.9\"}"),
            CannotUpgrade::NotKnown { given: "0.9".into(), is_newer: false }
        );
        for text in ["{}", "[1]", "{\"schema_version\": 1}", "{\"schema_version\": \"one\"}"] {
            assert_eq!(fault(text), CannotUpgrade::NoVersion, "{text}");
        }
    }

    #[test]
    fn the_steps_lead_from_the_first_version_to_the_newest() {
        let mut at = version(1, 0);
        for step in STEPS {
            assert_eq!(step.from, at, "{}", step.what);
            assert!(step.to > step.from && step.what.ends_with('.'));
            at = step.to;
        }
        assert_eq!(at, FormVersion::NEWEST);
    }
}
