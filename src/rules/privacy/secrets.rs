//! What the strictest report hides, as a sentence could give it away: the number, what it counts, and whom it is of.
//! Nothing here is ever printed but the names of groups and records.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::prelude::ToPrimitive;

use crate::disclosure::decide::{Cell, Moved, Part, Profile, ReferralCell, Step, Suppression, SurveyCell, decide};
use crate::returns::approach::outcomes::Outcome;
use crate::returns::approach::results::{Breakdown, Counts, ResultMeasure};
use crate::returns::{Id, Line, People, PeriodFigure, Quantity, QuarterlyReturn};
use crate::source::Pointer;
use crate::{
    prose,
    rules::{At, RuleContext},
};

/// A number that reports hide.
pub(super) struct Secret {
    /// The number.
    pub(super) number: u64,
    /// Whether it is hidden for its own sake.
    pub(super) is_small: bool,
    /// What it counts, in small letters.
    pub(super) nouns: Vec<Cow<'static, str>>,
    /// Names of the group, in small letters; none where the record alone tells whose number it is.
    pub(super) names: Vec<String>,
    /// What it is, without the number.
    pub(super) what: String,
    own: Pointer,
    /// The note of its place.
    note: Option<Pointer>,
}

impl Secret {
    /// Whether a text stands in the part of the return that the number is of.
    pub(super) fn is_own(&self, at: &Pointer) -> bool {
        self.own.holds(at)
    }

    /// Whether a word for few says as much as the number: of a group, and too small for itself.
    pub(super) fn is_told_by_few(&self) -> bool {
        self.is_small && !self.names.is_empty()
    }

    /// Whether a text is the note of its place.
    pub(super) fn is_own_note(&self, at: &Pointer) -> bool {
        self.note.as_ref().is_some_and(|note| note.holds(at))
    }
}

/// The most numbers that are looked for; a return that hides more is not written by hand.
const MOST: usize = 300;

/// The most rows of breakdowns: whoever has more of them writes no sentence about one.
const MOST_ROWS: usize = 2_000;

/// The numbers that the strictest report of this return hides, after the earlier returns that were given.
pub(super) fn secrets(cx: &RuleContext<'_>) -> Vec<Secret> {
    let whole = cx.whole().get();
    let rows: usize =
        whole.results.iter().flat_map(|measure| &measure.breakdowns).map(|table| table.groups.len()).sum();
    let lists = whole.system_health.as_ref().map_or(0, |health| {
        let survey = health.relationship_survey.as_ref().map_or(0, |survey| survey.returned_by_sector.len());
        survey + health.referrals.as_ref().map_or(0, |referrals| referrals.by_source.len())
    });
    if rows + lists > MOST_ROWS {
        return Vec::new();
    }
    let profile = Profile::public(whole, cx.settings().disclosure);
    let suppression = decide(whole, &profile, cx.history());
    let lists = Lists::of(cx);
    let mut secrets = Vec::new();
    for cell in suppression.hidden() {
        secrets.extend(of_cell(cx, &lists, cell));
        if secrets.len() > MOST {
            break;
        }
    }
    let threshold = profile.thresholds().people;
    for secret in &mut secrets {
        secret.is_small = secret.number < threshold;
    }
    // A number that its own part prints elsewhere is no secret there.
    let shown = shown_of_outcomes(cx, &lists, &suppression, &secrets);
    secrets.retain(|secret| !shown.contains(&(secret.own.clone(), secret.number)));
    secrets
}

