//! Which settings hold for which return: the nearest `candour.toml` in its folder or above it.
//!
//! The search ends at the root of the repository, which is the folder with `.git`. Outside a repository it ends at the
//! folder candour runs in, and does not leave the return's own folder where that lies elsewhere: a file in a folder that
//! strangers write to changes nothing.

use std::{
    collections::BTreeMap,
    env, path,
    path::{Path, PathBuf},
};

use super::{
    files::{self, FileError},
    settings::{self, Read},
};

/// The name of the file.
const NAME: &str = "candour.toml";

/// Where settings are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Search {
    /// In the folder of each return and above it.
    Near,
    /// In this file, for all returns.
    File(PathBuf),
    /// Nowhere.
    Off,
}

/// The settings that were met, each file once.
#[derive(Debug)]
pub(super) struct Shelf {
    search: Search,
    here: Option<PathBuf>,
    /// Which of the files holds for a folder.
    known: BTreeMap<PathBuf, Option<usize>>,
    files: Vec<Held>,
}

/// A file of settings.
#[derive(Debug)]
pub(super) struct Held {
    /// What people call it.
    pub(super) name: String,
    /// The folder it lies in.
    pub(super) folder: PathBuf,
    /// What it says.
    pub(super) read: Read,
}

impl Shelf {
    /// An empty shelf.
    pub(super) fn new(search: Search) -> Self {
        let here = env::current_dir().ok();
        Self { search, here, known: BTreeMap::new(), files: Vec::new() }
    }

    /// The number of the settings for the returns of a folder; `None` where there are none.
    ///
    /// # Errors
    ///
    /// Says which file could not be read.
    pub(super) fn number(&mut self, folder: &Path) -> Result<Option<usize>, FileError> {
        if let Some(number) = self.known.get(folder) {
            return Ok(*number);
        }
        let number = self.path(folder).map(|path| self.take(&path)).transpose()?;
        self.known.insert(folder.to_owned(), number);
        Ok(number)
    }

    /// The file that holds for the returns of a folder; `None` where there is none.
    pub(super) fn path(&self, folder: &Path) -> Option<PathBuf> {
        match &self.search {
            Search::Off => None,
            Search::File(path) => Some(path.clone()),
            Search::Near => near(&whole(folder), self.here.as_deref()),
        }
    }

    fn take(&mut self, path: &Path) -> Result<usize, FileError> {
        let shown = self.here.as_deref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let name = shown.display().to_string();
        if let Some(number) = self.files.iter().position(|held| held.name == name) {
            return Ok(number);
        }
        let (_, bytes) = files::read(path)?;
        self.files.push(Held { read: settings::read(&name, &bytes), name, folder });
        Ok(self.files.len() - 1)
    }

    /// The settings of this number.
    pub(super) fn get(&self, number: usize) -> &Held {
        &self.files[number]
    }

    /// All settings that were met, in the order they were.
    pub(super) fn all(&self) -> &[Held] {
        &self.files
    }
}

/// A folder from the root on.
fn whole(folder: &Path) -> PathBuf {
    path::absolute(if folder == Path::new("") { Path::new(".") } else { folder }).unwrap_or_else(|_| folder.to_owned())
}

/// The nearest file of settings.
fn near(folder: &Path, here: Option<&Path>) -> Option<PathBuf> {
    let end = folder
        .ancestors()
        .find(|above| above.join(".git").exists())
        .or_else(|| here.filter(|here| folder.starts_with(here)))
        .unwrap_or(folder);
    folder
        .ancestors()
        .take_while(|above| above.starts_with(end))
        .map(|above| above.join(NAME))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_nearest_file_holds_and_the_search_ends_at_the_repository() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        let deep = root.join("returns/north/2026");
        fs::create_dir_all(&deep).unwrap();
        fs::write(root.join(NAME), "").unwrap();
        assert_eq!(near(&deep, None), None, "outside a repository no folder above is looked into");
        assert_eq!(near(&deep, Some(root)), Some(root.join(NAME)));
        fs::create_dir(root.join("returns/.git")).unwrap();
        assert_eq!(near(&deep, Some(root)), None, "what lies above the repository is not its own");
        fs::write(root.join("returns").join(NAME), "").unwrap();
        assert_eq!(near(&deep, None), Some(root.join("returns").join(NAME)));
        fs::write(deep.join(NAME), "").unwrap();
        assert_eq!(near(&deep, None), Some(deep.join(NAME)));
    }

    #[test]
    fn each_file_is_read_once() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("ours.toml");
        fs::write(&file, "[disclosure]\npeople = 9\n").unwrap();
        let mut shelf = Shelf::new(Search::File(file));
        assert_eq!(shelf.number(root.path()).unwrap(), Some(0));
        assert_eq!(shelf.number(Path::new("elsewhere")).unwrap(), Some(0));
        assert_eq!(shelf.all().len(), 1);
        assert_eq!(shelf.get(0).read.settings.disclosure.people(), 9);
        assert!(Shelf::new(Search::File("none.toml".into())).number(root.path()).is_err());
    }
}
