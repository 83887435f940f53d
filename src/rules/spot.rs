//! Where a value stands that a rule looks at, kept so that it costs next to nothing until somebody asks. Knows names and
//! numbers, not what stands there.

use std::rc::Rc;

use crate::source::{DocumentId, Pointer};

/// Where a value stands. Rules look at a hundred values for every one they speak of, so a pointer is made only when it is
/// asked for, and the items of a list share the way to it.
#[derive(Clone)]
pub(super) struct Spot {
    document: DocumentId,
    /// A record around it; none where the way starts at the whole return, so that nothing is to be shared.
    above: Option<Rc<Spot>>,
    /// The list below that, with the number of the item.
    item: Option<(&'static str, usize)>,
    /// The names on the way from there.
    names: [Option<&'static str>; 2],
}

impl Spot {
    pub(super) fn whole(document: DocumentId) -> Self {
        Self { document, above: None, item: None, names: [None; 2] }
    }

    /// The first item of its list of this name.
    pub(super) fn first_of(self, list: &'static str) -> Self {
        let document = self.document;
        let is_whole = self.above.is_none() && self.item.is_none() && self.names[0].is_none();
        let above = if is_whole { None } else { Some(Rc::new(self)) };
        Self { document, above, item: Some((list, 0)), names: [None; 2] }
    }

    /// The item of this number in the same list.
    pub(super) fn at_number(&self, index: usize) -> Self {
        Self { item: self.item.map(|(list, _)| (list, index)), ..self.clone() }
    }

    /// Its field of this name.
    pub(super) fn below(&self, name: &'static str) -> Self {
        match self.names {
            [None, _] => Self { names: [Some(name), None], ..self.clone() },
            [first, None] => Self { names: [first, Some(name)], ..self.clone() },
            [Some(_), Some(_)] => {
                let above = Some(Rc::new(self.clone()));
                Self { document: self.document, above, item: None, names: [Some(name), None] }
            }
        }
    }

    pub(super) fn pointer(&self) -> Pointer {
        let mut place = match &self.above {
            Some(above) => above.pointer(),
            None => Pointer::root(self.document),
        };
        if let Some((list, index)) = self.item {
            place.push_field(list);
            place.push_item(index);
        }
        for name in self.names.into_iter().flatten() {
            place.push_field(name);
        }
        place
    }
}
