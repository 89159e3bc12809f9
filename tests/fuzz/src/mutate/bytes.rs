//! Bytes changed.

use fastrand::Rng;

use super::place;

/// `input` with one change; `other` is another input.
pub fn change(input: &[u8], other: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = input.to_vec();
    let (a, b) = (place(rng, bytes.len()), place(rng, bytes.len()));
    let (a, b) = (a.min(b), a.max(b));
    match rng.u8(..7) {
        0 => {
            bytes.drain(a..b);
        }
        1 => {
            let again = bytes.get(a..b).unwrap_or_default().to_vec();
            bytes.splice(b..b, again);
        }
        2 => {
            bytes.insert(a, rng.u8(..));
        }
        3 => {
            let from = place(rng, other.len());
            bytes.splice(a..b, other.get(from..).unwrap_or_default().iter().copied().take(256));
        }
        4 => {
            let few: Vec<u8> = (0..rng.usize(..16)).map(|_| rng.u8(..)).collect();
            bytes.splice(a..a, few);
        }
        5 => {
            if let Some(byte) = bytes.get_mut(a) {
                *byte ^= 1 << rng.u8(..8);
            }
        }
        _ => {
            if let Some(byte) = bytes.get_mut(a) {
                *byte = rng.u8(..);
            }
        }
    }
    bytes
}
