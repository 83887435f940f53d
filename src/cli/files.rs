//! Files in and out. Reading is bounded; writing is whole or not at all.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use tempfile::NamedTempFile;
use thiserror::Error;

use crate::intake::MAX_BYTES;
use crate::order;

/// Why a file could not be read or written.
#[derive(Debug, Clone, Error)]
pub(super) enum FileError {
    #[error("There is no file called {path}. Check the spelling, and the folder you are in.")]
    Missing { path: String },
    #[error(
        "{path} holds no return: it has no return.json, and no other .json file with “return” or “schema_version” in it. \
         Check that it is the right folder, or name the file."
    )]
    NoReturn { path: String },
    #[error(
        "{path} holds the list {} and also {}, and only one of them can be the return. Move one of them to a folder of its own.",
        .files[0],
        .files[1]
    )]
    TwoForms { path: String, files: Box<[String; 2]> },
    #[error(
        "{path} is a CSV file, and no list of a return lies beside it. A return in CSV is a folder with a list for each part \
         of it: Return.csv, Partners.csv and so on."
    )]
    LoneList { path: String },
    #[error("No file is called like {pattern}. Check the spelling, and the folder you are in.")]
    NoMatch { pattern: String },
    #[error("{pattern} is no pattern of file names.")]
    Pattern { pattern: String, source: Arc<glob::PatternError> },
    #[error("{path} is not a file that can be read: it is a socket, a pipe or a device.")]
    Special { path: String },
    #[error("{path} holds more than 10 MB, which no return needs. Check that it is the right file.")]
    TooLarge { path: String },
    #[error("You may not read {path}. Ask whoever owns the file to let you.")]
    NotAllowed { path: String },
    #[error("{path} could not be read.")]
    Read { path: String, source: Arc<io::Error> },
    #[error("{path} could not be written.")]
    Write { path: String, source: Arc<io::Error> },
    #[error("{path} is already there, and may hold your work. Choose another name.")]
    Taken { path: String },
    #[error("The folder {path} could not be made.")]
    MakeFolder { path: String, source: Arc<io::Error> },
}

/// A return's bytes and what people call the file. `-` is standard input.
pub(super) fn read(path: &Path) -> Result<(String, Vec<u8>), FileError> {
    if path == Path::new("-") {
        return bounded(io::stdin().lock(), 0, "standard input").map(|bytes| ("standard input".to_owned(), bytes));
    }
    let name = path.display().to_string();
    // A pipe or a socket would keep us waiting, so its kind is looked at before it is opened.
    let about = fs::metadata(path).map_err(|error| why(error, &name))?;
    if !about.is_file() {
        return Err(FileError::Special { path: name });
    }
    if about.len() > MAX_BYTES as u64 {
        return Err(FileError::TooLarge { path: name });
    }
    let file = File::open(path).map_err(|error| why(error, &name))?;
    let bytes = bounded(file, about.len() as usize, &name)?;
    Ok((name, bytes))
}

/// The first part of a file that is too large to be read.
pub(super) fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(64 * 1024).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A text file of ours or of a funder's, such as a template; `None` where there is none.
pub(super) fn read_text(path: &Path) -> Result<Option<String>, FileError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(why(error, &path.display().to_string())),
    }
}

/// The names of the files below a folder, relative to it, in order.
pub(super) fn files_below(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(relative) = folders.pop() {
        let here = folder.join(&relative);
        let name = here.display().to_string();
        for entry in fs::read_dir(&here).map_err(|error| why(error, &name))? {
            let entry = entry.map_err(|error| why(error, &name))?;
            let kind = entry.file_type().map_err(|error| why(error, &name))?;
            let path = relative.join(entry.file_name());
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                found.push(path);
            }
        }
    }
    order::by(&mut found, Ord::cmp);
    Ok(found)
}

/// Sees to it that nothing is written over: what is there may be somebody's work.
pub(super) fn is_free(path: &Path) -> Result<(), FileError> {
    if path.exists() { Err(FileError::Taken { path: path.display().to_string() }) } else { Ok(()) }
}

/// Makes a folder and those above it.
pub(super) fn make_folder(path: &Path) -> Result<(), FileError> {
    fs::create_dir_all(path)
        .map_err(|source| FileError::MakeFolder { path: path.display().to_string(), source: Arc::new(source) })
}

/// Writes a file whole, or leaves what was there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut draft = Draft::begin(path)?;
    draft.write(bytes)?;
    draft.finish()
}

/// A file that is being written, and is not there until it is whole.
#[derive(Debug)]
pub(super) struct Draft {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
}

impl Draft {
    /// Begins a file. Whatever stands there stays until it is finished.
    pub(super) fn begin(path: &Path) -> Result<Self, FileError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            // A report is for handing on: as readable as any other new file, not only by its owner.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.prefix(".candour-").tempfile_in(folder).map_err(|source| failed(path, source))?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file) })
    }

    /// Writes more of it.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.file.write_all(bytes).map_err(|source| failed(&self.path, source))
    }

    /// Puts it where it belongs.
    pub(super) fn finish(self) -> Result<(), FileError> {
        let Self { path, file } = self;
        let file = file.into_inner().map_err(|error| failed(&path, error.into_error()))?;
        file.as_file().sync_all().map_err(|source| failed(&path, source))?;
        file.persist(&path).map_err(|error| failed(&path, error.error))?;
        Ok(())
    }
}

fn failed(path: &Path, source: io::Error) -> FileError {
    FileError::Write { path: path.display().to_string(), source: Arc::new(source) }
}

/// What there is to be read, `expected` bytes if nothing changes meanwhile.
fn bounded(mut reader: impl Read, expected: usize, name: &str) -> Result<Vec<u8>, FileError> {
    let faulty = |error| why(error, name);
    // Asked for all at once, with room for one byte more in which the end is seen.
    let mut bytes = vec![0; expected + 1];
    let first = match reader.read(&mut bytes) {
        Err(error) if error.kind() == io::ErrorKind::Interrupted => 0,
        read => read.map_err(faulty)?,
    };
    bytes.truncate(first);
    reader.take((MAX_BYTES + 1 - first) as u64).read_to_end(&mut bytes).map_err(faulty)?;
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { path: name.to_owned() });
    }
    Ok(bytes)
}

/// What stopped us, in a sentence.
pub(super) fn why(error: io::Error, name: &str) -> FileError {
    let path = name.to_owned();
    let kind = error.kind();
    if kind == io::ErrorKind::NotFound {
        FileError::Missing { path }
    } else if kind == io::ErrorKind::PermissionDenied {
        FileError::NotAllowed { path }
    } else {
        FileError::Read { path, source: Arc::new(error) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write(&path, b"first").unwrap();
        write(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(files_below(folder.path()).unwrap(), [PathBuf::from("report.html")]);
    }

    #[test]
    fn a_folder_that_is_not_there_leaves_no_half_file() {
        let folder = tempfile::tempdir().unwrap();
        let error = write(&folder.path().join("gone").join("report.html"), b"words").unwrap_err();
        assert!(error.to_string().ends_with("could not be written."), "{error}");
        assert!(files_below(folder.path()).unwrap().is_empty());
    }

    #[test]
    fn each_kind_of_thing_that_is_no_return_gets_its_own_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let missing = read(&folder.path().join("none.json")).unwrap_err();
        assert!(missing.to_string().starts_with("There is no file called"), "{missing}");
        let large = folder.path().join("large.json");
        File::create(&large).unwrap().set_len(MAX_BYTES as u64 + 1).unwrap();
        assert!(matches!(read(&large), Err(FileError::TooLarge { .. })));
    }
}
