//! An id means one thing.

use std::collections::BTreeMap;

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, records, records::Sorted, spot::Spot};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "id-given-twice",
    code: "H-05",
    area: Area::Header,
    stage: Stage::Ids,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Evidence, explanations and next quarter’s comparison all point to ids. With two records of one id, half of them \
          point to the wrong one.",
    answer: "Give the second record an id that no other has.",
    example: r#""results": [{ "id": "R1", … }, { "id": "R2", … }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let of_partners = Sorted::of(whole.partners.iter().map(|partner| partner.id.as_str()));
    let of_places = Sorted::of(whole.places.iter().map(|place| place.id.as_str()));
    let of_records = Sorted::of(records::ids(&whole));
    // Nearly every return has each id once, and then nobody needs to know where it stands.
    if ![of_partners, of_places, of_records].iter().any(Sorted::has_any_twice) {
        return;
    }
    let mut partners = Named::new("partners");
    for partner in cx.partners() {
        partners.add(cx, partner.get().id.as_str(), partner.spot());
    }
    let mut places = Named::new("places");
    for place in whole.list("places", |whole| &whole.places) {
        places.add(cx, place.get().id.as_str(), place.spot());
    }
    let mut records = Named::new("records");
    for (id, at) in records::places(cx) {
        records.add(cx, id, at);
    }
}

/// The ids of one kind so far, with the record that first has each.
struct Named<'a> {
    kind: &'static str,
    first: BTreeMap<&'a str, Spot>,
}

impl<'a> Named<'a> {
    fn new(kind: &'static str) -> Self {
        Self { kind, first: BTreeMap::new() }
    }

    fn add(&mut self, cx: &mut RuleContext<'_>, id: &'a str, record: Spot) {
        match self.first.get(id) {
            Some(first) => cx
                .report(record.pointer().field("id"))
                .message(format!("Two {} are called {id}", self.kind))
                .related(first.pointer().field("id"), "the first of them")
                .help("give the second a new id, and check what points to it")
                .provided(id)
                .done(),
            None => drop(self.first.insert(id, record)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn the_second_of_one_id_is_named_wherever_it_stands() {
        gets(
            &super::RULE,
            r#"{
                "partners": [{"id": "aa", "name": "A"}, {"id": "aa", "name": "B"}],
                "results": [{"id": "R1", "title": "Plans"}],
                "outcomes": [{"id": "R1", "title": "Sleep"}]
            }"#,
            &[
                "/partners/1/id error: Two partners are called aa | give the second a new id, and check what points to it",
                "/outcomes/0/id error: Two records are called R1 | give the second a new id, and check what points to it",
            ],
        );
    }

    #[test]
    fn a_place_may_be_called_as_a_partner_is() {
        gets(&super::RULE, r#"{"places": [{"id": "harbour-trust", "name": "Trust Quarter"}]}"#, &[]);
    }
}
