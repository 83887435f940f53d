//! Broken, huge and hostile input gets a clear sentence, and never a panic; `benches/hostile` says in how much time and space.

use candour::intake::{MAX_BYTES, MAX_VALUES};

use candour::diagnostic::render::Format;

use crate::support::{fixtures, gets, shape_findings, shape_findings_in};

#[test]
fn hostile_text_is_shown_harmlessly() {
    for path in fixtures("hostile") {
        gets(&path, shape_findings);
    }
}

/// The rule of the first finding.
fn first_rule(bytes: &[u8]) -> String {
    let said = shape_findings("return.json", bytes);
    said.split(['[', ']']).nth(1).unwrap_or_default().to_owned()
}

#[test]
fn what_is_too_much_is_refused_at_once() {
    let deep = "[".repeat(100_000);
    let deep_records = "{\"a\":".repeat(100_000);
    let many = format!("[{}0]", "0,".repeat(MAX_VALUES));
    for (what, bytes, rule) in [
        ("very large", vec![b' '; MAX_BYTES + 1], "file-too-large"),
        ("very deep", deep.into_bytes(), "too-deep"),
        ("very deep records", deep_records.into_bytes(), "too-deep"),
        ("very many", many.into_bytes(), "too-many-values"),
        ("one quotation mark", [b"\"".to_vec(), vec![b'a'; MAX_BYTES - 1]].concat(), "text-not-closed"),
        ("zeroes", vec![0; 1000], "control-character"),
        ("nothing", Vec::new(), "file-empty"),
    ] {
        assert_eq!(first_rule(&bytes), rule, "{what}");
    }
}

#[test]
fn thousands_of_faults_are_told_or_counted() {
    let partners = |count: usize| -> String {
        let partners: Vec<_> =
            (0..count).map(|number| format!("{{\"id\": \"p{number}\", \"name\": {number}}}")).collect();
        let text = format!("{{\"partners\": [{}]}}", partners.join(",\n"));
        shape_findings_in(Format::Concise, "return.json", text.as_bytes())
    };
    // Beside them, three fields of the return are missing.
    let said = partners(900);
    assert_eq!(said.matches("error[not-a-text]").count(), 900);
    assert!(!said.contains("many-more-faults"));
    let said = partners(2_000);
    assert_eq!(said.matches("error[not-a-text]").count(), 997);
    assert!(said.contains("There are 1,003 more faults of shape from here on"));
}

#[test]
fn a_name_of_megabytes_is_cut_short() {
    let said = shape_findings(
        "return.json",
        format!("{{\"{}\": \"{}\"}}", "n".repeat(1 << 20), "v".repeat(1 << 20)).as_bytes(),
    );
    assert!(said.len() < 10_000, "{} bytes", said.len());
}

#[test]
fn thousands_of_faults_on_one_line_are_told() {
    let fields: Vec<_> = (0..20_000).map(|number| format!("\"field_{number}_{}\": 1", "n".repeat(80))).collect();
    assert_eq!(first_rule(format!("{{{}}}", fields.join(", ")).as_bytes()), "field-missing");
}
