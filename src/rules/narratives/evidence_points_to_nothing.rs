//! What is given as evidence is in the return.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, records, records::Sorted, words};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "evidence-points-to-nothing",
    code: "N-04",
    area: Area::Narratives,
    stage: Stage::Ids,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "A story and its figures are read together. An id without its record leaves the reader with half of it.",
    answer: "Correct the id, or take it out.",
    example: r#""results": [{ "id": "R3", … }], "narratives": [{ "id": "N1", "evidence": ["R3"], … }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    // The record may be one whose shape is at fault.
    if records::have_gaps(cx) {
        return;
    }
    let (references, sources) = (records::references(cx), records::sources(cx));
    let whole = cx.whole();
    let known = Sorted::of(records::ids(&whole));
    let mut look = |from: &str, to_id: &str, at: &dyn Fn() -> Pointer| {
        if known.holds(to_id) {
            return;
        }
        let help = if cx.is_full() { None } else { guess(to_id, &known.all()) };
        cx.report(at())
            .message(format!("{from} points to {to_id}, and no record of this return has that id"))
            .help(help.unwrap_or_else(|| "correct the id, or take it out".to_owned()))
            .provided(to_id)
            .done();
    };
    for (from, to) in &references {
        look(from, to.get().as_str(), &|| to.pointer());
    }
    for (from, to, at) in sources {
        look(from, to, &|| at.clone());
    }
}

/// The one of its kind that is written nearly so, or all of its kind where they are few.
fn guess(wanted: &str, known: &[&str]) -> Option<String> {
    let kind = wanted.chars().next()?;
    let same_kind: Vec<&str> = known.iter().copied().filter(|id| id.starts_with(kind)).collect();
    let near: Vec<&str> = same_kind.iter().copied().filter(|id| strsim::damerau_levenshtein(id, wanted) == 1).collect();
    match (near.as_slice(), same_kind.as_slice()) {
        ([one], _) | ([], [one]) => Some(format!("did you mean {one}? If not, take it out")),
        (_, [_, _, ..]) if same_kind.len() <= 12 => {
            let ids: Vec<String> = same_kind.into_iter().map(str::to_owned).collect();
            Some(format!("of its kind there are {}; correct the id, or take it out", words::list(&ids)))
        }
        (_, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    const POINTING: &str = r#"{
        "results": [{"id": "R12", "title": "Plans"}, {"id": "R30", "title": "Calls"}],
        "narratives": [{"id": "N1", "evidence": ["R30", "R13", "S1"]}]
    }"#;

    #[test]
    fn where_something_was_said_is_a_record_or_words() {
        let said = |source: &str| {
            format!(
                r#"{{"community_reporting": {{"promises": [{{"id": "P3", "promise": "Calls."}}],
                    "you_said_we_did": [{{"id": "Y1", "you_said": "Nobody calls.", "source": "{source}"}}]}}}}"#
            )
        };
        gets(
            &super::RULE,
            &said("P987"),
            &[
                "/community_reporting/you_said_we_did/0/source error: Y1 points to P987, and no record of this return has \
               that id | did you mean P3? If not, take it out",
            ],
        );
        for source in ["P3", "Spring panel", "Q2", "P3 and the panel", ""] {
            gets(&super::RULE, &said(source), &[]);
        }
    }

    #[test]
    fn the_nearest_of_the_kind_is_named() {
        gets(
            &super::RULE,
            POINTING,
            &[
                "/narratives/0/evidence/1 error: N1 points to R13, and no record of this return has that id \
                 | did you mean R12? If not, take it out",
                "/narratives/0/evidence/2 error: N1 points to S1, and no record of this return has that id \
                 | correct the id, or take it out",
            ],
        );
    }

    #[test]
    fn where_several_are_as_near_all_are_named() {
        gets(
            &super::RULE,
            r#"{"results": [{"id": "R1", "title": "Plans"}, {"id": "R3", "title": "Calls"}],
                "narratives": [{"id": "N1", "evidence": ["R9"]}]}"#,
            &["/narratives/0/evidence/0 error: N1 points to R9, and no record of this return has that id \
               | of its kind there are R1 and R3; correct the id, or take it out"],
        );
    }

    #[test]
    fn whatever_points_to_a_record_is_followed() {
        gets(
            &super::RULE,
            r#"{"decisions_asked": [{"id": "D1", "decision": "Move it.", "evidence": ["K1"]}],
                "risks": [{"id": "K2", "title": "Rain"}]}"#,
            &["/decisions_asked/0/evidence/0 error: D1 points to K1, and no record of this return has that id \
               | did you mean K2? If not, take it out"],
        );
    }

    #[test]
    fn a_record_that_was_cut_may_be_the_one() {
        gets_without(&["/results/1"], &super::RULE, POINTING, &[]);
    }
}
