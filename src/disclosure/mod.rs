//! What may be shown to whom. The only way from a return to a report.

pub mod published;

pub use published::{Audience, Published};
