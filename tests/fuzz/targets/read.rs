//! Any bytes are read without panic; what is said of them has a place in the text and a help, and what is let pass
//! without a word is JSON that every value of can be found again.
#![no_main]

use candour::diagnostic::Severity;
use candour::intake;
use candour::source::Locate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = intake::read("return.json", bytes);
    let top = read.intake.top();
    let length = read.intake.sources().get(top.document()).text.len();
    for found in &read.diagnostics {
        assert!(found.help.is_some(), "{} does not say what to do", found.message);
        let place = read.intake.locate(&found.at, found.part);
        assert!(place.bytes.start <= place.bytes.end && place.bytes.end <= length);
    }
    let is_broken = read.diagnostics.iter().any(|found| found.severity == Severity::Error);
    let Some(root) = read.intake.root() else {
        assert!(is_broken, "a text that is not read is told why");
        return;
    };
    root.walk(&top, &mut |at, value| {
        let found = read.intake.get(at).expect("what is walked over is found again");
        assert_eq!(found.bytes(), value.bytes());
    });
});
