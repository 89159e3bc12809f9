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
    ("accusation", "an accusation"),
    ("cause", "cause and effect"),
    ("clock", "time of day"),
    ("comparison", "a comparison"),
    ("date", "has a date"),
    ("denial", "a denial"),
    ("duration", "length of time"),
    ("event", "something that happened"),
    ("iso", "date in figures"),
    ("law", "law or ruling"),
    ("month", "month"),
    ("month-day", "month and day"),
    ("month-day-year", "full date"),
    ("month-year", "month and year"),
    ("number", "has a number"),
    ("prediction", "a prediction"),
    ("quantity", "has a quantity"),
    ("quotation-marks", "quotation marks"),
    ("record", "a first or a most"),
    ("relative", "relative to another date"),
    ("reported", "reported by a source"),
    ("season", "season"),
    ("set", "comes again and again"),
    ("weekday", "weekday"),
    ("year", "year"),
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
