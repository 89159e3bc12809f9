//! The difference of two texts, word by word.
//!
//! Runs of words that occur once in each text pin the two together (patience difference, Cohen 2004, with runs instead
//! of lines); what lies between two pins is small and is aligned at the least cost. Time grows in line with the texts.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::{TextRange, Token, token};

/// What has become of a word of the old text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is word number so-and-so of the new text.
    Kept(usize),
    /// That word stands in its place.
    Replaced(usize),
    /// Nothing stands in its place.
    Gone,
}

impl Fate {
    /// The word of the new text that stands in its place.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        match self {
            Self::Kept(place) | Self::Replaced(place) => Some(place),
            Self::Gone => None,
        }
    }
}

/// A stretch in which the texts differ. One of the two ranges may be empty: an addition or a deletion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In the old text.
    pub old: TextRange,
    /// In the new text.
    pub new: TextRange,
}

/// Which word of one text is which of another.
#[derive(Clone, Debug)]
pub struct Alignment {
    old: Side,
    new: Side,
    fates: Vec<Fate>,
}

/// One text as words; equal words have equal numbers.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub tokens: Vec<Token>,
    pub words: Vec<u32>,
}

/// Lengths of the runs that pin the texts together, in the order they are tried.
const RUNS: [usize; 5] = [5, 3, 2, 1, 1];

/// Stretches of at most this many pairs of words are aligned at the least cost.
const SMALL: usize = 4_096;

/// Runs that come again more often than this pin nothing.
const MOST_REPEATS: usize = 8;

/// What it costs to leave a word out or put one in.
const GAP: u32 = 4;

impl Alignment {
    /// Aligns two texts.
    #[must_use]
    pub fn new(old: &str, new: &str) -> Self {
        let mut numbers = HashMap::new();
        let old = Side::new(old, &mut numbers);
        let new = Side::new(new, &mut numbers);
        let fates = vec![Fate::Gone; old.words.len()];
        let whole = (0..old.words.len(), 0..new.words.len());
        let mut spelling = vec![""; numbers.len()];
        for (word, number) in numbers {
            if let Some(place) = spelling.get_mut(number as usize) {
                *place = word;
            }
        }
        let mut alignment = Self { old, new, fates };
        alignment.align(whole.0, whole.1, &RUNS, &spelling);
        alignment
    }

    /// The words of the old text that `range` touches.
    #[must_use]
    pub fn old_tokens(&self, range: TextRange) -> Range<usize> {
        token::overlapping(&self.old.tokens, range)
    }

    /// What has become of these words of the old text.
    #[must_use]
    pub fn fates(&self, tokens: Range<usize>) -> &[Fate] {
        self.fates.get(tokens).unwrap_or_default()
    }

    /// Where a word of the old text stands in it.
    #[must_use]
    pub fn old_range(&self, token: usize) -> Option<TextRange> {
        self.old.tokens.get(token).map(|token| token.range)
    }

    /// Where a word of the new text stands in it.
    #[must_use]
    pub fn new_range(&self, token: usize) -> Option<TextRange> {
        self.new.tokens.get(token).map(|token| token.range)
    }

    /// The offset in the new text that `offset` of the old has drifted to: that of the nearest kept word before it.
    #[must_use]
    pub fn drifted(&self, offset: u32) -> u32 {
        let token = self.old.tokens.partition_point(|token| token.range.start <= offset);
        let kept = self.fates(0..token).iter().enumerate().rev().find_map(|(old, fate)| match fate {
            Fate::Kept(new) => Some((self.old_range(old)?.start, self.new_range(*new)?.start)),
            _ => None,
        });
        kept.map_or(offset, |(old, new)| new + (offset - old))
    }

    /// Of the few words before word `old` and `new`, how many are the same in both, and how many there are.
    #[must_use]
    pub fn kept_before(&self, old: usize, new: usize) -> (usize, usize) {
        let before = old.saturating_sub(super::SURROUNDINGS)..old;
        let reach = new.saturating_sub(2 * super::SURROUNDINGS)..new;
        self.kept_near(before, &reach)
    }

