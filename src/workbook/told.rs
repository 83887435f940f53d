//! Findings as somebody reads them who has a workbook before them: with its headings and words in place of the names that
//! fields and choices have in the file. What is found, and where, stays as it is.
//!
//! Rules write names of fields and choices with underscores, and those that have none in quotation marks; this is all they
//! have to know of workbooks. A filer's own words stand in quotation marks too, and are left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::LazyLock;

use super::layout::{Layout, Shape, layout};
use super::words;
use crate::diagnostic::{Diagnostic, Related};
use crate::source::Pointer;

/// The finding in the words of a workbook.
pub(super) fn told(found: &Diagnostic) -> Diagnostic {
    let telling = Telling::at(&found.at);
    let words = |text: &str| telling.told(text);
    let related = |related: &Related| Related { message: words(&related.message), ..related.clone() };
    Diagnostic {
        message: words(&found.message),
        help: found.help.as_deref().map(words),
        label: words(&found.label),
        related: found.related.iter().map(related).collect(),
        ..found.clone()
    }
}

/// What only the manner of the file asks for, and what a workbook asks for in its place.
const PHRASES: [(&str, &str); 11] = [
    (
        "leave it out, or give a status such as \"not_available\" where it has one",
        "leave the cell empty, or write “not available: why” where it asks for a figure",
    ),
    (
        "leave the field out, or give a status such as \"not_available\"",
        "leave the cell empty, or write “not available: why” where it asks for a figure",
    ),
    ("{ \"status\": \"not_available\", \"reason\": \"…\" }", "“not available: why”"),
    ("{ \"status\": \"not_available\" }", "“not available: why”"),
    ("write true for yes or false for no", "write yes or no"),
    (", without quotation marks", ""),
    (", with quotation marks", ", as text"),
    ("write words in quotation marks", "write words"),
    ("put it between [ and ]: it is a list, even where there is only one", "write its words with commas between them"),
    ("write its fields between { and }, each with its name", "fill in the columns of its parts"),
    ("leave the field out", "leave the cell empty"),
];

/// A part of the return that a workbook has a heading or a sheet for.
struct Named {
    /// Its path, with `[]` for each item of a list on the way.
    path: String,
    sheet: usize,
    /// Its heading; none where it is a sheet.
    heading: Option<String>,
}

/// All names that fields have, and all words that cells may choose from.
struct Names {
    fields: BTreeMap<String, Vec<Named>>,
    choices: BTreeSet<String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| Names::of(layout()));

impl Names {
    fn of(layout: &Layout) -> Self {
        let mut fields: BTreeMap<String, Vec<Named>> = BTreeMap::new();
        let mut choices = BTreeSet::new();
        let mut add = |path: String, sheet: usize, heading: Option<String>| {
            let name = path.rsplit('.').next().unwrap_or_default().to_owned();
            fields.entry(name).or_default().push(Named { path, sheet, heading });
        };
        for (number, sheet) in layout.sheets.iter().enumerate() {
            let base = layout.path(number);
            let below = |way: &[String]| match base.as_str() {
                "" => way.join("."),
                base => format!("{base}.{}", way.join(".")),
            };
            match &sheet.shape {
                Shape::List(_) => add(base.trim_end_matches("[]").to_owned(), number, None),
                Shape::Fields => add(sheet.area.clone(), number, None),
            }
            for (prefix, way) in sheet.records.iter().filter(|(prefix, _)| !prefix.is_empty()) {
                add(below(way), number, Some(prefix.trim_end_matches(": ").to_owned()));
            }
            for column in &sheet.columns {
                if column.beside != super::layout::Beside::OfEnglish {
                    add(below(&column.path), number, Some(column.heading.clone()));
                }
                choices.extend(column.choices.iter().filter(|word| word.contains('_')).cloned());
            }
        }
        Self { fields, choices }
    }
}

/// Tells of one place.
struct Telling {
    names: &'static Names,
    /// The path of the place.
    path: String,
    /// Its sheet.
    sheet: Option<usize>,
}

impl Telling {
    fn at(at: &Pointer) -> Self {
        let mut path = String::new();
        for step in at.steps() {
            let is_item = step.bytes().all(|byte| byte.is_ascii_digit());
            let dot = if path.is_empty() { "" } else { "." };
            let _ = if is_item { write!(path, "[]") } else { write!(path, "{dot}{step}") };
        }
        let names: &Names = &NAMES;
        let known = names.fields.values().flatten();
        let near = known.map(|named| (common(&named.path, &path), named)).filter(|(common, _)| *common > 0);
        let sheet = near.max_by_key(|(common, named)| (*common, std::cmp::Reverse(named.path.len())));
        Self { names, sheet: sheet.map(|(_, named)| named.sheet), path }
    }

    fn told(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (ours, theirs) in PHRASES {
            if text.contains(ours) {
                text = text.replace(ours, theirs);
            }
        }
        let text = curled(&text);
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(start) = rest.find('“') {
            self.plain(&rest[..start], &mut out);
            let quoted = &rest[start + '“'.len_utf8()..];
            let Some(end) = quoted.find('”') else {
                rest = &rest[start..];
                break;
            };
            let _ = write!(out, "“{}”", self.quoted(&quoted[..end]));
            rest = &quoted[end + '”'.len_utf8()..];
        }
        self.plain(rest, &mut out);
        out
    }

