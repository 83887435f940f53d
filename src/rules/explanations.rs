//! Which explanation of a return answers which warning.

use super::named;
use crate::diagnostic::{Diagnostic, Explained, Severity};
use crate::returns::{Explanation, QuarterlyReturn};

/// The answer a return gives to this warning.
pub fn answer(diagnostic: &Diagnostic, typed: &QuarterlyReturn) -> Option<Explained> {
    let explanation = typed.explanations.iter().find(|explanation| answers(explanation, diagnostic, typed))?;
    Some(Explained {
        text: explanation.text.any().to_owned(),
        by_role: explanation.by_role.as_ref().map(ToString::to_string).unwrap_or_default(),
    })
}

/// Whether the explanation answers this warning: it names its rule, by name or code, and its record.
pub(super) fn answers(explanation: &Explanation, diagnostic: &Diagnostic, typed: &QuarterlyReturn) -> bool {
    diagnostic.severity == Severity::Warning
        && !explanation.text.is_blank()
        && rule_name(explanation) == diagnostic.rule
        && is_about(explanation.record.as_str().trim(), diagnostic, typed)
}

/// The name of the rule it means, where it is written as a code.
pub(super) fn rule_name(explanation: &Explanation) -> &str {
    let written = explanation.rule.as_str().trim();
    named(written).map_or(written, |rule| rule.name)
}

/// Whether the finding is about this record: an id, or `return` for what belongs to no record of its own.
pub fn is_about(record: &str, diagnostic: &Diagnostic, typed: &QuarterlyReturn) -> bool {
    let id = diagnostic.record.as_ref().map(|record| record.id.as_str()).filter(|id| !id.is_empty());
    match id {
        Some(id) => id == record || (record == "return" && id == typed.partnership.id.as_str()),
        None => record == "return",
    }
}
