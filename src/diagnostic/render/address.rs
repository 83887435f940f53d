//! Paths as programs want them: relative to the folder they work in, with forward slashes.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::Options;

/// The path relative to the folder of the run, with forward slashes; whole where it stands elsewhere.
pub(super) fn relative(name: &str, options: &Options<'_>) -> String {
    let name = slashes(name);
    let below = options.folder.and_then(|folder| {
        let folder = slashes(folder);
        Some(name.strip_prefix(folder.trim_end_matches('/'))?.strip_prefix('/')?.to_owned())
    });
    let path = below.unwrap_or(name);
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}

/// The path as an address: relative, or of a file where it stands elsewhere.
pub(super) fn uri(name: &str, options: &Options<'_>) -> String {
    let path = relative(name, options);
    let drive = path.as_bytes().get(1) == Some(&b':');
    let mut uri = String::with_capacity(path.len());
    if drive {
        uri.push_str("file:///");
    } else if path.starts_with("//") {
        // A share: the server stands where other addresses have it.
        uri.push_str("file:");
    } else if path.starts_with('/') {
        uri.push_str("file://");
    }
    for (index, byte) in path.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b':' if drive && index == 1 => uri.push(':'),
            other => {
                // Writing into a string does not fail.
                let _ = write!(uri, "%{other:02X}");
            }
        }
    }
    uri
}

/// What tells a finding from all others, run after run, whatever else changes in the file: its path, its rule and its
/// place in the return. Nothing the return says goes into it, so that nobody can test guesses at it.
pub(super) fn fingerprint(path: &str, rule: &str, pointer: &str, nth: usize) -> String {
    let mut digest = Sha256::new();
    for part in [path, rule, pointer, &nth.to_string()] {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    digest.finalize().iter().take(16).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn slashes(path: &str) -> String {
    if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_relative_to_the_folder_where_it_can_be() {
        let options = Options { folder: Some("/data/returns"), ..Options::default() };
        for (name, expected) in [
            ("/data/returns/north/return.json", "north/return.json"),
            ("/data/returns-old/return.json", "/data/returns-old/return.json"),
            ("./return.json", "return.json"),
            ("../return.json", "../return.json"),
        ] {
            assert_eq!(relative(name, &options), expected);
        }
    }

    #[test]
    fn an_address_holds_only_letters_that_addresses_may() {
        let options = Options::default();
        assert_eq!(uri("Môr Hafren/100% done.json", &options), "M%C3%B4r%20Hafren/100%25%20done.json");
        assert_eq!(uri("/elsewhere/return.json", &options), "file:///elsewhere/return.json");
        assert_eq!(uri("C:/elsewhere/return.json", &options), "file:///C:/elsewhere/return.json");
        assert_eq!(uri("//server/share/return.json", &options), "file://server/share/return.json");
    }

    #[test]
    fn parts_of_a_fingerprint_do_not_run_into_one_another() {
        assert_ne!(fingerprint("ab", "c", "", 0), fingerprint("a", "bc", "", 0));
        assert_ne!(fingerprint("a", "b", "", 0), fingerprint("a", "b", "", 1));
    }
}
