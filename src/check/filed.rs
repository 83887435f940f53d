//! What rules may ask of a return that was read.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::diagnostic::Record;
use crate::intake::{Cuts, Intake};
use crate::rules::Filed;
use crate::source::Pointer;

/// A return that was read, and what was cut from it.
pub struct FiledReturn<'a> {
    intake: &'a Intake,
    cuts: &'a Cuts,
    texts: OnceLock<Vec<(Pointer, Cow<'a, str>)>>,
}

impl<'a> FiledReturn<'a> {
    /// Answers for this return.
    pub fn new(intake: &'a Intake, cuts: &'a Cuts) -> Self {
        Self { intake, cuts, texts: OnceLock::new() }
    }

    /// Every text with where it stands, for whoever keeps them.
    pub(super) fn owned_texts(&self) -> Vec<(Pointer, Cow<'a, str>)> {
        self.intake.texts()
    }
}

impl Filed for FiledReturn<'_> {
    fn top(&self) -> Pointer {
        self.intake.top()
    }

    fn kept_items(&self, list: &Pointer) -> Option<Vec<usize>> {
        self.cuts.has_child_of(list).then(|| self.intake.kept_items(list, self.cuts))
    }

    fn is_cut(&self, part: &Pointer) -> bool {
        self.cuts.touches(part)
    }

    fn is_gone(&self, part: &Pointer) -> bool {
        self.cuts.holds(part)
    }

    fn texts(&self) -> &[(Pointer, Cow<'_, str>)] {
        self.texts.get_or_init(|| self.intake.texts())
    }

    fn record(&self, at: &Pointer) -> Option<Record> {
        self.intake.record(at)
    }
}
