//! The questions that published figures raise for members: ten triggers, each citing what raised it.
//!
//! One question of each trigger comes before the second of any, so that a quarter with many poor figures still asks
//! about people, money and promises.

use rust_decimal::Decimal;

use super::{Cx, council_money, measures, risks_and_milestones};
use crate::{
    disclosure::published::{MeasureShown, Number, PromiseShown, RevisionShown, Shown, UnitSign},
    report::block::Rich,
    returns::{
        Date, Quarter,
        approach::{
            community_reporting::{CommunityVerdict, PartnerStatus},
            outcomes::Counterfactual,
            results::{BetterDirection, Rag},
            system_health::{BarrierStatus, Dimension},
        },
    },
};

/// How many questions a briefing has room for.
const MOST: usize = 5;

/// After how many days a barrier has stood for more than a quarter.
const A_QUARTER: i64 = 92;

/// The questions, most urgent trigger first.
pub(super) fn questions(cx: &Cx<'_>) -> Vec<Rich> {
    let raised = [
        off_track(cx),
        verdicts(cx),
        net(cx),
        barriers(cx),
        reach(cx),
        anyway(cx),
        vacancies(cx),
        leaders(cx),
        targets(cx),
        wards(cx),
    ];
    let longest = raised.iter().map(Vec::len).max().unwrap_or_default();
    let by_turns = (0..longest).flat_map(|turn| raised.iter().filter_map(move |trigger| trigger.get(turn)));
    by_turns.take(MOST).cloned().collect()
}

/// 1: a measure is off track.
fn off_track(cx: &Cx<'_>) -> Vec<Rich> {
    let w = cx.w;
    let by = w.date(end_of_next_quarter(cx));
    let measures = measures::rated(cx, Rag::Red).into_iter();
    measures.map(|measure| w.ask_off_track(&measure.title.text, &measures::brief(cx, measure), &by).into()).collect()
}

fn end_of_next_quarter(cx: &Cx<'_>) -> Date {
    let header = &cx.published.header;
    let year = header.financial_year.first_year();
    match header.quarter {
        Quarter::Q1 => Quarter::Q2.days(year).1,
        Quarter::Q2 => Quarter::Q3.days(year).1,
        Quarter::Q3 => Quarter::Q4.days(year).1,
        Quarter::Q4 => Quarter::Q1.days(year + 1).1,
    }
}

/// 2: the partner and the community judge a promise differently.
fn verdicts(cx: &Cx<'_>) -> Vec<Rich> {
    let promises = cx.published.community.iter().flat_map(|community| &community.promises);
    let differing = promises.filter_map(|promise| Some((promise, disputed(promise)?)));
    differing
        .map(|(promise, status)| {
            let [before, after] = cx.w.ask_verdict(status, promise.verdict);
            Rich::from(before).with(cx.said(&promise.promise)).and(after)
        })
        .collect()
}

/// What the partner says, where the community's verdict is another.
fn disputed(promise: &PromiseShown) -> Option<PartnerStatus> {
    let status = promise.partner_status?;
    let same = match status {
        PartnerStatus::Delivered => CommunityVerdict::Kept,
        PartnerStatus::PartlyDelivered => CommunityVerdict::PartlyKept,
        PartnerStatus::NotDelivered => CommunityVerdict::NotKept,
        // Nothing is claimed yet that a verdict could differ from.
        PartnerStatus::NotStarted | PartnerStatus::OnTrack | PartnerStatus::AtRisk | PartnerStatus::Withdrawn => {
            return None;
        }
    };
    match promise.verdict {
        CommunityVerdict::NotYetJudged | CommunityVerdict::CouldNotAgree => None,
        verdict @ (CommunityVerdict::Kept | CommunityVerdict::PartlyKept | CommunityVerdict::NotKept) => {
            (verdict != same).then_some(status)
        }
    }
}

/// 3: the council gives more than it gains.
fn net(cx: &Cx<'_>) -> Vec<Rich> {
    let council = council_money::council(cx);
    let gives_more = council
        .filter(|council| council.net.as_ref().and_then(Shown::number).is_some_and(|net| net.get().is_sign_negative()));
    gives_more.map(|council| cx.w.ask_net(&council.name, &cx.w.net(council.net.as_ref())).into()).into_iter().collect()
}

