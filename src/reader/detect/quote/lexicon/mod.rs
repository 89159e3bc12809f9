//! The word lists, and what they say of one word.
//!
//! Each list is a string of words in alphabetical order, so that a reader can check it; the page carries no more than
//! the letters in which each differs from the one before, and of first names no letters at all ([`packed`]).

pub mod cues;
pub mod grammar;
mod packed;
pub mod people;
pub mod things;

use std::sync::OnceLock;

/// What a word can be: a set of the lists it stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// Verbs that report words.
    SAYING = 0;
    /// Their participles.
    SAYING_ING = 1;
    /// Verbs that report words only beside a quotation.
    JUDGING = 2;
    /// Their participles.
    JUDGING_ING = 3;
    /// What stands before a name and belongs to it.
    TITLE = 4;
    /// Titles that say "he".
    MAN_TITLE = 5;
    /// Titles that say "she".
    WOMAN_TITLE = 6;
    /// Whoever holds an office.
    OFFICE = 7;
    /// People without a name.
    PEOPLE = 8;
    /// First names that say "he".
    MAN = 9;
    /// First names that say "she".
    WOMAN = 10;
    /// Small words inside a name.
    PARTICLE = 11;
    /// Organisations.
    ORGANISATION = 12;
    /// What is written and can speak.
    DOCUMENT = 13;
    /// Things with titles.
    WORK = 14;
    /// What says that a name, a title or a term follows.
    NAMING = 15;
    /// What begins a noun phrase.
    DETERMINER = 16;
    /// Prepositions.
    PREPOSITION = 17;
    /// What joins clauses.
    CONJUNCTION = 18;
    /// What begins a relative clause.
    RELATIVE = 19;
    /// Forms of be, have, do, and the modals.
    AUXILIARY = 20;
    /// Adverbs without -ly.
    ADVERB = 21;
    /// Personal pronouns that can speak.
    PRONOUN = 22;
    /// Names of times.
    TIME = 23;
    /// Words that begin with an apostrophe of their own.
    ELISION = 25;
    /// Verbs of thought and of showing.
    THINKING = 26;
    /// Their participles.
    THINKING_ING = 27;
    /// Forms of such verbs that are as often nouns.
    NOUN_TOO = 28;
    /// What says that a name or a title follows.
    NAMED = 29;
    /// Nouns for what is said.
    SAYINGS = 30;
}

/// What the words of a list are, and, where a rule gives their forms, what they are with "-s", "-ed" and "-ing".
type Forms = [Class; 4];

const fn as_it_is(class: Class) -> Forms {
    [class, Class::NONE, Class::NONE, Class::NONE]
}

const fn noun(class: Class) -> Forms {
    [class, class, Class::NONE, Class::NONE]
}

const fn verb(finite: Class, participle: Class) -> Forms {
    [finite, finite, finite, participle]
}

macro_rules! lists {
    ($($list:path, $forms:expr;)*) => {
        const LISTS: &[(Forms, &[u8])] = &[$(($forms, &packed::pack::<{ packed::length($list) }>($list).0)),*];

        #[cfg(test)]
        const TEXTS: &[&str] = &[$($list),*];
    };
}

