//! What followed the last time that the last six bytes were seen.

const SHORTEST: usize = 6;
const LONGEST: usize = 31;
const TABLE_BITS: u32 = 18;

/// Where the bytes so far go on as before.
#[derive(Debug)]
pub struct Matches {
    /// By the last bytes, the place after them.
    places: Vec<u32>,
    place: usize,
    length: usize,
    /// By the length of the match, how often it was right.
    trust: [f32; LONGEST + 1],
}

impl Default for Matches {
    fn default() -> Self {
        Self { places: vec![0; 1 << TABLE_BITS], place: 0, length: 0, trust: [0.75; LONGEST + 1] }
    }
}

impl Matches {
    /// The byte that followed, if there is a match.
    pub fn next(&self, done: &[u8]) -> Option<u8> {
        if self.length > 0 { done.get(self.place).copied() } else { None }
    }

    /// How long the match is, up to 31.
    pub fn length(&self) -> usize {
        self.length.min(LONGEST)
    }

    /// How likely the match goes on.
    pub fn trust(&self) -> f32 {
        self.trust[self.length()]
    }

    /// Learns whether a decision was as the match had it.
    pub fn learn(&mut self, right: bool) {
        let length = self.length();
        let was = if right { 1.0 } else { 0.0 };
        self.trust[length] = (self.trust[length] + (was - self.trust[length]) * 0.01).min(0.9998);
    }

    /// Takes the byte that ends `done`.
    pub fn take(&mut self, byte: u8, done: &[u8]) {
        let before = done.len() - 1;
        if self.length > 0 && done.get(self.place) == Some(&byte) && self.place < before {
            self.length += 1;
            self.place += 1;
        } else {
            self.length = 0;
        }
        let Some(last) = done.last_chunk::<SHORTEST>() else { return };
        let key =
            last.iter().fold(0_u32, |key, byte| (key ^ u32::from(*byte)).wrapping_mul(0x0100_0193).rotate_left(5));
        let slot = (key.wrapping_mul(0x9e37_79b1) >> (32 - TABLE_BITS)) as usize;
        if self.length == 0 {
            let place = self.places[slot] as usize;
            let same =
                done[..place].iter().rev().zip(done.iter().rev()).take(LONGEST).take_while(|(a, b)| a == b).count();
            if same >= SHORTEST {
                (self.place, self.length) = (place, same);
            }
        }
        self.places[slot] = done.len() as u32;
    }
}
