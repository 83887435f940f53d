//! The shape of a return: schemas made from the types, and a sentence for whatever does not fit them.

mod compiled;
mod fault;
mod form;
mod generate;
mod guess;
mod guidance;
mod nouns;
mod quick;
mod rules;
mod shape;
mod titles;
mod validate;
mod wording;

pub use compiled::{schema_names, schema_text};
pub use generate::generate;
pub use rules::RULES;
pub use titles::{return_form, titles};
pub use validate::{Shaped, check, check_waivers};
