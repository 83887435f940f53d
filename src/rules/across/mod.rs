//! Rules about the return as a whole.

pub(super) mod explanation_answers_nothing;
