//! What must hold for any text, any JSON and any return.

use std::fmt::Write;

use candour::check::{Options, check};
use candour::diagnostic::render::{Checked, TextOptions, json, text};
use candour::intake::{self, Cuts, Intake, Kind};
use candour::returns::QuarterlyReturn;
use candour::schema;
use candour::source::Pointer;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::instances::{Dice, instance};
use crate::support::fixture;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_text_at_a_pointer_is_the_value_at_that_pointer(value in any_json(), seed in any::<u64>()) {
        let mut laid_out = String::new();
        lay_out(&value, &mut Dice::new(seed), &mut laid_out);
        let read = intake::read("return.json", laid_out.as_bytes());
        prop_assert_eq!(&read.diagnostics, &[], "{}", laid_out);
        same(&read.intake, &read.intake.top(), &value);
    }

    #[test]
    fn bytes_are_read_without_panic_and_twice_alike(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(everything_said(&bytes), everything_said(&bytes));
    }

    #[test]
    fn marks_are_read_without_panic_and_twice_alike(text in "[\\[\\]{},:\"'\\\\/*u0-9eE+.a-\u{e9}\u{201c}\u{a0} \n\r\t-]{0,60}") {
        prop_assert_eq!(everything_said(text.as_bytes()), everything_said(text.as_bytes()));
        // Nothing is let pass in silence that is not JSON, and nothing blamed that is, the exact and the finite aside.
        let read = intake::read("return.json", text.as_bytes());
        if read.diagnostics.is_empty() {
            prop_assert!(serde_json::from_str::<Value>(&text).is_ok(), "{}", text);
        }
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            let blamed = read.diagnostics.iter().find(|found| !matches!(found.rule, "number-not-exact" | "field-given-twice"));
            prop_assert_eq!(blamed, None, "{}", value);
        }
    }

    #[test]
    fn any_json_is_checked_without_panic_and_twice_alike(value in any_json()) {
        let text = value.to_string();
        prop_assert_eq!(everything_said(text.as_bytes()), everything_said(text.as_bytes()));
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn an_edited_return_is_checked_without_panic_and_fits_the_types_where_it_fits_the_schema(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut value = worked_example();
        for _ in 0..=dice.below(6) {
            edit(&mut value, &mut dice);
        }
        let text = value.to_string();
        let read = intake::read("return.json", text.as_bytes());
        let shaped = schema::check(&read.intake);
        let valid = jsonschema_of_the_return().is_valid(&value);
        let told = shaped.diagnostics.len() + read.diagnostics.len();
        prop_assert_eq!(valid, told == 0, "the schema and our messages disagree: {:?}", shaped.diagnostics);
        if valid {
            goes_round(&read.intake);
        }
        everything_said(text.as_bytes());
    }

    #[test]
    fn what_fits_the_schema_becomes_a_typed_return_and_comes_back_the_same(seed in any::<u64>()) {
        let schema = schema::generate("return").unwrap();
        let value = instance(&schema, &mut Dice::new(seed));
        let read = intake::read("return.json", value.to_string().as_bytes());
        prop_assert_eq!(&schema::check(&read.intake).diagnostics, &[], "{:#}", value);
        goes_round(&read.intake);
    }

    #[test]
    fn a_torn_file_is_read_without_panic(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut bytes = std::fs::read(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            match dice.below(3) {
                0 => drop(bytes.drain(at..(at + dice.below(40)).min(bytes.len()))),
                1 => bytes.insert(at, b"\"{}[],:\\0\n\xE9"[dice.below(11)]),
                _ => bytes.truncate(at.max(1)),
            }
        }
        prop_assert_eq!(everything_said(&bytes), everything_said(&bytes));
    }
}

fn worked_example() -> Value {
    serde_json::from_slice(&std::fs::read(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap()).unwrap()
}

fn jsonschema_of_the_return() -> &'static jsonschema::Validator {
    static VALIDATOR: std::sync::LazyLock<jsonschema::Validator> = std::sync::LazyLock::new(|| {
        jsonschema::options()
            .should_validate_formats(true)
            .offline()
            .build(&schema::generate("return").unwrap())
            .unwrap()
    });
    &VALIDATOR
}

/// Read, written and read again, it is the same typed return.
fn goes_round(intake: &Intake) {
    let typed: QuarterlyReturn = intake.typed(&Cuts::default()).unwrap();
    let written = serde_json::to_string(&typed).unwrap();
    let again: QuarterlyReturn = serde_json::from_str(&written).unwrap();
    assert_eq!(typed, again);
    assert_eq!(serde_json::to_string(&again).unwrap(), written);
}

