//! The walk over two returns at once: records are matched by what they are, figures are told as one.

use super::declared;
use super::form::{Change, Kind, Named, Said, Weight};
use super::keys;
use super::side::{Doc, HIDDEN, holds_private, is_private};
use super::weight;
use super::words::{self, Unit};
use crate::check;
use crate::intake::{self, Value};
use crate::order;
use crate::returns::Period;
use crate::schema;
use crate::source::Pointer;

/// A value, and where it stands.
type At<'a> = (Value<'a>, Pointer);

pub(super) struct Walk<'d, 'a> {
    pub(super) then: &'d Doc<'a>,
    pub(super) now: &'d Doc<'a>,
    pub(super) same_quarter: bool,
    pub(super) safe_output: bool,
    pub(super) changes: Vec<Change>,
}

/// Where the walk is.
#[derive(Clone)]
pub(super) struct Here<'a> {
    /// The path, with `[]` for each item of a list.
    pub(super) path: String,
    area: String,
    pub(super) record: Option<Named>,
    /// The same record in the newer return.
    pub(super) record_now: Option<Value<'a>>,
    /// The titles of fields and the names of items below the record.
    labels: Vec<String>,
    /// The period of the figure.
    pub(super) period: Option<String>,
    /// The fields that name the item, and need not be told again.
    known: &'static [&'static str],
    /// The unit of the measure.
    measure: Unit,
    hidden: bool,
    is_own: bool,
}

/// What says who a return is; the head of a comparison says it.
const IDENTITY: &[&str] =
    &["return.return_id", "return.version", "return.replaces", "return.period", "schema", "$schema"];

/// What differs between any two quarters.
const OF_ITS_QUARTER: &[&str] = &["return.previous_return", "return.due_on", "return.submitted_on"];

/// What speaks of the quarter before, and has nothing to say of the one after.
const OF_THE_QUARTER_BEFORE: &[&str] = &["return.restatements[]", "previous_actions[]", "results[].actuals[]"];

/// The reasons a return gives for replacing another; the head of a comparison tells them.
const REASONS: &[&str] = &["return.restatements", "return.change_note"];

