//! What can be wrong with a workbook. The rules it is named after stand with those of other texts.

use crate::diagnostic::{Diagnostic, Severity, Stage};
use crate::intake::{CELL_RULES, Cell, RULES};
use crate::source::{DocumentId, Pointer};

/// A fault of a cell, a row or a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) message: String,
    pub(super) help: String,
    /// Where; nothing for the whole workbook.
    pub(super) cell: Option<Cell>,
}

impl Fault {
    pub(super) fn new(rule: &'static str, cell: Option<Cell>, message: String, help: impl Into<String>) -> Self {
        debug_assert!(CELL_RULES.iter().chain(RULES).any(|known| known.name == rule), "{rule} has no `why`");
        Self { rule, severity: Severity::Error, message, help: help.into(), cell }
    }

    /// What is said of a whole workbook of which nothing was read.
    pub(super) fn of_the_whole(self) -> Diagnostic {
        let at = Pointer::root(DocumentId::FIRST);
        Diagnostic {
            help: Some(self.help),
            ..Diagnostic::new(self.rule, self.severity, Stage::Syntax, at, self.message)
        }
    }

    /// A fault that stands in nobody's way.
    pub(super) fn advice(self) -> Self {
        Self { severity: Severity::Advice, ..self }
    }

    /// A fault that may be right.
    pub(super) fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }
}
