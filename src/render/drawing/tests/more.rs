//! The charts of system health, outcomes, reach, money and milestones.

use proptest::prelude::*;

use super::{any_number, any_words, label, near, stays_inside, value, words_of};
use crate::render::drawing::*;
use crate::report::block::{
    Bar, ControlPlot, ControlPoint, ControlStretch, DotRow, DotsPlot, DumbbellPlot, DumbbellRow, IntervalRow,
    IntervalsPlot, MilestoneRow, MilestonesPlot, NamedSignal, PairedPlot, PairedRow, PlotAxis, PlotStep, PlotValue,
    PointSignal, StackKind, StackPart, StackedPlot, StackedRow, StepWords,
};

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

/// Days to a named worker of the worked example.
fn waits() -> ControlPlot {
    let days = [11, 12, 10, 11, 13, 12, 11, 12, 12, 11, 12, 9, 8, 8, 7, 8, 7, 7];
    let points = days.into_iter().zip(0_u16..).map(|(days, step)| ControlPoint {
        step,
        value: f64::from(days),
        signal: match step {
            0..=2 => PointSignal::None,
            3..=10 => PointSignal::Worse,
            _ => PointSignal::Better,
        },
    });
    ControlPlot {
        steps: (0..18)
            .map(|step| PlotStep { label: format!("m{step}"), year: if step < 9 { "2025" } else { "2026" }.into() })
            .collect(),
        unit_sign: String::new(),
        points: points.collect(),
        gaps: Vec::new(),
        stretches: vec![ControlStretch {
            from: 0,
            to: 17,
            centre: value(10.06, "Average 10.06"),
            lower: Some(value(7.24, "Lower limit 7.24")),
            upper: Some(value(12.87, "Upper limit 12.87")),
        }],
        changes: vec![StepWords { step: 11, label: "Tannery Yard hub opened".into() }],
        named: vec![NamedSignal {
            from: 11,
            to: 17,
            label: "7 months below the average".into(),
            above: false,
            better: true,
        }],
    }
}

fn shapes(drawing: &Drawing, colour: Colour) -> usize {
    let filled = |mark: &&DrawnMark| match mark {
        DrawnMark::Circle { paint, .. } | DrawnMark::Polygon { paint, .. } | DrawnMark::Rect { paint, .. } => {
            paint.fill == Some(colour)
        }
        _ => false,
    };
    drawing.marks.iter().filter(filled).count()
}

#[test]
fn better_and_worse_differ_in_shape_and_not_in_colour_alone() {
    let drawing = control::draw(&waits(), Width::Wide);
    let diamonds = drawing.marks.iter().filter(|mark| matches!(mark, DrawnMark::Polygon { .. })).count();
    assert_eq!(diamonds, 8, "worse points are diamonds");
    assert_eq!(shapes(&drawing, Colour::DarkBlue), 7, "better ones filled circles");
    assert_eq!(label(&drawing, "Average 10.06").weight, Weight::Semibold);
    assert!(label(&drawing, "Upper limit 12.87").at.y < label(&drawing, "Average 10.06").at.y);
    assert_eq!(label(&drawing, "7 months below the average").colour, Colour::DarkBlue);
}

#[test]
fn the_year_is_printed_where_it_changes() {
    let drawing = control::draw(&waits(), Width::Wide);
    let words = words_of(&drawing);
    for expected in ["m0 2025", "m3", "m9 2026", "m12"] {
        assert!(words.contains(&expected), "{expected} among {words:?}");
    }
}

#[test]
fn a_month_without_a_figure_is_a_gap_with_its_word() {
    let mut plot = waits();
    plot.points.remove(5);
    plot.gaps = vec![StepWords { step: 5, label: "[c]".into() }];
    let drawing = control::draw(&plot, Width::Wide);
    label(&drawing, "[c]");
    let lines: Vec<usize> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            DrawnMark::Polyline { points, .. } => Some(points.len()),
            _ => None,
        })
        .collect();
    assert_eq!(lines, [5, 12], "no line crosses the gap");
}

fn axis(low: f64, high: f64) -> PlotAxis {
    PlotAxis { low, high, ticks: vec![value(low, &format!("{low}")), value(high, &format!("{high}"))] }
}

#[test]
fn a_score_without_a_number_has_no_dot_and_says_why() {
    let row = DotRow { name: "Risk is shared".into(), now: None, before: None, words: "[c]".into(), strong: false };
    let drawing = dots::draw(&DotsPlot { axis: axis(1.0, 5.0), rows: vec![row] }, Width::Wide);
    assert!(!drawing.marks.iter().any(|mark| matches!(mark, DrawnMark::Circle { .. })));
    label(&drawing, "[c]");
}

