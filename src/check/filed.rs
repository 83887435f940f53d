//! What rules may ask of a return that was read.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::diagnostic::Record;
use crate::intake::{Cuts, Intake};
use crate::rules::{Filed, Finds};
use crate::source::Pointer;

/// A return that was read, and what was cut from it.
pub struct FiledReturn<'a> {
    intake: &'a Intake,
    cuts: &'a Cuts,
    finds: OnceLock<Finds>,
}

impl<'a> FiledReturn<'a> {
    /// Answers for this return.
    pub fn new(intake: &'a Intake, cuts: &'a Cuts) -> Self {
        Self { intake, cuts, finds: OnceLock::new() }
    }
}

impl Filed for FiledReturn<'_> {
    fn top(&self) -> Pointer {
        self.intake.top()
    }

    fn has_cuts(&self) -> bool {
        !self.cuts.is_empty()
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

    fn texts(&self, below: &Pointer) -> Vec<(Pointer, Cow<'_, str>)> {
        self.intake.texts(below)
    }

    fn finds(&self) -> &Finds {
        self.finds.get_or_init(|| Finds::of(self.intake.numbered_texts()))
    }

    fn words(&self, number: u32) -> Cow<'_, str> {
        self.intake.words(number)
    }

    fn text(&self, number: u32) -> (Pointer, Cow<'_, str>) {
        let (at, _) = self.intake.numbered(number).expect("only a return that was read has texts");
        (at, self.intake.words(number))
    }

    fn record(&self, at: &Pointer) -> Option<Record> {
        self.intake.record(at)
    }
}
