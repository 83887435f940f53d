#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one kind of mark")]

mod more;

use proptest::prelude::*;

use super::*;
use crate::report::block::{LedgerPlot, LedgerRow, Mark, PathKey, PathPlot, PlotGap, PlotPoint, PlotValue, StepsPlot};

/// Nothing may leave the box, half a stroke included; a hair's breadth is forgiven.
fn stays_inside(drawing: &Drawing) -> Result<(), TestCaseError> {
    let inside = |left: f32, top: f32, right: f32, bottom: f32| {
        left >= -0.1 && top >= -0.1 && right <= drawing.width + 0.1 && bottom <= drawing.height + 0.1
    };
    for mark in &drawing.marks {
        let fits = match mark {
            DrawnMark::Lines { segments, .. } => segments.iter().flatten().all(|p| inside(p.x, p.y, p.x, p.y)),
            DrawnMark::Polyline { points, .. } | DrawnMark::Polygon { points, .. } => {
                points.iter().all(|p| inside(p.x, p.y, p.x, p.y))
            }
            DrawnMark::Rect { corner, width, height, .. } => {
                *width >= 0.0 && inside(corner.x, corner.y, corner.x + width, corner.y + height)
            }
            DrawnMark::Circle { centre, radius, .. } => {
                inside(centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius)
            }
            DrawnMark::Text(label) => {
                let (left, right) = label.extent();
                inside(left, label.at.y - 9.0, right, label.at.y + 1.0)
            }
        };
        prop_assert!(fits, "{mark:?} leaves {} × {}", drawing.width, drawing.height);
    }
    Ok(())
}

fn words_of(drawing: &Drawing) -> Vec<&str> {
    let words = drawing.marks.iter().filter_map(|mark| match mark {
        DrawnMark::Text(label) => Some(label.words.as_str()),
        _ => None,
    });
    words.collect()
}

fn label<'a>(drawing: &'a Drawing, words: &str) -> &'a Label {
    let found = drawing.marks.iter().find_map(|mark| match mark {
        DrawnMark::Text(label) if label.words == words => Some(label),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no “{words}” among {:?}", words_of(drawing)))
}

fn point(slot: u8, value: f64, label: &str, hollow: bool) -> PlotPoint {
    PlotPoint { slot, value, label: label.into(), hollow }
}

fn value(value: f64, label: &str) -> PlotValue {
    PlotValue { value, label: label.into() }
}

fn slots() -> Vec<String> {
    ["Start", "Jun", "Sep", "Dec", "Mar"].map(String::from).to_vec()
}

/// Repeat call-outs of the worked example.
fn call_outs() -> PathPlot {
    PathPlot {
        slots: slots(),
        unit_sign: String::new(),
        from_zero: false,
        baseline: Some(value(212.0, "212")),
        path: vec![
            point(1, 198.0, "", false),
            point(2, 185.0, "", false),
            point(3, 172.0, "", false),
            point(4, 160.0, "", false),
        ],
        actual: vec![point(1, 195.0, "", false), point(2, 201.0, "201 [p]", true)],
        gaps: Vec::new(),
        current_slot: 2,
        path_label: "path 185".into(),
        forecast: Some(value(182.0, "Forecast 182")),
        target: Some(value(160.0, "Target 160")),
        steps: Vec::new(),
        breaks: Vec::new(),
        anew: Vec::new(),
    }
}

fn empty() -> PathPlot {
    PathPlot {
        baseline: None,
        path: Vec::new(),
        actual: Vec::new(),
        gaps: Vec::new(),
        path_label: String::new(),
        forecast: None,
        target: None,
        ..call_outs()
    }
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.3
}

#[test]
fn the_worked_example_stands_as_it_was_drawn_by_hand() {
    let drawing = path::draw(&call_outs());
    assert!(near(drawing.width, 313.0) && near(drawing.height, 150.0));
    let now = label(&drawing, "201 [p]");
    assert!(near(now.at.x, 130.5) && near(now.at.y, 32.1), "{now:?}");
    let path = label(&drawing, "path 185");
    assert!(near(path.at.x, 124.5) && near(path.at.y, 79.1), "{path:?}");
    assert!(near(label(&drawing, "Target 160").at.y, 102.9));
    assert!(near(label(&drawing, "Forecast 182").at.y, 72.7));
    let hollow =
        |mark: &DrawnMark| matches!(mark, DrawnMark::Circle { paint, .. } if paint.fill == Some(Colour::White));
    assert_eq!(drawing.marks.iter().filter(|mark| hollow(mark)).count(), 2, "the forecast and a provisional figure");
}

#[test]
fn target_and_forecast_do_not_touch() {
    let plot = PathPlot { forecast: Some(value(161.0, "Forecast 161")), ..call_outs() };
    let drawing = path::draw(&plot);
    let apart = label(&drawing, "Target 160").at.y - label(&drawing, "Forecast 161").at.y;
    assert!(near(apart, 16.0), "{apart}");
}

#[test]
fn the_higher_of_two_labels_stands_higher() {
    let plot = PathPlot { forecast: Some(value(150.0, "Forecast 150")), ..call_outs() };
    let drawing = path::draw(&plot);
    assert!(label(&drawing, "Target 160").at.y < label(&drawing, "Forecast 150").at.y);
}

#[test]
fn a_missing_quarter_leaves_a_gap() {
    let actual = vec![point(1, 195.0, "", false), point(3, 190.0, "190", false), point(4, 180.0, "180", false)];
    let drawing = path::draw(&PathPlot { actual, current_slot: 4, ..call_outs() });
    let blue: Vec<_> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            DrawnMark::Polyline { points, stroke } if stroke.colour == Colour::DarkBlue => Some(points.len()),
            _ => None,
        })
        .collect();
    assert_eq!(blue, [2]);
}