/// The counts that are printed of the outcomes that have a secret, with the outcome they are of.
fn shown_of_outcomes(
    cx: &RuleContext<'_>,
    lists: &Lists<'_>,
    suppression: &Suppression,
    secrets: &[Secret],
) -> BTreeSet<(Pointer, u64)> {
    const STEPS: [Step; 6] =
        [Step::Eligible, Step::Consented, Step::BaselineComplete, Step::FollowUpDue, Step::Matched, Step::LeftBefore];
    let cells = |outcome: usize| {
        let steps = STEPS.map(|step| Cell::Cohort(outcome, step));
        let moved = [Moved::Up, Moved::Not, Moved::Down].map(|moved| Cell::Distribution(outcome, moved));
        let achieved = [Part::Numerator, Part::Denominator].map(|part| Cell::Achieved(outcome, part));
        steps.into_iter().chain(moved).chain(achieved)
    };
    let has_secret = |outcome: &usize| {
        let at = lists.outcomes[*outcome].pointer();
        secrets.iter().any(|secret| secret.own == at)
    };
    (0..lists.outcomes.len())
        .filter(has_secret)
        .flat_map(cells)
        .filter(|cell| !suppression.hides(*cell))
        .flat_map(|cell| of_cell(cx, lists, cell))
        .map(|shown| (shown.own, shown.number))
        .collect()
}

/// The lists of a return that hidden numbers stand in, each looked up once.
struct Lists<'a> {
    whole: &'a QuarterlyReturn,
    results: Vec<At<'a, ResultMeasure>>,
    outcomes: Vec<At<'a, Outcome>>,
    /// The notes of places, by place.
    notes: BTreeMap<&'a str, Pointer>,
    /// The names of places.
    places: BTreeMap<&'a str, &'a str>,
}

impl<'a> Lists<'a> {
    fn of(cx: &RuleContext<'a>) -> Self {
        let whole = cx.whole();
        let notes = whole.list("ward_notes", |whole| &whole.ward_notes);
        Self {
            whole: whole.get(),
            results: cx.results().collect(),
            outcomes: cx.outcomes().collect(),
            notes: notes.map(|note| (note.get().place.as_str(), note.pointer())).collect(),
            places: whole.get().places.iter().map(|place| (place.id.as_str(), place.name.as_str())).collect(),
        }
    }
}

fn of_cell(cx: &RuleContext<'_>, lists: &Lists<'_>, cell: Cell) -> Vec<Secret> {
    match cell {
        Cell::Group(result, breakdown, group) => group_of(lists, result, breakdown, group).unwrap_or_default(),
        Cell::Actual(result, at, part) => {
            let measure = lists.results[result].get();
            figure_of(lists, result, measure, measure.actuals.get(at), part)
        }
        Cell::Baseline(result, part) => {
            let measure = lists.results[result].get();
            figure_of(lists, result, measure, measure.baseline.as_ref(), part)
        }
        Cell::Cohort(outcome, step) => of_outcome(lists, outcome, |outcome| {
            let cohort = outcome.cohort.as_ref()?;
            match step {
                Step::Eligible => cohort.eligible,
                Step::Consented => cohort.consented,
                Step::BaselineComplete => cohort.baseline_complete,
                Step::FollowUpDue => cohort.follow_up_due,
                Step::Matched => cohort.matched,
                Step::LeftBefore => cohort.left_before_follow_up,
                Step::ResponseRate => None,
            }
        }),
        Cell::Distribution(outcome, moved) => of_outcome(lists, outcome, |outcome| {
            let distribution = outcome.distribution.as_ref()?;
            match moved {
                Moved::Up => distribution.improved,
                Moved::Not => distribution.no_clear_change,
                Moved::Down => distribution.worsened,
            }
        }),
        Cell::Achieved(outcome, part) => of_outcome(lists, outcome, |outcome| {
            let achieved = outcome.achieved.as_ref()?;
            match part {
                Part::Numerator => achieved.numerator,
                Part::Denominator => achieved.denominator,
                Part::Value | Part::N => None,
            }
        }),
        Cell::Referrals(cell) => of_referrals(cx, lists.whole, cell).into_iter().collect(),
        Cell::Survey(cell) => of_survey(cx, lists.whole, cell).into_iter().collect(),
        Cell::ReachPeople => of_reach(cx, lists.whole).into_iter().collect(),
        // Means, shares and what was said before are not counted in words.
        Cell::Restatement(_)
        | Cell::System(_, _, _)
        | Cell::Scores(_)
        | Cell::AreaScores(_, _)
        | Cell::Area(_, _, _)
        | Cell::Comparison(_)
        | Cell::ComparisonPeople(_)
        | Cell::ReachShare(_) => Vec::new(),
    }
}

