//! Looks words and phrases up among the words behind the cues.

mod words;

use std::sync::OnceLock;

use super::cue::{Cue, CueSet};
use crate::detect::lexicon::{Table, forms, hash, packed};
use crate::text::letters;
use words::LISTS;
pub(super) use words::MEASURES;

/// The hash of a word or phrase: FNV-1a over its lower-case letters, phrases joined by [`WordHash::then`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordHash(pub(super) u64);

impl WordHash {
    /// The hash of one token, in lower case; runs of digits count as their length, up to five.
    pub(super) fn of(word: &str) -> Self {
        Self(if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            hash(b"00000".get(..word.len()).unwrap_or(b"00000"))
        } else if word.is_ascii() {
            hash(word.as_bytes())
        } else {
            hash(word.chars().map(letters::lower).collect::<String>().as_bytes())
        })
    }

    /// The hash of this word or phrase followed by `next`.
    pub(super) fn then(self, next: Self) -> Self {
        Self(self.0.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ next.0)
    }

    /// The hash with all its bits mixed, for use as an index.
    pub(super) fn mixed(self) -> u64 {
        let hash = (self.0 ^ self.0 >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        hash ^ hash >> 32
    }
}

/// The cues a word speaks for, what else it is to the model, and whether a phrase in the lists begins with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry(u32);

impl Entry {
    /// "you", "your"
    pub(super) const SECOND_PERSON: u32 = 1 << Cue::COUNT;
    /// "not", "never"
    pub(super) const NEGATION: u32 = 1 << (Cue::COUNT + 1);
    /// "will", "could"
    pub(super) const MODAL: u32 = 1 << (Cue::COUNT + 2);
    /// "two", "nine"
    pub(super) const SMALL_NUMBER: u32 = 1 << (Cue::COUNT + 3);
    /// "is", "have"
    pub(super) const STATE: u32 = 1 << (Cue::COUNT + 4);
    /// "was", "had"
    pub(super) const PAST_STATE: u32 = 1 << (Cue::COUNT + 5);
    const BEGINS_PHRASE: u32 = 1 << 31;

    /// Whether nothing is known of it.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn cues(self) -> CueSet {
        CueSet::from_bits(self.0 & (Self::SECOND_PERSON - 1))
    }

    /// Whether it is this; see the constants.
    pub(super) fn is(self, what: u32) -> bool {
        self.0 & what != 0
    }

    pub(super) fn begins_phrase(self) -> bool {
        self.is(Self::BEGINS_PHRASE)
    }
}

const PACKED: &[u8] = &packed::pack::<{ packed::length(LISTS) }>(LISTS).0;

/// All words and phrases of the lists.
#[derive(Debug)]
pub(super) struct Lexicon(Table);

/// How many words and beginnings of phrases the lists have, with all forms, at most.
const WORDS: usize = 4095;

impl Lexicon {
    /// The lexicon, built at the first use.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut table = Table::new(WORDS);
        let mut add = |phrase: WordHash, bit: u32| {
            if let Some(known) = table.entry(phrase.0) {
                *known |= bit;
            }
        };
        packed::unpack(PACKED, &mut |cue, count, phrase| {
            let mut words = phrase.split(|byte| *byte == b'_');
            let last = words.next_back().unwrap_or_default();
            let mut begun: Option<WordHash> = None;
            for word in words {
                let word = WordHash(hash(word));
                let phrase = begun.map_or(word, |begun| begun.then(word));
                add(phrase, Entry::BEGINS_PHRASE);
                begun = Some(phrase);
            }
            for form in forms(last, count).map(WordHash) {
                add(begun.map_or(form, |begun| begun.then(form)), cue);
            }
        });
        Self(table)
    }

    /// What is known of a word or phrase.
    pub(super) fn look_up(&self, hash: WordHash) -> Entry {
        Entry(self.0.get(hash.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::is_list;

    fn cues(phrase: &str) -> Vec<Cue> {
        let hash = phrase.split(' ').map(WordHash::of).reduce(WordHash::then).unwrap();
        Lexicon::get().look_up(hash).cues().cues().collect()
    }

    #[test]
    fn the_lists_are_sorted_and_free_of_duplicates() {
        for (.., text) in LISTS {
            let words: Vec<_> = text.split_whitespace().collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{text}");
        }
        assert!(is_list(MEASURES));
    }

    #[test]
    fn the_table_of_words_need_not_grow() {
        let words = Lexicon::get().0.len();
        assert!(words <= WORDS, "{words} words");
    }

    #[test]
    fn words_are_found_in_their_forms_and_in_any_case() {
        assert!(cues("Denied").contains(&Cue::Accusation));
        assert!(cues("accusing").contains(&Cue::Accusation));
        assert!(cues("studies").contains(&Cue::Evidence));
        assert!(cues("ACCORDING to").contains(&Cue::Attribution));
        assert!(cues("table").is_empty());
    }
}
