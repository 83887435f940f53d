//! The returns a partnership filed before: which of many they are, in which order, and their places beside those of the
//! return that is checked. Whoever calls has found and read the files; nothing here knows where they came from.

use std::sync::Arc;
use std::{borrow::Cow, collections::BTreeMap};

use super::FiledReturn;
use crate::diagnostic::{Diagnostic, Record};
use crate::intake::{Cuts, Intake, MAX_LISTS, SECTIONS, Value};
use crate::order;
use crate::returns::{History, Period, QuarterlyReturn};
use crate::rules::{Filed, Finds};
use crate::schema;
use crate::source::{DocumentId, Locate, Part, Place, Pointer, Source};

/// The most earlier returns that are looked at: fifty years of quarters.
pub const MOST_EARLIER: usize = 200;

/// What tells a return from others: whose it is, of which quarter, and which of its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The partnership’s id.
    pub partnership: String,
    /// The quarter.
    pub period: Period,
    /// Its version; 1 where it says none.
    pub version: u64,
    /// How far it was filed.
    pub standing: Standing,
}

/// How far a return was filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It was taken back: nobody relies on it.
    Withdrawn,
    /// It was not filed yet.
    Draft,
    /// It was filed.
    Filed,
}

impl Identity {
    /// What a return says of itself; `None` where it does not say whose it is, or of which quarter.
    pub fn of(intake: &Intake) -> Option<Self> {
        let root = intake.root()?;
        let header = root.field("return")?;
        let period = header.field("period")?;
        let word = |name| period.field(name)?.text();
        let period = Period::parse(&format!("{} {}", word("financial_year")?, word("quarter")?))?;
        period.quarter_index()?;
        let version = header.field("version").and_then(|version| version.number_text()?.parse().ok());
        let standing = match header.field("status").and_then(Value::text).as_deref() {
            Some("withdrawn") => Standing::Withdrawn,
            Some("draft") => Standing::Draft,
            Some(_) | None => Standing::Filed,
        };
        Some(Self {
            partnership: root.field("partnership")?.field("id")?.text()?.into_owned(),
            period,
            version: version.unwrap_or(1),
            standing,
        })
    }

    /// Whether this return and that one are of the same partnership.
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        self.partnership == other.partnership
    }

    /// Whether its quarter is before that of the other.
    pub fn is_before(&self, other: &Self) -> bool {
        self.period.quarter_index() < other.period.quarter_index()
    }
}

/// Which of some returns came before one, and what became of the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The earlier returns by their numbers, oldest first: of each quarter the latest version, a draft only where
    /// nothing was filed.
    pub earlier: Vec<usize>,
    /// How many are of another partnership.
    pub of_others: usize,
    /// How many are of the same quarter or a later one.
    pub not_before: usize,
    /// How many were replaced by a later version, or taken back.
    pub replaced: usize,
    /// Pairs that are the same version of the same quarter; the first of each is chosen.
    pub twice: Vec<(usize, usize)>,
}

/// Chooses the returns that came before this one.
pub fn choose(of: &Identity, among: &[Identity]) -> Chosen {
    let mut chosen = Chosen::default();
    let mut quarters: BTreeMap<Option<i64>, usize> = BTreeMap::new();
    for (number, identity) in among.iter().enumerate() {
        if !identity.is_of_the_same(of) {
            chosen.of_others += 1;
        } else if !identity.is_before(of) {
            chosen.not_before += 1;
        } else if identity.standing == Standing::Withdrawn {
            chosen.replaced += 1;
        } else if let Some(other) = quarters.get_mut(&identity.period.quarter_index()) {
            let rank = |number: usize| (among[number].standing, among[number].version);
            if rank(number) == rank(*other) {
                chosen.twice.push((*other, number));
            } else {
                chosen.replaced += 1;
            }
            if rank(number) > rank(*other) {
                *other = number;
            }
        } else {
            quarters.insert(identity.period.quarter_index(), number);
        }
    }
    let too_many = quarters.len().saturating_sub(MOST_EARLIER);
    chosen.earlier = quarters.into_values().skip(too_many).collect();
    chosen.twice.retain(|(first, _)| chosen.earlier.contains(first));
    chosen
}

/// A return filed before, with its texts.
#[derive(Debug, Clone)]
pub struct EarlierReturn {
    intake: Intake,
    cuts: Cuts,
    typed: Arc<QuarterlyReturn>,
}

impl EarlierReturn {
    /// What was read, as an earlier return; `None` where too little of it has its shape. It is not judged again: what it
    /// said is what it said.
    pub fn of(intake: Intake) -> Option<Self> {
        let (cuts, typed) = if let Ok(typed) = intake.typed(&Cuts::default()) {
            (Cuts::default(), typed)
        } else {
            let shaped = schema::check(&intake);
            (shaped.cuts, shaped.typed?)
        };
        Some(Self { intake, cuts, typed: Arc::new(typed) })
    }
}

/// The returns a partnership filed before one, oldest first.
#[derive(Debug, Clone, Default)]
pub struct EarlierReturns {
    returns: Vec<EarlierReturn>,
}

/// So many numbers of documents are kept for each return: its head, and its sections or lists.
const DOCUMENTS: u16 = 128;
const _: () = assert!(SECTIONS.len() < DOCUMENTS as usize && MAX_LISTS < DOCUMENTS as usize);
const _: () = assert!((MOST_EARLIER + 1) * (DOCUMENTS as usize) < u16::MAX as usize);

impl EarlierReturns {
    /// No earlier return was named.
    pub const fn none() -> Self {
        Self { returns: Vec::new() }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.returns.is_empty()
    }

