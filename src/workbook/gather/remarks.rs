//! What is said of cells while they are read: what is not certain about one, and what a reader of the sheet does not see.

use std::collections::BTreeSet;

use super::super::faults::Fault;
use super::super::grid::Grid;
use super::super::layout::Column;
use super::super::values::Doubt;
use super::Gathering;
use super::headings::Target;
use crate::intake::{Cell, letters};

impl Gathering<'_> {
    /// Says what is not certain about a cell, and gives the number of the fault.
    pub(super) fn doubt(&mut self, doubt: Doubt, column: &Column, cell: Cell) -> usize {
        let heading = &column.heading;
        let new = |rule, message: String, help: &str| Fault::new(rule, Some(cell), message, help);
        let fault = match doubt {
            Doubt::Fault(fault) => new(
                "cell-with-a-fault",
                format!("“{heading}” holds {fault}: the formula in this cell does not work"),
                "mend the formula, or write the figure itself",
            ),
            Doubt::NotWorkedOut => new(
                "formula-not-worked-out",
                format!("“{heading}” holds a formula that was never worked out"),
                "open the workbook in a spreadsheet program and save it again, or write the figure itself",
            ),
            Doubt::EitherDay(typed, one, other) => Fault::new(
                "date-in-either-order",
                Some(cell),
                format!("“{typed}” may be {one} or {other}"),
                format!("write the day as {one} or {other}, year first"),
            ),
            Doubt::TurnedIntoDate(day) => new(
                "turned-into-a-date",
                format!("“{heading}” holds the date {day}, and no date belongs here"),
                "set the cell to the format Text and type again what was meant",
            ),
            Doubt::Fraction(number) => Fault::new(
                "fraction-for-a-percentage",
                Some(cell),
                format!("“{heading}” says {number}, which is less than one per cent"),
                "if a share such as 78 per cent is meant, write 78 and not 0.78; if it is right, write it with its sign, as 0.5%",
            )
            .warning(),
        };
        self.faults.push(fault);
        self.faults.len() - 1
    }

    pub(super) fn hidden(&mut self, grid: &Grid, sheet: u16, read: impl Iterator<Item = u32>) {
        let rows: Vec<u32> = read.filter(|row| grid.hidden_rows.binary_search(row).is_ok()).collect();
        if grid.is_hidden {
            let message = format!("The sheet {} is hidden, and is part of the return", grid.name);
            let cell = Some(Cell { sheet, at: None });
            self.faults.push(Fault::new("hidden-rows", cell, message, "show it, so that everybody sees it").advice());
        } else if let Some(first) = rows.first() {
            let named: Vec<String> = rows.iter().take(8).map(|row| (row + 1).to_string()).collect();
            let more = if rows.len() > named.len() { " and more" } else { "" };
            let message = match rows.len() {
                1 => format!("Row {} of {} is hidden, and is part of the return", named[0], grid.name),
                _ => format!("Rows {}{more} of {} are hidden, and are part of the return", named.join(", "), grid.name),
            };
            let cell = Some(Cell { sheet, at: Some((*first, 0)) });
            let help = "show them, so that everybody sees them, or take out what is not meant";
            self.faults.push(Fault::new("hidden-rows", cell, message, help).advice());
        }
    }

    /// Speaks of cells that were made one over several rows, once for each.
    pub(super) fn merged(
        &mut self,
        grid: &Grid,
        sheet: u16,
        row: u32,
        column: u32,
        target: &Target,
        told: &mut BTreeSet<(u32, u32)>,
    ) {
        let Some(merged) = grid.merged_at(row, column) else { return };
        let (first, last) = merged.rows;
        // What a row belongs to may stand once for all of its rows.
        let is_key = matches!(target, Target::Key(_));
        if first == last || is_key || !told.insert((first, merged.columns.0)) {
            return;
        }
        let name = letters(merged.columns.0);
        let message = format!(
            "Rows {} to {} of column {name} are one cell, and only the first of them has its value",
            first + 1,
            last + 1
        );
        let cell = Some(Cell { sheet, at: Some((first, merged.columns.0)) });
        let help = "take the cells apart, and fill each row";
        self.faults.push(Fault::new("cells-merged", cell, message, help).warning());
    }
}
