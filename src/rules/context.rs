//! What a rule sees: values that know where they stand, and the way to report.

use std::borrow::Cow;
use std::ops::Deref;

use super::run::{Earlier, Found, Ground, MOST};
use super::spot::Spot;
use super::{Fault, Filed, Finds, Rule};
use crate::diagnostic::{Diagnostic, Record, Related, Severity};
use crate::returns::approach::community_reporting::{CommunityReporting, Promise};
use crate::returns::approach::narratives::Narrative;
use crate::returns::approach::outcomes::Outcome;
use crate::returns::approach::results::ResultMeasure;
use crate::returns::approach::system_health::SystemHealth;
use crate::returns::{
    Date, Finance, FinancialYear, Header, History, Partner, Period, QuarterlyReturn, ReturnStatus, Settings,
};
use crate::source::Pointer;

/// The return as one rule sees it.
pub struct RuleContext<'a> {
    rule: &'static Rule,
    ground: Ground<'a>,
    said: &'a [Found],
    found: &'a mut Vec<Found>,
}

impl<'a> RuleContext<'a> {
    pub(super) fn new(rule: &'static Rule, ground: Ground<'a>, said: &'a [Found], found: &'a mut Vec<Found>) -> Self {
        Self { rule, ground, said, found }
    }

    /// The whole return.
    pub fn whole(&self) -> At<'a, QuarterlyReturn> {
        At::of(Earlier { typed: self.ground.typed, filed: self.ground.filed })
    }

    /// Quarter, version, status.
    pub fn header(&self) -> At<'a, Header> {
        self.whole().below("return", &self.ground.typed.header)
    }

    /// The organisations that work together.
    pub fn partners(&self) -> Items<'a, Partner> {
        self.whole().list("partners", |whole| &whole.partners)
    }

    /// Results.
    pub fn results(&self) -> Items<'a, ResultMeasure> {
        self.whole().list("results", |whole| &whole.results)
    }

    /// System health, where the return has it.
    pub fn system_health(&self) -> Option<At<'a, SystemHealth>> {
        self.whole().part("system_health", |whole| whole.system_health.as_ref())
    }

    /// Outcomes.
    pub fn outcomes(&self) -> Items<'a, Outcome> {
        self.whole().list("outcomes", |whole| &whole.outcomes)
    }

    /// Narratives, without the withdrawn: of those only `withdrawn-story-still-told` speaks.
    pub fn narratives(&self) -> impl Iterator<Item = At<'a, Narrative>> + use<'a> {
        self.all_narratives().filter(|narrative| !narrative.is_withdrawn())
    }

    /// Narratives, the withdrawn too.
    pub fn all_narratives(&self) -> Items<'a, Narrative> {
        self.whole().list("narratives", |whole| &whole.narratives)
    }

    /// Community reporting, where the return has it.
    pub fn community_reporting(&self) -> Option<At<'a, CommunityReporting>> {
        self.whole().part("community_reporting", |whole| whole.community_reporting.as_ref())
    }

    /// Promises.
    pub fn promises(&self) -> impl Iterator<Item = At<'a, Promise>> + use<'a> {
        let community = self.community_reporting().into_iter();
        community.flat_map(|community| community.list("promises", |community| &community.promises))
    }

    /// Money, where the return has it.
    pub fn finance(&self) -> Option<At<'a, Finance>> {
        self.whole().part("finance", |whole| whole.finance.as_ref())
    }

    /// The quarter of the return. Of a year that is none, the one that starts then is meant, so that one slip in the
    /// year is one finding.
    pub fn quarter(&self) -> Period {
        let period = &self.ground.typed.header.period;
        let year = u16::try_from(period.financial_year.first_year()).map(FinancialYear::starting);
        Period::of_quarter(year.unwrap_or(period.financial_year), period.quarter)
    }

    /// The date to compare with: filed, else due, else the last day of the quarter.
    pub fn reference_date(&self) -> Date {
        self.ground.typed.reference_date()
    }

    /// The last day of the quarter.
    pub fn quarter_end(&self) -> Date {
        self.ground.typed.header.period.last_day()
    }

    /// Today, where the caller said it. Only for warnings: an archived return stays as right as it was.
    pub fn today(&self) -> Option<Date> {
        self.ground.today
    }

    /// What the team set for all its returns.
    pub fn settings(&self) -> &'a Settings {
        self.ground.settings
    }

    /// The return before this one, with its own places; `None` where it was not given.
    pub fn previous(&self) -> Option<At<'a, QuarterlyReturn>> {
        self.ground.earlier.last().copied().map(At::of)
    }

    /// The returns before this one, oldest first, each with its own places; none where none was given.
    pub fn earlier(&self) -> Vec<At<'a, QuarterlyReturn>> {
        self.ground.earlier.iter().copied().map(At::of).collect()
    }

    /// The same returns, as what reports hide is decided after them.
    pub fn history(&self) -> &'a History {
        self.ground.history
    }

    /// Whether this part, one around it or one inside it was cut because of its shape. What is missing there is not the
    /// author's omission.
    pub fn is_cut(&self, part: &Pointer) -> bool {
        self.ground.filed.is_cut(part)
    }

    /// Every text of this part of the return with where it stands, the partnership's own `x_` fields too.
    pub fn texts(&self, below: &Pointer) -> Vec<(Pointer, Cow<'a, str>)> {
        self.ground.filed.texts(below)
    }

    /// Which texts hold what may identify a person.
    pub fn finds(&self) -> &'a Finds {
        self.ground.filed.finds()
    }

    /// The text of this number among the finds.
    pub fn words(&self, number: u32) -> Cow<'a, str> {
        self.ground.filed.words(number)
    }

    /// The text of this number among the finds, with where it stands.
    pub fn text(&self, number: u32) -> (Pointer, Cow<'a, str>) {
        self.ground.filed.text(number)
    }

    /// The record around what the pointer names, as people call it.
    pub fn record(&self, at: &Pointer) -> Option<Record> {
        self.ground.filed.record(at)
    }

    /// What the rules before this one found.
    pub(super) fn said(&self) -> &'a [Found] {
        self.said
    }

    /// Whether more was found than is listed: then there is no need to look for the best help.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MOST
    }

    /// A finding at this place. It is kept when it goes out of sight.
    pub fn report(&mut self, at: Pointer) -> Finding<'_> {
        let rule = self.rule;
        let diagnostic = Diagnostic {
            code: Some(rule.code),
            record: self.ground.filed.record(&at),
            ..Diagnostic::new(rule.name, rule.severity, rule.stage, at, "")
        };
        let in_draft = self.ground.typed.header.status == ReturnStatus::Draft;
        Finding { making: Some(Found { diagnostic, fault: self.rule.fault }), kept: self.found, in_draft }
    }
}

