//! What to do in a return that was started, as plain data: the form that programs read (`candour-to-do/1`), published in
//! `schemas/to_do.schema.json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::form_name::{Form, FormName};

/// What to do in a return that was started from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "ToDoList")]
pub struct ToDoList {
    /// The name and version of this form.
    pub format: FormName<ToDoList>,
    /// The path of the new return, as it was given.
    pub path: String,
    /// The path of the return it was started from, as it was given.
    pub from: String,
    /// Its quarter, as `2026-27 Q3`.
    pub period: String,
    /// What to do, in the order of the new file.
    pub places: Vec<Place>,
    /// The titles of what was left out because it belongs to its quarter.
    pub left_out: Vec<String>,
}

impl Form for ToDoList {
    const NAME: &'static str = "candour-to-do/1";
}

/// A place of the new return that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Place {
    /// What is to be done.
    pub task: Task,
    /// The JSON Pointer of the field in the new return; of one that was left out, where it would stand.
    pub pointer: String,
    /// The titles of the field in the form, from the part of the return down.
    pub titles: Vec<String>,
    /// The record around it.
    pub record: Option<Record>,
    /// Its line, from 1; that of its record where the field was left out. Nothing in a workbook.
    pub line: Option<u32>,
    /// Its sheet, in a workbook; its file, in a folder of lists.
    pub sheet: Option<String>,
    /// Its cell, in a workbook, such as `E7`.
    pub cell: Option<String>,
}

/// A record of a return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// What is to be done at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// It is empty, and has to be filled.
    Fill,
    /// What the quarter brought has to be added to it.
    Add,
    /// It was carried forward, and may have moved on.
    Look,
}

impl ToDoList {
    /// As JSON.
    pub fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a list of what to do is plain data");
        text.push('\n');
        text
    }
}
