//! What pipelines run: the steps of the action, the hook and the template, on a made-up repository of returns.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::fixture;

const TOP: &str = env!("CARGO_MANIFEST_DIR");

fn top(path: &str) -> String {
    fs::read_to_string(Path::new(TOP).join(path)).unwrap()
}

/// A repository with a return that is right and one that is wrong.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("returns")).unwrap();
    fs::create_dir(folder.path().join("runner")).unwrap();
    for (from, to) in [("valid/smallest", "smallest"), ("invalid/first-look", "pebble-lane")] {
        fs::copy(fixture(from).join("return.json"), folder.path().join(format!("returns/{to}.json"))).unwrap();
    }
    folder
}

/// Runs a script of the action as a runner would: in the repository, with the program on the path.
fn step(script: &str, repository: &Path, settings: &[(&str, &str)]) -> Output {
    let programs = Path::new(env!("CARGO_BIN_EXE_candour")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let runner = repository.join("runner");
    Command::new("bash")
        .arg(Path::new(TOP).join(script))
        .current_dir(repository)
        .env("PATH", path)
        .env("CANDOUR_ACTION", TOP)
        .env("RUNNER_TEMP", &runner)
        .env("GITHUB_OUTPUT", runner.join("output"))
        .env("GITHUB_PATH", runner.join("path"))
        .env("GITHUB_STEP_SUMMARY", runner.join("summary"))
        .env("CI", "true")
        .envs(settings.iter().copied())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The blocks of the README that show what a machine prints.
fn shown() -> Vec<String> {
    let readme = top("README.md");
    let blocks: Vec<_> = readme.split("```console\n").skip(1).collect();
    blocks.iter().map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_action_tells_findings_in_the_log_the_summary_and_a_file_for_code_scanning() {
    let repository = repository();
    let output =
        step(".ci/action/check", repository.path(), &[("CANDOUR_PATHS", "returns\n"), ("CANDOUR_STRICT", "true")]);
    assert_eq!(output.status.code(), Some(0), "the step after the upload says how it ended: {}", said(&output));
    let line = shown()[0].trim().to_owned();
    assert!(said(&output).contains(&line), "README.md shows\n{line}\nbut the log says\n{}", said(&output));

    let runner = repository.path().join("runner");
    let outputs = fs::read_to_string(runner.join("output")).unwrap();
    assert!(outputs.contains("exit-code=1\n"), "{outputs}");
    let sarif = outputs.lines().find_map(|line| line.strip_prefix("sarif=")).unwrap();
    let sarif: serde_json::Value = serde_json::from_slice(&fs::read(sarif).unwrap()).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "returns/pebble-lane.json");

    let summary = fs::read_to_string(runner.join("summary")).unwrap();
    let mut lines = summary.lines();
    assert_eq!(lines.next(), Some("### Returns: something to mend"));
    assert!(
        lines.all(|line| line.is_empty() || line.starts_with("    ")),
        "a line could be taken for a mark: {summary}"
    );
    assert!(summary.contains("2 returns, 1 of them rejected"), "{summary}");
    assert!(summary.contains(shown()[2].trim()), "README.md shows {}, the summary {summary}", shown()[2]);
}

#[test]
fn the_action_tells_apart_what_is_right_and_what_could_not_be_done() {
    for (path, code, title) in [("returns/smallest.json", 0, "nothing to mend"), ("gone", 2, "could not be checked")] {
        let repository = repository();
        let output = step(".ci/action/check", repository.path(), &[("CANDOUR_PATHS", path)]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let runner = repository.path().join("runner");
        let outputs = fs::read_to_string(runner.join("output")).unwrap();
        assert!(outputs.contains(&format!("exit-code={code}\n")), "{path}: {outputs}");
        assert!(fs::read_to_string(runner.join("summary")).unwrap().contains(title), "{path}");
    }
}

#[test]
fn the_action_takes_a_released_program_only_with_its_checksum() {
    let repository = repository();
    let releases = repository.path().join("releases/v9.9.9");
    let name = "candour-9.9.9-x86_64-unknown-linux-musl";
    fs::create_dir_all(releases.join(name)).unwrap();
    let program = releases.join(name).join("candour");
    fs::write(&program, "#!/usr/bin/env bash\necho candour 9.9.9\n").unwrap();
    let pack =
        format!("chmod +x {name}/candour && tar -czf {name}.tar.gz {name} && sha256sum -- *.tar.gz > SHA256SUMS");
    assert!(Command::new("bash").args(["-c", &pack]).current_dir(&releases).status().unwrap().success());
    let from = repository.path().join("releases");
    let settings = [
        ("CANDOUR_VERSION", "v9.9.9"),
        ("CANDOUR_RELEASES", from.to_str().unwrap()),
        ("RUNNER_OS", "Linux"),
        ("RUNNER_ARCH", "X64"),
    ];

    let output = step(".ci/action/fetch", repository.path(), &settings);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).ends_with("candour 9.9.9\n"), "{}", said(&output));
    let path = fs::read_to_string(repository.path().join("runner/path")).unwrap();
    assert!(path.trim().ends_with(name) && Path::new(path.trim()).join("candour").exists(), "{path}");

    fs::remove_file(repository.path().join("runner/path")).unwrap();
    fs::write(releases.join(format!("{name}.tar.gz")), "something else").unwrap();
    let output = step(".ci/action/fetch", repository.path(), &settings);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("is not the one that was published"), "{}", said(&output));
    assert!(!repository.path().join("runner/path").exists());

    for (version, sentence) in [("8.8.8", "There is no release 8.8.8"), ("../up", "There is no release called that")] {
        let settings = [&[("CANDOUR_VERSION", version)], &settings[1..]].concat();
        let output = step(".ci/action/fetch", repository.path(), &settings);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(sentence), "{}", said(&output));
    }
}

#[test]
fn pipelines_use_options_that_are_there() {
    let help = Command::new(env!("CARGO_BIN_EXE_candour")).args(["validate", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let options = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
        words.filter(|word| word.starts_with("--") && word.len() > 2).map(str::to_owned).collect()
    };
    let known = options(&help);
    let check = top(".ci/action/check");
    let template = top(".ci/gitlab/candour.yml");
    let used = options(&check).into_iter().chain(options(template.split("  script:").nth(1).unwrap()));
    for option in used {
        assert!(known.contains(&option), "{option} is no option of candour validate");
    }
    assert!(top(".pre-commit-hooks.yaml").contains("entry: candour validate\n"));
}

#[test]
fn the_readme_and_the_scripts_use_the_inputs_of_the_action() {
    let action = top("action.yml");
    let inputs: Vec<&str> = action
        .split("\noutputs:")
        .next()
        .unwrap()
        .lines()
        .filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' '))?.strip_suffix(':'))
        .collect();
    assert_eq!(inputs.len(), 8, "{inputs:?}");
    for input in &inputs {
        assert!(top("README.md").contains(&format!("`{input}`")), "README.md does not name the input {input}");
        assert!(action.contains(&format!("inputs.{input} ")), "{input} is not used");
    }
    let script = top(".ci/action/check") + &top(".ci/action/fetch");
    for line in action.lines().filter_map(|line| line.trim().strip_prefix("CANDOUR_")) {
        let name = line.split(':').next().unwrap();
        assert!(script.contains(&format!("CANDOUR_{name}")), "CANDOUR_{name} is set for nobody");
    }
}
