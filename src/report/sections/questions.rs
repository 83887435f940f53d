//! Questions members can ask, each raised by a published figure and citing it; then the words used, and whom to ask.

use super::{Cx, council_money, make, measures};
use crate::{
    disclosure::published::{PromiseShown, Shown},
    report::block::{Block, KeyLook, Marker, Rich, SectionRank},
    returns::{
        Quarter,
        approach::{
            community_reporting::{CommunityVerdict, PartnerStatus},
            results::Rag,
        },
    },
};

/// How many questions a briefing has room for.
const MOST: usize = 7;

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let headings = w.briefing_headings();
    let questions = questions(cx);
    let questions =
        if questions.is_empty() { make::body(w.no_questions()) } else { make::list(Marker::Number, questions) };
    vec![make::columns(vec![
        (7, vec![make::section("questions", headings.questions, SectionRank::Full, vec![questions])]),
        (5, vec![make::section("words-we-used", headings.words, SectionRank::Full, words_and_contact(cx))]),
    ])]
}

fn questions(cx: &Cx<'_>) -> Vec<Rich> {
    off_track(cx).into_iter().chain(verdicts(cx)).chain(net(cx)).take(MOST).collect()
}

/// 1: a measure is off track.
fn off_track(cx: &Cx<'_>) -> Vec<Rich> {
    let w = cx.w;
    let by = w.date(end_of_next_quarter(cx));
    let measures = measures::rated(cx, Rag::Red).into_iter();
    measures.map(|measure| w.ask_off_track(&measure.title.text, &measures::brief(cx, measure), &by).into()).collect()
}

fn end_of_next_quarter(cx: &Cx<'_>) -> crate::returns::Date {
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
fn net(cx: &Cx<'_>) -> Option<Rich> {
    let council = council_money::council(cx)?;
    let net = council.net.as_ref().and_then(Shown::number)?;
    net.get().is_sign_negative().then(|| cx.w.ask_net(&council.name, &cx.w.net(council.net.as_ref())).into())
}

fn words_and_contact(cx: &Cx<'_>) -> Vec<Block> {
    let (w, published) = (cx.w, cx.published);
    let items = w.glossary().into_iter().map(|(word, meaning)| make::labelled(word, meaning)).collect();
    let mut blocks = vec![make::keys(KeyLook::Note, items)];
    let contact = published.header.contact.as_deref();
    let ask = contact.map_or_else(|| w.no_contact().to_owned(), |contact| w.ask_for_more(contact));
    blocks.push(make::body(Rich::none().strong(w.briefing_headings().contact).and(". ").and(ask)));
    let roles: Vec<&str> = published.sign_off.iter().map(|signed| w.sign_off_role(signed.role)).collect();
    blocks.push(make::note(w.signed_by_roles(&roles)));
    let mut small_print = vec![w.briefing_protection(published.profile.threshold)];
    small_print.extend(published.fictional.then(|| w.demonstration_sentence().to_owned()));
    blocks.push(make::note(small_print.join(" ")));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        disclosure::Audience,
        report::{block::Language, sections::tests, wording::Wording},
    };

    fn asked(change: impl Fn(&mut crate::disclosure::Published)) -> Vec<String> {
        let mut published = tests::published(Audience::Members);
        change(&mut published);
        let cx = Cx { published: &published, w: Wording::in_language(Language::En) };
        questions(&cx).iter().map(Rich::plain).collect()
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
}
