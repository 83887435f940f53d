//! What the strictest report hides, as a sentence could give it away: the number, what it counts, and whom it is of.
//! Nothing here is ever printed but the names of groups and records.

use rust_decimal::prelude::ToPrimitive;

use super::giveaway::{Amounts, Many};
use super::nouns::{Nouns, Usual};
use crate::disclosure::decide::{Cell, Moved, Part, Profile, ReferralCell, Step, Suppression, SurveyCell, decide};
use crate::returns::approach::outcomes::Outcome;
use crate::returns::approach::results::{Breakdown, ResultMeasure};
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
    /// What it counts.
    pub(super) nouns: Nouns,
    /// Names of the group, in small letters; none where the record alone tells whose number it is.
    pub(super) names: Vec<String>,
    /// What it is, without the number.
    pub(super) what: String,
    /// The outcome that it is of, by its index.
    outcome: Option<usize>,
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

    /// Whether its place has a note.
    pub(super) fn has_note(&self) -> bool {
        self.note.is_some()
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

/// The most numbers that one cell has.
const MOST_OF_A_CELL: usize = 5;

/// The numbers that the strictest report of this return hides, after the earlier returns that were given, as far as texts
/// speak of these amounts.
pub(super) fn secrets(cx: &RuleContext<'_>, heard: Amounts) -> Vec<Secret> {
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
    // Where there may be too many to look for all, those that no text speaks of count too.
    let is_counted_off = suppression.hidden().count() * MOST_OF_A_CELL > MOST;
    let heard = if is_counted_off { Amounts::ALL } else { heard };
    let part = Filed {
        whole,
        results: cx.results().collect(),
        outcomes: cx.outcomes().collect(),
        heard,
        threshold: profile.thresholds().people,
    };
    let mut secrets = Vec::new();
    for cell in suppression.hidden() {
        secrets.extend(part.of_cell(cx, cell));
        if secrets.len() > MOST {
            break;
        }
    }
    // A number that its own part prints elsewhere is no secret there.
    secrets.retain(|secret| !part.prints_elsewhere(&suppression, secret));
    secrets
}

/// The count of an outcome's cell.
fn count_of(outcome: &Outcome, cell: Cell) -> Option<u64> {
    let count = match cell {
        Cell::Cohort(_, step) => {
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
        }
        Cell::Distribution(_, moved) => {
            let distribution = outcome.distribution.as_ref()?;
            match moved {
                Moved::Up => distribution.improved,
                Moved::Not => distribution.no_clear_change,
                Moved::Down => distribution.worsened,
            }
        }
        Cell::Achieved(_, part) => {
            let achieved = outcome.achieved.as_ref()?;
            match part {
                Part::Numerator => achieved.numerator,
                Part::Denominator => achieved.denominator,
                Part::Value | Part::N => None,
            }
        }
        Cell::Baseline(..)
        | Cell::Actual(..)
        | Cell::Group(..)
        | Cell::Restatement(_)
        | Cell::System(..)
        | Cell::Referrals(_)
        | Cell::Survey(_)
        | Cell::Scores(_)
        | Cell::AreaScores(..)
        | Cell::Area(..)
        | Cell::Comparison(_)
        | Cell::ComparisonPeople(_)
        | Cell::ReachPeople
        | Cell::ReachShare(_) => None,
    };
    count.map(People::get)
}

/// The cells of an outcome that have a count of people.
fn counted_cells(outcome: usize) -> impl Iterator<Item = Cell> {
    const STEPS: [Step; 6] =
        [Step::Eligible, Step::Consented, Step::BaselineComplete, Step::FollowUpDue, Step::Matched, Step::LeftBefore];
    let steps = STEPS.into_iter().map(move |step| Cell::Cohort(outcome, step));
    let moved = [Moved::Up, Moved::Not, Moved::Down].into_iter().map(move |moved| Cell::Distribution(outcome, moved));
    let achieved = [Part::Numerator, Part::Denominator].into_iter().map(move |part| Cell::Achieved(outcome, part));
    steps.chain(moved).chain(achieved)
}

/// A return that hidden numbers stand in.
struct Filed<'a> {
    whole: &'a QuarterlyReturn,
    results: Vec<At<'a, ResultMeasure>>,
    outcomes: Vec<At<'a, Outcome>>,
    /// The amounts that texts speak of.
    heard: Amounts,
    /// A count below this is hidden for its own sake.
    threshold: u64,
}

