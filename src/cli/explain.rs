//! `candour explain` and `candour rules`: what the rules ask, and why.

use super::{Outcome, arguments, output::Terminal};
use crate::{check, rules};

pub(super) fn run(arguments: &arguments::Explain, terminal: &mut Terminal) -> Outcome {
    let asked = arguments.rule.trim();
    if let Some(rule) = rules::named(asked) {
        terminal.print(&page(rule));
        return Outcome::Fine;
    }
    if let Some(page) = without_code().find(|page| page.name == asked) {
        terminal.print(&format!("{}\n\n{}\n", page.name, page.why));
        return Outcome::Fine;
    }
    terminal.say(&format!("There is no rule called {asked}. {}", nearest(asked)));
    Outcome::CouldNot
}

pub(super) fn list(terminal: &mut Terminal) -> Outcome {
    let rules = rules::ALL.iter().map(|rule| (rule.code, rule.severity.name(), rule.name));
    let shapes = without_code().map(|page| ("", "shape", page.name));
    let lines: Vec<_> =
        rules.chain(shapes).map(|(code, severity, name)| format!("{code:<6} {severity:<8} {name}")).collect();
    terminal.print(&format!(
        "{}\n\n“candour explain NAME” or “candour explain CODE” says what a rule asks, and why.\n",
        lines.join("\n")
    ));
    Outcome::Fine
}

fn page(rule: &rules::Rule) -> String {
    format!(
        "{} ({}, {}), {}\n\nWhy: {}\n\nWhat to do: {}\n\nFor example:\n  {}\n",
        rule.name,
        rule.code,
        rule.severity.name(),
        rule.area.title(),
        rule.why,
        rule.answer,
        rule.example.trim().replace('\n', "\n  "),
    )
}

/// What is said of text that is not JSON, of a shape that is not the form's, and of files beside the return.
fn without_code() -> impl Iterator<Item = check::Page> {
    check::pages().into_iter().filter(|page| page.code.is_none())
}

fn nearest(asked: &str) -> String {
    let asked = asked.to_lowercase();
    let named = rules::ALL.iter().map(|rule| (rule.name, format!("{} ({})", rule.name, rule.code)));
    let shapes = without_code().map(|page| (page.name, page.name.to_owned()));
    named
        .chain(shapes)
        .map(|(name, shown)| (strsim::jaro_winkler(&asked, name), shown))
        .filter(|(nearness, _)| *nearness > 0.8)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map_or_else(|| "“candour rules” lists them all.".to_owned(), |(_, shown)| format!("Did you mean {shown}?"))
}
