//! Measures how many marks survive random edits, on generated text with a generator that gives the same numbers on every
//! machine.

use super::*;

/// Xorshift64* (Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % bound
    }

    /// A word; low numbers come far more often, as in any language.
    fn word(&mut self) -> String {
        const PARTS: [&str; 12] = ["ra", "to", "min", "el", "so", "ver", "ka", "li", "on", "per", "ti", "us"];
        let bound = [20, 200, 2_000][self.below(3)];
        let mut number = self.below(bound) + 1;
        let mut word = String::new();
        while number > 0 {
            word.push_str(PARTS[number % PARTS.len()]);
            number /= PARTS.len();
        }
        word
    }
}

/// A word and what follows it.
type Word = (String, &'static str);

/// A text of about `bytes` bytes as words with what follows each, and marks as word ranges.
fn article(dice: &mut Dice, bytes: usize, marks: usize) -> (Vec<Word>, Vec<(usize, usize)>) {
    let (mut words, mut length) = (Vec::new(), 0);
    while length < bytes {
        let after = match dice.below(40) {
            0 => ".\n\n",
            1..=2 => ". ",
            3..=5 => ", ",
            _ => " ",
        };
        let word = dice.word();
        length += word.len() + after.len();
        words.push((word, after));
    }
    // Dates of one to three words, claims and quotations of eight to thirty.
    let marks = (0..marks)
        .map(|_| {
            let length = if dice.below(2) == 0 { 1 + dice.below(3) } else { 8 + dice.below(23) };
            let start = dice.below(words.len() - length);
            (start, start + length)
        })
        .collect();
    (words, marks)
}

fn text_of<'a>(words: impl IntoIterator<Item = &'a Word>) -> String {
    words.into_iter().flat_map(|(word, after)| [word.as_str(), after]).collect()
}

/// Edits `percent` of the words: a third replaced, a third removed, a third with a new word before them. Gives the new
/// text, and where each old word has gone: its new start and end, equal where it was removed.
fn edited(dice: &mut Dice, words: &[Word], percent: usize) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    for (word, after) in words {
        let edit = if dice.below(100) < percent { dice.below(3) } else { 3 };
        if edit == 0 {
            text.push_str(&dice.word());
            text.push(' ');
        }
        let start = text.len();
        match edit {
            1 => {}
            2 => text.push_str(&dice.word()),
            _ => text.push_str(word),
        }
        places.push((start, text.len()));
        text.push_str(if edit == 1 { after.trim_end_matches(' ') } else { after });
    }
    (text, places)
}

/// Share of the marks within 3 characters of their true place, and how many were placed on other words as the same.
fn measured(bytes: usize, percent: usize, rounds: u64) -> (f64, usize) {
    let (mut right, mut all, mut silent) = (0, 0, 0);
    for seed in 1..=rounds {
        let mut dice = Dice(seed * 7_919);
        let (words, marks) = article(&mut dice, bytes, 1_000);
        let old = text_of(&words);
        let mut starts = Vec::new();
        let mut at = 0;
        for (word, after) in &words {
            starts.push((at, at + word.len()));
            at += word.len() + after.len();
        }
        let (new, places) = edited(&mut dice, &words, percent);
        let range =
            |start: usize, end: usize| TextRange::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
        let ranges: Vec<_> = marks.iter().map(|&(a, b)| range(starts[a].0, starts[b - 1].1)).collect();
        for ((result, &old_range), &(a, b)) in carry_over(&old, &new, &ranges).iter().zip(&ranges).zip(&marks) {
            if let Anchored::Same(range) = result {
                silent += usize::from(range.of(&new) != old_range.of(&old));
            }
            let left: Vec<_> = places[a..b].iter().filter(|(start, end)| start < end).collect();
            let (Some(first), Some(last)) = (left.first(), left.last()) else { continue };
            all += 1;
            right += usize::from(result.range().is_some_and(|range| {
                (range.start as usize).abs_diff(first.0) <= 3 && (range.end as usize).abs_diff(last.1) <= 3
            }));
        }
    }
    (f64::from(u32::try_from(right).unwrap()) / f64::from(u32::try_from(all).unwrap()), silent)
}

#[test]
fn marks_survive_random_edits() {
    for (percent, bar) in [(2, 0.99), (10, 0.95)] {
        for bytes in [20_000, 100_000] {
            let (share, silent) = measured(bytes, percent, 3);
            println!("{percent} % edits, {bytes} bytes: {:.2} % within 3 characters, {silent} silent", 100.0 * share);
            assert!(share >= bar, "{percent} %, {bytes} bytes: {share}");
            assert_eq!(silent, 0, "{percent} %, {bytes} bytes");
        }
    }
}

/// `cargo test --release --lib anchor::measure -- --ignored --nocapture`
#[test]
#[ignore = "a measurement; run it in release"]
fn a_thousand_marks_on_a_hundred_kilobytes() {
    let mut dice = Dice(7_919);
    let (words, marks) = article(&mut dice, 100_000, 1_000);
    let old = text_of(&words);
    let (new, places) = edited(&mut dice, &words, 10);
    let ranges: Vec<_> = marks
        .iter()
        .map(|&(a, b)| TextRange::new(u32::try_from(places[a].0).unwrap(), u32::try_from(places[b - 1].1).unwrap()))
        .collect();
    let clock = std::time::Instant::now();
    // From the new text back to the old one: the marks are ranges of the new.
    let carried = carry_over(&new, &old, &ranges);
    let time = clock.elapsed();
    println!("{time:?}, {} lost", carried.iter().filter(|carried| carried.range().is_none()).count());
    assert!(time.as_millis() < 40, "{time:?}");
}