#[test]
fn a_figure_that_is_missing_or_hidden_is_said_to_be() {
    let actual = vec![point(1, 195.0, "", false), point(3, 190.0, "190", false)];
    let gaps = vec![PlotGap { slot: 2, label: "[c]".into() }];
    let drawing = path::draw(&PathPlot { actual, gaps, current_slot: 3, ..call_outs() });
    let said = label(&drawing, "[c]");
    assert!(near(said.at.x, 130.5) && said.at.y < 64.1, "above the path of its quarter, {said:?}");
}

#[test]
fn a_year_without_any_figure_has_its_axis_and_no_marks() {
    let drawing = path::draw(&empty());
    assert!(!drawing.marks.iter().any(|mark| matches!(mark, DrawnMark::Polyline { .. } | DrawnMark::Circle { .. })));
    assert!(words_of(&drawing).contains(&"Mar"));
    stays_inside(&drawing).unwrap();
}

#[test]
fn one_point_equal_values_negative_and_huge_ones_stay_inside() {
    let plots = [
        PathPlot { actual: vec![point(2, 5.0, "5", false)], ..empty() },
        PathPlot { actual: vec![point(1, 0.0, "0", false), point(2, 0.0, "0", false)], from_zero: true, ..empty() },
        PathPlot { actual: vec![point(1, -40.0, "−40", true), point(2, 12.0, "12", false)], ..empty() },
        PathPlot { target: Some(value(1e12, "Target £1,000,000,000,000")), unit_sign: "%".into(), ..call_outs() },
        PathPlot { actual: vec![point(2, 1e300, "x", false), point(3, f64::NAN, "y", false)], ..empty() },
        PathPlot { slots: Vec::new(), ..call_outs() },
        PathPlot { slots: (0..40).map(|at| format!("Quarter {at}")).collect(), current_slot: 39, ..call_outs() },
    ];
    for plot in plots {
        stays_inside(&path::draw(&plot)).unwrap();
    }
}

