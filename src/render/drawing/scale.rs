//! The axis of a line chart: three to five round ticks round some values.

/// The values printed along an axis, from the lowest to the highest, at even steps.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ticks {
    /// At least two, rising.
    pub values: Vec<f64>,
    /// How many decimals they need.
    pub decimals: usize,
}

/// Beyond this the axis would say nothing more, and its arithmetic could overflow.
const LARGEST: f64 = 1e15;

impl Ticks {
    /// Chooses ticks round the values. With `from_zero` the axis holds zero; without it, the lowest value does not
    /// stand on the axis itself, where a line would be hidden. With a `ceiling` (100%), no tick stands above it.
    pub(super) fn around(values: &[f64], from_zero: bool, ceiling: Option<f64>) -> Self {
        let values: Vec<f64> = values.iter().filter(|v| v.is_finite()).map(|v| v.clamp(-LARGEST, LARGEST)).collect();
        let mut low = values.iter().copied().reduce(f64::min).unwrap_or(0.0);
        let mut high = values.iter().copied().reduce(f64::max).unwrap_or(low);
        if from_zero {
            low = low.min(0.0);
            high = high.max(0.0);
        }
        if high - low < 1e-9 * high.abs().max(1.0) {
            // One value, or all the same: room on both sides, as far as there is any.
            let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
            let (lowest, highest) = (low, high);
            low = if lowest >= 0.0 { (lowest - room).max(0.0) } else { lowest - room };
            high = highest + room;
        }
        let ceiling = ceiling.filter(|&ceiling| values.iter().all(|&v| v <= ceiling));
        steps_near((high - low) / 4.0)
            .into_iter()
            .filter_map(|step| candidate(low, high, from_zero, step))
            .filter(|found| ceiling.is_none_or(|ceiling| found.highest() <= ceiling + 1e-9))
            .min_by(|a, b| a.range().total_cmp(&b.range()).then(b.values.len().cmp(&a.values.len())))
            .unwrap_or_else(|| Self {
                values: vec![low, ceiling.map_or(high, |c| high.min(c)).max(low + 1e-6)],
                decimals: 0,
            })
    }

    pub(super) fn lowest(&self) -> f64 {
        self.values.first().copied().unwrap_or(0.0)
    }

    pub(super) fn highest(&self) -> f64 {
        self.values.last().copied().unwrap_or(1.0)
    }

    fn range(&self) -> f64 {
        self.highest() - self.lowest()
    }

    /// A tick as it is printed: commas between thousands, a true minus, the unit's sign.
    pub(super) fn words(&self, value: f64, sign: &str) -> String {
        let digits = format!("{:.*}", self.decimals, value.abs());
        let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
        let mut words = String::new();
        if value < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
            words.push('−');
        }
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                words.push(',');
            }
            words.push(digit);
        }
        words.push_str(rest);
        words.push_str(sign);
        words
    }
}

/// A round step, as digits and a power of ten.
#[derive(Clone, Copy)]
struct Step {
    digits: f64,
    power: i32,
}

/// The round steps of the right size. Fours and eights are not round behind a decimal point.
fn steps_near(rough: f64) -> Vec<Step> {
    let power = rough.log10().floor() as i32;
    let steps =
        (power - 1..=power + 1).flat_map(|power| [1.0, 2.0, 4.0, 5.0, 8.0].map(|digits| Step { digits, power }));
    steps.filter(|step| step.power >= 0 || ![4.0, 8.0].contains(&step.digits)).collect()
}

/// The ticks a step would give, if there are three to five of them.
fn candidate(low: f64, high: f64, from_zero: bool, step: Step) -> Option<Ticks> {
    let size = step.digits * 10_f64.powi(step.power);
    let mut first = (low / size + 1e-9).floor();
    let last = (high / size - 1e-9).ceil();
    if !from_zero && (low - first * size).abs() < size * 1e-6 && low != 0.0 {
        first -= 1.0;
    }
    if !(2.0..=4.0).contains(&(last - first)) {
        return None;
    }
    let decimals = usize::try_from(-step.power).unwrap_or(0);
    let values = (0..=(last - first) as i32).map(|at| (first + f64::from(at)) * size).collect();
    Some(Ticks { values, decimals })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(values: &[f64], from_zero: bool, sign: &str) -> Vec<String> {
        let ticks = Ticks::around(values, from_zero, (sign == "%").then_some(100.0));
        ticks.values.iter().map(|&value| ticks.words(value, sign)).collect()
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(words(&[0.0, 104.0, 240.0], true, ""), ["0", "80", "160", "240"]);
        assert_eq!(words(&[61.0, 80.0, 85.0], false, "%"), ["60%", "70%", "80%", "90%"]);
    }

    #[test]
    fn steps_behind_a_decimal_point_are_as_round() {
        assert_eq!(words(&[2.9, 3.1], false, ""), ["2.8", "2.9", "3.0", "3.1"]);
    }

    #[test]
    fn a_target_does_not_stand_on_the_axis() {
        assert_eq!(words(&[160.0, 201.0, 212.0], false, ""), ["140", "160", "180", "200", "220"]);
    }

    #[test]
    fn no_percentage_axis_goes_past_a_hundred() {
        assert_eq!(words(&[81.0, 97.0], false, "%").last().map(String::as_str), Some("100%"));
        assert_eq!(words(&[100.0], false, "%").last().map(String::as_str), Some("100%"));
    }

    #[test]
    fn equal_values_get_room_on_both_sides() {
        let ticks = Ticks::around(&[50.0, 50.0], false, None);
        assert!(ticks.lowest() < 50.0 && ticks.highest() > 50.0);
        let ticks = Ticks::around(&[0.0], true, None);
        assert!(ticks.lowest() <= 0.0 && ticks.highest() > 0.0);
    }

    #[test]
    fn large_and_negative_numbers_read_well() {
        assert_eq!(words(&[-30.0, 10.0], true, ""), ["−30", "−20", "−10", "0", "10"]);
        assert_eq!(words(&[0.0, 1_000_000.0], true, "").last().map(String::as_str), Some("1,000,000"));
    }
}
