//! No text of a return holds a person's own e-mail address.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::{Detector, look_closely};
use crate::diagnostic::{Severity, Stage};
use crate::returns::QuarterlyReturn;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "e-mail-address-in-text",
    code: "P-14",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "An address names a person, and stays in every copy of the report after that person has moved on.",
    answer: "Take it out. Where readers can ask, give a shared mailbox in return.contact. The mailbox of a role elsewhere \
             is advice; an address of one word, which may be either, is a warning. A shared one can be allowed in \
             candour.toml.",
    example: r#""contact": "partnership.team@saltmere.example""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    if cx.finds().with(Detector::Mailbox).is_empty() {
        return;
    }
    let whole = cx.whole();
    let names = LazyCell::new(|| names(&whole));
    let allowed = &cx.settings().allowed;
    let is_own_name = |address: &str| {
        let local = address.split('@').next().unwrap_or_default().to_lowercase();
        local.split(|letter: char| !letter.is_alphabetic()).any(|word| names.contains(word))
    };
    // The contact is where an address belongs: there only one that is plainly a person's own is reported.
    look_closely(cx, Detector::Mailbox, |at, address, hit| {
        let is_meant = at.as_str() != "/return/contact" || hit.severity == Severity::Error;
        is_meant && !allowed.is_mailbox(address) && !is_own_name(address)
    });
}

/// The longer words in the names of the partnership and its partners: a mailbox called after one belongs to nobody alone.
fn names(whole: &QuarterlyReturn) -> BTreeSet<String> {
    let partnership = [whole.partnership.id.as_str(), whole.partnership.name.as_str()];
    let partners = whole.partners.iter().flat_map(|partner| [partner.id.as_str(), partner.name.as_str()]);
    partnership
        .into_iter()
        .chain(partners)
        .flat_map(|name| name.split(|letter: char| !letter.is_alphabetic()))
        .filter(|word| word.chars().count() >= 4)
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_persons_own_is_an_error_wherever_it_stands() {
        gets(
            &super::RULE,
            r#"{"return": {"contact": "jo.bloggs@saltmere.example"}, "risks": [{"id": "K1", "title": "Rain",
                "mitigation": "Ask info@saltmere.example or jbloggs@saltmere.example"}]}"#,
            &[
                "/return/contact error: “contact” holds what looks like a person’s own e-mail address, from character 1 on \
                 | take it out; where readers can ask, give a shared mailbox in return.contact",
                "/risks/0/mitigation advice: “mitigation” of K1 holds an e-mail address of a role, from character 5 on \
                 | put it into return.contact, where readers look for it; or leave it, if it belongs here",
                "/risks/0/mitigation warning: “mitigation” of K1 holds an e-mail address that may be a person’s own, from \
                 character 30 on | take it out; where readers can ask, give a shared mailbox in return.contact",
            ],
        );
    }

    #[test]
    fn a_shared_mailbox_is_where_readers_ask() {
        gets(&super::RULE, r#"{"return": {"contact": "partnership.team@saltmere.example"}}"#, &[]);
        gets(&super::RULE, r#"{"return": {"contact": "harbour.lights@tide.example"}}"#, &[]);
    }
}
