//! First names as the page carries them: of each a fingerprint, which takes half the room of its letters.

use crate::detect::lexicon::hash;

/// What is kept of a first name: so little that one in eighty words that stand in no list has the same, and passes for
/// a first name where it has a capital. The factor mixes the bits, and is one that keeps the names of the lists apart.
pub const fn fingerprint(hash: u64) -> u64 {
    hash.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 48
}

/// The largest gap between two fingerprints that one byte can say; a larger one goes on in the next byte.
const MOST_GAP: u8 = u8::MAX;

/// How many bytes the fingerprints of a list have.
pub const fn length(list: &str) -> usize {
    pack::<0>(list).1
}

/// The fingerprints of a list of words, in order: of each how many there are between it and the one before. Gives also
/// how many bytes that takes.
#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "only the compiler runs it")]
pub const fn pack<const N: usize>(list: &str) -> ([u8; N], usize) {
    let mut known = [0_u64; 1 << 10]; // a bit for each fingerprint there can be
    let (text, mut at) = (list.as_bytes(), 0);
    while at < text.len() {
        let from = at;
        while text[at] > b' ' {
            at += 1;
        }
        if at > from {
            let (_, word) = text.split_at(from);
            let fingerprint = fingerprint(hash(word.split_at(at - from).0)) as usize;
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

/// Calls `each` with every fingerprint of a packed list.
pub fn unpack(packed: &[u8], each: &mut dyn FnMut(u64)) {
    let mut name = 0;
    for gap in packed {
        name += u64::from(*gap);
        if *gap < MOST_GAP {
            each(name);
            name += 1;
        }
    }
}
