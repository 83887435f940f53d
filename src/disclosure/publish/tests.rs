use super::*;
use crate::{
    check::{Options, check},
    disclosure::published::{MeasureShown, Shown},
    intake::read,
};

const SALTMERE: &str = include_str!("../../../fixtures/valid/saltmere-2026-27-q2/return.json");

fn published(audience: Audience) -> Published {
    let read = read("return.json", SALTMERE.as_bytes());
    let accepted = check(read, &Options::default()).accept().expect("the worked example has no errors");
    publish(&accepted, audience, &PublishOptions::default())
}

/// A figure as it is printed.
fn print(shown: &Shown) -> String {
    match shown {
        Shown::Number { value, .. } => value.get().to_string(),
        Shown::NotAvailable { .. } => "[x]".to_owned(),
        Shown::NotApplicable { .. } => "[z]".to_owned(),
        Shown::Hidden => "[c]".to_owned(),
    }
}

fn print_all<'a>(shown: impl IntoIterator<Item = &'a Option<Shown>>) -> Vec<String> {
    shown.into_iter().map(|shown| shown.as_ref().map_or("–".to_owned(), print)).collect()
}

fn by(measure: &MeasureShown, breakdown: usize) -> Vec<String> {
    let breakdown = &measure.breakdowns[breakdown];
    breakdown.groups.iter().map(|group| print(&group.figure)).chain([print(&breakdown.total)]).collect()
}

#[test]
fn wards_and_households_are_shown_as_each_audience_may_see_them() {
    let funder = published(Audience::Funder);
    assert_eq!(by(&funder.results[0], 0), ["41", "38", "[c]", "[c]", "104"]);
    assert_eq!(by(&funder.results[0], 1), ["47", "29", "[c]", "[c]", "104"]);
    let wards = published(Audience::Members).wards.unwrap();
    let figures: Vec<Option<Shown>> = wards.wards.into_iter().map(|ward| ward.figure).chain([wards.total]).collect();
    assert_eq!(print_all(&figures), ["40", "40", "[c]", "[c]", "104"]);
    let public = published(Audience::Public);
    assert_eq!(by(&public.results[0], 0), ["40", "40", "[c]", "[c]", "105"]);
    assert_eq!(by(&public.results[0], 1), ["45", "30", "[c]", "[c]", "105"]);
}
