//! What may be shown to whom. The only way from a return to a report.

pub mod decide;
mod publish;
pub mod published;

pub use publish::{PublishOptions, publish};
pub use published::{Audience, FORMAT, Published};
