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

use crate::disclosure::Published;

/// Builds the report of what was published, for its audience and in its language.
pub fn build(published: &Published) -> Report {
    let w = wording::Wording::in_language(passages::language(published.language));
    let sections = outline::sections_for(published.audience);
    let data = published.canonical_json();
    let published = &*passages::marked(published, &data);
    let cx = sections::Cx { published, w };
    let blocks = sections.iter().flat_map(|section| section(&cx)).collect();
    let mut report = frame::around(&cx, blocks, data);
    let foreign = passages::settle(&mut report);
    frame::say_languages(&cx, &mut report, &foreign);
    report
}
