//! Reads JSON into a tree, and says kindly where it is not JSON. The scanner of `jsonc-parser` cuts the text into marks
//! and words with all its leniencies on, so that a comment or a comma too many is recognised and named rather than
//! stumbled over; the tree is built here, without recursion, so that depth costs nothing.
//!
//! Where the meaning is plain in spite of a fault (a comment, a comma too many or too few), reading goes on, so that
//! one run tells everything. Where it is not, reading ends with that fault.

mod brackets;
mod strict;

use std::borrow::Cow;
use std::ops::Range;

use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};

use super::faults::Fault;
use super::marks;
use super::tree::{FEW_FIELDS, Kind, NodeId, Tree, by_name};
use super::{MAX_DEPTH, MAX_VALUES};
use crate::diagnostic::Diagnostic;
use crate::order;
use crate::source::Pointer;

/// After so many faults of its text, a file is not worth reading on.
const MAX_FAULTS: usize = 200;

/// What is said at the name of a field whose value may be a list without its first bracket.
const LIST_NAME: &str = "if this is a list, [ belongs after its name";

/// What came of it: no tree where the text stopped making sense.
#[derive(Debug)]
pub(super) struct JsonRead {
    pub(super) tree: Option<Tree>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Where the lines of the text start, if that was seen on the way.
    pub(super) lines: Option<Vec<usize>>,
}

/// Reads the text of a document, which stands at this part of the return and may hold so many values.
pub(super) fn read(text: &str, at: Pointer, room: usize) -> JsonRead {
    match strict::read(text, at.document(), room) {
        Some((tree, lines)) => JsonRead { tree: Some(tree), diagnostics: Vec::new(), lines: Some(lines) },
        None => read_leniently(text, at, room),
    }
}

fn read_leniently(text: &str, at: Pointer, room: usize) -> JsonRead {
    let mut reader = Reader {
        text,
        scanner: Scanner::new(
            text,
            &ScannerOptions { allow_extended_string_escapes: false, ..ScannerOptions::default() },
        ),
        at,
        room,
        tree: Tree::default(),
        open: Vec::new(),
        names: Vec::new(),
        found: Vec::new(),
        astray: None,
        end: 0,
    };
    let tree = match reader.whole() {
        Ok(()) => Some(std::mem::take(&mut reader.tree)),
        Err(fault) => {
            reader.found.push(fault.at(reader.pointer()));
            None
        }
    };
    JsonRead { tree, diagnostics: reader.found, lines: None }
}

struct Reader<'t> {
    text: &'t str,
    scanner: Scanner<'t>,
    at: Pointer,
    room: usize,
    tree: Tree,
    /// The lists and records that are open, outermost first.
    open: Vec<Open<'t>>,
    /// The names given so far in all records that are open.
    names: Vec<(Cow<'t, str>, NodeId)>,
    found: Vec<Diagnostic>,
    /// The first opening bracket that, by its looks, was closed by a bracket meant for another.
    astray: Option<Range<usize>>,
    /// Where the last word or mark ended.
    end: usize,
}

struct Open<'t> {
    node: NodeId,
    record: bool,
    /// How it is reached from the one around it.
    step: Step<'t>,
    /// Where its own names start in [`Reader::names`].
    names_from: usize,
    /// How many items or fields it has had so far.
    items: usize,
}

enum Step<'t> {
    Whole,
    Name(Cow<'t, str>),
    Item(usize),
}

/// What may come next.
enum Expect {
    /// A value, for the field of this name where there is one.
    Value(Option<Range<usize>>),
    /// A name, a value or the closing bracket, just after the opening one.
    First,
    /// A name or a value, after this comma.
    Next(Range<usize>),
    /// A comma or the closing bracket.
    Comma,
    /// Nothing more.
    End,
}

type Found<'t> = Option<(Token<'t>, Range<usize>)>;