#[test]
fn the_values_of_a_dumbbell_stand_outside_its_points() {
    let row = |before: f64, after: f64| DumbbellRow {
        name: "Home".into(),
        before: Some(value(before, "4.2")),
        after: Some(value(after, "5.9")),
        words: "+1.7".into(),
    };
    let plot = |row| DumbbellPlot { axis: axis(1.0, 10.0), rows: vec![row] };
    let rose = dumbbell::draw(&plot(row(4.2, 5.9)), Width::Wide);
    assert_eq!((label(&rose, "4.2").anchor, label(&rose, "5.9").anchor), (Anchor::End, Anchor::Start));
    let fell = dumbbell::draw(&plot(row(5.9, 4.2)), Width::Wide);
    assert_eq!((label(&fell, "4.2").anchor, label(&fell, "5.9").anchor), (Anchor::Start, Anchor::End));
}

#[test]
fn the_parts_of_a_bar_are_shares_of_it() {
    let part = |kind, value, label: &str| StackPart { kind, value, label: label.into() };
    let rows = vec![StackedRow {
        name: "Wellbeing, 40 adults".into(),
        parts: vec![
            part(StackKind::Better, 30.0, "30"),
            part(StackKind::Same, 9.8, "9"),
            part(StackKind::Worse, 0.2, "0.2"),
        ],
        instead: String::new(),
    }];
    let legend = ["Improved", "No clear change", "Worse"].map(String::from);
    let drawing = stacked::draw(&StackedPlot { legend, rows }, Width::Wide);
    let bars: Vec<f32> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            DrawnMark::Rect { width, height, .. } if *height > 20.0 => Some(*width + 1.0),
            _ => None,
        })
        .collect();
    assert!(near(bars[0] / 470.0, 0.75) && near(bars[1] / 470.0, 0.245), "{bars:?}");
    assert_eq!(label(&drawing, "30").colour, Colour::White);
    assert!(label(&drawing, "0.2").at.y < label(&drawing, "30").at.y, "no room inside a thin part");
}

#[test]
fn paired_bars_start_at_one_zero_and_a_hidden_share_has_none() {
    let row = |first, words: &str| PairedRow {
        name: "Aged under 25".into(),
        first,
        first_label: words.into(),
        second: Some(14.0),
        second_label: "14%".into(),
    };
    let drawing = paired::draw(&PairedPlot { rows: vec![row(Some(7.0), "7%"), row(None, "[c]")] }, Width::Wide);
    let bars: Vec<(f32, f32)> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            DrawnMark::Rect { corner, width, .. } => Some((corner.x, *width)),
            _ => None,
        })
        .collect();
    assert_eq!(bars.len(), 3);
    assert!(bars.iter().all(|(x, _)| near(*x, bars[0].0)) && near(bars[0].1 * 2.0, bars[1].1), "{bars:?}");
    label(&drawing, "[c]");
}

#[test]
fn a_late_milestone_goes_from_due_to_expected_and_one_done_in_time_is_one_mark() {
    let row = |due, expected, done, late| MilestoneRow {
        name: "Case system".into(),
        words: "13 weeks late".into(),
        due,
        expected,
        done,
        late,
    };
    let plot = |row| MilestonesPlot {
        months: ["Jul", "Aug", "Sep", "Oct"].map(String::from).to_vec(),
        quarter_end: value(3.0, "Quarter ended"),
        rows: vec![row],
    };
    let late = milestones::draw(&plot(row(Some(1.0), Some(3.5), None, true)), Width::Wide);
    assert_eq!(shapes(&late, Colour::DarkPink), 1, "the expected day is filled, the due one hollow");
    assert_eq!(shapes(&late, Colour::White), 1);
    let done = milestones::draw(&plot(row(Some(1.0), None, Some(0.9), false)), Width::Wide);
    assert_eq!((shapes(&done, Colour::DarkBlue), shapes(&done, Colour::White)), (1, 0));
}

#[test]
fn bars_of_a_column_share_their_zero() {
    let zero = |value| {
        let drawing = bar(Bar { value, least: -34_700.0, most: 2_900.0 });
        stays_inside(&drawing).unwrap();
        drawing.marks.iter().find_map(|mark| match mark {
            DrawnMark::Lines { segments, .. } => Some(segments[0][0].x),
            _ => None,
        })
    };
    assert_eq!(zero(-34_700.0), zero(2_900.0));
    assert_eq!(zero(0.0), zero(-200.0));
    assert_eq!(shapes(&bar(Bar { value: 0.0, least: -1.0, most: 1.0 }), Colour::DarkBlue), 0);
}

fn any_axis() -> impl Strategy<Value = PlotAxis> {
    let ticks = proptest::collection::vec((any_number(), any_words()), 0..6);
    (any_number(), any_number(), ticks).prop_map(|(low, high, ticks)| PlotAxis {
        low,
        high,
        ticks: ticks.into_iter().map(|(value, label)| PlotValue { value, label }).collect(),
    })
}

fn maybe_number() -> impl Strategy<Value = Option<f64>> {
    proptest::option::of(any_number())
}

fn maybe_value() -> impl Strategy<Value = Option<PlotValue>> {
    proptest::option::of((any_number(), any_words()).prop_map(|(value, label)| PlotValue { value, label }))
}

