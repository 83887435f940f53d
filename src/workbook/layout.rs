//! What the workbook of a return looks like: its sheets, their columns, and what each holds. Made from the published form,
//! so that nothing has to be written twice. Knows the form of a return, never a return.
//!
//! A list of records is a sheet with a row for each; its columns are the fields, with those of single records within
//! flattened into them (“Target: by”). A list within a list is a sheet of its own, whose first columns say to which record
//! a row belongs. A part of the return that there is once is a sheet with a row for each field.

mod form;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use form::{Field, Form};

/// All sheets that a workbook may have, in the order of the form.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// What it is for.
    pub(super) note: String,
    /// The field of the return that it belongs to.
    pub(super) area: String,
    pub(super) shape: Shape,
    pub(super) columns: Vec<Column>,
    /// The records whose fields it holds: what stands before their headings, and the way to them.
    pub(super) records: Vec<(String, Vec<String>)>,
}

/// How a sheet is laid out.
#[derive(Debug)]
pub(super) enum Shape {
    /// A row for each field.
    Fields,
    /// A row for each record of a list.
    List(List),
}

/// A list of records.
#[derive(Debug)]
pub(super) struct List {
    /// The sheet of the list it stands in.
    pub(super) parent: Option<usize>,
    /// The way to it from a record of that list, or from the whole return.
    pub(super) way: Vec<String>,
    /// The headings of the columns that say to which record a row belongs, outermost first.
    pub(super) keys: Vec<String>,
    /// Whether its records have no id and hold lists, so that they are numbered.
    pub(super) is_numbered: bool,
    /// Where a record may be written as one value: the field that this value stands for.
    pub(super) short: Option<String>,
}

/// A column of a list, or a row of fields.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// The way to the value, from the record of the row, or from the whole return.
    pub(super) path: Vec<String>,
    pub(super) heading: String,
    pub(super) note: String,
    pub(super) example: String,
    pub(super) kind: Kind,
    /// The words it may say; empty where it may say anything.
    pub(super) choices: Vec<String>,
    /// A record without it is not understood.
    pub(super) is_required: bool,
    /// Shown only where it is used.
    pub(super) is_rare: bool,
    /// What the value at [`Column::path`] may be beside a plain one.
    pub(super) beside: Beside,
}

/// What a value may be beside a plain one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing.
    Nothing,
    /// A record whose fields have columns of their own; this one of them is the plain value.
    Record { plain: Option<String>, may_be_absent: bool },
    /// The same words in Welsh, in a column of their own.
    Welsh,
    /// It is the Welsh column of another.
    OfEnglish,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// An id of an organisation, a place or a record; a period; or another text that a spreadsheet may take for a number.
    Code,
    /// One of some words.
    Choice,
    /// A date.
    Date,
    /// A whole number.
    Whole,
    /// A number with decimals.
    Decimal,
    /// Pounds.
    Money,
    /// A percentage, from 0 to 100.
    Percent,
    /// Yes or no.
    YesNo,
    /// Several words, with commas between them.
    Words,
    /// Several numbers, with semicolons between them.
    Numbers,
    /// Several texts, a line each.
    Lines,
    /// Something of the partnership's own.
    Own,
}

impl Layout {
    /// The path of what a row of this sheet is, with `[]` for each item of a list on the way; empty for the whole return.
    pub(super) fn path(&self, sheet: usize) -> String {
        let Shape::List(list) = &self.sheets[sheet].shape else { return String::new() };
        let above = list.parent.map(|parent| format!("{}.", self.path(parent))).unwrap_or_default();
        format!("{above}{}[]", list.way.join("."))
    }
}

impl Column {
    /// Whether it holds the id of one organisation or place: one word of small letters and hyphens.
    pub(super) fn is_organisation(&self) -> bool {
        let is_date = self.example.starts_with(|first: char| first.is_ascii_digit());
        self.kind == Kind::Code && self.example.contains('-') && !self.example.contains(' ') && !is_date
    }
}

impl Kind {
    pub(super) const fn is_number(self) -> bool {
        match self {
            Self::Whole | Self::Decimal | Self::Money | Self::Percent => true,
            Self::Text
            | Self::Code
            | Self::Choice
            | Self::Date
            | Self::YesNo
            | Self::Words
            | Self::Numbers
            | Self::Lines
            | Self::Own => false,
        }
    }
}

static LAYOUT: LazyLock<Layout> = LazyLock::new(|| Laying::default().whole());

/// The layout of a workbook, made once.
pub(super) fn layout() -> &'static Layout {
    &LAYOUT
}

/// The sheet of what belongs to the whole return.
pub(super) const RETURN: &str = "return";

/// A heading or the name of a sheet as it is compared: without the marks and spaces that people add.
pub(super) fn plain(heading: &str) -> String {
    let words: Vec<&str> = heading.split(|letter: char| letter.is_whitespace() || letter == '*').collect();
    let words: Vec<String> = words.iter().filter(|word| !word.is_empty()).map(|word| word.to_lowercase()).collect();
    words.join(" ").trim_end_matches(':').to_owned()
}

