//! What the fields of a return are called in words, as the published schema has it: one place for forms, editors and
//! whatever speaks of a field.

use std::sync::LazyLock;

use serde_json::Value;

use super::schema_text;
use crate::source::Pointer;

/// The form of a return, read once.
static RETURN: LazyLock<Value> = LazyLock::new(|| {
    let text = schema_text("return").expect("the form of a return is compiled in");
    serde_json::from_str(text).expect("the form of a return is JSON")
});

/// The form of a return, as JSON Schema.
pub fn return_form() -> &'static Value {
    &RETURN
}

/// The titles of the fields on the way to this part of a return, from the top; numbers of items have none. A field that
/// the form does not know is called by its own name.
pub fn titles(at: &Pointer) -> Vec<String> {
    let mut here = vec![&*RETURN];
    let mut found = Vec::new();
    for step in at.steps() {
        let forms: Vec<&Value> = here.iter().flat_map(|part| forms(part)).collect();
        let field = |form: &&'static Value| form.get("properties")?.get(&step);
        let fields: Vec<&Value> = forms.iter().filter_map(field).collect();
        if let Some(field) = fields.first() {
            found.push(field.get("title").and_then(Value::as_str).unwrap_or(&step).to_owned());
            here = fields;
        } else if is_number(&step) && forms.iter().any(|form| form.get("items").is_some()) {
            here = forms.iter().filter_map(|form| form.get("items")).collect();
        } else {
            found.push(step);
            here.clear();
        }
    }
    found
}

fn is_number(step: &str) -> bool {
    step.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a part of the schema may be: what it refers to, and each of its choices.
fn forms(part: &'static Value) -> Vec<&'static Value> {
    let mut found = vec![part];
    if let Some(name) = part.get("$ref").and_then(Value::as_str).and_then(|name| name.rsplit('/').next()) {
        found.extend(RETURN.get("$defs").and_then(|types| types.get(name)).into_iter().flat_map(forms));
    }
    for keyword in ["anyOf", "oneOf"] {
        let choices = part.get(keyword).and_then(Value::as_array);
        found.extend(choices.into_iter().flatten().flat_map(forms));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::DocumentId;

    #[test]
    fn a_field_is_called_as_the_form_calls_it() {
        let called = |route: &str| titles(&Pointer::parse(DocumentId::FIRST, route)).join(" › ");
        assert_eq!(called("/results/3/target/by"), "Results › Target › By");
        assert_eq!(
            called("/results/0/breakdowns/1/groups/0/value/numerator"),
            "Results › Breakdowns › Groups › Value › Numerator"
        );
        assert_eq!(called("/return/period/financial_year"), "Return › Period › Financial year");
        assert_eq!(called("/results/0/title/cy"), "Results › Title › Welsh");
        assert_eq!(called("/results/0/x_own/more"), "Results › x_own › more");
        assert_eq!(called(""), "");
    }
}
