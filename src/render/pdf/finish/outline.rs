//! The bookmarks: sections, with their headings inside them.

use lopdf::{Dictionary, Object, ObjectId};

use super::Finisher;
use super::objects::{dictionary, integer, name, text};
use crate::render::pdf::page::Bookmark;

impl Finisher<'_> {
    /// The bookmarks, sections with their headings inside them; `None` when there are none.
    pub(super) fn outline(&mut self) -> Option<ObjectId> {
        let bookmarks = &self.laid_out.bookmarks;
        if bookmarks.is_empty() {
            return None;
        }
        let root = self.file.new_object_id();
        let ids: Vec<ObjectId> = bookmarks.iter().map(|_| self.file.new_object_id()).collect();
        let tops: Vec<usize> = (0..bookmarks.len()).filter(|index| is_top(bookmarks, *index)).collect();
        let mut entries: Vec<Dictionary> = bookmarks
            .iter()
            .map(|bookmark| {
                dictionary([("Title", text(&bookmark.title)), ("Dest", self.destination(&bookmark.anchor))])
            })
            .collect();
        chain(&mut entries, &tops, &ids, root);
        for (place, top) in tops.iter().enumerate() {
            let end = tops.get(place + 1).copied().unwrap_or(bookmarks.len());
            let inner: Vec<usize> = (top + 1..end).collect();
            if let (Some(first), Some(last)) = (inner.first(), inner.last()) {
                entries[*top].set("First", Object::Reference(ids[*first]));
                entries[*top].set("Last", Object::Reference(ids[*last]));
                // Closed when the file is opened: the sections are the list of contents.
                entries[*top].set("Count", Object::Integer(-i64::try_from(inner.len()).expect("headings are few")));
                chain(&mut entries, &inner, &ids, ids[*top]);
            }
        }
        for (id, entry) in ids.iter().zip(entries) {
            self.file.set_object(*id, entry);
        }
        let outline = dictionary([
            ("Type", name("Outlines")),
            ("First", Object::Reference(ids[tops[0]])),
            ("Last", Object::Reference(ids[tops[tops.len() - 1]])),
            ("Count", integer(tops.len())),
        ]);
        self.file.set_object(root, outline);
        Some(root)
    }
}

fn is_top(bookmarks: &[Bookmark], index: usize) -> bool {
    bookmarks[index].level == 1 || bookmarks[..index].iter().all(|bookmark| bookmark.level > 1)
}

/// Links entries of an outline to one another and to what they stand in.
fn chain(entries: &mut [Dictionary], members: &[usize], ids: &[ObjectId], parent: ObjectId) {
    for (place, member) in members.iter().enumerate() {
        let entry = &mut entries[*member];
        entry.set("Parent", Object::Reference(parent));
        if place > 0 {
            entry.set("Prev", Object::Reference(ids[members[place - 1]]));
        }
        if let Some(next) = members.get(place + 1) {
            entry.set("Next", Object::Reference(ids[*next]));
        }
    }
}
