//! Why a passage is marked, in words.

/// What the cue with this name says, such as "month and day". A name without words is shown as it is, without dashes.
pub fn reason(name: &str) -> String {
    REASONS
        .binary_search_by_key(&name, |(name, _)| name)
        .ok()
        .and_then(|index| REASONS.get(index))
        .map_or_else(|| name.replace('-', " "), |(_, words)| (*words).to_owned())
}

/// Name of a cue and its words, sorted by name.
const REASONS: &[(&str, &str)] = &[
    ("accusation", "an accusation, a denial or a confirmation"),
    ("ago", "counted back from a date"),
    ("attribution", "whose word it is"),
    ("cause", "cause and effect"),
    ("century", "century"),
    ("change", "a rise, a fall or another change"),
    ("clock", "time of day"),
    ("comparison", "a comparison"),
    ("cue", "a verb of saying"),
    ("date", "a date or the order of events"),
    ("day", "day of the month"),
    ("day-from-today", "relative to the day of publication"),
    ("day-month", "day and month"),
    ("decade", "decade"),
    ("duration", "length of time"),
    ("earlier", "counted back from another date"),
    ("end-of", "end of a period"),
    ("era", "era"),
    ("evidence", "evidence named"),
    ("first-person", "somebody speaks of himself"),
    ("from-now", "counted from the day of publication"),
    ("future", "in the future"),
    ("half", "half of a year"),
    ("harm", "harm or danger"),
    ("holiday", "holiday"),
    ("intention", "something wanted or planned"),
    ("later", "counted from another date"),
    ("law", "a law, a ruling, a vote"),
    ("marks", "quotation marks"),
    ("money", "a sum of money"),
    ("month", "month"),
    ("month-day", "month and day"),
    ("month-year", "month and year"),
    ("now", "the present"),
    ("number", "a number"),
    ("numeric", "date in figures"),
    ("official-act", "an official act"),
    ("opinion", "an opinion"),
    ("part-of-day", "part of the day"),
    ("past", "in the past"),
    ("percentage", "a percentage"),
    ("period", "period"),
    ("prediction", "something said to be coming"),
    ("quantity", "an amount"),
    ("quarter", "quarter"),
    ("question", "a question"),
    ("recent", "the recent past"),
    ("record", "a first, a most, an only"),
    ("relative", "relative to another date"),
    ("season", "season"),
    ("season-years", "season over two years"),
    ("set", "again and again"),
    ("spelled-year", "year in words"),
    ("statistic", "a counted figure"),
    ("the-day", "a day named before"),
    ("the-weekend", "weekend"),
    ("vagueness", "nothing definite"),
    ("week-of", "week"),
    ("weekday", "weekday"),
    ("weekday-day", "weekday and day"),
    ("year", "year"),
    ("year-ago", "a year back"),
    ("year-end", "end of the year"),
    ("year-period", "part of a year"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_unique() {
        assert!(REASONS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn an_unknown_name_is_shown_without_dashes() {
        assert_eq!(reason("month-day"), "month and day");
        assert_eq!(reason("brand-new"), "brand new");
    }
}
