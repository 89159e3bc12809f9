//! Finds a passage by its words: exactly, then approximately, with what stands before and after it to choose among places.

use std::collections::HashMap;

use super::alignment::{Side, letters_of, tokens_of};
use super::confidence;
use crate::text::TextRange;

/// A passage as a `TextQuoteSelector` has it, with the place where it is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote<'a> {
    /// The marked words.
    pub exact: &'a str,
    /// Up to 32 characters before them.
    pub prefix: &'a str,
    /// Up to 32 characters after them.
    pub suffix: &'a str,
    /// Where they are expected, in bytes of the text that is searched.
    pub expected: u32,
}

/// Code points of prefix and suffix.
const CONTEXT: usize = 32;

/// Places looked at for one passage; the ones nearest to where it is expected.
const PLACES: usize = 24;

/// Passages of more tokens than this are found only exactly.
const LONGEST: usize = 256;

/// A passage of this many tokens may be known by its own words alone.
const TELLING: usize = 4;

/// Below this confidence nothing was found.
const LEAST: f32 = 0.6;

impl<'a> Quote<'a> {
    /// The passage of `text` at `range`, which is expected at byte `expected` of another text.
    #[must_use]
    pub fn of(text: &'a str, range: TextRange, expected: u32) -> Self {
        let before = text.get(..range.start as usize).unwrap_or_default();
        let after = text.get(range.end as usize..).unwrap_or_default();
        Self { exact: range.of(text), prefix: last_of(before), suffix: first_of(after), expected }
    }
}

/// Where a passage was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The place.
    pub range: TextRange,
    /// The words are the very same.
    pub exact: bool,
    /// How much of prefix and suffix stands there too, 0 to 2.
    pub surroundings: f32,
    /// 0 to 1.
    pub confidence: f32,
}

impl Found {
    pub(super) fn moved(self) -> super::Anchored {
        super::Anchored::Moved { range: self.range, confidence: self.confidence }
    }
}

/// A text with an index of its words, to look for many passages in it.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    side: Side,
    numbers: HashMap<&'a str, u32>,
    /// Where each word stands, by its number.
    of_word: Vec<Vec<usize>>,
}

impl<'a> Places<'a> {
    /// Reads `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut numbers = HashMap::new();
        let side = Side::new(text, &mut numbers);
        let mut of_word = vec![Vec::new(); numbers.len()];
        for (at, word) in side.words.iter().enumerate() {
            if let Some(places) = of_word.get_mut(*word as usize) {
                places.push(at);
            }
        }
        Self { text, side, numbers, of_word }
    }

    /// The likeliest place of `quote`; nothing where no place is likely.
    #[must_use]
    pub fn find(&self, quote: &Quote<'_>) -> Option<Found> {
        let tokens = tokens_of(quote.exact);
        let words: Vec<Option<u32>> =
            tokens.iter().map(|token| self.numbers.get(token.range.of(quote.exact)).copied()).collect();
        let best = |found: &mut dyn Iterator<Item = Found>| {
            found
                .filter(|found| found.confidence >= LEAST && (words.len() >= TELLING || found.surroundings >= 0.8))
                .max_by(|a, b| a.confidence.total_cmp(&b.confidence))
        };
        let starts = self.starts(&words, quote.expected);
        let exactly = best(&mut starts.iter().filter_map(|&start| {
            let range = self.exactly_at(&words, start)?;
            Some(self.weigh(quote, range, 1.0, true))
        }));
        if exactly.is_some() || words.len() > LONGEST {
            return exactly;
        }
        best(&mut starts.iter().filter_map(|&start| {
            let (range, similarity) = self.nearly_at(&words, letters_of(&tokens), start)?;
            Some(self.weigh(quote, range, similarity, false))
        }))
    }

    /// Token places where the passage may begin, going by its rarest words.
    fn starts(&self, words: &[Option<u32>], expected: u32) -> Vec<usize> {
        let places = |at: usize| {
            let number = words.get(at).copied().flatten();
            number.and_then(|number| self.of_word.get(number as usize)).map(Vec::as_slice).unwrap_or_default()
        };
        let mut rarest: Vec<(usize, usize)> = (0..words.len()).map(|at| (places(at).len(), at)).collect();
        rarest.retain(|(count, _)| *count > 0);
        rarest.sort_unstable();
        rarest.truncate(3);
        let expected = self.side.tokens.partition_point(|token| token.range.start < expected);
        let mut starts = Vec::new();
        for &(_, at) in &rarest {
            let places = places(at);
            let middle = places.partition_point(|place| *place < expected + at);
            let near = middle.saturating_sub(PLACES / 2)..(middle + PLACES / 2).min(places.len());
            starts.extend(places.get(near).unwrap_or_default().iter().map(|place| place.saturating_sub(at)));
        }
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    fn exactly_at(&self, words: &[Option<u32>], start: usize) -> Option<TextRange> {
        let place = start..start + words.len();
        let same = self.side.words.get(place.clone())?.iter().zip(words).all(|(there, word)| Some(*there) == *word);
        same.then(|| self.side.span(place))
    }

    /// The stretch around `start` that shares most with `words`, of so many letters, in order, and the share of letters it
    /// shares.
    fn nearly_at(&self, words: &[Option<u32>], letters: u32, start: usize) -> Option<(TextRange, f32)> {
        let slack = words.len() / 4 + 2;
        let window = start.saturating_sub(slack)..(start + words.len() + slack).min(self.side.tokens.len());
        let tokens = self.side.tokens.get(window.clone())?;
        let there = self.side.words.get(window)?;
        // Longest common subsequence, weighed by letters; `first` remembers where it began.
        let mut row: Vec<(u32, usize, usize)> = vec![(0, usize::MAX, 0); tokens.len() + 1];
        for word in words {
            let mut diagonal = (0, usize::MAX, 0);
            let mut left = (0, usize::MAX, 0);
            for (column, (token, there)) in tokens.iter().zip(there).enumerate() {
                let cell = row.get_mut(column + 1)?;
                let above = *cell;
                let mut best = if above.0 >= left.0 { above } else { left };
                if Some(*there) == *word {
                    let first = if diagonal.1 == usize::MAX { column } else { diagonal.1 };
                    let taken = (diagonal.0 + token.range.len(), first, column);
                    if taken.0 > best.0 {
                        best = taken;
                    }
                }
                *cell = best;
                (diagonal, left) = (above, best);
            }
        }
        let (shared, first, last) = *row.last()?;
        let range = tokens.get(first)?.range.cover(tokens.get(last)?.range);
        let all = letters + letters_of(tokens.get(first..=last)?);
        Some((range, ratio(2 * shared, all)))
    }

    fn weigh(&self, quote: &Quote<'_>, range: TextRange, similarity: f32, exact: bool) -> Found {
        let before = last_of(self.text.get(..range.start as usize).unwrap_or_default());
        let after = first_of(self.text.get(range.end as usize..).unwrap_or_default());
        let (prefix, suffix) = (context(quote.prefix, before), context(quote.suffix, after));
        let length = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        let position = 1.0 - ratio(range.start.abs_diff(quote.expected), length.max(1)).min(1.0);
        Found {
            range,
            exact,
            surroundings: prefix + suffix,
            confidence: confidence(similarity, prefix, suffix, position),
        }
    }
}

