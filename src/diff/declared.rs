//! The reasons that a return itself gives for what changed.

use super::form::{Reason, Replaces};
use super::side::{Doc, HIDDEN, holds_private};
use super::walk::{Here, Walk};
use super::words::{self, Unit, plain};
use crate::intake::Value;
use crate::source::Pointer;

/// What `target.revised` may explain.
const BY_REVISION: &[&str] = &["target", "trajectory", "rag_rule", "baseline", "definition", "direction", "agreed"];

/// The reason the newer return gives for a change: a restatement of this record and period, or a revision of its target.
pub(super) fn reason(walk: &Walk<'_, '_>, here: &Here<'_>, then: Option<Value<'_>>) -> Option<Reason> {
    let id = &here.record.as_ref()?.id;
    let field = here.path.strip_prefix("results[].").and_then(|rest| rest.split(['.', '[']).next());
    if field.is_some_and(|field| BY_REVISION.contains(&field)) {
        return revision(walk, here, then);
    }
    let quarter = walk.now.identity.period.to_string();
    let is_of = |restatement: &Value<'_>| {
        let says = |name: &str| restatement.field(name).and_then(Value::text);
        let period = match (says("period"), &here.period) {
            (None, _) => true,
            (Some(of), Some(period)) => of == period.as_str(),
            (Some(of), None) => walk.same_quarter && of == quarter.as_str(),
        };
        says("refers_to").is_some_and(|of| of == id.as_str()) && period
    };
    let (at, restatement) = restatements(walk.now).find(|(_, restatement)| is_of(restatement))?;
    said(walk.now, restatement, "reason", &at, None)
}

fn revision(walk: &Walk<'_, '_>, here: &Here<'_>, then: Option<Value<'_>>) -> Option<Reason> {
    let target = here.record_now?.field("target")?;
    let revised = target.field("revised")?;
    let index = revised.len().checked_sub(1)?;
    let last = revised.item(index)?;
    // What was said already explains nothing new.
    let mut before = walk.then.root.field("results").into_iter().flat_map(Value::items);
    let id = &here.record.as_ref()?.id;
    let same = |measure: &Value<'_>| measure.field("id").and_then(Value::text).is_some_and(|of| of == id.as_str());
    let known = before.find(same)?.field("target").and_then(|target| target.field("revised"));
    if then.is_none() || known.is_some_and(|known| known.items().any(|item| item.raw() == last.raw())) {
        return None;
    }
    let results = walk.now.root.field("results")?;
    let number = results.items().position(|measure| same(&measure))?;
    let at = walk.now.top().field("results").item(number).field("target").field("revised").item(index);
    said(walk.now, last, "why", &at, None)
}

/// What a return says of the one it replaces.
pub(super) fn replaces(now: &Doc<'_>) -> Option<Replaces> {
    let header = now.root.field("return")?;
    let what = header.field("replaces")?;
    let mut reasons: Vec<Reason> = restatements(now)
        .filter_map(|(at, restatement)| {
            let part =
                |name: &str| restatement.field(name).map(|value| words::words(value, &now.names, Unit::Plain, &[]));
            let of: Vec<String> = [part("refers_to"), part("period")].into_iter().flatten().collect();
            said(now, restatement, "reason", &at, (!of.is_empty()).then(|| of.join(", ")))
        })
        .collect();
    reasons.extend(said(now, header, "change_note", &now.top().field("return"), None));
    let what = if holds_private(what, false) { HIDDEN.to_owned() } else { plain(what).unwrap_or_default() };
    Some(Replaces { what, reasons })
}

fn restatements<'a>(doc: &Doc<'a>) -> impl Iterator<Item = (Pointer, Value<'a>)> + use<'a> {
    let list = doc.root.field("return").and_then(|header| header.field("restatements"));
    let at = doc.top().field("return").field("restatements");
    list.into_iter().flat_map(Value::items).enumerate().map(move |(index, item)| (at.item(index), item))
}

fn said(doc: &Doc<'_>, record: Value<'_>, field: &str, at: &Pointer, of: Option<String>) -> Option<Reason> {
    let value = record.field(field)?;
    let words = if holds_private(value, false) { HIDDEN.to_owned() } else { plain(value)? };
    Some(Reason { of, words, place: doc.spot(&at.field(field)) })
}
