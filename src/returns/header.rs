//! The head of a return: which quarter, which version, who signed, what is explained.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, de::value::MapAccessDeserializer};

use super::{
    Commentary, Count, Date, FinancialYear, Id, Line, Note, Period, Quantity, Quarter, RecordId, Stated, Statement,
    choice::choice,
};

choice! {
    /// Where a return stands. The first two are the partnership's; the others are the funder's.
    ReturnStatus {
        Draft = "draft",
        Submitted = "submitted",
        Accepted = "accepted",
        Queried = "queried",
        Resubmitted = "resubmitted",
        Withdrawn = "withdrawn",
    }
    /// The languages of a return's texts.
    TextLanguage {
        English = "en",
        Welsh = "cy",
    }
    /// The five ways of being held to account.
    Approach {
        Results = "results",
        SystemHealth = "system_health",
        Outcomes = "outcomes",
        Narratives = "narratives",
        CommunityReporting = "community_reporting",
    }
    /// How much weight a partnership puts on an approach.
    Weight {
        Main = "main",
        Supporting = "supporting",
        NotUsed = "not_used",
    }
    /// Whether something was done.
    Done {
        Yes = "yes",
        No = "no",
        Partly = "partly",
    }
    /// The roles that sign a return. Roles, not names, keep personal data out of files.
    SignOffRole {
        PartnershipChair = "partnership_chair",
        AccountableBodyOfficer = "accountable_body_officer",
        SectionOneFiveOneOfficer = "section_151_officer",
        Treasurer = "treasurer",
        ChiefExecutive = "chief_executive",
        CommunityRepresentative = "community_representative",
        DataProtectionOfficer = "data_protection_officer",
        LeadMember = "lead_member",
    }
}

/// Which quarter a return is of, its version and its status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Header {
    /// A name for this return that no other has, such as `STM-2026-27-Q2`.
    pub return_id: Option<Line>,
    /// 1 for the first filing, then one more each time it is filed again.
    pub version: Option<Version>,
    /// `draft` while you write, `submitted` when you file.
    pub status: ReturnStatus,
    /// The quarter the return is for.
    pub period: ReturnPeriod,
    /// The day the return is due.
    pub due_on: Option<Date>,
    /// The day it was filed.
    pub submitted_on: Option<Date>,
    /// The version this one replaces, in words.
    pub replaces: Option<Line>,
    /// The id of the return before this one, or `none_first_return`.
    pub previous_return: Option<Line>,
    /// The languages the return is written in.
    #[serde(default)]
    pub languages: Vec<TextLanguage>,
    /// Who prepared it: a role, not a name.
    pub prepared_by: Option<PreparedBy>,
    /// Where readers can ask: a shared mailbox or telephone number, never a person's own.
    pub contact: Option<Line>,
    /// Earlier figures that are now different.
    #[serde(default)]
    pub restatements: Vec<Restatement>,
    /// What changed since the version before, where no figure did.
    pub change_note: Option<Note>,
    /// A nil return: filed, with nothing to report.
    pub nil: Option<NilReturn>,
}

/// The version of a return: 1 or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Version(Count);

impl Version {
    /// The number.
    pub const fn get(self) -> u64 {
        self.0.get()
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let count = Count::deserialize(deserializer)?;
        if count.get() == 0 { Err(de::Error::custom("versions start at 1")) } else { Ok(Self(count)) }
    }
}

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": 1_000_000_000 })
    }
}

/// The quarter a return is of. The dates follow from year and quarter; they are checked when given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReturnPeriod {
    /// The financial year, as `2026-27`.
    pub financial_year: FinancialYear,
    /// The quarter: Q1 is April to June.
    pub quarter: Quarter,
    /// The first day of the quarter.
    pub start: Option<Date>,
    /// The last day of the quarter.
    pub end: Option<Date>,
}

impl ReturnPeriod {
    /// The first day of the quarter, from year and quarter.
    pub fn first_day(&self) -> Date {
        self.quarter.days(self.financial_year.first_year()).0
    }

    /// The last day of the quarter, from year and quarter.
    pub fn last_day(&self) -> Date {
        self.quarter.days(self.financial_year.first_year()).1
    }

    /// The quarter as a period.
    pub fn period(&self) -> Period {
        Period::of_quarter(self.financial_year, self.quarter)
    }
}

/// Who prepared a return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PreparedBy {
    /// The role that prepared it, not a name.
    pub role: Option<Line>,
    /// The organisation's id.
    pub organisation: Option<Id>,
}

/// An earlier figure that is now different.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Restatement {
    /// The record it belongs to.
    pub refers_to: Option<RecordId>,
    /// The period of the figure.
    pub period: Option<Period>,
    /// What was reported then.
    pub was: Option<Stated<Quantity>>,
    /// What it is now.
    pub now: Option<Stated<Quantity>>,
    /// Why the figure was changed.
    pub reason: Option<Note>,
}

/// A nil return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct NilReturn {
    /// Why there is nothing to report.
    pub reason: Note,
}

/// How a partnership uses one of the five approaches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ApproachUse {
    /// The approach.
    pub name: Approach,
    /// How much weight it has. None is right in itself.
    pub emphasis: Weight,
    /// Why it is not used.
    pub reason: Option<Note>,
}

/// What became of an action or decision of the last return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PreviousAction {
    /// Which one: words, or the period and the record.
    #[serde(rename = "ref")]
    pub reference: Option<ActionReference>,
    /// What was to be done.
    pub what: Note,
    /// Whether it was done.
    pub done: Option<Done>,
    /// What came of it.
    pub note: Option<Note>,
}

/// Which action of an earlier return is meant.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionReference {
    /// In words.
    Words(String),
    /// By period and record.
    Record {
        /// The period of the return that promised it.
        period: Period,
        /// The record there.
        record: RecordId,
    },
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ActionRecord {
    /// The period of the return that promised it.
    period: Period,
    /// The record there.
    record: RecordId,
}

impl Serialize for ActionReference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Words(words) => words.serialize(serializer),
            Self::Record { period, record } => {
                ActionRecord { period: *period, record: record.clone() }.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for ActionReference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = ActionReference;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("words, or a period and a record")
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<ActionReference, E> {
                Ok(ActionReference::Words(words.to_owned()))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<ActionReference, A::Error> {
                let ActionRecord { period, record } = ActionRecord::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ActionReference::Record { period, record })
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for ActionReference {
    fn schema_name() -> Cow<'static, str> {
        "ActionReference".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let record = generator.subschema_for::<ActionRecord>();
        json_schema!({ "anyOf": [{ "type": "string", "maxLength": 200 }, record] })
    }
}

/// An answer to a warning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Explanation {
    /// The rule, by name or code.
    pub rule: Line,
    /// The record's id, or `return` for the whole.
    pub record: Line,
    /// The answer; printed in the funder report.
    pub text: Commentary,
    /// Whose answer it is: a role.
    pub by_role: Option<Line>,
}

/// A signature, by role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SignOff {
    /// The role that signed.
    pub role: SignOffRole,
    /// The organisation's id.
    pub organisation: Option<Id>,
    /// The day it was signed.
    pub on: Option<Date>,
    /// What was signed.
    pub statement: Option<Statement>,
}

/// Another return the partnership has to file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OtherReturn {
    /// To whom it is filed.
    pub to: Line,
    /// How often it is filed.
    pub frequency: Option<Line>,
    /// How many hours it takes each time.
    pub hours: Option<Count>,
}
