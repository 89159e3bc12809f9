//! Days and moments in words.

use std::cell::Cell;

use chrono::{Datelike, NaiveDate, Timelike};

use crate::detect::date::{month_name, short_month_name};
use crate::text::Published;

thread_local! {
    /// The reader writes the month before the day.
    static MONTH_FIRST: Cell<bool> = const { Cell::new(false) };
}

/// Says once, at the start, in which order the reader writes day and month.
pub fn write_month_first(month_first: bool) {
    MONTH_FIRST.set(month_first);
}

/// "4 August 2018", or "August 4, 2018" where the reader writes it so.
pub fn day(date: NaiveDate) -> String {
    if MONTH_FIRST.get() {
        format!("{} {}, {}", month_name(date.month()).unwrap_or_default(), date.day(), date.year())
    } else {
        crate::review::period::written(date)
    }
}

/// "4 Aug", or "Aug 4" where the reader writes it so.
pub fn short_day(date: NaiveDate) -> String {
    let month = short_month_name(date.month());
    if MONTH_FIRST.get() { format!("{month} {}", date.day()) } else { format!("{} {month}", date.day()) }
}

/// "Aug 2018"
pub fn short_month(date: NaiveDate) -> String {
    format!("{} {}", short_month_name(date.month()), date.year())
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

    #[test]
    fn day_and_month_stand_in_the_order_of_the_reader() {
        write_month_first(true);
        assert_eq!(published("2018-08-04T15:14:00Z".parse().unwrap()), "August 4, 2018, 15:14 UTC");
        write_month_first(false);
        assert_eq!(day("2018-08-04".parse().unwrap()), "4 August 2018");
    }
}