fn group_of(lists: &Lists<'_>, result: usize, breakdown: usize, group: usize) -> Option<Vec<Secret>> {
    let at = lists.results.get(result)?;
    let measure = at.get();
    let table: &Breakdown = measure.breakdowns.get(breakdown)?;
    let group = table.groups.get(group)?;
    let place = group.place.as_ref().map(Id::as_str);
    let name = place.and_then(|id| lists.places.get(id).copied());
    let name = name.or_else(|| group.label.as_ref().map(Line::as_str))?;
    let lower = prose::words(name).join(" ");
    // “Other” names nobody.
    if lower.is_empty() || matches!(lower.as_str(), "other" | "others" | "not known" | "unknown" | "not stated") {
        return None;
    }
    let figure = group.value.as_ref();
    let value = figure.and_then(|figure| figure.value).filter(|_| measure.value_is_count()).and_then(whole_number);
    let count = |count: Option<People>| count.map(People::get);
    let numbers = [
        value,
        count(group.numerator),
        count(group.denominator),
        figure.and_then(|figure| count(figure.numerator)),
        figure.and_then(|figure| count(figure.denominator)),
    ];
    let nouns = nouns(measure);
    let unit = nouns.first().cloned().unwrap_or_default();
    let secret = |number| Secret {
        number,
        is_small: false,
        nouns: nouns.clone(),
        names: vec![format!("{lower}s"), lower.clone()],
        what: format!("the {unit} of {name} in {}", measure.id),
        own: at.pointer(),
        note: place.and_then(|id| lists.notes.get(id).cloned()),
    };
    Some(numbers.into_iter().flatten().filter(|number| *number > 0).map(secret).collect())
}

fn figure_of(
    lists: &Lists<'_>,
    result: usize,
    measure: &ResultMeasure,
    figure: Option<&PeriodFigure>,
    part: Part,
) -> Vec<Secret> {
    let (Some(at), Some(figure)) = (lists.results.get(result), figure) else { return Vec::new() };
    let number = match part {
        Part::Value => figure.value.filter(|_| measure.value_is_count()).and_then(whole_number),
        Part::Numerator => figure.numerator.map(People::get),
        Part::Denominator => figure.denominator.map(People::get),
        Part::N => figure.n.map(People::get),
    };
    let nouns = nouns(measure);
    let what = format!("{} of {}", nouns.first().map_or("people", AsRef::as_ref), measure.id);
    own(number, nouns, what, at.pointer()).into_iter().collect()
}

fn of_outcome(lists: &Lists<'_>, outcome: usize, number: impl Fn(&Outcome) -> Option<People>) -> Vec<Secret> {
    let Some(at) = lists.outcomes.get(outcome) else { return Vec::new() };
    let nouns = [
        "people",
        "person",
        "adults",
        "adult",
        "children",
        "child",
        "parents",
        "parent",
        "families",
        "family",
        "households",
        "household",
        "participants",
        "participant",
        "residents",
        "resident",
        "pupils",
        "pupil",
    ];
    let what = format!("people of {}", at.id);
    let number = number(at.get()).map(People::get);
    own(number, nouns.map(Cow::Borrowed).to_vec(), what, at.pointer()).into_iter().collect()
}

