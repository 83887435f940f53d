//! From the parts of a workbook to its cells. Formulas are never worked out, links never followed, macros never looked at.

use std::collections::BTreeMap;

use super::super::MAX_CELLS;
use super::super::grid::{Book, Cell, Grid, Merged, Shown, digits};
use super::super::package::{Package, Unreadable};
use super::super::xml::{Element, Next, Walk};
use super::escapes::unescaped;

/// What spreadsheets that count from 1904 call the day that others call 0.
const DAYS_TO_1904: f64 = 1_462.0;

/// Reads all sheets.
pub(in super::super) fn read(package: &mut Package<'_>) -> Result<Book, Unreadable> {
    let main = main_part(package)?;
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let parts = related(package, folder, &format!("{folder}/_rels/{name}.rels"))?;
    let part = |ending: &str| parts.values().find(|(kind, _)| kind.ends_with(ending)).map(|(_, target)| target.clone());
    let outline = Outline::read(&package.text(&main)?.ok_or(Unreadable::Odd)?)?;
    let texts = match part("/sharedStrings") {
        Some(name) => package.text(&name)?.map_or_else(|| Ok(Vec::new()), |text| shared(&text))?,
        None => Vec::new(),
    };
    let styles = match part("/styles") {
        Some(name) => package.text(&name)?.map_or_else(|| Ok(Vec::new()), |text| shown(&text))?,
        None => Vec::new(),
    };
    let mut reading = Reading { texts, styles, from_1904: outline.from_1904, room: MAX_CELLS };
    let mut book = Book::default();
    for (name, is_hidden, id) in outline.sheets {
        let Some((_, target)) = parts.get(&id) else { continue };
        // A sheet that holds a chart or a macro has no cells.
        let Some(text) = package.text(target)? else { continue };
        let mut grid = Grid { name, is_hidden, ..Grid::default() };
        reading.sheet(&text, &mut grid)?;
        book.sheets.push(grid);
    }
    Ok(book)
}

/// The part that names the sheets.
pub(super) fn main_part(package: &mut Package<'_>) -> Result<String, Unreadable> {
    let parts = related(package, "", "_rels/.rels")?;
    let main = parts.into_values().find(|(kind, _)| kind.ends_with("/officeDocument"));
    Ok(main.map_or_else(|| "xl/workbook.xml".to_owned(), |(_, target)| target))
}

/// The parts that a part refers to: kind and name, by id. What lies outside the file is left out.
pub(super) fn related(
    package: &mut Package<'_>,
    folder: &str,
    name: &str,
) -> Result<BTreeMap<String, (String, String)>, Unreadable> {
    let mut parts = BTreeMap::new();
    let Some(text) = package.text(name)? else { return Ok(parts) };
    let mut walk = Walk::new(&text);
    while let Some(next) = walk.next()? {
        let Next::Start(element) = next else { continue };
        let is_outside = element.get("TargetMode").is_some_and(|mode| mode == "External");
        let (Some(id), Some(kind), Some(target)) = (element.get("Id"), element.get("Type"), element.get("Target"))
        else {
            continue;
        };
        if !is_outside {
            parts.insert(id, (kind, absolute(folder, &target)));
        }
    }
    Ok(parts)
}

