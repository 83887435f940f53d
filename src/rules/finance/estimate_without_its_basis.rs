//! Estimates say what they rest on.

use super::number;
use crate::diagnostic::{Severity, Stage};
use crate::returns::{Contribution, Note, Pounds, Stated};
use crate::rules::{Area, At, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "estimate-without-its-basis",
    code: "F-13",
    area: Area::Finance,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "A gain or a gift in kind is somebody’s estimate. Readers believe it when they see how it was made.",
    answer: "Say in benefit_note what the gain is, and in in_kind_rate how what is given in kind was valued.",
    example: r#""in_kind": 26000, "in_kind_rate": "Staff hours at £22.50", "benefit_estimate": 38000, "benefit_note": "Fewer nights in temporary accommodation""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    let contributions: Vec<_> = finance.list("contributions", |finance| &finance.contributions).collect();
    let is_something = |amount: &Option<Stated<Pounds>>| number(amount.as_ref()).is_some_and(|pounds| pounds != 0);
    let is_blank = |note: &Option<Note>| note.as_ref().is_none_or(Note::is_blank);
    let gains = contributions.iter().filter(|contribution| {
        is_something(&contribution.benefit_estimate)
            && is_blank(&contribution.benefit_note)
            && !contribution.is_cut("benefit_note")
    });
    say(cx, &gains.collect::<Vec<_>>(), "benefit_note", "estimates its gain", "say in benefit_note what the gain is");
    let gifts = contributions.iter().filter(|contribution| {
        is_something(&contribution.in_kind)
            && is_blank(&contribution.in_kind_rate)
            && !contribution.is_cut("in_kind_rate")
    });
    let help = "say in in_kind_rate how it was valued, such as “staff hours at £22.50”";
    say(cx, &gifts.collect::<Vec<_>>(), "in_kind_rate", "gives in kind", help);
}

/// One finding for all of them: the answer is mostly the same.
fn say(cx: &mut RuleContext<'_>, of: &[&At<'_, Contribution>], field: &str, does: &str, help: &str) {
    let Some(first) = of.first() else { return };
    let whole = cx.whole();
    let name = whole.get().organisation_name(first.get().source.as_str());
    let others = match of.len() - 1 {
        0 => String::new(),
        1 => "; so does one other partner".to_owned(),
        others => format!("; so do {others} others"),
    };
    cx.report(first.field(field))
        .message(format!("{name} {does}, and it is not said what the figure rests on{others}"))
        .help(help)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn money(parts: &str) -> String {
        format!(
            r#"{{"finance": {{"contributions": [{{"source": "harbour-trust", {parts}}}, {{"source": "harbour-council", {parts}}}]}}}}"#
        )
    }

    #[test]
    fn an_estimate_rests_on_something() {
        gets(
            &super::RULE,
            &money(r#""in_kind": 5, "benefit_estimate": 9"#),
            &[
                "/finance/contributions/0/benefit_note advice: Harbour Trust estimates its gain, and it is not said what the \
                 figure rests on; so does one other partner | say in benefit_note what the gain is",
                "/finance/contributions/0/in_kind_rate advice: Harbour Trust gives in kind, and it is not said what the figure \
                 rests on; so does one other partner | say in in_kind_rate how it was valued, such as “staff hours at £22.50”",
            ],
        );
        gets(
            &super::RULE,
            &money(r#""in_kind": 5, "in_kind_rate": "Hours.", "benefit_estimate": 9, "benefit_note": "Rent.""#),
            &[],
        );
        gets(&super::RULE, &money(r#""in_kind": 0"#), &[]);
        let cut = ["/finance/contributions/0/in_kind_rate", "/finance/contributions/1/in_kind_rate"];
        gets_without(&cut, &super::RULE, &money(r#""in_kind": 5"#), &[]);
    }
}
