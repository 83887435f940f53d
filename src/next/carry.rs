//! The walk over a return that carries each field forward as the table says.

use super::table::{Fate, Open, fate};
use super::written::Written;
use super::{Started, Task, ToDo};
use crate::intake::{self, Intake, Kind, Value};
use crate::order;
use crate::returns::{Date, FinancialYear, Period, Quarter};
use crate::schema;
use crate::source::{DocumentId, Locate, Part, Pointer};

/// A quarter of a financial year.
type Of = (FinancialYear, Quarter);

/// Carries a return forward from one quarter to the next.
pub(super) fn carry(from: &Intake, last: Of, next: Of) -> Option<Started> {
    let root = from.root()?;
    let (first_day, last_day) = next.1.days(next.0.first_year());
    let mut carrying = Carrying { root, last, next, first_day, last_day, to_do: Vec::new(), left_out: Vec::new() };
    let top = Pointer::root(DocumentId::FIRST);
    let Written::Record(mut fields) = carrying.record(root, "", &top) else { return None };
    carrying.previous_actions(&mut fields);
    let text = Written::Record(fields).file();
    let read = intake::read("return.json", text.as_bytes()).intake;
    let places = carrying.to_do.iter().map(|(at, task)| ToDo {
        line: read.locate(at, Part::Value).line,
        record: read.record(at),
        at: at.clone(),
        task: *task,
    });
    let mut places: Vec<ToDo> = places.collect();
    order::by_key(&mut places, |place| place.line);
    Some(Started { period: Period::of_quarter(next.0, next.1), places, left_out: carrying.left_out, text })
}

/// Whether a field that does not stand in the draft may be given; see [`super::may_be_given`].
pub(super) fn may_be_given(path: &str) -> bool {
    !matches!(fate(path), Fate::Within | Fate::Stays | Fate::Anew)
}

struct Carrying<'a> {
    root: Value<'a>,
    last: Of,
    next: Of,
    first_day: Date,
    last_day: Date,
    to_do: Vec<(Pointer, Task)>,
    left_out: Vec<String>,
}

impl<'a> Carrying<'a> {
    fn starts_a_year(&self) -> bool {
        self.last.0 != self.next.0
    }

    fn add(&mut self, at: &Pointer, task: Task) {
        self.to_do.push((at.clone(), task));
    }

    /// The fields of a record, each by its fate.
    fn record(&mut self, record: Value<'a>, path: &str, at: &Pointer) -> Written {
        let mut fields: Vec<(String, Written)> = Vec::new();
        for (name, value) in record.members() {
            let path = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
            let place = at.field(&name);
            let decided = fate(&path);
            // A series has what came before already.
            if let (Fate::Becomes(beside), None) = (decided, record.field("series")) {
                fields.push((beside.to_owned(), Written::copy(value)));
            }
            let kept = if name.starts_with("x_") {
                Some(Written::copy(value))
            } else {
                self.field(value, decided, &path, &place)
            };
            fields.extend(kept.map(|kept| (name.into_owned(), kept)));
        }
        Written::Record(fields)
    }

    fn field(&mut self, value: Value<'a>, fate: Fate, path: &str, at: &Pointer) -> Option<Written> {
        match fate {
            Fate::Within => Some(self.within(value, path, at)),
            Fate::Look => self.kept(value, at, Task::Look),
            Fate::Grows => self.kept(value, at, Task::Add),
            Fate::YearlyLook if self.starts_a_year() => self.kept(value, at, Task::Look),
            Fate::LookWhileAhead if self.is_ahead(value) => self.kept(value, at, Task::Look),
            Fate::Unless(word) if value.text().is_some_and(|text| text == word) => self.kept(value, at, Task::Look),
            Fate::WhileAhead if self.is_ahead(value) => Some(Written::copy(value)),
            Fate::YearLong if !self.starts_a_year() => Some(Written::copy(value)),
            Fate::Stays | Fate::YearlyLook => Some(Written::copy(value)),
            Fate::Blank => self.emptied(Written::emptied(value), at),
            Fate::Fill
            | Fate::Becomes(_)
            | Fate::Unless(_)
            | Fate::WhileAhead
            | Fate::LookWhileAhead
            | Fate::YearLong => self.emptied(None, at),
            // What it takes is put in with the field it is taken from.
            Fate::Takes => None,
            Fate::IfAny => {
                let title = schema::titles(at).pop().unwrap_or_default();
                if !self.left_out.contains(&title) {
                    self.left_out.push(title);
                }
                None
            }
            // What is no list, though it should be, is left for the checks to speak of.
            Fate::Open(_) | Fate::Figures if value.kind() != Kind::List => Some(Written::copy(value)),
            Fate::Open(open) => {
                let items = value.items().filter(|item| self.is_open(*item, open)).collect();
                self.add(at, Task::Add);
                Some(self.items(items, path, at))
            }
            Fate::Figures => Some(self.figures(value, at)),
            Fate::Anew => self.anew(value, path, at),
        }
    }

