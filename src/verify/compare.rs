//! A report beside the one that its data give, each taken apart.

use std::collections::BTreeSet;

use super::How;
use super::finding::{Finding, What};
use super::pairs::{Pair, pairs};
use crate::disclosure::published::Carried;
use crate::order;
use crate::render::{
    self, Opened,
    opened::{Fact, FileKind, Heard, Piece},
};

/// What the file says about itself that follows from everything else, so that it only repeats another finding.
const DERIVED: [&str; 4] = ["id of the file", "xmpMM:DocumentID", "xmpMM:InstanceID", "Content-Security-Policy"];

/// What a file says about itself whichever version wrote it.
const LASTING: [&str; 8] =
    ["Title", "Author", "Subject", "CreationDate", "ModDate", "description", "author", "language"];

/// Whether the data inside are those that the report states, written as candour writes them.
pub(super) fn data(opened: &Opened, carried: &Carried) -> Vec<Finding> {
    let mut findings = Vec::new();
    if opened.stated_digest.as_deref() != Some(&carried.digest) {
        findings.push(Finding::data(opened.stated_digest.clone(), &carried.digest));
    }
    for name in &carried.foreign {
        findings.push(Finding { name: Some(name.clone()), ..Finding::of(What::DataForm) });
    }
    let canonical = carried.published.canonical_json();
    let written = match opened.kind {
        FileKind::Html => render::inert(&canonical),
        FileKind::Pdf => canonical,
    };
    if findings.is_empty() && written != opened.data {
        let name = Some("the data inside are not written as candour writes them".to_owned());
        findings.push(Finding { name, ..Finding::of(What::DataForm) });
    }
    findings
}

/// Where two files differ that should be the same. Never empty for files of one version.
pub(super) fn pages(opened: &Opened, rebuilt: &Opened, how: How, data_differ: bool) -> Vec<Finding> {
    let mut findings = words(&opened.pieces, &rebuilt.pieces, how);
    let mut derived = Vec::new();
    for finding in facts(&opened.facts, &rebuilt.facts) {
        let name = finding.name.as_deref().unwrap_or_default();
        if DERIVED.contains(&name) {
            derived.push(finding);
        } else if how == How::Bytes || LASTING.contains(&name) {
            findings.push(finding);
        }
    }
    if how == How::Bytes {
        let looks = looks(opened, rebuilt, &findings);
        findings.extend(looks);
        if findings.is_empty() && !data_differ {
            findings = derived;
            if findings.is_empty() {
                findings.push(Finding::of(What::Other));
            }
        }
    }
    findings
}

/// Words that differ, in the order of the report.
fn words(report: &[Piece], data: &[Piece], how: How) -> Vec<Finding> {
    // What stands around the text depends on where pages end, which another version may do otherwise.
    let compared = |pieces: &[Piece]| -> Vec<Piece> {
        let is_compared = |piece: &&Piece| how == How::Bytes || piece.heard != Heard::Furniture;
        pieces.iter().filter(is_compared).cloned().collect()
    };
    let (report, data) = (compared(report), compared(data));
    let keys = |pieces: &[Piece]| -> Vec<(Heard, String)> {
        pieces.iter().map(|piece| (piece.heard, piece.words.clone())).collect()
    };
    let mut findings = Vec::new();
    for pair in pairs(&keys(&report), &keys(&data)) {
        match pair {
            Pair::Both(in_report, in_data) => {
                let (piece, other) = (&report[in_report], &data[in_data]);
                if piece.role != other.role && how == How::Bytes {
                    findings.push(Finding {
                        name: Some(piece.words.chars().take(80).collect()),
                        report: Some(piece.role.clone()),
                        data: Some(other.role.clone()),
                        ..at(piece, What::Structure)
                    });
                }
            }
            Pair::Changed(in_report, in_data) => {
                let (said, given) = (in_report.map(|at| &report[at]), in_data.map(|at| &data[at]));
                let Some(piece) = said.or(given) else { continue };
                let what = match piece.heard {
                    Heard::Text | Heard::Marker => What::Words,
                    Heard::Drawing => What::Drawing,
                    Heard::Description => What::Description,
                    Heard::Furniture => What::Furniture,
                };
                findings.push(Finding {
                    report: said.map(|piece| piece.words.clone()),
                    data: given.map(|piece| piece.words.clone()),
                    ..at(piece, what)
                });
            }
        }
    }
    findings
}

fn at(piece: &Piece, what: What) -> Finding {
    Finding {
        page: Some(piece.page).filter(|page| *page > 0),
        section: Some(piece.section.clone()).filter(|section| !section.is_empty()),
        ..Finding::of(what)
    }
}

/// What the files say about themselves, where it differs.
fn facts(report: &[Fact], data: &[Fact]) -> Vec<Finding> {
    let names: BTreeSet<&String> = order::set(report.iter().chain(data).map(|fact| &fact.name));
    let mut findings = Vec::new();
    for name in names {
        let of = |facts: &[Fact]| -> Vec<String> {
            facts.iter().filter(|fact| fact.name == *name).map(|fact| fact.words.clone()).collect()
        };
        let (report, data) = (of(report), of(data));
        for pair in pairs(&report, &data) {
            if let Pair::Changed(said, given) = pair {
                findings.push(Finding {
                    name: Some(name.clone()),
                    report: said.map(|at| report[at].clone()),
                    data: given.map(|at| data[at].clone()),
                    ..Finding::of(What::Metadata)
                });
            }
        }
    }
    findings
}

/// What looks otherwise although its words are the same.
fn looks(opened: &Opened, rebuilt: &Opened, found: &[Finding]) -> Vec<Finding> {
    // Other words need other letters and other lines, and follow from what was found already.
    let words_differ = found.iter().any(|finding| finding.what != What::Metadata);
    if words_differ {
        return Vec::new();
    }
    let names: BTreeSet<&String> = order::set(opened.looks.iter().chain(&rebuilt.looks).map(|look| &look.name));
    let of = |looks: &[Fact], name: &str| -> Vec<String> {
        looks.iter().filter(|look| look.name == name).map(|look| look.words.clone()).collect()
    };
    let differs = |name: &&&String| of(&opened.looks, name) != of(&rebuilt.looks, name);
    let page = |name: &str| name.strip_prefix("page ").and_then(|number| number.parse().ok());
    names
        .iter()
        .filter(differs)
        .map(|name| {
            let mut letters = name.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
            Finding { name: Some(format!("{first}{}", letters.as_str())), page: page(name), ..Finding::of(What::Look) }
        })
        .collect()
}
