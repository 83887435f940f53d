//! One of the two returns, and what of it must not be repeated.

use super::form::{Side, Spot};
use super::words::Names;
use crate::check::{self, Checked, Identity, Standing};
use crate::intake::{Intake, Kind, Value};
use crate::rules;
use crate::source::{Locate, Part, Pointer};

/// What stands for words that would identify somebody, or that somebody took back.
pub(super) const HIDDEN: &str = "words that are not repeated here";

/// A return, and what of it must not be repeated.
pub(super) struct Doc<'a> {
    pub(super) root: Value<'a>,
    pub(super) names: Names,
    pub(super) identity: Identity,
    path: &'a str,
    intake: &'a Intake,
    /// Records with an error about personal data or consent.
    guarded: Vec<Pointer>,
    /// Parts with counts under ten of breakdowns and cohorts; empty where these may be shown.
    few: Vec<Pointer>,
}

impl<'a> Doc<'a> {
    pub(super) fn of(path: &'a str, checked: &'a Checked, safe_output: bool) -> Option<Self> {
        let intake = checked.intake();
        let root = intake.root()?;
        let few = if safe_output { check::parts_of_few(intake) } else { Vec::new() };
        let names = Names::of(root);
        Some(Self {
            root,
            names,
            identity: Identity::of(intake)?,
            path,
            intake,
            guarded: checked.not_to_be_shown(),
            few,
        })
    }

    pub(super) fn top(&self) -> Pointer {
        self.intake.top()
    }

    /// Who it is, for the head of the comparison.
    pub(super) fn side(&self) -> Side {
        let status = self.root.field("return").and_then(|header| header.field("status"));
        Side {
            path: self.path.to_owned(),
            period: self.identity.period.to_string(),
            version: self.identity.version,
            status: status.and_then(Value::text).map_or_else(
                || if self.identity.standing == Standing::Draft { "draft" } else { "submitted" }.to_owned(),
                std::borrow::Cow::into_owned,
            ),
        }
    }

    pub(super) fn spot(&self, at: &Pointer) -> Spot {
        let place = self.intake.locate(at, Part::Value);
        Spot {
            file: self.intake.sources().get(place.document).name.clone(),
            pointer: at.as_str().to_owned(),
            line: place.line,
            column: place.column,
            sheet: place.sheet,
            cell: place.cell,
        }
    }

    /// What people call the record at this place.
    pub(super) fn title(&self, at: &Pointer) -> String {
        let title = self.intake.record(at).map(|record| record.title).unwrap_or_default();
        if is_private(&title) { String::new() } else { title }
    }

    /// Whether nothing of this part may be repeated.
    pub(super) fn is_guarded(&self, value: Value<'_>, at: &Pointer) -> bool {
        self.guarded.iter().any(|guard| guard.holds(at)) || is_taken_back(value)
    }

    /// Whether a part holds, or is a part of, counts that are too small to be shown.
    pub(super) fn is_of_few(&self, at: &Pointer) -> bool {
        self.few.iter().any(|few| few.holds(at) || at.holds(few))
    }
}

/// Whether the teller of a story, or of a quotation in it, took consent back, or never gave it.
fn is_taken_back(value: Value<'_>) -> bool {
    let consents = [value.field("consent"), value.field("quote").and_then(|quote| quote.field("consent"))];
    consents.into_iter().flatten().any(|consent| {
        consent.field("withdrawn_on").is_some() || consent.field("given").and_then(Value::boolean) == Some(false)
    })
}

/// Whether a text holds what identifies a person.
pub(super) fn is_private(text: &str) -> bool {
    matches!(rules::masked(text), std::borrow::Cow::Owned(_))
}

/// Whether a text at or below a value identifies a person; in a field of somebody's own, a number may.
pub(super) fn holds_private(value: Value<'_>, is_own: bool) -> bool {
    match value.kind() {
        Kind::Text => value.text().is_some_and(|text| is_private(&text)),
        Kind::Number => is_own && is_private(value.raw()),
        Kind::Empty | Kind::Boolean => false,
        Kind::List | Kind::Record => value.children().any(|child| {
            let is_own = is_own || child.name().is_some_and(|name| name.starts_with("x_"));
            holds_private(child, is_own)
        }),
    }
}
