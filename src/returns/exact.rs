//! Exact arithmetic on figures: compared as fractions, rounded only to be said.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::People;

/// A figure as an exact fraction, in ten-thousandths. The bounds of the form keep every step within 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    over: i128,
    under: i128,
}

/// A decimal of at most four places in whole ten-thousandths.
pub fn ten_thousandths(number: Decimal) -> i128 {
    let number = number.round_dp(4);
    number.mantissa() * 10_i128.pow(4 - number.scale().min(4))
}

impl Exact {
    /// A figure as typed.
    pub fn of(number: Decimal) -> Self {
        Self { over: ten_thousandths(number), under: 1 }
    }

    /// A part of a whole, times a factor (100 for a percentage); `None` where the whole is zero.
    pub fn share(part: People, whole: People, factor: u64) -> Option<Self> {
        let under = i128::from(whole.get());
        (under > 0).then(|| Self { over: i128::from(part.get()) * i128::from(factor) * 10_000, under })
    }

    /// How it compares with a decimal.
    pub fn compare(self, number: Decimal) -> Ordering {
        self.compare_ten_thousandths(ten_thousandths(number))
    }

    /// How it compares with a number of ten-thousandths.
    pub fn compare_ten_thousandths(self, number: i128) -> Ordering {
        against(self.over, self.under, number)
    }

    /// How this figure as a percentage of `base` compares with `percent`. The base has to be above zero.
    pub fn compare_percent_of(self, base: Decimal, percent: Decimal) -> Ordering {
        // over / (under × 10⁴) × 100 against percent × base, with both sides in units of 10⁻⁸.
        against(self.over * 1_000_000, self.under, ten_thousandths(percent) * ten_thousandths(base))
    }

    /// Whether it is within `tolerance` of the number, the bounds included.
    pub fn is_near(self, number: Decimal, tolerance: Decimal) -> bool {
        let (number, tolerance) = (ten_thousandths(number), ten_thousandths(tolerance));
        self.compare_ten_thousandths(number - tolerance).is_ge()
            && self.compare_ten_thousandths(number + tolerance).is_le()
    }

    /// Less a decimal.
    #[must_use]
    pub fn less(self, number: Decimal) -> Self {
        Self { over: self.over - ten_thousandths(number) * self.under, under: self.under }
    }

    /// As a percentage of `base`, which has to be other than zero, rounded to so many places to be said.
    pub fn percent_of(self, base: Decimal, places: u32) -> Decimal {
        let base = ten_thousandths(base);
        rounded(self.over * 100, self.under * base, places)
    }

    /// Rounded half up, away from zero, to so many places (at most 4), to be said.
    pub fn rounded(self, places: u32) -> Decimal {
        rounded(self.over, self.under * 10_000, places)
    }
}

/// Compares `over / under` with a whole number.
fn against(over: i128, under: i128, number: i128) -> Ordering {
    // A product is sooner made than a quotient.
    if under > 0
        && let Some(number) = number.checked_mul(under)
    {
        return over.cmp(&number);
    }
    over.div_euclid(under).cmp(&number).then_with(|| over.rem_euclid(under).cmp(&0))
}

fn rounded(over: i128, under: i128, places: u32) -> Decimal {
    let places = places.min(4);
    let (over, under) = if under < 0 { (-over, -under) } else { (over, under) };
    let scaled = over.unsigned_abs() * 10_u128.pow(places);
    let under = under.unsigned_abs();
    let whole = scaled / under + u128::from(scaled % under * 2 >= under);
    let whole = i128::try_from(whole).unwrap_or(i128::MAX);
    let signed = if over < 0 { -whole } else { whole };
    Decimal::try_from_i128_with_scale(signed, places).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(number: u64) -> People {
        People::new(number).unwrap()
    }

    #[test]
    fn shares_are_compared_exactly_and_rounded_only_to_be_said() {
        let share = Exact::share(people(131), people(168), 100).unwrap();
        assert_eq!(share.rounded(1), Decimal::new(780, 1));
        assert!(share.compare(Decimal::from(78)).is_lt());
        assert!(share.is_near(Decimal::from(78), Decimal::new(5, 2)));
        assert!(!share.is_near(Decimal::new(781, 1), Decimal::new(5, 2)));
        assert_eq!(Exact::share(people(1), people(0), 100), None);
    }

    #[test]
    fn a_third_is_never_equal_to_a_decimal() {
        let third = Exact::share(people(1), people(3), 1).unwrap();
        assert_eq!(third.compare(Decimal::new(3333, 4)), Ordering::Greater);
        assert_eq!(third.compare(Decimal::new(3334, 4)), Ordering::Less);
        assert_eq!(third.compare_percent_of(Decimal::from(1), Decimal::new(3333, 2)), Ordering::Greater);
    }

    #[test]
    fn the_largest_figures_of_the_form_do_not_overflow() {
        let largest = Exact::share(people(1_000_000_000), people(999_999_999), 1_000_000_000).unwrap();
        let bound = Decimal::from(100_000_000_000_i64);
        assert!(largest.compare(bound).is_lt());
        assert!(largest.compare_percent_of(bound, bound).is_lt());
        assert_eq!(Exact::of(bound).less(-bound).rounded(0), Decimal::from(200_000_000_000_i64));
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(Exact::of(Decimal::new(-25, 2)).rounded(1), Decimal::new(-3, 1));
        assert_eq!(Exact::of(Decimal::new(201, 0)).percent_of(Decimal::from(185), 1), Decimal::new(1086, 1));
    }
}
