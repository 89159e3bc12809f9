//! A table from words to what is known of them.

/// What is known of words, each by its hash: a table with open addresses, at most half full.
#[derive(Debug)]
pub struct Table {
    slots: Vec<(u64, u32)>,
    used: usize,
}

impl Table {
    /// A table with room for so many words.
    #[must_use]
    pub fn new(words: usize) -> Self {
        Self { slots: vec![(0, 0); (2 * words + 2).next_power_of_two()], used: 0 }
    }

    /// How many words it has.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.used
    }

    /// Where the number of the word with this hash stands: zero until it is given one.
    #[inline(never)]
    pub fn entry(&mut self, word: u64) -> Option<&mut u32> {
        let mut at = self.slot(word);
        if self.slots.get(at).is_some_and(|(key, _)| *key == 0) {
            self.used += 1;
            if 2 * self.used > self.slots.len() {
                let mut larger = Self::new(self.slots.len() - 1);
                for (word, number) in self.slots.drain(..).filter(|(word, _)| *word != 0) {
                    *larger.entry(word)? = number;
                }
                *self = Self { used: self.used, ..larger };
                at = self.slot(word);
            }
        }
        let (key, number) = self.slots.get_mut(at)?;
        *key = word;
        Some(number)
    }

    /// The number of the word with this hash; zero where it has none.
    #[must_use]
    pub fn get(&self, word: u64) -> u32 {
        self.slots.get(self.slot(word)).map_or(0, |(_, number)| *number)
    }

    #[expect(clippy::cast_possible_truncation, reason = "only its low bits are wanted")]
    #[inline(never)]
    fn slot(&self, word: u64) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = word as usize & last;
        while self.slots.get(at).is_some_and(|(other, _)| *other != word && *other != 0) {
            at = (at + 1) & last;
        }
        at
    }
}
