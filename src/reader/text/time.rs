//! Moments as files have them: RFC 3339, to the second.

use chrono::{DateTime, FixedOffset, NaiveTime, Timelike, Utc};

use super::calendar_day;

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

/// The moment that `written` names, such as `2018-08-04T15:14:00+03:00` or `2018-08-04T12:14:00Z`. Fractions of a second
/// are left out, and a leap second is the one before it.
#[must_use]
pub fn read(written: &str) -> Option<DateTime<FixedOffset>> {
    let day = calendar_day(written.get(..10)?)?;
    let rest = written.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = rest.split_at_checked(8)?;
    let [hour, minute, second] = numbers(clock)?;
    let clock = NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second })?;
    let zone = match rest.strip_prefix('.') {
        None => rest,
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
            (zone.len() < fraction.len()).then_some(zone)?
        }
    };
    let east = match zone.strip_prefix(['+', '-']) {
        None => matches!(zone, "Z" | "z").then_some(0)?,
        Some(offset) => {
            let [hours, minutes] = numbers(offset)?;
            let seconds = i32::try_from((hours * 60 + minutes) * 60).ok().filter(|_| minutes < 60)?;
            if zone.starts_with('-') { -seconds } else { seconds }
        }
    };
    let offset = FixedOffset::east_opt(east)?;
    let utc = day.and_time(clock).checked_sub_offset(offset)?;
    Some(DateTime::from_naive_utc_and_offset(utc, offset))
}

/// The numbers of two digits, with colons between them.
fn numbers<const N: usize>(written: &str) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut parts = written.split(':');
    for number in &mut numbers {
        let digits = parts.next().filter(|digits| digits.len() == 2)?;
        *number = digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())??;
    }
    parts.next().is_none().then_some(numbers)
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
