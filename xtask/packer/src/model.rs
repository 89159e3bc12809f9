//! How likely the next decision is: what each context knows, weighed by how well it has done before (M. V. Mahoney,
//! "Adaptive weighing of context models for lossless data compression", 2005).

use crate::contexts::{CONTEXTS, Past, mixed};
use crate::digits::Odds;
use crate::matches::Matches;
use crate::module::{CLASSES, Reader};
use crate::trees::{LEAF, Tree};

/// Voices that are weighed: the contexts, the longest match, and one that always says the same.
const VOICES: usize = 8;
const _: () = assert!(VOICES == CONTEXTS + 2);
/// Each context has so many lines, as a power of two; a line has a check, and the histories of the places that four
/// decisions can come to.
const LINE_BITS: u32 = 17;
const LINE: usize = 16;

type Voices = [f32; VOICES];

/// Everything learned from the bytes so far.
#[derive(Debug)]
pub struct Model {
    /// For each context and place the last decisions there, behind a leading 1.
    histories: Box<[[u8; LINE]]>,
    /// For each context and history how likely yes is after it.
    odds: [[f32; 256]; CONTEXTS],
    by_path: Vec<Voices>,
    by_match: Vec<Voices>,
    squash: Vec<f32>,
    stretch: Vec<f32>,
    reader: Reader,
    past: Past,
    matches: Matches,
    /// How far the weights follow a decision: less, the more is known.
    rate: f32,
}

/// A smaller error teaches the weights nothing that is worth the time.
const SMALL: f32 = 0.03;

/// What a decision was weighed with.
struct Scales {
    voices: Voices,
    path: usize,
    matched: usize,
    sums: [f32; 2],
}

impl Model {
    /// Nothing learned yet.
    #[must_use]
    pub fn new() -> Self {
        let (squash, stretch) = curves();
        let weights = |count: usize| vec![[0.3; VOICES]; count];
        Self {
            histories: vec![[1; LINE]; CONTEXTS << LINE_BITS].into(),
            odds: [first_odds(); CONTEXTS],
            by_path: weights(CLASSES << 8),
            by_match: weights(CLASSES << 5),
            squash,
            stretch,
            reader: Reader::default(),
            past: Past::default(),
            matches: Matches::default(),
            rate: 0.05,
        }
    }

    /// The next byte; `decide` is asked for every decision, with how likely yes is and what the packer's byte wants.
    #[inline(never)]
    pub fn next(&mut self, trees: &[Tree], done: &[u8], known: u8, mut decide: impl FnMut(Odds, bool) -> bool) -> u8 {
        let class = self.reader.class();
        let tree = &trees[class];
        if let Some(only) = tree.only() {
            return only;
        }
        let contexts = self.past.contexts(&self.reader, done);
        let wanted = tree.code(known);
        let wanted_length = wanted.checked_ilog2().unwrap_or_default();
        let mut expected = self.matches.next(done).map_or(0, |byte| tree.code(byte));
        let mut lines = [0; CONTEXTS];
        let (mut place, mut path, mut depth, mut line) = (0, 1_u32, 0, 1);
        while place < LEAF {
            if depth % 4 == 0 {
                lines = self.lines(&contexts, path);
                line = 1;
            }
            let hope = if expected == 0 { None } else { hoped(expected, path, depth) };
            if hope.is_none() {
                expected = 0;
            }
            let scales = self.weigh(class, path, &lines, line, hope);
            let odds = self.odds_of(&scales);
            let yes = decide(odds, wanted_length > depth && wanted >> (wanted_length - depth - 1) & 1 == 1);
            self.learn(&scales, &lines, line, hope, yes);
            path = path << 1 | u32::from(yes);
            line = line << 1 | usize::from(yes);
            depth += 1;
            place = tree.next(place, yes);
        }
        place as u8
    }

    /// Takes the byte that [`Model::next`] has given, which now ends `done`.
    #[inline(never)]
    pub fn take(&mut self, byte: u8, done: &[u8]) {
        let read = self.reader.take(byte);
        self.past.take(byte, read);
        self.matches.take(byte, done);
        self.rate = (20_000.0 / (20_000.0 + done.len() as f32)).max(0.3) * 0.05;
    }

    /// The lines of the contexts for the decisions behind `path`; those that were of another context are emptied.
    #[inline(never)]
    fn lines(&mut self, contexts: &[u32; CONTEXTS], path: u32) -> [usize; CONTEXTS] {
        let mut first = 0;
        let keys = contexts.map(|context| mixed(context, path));
        let lines = keys.map(|key| {
            let line = first + (key >> (32 - LINE_BITS)) as usize;
            first += 1 << LINE_BITS;
            line
        });
        // All are read before one is written, so that the memory can be asked for all at once.
        let checks = lines.map(|line| self.histories[line][0]);
        for ((key, line), check) in keys.into_iter().zip(lines).zip(checks) {
            let wanted = (key as u8).max(1);
            if check != wanted {
                self.histories[line] = [1; LINE];
                self.histories[line][0] = wanted;
            }
        }
        lines
    }

