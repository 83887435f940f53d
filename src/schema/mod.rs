//! The shape of a return: schemas made from the types, and a sentence for whatever does not fit them.

mod fault;
mod generate;
mod guess;
mod nouns;
mod rules;
mod shape;
mod validate;
mod wording;

pub use generate::{schema, schema_names};
pub use rules::RULES;
pub use validate::{Shaped, check};
