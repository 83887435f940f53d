//! What is said, in which order, in words. Knows what was published, never a return, HTML or PDF.

pub mod block;
pub mod plainness;
mod reading;
#[cfg(test)]
pub(crate) mod sample;

mod frame;
mod outline;
mod passages;
mod sections;
mod wording;

pub use block::Report;
pub use reading::reading_order;

use std::fmt;

use crate::disclosure::Published;

/// Why a report is not built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOffered {
    /// There is no report for this audience yet.
    Audience,
}

impl fmt::Display for NotOffered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Audience => "there is no report for this audience yet",
        })
    }
}

impl std::error::Error for NotOffered {}

/// Builds the report of what was published, for its audience and in its language.
///
/// # Errors
///
/// Where that audience has no report yet.
pub fn build(published: &Published) -> Result<Report, NotOffered> {
    let w = wording::Wording::in_language(passages::language(published.language));
    let sections = outline::sections_for(published.audience).ok_or(NotOffered::Audience)?;
    let data = published.canonical_json();
    let published = &*passages::marked(published, &data);
    let cx = sections::Cx { published, w };
    let blocks = sections.iter().flat_map(|section| section(&cx)).collect();
    let mut report = frame::around(&cx, blocks, data);
    let foreign = passages::settle(&mut report);
    frame::say_languages(&cx, &mut report, &foreign);
    Ok(report)
}
