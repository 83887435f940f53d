//! SARIF 2.1.0, for code scanning: the part of it that viewers read, in structs of its own. Results come first and the
//! rules that spoke after them, so that returns can be written as they come.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Checked, Options, RuleText, address, authority, in_sheet, json, sentences};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Part, Place};

pub(super) const OPENING: &str = "{
  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",
  \"version\": \"2.1.0\",
  \"runs\": [
    {
      \"columnKind\": \"unicodeCodePoints\",
      \"results\": [
";

/// The results of one return; nothing where there are none.
pub(super) fn piece(file: &Checked<'_>, options: &Options<'_>) -> String {
    let mut met: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let results: Vec<_> = file
        .diagnostics
        .iter()
        .map(|found| {
            let nth = met.entry((found.rule, found.at.as_str())).or_default();
            *nth += 1;
            json::indented(&Outcome::of(file, found, *nth, options), "        ")
        })
        .collect();
    results.join(",\n")
}

/// The tool and the rules that spoke.
pub(super) fn closing(rules: &[&RuleText]) -> String {
    let tool = Tool {
        driver: Driver {
            name: "candour",
            semantic_version: env!("CARGO_PKG_VERSION"),
            rules: rules.iter().map(|rule| Rule::of(rule)).collect(),
        },
    };
    format!("\n      ],\n      \"tool\": {}\n    }}\n  ]\n}}\n", json::indented(&tool, "      ").trim_start())
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<RuleProperties>,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct RuleProperties {
    code: &'static str,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
}

/// One finding.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
}

#[derive(Debug, Serialize)]
struct Fingerprints {
    #[serde(rename = "candour/v1")]
    first: String,
}

/// The answer the return itself gives, or the funder's waiver.
#[derive(Debug, Serialize)]
struct Suppression {
    kind: &'static str,
    justification: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    place: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// The part of the return, as RFC 6901 writes it; or the cell it stands in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    fully_qualified_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
}

impl LogicalLocation {
    /// `Results!E7` of a workbook; nothing for a line.
    fn cell(place: &Place, path: &str) -> Option<Self> {
        let name = in_sheet(place)?;
        let kind = if place.cell.is_some() { "cell" } else { "sheet" };
        Some(Self { fully_qualified_name: format!("{path}#{name}"), name: Some(name), kind: Some(kind) })
    }
}

impl Rule {
    fn of(rule: &RuleText) -> Self {
        let words = rule.name.replace('-', " ");
        let mut letters = words.chars();
        let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        Self {
            id: rule.name,
            short_description: Message { text: title },
            full_description: Message { text: rule.why.to_owned() },
            help: Message {
                text: format!("{}\n\nMore: candour explain {}", rule.answer, rule.code.unwrap_or(rule.name)),
            },
            default_configuration: Configuration { level: level(rule.severity) },
            properties: rule.code.map(|code| RuleProperties { code }),
        }
    }
}

impl Outcome {
    fn of(file: &Checked<'_>, found: &Diagnostic, nth: usize, options: &Options<'_>) -> Self {
        let place = file.place(&found.at, found.part);
        let path = address::relative(&file.source(&place).name, options);
        let mut here = Location::of(file, &place, options);
        let part = format!("{}#{}", path, found.at.as_str());
        here.logical_locations.insert(0, LogicalLocation { name: None, fully_qualified_name: part, kind: None });
        let related = found.related.iter().enumerate().map(|(index, related)| Location {
            id: Some(index + 1),
            message: Some(Message { text: related.message.clone() }),
            ..Location::of(file, &file.place(&related.at, Part::Value), options)
        });
        Self {
            rule_id: found.rule,
            level: level(found.severity),
            message: Message { text: sentences(found) },
            locations: vec![here],
            related_locations: related.collect(),
            partial_fingerprints: Fingerprints {
                first: address::fingerprint(&path, found.rule, found.at.as_str(), nth),
            },
            suppressions: suppressions(found),
        }
    }
}

fn suppressions(found: &Diagnostic) -> Vec<Suppression> {
    let explained = found.explained.iter();
    let explained = explained.map(|answer| Suppression { kind: "inSource", justification: answer.text.clone() });
    let waived = found.waived.iter().map(|waived| Suppression {
        kind: "external",
        justification: format!("Waived {}: {}", authority(waived), waived.reason),
    });
    explained.chain(waived).collect()
}

impl Location {
    fn of(file: &Checked<'_>, place: &Place, options: &Options<'_>) -> Self {
        let region = (place.line > 0).then_some(Region {
            start_line: place.line,
            start_column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
        });
        Self {
            id: None,
            place: PhysicalLocation {
                artifact_location: ArtifactLocation { uri: address::uri(&file.source(place).name, options) },
                region,
            },
            logical_locations: LogicalLocation::cell(place, &address::relative(&file.source(place).name, options))
                .into_iter()
                .collect(),
            message: None,
        }
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}
