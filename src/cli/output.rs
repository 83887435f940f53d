//! What is said on the terminal.

use std::{
    env,
    error::Error,
    io::{self, IsTerminal, Write},
};

use super::Outcome;

/// Standard output and standard error. A reader who stops reading (`| head`) is no fault of anybody.
#[derive(Debug, Default)]
pub(super) struct Terminal {
    broken: bool,
    /// Whether the reader has stopped reading.
    deserted: bool,
}

impl Terminal {
    /// Prints what was asked for.
    pub(super) fn print(&mut self, text: &str) {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.deserted = true,
            Err(error) => {
                self.broken = true;
                self.say(&format!("The output could not be written: {error}."));
            }
        }
    }

    /// Says something beside what was asked for, on standard error.
    #[allow(clippy::unused_self, reason = "who may print may also say; nobody else may do either")]
    pub(super) fn say(&mut self, sentence: &str) {
        // There is nowhere left to say that this failed.
        let _ = writeln!(io::stderr().lock(), "{sentence}");
    }

    /// Says what stopped us and why.
    pub(super) fn sorry(&mut self, error: &dyn Error) -> Outcome {
        let mut sentence = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            sentence = format!("{sentence} The reason: {}.", error.to_string().trim_end_matches('.'));
            cause = error.source();
        }
        self.say(&sentence);
        Outcome::CouldNot
    }

    /// Whether colour may be used on standard output.
    pub(super) fn colour() -> bool {
        io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
    }

    /// Begins a new page, where a person is looking.
    pub(super) fn clear(&mut self) {
        if io::stdout().is_terminal() {
            self.print("\u{1b}[2J\u{1b}[3J\u{1b}[H");
        }
    }

    /// Whether nobody reads any more (`| head`).
    pub(super) const fn is_deserted(&self) -> bool {
        self.deserted
    }

    /// How printing went.
    pub(super) const fn outcome(&self) -> Outcome {
        if self.broken { Outcome::CouldNot } else { Outcome::Fine }
    }
}
