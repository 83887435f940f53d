//! The program as people and pipelines use it: what it prints, how it ends, what it leaves behind.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

const SALTMERE: &str = "fixtures/valid/saltmere-2026-27-q2/return.json";

pub(crate) fn candour(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CANDOUR_OUTPUT_FORMAT")
        .env_remove("CI")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn candour_reading(arguments: &[&str], bytes: &[u8]) -> Output {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(arguments)
        .env_remove("CANDOUR_OUTPUT_FORMAT")
        .env_remove("CI")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that has read enough closes its end, which is no fault.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    child.wait_with_output().unwrap()
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ended by itself")
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn the_worked_example_is_accepted_with_its_explanations() {
    let output = candour(&["validate", SALTMERE]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("accepted-with-explanations"), "{}", said(&output));
    assert_eq!(code(&candour(&["validate", "--strict", SALTMERE])), 0);
}

#[test]
fn the_worked_example_makes_four_files_and_the_same_bytes_again() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("a second folder"));
    let output = candour(&["report", SALTMERE, "--out", one.to_str().unwrap(), "--today", "2026-11-21"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(said(&output).lines().count(), 4, "{}", said(&output));
    let output = candour(&["report", SALTMERE, "--out", two.to_str().unwrap(), "--today", "2031-01-01"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let (ones, twos) = (files(&one), files(&two));
    assert_eq!(ones.len(), 4);
    for (one, two) in ones.iter().zip(&twos) {
        assert_eq!(one.file_name(), two.file_name());
        assert!(fs::read(one).unwrap() == fs::read(two).unwrap(), "{} differs", one.display());
    }
}

#[test]
fn the_machine_format_is_json_and_says_the_same() {
    let output = candour(&["validate", "--output-format", "json", SALTMERE]);
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(findings["version"], 1);
    assert_eq!(findings["files"][0]["verdict"], "accepted-with-explanations");
    assert_eq!(findings["summary"]["errors"], 0);
    assert_eq!(findings["summary"]["explained"], 2);
}

#[test]
fn several_formats_are_written_in_one_run() {
    let folder = tempfile::tempdir().unwrap();
    let sarif = folder.path().join("deep").join("findings.sarif");
    let to_file = format!("sarif={}", sarif.display());
    let output = candour(&["validate", "--output-format", "concise", "--output-format", &to_file, SALTMERE]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("warning[fewer-than-thirty-matched]"), "{}", said(&output));
    let written: serde_json::Value = serde_json::from_slice(&fs::read(&sarif).unwrap()).unwrap();
    let uri = &written["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, SALTMERE);
    for (arguments, sentence) in [
        (vec!["--output-format", "text", "--output-format", "json"], "Only one format can be printed"),
        (vec!["--output-format", "yaml"], "there is no format called yaml"),
    ] {
        let output = candour(&[vec!["validate", SALTMERE], arguments].concat());
        assert_eq!(code(&output), 2, "{}", said(&output));
        assert!(said(&output).contains(sentence), "{}", said(&output));
    }
}

#[test]
fn output_leaves_out_small_numbers_where_builds_run_or_it_is_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.json");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SALTMERE)).unwrap();
    fs::write(&path, text.replace("\"matched\": 26,", "\"matched\": 7,")).unwrap();
    let run = |arguments: &[&str], ci: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_candour"))
            .args(["validate", path.to_str().unwrap()])
            .args(arguments)
            .env("CI", ci)
            .output()
            .unwrap();
        said(&output)
    };
    for (arguments, ci, safe) in [
        (&[][..], "true", true),
        (&[], "", false),
        (&["--safe-output=never"], "true", false),
        (&["--safe-output=always"], "", true),
        (&["--safe-output"], "", true),
    ] {
        let said = run(arguments, ci);
        assert_eq!(said.contains("a number under 10"), safe, "{arguments:?} {ci}: {said}");
        assert_eq!(said.contains("\"matched\": 7"), !safe, "{arguments:?} {ci}: {said}");
    }
}

#[test]
fn a_return_with_errors_makes_no_report_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SALTMERE)).unwrap();
    let broken = folder.path().join("return.json");
    fs::write(&broken, text.replace("\"actual_to_date\": 348600", "\"actual_to_date\": 384600")).unwrap();
    let out = folder.path().join("reports");
    let (broken, out_text) = (broken.to_str().unwrap(), out.to_str().unwrap());
    let output = candour(&["report", broken, "--out", out_text]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(said(&output).contains("No report was built"), "{}", said(&output));
    assert!(!out.exists());
    let output = candour(&["report", broken, "--out", out_text, "--draft", "--format", "html"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    for page in files(&out) {
        assert!(fs::read_to_string(page).unwrap().contains("Draft: not agreed"));
    }
}

#[test]
fn what_cannot_be_done_ends_with_two_and_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    let large = folder.path().join("large.json");
    fs::File::create(&large).unwrap().set_len(100_000_000).unwrap();
    for (path, sentence) in [
        (folder.path().join("none.json"), "There is no file called"),
        (folder.path().join("empty"), "holds no return"),
        (large, "holds more than 10 MB"),
    ] {
        for command in ["validate", "report"] {
            let output = candour(&[command, path.to_str().unwrap()]);
            assert_eq!(code(&output), 2, "{command} {}: {}", path.display(), said(&output));
            assert!(said(&output).contains(sentence), "{}", said(&output));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_socket_and_a_pipe_are_not_waited_for() {
    use std::os::unix::net::UnixListener;
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket");
    let _listener = UnixListener::bind(&socket).unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [socket, pipe] {
        let output = candour(&["validate", path.to_str().unwrap()]);
        assert_eq!(code(&output), 2, "{}", said(&output));
        assert!(said(&output).contains("is not a file that can be read"), "{}", said(&output));
    }
}

#[test]
fn broken_and_hostile_text_gets_a_sentence_and_one() {
    let deep = "[".repeat(100_000);
    let wide = format!("{{\"x_\": [{}1]}}", "1,".repeat(1_000_000));
    let cases: &[&[u8]] =
        &[b"", b"   ", b"hello", b"\xff\xfe{\x00", b"{\"a\": \xff}", deep.as_bytes(), wide.as_bytes(), b"[]", b"1"];
    for case in cases {
        let output = candour_reading(&["validate", "-"], case);
        let shown = String::from_utf8_lossy(&case[..case.len().min(20)]).into_owned();
        assert_eq!(code(&output), 1, "{shown}: {}", said(&output));
        assert!(said(&output).contains("standard input"), "{shown}: {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{shown}: {}", said(&output));
    }
}

#[test]
fn reports_that_cannot_be_written_leave_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("a file where the folder should be");
    fs::write(&blocked, "words").unwrap();
    let output = candour(&["report", SALTMERE, "--out", blocked.to_str().unwrap()]);
    assert_eq!(code(&output), 2, "{}", said(&output));
    assert_eq!(files(folder.path()), [blocked]);
}

#[test]
fn a_report_is_verified_and_gives_its_data_back() {
    let folder = tempfile::tempdir().unwrap();
    let small = "fixtures/valid/smallest/return.json";
    let out = folder.path().to_str().unwrap();
    assert_eq!(code(&candour(&["report", small, "--audience", "funder", "--out", out])), 0);
    for path in files(folder.path()) {
        let report = path.to_str().unwrap();
        let output = candour(&["verify", report, "--against", small]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert!(said(&output).contains("The data inside are those that the return gives."), "{}", said(&output));
        let output = candour(&["verify", report]);
        assert!(said(&output).contains("This does not show who made them."), "{}", said(&output));
        let output = candour(&["verify", report, "--against", SALTMERE, "--output-format", "json"]);
        assert_eq!(code(&output), 1, "{}", said(&output));
        assert!(said(&output).contains("\"follows\": false"), "{}", said(&output));
        let data = candour(&["extract", report]);
        assert_eq!(code(&data), 0);
        assert!(said(&data).starts_with("{\"approaches\":"), "{}", said(&data));
        let table = candour(&["extract", report, "--format", "csv"]);
        assert!(said(&table).starts_with("\u{FEFF}section,number,record,field,value\r\n"));
    }
}

#[test]
fn a_changed_report_ends_with_one_and_what_is_no_report_with_two() {
    let folder = tempfile::tempdir().unwrap();
    let small = "fixtures/valid/smallest/return.json";
    let options = ["--audience", "funder", "--format", "html", "--out", folder.path().to_str().unwrap()];
    assert_eq!(code(&candour(&[&["report", small][..], &options].concat())), 0);
    let path = files(folder.path()).pop().unwrap();
    let page = fs::read_to_string(&path).unwrap();
    let place = page.find("<h2").unwrap();
    fs::write(&path, format!("{}{}", &page[..place], page[place..].replacen("</h2>", " 7</h2>", 1))).unwrap();
    let output = candour(&["verify", path.to_str().unwrap()]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(said(&output).contains(" 7”, and the data inside give “"), "{}", said(&output));
    for (command, ends) in [("verify", "could not be verified."), ("extract", "could not be taken out.")] {
        let output = candour(&[command, small]);
        assert_eq!(code(&output), 2, "{}", said(&output));
        assert!(said(&output).contains(ends), "{}", said(&output));
    }
}

#[test]
fn a_new_return_is_not_written_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.json");
    let path = path.to_str().unwrap();
    assert_eq!(code(&candour(&["new", "--out", path])), 0);
    let output = candour(&["validate", path]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let output = candour(&["new", "--out", path]);
    assert_eq!(code(&output), 2, "{}", said(&output));
    assert!(said(&output).contains("is already there"), "{}", said(&output));
}

#[test]
fn rules_are_listed_and_explained_by_name_and_code() {
    let listed = said(&candour(&["rules"]));
    let first = listed.lines().next().unwrap().split_whitespace().collect::<Vec<_>>();
    let by_code = candour(&["explain", first[0]]);
    let by_name = candour(&["explain", first[2]]);
    assert_eq!(code(&by_code), 0);
    assert_eq!(said(&by_code), said(&by_name));
    let unknown = candour(&["explain", "no-such-rule"]);
    assert_eq!(code(&unknown), 2);
    assert!(said(&unknown).contains("There is no rule called"), "{}", said(&unknown));
}

#[test]
fn schemas_are_listed_and_printed() {
    let names = said(&candour(&["schema"]));
    for name in names.lines() {
        let output = candour(&["schema", name]);
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
    }
    assert!(names.lines().any(|name| name == "return"), "{names}");
}

#[test]
fn a_watched_return_is_checked_again_when_it_is_saved() {
    use std::{io::BufRead, sync::mpsc, thread, time::Duration};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.json");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SALTMERE)).unwrap();
    fs::write(&path, &text).unwrap();
    let earlier = folder.path().join("filed/earlier.json");
    fs::create_dir(folder.path().join("filed")).unwrap();
    let filed = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/histories/saltmere/2026-27-q1.json");
    let filed = fs::read_to_string(filed).unwrap();
    fs::write(&earlier, &filed).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(["validate", "--watch", "--history", "filed", "--output-file", "findings.txt", "return.json"])
        .current_dir(folder.path())
        .env_remove("CANDOUR_OUTPUT_FORMAT")
        .env_remove("CI")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (tell, told) = mpsc::channel();
    let lines = std::io::BufReader::new(child.stderr.take().unwrap()).lines();
    thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
    let findings = || {
        while told.recv_timeout(Duration::from_secs(60)).expect("it waits for the next save")
            != "Waiting for the next save. Ctrl-C ends."
        {}
        fs::read_to_string(folder.path().join("findings.txt")).unwrap()
    };
    assert!(findings().contains("return.json: accepted-with-explanations"));
    fs::write(&path, text.replace("\"schema_version\": \"1.0\"", "\"schema_version\": 1")).unwrap();
    assert!(findings().contains("return.json: rejected"));
    // What holds for it, and what it is compared with.
    fs::write(folder.path().join("candour.toml"), "[disclosure]\npeople = 1\n").unwrap();
    assert!(findings().contains("candour.toml"));
    fs::write(&earlier, filed + "\n").unwrap();
    assert!(findings().contains("return.json: rejected"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(code(&candour_reading(&["validate", "--watch", "-"], b"{}")), 2);
}

#[test]
fn what_is_passed_over_is_said() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(SALTMERE), folder.path().join("good.json")).unwrap();
    fs::write(folder.path().join("empty.json"), "").unwrap();
    let output = candour(&["validate", folder.path().to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(String::from_utf8_lossy(&output.stderr).contains("empty.json, which holds no return"), "{}", said(&output));
}

#[test]
fn all_schemas_are_written_to_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let output = candour(&["schema", "--out", folder.path().to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(files(folder.path()).len(), said(&candour(&["schema"])).lines().count());
    assert_eq!(code(&candour(&["schema", "reutrn"])), 2);
}

#[test]
fn completions_and_man_pages_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let output = candour(&["man", "--out", folder.path().to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(files(folder.path()).iter().any(|page| page.ends_with("candour-validate.1")));
    let output = candour(&["completions", "bash"]);
    assert!(said(&output).contains("_candour()"), "{}", said(&output));
}
