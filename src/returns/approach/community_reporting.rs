//! Community reporting: whether promises were kept, in the community's own judgement.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::returns::{
    Commentary, Count, Date, HourlyRate, Id, Line, Note, Percent, Pounds, RecordId, Stated, Statement, choice::choice,
};

choice! {
    /// To whom a promise is made.
    PromiseKind {
        ToCommunity = "to_community",
        BetweenPartners = "between_partners",
        ByCommunity = "by_community",
    }
    /// What the partner says of its promise.
    PartnerStatus {
        NotStarted = "not_started",
        OnTrack = "on_track",
        AtRisk = "at_risk",
        Delivered = "delivered",
        PartlyDelivered = "partly_delivered",
        NotDelivered = "not_delivered",
        Withdrawn = "withdrawn",
    }
    /// What the people say to whom it was made.
    CommunityVerdict {
        Kept = "kept",
        PartlyKept = "partly_kept",
        NotKept = "not_kept",
        NotYetJudged = "not_yet_judged",
        CouldNotAgree = "could_not_agree",
    }
    /// How a verdict was reached.
    JudgedHow {
        Vote = "vote",
        Survey = "survey",
        Meeting = "meeting",
        Consensus = "consensus",
        CommunityReporters = "community_reporters",
    }
    /// How far people took part: the IAP2 spectrum.
    EngagementLevel {
        Inform = "inform",
        Consult = "consult",
        Involve = "involve",
        Collaborate = "collaborate",
        Empower = "empower",
    }
    /// What came of what people said.
    YouSaidOutcome {
        Done = "done",
        PartlyDone = "partly_done",
        Planned = "planned",
        NotDone = "not_done",
    }
    /// Whether taking part changed decisions.
    EffectLevel {
        None = "none",
        Some = "some",
        Clear = "clear",
    }
    /// Who has the last word on reporters' texts.
    EditorialControl {
        Reporters = "reporters",
        Shared = "shared",
        Officers = "officers",
    }
}

/// Promises and what became of them, and how people took part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommunityReporting {
    /// Promises, each one thing that can be seen to be done.
    #[serde(default)]
    pub promises: Vec<Promise>,
    /// What people could take part in.
    #[serde(default)]
    pub engagement: Vec<Engagement>,
    /// Who was heard, beside who lives there.
    pub reach: Option<Reach>,
    /// What people said and what came of it.
    #[serde(default)]
    pub you_said_we_did: Vec<YouSaidWeDid>,
    /// The people who report from the community, and what they get for it.
    pub community_reporters: Option<CommunityReporters>,
    /// The reporters' own words; printed unedited.
    pub reporters_statement: Option<ReportersStatement>,
    /// Whether taking part changed decisions.
    pub effect_on_decisions: Option<EffectOnDecisions>,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Promise {
    /// Its id, such as `P1`; the same in every return.
    pub id: RecordId,
    /// The promise, in the words it was made in.
    pub promise: Statement,
    /// To whom it is made; follows from `made_by` and `made_to` where left out.
    pub kind: Option<PromiseKind>,
    /// The ids of those who made it, or `community`.
    #[serde(default)]
    pub made_by: Vec<Id>,
    /// To whom, in words or by id.
    pub made_to: Option<Line>,
    /// The day it was made.
    pub made_on: Option<Date>,
    /// Where it was made.
    pub made_where: Option<Line>,
    /// The day it is due.
    pub due: Option<Date>,
    /// What the partner says.
    pub partner_status: Option<PartnerStatus>,
    /// What the people say to whom it was made.
    pub community_verdict: Option<CommunityVerdict>,
    /// Who judged it, and how.
    pub judged_by: Option<JudgedBy>,
    /// Why it stands as it does.
    pub explanation: Option<Commentary>,
    /// The new day it is due.
    pub revised_due: Option<Date>,
    /// The records behind it, by id.
    #[serde(default)]
    pub evidence: Vec<RecordId>,
    /// The places it is for, by id.
    #[serde(default)]
    pub places: Vec<Id>,
}

