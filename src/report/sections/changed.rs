//! What changed from what readers were told: what was said, what is said now and why, thing by thing. What has no reason
//! stands first. Only where earlier returns were at hand and something is other than they said.

use super::{Cx, grid::Grid, make};
use crate::order;
use crate::{
    disclosure::{
        Audience,
        published::{MemoryShown, Said, ToldKind, ToldShown},
    },
    report::block::{Block, Look, Rich, Section, SectionRank},
};

/// Where links to the section lead.
pub(in crate::report) const ANCHOR: &str = "what-changed";

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let Some(memory) = &cx.published.memory else { return Vec::new() };
    let changes = told(memory);
    if changes.is_empty() {
        return Vec::new();
    }
    let w = cx.w;
    let [title, question] = w.changed_heading();
    let without = changes.iter().filter(|change| change.why.is_none()).count();
    let since = memory.since.map(|since| w.period(since)).unwrap_or_default();
    let is_funder = cx.published.audience == Audience::Funder;
    let look = if is_funder { Look::Lede } else { Look::Body };
    let mut blocks = vec![make::paragraph(look, w.changed_lede(changes.len(), without, &since))];
    blocks.push(table(cx, &changes));
    blocks.extend(new(cx, memory).filter(|_| is_funder));
    vec![Block::Section(Section {
        anchor: ANCHOR.to_owned(),
        number: String::new(),
        title: title.to_owned(),
        question: if is_funder { question.to_owned() } else { String::new() },
        rank: SectionRank::Full,
        new_page: is_funder,
        blocks,
    })]
}

/// A line that leads to the section, for page 1.
pub(super) fn in_brief(cx: &Cx<'_>) -> Option<Block> {
    let changed = told(cx.published.memory.as_ref()?).len();
    let [title, _] = cx.w.changed_heading();
    (changed > 0).then(|| make::note(Rich::from(cx.w.changed_in_brief(changed)).link(title, ANCHOR).and(".")))
}

/// Whether there is anything to say.
pub(in crate::report) fn is_there(cx: &Cx<'_>) -> bool {
    cx.published.memory.as_ref().is_some_and(|memory| !told(memory).is_empty())
}

/// What is other than was told, what has no reason first.
fn told(memory: &MemoryShown) -> Vec<&ToldShown> {
    let mut changes: Vec<_> = memory.changes.iter().filter(|change| change.kind != ToldKind::New).collect();
    order::by_key(&mut changes, |change| change.why.is_some());
    changes
}

fn table(cx: &Cx<'_>, changes: &[&ToldShown]) -> Block {
    let w = cx.w;
    let (caption, [what, then, now, why]) = w.changed_table();
    let columns = vec![make::words(what, 30), make::words(then, 22), make::words(now, 22), make::words(why, 26)];
    let mut table = Grid::new(w, "table-changed", caption, columns);
    for change in changes {
        let period = change.period.map(|period| w.period(period));
        let on = change.on.map(|on| w.short_date(on));
        let agreed = w.change_agreed(&change.agreed_by, on.as_deref()).unwrap_or_default();
        let kind = w.told_kind(change.kind, period.as_deref(), change.times);
        let why = match &change.why {
            Some(why) => cx.said(why),
            None => Rich::none().strong(w.no_reason_given()),
        };
        // A promise that is gone is known by its words.
        let (title, then) = match (&change.then, change.kind) {
            (Said::Words { said }, ToldKind::PromiseGone) => (cx.said(said), Rich::from(w.told_then(change.kind))),
            (then, kind) => {
                (cx.said(&change.title), said(cx, change, then).unwrap_or_else(|| w.told_then(kind).into()))
            }
        };
        let now = match (&change.now, change.kind) {
            (Said::Day { day }, ToldKind::PartnerLeft) => w.left_on(&w.date(*day)).into(),
            (now, kind) => said(cx, change, now).unwrap_or_else(|| w.told_now(kind).into()),
        };
        let line = table.line().words(title).by(kind).words(then).words(now).words(why).by(agreed);
        table.add(line);
    }
    table.block()
}

fn said(cx: &Cx<'_>, change: &ToldShown, said: &Said) -> Option<Rich> {
    let w = cx.w;
    match said {
        Said::Nothing => None,
        Said::Figure { figure } => {
            let amount = w.amount(figure, &change.unit);
            Some(amount.unwrap_or_else(|| w.figure(figure, change.unit.sign)).into())
        }
        Said::Words { said } => Some(cx.quoted(said)),
        Said::NotRepeated => Some(w.not_repeated().into()),
        Said::Day { day } => Some(w.date(*day).into()),
    }
}

/// What is measured for the first time.
fn new(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let new = memory.changes.iter().filter(|change| change.kind == ToldKind::New);
    let titles: Vec<&str> = new.map(|change| change.title.text.as_str()).collect();
    (!titles.is_empty()).then(|| make::note(cx.w.new_this_quarter(&titles)))
}
