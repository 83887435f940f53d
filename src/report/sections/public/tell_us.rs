//! How to tell us something, what reporters are paid for it, and the small print.

use super::{
    super::{Cx, make},
    number,
};
use crate::{
    disclosure::published::LeftOutKind,
    report::block::{Block, PanelLook, Rich},
};

/// How to tell us something, and what reporters are paid.
pub(super) fn panel(cx: &Cx<'_>) -> Block {
    let (w, published) = (cx.w, cx.published);
    let [before, contact, after] = w.tell_us(published.header.contact.as_deref());
    let words = Rich::from(before).strong(contact).and(after);
    let reporters = published.community.as_ref().and_then(|community| community.reporters.as_ref());
    let rate = reporters.and_then(|reporters| number(cx, reporters.rate_per_hour.as_ref()));
    let words = match rate {
        Some(rate) => words.and(" ").and(w.reporters_are_paid(&rate)),
        None => words,
    };
    make::panel(PanelLook::Ask, vec![make::heading(w.public_headings().tell_us), make::body(words)])
}

/// Who signed, how people are protected, what was left out, and that a demonstration is one.
pub(in crate::report) fn small_print(cx: &Cx<'_>) -> Vec<Block> {
    let (w, published) = (cx.w, cx.published);
    let roles: Vec<&str> = published.sign_off.iter().map(|signed| w.sign_off_role(signed.role)).collect();
    let profile = &published.profile;
    let stories = published.left_out.iter().filter(|left| left.kind == LeftOutKind::Narrative);
    let mut sentences = vec![w.signed_by_roles(&roles), w.public_protection(profile.threshold, profile.rounded_to)];
    sentences.extend(w.stories_left_out(stories.map(|left| left.count).sum()));
    sentences.extend(published.fictional.then(|| w.demonstration_sentence().to_owned()));
    sentences.extend(w.awaits_translator().map(str::to_owned));
    vec![make::note(sentences.join(" "))]
}
