//! Annex B: the tables behind charts, the breakdowns and the series. Which table has which number is decided here once.

use super::{Cx, course, grid::Grid, ledger, make, measures, milestones, outcome_charts, reach, survey};
use crate::{
    disclosure::published::{BreakdownShown, MeasureShown, PeriodShown, SystemMeasureShown, UnitSign},
    report::{
        block::{Block, Rich},
        outline::Part,
        wording::Short,
    },
    returns::{FinancialYear, Quarter},
};

/// A table of annex B.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Path and actual of every measure.
    Paths,
    /// What partners give and may gain.
    Ledger,
    /// A breakdown of a measure: the measure's and the breakdown's place in the return.
    Breakdown(usize, usize),
    /// The series of a measure of system health, by its place in the return.
    Series(usize),
    /// What partners say of working together.
    Survey,
    /// Who was heard.
    Reach,
    /// When steps of the work are due.
    Milestones,
    /// Scores before and after, and who moved which way.
    Scores,
    /// Changes and shares with their intervals.
    Estimates,
    /// The figures of a measure quarter by quarter, by its place in the return.
    Course(usize),
    /// The score of trust quarter by quarter.
    Trust,
    /// Spending quarter by quarter.
    Spending,
}

impl Kind {
    /// Whether two such tables have room side by side.
    const fn is_narrow(self) -> bool {
        match self {
            Self::Breakdown(..) | Self::Survey | Self::Reach | Self::Trust => true,
            Self::Paths
            | Self::Ledger
            | Self::Series(_)
            | Self::Milestones
            | Self::Scores
            | Self::Estimates
            | Self::Course(_)
            | Self::Spending => false,
        }
    }
}

/// The number of a table: “B1”.
pub(super) fn number(cx: &Cx<'_>, kind: Kind) -> String {
    let at = listing(cx).iter().position(|&listed| listed == kind).unwrap_or_default();
    format!("{}{}", Part::Tables.number(), at + 1)
}

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut narrow = Vec::new();
    for kind in listing(cx) {
        let Some(table) = table(cx, kind) else { continue };
        if kind.is_narrow() {
            narrow.push(table);
        } else {
            side_by_side(&mut blocks, &mut narrow);
            blocks.push(table);
        }
    }
    side_by_side(&mut blocks, &mut narrow);
    vec![cx.part(Part::Tables, blocks)]
}

fn table(cx: &Cx<'_>, kind: Kind) -> Option<Block> {
    let health = cx.published.system_health.as_ref();
    match kind {
        Kind::Paths => Some(paths(cx)),
        Kind::Ledger => Some(ledger_table(cx)),
        Kind::Breakdown(measure, at) => {
            let measure = cx.published.results.get(measure)?;
            let groups = measure.breakdowns.get(at)?;
            let table = number(cx, kind);
            let by = groups.label.as_deref().unwrap_or_else(|| cx.w.breakdown(groups.by));
            let caption = cx.w.numbered_caption(&table, &cx.w.breakdown_by(&measure.title.text, by));
            Some(breakdown(cx, format!("table-{}", table.to_lowercase()), caption, measure, groups))
        }
        Kind::Series(at) => series(cx, kind, health?.measures.get(at)?),
        Kind::Survey => Some(survey::table(cx, health?.survey.as_ref()?)),
        Kind::Reach => Some(reach::table(cx, cx.published.community.as_ref()?.reach.as_ref()?)),
        Kind::Milestones => Some(milestones::table(cx)),
        Kind::Scores => Some(outcome_charts::scores_table(cx)),
        Kind::Estimates => Some(outcome_charts::estimates_table(cx)),
        Kind::Course(at) => course::measure_table(cx, at),
        Kind::Trust => course::trust_table(cx),
        Kind::Spending => course::spending_table(cx),
    }
}

/// The first measure with two breakdowns, which say who is reached and where: they stand with the partnership, near the
/// front of the report.
fn told_up_front(cx: &Cx<'_>) -> Option<usize> {
    /// Breakdowns of more groups than this have no room there.
    const MOST: usize = 12;
    let is_short = |groups: &BreakdownShown| groups.groups.len() <= MOST;
    cx.published.results.iter().position(
        |measure| matches!(measure.breakdowns.as_slice(), [one, other, ..] if is_short(one) && is_short(other)),
    )
}

/// The breakdowns that say who is reached and where, side by side.
pub(super) fn who_and_where(cx: &Cx<'_>) -> Option<Block> {
    let measure = cx.published.results.get(told_up_front(cx)?)?;
    let tables = measure.breakdowns.iter().take(2).zip(1..).map(|(groups, at): (_, u8)| {
        let by = groups.label.as_deref().unwrap_or_else(|| cx.w.breakdown(groups.by));
        let caption = cx.w.breakdown_by(&measure.title.text, by);
        (6, vec![breakdown(cx, format!("table-reached-{at}"), caption, measure, groups)])
    });
    Some(make::columns(tables.collect()))
}

