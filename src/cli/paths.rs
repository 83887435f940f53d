//! From the paths somebody names to the returns behind them: files, folder returns, folders of returns, patterns, and
//! standard input. Walking stays inside the folder: folders behind links are not entered, so no walk runs in circles.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    fs, io,
    path::{Component, Path, PathBuf},
    sync::Arc,
    vec,
};

use glob::{MatchOptions, Pattern};

use super::{
    files::{self, FileError},
    lists,
};
use crate::{
    intake::{self, Document, Read, SECTIONS},
    order, workbook,
};

/// A return to be read, or why it cannot be.
#[derive(Debug)]
pub(super) struct Filed {
    /// Which of the paths named it.
    pub(super) given: usize,
    kind: Kind,
}

impl Filed {
    /// The folder it lies in, or is; the folder candour runs in for standard input.
    pub(super) fn folder(&self) -> &Path {
        match &self.kind {
            Kind::Named(path) if path == Path::new("-") => Path::new(""),
            Kind::Named(path) | Kind::Met(path) => path.parent().unwrap_or(Path::new("")),
            Kind::Folder(path) | Kind::Lists(path) => path,
            Kind::Fault(_) => Path::new(""),
        }
    }
}

#[derive(Debug)]
enum Kind {
    /// Named by somebody: it is taken for a return, whatever it holds.
    Named(PathBuf),
    /// Met on a walk: a return only if it looks like one.
    Met(PathBuf),
    /// A folder that holds one return.
    Folder(PathBuf),
    /// A folder that holds one return as CSV lists.
    Lists(PathBuf),
    /// Nothing that can be read.
    Fault(FileError),
}

impl Filed {
    /// What people call the file or folder; `None` where there is nothing that can be read.
    pub(super) fn name(&self) -> Option<String> {
        match &self.kind {
            Kind::Named(path) | Kind::Met(path) | Kind::Folder(path) | Kind::Lists(path) => {
                Some(path.display().to_string())
            }
            Kind::Fault(_) => None,
        }
    }

    /// The files it is read from, those of a folder whether they are there or not.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        match &self.kind {
            Kind::Named(path) | Kind::Met(path) => vec![path.clone()],
            Kind::Folder(folder) => {
                let sections = SECTIONS.iter().map(|section| folder.join(format!("{section}.json")));
                std::iter::once(folder.join(HEAD)).chain(sections).collect()
            }
            Kind::Lists(folder) => lists::of(folder),
            Kind::Fault(_) => Vec::new(),
        }
    }
}

/// The file that makes a folder a return.
const HEAD: &str = "return.json";

/// What stands behind some paths.
#[derive(Debug)]
pub(super) struct Found {
    /// The returns, in the order of the paths, and each of them once.
    pub(super) returns: Vec<Filed>,
    /// Which of the paths named a return that another had named before.
    pub(super) again: Vec<bool>,
}

/// All returns behind these paths.
pub(super) fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found { returns: Vec::new(), again: vec![false; paths.len()] };
    let mut seen = BTreeSet::new();
    for (given, path) in paths.iter().enumerate() {
        let mut kinds = Vec::new();
        one(path, &mut kinds);
        for kind in kinds {
            let is_new = match &kind {
                Kind::Named(path) | Kind::Met(path) | Kind::Folder(path) | Kind::Lists(path) => {
                    seen.insert(path.clone())
                }
                Kind::Fault(_) => true,
            };
            if is_new {
                found.returns.push(Filed { given, kind });
            } else {
                found.again[given] = true;
            }
        }
    }
    found
}

fn one(path: &Path, found: &mut Vec<Kind>) {
    if path == Path::new("-") {
        found.push(Kind::Named(path.to_owned()));
        return;
    }
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            let before = found.len();
            folder(path, found);
            // Whoever names lists without their head is told what they lack.
            if found.len() == before && lists::has_some(path) {
                found.push(Kind::Lists(path.to_owned()));
            }
        }
        Ok(_) => found.push(named(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound || cfg!(windows) => match pattern(path) {
            Some(Ok(pattern)) => matching(path, &pattern, found),
            Some(Err(fault)) => found.push(Kind::Fault(fault)),
            None => found.push(Kind::Fault(files::why(error, &path.display().to_string()))),
        },
        Err(error) => found.push(Kind::Fault(files::why(error, &path.display().to_string()))),
    }
}

