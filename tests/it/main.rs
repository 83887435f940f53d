//! One integration binary, a module per promise.

mod shapes;
mod support;