/// A list that is still to be laid out.
struct Waiting {
    parent: Option<usize>,
    way: Vec<String>,
    /// Its path from the top, as the form's order has it.
    path: String,
    field: Field,
    area: String,
}

/// Where fields are being laid out.
struct Spot {
    /// The sheet of the list they belong to.
    list: Option<usize>,
    /// The way from its record, or from the whole return.
    way: Vec<String>,
    /// What stands before their headings.
    prefix: String,
    /// Their path from the top.
    path: String,
    area: String,
    is_required: bool,
    is_rare: bool,
}

#[derive(Default)]
struct Laying {
    sheets: Vec<Sheet>,
}

impl Laying {
    fn whole(mut self) -> Layout {
        let top = form::whole();
        // What stands alone at the top is told with the head of the return.
        let mut waiting = Vec::new();
        let mut head = fields_sheet(RETURN, "Return", "Which quarter this return is of, and where it stands.");
        for field in &top {
            if !matches!(field.form, Form::Record(_) | Form::List(..)) {
                lay(&mut head, field, &Spot::top(RETURN), &mut waiting);
            }
        }
        let mut started = false;
        for field in &top {
            match &field.form {
                Form::Record(fields) => {
                    let is_head = field.name == RETURN;
                    let mut sheet = if is_head {
                        started = true;
                        std::mem::replace(&mut head, fields_sheet("", "", ""))
                    } else {
                        fields_sheet(&field.name, &field.title, &field.note)
                    };
                    let mut spot = Spot::top(&field.name);
                    spot.way.push(field.name.clone());
                    spot.path.clone_from(&field.name);
                    spot.is_required = field.is_required;
                    sheet.records.push((if is_head { "Return: " } else { "" }.to_owned(), spot.way.clone()));
                    for field in fields {
                        lay(&mut sheet, field, &spot, &mut waiting);
                    }
                    self.sheets.push(sheet);
                    self.lists(&mut waiting);
                }
                Form::List(..) => {
                    let waiting = &mut vec![Waiting {
                        parent: None,
                        way: vec![field.name.clone()],
                        path: field.name.clone(),
                        field: field.clone(),
                        area: field.name.clone(),
                    }];
                    self.lists(waiting);
                }
                Form::Plain(..) | Form::Texts | Form::Text | Form::Either { .. } => {}
            }
        }
        debug_assert!(started, "a return has a head");
        self.name_apart();
        Layout { sheets: self.sheets }
    }

    /// Lays out the lists that wait, and those that wait in them.
    fn lists(&mut self, waiting: &mut Vec<Waiting>) {
        for Waiting { parent, way, path, field, area } in std::mem::take(waiting) {
            let Form::List(item) = &field.form else { continue };
            let mut keys = Vec::new();
            if let Some(parent) = parent {
                let above = &self.sheets[parent];
                if let Shape::List(list) = &above.shape {
                    keys.clone_from(&list.keys);
                    keys.push(format!("{}: {}", above.name, if list.is_numbered { "number" } else { "ID" }));
                }
            }
            let number = self.sheets.len();
            let mut sheet = Sheet {
                name: name(&way, &path, &field),
                note: field.note.clone(),
                area: area.clone(),
                shape: Shape::Fields,
                columns: Vec::new(),
                records: vec![(String::new(), Vec::new())],
            };
            let spot = Spot {
                list: Some(number),
                way: Vec::new(),
                prefix: String::new(),
                path: format!("{path}[]"),
                area,
                is_required: true,
                is_rare: false,
            };
            let mut within = Vec::new();
            let (fields, short) = match item.as_ref() {
                Form::Record(fields) => (fields.clone(), None),
                Form::Either { record, plain, .. } => (record.clone(), plain.clone()),
                Form::Plain(..) | Form::Texts | Form::Text | Form::List(..) => (Vec::new(), None),
            };
            for field in &fields {
                lay(&mut sheet, field, &spot, &mut within);
            }
            if let Form::Either { may_be_absent, .. } = item.as_ref() {
                let main = sheet.columns.iter_mut().find(|column| column.path.last() == short.as_ref());
                if let Some(main) = main {
                    main.beside = Beside::Record { plain: None, may_be_absent: *may_be_absent };
                }
            }
            let has_id = fields.iter().any(|field| field.name == "id");
            let is_numbered = !has_id && !within.is_empty();
            sheet.shape = Shape::List(List { parent, way, keys, is_numbered, short });
            self.sheets.push(sheet);
            self.lists(&mut within);
        }
    }

