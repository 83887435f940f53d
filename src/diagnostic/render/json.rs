//! For other programs: version 1 of the findings as JSON. These structs are its promise, kept apart from the inner types
//! so that those may change; `schemas/diagnostics.schema.json` is made from them.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Checked, Counts, Format, Options, render};
use crate::diagnostic::{Diagnostic, Severity, Verdict};
use crate::source::{Part, Place, Pointer};

/// What was found in some returns, as JSON.
pub fn json(files: &[Checked<'_>]) -> String {
    render(Format::Json, files, &Options::default())
}

/// What stands before the first return.
pub(super) const OPENING: &str = "{\n  \"version\": 1,\n  \"files\": [\n";

/// One return. [`Findings`] says what the whole is: this writes it a return at a time, so that it need not be held.
pub(super) fn piece(file: &Checked<'_>) -> String {
    indented(&File::of(file), "    ")
}

/// What stands after the last return.
pub(super) fn closing(counts: &Counts) -> String {
    format!("\n  ],\n  \"summary\": {}\n}}\n", indented(counts, "  ").trim_start())
}

/// A value as JSON with every line moved in. Text in JSON holds no line breaks, so none is changed.
pub(super) fn indented(value: &impl Serialize, by: &str) -> String {
    let text = serde_json::to_string_pretty(value).expect("findings are plain data");
    format!("{by}{}", text.replace('\n', &format!("\n{by}")))
}

/// What candour found in some returns.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Findings")]
pub struct Findings {
    /// The version of this form: 1.
    version: Version,
    /// The returns, in the order they were given.
    files: Vec<File>,
    /// How many findings there are.
    summary: Counts,
}

#[derive(Debug)]
struct Version;

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(1)
    }
}

impl JsonSchema for Version {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "const": 1 })
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct File {
    /// The path as it was given.
    path: String,
    /// How it ended.
    verdict: Verdict,
    /// The findings, in the order of the file.
    diagnostics: Vec<Finding>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Finding {
    /// The rule's name.
    rule: String,
    /// Its short alias; left empty for faults of shape and syntax.
    code: Option<String>,
    /// How much it matters.
    severity: Severity,
    /// What is wrong, in a sentence.
    message: String,
    /// What to do.
    help: Option<String>,
    /// The file it stands in.
    file: String,
    /// The part of the return, as RFC 6901 writes it.
    pointer: String,
    /// Line, from 1; 0 where the file has no lines.
    line: u32,
    /// Column in characters, from 1.
    column: u32,
    /// Last line.
    end_line: u32,
    /// Column after the last character.
    end_column: u32,
    /// The sheet of a workbook.
    sheet: Option<String>,
    /// The cell of a workbook or of a list, as `E7`.
    cell: Option<String>,
    /// The record it belongs to.
    record: Option<Record>,
    /// What was given. Left empty wherever it could be personal.
    provided: Option<String>,
    /// What would have been right, where there is one answer.
    expected: Option<String>,
    /// Other places that take part.
    related: Vec<Related>,
    /// The answer the return gives to a warning.
    explained: Option<Explained>,
    /// The funder's waiver.
    waived: Option<Waived>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Record {
    /// Its id; empty where it has none.
    id: String,
    /// Its title or name; empty where it has none.
    title: String,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Related {
    /// The file it stands in.
    file: String,
    /// The part of the return, as RFC 6901 writes it.
    pointer: String,
    /// Line, from 1; 0 where the file has no lines.
    line: u32,
    /// Column in characters, from 1.
    column: u32,
    /// The sheet of a workbook.
    sheet: Option<String>,
    /// The cell of a workbook or of a list, as `E7`.
    cell: Option<String>,
    /// What stands there.
    message: String,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Explained {
    /// The answer.
    text: String,
    /// Whose answer it is.
    by_role: String,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Waived {
    /// Why.
    reason: String,
    /// Who authorised it.
    authorised_by: String,
    /// The last day it holds.
    expires: String,
}

impl File {
    fn of(file: &Checked<'_>) -> Self {
        Self {
            path: file.path.to_owned(),
            verdict: file.verdict,
            diagnostics: file.diagnostics.iter().map(|found| Finding::of(file, found)).collect(),
        }
    }
}

impl Finding {
    fn of(file: &Checked<'_>, found: &Diagnostic) -> Self {
        let place = file.place(&found.at, found.part);
        Self {
            rule: found.rule.to_owned(),
            code: found.code.map(str::to_owned),
            severity: found.severity,
            message: found.message.clone(),
            help: found.help.clone(),
            file: file.source(&place).name.clone(),
            pointer: found.at.as_str().to_owned(),
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            sheet: place.sheet,
            cell: place.cell,
            record: found.record.as_ref().map(|record| Record { id: record.id.clone(), title: record.title.clone() }),
            provided: found.provided.clone(),
            expected: found.expected.clone(),
            related: found.related.iter().map(|related| Related::of(file, &related.at, &related.message)).collect(),
            explained: found
                .explained
                .as_ref()
                .map(|explained| Explained { text: explained.text.clone(), by_role: explained.by_role.clone() }),
            waived: found.waived.as_ref().map(|waived| Waived {
                reason: waived.reason.clone(),
                authorised_by: waived.authorised_by.clone(),
                expires: waived.expires.clone(),
            }),
        }
    }
}

impl Related {
    fn of(file: &Checked<'_>, at: &Pointer, message: &str) -> Self {
        let place: Place = file.place(at, Part::Value);
        Self {
            file: file.source(&place).name.clone(),
            pointer: at.as_str().to_owned(),
            line: place.line,
            column: place.column,
            sheet: place.sheet,
            cell: place.cell,
            message: message.to_owned(),
        }
    }
}
