//! `candour report --check-words`: how plain a report is, in a few lines.

use crate::{
    disclosure::Published,
    report::{
        block::Report,
        plainness::{Gate, Plainness, plainness},
    },
};

/// The lines on one report.
pub(super) fn told(stem: &str, published: &Published, report: &Report) -> String {
    let Some((ours, filers)) = plainness(published, report) else {
        return format!("{stem}: words are measured in English only.\n");
    };
    let gate = Gate::of(published.audience);
    let verdict = if gate.lets_through(&ours) { "plain enough" } else { "not plain enough" };
    let mut lines = vec![
        stem.to_owned(),
        format!("  Our own words: {verdict}. {}", measures(&ours, Some(gate))),
        format!("  The return's words: {}", measures(&filers, None)),
    ];
    if let Some(longest) = gate.longest.or(Some(25)).filter(|most| filers.longest > *most) {
        lines.push(format!(
            "  Its longest sentence has {} words; {longest} is a good limit: “{}”",
            filers.longest, filers.longest_sentence
        ));
    }
    for (trade, plain) in ours.trade.iter().chain(&filers.trade) {
        lines.push(format!("  “{trade}”: say {plain}"));
    }
    lines.join("\n") + "\n"
}

fn measures(words: &Plainness, gate: Option<Gate>) -> String {
    let (Some(grade), Some(mean)) = (words.grade, words.mean_sentence()) else {
        return "There is no whole sentence.".to_owned();
    };
    let most = |limit: Option<String>| limit.map(|limit| format!(" (at most {limit})")).unwrap_or_default();
    format!(
        "Years of school: {grade:.1}{}. Words in a sentence: {mean:.1}{}, at most {}{}. Sentences: {}.",
        most(gate.map(|gate| format!("{:.0}", gate.grade))),
        most(gate.and_then(|gate| gate.mean).map(|mean| format!("{mean:.0}"))),
        words.longest,
        most(gate.and_then(|gate| gate.longest).map(|longest| longest.to_string())).replace("at most", "limit"),
        words.sentences
    )
}