fn last_of(text: &str) -> &str {
    let start = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn first_of(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// How like what stands there is to what is expected; half where nothing is said about it.
fn context(expected: &str, there: &str) -> f32 {
    if expected.is_empty() && !there.is_empty() { 0.5 } else { likeness(expected, there) }
}

/// 1 for equal texts, 0 for texts with nothing in common: one less the edit distance over the longer length. White space
/// counts as a blank.
fn likeness(a: &str, b: &str) -> f32 {
    let plain = |text: &str| {
        text.chars().take(2 * CONTEXT).map(|c| if c.is_whitespace() { ' ' } else { c }).collect::<Vec<char>>()
    };
    let (a, b) = (plain(a), plain(b));
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 1.0;
    }
    let mut row: Vec<u32> = (0..).take(b.len() + 1).collect();
    for (above, x) in (1..).zip(&a) {
        let (mut diagonal, mut left) = (above - 1, above);
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let best = (diagonal + u32::from(x != y)).min(*cell + 1).min(left + 1);
            (diagonal, left) = (*cell, best);
            *cell = best;
        }
        if let Some(first) = row.first_mut() {
            *first = above;
        }
    }
    1.0 - ratio(row.last().copied().unwrap_or_default(), u32::try_from(longer).unwrap_or(u32::MAX))
}

#[expect(clippy::cast_precision_loss, reason = "a share")]
fn ratio(part: u32, of: u32) -> f32 {
    if of == 0 { 0.0 } else { part as f32 / of as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "In May the board met. In May the mayor wrote to the harbour master about the two cranes.";

    fn find(exact: &str, prefix: &str, suffix: &str) -> Option<(&'static str, u32)> {
        let found = Places::new(TEXT).find(&Quote { exact, prefix, suffix, expected: 0 })?;
        Some((found.range.of(TEXT), found.range.start))
    }

    #[test]
    fn surroundings_choose_among_equal_words() {
        assert_eq!(find("May", "met. In ", " the mayor wrote to"), Some(("May", 25)));
        assert_eq!(find("May", "In ", " the board met."), Some(("May", 3)));
        assert_eq!(find("May", "Quite another sentence: ", " was a queen's name"), None);
    }

    #[test]
    fn changed_words_are_found_nearly() {
        let found = find("the mayor wrote a letter to the harbour master", "", "");
        assert_eq!(found.map(|found| found.0), Some("the mayor wrote to the harbour master"));
        assert_eq!(find("no such words anywhere else at all", "", ""), None);
        assert_eq!(find("", "", ""), None);
    }

    #[test]
    fn likeness_is_one_less_the_share_of_edits() {
        assert!((likeness("abcd", "abxd") - 0.75).abs() < 1e-6);
        assert!((likeness("", "") - 1.0).abs() < 1e-6);
        assert!(likeness("abc", "") < 1e-6);
    }
}