/// A value and where it stands. Read it as the value.
pub struct At<'a, T> {
    value: &'a T,
    place: Spot,
    filed: &'a dyn Filed,
}

impl<'a> At<'a, QuarterlyReturn> {
    fn of(earlier: Earlier<'a>) -> Self {
        Self { value: earlier.typed, place: Spot::whole(earlier.filed.top().document()), filed: earlier.filed }
    }
}

impl<'a, T> At<'a, T> {
    /// The value itself.
    pub fn get(&self) -> &'a T {
        self.value
    }

    /// Where it stands.
    pub fn pointer(&self) -> Pointer {
        self.place.pointer()
    }

    /// Where it stands, for whoever may never need the pointer.
    pub(super) fn spot(&self) -> Spot {
        self.place.clone()
    }

    /// Where its field of this name stands; of a field left out, the record stands for it.
    pub fn field(&self, name: &str) -> Pointer {
        let mut field = self.pointer();
        field.push_field(name);
        #[cfg(test)]
        super::testing::assert_known(&field);
        field
    }

    /// The record it is or stands in, as people call it.
    pub fn record(&self) -> Option<Record> {
        self.filed.record(&self.pointer())
    }

    /// Whether its field of this name, or something inside that, was cut because of its shape.
    pub fn is_cut(&self, name: &str) -> bool {
        // Under test the name is looked up either way.
        (cfg!(test) || self.filed.has_cuts()) && self.filed.is_cut(&self.field(name))
    }

    /// Whether its list of this name, or an item of it, was cut: then what is not found in it may have been there.
    pub fn has_gaps(&self, name: &str) -> bool {
        if !self.filed.has_cuts() {
            return false;
        }
        let list = self.field(name);
        self.filed.is_gone(&list) || self.filed.kept_items(&list).is_some()
    }

    /// The record in its field of this name.
    pub fn part<U>(&self, name: &'static str, of: impl FnOnce(&'a T) -> Option<&'a U>) -> Option<At<'a, U>> {
        of(self.value).map(|part| self.below(name, part))
    }

    /// The items of its list of this name, each with its place in the file.
    pub fn list<U>(&self, name: &'static str, of: impl FnOnce(&'a T) -> &'a [U]) -> Items<'a, U> {
        let items = of(self.value);
        // Under test the name is looked up.
        #[cfg(test)]
        self.field(name);
        // Most lists are empty, and the place of none of their items is asked for.
        let first = (!items.is_empty()).then(|| self.place.clone().first_of(name));
        let has_gaps = !items.is_empty() && self.filed.has_cuts();
        let original = if has_gaps { self.filed.kept_items(&self.place.below(name).pointer()) } else { None };
        Items { values: items.iter().enumerate(), first, original, filed: self.filed }
    }

    fn below<U>(&self, name: &'static str, value: &'a U) -> At<'a, U> {
        At { value, place: self.spot_of(name), filed: self.filed }
    }

    /// Where its field of this name stands, for whoever may never need the pointer.
    pub(super) fn spot_of(&self, name: &'static str) -> Spot {
        // Under test the name is looked up.
        #[cfg(test)]
        self.field(name);
        self.place.below(name)
    }
}