fn of_referrals(cx: &RuleContext<'_>, whole: &QuarterlyReturn, cell: ReferralCell) -> Option<Secret> {
    let referrals = whole.system_health.as_ref()?.referrals.as_ref()?;
    let (number, name) = match cell {
        ReferralCell::Received => (referrals.received?, "received"),
        ReferralCell::Accepted => (referrals.accepted?, "accepted"),
        ReferralCell::Declined => (referrals.declined?, "declined"),
        ReferralCell::Pending => (referrals.pending?, "waiting"),
        ReferralCell::Withdrawn => (referrals.withdrawn?, "withdrawn"),
        ReferralCell::Source(at) => {
            let source = referrals.by_source.get(at)?;
            (source.value, source.source.as_str())
        }
    };
    let at = cx.system_health()?.field("referrals").parent()?;
    let nouns = ["referrals", "referral"].map(Cow::Borrowed).to_vec();
    let mut secret = own(Some(number.get()), nouns, format!("referrals, {name}"), at)?;
    secret.names = vec![prose::words(name).join(" ")];
    Some(secret)
}

fn of_survey(cx: &RuleContext<'_>, whole: &QuarterlyReturn, cell: SurveyCell) -> Option<Secret> {
    let survey = whole.system_health.as_ref()?.relationship_survey.as_ref()?;
    let at = cx.system_health()?.field("relationship_survey");
    let nouns = ["replies", "reply", "responses", "response"].map(Cow::Borrowed).to_vec();
    match cell {
        SurveyCell::Returned => own(survey.returned.map(People::get), nouns, "replies to the survey".to_owned(), at),
        SurveyCell::Sector(sector) => {
            let sector = survey.returned_by_sector.get(sector)?;
            let name = sector.sector.word().replace('_', " ");
            let what = format!("replies to the survey from {name}");
            let mut secret = own(Some(sector.value.get()), nouns, what, at)?;
            secret.names = vec![name];
            Some(secret)
        }
        SurveyCell::Sent
        | SurveyCell::ResponseRate
        | SurveyCell::Score(_)
        | SurveyCell::ScoreCount(_)
        | SurveyCell::Overall
        | SurveyCell::Morale => None,
    }
}

fn of_reach(cx: &RuleContext<'_>, whole: &QuarterlyReturn) -> Option<Secret> {
    let people = whole.community_reporting.as_ref()?.reach.as_ref()?.people?;
    let at = cx.community_reporting()?.field("reach");
    let nouns = ["people", "person", "residents", "resident"].map(Cow::Borrowed).to_vec();
    own(Some(people.get()), nouns, "people heard in community reporting".to_owned(), at)
}

/// A number that its own part of the return tells apart.
fn own(number: Option<u64>, nouns: Vec<Cow<'static, str>>, what: String, own: Pointer) -> Option<Secret> {
    let number = number.filter(|number| *number > 0)?;
    Some(Secret { number, is_small: false, nouns, names: Vec::new(), what, own, note: None })
}

/// What a measure counts, the usual word first: its unit, and what people say for it.
fn nouns(measure: &ResultMeasure) -> Vec<Cow<'static, str>> {
    let usual: &[&str] = match measure.counted() {
        Counts::Households => &["households", "household", "families", "family"],
        Counts::People => &["people", "person"],
        Counts::Cases => &["cases", "case"],
        Counts::Opinions => &["replies", "reply", "responses", "response"],
        Counts::Staff => &["staff"],
        Counts::Organisations | Counts::Things | Counts::Money => &[],
    };
    let mut nouns: Vec<_> = usual.iter().copied().map(Cow::Borrowed).collect();
    let unit = measure.unit.as_ref().map(|unit| unit.as_str().trim().to_lowercase()).unwrap_or_default();
    let is_word = unit.len() > 2 && unit.chars().all(char::is_alphabetic) && unit != "percent" && unit != "gbp";
    if is_word && !nouns.iter().any(|noun| *noun == unit) {
        nouns.extend(unit.strip_suffix('s').map(|one| Cow::Owned(one.to_owned())));
        nouns.push(Cow::Owned(unit));
    }
    nouns
}

fn whole_number(value: Quantity) -> Option<u64> {
    let value = value.get();
    value.is_integer().then(|| value.to_u64()).flatten()
}