/// Puts narrow tables into rows of two.
fn side_by_side(blocks: &mut Vec<Block>, narrow: &mut Vec<Block>) {
    let mut tables = narrow.drain(..).peekable();
    while tables.peek().is_some() {
        blocks.push(make::columns(tables.by_ref().take(2).map(|table| (6, vec![table])).collect()));
    }
}

/// The tables this report has, in order.
fn listing(cx: &Cx<'_>) -> Vec<Kind> {
    let results = &cx.published.results;
    let mut kinds = Vec::new();
    if results.iter().any(|measure| !measures::is_population(measure)) {
        kinds.push(Kind::Paths);
    }
    if !ledger::partners(cx).is_empty() {
        kinds.push(Kind::Ledger);
    }
    let health = cx.published.system_health.as_ref();
    let system = health.iter().flat_map(|health| &health.measures).enumerate();
    kinds.extend(system.filter(|(_, measure)| !measure.series.is_empty()).map(|(at, _)| Kind::Series(at)));
    kinds.extend(outcome_charts::has_scores(cx).then_some(Kind::Scores));
    kinds.extend(outcome_charts::has_estimates(cx).then_some(Kind::Estimates));
    if !cx.published.milestones.is_empty() {
        kinds.push(Kind::Milestones);
    }
    if let Some(memory) = course::shown(cx) {
        let measures = memory.measures.iter().enumerate();
        kinds.extend(measures.filter(|(_, trend)| course::has_figures(trend)).map(|(at, _)| Kind::Course(at)));
        kinds.extend((!memory.spending.is_empty()).then_some(Kind::Spending));
    }
    // Narrow ones last, so that they stand side by side.
    let up_front = told_up_front(cx);
    for (at, measure) in results.iter().enumerate() {
        let told = if up_front == Some(at) { 2 } else { 0 };
        kinds.extend((told..measure.breakdowns.len()).map(|breakdown| Kind::Breakdown(at, breakdown)));
    }
    kinds.extend(health.and_then(|health| health.survey.as_ref()).map(|_| Kind::Survey));
    kinds.extend(course::shown(cx).filter(|memory| !memory.trust.is_empty()).map(|_| Kind::Trust));
    let reach = cx.published.community.as_ref().and_then(|community| community.reach.as_ref());
    kinds.extend(reach.filter(|reach| !reach.groups.is_empty()).map(|_| Kind::Reach));
    kinds
}

fn paths(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let header = &cx.published.header;
    let year = header.financial_year;
    let [caption, subtitle] = w.path_table_caption(&number(cx, Kind::Paths), &w.financial_year(year));
    let [measure, start, target, forecast] = w.path_table_heads();
    let mut columns = vec![make::words(measure, 40), make::numbers(start)];
    let quarters: Vec<(Quarter, bool)> =
        Quarter::ALL.iter().map(|&quarter| (quarter, quarter <= header.quarter)).collect();
    for &(quarter, past) in &quarters {
        let month = quarter.days(year.first_year()).1.month();
        let [path, actual] = w.path_table_quarter(w.short_month(month));
        columns.push(make::numbers(&path));
        if past {
            columns.push(make::numbers(&actual));
        }
    }
    columns.extend([make::numbers(target), make::numbers(forecast)]);
    let mut table = Grid::new(w, "table-paths", caption, columns).subtitle(subtitle).tight();
    for measure in cx.published.results.iter().filter(|measure| !measures::is_population(measure)) {
        let sign = measure.unit.sign;
        let mut line = table.line().words(cx.said(&measure.title));
        line = line.figure_if(measure.baseline.as_ref().map(|start| &start.figure), sign);
        for &(quarter, past) in &quarters {
            line = line.figure_if(at(&measure.path, year, quarter).map(|path| &path.figure), sign);
            if past {
                line = match at(&measure.actuals, year, quarter) {
                    Some(actual) => line.figure(&actual.figure, sign),
                    None => line.short(Short::NotAvailable),
                };
            }
        }
        line = line.figure_if(measure.target.as_ref().map(|target| &target.figure), sign);
        let line = line.figure_if(measure.forecast.as_ref(), sign);
        table.add(line);
    }
    table.block()
}

fn at(figures: &[PeriodShown], year: FinancialYear, quarter: Quarter) -> Option<&PeriodShown> {
    figures
        .iter()
        .rev()
        .find(|figure| figure.period.and_then(crate::returns::Period::as_quarter) == Some((year, quarter)))
}

