//! Why each rule of workbooks matters.

use crate::diagnostic::ShapeRule;

/// The rules of workbooks, in the order a reader meets them.
pub static CELL_RULES: &[ShapeRule] = &[
    ShapeRule {
        name: "workbook-cannot-be-read",
        why: "A workbook that was cut short, is locked or has another form inside gives nothing that could be checked.",
    },
    ShapeRule {
        name: "workbook-too-large",
        why: "A small file can unpack to more than a computer holds. A return never needs that much.",
    },
    ShapeRule {
        name: "no-sheet-of-a-return",
        why: "Sheets are known by their names and headings. Without one of them, nothing in a workbook is a return.",
    },
    ShapeRule {
        name: "sheet-not-known",
        why: "A sheet of workings is welcome, but what stands only there is not in the return.",
    },
    ShapeRule {
        name: "sheet-renamed",
        why: "A sheet with another name is read if its headings say what it is. Its own name is surer.",
    },
    ShapeRule {
        name: "sheet-given-twice",
        why: "Names of files may differ in a capital or an ending only. Of two lists for one sheet nobody can tell which holds.",
    },
    ShapeRule {
        name: "sheet-missing",
        why: "A sheet that was taken out takes its figures with it, and nobody would see that they were there.",
    },
    ShapeRule {
        name: "headings-not-found",
        why: "The headings say what each column holds. Without them nobody can tell one figure from another.",
    },
    ShapeRule {
        name: "heading-not-known",
        why: "What stands under a heading that is not in the form would be passed over. Columns of your own start with x_.",
    },
    ShapeRule {
        name: "heading-given-twice",
        why: "Of two columns with the same heading nobody can tell which one is meant.",
    },
    ShapeRule {
        name: "cells-beyond-headings",
        why: "In a list only separators say which column a cell is of. A comma too many moves all cells after it.",
    },
    ShapeRule {
        name: "quotation-marks-unpaired",
        why: "Quotation marks say where a cell of a list ends. Where one is missing, what follows is taken for part of the cell.",
    },
    ShapeRule {
        name: "row-of-no-record",
        why: "Each row of such a sheet belongs to a record of another, and is lost without it.",
    },
    ShapeRule {
        name: "hidden-rows",
        why: "What is hidden is still part of the return, though whoever looks at the sheet does not see it.",
    },
    ShapeRule {
        name: "cells-merged",
        why: "Of cells that were made one only the first holds the value; the others are empty.",
    },
    ShapeRule { name: "cell-with-a-fault", why: "A formula that does not work gives no figure." },
    ShapeRule {
        name: "formula-not-worked-out",
        why: "Candour reads what a formula came to and never works one out itself.",
    },
    ShapeRule {
        name: "date-in-either-order",
        why: "Some write the day first and some the month. A date taken the wrong way is wrong by weeks.",
    },
    ShapeRule {
        name: "turned-into-a-date",
        why: "Spreadsheet programs take some words and figures for dates, and what was typed is gone.",
    },
    ShapeRule {
        name: "fraction-for-a-percentage",
        why: "78 per cent may be typed as 78 or as 0.78. Taken the wrong way it is wrong a hundredfold.",
    },
];
