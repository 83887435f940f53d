//! What an editor shows an officer beyond the description of a field: what the choices mean where a word alone may not
//! say it, and an example where a format matters. Plain descriptions and `examples`, which every validator passes over.

use serde_json::{Map, Value, json};

/// What the words of a choice mean, by the name of the choice. A choice whose words speak for themselves is left out.
static CHOICES: &[(&str, &[(&str, &str)])] = &[
    (
        "AgreedHow",
        &[
            ("co_production_workshop", "worked out with residents or people who use services"),
            ("board_decision", "decided by the partnership's board"),
            ("negotiated_with_funder", "agreed between partnership and funder"),
            ("set_by_funder", "given by the funder"),
            ("set_by_lead", "given by the lead organisation"),
            ("statutory", "given by law"),
        ],
    ),
    (
        "Appetite",
        &[
            ("averse", "as little risk as can be"),
            ("cautious", "little risk, for a sure gain"),
            ("open", "some risk, where the gain is worth it"),
            ("eager", "ready to try what may fail"),
        ],
    ),
    (
        "Basis",
        &[
            ("voluntary", "the partners chose to work together"),
            ("mandated", "law or a funder requires it"),
            ("mandated_building_on_voluntary", "required by now, and grown from something voluntary"),
        ],
    ),
    (
        "BetterDirection",
        &[
            ("higher_is_better", "more is better, as with homes made warm"),
            ("lower_is_better", "less is better, as with days waited"),
            ("in_range", "right between two values, which “range” gives"),
            ("neutral", "neither; for context, and never rated"),
        ],
    ),
    (
        "ClaimKind",
        &[
            ("none", "no claim about the cause"),
            ("association", "the two went together"),
            ("contribution", "the work helped, among other things"),
            ("attribution", "the work caused it; needs a comparison"),
        ],
    ),
    (
        "Counterfactual",
        &[
            ("none", "there is no comparison"),
            ("historical", "the same group or place before"),
            ("comparator_area", "a place like it without the work"),
            ("matched_comparison", "people like them who did not take part"),
            ("waiting_list", "people who are waiting to take part"),
            ("randomised", "chance decided who took part"),
        ],
    ),
    (
        "Counting",
        &[
            ("in_quarter", "in this quarter only"),
            ("cumulative_year_to_date", "since 1 April"),
            ("cumulative_since_start", "since the partnership began"),
            ("snapshot", "on the last day of the quarter"),
            ("rolling_12_months", "in the twelve months up to the end of the quarter"),
        ],
    ),
    (
        "Counts",
        &[
            ("people", "small numbers are hidden in reports"),
            ("households", "small numbers are hidden in reports"),
            ("cases", "small numbers are hidden in reports"),
            ("opinions", "answers of a survey; hidden below a higher number"),
            ("staff", "people who work for the partners"),
            ("organisations", "partners, schools, firms"),
            ("things", "homes, meetings, food boxes"),
            ("money", "pounds"),
        ],
    ),
    (
        "Design",
        &[
            ("matched_before_after", "the same people before and after"),
            ("single_group_follow_up", "one group, asked afterwards"),
            ("repeated_cross_section", "different people each time"),
            ("comparison_group", "beside a group that did not take part"),
            ("randomised", "chance decided who took part"),
        ],
    ),
    (
        "EngagementLevel",
        &[
            ("inform", "people were told"),
            ("consult", "people were asked"),
            ("involve", "people worked on it, and the partnership decided"),
            ("collaborate", "people and partnership decided together"),
            ("empower", "people decided"),
        ],
    ),
    (
        "FigureStatus",
        &[
            ("final", "will not change"),
            ("provisional", "may still change"),
            ("revised", "has changed since it was first filed"),
            ("estimated", "worked out, not counted"),
            ("not_available", "nobody knows it yet; say why in “reason”"),
            ("not_applicable", "there can be no such figure; say why in “reason”"),
        ],
    ),
    (
        "GovernanceMode",
        &[
            ("self_governed", "the partners run it together"),
            ("lead_organisation", "one partner runs it for all"),
            ("dedicated_organisation", "an organisation made for it runs it"),
        ],
    ),
    (
        "IntegrationLevel",
        &[
            ("informal_network", "people know and help one another"),
            ("limited_sharing", "some information or places are shared"),
            ("aligned", "plans fit together, budgets stay apart"),
            ("pooled", "budgets or staff are put together"),
            ("separate_entity", "a body of its own does the work"),
            ("merged", "the partners have become one"),
        ],
    ),
    (
        "LearningNext",
        &[
            ("adopt", "do it everywhere"),
            ("adapt", "change it and try again"),
            ("continue", "go on trying"),
            ("stop", "give it up"),
        ],
    ),
    (
        "LegalPower",
        &[
            ("section_31", "a grant of government to a council (Local Government Act 2003)"),
            ("section_256", "a payment of the NHS to a council (NHS Act 2006)"),
            ("section_75", "pooled money of the NHS and a council (NHS Act 2006)"),
            ("grant_at_will", "given freely, without such a power"),
        ],
    ),
    (
        "MeasureLevel",
        &[("performance", "of the people the partnership works with"), ("population", "of everybody in the place")],
    ),
    (
        "NarrativeKind",
        &[
            ("most_significant_change", "chosen from several stories as the change that matters most"),
            ("what_worked", "something that went well, and why"),
            ("what_has_not_worked", "something that did not, and why"),
            ("unexpected", "something nobody had planned"),
            ("partnership_dynamics", "how the partners get on"),
            ("case_study", "one case, looked at closely"),
            ("context_change", "something outside that changed the work"),
        ],
    ),
    (
        "PartnerRole",
        &[
            ("lead", "answers for the return; there is one"),
            ("accountable_body", "holds the money and answers for it"),
            ("funder", "gives money"),
            ("commissioner", "buys services for the partnership"),
            ("delivery", "does the work"),
            ("community_voice", "speaks for residents or people who use services"),
            ("evaluator", "judges what came of it"),
            ("adviser", "advises, and does not decide"),
            ("observer", "listens, and does not decide"),
        ],
    ),
    (
        "Rag",
        &[
            ("green", "on track"),
            ("amber", "behind, with a plan"),
            ("red", "off track"),
            ("not_rated", "nothing to rate it by"),
            ("not_due", "too early for a rating"),
        ],
    ),
    (
        "RagMethod",
        &[
            ("percent_of_trajectory", "the figure as a percentage of where the path should be"),
            ("percentage_points_from_trajectory", "percentage points between figure and path"),
            ("absolute_difference", "figure less path, in the unit of the measure"),
            ("in_range", "whether the figure lies in its range"),
            ("judgement", "people decide, and say why"),
        ],
    ),
    (
        "RbaQuadrant",
        &[
            ("how_much", "how much was done"),
            ("how_well", "how well it was done"),
            ("better_off", "whether anybody is better off"),
        ],
    ),
    (
        "ReturnStatus",
        &[
            ("draft", "while you write"),
            ("submitted", "when you file it"),
            ("accepted", "the funder's word"),
            ("queried", "the funder's word"),
            ("resubmitted", "the funder's word"),
            ("withdrawn", "the funder's word"),
        ],
    ),
    (
        "RiskResponse",
        &[
            ("tolerate", "live with it"),
            ("treat", "make it less likely or less severe"),
            ("transfer", "let somebody else bear it"),
            ("terminate", "stop what brings it"),
        ],
    ),
    (
        "Seen",
        &[
            ("no", "looked for, and not there"),
            ("some", "there now and then"),
            ("yes", "there"),
            ("not_looked_for", "nobody looked"),
        ],
    ),
    (
        "Stage",
        &[
            ("too_early", "too early to say anything"),
            ("early_sign", "a first sign, which may not last"),
            ("established", "long enough to be believed"),
        ],
    ),
    (
        "ToldIn",
        &[
            ("own_words", "they wrote or said it"),
            ("interview_write_up", "somebody wrote it down for them"),
            ("third_person", "somebody tells it about them"),
        ],
    ),
    (
        "Weight",
        &[
            ("main", "the return stands on it"),
            ("supporting", "used beside the main ones"),
            ("not_used", "left out; say why in “reason”"),
        ],
    ),
];

