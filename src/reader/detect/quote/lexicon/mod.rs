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

use crate::detect::lexicon::packed::{self, List};
use crate::detect::lexicon::{Forms, Table, forms, hash};

/// What a word can be: a set of classes, each of one or several lists.
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
    /// What begins a noun phrase.
    DETERMINER = 0;
    /// Prepositions.
    PREPOSITION = 1;
    /// What joins clauses.
    CONJUNCTION = 2;
    /// What begins a relative clause.
    RELATIVE = 3;
    /// Forms of be, have, do, and the modals.
    AUXILIARY = 4;
    /// Adverbs without -ly.
    ADVERB = 5;
    /// Personal pronouns that can speak.
    PRONOUN = 6;
    /// Names of times.
    TIME = 7;
    /// People without a name.
    PEOPLE = 8;
    /// Whoever holds an office.
    OFFICE = 9;
    /// What stands before a name and belongs to it.
    TITLE = 10;
    /// First names that say "he".
    MAN = 11;
    /// First names that say "she".
    WOMAN = 12;
    /// Organisations.
    ORGANISATION = 13;
    /// What is written and can speak.
    DOCUMENT = 14;
    /// No word: a whole quotation.
    QUOTE = 15;
    /// Verbs that report words.
    SAYING = 16;
    /// Their participles.
    SAYING_ING = 17;
    /// Verbs that report words only beside a quotation.
    JUDGING = 18;
    /// Their participles.
    JUDGING_ING = 19;
    /// Verbs of thought and of showing.
    THINKING = 20;
    /// Their participles.
    THINKING_ING = 21;
    /// Forms of verbs of speech that are as often nouns.
    NOUN_TOO = 22;
    /// Things with titles.
    WORK = 23;
    /// Nouns for what is said.
    SAYINGS = 24;
    /// What says that a name, a title or a term follows.
    NAMING = 25;
    /// What says that a name or a title follows.
    NAMED = 26;
    /// Titles that say "he".
    MAN_TITLE = 27;
    /// Titles that say "she".
    WOMAN_TITLE = 28;
    /// Small words inside a name.
    PARTICLE = 29;
    /// Words that begin with an apostrophe of their own.
    ELISION = 30;
}

/// Every list: the classes of its words, which forms of them are meant, and the words.
const LISTS: &[List] = &[
    (Class::SAYING.0, Forms::Verb, cues::SAYING_VERBS),
    (Class::JUDGING.0, Forms::Verb, cues::JUDGING_VERBS),
    (Class::THINKING.0, Forms::Verb, cues::THINKING_VERBS),
    (Class::SAYING.0, Forms::Exact, cues::SAYING),
    (Class::SAYING_ING.0, Forms::Exact, cues::SAYING_ING),
    (Class::THINKING.0, Forms::Exact, cues::THINKING),
    (Class::THINKING_ING.0, Forms::Exact, cues::THINKING_ING),
    (Class::NOUN_TOO.0, Forms::Exact, cues::NOUNS_TOO),
    (Class::SAYINGS.0, Forms::Noun, cues::SAYINGS),
    (Class::PEOPLE.0, Forms::Noun, people::PEOPLE_NOUNS),
    (Class::TITLE.or(Class::OFFICE).0, Forms::Noun, people::TITLES_OF_OFFICE),
    (Class::TITLE.or(Class::PEOPLE).0, Forms::Noun, people::TITLES_OF_PEOPLE),
    (Class::TITLE.0, Forms::Exact, people::TITLES),
    (Class::MAN_TITLE.or(Class::TITLE).0, Forms::Exact, people::TITLES_OF_MEN),
    (Class::WOMAN_TITLE.or(Class::TITLE).0, Forms::Exact, people::TITLES_OF_WOMEN),
    (Class::OFFICE.0, Forms::Noun, people::OFFICES),
    (Class::PEOPLE.0, Forms::Exact, people::PEOPLE),
    (Class::MAN.0, Forms::Exact, people::MEN_AND_MORE),
    (Class::WOMAN.0, Forms::Exact, people::WOMEN_AND_MORE),
    (Class::PARTICLE.0, Forms::Exact, people::PARTICLES),
    (Class::ORGANISATION.0, Forms::Noun, things::ORGANISATIONS),
    (Class::DOCUMENT.0, Forms::Noun, things::DOCUMENTS),
    (Class::DOCUMENT.or(Class::WORK).0, Forms::Noun, things::WRITINGS),
    (Class::WORK.0, Forms::Noun, things::WORKS),
    (Class::NAMING.0, Forms::Noun, things::NAMING),
    (Class::NAMED.0, Forms::Exact, things::NAMED),
    (Class::NAMED.or(Class::NAMING).0, Forms::Exact, things::NAMED_OR_MEANT),
    (Class::DETERMINER.0, Forms::Exact, grammar::DETERMINERS),
    (Class::PREPOSITION.0, Forms::Exact, grammar::PREPOSITIONS),
    (Class::CONJUNCTION.0, Forms::Exact, grammar::CONJUNCTIONS),
    (Class::RELATIVE.0, Forms::Exact, grammar::RELATIVES),
    (Class::AUXILIARY.0, Forms::Exact, grammar::AUXILIARIES),
    (Class::ADVERB.0, Forms::Exact, grammar::ADVERBS),
    (Class::PRONOUN.0, Forms::Exact, grammar::PRONOUNS),
    (Class::TIME.0, Forms::Exact, grammar::TIMES),
    (Class::ELISION.0, Forms::Exact, grammar::ELISIONS),
];

const PACKED: &[u8] = &packed::pack::<{ packed::length(LISTS) }>(LISTS).0;

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

    /// Of a class of finite verbs, that of their participles: the bit after it.
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
    packed::unpack(PACKED, &mut |class, count, word| {
        let class = Class(class);
        let (noun, word) = word.strip_suffix(b"*").map_or((Class::NONE, word), |word| (Class::NOUN_TOO, word));
        for (at, form) in forms(word, count).enumerate() {
            let class = match at {
                0 | 1 => class.or(noun),
                2 => class,
                _ => class.participle(),
            };
            add(form, class);
        }
    });
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
        0 if word.as_bytes().first().is_some_and(u8::is_ascii_uppercase) => {
            lexicon.get(fingerprints::fingerprint(hash))
        }
        known => known,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_without_duplicates() {
        for list in LISTS.iter().map(|(.., list)| *list).chain([people::MEN, people::WOMEN]) {
            let words: Vec<_> = list.split_whitespace().map(|word| word.trim_end_matches(['*', '+'])).collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} does not come before {}", pair[0], pair[1]);
            }
            assert!(words.iter().all(|word| word.is_ascii() && *word == word.to_lowercase()));
        }
    }

    #[test]
    fn no_two_words_share_a_place() {
        let words: std::collections::HashSet<_> = LISTS.iter().flat_map(|(.., list)| list.split_whitespace()).collect();
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
