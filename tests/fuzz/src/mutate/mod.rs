//! New inputs from old ones.

mod bytes;
mod json;
mod text;

use fastrand::Rng;

/// What the inputs of a target are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text: cut and joined between words and characters, so that it stays one.
    Text,
    /// JSON: fields are dropped, doubled, exchanged and given odd values; at times cut as text.
    Json,
    /// Bytes, as a file has them or as a sequence of choices.
    Bytes,
}

/// The longest input that is made, in bytes; long ones are rare.
pub const LONGEST: usize = 16_384;

/// What inputs are made of.
#[derive(Debug)]
pub struct Maker {
    rng: Rng,
    kind: Kind,
    pool: Vec<Vec<u8>>,
    words: Vec<String>,
}

impl Maker {
    /// Makes inputs of this kind out of `seeds`, the same ones for the same `seed`.
    #[must_use]
    pub fn new(kind: Kind, seeds: Vec<Vec<u8>>, seed: u64) -> Self {
        let words = text::words(&seeds);
        Self { rng: Rng::with_seed(seed), kind, pool: seeds, words }
    }

    /// The next input.
    pub fn next_input(&mut self) -> Vec<u8> {
        let longest = if self.rng.u8(..) == 0 { LONGEST } else { 2048 };
        let mut input = self.any();
        if input.len() > longest {
            input = self.part(&input, longest);
        }
        let times = 1 << self.rng.u8(..5);
        for _ in 0..times {
            input = match self.kind {
                Kind::Text => self.change_text(&input),
                Kind::Json if self.rng.u8(..16) == 0 => self.change_text(&input),
                Kind::Json => json::change(&input, &mut self.rng, &self.words),
                Kind::Bytes => bytes::change(&input, &self.any(), &mut self.rng),
            };
        }
        input.truncate(LONGEST);
        input
    }

    /// `input` did something new: more is made of it.
    pub fn keep(&mut self, input: Vec<u8>) {
        self.pool.push(input);
    }

    /// How many inputs others are made of.
    #[must_use]
    pub fn pool(&self) -> usize {
        self.pool.len()
    }

    fn any(&mut self) -> Vec<u8> {
        self.rng.choice(&self.pool).cloned().unwrap_or_default()
    }

    /// Some lines of a long text; of anything else, all of it.
    fn part(&mut self, input: &[u8], longest: usize) -> Vec<u8> {
        match self.kind {
            Kind::Text => text::part(&String::from_utf8_lossy(input), longest, &mut self.rng).into_bytes(),
            Kind::Bytes => input.get(..longest).unwrap_or(input).to_vec(),
            Kind::Json => input.to_vec(),
        }
    }

    fn change_text(&mut self, input: &[u8]) -> Vec<u8> {
        let other = self.any();
        let (input, other) = (String::from_utf8_lossy(input), String::from_utf8_lossy(&other));
        text::change(&input, &other, &mut self.rng, &self.words).into_bytes()
    }
}

/// A place in `0..=length`.
fn place(rng: &mut Rng, length: usize) -> usize {
    rng.usize(..=length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_inputs() {
        let make = |seed| {
            let mut maker = Maker::new(Kind::Text, vec![b"On June 8 it rained.".to_vec()], seed);
            (0..50).map(|_| maker.next_input()).collect::<Vec<_>>()
        };
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
    }

    #[test]
    fn text_stays_text_and_json_mostly_json() {
        let mut maker = Maker::new(Kind::Text, vec!["“Žižek” 👩‍👩‍👧".as_bytes().to_vec()], 3);
        assert!((0..500).all(|_| String::from_utf8(maker.next_input()).is_ok()));
        let mut maker = Maker::new(Kind::Json, vec![br#"{"a":[1,{"b":"c"}],"d":null}"#.to_vec()], 3);
        let json = (0..500).filter(|_| serde_json::from_slice::<serde_json::Value>(&maker.next_input()).is_ok());
        assert!(json.count() > 200);
    }
}