/// The items of a list, each made when it is asked for.
pub struct Items<'a, T> {
    values: std::iter::Enumerate<std::slice::Iter<'a, T>>,
    /// Where the first item stands, where there is one.
    first: Option<Spot>,
    /// The numbers the items have in the file, where some of them were cut.
    original: Option<Vec<usize>>,
    filed: &'a dyn Filed,
}

impl<'a, T> Items<'a, T> {
    fn at(&self, (index, value): (usize, &'a T)) -> Option<At<'a, T>> {
        let index = self.original.as_ref().and_then(|kept| kept.get(index)).copied().unwrap_or(index);
        let place = self.first.as_ref()?.at_number(index);
        Some(At { value, place, filed: self.filed })
    }
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = At<'a, T>;

    fn next(&mut self) -> Option<At<'a, T>> {
        let next = self.values.next()?;
        self.at(next)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.values.size_hint()
    }
}

impl<T> DoubleEndedIterator for Items<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let last = self.values.next_back()?;
        self.at(last)
    }
}

impl<T> ExactSizeIterator for Items<'_, T> {}

impl<T> Clone for At<'_, T> {
    fn clone(&self) -> Self {
        Self { value: self.value, place: self.place.clone(), filed: self.filed }
    }
}

impl<T> Deref for At<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

/// A finding in the making. It is kept when it goes out of sight.
pub struct Finding<'f> {
    making: Option<Found>,
    kept: &'f mut Vec<Found>,
    in_draft: bool,
}

#[expect(clippy::return_self_not_must_use, reason = "a finding that nobody holds is a finding that is kept")]
#[expect(clippy::needless_pass_by_value, reason = "figures and words are given as they come")]
impl Finding<'_> {
    /// What is wrong: a whole sentence with the filer's own value and the record's title, without a full stop.
    pub fn message(self, message: impl Into<String>) -> Self {
        self.with(|found| found.diagnostic.message = message.into())
    }

    /// What to do.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.with(|found| found.diagnostic.help = Some(help.into()))
    }

    /// A word or two under the spot.
    pub fn label(self, label: impl Into<String>) -> Self {
        self.with(|found| found.diagnostic.label = label.into())
    }

    /// Another place that takes part, and what stands there.
    pub fn related(self, at: Pointer, message: impl Into<String>) -> Self {
        self.with(|found| found.diagnostic.related.push(Related { at, message: message.into() }))
    }

    /// What was given. Leave it out wherever it could be personal.
    pub fn provided(self, provided: impl ToString) -> Self {
        self.with(|found| found.diagnostic.provided = Some(provided.to_string()))
    }

    /// What would have been right, where there is one answer.
    pub fn expected(self, expected: impl ToString) -> Self {
        self.with(|found| found.diagnostic.expected = Some(expected.to_string()))
    }

    /// Another severity than the rule's.
    pub fn severity(self, severity: Severity) -> Self {
        self.with(|found| found.diagnostic.severity = severity)
    }

    /// Something is not there yet, whatever else the rule looks for: in a draft that is advice.
    pub fn missing(self) -> Self {
        self.with(|found| found.fault = Fault::Missing)
    }

    /// It is about this record, which does not stand at its place: one that was in an earlier return and is gone.
    pub fn about(self, record: Option<Record>) -> Self {
        self.with(|found| found.diagnostic.record = record)
    }

    /// The record is named by its id alone.
    pub fn untitled(self) -> Self {
        self.with(|found| {
            if let Some(record) = &mut found.diagnostic.record {
                record.title.clear();
            }
        })
    }

    /// The lines it speaks of are not to be shown.
    pub fn hide_source(self) -> Self {
        self.with(|found| found.diagnostic.hide_source = true)
    }

    /// Ends it here, where that reads better than letting it go out of sight.
    pub fn done(self) {
        drop(self);
    }

    fn with(mut self, change: impl FnOnce(&mut Found)) -> Self {
        if let Some(found) = &mut self.making {
            change(found);
        }
        self
    }
}

impl Drop for Finding<'_> {
    fn drop(&mut self) {
        if let Some(mut found) = self.making.take() {
            if self.in_draft && found.fault == Fault::Missing {
                found.diagnostic.severity = Severity::Advice;
            }
            self.kept.push(found);
        }
    }
}
