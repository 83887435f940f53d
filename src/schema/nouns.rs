//! What fields, records and numbers are called in a sentence.

use serde_json::Value as Plain;

use super::fault::Form;
use crate::source::Pointer;

/// A field by its name, an item by its list, the whole as “this return”.
pub(super) fn field(form: Form, at: &Pointer) -> String {
    let steps: Vec<String> = at.steps().collect();
    let is_number = |step: &String| step.bytes().all(|byte| byte.is_ascii_digit());
    match steps.as_slice() {
        [] => format!("This {}", form.whole()),
        [.., list, item] if is_number(item) && !is_number(list) => format!("An item of “{list}”"),
        [.., name] => format!("“{name}”"),
    }
}

/// What a record is called, from the place in the schema that describes it.
pub(super) fn noun(form: Form, schema: &str) -> String {
    let Some((_, rest)) = schema.rsplit_once("/$defs/") else { return form.whole().to_owned() };
    let name = rest.split('/').next().unwrap_or_default();
    match name {
        "Header" => "return's head".to_owned(),
        "ReturnPeriod" => "period".to_owned(),
        "ResultMeasure" => "result".to_owned(),
        "SystemMeasure" => "measure".to_owned(),
        "NoNumberParts" => "figure without a number".to_owned(),
        "PeriodFigure" | "FigureParts" => "figure".to_owned(),
        name if name.starts_with("Text") => "text in several languages".to_owned(),
        name => words(name.strip_suffix("Parts").unwrap_or(name)),
    }
}

/// “a” or “an”.
pub(super) fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}

/// `YouSaidWeDid` is “you said we did”.
fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// 1000000 is “1,000,000”.
pub(super) fn number_words(number: &Plain) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, String::new()), |(whole, rest)| {
        (whole, if rest == "0" { String::new() } else { format!(".{rest}") })
    });
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::DocumentId;

    #[test]
    fn fields_and_items_are_named() {
        let top = Pointer::root(DocumentId::FIRST);
        assert_eq!(field(Form::Return, &top), "This return");
        assert_eq!(field(Form::Return, &top.field("partners").item(0).field("joined_on")), "“joined_on”");
        assert_eq!(field(Form::Return, &top.field("partners").item(0).field("roles").item(1)), "An item of “roles”");
    }

    #[test]
    fn records_are_named_as_people_do() {
        assert_eq!(noun(Form::Return, "/$defs/Partner"), "partner");
        assert_eq!(noun(Form::Return, "/$defs/AccountableToParts"), "accountable to");
        assert_eq!(noun(Form::Return, ""), "return");
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(number_words(&serde_json::json!(1_000_000_000)), "1,000,000,000");
        assert_eq!(number_words(&serde_json::json!(-999)), "-999");
        assert_eq!(number_words(&serde_json::json!(100.0)), "100");
    }
}
