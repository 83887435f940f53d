//! Every fault of text and shape is told in a sentence, at its place.

use crate::support::{fixtures, gets};

#[test]
fn broken_json_is_told_kindly() {
    for path in fixtures("invalid/syntax") {
        gets(&path);
    }
}
