//! The code of a place is a code for places of its kind.

use crate::diagnostic::{Severity, Stage};
use crate::returns::PlaceKind::{
    self, CombinedAuthority, Country, County, Custom, DataZone, District, ElectoralDivision, LondonBorough, Lsoa,
    MetropolitanBorough, Msoa, Parish, Region, Unitary, Ward,
};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "code-of-another-kind-of-place",
    code: "H-06",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "The first three characters of a code from the Office for National Statistics say what kind of place it is. A \
          ward with the code of a district is counted with the wrong population.",
    answer: "Correct the code or the type. For an area of your own making, write the type custom and leave the code out.",
    example: r#"{ "id": "low-marsh", "name": "Low Marsh", "type": "ward", "ons_code": "E05999002" }"#,
    check,
};

/// Which kinds of place a code of these three characters is for, the most usual first. A code that is not here is left
/// in peace: codes are added every year.
const PREFIXES: &[(&str, &[PlaceKind])] = &[
    ("E01", &[Lsoa]),
    ("E02", &[Msoa]),
    ("E04", &[Parish]),
    ("E05", &[Ward]),
    ("E06", &[Unitary]),
    ("E07", &[District]),
    ("E08", &[MetropolitanBorough]),
    ("E09", &[LondonBorough]),
    ("E10", &[County]),
    ("E11", &[County]),
    ("E12", &[Region]),
    ("E47", &[CombinedAuthority]),
    ("E58", &[ElectoralDivision]),
    ("E92", &[Country]),
    ("N08", &[Ward, ElectoralDivision]),
    ("N09", &[District, Unitary]),
    ("N10", &[ElectoralDivision, Ward]),
    ("N92", &[Country]),
    ("S01", &[DataZone, Lsoa]),
    ("S02", &[Msoa]),
    ("S12", &[Unitary, District]),
    ("S13", &[Ward]),
    ("S92", &[Country]),
    ("W01", &[Lsoa]),
    ("W02", &[Msoa]),
    ("W04", &[Parish]),
    ("W05", &[Ward, ElectoralDivision]),
    ("W06", &[Unitary]),
    ("W92", &[Country]),
];

fn check(cx: &mut RuleContext<'_>) {
    for place in cx.whole().list("places", |whole| &whole.places) {
        let (Some(kind), Some(code)) = (place.kind, place.ons_code.as_ref()) else { continue };
        let code = code.as_str();
        let Some((_, kinds)) = PREFIXES.iter().find(|(prefix, _)| code.starts_with(prefix)) else { continue };
        if kind == Custom || kinds.contains(&kind) {
            continue;
        }
        let Some(other) = kinds.first().copied() else { continue };
        cx.report(place.field("ons_code"))
            .message(format!("{} is {}, but {code} is a code for {}", place.name, name(kind), name(other)))
            .related(place.field("type"), "the type")
            .help(format!("correct the code; or, if {} is {}, correct the type", place.name, name(other)))
            .provided(code)
            .done();
    }
}

/// `a district`, `an electoral division`.
fn name(kind: PlaceKind) -> String {
    match kind {
        Lsoa => "a lower layer area (LSOA)".to_owned(),
        Msoa => "a middle layer area (MSOA)".to_owned(),
        Unitary => "a unitary authority".to_owned(),
        LondonBorough => "a London borough".to_owned(),
        ElectoralDivision => "an electoral division".to_owned(),
        Country | Region | CombinedAuthority | County | District | MetropolitanBorough | Ward | Parish | DataZone
        | Custom => format!("a {}", words::choice(kind.word())),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn place(kind: &str, code: &str) -> String {
        format!(r#"{{"places": [{{"id": "marsh", "name": "Low Marsh", "type": "{kind}", "ons_code": "{code}"}}]}}"#)
    }

    #[test]
    fn the_kind_the_code_is_for_is_named() {
        gets(
            &super::RULE,
            &place("ward", "E07999001"),
            &["/places/0/ons_code error: Low Marsh is a ward, but E07999001 is a code for a district \
               | correct the code; or, if Low Marsh is a district, correct the type"],
        );
        gets(
            &super::RULE,
            &place("county", "W06999001"),
            &["/places/0/ons_code error: Low Marsh is a county, but W06999001 is a code for a unitary authority \
               | correct the code; or, if Low Marsh is a unitary authority, correct the type"],
        );
    }

    #[test]
    fn codes_of_all_four_countries_and_codes_not_known_are_left_in_peace() {
        for (kind, code) in [
            ("ward", "W05999001"),
            ("unitary", "S12999001"),
            ("district", "N09999001"),
            ("data_zone", "S01999001"),
            ("region", "E99999001"),
            ("custom", "E05999001"),
        ] {
            gets(&super::RULE, &place(kind, code), &[]);
        }
    }

    #[test]
    fn every_prefix_stands_once_and_in_order() {
        assert!(super::PREFIXES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
