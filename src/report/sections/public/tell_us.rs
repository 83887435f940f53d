//! How to tell us something, and the small print.

use super::{
    super::{Cx, make},
    number,
};
use crate::{
    disclosure::published::LeftOutKind,
    report::block::{Block, PanelLook, Rich},
};

/// How to tell us something.
pub(super) fn panel(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let [before, contact, after] = w.tell_us(cx.published.header.contact.as_deref());
    let words = Rich::from(before).strong(contact).and(after);
    make::panel(PanelLook::Ask, vec![make::heading(w.public_headings().tell_us), make::body(words)])
}

/// What reporters are paid, who signed, how people are protected, and what was left out. That a demonstration is one
/// stands at the head of each page.
pub(in crate::report) fn small_print(cx: &Cx<'_>) -> Vec<Block> {
    let (w, published) = (cx.w, cx.published);
    let roles: Vec<&str> = published.sign_off.iter().map(|signed| w.sign_off_role(signed.role)).collect();
    let profile = &published.profile;
    let stories = published.left_out.iter().filter(|left| left.kind == LeftOutKind::Narrative);
    let reporters = published.community.as_ref().and_then(|community| community.reporters.as_ref());
    let rate = reporters.and_then(|reporters| number(cx, reporters.rate_per_hour.as_ref()));
    let mut sentences: Vec<String> = rate.map(|rate| w.reporters_are_paid(&rate)).into_iter().collect();
    sentences.push(w.signed_by_roles(&roles));
    sentences.push(w.public_protection(profile.threshold, profile.rounded_to));
    sentences.extend(w.stories_left_out(stories.map(|left| left.count).sum()));
    sentences.extend(w.awaits_translator().map(str::to_owned));
    vec![make::note(sentences.join(" "))]
}