/// The return this file is, or is a part of: whoever names one file of a folder return, as a pattern or a hook does, is
/// told about the whole.
fn named(path: &Path) -> Kind {
    let shown = path.to_string_lossy();
    if workbook::is_list(&shown) {
        let lone = || Kind::Fault(FileError::LoneList { path: shown.to_string() });
        return lists::folder_of(path).map_or_else(lone, Kind::Lists);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let is_section = |name: &str| SECTIONS.iter().any(|section| name.strip_suffix(".json") == Some(section));
    let is_part = match path.file_name().and_then(|name| name.to_str()) {
        Some(HEAD) => SECTIONS.iter().any(|section| folder.join(format!("{section}.json")).is_file()),
        Some(name) => is_section(name) && folder.join(HEAD).is_file(),
        None => false,
    };
    if is_part { Kind::Folder(folder.to_owned()) } else { Kind::Named(path.to_owned()) }
}

/// The one return that a folder holds, in files of its own for its parts.
fn whole(folder: &Path) -> Option<Kind> {
    if let Some(head) = lists::head(folder) {
        return Some(match beside(folder) {
            Some(other) => Kind::Fault(FileError::TwoForms {
                path: folder.display().to_string(),
                files: Box::new([head, other].map(|file| file.file_name().unwrap_or_default().display().to_string())),
            }),
            None => Kind::Lists(folder.to_owned()),
        });
    }
    folder.join(HEAD).is_file().then(|| Kind::Folder(folder.to_owned()))
}

/// A return, or a part of one, that lies beside lists.
fn beside(folder: &Path) -> Option<PathBuf> {
    let mut found = None;
    walk(folder, &mut |entry| {
        if let Entry::File(file) = entry
            && found.is_none()
        {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let is_part = name == HEAD || SECTIONS.iter().any(|section| name.strip_suffix(".json") == Some(section));
            let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
            let is_return = || files::beginning(&file).is_ok_and(|bytes| speaks_of_a_return(&bytes));
            if is_part || may_be_workbook(name) || is_json && is_return() {
                found = Some(file);
            }
        }
        Step::Over
    });
    found
}

/// What a spreadsheet program leaves beside an open workbook is none.
fn may_be_workbook(name: &str) -> bool {
    workbook::is_called_so(name) && !name.starts_with("~$")
}

/// One return where the folder holds a head, else all below it.
fn folder(path: &Path, found: &mut Vec<Kind>) {
    if let Some(one) = whole(path) {
        found.push(one);
        return;
    }
    walk(path, &mut |entry| match entry {
        Entry::Folder(folder) => match whole(&folder) {
            Some(one) => {
                found.push(one);
                Step::Over
            }
            None => Step::Into,
        },
        Entry::File(file) => {
            let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if is_json || may_be_workbook(name) {
                found.push(Kind::Met(file));
            }
            Step::Over
        }
        Entry::Fault(fault) => {
            found.push(Kind::Fault(fault));
            Step::Over
        }
    });
}

/// The pattern that this path is, if it is one.
fn pattern(path: &Path) -> Option<Result<Pattern, FileError>> {
    let text = path.to_str().filter(|text| text.contains(['*', '?', '[']))?;
    let text = &spelled(text, cfg!(windows));
    Some(Pattern::new(text).map_err(|error| FileError::Pattern { pattern: text.to_owned(), source: Arc::new(error) }))
}

/// A pattern as it is compared with what a walk meets: without the folder one is in, and on Windows with one kind of
/// slash, whichever was typed.
fn spelled(text: &str, on_windows: bool) -> String {
    let text = if on_windows { text.replace('\\', "/") } else { text.to_owned() };
    text.strip_prefix("./").map(str::to_owned).unwrap_or(text)
}

/// Everything that a pattern names, files as returns and folders as folders of returns.
fn matching(path: &Path, pattern: &Pattern, found: &mut Vec<Kind>) {
    let options = MatchOptions {
        case_sensitive: !cfg!(windows),
        require_literal_separator: true,
        require_literal_leading_dot: true,
    };
    let plain = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
    let start: PathBuf = path.components().take_while(plain).filter(|part| *part != Component::CurDir).collect();
    let steps = path.components().count() - start.components().count();
    let any_depth = pattern.as_str().contains("**");
    let from = if start.as_os_str().is_empty() { Path::new(".") } else { start.as_path() };
    let depth = |path: &Path| path.components().count().saturating_sub(start.components().count());
    let before = found.len();
    walk(from, &mut |entry| match entry {
        Entry::Folder(path) if pattern.matches_path_with(&path, options) => {
            folder(&path, found);
            Step::Over
        }
        Entry::Folder(path) if any_depth || depth(&path) < steps => Step::Into,
        Entry::File(file) => {
            if pattern.matches_path_with(&file, options) {
                found.push(named(&file));
            }
            Step::Over
        }
        // What cannot be looked into has nothing that was named.
        Entry::Folder(_) | Entry::Fault(_) => Step::Over,
    });
    if found.len() == before {
        found.push(Kind::Fault(FileError::NoMatch { pattern: pattern.as_str().to_owned() }));
    }
}

enum Entry {
    Folder(PathBuf),
    File(PathBuf),
    Fault(FileError),
}

enum Step {
    Into,
    Over,
}

/// Visits what is below a folder in the order of names, hidden things and folders behind links left out.
fn walk(folder: &Path, visit: &mut dyn FnMut(Entry) -> Step) {
    let mut open: Vec<vec::IntoIter<PathBuf>> = Vec::new();
    enter(folder, &mut open, visit);
    while let Some(entries) = open.last_mut() {
        let Some(path) = entries.next() else {
            open.pop();
            continue;
        };
        let Ok(about) = fs::symlink_metadata(&path) else { continue };
        if about.is_dir() {
            if let Step::Into = visit(Entry::Folder(path.clone())) {
                enter(&path, &mut open, visit);
            }
        } else if about.is_file() || (about.is_symlink() && path.is_file()) {
            visit(Entry::File(path));
        }
    }
}

fn enter(folder: &Path, open: &mut Vec<vec::IntoIter<PathBuf>>, visit: &mut dyn FnMut(Entry) -> Step) {
    match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => {
            let visible = entries.into_iter().filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
            // Where somebody is, needs no saying.
            let path = |entry: fs::DirEntry| {
                if folder == Path::new(".") { PathBuf::from(entry.file_name()) } else { entry.path() }
            };
            let mut paths: Vec<_> = visible.map(path).collect();
            order::by(&mut paths, Ord::cmp);
            open.push(paths.into_iter());
        }
        Err(error) => drop(visit(Entry::Fault(files::why(error, &folder.display().to_string())))),
    }
}