/// 4: a barrier has stood for more than a quarter.
fn barriers(cx: &Cx<'_>) -> Vec<Rich> {
    let barriers = cx.published.system_health.iter().flat_map(|health| &health.barriers);
    let standing = barriers.filter_map(|barrier| {
        let stands = match barrier.status {
            Some(BarrierStatus::Open | BarrierStatus::BeingLifted) | None => true,
            Some(BarrierStatus::Lifted | BarrierStatus::Accepted) => false,
        };
        let since = barrier.raised_on.filter(|since| cx.published.header.last_day.days_after(*since) > A_QUARTER);
        Some((barrier, since.filter(|_| stands)?))
    });
    standing
        .map(|(barrier, since)| {
            let asked = cx.w.ask_barrier(&cx.w.date(since), barrier.needs.as_deref());
            cx.quoted(&barrier.description).and(asked)
        })
        .collect()
}

/// 5: a group is less than half as present among those heard as among those who live there (as in rule C-13).
fn reach(cx: &Cx<'_>) -> Vec<Rich> {
    let reach = cx.published.community.iter().filter_map(|community| community.reach.as_ref());
    let groups = reach.flat_map(|reach| &reach.groups);
    let hardly = groups.filter(|group| {
        let shares = group.reach.number().zip(group.population.number());
        shares.is_some_and(|(heard, living)| heard.get() * Decimal::TWO < living.get())
    });
    hardly
        .map(|group| {
            let share = |shown| cx.w.figure(shown, UnitSign::Percent);
            cx.w.ask_reach(&group.group, &share(&group.reach), &share(&group.population)).into()
        })
        .collect()
}

/// 6: a change is claimed, and no other group shows what would have happened anyway.
fn anyway(cx: &Cx<'_>) -> Vec<Rich> {
    let claimed = cx.published.outcomes.iter().filter(|outcome| {
        outcome.comparison.is_none()
            && outcome.claim.as_ref().is_some_and(|claim| match claim.counterfactual {
                Some(Counterfactual::None) | None => true,
                Some(
                    Counterfactual::Historical
                    | Counterfactual::ComparatorArea
                    | Counterfactual::MatchedComparison
                    | Counterfactual::WaitingList
                    | Counterfactual::Randomised,
                ) => false,
            })
    });
    claimed.map(|outcome| cx.quoted(&outcome.title).and(cx.w.ask_anyway())).collect()
}

/// 7: more than one post in ten is empty.
fn vacancies(cx: &Cx<'_>) -> Vec<Rich> {
    let measures = cx.published.system_health.iter().flat_map(|health| &health.measures);
    let workforce = measures.filter(|measure| measure.dimension == Some(Dimension::Workforce));
    let posts = workforce.filter_map(|measure| {
        let (agreed, filled) = measure.posts.as_ref()?;
        let (agreed, filled) = (agreed.number()?.get(), filled.number()?.get());
        let empty = agreed - filled;
        (empty * Decimal::TEN > agreed).then_some((empty, agreed))
    });
    posts
        .map(|(empty, agreed)| {
            let posts = |posts: Decimal| cx.w.number(Number::rounded(posts, posts.normalize().scale()));
            cx.w.ask_vacancy(&posts(empty), &posts(agreed)).into()
        })
        .collect()
}

/// 8: the lead may change.
fn leaders(cx: &Cx<'_>) -> Vec<Rich> {
    // Members are given risks of these kinds only: leadership, political, external.
    let [before, after] = cx.w.ask_leader();
    let risks = cx.published.risks.iter().map(|risk| Rich::from(before).with(cx.quoted(&risk.title)).and(after));
    let changes = cx.published.leadership_changes.iter();
    let changes =
        changes.map(|change| Rich::from(risks_and_milestones::told_of_leader(cx, change)).and(cx.w.ask_next_leader()));
    changes.chain(risks).collect()
}