proptest! {
    #[test]
    fn no_control_chart_leaves_its_box(
        steps in proptest::collection::vec((any_words(), any_words()), 0..40),
        unit_sign in prop_oneof![Just(""), Just("%")],
        points in proptest::collection::vec((0_u16..45, any_number(), 0_u8..3), 0..40),
        stretches in proptest::collection::vec(
            (0_u16..45, 0_u16..45, any_number(), any_words(), maybe_value(), maybe_value()), 0..3),
        words in proptest::collection::vec((0_u16..45, 0_u16..45, any_words(), any::<bool>()), 0..4),
    ) {
        let signal = |kind| [PointSignal::None, PointSignal::Better, PointSignal::Worse][usize::from(kind)];
        let mut points: Vec<ControlPoint> = points
            .into_iter()
            .map(|(step, value, kind)| ControlPoint { step, value, signal: signal(kind) })
            .collect();
        points.sort_by_key(|point| point.step);
        let at = |(step, _, label, _): &(u16, u16, String, bool)| StepWords { step: *step, label: label.clone() };
        let plot = ControlPlot {
            steps: steps.into_iter().map(|(label, year)| PlotStep { label, year }).collect(),
            unit_sign: unit_sign.into(),
            points,
            gaps: words.iter().map(at).collect(),
            stretches: stretches.into_iter().map(|(from, to, centre, label, lower, upper)| ControlStretch {
                from, to, centre: PlotValue { value: centre, label }, lower, upper,
            }).collect(),
            changes: words.iter().map(at).collect(),
            named: words.iter().map(|(from, to, label, above)| NamedSignal {
                from: *from, to: *to, label: label.clone(), above: *above, better: *above,
            }).collect(),
        };
        for width in WIDTHS {
            stays_inside(&control::draw(&plot, width))?;
        }
    }

    #[test]
    fn no_scored_chart_leaves_its_box(
        axis in any_axis(),
        rows in proptest::collection::vec((any_words(), maybe_value(), maybe_value(), any_words(), any_number()), 0..6),
    ) {
        let number = |value: &Option<PlotValue>| value.as_ref().map(|value| value.value);
        let dots = rows.iter().map(|(name, now, before, words, _)| DotRow {
            name: name.clone(), now: number(now), before: number(before), words: words.clone(), strong: now.is_none(),
        });
        let dots = DotsPlot { axis: axis.clone(), rows: dots.collect() };
        let pairs = rows.iter().map(|(name, before, after, words, _)| DumbbellRow {
            name: name.clone(), before: before.clone(), after: after.clone(), words: words.clone(),
        });
        let pairs = DumbbellPlot { axis: axis.clone(), rows: pairs.collect() };
        let estimates = rows.iter().filter_map(|(name, estimate, low, _, high)| Some(IntervalRow {
            name: name.clone(), estimate: estimate.clone()?, low: low.as_ref()?.value, high: *high,
        }));
        let estimates = IntervalsPlot { axis, rows: estimates.collect() };
        for width in WIDTHS {
            stays_inside(&dots::draw(&dots, width))?;
            stays_inside(&dumbbell::draw(&pairs, width))?;
            stays_inside(&intervals::draw(&estimates, width))?;
        }
    }

    #[test]
    fn no_bars_leave_their_boxes(
        legend in proptest::array::uniform3(any_words()),
        rows in proptest::collection::vec(
            (any_words(), maybe_value(), maybe_value(), maybe_value(), any_words()), 0..6),
        (number, least, most) in (any_number(), any_number(), any_number()),
    ) {
        let part = |value: &Option<PlotValue>, kind| {
            value.as_ref().map(|value| StackPart { kind, value: value.value, label: value.label.clone() })
        };
        let stacked = rows.iter().map(|(name, better, same, worse, instead)| StackedRow {
            name: name.clone(),
            parts: [part(better, StackKind::Better), part(same, StackKind::Same), part(worse, StackKind::Worse)]
                .into_iter().flatten().collect(),
            instead: instead.clone(),
        });
        let stacked = StackedPlot { legend, rows: stacked.collect() };
        let paired = rows.iter().map(|(name, first, second, _, words)| PairedRow {
            name: name.clone(),
            first: first.as_ref().map(|value| value.value),
            first_label: words.clone(),
            second: second.as_ref().map(|value| value.value),
            second_label: words.clone(),
        });
        let paired = PairedPlot { rows: paired.collect() };
        for width in WIDTHS {
            stays_inside(&stacked::draw(&stacked, width))?;
            stays_inside(&paired::draw(&paired, width))?;
        }
        stays_inside(&bar(Bar { value: number, least, most }))?;
    }

    #[test]
    fn no_milestones_leave_their_box(
        months in proptest::collection::vec(any_words(), 0..40),
        quarter_end in (any_number(), any_words()),
        rows in proptest::collection::vec(
            (any_words(), any_words(), maybe_number(), maybe_number(), maybe_number(), any::<bool>()), 0..9),
    ) {
        let rows = rows.into_iter().map(|(name, words, due, expected, done, late)| MilestoneRow {
            name, words, due, expected, done, late,
        });
        let plot = MilestonesPlot {
            months,
            quarter_end: PlotValue { value: quarter_end.0, label: quarter_end.1 },
            rows: rows.collect(),
        };
        for width in WIDTHS {
            stays_inside(&milestones::draw(&plot, width))?;
        }
    }
}
