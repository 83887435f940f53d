//! Narratives: what worked, what did not, and why.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::system_health::Ingredient;
use crate::returns::{ConfidenceGrade, Count, Date, Id, Line, Note, RecordId, Score, StoryText, Title, choice::choice};

choice! {
    /// What kind of narrative it is.
    NarrativeKind {
        MostSignificantChange = "most_significant_change",
        WhatWorked = "what_worked",
        WhatHasNotWorked = "what_has_not_worked",
        Unexpected = "unexpected",
        PartnershipDynamics = "partnership_dynamics",
        CaseStudy = "case_study",
        ContextChange = "context_change",
    }
    /// Whose voice is heard.
    Voice {
        PersonUsingServices = "person_using_services",
        FamilyOrCarer = "family_or_carer",
        Resident = "resident",
        CommunityReporter = "community_reporter",
        Volunteer = "volunteer",
        FrontlineWorker = "frontline_worker",
        Manager = "manager",
        ElectedMember = "elected_member",
        Business = "business",
        Evaluator = "evaluator",
    }
    /// In whose words it is told.
    ToldIn {
        OwnWords = "own_words",
        InterviewWriteUp = "interview_write_up",
        ThirdPerson = "third_person",
    }
    /// What a narrative is about.
    NarrativeTheme {
        Leadership = "leadership",
        Selflessness = "selflessness",
        Trust = "trust",
        Momentum = "momentum",
        Risk = "risk",
        Culture = "culture",
        CoLocation = "co_location",
        StaffAutonomy = "staff_autonomy",
        DataSharing = "data_sharing",
        Workforce = "workforce",
        FundingRules = "funding_rules",
        CommunityPower = "community_power",
        Access = "access",
        Prevention = "prevention",
        Inequality = "inequality",
        Demand = "demand",
        Other = "other",
    }
    /// A report that a narrative may stand in.
    ReportUse {
        FunderReport = "funder_report",
        MembersBriefing = "members_briefing",
        PublicReport = "public_report",
    }
    /// What the evidence did to a claim.
    ContributionVerdict {
        Strengthened = "strengthened",
        Unchanged = "unchanged",
        Weakened = "weakened",
    }
}

/// What happened and why. A withdrawn story keeps its id, kind and consent, and nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Narrative {
    /// Its id, such as `N1`.
    pub id: RecordId,
    /// What kind of narrative it is.
    pub kind: Option<NarrativeKind>,
    /// What it is called.
    pub title: Option<Title>,
    /// The domain of change it was chosen for.
    pub domain: Option<Line>,
    /// What happened.
    pub what_happened: Option<StoryText>,
    /// Why it happened.
    pub why: Option<StoryText>,
    /// What did not work; may be “Nothing yet, because …”.
    pub what_did_not_work: Option<StoryText>,
    /// What was learned.
    pub lesson: Option<StoryText>,
    /// What was decided as a result.
    pub changed_decision: Option<StoryText>,
    /// Why nothing was decided.
    pub no_change_reason: Option<StoryText>,
    /// Whose voices are heard. They are counted as people in a public role.
    #[serde(default)]
    pub voices: Vec<VoiceCount>,
    /// In whose words it is told.
    pub told_in: Option<ToldIn>,
    /// Who wrote it down: a role.
    pub author_role: Option<Line>,
    /// Who chose this story to be told.
    pub selected_by: Option<Note>,
    /// From how many stories it was chosen.
    pub selected_from: Option<Count>,
    /// Why it was chosen.
    pub selected_because: Option<Note>,
    /// The records behind it, by id.
    #[serde(default)]
    pub evidence: Vec<RecordId>,
    /// What it is about.
    #[serde(default)]
    pub themes: Vec<NarrativeTheme>,
    /// Which ingredient it belongs to.
    pub ingredient: Option<Ingredient>,
    /// How it was coded.
    pub coding: Option<Coding>,
    /// How sure its authors are.
    pub confidence: Option<ConfidenceGrade>,
    /// What else could explain it.
    #[serde(default)]
    pub rival_explanations: Vec<Note>,
    /// A contribution analysis.
    pub contribution: Option<ContributionAnalysis>,
    /// A storyteller's own words.
    pub quote: Option<Quote>,
    /// What the people in it agreed to.
    pub consent: Option<Consent>,
    /// Whether nobody can be recognised.
    pub anonymised: Option<bool>,
    /// Whether it is about one person or family.
    pub about_one_person: Option<bool>,
    /// Whether the storyteller read it first.
    pub checked_by_storyteller: Option<bool>,
    /// The reports it may stand in.
    #[serde(default)]
    pub use_in: Vec<ReportUse>,
    /// Who checked it for safeguarding, and when.
    pub safeguarding_checked: Option<SafeguardingCheck>,
    /// The places it speaks of, by id.
    #[serde(default)]
    pub places: Vec<Id>,
}

impl Narrative {
    /// Whether the people in it took their consent back. Only its id, kind and consent may then be kept.
    pub fn is_withdrawn(&self) -> bool {
        self.consent.as_ref().is_some_and(|consent| consent.withdrawn_on.is_some())
    }
}

/// How many voices of a kind are heard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct VoiceCount {
    /// Whose voice.
    pub who: Voice,
    /// How many of them were heard.
    pub count: Option<Count>,
}

/// How a narrative was coded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Coding {
    /// The coding scheme that was used.
    pub scheme: Option<Line>,
    /// How many coded it.
    pub coders: Option<Count>,
    /// How far they agreed.
    pub agreement: Option<Score>,
}

/// A contribution analysis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ContributionAnalysis {
    /// What the work is claimed to have contributed.
    pub claim: Option<Note>,
    /// What has to be true for that.
    #[serde(default)]
    pub assumptions: Vec<Note>,
    /// What else could explain it.
    #[serde(default)]
    pub rival_explanations: Vec<Note>,
    /// What speaks for it.
    #[serde(default)]
    pub evidence_for: Vec<Note>,
    /// What speaks against it.
    #[serde(default)]
    pub evidence_against: Vec<Note>,
    /// What the evidence did to the claim.
    pub verdict: Option<ContributionVerdict>,
}

/// Somebody's own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Quote {
    /// The words as they were said.
    pub text: Note,
    /// Whose they are: a role, not a name.
    pub by_role: Option<Line>,
    /// What that person agreed to.
    pub consent: Option<Consent>,
}

/// What people agreed to, for which reports, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Consent {
    /// Whether they agreed.
    pub given: bool,
    /// How they agreed, such as a signed form.
    pub form: Option<Line>,
    /// The reports they agreed to.
    #[serde(default)]
    pub covers: Vec<ReportUse>,
    /// The day they agreed.
    pub date: Option<Date>,
    /// Whether they can withdraw.
    pub can_withdraw: Option<bool>,
    /// The day they withdrew.
    pub withdrawn_on: Option<Date>,
    /// Whether a named person agreed in so many words to a story about themselves.
    pub named_person_agreed: Option<bool>,
}

/// Who checked a narrative for safeguarding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SafeguardingCheck {
    /// The role that checked it, not a name.
    pub role: Line,
    /// The day it was checked.
    pub on: Option<Date>,
}
