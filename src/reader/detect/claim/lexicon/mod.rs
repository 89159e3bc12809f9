//! Looks words and phrases up among the words behind the cues.

mod words;

use std::borrow::Cow;
use std::sync::OnceLock;

use super::cue::CueSet;
use crate::text::letters;
use words::TABLES;
pub(super) use words::{MEASURES, MONTHS};

/// How the words of a table inflect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Forms {
    /// Only as written.
    Exact,
    /// With a regular plural.
    Noun,
    /// With regular -s, -ed and -ing.
    Verb,
}

/// The hash of a word or phrase: FNV-1a over its lower-case letters, phrases joined by [`WordHash::then`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordHash(pub(super) u64);

impl WordHash {
    /// The hash of one token; runs of digits count as their length, up to five.
    pub(super) fn of(word: &str) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            for _ in 0..word.len().min(5) {
                add(b'0');
            }
        } else if word.is_ascii() {
            word.bytes().for_each(|byte| add(byte.to_ascii_lowercase()));
        } else {
            word.chars().map(letters::lower).for_each(|c| {
                let mut buffer = [0; 4];
                c.encode_utf8(&mut buffer).bytes().for_each(&mut add);
            });
        }
        Self(hash)
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

/// The cues a word speaks for, and whether a phrase in the tables begins with it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) cues: CueSet,
    pub(super) begins_phrase: bool,
}

/// All words and phrases of the tables, in a hash table with open addressing.
#[derive(Debug)]
pub(super) struct Lexicon {
    slots: Vec<Option<(WordHash, Entry)>>,
}

/// Slots of the table: a power of two, at least twice the number of words.
const SLOTS: usize = 1 << 13;

impl Lexicon {
    /// The lexicon, built at the first use.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut lexicon = Self { slots: vec![None; SLOTS] };
        for (cue, forms, table) in TABLES {
            for word in words_of(table) {
                for form in inflect(word, *forms) {
                    let mut phrase: Option<WordHash> = None;
                    for part in form.split(' ') {
                        let part = WordHash::of(part);
                        if let Some(begun) = phrase {
                            lexicon.update(begun, |entry| entry.begins_phrase = true);
                        }
                        phrase = Some(phrase.map_or(part, |begun| begun.then(part)));
                    }
                    if let Some(hash) = phrase {
                        lexicon.update(hash, |entry| entry.cues.insert(*cue));
                    }
                }
            }
        }
        lexicon
    }

    /// What is known of a word or phrase.
    pub(super) fn look_up(&self, hash: WordHash) -> Option<Entry> {
        match self.slots.get(self.slot(hash)) {
            Some(Some((_, entry))) => Some(*entry),
            _ => None,
        }
    }

    /// The slot of `hash`, or the free one where it would go.
    #[expect(clippy::cast_possible_truncation, reason = "masked to the size of the table")]
    fn slot(&self, hash: WordHash) -> usize {
        let mut at = hash.mixed() as usize & (SLOTS - 1);
        while matches!(self.slots.get(at), Some(Some((taken, _))) if *taken != hash) {
            at = (at + 1) & (SLOTS - 1);
        }
        at
    }

    fn update(&mut self, hash: WordHash, change: impl FnOnce(&mut Entry)) {
        let at = self.slot(hash);
        if let Some(slot) = self.slots.get_mut(at) {
            change(&mut slot.get_or_insert((hash, Entry::default())).1);
        }
    }
}

/// The words and phrases of a table.
pub(super) fn words_of(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.split(',').map(str::trim)
}

/// The forms of `word`.
fn inflect(word: &'static str, forms: Forms) -> Vec<Cow<'static, str>> {
    let mut all = vec![Cow::Borrowed(word)];
    let stem_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let hisses = word.ends_with("ch") || word.ends_with("sh") || word.ends_with(['s', 'x', 'z']);
    if forms != Forms::Exact {
        all.push(match stem_y {
            Some(stem) => format!("{stem}ies").into(),
            None if hisses => format!("{word}es").into(),
            None => format!("{word}s").into(),
        });
    }
    if forms == Forms::Verb {
        all.push(match (stem_y, word.ends_with('e')) {
            (Some(stem), _) => format!("{stem}ied").into(),
            (None, true) => format!("{word}d").into(),
            (None, false) => format!("{word}ed").into(),
        });
        all.push(match (word.strip_suffix("ie"), word.strip_suffix('e')) {
            (Some(stem), _) => format!("{stem}ying").into(),
            (None, Some(stem)) => format!("{stem}ing").into(),
            (None, None) => format!("{word}ing").into(),
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::Cue;
    use super::*;

    fn cues(phrase: &str) -> Vec<Cue> {
        let hash = phrase.split(' ').map(WordHash::of).reduce(WordHash::then).unwrap();
        Lexicon::get().look_up(hash).map(|entry| entry.cues.cues().collect()).unwrap_or_default()
    }

    #[test]
    fn the_tables_are_sorted_and_free_of_duplicates() {
        let tables = TABLES.iter().map(|(_, _, table)| *table);
        for table in tables.chain([MONTHS, MEASURES]) {
            assert!(words_of(table).is_sorted_by(|a, b| !a.is_empty() && a < b), "{table}");
        }
    }

    #[test]
    fn the_table_of_words_has_room_to_spare() {
        let taken = Lexicon::get().slots.iter().flatten().count();
        assert!(2 * taken <= SLOTS, "{taken} words in {SLOTS} slots");
    }

    #[test]
    fn words_are_found_in_their_forms_and_in_any_case() {
        assert!(cues("Denied").contains(&Cue::Accusation));
        assert!(cues("accusing").contains(&Cue::Accusation));
        assert!(cues("studies").contains(&Cue::Evidence));
        assert!(cues("ACCORDING to").contains(&Cue::Attribution));
        assert!(cues("table").is_empty());
    }

    #[test]
    fn regular_forms() {
        assert_eq!(inflect("deny", Forms::Verb), ["deny", "denies", "denied", "denying"]);
        assert_eq!(inflect("die", Forms::Verb), ["die", "dies", "died", "dying"]);
        assert_eq!(inflect("crash", Forms::Verb), ["crash", "crashes", "crashed", "crashing"]);
        assert_eq!(inflect("survey", Forms::Noun), ["survey", "surveys"]);
    }
}