#[test]
fn a_zero_inside_the_axis_carries_the_ink_line() {
    let actual = vec![point(1, -40.0, "−40", true), point(2, 12.0, "12", false)];
    let drawing = path::draw(&PathPlot { actual, ..empty() });
    let ink = drawing.marks.iter().find_map(|mark| match mark {
        DrawnMark::Lines { segments, stroke } if stroke.colour == Colour::Ink => Some(segments[0][0].y),
        _ => None,
    });
    assert!(near(label(&drawing, "0").at.y - 4.4, ink.unwrap()));
}

#[test]
fn words_on_a_gridline_get_a_white_ground_after_the_grid() {
    let drawing = path::draw(&call_outs());
    let grid = drawing
        .marks
        .iter()
        .position(|mark| matches!(mark, DrawnMark::Lines { stroke, .. } if stroke.colour == Colour::Hair));
    let ground = drawing
        .marks
        .iter()
        .position(|mark| matches!(mark, DrawnMark::Rect { paint, .. } if paint.fill == Some(Colour::White)));
    let first_line = drawing.marks.iter().position(|mark| matches!(mark, DrawnMark::Polyline { .. }));
    assert!(grid < ground && ground < first_line, "{grid:?} {ground:?} {first_line:?}");
}

fn ledger_row(name: &str, cash: f64, in_kind: f64, gain: Option<f64>) -> LedgerRow {
    LedgerRow {
        name: name.into(),
        cash,
        in_kind,
        given_label: format!("{}", (cash + in_kind) / 1000.0),
        gain,
        gain_label: gain.map_or_else(|| "not estimated".into(), |gain| format!("{}", gain / 1000.0)),
        words: "gains £26,000 more than it gives".into(),
        strong: false,
    }
}

fn ledger(rows: Vec<LedgerRow>) -> LedgerPlot {
    LedgerPlot { gives: "gives".into(), gains: "gains (estimate)".into(), rows }
}

#[test]
fn bars_share_one_scale_from_one_zero() {
    let plot = ledger(vec![
        ledger_row("Eastholme County Council", 150_000.0, 0.0, Some(176_000.0)),
        ledger_row("Saltmere District Council", 110_000.0, 26_000.0, Some(38_000.0)),
    ]);
    let drawing = ledger::draw(&plot, Width::Wide);
    let bars: Vec<_> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            DrawnMark::Rect { corner, width, paint, .. } => Some((corner.x, *width, paint.fill)),
            _ => None,
        })
        .collect();
    let [(cash, wide, _), (gain, gained, _), (own, own_wide, _), (kind, kind_wide, fill), _] = bars[..] else {
        panic!("{bars:?}")
    };
    assert!(near(cash, 212.0) && near(wide / 150.0, own_wide / 110.0) && near(wide / 150.0, gained / 176.0));
    assert!(near(cash + wide, own + own_wide) && near(gain, cash + wide), "one zero");
    assert!(near(kind + kind_wide, own) && fill == Some(Colour::White), "in kind stands outside cash");
}

#[test]
fn not_estimated_is_said_in_words() {
    let plot = ledger(vec![ledger_row("Lantern Street Trust", 0.0, 18_000.0, None)]);
    for width in [Width::Wide, Width::Narrow] {
        let drawing = ledger::draw(&plot, width);
        assert_eq!(label(&drawing, "not estimated").colour, Colour::Grey);
        assert!(
            !drawing
                .marks
                .iter()
                .any(|mark| matches!(mark, DrawnMark::Rect { paint, .. } if paint.fill == Some(Colour::Turquoise)))
        );
        stays_inside(&drawing).unwrap();
    }
}

#[test]
fn the_sentence_with_the_point_is_strong() {
    let row = LedgerRow { strong: true, ..ledger_row("A", 1.0, 0.0, Some(2.0)) };
    let drawing = ledger::draw(&ledger(vec![row]), Width::Wide);
    assert_eq!(label(&drawing, "gains £26,000 more than it gives").weight, Weight::Semibold);
}

