//! What has the right shape and is wrong all the same: ids, and figures that no longer add up.

use std::collections::BTreeSet;

use candour::diagnostic::Diagnostic;
use candour::intake::{Kind, Value};
use candour::source::{DocumentId, Pointer};

use super::{Broken, STORIES, Story, each_is_told, touch};

/// Whether a finding or one of its other places is at what was broken, in it, around it, or in the same item of a list.
fn is_there(broken: &Broken, found: &Diagnostic) -> bool {
    let last = broken.at.parent().and_then(|record| record.last()).unwrap_or_default();
    let is_item = last.parse::<usize>().is_ok();
    let broken_part = if is_item { broken.at.parent().unwrap() } else { broken.at.clone() };
    let below_the_top = |at: &Pointer| at.steps().next().is_some() && touch(at, &broken_part);
    below_the_top(&found.at) || found.related.iter().any(|related| below_the_top(&related.at))
}

#[test]
fn an_id_that_another_record_has() {
    each_is_told(
        28,
        |story| {
            let twin = |(at, value): (Pointer, Value<'_>)| {
                let list = story.intake.get(&at.parent()?.parent()?).filter(|list| list.kind() == Kind::List)?;
                let first = list.items().next()?.field("id")?;
                let is_later = at.last()? == "id" && first.bytes() != value.bytes();
                is_later.then(|| Broken { story, bytes: value.bytes(), with: first.raw().to_owned(), at })
            };
            story.values().into_iter().filter_map(twin).collect()
        },
        is_there,
    );
}

#[test]
fn an_id_that_names_nothing() {
    each_is_told(
        42,
        |story| {
            let values = story.values();
            let is_id = |at: &Pointer| at.last().is_some_and(|name| name == "id");
            let ids: BTreeSet<_> = values.iter().filter(|(at, _)| is_id(at)).filter_map(|(_, id)| id.text()).collect();
            let astray = |(at, value): (Pointer, Value<'_>)| {
                // What a barrier needs and where an answer comes from may be said in free words.
                let is_free = ["barriers", "you_said_we_did"].iter().any(|list| at.as_str().contains(list));
                let id = value.text().filter(|text| ids.contains(text) && !is_id(&at) && !is_free)?;
                let with = if id.starts_with(|letter: char| letter.is_uppercase()) {
                    format!("\"{}987\"", &id[..1])
                } else {
                    "\"nobody-at-all\"".to_owned()
                };
                Some(Broken { story, bytes: value.bytes(), with, at })
            };
            values.iter().cloned().filter_map(astray).collect()
        },
        is_there,
    );
}

/// Figures of the worked example that follow from others, and by how much they are put off.
const FIGURES: &[(&str, f64)] = &[
    ("/results/0/breakdowns/0/groups/0/value", 20.0),
    ("/results/1/actuals/1/value", 5.0),
    ("/results/1/actuals/1/numerator", 20.0),
    ("/results/1/baseline/value", 5.0),
    ("/results/3/actuals/0/denominator", -10.0),
    ("/outcomes/0/cohort/response_rate", 3.0),
    ("/outcomes/0/cohort/matched", 5.0),
    ("/outcomes/0/distribution/improved", 1.0),
    ("/outcomes/0/change/mean", 1.0),
    ("/outcomes/1/areas/0/moved_up", 1.0),
    ("/outcomes/2/achieved/value", 4.0),
    ("/outcomes/2/achieved/numerator", 4.0),
    ("/finance/pooled_budget", 10.0),
    ("/finance/contributions/0/cash", 10.0),
    ("/finance/spend/0/budget", 1.0),
];

#[test]
fn a_figure_that_no_longer_follows() {
    each_is_told(
        FIGURES.len(),
        |story| {
            if story.name != "saltmere-2026-27-q2" {
                return Vec::new();
            }
            let put_off = |(route, by): &(&str, f64)| {
                let at = Pointer::parse(DocumentId::FIRST, route);
                let value = story.intake.get(&at).unwrap_or_else(|| panic!("there is no {route}"));
                let with = format!("{}", ((value.number().unwrap() + by) * 100.0).round() / 100.0);
                Broken { story, bytes: value.bytes(), with, at }
            };
            FIGURES.iter().map(put_off).collect()
        },
        |broken, found| {
            // The finding may stand at the total or at a part of it: in the same record or list.
            let around = broken.at.parent().and_then(|record| record.parent()).unwrap();
            let at = if around.steps().next().is_some() { around } else { broken.at.parent().unwrap() };
            is_there(broken, found) || (touch(&found.at, &at) && found.at.steps().next().is_some())
        },
    );
}

#[test]
fn every_story_is_broken() {
    let names: Vec<_> = STORIES.iter().map(|story: &Story| story.name.as_str()).collect();
    assert!(names.contains(&"saltmere-2026-27-q2") && names.contains(&"smallest"), "{names:?}");
}
