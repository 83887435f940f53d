//! The return's closed lists in plain words. No list's own code is ever printed.

use super::Wording;
use crate::returns::{
    Agreement, Approach, AskedOf, Basis, CollaborationType, ConfidenceGrade, Direction, Driver, GovernanceMode, Holder,
    InKindType, IntegrationLevel, Justification, LeadershipKind, LegalForm, Motive, PartnerRole, PlaceKind,
    RiskCategory, RiskResponse, Sector, Shared, SignOffRole, ValueBasis, Weight,
    approach::{
        community_reporting::{EngagementLevel, JudgedHow},
        narratives::{NarrativeKind, ToldIn, Voice},
        outcomes::{ClaimKind, Counterfactual, Design},
        results::{AgreedHow, BetterDirection, BreakdownBy, Counting, DataQuality},
        system_health::{BarrierKind, Drawback, SurveyItem, SurveySector},
    },
};

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident($type:ident) { $($variant:ident => $words:literal),* $(,)? })*) => {
        impl Wording { $(
            $(#[$meta])*
            pub(in crate::report) const fn $name(self, term: $type) -> &'static str {
                match term { $($type::$variant => $words),* }
            }
        )* }
    };
}

words! {
    /// What kind of organisation a partner is.
    sector(Sector) {
        LocalGovernmentDistrict => "District council",
        LocalGovernmentUpperTier => "County council",
        LocalGovernmentUnitary => "Unitary council",
        CombinedAuthority => "Combined authority",
        ParishOrTownCouncil => "Parish or town council",
        NhsCommissioner => "NHS commissioner",
        NhsProvider => "NHS provider",
        Police => "Police",
        Fire => "Fire service",
        Probation => "Probation service",
        DwpJobcentre => "Jobcentre",
        CentralGovernment => "Central government",
        Education => "School or college",
        HousingAssociation => "Housing association",
        VoluntaryCommunity => "Voluntary organisation",
        CommunityGroup => "Community group",
        SocialEnterprise => "Social enterprise",
        Business => "Business",
        Faith => "Faith group",
        University => "University",
        Other => "Other organisation",
    }
    /// A sector, or a group of sectors, in a survey.
    survey_sector(SurveySector) {
        LocalGovernment => "Councils",
        Nhs => "NHS",
        LocalGovernmentDistrict => "District councils",
        LocalGovernmentUpperTier => "County councils",
        LocalGovernmentUnitary => "Unitary councils",
        CombinedAuthority => "Combined authorities",
        ParishOrTownCouncil => "Parish and town councils",
        NhsCommissioner => "NHS commissioners",
        NhsProvider => "NHS providers",
        Police => "Police",
        Fire => "Fire service",
        Probation => "Probation service",
        DwpJobcentre => "Jobcentres",
        CentralGovernment => "Central government",
        Education => "Schools and colleges",
        HousingAssociation => "Housing associations",
        VoluntaryCommunity => "Voluntary organisations",
        CommunityGroup => "Community groups",
        SocialEnterprise => "Social enterprises",
        Business => "Businesses",
        Faith => "Faith groups",
        University => "Universities",
        Other => "Others",
    }
    /// What a partner does.
    role(PartnerRole) {
        Lead => "leads",
        AccountableBody => "holds the grant",
        Funder => "funds",
        Commissioner => "commissions",
        Delivery => "delivers",
        CommunityVoice => "speaks for the community",
        Evaluator => "evaluates",
        Adviser => "advises",
        Observer => "observes",
    }
    /// What kind of place it is.
    place_kind(PlaceKind) {
        Country => "country",
        Region => "region",
        CombinedAuthority => "combined authority",
        County => "county",
        Unitary => "unitary area",
        District => "district",
        MetropolitanBorough => "metropolitan borough",
        LondonBorough => "London borough",
        Ward => "ward",
        ElectoralDivision => "electoral division",
        Parish => "parish",
        Lsoa => "small area",
        Msoa => "neighbourhood area",
        DataZone => "data zone",
        Custom => "area",
    }
    /// One of the five approaches.
    approach(Approach) {
        Results => "Results",
        SystemHealth => "System health",
        Outcomes => "Outcomes",
        Narratives => "Narratives",
        CommunityReporting => "Community reporting",
    }
    /// How much weight an approach has.
    weight(Weight) {
        Main => "Main approach",
        Supporting => "Supporting approach",
        NotUsed => "Not used",
    }
    /// How a partnership is run.
    governance(GovernanceMode) {
        SelfGoverned => "all partners together",
        LeadOrganisation => "a lead organisation",
        DedicatedOrganisation => "an organisation of its own",
    }
    /// What type of collaboration it is, with what that means.
    collaboration_type(CollaborationType) {
        CollaborativeCouncil => "a collaborative council: one council shares its work with others",
        CollaborativeMarket => "a collaborative market: buyers and providers of services plan together",
        AgentOfChange => "an agent of change: partners come together to change one thing",
        SystemConnector => "a system connector: it links services that already exist",
    }
    /// The legal form.
    legal_form(LegalForm) {
        UnincorporatedPartnership => "a partnership with no body of its own",
        JointCommittee => "a joint committee",
        Cic => "a community interest company",
        Cio => "a charitable incorporated organisation",
        CompanyLimitedByGuarantee => "a company limited by guarantee",
        WhollyOwnedCompany => "a company owned by its partners",
        CombinedAuthority => "a combined authority",
        SectionSeventyFiveArrangement => "a section 75 arrangement of NHS and councils",
        Other => "another form",
    }
    /// What the partners have signed.
    agreement(Agreement) {
        None => "nothing signed",
        TermsOfReference => "terms of reference",
        MemorandumOfUnderstanding => "a memorandum of understanding",
        PartnershipAgreement => "a partnership agreement",
        SectionSeventyFive => "a section 75 agreement",
        AllianceContract => "an alliance contract",
        Contract => "a contract",
        Statutory => "set up by law",
    }
    /// Across levels of government, between like bodies, or both.
    direction(Direction) {
        Vertical => "across levels of government",
        Horizontal => "between bodies of the same level",
        Both => "across levels of government and between bodies of the same level",
    }
    /// Whether the partners came together by choice.
    basis(Basis) {
        Voluntary => "by choice",
        Mandated => "because they have to",
        MandatedBuildingOnVoluntary => "because they have to, building on earlier choice",
    }
    /// One of six steps.
    level(IntegrationLevel) {
        InformalNetwork => "Informal network",
        LimitedSharing => "Limited sharing",
        Aligned => "Aligned",
        Pooled => "Pooled budget",
        SeparateEntity => "Separate body",
        Merged => "Merged",
    }
    /// Why partners collaborate.
    justification(Justification) {
        ShareResponsibility => "to share responsibility",
        StrengthenVoluntarySectorRole => "to strengthen the voluntary sector",
        BetterImpactAndValue => "for better results and value",
        BetterPlaceToWork => "to be a better place to work",
    }
    /// What drives a collaboration.
    driver(Driver) {
        ReducingDuplication => "less duplication",
        ResourceDependency => "partners need each other’s resources",
        ScarcityOfResources => "money is short",
        WickedOrCrossCuttingIssues => "problems no one body can solve",
        StatutoryRequirement => "the law asks for it",
        IndividualInterest => "the interest of individuals",
    }
    /// A kind of leadership.
    leadership(LeadershipKind) {
        Steward => "Looks after the whole",
        Mediator => "Settles differences",
        Catalyst => "Gets things going",
    }
    /// How much of something is shared.
    shared(Shared) {
        None => "none",
        Some => "some",
        Most => "most",
        All => "all",
    }
    /// Who holds the partnership to account.
    holder(Holder) {
        Funder => "its funder",
        ElectedCouncil => "the elected council",
        Regulator => "a regulator",
        Community => "the community",
    }
    /// Who signs.
    sign_off_role(SignOffRole) {
        PartnershipChair => "Partnership chair",
        AccountableBodyOfficer => "Officer of the body that holds the grant",
        SectionOneFiveOneOfficer => "Chief finance officer (section 151)",
        Treasurer => "Treasurer",
        ChiefExecutive => "Chief executive",
        CommunityRepresentative => "Community representative",
        DataProtectionOfficer => "Data protection officer",
        LeadMember => "Lead member",
    }
    /// Of whom a decision is asked, in a funder report.
    asked_of(AskedOf) {
        Funder => "You, the funder",
        ElectedCouncil => "Elected council",
        Partners => "Partners",
        Regulator => "Regulator",
        Government => "Government",
    }
    /// The word of a grade.
    confidence(ConfidenceGrade) {
        Low => "low",
        Medium => "medium",
        High => "high",
    }
    /// Why a partner gives.
    motive(Motive) {
        CoreRole => "it is its core role",
        CommunityBenefit => "it helps the community",
        FutureSaving => "it expects to save later",
        Statutory => "the law asks for it",
        Other => "of other reasons",
    }
    /// What is given in kind.
    in_kind(InKindType) {
        People => "people’s time",
        Space => "space",
        Equipment => "equipment",
        It => "IT",
        VolunteerTime => "volunteers’ time",
    }
    /// What an estimate of value covers.
    value_basis(ValueBasis) {
        AnnualEstimate => "an estimate for a year",
        AnnualActual => "what happened in a year",
        WholeProgramme => "the whole programme",
    }
    /// What a risk is about.
    risk_category(RiskCategory) {
        Delivery => "Delivery",
        Finance => "Money",
        Workforce => "Staff",
        Data => "Data",
        Safeguarding => "Safeguarding",
        Leadership => "Leadership",
        PartnerConfidence => "Partners’ confidence",
        Engagement => "Engagement",
        Legal => "Law",
        External => "Outside events",
        Political => "Politics",
    }
    /// What is done about a risk.
    risk_response(RiskResponse) {
        Tolerate => "Accept it",
        Treat => "Reduce it",
        Transfer => "Pass it on",
        Terminate => "Stop the work",
    }
    /// How a target was agreed.
    agreed_how(AgreedHow) {
        CoProductionWorkshop => "at a joint workshop",
        BoardDecision => "by decision of the board",
        NegotiatedWithFunder => "in talks with the funder",
        SetByFunder => "set by the funder",
        SetByLead => "set by the lead organisation",
        Statutory => "set by law",
    }
    /// What a figure counts up.
    counting(Counting) {
        InQuarter => "in the quarter",
        CumulativeYearToDate => "since 1 April",
        CumulativeSinceStart => "since the start",
        Snapshot => "on the last day of the quarter",
        RollingTwelveMonths => "over the last 12 months",
    }
    /// Which way is better, in a word.
    better_brief(BetterDirection) {
        HigherIsBetter => "higher",
        LowerIsBetter => "lower",
        InRange => "in range",
        Neutral => "neither",
    }
    /// What a measure is broken down by.
    breakdown(BreakdownBy) {
        Ward => "Ward",
        Sex => "Sex",
        AgeBand => "Age",
        EthnicGroup => "Ethnic group",
        Disability => "Disability",
        HouseholdType => "Household type",
        Tenure => "Tenure",
        DeprivationQuintile => "Fifth of areas by deprivation",
        Partner => "Partner",
        Other => "Group",
    }
    /// How good data are.
    data_quality(DataQuality) {
        Good => "good",
        Fair => "fair",
        Poor => "poor",
        NotAssessed => "not assessed",
    }
    /// How people took part.
    engagement_level(EngagementLevel) {
        Inform => "We told people",
        Consult => "We asked people",
        Involve => "People took part",
        Collaborate => "People decided with us",
        Empower => "People decided",
    }
    /// How a verdict was reached.
    judged_how(JudgedHow) {
        Vote => "by vote",
        Survey => "by survey",
        Meeting => "at a meeting",
        Consensus => "by agreement",
        CommunityReporters => "by community reporters",
    }
    /// What kind of narrative it is.
    narrative_kind(NarrativeKind) {
        MostSignificantChange => "The change people found most significant",
        WhatWorked => "What worked",
        WhatHasNotWorked => "What has not worked",
        Unexpected => "Something unexpected",
        PartnershipDynamics => "How the partners worked together",
        CaseStudy => "A case study",
        ContextChange => "A change around us",
    }
    /// In whose words a narrative is told.
    told_in(ToldIn) {
        OwnWords => "in their own words",
        InterviewWriteUp => "from an interview",
        ThirdPerson => "by the partnership",
    }
    /// Whose voice is heard: one.
    voice_one(Voice) {
        PersonUsingServices => "person who uses services",
        FamilyOrCarer => "family member or carer",
        Resident => "resident",
        CommunityReporter => "community reporter",
        Volunteer => "volunteer",
        FrontlineWorker => "frontline worker",
        Manager => "manager",
        ElectedMember => "elected member",
        Business => "business",
        Evaluator => "evaluator",
    }
    /// Whose voice is heard: several.
    voice_many(Voice) {
        PersonUsingServices => "people who use services",
        FamilyOrCarer => "family members or carers",
        Resident => "residents",
        CommunityReporter => "community reporters",
        Volunteer => "volunteers",
        FrontlineWorker => "frontline workers",
        Manager => "managers",
        ElectedMember => "elected members",
        Business => "businesses",
        Evaluator => "evaluators",
    }
    /// What is claimed about the cause.
    claim(ClaimKind) {
        None => "We make no claim about the cause.",
        Association => "We saw this change; we do not claim to have caused it.",
        Contribution => "We say that our work contributed.",
        Attribution => "We say that our work caused the change.",
    }
    /// What would have happened otherwise.
    counterfactual(Counterfactual) {
        None => "There is no comparison group.",
        Historical => "Compared with earlier years.",
        ComparatorArea => "Compared with another area.",
        MatchedComparison => "Compared with similar people who got no support.",
        WaitingList => "Compared with people on a waiting list.",
        Randomised => "Compared with a group drawn by lot.",
    }
    /// How a change was measured.
    design(Design) {
        MatchedBeforeAfter => "the same people, before and after",
        SingleGroupFollowUp => "one group, followed up",
        RepeatedCrossSection => "different people each time",
        ComparisonGroup => "a comparison group",
        Randomised => "groups drawn by lot",
    }
    /// A statement of the survey.
    survey_item(SurveyItem) {
        SharedPurpose => "We share a purpose",
        PartnersDoWhatTheySay => "Partners do what they say",
        CanRaiseDifficultIssues => "We can raise difficult issues",
        EffortIsSharedFairly => "Effort is shared fairly",
        RiskIsShared => "Risk is shared",
        SmallPartnersAreHeard => "Small partners are heard",
        MeetingsBuildRelationships => "Meetings build relationships",
        DisputesAreSettled => "Disputes are settled",
    }
    /// What kind of barrier it is.
    barrier(BarrierKind) {
        ConflictingObjectives => "Conflicting aims",
        PoolingLimits => "Limits on pooling money",
        MonitoringRegime => "Rules on monitoring",
        LimitedPowers => "Limited powers",
        DistortedPriorities => "Distorted priorities",
        InformationSharing => "Sharing information",
        FundingRules => "Funding rules",
        Procurement => "Procurement",
        Other => "Other",
    }
    /// A downside of working together.
    drawback(Drawback) {
        MissionDrift => "Drifting from the purpose",
        LossOfAutonomy => "Partners lose freedom",
        LossOfPublicAccountability => "Less public accountability",
        CoOption => "Partners lose their own voice",
        FinancialInstability => "Unstable finances",
        HarderToEvaluate => "Harder to evaluate",
        TimeAndResourceCost => "Time and cost of working together",
        StaffMorale => "Lower staff morale",
        RoleConfusion => "Confusion about roles",
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn no_term_is_printed_as_the_return_writes_it() {
        for &term in Sector::ALL {
            assert!(!W.sector(term).contains('_'), "{}", term.word());
            assert_ne!(W.sector(term), term.word());
        }
        for &term in Counting::ALL {
            assert_ne!(W.counting(term), term.word());
        }
        for &term in NarrativeKind::ALL {
            assert_ne!(W.narrative_kind(term), term.word());
        }
    }

    #[test]
    fn the_words_of_one_list_differ_from_each_other() {
        let mut words: Vec<_> = SurveySector::ALL.iter().map(|&term| W.survey_sector(term)).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), SurveySector::ALL.len());
    }
}
