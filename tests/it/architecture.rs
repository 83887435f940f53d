//! The house's import table: who may know whom. Change the table here when you mean to change the house.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A module, and the modules of ours it may name. The longest module name that fits a file counts.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("returns", &[]),
    ("waivers", &["returns"]),
    ("diagnostic", &["source"]),
    ("intake", &["source", "diagnostic"]),
    // The schema of what a report carries is made from its type, like every other.
    (
        "schema",
        &[
            "source",
            "diagnostic",
            "returns",
            "intake",
            "disclosure::published",
            "diff::form",
            "next::form",
            "waivers",
            "packed",
        ],
    ),
    ("packed", &[]),
    ("form_name", &[]),
    (EVERYBODYS, &[]),
    ("prose", &[]),
    ("rules", &["source", "diagnostic", "returns", "prose", "disclosure::decide"]),
    ("check", &["source", "diagnostic", "returns", "intake", "schema", "rules", "disclosure::decide", "waivers"]),
    ("next", &["form_name", "source", "diagnostic", "intake", "returns", "schema", "check"]),
    ("next::form", &["form_name"]),
    ("diff::form", &["form_name"]),
    // A page of changes is made of blocks, as reports are; it is for those who may read the returns themselves.
    ("diff::page", &["report"]),
    ("diff", &["form_name", "source", "intake", "returns", "schema", "rules", "check"]),
    ("workbook", &["source", "diagnostic", "intake", "returns", "schema", "next"]),
    ("upgrade", &["source", "intake", "returns"]),
    ("disclosure::decide", &["returns"]),
    ("disclosure::published", &["returns"]),
    ("disclosure", &["returns", "check", "disclosure"]),
    ("report", &["disclosure", "returns", "prose"]),
    ("render", &["report", "packed"]),
    ("verify", &["disclosure", "report", "render"]),
    (
        "cli",
        &[
            "source",
            "diagnostic",
            "diff",
            "intake",
            "next",
            "returns",
            "schema",
            "rules",
            "check",
            "disclosure",
            "report",
            "render",
            "upgrade",
            "verify",
            "workbook",
        ],
    ),
    ("lib", &[]),
    ("main", &[]),
];

/// What every module may know: it puts lists in order, and knows nothing of what is in them.
const EVERYBODYS: &str = "order";

/// What a report may name of `returns`: words and dates, never a record of a return.
const RECORDS_OF_RETURNS: &[&str] = &[
    "QuarterlyReturn",
    "People",
    "Quantity",
    "Figure",
    "PeriodFigure",
    "Stated",
    "ResultMeasure",
    "SystemHealth",
    "SystemMeasure",
    "Outcome",
    "Cohort",
    "Narrative",
    "CommunityReporting",
    "Finance",
    "Contribution",
];

#[test]
fn imports_point_one_way() {
    let mut faults = Vec::new();
    for (path, module, named) in imports() {
        let (_, allowed) = MAY_KNOW
            .iter()
            .filter(|(name, _)| within(&module, name))
            .max_by_key(|(name, _)| name.len())
            .unwrap_or_else(|| panic!("{path} belongs to no module of the table in tests/it/architecture.rs"));
        for name in named {
            let own = module.split("::").next() == name.split("::").next() && !module.starts_with("disclosure");
            let known = within(&name, EVERYBODYS) || within(&module, &name);
            if !own && !known && !allowed.iter().any(|allowed| within(&name, allowed)) {
                faults.push(format!("{path}: {module} may not know crate::{name}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn reports_and_writers_have_never_seen_a_return() {
    let mut faults = Vec::new();
    for (path, module, named) in imports() {
        if within(&module, "report") || within(&module, "render") {
            for name in named.iter().filter(|name| name.starts_with("returns")) {
                let last = name.rsplit("::").next().unwrap_or_default();
                if RECORDS_OF_RETURNS.contains(&last) {
                    faults.push(format!("{path} names {name}, which holds figures that may have to stay hidden"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_command_line_asks_the_clock_the_disk_or_the_environment() {
    let mut faults = Vec::new();
    for path in sources() {
        let (module, text) = (module(&path), code(&path));
        if within(&module, "cli") {
            continue;
        }
        for forbidden in ["std::fs", "std::env", "SystemTime", "Instant::now", "Utc::now", "Local::now", "thread_rng"] {
            if text.contains(forbidden) {
                faults.push(format!("{}: {forbidden}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_printpdf_and_lopdf_word_stands_in_one_place() {
    for path in sources() {
        let module = module(&path);
        let text = code(&path);
        if text.contains("printpdf::") || text.contains("lopdf::") {
            assert!(within(&module, "render::pdf"), "{} names the PDF library", path.display());
        }
    }
}

fn within(name: &str, module: &str) -> bool {
    name.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Each source file with its module and the paths below `crate::` that it names outside its tests.
fn imports() -> Vec<(String, String, BTreeSet<String>)> {
    sources()
        .into_iter()
        .map(|path| {
            let mut named = BTreeSet::new();
            let text = code(&path);
            for (at, _) in text.match_indices("crate::") {
                expand(&text[at + "crate::".len()..], "", &mut named);
            }
            (path.display().to_string(), module(&path), named)
        })
        .collect()
}

/// Reads one path or group of paths (`a::{b, c::d}`) into whole names.
fn expand(text: &str, before: &str, named: &mut BTreeSet<String>) -> usize {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    let name = if before.is_empty() { text[..end].to_owned() } else { format!("{before}::{}", &text[..end]) };
    let rest = &text[end..];
    if end == 0 && rest.starts_with('{') {
        let mut at = 1;
        loop {
            at += text[at..].find(|letter: char| !letter.is_whitespace() && letter != ',').unwrap_or(0);
            if at >= text.len() || text[at..].starts_with('}') {
                return at + 1;
            }
            at += expand(&text[at..], before, named).max(1);
            // What a name is called here (`as findings`) does not matter.
            at += text[at..].find([',', '}']).unwrap_or(0);
        }
    }
    if let Some(below) = rest.strip_prefix("::") {
        return end + 2 + expand(below, &name, named);
    }
    if end > 0 {
        named.insert(name);
    }
    end
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 30, "the source files were not found");
    found
}

/// `src/rules/header/two_leads.rs` is `rules::header::two_leads`; `mod.rs` is its folder.
fn module(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().with_extension("");
    let mut steps: Vec<_> = below.iter().map(|step| step.to_str().unwrap().to_owned()).collect();
    if steps.last().is_some_and(|step| step == "mod") {
        steps.pop();
    }
    steps.join("::")
}

/// The code of a file without its comments and tests.
fn code(path: &Path) -> String {
    let name = path.file_name().unwrap().to_str().unwrap();
    if name == "tests.rs" || name == "testing.rs" || name == "sample.rs" {
        return String::new();
    }
    let text = fs::read_to_string(path).unwrap();
    let before_tests = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
    before_tests.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}
