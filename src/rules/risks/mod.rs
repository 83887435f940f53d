//! Rules about risks.

pub(super) mod every_risk_is_treated;
pub(super) mod high_risk_nobody_decides;
pub(super) mod review_in_the_past;
pub(super) mod score_not_likelihood_times_impact;
