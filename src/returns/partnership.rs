//! Who reports: the partnership, how it is run and how deep it goes.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, de::value::MapAccessDeserializer};

use super::{Date, Id, Line, Note, Posts, Sector, Stated, choice::choice};

choice! {
    /// Whether a partnership has an end.
    Lifespan {
        Permanent = "permanent",
        TimeLimited = "time_limited",
    }
    /// Four types of collaboration, after NLGN.
    CollaborationType {
        CollaborativeCouncil = "collaborative_council",
        CollaborativeMarket = "collaborative_market",
        AgentOfChange = "agent_of_change",
        SystemConnector = "system_connector",
    }
    /// Three modes of network governance, after Provan and Kenis.
    GovernanceMode {
        SelfGoverned = "self_governed",
        LeadOrganisation = "lead_organisation",
        DedicatedOrganisation = "dedicated_organisation",
    }
    /// The legal form of the partnership itself.
    LegalForm {
        UnincorporatedPartnership = "unincorporated_partnership",
        JointCommittee = "joint_committee",
        Cic = "cic",
        Cio = "cio",
        CompanyLimitedByGuarantee = "company_limited_by_guarantee",
        WhollyOwnedCompany = "wholly_owned_company",
        CombinedAuthority = "combined_authority",
        SectionSeventyFiveArrangement = "section_75_arrangement",
        Other = "other",
    }
    /// What the partners have signed.
    Agreement {
        None = "none",
        TermsOfReference = "terms_of_reference",
        MemorandumOfUnderstanding = "memorandum_of_understanding",
        PartnershipAgreement = "partnership_agreement",
        SectionSeventyFive = "section_75",
        AllianceContract = "alliance_contract",
        Contract = "contract",
        Statutory = "statutory",
    }
    /// Across levels of government, between like bodies, or both.
    Direction {
        Vertical = "vertical",
        Horizontal = "horizontal",
        Both = "both",
    }
    /// Whether the partners came together by choice.
    Basis {
        Voluntary = "voluntary",
        Mandated = "mandated",
        MandatedBuildingOnVoluntary = "mandated_building_on_voluntary",
    }
    /// How closely partners are joined, in six descriptive steps; no step is better.
    IntegrationLevel {
        InformalNetwork = "informal_network",
        LimitedSharing = "limited_sharing",
        Aligned = "aligned",
        Pooled = "pooled",
        SeparateEntity = "separate_entity",
        Merged = "merged",
    }
    /// Why partners collaborate, after NLGN. A measure may test each.
    Justification {
        ShareResponsibility = "share_responsibility",
        StrengthenVoluntarySectorRole = "strengthen_voluntary_sector_role",
        BetterImpactAndValue = "better_impact_and_value",
        BetterPlaceToWork = "better_place_to_work",
    }
    /// What drives the collaboration, after INLOGOV.
    Driver {
        ReducingDuplication = "reducing_duplication",
        ResourceDependency = "resource_dependency",
        ScarcityOfResources = "scarcity_of_resources",
        WickedOrCrossCuttingIssues = "wicked_or_cross_cutting_issues",
        StatutoryRequirement = "statutory_requirement",
        IndividualInterest = "individual_interest",
    }
    /// Three kinds of leadership.
    LeadershipKind {
        Steward = "steward",
        Mediator = "mediator",
        Catalyst = "catalyst",
    }
    /// How much of something is shared.
    Shared {
        None = "none",
        Some = "some",
        Most = "most",
        All = "all",
    }
    /// Who holds the partnership to account.
    Holder {
        Funder = "funder",
        ElectedCouncil = "elected_council",
        Regulator = "regulator",
        Community = "community",
    }
    /// How wide the partnership reaches.
    Scope {
        CitizenGroup = "citizen_group",
        Neighbourhood = "neighbourhood",
        Service = "service",
        WholeCouncil = "whole_council",
    }
}

