//! The records of a return by their ids, and everything that points to one.

use super::spot::Spot;
use super::{At, RuleContext};
use crate::returns::{QuarterlyReturn, RecordId};
use crate::source::Pointer;

/// The ids of all records, in no order.
pub(super) fn ids(whole: &QuarterlyReturn) -> Vec<&str> {
    let mut ids = Vec::with_capacity(64);
    macro_rules! all {
        ($of:expr, $($list:ident),*) => { $( ids.extend($of.$list.iter().map(|record| record.id.as_str())); )* };
    }
    all!(whole, results, outcomes, narratives, milestones, risks, decisions_asked);
    if let Some(system) = &whole.system_health {
        all!(system, measures, learning_cycles, barriers);
    }
    if let Some(community) = &whole.community_reporting {
        all!(community, promises, engagement, you_said_we_did);
    }
    ids
}

/// Ids in their order, in which one is quickly found.
pub(super) struct Sorted<'a>(Vec<(u64, &'a str)>);

impl<'a> Sorted<'a> {
    pub(super) fn of(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<_> = ids.into_iter().map(|id| (beginning(id), id)).collect();
        sorted.sort_unstable();
        Self(sorted)
    }

    pub(super) fn has_any_twice(&self) -> bool {
        self.0.windows(2).any(|pair| pair[0] == pair[1])
    }

    pub(super) fn holds(&self, id: &str) -> bool {
        self.0.binary_search(&(beginning(id), id)).is_ok()
    }

    /// Each once.
    pub(super) fn all(&self) -> Vec<&'a str> {
        let mut ids: Vec<_> = self.0.iter().map(|(_, id)| *id).collect();
        ids.dedup();
        ids
    }
}

/// The first letters as a number, which is soon compared and mostly tells.
fn beginning(id: &str) -> u64 {
    let letters = id.bytes().chain(std::iter::repeat(0)).take(8);
    letters.fold(0, |number, letter| number << 8 | u64::from(letter))
}

/// The same ids, with the places of the records.
pub(super) fn places<'a>(cx: &RuleContext<'a>) -> Vec<(&'a str, Spot)> {
    let whole = cx.whole();
    let mut ids = Vec::new();
    macro_rules! all {
        ($of:expr, $($list:ident),*) => { $(
            for record in $of.list(stringify!($list), |of| &of.$list) {
                ids.push((record.get().id.as_str(), record.spot()));
            }
        )* };
    }
    all!(whole, results);
    if let Some(system) = cx.system_health() {
        all!(system, measures, learning_cycles, barriers);
    }
    all!(whole, outcomes, narratives);
    if let Some(community) = cx.community_reporting() {
        all!(community, promises, engagement, you_said_we_did);
    }
    all!(whole, milestones, risks, decisions_asked);
    ids
}

/// Whether a record may be missing from [`ids`] because its shape was at fault.
pub(super) fn have_gaps(cx: &RuleContext<'_>) -> bool {
    let whole = cx.whole();
    let lists = ["results", "outcomes", "narratives", "milestones", "risks", "decisions_asked"];
    let sections = ["system_health", "community_reporting"];
    lists.into_iter().any(|list| whole.has_gaps(list)) || sections.into_iter().any(|section| whole.is_cut(section))
}

/// Everything that points to a record: the id of what points, and the id it points to.
pub(super) fn references<'a>(cx: &RuleContext<'a>) -> Vec<(&'a str, At<'a, RecordId>)> {
    let whole = cx.whole();
    let mut references = Vec::new();
    macro_rules! lists {
        ($records:expr, $($list:ident),*) => {
            for record in $records {
                $( for id in record.list(stringify!($list), |record| &record.$list) {
                    references.push((record.get().id.as_str(), id));
                } )*
            }
        };
    }
    lists!(cx.results(), story, conflicts_with);
    if let Some(system) = cx.system_health() {
        for measure in system.list("measures", |system| &system.measures) {
            let paired = measure.part("paired_with", |measure| measure.paired_with.as_ref());
            references.extend(paired.map(|id| (measure.get().id.as_str(), id)));
        }
        lists!(system.list("learning_cycles", |system| &system.learning_cycles), evidence);
        for dispute in system.list("disputes", |system| &system.disputes) {
            let told = dispute.part("narrative", |dispute| dispute.narrative.as_ref());
            references.extend(told.map(|id| ("The dispute", id)));
        }
    }
    lists!(cx.narratives(), evidence);
    lists!(cx.promises(), evidence);
    lists!(whole.list("decisions_asked", |whole| &whole.decisions_asked), evidence);
    let header = cx.header();
    for restatement in header.list("restatements", |header| &header.restatements) {
        let of = restatement.part("refers_to", |restatement| restatement.refers_to.as_ref());
        references.extend(of.map(|id| ("The restatement", id)));
    }
    if let Some(request) =
        cx.finance().and_then(|money| money.part("underspend_request", |money| money.underspend_request.as_ref()))
    {
        let decision = request.part("decision", |request| request.decision.as_ref());
        references.extend(decision.map(|id| ("The underspend request", id)));
    }
    references
}

/// Where people said what was answered, as far as it is written as the id of a record: the id of the answer, the id it
/// names, and where.
pub(super) fn sources<'a>(cx: &RuleContext<'a>) -> Vec<(&'a str, &'a str, Pointer)> {
    /// The letters that the ids of our records begin with. `Q2` is a quarter.
    const KINDS: &str = "RSLBONPEYMKD";
    let is_id = |text: &str| {
        let digits = text.strip_prefix(|letter| KINDS.contains(letter)).unwrap_or_default();
        (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let Some(community) = cx.community_reporting() else { return Vec::new() };
    let answers = community.list("you_said_we_did", |community| &community.you_said_we_did);
    answers
        .into_iter()
        .filter_map(|answer| {
            let source = answer.get().source.as_ref()?.as_str().trim();
            is_id(source).then(|| (answer.get().id.as_str(), source, answer.field("source")))
        })
        .collect()
}
