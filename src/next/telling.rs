//! The list of what to fill, in words.

use std::collections::BTreeMap;

use super::{Started, Task, ToDo};
use crate::returns::Period;
use crate::schema;

/// The longest line of the list.
const LONGEST: usize = 118;

/// What was started, and what to do in it, in plain sentences. `name` is what people call the new file, `from` the return it
/// was started from.
pub fn told(started: &Started, name: &str, from: &str) -> String {
    told_at(started, name, from, &|place| format!("line {}", place.line))
}

/// The same, with the places as `spot` has them, where the new return is no text with lines.
pub fn told_at(started: &Started, name: &str, from: &str, spot: &dyn Fn(&ToDo) -> String) -> String {
    let mut text = format!("{name} is a draft for {}, started from {from}.\n", quarter(started.period));
    for (task, heading) in [
        (Task::Fill, "Fill in"),
        (Task::Add, "Add what the quarter brought"),
        (Task::Look, "Carried forward; look whether it still holds"),
    ] {
        let lines = lines(started.places.iter().filter(|place| place.task == task), spot);
        if lines.is_empty() {
            continue;
        }
        text.push('\n');
        wrapped(&format!("{heading}:"), "", "", &mut text);
        for line in lines {
            wrapped(&line, "  ", "      ", &mut text);
        }
    }
    if !started.left_out.is_empty() {
        let titles = started.left_out.join(", ");
        text.push('\n');
        let sentence = format!(
            "Left out, because it belongs to its quarter: {titles}. Give it again where there is something to say."
        );
        wrapped(&sentence, "", "", &mut text);
    }
    text
}

/// A line for each record, or for each part of the return without records: what it is, where it starts, and its fields.
fn lines<'a>(places: impl Iterator<Item = &'a ToDo>, spot: &dyn Fn(&ToDo) -> String) -> Vec<String> {
    let mut order: Vec<(String, String)> = Vec::new();
    let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for place in places {
        let titles = schema::titles(&place.at);
        let id = place.record.as_ref().filter(|record| !record.id.is_empty());
        // What may have moved on is told by the parts of the return: it is the same for most of their records.
        let is_known = id.filter(|record| place.task != Task::Look && is_record_id(&record.id));
        let (group, field) = match is_known {
            Some(record) => (format!("{} {}", record.id, record.title), own(place, &titles)),
            None => match titles.as_slice() {
                [only] => (only.clone(), String::new()),
                [area, .., field] if place.task == Task::Look => (area.clone(), field.clone()),
                [area, field, ..] => (area.clone(), field.clone()),
                [] => continue,
            },
        };
        let named = fields.entry(group.clone()).or_default();
        if named.is_empty() {
            order.push((group, spot(place)));
        }
        if !named.contains(&field) {
            named.push(field);
        }
    }
    let line = |(group, spot): (String, String)| {
        let named: Vec<String> = fields.remove(&group).unwrap_or_default();
        let named: Vec<String> = named.into_iter().filter(|field| !field.is_empty()).collect();
        if named.is_empty() { format!("{group} ({spot})") } else { format!("{group} ({spot}): {}", named.join(", ")) }
    };
    order.into_iter().map(line).collect()
}

fn is_record_id(id: &str) -> bool {
    id.starts_with(|letter: char| letter.is_ascii_uppercase())
}

/// The title of the field directly below the record.
fn own(place: &ToDo, titles: &[String]) -> String {
    // A record stands in a list, so its number is the last on the way whose field has a title of its own.
    let steps: Vec<String> = place.at.steps().collect();
    let is_number = |step: &String| step.bytes().all(|byte| byte.is_ascii_digit());
    let above = steps.iter().position(is_number).map_or(0, |first| steps[..first].len());
    titles.get(above).cloned().unwrap_or_default()
}

fn quarter(period: Period) -> String {
    let Some((year, quarter)) = period.as_quarter() else { return period.to_string() };
    let months = quarter.months();
    let (_, last) = quarter.days(year.first_year());
    format!("{} of {year} ({months} {})", quarter.word(), last.year())
}

/// A line, broken at spaces.
fn wrapped(line: &str, first: &str, later: &str, text: &mut String) {
    let mut room = 0;
    for word in line.split(' ') {
        let length = word.chars().count();
        if room == 0 {
            text.push_str(first);
            room = first.len();
        } else if room + 1 + length > LONGEST {
            text.push('\n');
            text.push_str(later);
            room = later.len();
        } else {
            text.push(' ');
            room += 1;
        }
        text.push_str(word);
        room += length;
    }
    text.push('\n');
}
