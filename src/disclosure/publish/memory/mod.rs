//! What the earlier returns add to a report. Each of them was published again for the same audience, bound by those before
//! it; what is compared here are the figures that came of that, never the raw ones. Words of an earlier return that may
//! identify somebody are not said again.

mod changes;
mod course;

use super::{Publishing, raw};
use crate::{
    disclosure::published::{Audience, ExplanationShown, MemoryShown, Said, ToldKind, ToldShown, Words},
    returns::{
        Date, FinancialYear, Period, Quarter,
        approach::{
            community_reporting::{CommunityReporting, Promise},
            results::ResultMeasure,
        },
    },
};

/// The most quarters that are shown, this one among them.
const QUARTERS: usize = 12;

/// What the earlier returns, oldest first, add to this one. The public edition tells of promises alone.
pub(super) fn of(told: &[Publishing<'_>], now: &Publishing<'_>) -> Option<MemoryShown> {
    let last = told.last()?;
    if now.audience == Audience::Public {
        return Some(course::of_promises(last, told, now));
    }
    let mut memory =
        MemoryShown { since: Some(last.quarter), changes: changes::between(told, last, now), ..MemoryShown::default() };
    if now.audience == Audience::Funder {
        course::add(&mut memory, told, now);
    }
    Some(memory)
}

/// Gives changes without a reason the answer that the return has to the warning about them.
pub(super) fn answer(changes: &mut [ToldShown], explanations: &[ExplanationShown]) {
    for change in changes.iter_mut().filter(|change| change.why.is_none()) {
        let codes = warned_by(change.kind);
        let answers = |given: &&ExplanationShown| {
            let of_rule = given.code.as_deref().is_some_and(|code| codes.contains(&code));
            of_rule && given.record.as_deref() == Some(change.record.as_str())
        };
        change.why = explanations.iter().find(answers).map(|given| given.answer.clone());
    }
}

/// The warnings that a change of this kind gets where it comes without a word.
const fn warned_by(kind: ToldKind) -> &'static [&'static str] {
    match kind {
        ToldKind::FigureRestated | ToldKind::FigureSettled => &["R-15"],
        ToldKind::BaselineMoved | ToldKind::TargetMoved | ToldKind::TargetLater | ToldKind::TargetDropped => &["R-14"],
        ToldKind::Redefined => &["R-14", "O-24"],
        ToldKind::Renamed => &["R-24", "S-23", "O-23"],
        ToldKind::Gone => &["R-23", "S-22", "O-22"],
        ToldKind::New => &[],
        ToldKind::PromiseMoved => &["C-21", "C-22"],
        ToldKind::PromiseReworded => &["C-12"],
        ToldKind::PromiseGone => &["C-11"],
        ToldKind::PartnerLeft | ToldKind::PartnerGone => &["H-24"],
    }
}

/// Words that an earlier return had.
fn said_before(words: Option<Words>) -> Said {
    match words {
        None => Said::Nothing,
        Some(words) if crate::check::may_identify(&words.text) => Said::NotRepeated,
        Some(said) => Said::Words { said },
    }
}

/// Words that this return has.
fn said_now(words: Option<Words>) -> Said {
    words.map_or(Said::Nothing, |said| Said::Words { said })
}

/// The day on which a promise is to be kept.
fn day(promise: &Promise) -> Option<Date> {
    promise.revised_due.or(promise.due)
}

/// The quarter of this number, as [`Period::quarter_index`] counts them.
fn quarter_of(index: i64) -> Option<Period> {
    let year = FinancialYear::starting(u16::try_from(index.div_euclid(4)).ok()?);
    let quarter = Quarter::ALL.get(usize::try_from(index.rem_euclid(4)).ok()?)?;
    Some(Period::of_quarter(year, *quarter))
}

impl<'a> Publishing<'a> {
    /// A measure of results with its place in the return.
    fn measure(&self, id: &str) -> Option<(usize, &'a ResultMeasure)> {
        self.filed.results.iter().enumerate().find(|(_, measure)| measure.id.as_str() == id)
    }

    fn promised(&self) -> &'a [Promise] {
        let community: Option<&CommunityReporting> = self.filed.community_reporting.as_ref();
        community.map_or(&[], |community| &community.promises)
    }

    /// A name as words.
    fn named(&self, name: &str) -> Words {
        Words { text: name.to_owned(), language: raw::plain_language(self.filed) }
    }
}
