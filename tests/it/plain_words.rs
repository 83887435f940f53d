//! Our own words are plain: every report of every valid fixture passes the gate of its audience.

use std::fs;

use candour::check::{self, Options};
use candour::disclosure::published::Audience;
use candour::disclosure::{PublishOptions, publish};
use candour::intake;
use candour::report::build;
use candour::report::plainness::{Gate, plainness};

use crate::support::fixture;

#[test]
fn every_report_says_what_it_says_in_plain_words() {
    let mut hard = Vec::new();
    for entry in fs::read_dir(fixture("valid")).unwrap() {
        let path = entry.unwrap().path().join("return.json");
        let read = intake::read("return.json", &fs::read(&path).unwrap());
        let accepted =
            check::check(read, &Options::default()).accept().unwrap_or_else(|_| panic!("{}", path.display()));
        for &audience in Audience::ALL {
            let published = publish(&accepted, audience, &PublishOptions::default());
            let report = build(&published);
            let (ours, _) = plainness(&published, &report).expect("the edition is English");
            assert!(ours.sentences > 0, "{}: {} has no sentence of ours", path.display(), audience.word());
            if !Gate::of(audience).lets_through(&ours) {
                hard.push(format!("{} for {}: {ours:#?}", path.display(), audience.word()));
            }
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}
