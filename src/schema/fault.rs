//! Faults of shape, one a place: what `jsonschema` says, brought down to the leaf that is meant. A return that fits is told
//! by a quicker look.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, PatternOptions, ValidationError, Validator};
use serde_json::Value as Plain;

use super::compiled;
use super::quick::Quick;
use super::shape;
use crate::intake::{Cuts, Intake, Kind as ValueKind, NodeId, Value};
use crate::order;
use crate::source::Pointer;

/// The forms that people fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A partnership's return.
    Return,
    /// A funder's waivers.
    Waivers,
}

static RETURN: LazyLock<Plain> = LazyLock::new(|| plain("return"));
static WAIVERS: LazyLock<Plain> = LazyLock::new(|| plain("waivers"));
static RETURN_QUICK: LazyLock<Option<Quick>> = LazyLock::new(|| Quick::of(&RETURN));
static WAIVERS_QUICK: LazyLock<Option<Quick>> = LazyLock::new(|| Quick::of(&WAIVERS));
static RETURN_VALIDATOR: LazyLock<Validator> = LazyLock::new(|| validator(&RETURN));
static WAIVERS_VALIDATOR: LazyLock<Validator> = LazyLock::new(|| validator(&WAIVERS));

fn plain(name: &str) -> Plain {
    let text = compiled::schema_text(name).expect("every form has a schema");
    serde_json::from_str(text).expect("a published schema is JSON")
}

fn validator(schema: &Plain) -> Validator {
    jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .offline()
        .build(schema)
        .expect("the schema made from the types is one")
}

impl Form {
    /// Its schema.
    pub(super) fn schema(self) -> &'static Plain {
        match self {
            Self::Return => &RETURN,
            Self::Waivers => &WAIVERS,
        }
    }

    /// What the whole is called.
    pub(super) const fn whole(self) -> &'static str {
        match self {
            Self::Return => "return",
            Self::Waivers => "file of waivers",
        }
    }

    fn quick(self) -> Option<&'static Quick> {
        match self {
            Self::Return => RETURN_QUICK.as_ref(),
            Self::Waivers => WAIVERS_QUICK.as_ref(),
        }
    }

    fn validator(self) -> &'static Validator {
        match self {
            Self::Return => &RETURN_VALIDATOR,
            Self::Waivers => &WAIVERS_VALIDATOR,
        }
    }
}

/// A fault of shape, at the part that is to be mended.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) form: Form,
    pub(super) at: Pointer,
    pub(super) kind: FaultKind,
    /// Where the schema says so, as a pointer into it without the keyword.
    pub(super) schema: String,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FaultKind {
    /// A value of another kind than these belongs here.
    WrongType(Vec<JsonType>),
    /// Nothing was written.
    Empty,
    /// A field of this name is not known here.
    NotKnown(String),
    /// A field of this name is missing.
    Missing(String),
    /// None of these.
    NotAChoice(Vec<Plain>),
    /// Not in this form.
    Form(String),
    /// Not a date.
    NotADate,
    /// Below this.
    TooSmall(Plain),
    /// Above this.
    TooLarge(Plain),
    /// Not a whole number of these steps.
    TooFine(f64),
    /// Fewer characters than this.
    TooShort(u64),
    /// More characters than this.
    TooLong(u64),
    /// Fewer items than this.
    TooFew(u64),
    /// More items than this.
    TooMany(u64),
    /// The same item twice.
    Twice,
    /// A record with too little in it.
    NothingInIt,
    /// Something our schemas do not ask for.
    Other,
}

impl FaultKind {
    /// Of several faults at one place, the one with the lowest number is told.
    fn rank(&self) -> u8 {
        match self {
            Self::Empty => 0,
            Self::WrongType(_) => 1,
            Self::NotADate => 2,
            Self::NotAChoice(_) => 3,
            Self::NotKnown(_) | Self::Missing(_) => 4,
            Self::Form(_) => 5,
            Self::TooSmall(_) | Self::TooLarge(_) => 6,
            Self::TooFine(_) | Self::TooShort(_) | Self::TooLong(_) | Self::TooFew(_) | Self::TooMany(_) => 7,
            Self::Twice | Self::NothingInIt => 8,
            Self::Other => 9,
        }
    }

    /// Several fields can be missing from one record, and each is told.
    fn name(&self) -> &str {
        match self {
            Self::NotKnown(name) | Self::Missing(name) => name,
            Self::WrongType(_)
            | Self::Empty
            | Self::NotAChoice(_)
            | Self::Form(_)
            | Self::NotADate
            | Self::TooSmall(_)
            | Self::TooLarge(_)
            | Self::TooFine(_)
            | Self::TooShort(_)
            | Self::TooLong(_)
            | Self::TooFew(_)
            | Self::TooMany(_)
            | Self::Twice
            | Self::NothingInIt
            | Self::Other => "",
        }
    }
}

