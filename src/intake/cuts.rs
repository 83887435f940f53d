//! The parts of a return that are passed over because their shape is at fault.

use std::collections::BTreeSet;

use crate::source::Pointer;

/// Parts that were cut from a return. What stands below a cut part is cut with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts {
    parts: BTreeSet<Pointer>,
}

impl Cuts {
    /// Cuts a part; `false` if it was cut already.
    pub fn cut(&mut self, part: Pointer) -> bool {
        self.parts.insert(part)
    }

    /// Whether this very part was cut. [`Cuts::holds`] asks for the parts around it too.
    pub fn contains(&self, part: &Pointer) -> bool {
        self.parts.contains(part)
    }

    /// Whether this part or one it stands in was cut.
    pub fn holds(&self, part: &Pointer) -> bool {
        if self.parts.is_empty() {
            return false;
        }
        let mut part = Some(part.clone());
        while let Some(at) = part {
            if self.parts.contains(&at) {
                return true;
            }
            part = at.parent();
        }
        false
    }

    /// Whether this part, one it stands in, or one that stands in it was cut: then what is missing here is not the
    /// author's omission.
    pub fn touches(&self, part: &Pointer) -> bool {
        !self.parts.is_empty() && (self.holds(part) || self.below(part).next().is_some())
    }

    /// Whether an item of this list, or a field of this record, was cut.
    pub fn has_child_of(&self, part: &Pointer) -> bool {
        !self.parts.is_empty() && self.below(part).any(|cut| cut.parent().as_ref() == Some(part))
    }

    /// The cut parts that stand in this one. They are neighbours in the order of pointers.
    fn below<'a>(&'a self, part: &'a Pointer) -> impl Iterator<Item = &'a Pointer> {
        let first = Pointer::parse(part.document(), &format!("{}/", part.as_str()));
        self.parts.range(first..).take_while(|cut| part.holds(cut))
    }

    /// Whether nothing was cut.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The parts, in the order of their pointers.
    pub fn iter(&self) -> impl Iterator<Item = &Pointer> {
        self.parts.iter()
    }
}

impl FromIterator<Pointer> for Cuts {
    fn from_iter<I: IntoIterator<Item = Pointer>>(parts: I) -> Self {
        Self { parts: parts.into_iter().collect() }
    }
}