    /// These returns, which are put in the order of their quarters. [`choose`] says which of many to give.
    pub fn of(mut returns: Vec<EarlierReturn>) -> Self {
        order::by_key(&mut returns, |earlier| earlier.typed.header.period.first_day());
        let too_many = returns.len().saturating_sub(MOST_EARLIER);
        Self { returns: returns.split_off(too_many) }
    }

    /// The typed returns, oldest first.
    pub fn typed(&self) -> impl Iterator<Item = &Arc<QuarterlyReturn>> {
        self.returns.iter().map(|earlier| &earlier.typed)
    }

    /// The same, as what reports hide is decided after them.
    pub(super) fn history(&self) -> History {
        History::of(self.typed().cloned())
    }

    /// The typed returns with the files behind them, oldest first.
    pub(super) fn filed(&self) -> Vec<(&QuarterlyReturn, FiledEarlier<'_>)> {
        self.with_numbers().map(|(earlier, first)| (&*earlier.typed, FiledEarlier::new(earlier, first))).collect()
    }

    /// The text of this number, of the return that is checked or of one before it.
    pub(super) fn source<'a>(&'a self, document: DocumentId, intake: &'a Intake) -> &'a Source {
        let (intake, first) = Together { intake, earlier: self }.home(document);
        intake.sources().get(back(document, first))
    }

    /// Each with the number that its first document has beside the return that is checked.
    fn with_numbers(&self) -> impl Iterator<Item = (&EarlierReturn, u16)> {
        self.returns.iter().zip((DOCUMENTS..).step_by(usize::from(DOCUMENTS)))
    }
}

/// A return filed before, as rules see it: its documents have numbers of their own beside those of the return that is
/// checked.
pub(super) struct FiledEarlier<'a> {
    inner: FiledReturn<'a>,
    first: u16,
}

impl<'a> FiledEarlier<'a> {
    fn new(earlier: &'a EarlierReturn, first: u16) -> Self {
        Self { inner: FiledReturn::new(&earlier.intake, &earlier.cuts), first }
    }

    /// As it is in its own file.
    fn home(&self, pointer: &Pointer) -> Pointer {
        pointer.in_document(back(pointer.document(), self.first))
    }
}

impl Filed for FiledEarlier<'_> {
    fn top(&self) -> Pointer {
        abroad(&self.inner.top(), self.first)
    }

    fn has_cuts(&self) -> bool {
        self.inner.has_cuts()
    }

    fn kept_items(&self, list: &Pointer) -> Option<Vec<usize>> {
        self.inner.kept_items(&self.home(list))
    }

    fn is_cut(&self, part: &Pointer) -> bool {
        self.inner.is_cut(&self.home(part))
    }

    fn is_gone(&self, part: &Pointer) -> bool {
        self.inner.is_gone(&self.home(part))
    }

    fn texts(&self, below: &Pointer) -> Vec<(Pointer, Cow<'_, str>)> {
        let texts = self.inner.texts(&self.home(below)).into_iter();
        texts.map(|(at, text)| (abroad(&at, self.first), text)).collect()
    }

    fn finds(&self) -> &Finds {
        self.inner.finds()
    }

    fn words(&self, number: u32) -> Cow<'_, str> {
        self.inner.words(number)
    }

    fn text(&self, number: u32) -> (Pointer, Cow<'_, str>) {
        let (at, text) = self.inner.text(number);
        (abroad(&at, self.first), text)
    }

    fn record(&self, at: &Pointer) -> Option<Record> {
        self.inner.record(&self.home(at))
    }
}

fn abroad(pointer: &Pointer, first: u16) -> Pointer {
    pointer.in_document(DocumentId::new(pointer.document().number() + first))
}

fn back(document: DocumentId, first: u16) -> DocumentId {
    DocumentId::new(document.number().saturating_sub(first))
}

/// A return and those before it as one set of places.
#[derive(Clone, Copy)]
pub(super) struct Together<'a> {
    pub(super) intake: &'a Intake,
    pub(super) earlier: &'a EarlierReturns,
}

impl<'a> Together<'a> {
    /// The return itself and those earlier ones that these findings point into. With each comes the way from a place in
    /// it to that place among all.
    pub(super) fn spoken_of(self, diagnostics: &[Diagnostic]) -> Vec<(&'a Intake, u16)> {
        let mut spoken = vec![(self.intake, 0)];
        for (earlier, first) in self.earlier.with_numbers() {
            let within = |at: &Pointer| (first..first + DOCUMENTS).contains(&at.document().number());
            let mut related = diagnostics.iter().flat_map(|found| &found.related);
            if related.any(|related| within(&related.at)) {
                spoken.push((&earlier.intake, first));
            }
        }
        spoken
    }

    /// The return this document is of, and the number of its first document.
    fn home(self, document: DocumentId) -> (&'a Intake, u16) {
        let number = usize::from(document.number() / DOCUMENTS);
        let earlier = number.checked_sub(1).and_then(|number| self.earlier.returns.get(number));
        match earlier {
            Some(earlier) => (&earlier.intake, document.number() / DOCUMENTS * DOCUMENTS),
            None => (self.intake, 0),
        }
    }
}

impl Locate for Together<'_> {
    fn locate(&self, pointer: &Pointer, part: Part) -> Place {
        let (intake, first) = self.home(pointer.document());
        locate_in(intake, first, &pointer.in_document(back(pointer.document(), first)), part)
    }
}

/// The place of a part of one of several returns, among all of them.
pub(super) fn locate_in(intake: &Intake, first: u16, at: &Pointer, part: Part) -> Place {
    among_all(intake.locate(at, part), first)
}

/// A place of one of several returns, among all of them.
pub(super) fn among_all(place: Place, first: u16) -> Place {
    Place { document: DocumentId::new(place.document.number() + first), ..place }
}
