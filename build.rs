//! Packs the typefaces and the published schemas, which are most of what the program carries, so that it stays small.
//! `src/packed.rs` unpacks each when it is first used.

#![expect(clippy::disallowed_methods, reason = "what is built is the project's own, and small")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folders, and how the names of the files in them end that are packed.
const PACKED: [(&str, &str); 2] = [("src/render/pdf/fonts", "ttf"), ("schemas", "json")];

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?);
    for (folder, ending) in PACKED {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension() == Some(OsStr::new(ending)) {
                pack(&path, &out)?;
            }
        }
    }
    Ok(())
}

fn pack(path: &Path, out: &Path) -> io::Result<()> {
    let packed = miniz_oxide::deflate::compress_to_vec(&fs::read(path)?, 10);
    fs::write(out.join(path.file_name().unwrap_or_default()), packed)
}
