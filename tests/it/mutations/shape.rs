//! One value, name or field that does not fit the schema is told at that very place.

use std::sync::LazyLock;

use candour::intake::{Kind, Value};
use candour::source::Pointer;
use serde_json::Value as Plain;

use super::{Broken, Story, each_is_told};
use crate::patch::room;

static SCHEMA: LazyLock<Plain> = LazyLock::new(|| candour::schema::generate("return").unwrap());

/// The parts of the schema that may speak of this place; none where the field is the author's own.
fn shapes(at: &Pointer) -> Vec<&'static Plain> {
    let mut here = all_of(&SCHEMA);
    for step in at.steps() {
        let below = |shape: &&'static Plain| {
            let field = shape.get("properties").and_then(|fields| fields.get(&step));
            let item = shape.get("items").filter(|_| step.bytes().all(|byte| byte.is_ascii_digit()));
            field.or(item)
        };
        here = here.iter().filter_map(below).flat_map(all_of).collect();
    }
    here
}

/// A part of the schema with those it refers to and its branches.
fn all_of(shape: &'static Plain) -> Vec<&'static Plain> {
    let referred = shape.get("$ref").and_then(Plain::as_str).map(|route| SCHEMA.pointer(&route[1..]).unwrap());
    let branches = shape.get("anyOf").and_then(Plain::as_array).into_iter().flatten();
    std::iter::once(shape).chain(referred.into_iter().chain(branches).flat_map(all_of)).collect()
}

fn is_of(shape: &Plain, kind: &str) -> bool {
    match shape.get("type") {
        Some(Plain::String(one)) => one == kind,
        Some(Plain::Array(several)) => several.iter().any(|one| one == kind),
        _ => false,
    }
}

/// Breaks each value of a story for which there is a way, by putting something else in its place.
fn instead(story: &'static Story, way: impl Fn(usize, Value<'_>, &[&'static Plain]) -> Option<String>) -> Vec<Broken> {
    let broken = |(index, (at, value)): (usize, (Pointer, Value<'_>))| {
        let shapes = shapes(&at);
        let with = (!shapes.is_empty()).then(|| way(index, value, &shapes))??;
        Some(Broken { story, bytes: value.bytes(), with, at })
    };
    story.values().into_iter().enumerate().filter_map(broken).collect()
}

/// The one number a keyword has among these shapes of a kind.
fn the_one(shapes: &[&'static Plain], kind: &str, keyword: &str) -> Option<f64> {
    let of_kind: Vec<_> = shapes.iter().filter(|shape| is_of(shape, kind)).collect();
    let [only] = of_kind.as_slice() else { return None };
    only.get(keyword)?.as_f64()
}

#[test]
fn nothing_in_place_of_a_value() {
    each_is_told(
        54,
        |story| instead(story, |_, _, _| Some("null".to_owned())),
        |broken, found| found.rule == "left-empty" && found.at == broken.at,
    );
}

#[test]
fn a_value_of_another_kind() {
    const KINDS: [(&str, &str); 5] =
        [("string", "\"?\""), ("number", "41.5"), ("boolean", "true"), ("array", "[[]]"), ("object", "{}")];
    each_is_told(
        90,
        |story| {
            instead(story, |index, _, shapes| {
                let fits = |kind: &str| {
                    shapes.iter().any(|shape| is_of(shape, kind) || (kind == "number" && is_of(shape, "integer")))
                };
                let turned = KINDS.iter().cycle().skip(index % KINDS.len()).take(KINDS.len());
                turned.copied().find(|(kind, _)| !fits(kind)).map(|(_, odd)| odd.to_owned())
            })
        },
        |broken, found| {
            let rules = [
                "not-a-text",
                "not-a-number",
                "not-a-whole-number",
                "not-yes-or-no",
                "not-a-list",
                "not-a-record",
                "not-one-of-the-choices",
            ];
            rules.contains(&found.rule) && found.at == broken.at
        },
    );
}

#[test]
fn a_field_it_cannot_do_without_is_left_out() {
    each_is_told(
        48,
        |story| {
            let needed = |(at, value): (Pointer, Value<'_>)| {
                let (name, record) = (value.name()?, at.parent()?);
                let shapes = shapes(&record);
                let lists: Vec<_> = shapes.iter().filter_map(|shape| shape.get("required")?.as_array()).collect();
                let is_needed = !lists.is_empty() && lists.iter().all(|list| list.iter().any(|one| *one == *name));
                is_needed.then(|| Broken { story, bytes: room(&story.text, value), with: String::new(), at })
            };
            story.values().into_iter().filter_map(needed).collect()
        },
        |broken, found| {
            found.rule == "field-missing"
                && Some(&found.at) == broken.at.parent().as_ref()
                && found.message.contains(&format!("“{}”", broken.at.last().unwrap()))
        },
    );
}

/// The name with its two middle letters the wrong way round.
fn misspelt(name: &str) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let middle = letters.len() / 2;
    let differ = letters.len() >= 4 && !name.starts_with("x_") && letters[middle - 1] != letters[middle];
    differ.then(|| {
        letters.swap(middle - 1, middle);
        letters.into_iter().collect()
    })
}

#[test]
fn a_slip_in_the_name_of_a_field() {
    each_is_told(
        54,
        |story| {
            let slip = |(at, value): (Pointer, Value<'_>)| {
                let name = misspelt(&value.name()?)?;
                let with = format!("\"{name}\"");
                (!shapes(&at).is_empty()).then(|| Broken { story, bytes: value.name_bytes().unwrap(), with, at })
            };
            story.values().into_iter().filter_map(slip).collect()
        },
        |broken, found| {
            let right = broken.at.last().unwrap();
            let wrong = broken.at.parent().unwrap().field(broken.with.trim_matches('"'));
            found.rule == "field-not-known" && found.at == wrong && found.expected.as_ref() == Some(&right)
        },
    );
}

#[test]
fn a_field_nobody_knows() {
    each_is_told(
        18,
        |story| {
            let more = |(at, value): (Pointer, Value<'_>)| {
                let start = value.bytes().start + 1;
                let is_record = value.kind() == Kind::Record && !value.is_empty() && !shapes(&at).is_empty();
                is_record.then(|| Broken { story, bytes: start..start, with: " \"colour\": 7,".to_owned(), at })
            };
            story.values().into_iter().filter_map(more).collect()
        },
        |broken, found| found.rule == "field-not-known" && found.at == broken.at.field("colour"),
    );
}

#[test]
fn a_number_out_of_its_bounds() {
    each_is_told(
        36,
        |story| {
            let bound = |keyword: &'static str, beyond: f64| {
                instead(story, move |_, value, shapes| {
                    let kind = if shapes.iter().any(|shape| is_of(shape, "integer")) { "integer" } else { "number" };
                    let limit = the_one(shapes, kind, keyword).filter(|_| value.kind() == Kind::Number)?;
                    Some(format!("{}", limit + beyond))
                })
            };
            bound("minimum", -1.0).into_iter().chain(bound("maximum", 1.0)).collect()
        },
        |broken, found| {
            let rules = ["number-too-small", "number-too-big", "number-too-large", "number-not-exact"];
            rules.contains(&found.rule) && broken.at.holds(&found.at)
                || found.at.stretch().is_some_and(|bytes| bytes.start == broken.bytes.start)
        },
    );
}

#[test]
fn a_number_finer_than_it_can_be() {
    each_is_told(
        24,
        |story| {
            instead(story, |_, value, shapes| {
                let is_whole = shapes.iter().any(|shape| is_of(shape, "integer"));
                let fine = is_whole || the_one(shapes, "number", "multipleOf").is_some();
                let whole = value.number_text()?.split('.').next()?;
                fine.then(|| format!("{whole}.123457"))
            })
        },
        |broken, found| ["too-many-decimals", "not-a-whole-number"].contains(&found.rule) && found.at == broken.at,
    );
}

#[test]
fn a_number_no_program_keeps() {
    each_is_told(
        14,
        |story| {
            let odd = ["1e999", "-1e999", "9007199254740993", "007", "+7", ".7", "7.", "NaN", "1,250", "£12", "78%"];
            instead(story, |index, value, _| (value.kind() == Kind::Number).then(|| odd[index % odd.len()].to_owned()))
        },
        |broken, found| {
            let place = broken.bytes.start..broken.bytes.start + broken.with.len();
            ["number-too-large", "number-not-exact", "number-badly-written"].contains(&found.rule)
                && found.at.stretch().is_some_and(|bytes| place.start <= bytes.start && bytes.end <= place.end)
        },
    );
}

#[test]
fn a_choice_nobody_offers() {
    each_is_told(
        36,
        |story| {
            instead(story, |index, value, shapes| {
                let texts: Vec<_> = shapes.iter().filter(|shape| is_of(shape, "string")).collect();
                let chosen = |shape: &&&Plain| shape.get("enum").is_some() || shape.get("const").is_some();
                let is_choice = value.kind() == Kind::Text && !texts.is_empty() && texts.iter().all(chosen);
                let odd = ["\"something else\"", "\"\"", "\"Yes\u{202e}\"", "\"0\""];
                is_choice.then(|| odd[index % odd.len()].to_owned())
            })
        },
        |broken, found| found.rule == "not-one-of-the-choices" && found.at == broken.at,
    );
}

#[test]
fn a_day_that_is_not_in_the_calendar() {
    each_is_told(
        30,
        |story| {
            instead(story, |index, value, shapes| {
                let odd = ["\"2026-02-30\"", "\"31/10/2026\"", "\"soon\"", "\"2026-13-01\"", "\"0000-00-00\"", "\"\""];
                let is_date = shapes.iter().any(|shape| shape.get("format").is_some());
                (is_date && value.kind() == Kind::Text).then(|| odd[index % odd.len()].to_owned())
            })
        },
        |broken, found| ["not-a-date", "not-in-this-form"].contains(&found.rule) && found.at == broken.at,
    );
}

#[test]
fn a_text_not_in_its_form() {
    each_is_told(
        30,
        |story| {
            instead(story, |_, value, shapes| {
                let texts: Vec<_> = shapes.iter().filter(|shape| is_of(shape, "string")).collect();
                let has_form = |shape: &&&Plain| shape.get("pattern").is_some() && shape.get("format").is_none();
                let is_formed = value.kind() == Kind::Text && !texts.is_empty() && texts.iter().all(has_form);
                is_formed.then(|| "\"Not like this\"".to_owned())
            })
        },
        |broken, found| found.rule == "not-in-this-form" && found.at == broken.at,
    );
}

#[test]
fn a_text_longer_than_its_room() {
    each_is_told(
        30,
        |story| {
            instead(story, |_, value, shapes| {
                let rooms = shapes.iter().filter(|shape| is_of(shape, "string"));
                let room: Option<Vec<u64>> = rooms.map(|shape| shape.get("maxLength")?.as_u64()).collect();
                let most = room?.into_iter().max().filter(|_| value.kind() == Kind::Text)?;
                Some(format!("\"{}\"", "é".repeat(usize::try_from(most).unwrap() + 1)))
            })
        },
        // What has a form or choices of its own is told by those.
        |broken, found| {
            ["text-too-long", "not-in-this-form", "not-one-of-the-choices"].contains(&found.rule)
                && found.at == broken.at
        },
    );
}

#[test]
fn a_list_or_record_with_too_little_in_it() {
    each_is_told(
        12,
        |story| {
            instead(story, |_, value, shapes| {
                let few = shapes.iter().any(|shape| shape.get("minItems").is_some());
                let bare = shapes.iter().any(|shape| shape.get("minProperties").is_some());
                match value.kind() {
                    Kind::List if few => Some("[]".to_owned()),
                    Kind::Record if bare => Some("{}".to_owned()),
                    Kind::List | Kind::Record | Kind::Empty | Kind::Boolean | Kind::Number | Kind::Text => None,
                }
            })
        },
        |broken, found| ["too-few-items", "left-empty", "field-missing"].contains(&found.rule) && found.at == broken.at,
    );
}
