//! Which sheet of a workbook is which of the layout: by its name, else by its headings.

use std::cmp::Reverse;

use super::super::faults::Fault;
use super::super::grid::{Book, Grid};
use super::super::layout::{Layout, List, Shape, plain};
use super::super::{FINDINGS, LISTS, START};
use super::headings::likeness;
use crate::intake::Cell;
use crate::order;

/// So many headings make a sheet what it is, whatever its name.
const ENOUGH: usize = 4;

/// The sheets that are found, by the number of the layout's. What there is to say about the others is added.
pub(super) fn find(book: &Book, layout: &Layout, faults: &mut Vec<Fault>) -> Vec<Option<usize>> {
    let mut sheets: Vec<Option<usize>> = vec![None; layout.sheets.len()];
    let mut others = Vec::new();
    for (index, grid) in book.sheets.iter().enumerate() {
        let name = plain(&grid.name);
        match layout.sheets.iter().position(|sheet| plain(&sheet.name) == name) {
            Some(number) if sheets[number].is_none() => sheets[number] = Some(index),
            Some(_) => faults.push(twice(grid, index)),
            None => {
                let is_ours =
                    [START, LISTS].iter().any(|ours| plain(ours) == name) || name.starts_with(&plain(FINDINGS));
                if !is_ours && !grid.rows.is_empty() {
                    others.push(index);
                }
            }
        }
    }
    for index in others {
        let grid = &book.sheets[index];
        let free = layout.sheets.iter().enumerate().filter(|(number, _)| sheets[*number].is_none());
        let mut alike: Vec<(usize, usize)> =
            free.map(|(number, sheet)| (likeness(sheet, list(&sheet.shape), grid), number)).collect();
        order::by_key(&mut alike, |(count, number)| (Reverse(*count), *number));
        let cell = Some(Cell { sheet: u16::try_from(index).unwrap_or(u16::MAX), at: None });
        let best = match alike.as_slice() {
            [(count, number), rest @ ..] if *count >= ENOUGH && rest.first().is_none_or(|(next, _)| next < count) => {
                Some(*number)
            }
            _ => None,
        };
        let fault = if let Some(number) = best {
            sheets[number] = Some(index);
            let ours = &layout.sheets[number].name;
            Fault::new(
                "sheet-renamed",
                cell,
                format!("The sheet {} was read as {ours}, because its headings are those of {ours}", grid.name),
                format!("call it {ours} again"),
            )
        } else {
            Fault::new(
                "sheet-not-known",
                cell,
                format!("The sheet {} is not part of the form, and was not read", grid.name),
                "nothing has to be done if it holds workings of your own; a sheet of the return has the name that candour gave it",
            )
        };
        faults.push(fault.advice());
    }
    faults.extend(missing(book, layout, &sheets));
    sheets
}

/// Names of lists may differ in capitals only, or in their endings.
fn twice(grid: &Grid, index: usize) -> Fault {
    Fault::new(
        "sheet-given-twice",
        Some(Cell { sheet: u16::try_from(index).unwrap_or(u16::MAX), at: None }),
        format!("{} is there twice, and only the first was read", grid.name),
        "keep one of the two, with all of its rows",
    )
}

/// The sheets that were in the workbook when it was made, and are not there any more.
fn missing(book: &Book, layout: &Layout, sheets: &[Option<usize>]) -> Vec<Fault> {
    let start = book.sheets.iter().enumerate().find(|(_, grid)| plain(&grid.name) == plain(START));
    let Some((index, start)) = start else { return Vec::new() };
    let mut faults = Vec::new();
    for row in start.rows.keys() {
        let name = start.words(*row, 0).unwrap_or_default();
        let number = layout.sheets.iter().position(|sheet| sheet.name == name);
        if number.is_some_and(|number| sheets[number].is_none()) {
            let cell = Cell { sheet: u16::try_from(index).unwrap_or(u16::MAX), at: Some((*row, 0)) };
            let message = format!("The sheet {name}, which “{START}” names, is not in this workbook");
            let help = "put it back, or take its line out of the list if there is nothing to say";
            faults.push(Fault::new("sheet-missing", Some(cell), message, help).advice());
        }
    }
    faults
}

fn list(shape: &Shape) -> Option<&List> {
    match shape {
        Shape::List(list) => Some(list),
        Shape::Fields => None,
    }
}

pub(super) fn none_of_ours() -> Fault {
    Fault::new(
        "no-sheet-of-a-return",
        None,
        "No sheet of this workbook is one of a return".to_owned(),
        "start one with `candour new --out return.xlsx`, or check that it is the right file",
    )
}
