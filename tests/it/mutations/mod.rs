//! A valid return with one thing broken has a finding at that thing, in words an officer understands.
//!
//! Each valid fixture is broken in one place at a time, in its text, so that everything else stays where it was. What
//! is broken and where comes from the return and its schema, in a fixed order; of the many ways of one kind, some are
//! taken at even distances.

mod meaning;
mod shape;
mod text;
pub(crate) mod words;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use candour::check::{Checked, Options, check};
use candour::diagnostic::Diagnostic;
use candour::intake::{self, Intake, Value};
use candour::source::Pointer;

use crate::patch::splice;
use crate::support::fixture;

/// A valid return, and what is said about it already.
pub(super) struct Story {
    name: String,
    text: String,
    intake: Intake,
    said: BTreeSet<(&'static str, String)>,
}

pub(super) static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let mut folders: Vec<_> = std::fs::read_dir(fixture("valid")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let stories: Vec<_> = folders
        .iter()
        .map(|folder| {
            let text = std::fs::read_to_string(folder.join("return.json")).unwrap();
            let said = checked(text.as_bytes()).diagnostics().iter().map(known).collect();
            let intake = intake::read("return.json", text.as_bytes()).intake;
            Story { name: folder.file_name().unwrap().to_str().unwrap().to_owned(), text, intake, said }
        })
        .collect();
    assert!(stories.len() >= 8);
    stories
});

impl Story {
    /// Every value below the whole, with where it stands.
    pub(super) fn values(&self) -> Vec<(Pointer, Value<'_>)> {
        let mut found = Vec::new();
        let root = self.intake.root().unwrap();
        root.walk(&self.intake.top(), &mut |at, value| found.push((at.clone(), value)));
        found.remove(0);
        found
    }
}

/// One thing broken.
pub(super) struct Broken {
    story: &'static Story,
    bytes: Range<usize>,
    with: String,
    at: Pointer,
}

impl Broken {
    fn text(&self) -> String {
        splice(&self.story.text, self.bytes.clone(), &self.with)
    }

    fn named(&self) -> String {
        format!(
            "{} {}: “{}” becomes “{}”",
            self.story.name,
            self.at,
            self.story.text[self.bytes.clone()].chars().take(60).collect::<String>(),
            self.with.chars().take(60).collect::<String>()
        )
    }

    /// What is said now and was not before. Whatever is said is looked at for its words and its place.
    fn new_findings(&self) -> Vec<Diagnostic> {
        let checked = checked(self.text().as_bytes());
        words::look_over(&checked, &self.named());
        checked.diagnostics().iter().filter(|found| !self.story.said.contains(&known(found))).cloned().collect()
    }
}

pub(super) fn checked(bytes: &[u8]) -> Checked {
    check(intake::read("return.json", bytes), &Options::default())
}

fn known(found: &Diagnostic) -> (&'static str, String) {
    (found.rule, found.message.clone())
}

/// As many as these, at even distances.
pub(super) fn sampled<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let count = all.len();
    let keep = |index: &usize| count <= most || (index * most) / count != ((index + 1) * most) / count;
    all.into_iter().enumerate().filter(|(index, _)| keep(index)).map(|(_, one)| one).collect()
}

/// Breaks every story in one way: what is broken there, sampled, with a finding each that `fits`.
pub(super) fn each_is_told(
    most: usize,
    ways: impl Fn(&'static Story) -> Vec<Broken>,
    fits: impl Fn(&Broken, &Diagnostic) -> bool,
) {
    let all: Vec<_> = STORIES.iter().flat_map(ways).collect();
    let total = all.len();
    let some = sampled(all, most);
    assert!(some.len() >= most.min(4), "only {total} ways to break anything");
    let missed: Vec<String> = some
        .iter()
        .filter_map(|broken| {
            let found = broken.new_findings();
            if found.iter().any(|found| fits(broken, found)) {
                return None;
            }
            let said: Vec<_> =
                found.iter().map(|found| format!("\n    {} at {}: {}", found.rule, found.at, found.message)).collect();
            Some(format!("{}{}", broken.named(), said.concat()))
        })
        .collect();
    assert!(missed.is_empty(), "{} of {} are not told:\n{}", missed.len(), some.len(), missed.join("\n"));
}

/// Whether one of the two holds the other.
pub(super) fn touch(one: &Pointer, other: &Pointer) -> bool {
    one.holds(other) || other.holds(one)
}
