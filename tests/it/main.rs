//! One integration binary, a module per promise.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod schemas;
mod shapes;
mod support;
