//! Promises by the judgement of those they were made to; who was heard; what they said; what their reporters say.

use super::{Cx, grid::Grid, make, reach};
use crate::{
    disclosure::published::{CommunityShown, PromiseShown, ReportersShown, Shown},
    report::{
        block::{Block, PanelLook, Rich},
        outline::Part,
    },
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let Some(community) = &cx.published.community else {
        return vec![cx.part(Part::Communities, Vec::new())];
    };
    let verdicts: Vec<_> = community.promises.iter().map(|promise| promise.verdict).collect();
    let mut blocks = vec![make::lede(cx.w.verdicts(&verdicts))];
    blocks.extend(promises(cx, &community.promises));
    let heard: Vec<Block> = community.reach.iter().flat_map(|reach| reach::blocks(cx, reach)).collect();
    let boxed = statement(cx, community).into_iter().collect();
    blocks.push(make::columns(vec![(8, heard), (4, boxed)]));
    let said = you_said(cx, community).into_iter().chain(engagement(cx, community)).collect();
    blocks.push(make::columns(vec![(8, said), (4, reporters(cx, community).into_iter().collect())]));
    if let Some((effect, example)) = &community.effect {
        let words = Rich::from(cx.w.effect(*effect));
        blocks.push(make::body(match example {
            Some(example) => words.and(" ").with(cx.said(example)),
            None => words,
        }));
    }
    blocks.retain(|block| !matches!(block, Block::Columns(row) if row.cells.is_empty()));
    vec![cx.part(Part::Communities, blocks)]
}

fn promises(cx: &Cx<'_>, promises: &[PromiseShown]) -> Option<Block> {
    let w = cx.w;
    if promises.is_empty() {
        return None;
    }
    let (caption, subtitle, [promise, residents, we, why]) = w.promises_table(promises.len());
    let columns = vec![make::words(promise, 42), make::words(residents, 22), make::words(we, 12), make::words(why, 24)];
    let mut table = Grid::new(w, "table-promises", caption, columns).subtitle(subtitle);
    for promise in promises {
        let due = promise.due.map(|due| w.short_date(due));
        let revised = promise.revised_due.map(|date| w.short_date(date));
        let judged = promise.judged_by.as_ref();
        let line = table
            .line()
            .words(cx.said(&promise.promise))
            .by(w.promised_by(&promise.made_by, due.as_deref(), revised.as_deref()))
            .words(Rich::none().strong(w.verdict(promise.verdict)))
            .by(judged.map_or_else(Rich::none, |by| {
                w.judged_by(&by.who, by.people, by.how.map(|how| w.judged_how(how))).into()
            }))
            .known(promise.partner_status.map(|status| w.partner_status(status)))
            .maybe(promise.explanation.as_ref().map(|why| cx.said(why)));
        table.add(line);
    }
    Some(table.block())
}

/// The reporters' own words, in a box: the only words here that nobody else may touch.
pub(super) fn statement(cx: &Cx<'_>, community: &CommunityShown) -> Option<Block> {
    let w = cx.w;
    let statement = community.statement.as_ref()?;
    let on = statement.agreed_on.map(|on| w.date(on));
    let by = w.statement_by(statement.by.as_deref(), on.as_deref(), statement.edited_by_officers);
    let quotation = make::quotation(cx.quoted(&statement.text), by);
    Some(make::panel(PanelLook::Box, vec![make::heading(w.reporters_statement()), quotation]))
}

fn reporters(cx: &Cx<'_>, community: &CommunityShown) -> Option<Block> {
    let w = cx.w;
    let sentences = terms(cx, community.reporters.as_ref()?);
    let words = make::body(sentences.join(" "));
    (!sentences.is_empty()).then(|| make::panel(PanelLook::Tint, vec![make::heading(w.not_exploitation()), words]))
}

/// What reporters get, each as far as the return says.
fn terms(cx: &Cx<'_>, reporters: &ReportersShown) -> Vec<String> {
    let w = cx.w;
    let pounds = |shown: &Option<Shown>| shown.as_ref().and_then(Shown::number).map(|pounds| w.number(pounds));
    let wage = pounds(&reporters.reference_wage);
    [
        reporters.number.map(|number| w.reporters(number, reporters.trained)),
        reporters
            .hours_paid
            .map(|paid| w.hours(paid, pounds(&reporters.rate_per_hour).as_deref(), reporters.hours_unpaid)),
        reporters.reference_wage_name.as_deref().zip(wage).map(|(name, wage)| w.reference_wage(name, &wage)),
        reporters.expenses.map(|expenses| w.expenses(&w.pounds(expenses))),
        reporters.benefits_advice_offered.map(|offered| w.benefits_advice(offered).to_owned()),
        reporters.wellbeing_support.map(|offered| w.wellbeing(offered).to_owned()),
        reporters.editorial_control.map(|control| w.editorial(control).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn you_said(cx: &Cx<'_>, community: &CommunityShown) -> Option<Block> {
    let w = cx.w;
    if community.you_said.is_empty() {
        return None;
    }
    let (caption, [said, did, outcome]) = w.you_said_table();
    let columns = vec![make::words(said, 36), make::words(did, 44), make::words(outcome, 20)];
    let mut table = Grid::new(w, "table-you-said", caption, columns);
    for said in &community.you_said {
        let reason = said.reason.as_ref().map_or_else(Rich::none, |why| Rich::from(w.because()).with(cx.said(why)));
        let told = said.told_people_on.map_or_else(Rich::none, |on| w.told_on(&w.short_date(on)).into());
        let mut line = table.line().words(cx.said(&said.you_said));
        line = line.maybe(said.we_did.as_ref().map(|did| cx.said(did))).by(reason);
        line = line.known(said.outcome.map(|outcome| w.you_said_outcome(outcome))).by(told);
        table.add(line);
    }
    Some(table.block())
}

fn engagement(cx: &Cx<'_>, community: &CommunityShown) -> Option<Block> {
    let w = cx.w;
    if community.engagement.is_empty() {
        return None;
    }
    let (caption, [activity, level, people, times, paid]) = w.engagement_table();
    let columns = vec![
        make::words(activity, 40),
        make::words(level, 28),
        make::numbers(people),
        make::numbers(times),
        make::words(paid, 12),
    ];
    let mut table = Grid::new(w, "table-engagement", caption, columns);
    for taken in &community.engagement {
        let line = table
            .line()
            .words(cx.said(&taken.activity))
            .known(taken.level.map(|level| w.engagement_level(level)))
            .known(taken.people.map(|people| w.whole(people)))
            .known(taken.sessions.map(|sessions| w.whole(sessions)))
            .known(taken.paid.map(|paid| w.yes_no(paid)));
        table.add(line);
    }
    Some(table.block())
}
