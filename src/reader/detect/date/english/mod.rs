//! English: its words and its rules, by topic.
//!
//! To add an expression: add its words to [`lexicon`] if they are new, add one rule to the table of its
//! topic, and one line to the test at the foot of that file.

mod calendar;
mod clock_times;
mod durations;
mod holidays;
mod lexicon;
mod periods;
mod relative;
mod sets;
pub mod tense;

pub use holidays::{Holiday, holiday};
pub use lexicon::{Is, Lexicon, Which, Word};

use std::sync::OnceLock;

use super::opening;
use super::pattern::Rule;

/// Every rule, by topic.
static TOPICS: [&[Rule]; 6] =
    [calendar::RULES, clock_times::RULES, durations::RULES, periods::RULES, relative::RULES, sets::RULES];

/// Every rule, in the order in which they are tried.
#[cfg(test)]
pub fn every_rule() -> impl Iterator<Item = &'static Rule> {
    TOPICS.iter().copied().flatten()
}

/// A rule under the first word of its expressions, with the second words they can have.
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    seconds: Slots,
}

impl Entry {
    /// Whether the rule can read on with `second`.
    #[must_use]
    pub fn takes(&self, second: Word) -> bool {
        self.seconds.has(second)
    }
}

/// The rules that an expression beginning with a given word can be read by.
pub struct Index {
    slots: Vec<Vec<Entry>>,
    /// For each first word the second words that any rule takes.
    seconds: Vec<Slots>,
}

impl Index {
    fn new(lexicon: &Lexicon) -> Self {
        let words = one_of_each(lexicon);
        let mut index = Self { slots: Vec::new(), seconds: vec![Slots::default(); SLOTS] };
        index.slots.resize_with(SLOTS, Vec::new);
        for first in words.iter().copied().filter(|word| slot(*word) != 0) {
            let (Some(entries), Some(all)) = (index.slots.get_mut(slot(first)), index.seconds.get_mut(slot(first)))
            else {
                continue;
            };
            for rule in TOPICS.iter().copied().flatten().filter(|rule| opening::opens(rule.pattern, first)) {
                let mut seconds = Slots::default();
                for second in words.iter().copied().filter(|word| opening::opens_with(rule.pattern, first, *word)) {
                    seconds.add(second);
                    all.add(second);
                }
                entries.push(Entry { rule, seconds });
            }
        }
        index
    }

    /// The rules for an expression that begins with `word`.
    #[must_use]
    pub fn rules(&self, word: Word) -> &[Entry] {
        self.slots.get(slot(word)).map_or(&[], Vec::as_slice)
    }

    /// Whether any rule reads an expression that begins with these two words.
    #[must_use]
    pub fn begins(&self, first: Word, second: Word) -> bool {
        self.seconds.get(slot(first)).is_some_and(|seconds| seconds.has(second))
    }
}

/// One word of each slot.
fn one_of_each(lexicon: &Lexicon) -> Vec<Word> {
    let marks = [
        Word::Other,
        Word::Digits,
        Word::Apostrophe,
        Word::Half,
        Word::Comma,
        Word::Stop,
        Word::Dash,
        Word::Slash,
        Word::Colon,
        Word::Open,
    ];
    let mut seen = Slots::default();
    let mut words = Vec::new();
    for word in marks.into_iter().chain(lexicon.classes()) {
        if !seen.has(word) {
            seen.add(word);
            words.push(word);
        }
    }
    words
}

/// A set of slots.
#[derive(Clone, Copy, Default)]
struct Slots([u64; SLOTS / 64]);

impl Slots {
    fn has(&self, word: Word) -> bool {
        let slot = slot(word);
        self.0.get(slot / 64).is_some_and(|bits| bits >> (slot % 64) & 1 == 1)
    }

    fn add(&mut self, word: Word) {
        let slot = slot(word);
        if let Some(bits) = self.0.get_mut(slot / 64) {
            *bits |= 1 << (slot % 64);
        }
    }
}

/// The words and the rules, each made ready to be found.
pub struct English {
    /// The words.
    pub lexicon: Lexicon,
    /// The rules, by the words that they begin with.
    pub index: Index,
}

impl English {
    /// Made at the first use.
    #[must_use]
    pub fn get() -> &'static Self {
        static ENGLISH: OnceLock<English> = OnceLock::new();
        ENGLISH.get_or_init(|| {
            let lexicon = Lexicon::new();
            let index = Index::new(&lexicon);
            Self { lexicon, index }
        })
    }
}

const SLOTS: usize = 256;

/// Words that no pattern tells apart share a slot.
fn slot(word: Word) -> usize {
    match word {
        Word::Other | Word::Money | Word::Percent => 0,
        Word::Month(_) => 1,
        Word::MonthShort(_) => 2,
        Word::Weekday(_) => 3,
        Word::WeekdayShort(_) => 4,
        Word::Weekdays(_) => 5,
        Word::Unit(unit) => 8 + unit as usize,
        Word::Units(unit) => 24 + unit as usize,
        Word::Season(_) => 6,
        Word::Seasons(_) => 7,
        Word::Part(_) => 40,
        Word::Parts(_) => 41,
        Word::Number(_) => 42,
        Word::Power(_) => 43,
        Word::Ordinal(_) => 44,
        Word::Tens(_) => 45,
        Word::DayFrom(_) => 46,
        Word::Refers(_) => 47,
        Word::Edge(_) => 48,
        Word::EdgeOf(_) => 49,
        Word::Every(_) => 50,
        Word::Zone(_) => 51,
        Word::ZoneName => 52,
        Word::Holiday => 53,
        Word::Digits => 54,
        Word::Apostrophe => 55,
        Word::Half => 56,
        Word::Comma => 57,
        Word::Stop => 58,
        Word::Dash => 59,
        Word::Slash => 60,
        Word::Colon => 61,
        Word::Open => 62,
        Word::Which(which) => 64 + which as usize,
        Word::Is(is) => 80 + usize::from(is.number()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_slot_and_every_rule_a_way_in() {
        let English { lexicon, index } = English::get();
        assert!(lexicon.classes().all(|word| slot(word) < SLOTS));
        for rule in TOPICS.iter().copied().flatten() {
            let reached = index.slots.iter().flatten().any(|entry| std::ptr::eq(entry.rule, rule));
            assert!(reached, "no word opens {}", rule.name);
        }
    }
}
