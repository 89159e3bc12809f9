//! English: its words and its rules, by topic.
//!
//! To add an expression: add its words to [`lexicon`](lexicon::WORDS) if they are new, add one rule to the table of its
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
pub use lexicon::{Is, WORDS, Which, Word, look_up};

use super::pattern::{Item, Rule};

/// Every rule, by topic.
static TOPICS: [&[Rule]; 6] =
    [calendar::RULES, clock_times::RULES, durations::RULES, periods::RULES, relative::RULES, sets::RULES];

/// The rules that an expression beginning with a given word can be read by.
pub struct Index {
    slots: Vec<Vec<&'static Rule>>,
}

impl Index {
    fn new() -> Self {
        let mut slots = vec![Vec::new(); SLOTS];
        let mut entries: Vec<Word> = WORDS.iter().map(|(_, word)| *word).collect();
        entries.extend([Word::Digits, Word::Apostrophe, Word::Half]);
        for word in entries {
            let slot = slot(word);
            for rule in TOPICS.iter().copied().flatten() {
                if Item::open(rule.pattern, word)
                    && let Some(rules) = slots.get_mut(slot)
                    && !rules.iter().any(|known: &&Rule| std::ptr::eq(*known, rule))
                {
                    rules.push(rule);
                }
            }
        }
        Self { slots }
    }

    /// The rules for an expression that begins with `word`.
    #[must_use]
    pub fn rules(&self, word: Word) -> &[&'static Rule] {
        self.slots.get(slot(word)).map_or(&[], Vec::as_slice)
    }
}

/// The index of all rules, made once.
#[must_use]
pub fn index() -> &'static Index {
    static INDEX: std::sync::LazyLock<Index> = std::sync::LazyLock::new(Index::new);
    &INDEX
}

const SLOTS: usize = 256;

/// Words that no pattern tells apart share a slot.
fn slot(word: Word) -> usize {
    match word {
        Word::Other
        | Word::Comma
        | Word::Stop
        | Word::Dash
        | Word::Slash
        | Word::Colon
        | Word::Money
        | Word::Percent
        | Word::Open => 0,
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
        Word::Which(which) => 64 + which as usize,
        Word::Is(is) => 80 + is as usize,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_slot_and_every_rule_a_way_in() {
        assert!(WORDS.iter().all(|(_, word)| slot(*word) < SLOTS));
        let index = Index::new();
        for rule in TOPICS.iter().copied().flatten() {
            let reached = index.slots.iter().flatten().any(|known| std::ptr::eq(*known, rule));
            assert!(reached, "no word opens {}", rule.name);
        }
    }
}
