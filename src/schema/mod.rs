//! The shape of a return: schemas made from the types, and a sentence for whatever does not fit them.

mod generate;

pub use generate::{schema, schema_names};
