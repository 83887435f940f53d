//! Rules about what is asked of whom.

pub(super) mod consequence_not_said;
pub(super) mod needed_before_it_is_asked;
pub(super) mod red_and_nothing_asked;
pub(super) mod too_many_asked_of_one;
