//! The schemas as they are published in `schemas/`, compiled in: nothing is made from types when the program starts.
//!
//! `tests/it/schemas.rs` holds them equal to what the types say.

use crate::packed::{Packed, packed};

/// Every schema, by the name of its file.
static SCHEMAS: [(&str, Packed); 11] = [
    ("return", packed!("return.schema.json")),
    ("results", packed!("results.schema.json")),
    ("system_health", packed!("system_health.schema.json")),
    ("outcomes", packed!("outcomes.schema.json")),
    ("narratives", packed!("narratives.schema.json")),
    ("community_reporting", packed!("community_reporting.schema.json")),
    ("waivers", packed!("waivers.schema.json")),
    ("diagnostics", packed!("diagnostics.schema.json")),
    ("published", packed!("published.schema.json")),
    ("diff", packed!("diff.schema.json")),
    ("to_do", packed!("to_do.schema.json")),
];

/// The names of all schemas: the whole return, each approach on its own, a funder's waivers, and what candour writes for other programs.
pub fn schema_names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The schema of this name, in JSON Schema 2020-12.
pub fn schema_text(name: &str) -> Option<&'static str> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, schema)| schema.text())
}
