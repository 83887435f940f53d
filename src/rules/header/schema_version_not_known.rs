//! The form of a return has versions; this program knows some.

use crate::diagnostic::{Severity, Stage};
use crate::returns::FormVersion;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "schema-version-not-known",
    code: "H-23",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Within a main version the form only grows, so a newer return can still be read. Another main version may mean \
          something else by the same field.",
    answer: "Write the version of the form you filled in, or use a version of this program that knows it.",
    example: r#""schema_version": "1.0""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let given = whole.schema_version.as_str();
    let newest = FormVersion::NEWEST;
    let finding = match FormVersion::parse(given) {
        Some(known) if newest.reads(known) => return,
        Some(known) if known.major == newest.major => cx
            .report(whole.field("schema_version"))
            .severity(Severity::Advice)
            .message(format!("Version {given} of the form is newer than {newest}, which this program knows"))
            .help("check that nothing was left out, or use a newer version of this program"),
        Some(_) => cx
            .report(whole.field("schema_version"))
            .message(format!("This program does not know version {given} of the form"))
            .help(format!("write {newest}, or use a version of this program that knows {given}")),
        None => cx
            .report(whole.field("schema_version"))
            .message(format!("“{given}” is not a version of the form"))
            .help(format!("write {newest}")),
    };
    finding.provided(given).expected(newest.to_string()).done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_newer_minor_version_is_advice_and_another_major_one_an_error() {
        gets(
            &super::RULE,
            r#"{"schema_version": "1.3"}"#,
            &["/schema_version advice: Version 1.3 of the form is newer than 1.0, which this program knows \
               | check that nothing was left out, or use a newer version of this program"],
        );
        gets(
            &super::RULE,
            r#"{"schema_version": "2.0"}"#,
            &["/schema_version error: This program does not know version 2.0 of the form \
               | write 1.0, or use a version of this program that knows 2.0"],
        );
        gets(
            &super::RULE,
            r#"{"schema_version": "one"}"#,
            &["/schema_version error: “one” is not a version of the form | write 1.0"],
        );
    }

    #[test]
    fn the_known_version_is_left_in_peace() {
        gets(&super::RULE, "{}", &[]);
    }
}