/// Who judged a promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct JudgedBy {
    /// Who judged it: a group or a meeting, never named people.
    pub who: Line,
    /// How many, acting in public.
    pub people: Option<Count>,
    /// How they came to their verdict.
    pub how: Option<JudgedHow>,
    /// The day they judged it.
    pub on: Option<Date>,
    /// Whether they are independent of the partners.
    pub independent_of_partners: Option<bool>,
}

/// Something people could take part in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Engagement {
    /// Its id, such as `E1`.
    pub id: RecordId,
    /// What people took part in.
    pub activity: Note,
    /// How far people took part.
    pub level: Option<EngagementLevel>,
    /// How many came, acting in public.
    pub people: Option<Count>,
    /// How many times it was held.
    pub sessions: Option<Count>,
    /// Whether they were paid.
    pub paid: Option<bool>,
    /// What helped people to come.
    pub access_support: Option<Note>,
}

/// Who was heard, beside who lives there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reach {
    /// How many were heard.
    pub people: Option<crate::returns::People>,
    /// How people who came twice are counted.
    pub counting_rule: Option<Note>,
    /// Groups, beside their share of the population.
    #[serde(default)]
    pub representation: Vec<Representation>,
    /// What is done about gaps.
    pub action_on_gaps: Option<Note>,
}

/// A group's share of those heard, beside its share of the population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Representation {
    /// The group of people.
    pub group: Line,
    /// Its share of those heard, in percent.
    pub share_of_reach: Option<Stated<Percent>>,
    /// Its share of the population, in percent.
    pub share_of_population: Option<Stated<Percent>>,
    /// Where the share of the population comes from.
    pub source: Option<Note>,
}

/// What people said and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct YouSaidWeDid {
    /// Its id, such as `Y1`.
    pub id: RecordId,
    /// What people said.
    pub you_said: Note,
    /// What was done.
    pub we_did: Option<Note>,
    /// What came of it.
    pub outcome: Option<YouSaidOutcome>,
    /// Why it was not done.
    pub reason: Option<Note>,
    /// The day people were told.
    pub told_people_on: Option<Date>,
    /// How they were told.
    pub told_how: Option<Note>,
    /// Where it was said: a record's id, or words.
    pub source: Option<Line>,
}

/// The people who report from the community, and what they get for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommunityReporters {
    /// How many community reporters there are.
    pub number: Option<Count>,
    /// How many were trained.
    pub trained: Option<Count>,
    /// Hours of the quarter that were paid.
    pub hours_paid: Option<Count>,
    /// Hours of the quarter that were not paid.
    pub hours_unpaid: Option<Count>,
    /// What an hour is paid, in pounds.
    pub rate_per_hour_gbp: Option<HourlyRate>,
    /// The wage to compare with, in pounds an hour.
    pub reference_wage_gbp: Option<HourlyRate>,
    /// The name of that wage.
    pub reference_wage_name: Option<Line>,
    /// Expenses paid, in pounds.
    pub expenses_paid_gbp: Option<Pounds>,
    /// Vouchers given, in pounds.
    pub vouchers_gbp: Option<Pounds>,
    /// Whether advice on benefits was offered.
    pub benefits_advice_offered: Option<bool>,
    /// Who has the last word on their texts.
    pub editorial_control: Option<EditorialControl>,
    /// Whether there is a code of conduct.
    pub code_of_conduct: Option<bool>,
    /// Whether support for their wellbeing was offered.
    pub wellbeing_support: Option<bool>,
}

/// The reporters' own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReportersStatement {
    /// The words of the reporters.
    pub text: Commentary,
    /// Whose words they are, without names.
    pub by: Option<Line>,
    /// Whether officers changed them.
    pub edited_by_officers: Option<bool>,
    /// The day they were agreed.
    pub agreed_on: Option<Date>,
}

/// Whether taking part changed decisions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EffectOnDecisions {
    /// How far decisions were changed.
    pub level: EffectLevel,
    /// A decision that was changed.
    pub example: Option<Note>,
}
