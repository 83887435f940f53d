//! “Did you mean …?”

/// The most names that are compared: a list longer than this is not one that a person keeps in mind.
const MOST: usize = 500;

/// The known name that is most like what was written, if any is like it.
pub(super) fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if written.len() > 100 {
        return None;
    }
    known
        .take(MOST)
        .map(|name| (strsim::jaro_winkler(written, name), name))
        .filter(|(likeness, _)| *likeness >= 0.85)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["quay-homes", "lantern-street"];
        assert_eq!(nearest("quay-home", known.into_iter()), Some("quay-homes"));
        assert_eq!(nearest("police", known.into_iter()), None);
    }
}