    /// Of the few words from word `old` and `new` on, how many are the same in both, and how many there are.
    #[must_use]
    pub fn kept_after(&self, old: usize, new: usize) -> (usize, usize) {
        let after = old..(old + super::SURROUNDINGS).min(self.old.words.len());
        self.kept_near(after, &(new..new + 2 * super::SURROUNDINGS))
    }

    fn kept_near(&self, tokens: Range<usize>, reach: &Range<usize>) -> (usize, usize) {
        let of = tokens.len();
        let kept = self.fates(tokens).iter().filter(|fate| matches!(fate, Fate::Kept(place) if reach.contains(place)));
        (kept.count(), of)
    }

    /// Share of the letters that a stretch of the old text and one of the new have in common as whole words, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    pub fn similarity(&self, old: Range<usize>, new: Range<usize>) -> f32 {
        let all = letters_of(self.old.tokens.get(old.clone()).unwrap_or_default())
            + letters_of(self.new.tokens.get(new).unwrap_or_default());
        let kept: u32 = old
            .filter(|&token| matches!(self.fates.get(token), Some(Fate::Kept(_))))
            .filter_map(|token| self.old_range(token))
            .map(TextRange::len)
            .sum();
        if all == 0 { 0.0 } else { 2.0 * kept as f32 / all as f32 }
    }

    /// Where the texts differ, in order. White space does not count.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let mut differences = Vec::new();
        let (mut old_at, mut new_at) = (0, 0);
        let kept = self.fates.iter().enumerate().filter_map(|(old, fate)| match fate {
            Fate::Kept(new) => Some((old, *new)),
            _ => None,
        });
        for (old, new) in kept.chain([(self.old.words.len(), self.new.words.len())]) {
            if old_at < old || new_at < new {
                differences.push(Difference { old: self.old.span(old_at..old), new: self.new.span(new_at..new) });
            }
            (old_at, new_at) = (old + 1, new + 1);
        }
        differences
    }

    fn align(&mut self, mut old: Range<usize>, mut new: Range<usize>, runs: &[usize], spelling: &[&str]) {
        while !old.is_empty() && !new.is_empty() && self.equal(old.start, new.start) {
            self.keep(old.start, new.start);
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        while !old.is_empty() && !new.is_empty() && self.equal(old.end - 1, new.end - 1) {
            (old.end, new.end) = (old.end - 1, new.end - 1);
            self.keep(old.end, new.end);
        }
        if old.is_empty() || new.is_empty() {
            return;
        }
        if old.len().saturating_mul(new.len()) <= SMALL {
            self.align_at_least_cost(old, new, spelling);
            return;
        }
        let Some((&run, shorter)) = runs.split_first() else { return };
        let pins = increasing(&self.pins(&old, &new, run));
        let (mut old_at, mut new_at) = (old.start, new.start);
        for (old_pin, new_pin) in pins {
            // A run may reach into the next one: only what is still ahead is new.
            if old_pin < old_at || new_pin < new_at {
                continue;
            }
            self.align(old_at..old_pin, new_at..new_pin, shorter, spelling);
            for word in 0..run {
                self.keep(old_pin + word, new_pin + word);
            }
            (old_at, new_at) = (old_pin + run, new_pin + run);
        }
        self.align(old_at..old.end, new_at..new.end, shorter, spelling);
    }

    /// The runs of `run` words that occur once in each stretch, or where there is none, those that occur equally often,
    /// first with first: first word of each, in old order.
    fn pins(&self, old: &Range<usize>, new: &Range<usize>, run: usize) -> Vec<(usize, usize)> {
        let mut runs: HashMap<&[u32], (Vec<usize>, Vec<usize>)> = HashMap::with_capacity(old.len());
        for (at, words) in self.old.words.get(old.clone()).unwrap_or_default().windows(run).enumerate() {
            runs.entry(words).or_default().0.push(old.start + at);
        }
        for (at, words) in self.new.words.get(new.clone()).unwrap_or_default().windows(run).enumerate() {
            if let Some((_, places)) = runs.get_mut(words) {
                places.push(new.start + at);
            }
        }
        let pairs = |most: usize| {
            let equal = runs.values().filter(move |(old, new)| old.len() == new.len() && old.len() <= most);
            equal.flat_map(|(old, new)| old.iter().copied().zip(new.iter().copied())).collect::<Vec<_>>()
        };
        let mut pins = pairs(1);
        if pins.is_empty() {
            pins = pairs(MOST_REPEATS);
        }
        pins.sort_unstable();
        pins
    }

    /// Aligns a small stretch: words that are equal, then words that replace each other, like with like.
    fn align_at_least_cost(&mut self, old: Range<usize>, new: Range<usize>, spelling: &[&str]) {
        let width = new.len() + 1;
        let gaps = |count: usize| u32::try_from(count).unwrap_or(u32::MAX / GAP) * GAP;
        let mut cost = vec![0_u32; (old.len() + 1) * width];
        for (row, cells) in cost.chunks_mut(width).enumerate() {
            if let Some(cell) = cells.first_mut() {
                *cell = gaps(row);
            }
        }
        for (column, cell) in cost.iter_mut().take(width).enumerate() {
            *cell = gaps(column);
        }
        let at = |cost: &[u32], row: usize, column: usize| cost.get(row * width + column).copied().unwrap_or(u32::MAX);
        for row in 1..=old.len() {
            for column in 1..width {
                let best = (at(&cost, row - 1, column - 1)
                    + self.exchange(old.start + row - 1, new.start + column - 1, spelling))
                .min(at(&cost, row - 1, column) + GAP)
                .min(at(&cost, row, column - 1) + GAP);
                if let Some(cell) = cost.get_mut(row * width + column) {
                    *cell = best;
                }
            }
        }
        let (mut row, mut column) = (old.len(), new.len());
        while row > 0 && column > 0 {
            let (old_word, new_word) = (old.start + row - 1, new.start + column - 1);
            let here = at(&cost, row, column);
            let exchange = self.exchange(old_word, new_word, spelling);
            if here == at(&cost, row - 1, column - 1) + exchange {
                let fate = if exchange == 0 { Fate::Kept(new_word) } else { Fate::Replaced(new_word) };
                if let Some(place) = self.fates.get_mut(old_word) {
                    *place = fate;
                }
                (row, column) = (row - 1, column - 1);
            } else if here == at(&cost, row - 1, column) + GAP {
                row -= 1;
            } else {
                column -= 1;
            }
        }
    }

    /// What it costs to read word `new` for word `old`.
    fn exchange(&self, old: usize, new: usize, spelling: &[&str]) -> u32 {
        if self.equal(old, new) {
            return 0;
        }
        let word = |side: &Side, at: usize| {
            side.words.get(at).and_then(|number| spelling.get(*number as usize)).copied().unwrap_or_default()
        };
        let class = |side: &Side, at: usize| side.tokens.get(at).map(|token| token.class);
        if class(&self.old, old) != class(&self.new, new) {
            return 2 * GAP - 1;
        }
        if are_alike(word(&self.old, old), word(&self.new, new)) { GAP } else { 2 * GAP - 2 }
    }

    fn equal(&self, old: usize, new: usize) -> bool {
        self.old.words.get(old).is_some_and(|word| self.new.words.get(new) == Some(word))
    }

    fn keep(&mut self, old: usize, new: usize) {
        if let Some(fate) = self.fates.get_mut(old) {
            *fate = Fate::Kept(new);
        }
    }
}

