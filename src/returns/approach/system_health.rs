//! System health: whether the system of services works well, and what is learned about it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::results::{BetterDirection, Counts, Range};
use crate::returns::{
    Commentary, Count, Date, Figure, FigureStatus, Id, Justification, Line, Note, People, Percent, Period, Posts,
    Quantity, RecordId, Score, Stated, Statement, Title, choice::choice,
};

choice! {
    /// What a system-health measure is about.
    Dimension {
        Referrals = "referrals",
        Waiting = "waiting",
        HandOffs = "hand_offs",
        Experience = "experience",
        FailureDemand = "failure_demand",
        DataSharing = "data_sharing",
        CoLocation = "co_location",
        StaffAutonomy = "staff_autonomy",
        Workforce = "workforce",
        Trust = "trust",
        Momentum = "momentum",
        Participation = "participation",
        Learning = "learning",
        GovernanceLoad = "governance_load",
        Duplication = "duplication",
    }
    /// The four ingredients of collaboration, after NLGN.
    Ingredient {
        Leadership = "leadership",
        Culture = "culture",
        Infrastructure = "infrastructure",
        Communities = "communities",
    }
    /// The level a factor works at.
    FactorLevel {
        Individual = "individual",
        Organisational = "organisational",
        Structural = "structural",
    }
    /// What statistic a figure is.
    Statistic {
        Median = "median",
        Mean = "mean",
        NinetiethPercentile = "p90",
        Share = "share",
        Count = "count",
    }
    /// How often a series has a value.
    Frequency {
        Month = "month",
        Quarter = "quarter",
        Year = "year",
    }
    /// The standard statements of the relationship survey, 1 (strongly disagree) to 5 (strongly agree).
    SurveyItem {
        SharedPurpose = "shared_purpose",
        PartnersDoWhatTheySay = "partners_do_what_they_say",
        CanRaiseDifficultIssues = "can_raise_difficult_issues",
        EffortIsSharedFairly = "effort_is_shared_fairly",
        RiskIsShared = "risk_is_shared",
        SmallPartnersAreHeard = "small_partners_are_heard",
        MeetingsBuildRelationships = "meetings_build_relationships",
        DisputesAreSettled = "disputes_are_settled",
    }
    /// How the overall score of a survey comes about.
    OverallBasis {
        MeanOfItems = "mean_of_items",
        OwnQuestion = "own_question",
    }
    /// A sector, or one of the groups of sectors a survey reports.
    SurveySector {
        LocalGovernment = "local_government",
        Nhs = "nhs",
        LocalGovernmentDistrict = "local_government_district",
        LocalGovernmentUpperTier = "local_government_upper_tier",
        LocalGovernmentUnitary = "local_government_unitary",
        CombinedAuthority = "combined_authority",
        ParishOrTownCouncil = "parish_or_town_council",
        NhsCommissioner = "nhs_commissioner",
        NhsProvider = "nhs_provider",
        Police = "police",
        Fire = "fire",
        Probation = "probation",
        DwpJobcentre = "dwp_jobcentre",
        CentralGovernment = "central_government",
        Education = "education",
        HousingAssociation = "housing_association",
        VoluntaryCommunity = "voluntary_community",
        CommunityGroup = "community_group",
        SocialEnterprise = "social_enterprise",
        Business = "business",
        Faith = "faith",
        University = "university",
        Other = "other",
    }
    /// What happens after something was tried.
    LearningNext {
        Adopt = "adopt",
        Adapt = "adapt",
        Continue = "continue",
        Stop = "stop",
    }
    /// What kind of barrier it is, after INLOGOV.
    BarrierKind {
        ConflictingObjectives = "conflicting_objectives",
        PoolingLimits = "pooling_limits",
        MonitoringRegime = "monitoring_regime",
        LimitedPowers = "limited_powers",
        DistortedPriorities = "distorted_priorities",
        InformationSharing = "information_sharing",
        FundingRules = "funding_rules",
        Procurement = "procurement",
        Other = "other",
    }
    /// Where a barrier stands.
    BarrierStatus {
        Open = "open",
        BeingLifted = "being_lifted",
        Lifted = "lifted",
        Accepted = "accepted",
    }
    /// Whether trust was built or broken.
    TrustDirection {
        Built = "built",
        Broken = "broken",
    }
    /// Downsides of collaboration, after INLOGOV.
    Drawback {
        MissionDrift = "mission_drift",
        LossOfAutonomy = "loss_of_autonomy",
        LossOfPublicAccountability = "loss_of_public_accountability",
        CoOption = "co_option",
        FinancialInstability = "financial_instability",
        HarderToEvaluate = "harder_to_evaluate",
        TimeAndResourceCost = "time_and_resource_cost",
        StaffMorale = "staff_morale",
        RoleConfusion = "role_confusion",
    }
    /// Whether a downside was seen. Looked for and not seen differs from not looked for.
    Seen {
        No = "no",
        Some = "some",
        Yes = "yes",
        NotLookedFor = "not_looked_for",
    }
}

