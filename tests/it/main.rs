//! One integration binary, a module per promise.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "tests read fixtures and write into folders of their own")]

mod architecture;
mod carried;
#[cfg(feature = "pdf")]
mod conformance;
mod corpus;
mod differences;
mod documents;
mod every_field;
mod findings;
#[cfg(feature = "cli")]
mod folders;
mod formats;
#[cfg(feature = "cli")]
mod guesses;
mod histories;
mod hostile;
mod instances;
mod json_suite;
#[cfg(feature = "cli")]
mod markup;
mod memory;
mod mutations;
mod patch;
#[cfg(all(unix, feature = "cli"))]
mod pipelines;
#[cfg(feature = "cli")]
mod plain_words;
mod privacy;
mod program;
mod properties;
mod registry;
mod reports;
mod rules;
mod schemas;
#[cfg(feature = "cli")]
mod settings;
mod shapes;
mod standards;
mod support;
mod templates;
#[cfg(feature = "pdf")]
mod verify;
mod vocabulary;
#[cfg(feature = "cli")]
mod waivers;
mod welsh;
#[cfg(feature = "cli")]
mod workbooks;