impl Side {
    /// `text` as words, with `numbers` for those that have none yet.
    pub fn new<'a>(text: &'a str, numbers: &mut HashMap<&'a str, u32>) -> Self {
        let tokens = tokens_of(text);
        let words = tokens
            .iter()
            .map(|token| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(token.range.of(text)).or_insert(next)
            })
            .collect();
        Self { tokens, words }
    }

    /// The text from the first to the last of `tokens`; of none, the place where they would stand.
    pub fn span(&self, tokens: Range<usize>) -> TextRange {
        let words = self.tokens.get(tokens.clone()).unwrap_or_default();
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            return first.range.cover(last.range);
        }
        let before = tokens.start.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.map_or_else(TextRange::default, |before| TextRange::new(before.range.end, before.range.end))
    }
}

/// The tokens of a text.
pub(super) fn tokens_of(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    token::tokenize(text, TextRange::new(0, u32::try_from(text.len()).unwrap_or(u32::MAX)), &mut tokens);
    tokens
}

/// How many letters they have.
pub(super) fn letters_of(tokens: &[Token]) -> u32 {
    tokens.iter().map(|token| token.range.len()).sum()
}

/// Two spellings of one word, as it were: half of the longer at least is a common head or tail.
fn are_alike(a: &str, b: &str) -> bool {
    let head = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    2 * head.max(tail) >= a.chars().count().max(b.chars().count())
}

