//! The shape of a return: schemas made from the types, and a sentence for whatever does not fit them.

mod fault;
mod generate;
mod nouns;
mod shape;
mod validate;
mod wording;

pub use generate::{schema, schema_names};
pub use validate::{Shaped, check};
pub use wording::RULES;
