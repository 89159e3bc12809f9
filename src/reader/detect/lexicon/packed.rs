//! Lists as the page carries them: of each word only what it does not share with the word before it.
//!
//! The lists are written as text, for people to read: words in alphabetical order with white space between them. The
//! compiler packs them.

/// Bytes up to this one stand before a word and say how many letters it shares with the word before.
const MOST_SHARED: u8 = 31;

/// How many bytes a packed list has.
#[must_use]
pub const fn length(list: &str) -> usize {
    pack::<0>(list).1
}

/// Packs a list of words in alphabetical order; gives also how many bytes that takes.
#[must_use]
#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "only the compiler runs it")]
pub const fn pack<const N: usize>(list: &str) -> ([u8; N], usize) {
    let text = list.as_bytes();
    let (mut packed, mut length) = ([0; N], 0);
    let (mut before, mut at) = (0, 0);
    while at < text.len() {
        if text[at] <= b' ' {
            at += 1;
            continue;
        }
        let mut shared = 0;
        while text[before + shared] > b' ' && text[before + shared] == text[at + shared] && before < at {
            shared += 1;
        }
        before = at;
        at += shared;
        let mut next = shared as u8;
        loop {
            if length < N {
                packed[length] = next;
            }
            length += 1;
            if text[at] <= b' ' {
                break;
            }
            next = text[at];
            at += 1;
        }
    }
    (packed, length)
}

/// Calls `each` with every word of a packed list.
pub fn unpack(packed: &[u8], each: &mut dyn FnMut(&[u8])) {
    let mut word = Vec::new();
    for (at, byte) in packed.iter().enumerate() {
        if *byte > MOST_SHARED {
            word.push(*byte);
        } else {
            word.truncate(usize::from(*byte));
        }
        if packed.get(at + 1).is_none_or(|next| *next <= MOST_SHARED) {
            each(&word);
        }
    }
}
