//! Partners and places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Count, Date, Id, Line, Note, choice::choice};

choice! {
    /// The sector an organisation belongs to.
    Sector {
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
    /// What a partner does in the partnership.
    PartnerRole {
        Lead = "lead",
        AccountableBody = "accountable_body",
        Funder = "funder",
        Commissioner = "commissioner",
        Delivery = "delivery",
        CommunityVoice = "community_voice",
        Evaluator = "evaluator",
        Adviser = "adviser",
        Observer = "observer",
    }
    /// What kind of place it is.
    PlaceKind {
        Country = "country",
        Region = "region",
        CombinedAuthority = "combined_authority",
        County = "county",
        Unitary = "unitary",
        District = "district",
        MetropolitanBorough = "metropolitan_borough",
        LondonBorough = "london_borough",
        Ward = "ward",
        ElectoralDivision = "electoral_division",
        Parish = "parish",
        Lsoa = "lsoa",
        Msoa = "msoa",
        DataZone = "data_zone",
        Custom = "custom",
    }
}

impl Sector {
    /// Whether it is a council with elected members.
    pub const fn is_council(self) -> bool {
        matches!(
            self,
            Self::LocalGovernmentDistrict
                | Self::LocalGovernmentUpperTier
                | Self::LocalGovernmentUnitary
                | Self::CombinedAuthority
                | Self::ParishOrTownCouncil
        )
    }

    /// Whether it is a public body whose savings count as public: government, NHS, police and fire.
    pub const fn is_public_body(self) -> bool {
        self.is_council()
            || matches!(
                self,
                Self::NhsCommissioner
                    | Self::NhsProvider
                    | Self::Police
                    | Self::Fire
                    | Self::Probation
                    | Self::DwpJobcentre
                    | Self::CentralGovernment
            )
    }
}

/// An organisation of the partnership.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Partner {
    /// A short id that other parts of the return point to.
    pub id: Id,
    /// The name of the organisation.
    pub name: Line,
    /// The sector it belongs to.
    pub sector: Option<Sector>,
    /// What it does in the partnership.
    #[serde(default)]
    pub roles: Vec<PartnerRole>,
    /// The day it joined.
    pub joined_on: Option<Date>,
    /// The day it left the partnership.
    pub left_on: Option<Date>,
    /// Why it left the partnership.
    pub left_reason: Option<Note>,
    /// Its charity or company number.
    pub charity_or_company_no: Option<Line>,
    /// The area it serves, where that differs from the partnership's.
    pub area: Option<Line>,
}

impl Partner {
    /// Whether it has this role.
    pub fn has_role(&self, role: PartnerRole) -> bool {
        self.roles.contains(&role)
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Place {
    /// A short id that other parts of the return point to.
    pub id: Id,
    /// The name of the place.
    pub name: Line,
    /// What kind of place it is.
    #[serde(rename = "type")]
    pub kind: Option<PlaceKind>,
    /// Its ONS code, as `E05999001`.
    #[schemars(extend("pattern" = "^[EWSNK][0-9]{8}$"))]
    pub ons_code: Option<Line>,
    /// The id of the place it lies in.
    pub within: Option<Id>,
    /// The date of the boundaries meant.
    pub boundary_date: Option<Date>,
    /// The id of the place that follows it after a change of boundaries.
    pub successor: Option<Id>,
    /// How many households live there.
    pub households: Option<Count>,
    /// How many people live there.
    pub population: Option<Count>,
}
