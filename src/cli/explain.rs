//! `candour explain` and `candour rules`: what the rules ask, and why.

use std::fmt::Write;

use super::{Outcome, arguments, output::Terminal};
use crate::rules;

pub(super) fn run(arguments: &arguments::Explain, terminal: &mut Terminal) -> Outcome {
    if let Some(page) = rules::explain(&arguments.rule) {
        terminal.print(&page.to_string());
        return Outcome::Fine;
    }
    let asked = arguments.rule.to_lowercase();
    let nearest = rules::ALL
        .iter()
        .map(|rule| (strsim::jaro_winkler(&asked, rule.name), rule))
        .filter(|(nearness, _)| *nearness > 0.8)
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    let hint = nearest.map_or_else(
        || "“candour rules” lists them all.".to_owned(),
        |(_, rule)| format!("Did you mean {} ({})?", rule.name, rule.code),
    );
    terminal.say(&format!("There is no rule called {}. {hint}", arguments.rule));
    Outcome::CouldNot
}

pub(super) fn list(terminal: &mut Terminal) -> Outcome {
    let mut text = String::new();
    for rule in rules::ALL {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:<6} {:<8} {}", rule.code, rule.severity.name(), rule.name);
    }
    text.push_str("\n“candour explain NAME” or “candour explain CODE” says what a rule asks, and why.\n");
    terminal.print(&text);
    Outcome::Fine
}
