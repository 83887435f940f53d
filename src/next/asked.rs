//! When each field is asked for. Follows from what becomes of it in the next quarter, and is said nowhere else.

use super::table::{Fate, TABLE};

/// When a field is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// In every return.
    EachQuarter,
    /// In the first return of a financial year; it stands until the next.
    OnceAYear,
    /// Where there is something to say.
    IfAny,
    /// In the first return. It is carried forward, and changed where it has moved on.
    Once,
}

/// The field that decides for this path, with `[]` for each item of a list on the way, and when it is asked for.
pub fn asked(path: &str) -> (&'static str, Asked) {
    let mut path = path;
    loop {
        if let Some((known, fate)) = TABLE.iter().find(|(known, _)| *known == path) {
            return (known, of(*fate));
        }
        match path.rfind(['.', '[']) {
            Some(end) => path = &path[..end],
            None => return ("", Asked::Once),
        }
    }
}

const fn of(fate: Fate) -> Asked {
    match fate {
        Fate::Fill
        | Fate::Blank
        | Fate::Grows
        | Fate::Becomes(_)
        | Fate::Unless(_)
        | Fate::Figures
        | Fate::LookWhileAhead
        | Fate::Anew => Asked::EachQuarter,
        Fate::YearLong | Fate::YearlyLook | Fate::WhileAhead => Asked::OnceAYear,
        Fate::IfAny | Fate::Open(_) => Asked::IfAny,
        Fate::Within | Fate::Stays | Fate::Look | Fate::Takes => Asked::Once,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_asked_for_as_what_becomes_of_it_says() {
        assert_eq!(asked("results[].actuals[].value"), ("results[].actuals", Asked::EachQuarter));
        assert_eq!(asked("results[].target.by"), ("results[].target", Asked::OnceAYear));
        assert_eq!(asked("finance.spend[].budget"), ("finance.spend[].budget", Asked::OnceAYear));
        assert_eq!(asked("dissent[].note"), ("dissent", Asked::IfAny));
        assert_eq!(asked("partners[].name"), ("partners", Asked::Once));
        assert_eq!(asked("x_own"), ("", Asked::Once));
    }
}
