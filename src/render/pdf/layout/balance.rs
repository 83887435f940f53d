//! How the widths of a table's columns are shifted so that the table becomes as low as it can. Knows measured words
//! and widths; no blocks.

use super::super::paragraph::Ruler;

/// A cell: words, one set under the other, each with the height of its lines.
pub(super) type MeasuredCell = Vec<(Ruler, f32)>;

/// How much width is moved from one column to another at a time, in points: first a lot, then less.
const STEPS: [f32; 3] = [24.0, 12.0, 6.0];

/// How much of what the other columns can spare is given to one of them, to begin with.
const PARTS: [f32; 4] = [0.25, 0.5, 0.75, 1.0];

/// What a line less in a cell is worth that does not make its row lower: it may be the first of several.
const HOPE: f32 = 0.02;

/// The gain for which nothing is moved, so that rounding moves nothing.
const NOTHING: f32 = 0.01;

/// Tables of more cells than this keep the widths they have.
const MOST: usize = 600;

/// Moves width between columns as long as that makes the rows lower. No column becomes narrower than its least.
pub(super) fn lower(rows: &[Vec<MeasuredCell>], widths: &mut [f32], least: &[f32]) {
    let columns = widths.len();
    if rows.iter().map(Vec::len).sum::<usize>() > MOST {
        return;
    }
    let mut heights = measured(rows, widths);
    let single = rows.iter().zip(&heights).all(|(row, heights)| {
        row.iter().zip(heights).all(|(cell, height)| *height <= cell.iter().map(|(_, line)| line).sum::<f32>())
    });
    if single {
        return;
    }
    let mut now = cost(&heights);
    // One column may need a little from each of the others at once.
    let given = widths.to_vec();
    for wide in (0..columns).flat_map(|to| PARTS.map(|part| widened(&given, least, to, part))) {
        let other = measured(rows, &wide);
        if cost(&other) < now - NOTHING {
            now = cost(&other);
            heights = other;
            widths.copy_from_slice(&wide);
        }
    }
    for step in STEPS {
        while let Some(next) = best(rows, widths, least, &heights, step, now) {
            widths[next.from] -= step;
            widths[next.to] += step;
            for (row, heights) in rows.iter().zip(&mut heights) {
                for column in [next.from, next.to] {
                    heights[column] = row.get(column).map_or(0.0, |cell| height(cell, widths[column]));
                }
            }
            now = next.cost;
        }
    }
}

/// The widths with a part of what the others can spare given to one column.
fn widened(widths: &[f32], least: &[f32], to: usize, part: f32) -> Vec<f32> {
    let mut wide = widths.to_vec();
    for column in (0..widths.len()).filter(|column| *column != to) {
        let spare = part * (widths[column] - least[column]).max(0.0);
        // Rounding must not make it narrower than its widest word.
        wide[column] = (wide[column] - spare).max(least[column].min(widths[column]));
        wide[to] += spare;
    }
    wide
}

/// The height of every cell.
fn measured(rows: &[Vec<MeasuredCell>], widths: &[f32]) -> Vec<Vec<f32>> {
    let of = |row: &[MeasuredCell]| -> Vec<f32> {
        widths.iter().enumerate().map(|(at, width)| row.get(at).map_or(0.0, |cell| height(cell, *width))).collect()
    };
    rows.iter().map(|row| of(row)).collect()
}

/// Width moved from one column to another, and what the table costs then.
struct Move {
    from: usize,
    to: usize,
    cost: f32,
}

