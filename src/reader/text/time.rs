//! Moments as files have them: RFC 3339, to the second.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};

use super::cut::cut;

/// The English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number that `written` is, where it is digits and nothing else.
///
/// The one reader of numbers: each kind of number of the standard library would bring its own.
#[must_use]
pub(crate) fn number(written: &str) -> Option<u64> {
    let digits = written.bytes().try_fold(0_u64, |number, digit| {
        let value = char::from(digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add(u64::from(value))
    });
    digits.filter(|_| !written.is_empty())
}

/// The number at `at` of `length` digits.
fn digits(written: &str, at: usize, length: usize) -> Option<u32> {
    u32::try_from(number(written.get(at..at + length)?)?).ok()
}

/// Whether one of `marks` stands at `at`.
fn stands(written: &str, at: usize, marks: &[u8]) -> bool {
    written.as_bytes().get(at).is_some_and(|mark| marks.contains(mark))
}

/// The day that `YYYY-MM-DD` names, where there is such a day.
#[must_use]
pub fn calendar_day(written: &str) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(
        i32::try_from(digits(written, 0, 4)?).ok()?,
        digits(written, 5, 2)?,
        digits(written, 8, 2)?,
    );
    day.filter(|_| written.len() == 10 && stands(written, 4, b"-") && stands(written, 7, b"-"))
}

/// The moment that `written` names, such as `2018-08-04T15:14:00+03:00` or `2018-08-04T12:14:00Z`. Fractions of a second
/// are left out, and a leap second is the one before it.
#[must_use]
pub fn read(written: &str) -> Option<DateTime<FixedOffset>> {
    let day = calendar_day(written.get(..10)?)?;
    let (hour, minute, second) = (digits(written, 11, 2)?, digits(written, 14, 2)?, digits(written, 17, 2)?);
    let clock = NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second })?;
    if !(stands(written, 10, b"Tt ") && stands(written, 13, b":") && stands(written, 16, b":")) {
        return None;
    }
    let mut zone = written.get(19..)?;
    if let Some(fraction) = zone.strip_prefix('.') {
        zone = cut(fraction, |byte| !byte.is_ascii_digit()).1;
        (zone.len() < fraction.len()).then_some(())?;
    }
    let east = if matches!(zone, "Z" | "z") {
        0
    } else {
        let (hours, minutes) = (digits(zone, 1, 2)?, digits(zone, 4, 2)?);
        let whole = zone.len() == 6 && stands(zone, 0, b"+-") && stands(zone, 3, b":") && minutes < 60;
        let seconds = i32::try_from((hours * 60 + minutes) * 60).ok().filter(|_| whole)?;
        if stands(zone, 0, b"-") { -seconds } else { seconds }
    };
    let offset = FixedOffset::east_opt(east)?;
    let utc = day.and_time(clock).checked_sub_offset(offset)?;
    Some(DateTime::from_naive_utc_and_offset(utc, offset))
}

/// `moment` on its own clock: `2018-08-04T15:14:00+03:00`.
#[must_use]
pub fn written(moment: DateTime<FixedOffset>) -> String {
    let (day, clock) = (moment.date_naive(), moment.time());
    format!("{day}T{:02}:{:02}:{:02}{}", clock.hour(), clock.minute(), clock.second(), moment.offset())
}

/// `moment` in UTC: `2018-08-04T12:14:00Z`.
#[must_use]
pub fn in_utc(moment: DateTime<Utc>) -> String {
    let mut written = written(moment.fixed_offset());
    written.truncate(written.len() - "+00:00".len());
    written.push('Z');
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for moment in ["2018-08-04T15:14:00+03:00", "1999-12-31T23:59:59-09:30", "2020-02-29T00:00:00+00:00"] {
            assert_eq!(written(read(moment).unwrap()), moment);
            let same = DateTime::parse_from_rfc3339(moment).unwrap();
            assert_eq!(read(moment).unwrap(), same);
            assert_eq!(in_utc(same.to_utc()), same.to_utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
        }
    }

    #[test]
    fn reads_the_other_notations() {
        let noon = DateTime::parse_from_rfc3339("2018-08-04T12:00:59Z").unwrap();
        for moment in ["2018-08-04t12:00:59z", "2018-08-04 12:00:59.25Z", "2018-08-04T12:00:60Z"] {
            assert_eq!(read(moment), Some(noon), "{moment}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for moment in [
            "",
            "2018-08-04",
            "2018-08-04T12:00Z",
            "2018-08-04T12:00:00",
            "2018-08-04T12:00:00.Z",
            "2018-08-04T25:00:00Z",
            "2018-02-30T12:00:00Z",
            "2018-08-04T12:00:00+3:00",
            "2018-08-04T12:00:00+03:60",
            "2018-08-04T12:00:00+99:00",
            "2018-08-04T12:00:00Z ",
            "2018-08-04T12:+1:00Z",
            "12018-08-04T12:00:00Z",
            "é018-08-04T12:00:00Z",
        ] {
            assert_eq!(read(moment), None, "{moment}");
        }
    }
}
