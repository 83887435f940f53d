//! A return that is filed again says what it replaces and what changed.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Version;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "new-version-without-what-changed",
    code: "H-12",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "Somebody has read the version before. They should not have to compare two returns line by line to find what is \
          different.",
    answer: "Say which version this one replaces. List each figure that is different as a restatement; where no figure \
             changed, say in a change_note what did.",
    example: r#""version": 2, "replaces": "STM-2026-27-Q2 version 1", "change_note": "The date of M3 was corrected.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let header = cx.header();
    let Some(version) = header.version.map(Version::get).filter(|version| *version > 1) else { return };
    let before = version - 1;
    let mut lacks = Vec::new();
    if header.replaces.as_ref().is_none_or(|replaces| replaces.as_str().trim().is_empty()) && !header.is_cut("replaces")
    {
        lacks.push("what it replaces".to_owned());
    }
    let is_noted = header.change_note.as_ref().is_some_and(|note| !note.is_blank());
    let is_cut = header.is_cut("restatements") || header.is_cut("change_note");
    if header.restatements.is_empty() && !is_noted && !is_cut {
        lacks.push(format!("what changed since version {}", words::count(before)));
    }
    if !lacks.is_empty() {
        cx.report(header.field("version"))
            .message(format!("This is version {}, and it does not say {}", words::count(version), words::list(&lacks)))
            .help("give replaces, and restatements or a change_note")
            .provided(version)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn what_changed_is_asked_for() {
        gets(
            &super::RULE,
            r#"{"return": {"version": 2}}"#,
            &["/return/version error: This is version 2, and it does not say what it replaces and what changed since \
               version 1 | give replaces, and restatements or a change_note"],
        );
        gets(
            &super::RULE,
            r#"{"return": {"version": 3, "replaces": "version 2"}}"#,
            &["/return/version error: This is version 3, and it does not say what changed since version 2 \
               | give replaces, and restatements or a change_note"],
        );
    }

    #[test]
    fn a_first_version_a_restatement_and_a_note_are_left_in_peace() {
        gets(&super::RULE, r#"{"return": {"version": 1}}"#, &[]);
        gets(&super::RULE, r#"{"return": {"version": 2, "replaces": "version 1", "change_note": "A date."}}"#, &[]);
        let restated = r#"{"return": {"version": 2, "replaces": "version 1", "restatements": [{"refers_to": "R1"}]}}"#;
        gets(&super::RULE, restated, &[]);
        gets_without(&["/return/restatements/0"], &super::RULE, restated, &[]);
    }
}
