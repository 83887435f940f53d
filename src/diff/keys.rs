//! What tells the records of each list apart, so that they are matched by what they are and not by where they stand.

/// Lists of records, and the fields that name one of them. `[]` stands for each item on the way.
pub(super) static KEYS: &[(&str, &[&str])] = &[
    ("return.restatements", &["refers_to", "period"]),
    ("partnership.leadership", &["type", "held_by"]),
    ("approaches", &["name"]),
    ("previous_actions", &["ref", "what"]),
    ("places", &["id"]),
    ("partners", &["id"]),
    ("funding.conditions", &["ref"]),
    ("funding.funder_actions", &["what"]),
    ("results", &["id"]),
    ("results[].target.revised", &["on", "from", "to"]),
    ("results[].trajectory", &["period"]),
    ("results[].actuals", &["period"]),
    ("results[].breakdowns", &["by", "label"]),
    ("results[].breakdowns[].groups", &["place", "label"]),
    ("system_health.referrals.by_source", &["source"]),
    ("system_health.measures", &["id"]),
    ("system_health.measures[].changes_marked", &["at"]),
    ("system_health.relationship_survey.scores", &["item"]),
    ("system_health.relationship_survey.returned_by_sector", &["sector"]),
    ("system_health.learning_cycles", &["id"]),
    ("system_health.barriers", &["id"]),
    ("system_health.trust_events", &["on", "what"]),
    ("system_health.disputes", &["opened_on"]),
    ("system_health.drawbacks_watch", &["kind"]),
    ("system_health.participation", &["partner"]),
    ("outcomes", &["id"]),
    ("outcomes[].areas", &["area"]),
    ("narratives", &["id"]),
    ("narratives[].voices", &["who"]),
    ("community_reporting.promises", &["id"]),
    ("community_reporting.engagement", &["id"]),
    ("community_reporting.reach.representation", &["group"]),
    ("community_reporting.you_said_we_did", &["id"]),
    ("finance.contributions", &["source"]),
    ("finance.spend", &["line"]),
    ("milestones", &["id"]),
    ("risks", &["id"]),
    ("ward_notes", &["place"]),
    ("decisions_asked", &["id"]),
    ("dissent", &["partner"]),
    ("leadership_changes", &["role"]),
    ("other_returns", &["to"]),
    ("explanations", &["rule", "record"]),
    ("sign_off", &["role", "organisation"]),
];

/// The fields that name a record of this list; `None` where it is no list of records.
pub(super) fn of(path: &str) -> Option<&'static [&'static str]> {
    KEYS.iter().find(|(list, _)| *list == path).map(|(_, fields)| *fields)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_list_of_records_has_its_names() {
        fn walk(schema: &Value, part: &Value, path: &str, found: &mut Vec<String>) {
            let name = part["$ref"].as_str().and_then(|name| name.rsplit('/').next());
            let part = name.map_or(part, |name| &schema["$defs"][name]);
            if !part["items"].is_null() {
                let item = part["items"]["$ref"].as_str().and_then(|name| name.rsplit('/').next());
                let item = item.map_or(&part["items"], |name| &schema["$defs"][name]);
                if item["properties"].is_object() {
                    found.push(path.to_owned());
                }
                walk(schema, &part["items"], &format!("{path}[]"), found);
            }
            for (name, field) in part["properties"].as_object().into_iter().flatten() {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(schema, field, &path, found);
            }
        }
        let schema = crate::schema::generate("return").unwrap();
        let mut lists = Vec::new();
        walk(&schema, &schema, "", &mut lists);
        let missing: Vec<_> = lists.iter().filter(|list| of(list).is_none()).collect();
        assert!(missing.is_empty(), "say what tells the records of these lists apart: {missing:?}");
        let gone: Vec<_> = KEYS.iter().filter(|(list, _)| !lists.iter().any(|known| known == list)).collect();
        assert!(gone.is_empty(), "these are no lists of records: {gone:?}");
    }
}