impl Dimension {
    /// The ingredient that it belongs to.
    pub const fn ingredient(self) -> Ingredient {
        match self {
            Self::Momentum | Self::GovernanceLoad => Ingredient::Leadership,
            Self::Trust | Self::StaffAutonomy | Self::Learning | Self::Experience => Ingredient::Culture,
            Self::Referrals
            | Self::Waiting
            | Self::HandOffs
            | Self::DataSharing
            | Self::CoLocation
            | Self::Workforce
            | Self::FailureDemand
            | Self::Duplication => Ingredient::Infrastructure,
            Self::Participation => Ingredient::Communities,
        }
    }
}

/// How well the system of services works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SystemHealth {
    /// Referrals of the quarter.
    pub referrals: Option<Referrals>,
    /// Measures of the system.
    #[serde(default)]
    pub measures: Vec<SystemMeasure>,
    /// What partners say of working together.
    pub relationship_survey: Option<RelationshipSurvey>,
    /// What was tried, learned and decided.
    #[serde(default)]
    pub learning_cycles: Vec<LearningCycle>,
    /// What stands in the way, and who can lift it.
    #[serde(default)]
    pub barriers: Vec<Barrier>,
    /// What built or broke trust.
    #[serde(default)]
    pub trust_events: Vec<TrustEvent>,
    /// Disagreements and how they were settled.
    #[serde(default)]
    pub disputes: Vec<Dispute>,
    /// Downsides that were looked for.
    #[serde(default)]
    pub drawbacks_watch: Vec<DrawbackWatch>,
    /// Who took part.
    #[serde(default)]
    pub participation: Vec<Participation>,
}

/// Referrals of the quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Referrals {
    /// How many came in.
    pub received: Option<People>,
    /// How many were accepted.
    pub accepted: Option<People>,
    /// How many were declined.
    pub declined: Option<People>,
    /// How many wait for an answer.
    pub pending: Option<People>,
    /// How many were withdrawn.
    pub withdrawn: Option<People>,
    /// Where they came from.
    #[serde(default)]
    pub by_source: Vec<ReferralSource>,
    /// The most frequent reason for declining.
    pub top_reason_declined: Option<Note>,
}

/// Referrals from one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReferralSource {
    /// Where the referrals came from.
    pub source: Line,
    /// How many came from there.
    pub value: People,
}

/// A measure of the system.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SystemMeasure {
    /// Its id, such as `S1`; the same in every return.
    pub id: RecordId,
    /// What it is about.
    pub dimension: Option<Dimension>,
    /// Which ingredient it belongs to; follows from the dimension where left out.
    pub ingredient: Option<Ingredient>,
    /// The level it works at.
    pub factor_level: Option<FactorLevel>,
    /// What is measured, in a line.
    pub title: Title,
    /// The unit: days, percent, hand-offs.
    pub unit: Option<Line>,
    /// What the counts are of. Left out, it follows from unit and dimension.
    pub counts: Option<Counts>,
    /// What statistic the figure is.
    pub statistic: Option<Statistic>,
    /// Which way is better.
    pub direction: Option<BetterDirection>,
    /// For `in_range`: the range.
    pub range: Option<Range>,
    /// The figure of the quarter, in the unit of the measure.
    pub value: Option<Quantity>,
    /// The part that is counted.
    pub numerator: Option<People>,
    /// The whole it is counted from.
    pub denominator: Option<People>,
    /// How many people or cases a mean or median is of.
    pub n: Option<People>,
    /// How final the figure is, or why there is none.
    pub status: Option<FigureStatus>,
    /// Why there is no figure.
    pub reason: Option<Note>,
    /// Posts agreed, full-time equivalent.
    pub establishment_fte: Option<Posts>,
    /// Posts filled, full-time equivalent.
    pub in_post_fte: Option<Posts>,
    /// Posts agreed beyond the establishment, full-time equivalent.
    pub over_establishment_fte: Option<Posts>,
    /// The figure of the quarter before.
    pub previous: Option<Figure>,
    /// The figure at the start.
    pub baseline: Option<Figure>,
    /// Earlier figures at even steps.
    pub series: Option<Series>,
    /// Changes that may have moved the series.
    #[serde(default)]
    pub changes_marked: Vec<MarkedChange>,
    /// The measure it should be read with, by id.
    pub paired_with: Option<RecordId>,
    /// What a reader should know.
    pub note: Option<Note>,
    /// Where the figures come from.
    pub source: Option<Note>,
    /// Which reasons for collaborating this measure tests.
    #[serde(default)]
    pub tests: Vec<Justification>,
}

/// Figures at even steps of time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Series {
    /// How often there is a figure.
    pub frequency: Frequency,
    /// The first period, in the form of the frequency (`2025-04`).
    pub from: Period,
    /// The last period, in the same form.
    pub to: Period,
    /// The figures, one for each period.
    pub values: Vec<Figure>,
}

/// A change that may have moved a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MarkedChange {
    /// When, in the form of the series' frequency.
    pub at: Period,
    /// What changed.
    pub what: Line,
}

