//! A document number and a JSON Pointer (RFC 6901).

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::DocumentId;
use super::route::Route;

/// Where a part of a return stands, whatever the file format: a document and a route of names and numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer {
    document: DocumentId,
    route: Route,
    /// A stretch of the document's text inside that part, as first and end byte.
    stretch: Option<(usize, usize)>,
}

impl Pointer {
    /// The whole of a document.
    pub const fn root(document: DocumentId) -> Self {
        Self { document, route: Route::new(), stretch: None }
    }

    /// Reads a pointer as RFC 6901 writes it (`/results/0/title`; empty for the whole).
    pub fn parse(document: DocumentId, route: &str) -> Self {
        Self { document, route: Route::of(route), stretch: None }
    }

    /// The document it points into.
    pub const fn document(&self) -> DocumentId {
        self.document
    }

    /// The same part of another document.
    #[must_use]
    pub fn in_document(&self, document: DocumentId) -> Self {
        Self { document, ..self.clone() }
    }

    /// As RFC 6901 writes it.
    pub fn as_str(&self) -> &str {
        self.route.as_str()
    }

    /// The field of this name below.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let mut below = self.without_stretch();
        below.push_field(name);
        below
    }

    /// The item of this number below, from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        let mut below = self.without_stretch();
        below.push_item(index);
        below
    }

    fn without_stretch(&self) -> Self {
        Self { document: self.document, route: self.route.clone(), stretch: None }
    }

    /// The same part, narrowed to these bytes of the document's text: for faults of the text itself, such as a
    /// comma too many, which no route of names can reach.
    #[must_use]
    pub fn narrowed(mut self, bytes: Range<usize>) -> Self {
        self.stretch = Some((bytes.start, bytes.end));
        self
    }

    /// The bytes it was narrowed to.
    pub fn stretch(&self) -> Option<Range<usize>> {
        self.stretch.map(|(start, end)| start..end)
    }

    /// Steps down to a field in place, and gives what [`Pointer::cut_off`] takes to step back.
    pub(crate) fn push_field(&mut self, name: &str) -> usize {
        let end = self.route.as_str().len();
        self.stretch = None;
        if name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            self.route.push_step(&name.replace('~', "~0").replace('/', "~1"));
        } else {
            self.route.push_step(name);
        }
        end
    }

    /// Steps down to an item in place.
    pub(crate) fn push_item(&mut self, index: usize) -> usize {
        let end = self.route.as_str().len();
        self.stretch = None;
        self.route.push_item(index);
        end
    }

    /// Steps back up.
    pub(crate) fn cut_off(&mut self, end: usize) {
        self.route.cut_off(end);
    }

    /// The names and numbers on the way, decoded.
    pub fn steps(&self) -> impl Iterator<Item = String> + '_ {
        self.names().map(Cow::into_owned)
    }

    /// The same, borrowed where nothing had to be decoded.
    pub(crate) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.as_str().split('/').skip(1).map(decoded)
    }

    /// One step up; `None` at the top.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.as_str().rsplit_once('/')?;
        Some(Self::parse(self.document, parent))
    }

    /// The last name or number; `None` at the top.
    pub fn last(&self) -> Option<String> {
        let (_, last) = self.as_str().rsplit_once('/')?;
        Some(decoded(last).into_owned())
    }

    /// Whether `self` is `other` or stands above it.
    pub fn holds(&self, other: &Self) -> bool {
        self.document == other.document
            && other.as_str().strip_prefix(self.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// A step as its name was before it was written into a pointer.
fn decoded(step: &str) -> Cow<'_, str> {
    if step.contains('~') { Cow::Owned(step.replace("~1", "/").replace("~0", "~")) } else { Cow::Borrowed(step) }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_slashes_and_tildes_survive() {
        let pointer = Pointer::root(DocumentId::FIRST).field("a/b~c").item(3);
        assert_eq!(pointer.as_str(), "/a~1b~0c/3");
        assert_eq!(pointer.steps().collect::<Vec<_>>(), ["a/b~c", "3"]);
    }

    #[test]
    fn a_pointer_holds_itself_and_what_is_below_and_not_its_namesakes() {
        let results = Pointer::root(DocumentId::FIRST).field("results");
        assert!(results.holds(&results));
        assert!(results.holds(&results.item(0)));
        assert!(!results.holds(&Pointer::root(DocumentId::FIRST).field("results_more")));
    }
}