impl<'a> Walk<'_, 'a> {
    pub(super) fn whole(&mut self) {
        let here = Here {
            path: String::new(),
            area: String::new(),
            record: None,
            record_now: None,
            labels: Vec::new(),
            period: None,
            known: &[],
            measure: Unit::Plain,
            hidden: false,
            is_own: false,
        };
        self.fields(&(self.then.root, self.then.top()), &(self.now.root, self.now.top()), &here);
    }

    /// The fields of a record that is in both, in the order of the newer; then those that are gone.
    fn fields(&mut self, then: &At<'a>, now: &At<'a>, here: &Here<'a>) {
        for (name, value) in now.0.members() {
            let before = then.0.field(&name).map(|value| (value, then.1.field(&name)));
            let at = now.1.field(&name);
            let below = Self::below(here, &name, &at);
            self.pair(before, Some((value, at)), &below);
        }
        for (name, value) in then.0.members().filter(|(name, _)| now.0.field(name).is_none()) {
            let at = then.1.field(&name);
            let below = Self::below(here, &name, &at);
            self.pair(Some((value, at)), None, &below);
        }
    }

    fn below(here: &Here<'a>, name: &str, at: &Pointer) -> Here<'a> {
        let title = schema::titles(at).pop().unwrap_or_default();
        let title = if is_private(&title) { "A field of its own".to_owned() } else { title };
        let mut below = here.clone();
        below.is_own |= name.starts_with("x_");
        if here.path.is_empty() {
            name.clone_into(&mut below.path);
            below.area = title;
        } else {
            below.path = format!("{}.{name}", here.path);
            below.labels.push(title);
        }
        below
    }

    fn pair(&mut self, then: Option<At<'a>>, now: Option<At<'a>>, here: &Here<'a>) {
        if self.is_told_elsewhere(here, now.is_none()) {
            return;
        }
        match (then, now) {
            (Some(then), Some(now)) => self.both(&then, &now, here),
            (None, None) => {}
            (one, other) => self.one_sided(one.as_ref(), other.as_ref(), here),
        }
    }

    fn is_told_elsewhere(&self, here: &Here<'a>, is_gone: bool) -> bool {
        let path = here.path.as_str();
        let listed = |list: &[&str]| list.contains(&path);
        // A figure of an earlier quarter need not be repeated: it stands in the return of that quarter.
        let is_not_repeated = !self.same_quarter && is_gone && listed(OF_THE_QUARTER_BEFORE);
        listed(IDENTITY) || is_not_repeated || listed(if self.same_quarter { REASONS } else { OF_ITS_QUARTER })
    }

    fn both(&mut self, then: &At<'a>, now: &At<'a>, here: &Here<'a>) {
        if is_same(then.0, now.0) {
            return;
        }
        let mut here = here.clone();
        here.hidden |= self.then.is_guarded(then.0, &then.1) || self.now.is_guarded(now.0, &now.1);
        let kinds = (then.0.kind(), now.0.kind());
        let is_figure = words::is_figure(then.0) || words::is_figure(now.0);
        if here.path.ends_with(".series") && self.series(then, now, &here) {
            return;
        }
        match (kinds, keys::of(&here.path)) {
            ((intake::Kind::List, intake::Kind::List), Some(keys)) => self.items(Some(then), Some(now), keys, &here),
            ((intake::Kind::Record, intake::Kind::Record), _) if !is_figure => self.fields(then, now, &here),
            _ if is_same_list(then.0, now.0) => {}
            _ => self.emit(Some(then), Some(now), &here),
        }
    }

    fn one_sided(&mut self, then: Option<&At<'a>>, now: Option<&At<'a>>, here: &Here<'a>) {
        let Some((value, at)) = then.or(now) else { return };
        let mut here = here.clone();
        here.hidden |= if then.is_some() { self.then.is_guarded(*value, at) } else { self.now.is_guarded(*value, at) };
        match keys::of(&here.path) {
            Some(keys) if !value.is_empty() => self.items(then, now, keys, &here),
            // Nothing came and nothing went.
            Some(_) => {}
            // A whole part of the return is told field by field.
            None if !here.path.contains(['.', '[']) && value.kind() == intake::Kind::Record => {
                let (value, at) = (*value, at.clone());
                for (name, field) in value.members() {
                    let below = Self::below(&here, &name, &at.field(&name));
                    let field = Some((field, at.field(&name)));
                    if then.is_some() { self.pair(field, None, &below) } else { self.pair(None, field, &below) }
                }
            }
            None => self.emit(then, now, &here),
        }
    }

    /// Records of a list: those of the newer return in their order, each with its namesake; then those that are gone.
    fn items(&mut self, then: Option<&At<'a>>, now: Option<&At<'a>>, keys: &'static [&'static str], here: &Here<'a>) {
        let list = |side: Option<&At<'a>>| -> Vec<At<'a>> {
            let Some((list, at)) = side else { return Vec::new() };
            list.items().enumerate().map(|(index, item)| (item, at.item(index))).collect()
        };
        let mut before: Vec<Option<At<'a>>> = list(then).into_iter().map(Some).collect();
        for item in list(now) {
            let name = key(item.0, keys);
            let same = |other: &&mut Option<At<'a>>| other.as_ref().is_some_and(|(other, _)| key(*other, keys) == name);
            let namesake = before.iter_mut().find(same).and_then(Option::take);
            let below = self.item(here, keys, namesake.as_ref(), Some(&item));
            self.pair(namesake, Some(item), &below);
        }
        for item in before.into_iter().flatten() {
            let below = self.item(here, keys, Some(&item), None);
            self.pair(Some(item), None, &below);
        }
    }

    fn item(
        &self,
        here: &Here<'a>,
        keys: &'static [&'static str],
        then: Option<&At<'a>>,
        now: Option<&At<'a>>,
    ) -> Here<'a> {
        let mut below = here.clone();
        below.path.push_str("[]");
        below.known = keys;
        let Some((item, at)) = now.or(then) else { return below };
        let doc = if now.is_some() { self.now } else { self.then };
        let is_hidden = here.hidden
            || then.is_some_and(|(item, at)| self.then.is_guarded(*item, at))
            || now.is_some_and(|(item, at)| self.now.is_guarded(*item, at));
        if let (["id"], Some(id)) = (keys, item.field("id").and_then(Value::text)) {
            let title = if is_hidden { String::new() } else { doc.title(at) };
            let id = if is_private(&id) { String::new() } else { id.into_owned() };
            below.record = Some(Named { id, title });
            below.record_now = now.map(|(item, _)| *item);
            below.labels.clear();
            below.measure = match item.field("unit").and_then(Value::text).as_deref() {
                Some("percent") => Unit::Percent,
                Some("GBP") => Unit::Pounds,
                Some(_) | None => Unit::Plain,
            };
            return below;
        }
        below.period = item.field("period").and_then(Value::text).map(std::borrow::Cow::into_owned).or(below.period);
        let names: Vec<String> = keys
            .iter()
            .filter_map(|key| item.field(key))
            .map(|value| if holds_private(value, false) { HIDDEN.to_owned() } else { words::name(value, &doc.names) })
            .collect();
        below.labels.push(if is_hidden { HIDDEN.to_owned() } else { names.join(", ") });
        below
    }

    /// A series, figure by figure; nothing where it does not say of which periods its figures are.
    fn series(&mut self, then: &At<'a>, now: &At<'a>, here: &Here<'a>) -> bool {
        let (Some(before), Some(after)) = (by_period(then), by_period(now)) else { return false };
        let find = |among: &[(String, At<'a>)], period: &str| {
            among.iter().find(|(known, _)| known == period).map(|(_, figure)| figure.clone())
        };
        let mut one = |period: &str, then: Option<At<'a>>, now: Option<At<'a>>| {
            let mut below = here.clone();
            below.labels.push(period.to_owned());
            below.period = Some(period.to_owned());
            self.pair(then, now, &below);
        };
        for (period, figure) in &after {
            one(period, find(&before, period), Some(figure.clone()));
        }
        for (period, figure) in before.iter().filter(|(period, _)| find(&after, period).is_none()) {
            one(period, Some(figure.clone()), None);
        }
        true
    }

    fn emit(&mut self, then: Option<&At<'a>>, now: Option<&At<'a>>, here: &Here<'a>) {
        let unit = unit(here);
        let values = (then.map(|(value, _)| *value), now.map(|(value, _)| *value));
        let mut weight = weight::weigh(&here.path, values.0, values.1, self.same_quarter, unit == Unit::Percent);
        let mut declared = weight.as_ref().and_then(|_| declared::reason(self, here, values.0));
        let is_few =
            then.is_some_and(|(_, at)| self.then.is_of_few(at)) || now.is_some_and(|(_, at)| self.now.is_of_few(at));
        let said = |doc: &Doc<'a>, (value, at): &At<'a>| {
            let mut words = if here.hidden || holds_private(*value, here.is_own) {
                HIDDEN.to_owned()
            } else {
                words::words(*value, &doc.names, unit, here.known)
            };
            if is_few {
                words = check::without_numbers(&words);
            } else if self.safe_output && holds_words(*value) {
                words = check::without_small_numbers(&words);
            }
            Said { words, place: doc.spot(at) }
        };
        let then = then.map(|then| said(self.then, then));
        let now = now.map(|now| said(self.now, now));
        if is_few && let Some(Weight { why, .. }) = &mut weight {
            "by how much is left out here".clone_into(why);
        }
        if let Some(reason) = declared.as_mut().filter(|_| self.safe_output) {
            reason.words = check::without_small_numbers(&reason.words);
        }
        let kind = match (&then, &now) {
            (Some(_), Some(_)) => Kind::Changed,
            (None, _) => Kind::Added,
            (Some(_), None) => Kind::Gone,
        };
        let what = here.labels.join(", ");
        let (area, record) = (here.area.clone(), here.record.clone());
        self.changes.push(Change { area, record, what, kind, then, now, declared, weight });
    }
}

