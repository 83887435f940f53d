//! Why each rule of shape matters.

use crate::diagnostic::ShapeRule;

/// The rules of shape, by name.
pub static RULES: &[ShapeRule] = &[
    ShapeRule {
        name: "field-not-known",
        why: "A field with a slip in its name would be passed over, and what it says with it. Fields of your own start with x_.",
    },
    ShapeRule {
        name: "field-missing",
        why: "A few fields are needed to tell what a record is. Everything else may be left out.",
    },
    ShapeRule {
        name: "left-empty",
        why: "Zero, not known and does not apply are different things, and an empty value says none of them.",
    },
    ShapeRule {
        name: "not-one-of-the-choices",
        why: "These words are the same in every return, so that returns can be read side by side.",
    },
    ShapeRule {
        name: "not-a-number",
        why: "A figure in quotation marks or with a sign is text, and cannot be added up.",
    },
    ShapeRule { name: "not-a-whole-number", why: "People, sessions and pounds are counted in whole numbers." },
    ShapeRule { name: "not-a-text", why: "Words stand in quotation marks, even where they look like a number." },
    ShapeRule {
        name: "not-yes-or-no",
        why: "Yes is written true and no is written false, so that every program reads the same.",
    },
    ShapeRule { name: "not-a-list", why: "Where there may be several, even a single one stands in a list." },
    ShapeRule {
        name: "not-a-record",
        why: "Where several things are to be said about one, each is a field with a name.",
    },
    ShapeRule {
        name: "not-a-date",
        why: "Dates are written year, month, day, so that nobody takes the 3rd of April for the 4th of March.",
    },
    ShapeRule {
        name: "not-in-this-form",
        why: "Ids and periods are written in one way, so that one part of a return can point to another.",
    },
    ShapeRule { name: "number-too-small", why: "A figure below what is possible is most often a slip of the keys." },
    ShapeRule { name: "number-too-big", why: "A figure beyond what is possible is most often a slip of the keys." },
    ShapeRule {
        name: "too-many-decimals",
        why: "More decimals than the figure can bear make it look surer than it is.",
    },
    ShapeRule {
        name: "text-too-short",
        why: "An empty text says nothing; a field left out says that there is nothing to say.",
    },
    ShapeRule {
        name: "text-too-long",
        why: "Readers have a page, not a volume. The limits are those of the printed report.",
    },
    ShapeRule {
        name: "too-few-items",
        why: "Some lists make sense only with more in them: one organisation alone is no partnership.",
    },
    ShapeRule { name: "too-many-items", why: "The report has room for so many, and readers have patience for fewer." },
    ShapeRule {
        name: "item-given-twice",
        why: "The same thing twice is most often a slip, and would be counted twice.",
    },
    ShapeRule { name: "shape-not-right", why: "A part of the return is not written as its form asks." },
    ShapeRule {
        name: "many-more-faults",
        why: "After a thousand faults of shape, the others are counted and not told one by one.",
    },
];
