//! Rules about who was counted, what changed for them, and what is claimed.

pub(super) mod attribution_without_comparison;
pub(super) mod chosen_because_it_was_bad;
pub(super) mod fewer_than_thirty_matched;
pub(super) mod groups_not_the_matched;
pub(super) mod more_than_the_step_before;
pub(super) mod score_outside_its_scale;
