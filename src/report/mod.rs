//! What is said, in which order, in words. Knows what was published, never a return, HTML or PDF.

pub mod block;
mod reading;
#[cfg(test)]
pub(crate) mod sample;

pub use block::Report;
pub use reading::reading_order;
