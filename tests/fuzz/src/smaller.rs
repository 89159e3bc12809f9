//! A finding made as small as it gets.

use crate::{Deeds, Outcome, Target, judge};

/// How often a smaller input is tried at most.
const TRIES: usize = 4000;

/// The smallest input that was met on the way from `input` and ends with the same complaint.
#[must_use]
pub fn smaller(target: &Target, input: &[u8], complaint: &str) -> Vec<u8> {
    let mut best = input.to_vec();
    let mut tries = 0;
    let mut length = best.len().div_ceil(2);
    while length > 0 && tries < TRIES {
        let mut start = 0;
        let mut found = false;
        while start < best.len() && tries < TRIES {
            let mut shorter = best.clone();
            shorter.drain(start..(start + length).min(shorter.len()));
            tries += 1;
            if is_same(target, &shorter, complaint) {
                best = shorter;
                found = true;
            } else {
                start += length;
            }
        }
        if !found || length > 1 {
            length /= 2;
        }
    }
    best
}

/// Figures may differ: they are mostly offsets.
fn is_same(target: &Target, input: &[u8], complaint: &str) -> bool {
    let words = |text: &str| text.chars().filter(|c| !c.is_numeric()).take(60).collect::<String>();
    matches!(judge(target, input, &mut Deeds::default()), Outcome::Bad(other) if words(&other) == words(complaint))
}
