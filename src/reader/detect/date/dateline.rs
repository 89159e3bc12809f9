//! The dateline, where web pages run clock, zone and day together: "15:14 GMT +304 August 2018".

use chrono::Datelike;

use super::english::Word;
use super::lex::Line;
use super::phrase::Phrase;
use crate::text::{Published, TextRange};

/// The range of `phrase`, with the digits before it that are its day and were run together with the zone: the text's
/// own publication date, read from this line, says which they are. Sets the day. What lies before `free` is of another
/// expression: in "5:14August 2018" the 4 is of the clock.
#[must_use]
pub fn with_glued_day(
    line: &Line,
    phrase: &mut Phrase,
    range: TextRange,
    published: Published,
    free: u32,
) -> TextRange {
    let fields = &mut phrase.reading.fields;
    let day = published.day();
    let same_month = fields.month.map(u32::from) == Some(day.month()) && fields.year.map(i32::from) == Some(day.year());
    if !same_month || fields.day.is_some() {
        return range;
    }
    let glued = phrase.start.checked_sub(1).and_then(|at| day_at_end(line, at, published));
    let Some(glued) = glued.filter(|glued| free <= glued.start) else { return range };
    fields.day = u8::try_from(day.day()).ok();
    phrase.name = "day-month";
    glued.cover(range)
}

/// The range of `phrase`, a time of the clock, with the offset from Greenwich that follows its zone. Sets the offset.
#[must_use]
pub fn with_offset(line: &Line, phrase: &mut Phrase, range: TextRange, published: Published) -> TextRange {
    let (Some(clock), Published::Moment(moment)) = (&mut phrase.reading.fields.clock, published) else { return range };
    let is_sign = matches!(line.of(phrase.end), "+" | "-" | "−");
    let digits = phrase.end + 1;
    if !is_sign || line.word(digits) != Word::Digits {
        return range;
    }
    let Some(token) = line.lexemes.get(digits).map(|lexeme| lexeme.token.range) else { return range };
    let glued = day_at_end(line, digits, published);
    // "GMT+04 August": the digits are a day, and none of them an offset.
    if glued.is_none() && matches!(line.word(digits + 1), Word::Month(_) | Word::MonthShort(_)) {
        return range;
    }
    let end = glued.map_or(token.end, |day| day.start);
    clock.zone = i16::try_from(moment.offset().local_minus_utc() / 60).ok();
    range.cover(TextRange::new(range.start, end))
}

/// The digits at the end of token `at` that are the day of publication, where others stand before them.
fn day_at_end(line: &Line, at: usize, published: Published) -> Option<TextRange> {
    let (length, _) = line.digits(at)?;
    let written = line.of(at);
    let day = published.day().day();
    let digits = [format!("{day:02}"), day.to_string()].into_iter().find(|day| written.ends_with(day.as_str()))?;
    let token = line.lexemes.get(at)?.token.range;
    let width = u32::try_from(digits.len()).ok()?;
    (length > digits.len()).then(|| TextRange::new(token.end.saturating_sub(width), token.end))
}

#[cfg(test)]
mod tests {
    use crate::detect::date::testing::dates_of;

    #[test]
    fn a_dateline_run_together_comes_apart() {
        let text = "15:14 GMT +304 August 2018\n    Guard of honour at the airport\n\n    Minister Confirms Letter Was Sent\n\nThe letter was sent in July, the ministry said. It names a meeting on June 8.";
        let found: Vec<(String, String)> =
            dates_of(text, Some("2018-08-04")).into_iter().map(|(words, detail)| (words, detail.value)).collect();
        let expected = [
            ("15:14 GMT +3", "2018-08-04T15:14+03:00"),
            ("04 August 2018", "2018-08-04"),
            ("July", "2018-07"),
            ("June 8", "2018-06-08"),
        ];
        assert_eq!(found, expected.map(|(words, value)| (words.to_owned(), value.to_owned())));
    }

    #[test]
    fn a_day_alone_is_no_offset() {
        let found = dates_of("5:14 GMT+04 August 2018\n\nThe letter was sent.", Some("2018-08-04"));
        let words: Vec<&str> = found.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(words, ["5:14 GMT", "04 August 2018"]);
    }
}
