//! One integration binary, a module per promise.
