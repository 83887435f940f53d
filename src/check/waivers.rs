//! A funder's waivers against what was found: which warnings need no answer, and which waivers cover nothing. Knows
//! findings and the file of waivers, never how a finding came about.

use std::collections::BTreeSet;

use super::earlier::{EarlierReturns, Together};
use super::{discretion, explain, verdict};
use crate::diagnostic::{self, Diagnostic, Severity, ShapeRule, Stage, Verdict, Waived};
use crate::intake::{Intake, Read};
use crate::returns::{Date, QuarterlyReturn};
use crate::rules::{self, Finds};
use crate::schema::{self, Shaped};
use crate::source::Pointer;
use crate::waivers::{Scope, Waiver};

/// The rules that waivers are held to, beside those of text and shape.
pub(super) const RULES: &[ShapeRule] = &[
    ShapeRule {
        name: "waiver-answers-nothing",
        why: "A waiver that covers no warning any more is forgotten until it covers one that nobody thought of.",
    },
    ShapeRule {
        name: "waiver-has-expired",
        why: "A waiver holds until the day its funder named. After it, the warning stands again.",
    },
    ShapeRule { name: "waiver-of-an-error", why: "A warning can be waived. An error says that something is wrong." },
    ShapeRule {
        name: "waiver-not-tried",
        why: "A waiver of what compares with earlier returns can only be tried where these are at hand. Until then nobody \
              knows whether it is still needed.",
    },
    ShapeRule { name: "waiver-of-no-rule", why: "A waiver says which rule it is of, by name or code." },
    ShapeRule {
        name: "waiver-without-a-reason",
        why: "Whoever reads a finding that is waived has to see why, and by whom.",
    },
];

/// A funder's waivers that were read.
#[derive(Debug, Clone)]
pub struct Waivers {
    intake: Intake,
    held: Vec<Held>,
    diagnostics: Vec<Diagnostic>,
}

/// A waiver of a rule there is, for a reason.
#[derive(Debug, Clone)]
struct Held {
    at: Pointer,
    rule: &'static str,
    waiver: Waiver,
    expired: bool,
}

/// What waivers came to in some returns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Covered {
    warnings: BTreeSet<usize>,
    errors: BTreeSet<usize>,
    /// Those of a rule that compares with earlier returns, where a return in their scope came without any.
    untried: BTreeSet<usize>,
}

impl Covered {
    /// What they came to in other returns too.
    pub fn add(&mut self, other: &Self) {
        self.warnings.extend(&other.warnings);
        self.errors.extend(&other.errors);
        self.untried.extend(&other.untried);
    }
}

/// Takes a file of waivers that was read. Today says which of them have expired; without it none has.
pub fn waivers(read: Read, today: Option<Date>) -> Waivers {
    let Read { intake, mut diagnostics } = read;
    let Shaped { diagnostics: of_shape, cuts, typed } = schema::check_waivers(&intake);
    diagnostics.extend(of_shape);
    let list = intake.top().field("waivers");
    let places = intake.kept_items(&list, &cuts);
    let mut held = Vec::new();
    for (waiver, index) in typed.into_iter().flat_map(|file| file.waivers).zip(places) {
        let at = list.item(index);
        match rule_of(&waiver, &at) {
            Ok(rule) => {
                held.push(Held { expired: today.is_some_and(|today| waiver.expires < today), at, rule, waiver });
            }
            Err(found) => diagnostics.push(*found),
        }
    }
    Waivers { intake, held, diagnostics }
}

fn rule_of(waiver: &Waiver, at: &Pointer) -> Result<&'static str, Box<Diagnostic>> {
    let written = waiver.rule.as_str().trim();
    let Some(page) = explain(written) else {
        return Err(Box::new(finding(
            "waiver-of-no-rule",
            Severity::Error,
            at.field("rule"),
            format!("This waives “{written}”, and no rule has that name or code"),
            "take the name or the code from the warning, as it was printed",
        )));
    };
    for (field, is_blank) in
        [("reason", waiver.reason.is_blank()), ("authorised_by", waiver.authorised_by.as_str().trim().is_empty())]
    {
        if is_blank {
            return Err(Box::new(finding(
                "waiver-without-a-reason",
                Severity::Error,
                at.field(field),
                format!("The waiver of {written} has no words in “{field}”"),
                "say why the warning needs no answer, and which role authorised that",
            )));
        }
    }
    Ok(page.name)
}