lists! {
    cues::SAYING_VERBS, verb(Class::SAYING, Class::SAYING_ING);
    cues::JUDGING_VERBS, verb(Class::JUDGING, Class::JUDGING_ING);
    cues::THINKING_VERBS, verb(Class::THINKING, Class::THINKING_ING);
    people::PEOPLE_NOUNS, noun(Class::PEOPLE);
    people::TITLES_OF_OFFICE, as_it_is(Class::TITLE.or(Class::OFFICE));
    cues::SAYING, as_it_is(Class::SAYING);
    cues::SAYING_ING, as_it_is(Class::SAYING_ING);
    cues::JUDGING, as_it_is(Class::JUDGING);
    cues::JUDGING_ING, as_it_is(Class::JUDGING_ING);
    people::TITLES, as_it_is(Class::TITLE);
    people::TITLES_OF_MEN, as_it_is(Class::MAN_TITLE.or(Class::TITLE));
    people::TITLES_OF_WOMEN, as_it_is(Class::WOMAN_TITLE.or(Class::TITLE));
    people::OFFICES, as_it_is(Class::OFFICE);
    people::PEOPLE, as_it_is(Class::PEOPLE);
    people::MEN_AND_MORE, as_it_is(Class::MAN);
    people::WOMEN_AND_MORE, as_it_is(Class::WOMAN);
    people::PARTICLES, as_it_is(Class::PARTICLE);
    things::ORGANISATIONS, as_it_is(Class::ORGANISATION);
    things::DOCUMENTS, as_it_is(Class::DOCUMENT);
    things::WORKS, as_it_is(Class::WORK);
    things::NAMING, as_it_is(Class::NAMING);
    grammar::DETERMINERS, as_it_is(Class::DETERMINER);
    grammar::PREPOSITIONS, as_it_is(Class::PREPOSITION);
    grammar::CONJUNCTIONS, as_it_is(Class::CONJUNCTION);
    grammar::RELATIVES, as_it_is(Class::RELATIVE);
    grammar::AUXILIARIES, as_it_is(Class::AUXILIARY);
    grammar::ADVERBS, as_it_is(Class::ADVERB);
    grammar::PRONOUNS, as_it_is(Class::PRONOUN);
    grammar::TIMES, as_it_is(Class::TIME);
    grammar::ELISIONS, as_it_is(Class::ELISION);
    cues::THINKING, as_it_is(Class::THINKING);
    cues::THINKING_ING, as_it_is(Class::THINKING_ING);
    cues::NOUNS_TOO, as_it_is(Class::NOUN_TOO);
    things::NAMED, as_it_is(Class::NAMED);
    cues::SAYINGS, as_it_is(Class::SAYINGS);
}

/// The first names, each list by its fingerprints.
const NAMES: &[(Class, &[u8])] = &[
    (Class::MAN, &packed::fingerprints::<{ packed::fingerprints_length(people::MEN) }>(people::MEN).0),
    (Class::WOMAN, &packed::fingerprints::<{ packed::fingerprints_length(people::WOMEN) }>(people::WOMEN).0),
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
    used: usize,
}

impl Table {
    /// A table with room for so many words.
    #[must_use]
    pub fn new(words: usize) -> Self {
        Self { slots: vec![(0, 0); (2 * words + 2).next_power_of_two()], used: 0 }
    }

