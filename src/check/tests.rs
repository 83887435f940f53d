use super::{Checked, Options, Withheld, check};
use crate::diagnostic::{Severity, Verdict};
use crate::intake::read;

const SALTMERE: &str = include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json");

fn checked(text: &str) -> Checked {
    check(read("return.json", text.as_bytes()), &Options::default())
}

/// The worked example with one stretch of its text replaced.
fn with(from: &str, to: &str) -> Checked {
    assert_eq!(SALTMERE.matches(from).count(), 1, "{from}");
    checked(&SALTMERE.replace(from, to))
}

#[test]
fn what_is_no_json_is_unreadable() {
    let checked = checked("[1,");
    assert_eq!(checked.verdict(), Verdict::Unreadable);
    assert!(checked.draft().is_none());
    assert!(checked.accept().is_err());
}

#[test]
fn the_worked_example_is_accepted_with_its_two_answers() {
    let accepted = checked(SALTMERE).accept().unwrap();
    assert!(!accepted.is_draft());
    assert!(accepted.withheld().is_empty());
    assert!(accepted.history().earlier().is_empty());
    let answers: Vec<_> = accepted
        .answered()
        .iter()
        .map(|answer| (answer.code, answer.record.as_ref().unwrap().id.as_str(), answer.by_role.as_str()))
        .collect();
    let by = "Partnership Performance Officer";
    assert_eq!(answers, [("O-11", "O4", by), ("O-12", "O4", by)]);
    assert_eq!(
        accepted.answered()[0].text,
        "Only 26 children have two full terms of data. We report it as an early sign."
    );
}

#[test]
fn an_explanation_may_name_its_rule_by_name_and_has_to_name_its_record() {
    let by_name = with(r#"{ "rule": "O-11", "record""#, r#"{ "rule": "fewer-than-thirty-matched", "record""#);
    assert_eq!(by_name.verdict(), Verdict::AcceptedWithExplanations);
    let elsewhere = with(r#"{ "rule": "O-11", "record": "O4""#, r#"{ "rule": "O-11", "record": "O1""#);
    assert_eq!(elsewhere.verdict(), Verdict::NeedsExplanations);
    assert!(elsewhere.diagnostics().iter().any(|found| found.rule == "explanation-answers-nothing"));
}

#[test]
fn an_error_is_not_answered_by_an_explanation() {
    let checked = with(r#"{ "rule": "O-11", "record": "O4""#, r#"{ "rule": "K-01", "record": "K1""#);
    assert!(checked.diagnostics().iter().all(|found| found.explained.is_none() || found.severity == Severity::Warning));
}

#[test]
fn a_draft_puts_up_with_arithmetic_and_with_what_is_missing() {
    for (from, to) in [
        (r#""impact": 4, "score": 16"#, r#""impact": 4, "score": 12"#),
        (r#""lesson": "Name a mediator before there is a dispute.","#, ""),
    ] {
        let checked = with(from, to);
        assert_eq!(checked.verdict(), Verdict::Rejected, "{to}");
        assert!(checked.draft().unwrap().is_draft());
        assert!(checked.accept().is_err());
    }
}

#[test]
fn a_draft_does_not_put_up_with_what_is_wrong_or_was_cut() {
    assert!(
        with(
            r#""due": "2026-09-30", "partner_status": "not_delivered""#,
            r#""due": "2026-09-30", "partner_status": "on_track""#
        )
        .draft()
        .is_none()
    );
    let cut = with(r#""type": "district""#, r#""type": "distrct""#);
    assert!(!cut.cuts().is_empty());
    assert!(cut.typed().is_some());
    assert!(cut.draft().is_none());
    assert!(cut.accept().is_err());
}

#[test]
fn a_draft_leaves_out_what_is_private_and_counts_it() {
    let checked = with("Emails between lawyers made trust worse.", "Ask 943 476 5919.");
    assert_eq!(checked.verdict(), Verdict::Rejected);
    let draft = checked.draft().unwrap();
    assert_eq!(draft.withheld(), [Withheld { list: "narratives".to_owned(), count: 1 }]);
    let ids: Vec<_> = draft.typed().narratives.iter().map(|narrative| narrative.id.as_str()).collect();
    assert_eq!(ids, ["N1", "N2"]);
    assert!(!format!("{draft:?}").contains("943 476"));
}

#[test]
fn what_is_private_in_a_part_that_cannot_be_left_out_makes_no_draft() {
    let checked = with("Three vacant posts explain most of the underspend.", "Ask 943 476 5919.");
    assert!(checked.draft().is_none());
    let own = with(r#""fictional": true,"#, r#""fictional": true, "x_case": "943 476 5919","#);
    assert!(own.draft().is_some_and(|draft| draft.withheld().is_empty()));
}

#[test]
fn nothing_said_repeats_what_is_private() {
    // In a title, which every message about the record would say, and in a value of the wrong shape.
    let checked = checked(
        &SALTMERE
            .replace(
                r#""title": "Repeat crisis call-outs to supported households""#,
                r#""title": "Calls from YO8 4QX""#,
            )
            .replace(r#""rag": "red""#, r#""rag": "amber""#)
            .replace(r#""type": "district""#, r#""type": "jo.bloggs@home.example""#),
    );
    assert!(checked.diagnostics().len() > 3);
    for found in checked.diagnostics() {
        let said = format!("{found:?}");
        assert!(!said.contains("4QX") && !said.contains("jo.bloggs"), "{said}");
    }
    let at_place = checked.diagnostics().iter().find(|found| found.at.as_str() == "/places/0/type").unwrap();
    assert!(at_place.hide_source);
}

#[test]
fn in_a_return_marked_draft_what_is_missing_is_advice_and_what_is_wrong_is_not() {
    let checked = checked(
        &SALTMERE
            .replace(r#""status": "submitted""#, r#""status": "draft""#)
            .replace(r#""what_did_not_work": "We relied on goodwill in place of a rota. We also took 7 weeks to tell partners the post was empty.","#, "")
            .replace(r#""impact": 4, "score": 16"#, r#""impact": 4, "score": 12"#),
    );
    let severity =
        |code| checked.diagnostics().iter().find(|found| found.code == Some(code)).map(|found| found.severity);
    assert_eq!(severity("N-05"), Some(Severity::Advice));
    assert_eq!(severity("K-01"), Some(Severity::Error));
}
