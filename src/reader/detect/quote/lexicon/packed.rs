//! Lists as the page carries them: of each word only what it does not share with the word before it; of each first name
//! a fingerprint, which takes half the room.
//!
//! The lists are written as text, for people to read; the compiler packs them.

/// Bytes up to this one stand before a word and say how many letters it shares with the word before.
const MOST_SHARED: u8 = 31;

/// How many bytes a packed list has.
pub const fn length(list: &str) -> usize {
    pack::<0>(list).1
}

/// Packs a list of words in alphabetical order; gives also how many bytes that takes.
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

/// The largest gap between two fingerprints that one byte can say; a larger one goes on in the next byte.
pub const MOST_GAP: u8 = u8::MAX;

/// How many bytes the fingerprints of a list have.
pub const fn fingerprints_length(list: &str) -> usize {
    fingerprints::<0>(list).1
}

/// The fingerprints of a list of words, in order: of each how many there are between it and the one before. Gives also
/// how many bytes that takes.
#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "only the compiler runs it")]
pub const fn fingerprints<const N: usize>(list: &str) -> ([u8; N], usize) {
    let mut known = [0_u64; 1 << 10]; // a bit for each fingerprint there can be
    let (text, mut at) = (list.as_bytes(), 0);
    while at < text.len() {
        let from = at;
        while text[at] > b' ' {
            at += 1;
        }
        if at > from {
            let (_, word) = text.split_at(from);
            let fingerprint = super::fingerprint(super::hash(word.split_at(at - from).0)) as usize;
            known[fingerprint / 64] |= 1 << (fingerprint % 64);
        }
        at += 1;
    }
    let (mut packed, mut length) = ([0; N], 0);
    let (mut at, mut gap) = (0, 0);
    while at < 64 * known.len() {
        let is_known = known[at / 64] >> (at % 64) & 1 == 1;
        // A byte for each that is known, and one whenever the gap has grown too large for it.
        let mut bytes = is_known as u8 + (gap == MOST_GAP) as u8;
        while bytes > 0 {
            if length < N {
                packed[length] = gap;
            }
            length += 1;
            gap = 0;
            bytes -= 1;
        }
        gap += !is_known as u8;
        at += 1;
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
