//! A reader who guesses at a hidden number builds the reports of the guess, and gets the very same files: words, charts,
//! descriptions and carried data. So nothing in three reports side by side tells one guess from another.

use candour::check::{self, Options};
use candour::disclosure::published::Audience;
use candour::disclosure::{PublishOptions, publish};
use candour::render::{self, HtmlOptions, PdfOptions};
use candour::{intake, report};
use serde_json::{Value, json};

use crate::support::fixture;

/// Hidden numbers of the worked example, by where they stand, and what else they could be. The first is what they are.
const HIDDEN: &[(&[&str], &[&[u64]])] = &[
    (
        &["/results/0/breakdowns/0/groups/2/value", "/results/0/breakdowns/0/groups/3/value"],
        &[&[22, 3], &[24, 1], &[23, 2], &[21, 4]],
    ),
    (
        &["/results/0/breakdowns/1/groups/2/value", "/results/0/breakdowns/1/groups/3/value"],
        &[&[24, 4], &[27, 1], &[26, 2], &[25, 3]],
    ),
    (
        &["/outcomes/0/distribution/no_clear_change", "/outcomes/0/distribution/worsened"],
        &[&[22, 4], &[25, 1], &[24, 2], &[23, 3]],
    ),
    (&["/outcomes/0/cohort/consented"], &[&[84], &[82], &[83], &[85]]),
    (
        &["/outcomes/1/cohort/consented", "/outcomes/1/cohort/baseline_complete"],
        &[&[55, 55], &[54, 54], &[56, 56], &[57, 57]],
    ),
    (&["/outcomes/1/cohort/left_before_follow_up"], &[&[5], &[6], &[7], &[8]]),
    (
        &[
            "/outcomes/3/cohort/consented",
            "/outcomes/3/cohort/follow_up_due",
            "/outcomes/3/cohort/left_before_follow_up",
        ],
        &[&[28, 28, 2], &[27, 27, 1], &[29, 29, 3], &[30, 30, 4]],
    ),
    (
        &[
            "/system_health/relationship_survey/returned_by_sector/2/value",
            "/system_health/relationship_survey/returned_by_sector/3/value",
        ],
        &[&[11, 3], &[13, 1], &[12, 2], &[10, 4]],
    ),
];

/// The reports of a return for every audience: the pages, and where they are asked for, the PDFs.
fn files(value: &Value, with_pdf: bool) -> Vec<Vec<u8>> {
    let read = intake::read("return.json", value.to_string().as_bytes());
    let checked = check::check(read, &Options::default());
    let accepted = checked.accept().unwrap_or_else(|_| panic!("a guess has to be a return"));
    let mut files = Vec::new();
    for audience in Audience::ALL {
        let report = report::build(&publish(&accepted, *audience, &PublishOptions::default()));
        files.push(render::html(&report, &HtmlOptions::default()).unwrap().into_bytes());
        if with_pdf {
            files.push(render::pdf(&report, &PdfOptions::default()).unwrap().bytes);
        }
    }
    files
}

#[test]
fn four_guesses_at_every_hidden_number_give_the_same_files() {
    let bytes = std::fs::read(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let mut filed: Value = serde_json::from_slice(&bytes).unwrap();
    // A rate may be left out; it would have to follow its counts.
    filed.pointer_mut("/outcomes/3/cohort").unwrap().as_object_mut().unwrap().remove("response_rate");
    let (pages, all) = (files(&filed, false), files(&filed, true));
    for (places, guesses) in HIDDEN {
        assert!(guesses.len() >= 4);
        for (at, guess) in guesses.iter().enumerate() {
            let mut guessed = filed.clone();
            for (place, number) in places.iter().zip(*guess) {
                let stands = guessed.pointer_mut(place).unwrap();
                assert!(at > 0 || *stands == json!(number), "{place} is {stands} and not {number}");
                *stands = json!(number);
            }
            // PDFs take long to make, and are made of the same report.
            let is_same = if at == 1 { files(&guessed, true) == all } else { files(&guessed, false) == pages };
            assert!(is_same, "{guess:?} at {places:?} can be told from what was filed");
        }
    }
}

/// The test above would notice: a number that is shown makes other files.
#[test]
fn a_number_that_is_shown_tells_returns_apart() {
    let bytes = std::fs::read(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let filed: Value = serde_json::from_slice(&bytes).unwrap();
    let mut other = filed.clone();
    other["results"][0]["breakdowns"][0]["groups"][0]["value"] = json!(40);
    other["results"][0]["breakdowns"][0]["groups"][2]["value"] = json!(23);
    assert!(files(&filed, false) != files(&other, false));
}
