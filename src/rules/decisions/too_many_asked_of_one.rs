//! Nobody is asked for more than a meeting can decide.

use crate::diagnostic::{Severity, Stage};
use crate::returns::AskedOf;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "too-many-asked-of-one",
    code: "A-04",
    area: Area::Decisions,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Three requests are weighed. The fourth is put off, and the first three with it.",
    answer: "Keep the three that matter most this quarter.",
    example: r#""decisions_asked": [{ "id": "D1", "asked_of": "funder", … }, { "id": "D2", "asked_of": "elected_council", … }]"#,
    check,
};

/// As many as a meeting can weigh.
const MOST: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    let decisions: Vec<_> = cx.whole().list("decisions_asked", |whole| &whole.decisions_asked).collect();
    for asked in AskedOf::ALL {
        let of_one: Vec<_> = decisions.iter().filter(|decision| decision.asked_of == Some(*asked)).collect();
        let Some(fourth) = of_one.get(MOST) else { continue };
        cx.report(fourth.field("asked_of"))
            .message(format!("{} decisions are asked of the {}", of_one.len(), words::choice(asked.word())))
            .help("keep the three that matter most this quarter")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn three_are_weighed() {
        let asked = |last: &str| {
            let of =
                |id: &str, whom: &str| format!(r#"{{"id": "{id}", "decision": "Move it.", "asked_of": "{whom}"}}"#);
            let ids = [of("D1", "funder"), of("D2", "funder"), of("D3", "funder"), of("D4", last)];
            format!(r#"{{"decisions_asked": [{}]}}"#, ids.join(","))
        };
        gets(
            &super::RULE,
            &asked("funder"),
            &["/decisions_asked/3/asked_of advice: 4 decisions are asked of the funder \
               | keep the three that matter most this quarter"],
        );
        gets(&super::RULE, &asked("partners"), &[]);
    }
}
