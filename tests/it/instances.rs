//! Makes returns that fit the schema, any of them, from a number.

use serde_json::{Map, Value, json};

/// A small source of numbers that look random and are the same every time.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }
}

/// Something that fits this schema.
pub(crate) fn instance(schema: &Value, dice: &mut Dice) -> Value {
    // A whole return would be large: most fields are left out.
    made(schema, schema, dice, 0)
}

fn made(root: &Value, schema: &Value, dice: &mut Dice, depth: usize) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let mut target = root.pointer(reference.trim_start_matches('#')).unwrap().clone();
        // What stands beside a reference holds as well.
        for (keyword, limit) in schema.as_object().unwrap().iter().filter(|(keyword, _)| *keyword != "$ref") {
            target[keyword] = limit.clone();
        }
        return made(root, &target, dice, depth);
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(branches) = schema[keyword].as_array() {
            return made(root, &branches[dice.below(branches.len())], dice, depth);
        }
    }
    if let Some(choices) = schema["enum"].as_array() {
        return choices[dice.below(choices.len())].clone();
    }
    if let Some(only) = schema.get("const") {
        return only.clone();
    }
    match schema["type"].as_str() {
        Some("object") => record(root, schema, dice, depth),
        Some("array") => {
            let least = schema["minItems"].as_u64().unwrap_or(0) as usize;
            let most = schema["maxItems"].as_u64().unwrap_or(least as u64 + 2) as usize;
            let count = least + dice.below(most - least + 1).min(if depth > 4 { 0 } else { 3 });
            let mut items: Vec<Value> = Vec::new();
            while items.len() < count {
                let item = made(root, &schema["items"], dice, depth + 1);
                if schema["uniqueItems"] != true || !items.contains(&item) || dice.below(50) == 0 {
                    items.push(item);
                }
            }
            if schema["uniqueItems"] == true {
                items.dedup();
            }
            items.into()
        }
        Some("string") => text(schema, dice).into(),
        Some("integer") => {
            let (least, most) = (schema["minimum"].as_i64().unwrap(), schema["maximum"].as_i64().unwrap());
            let between = least.saturating_add(i64::try_from(dice.below(100)).unwrap()).min(most);
            let whole = [least, most, between, 0.clamp(least, most)][dice.below(4)];
            if dice.below(5) == 0 { json!(whole as f64) } else { json!(whole) }
        }
        Some("number") => {
            let (least, most) = (schema["minimum"].as_f64().unwrap(), schema["maximum"].as_f64().unwrap());
            let places = schema["multipleOf"].as_f64().map_or(3.0, |step| -step.log10());
            let steps = 10_f64.powi(places.round() as i32);
            let fine = (dice.below(1_000_000) as f64 / steps).clamp(least, most);
            json!([least, most, fine, -fine.min(-least)][dice.below(4)])
        }
        Some("boolean") => json!(dice.below(2) == 0),
        other => panic!("no instance of {other:?}: {schema}"),
    }
}

fn record(root: &Value, schema: &Value, dice: &mut Dice, depth: usize) -> Value {
    let mut made_fields = Map::new();
    let required: Vec<&str> =
        schema["required"].as_array().map(|names| names.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
    for (name, field) in schema["properties"].as_object().unwrap() {
        if required.contains(&name.as_str()) || dice.below(depth + 3) == 0 {
            made_fields.insert(name.clone(), made(root, field, dice, depth + 1));
        }
    }
    if schema["minProperties"].as_u64().is_some_and(|least| (made_fields.len() as u64) < least) {
        let (name, field) = schema["properties"].as_object().unwrap().iter().next().unwrap();
        made_fields.insert(name.clone(), made(root, field, dice, depth + 1));
    }
    if dice.below(6) == 0 {
        made_fields.insert("x_own".to_owned(), json!({ "anything": [1, null] }));
    }
    made_fields.into()
}

fn text(schema: &Value, dice: &mut Dice) -> String {
    let year = 1990 + dice.below(60);
    match schema["pattern"].as_str() {
        Some("^[a-z0-9][a-z0-9-]{1,40}$") => ["a1", "harbour-trust", &"z".repeat(41)][dice.below(3)].to_owned(),
        Some("^[A-Z][0-9]{1,4}$") => format!("{}{}", ["R", "S", "Z"][dice.below(3)], dice.below(10_000)),
        Some("^[0-9]{4}-[0-9]{2}$") => format!("{year}-{:02}", dice.below(100)),
        Some("^[0-9]{4}-[0-9]{2}( Q[1-4])?$") => {
            format!("{year}-{:02}{}", dice.below(100), ["", " Q1", " Q4"][dice.below(3)])
        }
        Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") => format!("{year}-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28)),
        Some("^[EWSNK][0-9]{8}$") => format!("E{:08}", dice.below(100_000_000)),
        Some(other) => panic!("no text in the form {other}"),
        None => {
            let most = schema["maxLength"].as_u64().unwrap_or(40) as usize;
            let least = schema["minLength"].as_u64().unwrap_or(0) as usize;
            let length = [least, most, least + dice.below(most - least + 1)][dice.below(3)];
            "é<\"ŷ words ".chars().cycle().take(length).collect()
        }
    }
}
