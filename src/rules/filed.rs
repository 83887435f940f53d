//! The return as it was filed, behind the typed one.

use std::borrow::Cow;

use super::Finds;
use crate::diagnostic::Record;
use crate::source::Pointer;

/// What rules may ask of the file behind a typed return. Each way of reading answers it; rules know no file formats.
pub trait Filed {
    /// The pointer to the whole return.
    fn top(&self) -> Pointer;

    /// Whether anything was cut at all. In most returns nothing was, and there is no need to ask further.
    fn has_cuts(&self) -> bool;

    /// The original numbers of the items of a list that were kept; `None` where all were.
    fn kept_items(&self, list: &Pointer) -> Option<Vec<usize>>;

    /// Whether this part, one around it or one inside it was cut because of its shape.
    fn is_cut(&self, part: &Pointer) -> bool;

    /// Whether this part or one around it was cut.
    fn is_gone(&self, part: &Pointer) -> bool;

    /// Every text of this part of the return with where it stands, the partnership's own `x_` fields too, in the order of
    /// the file.
    fn texts(&self, below: &Pointer) -> Vec<(Pointer, Cow<'_, str>)>;

    /// Which texts hold what may identify a person: looked for once, by the numbers that [`Filed::text`] takes.
    fn finds(&self) -> &Finds;

    /// The text of this number.
    fn words(&self, number: u32) -> Cow<'_, str>;

    /// The text of this number, with where it stands.
    fn text(&self, number: u32) -> (Pointer, Cow<'_, str>);

    /// The record around what the pointer names, as people call it.
    fn record(&self, at: &Pointer) -> Option<Record>;
}
