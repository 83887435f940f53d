//! Rules about the return as a whole.

pub(super) mod approach_not_used_has_records;
pub(super) mod explanation_answers_nothing;
pub(super) mod figures_without_a_story;
pub(super) mod main_approach_is_empty;
pub(super) mod no_approach_has_a_record;
pub(super) mod promised_action_not_reported;
pub(super) mod quarter_missing;
pub(super) mod section_not_complete;
pub(super) mod two_figures_for_one_period;

use crate::returns::{Approach, QuarterlyReturn};

/// Whether the return holds a record of this approach.
fn has_records(whole: &QuarterlyReturn, approach: Approach) -> bool {
    match approach {
        Approach::Results => !whole.results.is_empty(),
        Approach::SystemHealth => whole.system_health.as_ref().is_some_and(|system| {
            system.referrals.is_some()
                || system.relationship_survey.is_some()
                || !system.measures.is_empty()
                || !system.learning_cycles.is_empty()
                || !system.barriers.is_empty()
                || !system.trust_events.is_empty()
                || !system.disputes.is_empty()
                || !system.drawbacks_watch.is_empty()
                || !system.participation.is_empty()
        }),
        Approach::Outcomes => !whole.outcomes.is_empty(),
        Approach::Narratives => !whole.narratives.is_empty(),
        Approach::CommunityReporting => whole.community_reporting.as_ref().is_some_and(|community| {
            community.reach.is_some()
                || community.community_reporters.is_some()
                || community.reporters_statement.is_some()
                || !community.promises.is_empty()
                || !community.engagement.is_empty()
                || !community.you_said_we_did.is_empty()
        }),
    }
}

/// The approach as people call it.
fn name(approach: Approach) -> &'static str {
    match approach {
        Approach::Results => "Results",
        Approach::SystemHealth => "System health",
        Approach::Outcomes => "Outcomes",
        Approach::Narratives => "Narratives",
        Approach::CommunityReporting => "Community reporting",
    }
}
