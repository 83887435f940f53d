//! Whether a finished report says what the data inside it say: built again from them, and compared.
//!
//! It shows that every page follows from the data. It does not show who made either: whoever changes the data and
//! builds anew has a report that follows, too. Only the return itself can show more ([`against`]).

mod against;
mod compare;
mod finding;
mod pairs;
mod telling;

pub use against::against;
pub use finding::{Finding, What};
pub use telling::{Told, json, text};

use crate::disclosure::{
    Published,
    published::{Carried, NotPublished, carried},
};
use crate::render::{self, HtmlOptions, NotAReport, Opened, RenderError, opened::FileKind};
use crate::report;

/// What a comparison showed.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// What kind of file it is.
    pub kind: FileKind,
    /// How it was compared.
    pub how: How,
    /// The version of candour that published the data, as they say; empty where they cannot be read.
    pub engine: String,
    /// The SHA-256 of the data inside.
    pub digest: String,
    /// The data inside, where they can be read.
    pub published: Option<Published>,
    /// Where the report does not follow from the data, in the order of the file. None when all of it does.
    pub findings: Vec<Finding>,
}

/// How a report was compared with the data inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Built again by the version that made it, and compared byte by byte.
    Bytes,
    /// Built again by another version, and compared figure by figure and sentence by sentence in reading order.
    Words,
    /// Not built again, because the data inside can no longer be read.
    Data,
}

/// Why a report cannot be compared.
#[derive(Debug, thiserror::Error)]
pub enum CannotVerify {
    /// It cannot be opened.
    #[error(transparent)]
    NotAReport(#[from] NotAReport),
    /// Its data are of a form that this version does not read.
    #[error(transparent)]
    NotPublished(#[from] NotPublished),
    /// It was made with templates that were not given.
    #[error("it was made with templates of its own; give their folder with --templates")]
    TemplatesNeeded,
    /// It was made with other templates than those that were given.
    #[error("it was made with other templates than those given")]
    OtherTemplates,
    /// It could not be built again.
    #[error("it could not be built again")]
    Render(#[source] RenderError),
}

/// Takes the data out of a finished report, with the digest they have and the one the report states.
///
/// # Errors
///
/// When the file is no report, or its data cannot be read.
pub fn extract(report: &[u8]) -> Result<(Carried, Opened), CannotVerify> {
    let opened = render::open(report)?;
    Ok((carried(&opened.data)?, opened))
}

/// Builds a finished report again from the data inside, and says where it differs.
///
/// # Errors
///
/// When the file is no report, its data are of another form, or it was made with templates that were not given.
pub fn verify(report: &[u8], templates: &HtmlOptions) -> Result<Verified, CannotVerify> {
    let opened = render::open(report)?;
    let carried = match carried(&opened.data) {
        Ok(carried) => carried,
        Err(error) => return unreadable(&opened, error),
    };
    let mut findings = compare::data(&opened, &carried);
    let Carried { published, digest, .. } = carried;
    let is_html = opened.kind == FileKind::Html;
    match (&published.templates_digest, templates.templates_digest()) {
        (Some(_), None) if is_html => return Err(CannotVerify::TemplatesNeeded),
        (Some(made), Some(given)) if is_html && *made != given => return Err(CannotVerify::OtherTemplates),
        _ => {}
    }
    let ours = HtmlOptions::default();
    let templates = if published.templates_digest.is_some() { templates } else { &ours };
    let again = again(&published, opened.kind, templates)?;
    let how = if published.engine == env!("CARGO_PKG_VERSION") { How::Bytes } else { How::Words };
    if again != report {
        let rebuilt = render::open(&again)?;
        findings.extend(compare::pages(&opened, &rebuilt, how, !findings.is_empty()));
    }
    let engine = published.engine.clone();
    Ok(Verified { kind: opened.kind, how, engine, digest, published: Some(published), findings })
}

/// Where a report differs from the one that its data give, both of one version and both taken apart. None when they say
/// and show the same.
pub fn differences(report: &Opened, given: &Opened) -> Vec<Finding> {
    let mut findings = compare::pages(report, given, How::Bytes, false);
    findings.retain(|finding| finding.what != What::Other);
    findings
}

/// Data that cannot be read were changed, where the report states another digest; else they are of another time.
fn unreadable(opened: &Opened, error: NotPublished) -> Result<Verified, CannotVerify> {
    let digest = render::data_digest(&opened.data);
    if opened.stated_digest.as_ref().is_none_or(|stated| *stated == digest) {
        return Err(error.into());
    }
    let findings = vec![Finding::data(opened.stated_digest.clone(), &digest), Finding::unreadable(&error)];
    Ok(Verified { kind: opened.kind, how: How::Data, engine: String::new(), digest, published: None, findings })
}

/// The file that this version makes of some data.
fn again(published: &Published, kind: FileKind, templates: &HtmlOptions) -> Result<Vec<u8>, CannotVerify> {
    let report = report::build(published);
    match kind {
        FileKind::Html => render::html(&report, templates).map(String::into_bytes).map_err(CannotVerify::Render),
        FileKind::Pdf => pdf(&report),
    }
}

#[cfg(feature = "pdf")]
fn pdf(report: &report::Report) -> Result<Vec<u8>, CannotVerify> {
    let made = render::pdf(report, &render::PdfOptions::default());
    made.map(|made| made.bytes).map_err(CannotVerify::Render)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &report::Report) -> Result<Vec<u8>, CannotVerify> {
    Err(CannotVerify::NotAReport(NotAReport::NoPdf))
}
