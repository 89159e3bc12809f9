//! The word lists, and what they say of one word.
//!
//! Each list is a string of words in alphabetical order, so that a reader can check it and the page carries no more
//! than the letters.

pub mod cues;
pub mod grammar;
pub mod people;
pub mod things;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
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

/// FNV-1a: short keys, no attacker to fear, as a collision costs only time.
#[derive(Default)]
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Lexicon = HashMap<&'static str, Class, BuildHasherDefault<Fnv>>;

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::default();
        for (class, list) in LISTS {
            for word in list.split_whitespace() {
                let entry = lexicon.entry(word).or_default();
                *entry = entry.or(*class);
            }
        }
        lexicon
    })
}

/// The longest word any list holds, in bytes.
const LONGEST: usize = 24;

/// The lists `word` stands in, however its letters and apostrophes are written.
#[must_use]
pub fn class_of(word: &str) -> Class {
    let mut lower = [0_u8; LONGEST];
    let mut length = 0;
    for c in word.chars() {
        let plain = if c == '’' { '\'' } else { c.to_ascii_lowercase() };
        let (true, Some(slot)) = (plain.is_ascii(), lower.get_mut(length)) else { return Class::NONE };
        *slot = plain as u8;
        length += 1;
    }
    let key = lower.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    lexicon().get(key).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_without_duplicates() {
        for (class, list) in LISTS {
            let words: Vec<_> = list.split_whitespace().collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} does not come before {} in {class:?}", pair[0], pair[1]);
            }
            assert!(words.iter().all(|word| word.len() <= LONGEST && *word == word.to_lowercase()));
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