impl Waivers {
    /// The file, and what stands where in it.
    pub fn intake(&self) -> &Intake {
        &self.intake
    }

    /// Marks the warnings that are waived, and says what these waivers came to. Where no earlier return was at hand, a
    /// waiver of what compares with one was not tried.
    pub(super) fn waive(&self, diagnostics: &mut [Diagnostic], typed: &QuarterlyReturn, has_earlier: bool) -> Covered {
        let mut covered = Covered::default();
        for (index, held) in self.held.iter().enumerate().filter(|(_, held)| !held.expired) {
            let is_of_this = held.waiver.scope.as_ref().is_none_or(|scope| is_of(scope, typed));
            if !has_earlier && is_of_this && held.compares() {
                covered.untried.insert(index);
            }
            for found in diagnostics.iter_mut().filter(|found| found.rule == held.rule) {
                if !held.waiver.scope.as_ref().is_none_or(|scope| covers(scope, found, typed)) {
                    continue;
                }
                match found.severity {
                    Severity::Error => drop(covered.errors.insert(index)),
                    Severity::Warning => {
                        covered.warnings.insert(index);
                        found.waived.get_or_insert_with(|| held.waived());
                    }
                    Severity::Advice => {}
                }
            }
        }
        covered
    }

    /// What there is to say of the waivers themselves once all returns were looked at, in the order of their file, and
    /// how that ended.
    pub fn findings(&self, covered: &Covered) -> (Verdict, Vec<Diagnostic>) {
        let mut diagnostics = self.diagnostics.clone();
        for (index, held) in self.held.iter().enumerate() {
            let among = |which: &BTreeSet<usize>| which.contains(&index);
            let came_to = CameTo {
                has_warnings: among(&covered.warnings),
                has_errors: among(&covered.errors),
                untried: among(&covered.untried),
            };
            diagnostics.extend(held.finding(came_to));
        }
        let earlier = EarlierReturns::none();
        let finds = Finds::of(self.intake.numbered_texts());
        discretion::keep_private(&mut diagnostics, Together { intake: &self.intake, earlier: &earlier }, &finds);
        diagnostic::sort(&mut diagnostics, &self.intake);
        (verdict(&self.intake, &diagnostics), diagnostics)
    }
}

/// What one waiver came to.
#[derive(Debug, Clone, Copy)]
struct CameTo {
    has_warnings: bool,
    has_errors: bool,
    untried: bool,
}

impl Held {
    /// Whether its rule compares with earlier returns, and is silent without them.
    fn compares(&self) -> bool {
        rules::ALL.iter().any(|rule| rule.name == self.rule && rules::needs_earlier(rule))
    }

    fn waived(&self) -> Waived {
        Waived {
            reason: self.waiver.reason.any().to_owned(),
            authorised_by: self.waiver.authorised_by.as_str().to_owned(),
            expires: self.waiver.expires.to_string(),
        }
    }

    fn finding(&self, came_to: CameTo) -> Option<Diagnostic> {
        let written = self.waiver.rule.as_str().trim();
        if self.expired {
            return Some(finding(
                "waiver-has-expired",
                Severity::Warning,
                self.at.field("expires"),
                format!("The waiver of {written} expired on {}", self.waiver.expires),
                "delete it, or let whoever authorised it name a later day",
            ));
        }
        if came_to.has_errors {
            return Some(finding(
                "waiver-of-an-error",
                Severity::Warning,
                self.at.field("rule"),
                format!("{written} found an error where this waiver holds, and errors cannot be waived"),
                "mend what the error speaks of; delete the waiver if it was meant for that",
            ));
        }
        if came_to.has_warnings {
            return None;
        }
        Some(if came_to.untried {
            finding(
                "waiver-not-tried",
                Severity::Advice,
                self.at.field("rule"),
                format!("This waiver of {written} was not tried: no earlier return was given to compare with"),
                "name the return before with --previous, or the folder of all of them with --history",
            )
        } else {
            finding(
                "waiver-answers-nothing",
                Severity::Advice,
                self.at.field("rule"),
                format!("This waiver of {written} covers no warning of the returns that were checked"),
                "delete it, or correct its rule or its scope",
            )
        })
    }
}

