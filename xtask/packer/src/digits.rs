//! A range coder whose output are UTF-16 code units, so that a page holds it without any loss.
//!
//! After G. N. N. Martin, "Range encoding: an algorithm for removing redundancy from a digitised message", 1979, with
//! digits of the base [`BASE`] where others write bytes.

/// How many code units may stand in an element as they are: no surrogate, no `<`, NUL or carriage return.
const BASE: u64 = (LOW_END - FIRST + 0xfffe - HIGH_START) as u64;
const FIRST: u32 = 0x40;
const LOW_END: u32 = 0xd800;
const HIGH_START: u32 = 0xe000;
/// What a range is brought above before it is divided.
const NARROW: u64 = BASE * BASE;
/// Three digits, all that is looked at at a time: less than 2^48.
const WHOLE: u64 = NARROW * BASE;

/// How likely a decision is to be yes, of 65,536; never 0 and never all.
pub type Odds = u32;

/// Writes decisions.
#[derive(Debug)]
pub struct Encoder {
    digits: Vec<u32>,
    low: u64,
    range: u64,
}

impl Encoder {
    /// Nothing written yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { digits: Vec::new(), low: 0, range: WHOLE }
    }

    /// Writes one decision, and gives it back.
    pub fn encode(&mut self, odds: Odds, yes: bool) -> bool {
        let bound = (self.range >> 16) * u64::from(odds);
        if yes {
            self.range = bound;
        } else {
            self.low += bound;
            self.range -= bound;
        }
        if self.low >= WHOLE {
            self.low -= WHOLE;
            self.carry();
        }
        while self.range < NARROW {
            self.digits.push((self.low / NARROW) as u32);
            self.low = self.low % NARROW * BASE;
            self.range *= BASE;
        }
        yes
    }

    fn carry(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            *digit += 1;
            if u64::from(*digit) < BASE {
                break;
            }
            *digit = 0;
        }
    }

    /// Everything written, as code units.
    #[must_use]
    pub fn finish(mut self) -> Vec<u16> {
        for place in [NARROW, BASE, 1] {
            self.digits.push((self.low / place % BASE) as u32);
        }
        self.digits.into_iter().map(unit).collect()
    }
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads decisions.
#[derive(Debug)]
pub struct Decoder<'a> {
    units: std::slice::Iter<'a, u16>,
    code: u64,
    range: u64,
}

impl<'a> Decoder<'a> {
    /// At the start of what an [`Encoder`] wrote.
    #[must_use]
    pub fn new(units: &'a [u16]) -> Self {
        let mut decoder = Self { units: units.iter(), code: 0, range: WHOLE };
        for _ in 0..3 {
            decoder.shift();
        }
        decoder
    }

    /// The next decision.
    pub fn decode(&mut self, odds: Odds) -> bool {
        let bound = (self.range >> 16) * u64::from(odds);
        let yes = self.code < bound;
        if yes {
            self.range = bound;
        } else {
            self.code -= bound;
            self.range -= bound;
        }
        while self.range < NARROW {
            self.range *= BASE;
            self.shift();
        }
        yes
    }

    fn shift(&mut self) {
        self.code = self.code * BASE + self.units.next().map_or(0, |unit| digit(*unit));
    }
}

const fn unit(digit: u32) -> u16 {
    let unit = digit + FIRST;
    (if unit < LOW_END { unit } else { unit + HIGH_START - LOW_END }) as u16
}

/// The digit of a code unit; of one that stands for none, the last.
fn digit(unit: u16) -> u64 {
    let unit = u32::from(unit);
    let place = if unit < LOW_END { unit } else { unit.saturating_sub(HIGH_START - LOW_END) };
    u64::from(place.saturating_sub(FIRST)).min(BASE - 1)
}
