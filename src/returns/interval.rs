//! 95% intervals of means, shares and differences, unrounded; and whether two counts differ by more than chance.

use rust_decimal::{Decimal, prelude::FromPrimitive, prelude::ToPrimitive};

/// The 95% t interval of a mean, from its spread and the number of people: lower and upper end, unrounded. `None` for
/// fewer than 5 people, of whom no interval is worth having.
pub fn of_mean(mean: Decimal, spread: Decimal, people: u64) -> Option<(Decimal, Decimal)> {
    if people < 5 {
        return None;
    }
    let half = quantile(people - 1) * spread.to_f64()? / (people as f64).sqrt();
    let half = Decimal::from_f64(half)?;
    Some((mean.checked_sub(half)?, mean.checked_add(half)?))
}

/// The 95% interval of a share, from the part and the whole: lower and upper end, from 0 to 1. `None` where the whole is
/// zero or smaller than the part.
///
/// Source: Wilson, Probable inference, the law of succession, and statistical inference, 1927.
pub fn of_share(part: u64, whole: u64) -> Option<(f64, f64)> {
    if whole == 0 || part > whole {
        return None;
    }
    let (part, whole) = (part as f64, whole as f64);
    let share = part / whole;
    let square = Z * Z / whole;
    let centre = share + square / 2.0;
    let half = (square * (share * (1.0 - share) + square / 4.0)).sqrt();
    Some(((centre - half) / (1.0 + square), (centre + half) / (1.0 + square)))
}

/// The 95% interval of the difference between two shares of different people, the first less the second, each as part
/// and whole.
///
/// Source: Newcombe, Interval estimation for the difference between independent proportions, 1998, method 10.
pub fn of_difference(first: (u64, u64), second: (u64, u64)) -> Option<(f64, f64)> {
    let (lower, upper) = of_share(first.0, first.1)?;
    let (other_lower, other_upper) = of_share(second.0, second.1)?;
    let [share, other] = [first, second].map(|(part, whole)| part as f64 / whole as f64);
    let distance = |one: f64, two: f64| (one * one + two * two).sqrt();
    let difference = share - other;
    Some((
        difference - distance(share - lower, other_upper - other),
        difference + distance(upper - share, other - other_lower),
    ))
}

/// Whether two counts of equal stretches of time differ by more than chance, as counts of independent events do.
///
/// Source: the large-sample form of Przyborowski and Wilenski, Homogeneity of results in testing samples from Poisson
/// series, 1940.
pub fn counts_differ(one: Decimal, other: Decimal) -> bool {
    let [Some(one), Some(other)] = [one.to_f64(), other.to_f64()] else { return false };
    (one - other).abs() > Z * (one + other).max(0.0).sqrt()
}

/// The 97.5% point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The 97.5% point of Student's t, by the expansion of Fisher and Cornish: right to 3 places from 4 degrees of freedom
/// on.
fn quantile(freedom: u64) -> f64 {
    let freedom = freedom as f64;
    let power = |exponent| Z.powi(exponent);
    let first = (power(3) + Z) / 4.0;
    let second = (5.0 * power(5) + 16.0 * power(3) + 3.0 * Z) / 96.0;
    let third = (3.0 * power(7) + 19.0 * power(5) + 17.0 * power(3) - 15.0 * Z) / 384.0;
    let fourth = (79.0 * power(9) + 776.0 * power(7) + 1482.0 * power(5) - 1920.0 * power(3) - 945.0 * Z) / 92160.0;
    Z + first / freedom + second / freedom.powi(2) + third / freedom.powi(3) + fourth / freedom.powi(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_rose_by_between_one_and_four() {
        let (lower, upper) = of_mean(Decimal::new(24, 1), Decimal::new(46, 1), 47).unwrap();
        assert_eq!((lower.round_dp(1), upper.round_dp(1)), (Decimal::new(10, 1), Decimal::new(38, 1)));
    }

    #[test]
    fn the_quantile_is_that_of_the_tables() {
        for (freedom, expected) in [(4, 2.776), (9, 2.262), (29, 2.045), (46, 2.013), (1000, 1.962)] {
            assert!((quantile(freedom) - expected).abs() < 0.002, "{freedom}: {}", quantile(freedom));
        }
    }

    #[test]
    fn shares_are_those_of_the_papers() {
        // Newcombe 1998, table II, (a): 56 of 70 less 48 of 80.
        let (lower, upper) = of_difference((56, 70), (48, 80)).unwrap();
        assert!((lower - 0.0524).abs() < 0.0001 && (upper - 0.3339).abs() < 0.0001, "{lower} {upper}");
        // Newcombe 1998, two-sided intervals for the single proportion: 81 of 263.
        let (lower, upper) = of_share(81, 263).unwrap();
        assert!((lower - 0.2553).abs() < 0.0001 && (upper - 0.3662).abs() < 0.0001, "{lower} {upper}");
        assert_eq!(of_share(1, 0), None);
    }

    #[test]
    fn a_few_more_are_chance() {
        assert!(!counts_differ(Decimal::from(195), Decimal::from(201)));
        assert!(counts_differ(Decimal::from(150), Decimal::from(201)));
    }
}