#[test]
fn the_current_step_stands_out() {
    let steps = ["Informal network", "Limited sharing", "Aligned", "Pooled budget", "Separate body", "Merged"];
    let plot = StepsPlot { steps: steps.map(String::from).to_vec(), current: Some(3) };
    for width in [Width::Wide, Width::Narrow] {
        let drawing = steps::draw(&plot, width);
        assert_eq!(label(&drawing, "Pooled budget").weight, Weight::Semibold);
        assert_eq!(label(&drawing, "Merged").weight, Weight::Regular);
        stays_inside(&drawing).unwrap();
    }
}

#[test]
fn the_marks_fill_their_boxes() {
    for shape in [Mark::OnTrack, Mark::Behind, Mark::OffTrack, Mark::NotRated, Mark::NotDue] {
        stays_inside(&mark(shape)).unwrap();
    }
    for filled in 0..=4 {
        stays_inside(&depth(filled)).unwrap();
    }
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z0-9£%,. ]{0,12}",
        "\\PC{0,60}",
        Just(String::new()),
        Just("W".repeat(80)),
        Just("Rhagolwg 1,234,567.8%".to_owned())
    ]
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![-1e3..1e3, 0.0..=100.0, -1e12..1e12, any::<f64>(), Just(0.0), Just(100.0), (0..300).prop_map(f64::from)]
}

fn any_value() -> impl Strategy<Value = Option<PlotValue>> {
    proptest::option::of((any_number(), any_words()).prop_map(|(value, label)| PlotValue { value, label }))
}

fn any_points() -> impl Strategy<Value = Vec<PlotPoint>> {
    let point = (0_u8..7, any_number(), any_words(), any::<bool>());
    proptest::collection::vec(
        point.prop_map(|(slot, value, label, hollow)| PlotPoint { slot, value, label, hollow }),
        0..7,
    )
}

proptest! {
    #[test]
    fn no_path_chart_leaves_its_box(
        slots in proptest::collection::vec(any_words(), 0..18),
        unit_sign in prop_oneof![Just(""), Just("%")],
        from_zero: bool,
        (baseline, forecast, target) in (any_value(), any_value(), any_value()),
        (path, actual) in (any_points(), any_points()),
        current_slot in 0_u8..8,
        path_label in any_words(),
    ) {
        let unit_sign = unit_sign.to_owned();
        let gaps = vec![PlotGap { slot: current_slot, label: path_label.clone() }];
        let plot = PathPlot {
            slots, unit_sign, from_zero, baseline, path, actual, gaps, current_slot, path_label, forecast, target,
         steps: Vec::new(), breaks: Vec::new(), anew: Vec::new() };
        stays_inside(&path::draw(&plot))?;
    }

    #[test]
    fn no_ledger_leaves_its_box(
        rows in proptest::collection::vec(
            (any_words(), any_number(), any_number(), any_words(), proptest::option::of(any_number()), any_words()),
            0..9,
        ),
        (gives, gains) in (any_words(), any_words()),
    ) {
        let rows = rows.into_iter().map(|(name, cash, in_kind, label, gain, words)| LedgerRow {
            name, cash, in_kind, given_label: label.clone(), gain, gain_label: label, words, strong: false,
        });
        let plot = LedgerPlot { gives, gains, rows: rows.collect() };
        stays_inside(&ledger::draw(&plot, Width::Wide))?;
        stays_inside(&ledger::draw(&plot, Width::Narrow))?;
    }

    #[test]
    fn no_steps_and_no_key_leave_their_boxes(
        steps in proptest::collection::vec(any_words(), 0..8),
        current in proptest::option::of(0_u8..9),
        words in any_words(),
    ) {
        let plot = StepsPlot { steps, current };
        stays_inside(&steps::draw(&plot, Width::Wide))?;
        stays_inside(&steps::draw(&plot, Width::Narrow))?;
        let key = PathKey {
            actual: words.clone(), provisional: words.clone(), path: words.clone(), forecast: words.clone(),
            target: words.clone(), baseline: words,
        };
        stays_inside(&key::draw(&key))?;
    }
}