/// All that is said about a file, in both formats.
fn everything_said(bytes: &[u8]) -> String {
    let checked = check(intake::read("return.json", bytes), &Options::default());
    let files = [Checked {
        path: "return.json",
        verdict: checked.verdict(),
        diagnostics: checked.diagnostics(),
        places: checked.intake(),
    }];
    text(&files, TextOptions { colour: false }) + &json(&files)
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1_000_000_000_i64..1_000_000_000).prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[a-z_\"\\\\ \u{e9}\u{1f600}]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map("[a-z~/_]{0,6}", inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Writes JSON with spaces, line ends and escapes wherever they may stand.
fn lay_out(value: &Value, dice: &mut Dice, out: &mut String) {
    space(dice, out);
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => out.push_str(&value.to_string()),
        Value::String(text) => quote(text, dice, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                lay_out(item, dice, out);
            }
            space(dice, out);
            out.push(']');
        }
        Value::Object(fields) => {
            out.push('{');
            for (index, (name, field)) in fields.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                space(dice, out);
                quote(name, dice, out);
                space(dice, out);
                out.push(':');
                lay_out(field, dice, out);
            }
            space(dice, out);
            out.push('}');
        }
    }
    space(dice, out);
}

fn space(dice: &mut Dice, out: &mut String) {
    out.push_str(["", "", " ", "\n", "\r\n", "\t  "][dice.below(6)]);
}

fn quote(text: &str, dice: &mut Dice, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        if dice.below(4) == 0 || letter.is_control() || matches!(letter, '"' | '\\') {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").unwrap();
            }
        } else {
            out.push(letter);
        }
    }
    out.push('"');
}

fn same(intake: &Intake, at: &Pointer, value: &Value) {
    let found = intake.get(at).unwrap_or_else(|| panic!("nothing at {at}"));
    match value {
        Value::Null => assert_eq!(found.kind(), Kind::Empty),
        Value::Bool(yes) => assert_eq!(found.boolean(), Some(*yes)),
        Value::Number(number) => assert_eq!(found.number_text(), Some(number.to_string().as_str())),
        Value::String(text) => assert_eq!(found.text().as_deref(), Some(text.as_str())),
        Value::Array(items) => {
            assert_eq!((found.kind(), found.len()), (Kind::List, items.len()));
            for (index, item) in items.iter().enumerate() {
                same(intake, &at.item(index), item);
            }
        }
        Value::Object(fields) => {
            assert_eq!((found.kind(), found.len()), (Kind::Record, fields.len()));
            for (name, field) in fields {
                same(intake, &at.field(name), field);
            }
        }
    }
}

/// Changes one thing somewhere: takes it out, puts something else there, or moves something from elsewhere.
fn edit(value: &mut Value, dice: &mut Dice) {
    let mut pointers = Vec::new();
    all_pointers(value, String::new(), &mut pointers);
    let at = pointers[dice.below(pointers.len())].clone();
    let new = match dice.below(3) {
        0 => value.pointer(&pointers[dice.below(pointers.len())]).unwrap().clone(),
        _ => odd_values()[dice.below(odd_values().len())].clone(),
    };
    let Some((above, last)) = at.rsplit_once('/') else { return };
    match value.pointer_mut(above).unwrap() {
        Value::Object(fields) => match dice.below(4) {
            0 => drop(fields.insert(last.to_owned(), new)),
            1 => drop(fields.insert(["x_note", "adress", "status", "value", "id"][dice.below(5)].to_owned(), new)),
            _ => drop(fields.remove(last)),
        },
        Value::Array(items) => {
            let index: usize = last.parse().unwrap();
            match dice.below(4) {
                0 => items[index] = new,
                1 => items.push(items[index].clone()),
                _ => drop(items.remove(index)),
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn odd_values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(100.0),
        json!(1e300),
        json!(""),
        json!("2026-27"),
        json!("2026-27 Q2"),
        json!("2026-28"),
        json!("2011-13"),
        json!("2026-02-30"),
        json!("0000-00-00"),
        json!("R1"),
        json!("saltmere-dc"),
        json!("\u{202e}turned\u{0}"),
        json!("long ".repeat(300)),
        json!([]),
        json!({}),
        json!({ "en": "words" }),
        json!({ "en": "words", "cy": "geiriau" }),
        json!({ "status": "not_available" }),
        json!({ "value": 3, "status": "provisional" }),
    ]
}

fn all_pointers(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                all_pointers(item, format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                all_pointers(field, format!("{at}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    found.push(at);
}