/// Examples of what a format asks for, by the name of its type.
static FORMATS: &[(&str, &[&str])] = &[
    ("Date", &["2026-09-30"]),
    ("FinancialYear", &["2026-27"]),
    ("Id", &["eastholme-cc", "pebble-lane-school"]),
    ("Period", &["2026-27 Q2", "2026-27", "2026-09"]),
    ("RecordId", &["R1"]),
];

/// Examples of fields that are plain lines with a form of their own, by path from the top.
static FIELDS: &[(&[&str], &str)] = &[
    (&["properties", "schema"], "partnership-quarterly-return"),
    (&["properties", "schema_version"], "1.0"),
    (&["$defs", "ResultMeasure", "properties", "unit"], "households"),
    (&["$defs", "SystemMeasure", "properties", "unit"], "days"),
];

/// Adds what guides an officer to the schema of something that people write.
pub(super) fn guide(schema: &mut Value) {
    for (path, example) in FIELDS {
        let field = path.iter().try_fold(&mut *schema, |part, name| part.get_mut(*name));
        if let Some(field) = field.and_then(Value::as_object_mut) {
            field.insert("examples".to_owned(), json!([example]));
        }
    }
    if let Some(Value::Object(types)) = schema.get_mut("$defs") {
        for (name, examples) in FORMATS {
            if let Some(Value::Object(kind)) = types.get_mut(*name) {
                kind.insert("examples".to_owned(), json!(examples));
            }
        }
        for (name, _) in CHOICES {
            if let Some(Value::Object(kind)) = types.get_mut(*name) {
                explain(kind, name);
            }
        }
    }
    walk(schema);
}

