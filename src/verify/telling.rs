//! What a comparison showed, told to people and to programs.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Finding, How, Verified};
use crate::render::opened::FileKind;

/// What a report that follows does not show.
const LIMIT: &str = "The pages follow from the data inside. This does not show who made them.";

/// The most findings that are told to people.
const MOST: usize = 20;

/// A report and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What people call the file.
    pub path: String,
    /// What the comparison showed.
    pub verified: Verified,
    /// Where the data are not those of the return that was given; `None` where none was.
    pub against: Option<Vec<Finding>>,
}

impl Told {
    /// Whether everything follows.
    pub fn follows(&self) -> bool {
        self.verified.findings.is_empty() && self.against.as_ref().is_none_or(Vec::is_empty)
    }
}

/// A report and what came of it, for people.
pub fn text(told: &Told) -> String {
    let Told { path, verified, against } = told;
    let mut text = String::new();
    let version = env!("CARGO_PKG_VERSION");
    let how = match verified.how {
        How::Bytes => format!("built again by the version that made it ({version}) and compared byte by byte"),
        How::Words => format!(
            "made by version {}, built again by version {version}, and compared figure by figure and sentence by \
             sentence in reading order",
            verified.engine
        ),
        How::Data => "not built again, because the data inside can no longer be read".to_owned(),
    };
    let count = verified.findings.len();
    let outcome = match count {
        0 => "every page follows from the data inside".to_owned(),
        1 => "1 thing does not follow from the data inside".to_owned(),
        _ => format!("{count} things do not follow from the data inside"),
    };
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{path}: {outcome}.\n  It was {how}.");
    list(&verified.findings, &mut text);
    match against {
        None if count == 0 => {
            let _ = writeln!(text, "  {LIMIT}");
        }
        None => {}
        Some(findings) if findings.is_empty() => text.push_str("  The data inside are those that the return gives.\n"),
        Some(findings) => {
            let _ = writeln!(text, "  The data inside are not those that the return gives:");
            list(findings, &mut text);
        }
    }
    text
}

fn list(findings: &[Finding], text: &mut String) {
    for finding in findings.iter().take(MOST) {
        let _ = writeln!(text, "  - {}", finding.sentence());
    }
    if findings.len() > MOST {
        let _ = writeln!(text, "  - And {} more.", findings.len() - MOST);
    }
}

/// The version of the JSON.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    engine: &'static str,
    reports: Vec<ReportTold<'a>>,
}

#[derive(Serialize)]
struct ReportTold<'a> {
    path: &'a str,
    format: &'static str,
    follows: bool,
    compared: &'static str,
    made_by: &'a str,
    data_sha256: &'a str,
    findings: Vec<FindingTold<'a>>,
    against: Option<Vec<FindingTold<'a>>>,
}

#[derive(Serialize)]
struct FindingTold<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    message: String,
}

/// Reports and what came of them, for programs.
pub fn json(told: &[Told]) -> String {
    let mut reports = Vec::new();
    for told in told {
        let verified = &told.verified;
        reports.push(ReportTold {
            path: &told.path,
            format: match verified.kind {
                FileKind::Html => "html",
                FileKind::Pdf => "pdf",
            },
            follows: told.follows(),
            compared: match verified.how {
                How::Bytes => "bytes",
                How::Words => "words",
                How::Data => "data",
            },
            made_by: &verified.engine,
            data_sha256: &verified.digest,
            findings: verified.findings.iter().map(told_finding).collect(),
            against: told.against.as_ref().map(|findings| findings.iter().map(told_finding).collect()),
        });
    }
    let document = Document { version: VERSION, engine: env!("CARGO_PKG_VERSION"), reports };
    let mut text = serde_json::to_string_pretty(&document).expect("texts and numbers are written as JSON");
    text.push('\n');
    text
}

fn told_finding(finding: &Finding) -> FindingTold<'_> {
    FindingTold { message: finding.sentence(), finding }
}
