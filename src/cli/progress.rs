//! How far a long run has come, on a terminal; nothing in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

/// How many returns have been looked at.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins. One return is not long work, and neither are a few.
    pub(super) fn of(returns: usize) -> Self {
        let bar = (returns > 20).then(|| {
            // Standard error; indicatif draws nothing where that is no terminal.
            let style = ProgressStyle::with_template("{pos} of {len} returns").expect("our own words fit");
            ProgressBar::new(returns as u64).with_style(style)
        });
        Self { bar }
    }

    /// So many more have been looked at.
    pub(super) fn advance(&self, returns: usize) {
        if let Some(bar) = &self.bar {
            bar.inc(returns as u64);
        }
    }

    /// Clears the line while something is printed.
    pub(super) fn pause(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    /// Takes it away.
    pub(super) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
