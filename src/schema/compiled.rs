//! The schemas as they are published in `schemas/`, compiled in: nothing is made from types when the program starts.
//!
//! `tests/it/schemas.rs` holds them equal to what the types say.

/// Every schema, by the name of its file.
static SCHEMAS: &[(&str, &str)] = &[
    ("return", include_str!("../../schemas/return.schema.json")),
    ("results", include_str!("../../schemas/results.schema.json")),
    ("system_health", include_str!("../../schemas/system_health.schema.json")),
    ("outcomes", include_str!("../../schemas/outcomes.schema.json")),
    ("narratives", include_str!("../../schemas/narratives.schema.json")),
    ("community_reporting", include_str!("../../schemas/community_reporting.schema.json")),
    ("waivers", include_str!("../../schemas/waivers.schema.json")),
    ("diagnostics", include_str!("../../schemas/diagnostics.schema.json")),
    ("published", include_str!("../../schemas/published.schema.json")),
];

/// The names of all schemas: the whole return, each approach on its own, a funder's waivers, and what candour writes for other programs.
pub fn schema_names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The schema of this name, in JSON Schema 2020-12.
pub fn schema_text(name: &str) -> Option<&'static str> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
