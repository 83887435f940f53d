//! The 95% interval of a mean.

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

/// The 97.5% point of Student's t, by the expansion of Fisher and Cornish: right to 3 places from 4 degrees of freedom
/// on.
fn quantile(freedom: u64) -> f64 {
    const Z: f64 = 1.959_963_984_540_054;
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
}