fn walk(part: &mut Value) {
    match part {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get_mut("properties") {
                for property in properties.values_mut().filter_map(Value::as_object_mut) {
                    if let Some(name) = chosen(property) {
                        explain(property, &name);
                    }
                }
            }
            fields.values_mut().for_each(walk);
        }
        Value::Array(parts) => parts.iter_mut().for_each(walk),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The type of a field, or of what its list holds.
fn chosen(property: &Map<String, Value>) -> Option<String> {
    let reference = property.get("$ref").or_else(|| property.get("items")?.get("$ref"))?.as_str()?;
    Some(reference.rsplit('/').next()?.to_owned())
}

/// Adds the meaning of the choices to a description, a line each, below what is said of the field.
fn explain(described: &mut Map<String, Value>, name: &str) {
    let Some((_, words)) = CHOICES.iter().find(|(known, _)| *known == name) else { return };
    let lines: Vec<_> = words.iter().map(|(word, meaning)| format!("{word}: {meaning}")).collect();
    let before = described.get("description").and_then(Value::as_str).unwrap_or("One of these:");
    let text = format!("{before}\n\n{}", lines.join("\n"));
    described.insert("description".to_owned(), text.into());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::generate;

    #[test]
    fn every_choice_that_is_explained_is_explained_in_full() {
        let schema = generate("return").unwrap();
        for (name, words) in CHOICES {
            let all: Vec<_> =
                schema["$defs"][name]["enum"].as_array().unwrap_or_else(|| panic!("no {name}")).iter().collect();
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            assert_eq!(all, known, "{name}");
        }
    }

    #[test]
    fn an_example_fits_its_format() {
        let schema = generate("return").unwrap();
        for (name, examples) in FORMATS {
            let kind = jsonschema::options().offline().build(&schema["$defs"][name]).unwrap();
            for example in *examples {
                assert!(kind.is_valid(&json!(example)), "{example} is no {name}");
            }
        }
        for (path, example) in FIELDS {
            let field = path.iter().fold(&schema, |part, name| &part[*name]);
            assert_eq!(field["examples"][0], *example, "{path:?}");
        }
    }

    #[test]
    fn a_field_says_what_its_choices_mean() {
        let schema = generate("return").unwrap();
        let described = schema["$defs"]["ResultMeasure"]["properties"]["direction"]["description"].as_str().unwrap();
        assert!(described.starts_with("Which way is better.\n\nhigher_is_better: more is better"), "{described}");
        let described = schema["$defs"]["Partner"]["properties"]["roles"]["description"].as_str().unwrap();
        assert!(described.contains("\naccountable_body: holds the money"), "{described}");
    }
}