/// All faults of a form without its cut parts, one a place, in no order that matters.
pub(super) fn faults(form: Form, intake: &Intake, cuts: &Cuts) -> Vec<Fault> {
    let Some(root) = intake.root() else { return Vec::new() };
    if cuts.is_empty() && form.quick().is_some_and(|quick| quick.fits(root)) {
        return Vec::new();
    }
    let cut: BTreeSet<NodeId> = order::set(cuts.iter().filter_map(|part| intake.get(part)).map(Value::id));
    let whole = shape::plain(root, &cut);
    // Once the faults are cut away there mostly are no more, and to be told that costs half of being told where they are.
    if !cuts.is_empty() && form.validator().is_valid(&whole) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for error in form.validator().iter_errors(&whole) {
        leaves(form, intake, &error, &mut found);
    }
    order::by(&mut found, |one, other| {
        let by_place = one.at.cmp(&other.at);
        by_place.then_with(|| one.kind.name().cmp(other.kind.name())).then(one.kind.rank().cmp(&other.kind.rank()))
    });
    found.dedup_by(|later, first| later.at == first.at && later.kind.name() == first.kind.name());
    found
}

/// The leaf errors of an error: of a choice between branches, those of the branch that was meant.
fn leaves(form: Form, intake: &Intake, error: &ValidationError<'_>, found: &mut Vec<Fault>) {
    let at = Pointer::parse(intake.top().document(), error.instance_path().as_str());
    let schema = error.schema_path().as_str();
    let schema = schema.rsplit_once('/').map_or(schema, |(above, _)| above).to_owned();
    let kind = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            match meant(intake, &at, context) {
                Meant::Branch(errors) => {
                    for error in errors {
                        leaves(form, intake, error, found);
                    }
                    return;
                }
                Meant::Kind(kind) => kind,
                Meant::Tag(at, choices) => {
                    found.push(Fault { form, at, kind: FaultKind::NotAChoice(choices), schema });
                    return;
                }
            }
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                let kind = FaultKind::NotKnown(name.clone());
                found.push(Fault { form, at: at.field(name), kind, schema: schema.clone() });
            }
            return;
        }
        ValidationErrorKind::Type { kind } => match intake.get(&at) {
            Some(value) if value.kind() == ValueKind::Empty => FaultKind::Empty,
            _ => FaultKind::WrongType(types(kind)),
        },
        ValidationErrorKind::Required { property } => {
            FaultKind::Missing(property.as_str().unwrap_or_default().to_owned())
        }
        ValidationErrorKind::Enum { options } => FaultKind::NotAChoice(options.as_array().cloned().unwrap_or_default()),
        ValidationErrorKind::Constant { expected_value } => FaultKind::NotAChoice(vec![Plain::clone(expected_value)]),
        ValidationErrorKind::Format { .. } => FaultKind::NotADate,
        ValidationErrorKind::Pattern { pattern } => FaultKind::Form(pattern.clone()),
        ValidationErrorKind::Minimum { limit } | ValidationErrorKind::ExclusiveMinimum { limit } => {
            FaultKind::TooSmall(limit.clone())
        }
        ValidationErrorKind::Maximum { limit } | ValidationErrorKind::ExclusiveMaximum { limit } => {
            FaultKind::TooLarge(limit.clone())
        }
        ValidationErrorKind::MultipleOf { multiple_of } => FaultKind::TooFine(*multiple_of),
        ValidationErrorKind::MinLength { limit } => FaultKind::TooShort(*limit),
        ValidationErrorKind::MaxLength { limit } => FaultKind::TooLong(*limit),
        ValidationErrorKind::MinItems { limit } => FaultKind::TooFew(*limit),
        ValidationErrorKind::MaxItems { limit } => FaultKind::TooMany(*limit),
        ValidationErrorKind::UniqueItems => FaultKind::Twice,
        ValidationErrorKind::MinProperties { .. } => FaultKind::NothingInIt,
        ValidationErrorKind::AdditionalItems { .. }
        | ValidationErrorKind::BacktrackLimitExceeded { .. }
        | ValidationErrorKind::RegexEngineFailure { .. }
        | ValidationErrorKind::Contains
        | ValidationErrorKind::ContentEncoding { .. }
        | ValidationErrorKind::ContentMediaType { .. }
        | ValidationErrorKind::Custom { .. }
        | ValidationErrorKind::FalseSchema
        | ValidationErrorKind::FromUtf8 { .. }
        | ValidationErrorKind::MaxProperties { .. }
        | ValidationErrorKind::Not { .. }
        | ValidationErrorKind::OneOfMultipleValid { .. }
        | ValidationErrorKind::PropertyNames { .. }
        | ValidationErrorKind::UnevaluatedItems { .. }
        | ValidationErrorKind::UnevaluatedProperties { .. }
        | ValidationErrorKind::Referencing(_) => FaultKind::Other,
    };
    found.push(Fault { form, at, kind, schema });
}

