//! Places small enough to help tell who is meant.

use std::collections::BTreeSet;

use super::RuleContext;
use crate::returns::{Id, Place, PlaceKind};
use crate::source::Pointer;

/// The most words of a name that are looked for.
const MOST: usize = 6;

/// The places of a return that are smaller than a district.
pub(super) struct SmallPlaces<'a> {
    ids: BTreeSet<&'a str>,
    /// Names and ids, as words in small letters.
    names: BTreeSet<String>,
}

impl<'a> SmallPlaces<'a> {
    pub(super) fn of(cx: &RuleContext<'a>) -> Self {
        let small = cx.whole().get().places.iter().filter(|place| is_small(place));
        let mut places = Self { ids: BTreeSet::new(), names: BTreeSet::new() };
        for place in small {
            places.ids.insert(place.id.as_str());
            for name in [place.name.as_str(), place.id.as_str()] {
                places.names.insert(words(name).map(str::to_lowercase).collect::<Vec<_>>().join(" "));
            }
        }
        places
    }

    /// Whether one of these ids is that of a small place.
    pub(super) fn hold_any(&self, ids: &[Id]) -> bool {
        ids.iter().any(|id| self.ids.contains(id.as_str()))
    }

    /// Whether a text is the id of a small place in a list of places, or names one.
    pub(super) fn holds(&self, at: &Pointer, text: &str) -> bool {
        let is_id = at.parent().and_then(|list| list.last()).is_some_and(|list| list == "places");
        if is_id { self.ids.contains(text) } else { self.are_named_in(text) }
    }

    /// Whether a text names a small place, with a capital.
    pub(super) fn are_named_in(&self, text: &str) -> bool {
        if self.names.is_empty() {
            return false;
        }
        let words: Vec<&str> = words(text).collect();
        (0..words.len()).filter(|at| words[*at].starts_with(char::is_uppercase)).any(|at| {
            let mut name = String::new();
            words[at..].iter().take(MOST).any(|word| {
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(&word.to_lowercase());
                self.names.contains(&name)
            })
        })
    }
}

fn is_small(place: &Place) -> bool {
    match place.kind {
        Some(
            PlaceKind::Ward
            | PlaceKind::ElectoralDivision
            | PlaceKind::Parish
            | PlaceKind::Lsoa
            | PlaceKind::Msoa
            | PlaceKind::DataZone,
        ) => true,
        // A place of one's own drawing is small where it lies in another.
        Some(PlaceKind::Custom) | None => place.within.is_some(),
        Some(
            PlaceKind::Country
            | PlaceKind::Region
            | PlaceKind::CombinedAuthority
            | PlaceKind::County
            | PlaceKind::Unitary
            | PlaceKind::District
            | PlaceKind::MetropolitanBorough
            | PlaceKind::LondonBorough,
        ) => false,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
