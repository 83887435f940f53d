//! Rules about risks.

pub(super) mod score_not_likelihood_times_impact;
