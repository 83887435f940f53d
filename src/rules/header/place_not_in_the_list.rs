//! Every place a return speaks of is in its list of places.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Id;
use crate::rules::{Area, At, Fault, Rule, RuleContext, nearest::nearest};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "place-not-in-the-list",
    code: "H-04",
    area: Area::Header,
    stage: Stage::Ids,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Reports print the name of each ward and put its figures on the right line. An id that belongs to no place \
          leaves a line without a name.",
    answer: "Correct the id, or add the place to places.",
    example: r#""places": [{ "id": "low-marsh", "name": "Low Marsh", "type": "ward" }], … "ward_notes": [{ "place": "low-marsh", … }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    // An id may be that of a place whose shape is at fault.
    if whole.has_gaps("places") {
        return;
    }
    let mut known: Vec<(&str, &str)> =
        whole.places.iter().map(|place| (place.id.as_str(), place.name.as_str())).collect();
    known.sort_unstable();
    for at in unknown(cx, &|id| known.binary_search_by_key(&id, |(known, _)| known).is_ok()) {
        let id = at.get().as_str();
        let near = if cx.is_full() { None } else { nearest(id, known.iter().map(|(known, _)| *known)) };
        let help = match near {
            Some(near) => {
                let name = known.iter().find(|(known, _)| *known == near).map_or("", |(_, name)| name);
                format!("did you mean “{near}” ({name})? If not, add the place to places")
            }
            None => "correct the id, or add the place to places".to_owned(),
        };
        cx.report(at.pointer()).message(format!("“{id}” is not in the list of places")).help(help).provided(id).done();
    }
}

/// Every id of a place that is not known, in the order of the form.
fn unknown<'a>(cx: &RuleContext<'a>, is_known: &dyn Fn(&str) -> bool) -> Vec<At<'a, Id>> {
    let whole = cx.whole();
    let unknown = |id: &At<'a, Id>| !is_known(id.get().as_str());
    let mut ids = Vec::new();
    for place in whole.list("places", |whole| &whole.places) {
        ids.extend(place.part("within", |place| place.within.as_ref()).filter(unknown));
        ids.extend(place.part("successor", |place| place.successor.as_ref()).filter(unknown));
    }
    for measure in cx.results() {
        ids.extend(measure.list("places", |measure| &measure.places).filter(unknown));
        for breakdown in measure.list("breakdowns", |measure| &measure.breakdowns) {
            for group in breakdown.list("groups", |breakdown| &breakdown.groups) {
                ids.extend(group.part("place", |group| group.place.as_ref()).filter(unknown));
            }
        }
    }
    for outcome in cx.outcomes() {
        ids.extend(outcome.list("places", |outcome| &outcome.places).filter(unknown));
    }
    for narrative in cx.narratives() {
        ids.extend(narrative.list("places", |narrative| &narrative.places).filter(unknown));
    }
    for promise in cx.promises() {
        ids.extend(promise.list("places", |promise| &promise.places).filter(unknown));
    }
    for note in whole.list("ward_notes", |whole| &whole.ward_notes) {
        ids.extend(note.part("place", |note| Some(&note.place)).filter(unknown));
    }
    ids
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    const NOTE: &str = r#"{"places": [{"id": "low-marsh", "name": "Low Marsh"}],
        "ward_notes": [{"place": "low-mash", "note": "The lamp is mended."}]}"#;

    #[test]
    fn the_nearest_place_is_named() {
        gets(
            &super::RULE,
            NOTE,
            &["/ward_notes/0/place error: “low-mash” is not in the list of places \
               | did you mean “low-marsh” (Low Marsh)? If not, add the place to places"],
        );
        gets(
            &super::RULE,
            r#"{"places": [{"id": "low-marsh", "name": "Low Marsh", "within": "shire"}]}"#,
            &[
                "/places/0/within error: “shire” is not in the list of places | correct the id, or add the place to places",
            ],
        );
    }

    #[test]
    fn a_listed_place_is_known_and_one_that_was_cut_may_have_been_meant() {
        gets(
            &super::RULE,
            r#"{"places": [{"id": "low-marsh", "name": "Low Marsh"}],
                "results": [{"id": "R1", "title": "Plans", "places": ["low-marsh"]}]}"#,
            &[],
        );
        gets_without(&["/places/0"], &super::RULE, NOTE, &[]);
    }
}