/// Whether it tells something in words, rather than by a choice, a date or a number.
fn holds_words(value: Value<'_>) -> bool {
    match value.kind() {
        intake::Kind::Text => value.text().is_some_and(|text| text.contains(' ')),
        intake::Kind::List | intake::Kind::Record => value.children().any(holds_words),
        intake::Kind::Empty | intake::Kind::Boolean | intake::Kind::Number => false,
    }
}

/// How the numbers at this place are written.
fn unit(here: &Here<'_>) -> Unit {
    let name = here.path.trim_end_matches("[]").rsplit('.').next().unwrap_or_default();
    let is_percentage = ["percent", "share", "rate"].iter().any(|word| name.split('_').any(|part| part == *word));
    let is_of_the_measure =
        matches!(name, "actuals" | "value" | "values" | "previous" | "series" | "forecast_year_end");
    let is_part = ["numerator", "denominator", "n"].contains(&name);
    if is_part {
        Unit::Plain
    } else if is_percentage && name != "rate" {
        Unit::Percent
    } else if here.path.starts_with("finance.") || name.ends_with("_gbp") {
        Unit::Pounds
    } else if is_of_the_measure
        || matches!(name, "baseline" | "target" | "trajectory")
        || here.path.contains(".trajectory[]")
    {
        here.measure
    } else {
        Unit::Plain
    }
}

