//! Rules about what is asked of whom.

pub(super) mod needed_before_it_is_asked;