/// What was meant where there are several ways to write something.
enum Meant<'e> {
    /// This way, with these faults.
    Branch(&'e [ValidationError<'static>]),
    /// None of them.
    Kind(FaultKind),
    /// Told by a tag, which is none of these.
    Tag(Pointer, Vec<Plain>),
}

fn meant<'e>(intake: &Intake, at: &Pointer, branches: &'e [Vec<ValidationError<'static>>]) -> Meant<'e> {
    if intake.get(at).is_some_and(|value| value.kind() == ValueKind::Empty) {
        return Meant::Kind(FaultKind::Empty);
    }
    let here = |error: &&ValidationError<'static>| error.instance_path().as_str() == at.as_str();
    let wrong_type = |branch: &&Vec<ValidationError<'static>>| {
        branch.iter().filter(here).any(|error| matches!(error.kind(), ValidationErrorKind::Type { .. }))
    };
    let of_this_type: Vec<_> = branches.iter().filter(|branch| !wrong_type(branch)).collect();
    if of_this_type.is_empty() {
        let mut expected: Vec<JsonType> = Vec::new();
        for error in branches.iter().flatten().filter(here) {
            if let ValidationErrorKind::Type { kind } = error.kind() {
                expected.extend(types(kind));
            }
        }
        return Meant::Kind(FaultKind::WrongType(expected));
    }
    // A tag is a field whose one value tells the branch.
    let tag = |branch: &Vec<ValidationError<'static>>| {
        branch.iter().find_map(|error| {
            let ValidationErrorKind::Constant { expected_value } = error.kind() else { return None };
            Some((error.instance_path().as_str().to_owned(), Plain::clone(expected_value)))
        })
    };
    let untagged = of_this_type.iter().copied().filter(|branch| tag(branch).is_none());
    if let Some(branch) = untagged.min_by_key(|branch| branch.len()) {
        return Meant::Branch(branch);
    }
    let tags: Vec<_> = of_this_type.iter().filter_map(|branch| tag(branch)).collect();
    let path = tags.first().map(|(path, _)| path.clone()).unwrap_or_default();
    let choices = tags.into_iter().map(|(_, choice)| choice).collect();
    Meant::Tag(Pointer::parse(at.document(), &path), choices)
}

fn types(kind: &TypeKind) -> Vec<JsonType> {
    match kind {
        TypeKind::Single(one) => vec![*one],
        TypeKind::Multiple(several) => several.iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const EVERY_FIELD: &str = include_str!("../../fixtures/valid/every-field/return.json");

    /// Where every part of a value stands.
    fn parts(value: &Plain, at: String, found: &mut Vec<String>) {
        match value {
            Plain::Object(fields) => {
                for (name, part) in fields {
                    parts(part, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
                }
            }
            Plain::Array(items) => {
                for (index, part) in items.iter().enumerate() {
                    parts(part, format!("{at}/{index}"), found);
                }
            }
            Plain::Null | Plain::Bool(_) | Plain::Number(_) | Plain::String(_) => {}
        }
        found.push(at);
    }

    /// One part of a return after another is made into something else: what the quick look lets pass, the schema does too.
    #[test]
    fn the_quick_look_lets_nothing_pass_that_the_schema_refuses() {
        let whole: Plain = serde_json::from_str(EVERY_FIELD).unwrap();
        let quick = Form::Return.quick().unwrap();
        let mut places = Vec::new();
        parts(&whole, String::new(), &mut places);
        let odd = [
            json!(null),
            json!(true),
            json!(-1),
            json!(0.123),
            json!(1e12),
            json!(""),
            json!("2026-02-30"),
            json!("a b"),
            json!("é".repeat(9000)),
            json!([]),
            json!(["x", "x"]),
            json!({}),
            json!({"value": -1}),
            json!({"x_own": 1}),
        ];
        let (mut passed, mut refused) = (0, 0);
        // A number that shares no factor with those of places and of odd values, so that each meets many.
        for at in (0..places.len() * odd.len()).step_by(29) {
            let mut broken = whole.clone();
            *broken.pointer_mut(&places[at / odd.len()]).unwrap() = odd[at % odd.len()].clone();
            let read = crate::intake::read("return.json", broken.to_string().as_bytes());
            if quick.fits(read.intake.root().unwrap()) {
                passed += 1;
                assert!(
                    Form::Return.validator().is_valid(&broken),
                    "{} as {}",
                    places[at / odd.len()],
                    odd[at % odd.len()]
                );
            } else {
                refused += 1;
            }
        }
        assert!(passed > 20 && refused > 500, "{passed} passed, {refused} refused");
    }
}
