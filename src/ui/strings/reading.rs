//! Dates in words.

use chrono::{Datelike, NaiveDate, Timelike, Weekday};

use crate::text::Published;

const MONTHS: [&str; 12] = [
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

fn month(number: u32) -> Option<&'static str> {
    MONTHS.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// "4 August 2018"
pub fn day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date.month()).unwrap_or_default(), date.year())
}

/// "4 Aug"
pub fn short_day(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month(date.month()).and_then(|name| name.get(..3)).unwrap_or_default())
}

/// "Aug 2018"
pub fn short_month(date: NaiveDate) -> String {
    format!("{} {}", month(date.month()).and_then(|name| name.get(..3)).unwrap_or_default(), date.year())
}

/// "4 August 2018, 15:14 UTC+3"
pub fn published(published: Published) -> String {
    let Published::Moment(moment) = published else { return day(published.day()) };
    let minutes = moment.offset().local_minus_utc() / 60;
    let zone = match (minutes, minutes % 60) {
        (0, _) => "UTC".to_owned(),
        (_, 0) => format!("UTC{:+}", minutes / 60),
        (_, rest) => format!("UTC{:+}:{:02}", minutes / 60, rest.abs()),
    };
    format!("{}, {:02}:{:02} {zone}", day(moment.date_naive()), moment.hour(), moment.minute())
}

/// "25 %"
pub fn percent(share: u8) -> String {
    format!("{share} %")
}

/// A TIMEX3 value in words: `2018-06-08` is "Friday, 8 June 2018", `2018-W23` "week 23 of 2018", `P3D` "3 days".
///
/// A value that has no words stays as it is.
pub fn timex(value: &str) -> String {
    in_words(value).unwrap_or_else(|| value.to_owned())
}

fn in_words(value: &str) -> Option<String> {
    match value {
        "PRESENT_REF" => return Some("now".to_owned()),
        "PAST_REF" => return Some("in the past".to_owned()),
        "FUTURE_REF" => return Some("in the future".to_owned()),
        _ => {}
    }
    if let Some(length) = value.strip_prefix('P') {
        return duration(length);
    }
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let mut words = calendar(date)?;
    if let Some(time) = time {
        words = match part_of_day(time) {
            Some(part) => format!("{words}, {part}"),
            None => format!("{words}, {}", time.trim_end_matches('Z')),
        };
    }
    Some(words)
}

fn part_of_day(time: &str) -> Option<&'static str> {
    Some(match time {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "in working hours",
        _ => return None,
    })
}

fn calendar(date: &str) -> Option<String> {
    if let Ok(date) = date.parse::<NaiveDate>() {
        return Some(format!("{}, {}", weekday(date.weekday()), day(date)));
    }
    let mut parts = date.split('-');
    let year = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let unknown_year = year == "XXXX";
    let of_year = |words: String| if unknown_year { words } else { format!("{words} {year}") };
    Some(match rest.as_slice() {
        [] if unknown_year => return None,
        [] if year.len() == 4 => year.to_owned(),
        [] if year.len() == 3 => format!("the {year}0s"),
        [] if year.len() == 2 => format!("{} century", ordinal(year.parse::<u32>().ok()? + 1)),
        [part] => match *part {
            "SP" => of_year("spring".to_owned()),
            "SU" => of_year("summer".to_owned()),
            "FA" => of_year("autumn".to_owned()),
            "WI" => of_year("winter".to_owned()),
            "H1" => of_year("first half of".to_owned()),
            "H2" => of_year("second half of".to_owned()),
            "Q1" => of_year("first quarter of".to_owned()),
            "Q2" => of_year("second quarter of".to_owned()),
            "Q3" => of_year("third quarter of".to_owned()),
            "Q4" => of_year("fourth quarter of".to_owned()),
            week if week.starts_with('W') => format!("week {} of {year}", week.trim_start_matches('W')),
            number => of_year(month(number.parse().ok()?)?.to_owned()),
        },
        [week, "WE"] if week.starts_with('W') => {
            format!("weekend of week {} of {year}", week.trim_start_matches('W'))
        }
        [number, "XX"] => of_year(format!("a day in {}", month(number.parse().ok()?)?)),
        [number, day] => {
            let (day, number) = (day.parse::<u32>().ok()?, number.parse().ok()?);
            of_year(format!("{day} {}", month(number)?))
        }
        _ => return None,
    })
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn duration(length: &str) -> Option<String> {
    let (length, time) = length.strip_prefix('T').map_or((length, false), |length| (length, true));
    let unit_at = length.char_indices().find(|(_, c)| c.is_ascii_alphabetic() && *c != 'X').map(|(at, _)| at)?;
    let (number, unit) = length.split_at_checked(unit_at)?;
    let (one, many) = match (unit, time) {
        ("Y", _) => ("year", "years"),
        ("M", false) => ("month", "months"),
        ("M", true) => ("minute", "minutes"),
        ("W", _) => ("week", "weeks"),
        ("D", _) => ("day", "days"),
        ("H", _) => ("hour", "hours"),
        ("S", _) => ("second", "seconds"),
        ("Q", _) => ("quarter", "quarters"),
        ("WE", _) => ("weekend", "weekends"),
        ("DE", _) => ("decade", "decades"),
        ("CE", _) => ("century", "centuries"),
        _ => return None,
    };
    Some(match number {
        "X" => format!("some {many}"),
        "1" => format!("1 {one}"),
        number => format!("{number} {many}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_words() {
        for (value, words) in [
            ("2018-06-08", "Friday, 8 June 2018"),
            ("2018-07", "July 2018"),
            ("2018", "2018"),
            ("201", "the 2010s"),
            ("19", "20th century"),
            ("2018-W23", "week 23 of 2018"),
            ("2018-SU", "summer 2018"),
            ("2018-Q2", "second quarter of 2018"),
            ("2018-06-08TEV", "Friday, 8 June 2018, evening"),
            ("2018-08-04T15:14", "Saturday, 4 August 2018, 15:14"),
            ("XXXX-06-08", "8 June"),
            ("XXXX-07", "July"),
            ("P3D", "3 days"),
            ("P1Y", "1 year"),
            ("PXY", "some years"),
            ("PT2H", "2 hours"),
            ("PRESENT_REF", "now"),
            ("nonsense", "nonsense"),
        ] {
            assert_eq!(timex(value), words, "{value}");
        }
    }

    #[test]
    fn the_moment_of_publication_names_its_zone() {
        let moment = |written: &str| published(written.parse().unwrap());
        assert_eq!(moment("2018-08-04T15:14:00+03:00"), "4 August 2018, 15:14 UTC+3");
        assert_eq!(moment("2018-08-04T15:14:00Z"), "4 August 2018, 15:14 UTC");
        assert_eq!(moment("2018-08-04T15:14:00+05:30"), "4 August 2018, 15:14 UTC+5:30");
        assert_eq!(moment("2018-08-04"), "4 August 2018");
    }
}
