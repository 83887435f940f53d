//! The version of the form that a return was filled in.

use std::fmt;

/// A version of the form. Within a main version (`major`) the form only grows: a return of an older one is read as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormVersion {
    /// The main version: where it differs, the same field may mean something else.
    pub major: u32,
    /// The version within the main one.
    pub minor: u32,
}

impl FormVersion {
    /// The newest, which this program knows in full.
    pub const NEWEST: Self = Self { major: 1, minor: 0 };

    /// Reads `1.0`; `None` when it is written another way.
    pub fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.trim().split_once('.')?;
        Some(Self { major: major.parse().ok()?, minor: minor.parse().ok()? })
    }

    /// Whether a program that knows this version in full reads a return of another as it is: one of the same main version
    /// that is not newer.
    pub fn reads(self, other: Self) -> bool {
        self.major == other.major && other.minor <= self.minor
    }
}

impl fmt::Display for FormVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_minor_versions_are_read_as_they_are() {
        let version = |text| FormVersion::parse(text).unwrap();
        assert!(version("1.3").reads(version("1.0")) && version("1.3").reads(version("1.3")));
        assert!(!version("1.3").reads(version("1.4")) && !version("2.0").reads(version("1.3")));
        assert_eq!(version(" 1.10 ").to_string(), "1.10");
        for other in ["one", "1", "1.", "1.0.0", "", "-1.0"] {
            assert_eq!(FormVersion::parse(other), None, "{other}");
        }
    }
}