/// The partnership that reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Partnership {
    /// A short id that stays the same in every return.
    pub id: Id,
    /// The name of the partnership.
    pub name: Line,
    /// What it is for, in a sentence or two.
    pub purpose: Option<Note>,
    /// The day it began.
    pub started_on: Option<Date>,
    /// Whether it has an end.
    pub lifespan: Option<Lifespan>,
    /// The day the partnership ends.
    pub ends_on: Option<Date>,
    /// Which of four types of collaboration it is.
    pub collaboration_type: Option<CollaborationType>,
    /// How it is run.
    pub governance_mode: Option<GovernanceMode>,
    /// The id of the partner that leads.
    pub lead_organisation: Option<Id>,
    /// The legal form of the partnership itself.
    pub legal_form: Option<LegalForm>,
    /// What the partners have signed.
    pub agreement: Option<Agreement>,
    /// Across levels of government, between like bodies, or both.
    pub direction: Option<Direction>,
    /// Whether the partners came together by choice.
    pub basis: Option<Basis>,
    /// How closely partners are joined; no step is better.
    pub integration_level: Option<IntegrationLevel>,
    /// Why the partners collaborate.
    #[serde(default)]
    pub justifications: Vec<Justification>,
    /// What drives the collaboration.
    #[serde(default)]
    pub drivers: Vec<Driver>,
    /// Who leads, and in which way.
    #[serde(default)]
    pub leadership: Vec<Leadership>,
    /// Posts whose job is to work across partners, full-time equivalent.
    pub boundary_spanner_posts_fte: Option<Stated<Posts>>,
    /// What is really shared.
    pub depth: Option<Depth>,
    /// How elected members take part.
    pub democratic_link: Option<DemocraticLink>,
    /// Who holds the partnership to account.
    #[serde(default)]
    pub accountable_to: Vec<AccountableTo>,
    /// The sector that began it.
    pub initiated_by: Option<Sector>,
    /// How wide it reaches.
    pub scope: Option<Scope>,
}

/// A kind of leadership and who holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Leadership {
    /// Which kind of leadership it is.
    #[serde(rename = "type")]
    pub kind: LeadershipKind,
    /// The organisation's id.
    pub held_by: Option<Id>,
    /// What that leadership does.
    pub note: Option<Note>,
}

/// What is really shared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Depth {
    /// How much information is shared.
    pub information: Option<Shared>,
    /// How many of the staff are shared.
    pub people: Option<Shared>,
    /// How many of the buildings are shared.
    pub buildings: Option<Shared>,
    /// How much of the budget is shared.
    pub budget: Option<Shared>,
    /// How many decisions are taken together.
    pub decisions: Option<Shared>,
    /// How much of the risk is shared.
    pub risk: Option<Shared>,
}

/// How elected members take part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DemocraticLink {
    /// Whether a member sits on the board.
    pub member_on_board: Option<bool>,
    /// The committee that scrutinises the partnership.
    pub scrutiny_committee: Option<Line>,
    /// When it last did.
    pub last_scrutinised_on: Option<Date>,
    /// When it next will.
    pub next_on: Option<Date>,
    /// Decisions the council still takes alone.
    #[serde(default)]
    pub decisions_kept: Vec<Note>,
    /// Decisions it takes with others.
    #[serde(default)]
    pub decisions_shared: Vec<Note>,
    /// Decisions it has passed on.
    pub decisions_ceded: Option<Vec<Note>>,
}

/// Who holds the partnership to account: a word, or the word with its particulars.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountableTo {
    /// Who.
    pub to: Holder,
    /// Which body.
    pub body: Option<Line>,
    /// By which means: grant, scrutiny, inspection.
    pub instrument: Option<Line>,
    /// When next.
    pub next_on: Option<Date>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AccountableToParts {
    /// Who holds the partnership to account.
    to: Holder,
    /// The name of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Line>,
    /// By which means: grant, scrutiny, inspection.
    #[serde(skip_serializing_if = "Option::is_none")]
    instrument: Option<Line>,
    /// The day it next looks at the partnership.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_on: Option<Date>,
}

impl Serialize for AccountableTo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self { to, body: None, instrument: None, next_on: None } = self {
            return to.serialize(serializer);
        }
        let Self { to, body, instrument, next_on } = self.clone();
        AccountableToParts { to, body, instrument, next_on }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for AccountableTo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = AccountableTo;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a word, or a word with its particulars")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<AccountableTo, E> {
                let to = Holder::deserialize(de::value::StrDeserializer::new(word))?;
                Ok(AccountableTo { to, body: None, instrument: None, next_on: None })
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<AccountableTo, A::Error> {
                let AccountableToParts { to, body, instrument, next_on } =
                    AccountableToParts::deserialize(MapAccessDeserializer::new(map))?;
                Ok(AccountableTo { to, body, instrument, next_on })
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for AccountableTo {
    fn schema_name() -> Cow<'static, str> {
        "AccountableTo".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Holder>();
        let parts = generator.subschema_for::<AccountableToParts>();
        json_schema!({ "anyOf": [word, parts] })
    }
}
