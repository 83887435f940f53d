//! `JUnit`: a suite a return, a case a rule that spoke. An error fails its case, and so does a warning that is not
//! answered where the run is strict; other findings are said beside a case that passes.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Checked, Options, address, all_sentences, answers, text, xml};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"candour\">\n";
pub(super) const CLOSING: &str = "</testsuites>\n";

/// The suite of one return.
pub(super) fn piece(file: &Checked<'_>, options: &Options<'_>) -> String {
    let path = escaped(&address::relative(file.path, options));
    let mut rules: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for found in file.diagnostics {
        rules.entry(found.rule).or_default().push(found);
    }
    let fails = |found: &Diagnostic| match found.severity {
        Severity::Error => true,
        Severity::Warning => options.strict && !found.is_answered(),
        Severity::Advice => false,
    };
    let failures = rules.values().filter(|found| found.iter().any(|found| fails(found))).count();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">",
        rules.len().max(1)
    );
    if rules.is_empty() {
        let _ = writeln!(out, "    <testcase name=\"nothing to mend\" classname=\"{path}\"/>");
    }
    for (rule, found) in &rules {
        let _ = writeln!(out, "    <testcase name=\"{}\" classname=\"{path}\">", escaped(rule));
        let (failing, passing): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            found.iter().copied().partition(|found| fails(found));
        if let Some(first) = failing.first() {
            let more = if failing.len() > 1 { format!(" (and {} more)", failing.len() - 1) } else { String::new() };
            let _ = writeln!(
                out,
                "      <failure type=\"{}\" message=\"{}\">{}</failure>",
                first.severity.name(),
                escaped(&format!("{}{more}", first.message)),
                lines(file, &failing, options)
            );
        }
        if !passing.is_empty() {
            let _ = writeln!(out, "      <system-out>{}</system-out>", lines(file, &passing, options));
        }
        out.push_str("    </testcase>\n");
    }
    out.push_str("  </testsuite>\n");
    out
}

/// A line a finding.
fn lines(file: &Checked<'_>, found: &[&Diagnostic], options: &Options<'_>) -> String {
    let lines: Vec<_> = found
        .iter()
        .map(|found| {
            let spot = text::spot(file, &file.place(&found.at, found.part));
            let said = format!("{}{}", all_sentences(file, found, options), answers(found));
            escaped(&format!("{spot}: {}: {said}", found.severity.name()))
        })
        .collect();
    lines.join("\n")
}

/// Text on one line of XML. What XML cannot hold at all is shown by its number.
fn escaped(text: &str) -> String {
    xml::escaped(text, |letter, out| match letter {
        '\n' | '\r' | '\t' => out.push(' '),
        other => {
            let _ = write!(out, "U+{:04X}", u32::from(other));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_in_a_text_ends_the_text() {
        assert_eq!(escaped("]]> \"a\" <b>&'\u{1b}[31m"), "]]&gt; &quot;a&quot; &lt;b&gt;&amp;&apos;U+001B[31m");
    }
}
