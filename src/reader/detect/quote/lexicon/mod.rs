//! The word lists, and what they say of one word.
//!
//! Each list is a string of words in alphabetical order, so that a reader can check it and the page carries no more
//! than the letters.

pub mod cues;
pub mod grammar;
pub mod people;
pub mod things;

use std::sync::OnceLock;

/// What a word can be: a set of the lists it stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u32);

macro_rules! classes {
    ($($name:ident = $bit:literal, $list:expr;)*) => {
        impl Class {
            $(#[doc = concat!("Words of the list `", stringify!($list), "`.")] pub const $name: Self = Self(1 << $bit);)*
        }
        const LISTS: &[(Class, &str)] = &[$((Class::$name, $list)),*];
    };
}

classes! {
    SAYING = 0, cues::SAYING;
    SAYING_ING = 1, cues::SAYING_ING;
    JUDGING = 2, cues::JUDGING;
    JUDGING_ING = 3, cues::JUDGING_ING;
    TITLE = 4, people::TITLES;
    MAN_TITLE = 5, people::TITLES_OF_MEN;
    WOMAN_TITLE = 6, people::TITLES_OF_WOMEN;
    OFFICE = 7, people::OFFICES;
    PEOPLE = 8, people::PEOPLE;
    MAN = 9, people::MEN;
    WOMAN = 10, people::WOMEN;
    PARTICLE = 11, people::PARTICLES;
    ORGANISATION = 12, things::ORGANISATIONS;
    DOCUMENT = 13, things::DOCUMENTS;
    WORK = 14, things::WORKS;
    NAMING = 15, things::NAMING;
    DETERMINER = 16, grammar::DETERMINERS;
    PREPOSITION = 17, grammar::PREPOSITIONS;
    CONJUNCTION = 18, grammar::CONJUNCTIONS;
    RELATIVE = 19, grammar::RELATIVES;
    AUXILIARY = 20, grammar::AUXILIARIES;
    ADVERB = 21, grammar::ADVERBS;
    PRONOUN = 22, grammar::PRONOUNS;
    TIME = 23, grammar::TIMES;
    ABBREVIATION = 24, grammar::ABBREVIATIONS;
    ELISION = 25, grammar::ELISIONS;
    THINKING = 26, cues::THINKING;
    THINKING_ING = 27, cues::THINKING_ING;
    NOUN_TOO = 28, cues::NOUNS_TOO;
    NAMED = 29, things::NAMED;
    SAYINGS = 30, cues::SAYINGS;
    PAST = 31, grammar::PAST;
}

/// Words whose forms a rule gives, and what each form is: the word, with "-s", with "-ed", with "-ing".
const INFLECTED: &[([Class; 4], &str)] = &[
    ([Class::SAYING, Class::SAYING, Class::SAYING, Class::SAYING_ING], cues::SAYING_VERBS),
    ([Class::JUDGING, Class::JUDGING, Class::JUDGING, Class::JUDGING_ING], cues::JUDGING_VERBS),
    ([Class::THINKING, Class::THINKING, Class::THINKING, Class::THINKING_ING], cues::THINKING_VERBS),
    ([Class::NOUN_TOO, Class::NOUN_TOO, Class::NONE, Class::NONE], cues::NOUNS_TOO_FORMS),
    ([Class::PEOPLE, Class::PEOPLE, Class::NONE, Class::NONE], people::PEOPLE_NOUNS),
];

impl Class {
    /// In no list.
    pub const NONE: Self = Self(0);
    /// Any finite verb of speech.
    pub const CUE: Self = Self(Self::SAYING.0 | Self::JUDGING.0 | Self::THINKING.0);
    /// Any participle of a verb of speech.
    pub const CUE_ING: Self = Self(Self::SAYING_ING.0 | Self::JUDGING_ING.0 | Self::THINKING_ING.0);
    /// Words with a grammatical task, which name nobody though a sentence may begin with them.
    pub const SMALL: Self = Self(
        Self::DETERMINER.0
            | Self::PREPOSITION.0
            | Self::CONJUNCTION.0
            | Self::RELATIVE.0
            | Self::AUXILIARY.0
            | Self::ADVERB.0
            | Self::PRONOUN.0,
    );

    /// In this or that list.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Not in these lists.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the word stands in at least one of the lists of `other`.
    #[must_use]
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What is known of words, each by its hash: a table with open addresses, at most half full.
#[derive(Debug)]
pub struct Table {
    slots: Vec<(u64, u32)>,
}

impl Table {
    /// A table with room for so many words.
    #[must_use]
    pub fn new(words: usize) -> Self {
        Self { slots: vec![(0, 0); (2 * words + 1).next_power_of_two()] }
    }

    /// Where the number of the word with this hash stands: zero until it is given one.
    #[inline(never)]
    pub fn entry(&mut self, word: u64) -> Option<&mut u32> {
        let at = self.slot(word);
        let (key, number) = self.slots.get_mut(at)?;
        *key = word;
        Some(number)
    }

    /// The number of the word with this hash; zero where it has none.
    #[must_use]
    pub fn get(&self, word: u64) -> u32 {
        self.slots.get(self.slot(word)).map_or(0, |(_, number)| *number)
    }

    #[expect(clippy::cast_possible_truncation, reason = "only its low bits are wanted")]
    #[inline(never)]
    fn slot(&self, word: u64) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = word as usize & last;
        while self.slots.get(at).is_some_and(|(other, _)| *other != word && *other != 0) {
            at = (at + 1) & last;
        }
        at
    }
}

/// How many words the lists have, with all forms, at most.
const WORDS: usize = 4095;

fn all_lists() -> Table {
    let mut table = Table::new(WORDS);
    let mut add = |word: u64, class: Class| {
        if class != Class::NONE
            && let Some(known) = table.entry(word)
        {
            *known |= class.0;
        }
    };
    for (class, list) in LISTS {
        list.split_ascii_whitespace().for_each(|word| add(hash(word), *class));
    }
    for (classes, list) in INFLECTED {
        for word in list.split_ascii_whitespace() {
            forms(word).into_iter().zip(classes).for_each(|(form, class)| add(form, *class));
        }
    }
    table
}

/// "add", "adds", "added", "adding": what the rule makes of a verb, or of a noun, each by its hash.
fn forms(word: &str) -> [u64; 4] {
    let Some((last, stem)) = word.as_bytes().split_last() else { return [0; 4] };
    let before = stem.last().copied().unwrap_or_default();
    let stem = hashed(BASIS, stem);
    let whole = hashed(stem, &[*last]);
    let (s, ed, ing) = match (before, last) {
        (b'a' | b'e' | b'o' | b'u', b'y') => (hashed(whole, b"s"), hashed(whole, b"ed"), whole),
        (_, b'y') => (hashed(stem, b"ies"), hashed(stem, b"ied"), whole),
        (b'e', b'e') => (hashed(whole, b"s"), hashed(whole, b"d"), whole),
        (_, b'e') => (hashed(whole, b"s"), hashed(whole, b"d"), stem),
        (_, b's' | b'x' | b'z' | b'o') | (b's' | b'c', b'h') => (hashed(whole, b"es"), hashed(whole, b"ed"), whole),
        _ => (hashed(whole, b"s"), hashed(whole, b"ed"), whole),
    };
    [whole, s, ed, hashed(ing, b"ing")]
}

/// The hash of a word, however its letters and apostrophes are written.
#[must_use]
pub fn hash(word: &str) -> u64 {
    hashed(BASIS, word.as_bytes())
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, from the hash of what stands before: short keys, no attacker to fear.
#[inline(never)]
fn hashed(before: u64, letters: &[u8]) -> u64 {
    letters.iter().fold(before, |hash, byte| {
        let plain = match byte {
            0xe2 => b'\'', // the first byte of "’"
            0x80 | 0x99 => return hash,
            other => other.to_ascii_lowercase(),
        };
        (hash ^ u64::from(plain)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The lists `word` stands in, however its letters and apostrophes are written.
#[must_use]
pub fn class_of(word: &str) -> Class {
    static LEXICON: OnceLock<Table> = OnceLock::new();
    Class(LEXICON.get_or_init(all_lists).get(hash(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_without_duplicates() {
        let inflected = INFLECTED.iter().map(|([class, ..], list)| (class, list));
        for (class, list) in LISTS.iter().map(|(class, list)| (class, list)).chain(inflected) {
            let words: Vec<_> = list.split_whitespace().collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} does not come before {} in {class:?}", pair[0], pair[1]);
            }
            assert!(words.iter().all(|word| word.is_ascii() && *word == word.to_lowercase()));
        }
    }

    #[test]
    fn no_two_words_share_a_place() {
        let inflected = INFLECTED.iter().map(|(_, list)| list);
        let lists = LISTS.iter().map(|(_, list)| list).chain(inflected);
        let words: std::collections::HashSet<_> = lists.flat_map(|list| list.split_whitespace()).collect();
        let hashes: std::collections::HashSet<_> = words.iter().map(|word| hash(word)).collect();
        assert_eq!(hashes.len(), words.len());
        let full = all_lists().slots.iter().filter(|slot| slot.0 != 0).count();
        assert!(full <= WORDS, "{full} words");
    }

    #[test]
    fn a_verb_has_the_forms_the_rule_gives() {
        for word in ["added", "argues", "denied", "stresses", "preaches", "echoes", "plays", "agreed", "said", "begins"]
        {
            assert_eq!(class_of(word).is(Class::CUE), word != "plays", "{word}");
        }
        for word in ["adding", "arguing", "denying", "agreeing", "singing", "dubbing", "playing"] {
            assert_eq!(class_of(word).is(Class::CUE_ING), word != "playing", "{word}");
        }
    }

    #[test]
    fn capitals_and_curly_apostrophes_do_not_hide_a_word() {
        assert!(class_of("SAID").is(Class::SAYING));
        assert!(class_of("didn’t").is(Class::AUXILIARY));
        assert_eq!(class_of("a-word-longer-than-any-in-the-lists"), Class::NONE);
        assert_eq!(class_of("žena"), Class::NONE);
    }
}
