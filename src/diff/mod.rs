//! What changed between two returns of a partnership, figure by figure, in people's words: two versions of a quarter, or
//! two quarters. Knows returns as they were typed, so that nothing is compared that nobody said; knows no files.
//!
//! Records are matched by their ids, whatever their order. What privacy rules find is never repeated. [`form`] is what comes
//! out, and what programs read; `src/diff/weight.rs` says which change is material.

mod declared;
pub mod form;
mod keys;
mod page;
mod side;
mod text;
mod walk;
mod weight;
mod words;

pub use form::Difference;
pub use page::page;
pub use text::text;

use thiserror::Error;

use crate::check::Checked;
use crate::form_name::FormName;
use form::{Counts, Kind};
use side::Doc;
use walk::Walk;

/// A return and the path it was given by.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The path.
    pub path: &'a str,
    /// The return, checked: what its checks found about personal data and consent is not repeated.
    pub checked: &'a Checked,
}

/// Why two returns cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CannotCompare {
    /// One is no return, or does not say whose it is and of which quarter.
    #[error("{path} could not be read as a return")]
    NotReadable {
        /// Which.
        path: String,
    },
    /// They are of two partnerships.
    #[error("{then} is a return of {of_then}, and {now} is one of {of_now}")]
    AnotherPartnership {
        /// The first.
        then: String,
        /// The id of its partnership.
        of_then: String,
        /// The second.
        now: String,
        /// The id of its partnership.
        of_now: String,
    },
    /// The second is the older.
    #[error("{now} is older than {then}")]
    WrongOrder {
        /// The first, which is the newer.
        then: String,
        /// The second, which is the older.
        now: String,
    },
}

/// Says what changed from one return to a newer one. With `safe_output`, counts under ten of breakdowns and cohorts are left
/// out.
///
/// # Errors
///
/// When they are not two returns of a partnership, the older first.
pub fn compare(then: Given<'_>, now: Given<'_>, safe_output: bool) -> Result<Difference, CannotCompare> {
    let doc = |given: Given<'_>| CannotCompare::NotReadable { path: given.path.to_owned() };
    let before = Doc::of(then.path, then.checked, safe_output).ok_or_else(|| doc(then))?;
    let after = Doc::of(now.path, now.checked, safe_output).ok_or_else(|| doc(now))?;
    let (then, now) = (then.path.to_owned(), now.path.to_owned());
    if !before.identity.is_of_the_same(&after.identity) {
        let (of_then, of_now) = (before.identity.partnership, after.identity.partnership);
        return Err(CannotCompare::AnotherPartnership { then, of_then, now, of_now });
    }
    let order = |doc: &Doc<'_>| (doc.identity.period.quarter_index(), doc.identity.version);
    if order(&after) < order(&before) {
        return Err(CannotCompare::WrongOrder { then, now });
    }
    let same_quarter = before.identity.period.quarter_index() == after.identity.period.quarter_index();
    let mut walk = Walk { then: &before, now: &after, same_quarter, safe_output, changes: Vec::new() };
    walk.whole();
    let changes = walk.changes;
    let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
    let counts = Counts {
        changed: count(Kind::Changed),
        added: count(Kind::Added),
        gone: count(Kind::Gone),
        material: changes.iter().filter(|change| change.weight.as_ref().is_some_and(|weight| weight.material)).count(),
        declared: changes.iter().filter(|change| change.declared.is_some()).count(),
    };
    let partnership = after.root.field("partnership").and_then(|partnership| partnership.field("name"));
    let name = partnership.filter(|name| !side::holds_private(*name, false)).and_then(words::plain);
    Ok(Difference {
        format: FormName::new(),
        partnership: name.unwrap_or_else(|| after.identity.partnership.clone()),
        then: before.side(),
        now: after.side(),
        same_quarter,
        replaces: declared::replaces(&after).filter(|_| same_quarter),
        safe_output,
        counts,
        changes,
    })
}

#[cfg(test)]
mod tests;
