//! Lengths of time, and the distances of what comes again.

use super::calendar::fill;
use crate::detect::date::reading::{Amount, Reading};
use crate::detect::date::unit::Unit;
use crate::detect::date::value::{Length, Point, Quantity, TimexValue, Within, Year};

/// A length of time in TIMEX3's terms: decades are written as years, a half as months or minutes.
#[must_use]
pub fn length(amount: Amount, unit: Unit) -> Length {
    let (amount, unit) = match (unit, amount) {
        (Unit::Decade, Amount::Hundredths(number)) => (Amount::Hundredths(number.saturating_mul(10)), Unit::Year),
        (Unit::Century, Amount::Hundredths(number)) => (Amount::Hundredths(number.saturating_mul(100)), Unit::Year),
        (Unit::Decade, Amount::Vague) => (Amount::Vague, Unit::Year),
        (unit, amount) => (amount, unit),
    };
    let Amount::Hundredths(number) = amount else { return Length { parts: vec![(Quantity::Some, unit)] } };
    let half = match unit {
        Unit::Year => Some((6, Unit::Month)),
        Unit::Hour => Some((30, Unit::Minute)),
        Unit::Minute => Some((30, Unit::Second)),
        Unit::Day => Some((12, Unit::Hour)),
        _ => None,
    };
    match half {
        Some((half, smaller)) if number % 100 == 50 => {
            let mut parts =
                vec![(Quantity::Hundredths(number - 50), unit), (Quantity::Hundredths(half * 100), smaller)];
            if number == 50 {
                parts.remove(0);
            }
            Length { parts }
        }
        _ => Length { parts: vec![(Quantity::Hundredths(number), unit)] },
    }
}

pub(super) fn set(reading: &Reading) -> TimexValue {
    if let Some(unit) = reading.unit {
        return TimexValue::Length(length(reading.amount, unit));
    }
    TimexValue::Point(fill(Point::in_year(Year::Open, Within::Whole), &reading.fields))
}