pub(super) fn absolute(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The sheets in their order, and how days are counted.
pub(super) struct Outline {
    from_1904: bool,
    /// Name, whether it is hidden, and the id of its part.
    pub(super) sheets: Vec<(String, bool, String)>,
}

impl Outline {
    pub(super) fn read(text: &str) -> Result<Self, Unreadable> {
        let mut outline = Self { from_1904: false, sheets: Vec::new() };
        let mut walk = Walk::new(text);
        while let Some(next) = walk.next()? {
            let Next::Start(element) = next else { continue };
            match element.name() {
                "workbookPr" => outline.from_1904 = element.is("date1904"),
                "sheet" => {
                    let is_hidden = element.get("state").is_some_and(|state| state != "visible");
                    if let (Some(name), Some(id)) = (element.get("name"), element.get("id")) {
                        outline.sheets.push((name, is_hidden, id));
                    }
                }
                _ => {}
            }
        }
        Ok(outline)
    }
}

/// The texts that cells refer to by number.
fn shared(text: &str) -> Result<Vec<String>, Unreadable> {
    let mut texts = Vec::new();
    let mut walk = Walk::new(text);
    let (mut words, mut is_text, mut is_spoken) = (String::new(), false, false);
    while let Some(next) = walk.next()? {
        match next {
            Next::Start(element) => match element.name() {
                "si" => words.clear(),
                "t" => is_text = true,
                "rPh" => is_spoken = true,
                _ => {}
            },
            Next::End(name) => match name.as_str() {
                "si" => texts.push(unescaped(&words)),
                "t" => is_text = false,
                "rPh" => is_spoken = false,
                _ => {}
            },
            // How words are to be pronounced is not part of them.
            Next::Text(more) if is_text && !is_spoken => words.push_str(&more),
            Next::Text(_) => {}
        }
    }
    Ok(texts)
}

/// How each style shows numbers.
fn shown(text: &str) -> Result<Vec<Shown>, Unreadable> {
    let mut formats: BTreeMap<u32, Shown> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut is_cell = false;
    let mut walk = Walk::new(text);
    while let Some(next) = walk.next()? {
        match next {
            Next::Start(element) => match element.name() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (element.number("numFmtId"), element.get("formatCode")) {
                        formats.insert(id, of_code(&code));
                    }
                }
                "cellXfs" => is_cell = true,
                "xf" if is_cell => {
                    let id = element.number("numFmtId").unwrap_or(0);
                    styles.push(formats.get(&id).copied().unwrap_or_else(|| of_number(id)));
                }
                _ => {}
            },
            Next::End(name) if name == "cellXfs" => is_cell = false,
            Next::End(_) | Next::Text(_) => {}
        }
    }
    Ok(styles)
}

/// The formats that every program knows by number.
const fn of_number(id: u32) -> Shown {
    match id {
        0 => Shown::General,
        9 | 10 => Shown::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Date,
        _ => Shown::Plain,
    }
}

/// What a format shows. Words in quotation marks, colours in brackets and letters behind a backslash say nothing.
pub(in super::super) fn of_code(code: &str) -> Shown {
    let mut bare = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => drop(letters.by_ref().find(|letter| *letter == ']')),
            ';' => break,
            letter => bare.extend(letter.to_lowercase()),
        }
    }
    if bare.contains("general") {
        // “General” with words beside it was chosen by somebody.
        return if code.eq_ignore_ascii_case("general") { Shown::General } else { Shown::Plain };
    }
    if bare.contains('%') {
        Shown::Percent
    } else if bare.contains(['d', 'y']) || bare.contains("mm") && !bare.contains('0') {
        Shown::Date
    } else {
        Shown::Plain
    }
}

struct Reading {
    texts: Vec<String>,
    styles: Vec<Shown>,
    from_1904: bool,
    /// How many cells may still come.
    room: usize,
}

/// A cell that is being read.
#[derive(Default)]
struct Open {
    row: u32,
    column: u32,
    kind: String,
    style: usize,
    has_formula: bool,
    value: Option<String>,
    words: String,
}

impl Reading {
    fn sheet(&mut self, text: &str, grid: &mut Grid) -> Result<(), Unreadable> {
        let mut walk = Walk::new(text);
        let (mut row, mut column) = (None::<u32>, None::<u32>);
        let mut open: Option<Open> = None;
        let (mut in_value, mut in_words, mut is_spoken) = (false, false, false);
        while let Some(next) = walk.next()? {
            match next {
                Next::Start(element) => match element.name() {
                    "row" => {
                        // Rows without a number follow one another.
                        let number = element.number("r").map_or(row.map_or(0, |row| row + 1), |r| r.saturating_sub(1));
                        row = Some(number);
                        column = None;
                        if element.is("hidden") {
                            grid.hidden_rows.push(number);
                        }
                    }
                    "c" => {
                        let next = column.map_or(0, |column| column + 1);
                        let (at_row, at_column) = element
                            .get("r")
                            .and_then(|address| of_address(&address))
                            .unwrap_or((row.unwrap_or(0), next));
                        column = Some(at_column);
                        open = Some(Open {
                            row: at_row,
                            column: at_column,
                            kind: element.get("t").unwrap_or_default(),
                            style: element.number("s").unwrap_or(0) as usize,
                            ..Open::default()
                        });
                    }
                    "f" => {
                        if let Some(open) = &mut open {
                            open.has_formula = true;
                        }
                    }
                    "v" => in_value = true,
                    "t" => in_words = true,
                    "rPh" => is_spoken = true,
                    "mergeCell" => grid.merged.extend(merged(&element)),
                    _ => {}
                },
                Next::Text(more) => {
                    let Some(open) = &mut open else { continue };
                    if in_value {
                        open.value.get_or_insert_default().push_str(&more);
                    } else if in_words && !is_spoken {
                        open.words.push_str(&more);
                    }
                }
                Next::End(name) => match name.as_str() {
                    "v" => in_value = false,
                    "t" => in_words = false,
                    "rPh" => is_spoken = false,
                    "c" => {
                        if let Some(open) = open.take()
                            && let Some(cell) = self.cell(&open)
                        {
                            self.room = self.room.checked_sub(1).ok_or(Unreadable::TooLarge)?;
                            grid.put(open.row, open.column, cell);
                        }
                    }
                    _ => {}
                },
            }
        }
        Ok(())
    }