/// Reads a return; `None` where what was met on a walk is something else.
pub(super) fn read(filed: &Filed) -> Option<Result<(String, Read), FileError>> {
    match &filed.kind {
        Kind::Named(path) => Some(files::read(path).map(|(name, bytes)| {
            let read = bytes_of(&name, bytes);
            (name, read)
        })),
        Kind::Met(path) => met(path),
        Kind::Folder(path) => Some(read_folder(path).map(|read| (path.display().to_string(), read))),
        Kind::Lists(path) => Some(lists::read(path).map(|read| (path.display().to_string(), read))),
        Kind::Fault(fault) => Some(Err(fault.clone())),
    }
}

/// The return of a file, whatever its form.
fn bytes_of(name: &str, bytes: Vec<u8>) -> Read {
    if workbook::is_workbook(name, &bytes) { workbook::read(name, &bytes) } else { intake::read_owned(name, bytes) }
}

fn met(path: &Path) -> Option<Result<(String, Read), FileError>> {
    let (name, bytes) = match files::read(path) {
        Ok(read) => read,
        // A large file that does not begin like a return is none.
        Err(error @ FileError::TooLarge { .. }) => {
            return files::beginning(path).is_ok_and(|bytes| speaks_of_a_return(&bytes)).then_some(Err(error));
        }
        Err(error) => return Some(Err(error)),
    };
    let is_workbook = workbook::is_workbook(&name, &bytes);
    // What says nothing of a return need not be read in full; what does may say it in another place.
    if !is_workbook && !speaks_of_a_return(&bytes) {
        return None;
    }
    let read = bytes_of(&name, bytes);
    let is_return = match read.intake.root() {
        Some(root) => root.field("return").is_some() || root.field("schema_version").is_some(),
        // One that is broken is still one; a workbook of something else is none.
        None => !read.diagnostics.iter().any(|found| found.rule == "no-sheet-of-a-return"),
    };
    is_return.then_some(Ok((name, read)))
}

