//! Files that are compiled in packed, and unpacked when they are first used. Knows nothing of what is in them.

use std::sync::OnceLock;

use miniz_oxide::inflate::decompress_to_vec;

/// A file that `build.rs` packed.
pub(crate) struct Packed {
    packed: &'static [u8],
    whole: OnceLock<Vec<u8>>,
}

impl Packed {
    pub(crate) const fn new(packed: &'static [u8]) -> Self {
        Self { packed, whole: OnceLock::new() }
    }

    /// The file as it was.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.whole.get_or_init(|| decompress_to_vec(self.packed).expect("`build.rs` packed it"))
    }

    /// The file as it was, where it is a text.
    pub(crate) fn text(&self) -> &str {
        str::from_utf8(self.bytes()).expect("only texts are asked for as texts")
    }
}

/// The packed file of this name.
macro_rules! packed {
    ($name:literal) => {
        $crate::packed::Packed::new(include_bytes!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}

pub(crate) use packed;
