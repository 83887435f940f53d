//! No text of a return gives away a number that its reports hide.

use std::cell::LazyCell;

use super::field_of;
use super::giveaway::{Amounts, Many, Said, counts};
use super::secrets::{Secret, secrets};
use super::signs;
use crate::diagnostic::{Severity, Stage};
use crate::source::Pointer;
use crate::{
    prose::{self, Vocabulary},
    rules::{Area, Fault, Rule, RuleContext},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "number-that-reports-hide",
    code: "P-09",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "Reports hide small counts, so that nobody can be recognised. A sentence beside the table that says the number \
          gives it back.",
    answer: "Leave the number out, or say it of a larger group. “A few families” in a small place is a warning: it says \
             as much. So is the number where another part of the return says it and may mean something else; if it does, \
             say so in explanations. The number is not repeated in any output.",
    example: r#""commentary": "In Brackenholt support began only in August.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let counting = cx.finds().with_counts();
    let heard = counting.iter().fold(Amounts::default(), |heard, count| heard.and(count.amounts));
    if heard.is_empty() {
        return;
    }
    let secrets = secrets(cx, heard);
    if secrets.is_empty() {
        return;
    }
    let says_few = secrets.iter().any(Secret::is_told_by_few);
    let few = if says_few { Amounts::of(Many::Few) } else { Amounts::default() };
    let meant = secrets.iter().fold(few, |meant, secret| meant.and(Amounts::of(Many::Exactly(secret.number))));
    let usual = secrets.iter().fold(0, |usual, secret| usual | secret.nouns.usual.bit());
    let units: Vec<&str> = secrets.iter().flat_map(|secret| secret.nouns.of_unit()).collect();
    // A noun that is not of plain letters may be written in more than one way.
    let is_plain = units.iter().all(|noun| noun.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let may_be_unit = LazyCell::new(|| Vocabulary::of(&units));
    let has_noun =
        |nouns: u32, text: &str| nouns & usual != 0 || !is_plain || !units.is_empty() && may_be_unit.may_stand_in(text);
    let is_meant = |many| match many {
        Many::Exactly(number) => secrets.iter().any(|secret| secret.number == number),
        Many::Few => says_few,
    };
    let is_noun = |word: &str| signs::nouns_of(word) & usual != 0 || units.contains(&word);
    for count in counting.iter().filter(|count| count.amounts.shares_any(meant)) {
        let text = cx.words(count.text);
        if !has_noun(count.nouns, &text) {
            continue;
        }
        if cx.is_full() {
            return;
        }
        let at = LazyCell::new(|| cx.text(count.text).0);
        let told = counts(&text, meant, has_noun, is_meant, is_noun, |said| {
            let is_told = |secret: &&Secret| match said.many {
                Many::Exactly(number) => secret.number == number,
                Many::Few => secret.is_told_by_few(),
            };
            let told = secrets.iter().filter(is_told).find(|secret| gives_away(secret, || &at, said))?;
            // A field of the partnership's own is never printed.
            let is_own = at.names().any(|step| step.starts_with("x_"));
            (!is_own).then_some((told, said.many))
        });
        if let Some((secret, many)) = told {
            let at = Pointer::clone(&at);
            say(cx, &at, secret, many);
        }
    }
}

/// Whether a sentence that counts this noun speaks of what is hidden: it names the group, or stands in its own part.
fn gives_away<'p>(secret: &Secret, at: impl Fn() -> &'p Pointer, said: &Said<'_>) -> bool {
    let is_named = || secret.names.iter().any(|name| prose::says(said.words, name));
    let is_meant = || {
        if secret.names.is_empty() {
            secret.is_own(at())
        } else {
            is_named() || secret.has_note() && secret.is_own_note(at())
        }
    };
    secret.nouns.has(said.noun) && is_meant()
}