    #[inline(never)]
    fn weigh(&self, class: usize, path: u32, lines: &[usize; CONTEXTS], line: usize, hope: Option<bool>) -> Scales {
        let mut voices = [0.0; VOICES];
        for ((voice, odds), context) in voices.iter_mut().zip(&self.odds).zip(lines) {
            let history = self.histories[*context][line % LINE];
            *voice = self.stretched(odds[usize::from(history)]);
        }
        let length = self.matches.length();
        if let Some(yes) = hope {
            let said = self.stretched(self.matches.trust());
            voices[CONTEXTS] = if yes { said } else { -said };
        }
        voices[CONTEXTS + 1] = 0.3;
        let path = class << 8 | (path & 0xff) as usize;
        let matched = class << 5 | if hope.is_some() { length } else { 0 };
        let sums = [&self.by_path[path], &self.by_match[matched]].map(|w| weighed(w, &voices));
        Scales { voices, path, matched, sums }
    }

    fn odds_of(&self, scales: &Scales) -> Odds {
        let [one, other] = scales.sums;
        let likely = self.squashed((one + other) * 0.5);
        ((likely * 65536.0) as Odds).clamp(24, 65512)
    }

    #[inline(never)]
    fn learn(&mut self, scales: &Scales, lines: &[usize; CONTEXTS], line: usize, hope: Option<bool>, yes: bool) {
        let was = if yes { 1.0 } else { 0.0 };
        let errors = scales.sums.map(|sum| was - self.squashed(sum));
        let weights = [&mut self.by_path[scales.path], &mut self.by_match[scales.matched]];
        for (weights, error) in weights.into_iter().zip(errors) {
            if error.abs() < SMALL {
                continue;
            }
            let step = error * self.rate;
            for (weight, voice) in weights.iter_mut().zip(&scales.voices) {
                *weight += step * voice;
            }
        }
        for (odds, context) in self.odds.iter_mut().zip(lines) {
            let history = &mut self.histories[*context][line % LINE];
            let likely = &mut odds[usize::from(*history)];
            *likely += (was - *likely) * 0.008;
            *history = longer(*history, yes);
        }
        if let Some(hoped) = hope {
            self.matches.learn(hoped == yes);
        }
    }

    fn stretched(&self, likely: f32) -> f32 {
        self.stretch[(likely * 4096.0) as usize & 4095]
    }

    fn squashed(&self, sum: f32) -> f32 {
        self.squash[((sum * STEPS + 2048.5) as i32).clamp(0, 4095) as usize]
    }
}

fn weighed(weights: &Voices, voices: &Voices) -> f32 {
    let mut lanes = [0.0_f32; 4];
    for (weights, voices) in weights.chunks_exact(4).zip(voices.chunks_exact(4)) {
        for ((lane, weight), voice) in lanes.iter_mut().zip(weights).zip(voices) {
            *lane += weight * voice;
        }
    }
    let [one, two, three, four] = lanes;
    (one + two) + (three + four)
}

/// What a code wants after `depth` decisions, if they were those of `path`.
const fn hoped(code: u32, path: u32, depth: u32) -> Option<bool> {
    let length = code.ilog2();
    if depth < length && code >> (length - depth) == path { Some(code >> (length - depth - 1) & 1 == 1) } else { None }
}

/// A history with one more decision: the last seven at most.
const fn longer(history: u8, yes: bool) -> u8 {
    let next = (history as u32) << 1 | yes as u32;
    if next < 256 { next as u8 } else { (next & 0x7f | 0x80) as u8 }
}

/// How likely yes is after a history before anything is learned: its share, drawn to one half.
fn first_odds() -> [f32; 256] {
    let mut odds = [0.5; 256];
    for (history, odds) in (0_u32..).zip(&mut odds).skip(1) {
        let length = history.ilog2();
        *odds = ((history.count_ones() - 1) as f32 + 0.4) / (length as f32 + 0.8);
    }
    odds
}

/// Steps of the curves per unit of log-odds.
const STEPS: f32 = 170.0;

/// The logistic function from -12 to 12, and its inverse for 4096 odds. By multiplication alone: exponentials differ
/// from machine to machine.
fn curves() -> (Vec<f32>, Vec<f32>) {
    const STEP: f64 = 1.005_899_7; // the 170th root of e
    let mut powers = vec![1.0_f64];
    for place in 0..2048 {
        powers.push(powers[place] * STEP);
    }
    let squash: Vec<f64> = (0..4096_usize)
        .map(|place| match place.checked_sub(2048) {
            Some(above) => powers[above] / (1.0 + powers[above]),
            None => 1.0 / (1.0 + powers[2048 - place]),
        })
        .collect();
    let mut at = 0;
    let stretch = (0..4096_u32)
        .map(|place| {
            let likely = (f64::from(place) + 0.5) / 4096.0;
            while at < 4095 && squash[at] < likely {
                at += 1;
            }
            (at as f32 - 2048.0) / STEPS
        })
        .collect();
    (squash.into_iter().map(|likely| likely as f32).collect(), stretch)
}