/// Whether the names stand in it, in whichever encoding.
fn speaks_of_a_return(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 256;
    let names = ["\"schema_version\"", "\"return\""];
    let stands_in =
        |bytes: &[u8]| names.iter().any(|name| bytes.windows(name.len()).any(|part| part == name.as_bytes()));
    // Most returns begin with one of them.
    if stands_in(&bytes[..bytes.len().min(BEGINNING)]) {
        return true;
    }
    // In UTF-16 every second byte of them is zero.
    let letters: Cow<'_, [u8]> =
        if bytes.contains(&0) { bytes.iter().copied().filter(|byte| *byte != 0).collect() } else { bytes.into() };
    match str::from_utf8(&letters) {
        Ok(text) => names.iter().any(|name| text.contains(name)),
        Err(_) => stands_in(&letters),
    }
}

fn read_folder(folder: &Path) -> Result<Read, FileError> {
    let mut size = 0;
    let mut file = |name: &str| -> Result<(String, Vec<u8>), FileError> {
        let (name, bytes) = files::read(&folder.join(name))?;
        size += bytes.len();
        if size > intake::MAX_BYTES {
            return Err(FileError::TooLarge { path: folder.display().to_string() });
        }
        Ok((name, bytes))
    };
    let (head_name, head) = file(HEAD)?;
    let mut sections = Vec::new();
    for (number, section) in SECTIONS.iter().enumerate() {
        match file(&format!("{section}.json")) {
            Ok((name, bytes)) => sections.push((number, name, bytes)),
            Err(FileError::Missing { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let sections: Vec<_> =
        sections.iter().map(|(number, name, bytes)| (*number, Document { name, bytes: bytes.as_slice() })).collect();
    Ok(intake::read_folder(Document { name: &head_name, bytes: &head }, &sections))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_of_windows_is_spelled_as_any_other() {
        for (typed, expected) in [
            (r"returns\*.json", "returns/*.json"),
            (r".\returns\**\2026-27-q2.json", "returns/**/2026-27-q2.json"),
            (r"C:\Users\officer\returns\*.json", "C:/Users/officer/returns/*.json"),
            (r"\\server\share\*\return.json", "//server/share/*/return.json"),
            ("./returns/*.json", "returns/*.json"),
        ] {
            assert_eq!(spelled(typed, true), expected);
        }
        // Elsewhere a backslash is a letter like any other.
        assert_eq!(spelled(r"odd\name*.json", false), r"odd\name*.json");
        assert_eq!(spelled("./returns/*.json", false), "returns/*.json");
    }

    #[test]
    fn a_pattern_with_a_drive_matches_what_a_walk_meets_there() {
        let pattern = Pattern::new(&spelled(r"C:\returns\**\*.json", true)).unwrap();
        assert!(pattern.matches("C:/returns/north/return.json"));
        assert!(!pattern.matches("D:/returns/north/return.json"));
    }

    #[test]
    fn the_files_of_a_folder_return_are_all_that_it_may_have() {
        let filed = Filed { given: 0, kind: Kind::Folder(PathBuf::from("north")) };
        assert_eq!(filed.files().len(), SECTIONS.len() + 1);
        assert_eq!(filed.files()[0], Path::new("north").join("return.json"));
    }
}