fn say(cx: &mut RuleContext<'_>, at: &Pointer, secret: &Secret, many: Many) {
    let field = field_of(cx, at);
    let what = &secret.what;
    let is_sure = secret.is_own(at) || secret.is_own_note(at);
    let (severity, message, help) = match many {
        Many::Exactly(_) if is_sure => (
            Severity::Error,
            format!("{field} gives a number that reports hide: {what}"),
            "leave the number out, or say it of a larger group",
        ),
        Many::Exactly(_) => (
            Severity::Warning,
            format!("{field} may give a number that reports hide: {what}"),
            "leave the number out; if it counts something else, say so in explanations",
        ),
        Many::Few => (
            Severity::Warning,
            format!("{field} says that there are few where reports hide how many: {what}"),
            "leave the amount out; if it counts something else, say so in explanations",
        ),
    };
    cx.report(at.clone()).severity(severity).untitled().hide_source().message(message).help(help).done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_after};

    /// A return whose report hides Brackenholt's 3 households, and Wold Gate's for its sake.
    fn told(parts: &str) -> String {
        format!(
            r#"{{"places": [{{"id": "brackenholt", "name": "Brackenholt", "type": "ward"}},
                {{"id": "wold-gate", "name": "Wold Gate", "type": "ward"}}, {{"id": "quayside", "name": "Quayside", "type": "ward"}}],
                "results": [{{"id": "R1", "title": "Plans", "measure_type": "count", "unit": "households", "counts": "households",
                "actuals": [{{"period": "2026-27 Q2", "value": 66}}],
                "breakdowns": [{{"by": "ward", "groups": [{{"place": "quayside", "value": 41}},
                    {{"place": "wold-gate", "value": 22}}, {{"place": "brackenholt", "value": 3}}]}}] {parts}}}"#
        )
    }

    const OF: &str = "the households of Brackenholt in R1";

    #[test]
    fn the_number_of_a_hidden_group_is_an_error_in_its_own_part() {
        for text in ["We met 3 households in Brackenholt.", "Three new families came from Brackenholt."] {
            gets(
                &super::RULE,
                &told(&format!(r#", "commentary": "{text}"}}]"#)),
                &[&format!(
                    "/results/0/commentary error: “commentary” of R1 gives a number that reports hide: {OF} \
                     | leave the number out, or say it of a larger group"
                )],
            );
        }
        gets(
            &super::RULE,
            &told(r#"}], "ward_notes": [{"place": "brackenholt", "note": "3 households joined."}]"#),
            &[&format!(
                "/ward_notes/0/note error: “note” gives a number that reports hide: {OF} | leave the number out, or say it of a \
                 larger group"
            )],
        );
    }

    #[test]
    fn what_is_hidden_only_since_an_earlier_quarter_is_hidden_here_too() {
        let quarter = |value: u32, parts: &str| {
            told(parts)
                .replace(r#""value": 3}"#, &format!(r#""value": {value}}}"#))
                .replace(r#""measure_type""#, r#""counting": "cumulative_since_start", "measure_type""#)
        };
        let now = quarter(12, r#", "commentary": "We met 12 households in Brackenholt."}]"#);
        gets(&super::RULE, &now, &[]);
        gets_after(
            &quarter(10, "}]"),
            &super::RULE,
            &now,
            &[&format!(
                "/results/0/commentary error: “commentary” of R1 gives a number that reports hide: {OF} \
                 | leave the number out, or say it of a larger group"
            )],
        );
    }

    #[test]
    fn elsewhere_it_may_be_another_number_and_an_amount_says_as_much() {
        gets(
            &super::RULE,
            &told(
                r#", "commentary": "Few families in Brackenholt ask."}], "next_priorities": ["Visit 3 households in Brackenholt."]"#,
            ),
            &[
                &format!(
                    "/next_priorities/0 warning: “next_priorities” may give a number that reports hide: {OF} \
                     | leave the number out; if it counts something else, say so in explanations"
                ),
                &format!(
                    "/results/0/commentary warning: “commentary” of R1 says that there are few where reports hide how many: {OF} \
                     | leave the amount out; if it counts something else, say so in explanations"
                ),
            ],
        );
    }

    #[test]
    fn other_numbers_places_and_things_are_left_in_peace() {
        for text in [
            "We met 41 households in Quayside.",
            "In Brackenholt 3 workers share 22 posts.",
            "One worker post serves Brackenholt.",
            "Brackenholt began in August. 3 households in Quayside left.",
            "3% of households in Brackenholt.",
            "We hope for 3 more households in Brackenholt.",
            "Few buses reach Brackenholt, say families.",
        ] {
            gets(&super::RULE, &told(&format!(r#", "commentary": "{text}"}}]"#)), &[]);
        }
        gets(&super::RULE, &told(r#", "x_note": "3 households in Brackenholt"}]"#), &[]);
    }

    #[test]
    fn the_steps_of_a_cohort_are_hidden_in_its_own_words_too() {
        let outcome = |claim: &str| {
            format!(
                r#"{{"outcomes": [{{"id": "O1", "title": "Hope", "non_response_note": "{claim}",
                    "achieved": {{"numerator": 2, "denominator": 38}}}}]}}"#
            )
        };
        gets(
            &super::RULE,
            &outcome("Two adults found work."),
            &[
                "/outcomes/0/non_response_note error: “non_response_note” of O1 gives a number that reports hide: people of O1 \
               | leave the number out, or say it of a larger group",
            ],
        );
        gets(&super::RULE, &outcome("Two terms passed, and 2 schools joined."), &[]);
    }
}
