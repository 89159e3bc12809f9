//! What the word lists of the claims and of the quotations stand on: lists that people can read and the compiler packs, the
//! forms of a word that goes by the rule, and a table of what is known of each.

pub mod packed;
mod table;

pub use table::Table;

/// Which forms of its words a list means, by how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forms {
    /// Only as written.
    Exact = 1,
    /// With "-s" as well.
    Noun = 2,
    /// With "-s", "-ed" and "-ing". After a "+" in the list the last letter stands twice before the latter two.
    Verb = 4,
}

/// The first `count` forms of a word, each by its hash: "add", "adds", "added", "adding".
pub fn forms(word: &[u8], count: usize) -> impl Iterator<Item = u64> {
    let (word, twice) = word.strip_suffix(b"+").map_or((word, false), |word| (word, true));
    let (last, stem) = word.split_last().unwrap_or((&b' ', &[]));
    let before = stem.last().copied().unwrap_or_default();
    let stem_hash = hash(stem);
    let whole = hashed(stem_hash, &[*last]);
    let y = *last == b'y' && !matches!(before, b'a' | b'e' | b'o' | b'u');
    let hisses = matches!((before, last), (_, b's' | b'x' | b'z' | b'o') | (b's' | b'c', b'h'));
    let longer = if twice { hashed(whole, &[*last]) } else { whole };
    let s = if y { hashed(stem_hash, b"ies") } else { hashed(whole, if hisses { b"es" } else { b"s" }) };
    let ed = if y { hashed(stem_hash, b"ied") } else { hashed(longer, if *last == b'e' { b"d" } else { b"ed" }) };
    let ing = match stem {
        _ if *last != b'e' => longer,
        [stem @ .., b'i'] => hashed(hash(stem), b"y"),
        [.., b'e'] => whole,
        _ => stem_hash,
    };
    [whole, s, ed, hashed(ing, b"ing")].into_iter().take(count)
}

/// The hash of a word, however its ASCII letters and its apostrophes are written.
#[must_use]
pub const fn hash(word: &[u8]) -> u64 {
    hashed(0xcbf2_9ce4_8422_2325, word)
}

/// FNV-1a, from the hash of what stands before: short keys, no attacker to fear.
#[inline(never)]
const fn hashed(before: u64, mut letters: &[u8]) -> u64 {
    let mut hash = before;
    loop {
        let letter;
        (letter, letters) = match letters {
            [0xe2, 0x80, 0x99, rest @ ..] => (b'\'', rest), // "’"
            [letter, rest @ ..] => (letter.to_ascii_lowercase(), rest),
            [] => return hash,
        };
        hash = (hash ^ letter as u64).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_forms_the_rule_gives() {
        for words in [
            "deny denies denied denying",
            "die dies died dying",
            "crash crashes crashed crashing",
            "agree agrees agreed agreeing",
            "veto vetoes vetoed vetoing",
            "survey surveys surveyed surveying",
            "argue argues argued arguing",
        ] {
            let words: Vec<_> = words.split(' ').map(str::as_bytes).collect();
            assert!(forms(words[0], 4).eq(words.iter().map(|word| hash(word))), "{words:?}");
            assert!(forms(words[0], 2).eq(words.iter().take(2).map(|word| hash(word))), "{words:?}");
            assert!(forms(words[0], 1).eq([hash(words[0])]), "{words:?}");
        }
        let admit = ["admit", "admits", "admitted", "admitting"].map(|word| hash(word.as_bytes()));
        assert!(forms(b"admit+", 4).eq(admit));
        assert_eq!(forms(b"", 4).count(), 4);
    }

    #[test]
    fn capitals_and_curly_apostrophes_do_not_hide_a_word() {
        assert_eq!(hash(b"SAID"), hash(b"said"));
        assert_eq!(hash("didn’t".as_bytes()), hash(b"didn't"));
        assert_ne!(hash("€".as_bytes()), hash("₤".as_bytes()));
    }
}
