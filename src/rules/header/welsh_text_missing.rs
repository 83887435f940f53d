//! Where a place is in Wales, the public report can be read in Welsh.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::narratives::ReportUse;
use crate::returns::{Text, TextLanguage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "welsh-text-missing",
    code: "H-20",
    area: Area::Header,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "In Wales the public may read what a public body publishes in Welsh. The report is made in both languages, and \
          what has no Welsh words stands in it in English.",
    answer: "Give the texts of the public report in both languages, as { \"en\": …, \"cy\": … }; or explain, with the \
             record return, when the Welsh will follow.",
    example: r#""promise": { "en": "Mend the lamp by the bridge.", "cy": "Trwsio'r lamp wrth y bont." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let places = whole.list("places", |whole| &whole.places);
    let is_in_wales = |code: &str| code.starts_with('W');
    let Some(place) =
        places.into_iter().find(|place| place.ons_code.as_ref().is_some_and(|code| is_in_wales(code.as_str())))
    else {
        return;
    };
    // Plain texts are in the return’s one language.
    if matches!(whole.header.languages.as_slice(), [TextLanguage::Welsh]) {
        return;
    }
    let without = texts_without_welsh(cx);
    let Some(first) = without.first().cloned() else { return };
    let (texts, have) = if without.len() == 1 { ("text", "has") } else { ("texts", "have") };
    let languages = cx.header().field("languages");
    cx.report(languages)
        .message(format!(
            "{} is in Wales, and {} {texts} of the public report {have} no Welsh words",
            place.name,
            words::count(without.len() as u64)
        ))
        .related(place.field("ons_code"), "a place in Wales")
        .related(first, "the first of them")
        .help("add the Welsh text beside the English, or say in explanations when it will follow")
        .done();
}

/// Where the texts of the public report stand that have no Welsh words, in the order of the form.
fn texts_without_welsh(cx: &RuleContext<'_>) -> Vec<Pointer> {
    let whole = cx.whole();
    let mut without = Vec::new();
    if let Some(partnership) = whole.part("partnership", |whole| Some(&whole.partnership)) {
        without.extend(needs(partnership.purpose.as_ref(), partnership.field("purpose")));
    }
    for measure in cx.results() {
        without.extend(needs(Some(&measure.title), measure.field("title")));
        without.extend(needs(measure.commentary.as_ref(), measure.field("commentary")));
    }
    for outcome in cx.outcomes() {
        without.extend(needs(Some(&outcome.title), outcome.field("title")));
    }
    for narrative in cx.narratives() {
        if narrative.use_in.contains(&ReportUse::PublicReport) {
            without.extend(needs(narrative.title.as_ref(), narrative.field("title")));
            without.extend(needs(narrative.what_happened.as_ref(), narrative.field("what_happened")));
        }
    }
    for promise in cx.promises() {
        without.extend(needs(Some(&promise.promise), promise.field("promise")));
        without.extend(needs(promise.explanation.as_ref(), promise.field("explanation")));
    }
    if let Some(community) = cx.community_reporting() {
        for answer in community.list("you_said_we_did", |community| &community.you_said_we_did) {
            without.extend(needs(Some(&answer.you_said), answer.field("you_said")));
            without.extend(needs(answer.we_did.as_ref(), answer.field("we_did")));
        }
    }
    without
}

/// Where the text stands, if it has words and none of them is Welsh.
fn needs<const MAX: usize>(text: Option<&Text<MAX>>, at: Pointer) -> Option<Pointer> {
    let has_none =
        text.is_some_and(|text| !text.is_blank() && text.welsh().is_none_or(|welsh| welsh.trim().is_empty()));
    has_none.then_some(at)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn in_place(code: &str, title: &str, languages: &str) -> String {
        format!(
            r#"{{"return": {{"languages": [{languages}]}},
                "places": [{{"id": "cwm", "name": "Cwm Isaf", "ons_code": "{code}"}}],
                "results": [{{"id": "R1", "title": {title}}}]}}"#
        )
    }

    #[test]
    fn texts_without_welsh_are_counted() {
        gets(
            &super::RULE,
            &in_place("W06999001", r#""Plans", "commentary": "More of them.""#, r#""en", "cy""#),
            &["/return/languages warning: Cwm Isaf is in Wales, and 2 texts of the public report have no Welsh words \
               | add the Welsh text beside the English, or say in explanations when it will follow"],
        );
    }

    #[test]
    fn welsh_texts_and_places_elsewhere_are_left_in_peace() {
        gets(&super::RULE, &in_place("W06999001", r#"{"en": "Plans", "cy": "Cynlluniau"}"#, r#""en", "cy""#), &[]);
        gets(&super::RULE, &in_place("W06999001", r#""Cynlluniau""#, r#""cy""#), &[]);
        gets(&super::RULE, &in_place("E06999001", r#""Plans""#, r#""en""#), &[]);
    }
}
