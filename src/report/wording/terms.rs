//! The return's closed lists in plain words, English and then Welsh. No list's own code is ever printed.

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
    ($($(#[$meta:meta])* $name:ident($type:ident) {
        $($variant:ident => $english:literal | $welsh:literal),* $(,)?
    })*) => {
        impl Wording { $(
            $(#[$meta])*
            pub(in crate::report) const fn $name(self, term: $type) -> &'static str {
                match term { $($type::$variant => self.either($english, $welsh)),* }
            }
        )* }
    };
}

words! {
    /// What kind of organisation a partner is.
    sector(Sector) {
        LocalGovernmentDistrict => "District council" | "Cyngor dosbarth",
        LocalGovernmentUpperTier => "County council" | "Cyngor sir",
        LocalGovernmentUnitary => "Unitary council" | "Cyngor unedol",
        CombinedAuthority => "Combined authority" | "Awdurdod cyfun",
        ParishOrTownCouncil => "Parish or town council" | "Cyngor plwyf neu dref",
        NhsCommissioner => "NHS commissioner" | "Comisiynydd y GIG",
        NhsProvider => "NHS provider" | "Darparwr y GIG",
        Police => "Police" | "Yr heddlu",
        Fire => "Fire service" | "Gwasanaeth tân",
        Probation => "Probation service" | "Gwasanaeth prawf",
        DwpJobcentre => "Jobcentre" | "Canolfan waith",
        CentralGovernment => "Central government" | "Llywodraeth ganolog",
        Education => "School or college" | "Ysgol neu goleg",
        HousingAssociation => "Housing association" | "Cymdeithas dai",
        VoluntaryCommunity => "Voluntary organisation" | "Mudiad gwirfoddol",
        CommunityGroup => "Community group" | "Grŵp cymunedol",
        SocialEnterprise => "Social enterprise" | "Menter gymdeithasol",
        Business => "Business" | "Busnes",
        Faith => "Faith group" | "Grŵp ffydd",
        University => "University" | "Prifysgol",
        Other => "Other organisation" | "Sefydliad arall",
    }
    /// A sector, or a group of sectors, in a survey.
    survey_sector(SurveySector) {
        LocalGovernment => "Councils" | "Cynghorau",
        Nhs => "NHS" | "GIG",
        LocalGovernmentDistrict => "District councils" | "Cynghorau dosbarth",
        LocalGovernmentUpperTier => "County councils" | "Cynghorau sir",
        LocalGovernmentUnitary => "Unitary councils" | "Cynghorau unedol",
        CombinedAuthority => "Combined authorities" | "Awdurdodau cyfun",
        ParishOrTownCouncil => "Parish and town councils" | "Cynghorau plwyf a thref",
        NhsCommissioner => "NHS commissioners" | "Comisiynwyr y GIG",
        NhsProvider => "NHS providers" | "Darparwyr y GIG",
        Police => "Police" | "Yr heddlu",
        Fire => "Fire service" | "Gwasanaeth tân",
        Probation => "Probation service" | "Gwasanaeth prawf",
        DwpJobcentre => "Jobcentres" | "Canolfannau gwaith",
        CentralGovernment => "Central government" | "Llywodraeth ganolog",
        Education => "Schools and colleges" | "Ysgolion a cholegau",
        HousingAssociation => "Housing associations" | "Cymdeithasau tai",
        VoluntaryCommunity => "Voluntary organisations" | "Mudiadau gwirfoddol",
        CommunityGroup => "Community groups" | "Grwpiau cymunedol",
        SocialEnterprise => "Social enterprises" | "Mentrau cymdeithasol",
        Business => "Businesses" | "Busnesau",
        Faith => "Faith groups" | "Grwpiau ffydd",
        University => "Universities" | "Prifysgolion",
        Other => "Others" | "Eraill",
    }
    /// What a partner does.
    role(PartnerRole) {
        Lead => "leads" | "arwain",
        AccountableBody => "holds the grant" | "dal y grant",
        Funder => "funds" | "cyllido",
        Commissioner => "commissions" | "comisiynu",
        Delivery => "delivers" | "cyflawni",
        CommunityVoice => "speaks for the community" | "siarad dros y gymuned",
        Evaluator => "evaluates" | "gwerthuso",
        Adviser => "advises" | "cynghori",
        Observer => "observes" | "arsylwi",
    }
    /// What kind of place it is.
    place_kind(PlaceKind) {
        Country => "country" | "gwlad",
        Region => "region" | "rhanbarth",
        CombinedAuthority => "combined authority" | "awdurdod cyfun",
        County => "county" | "sir",
        Unitary => "unitary area" | "ardal unedol",
        District => "district" | "dosbarth",
        MetropolitanBorough => "metropolitan borough" | "bwrdeistref fetropolitan",
        LondonBorough => "London borough" | "bwrdeistref yn Llundain",
        Ward => "ward" | "ward",
        ElectoralDivision => "electoral division" | "adran etholiadol",
        Parish => "parish" | "plwyf",
        Lsoa => "small area" | "ardal fach",
        Msoa => "neighbourhood area" | "ardal gymdogaeth",
        DataZone => "data zone" | "parth data",
        Custom => "area" | "ardal",
    }
    /// One of the five approaches.
    approach(Approach) {
        Results => "Results" | "Cyflawniad",
        SystemHealth => "System health" | "Iechyd y system",
        Outcomes => "Outcomes" | "Canlyniadau",
        Narratives => "Narratives" | "Naratifau",
        CommunityReporting => "Community reporting" | "Adrodd cymunedol",
    }
    /// How much weight an approach has.
    weight(Weight) {
        Main => "Main approach" | "Prif ddull",
        Supporting => "Supporting approach" | "Dull ategol",
        NotUsed => "Not used" | "Heb ei ddefnyddio",
    }
    /// How a partnership is run.
    governance(GovernanceMode) {
        SelfGoverned => "all partners together" | "yr holl bartneriaid gyda’i gilydd",
        LeadOrganisation => "a lead organisation" | "sefydliad arweiniol",
        DedicatedOrganisation => "an organisation of its own" | "ei sefydliad ei hun",
    }
    /// What type of collaboration it is, with what that means.
    collaboration_type(CollaborationType) {
        CollaborativeCouncil => "a collaborative council: one council shares its work with others"
            | "cyngor cydweithredol, lle mae un cyngor yn rhannu ei waith ag eraill",
        CollaborativeMarket => "a collaborative market: buyers and providers of services plan together"
            | "marchnad gydweithredol, lle mae prynwyr a darparwyr gwasanaethau’n cynllunio gyda’i gilydd",
        AgentOfChange => "an agent of change: partners come together to change one thing"
            | "cyfrwng newid, lle mae partneriaid yn dod ynghyd i newid un peth",
        SystemConnector => "a system connector: it links services that already exist"
            | "cysylltydd system, sy’n cysylltu gwasanaethau sydd eisoes yn bod",
    }
    /// The legal form.
    legal_form(LegalForm) {
        UnincorporatedPartnership => "a partnership with no body of its own" | "partneriaeth heb gorff ei hun",
        JointCommittee => "a joint committee" | "cyd-bwyllgor",
        Cic => "a community interest company" | "cwmni buddiannau cymunedol",
        Cio => "a charitable incorporated organisation" | "sefydliad corfforedig elusennol",
        CompanyLimitedByGuarantee => "a company limited by guarantee" | "cwmni cyfyngedig drwy warant",
        WhollyOwnedCompany => "a company owned by its partners" | "cwmni sy’n eiddo i’w bartneriaid",
        CombinedAuthority => "a combined authority" | "awdurdod cyfun",
        SectionSeventyFiveArrangement => "a section 75 arrangement of NHS and councils"
            | "trefniant adran 75 rhwng y GIG a chynghorau",
        Other => "another form" | "ffurf arall",
    }
    /// What the partners have signed.
    agreement(Agreement) {
        None => "nothing signed" | "dim wedi’i lofnodi",
        TermsOfReference => "terms of reference" | "cylch gorchwyl",
        MemorandumOfUnderstanding => "a memorandum of understanding" | "memorandwm cyd-ddealltwriaeth",
        PartnershipAgreement => "a partnership agreement" | "cytundeb partneriaeth",
        SectionSeventyFive => "a section 75 agreement" | "cytundeb adran 75",
        AllianceContract => "an alliance contract" | "contract cynghrair",
        Contract => "a contract" | "contract",
        Statutory => "set up by law" | "sefydlwyd drwy gyfraith",
    }
    /// Across levels of government, between like bodies, or both.
    direction(Direction) {
        Vertical => "across levels of government" | "ar draws lefelau llywodraeth",
        Horizontal => "between bodies of the same level" | "rhwng cyrff ar yr un lefel",
        Both => "across levels of government and between bodies of the same level"
            | "ar draws lefelau llywodraeth a rhwng cyrff ar yr un lefel",
    }
    /// Whether the partners came together by choice.
    basis(Basis) {
        Voluntary => "by choice" | "o ddewis",
        Mandated => "because they have to" | "am fod rhaid iddynt",
        MandatedBuildingOnVoluntary => "because they have to, building on earlier choice"
            | "am fod rhaid iddynt, gan adeiladu ar ddewis cynharach",
    }
    /// One of six steps.
    level(IntegrationLevel) {
        InformalNetwork => "Informal network" | "Rhwydwaith anffurfiol",
        LimitedSharing => "Limited sharing" | "Rhannu cyfyngedig",
        Aligned => "Aligned" | "Wedi’u halinio",
        Pooled => "Pooled budget" | "Cyllideb gyfun",
        SeparateEntity => "Separate body" | "Corff ar wahân",
        Merged => "Merged" | "Wedi’u huno",
    }
    /// Why partners collaborate.
    justification(Justification) {
        ShareResponsibility => "to share responsibility" | "i rannu cyfrifoldeb",
        StrengthenVoluntarySectorRole => "to strengthen the voluntary sector" | "i gryfhau’r sector gwirfoddol",
        BetterImpactAndValue => "for better results and value" | "i gael gwell canlyniadau a gwerth",
        BetterPlaceToWork => "to be a better place to work" | "i fod yn well lle i weithio",
    }
    /// What drives a collaboration.
    driver(Driver) {
        ReducingDuplication => "less duplication" | "llai o ddyblygu",
        ResourceDependency => "partners need each other’s resources" | "mae ar bartneriaid angen adnoddau ei gilydd",
        ScarcityOfResources => "money is short" | "mae arian yn brin",
        WickedOrCrossCuttingIssues => "problems no one body can solve" | "problemau na all un corff eu datrys",
        StatutoryRequirement => "the law asks for it" | "mae’r gyfraith yn gofyn amdano",
        IndividualInterest => "the interest of individuals" | "diddordeb unigolion",
    }
    /// A kind of leadership.
    leadership(LeadershipKind) {
        Steward => "Looks after the whole" | "Gofalu am y cyfan",
        Mediator => "Settles differences" | "Datrys gwahaniaethau",
        Catalyst => "Gets things going" | "Rhoi pethau ar waith",
    }
    /// How much of something is shared.
    shared(Shared) {
        None => "none" | "dim",
        Some => "some" | "rhywfaint",
        Most => "most" | "y rhan fwyaf",
        All => "all" | "y cyfan",
    }
    /// Who holds the partnership to account.
    holder(Holder) {
        Funder => "its funder" | "ei gyllidwr",
        ElectedCouncil => "the elected council" | "y cyngor etholedig",
        Regulator => "a regulator" | "rheoleiddiwr",
        Community => "the community" | "y gymuned",
    }
    /// Who signs.
    sign_off_role(SignOffRole) {
        PartnershipChair => "Partnership chair" | "Cadeirydd y bartneriaeth",
        AccountableBodyOfficer => "Officer of the body that holds the grant" | "Swyddog y corff sy’n dal y grant",
        SectionOneFiveOneOfficer => "Chief finance officer (section 151)" | "Prif swyddog cyllid (adran 151)",
        Treasurer => "Treasurer" | "Trysorydd",
        ChiefExecutive => "Chief executive" | "Prif weithredwr",
        CommunityRepresentative => "Community representative" | "Cynrychiolydd cymunedol",
        DataProtectionOfficer => "Data protection officer" | "Swyddog diogelu data",
        LeadMember => "Lead member" | "Aelod arweiniol",
    }
    /// Of whom a decision is asked, in a funder report.
    asked_of(AskedOf) {
        Funder => "You, the funder" | "Chi, y cyllidwr",
        ElectedCouncil => "Elected council" | "Cyngor etholedig",
        Partners => "Partners" | "Partneriaid",
        Regulator => "Regulator" | "Rheoleiddiwr",
        Government => "Government" | "Llywodraeth",
    }
    /// The word of a grade.
    confidence(ConfidenceGrade) {
        Low => "low" | "isel",
        Medium => "medium" | "canolig",
        High => "high" | "uchel",
    }
    /// Why a partner gives.
    motive(Motive) {
        CoreRole => "it is its core role" | "mae’n rhan o’i rôl graidd",
        CommunityBenefit => "it helps the community" | "mae’n helpu’r gymuned",
        FutureSaving => "it expects to save later" | "mae’n disgwyl arbed yn nes ymlaen",
        Statutory => "the law asks for it" | "mae’r gyfraith yn gofyn amdano",
        Other => "of other reasons" | "rhesymau eraill",
    }
    /// What is given in kind.
    in_kind(InKindType) {
        People => "people’s time" | "amser pobl",
        Space => "space" | "lle",
        Equipment => "equipment" | "offer",
        It => "IT" | "TG",
        VolunteerTime => "volunteers’ time" | "amser gwirfoddolwyr",
    }
    /// What an estimate of value covers.
    value_basis(ValueBasis) {
        AnnualEstimate => "an estimate for a year" | "amcangyfrif am flwyddyn",
        AnnualActual => "what happened in a year" | "beth ddigwyddodd mewn blwyddyn",
        WholeProgramme => "the whole programme" | "y rhaglen gyfan",
    }
    /// What a risk is about.
    risk_category(RiskCategory) {
        Delivery => "Delivery" | "Cyflawni",
        Finance => "Money" | "Arian",
        Workforce => "Staff" | "Staff",
        Data => "Data" | "Data",
        Safeguarding => "Safeguarding" | "Diogelu",
        Leadership => "Leadership" | "Arweinyddiaeth",
        PartnerConfidence => "Partners’ confidence" | "Hyder partneriaid",
        Engagement => "Engagement" | "Ymgysylltu",
        Legal => "Law" | "Y gyfraith",
        External => "Outside events" | "Digwyddiadau allanol",
        Political => "Politics" | "Gwleidyddiaeth",
    }
    /// What is done about a risk.
    risk_response(RiskResponse) {
        Tolerate => "Accept it" | "Ei derbyn",
        Treat => "Reduce it" | "Ei lleihau",
        Transfer => "Pass it on" | "Ei throsglwyddo",
        Terminate => "Stop the work" | "Atal y gwaith",
    }
    /// How a target was agreed.
    agreed_how(AgreedHow) {
        CoProductionWorkshop => "at a joint workshop" | "mewn gweithdy ar y cyd",
        BoardDecision => "by decision of the board" | "drwy benderfyniad y bwrdd",
        NegotiatedWithFunder => "in talks with the funder" | "mewn trafodaethau â’r cyllidwr",
        SetByFunder => "set by the funder" | "gosodwyd gan y cyllidwr",
        SetByLead => "set by the lead organisation" | "gosodwyd gan y sefydliad arweiniol",
        Statutory => "set by law" | "gosodwyd drwy gyfraith",
    }
    /// What a figure counts up.
    counting(Counting) {
        InQuarter => "in the quarter" | "yn y chwarter",
        CumulativeYearToDate => "since 1 April" | "ers 1 Ebrill",
        CumulativeSinceStart => "since the start" | "ers y dechrau",
        Snapshot => "on the last day of the quarter" | "ar ddiwrnod olaf y chwarter",
        RollingTwelveMonths => "over the last 12 months" | "dros y 12 mis diwethaf",
    }
    /// Which way is better, in a word.
    better_brief(BetterDirection) {
        HigherIsBetter => "higher" | "uwch",
        LowerIsBetter => "lower" | "is",
        InRange => "in range" | "o fewn ystod",
        Neutral => "neither" | "y naill na’r llall",
    }
    /// What a measure is broken down by.
    breakdown(BreakdownBy) {
        Ward => "Ward" | "Ward",
        Sex => "Sex" | "Rhyw",
        AgeBand => "Age" | "Oedran",
        EthnicGroup => "Ethnic group" | "Grŵp ethnig",
        Disability => "Disability" | "Anabledd",
        HouseholdType => "Household type" | "Math o aelwyd",
        Tenure => "Tenure" | "Deiliadaeth",
        DeprivationQuintile => "Fifth of areas by deprivation" | "Pumed o ardaloedd yn ôl amddifadedd",
        Partner => "Partner" | "Partner",
        Other => "Group" | "Grŵp",
    }
    /// How good data are.
    data_quality(DataQuality) {
        Good => "good" | "da",
        Fair => "fair" | "gweddol",
        Poor => "poor" | "gwael",
        NotAssessed => "not assessed" | "heb ei asesu",
    }
    /// How people took part.
    engagement_level(EngagementLevel) {
        Inform => "We told people" | "Rhoi gwybod i bobl",
        Consult => "We asked people" | "Gofyn i bobl",
        Involve => "People took part" | "Pobl yn cymryd rhan",
        Collaborate => "People decided with us" | "Pobl yn penderfynu gyda ni",
        Empower => "People decided" | "Pobl yn penderfynu",
    }
    /// How a verdict was reached.
    judged_how(JudgedHow) {
        Vote => "by vote" | "drwy bleidlais",
        Survey => "by survey" | "drwy arolwg",
        Meeting => "at a meeting" | "mewn cyfarfod",
        Consensus => "by agreement" | "drwy gytundeb",
        CommunityReporters => "by community reporters" | "gan ohebwyr cymunedol",
    }
    /// What kind of narrative it is.
    narrative_kind(NarrativeKind) {
        MostSignificantChange => "The change people found most significant" | "Y newid a oedd bwysicaf i bobl",
        WhatWorked => "What worked" | "Beth weithiodd",
        WhatHasNotWorked => "What has not worked" | "Beth nad yw wedi gweithio",
        Unexpected => "Something unexpected" | "Rhywbeth annisgwyl",
        PartnershipDynamics => "How the partners worked together" | "Sut y bu’r partneriaid yn cydweithio",
        CaseStudy => "A case study" | "Astudiaeth achos",
        ContextChange => "A change around us" | "Newid o’n cwmpas",
    }
    /// In whose words a narrative is told.
    told_in(ToldIn) {
        OwnWords => "in their own words" | "yn eu geiriau eu hunain",
        InterviewWriteUp => "from an interview" | "ar sail cyfweliad",
        ThirdPerson => "by the partnership" | "gan y bartneriaeth",
    }
    /// Whose voice is heard: one.
    voice_one(Voice) {
        PersonUsingServices => "person who uses services" | "person sy’n defnyddio gwasanaethau",
        FamilyOrCarer => "family member or carer" | "aelod o’r teulu neu ofalwr",
        Resident => "resident" | "preswylydd",
        CommunityReporter => "community reporter" | "gohebydd cymunedol",
        Volunteer => "volunteer" | "gwirfoddolwr",
        FrontlineWorker => "frontline worker" | "gweithiwr rheng flaen",
        Manager => "manager" | "rheolwr",
        ElectedMember => "elected member" | "aelod etholedig",
        Business => "business" | "busnes",
        Evaluator => "evaluator" | "gwerthuswr",
    }
    /// Whose voice is heard: several, after their number.
    voice_many(Voice) {
        PersonUsingServices => "people who use services" | "o bobl sy’n defnyddio gwasanaethau",
        FamilyOrCarer => "family members or carers" | "o aelodau teulu neu ofalwyr",
        Resident => "residents" | "o drigolion",
        CommunityReporter => "community reporters" | "o ohebwyr cymunedol",
        Volunteer => "volunteers" | "o wirfoddolwyr",
        FrontlineWorker => "frontline workers" | "o weithwyr rheng flaen",
        Manager => "managers" | "o reolwyr",
        ElectedMember => "elected members" | "o aelodau etholedig",
        Business => "businesses" | "o fusnesau",
        Evaluator => "evaluators" | "o werthuswyr",
    }
    /// Whose voice is heard: an unknown number.
    voice_some(Voice) {
        PersonUsingServices => "people who use services" | "pobl sy’n defnyddio gwasanaethau",
        FamilyOrCarer => "family members or carers" | "aelodau teulu neu ofalwyr",
        Resident => "residents" | "trigolion",
        CommunityReporter => "community reporters" | "gohebwyr cymunedol",
        Volunteer => "volunteers" | "gwirfoddolwyr",
        FrontlineWorker => "frontline workers" | "gweithwyr rheng flaen",
        Manager => "managers" | "rheolwyr",
        ElectedMember => "elected members" | "aelodau etholedig",
        Business => "businesses" | "busnesau",
        Evaluator => "evaluators" | "gwerthuswyr",
    }
    /// What is claimed about the cause.
    claim(ClaimKind) {
        None => "We make no claim about the cause." | "Nid ydym yn honni dim am yr achos.",
        Association => "We saw this change; we do not claim to have caused it."
            | "Gwelsom y newid hwn; nid ydym yn honni mai ni a’i hachosodd.",
        Contribution => "We say that our work contributed." | "Dywedwn fod ein gwaith wedi cyfrannu.",
        Attribution => "We say that our work caused the change." | "Dywedwn mai ein gwaith ni a achosodd y newid.",
    }
    /// What would have happened otherwise.
    counterfactual(Counterfactual) {
        None => "There is no comparison group." | "Nid oes grŵp cymharu.",
        Historical => "Compared with earlier years." | "Cymharwyd â blynyddoedd cynharach.",
        ComparatorArea => "Compared with another area." | "Cymharwyd ag ardal arall.",
        MatchedComparison => "Compared with similar people who got no support."
            | "Cymharwyd â phobl debyg na chafodd gymorth.",
        WaitingList => "Compared with people on a waiting list." | "Cymharwyd â phobl ar restr aros.",
        Randomised => "Compared with a group drawn by lot." | "Cymharwyd â grŵp a ddewiswyd ar hap.",
    }
    /// How a change was measured.
    design(Design) {
        MatchedBeforeAfter => "the same people, before and after" | "yr un bobl, cyn ac ar ôl",
        SingleGroupFollowUp => "one group, followed up" | "un grŵp, a ddilynwyd",
        RepeatedCrossSection => "different people each time" | "pobl wahanol bob tro",
        ComparisonGroup => "a comparison group" | "grŵp cymharu",
        Randomised => "groups drawn by lot" | "grwpiau a ddewiswyd ar hap",
    }
    /// A statement of the survey.
    survey_item(SurveyItem) {
        SharedPurpose => "We share a purpose" | "Rydym yn rhannu pwrpas",
        PartnersDoWhatTheySay => "Partners do what they say" | "Mae partneriaid yn gwneud yr hyn a ddywedant",
        CanRaiseDifficultIssues => "We can raise difficult issues" | "Gallwn godi materion anodd",
        EffortIsSharedFairly => "Effort is shared fairly" | "Mae’r ymdrech yn cael ei rhannu’n deg",
        RiskIsShared => "Risk is shared" | "Mae risg yn cael ei rhannu",
        SmallPartnersAreHeard => "Small partners are heard" | "Mae partneriaid bach yn cael eu clywed",
        MeetingsBuildRelationships => "Meetings build relationships" | "Mae cyfarfodydd yn meithrin perthnasoedd",
        DisputesAreSettled => "Disputes are settled" | "Mae anghydfodau’n cael eu datrys",
    }
    /// What kind of barrier it is.
    barrier(BarrierKind) {
        ConflictingObjectives => "Conflicting aims" | "Nodau sy’n gwrthdaro",
        PoolingLimits => "Limits on pooling money" | "Terfynau ar gyfuno arian",
        MonitoringRegime => "Rules on monitoring" | "Rheolau monitro",
        LimitedPowers => "Limited powers" | "Pwerau cyfyngedig",
        DistortedPriorities => "Distorted priorities" | "Blaenoriaethau wedi’u hystumio",
        InformationSharing => "Sharing information" | "Rhannu gwybodaeth",
        FundingRules => "Funding rules" | "Rheolau cyllid",
        Procurement => "Procurement" | "Caffael",
        Other => "Other" | "Arall",
    }
    /// A downside of working together.
    drawback(Drawback) {
        MissionDrift => "Drifting from the purpose" | "Crwydro oddi wrth y pwrpas",
        LossOfAutonomy => "Partners lose freedom" | "Partneriaid yn colli rhyddid",
        LossOfPublicAccountability => "Less public accountability" | "Llai o atebolrwydd cyhoeddus",
        CoOption => "Partners lose their own voice" | "Partneriaid yn colli eu llais eu hunain",
        FinancialInstability => "Unstable finances" | "Cyllid ansefydlog",
        HarderToEvaluate => "Harder to evaluate" | "Anos ei werthuso",
        TimeAndResourceCost => "Time and cost of working together" | "Amser a chost cydweithio",
        StaffMorale => "Lower staff morale" | "Morâl staff is",
        RoleConfusion => "Confusion about roles" | "Dryswch ynghylch rolau",
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
