//! Rules about stories: consent, evidence, and what did not work.

pub(super) mod evidence_points_to_nothing;
pub(super) mod nothing_that_did_not_work;
pub(super) mod used_beyond_its_consent;
pub(super) mod withdrawn_story_still_told;