    /// Gives sheets and headings that would be called the same their own names.
    fn name_apart(&mut self) {
        let mut seen = BTreeSet::new();
        for sheet in &mut self.sheets {
            debug_assert!(seen.insert(plain(&sheet.name)), "two sheets are called {}", sheet.name);
            let mut met: BTreeMap<String, usize> = BTreeMap::new();
            for column in &sheet.columns {
                *met.entry(plain(&column.heading)).or_default() += 1;
            }
            for column in &mut sheet.columns {
                let is_twin = met.get(&plain(&column.heading)).is_some_and(|count| *count > 1);
                if is_twin && column.path.last().is_some_and(|name| name.starts_with('$')) {
                    column.heading = column.path.join(".");
                }
            }
        }
    }
}

/// A sheet of fields without any.
fn fields_sheet(area: &str, name: &str, note: &str) -> Sheet {
    Sheet {
        name: name.to_owned(),
        note: note.to_owned(),
        area: area.to_owned(),
        shape: Shape::Fields,
        columns: Vec::new(),
        records: vec![(String::new(), Vec::new())],
    }
}

/// Lays out a field: columns of its own, those of the record it is, or a list that waits.
fn lay(sheet: &mut Sheet, field: &Field, spot: &Spot, waiting: &mut Vec<Waiting>) {
    let way = [spot.way.as_slice(), std::slice::from_ref(&field.name)].concat();
    let heading =
        format!("{}{}", spot.prefix, if spot.prefix.is_empty() { field.title.clone() } else { lower(&field.title) });
    let column = |kind, beside| Column {
        path: way.clone(),
        heading: heading.clone(),
        note: field.note.clone(),
        example: field.example.clone(),
        kind,
        choices: field.choices.clone(),
        is_required: spot.is_required && field.is_required,
        // An editor's own field is of no use in a workbook.
        is_rare: spot.is_rare || field.name.starts_with('$'),
        beside,
    };
    match &field.form {
        Form::Plain(kind) => sheet.columns.push(column(*kind, Beside::Nothing)),
        Form::Text | Form::Texts => {
            let kind = if matches!(field.form, Form::Text) { Kind::Text } else { Kind::Lines };
            sheet.columns.push(column(kind, Beside::Welsh));
            let mut welsh = column(kind, Beside::OfEnglish);
            welsh.heading = format!("{heading} (Welsh)");
            welsh.is_required = false;
            welsh.is_rare = true;
            sheet.columns.push(welsh);
        }
        Form::Either { kind, record, plain, may_be_absent } => {
            let beside = Beside::Record { plain: plain.clone(), may_be_absent: *may_be_absent };
            sheet.columns.push(column(*kind, beside));
            let below = spot.below(field, way, &heading, true);
            sheet.records.push((below.prefix.clone(), below.way.clone()));
            for field in record.iter().filter(|field| Some(&field.name) != plain.as_ref()) {
                lay(sheet, field, &below, waiting);
            }
        }
        Form::Record(fields) => {
            let below = spot.below(field, way, &heading, false);
            sheet.records.push((below.prefix.clone(), below.way.clone()));
            for field in fields {
                lay(sheet, field, &below, waiting);
            }
        }
        Form::List(_) => waiting.push(Waiting {
            parent: spot.list,
            way,
            path: spot.path_of(field),
            field: field.clone(),
            area: spot.area.clone(),
        }),
    }
}

/// A list is called by what it stands in and by its own title, as far as a sheet's name has room.
fn name(way: &[String], path: &str, field: &Field) -> String {
    let titles = form::titles(path);
    let own = field.title.clone();
    let around: &[String] = if way.len() > 1 || titles.len() > 1 { &titles[..titles.len() - 1] } else { &[] };
    // As many of the titles around it as there is room for, the nearest first.
    let mut names = (0..around.len()).map(|from| {
        let inner: Vec<String> = around[from..].iter().skip(1).map(|title| lower(title)).collect();
        let titles = [&[around[from].clone()], inner.as_slice(), &[lower(&own)]].concat();
        titles.join(" - ")
    });
    let near = names.find(|name| name.chars().count() <= LONGEST_NAME);
    near.unwrap_or(own).chars().take(LONGEST_NAME).collect()
}

/// The longest name of a sheet that spreadsheet programs take.
const LONGEST_NAME: usize = 31;

impl Spot {
    fn top(area: &str) -> Self {
        Self {
            list: None,
            way: Vec::new(),
            prefix: String::new(),
            path: String::new(),
            area: area.to_owned(),
            is_required: true,
            is_rare: false,
        }
    }

    fn below(&self, field: &Field, way: Vec<String>, heading: &str, is_rare: bool) -> Self {
        Self {
            list: self.list,
            way,
            prefix: format!("{heading}: "),
            path: self.path_of(field),
            area: self.area.clone(),
            is_required: self.is_required && field.is_required,
            is_rare: self.is_rare || is_rare,
        }
    }

    fn path_of(&self, field: &Field) -> String {
        if self.path.is_empty() { field.name.clone() } else { format!("{}.{}", self.path, field.name) }
    }
}

/// A title inside a heading; what is written in capitals stays.
pub(super) fn lower(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        (Some(_) | None, _) => title.to_owned(),
    }
}

#[cfg(test)]
mod tests;
