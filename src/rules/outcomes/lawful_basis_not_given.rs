//! The return says on which lawful basis follow-up data are kept.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::Outcome;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "lawful-basis-not-given",
    code: "O-18",
    area: Area::Outcomes,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "Data about what became of people need a lawful basis. It is usually public task, and not the consent to a story.",
    answer: "Give lawful_basis for each outcome that follows people up. Your data protection officer knows which it is.",
    example: r#""lawful_basis": "Public task (UK GDPR Article 6(1)(e))""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let without: Vec<_> = cx
        .outcomes()
        .filter(|outcome| follows_up(outcome) && outcome.lawful_basis.is_none() && !outcome.is_cut("lawful_basis"))
        .collect();
    // One finding is enough: the basis is mostly the same for all.
    let Some(first) = without.first() else { return };
    let more = match without.len() - 1 {
        0 => String::new(),
        1 => ", nor is it for one more outcome".to_owned(),
        more => format!(", nor is it for {more} more outcomes"),
    };
    cx.report(first.field("lawful_basis"))
        .message(format!("“{}”: it is not said on which lawful basis the data are kept{more}", first.title.any()))
        .help("give lawful_basis; it is usually public task, and not the consent to a story")
        .done();
}

/// Whether people were followed up.
fn follows_up(outcome: &Outcome) -> bool {
    outcome.cohort.as_ref().is_some_and(|cohort| cohort.matched.is_some() || cohort.follow_up_due.is_some())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    const TWO: &str = r#"{"outcomes": [{"id": "O1", "title": "Sleep", "cohort": {"matched": 30}},
        {"id": "O2", "title": "Work", "cohort": {"matched": 30}}]}"#;

    #[test]
    fn one_word_for_all_is_enough() {
        gets(
            &super::RULE,
            TWO,
            &[
                "/outcomes/0/lawful_basis advice: “Sleep”: it is not said on which lawful basis the data are kept, nor is it for one \
               more outcome | give lawful_basis; it is usually public task, and not the consent to a story",
            ],
        );
        gets(&super::RULE, r#"{"outcomes": [{"id": "O1", "title": "Sleep", "cohort": {"eligible": 30}}]}"#, &[]);
        gets_without(&["/outcomes/0/lawful_basis", "/outcomes/1"], &super::RULE, TWO, &[]);
    }
}
