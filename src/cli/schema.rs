//! `candour schema`: the forms, as JSON Schema.

use super::{Outcome, arguments, files, output::Terminal};
use crate::schema;

pub(super) fn run(arguments: &arguments::Schema, terminal: &mut Terminal) -> Outcome {
    let Some(name) = &arguments.name else {
        for name in schema::schema_names() {
            terminal.print(&format!("{name}\n"));
        }
        return Outcome::Fine;
    };
    let Some(text) = schema::schema_text(name) else {
        let names: Vec<_> = schema::schema_names().collect();
        terminal.say(&format!("There is no form called {name}. These are: {}.", names.join(", ")));
        return Outcome::CouldNot;
    };
    let Some(folder) = &arguments.out else {
        terminal.print(text);
        return Outcome::Fine;
    };
    let path = folder.join(format!("{name}.schema.json"));
    match files::make_folder(folder).and_then(|()| files::write(&path, text.as_bytes())) {
        Ok(()) => {
            terminal.print(&format!("{}\n", path.display()));
            Outcome::Fine
        }
        Err(error) => terminal.sorry(&error),
    }
}
