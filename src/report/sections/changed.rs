//! What changed from what readers were told: what was said, what is said now and why, thing by thing. What has no reason
//! stands first. Only where earlier returns were at hand and something is other than they said.

use super::{Cx, grid::Grid, make};
use crate::order;
use crate::{
    disclosure::{
        Audience,
        published::{MemoryShown, Said, ToldKind, ToldShown},
    },
    report::block::{Block, Look, Marker, Rich, Section, SectionRank},
};

/// Where links to the section lead.
pub(in crate::report) const ANCHOR: &str = "what-changed";

/// How many changes a briefing of two pages has room for.
const MOST: usize = 6;

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
    let look = if is_funder { Look::Lede } else { Look::Note };
    let mut blocks = vec![make::paragraph(look, w.changed_lede(changes.len(), without, &since))];
    if is_funder {
        blocks.push(table(cx, &changes));
        blocks.extend(new(cx, memory));
    } else {
        blocks.extend(lines(cx, &changes));
    }
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

/// A change in words.
struct Change {
    /// What it is about.
    title: String,
    /// What kind of change it is.
    kind: String,
    /// What was said, where it was more than that there is such a thing.
    then: Option<Rich>,
    /// What is said now, where it is anything.
    now: Option<Rich>,
    /// Whether what is said now tells what kind of change it is.
    says_itself: bool,
    /// Why, and who agreed.
    why: Why,
}

/// Why something is other than was told; changes made together have the same.
#[derive(PartialEq)]
struct Why {
    /// The filer’s words; `None` where there are none.
    words: Option<Rich>,
    /// Who agreed, and when; empty where nobody says.
    agreed: String,
}

impl Change {
    fn of(cx: &Cx<'_>, change: &ToldShown) -> Self {
        let w = cx.w;
        let period = change.period.map(|period| w.period(period));
        // A promise that is gone is known by its words.
        let (title, then) = match (&change.then, change.kind) {
            (Said::Words { said }, ToldKind::PromiseGone) => (said, None),
            (then, _) => (&change.title, said(cx, change, then)),
        };
        let now = match (&change.now, change.kind) {
            (Said::Day { day }, ToldKind::PartnerLeft) => Some(w.left_on(&w.date(*day)).into()),
            (now, _) => said(cx, change, now),
        };
        Self {
            title: title.text.clone(),
            kind: w.told_kind(change.kind, period.as_deref(), change.times),
            says_itself: then.is_none() && now.is_some() && change.kind == ToldKind::PartnerLeft,
            then,
            now,
            why: Why {
                words: change.why.as_ref().map(|why| cx.said(why)),
                agreed: agreed(cx, change).unwrap_or_default(),
            },
        }
    }
}

/// Who agreed a change, and when. Members read whether their own council did, and how many others.
fn agreed(cx: &Cx<'_>, change: &ToldShown) -> Option<String> {
    let on = change.on.map(|on| cx.w.short_date(on));
    let mut names = change.agreed_by.clone();
    if cx.published.audience == Audience::Funder {
        return cx.w.change_agreed(&names, on.as_deref());
    }
    if let Some(council) = &cx.published.council {
        names.sort_by_key(|name| *name != council.name);
    }
    cx.w.change_agreed_briefly(&names, on.as_deref())
}

fn table(cx: &Cx<'_>, changes: &[&ToldShown]) -> Block {
    let w = cx.w;
    let (caption, [what, then, now, why]) = w.changed_table();
    let columns = vec![make::words(what, 30), make::words(then, 22), make::words(now, 22), make::words(why, 26)];
    let mut table = Grid::new(w, "table-changed", caption, columns);
    let mut above: Option<(&str, Why)> = None;
    for told in changes {
        let change = Change::of(cx, told);
        let line = table.line().words(change.title).by(change.kind);
        let line = line.words(change.then.unwrap_or_else(|| w.told_then(told.kind).into()));
        let line = line.words(change.now.unwrap_or_else(|| w.told_now(told.kind).into()));
        let same = above.as_ref().is_some_and(|(record, why)| *record == told.record && *why == change.why);
        table.add(match &change.why.words {
            // What was changed together is told once.
            Some(_) if same => line.words(w.same_reason()),
            Some(why) => line.words(why.clone()).by(change.why.agreed.as_str()),
            None => line.words(Rich::none().strong(w.no_reason_given())).by(change.why.agreed.as_str()),
        });
        above = Some((&told.record, change.why));
    }
    table.block()
}

/// What members read: a few lines for each thing, and a reason that several changes of it share but once. What has no
/// room is counted.
fn lines(cx: &Cx<'_>, changes: &[&ToldShown]) -> Vec<Block> {
    let (shown, more) = changes.split_at(changes.len().min(MOST));
    let mut things: Vec<(&str, Vec<Change>)> = Vec::new();
    for told in shown {
        let change = Change::of(cx, told);
        match things.iter_mut().find(|(record, _)| !record.is_empty() && *record == told.record) {
            Some((_, others)) => others.push(change),
            None => things.push((&told.record, vec![change])),
        }
    }
    let items = things.into_iter().map(|(_, changes)| thing(cx, changes)).collect();
    let mut blocks = vec![make::list(Marker::Bullet, items)];
    blocks.extend((!more.is_empty()).then(|| make::note(cx.w.changed_more(more.len()))));
    blocks
}

/// Everything that changed about one thing: what was changed together on a line of its own, with its reason.
fn thing(cx: &Cx<'_>, changes: Vec<Change>) -> Rich {
    let w = cx.w;
    let mut lines: Vec<Rich> = Vec::new();
    let mut changes = changes.into_iter().peekable();
    let mut sentences: Vec<Rich> = changes.peek().map(|first| Rich::none().strong(&first.title)).into_iter().collect();
    while let Some(change) = changes.next() {
        let [was, is] = w.was_and_is();
        let then = change.then.map(|then| Rich::from(was).with(then));
        let now = change.now.map(|now| if then.is_some() { Rich::from(is).with(now) } else { now });
        let said = then.into_iter().chain(now).reduce(|then, now| then.and("; ").with(now));
        sentences.push(match said {
            Some(said) if change.says_itself => said,
            Some(said) => Rich::from(change.kind).and(": ").with(said),
            None => change.kind.into(),
        });
        if changes.peek().is_some_and(|next| next.why == change.why) {
            continue;
        }
        sentences.push(change.why.words.unwrap_or_else(|| Rich::none().strong(w.no_reason_given())));
        sentences.extend(Some(change.why.agreed).filter(|agreed| !agreed.is_empty()).map(Rich::from));
        let line = make::sentences(sentences.drain(..)).unwrap_or_else(Rich::none);
        lines.push(if make::is_whole(&line) { line } else { line.and(".") });
    }
    lines.into_iter().reduce(|lines, line| lines.line_break().with(line)).unwrap_or_else(Rich::none)
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
