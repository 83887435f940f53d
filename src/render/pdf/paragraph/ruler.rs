//! The widths of words, for those who only have to know how much room they need.

/// Words that were measured but not set: the width of each, and of the space after it, a list for each line that was
/// asked for.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Ruler {
    lines: Vec<Vec<(f32, f32)>>,
    widest: f32,
    whole: f32,
}

impl Ruler {
    /// Words of these widths.
    pub(in crate::render::pdf) fn of(lines: Vec<Vec<(f32, f32)>>) -> Self {
        let widest = lines.iter().flatten().map(|(width, _)| *width).fold(0.0, f32::max);
        let whole = lines.iter().map(|line| line_width(line)).fold(0.0, f32::max);
        Self { lines, widest, whole }
    }

    /// The width of the widest word and of the whole, should it stand on one line.
    pub(in crate::render::pdf) const fn extent(&self) -> (f32, f32) {
        (self.widest, self.whole)
    }

    /// How many lines they fill. A word that is wider than the line is reckoned as the lines it takes for itself.
    pub(in crate::render::pdf) fn lines(&self, width: f32) -> usize {
        if self.whole <= width {
            return self.lines.len();
        }
        self.lines.iter().map(|line| broken(line, width)).sum()
    }
}

/// How many lines the words of one line fill that is broken where it is full.
fn broken(words: &[(f32, f32)], measure: f32) -> usize {
    let mut lines = 1;
    let mut used = 0.0;
    for (width, space) in words {
        if used > 0.0 && used + width > measure {
            lines += 1;
            used = 0.0;
        }
        if *width > measure {
            lines += (width / measure.max(1.0)) as usize;
        }
        used += width + space;
    }
    lines
}

fn line_width(words: &[(f32, f32)]) -> f32 {
    let spaces: f32 = words.iter().rev().skip(1).map(|(_, space)| space).sum();
    words.iter().map(|(width, _)| width).sum::<f32>() + spaces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_broken_where_it_is_full() {
        let ruler = Ruler::of(vec![vec![(30.0, 5.0); 4]]);
        assert_eq!(ruler.extent(), (30.0, 135.0));
        assert_eq!([135.0, 134.0, 65.0, 64.0].map(|width| ruler.lines(width)), [1, 2, 2, 4]);
    }

    #[test]
    fn an_empty_text_has_one_line_and_a_line_asked_for_is_one_more() {
        assert_eq!(Ruler::of(vec![Vec::new()]).lines(10.0), 1);
        assert_eq!(Ruler::of(vec![vec![(5.0, 0.0)], vec![(5.0, 0.0)]]).lines(10.0), 2);
    }
}
