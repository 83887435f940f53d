//! `candour schema`: the forms, as JSON Schema.

use std::path::Path;

use super::{Outcome, arguments, files, output::Terminal};
use crate::schema;

pub(super) fn run(arguments: &arguments::Schema, terminal: &mut Terminal) -> Outcome {
    let all: Vec<&str> = schema::schema_names().collect();
    let asked = arguments.name.as_deref();
    let names: Vec<&str> = all.iter().copied().filter(|name| asked.is_none_or(|asked| asked == *name)).collect();
    if names.is_empty() {
        terminal.say(&format!("There is no form called {}. These are: {}.", asked.unwrap_or_default(), all.join(", ")));
        return Outcome::CouldNot;
    }
    if let Some(folder) = &arguments.out {
        return write(&names, folder, terminal);
    }
    for name in names {
        let text = if asked.is_some() { schema::schema_text(name).unwrap_or_default() } else { name };
        terminal.print(&format!("{}\n", text.trim_end()));
    }
    Outcome::Fine
}

fn write(names: &[&str], folder: &Path, terminal: &mut Terminal) -> Outcome {
    let written = files::make_folder(folder).and_then(|()| {
        names.iter().try_for_each(|name| {
            let path = folder.join(format!("{name}.schema.json"));
            files::write(&path, schema::schema_text(name).unwrap_or_default().as_bytes())?;
            terminal.print(&format!("{}\n", path.display()));
            Ok(())
        })
    });
    match written {
        Ok(()) => Outcome::Fine,
        Err(error) => terminal.sorry(&error),
    }
}
