//! Days and moments in words.

use chrono::{Datelike, NaiveDate, Timelike};

use crate::detect::date::month_name;
use crate::text::Published;

/// "4 August 2018"
pub fn day(date: NaiveDate) -> String {
    crate::review::period::written(date)
}

/// "4 Aug"
pub fn short_day(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month_name(date.month()).and_then(|name| name.get(..3)).unwrap_or_default())
}

/// "Aug 2018"
pub fn short_month(date: NaiveDate) -> String {
    format!("{} {}", month_name(date.month()).and_then(|name| name.get(..3)).unwrap_or_default(), date.year())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_of_publication_names_its_zone() {
        let moment = |written: &str| published(written.parse().unwrap());
        assert_eq!(moment("2018-08-04T15:14:00+03:00"), "4 August 2018, 15:14 UTC+3");
        assert_eq!(moment("2018-08-04T15:14:00Z"), "4 August 2018, 15:14 UTC");
        assert_eq!(moment("2018-08-04T15:14:00+05:30"), "4 August 2018, 15:14 UTC+5:30");
        assert_eq!(moment("2018-08-04"), "4 August 2018");
    }
}
