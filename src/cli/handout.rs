//! `candour completions` and `candour man`: what shells and manuals are told about the words of the command line.

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::{
    Outcome,
    arguments::{self, Arguments},
    files,
    output::Terminal,
};

pub(super) fn completions(arguments: &arguments::Completions, terminal: &mut Terminal) -> Outcome {
    terminal.print(&completion(arguments.shell));
    Outcome::Fine
}

pub(super) fn man(arguments: &arguments::Man, terminal: &mut Terminal) -> Outcome {
    let pages = manual();
    let Some(folder) = &arguments.out else {
        if let Some((_, page)) = pages.first() {
            terminal.print(page);
        }
        return Outcome::Fine;
    };
    let written = files::make_folder(folder)
        .and_then(|()| pages.iter().try_for_each(|(name, page)| files::write(&folder.join(name), page.as_bytes())));
    match written {
        Ok(()) => {
            for (name, _) in &pages {
                terminal.print(&format!("{}\n", folder.join(name).display()));
            }
            Outcome::Fine
        }
        Err(error) => terminal.sorry(&error),
    }
}

fn completion(shell: Shell) -> String {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "candour", &mut text);
    String::from_utf8(text).expect("our own words are UTF-8")
}

/// The pages of the manual by file name: the program's first, then one for each command that is not hidden.
fn manual() -> Vec<(String, String)> {
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    let commands: Vec<Command> = program.get_subcommands().filter(|command| !command.is_hide_set()).cloned().collect();
    std::iter::once(program)
        .chain(commands)
        .map(|command| {
            let man = Man::new(command);
            let mut page = Vec::new();
            man.render(&mut page).expect("memory takes whatever is written");
            (man.get_filename(), String::from_utf8(page).expect("our own words are UTF-8"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_shell_completes_commands_and_options() {
        for shell in Shell::value_variants() {
            let text = completion(*shell);
            for word in ["validate", "explain", "output-format", "safe-output"] {
                assert!(text.contains(word), "{shell} does not know {word}");
            }
        }
    }

    #[test]
    fn every_command_has_a_page_with_its_example() {
        let pages = manual();
        assert_eq!(pages[0].0, "candour.1");
        for name in ["candour-validate.1", "candour-report.1", "candour-explain.1"] {
            let page = pages.iter().find(|(page, _)| page == name).unwrap_or_else(|| panic!("no {name}"));
            assert!(page.1.contains("Example"), "{name} has no example");
        }
        assert!(!pages.iter().any(|(name, _)| name == "candour-man.1"), "what is hidden has no page");
    }
}