impl<'t> Reader<'t> {
    fn whole(&mut self) -> Result<(), Fault> {
        let mut expect = Expect::Value(None);
        loop {
            let next = self.next()?;
            expect = match (expect, next) {
                (Expect::End, None) => return Ok(()),
                (Expect::End, Some((_, bytes))) => {
                    return Err(Fault::new(
                        "more-after-the-end",
                        bytes,
                        "The return ends before this, and something more follows",
                    )
                    .help("a file holds one return; take out what follows it")
                    .label("after the end"));
                }
                (Expect::Value(name), Some((token, bytes))) => self.value(name, &token, bytes)?,
                (Expect::First, Some((token, bytes))) => {
                    if self.closes(&token, &bytes)? {
                        self.close(bytes.end)?
                    } else {
                        self.entry(token, bytes)?
                    }
                }
                (Expect::Next(comma), Some((token, bytes))) => {
                    if self.closes(&token, &bytes)? {
                        let last = self.scanned_thing();
                        self.note(
                            Fault::new("comma-too-many", comma, format!("There is a comma after the last {last}"))
                                .help("take the comma out")
                                .label("this comma"),
                        )?;
                        self.close(bytes.end)?
                    } else {
                        self.entry(token, bytes)?
                    }
                }
                (Expect::Comma, Some((Token::Comma, bytes))) => Expect::Next(bytes),
                (Expect::Comma, Some((token, bytes))) => {
                    if self.closes(&token, &bytes)? {
                        self.close(bytes.end)?
                    } else {
                        self.without_comma(token, bytes)?
                    }
                }
                (Expect::Value(_) | Expect::First | Expect::Next(_) | Expect::Comma, None) => {
                    return Err(self.cut_short());
                }
            };
        }
    }

