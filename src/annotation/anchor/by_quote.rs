//! Finds a passage by its words: exactly, then approximately, with what stands before and after it to choose among places.

use std::collections::HashMap;

use super::confidence;
use crate::text::{TextRange, Token, token};

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
    tokens: Vec<Token>,
    of_word: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Places<'a> {
    /// Reads `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let tokens = tokens_of(text);
        let mut of_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, token) in tokens.iter().enumerate() {
            of_word.entry(token.range.of(text)).or_default().push(at);
        }
        Self { text, tokens, of_word }
    }

    /// The likeliest place of `quote`; nothing where no place is likely.
    #[must_use]
    pub fn find(&self, quote: &Quote<'_>) -> Option<Found> {
        let tokens = tokens_of(quote.exact);
        let words: Vec<&str> = tokens.iter().map(|token| token.range.of(quote.exact)).collect();
        let best = |found: &mut dyn Iterator<Item = Found>| {
            found
                .filter(|found| found.confidence >= LEAST && (words.len() >= TELLING || found.surroundings >= 0.8))
                .max_by(|a, b| a.confidence.total_cmp(&b.confidence))
        };
        let (starts, rarest) = self.starts(&words, quote.expected);
        let exactly = best(&mut starts.iter().filter_map(|&start| {
            let range = self.exactly_at(&words, start)?;
            Some(self.weigh(quote, range, 1.0, true))
        }));
        if exactly.is_some() || words.len() > LONGEST || rarest.is_empty() {
            return exactly;
        }
        best(&mut starts.iter().filter_map(|&start| {
            let (range, similarity) = self.nearly_at(&words, start)?;
            Some(self.weigh(quote, range, similarity, false))
        }))
    }

    /// Token places where the passage may begin, going by its rarest words; and those words' places in the passage.
    fn starts(&self, words: &[&str], expected: u32) -> (Vec<usize>, Vec<usize>) {
        let mut rarest: Vec<usize> = (0..words.len()).collect();
        let count = |at: &usize| words.get(*at).and_then(|word| self.of_word.get(word)).map_or(usize::MAX, Vec::len);
        rarest.retain(|at| count(at) != usize::MAX);
        rarest.sort_by_key(count);
        rarest.truncate(3);
        let expected = self.tokens.partition_point(|token| token.range.start < expected);
        let mut starts = Vec::new();
        for &at in &rarest {
            let places = words.get(at).and_then(|word| self.of_word.get(word)).map(Vec::as_slice).unwrap_or_default();
            let middle = places.partition_point(|place| *place < expected + at);
            let near = middle.saturating_sub(PLACES / 2)..(middle + PLACES / 2).min(places.len());
            starts.extend(places.get(near).unwrap_or_default().iter().map(|place| place.saturating_sub(at)));
        }
        starts.sort_unstable();
        starts.dedup();
        (starts, rarest)
    }

    fn exactly_at(&self, words: &[&str], start: usize) -> Option<TextRange> {
        let tokens = self.tokens.get(start..start + words.len())?;
        let same = tokens.iter().zip(words).all(|(token, word)| token.range.of(self.text) == *word);
        if !same {
            return None;
        }
        Some(tokens.first()?.range.cover(tokens.last()?.range))
    }

    /// The stretch around `start` that shares most with `words` in order, and the share of letters it shares.
    fn nearly_at(&self, words: &[&str], start: usize) -> Option<(TextRange, f32)> {
        let slack = words.len() / 4 + 2;
        let window = start.saturating_sub(slack)..(start + words.len() + slack).min(self.tokens.len());
        let tokens = self.tokens.get(window)?;
        // Longest common subsequence, weighed by letters; `first` remembers where it began.
        let mut row: Vec<(u32, usize, usize)> = vec![(0, usize::MAX, 0); tokens.len() + 1];
        for word in words {
            let mut diagonal = (0, usize::MAX, 0);
            let mut left = (0, usize::MAX, 0);
            for (column, token) in tokens.iter().enumerate() {
                let cell = row.get_mut(column + 1)?;
                let above = *cell;
                let mut best = if above.0 >= left.0 { above } else { left };
                if token.range.of(self.text) == *word {
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
        let letters: usize = words.iter().map(|word| word.len()).sum();
        let there: u32 = tokens.get(first..=last)?.iter().map(|token| token.range.len()).sum();
        let all = u32::try_from(letters).ok()? + there;
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

fn tokens_of(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    token::tokenize(text, TextRange::new(0, u32::try_from(text.len()).unwrap_or(u32::MAX)), &mut tokens);
    tokens
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