    fn cell(&self, open: &Open) -> Option<Cell> {
        if open.kind == "inlineStr" {
            return Some(Cell::Text(unescaped(&open.words)));
        }
        let Some(value) = &open.value else {
            return open.has_formula.then_some(Cell::NotWorkedOut);
        };
        Some(match open.kind.as_str() {
            "s" => Cell::Text(self.texts.get(value.trim().parse::<usize>().ok()?)?.clone()),
            "str" => Cell::Text(unescaped(value)),
            "b" => Cell::Boolean(value.trim() == "1" || value.trim() == "true"),
            "e" => Cell::Fault(value.trim().to_owned()),
            // A day as ISO 8601 writes it.
            "d" => Cell::Text(value.split('T').next().unwrap_or_default().to_owned()),
            _ => {
                let shown = self.styles.get(open.style).copied().unwrap_or_default();
                let Some(number) = value.trim().parse::<f64>().ok().filter(|number| number.is_finite()) else {
                    return Some(Cell::Text(value.clone()));
                };
                let shift = if self.from_1904 && shown == Shown::Date { DAYS_TO_1904 } else { 0.0 };
                Cell::Number(digits(number + shift), shown)
            }
        })
    }
}

/// `E7` is row 6 and column 4.
pub(super) fn of_address(address: &str) -> Option<(u32, u32)> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = address[..letters].bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = address[letters..].parse().ok()?;
    // As far as spreadsheets go.
    let within = (1..=1_048_576).contains(&row) && (1..=16_384).contains(&column);
    within.then(|| (row - 1, column - 1))
}

fn merged(element: &Element<'_>) -> Option<Merged> {
    let range = element.get("ref")?;
    let (first, last) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (of_address(first)?, of_address(last)?);
    Some(Merged { rows: (top.min(bottom), top.max(bottom)), columns: (left.min(right), left.max(right)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_it_shows() {
        for (code, expected) in [
            ("General", Shown::General),
            ("General\"%\"", Shown::Plain),
            ("0%", Shown::Percent),
            ("0.00\\%", Shown::Plain),
            ("d mmm yyyy", Shown::Date),
            ("[$-809]dd/mm/yy;@", Shown::Date),
            ("\"days\" 0", Shown::Plain),
            ("#,##0", Shown::Plain),
            ("[Red]0.0%", Shown::Percent),
            ("@", Shown::Plain),
        ] {
            assert_eq!(of_code(code), expected, "{code}");
        }
    }

    #[test]
    fn an_address_is_a_row_and_a_column() {
        assert_eq!(of_address("E7"), Some((6, 4)));
        assert_eq!(of_address("AA1"), Some((0, 26)));
        for none in ["", "7", "E", "E0", "ZZZZZZZZZZ1", "A1048577", "é1"] {
            assert_eq!(of_address(none), None, "{none}");
        }
    }

    #[test]
    fn a_part_is_named_from_where_it_is_referred_to() {
        assert_eq!(absolute("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(absolute("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(absolute("xl", "/xl/styles.xml"), "xl/styles.xml");
    }
}