    #[allow(clippy::unnecessary_wraps, reason = "an answer of Carrying::field, beside others that leave the field out")]
    fn kept(&mut self, value: Value<'a>, at: &Pointer, task: Task) -> Option<Written> {
        self.add(at, task);
        Some(Written::copy(value))
    }

    fn emptied(&mut self, empty: Option<Written>, at: &Pointer) -> Option<Written> {
        self.add(at, Task::Fill);
        empty
    }

    fn within(&mut self, value: Value<'a>, path: &str, at: &Pointer) -> Written {
        match value.kind() {
            Kind::Record => self.record(value, path, at),
            Kind::List => self.items(value.items().collect(), path, at),
            Kind::Empty | Kind::Boolean | Kind::Number | Kind::Text => Written::copy(value),
        }
    }

    fn items(&mut self, items: Vec<Value<'a>>, path: &str, at: &Pointer) -> Written {
        let path = format!("{path}[]");
        let items = items.into_iter().enumerate();
        Written::List(items.map(|(index, item)| self.within(item, &path, &at.item(index))).collect())
    }

    fn is_open(&self, item: Value<'a>, open: Open) -> bool {
        match open {
            Open::All => true,
            Open::Unless(field, words) => !says(item, field, words),
            Open::Without(field) => item.field(field).is_none(),
            Open::After(field) => day(item, field).is_some_and(|day| day > self.last_day),
            Open::Promises => {
                let is_judged = says(item, "community_verdict", &["partly_kept", "not_kept", "could_not_agree"]);
                let is_over = says(item, "partner_status", &["withdrawn"])
                    || says(item, "community_verdict", &["kept"])
                    || is_judged && item.field("revised_due").is_none();
                !is_over
            }
        }
    }

    /// Whether the day of a record is still to come, or a period of a list.
    fn is_ahead(&self, value: Value<'a>) -> bool {
        let next = Period::of_quarter(self.next.0, self.next.1).quarter_index();
        let period = |item: Value<'_>| Period::parse(&item.field("period")?.text()?)?.quarter_index();
        match value.kind() {
            Kind::List => value.items().any(|item| period(item) >= next),
            Kind::Record => match day(value, "by") {
                // An action that is due within the quarter is reported on; a target stands until its day.
                Some(day) if value.field("what").is_some() => day > self.last_day,
                Some(day) => day >= self.first_day,
                None => value.field("what").is_none(),
            },
            Kind::Empty | Kind::Boolean | Kind::Number | Kind::Text => false,
        }
    }

