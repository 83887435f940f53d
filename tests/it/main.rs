//! One integration binary, a module per promise.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod instances;
mod properties;
mod schemas;
mod shapes;
mod support;