/// The longest subsequence of `pins` (sorted by old) in which the new places rise too.
fn increasing(pins: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; pins.len()];
    let new_of = |index: &usize| pins.get(*index).map(|pin| pin.1);
    for (index, pin) in pins.iter().enumerate() {
        let length = ends.partition_point(|end| new_of(end) < Some(pin.1));
        if let Some(link) = before.get_mut(index) {
            *link = length.checked_sub(1).and_then(|last| ends.get(last)).copied();
        }
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(index) = at {
        chain.extend(pins.get(index));
        at = before.get(index).copied().flatten();
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn differences(old: &str, new: &str) -> Vec<(String, String)> {
        Alignment::new(old, new)
            .differences()
            .iter()
            .map(|difference| (difference.old.of(old).to_owned(), difference.new.of(new).to_owned()))
            .collect()
    }

    fn pair(old: &str, new: &str) -> (String, String) {
        (old.to_owned(), new.to_owned())
    }

    #[test]
    fn additions_and_deletions_are_told() {
        assert_eq!(differences("one two four", "one two three four"), [pair("", "three")]);
        assert_eq!(differences("one two three", "two three"), [pair("one", "")]);
        assert_eq!(differences("on June 8.", "on July 16."), [pair("June 8", "July 16")]);
        assert_eq!(differences("same  words", "same\nwords"), []);
        assert_eq!(differences("", "new"), [pair("", "new")]);
    }

    #[test]
    fn a_word_is_replaced_by_the_one_most_like_it() {
        let alignment = Alignment::new("a minister spoke", "a former ministers spoke");
        assert_eq!(alignment.fates(0..3), [Fate::Kept(0), Fate::Replaced(2), Fate::Kept(3)]);
    }

    #[test]
    fn long_texts_are_pinned_by_their_runs() {
        let words: Vec<String> = (0..3_000).map(|n| format!("w{}", n * 7 % 1_000)).collect();
        let old = words.join(" ");
        let new = old.replace("w7 w14", "x y z").replacen("w500 ", "", 1);
        let alignment = Alignment::new(&old, &new);
        let kept = alignment.fates.iter().filter(|fate| matches!(fate, Fate::Kept(_))).count();
        assert!(kept > 2 * 2_980, "{kept}");
    }

    proptest! {
        #[test]
        fn kept_words_are_equal_and_in_order(old in "([abc]{1,2} ){0,60}", new in "([abc]{1,2} ){0,60}") {
            let alignment = Alignment::new(&old, &new);
            let mut last = None;
            for (at, fate) in alignment.fates.iter().enumerate() {
                if let Some(place) = fate.place() {
                    prop_assert!(last < Some(place));
                    last = Some(place);
                    let words = (alignment.old_range(at).unwrap().of(&old), alignment.new_range(place).unwrap().of(&new));
                    prop_assert_eq!(matches!(fate, Fate::Kept(_)), words.0 == words.1);
                }
            }
        }
    }
}
