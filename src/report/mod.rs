//! What is said, in which order, in words. Knows what was published, never a return, HTML or PDF.

pub mod block;

pub use block::Report;
