//! Where the questions for members stand, beside the words used and whom to ask.

use super::{Cx, make, member_questions};
use crate::report::block::{Block, KeyLook, Marker, Rich, SectionRank};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let headings = w.briefing_headings();
    let questions = member_questions::questions(cx);
    let questions =
        if questions.is_empty() { make::body(w.no_questions()) } else { make::list(Marker::Number, questions) };
    vec![make::columns(vec![
        (7, vec![make::section("questions", headings.questions, SectionRank::Full, vec![questions])]),
        (5, vec![make::section("words-we-used", headings.words, SectionRank::Full, words_and_contact(cx))]),
    ])]
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
    small_print.extend(w.awaits_translator().map(str::to_owned));
    blocks.push(make::note(small_print.join(" ")));
    blocks
}
