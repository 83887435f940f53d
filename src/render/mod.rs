//! Marks on a page. Knows reports, never returns.

pub mod drawing;