fn ledger_table(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let [partner, cash, received, in_kind, gain, words] = w.ledger_heads();
    let columns = vec![
        make::words(partner, 34),
        make::numbers(cash),
        make::numbers(received),
        make::numbers(in_kind),
        make::numbers(gain),
        make::words(words, 40),
    ];
    let caption = w.ledger_table_caption(&number(cx, Kind::Ledger));
    let mut table = Grid::new(w, "table-ledger", caption, columns).subtitle(w.ledger_note()).tight();
    let funder = cx.published.finance.iter().flat_map(|finance| finance.ledger.iter().filter(|row| row.is_funder));
    for row in ledger::partners(cx).into_iter().chain(funder) {
        let name = if row.is_funder { w.funder_row(&row.name) } else { row.name.clone() };
        let kinds: Vec<&str> = row.in_kind_type.iter().map(|&kind| w.in_kind(kind)).collect();
        let line = table
            .line()
            .words(name)
            .by(w.capital(&w.list(&kinds)))
            .figure(&row.cash, UnitSign::None)
            .figure(&row.received, UnitSign::None)
            .figure(&row.in_kind, UnitSign::None);
        // What the grant is for is not a gain of the funder's.
        let line = if row.is_funder {
            line.short(Short::NotApplicable).short(Short::NotApplicable)
        } else {
            let why = row.gain_note.as_ref().or(row.not_estimated.as_ref());
            let why = why.map_or_else(Rich::none, |why| cx.said(why));
            line.figure(&row.gain, UnitSign::None).words(w.net(row.net.as_ref())).by(why)
        };
        table.add(line);
    }
    table.block()
}

fn breakdown(cx: &Cx<'_>, anchor: String, caption: String, measure: &MeasureShown, groups: &BreakdownShown) -> Block {
    let w = cx.w;
    let by = groups.label.as_deref().unwrap_or_else(|| w.breakdown(groups.by));
    let unit = w.unit_head(&measure.unit);
    let sign = measure.unit.sign;
    let columns = vec![make::words(&w.capital(by), 70), make::numbers(&unit)];
    let mut table = Grid::new(w, anchor, caption, columns).tight();
    if let Some(counting) = measure.counting {
        table = table.subtitle(w.capital(w.counting(counting)));
    }
    for group in &groups.groups {
        let names: Vec<&str> = std::iter::once(&group.name).chain(&group.joined).map(String::as_str).collect();
        let line = table.line().words(w.list(&names)).figure(&group.figure, sign);
        table.add(line);
    }
    let line = table.line().words(w.all_groups()).figure(&groups.total, sign);
    table.total(line);
    if groups.overlapping {
        table.note(w.overlapping());
    }
    table.block()
}

/// The financial year of a figure, and its column in that year.
type InYear = fn(&PeriodShown) -> Option<(FinancialYear, usize)>;

/// A series as a table of years by months or quarters; or, by year, as a row of years.
fn series(cx: &Cx<'_>, kind: Kind, measure: &SystemMeasureShown) -> Option<Block> {
    let w = cx.w;
    let table = number(cx, kind);
    let caption = w.series_caption(&table, &measure.title.text);
    let anchor = format!("table-{}", table.to_lowercase());
    let (heads, of): (Vec<String>, InYear) = match measure.series.first()?.period? {
        first if first.as_quarter().is_some() => (
            Quarter::ALL
                .iter()
                .map(|quarter| {
                    let (from, to) = quarter.days(first.as_quarter().map_or(2000, |(year, _)| year.first_year()));
                    w.short_quarter(from.month(), to.month())
                })
                .collect(),
            |shown| shown.period?.as_quarter().map(|(year, quarter)| (year, usize::from(quarter.number()) - 1)),
        ),
        first if first.as_month().is_some() => {
            ((0..12).map(|month| w.short_month((month + 3) % 12 + 1).to_owned()).collect(), of_month)
        }
        _ => (vec![w.figure_head().to_owned()], |shown| shown.period?.as_year().map(|year| (year, 0))),
    };
    let mut years: Vec<FinancialYear> = measure.series.iter().filter_map(|shown| Some(of(shown)?.0)).collect();
    years.dedup();
    let columns = std::iter::once(make::words(w.series_year(), 20)).chain(heads.iter().map(|head| make::numbers(head)));
    let mut table = Grid::new(w, anchor, caption, columns.collect()).subtitle(w.capital(&measure.unit.words)).tight();
    for year in years {
        let mut line = table.line().words(w.financial_year(year));
        for column in 0..heads.len() {
            let shown = measure.series.iter().find(|shown| of(shown) == Some((year, column)));
            line = line.figure_if(shown.map(|shown| &shown.figure), measure.unit.sign);
        }
        table.add(line);
    }
    for change in &measure.changes {
        table.note(w.change_marked(&w.period(change.at), &change.what));
    }
    Some(table.block())
}

/// The financial year a month is in, and how many months after April it stands.
fn of_month(shown: &PeriodShown) -> Option<(FinancialYear, usize)> {
    let (year, month) = shown.period?.as_month()?;
    let after_april = (month + 8) % 12;
    let first = if month >= 4 { year } else { year - 1 };
    Some((FinancialYear::starting(u16::try_from(first).ok()?), after_april as usize))
}