impl Filed<'_> {
    /// Whether a text may speak of a number.
    fn is_heard(&self, number: u64) -> bool {
        let is_few = self.is_small(number) && self.heard.shares_any(Amounts::of(Many::Few));
        is_few || self.heard.shares_any(Amounts::of(Many::Exactly(number)))
    }

    fn is_small(&self, number: u64) -> bool {
        number < self.threshold
    }

    /// Whether another count of the same outcome is the same number, and printed.
    fn prints_elsewhere(&self, suppression: &Suppression, secret: &Secret) -> bool {
        let Some((index, at)) = secret.outcome.and_then(|index| Some((index, self.outcomes.get(index)?))) else {
            return false;
        };
        let is_same = |cell: &Cell| count_of(at.get(), *cell) == Some(secret.number);
        counted_cells(index).filter(is_same).any(|cell| !suppression.hides(cell))
    }

    fn of_cell(&self, cx: &RuleContext<'_>, cell: Cell) -> Vec<Secret> {
        match cell {
            Cell::Group(result, breakdown, group) => self.group_of(cx, result, breakdown, group).unwrap_or_default(),
            Cell::Actual(result, at, part) => self.figure_of(result, |measure| measure.actuals.get(at), part),
            Cell::Baseline(result, part) => self.figure_of(result, |measure| measure.baseline.as_ref(), part),
            Cell::Cohort(outcome, _) | Cell::Distribution(outcome, _) | Cell::Achieved(outcome, _) => {
                self.of_outcome(outcome, cell).into_iter().collect()
            }
            Cell::Referrals(cell) => self.of_referrals(cx, cell).into_iter().collect(),
            Cell::Survey(cell) => self.of_survey(cx, cell).into_iter().collect(),
            Cell::ReachPeople => self.of_reach(cx).into_iter().collect(),
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

    fn group_of(&self, cx: &RuleContext<'_>, result: usize, breakdown: usize, group: usize) -> Option<Vec<Secret>> {
        let at = self.results.get(result)?;
        let measure = at.get();
        let table: &Breakdown = measure.breakdowns.get(breakdown)?;
        let group = table.groups.get(group)?;
        let figure = group.value.as_ref();
        let value = figure.and_then(|figure| figure.value).filter(|_| measure.value_is_count()).and_then(whole_number);
        let count = |count: Option<People>| count.map(People::get);
        let numbers: [Option<u64>; MOST_OF_A_CELL] = [
            value,
            count(group.numerator),
            count(group.denominator),
            figure.and_then(|figure| count(figure.numerator)),
            figure.and_then(|figure| count(figure.denominator)),
        ];
        let heard = || numbers.into_iter().flatten().filter(|number| *number > 0 && self.is_heard(*number));
        heard().next()?;
        let place = group.place.as_ref().map(Id::as_str);
        let named = |id: &str| Some(self.whole.places.iter().rfind(|place| place.id.as_str() == id)?.name.as_str());
        let name = place.and_then(named).or_else(|| group.label.as_ref().map(Line::as_str))?;
        let lower = prose::words(name).join(" ");
        // “Other” names nobody.
        if lower.is_empty() || matches!(lower.as_str(), "other" | "others" | "not known" | "unknown" | "not stated") {
            return None;
        }
        let notes = cx.whole().list("ward_notes", |whole| &whole.ward_notes);
        // Of two notes of a place the later one.
        let note = place.and_then(|id| notes.filter(|note| note.get().place.as_str() == id).last());
        let note = note.map(|note| note.pointer());
        let nouns = Nouns::of_measure(measure);
        let what = format!("the {} of {name} in {}", nouns.first().unwrap_or_default(), measure.id);
        let secret = |number| Secret {
            number,
            is_small: self.is_small(number),
            nouns: nouns.clone(),
            names: vec![format!("{lower}s"), lower.clone()],
            what: what.clone(),
            outcome: None,
            own: at.pointer(),
            note: note.clone(),
        };
        Some(heard().map(secret).collect())
    }

    fn figure_of<'m>(
        &'m self,
        result: usize,
        figure: impl Fn(&'m ResultMeasure) -> Option<&'m PeriodFigure>,
        part: Part,
    ) -> Vec<Secret> {
        let Some(at) = self.results.get(result) else { return Vec::new() };
        let measure = at.get();
        let Some(figure) = figure(measure) else { return Vec::new() };
        let number = match part {
            Part::Value => figure.value.filter(|_| measure.value_is_count()).and_then(whole_number),
            Part::Numerator => figure.numerator.map(People::get),
            Part::Denominator => figure.denominator.map(People::get),
            Part::N => figure.n.map(People::get),
        };
        let secret = self.own(number, || {
            let nouns = Nouns::of_measure(measure);
            let what = format!("{} of {}", nouns.first().unwrap_or("people"), measure.id);
            (nouns, what, at.pointer())
        });
        secret.into_iter().collect()
    }

    fn of_outcome(&self, outcome: usize, cell: Cell) -> Option<Secret> {
        let at = self.outcomes.get(outcome)?;
        let number = count_of(at.get(), cell);
        let own = || (Nouns::of(Usual::Cohort), format!("people of {}", at.id), at.pointer());
        let secret = self.own(number, own)?;
        Some(Secret { outcome: Some(outcome), ..secret })
    }

    fn of_referrals(&self, cx: &RuleContext<'_>, cell: ReferralCell) -> Option<Secret> {
        let referrals = self.whole.system_health.as_ref()?.referrals.as_ref()?;
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
        let own = || (Nouns::of(Usual::Referrals), format!("referrals, {name}"), at);
        let secret = self.own(Some(number.get()), own)?;
        Some(Secret { names: vec![prose::words(name).join(" ")], ..secret })
    }

    fn of_survey(&self, cx: &RuleContext<'_>, cell: SurveyCell) -> Option<Secret> {
        let survey = self.whole.system_health.as_ref()?.relationship_survey.as_ref()?;
        let at = cx.system_health()?.field("relationship_survey");
        let nouns = Nouns::of(Usual::Replies);
        match cell {
            SurveyCell::Returned => {
                self.own(survey.returned.map(People::get), || (nouns, "replies to the survey".to_owned(), at))
            }
            SurveyCell::Sector(sector) => {
                let sector = survey.returned_by_sector.get(sector)?;
                let name = sector.sector.word().replace('_', " ");
                let what = format!("replies to the survey from {name}");
                let secret = self.own(Some(sector.value.get()), || (nouns, what, at))?;
                Some(Secret { names: vec![name], ..secret })
            }
            SurveyCell::Sent
            | SurveyCell::ResponseRate
            | SurveyCell::Score(_)
            | SurveyCell::ScoreCount(_)
            | SurveyCell::Overall
            | SurveyCell::Morale => None,
        }
    }

    fn of_reach(&self, cx: &RuleContext<'_>) -> Option<Secret> {
        let people = self.whole.community_reporting.as_ref()?.reach.as_ref()?.people?;
        let at = cx.community_reporting()?.field("reach");
        let what = "people heard in community reporting".to_owned();
        self.own(Some(people.get()), || (Nouns::of(Usual::Residents), what, at))
    }

    /// A number that its own part of the return tells apart: what it counts, what it is and where that part stands.
    fn own(&self, number: Option<u64>, parts: impl FnOnce() -> (Nouns, String, Pointer)) -> Option<Secret> {
        let number = number.filter(|number| *number > 0 && self.is_heard(*number))?;
        let is_small = self.is_small(number);
        let (nouns, what, own) = parts();
        Some(Secret { number, is_small, nouns, names: Vec::new(), what, outcome: None, own, note: None })
    }
}

fn whole_number(value: Quantity) -> Option<u64> {
    let value = value.get();
    value.is_integer().then(|| value.to_u64()).flatten()
}