/// 9: a target was made easier to reach.
fn targets(cx: &Cx<'_>) -> Vec<Rich> {
    let measures = cx.published.results.iter();
    let eased = measures.filter_map(|measure| {
        let target = measure.target.as_ref()?;
        let (revision, to) = target.revised.iter().rev().find_map(|revision| {
            let to = revision.to.as_ref().unwrap_or(&target.figure);
            is_easier(measure, revision, to).then_some((revision, to))
        })?;
        let from = cx.w.bare(revision.from.as_ref()?, measure.unit.sign)?;
        Some((measure, from, cx.w.bare(to, measure.unit.sign)?, &revision.agreed_by))
    });
    eased.map(|(measure, from, to, names)| cx.w.ask_target(&measure.title.text, &from, &to, names).into()).collect()
}

fn is_easier(measure: &MeasureShown, revision: &RevisionShown, to: &Shown) -> bool {
    let (Some(from), Some(to)) = (revision.from.as_ref().and_then(Shown::number), to.number()) else { return false };
    match measure.direction {
        Some(BetterDirection::HigherIsBetter) => to < from,
        Some(BetterDirection::LowerIsBetter) => to > from,
        Some(BetterDirection::InRange | BetterDirection::Neutral) | None => false,
    }
}

/// 10: nothing was reported for a ward: a published zero, or no row. A hidden figure is neither.
fn wards(cx: &Cx<'_>) -> Vec<Rich> {
    let measured = cx.published.wards.iter().filter(|wards| wards.measure.is_some());
    let nothing = measured.flat_map(|wards| &wards.wards).filter(|ward| match &ward.figure {
        None => true,
        Some(figure) => figure.number().is_some_and(|figure| figure.get().is_zero()),
    });
    nothing.map(|ward| cx.w.ask_ward(&ward.name).into()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        disclosure::Audience,
        report::{
            block::Language,
            sections::{
                tests,
                tests::{number, words},
            },
            wording::Wording,
        },
    };

    fn asked(change: impl Fn(&mut crate::disclosure::Published)) -> Vec<String> {
        let mut published = tests::published(Audience::Members);
        change(&mut published);
        let cx = Cx { published: &published, w: Wording::in_language(Language::En) };
        questions(&cx).iter().map(Rich::plain).collect()
    }

    /// Posts and barriers, each with one that raises a question and others that do not.
    fn health() -> crate::disclosure::published::SystemHealthShown {
        serde_json::from_value(json!({
            "measures": [
                { "id": "S7", "title": words("Vacancy rate"), "dimension": "workforce",
                  "unit": { "words": "", "sign": "percent" },
                  "current": { "figure": number("17.1") }, "previous": number("10.7"),
                  "baseline": number("8.0"), "posts": [number("14.0"), number("11.6")], "series": [],
                  "changes": [] },
                { "id": "S8", "title": words("Posts kept"), "dimension": "workforce",
                  "unit": { "words": "", "sign": "none" },
                  "current": { "figure": number("9") }, "previous": number("9"), "baseline": number("9"),
                  "posts": [number("10"), number("9")], "series": [], "changes": [] }
            ],
            "barriers": [
                { "id": "B1", "description": words("A contract term."), "needs": "The Board",
                  "needs_funder": false, "raised_on": "2026-05-11", "status": "open" },
                { "id": "B2", "description": words("A new one."), "needs_funder": false,
                  "raised_on": "2026-08-03", "status": "open" },
                { "id": "B3", "description": words("An old one."), "needs_funder": false,
                  "raised_on": "2025-08-03", "status": "lifted" }
            ],
            "learning": [], "trust_events": [], "disputes": [], "drawbacks": [], "participation": []
        }))
        .unwrap()
    }

    #[test]
    fn each_question_cites_the_figure_that_raised_it() {
        assert_eq!(
            asked(|_| ()),
            [
                "Households with a plan: 104 against a path of 115. What will be different by 31\u{a0}December 2026, and how will we know?",
                "You promised: “A person answers the phone.” You say: delivered. Residents say: not kept. Who is right?",
                "District gives £98,000 more than it gains. Is that what we want, and for how long?",
            ]
        );
    }

    #[test]
    fn what_is_hidden_or_agreed_raises_no_question() {
        let none = asked(|published| {
            published.results[0].rating = crate::disclosure::published::RatingShown::Hidden;
            published.community.as_mut().unwrap().promises[0].partner_status = Some(PartnerStatus::NotDelivered);
            published.finance.as_mut().unwrap().ledger.retain(|row| !row.is_council);
        });
        assert_eq!(none, [""; 0]);
    }

    #[test]
    fn every_trigger_has_its_question_once_before_any_has_two() {
        let asked = asked(|published| {
            published.system_health = Some(health());
            published.community.as_mut().unwrap().reach = Some(
                serde_json::from_value(json!({ "groups": [
                    { "group": "Under 25", "reach": number("6"), "population": number("14") },
                    { "group": "Renters", "reach": number("7"), "population": number("14") },
                    { "group": "Carers", "reach": { "is": "hidden" }, "population": number("14") }
                ] }))
                .unwrap(),
            );
        });
        assert_eq!(asked.len(), MOST);
        assert_eq!(
            asked[3..],
            [
                "“A contract term.” This has stood in the way since 11\u{a0}May 2026. It needs The Board. Have they been asked?",
                "Under 25: 6% of those you heard from, and 14% of the people who live here. What will you change?",
            ]
        );
    }

    #[test]
    fn empty_posts_and_an_easier_target_are_asked_about() {
        let asked = asked(|published| {
            published.results[0].rating = crate::disclosure::published::RatingShown::Hidden;
            published.community = None;
            published.finance = None;
            published.system_health = Some(health());
            published.results[0].direction = Some(BetterDirection::HigherIsBetter);
            published.results[0].target.as_mut().unwrap().revised = serde_json::from_value(json!([
                { "from": number("200"), "to": number("260"), "agreed_by": [] },
                { "from": number("260"), "to": number("240"), "agreed_by": ["District"] }
            ]))
            .unwrap();
        });
        assert_eq!(
            asked[1..],
            [
                "2.4 of 14 agreed posts are empty. What is the effect on residents?",
                "Households with a plan: the target was changed from 260 to 240, agreed by District. Why?",
            ]
        );
    }

    #[test]
    fn a_ward_is_asked_about_where_nothing_was_reported_and_never_where_a_figure_is_hidden() {
        let asked = asked(|published| {
            published.results.clear();
            published.community = None;
            published.finance = None;
            published.wards = Some(
                serde_json::from_value(json!({
                    "measure": { "title": words("Households"), "unit": { "words": "households", "sign": "none" } },
                    "wards": [
                        { "name": "Quayside", "figure": number("0"), "promises": [] },
                        { "name": "Low Marsh", "figure": { "is": "hidden" }, "promises": [] },
                        { "name": "Wold Gate", "promises": [] }
                    ],
                    "total": number("40")
                }))
                .unwrap(),
            );
            published.risks = serde_json::from_value(json!([
                { "id": "K2", "title": words("The director leaves"), "category": "leadership" }
            ]))
            .unwrap();
            published.leadership_changes =
                serde_json::from_value(json!([{ "who": "Chair", "left_on": "2026-05-03" }])).unwrap();
        });
        assert_eq!(
            asked,
            [
                "Chair: left on 3\u{a0}May 2026. No successor has begun. What happens to this work if the lead leaves?",
                "Nothing was reported for Quayside. What is offered there?",
                "A risk is: “The director leaves”. What happens to this work if the lead leaves?",
                "Nothing was reported for Wold Gate. What is offered there?",
            ]
        );
    }

    #[test]
    fn only_a_claim_without_any_comparison_is_asked_what_would_have_happened_anyway() {
        let outcome = |counterfactual: &str| {
            json!({ "id": "O1", "title": words("Wellbeing"), "areas": [],
                "claim": { "counterfactual": counterfactual, "other_explanations": [] } })
        };
        let of = |counterfactual| {
            asked(|published| {
                published.outcomes = vec![serde_json::from_value(outcome(counterfactual)).unwrap()];
            })
        };
        assert_eq!(
            of("none")[3],
            "“Wellbeing” is compared with no other group. How will we know this would not have happened anyway?"
        );
        assert_eq!(of("waiting_list").len(), 3);
    }
}