    /// Where the number of the word with this hash stands: zero until it is given one.
    #[inline(never)]
    pub fn entry(&mut self, word: u64) -> Option<&mut u32> {
        let mut at = self.slot(word);
        if self.slots.get(at).is_some_and(|(key, _)| *key == 0) {
            self.used += 1;
            if 2 * self.used > self.slots.len() {
                let mut larger = Self::new(self.slots.len() - 1);
                for (word, number) in self.slots.drain(..).filter(|(word, _)| *word != 0) {
                    *larger.entry(word)? = number;
                }
                *self = Self { used: self.used, ..larger };
                at = self.slot(word);
            }
        }
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
    for (classes, list) in LISTS {
        packed::unpack(list, &mut |word| {
            let (noun, word) = word.strip_suffix(b"*").map_or((false, word), |word| (true, word));
            for (at, (form, class)) in forms(word).into_iter().zip(classes).enumerate() {
                let noun = if noun && at < 2 { Class::NOUN_TOO } else { Class::NONE };
                if *class != Class::NONE
                    && let Some(known) = table.entry(form)
                {
                    *known |= class.or(noun).0;
                }
            }
        });
    }
    for (class, names) in NAMES {
        let mut name = 0;
        for gap in *names {
            name += u64::from(*gap);
            if *gap < packed::MOST_GAP
                && let Some(known) = table.entry(name)
            {
                *known |= class.0;
                name += 1;
            }
        }
    }
    table
}

/// "add", "adds", "added", "adding": what the rule makes of a verb, or of a noun, each by its hash.
fn forms(word: &[u8]) -> [u64; 4] {
    let Some((last, stem)) = word.split_last() else { return [0; 4] };
    let before = stem.last().copied().unwrap_or_default();
    let stem = hashed(BASIS, stem);
    let whole = hashed(stem, &[*last]);
    let y = *last == b'y' && !matches!(before, b'a' | b'e' | b'o' | b'u');
    let hissing = matches!((before, last), (_, b's' | b'x' | b'z' | b'o') | (b's' | b'c', b'h'));
    let s = if y { hashed(stem, b"ies") } else { hashed(whole, if hissing { b"es" } else { b"s" }) };
    let ed = if y { hashed(stem, b"ied") } else { hashed(whole, if *last == b'e' { b"d" } else { b"ed" }) };
    let ing = if *last == b'e' && before != b'e' { stem } else { whole };
    [whole, s, ed, hashed(ing, b"ing")]
}

/// The hash of a word, however its letters and apostrophes are written.
#[must_use]
pub const fn hash(word: &[u8]) -> u64 {
    hashed(BASIS, word)
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, from the hash of what stands before: short keys, no attacker to fear.
#[inline(never)]
const fn hashed(before: u64, mut letters: &[u8]) -> u64 {
    let mut hash = before;
    while let [byte, rest @ ..] = letters {
        letters = rest;
        let plain = match byte {
            0xe2 => b'\'', // the first byte of "’"
            0x80 | 0x99 => continue,
            other => other.to_ascii_lowercase(),
        };
        hash = (hash ^ plain as u64).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// What is kept of a first name: so little that one in eighty words that stand in no list has the same, and passes for
/// a first name where it has a capital. The factor mixes the bits, and is one that keeps the names of the lists apart.
const fn fingerprint(hash: u64) -> u64 {
    hash.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 48
}

/// The lists `word` stands in, however its letters and apostrophes are written.
#[must_use]
pub fn class_of(word: &str) -> Class {
    static LEXICON: OnceLock<Table> = OnceLock::new();
    let (lexicon, hash) = (LEXICON.get_or_init(all_lists), hash(word.as_bytes()));
    Class(match lexicon.get(hash) {
        0 if word.starts_with(|first: char| first.is_ascii_uppercase()) => lexicon.get(fingerprint(hash)),
        known => known,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_without_duplicates() {
        for list in TEXTS.iter().chain(&[people::MEN, people::WOMEN]) {
            let words: Vec<_> = list.split_whitespace().map(|word| word.trim_end_matches('*')).collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} does not come before {}", pair[0], pair[1]);
            }
            assert!(words.iter().all(|word| word.is_ascii() && *word == word.to_lowercase()));
        }
    }

    #[test]
    fn a_packed_list_has_the_words_of_its_text() {
        for (list, (_, packed)) in TEXTS.iter().zip(LISTS) {
            let mut words = Vec::new();
            packed::unpack(packed, &mut |word| words.push(String::from_utf8(word.to_vec()).unwrap()));
            assert_eq!(words, list.split_whitespace().collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_two_words_share_a_place() {
        let words: std::collections::HashSet<_> = TEXTS.iter().flat_map(|list| list.split_whitespace()).collect();
        let hashes: std::collections::HashSet<_> = words.iter().map(|word| hash(word.as_bytes())).collect();
        assert_eq!(hashes.len(), words.len());
        let full = all_lists().slots.iter().filter(|slot| slot.0 != 0).count();
        assert!(full <= WORDS, "{full} words");
    }

    #[test]
    fn every_first_name_says_what_its_list_says() {
        let table = all_lists();
        for (list, class) in [(people::MEN, Class::MAN), (people::WOMEN, Class::WOMAN)] {
            for name in list.split_whitespace() {
                assert_eq!(table.get(hash(name.as_bytes())), 0, "{name} stands in another list as well");
                let both = name == "robin";
                assert_eq!(
                    class_of(&name.to_uppercase()),
                    if both { Class::MAN.or(Class::WOMAN) } else { class },
                    "{name}"
                );
            }
        }
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
