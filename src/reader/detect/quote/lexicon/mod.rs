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

/// The words of all lists.
struct Lexicon {
    /// A table with open addresses, at most half full, by the hash of the word.
    slots: Vec<(u64, Class)>,
}

/// A power of two, more than twice the words.
const SLOTS: usize = 8192;

impl Lexicon {
    fn of_all_lists() -> Self {
        let mut lexicon = Self { slots: vec![(0, Class::NONE); SLOTS] };
        for (class, list) in LISTS {
            for word in list.split_whitespace() {
                lexicon.add(hash(word), *class);
            }
        }
        for (classes, list) in INFLECTED {
            for word in list.split_whitespace() {
                for (form, class) in forms(word).into_iter().zip(classes) {
                    if *class != Class::NONE {
                        lexicon.add(form, *class);
                    }
                }
            }
        }
        lexicon
    }

    #[expect(clippy::cast_possible_truncation, reason = "only its low bits are wanted")]
    fn slot(&self, key: u64) -> usize {
        let mut at = key as usize % SLOTS;
        while self.slots.get(at).is_some_and(|(other, _)| *other != key && *other != 0) {
            at = (at + 1) % SLOTS;
        }
        at
    }

    fn add(&mut self, key: Option<u64>, class: Class) {
        let Some(key) = key else { return };
        let at = self.slot(key);
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (key, slot.1.or(class));
        }
    }
}

/// "add", "adds", "added", "adding": what the rule makes of a verb, or of a noun, each by its hash.
fn forms(word: &str) -> [Option<u64>; 4] {
    let stem = word.get(..word.len().saturating_sub(1)).unwrap_or_default();
    let y = word.ends_with('y') && !stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    let e = word.ends_with('e');
    let hissing = word.ends_with(['s', 'x', 'z', 'o']) || word.ends_with("sh") || word.ends_with("ch");
    let s = if y { (stem, "ies") } else { (word, if hissing { "es" } else { "s" }) };
    let ed = if y { (stem, "ied") } else { (word, if e { "d" } else { "ed" }) };
    let ing = if e && !stem.ends_with('e') { stem } else { word };
    [(word, ""), s, ed, (ing, "ing")].map(|(stem, ending)| hash_of(stem.chars().chain(ending.chars())))
}

/// FNV-1a of a word in small letters: short keys, no attacker to fear. Nothing for a word no list can hold.
fn hash(word: &str) -> Option<u64> {
    hash_of(word.chars())
}

fn hash_of(letters: impl Iterator<Item = char>) -> Option<u64> {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for letter in letters {
        let plain = if letter == '’' { '\'' } else { letter.to_ascii_lowercase() };
        if !plain.is_ascii() {
            return None;
        }
        hash = (hash ^ u64::from(plain)).wrapping_mul(0x0100_0000_01b3);
    }
    Some(hash)
}

/// The lists `word` stands in, however its letters and apostrophes are written.
#[must_use]
pub fn class_of(word: &str) -> Class {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(Lexicon::of_all_lists);
    let Some(key) = hash(word) else { return Class::NONE };
    lexicon.slots.get(lexicon.slot(key)).map_or(Class::NONE, |(_, class)| *class)
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
        let hashes: std::collections::HashSet<_> = words.iter().map(|word| hash(word).unwrap()).collect();
        assert_eq!(hashes.len(), words.len());
        let full = Lexicon::of_all_lists().slots.iter().filter(|slot| slot.0 != 0).count();
        assert!(full * 2 < SLOTS, "{full} of {SLOTS}");
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
