//! The word lists, and what they say of one word.
//!
//! Each list is a string of words in alphabetical order, so that a reader can check it; the page carries no more than
//! the letters in which each differs from the one before, and of first names no letters at all ([`fingerprints`]).

pub mod cues;
mod fingerprints;
pub mod grammar;
pub mod people;
pub mod things;

use std::sync::OnceLock;

use crate::detect::lexicon::{Forms, Table, hash, packed};

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

macro_rules! lists {
    ($($list:path, $forms:ident, $class:expr;)*) => {
        const LISTS: &[(Class, Forms, &[u8])] =
            &[$(($class, Forms::$forms, &packed::pack::<{ packed::length($list) }>($list).0)),*];

        #[cfg(test)]
        const TEXTS: &[&str] = &[$($list),*];
    };
}

lists! {
    cues::SAYING_VERBS, Verb, Class::SAYING;
    cues::JUDGING_VERBS, Verb, Class::JUDGING;
    cues::THINKING_VERBS, Verb, Class::THINKING;
    people::PEOPLE_NOUNS, Noun, Class::PEOPLE;
    people::TITLES_OF_OFFICE, Noun, Class::TITLE.or(Class::OFFICE);
    cues::SAYING, Exact, Class::SAYING;
    cues::SAYING_ING, Exact, Class::SAYING_ING;
    people::TITLES_OF_PEOPLE, Noun, Class::TITLE.or(Class::PEOPLE);
    people::TITLES, Exact, Class::TITLE;
    people::TITLES_OF_MEN, Exact, Class::MAN_TITLE.or(Class::TITLE);
    people::TITLES_OF_WOMEN, Exact, Class::WOMAN_TITLE.or(Class::TITLE);
    people::OFFICES, Noun, Class::OFFICE;
    people::PEOPLE, Exact, Class::PEOPLE;
    people::MEN_AND_MORE, Exact, Class::MAN;
    people::WOMEN_AND_MORE, Exact, Class::WOMAN;
    people::PARTICLES, Exact, Class::PARTICLE;
    things::ORGANISATIONS, Noun, Class::ORGANISATION;
    things::DOCUMENTS, Noun, Class::DOCUMENT;
    things::WRITINGS, Noun, Class::DOCUMENT.or(Class::WORK);
    things::WORKS, Noun, Class::WORK;
    things::NAMING, Noun, Class::NAMING;
    grammar::DETERMINERS, Exact, Class::DETERMINER;
    grammar::PREPOSITIONS, Exact, Class::PREPOSITION;
    grammar::CONJUNCTIONS, Exact, Class::CONJUNCTION;
    grammar::RELATIVES, Exact, Class::RELATIVE;
    grammar::AUXILIARIES, Exact, Class::AUXILIARY;
    grammar::ADVERBS, Exact, Class::ADVERB;
    grammar::PRONOUNS, Exact, Class::PRONOUN;
    grammar::TIMES, Exact, Class::TIME;
    grammar::ELISIONS, Exact, Class::ELISION;
    cues::THINKING, Exact, Class::THINKING;
    cues::THINKING_ING, Exact, Class::THINKING_ING;
    cues::NOUNS_TOO, Exact, Class::NOUN_TOO;
    things::NAMED, Exact, Class::NAMED.or(Class::NAMING);
    cues::SAYINGS, Noun, Class::SAYINGS;
}

/// The first names, each list by its fingerprints.
const NAMES: &[(Class, &[u8])] = &[
    (Class::MAN, &fingerprints::pack::<{ fingerprints::length(people::MEN) }>(people::MEN).0),
    (Class::WOMAN, &fingerprints::pack::<{ fingerprints::length(people::WOMEN) }>(people::WOMEN).0),
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

    /// The list of the participles, of verbs.
    const fn participle(self) -> Self {
        Self(self.0 << 1)
    }

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

/// How many words the lists have, with all forms, at most.
const WORDS: usize = 4095;

fn all_lists() -> Table {
    let mut table = Table::new(WORDS);
    let mut add = |word, class: Class| {
        if let Some(known) = table.entry(word) {
            *known |= class.0;
        }
    };
    for (class, forms, list) in LISTS {
        packed::unpack(list, &mut |word| {
            let (noun, word) = word.strip_suffix(b"*").map_or((Class::NONE, word), |word| (Class::NOUN_TOO, word));
            for (at, form) in forms.of(word).enumerate() {
                add(form, match at {
                    0 | 1 => class.or(noun),
                    2 => *class,
                    _ => class.participle(),
                });
            }
        });
    }
    for (class, names) in NAMES {
        fingerprints::unpack(names, &mut |name| add(name, *class));
    }
    table
}

/// The lists `word` stands in, however its letters and apostrophes are written.
#[must_use]
pub fn class_of(word: &str) -> Class {
    static LEXICON: OnceLock<Table> = OnceLock::new();
    let (lexicon, hash) = (LEXICON.get_or_init(all_lists), hash(word.as_bytes()));
    Class(match lexicon.get(hash) {
        0 if word.starts_with(|first: char| first.is_ascii_uppercase()) => lexicon.get(fingerprints::fingerprint(hash)),
        known => known,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_without_duplicates() {
        for list in TEXTS.iter().chain(&[people::MEN, people::WOMEN]) {
            let words: Vec<_> = list.split_whitespace().map(|word| word.trim_end_matches(['*', '+'])).collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} does not come before {}", pair[0], pair[1]);
            }
            assert!(words.iter().all(|word| word.is_ascii() && *word == word.to_lowercase()));
        }
    }

    #[test]
    fn a_packed_list_has_the_words_of_its_text() {
        for (list, (.., packed)) in TEXTS.iter().zip(LISTS) {
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
        let words = all_lists().len();
        assert!(words <= WORDS, "{words} words");
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
