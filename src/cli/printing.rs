//! Findings on their way out: in several formats at once, each to the terminal or to a file of its own, a return at a
//! time and in the order of the returns.

use std::path::{Path, PathBuf};

use super::{Outcome, arguments::Output, files, files::Draft, output::Terminal};
use crate::diagnostic::render::{Checked, Format, Options, Piece, Writer};

/// Where findings go.
pub(super) struct Printing<'a> {
    channels: Vec<Channel<'a>>,
    outcome: Outcome,
}

struct Channel<'a> {
    writer: Writer<'a>,
    sink: Sink,
}

enum Sink {
    Terminal,
    File(Draft),
    /// It could not be written, and this was said.
    Lost,
}

/// The formats, each with its options: all that is needed to write out one return.
pub(super) type Formats<'a> = Vec<(Format, Options<'a>)>;

/// Which format goes where: the one without a file of its own goes to `--output-file`, or is printed.
pub(super) fn destinations(
    asked: &[Output],
    output_file: Option<&Path>,
) -> Result<Vec<(Format, Option<PathBuf>)>, &'static str> {
    let without = asked.iter().filter(|output| output.file.is_none()).count();
    if without > 1 {
        return Err(
            "Only one format can be printed. Give the others a file, as in --output-format sarif=findings.sarif.",
        );
    }
    if without == 0 && output_file.is_some() {
        return Err("Every format has a file of its own, so --output-file has nothing to hold. Leave it out.");
    }
    let file = |output: &Output| output.file.clone().or_else(|| output_file.map(Path::to_owned));
    let all: Vec<_> = asked.iter().map(|output| (output.format, file(output))).collect();
    let twice = |(index, (_, path)): (usize, &(Format, Option<PathBuf>))| {
        path.is_some() && all[..index].iter().any(|(_, other)| other == path)
    };
    if all.iter().enumerate().any(twice) {
        return Err("Two formats cannot be written to the same file. Name another file for one of them.");
    }
    Ok(all)
}

impl<'a> Printing<'a> {
    /// Begins all of them.
    pub(super) fn begin(
        destinations: &[(Format, Option<PathBuf>)],
        formats: &Formats<'a>,
        terminal: &mut Terminal,
    ) -> Self {
        let mut printing = Self { channels: Vec::new(), outcome: Outcome::Fine };
        for ((_, path), (format, options)) in destinations.iter().zip(formats) {
            let sink = match path.as_deref().map(begin) {
                None => Sink::Terminal,
                Some(Ok(draft)) => Sink::File(draft),
                Some(Err(error)) => {
                    printing.outcome = terminal.sorry(&error);
                    Sink::Lost
                }
            };
            let mut channel = Channel { writer: Writer::new(*format, *options), sink };
            printing.outcome = printing.outcome.and(channel.sink.put(channel.writer.opening(), terminal));
            printing.channels.push(channel);
        }
        printing
    }

    /// Writes what is said of the next return.
    pub(super) fn add(&mut self, pieces: Vec<Piece>, terminal: &mut Terminal) {
        for (channel, piece) in self.channels.iter_mut().zip(pieces) {
            let text = channel.writer.add(piece);
            self.outcome = self.outcome.and(channel.sink.put(&text, terminal));
        }
    }

    /// Ends all of them.
    pub(super) fn finish(self, terminal: &mut Terminal) -> Outcome {
        let mut outcome = self.outcome;
        for Channel { writer, mut sink } in self.channels {
            outcome = outcome.and(sink.put(&writer.closing(), terminal));
            if let Sink::File(draft) = sink
                && let Err(error) = draft.finish()
            {
                outcome = outcome.and(terminal.sorry(&error));
            }
        }
        outcome
    }
}

impl Sink {
    fn put(&mut self, text: &str, terminal: &mut Terminal) -> Outcome {
        match self {
            Self::Terminal if !text.is_empty() => terminal.print(text),
            Self::Terminal | Self::Lost => {}
            Self::File(draft) => {
                if let Err(error) = draft.write(text.as_bytes()) {
                    *self = Self::Lost;
                    return terminal.sorry(&error);
                }
            }
        }
        Outcome::Fine
    }
}

fn begin(path: &Path) -> Result<Draft, files::FileError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        files::make_folder(folder)?;
    }
    Draft::begin(path)
}

/// What is said of one return, in every format.
pub(super) fn pieces(formats: &Formats<'_>, file: &Checked<'_>) -> Vec<Piece> {
    formats.iter().map(|(format, options)| format.piece(file, options)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(format: Format, file: Option<&str>) -> Output {
        Output { format, file: file.map(PathBuf::from) }
    }

    #[test]
    fn one_format_is_printed_and_the_others_have_files() {
        let asked = [output(Format::Text, None), output(Format::Sarif, Some("a.sarif"))];
        let found = destinations(&asked, None).unwrap();
        assert_eq!(found, [(Format::Text, None), (Format::Sarif, Some("a.sarif".into()))]);
        let found = destinations(&asked, Some(Path::new("a.txt"))).unwrap();
        assert_eq!(found[0].1.as_deref(), Some(Path::new("a.txt")));
    }

    #[test]
    fn two_formats_never_share_a_place() {
        let (text, json) = (output(Format::Text, None), output(Format::Json, None));
        assert!(destinations(&[text.clone(), json], None).unwrap_err().starts_with("Only one format"));
        let sarif = output(Format::Sarif, Some("a"));
        assert!(destinations(&[text, sarif.clone()], Some(Path::new("a"))).unwrap_err().starts_with("Two formats"));
        assert!(destinations(&[sarif], Some(Path::new("b"))).unwrap_err().starts_with("Every format"));
    }
}