    /// The next word or mark, past spaces and comments.
    fn next(&mut self) -> Result<Found<'t>, Fault> {
        loop {
            let before = self.end;
            let token = match self.scanner.scan() {
                Ok(token) => token,
                Err(error) => return Err(marks::not_understood(self.text, before, &error)),
            };
            let bytes = self.scanner.token_start()..self.scanner.token_end();
            self.spaces(before..bytes.start)?;
            self.end = bytes.end;
            match token {
                None => return Ok(None),
                Some(Token::CommentLine(_) | Token::CommentBlock(_)) => {
                    let shown = bytes.start..bytes.end.min(marks::line_end(self.text, bytes.start));
                    self.note(
                        Fault::new("comment", shown, "There is a comment here, and JSON has none")
                            .help("take it out, or say it in a note field")
                            .label("this comment"),
                    )?;
                }
                Some(token) => return Ok(Some((token, bytes))),
            }
        }
    }

    /// A name with its value, or an item.
    fn entry(&mut self, token: Token<'t>, bytes: Range<usize>) -> Result<Expect, Fault> {
        if !self.open.last().is_some_and(|open| open.record) {
            return self.value(None, &token, bytes);
        }
        match token {
            Token::String(name) => {
                self.quoted(&bytes)?;
                match self.next()? {
                    Some((Token::Colon, _)) => {}
                    Some((after, place)) => {
                        let fault = Fault::new(
                            "colon-missing",
                            place,
                            format!("There is no colon after “{}”", marks::shortened(&name)),
                        )
                        .help("a field is its name, a colon and its value")
                        .label("a colon belongs before this")
                        .related(bytes, "the name");
                        // A text that ends like an item may be one.
                        let ends_an_item = matches!(after, Token::Comma | Token::CloseBracket);
                        return Err(match self.last_name().filter(|_| ends_an_item) {
                            Some(list) => fault.related(list, LIST_NAME),
                            None => fault,
                        });
                    }
                    None => return Err(self.cut_short()),
                }
                let next = self.next()?;
                let Some((token, value)) = next else { return Err(self.cut_short()) };
                if matches!(token, Token::Comma | Token::CloseBrace | Token::CloseBracket) {
                    return Err(Fault::new(
                        "value-missing",
                        bytes,
                        format!("“{}” has no value", marks::shortened(&name)),
                    )
                    .help("give its value after the colon, or leave the whole field out"));
                }
                self.value(Some(bytes), &token, value)
            }
            Token::Number(_) => Err(marks::number_as_name(self.text, bytes)),
            Token::Word(_) | Token::Boolean(_) | Token::Null => Err(marks::name_without_marks(self.text, bytes)),
            Token::OpenBrace | Token::OpenBracket => {
                let (at, label) = self.left_open(bytes.start);
                Err(marks::out_of_place(&token, bytes).related(at, label))
            }
            Token::CloseBrace
            | Token::CloseBracket
            | Token::Comma
            | Token::Colon
            | Token::CommentLine(_)
            | Token::CommentBlock(_) => Err(marks::out_of_place(&token, bytes)),
        }
    }

    fn value(&mut self, name: Option<Range<usize>>, token: &Token<'t>, bytes: Range<usize>) -> Result<Expect, Fault> {
        let kind = match token {
            Token::OpenBrace => Kind::Record,
            Token::OpenBracket => Kind::List,
            Token::String(_) => {
                self.quoted(&bytes)?;
                Kind::Text
            }
            Token::Number(_) => {
                let number = self.number(bytes)?;
                self.leaf(Kind::Number, name, number)?;
                return Ok(self.after_value());
            }
            Token::Boolean(_) => Kind::Boolean,
            Token::Null => Kind::Empty,
            Token::Word(_) => return Err(marks::word(self.text, bytes.start)),
            Token::CloseBrace
            | Token::CloseBracket
            | Token::Comma
            | Token::Colon
            | Token::CommentLine(_)
            | Token::CommentBlock(_) => return Err(marks::out_of_place(token, bytes)),
        };
        let at = bytes.start;
        let step = match &name {
            _ if self.open.is_empty() => Step::Whole,
            Some(name) => Step::Name(super::decode::decode(&self.text[name.clone()])),
            None => Step::Item(self.open.last().map_or(0, |open| open.items)),
        };
        let node = self.leaf(kind, name, bytes)?;
        if !matches!(kind, Kind::Record | Kind::List) {
            return Ok(self.after_value());
        }
        if self.open.len() == MAX_DEPTH {
            return Err(Fault::new(
                "too-deep",
                at..at + 1,
                format!("Lists and records stand more than {MAX_DEPTH} deep in one another here"),
            )
            .help("no part of a return is this deep; look at the program that wrote the file"));
        }
        self.open.push(Open { node, record: kind == Kind::Record, step, names_from: self.names.len(), items: 0 });
        Ok(Expect::First)
    }

    fn leaf(&mut self, kind: Kind, name: Option<Range<usize>>, bytes: Range<usize>) -> Result<NodeId, Fault> {
        if self.tree.len() >= self.room {
            return Err(Fault::new(
                "too-many-values",
                bytes,
                format!("This return holds more than {MAX_VALUES} values"),
            )
            .help("a return is one partnership and one quarter; look at the program that wrote the file"));
        }
        if let Some(open) = self.open.last_mut() {
            open.items += 1;
        }
        let key = name.clone().unwrap_or(0..0);
        let plain = |bytes: &Range<usize>| !self.text[bytes.clone()].contains('\\');
        let plain = plain(&key) && (kind != Kind::Text || plain(&bytes));
        let node = self.tree.open(kind, plain, self.at.document(), key, bytes);
        if let Some(name) = name {
            let name = super::decode::decode(&self.text[name]);
            if name.starts_with("x_") {
                self.tree.set_own(node);
            }
            self.names.push((name, node));
        }
        Ok(node)
    }

    fn after_value(&self) -> Expect {
        if self.open.is_empty() { Expect::End } else { Expect::Comma }
    }

    /// Whether this closes the innermost list or record; a fault where it closes another kind.
    fn closes(&self, token: &Token<'t>, bytes: &Range<usize>) -> Result<bool, Fault> {
        let record = matches!(token, Token::CloseBrace);
        if !record && !matches!(token, Token::CloseBracket) {
            return Ok(false);
        }
        let Some(open) = self.open.last() else { return Ok(false) };
        if open.record == record {
            return Ok(true);
        }
        let (wrong, what, right) = if record { ("}", "list", "]") } else { ("]", "record", "}") };
        let (at, label) = self.left_open(bytes.start);
        let fault = Fault::new(
            "bracket-not-opened",
            bytes.clone(),
            format!("This {wrong} stands where a {what} is still open"),
        )
        .help(format!("close the {what} with {right} first, or take this {wrong} out"))
        .related(at.clone(), label);
        // What this bracket closes may be the value just before it.
        Err(match self.last_name().filter(|list| !record && *list != at) {
            Some(list) => fault.related(list, LIST_NAME),
            None => fault,
        })
    }

    /// The name of the last field of the innermost record.
    fn last_name(&self) -> Option<Range<usize>> {
        let names_from = self.open.last()?.names_from;
        self.names[names_from..].last().map(|(_, node)| self.tree.key_range(*node))
    }

    /// Where a bracket is most likely missing, seen from this byte: the one astray, the name before the items of a list,
    /// or else what is open.
    fn left_open(&self, from: usize) -> (Range<usize>, &'static str) {
        if let Some(astray) = &self.astray {
            return (astray.clone(), "this may be what is not closed");
        }
        let Some(open) = self.open.last() else { return (0..0, "") };
        let opened = self.tree.value_range(open.node).start;
        let last = self.names[open.names_from..].last().map(|(_, node)| *node);
        // What stands no deeper than the record is more likely the next item of the list around it.
        let in_a_list = self.open.iter().rev().nth(1).is_some_and(|around| !around.record);
        let is_next = in_a_list && brackets::set_in(self.text, from) <= brackets::set_in(self.text, opened);
        if let Some(last) = last.filter(|last| open.record && !is_next && self.tree.is_record(*last)) {
            return (self.tree.key_range(last), LIST_NAME);
        }
        (opened..opened + 1, if open.record { "the record starts here" } else { "the list starts here" })
    }

    fn close(&mut self, end: usize) -> Result<Expect, Fault> {
        self.name_twins()?;
        let closed = self.open.pop().expect("only an open list or record is closed");
        let opened = self.tree.value_range(closed.node).start;
        if self.astray.is_none() && brackets::closes_from_outside(self.text, opened, end - 1) {
            self.astray = Some(opened..opened + 1);
        }
        let names = &mut self.names[closed.names_from..];
        if names.len() <= FEW_FIELDS {
            order::by_key(names, |(_, node)| *node);
        }
        let fields = self.names.drain(closed.names_from..).map(|(_, node)| node);
        self.tree.close(closed.node, end, fields);
        Ok(self.after_value())
    }

    /// Puts the fields of the innermost record in the order of their names; of those given twice it keeps the first, and
    /// says so.
    fn name_twins(&mut self) -> Result<(), Fault> {
        let Some(open) = self.open.last() else { return Ok(()) };
        let from = open.names_from;
        order::by(&mut self.names[from..], |(one, first), (other, second)| {
            by_name(one.as_bytes(), other.as_bytes()).then(first.cmp(second))
        });
        if self.names[from..].windows(2).all(|pair| pair[0].0 != pair[1].0) {
            return Ok(());
        }
        let mut twins = Vec::new();
        let mut kept: Vec<(Cow<'t, str>, NodeId)> = Vec::new();
        for (name, node) in self.names.drain(from..) {
            match kept.last() {
                Some((first, earlier)) if *first == name => twins.push((name, *earlier, node)),
                _ => kept.push((name, node)),
            }
        }
        self.names.extend(kept);
        order::by_key(&mut twins, |(_, _, second)| *second);
        for (name, first, second) in twins {
            self.tree.drop_field(second);
            let fault = Fault::new(
                "field-given-twice",
                self.tree.key_range(second),
                format!("“{}” is given twice in the same record", marks::shortened(&name)),
            )
            .help("keep one of the two")
            .label("again")
            .related(self.tree.key_range(first), "first given here");
            let at = self.pointer().field(&name);
            self.note_at(fault, at)?;
        }
        Ok(())
    }

    /// A value or a name where a comma belongs.
    fn without_comma(&mut self, token: Token<'t>, bytes: Range<usize>) -> Result<Expect, Fault> {
        let before = self.text[..bytes.start].trim_end().len();
        if matches!(token, Token::Colon) {
            let (at, label) = self.left_open(bytes.start);
            return Err(marks::out_of_place(&token, bytes).related(at, label));
        }
        // “He said "yes" to us”: the text seems to end at the first inner mark.
        if before == bytes.start && self.text[..before].ends_with('"') {
            return Err(marks::inner_quotation_mark(before));
        }
        let (what, next) = if self.open.last().is_some_and(|open| open.record) {
            ("field", "the next field")
        } else {
            ("item", "the next item")
        };
        self.note(
            Fault::new(
                "comma-missing",
                bytes.clone(),
                format!("There is no comma between this {what} and the one before it"),
            )
            .help("put a comma after the one before")
            .label(next)
            .related(before.saturating_sub(1)..before, "a comma belongs after this"),
        )?;
        self.entry(token, bytes)
    }

    /// Looks at a text or name for what may not stand between quotation marks.
    fn quoted(&mut self, bytes: &Range<usize>) -> Result<(), Fault> {
        for fault in marks::quoted(self.text, bytes)? {
            self.note(fault)?;
        }
        Ok(())
    }

    /// Looks at how a number is written; gives all of its bytes.
    fn number(&mut self, mut bytes: Range<usize>) -> Result<Range<usize>, Fault> {
        // The scanner takes 007 for three numbers.
        let all = marks::number_end(self.text, bytes.start);
        if all >= bytes.end
            && self.text[all..].starts_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        {
            return Err(marks::word(self.text, bytes.start));
        }
        while bytes.end < all {
            match self.next()? {
                Some((Token::Number(_), more)) => bytes.end = more.end,
                _ => break,
            }
        }
        if let Some(fault) = marks::number(self.text, &bytes)? {
            self.note(fault)?;
        }
        Ok(bytes)
    }

    fn spaces(&mut self, between: Range<usize>) -> Result<(), Fault> {
        if let Some(fault) = marks::odd_space(self.text, between) {
            self.note(fault)?;
        }
        Ok(())
    }

    fn cut_short(&self) -> Fault {
        let end = self.text.trim_end().len();
        let fault = Fault::new("bracket-not-closed", end..end, "The file ends in the middle");
        match self.open.last() {
            Some(open) => {
                let fault = fault.label("the end of the file");
                if let Some(astray) = &self.astray {
                    return fault
                        .help("close each list and record where it ends; one further up looks as if it were not")
                        .related(astray.clone(), "this may be what is not closed");
                }
                let opened = self.tree.value_range(open.node).start;
                let (what, bracket) = if open.record { ("the record", "}") } else { ("the list", "]") };
                fault
                    .help(format!("close {what} with {bracket}; if the end is lost, save or send the file again"))
                    .related(opened..opened + 1, "this is still open")
            }
            None => fault.help("save or send the file again").label("the end of the file"),
        }
    }

    fn scanned_thing(&self) -> &'static str {
        if self.open.last().is_some_and(|open| open.record) { "field" } else { "item" }
    }

    fn note(&mut self, fault: Fault) -> Result<(), Fault> {
        let at = self.pointer();
        self.note_at(fault, at)
    }

    fn note_at(&mut self, fault: Fault, at: Pointer) -> Result<(), Fault> {
        if self.found.len() == MAX_FAULTS {
            return Err(Fault::new(
                "not-json",
                fault.bytes,
                format!("This text has more than {MAX_FAULTS} faults, and reading stops here"),
            )
            .help("mend those above, or write the file anew with a program that writes JSON"));
        }
        self.found.push(fault.at(at));
        Ok(())
    }

    /// The innermost list or record.
    fn pointer(&self) -> Pointer {
        self.open.iter().fold(self.at.clone(), |pointer, open| match &open.step {
            Step::Whole => pointer,
            Step::Name(name) => pointer.field(name),
            Step::Item(index) => pointer.item(*index),
        })
    }
}

#[cfg(test)]
mod tests;