/// Whether a finding of this return lies within the scope.
fn covers(scope: &Scope, found: &Diagnostic, typed: &QuarterlyReturn) -> bool {
    let of_record = scope.records.is_empty()
        || scope.records.iter().any(|record| rules::is_about(record.as_str().trim(), found, typed));
    is_of(scope, typed) && of_record
}

/// Whether the scope is of this partnership and quarter.
fn is_of(scope: &Scope, typed: &QuarterlyReturn) -> bool {
    let period = typed.header.period.period();
    let of_partnership = scope.partnership.as_ref().is_none_or(|id| *id == typed.partnership.id);
    let in_period = scope.period.is_none_or(|scope| {
        scope == period || scope.as_year().is_some_and(|year| year == typed.header.period.financial_year)
    });
    of_partnership && in_period
}

fn finding(rule: &'static str, severity: Severity, at: Pointer, message: String, help: &str) -> Diagnostic {
    Diagnostic { help: Some(help.to_owned()), ..Diagnostic::new(rule, severity, Stage::Text, at, message) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::{Checked, EarlierReturn, Options, check, check_after};
    use crate::intake::read;

    const SALTMERE: &str = include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json");

    /// The worked example without its two answers, checked with these waivers.
    fn unanswered(waived: &str) -> (Checked, Waivers) {
        let text = SALTMERE.replace("\"explanations\": [", "\"x_explanations\": [");
        let held = waivers(read("waivers.json", waived.as_bytes()), Date::parse("2026-11-01"));
        let options = Options { waivers: Some(Arc::new(held.clone())), ..Options::default() };
        (check(read("return.json", text.as_bytes()), &options), held)
    }

    fn waiver(rule: &str, scope: &str, expires: &str) -> String {
        format!(
            r#"{{"waivers": [{{"rule": "{rule}", {scope} "reason": "A pilot year.",
                "authorised_by": "Grant manager", "expires": "{expires}"}}]}}"#
        )
    }

    fn said(checked: &Checked, held: &Waivers) -> Vec<String> {
        let (_, findings) = held.findings(checked.covered());
        findings.iter().map(|found| format!("{} {}: {}", found.at, found.severity.name(), found.message)).collect()
    }

    #[test]
    fn a_waived_warning_stays_visible_and_needs_no_answer() {
        let both = r#"{"waivers": [
            {"rule": "O-11", "reason": "A pilot year.", "authorised_by": "Grant manager", "expires": "2027-03-31",
             "scope": {"partnership": "saltmere-together", "period": "2026-27 Q2", "records": ["O4"]}},
            {"rule": "chosen-because-it-was-bad", "reason": "Known.", "authorised_by": "Grant manager",
             "expires": "2026-11-01", "scope": {"period": "2026-27"}}]}"#;
        let (checked, held) = unanswered(both);
        assert_eq!(checked.verdict(), Verdict::AcceptedWithExplanations);
        let waived: Vec<_> = checked.diagnostics().iter().filter_map(|found| found.waived.as_ref()).collect();
        assert_eq!(waived.len(), 2);
        assert_eq!(said(&checked, &held), [""; 0]);
    }

    #[test]
    fn each_part_of_a_scope_narrows_it() {
        for scope in [
            r#""scope": {"partnership": "another"},"#,
            r#""scope": {"period": "2026-27 Q1"},"#,
            r#""scope": {"period": "2025-26"},"#,
            r#""scope": {"records": ["O1", "return"]},"#,
        ] {
            let (checked, held) = unanswered(&waiver("O-11", scope, "2027-03-31"));
            assert!(checked.diagnostics().iter().all(|found| found.waived.is_none()), "{scope}");
            assert_eq!(
                said(&checked, &held),
                ["/waivers/0/rule advice: This waiver of O-11 covers no warning of the returns that were checked"],
                "{scope}"
            );
        }
    }

    #[test]
    fn a_waiver_ends_on_its_last_day() {
        let (checked, held) = unanswered(&waiver("O-11", "", "2026-10-31"));
        assert_eq!(checked.verdict(), Verdict::NeedsExplanations);
        assert_eq!(said(&checked, &held), ["/waivers/0/expires warning: The waiver of O-11 expired on 2026-10-31"]);
    }

    #[test]
    fn what_could_not_be_compared_is_not_called_unused() {
        let (checked, held) = unanswered(&waiver("C-11", "", "2027-03-31"));
        assert_eq!(
            said(&checked, &held),
            ["/waivers/0/rule advice: This waiver of C-11 was not tried: no earlier return was given to compare with"]
        );
        // Of a partnership that is not among those checked, no return was without its earlier ones.
        let (checked, held) = unanswered(&waiver("C-11", r#""scope": {"partnership": "another"},"#, "2027-03-31"));
        let unused = ["/waivers/0/rule advice: This waiver of C-11 covers no warning of the returns that were checked"];
        assert_eq!(said(&checked, &held), unused);
        let earlier = include_bytes!("../../fixtures/histories/saltmere/2026-27-q1.json");
        let held = waivers(read("waivers.json", waiver("C-11", "", "2027-03-31").as_bytes()), None);
        let options = Options { waivers: Some(Arc::new(held.clone())), ..Options::default() };
        let earlier = EarlierReturn::of(read("before.json", earlier).intake).expect("a return");
        let read = read("return.json", SALTMERE.as_bytes());
        let checked = check_after(read, EarlierReturns::of(vec![earlier]), &options);
        assert_eq!(said(&checked, &held), unused);
    }

    #[test]
    fn an_error_is_never_waived() {
        let held = waivers(read("waivers.json", waiver("K-01", "", "2027-03-31").as_bytes()), None);
        let text = SALTMERE.replace(r#""impact": 4, "score": 16"#, r#""impact": 4, "score": 12"#);
        let options = Options { waivers: Some(Arc::new(held.clone())), ..Options::default() };
        let checked = check(read("return.json", text.as_bytes()), &options);
        assert_eq!(checked.verdict(), Verdict::Rejected);
        assert!(checked.diagnostics().iter().all(|found| found.waived.is_none()));
        assert_eq!(
            said(&checked, &held),
            ["/waivers/0/rule warning: K-01 found an error where this waiver holds, and errors cannot be waived"]
        );
    }

    #[test]
    fn faults_of_the_file_are_told_with_their_places_and_cost_the_waiver() {
        let faulty = r#"{"waivers": [
            {"rule": "O-99", "reason": "Known.", "authorised_by": "Grant manager", "expires": "2027-03-31"},
            {"rule": "O-11", "reason": " ", "authorised_by": "Grant manager", "expires": "2027-03-31"},
            {"rule": "O-11", "resaon": "Known.", "authorised_by": "Grant manager", "expires": "2027-02-30"}]}"#;
        let (checked, held) = unanswered(faulty);
        assert!(checked.diagnostics().iter().all(|found| found.waived.is_none()));
        assert_eq!(
            said(&checked, &held),
            [
                "/waivers/0/rule error: This waives “O-99”, and no rule has that name or code",
                "/waivers/1/reason error: The waiver of O-11 has no words in “reason”",
                "/waivers/2 error: “reason” is missing from this waiver",
                "/waivers/2/resaon error: “resaon” is not a field of a waiver. Did you mean “reason”?",
                "/waivers/2/expires error: “expires” is “2027-02-30”, which is not a date",
            ]
        );
        let (verdict, _) = held.findings(checked.covered());
        assert_eq!(verdict, Verdict::Rejected);
    }

    #[test]
    fn what_is_no_file_of_waivers_waives_nothing() {
        for text in ["", "[]", "7", "{}", r#"{"waivers": {}}"#, SALTMERE] {
            let held = waivers(read("waivers.json", text.as_bytes()), None);
            assert!(held.held.is_empty(), "{text}");
            assert_ne!(held.findings(&Covered::default()).0, Verdict::Accepted);
        }
    }
}
