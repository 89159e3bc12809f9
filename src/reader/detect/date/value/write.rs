//! Values as they are written.

use std::fmt;

use super::{Clock, Length, Point, Quantity, TimeOfDay, TimexValue, Within, Year};

/// Writes two digits, or `XX`.
struct Two(Option<u8>);

impl fmt::Display for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("XX"),
            Some(number) => write!(f, "{number:02}"),
        }
    }
}

/// Writes one digit, or `X`.
struct One(Option<u8>);

impl fmt::Display for One {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("X"),
            Some(number) => write!(f, "{number}"),
        }
    }
}

impl fmt::Display for TimexValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Length(length) => length.fmt(f),
            Self::Reference(reference) => f.write_str(reference.code()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.before_christ {
            f.write_str("BC")?;
        }
        match self.year {
            Year::Open => f.write_str("XXXX")?,
            Year::Century(century) => write!(f, "{century:02}")?,
            Year::Decade(decade) => write!(f, "{decade:03}")?,
            Year::Of(year) => write!(f, "{year:04}")?,
        }
        match self.within {
            Within::Whole => Ok(()),
            Within::Half(half) => write!(f, "-H{}", One(half)),
            Within::Quarter(quarter) => write!(f, "-Q{}", One(quarter)),
            Within::Season(season) => write!(f, "-{}", season.code()),
            Within::Month(month) => write!(f, "-{}", Two(month)),
            Within::Day(month, day) => write!(f, "-{}-{}", Two(month), Two(day)),
            Within::Week(week) => write!(f, "-W{}", Two(week)),
            Within::Weekday(week, day) => write!(f, "-W{}-{day}", Two(week)),
            Within::Weekend(week) => write!(f, "-W{}-WE", Two(week)),
        }?;
        match self.time {
            None => Ok(()),
            Some(TimeOfDay::Part(part)) => write!(f, "T{}", part.code()),
            Some(TimeOfDay::Clock(clock)) => clock.fmt(f),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{}:{}", Two(self.hour), Two(self.minute))?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        match self.zone {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(zone) => {
                let minutes = zone.unsigned_abs();
                write!(f, "{}{:02}:{:02}", if zone < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
            }
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut on_the_clock = false;
        for (quantity, unit) in &self.parts {
            if unit.is_clock() && !on_the_clock {
                f.write_str("T")?;
                on_the_clock = true;
            }
            match quantity {
                Quantity::Some => f.write_str("X")?,
                Quantity::Hundredths(number) => match (number / 100, number % 100) {
                    (whole, 0) => write!(f, "{whole}")?,
                    (whole, rest) if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10)?,
                    (whole, rest) => write!(f, "{whole}.{rest:02}")?,
                },
            }
            f.write_str(unit.code())?;
        }
        Ok(())
    }
}