    /// The figures of the year, and an empty one for the period that comes next. What was published a quarter late is so
    /// again.
    fn figures(&mut self, value: Value<'a>, at: &Pointer) -> Written {
        let period = |item: Value<'_>| Period::parse(&item.field("period")?.text()?);
        let is_of_the_year = |item: &Value<'_>| {
            period(*item).is_some_and(|of| match of.as_quarter() {
                Some((year, _)) => year == self.next.0,
                None => !self.starts_a_year(),
            })
        };
        let mut figures: Vec<Written> = value.items().filter(is_of_the_year).map(Written::copy).collect();
        let latest = value.items().filter_map(period).filter(|of| of.quarter_index().is_some());
        let latest = latest.max_by_key(|of| of.quarter_index()).and_then(Period::as_quarter);
        let expected = match latest {
            Some((year, quarter)) => super::after(year, quarter),
            None if value.is_empty() => Some(self.next),
            None => None,
        };
        match expected {
            Some((year, quarter)) => {
                let empty = Written::text(&Period::of_quarter(year, quarter).to_string());
                self.add(&at.item(figures.len()), Task::Fill);
                figures.push(Written::Record(vec![("period".to_owned(), empty)]));
            }
            None => self.add(at, Task::Add),
        }
        Written::List(figures)
    }

    /// What candour writes itself.
    fn anew(&mut self, value: Value<'a>, path: &str, at: &Pointer) -> Option<Written> {
        let header = || self.root.field("return");
        match path {
            "return.version" => Some(Written::Plain("1".to_owned())),
            "return.status" => Some(Written::text("draft")),
            "return.period" => Some(self.period(value)),
            "return.return_id" => match self.next_id(&value.text()?) {
                Some(id) => Some(Written::text(&id)),
                None => self.emptied(Some(Written::text("")), at),
            },
            "return.previous_return" => match header().and_then(|header| header.field("return_id")) {
                Some(id) => Some(Written::copy(id)),
                None => self.emptied(Some(Written::text("")), at),
            },
            "finance.year" => Some(Written::text(&self.next.0.to_string())),
            // The actions that are due are put in when everything else stands.
            _ => None,
        }
    }

    fn period(&self, given: Value<'a>) -> Written {
        let field = |(name, value): (std::borrow::Cow<'_, str>, Value<'_>)| {
            let written = match name.as_ref() {
                "financial_year" => Written::text(&self.next.0.to_string()),
                "quarter" => Written::text(self.next.1.word()),
                "start" => Written::text(&self.first_day.to_string()),
                "end" => Written::text(&self.last_day.to_string()),
                _ => Written::copy(value),
            };
            (name.into_owned(), written)
        };
        Written::Record(given.members().map(field).collect())
    }

    /// `STM-2026-27-Q2` becomes `STM-2026-27-Q3`; an id that does not name its quarter has to be chosen.
    fn next_id(&self, id: &str) -> Option<String> {
        let name = |(year, quarter): Of| format!("{year}-{}", quarter.word());
        let last = name(self.last);
        id.contains(&last).then(|| id.replace(&last, &name(self.next)))
    }

    /// What was to be done or decided by the end of the new quarter, and what was left over before.
    fn previous_actions(&mut self, fields: &mut Vec<(String, Written)>) {
        let of = Period::of_quarter(self.last.0, self.last.1);
        let at = Pointer::root(DocumentId::FIRST).field("previous_actions");
        let mut actions: Vec<Vec<(String, Written)>> = Vec::new();
        let list = |name: &str| self.root.field(name).into_iter().flat_map(Value::items);
        for action in list("previous_actions").filter(|action| !says(*action, "done", &["yes"])) {
            let kept = action.members().filter(|(name, _)| !matches!(name.as_ref(), "done" | "note"));
            actions.push(kept.map(|(name, value)| (name.into_owned(), Written::copy(value))).collect());
        }
        let mut due = |record: Value<'_>, what: Option<Value<'_>>, by: Option<Date>| {
            let Some((id, what)) = record.field("id").and_then(Value::text).zip(what) else { return };
            if by.is_some_and(|by| by <= self.last_day) {
                let reference = Written::Record(vec![
                    ("period".to_owned(), Written::text(&of.to_string())),
                    ("record".to_owned(), Written::text(&id)),
                ]);
                actions.push(vec![("ref".to_owned(), reference), ("what".to_owned(), Written::copy(what))]);
            }
        };
        for measure in list("results") {
            let action = measure.field("action");
            due(measure, action.and_then(|action| action.field("what")), action.and_then(|it| day(it, "by")));
        }
        for asked in list("decisions_asked") {
            due(asked, asked.field("decision"), day(asked, "needed_by"));
        }
        if actions.is_empty() {
            return;
        }
        self.add(&at, Task::Add);
        for (index, action) in actions.iter_mut().enumerate() {
            action.push(("note".to_owned(), Written::text("")));
            self.add(&at.item(index).field("done"), Task::Fill);
            self.add(&at.item(index).field("note"), Task::Fill);
        }
        let actions = Written::List(actions.into_iter().map(Written::Record).collect());
        // Where the worked example has them: after the approaches.
        let after = |name: &str| fields.iter().position(|(known, _)| known == name).map(|index| index + 1);
        let index = after("approaches").or_else(|| after("partnership")).unwrap_or(fields.len());
        fields.insert(index, ("previous_actions".to_owned(), actions));
    }
}

fn says(record: Value<'_>, field: &str, words: &[&str]) -> bool {
    record.field(field).and_then(Value::text).is_some_and(|text| words.contains(&text.as_ref()))
}

fn day(record: Value<'_>, field: &str) -> Option<Date> {
    Date::parse(&record.field(field)?.text()?)
}