/// What names a record of a list.
fn key(item: Value<'_>, keys: &[&str]) -> Vec<String> {
    let part = |key: &&str| {
        let value = item.field(key)?;
        Some(value.text().map_or_else(|| value.raw().to_owned(), std::borrow::Cow::into_owned))
    };
    keys.iter().map(|key| part(key).unwrap_or_default()).collect()
}

/// Whether two values say the same: numbers by their size, texts by their letters, fields in any order.
fn is_same(one: Value<'_>, other: Value<'_>) -> bool {
    use intake::Kind;
    match (one.kind(), other.kind()) {
        (Kind::Number, Kind::Number) => one.raw() == other.raw() || one.number() == other.number(),
        (Kind::Text, Kind::Text) => one.text() == other.text(),
        (Kind::Boolean, Kind::Boolean) => one.boolean() == other.boolean(),
        (Kind::Empty, Kind::Empty) => true,
        (Kind::List, Kind::List) => {
            one.len() == other.len() && one.items().zip(other.items()).all(|(one, other)| is_same(one, other))
        }
        (Kind::Record, Kind::Record) => {
            let same = |(name, value): (std::borrow::Cow<'_, str>, Value<'_>)| {
                other.field(&name).is_some_and(|other| is_same(value, other))
            };
            one.len() == other.len() && one.members().all(same)
        }
        _ => false,
    }
}

/// Whether two lists hold the same items in another order.
fn is_same_list(one: Value<'_>, other: Value<'_>) -> bool {
    let is_list = |value: Value<'_>| value.kind() == intake::Kind::List;
    let sorted = |list: Value<'_>| {
        let mut items: Vec<String> = list.items().map(|item| key(item, &[]).concat() + item.raw()).collect();
        order::by(&mut items, Ord::cmp);
        items
    };
    is_list(one) && is_list(other) && one.len() == other.len() && sorted(one) == sorted(other)
}

/// The figures of a series by their periods.
fn by_period<'a>((series, at): &At<'a>) -> Option<Vec<(String, At<'a>)>> {
    let first = Period::parse(&series.field("from")?.text()?)?;
    let frequency = series.field("frequency")?.text()?;
    let name = |index: i64| match frequency.as_ref() {
        "month" => {
            let month = first.month_index()? + index;
            Some(format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1))
        }
        "quarter" => {
            let quarter = first.quarter_index()? + index;
            let year = quarter.div_euclid(4);
            Some(format!("{year:04}-{:02} Q{}", (year + 1) % 100, quarter.rem_euclid(4) + 1))
        }
        _ => None,
    };
    let values = series.field("values")?.items().enumerate();
    values
        .map(|(index, value)| Some((name(i64::try_from(index).ok()?)?, (value, at.field("values").item(index)))))
        .collect()
}
