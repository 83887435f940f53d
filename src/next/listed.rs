//! The list of what to fill, for programs.

use super::form::{Place, Record, Task as Done, ToDoList};
use super::{Started, Task, ToDo};
use crate::form_name::FormName;
use crate::schema;
use crate::source::Place as Spot;

/// What to do in a return that was started, as plain data. `path` is the new file, `from` the return it was started from;
/// `spot` says where a place stands in the new file, if that is no text with lines.
pub fn listed(started: &Started, path: &str, from: &str, spot: Option<&dyn Fn(&ToDo) -> Spot>) -> ToDoList {
    let place = |to_do: &ToDo| {
        let spot = spot.map(|spot| spot(to_do));
        let line = if spot.is_none() { Some(to_do.line) } else { None };
        let (sheet, cell) = spot.map_or((None, None), |spot| (spot.sheet, spot.cell));
        let record = to_do.record.as_ref().filter(|record| !record.id.is_empty());
        Place {
            task: match to_do.task {
                Task::Fill => Done::Fill,
                Task::Add => Done::Add,
                Task::Look => Done::Look,
            },
            pointer: to_do.at.to_string(),
            titles: schema::titles(&to_do.at),
            record: record.map(|record| Record { id: record.id.clone(), title: record.title.clone() }),
            line,
            sheet,
            cell,
        }
    };
    ToDoList {
        format: FormName::new(),
        path: path.to_owned(),
        from: from.to_owned(),
        period: started.period.to_string(),
        places: started.places.iter().map(place).collect(),
        left_out: started.left_out.clone(),
    }
}