/// What partners say of working together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RelationshipSurvey {
    /// The survey's name and scale.
    pub instrument: Option<Line>,
    /// The scale, where it is not 1 to 5.
    pub scale: Option<SurveyScale>,
    /// When people were asked.
    pub fieldwork: Option<Fieldwork>,
    /// How many were asked.
    pub sent: Option<People>,
    /// How many replied.
    pub returned: Option<People>,
    /// Replies as a share of those asked, in percent; worked out where left out.
    pub response_rate: Option<Percent>,
    /// The mean score of each statement.
    #[serde(default)]
    pub scores: Vec<SurveyScore>,
    /// The overall score; the mean of the statements where left out.
    pub overall: Option<Stated<Score>>,
    /// How the overall score comes about.
    pub overall_basis: Option<OverallBasis>,
    /// The overall score of the survey before.
    pub previous_overall: Option<Stated<Score>>,
    /// How staff feel about their work.
    pub staff_morale: Option<Stated<Score>>,
    /// How clear people are about their roles.
    pub role_clarity: Option<Stated<Score>>,
    /// Replies by sector.
    #[serde(default)]
    pub returned_by_sector: Vec<SectorReplies>,
    /// What a reader should know.
    pub note: Option<Note>,
}

/// The scale of a survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SurveyScale {
    /// The lowest score.
    pub min: Score,
    /// The highest score.
    pub max: Score,
}

/// When people were asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Fieldwork {
    /// The first day of the survey.
    pub from: Date,
    /// The last day of the survey.
    pub to: Date,
}

/// The mean score of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SurveyScore {
    /// Which statement it is.
    pub item: SurveyItem,
    /// Its mean score.
    pub mean: Stated<Score>,
    /// How many answered it.
    pub n: Option<People>,
    /// Its mean score in the survey before.
    pub previous: Option<Stated<Score>>,
}

/// Replies of a sector.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SectorReplies {
    /// The sector, or a group of sectors.
    pub sector: SurveySector,
    /// How many replied.
    pub value: People,
}

/// Something tried, and what was learned from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LearningCycle {
    /// Its id, such as `L1`.
    pub id: RecordId,
    /// What you wanted to know.
    pub question: Note,
    /// What was tried.
    pub tried: Option<Note>,
    /// What was learned.
    pub learned: Option<Note>,
    /// What happens next.
    pub next: Option<LearningNext>,
    /// What was decided.
    pub decision: Option<Note>,
    /// Who decided, by id.
    pub decided_by: Option<Id>,
    /// The records behind it, by id.
    #[serde(default)]
    pub evidence: Vec<RecordId>,
    /// Which ingredient it belongs to.
    pub ingredient: Option<Ingredient>,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Barrier {
    /// Its id, such as `B1`.
    pub id: RecordId,
    /// What kind of barrier it is.
    pub kind: Option<BarrierKind>,
    /// What it is.
    pub description: Statement,
    /// The rule or law behind it.
    pub rule_or_law: Option<Note>,
    /// Who can lift it: an id, `central_government`, or words.
    pub needs: Option<Line>,
    /// The day it was raised.
    pub raised_on: Option<Date>,
    /// Where it stands.
    pub status: Option<BarrierStatus>,
    /// Who lifted it, by id or in words.
    pub lifted_by: Option<Line>,
    /// The day it was lifted.
    pub lifted_on: Option<Date>,
}

/// What built or broke trust.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TrustEvent {
    /// The day it happened.
    pub on: Option<Date>,
    /// Whether it built trust or broke it.
    pub direction: TrustDirection,
    /// Between whom, by id.
    #[serde(default)]
    pub between: Vec<Id>,
    /// What happened.
    pub what: Note,
    /// The day it was repaired.
    pub repaired_on: Option<Date>,
}

/// A disagreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Dispute {
    /// The day it opened.
    pub opened_on: Option<Date>,
    /// The day it was settled.
    pub settled_on: Option<Date>,
    /// Days between; worked out where left out.
    pub days: Option<Count>,
    /// How it was settled.
    pub how: Option<Note>,
    /// The narrative that tells of it, by id.
    pub narrative: Option<RecordId>,
    /// Between whom, by id.
    #[serde(default)]
    pub between: Vec<Id>,
}

/// A downside that was looked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DrawbackWatch {
    /// Which downside was looked for.
    pub kind: Drawback,
    /// Whether it was seen.
    pub seen: Seen,
    /// What shows that it was seen, or was not.
    pub evidence: Option<Note>,
}

/// How a partner took part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Participation {
    /// The partner's id.
    pub partner: Id,
    /// Meetings it came to.
    pub meetings_attended: Option<Count>,
    /// How many meetings were held.
    pub meetings_held: Option<Count>,
    /// How many of its actions it did.
    pub actions_done: Option<Count>,
    /// Actions it was given.
    pub actions_given: Option<Count>,
    /// What a reader should know.
    pub note: Option<Commentary>,
}
