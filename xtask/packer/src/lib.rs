//! The page's module in fewer bytes: for the single file packed, a fifth smaller than LZMA does it, and unpacked there; for
//! the hosted page sorted (`streams`), so that brotli, which every browser unpacks by itself, does a tenth better.
//!
//! A module is read as what it is (`module`) and each byte found by decisions (`trees`); what stands before is looked at
//! in several ways (`contexts`, `matches`), what they know of the next decision is weighed (`model`), and the decision
//! takes as much room as it was unlikely (`digits`).
//! Packing and unpacking run the same model; it uses sums and products alone, which are the same on every machine.
#![expect(
    clippy::indexing_slicing,
    reason = "each index is cut to the size of its table, or is that of a tree's place"
)]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "what is hashed, counted or weighed is cut to the bits that its table has"
)]

mod contexts;
mod digits;
mod matches;
mod model;
mod module;
mod streams;
mod trees;

use digits::{Decoder, Encoder, Odds};
use model::Model;
use module::{CLASSES, Reader};
pub use streams::{join, split};
use trees::Tree;

/// Packs bytes into UTF-16 code units, none of them a surrogate, `<`, NUL or a carriage return.
#[must_use]
pub fn pack(bytes: &[u8]) -> Vec<u16> {
    let mut encoder = Encoder::new();
    let mut lengths = lengths_of_codes(bytes).into_iter().flatten();
    let trees = trees(|odds, yes| encoder.encode(odds, yes), || lengths.next().unwrap_or_default());
    let mut model = Model::new();
    for (place, byte) in bytes.iter().enumerate() {
        let done = &bytes[..=place];
        model.next(&trees, &done[..place], *byte, |odds, yes| encoder.encode(odds, yes));
        model.take(*byte, done);
    }
    encoder.finish()
}

/// Unpacks `length` bytes.
#[cfg_attr(target_family = "wasm", wasm_bindgen::prelude::wasm_bindgen)]
#[must_use]
pub fn unpack(units: &[u16], length: usize) -> Vec<u8> {
    let mut decoder = Decoder::new(units);
    let trees = trees(|odds, _| decoder.decode(odds), || 0);
    let mut model = Model::new();
    let mut bytes = Vec::with_capacity(length);
    while bytes.len() < length {
        let byte = model.next(&trees, &bytes, 0, |odds, _| decoder.decode(odds));
        bytes.push(byte);
        model.take(byte, &bytes);
    }
    bytes
}

/// How long the code of each byte is in each class.
fn lengths_of_codes(bytes: &[u8]) -> Vec<[u8; 256]> {
    let mut counts = vec![[0; 256]; CLASSES];
    let mut reader = Reader::default();
    for byte in bytes {
        counts[reader.class()][usize::from(*byte)] += 1;
        reader.take(*byte);
    }
    counts.iter().map(trees::lengths).collect()
}

/// The trees of all classes, each length of a code by four decisions.
fn trees(mut decide: impl FnMut(Odds, bool) -> bool, mut known: impl FnMut() -> u8) -> Vec<Tree> {
    let mut odds = [[32768_u32; 16]; 16];
    let mut last = 0;
    (0..CLASSES)
        .map(|_| {
            let mut lengths = [0; 256];
            for length in &mut lengths {
                let known = known();
                let mut path = 1_usize;
                for step in (0..4).rev() {
                    let odds = &mut odds[last][path];
                    let yes = decide(*odds, known >> step & 1 == 1);
                    *odds = (*odds * 31 + if yes { 65472 } else { 64 }) / 32;
                    path = path << 1 | usize::from(yes);
                }
                last = path & 15;
                *length = last as u8;
            }
            Tree::from_lengths(&lengths)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_what_it_packed() {
        let every: Vec<u8> = (0..=255).cycle().take(3000).collect();
        let module = b"\0asm\x01\0\0\0\x0a\x0c\x01\x0a\x01\x01\x7f\x20\0\x41\x80\x7f\x6a\x0b\x0b\x03a\0b";
        let cut_off = b"\0asm\x01\0\0\0\x0a\xff\xff\xff\xff\x0f\x01\xff\xff\xff\xff\xff\x0f\x44";
        for bytes in [&[] as &[u8], b"a", b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", &every, module, cut_off] {
            let units = pack(bytes);
            assert_eq!(unpack(&units, bytes.len()), bytes);
            let text = String::from_utf16(&units).unwrap();
            assert!(!text.contains(['<', '\0', '\r']));
        }
    }

    #[test]
    fn joins_what_it_split() {
        let module = b"\0asm\x01\0\0\0\x0a\x0c\x01\x0a\x01\x01\x7f\x20\0\x41\x80\x7f\x6a\x0b\x0b\x03a\0b";
        let sorted = split(module);
        assert_eq!(join(&sorted).as_deref(), Some(&module[..]));
        assert_eq!(join(&sorted[..sorted.len() - 1]), None);
        assert_eq!(join(b"\xff\xff\xff\xff"), None);
    }

    #[test]
    fn comes_to_an_end_on_anything() {
        assert_eq!(unpack(&[], 100).len(), 100);
        assert_eq!(unpack(&[0, 0xd800, 0xffff, 0x3c], 100).len(), 100);
    }
}