/// The move of this much width that gains most, if any gains.
fn best(
    rows: &[Vec<MeasuredCell>],
    widths: &[f32],
    least: &[f32],
    heights: &[Vec<f32>],
    step: f32,
    now: f32,
) -> Option<Move> {
    let columns = widths.len();
    let changed = |column: usize, by: f32| -> Vec<f32> {
        rows.iter().map(|row| row.get(column).map_or(0.0, |cell| height(cell, widths[column] + by))).collect()
    };
    let wider: Vec<Vec<f32>> = (0..columns).map(|column| changed(column, step)).collect();
    let mut best: Option<Move> = None;
    for from in (0..columns).filter(|column| widths[*column] - step >= least[*column]) {
        let narrower = changed(from, -step);
        for to in (0..columns).filter(|to| *to != from) {
            let cost = heights
                .iter()
                .enumerate()
                .map(|(row, heights)| {
                    row_cost(heights.iter().enumerate().map(|(column, height)| match column {
                        _ if column == from => narrower[row],
                        _ if column == to => wider[to][row],
                        _ => *height,
                    }))
                })
                .sum::<f32>();
            if cost < best.as_ref().map_or(now - NOTHING, |best| best.cost - NOTHING) {
                best = Some(Move { from, to, cost });
            }
        }
    }
    best
}

fn cost(heights: &[Vec<f32>]) -> f32 {
    heights.iter().map(|row| row_cost(row.iter().copied())).sum()
}

/// A row is as high as its highest cell.
fn row_cost(cells: impl Iterator<Item = f32>) -> f32 {
    let (highest, all) = cells.fold((0.0_f32, 0.0), |(highest, all), cell| (highest.max(cell), all + cell));
    highest + HOPE * all
}

fn height(cell: &MeasuredCell, width: f32) -> f32 {
    cell.iter().map(|(ruler, line)| ruler.lines(width) as f32 * line).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Words of this width each, with a space between them.
    fn cell(words: usize, wide: f32) -> MeasuredCell {
        vec![(Ruler::of(vec![vec![(wide, 3.0); words]]), 12.0)]
    }

    #[test]
    fn a_column_of_long_texts_gets_the_width_that_short_ones_do_not_need() {
        let rows = vec![vec![cell(2, 20.0), cell(40, 20.0)], vec![cell(1, 20.0), cell(40, 20.0)]];
        let mut widths = [150.0, 150.0];
        let least = [20.0, 20.0];
        let before: f32 = rows.iter().map(|row| height(&row[1], widths[1])).sum();
        lower(&rows, &mut widths, &least);
        assert!(widths[1] > 200.0, "{widths:?}");
        assert!(rows.iter().map(|row| height(&row[1], widths[1])).sum::<f32>() < before);
    }

    #[test]
    fn what_stands_on_one_line_is_left_as_it_is() {
        let rows = vec![vec![cell(2, 20.0), cell(3, 20.0)]];
        let mut widths = [80.0, 120.0];
        lower(&rows, &mut widths, &[20.0, 20.0]);
        assert!(
            widths.iter().zip([80.0, 120.0]).all(|(width, was): (&f32, f32)| (width - was).abs() < 0.01),
            "{widths:?}"
        );
    }

    proptest! {
        #[test]
        fn the_table_never_grows_in_width_or_height(
            words in prop::collection::vec(prop::collection::vec((1_usize..30, 5.0_f32..60.0), 4), 1..6),
        ) {
            let rows: Vec<Vec<MeasuredCell>> =
                words.iter().map(|row| row.iter().map(|(count, wide)| cell(*count, *wide)).collect()).collect();
            let least = [60.0; 4];
            let mut widths = [120.0; 4];
            let all = |widths: &[f32]| -> f32 {
                rows.iter().map(|row| {
                    row.iter().zip(widths).map(|(cell, width)| height(cell, *width)).fold(0.0, f32::max)
                }).sum()
            };
            let before = all(&widths);
            lower(&rows, &mut widths, &least);
            prop_assert!(widths.iter().all(|width| *width >= 60.0), "{widths:?}");
            prop_assert!((widths.iter().sum::<f32>() - 480.0).abs() < 0.1, "{widths:?}");
            prop_assert!(all(&widths) <= before + 12.0, "{} after {before}", all(&widths));
        }
    }
}