    /// What stands in quotation marks: a name or a choice, or somebody's own words.
    fn quoted(&self, words: &str) -> String {
        if !words.contains('_') {
            // Names without an underscore may be anybody's words, unless they are the name of the very place.
            let here = |named: &&Named| named.path == self.path || parent(&named.path) == Some(self.path.as_str());
            let here = self.names.fields.get(words).and_then(|all| all.iter().find(here));
            return here.and_then(|named| named.heading.clone()).unwrap_or_else(|| words.to_owned());
        }
        match self.nearest(words) {
            Some(named) => named.heading.clone().unwrap_or_else(|| layout().sheets[named.sheet].name.clone()),
            None if self.names.choices.contains(words) => words::joined(words),
            None => words.to_owned(),
        }
    }

    /// What stands outside of quotation marks.
    fn plain(&self, text: &str, out: &mut String) {
        let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let mut rest = text;
        let mut before = "";
        while let Some(start) = rest.find(is_of_word) {
            let end = rest[start..].find(|letter: char| !is_of_word(letter)).map_or(rest.len(), |end| start + end);
            out.push_str(&rest[..start]);
            let word = &rest[start..end];
            match word {
                "true" => out.push_str("yes"),
                "false" => out.push_str("no"),
                _ if word.contains('_') || before == "set" => self.name(word, out),
                _ => out.push_str(word),
            }
            before = word;
            rest = &rest[end..];
        }
        out.push_str(rest);
    }

    /// A name or a choice that stands in a sentence without quotation marks.
    fn name(&self, word: &str, out: &mut String) {
        if self.names.choices.contains(word) && out.contains("can be ") {
            out.push_str(&words::joined(word));
        } else if let Some(named) = self.nearest(word) {
            let sheet = &layout().sheets[named.sheet].name;
            let _ = match &named.heading {
                Some(heading) if self.sheet == Some(named.sheet) => write!(out, "“{heading}”"),
                Some(heading) => write!(out, "“{heading}” on the sheet {sheet}"),
                None if out.ends_with("the ") => write!(out, "sheet {sheet}"),
                None => write!(out, "the sheet {sheet}"),
            };
        } else if self.names.choices.contains(word) {
            let _ = write!(out, "“{}”", words::joined(word));
        } else {
            out.push_str(word);
        }
    }

    /// The field of this name that stands nearest to the place.
    fn nearest(&self, name: &str) -> Option<&'static Named> {
        let all = self.names.fields.get(name)?.iter();
        all.rev().max_by_key(|named| (common(&named.path, &self.path), std::cmp::Reverse(named.path.len())))
    }
}

/// So many steps two paths have in common from the top.
fn common(one: &str, other: &str) -> usize {
    one.split('.').zip(other.split('.')).take_while(|(one, other)| one == other).count()
}

fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(parent, _)| parent)
}

/// With quotation marks as they are printed.
fn curled(text: &str) -> String {
    let mut parts = text.split('"');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, mark) in parts.zip(['“', '”'].into_iter().cycle()) {
        out.push(mark);
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::DocumentId;

    fn of(at: &str, text: &str) -> String {
        Telling::at(&Pointer::parse(DocumentId::FIRST, at)).told(text)
    }

    #[test]
    fn a_field_is_called_by_its_heading() {
        assert_eq!(
            of("/outcomes/0/lawful_basis", "give lawful_basis; it is usually public task"),
            "give “Lawful basis”; it is usually public task"
        );
        assert_eq!(
            of("/outcomes/0", "give no_clear_change and worsened in distribution"),
            "give “Distribution: no clear change” and worsened in distribution"
        );
        assert_eq!(of("/return/due_on", "“due_on” is left empty"), "“Due on” is left empty");
        assert_eq!(of("/results/0/rag", "“rag” is “blue”"), "“RAG” is “blue”");
        assert_eq!(
            of("/finance/contributions/1/cash", "add carried_in_gbp, or explain it"),
            "add “Carried in (£)” on the sheet Finance, or explain it"
        );
        assert_eq!(
            of("/results/0", "add it to previous_actions: whether it was done"),
            "add it to the sheet Previous actions: whether it was done"
        );
    }

    #[test]
    fn a_choice_is_told_as_its_cell_offers_it() {
        assert_eq!(
            of("/results/0/rag", "it can be green, amber, red, not_rated or not_due"),
            "it can be green, amber, red, not rated or not due"
        );
        assert_eq!(of("/results/0/rag", "write not_rated and say why"), "write “not rated” and say why");
        assert_eq!(of("/outcomes/0/licensed", "set licensed to true"), "set “Licensed” to yes");
        assert_eq!(
            of("/partners/0/sector", "did you mean “voluntary_community”?"),
            "did you mean “voluntary community”?"
        );
        assert_eq!(
            of("/narratives/0/anonymised", "“anonymised” is “no way”, and true or false belongs here"),
            "“Anonymised” is “no way”, and yes or no belongs here"
        );
    }

    #[test]
    fn somebodys_own_words_stay() {
        for text in ["“we left_on time, true”: it is said twice", "“x_cases” of R1 holds a number", "“true” stays"]
        {
            assert_eq!(of("/narratives/0", text), text);
        }
        assert_eq!(of("/partners/0/id", "such as \"harbour-trust\""), "such as “harbour-trust”");
        assert_eq!(of("", "an open “quotation"), "an open “quotation");
    }
}
