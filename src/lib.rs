//! Candour lets public-service partnerships give an honest account of themselves: it reads a partnership's quarterly
//! return, checks it, and builds reports from it as HTML and PDF.

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostic;
pub mod diff;
pub mod disclosure;
mod form_name;
pub mod intake;
pub mod next;
mod order;
mod packed;
mod prose;
pub mod render;
pub mod report;
pub mod returns;
pub mod rules;
pub mod schema;
pub mod source;
pub mod upgrade;
pub mod verify;
pub mod waivers;
#[cfg(feature = "workbook")]
pub mod workbook;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
