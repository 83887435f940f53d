//! A page on every rule, for whoever asks what a message means, and RULES.md.

use std::fmt::Write;

use sha2::{Digest as _, Sha256};

use super::waivers;
use crate::diagnostic::render::RuleText;
use crate::diagnostic::{Severity, ShapeRule};
use crate::rules::{self, Area, Fault, Rule};
use crate::{intake, schema};

/// What is known about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Its name.
    pub name: &'static str,
    /// Its code; `None` for a rule of text or shape.
    pub code: Option<&'static str>,
    /// How much it matters.
    pub severity: Severity,
    /// The part of the return it speaks of, as a heading.
    pub area: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// How to answer it.
    pub answer: &'static str,
    /// What a draft makes of it; `None` where a draft makes no difference.
    pub draft: Option<&'static str>,
    /// A return that has it right; `None` for a rule of text or shape.
    pub example: Option<&'static str>,
}

/// The page on the rule of this name or code, rules of text and shape included.
pub fn explain(name_or_code: &str) -> Option<Page> {
    let wanted = name_or_code.trim();
    rules::named(wanted).map(of_rule).or_else(|| {
        let of =
            |rules: &[ShapeRule], area| rules.iter().find(|rule| rule.name == wanted).map(|rule| of_shape(*rule, area));
        of(intake::RULES, TEXT)
            .or_else(|| of(intake::CELL_RULES, WORKBOOK))
            .or_else(|| of(schema::RULES, SHAPE))
            .or_else(|| of(waivers::RULES, WAIVERS))
            .or_else(|| of(SETTINGS_RULES, SETTINGS))
    })
}

/// A page on every rule: those of text, workbooks, shape, waivers and settings, then those of the return by area.
pub fn pages() -> Vec<Page> {
    let text = intake::RULES.iter().map(|rule| of_shape(*rule, TEXT));
    let workbook = intake::CELL_RULES.iter().map(|rule| of_shape(*rule, WORKBOOK));
    let shape = schema::RULES.iter().map(|rule| of_shape(*rule, SHAPE));
    let waivers = waivers::RULES.iter().map(|rule| of_shape(*rule, WAIVERS));
    let settings = SETTINGS_RULES.iter().map(|rule| of_shape(*rule, SETTINGS));
    let of_files = text.chain(workbook).chain(shape);
    of_files.chain(waivers).chain(settings).chain(rules::ALL.iter().copied().map(of_rule)).collect()
}

/// What formats of findings carry of every rule.
pub fn rule_texts() -> Vec<RuleText> {
    let of = |page: Page| {
        let Page { name, code, severity, why, answer, .. } = page;
        RuleText { name, code, severity, why, answer }
    };
    pages().into_iter().map(of).collect()
}

/// The edition of the rules: how many there are, and a digest of their names and severities, by which two programs can
/// see whether they check the same.
pub fn rules_edition() -> String {
    let mut digest = Sha256::new();
    for rule in rules::ALL {
        digest.update(format!("{} {} {:?}\n", rule.code, rule.name, rule.severity));
    }
    let mut edition = format!("{} rules, ", rules::ALL.len());
    for byte in digest.finalize().iter().take(6) {
        // Writing to a text cannot fail.
        let _ = write!(edition, "{byte:02x}");
    }
    edition
}

const TEXT: &str = "The text of the file";
const WORKBOOK: &str = "Workbooks";
const SHAPE: &str = "The shape of the return";
const WAIVERS: &str = "A funder’s waivers";
const SETTINGS: &str = "Settings";

/// The rules that `candour.toml` is held to.
const SETTINGS_RULES: &[ShapeRule] = &[
    ShapeRule {
        name: "settings-not-toml",
        why: "Settings that cannot be read are not followed, and nobody would see it.",
    },
    ShapeRule { name: "setting-not-known", why: "A setting with a slip in its name would be passed over." },
    ShapeRule { name: "setting-of-another-kind", why: "A value of another kind says nothing to its setting." },
    ShapeRule {
        name: "threshold-lowered",
        why: "A team can protect people more than the usual thresholds do, never less.",
    },
    ShapeRule {
        name: "waivers-in-settings",
        why: "Settings are the team’s own. A waiver is the funder’s word, and stands in a file that the funder gives.",
    },
];

fn of_rule(rule: &'static Rule) -> Page {
    let draft = match rule.fault {
        Fault::Missing => Some("In a draft it is advice."),
        Fault::Arithmetic if rule.severity == Severity::Error => {
            Some("A report can be built as a draft in spite of it.")
        }
        Fault::Privacy => Some("A draft leaves out the record, and says that it does."),
        Fault::Arithmetic | Fault::Wrong => None,
    };
    Page {
        name: rule.name,
        code: Some(rule.code),
        severity: rule.severity,
        area: rule.area.title(),
        why: rule.why,
        answer: rule.answer,
        draft,
        example: Some(rule.example),
    }
}

fn of_shape(rule: ShapeRule, area: &'static str) -> Page {
    Page {
        name: rule.name,
        code: None,
        severity: Severity::Error,
        area,
        why: rule.why,
        answer: "The message says what to write instead.",
        draft: None,
        example: None,
    }
}

/// RULES.md, made from the table of rules.
pub fn rules_md() -> String {
    let mut out = String::from(
        "# Rules\n\n\
         Everything `candour validate` may say about a return, made from the table in `src/rules/mod.rs`; \
         `SNAPSHOTS=overwrite cargo test` writes it anew. \
         `candour explain CODE` shows one of these pages.\n\n\
         An **error** has to be mended. A **warning** has to be mended, or explained in `explanations` by rule and record; \
         the explanation is printed in the funder report; a funder can waive it. **Advice** is for the author only. \
         A rule keeps its name and its code for good.\n",
    );
    let areas = Area::ALL.iter().map(|area| area.title());
    let mut pages = pages();
    for (index, area) in [TEXT, WORKBOOK, SHAPE, WAIVERS, SETTINGS].into_iter().chain(areas).enumerate() {
        let (of_area, rest): (Vec<Page>, Vec<Page>) = pages.into_iter().partition(|page| page.area == area);
        pages = rest;
        if of_area.is_empty() {
            continue;
        }
        let _ = write!(out, "\n## {area}\n");
        if index < 5 {
            let _ =
                writeln!(out, "\nRules without a code, most of them errors. The message says what to write instead.\n");
            for page in of_area {
                let _ = writeln!(out, "- **{}**: {}", page.name, page.why);
            }
        } else {
            for page in &of_area {
                write_page(&mut out, page);
            }
        }
    }
    out
}

fn write_page(out: &mut String, page: &Page) {
    let code = page.code.unwrap_or_default();
    let _ = write!(out, "\n### {code} {}\n\n*{}.* {}\n\n", page.name, capital(page.severity), page.why);
    let _ = write!(out, "**What to do:** {}", page.answer);
    if let Some(draft) = page.draft {
        let _ = write!(out, " {draft}");
    }
    out.push('\n');
    if let Some(example) = page.example {
        let _ = write!(out, "\n```\n{example}\n```\n");
    }
}

fn capital(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Advice => "Advice",
    }
}
