//! Office Open XML workbooks (`.xlsx`, `.xlsm`): the parts of the zip file and what their elements mean.

mod annotate;
mod escapes;
mod notes;
mod patch;
mod read;
mod styles;
mod write;

pub(super) use annotate::{Finding, Kind as FindingKind, annotate};
pub(super) use read::read;
pub(super) use styles::{Form, Look};
pub(super) use write::write;
