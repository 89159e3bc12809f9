//! Text changed, a word or a character at a time.

use std::collections::BTreeSet;

use fastrand::Rng;

/// What trips readers of text: marks, blanks, line ends, digits, letters of several code points, markup, dates that are
/// none.
const ODD: [&str; 96] = [
    "\0",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{b}",
    "\u{c}",
    " ",
    "  ",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{300}",
    "\u{308}",
    "\u{200b}",
    "\u{200d}",
    "\u{200f}",
    "\u{202e}",
    "\u{2028}",
    "\u{2029}",
    "\u{3000}",
    "\u{fe0f}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "!",
    "\"",
    "#",
    "&",
    "&#0;",
    "&#x110000;",
    "&amp",
    "'",
    "''",
    "(",
    ")",
    "+",
    ",",
    "-",
    "--",
    "-->",
    ".",
    "...",
    "/",
    "0",
    "00",
    "000000",
    "0000-00-00",
    "1",
    "1/2",
    "12:60",
    "13",
    "1:1",
    "1e999",
    "24:00",
    "29 February",
    "2018-02-30",
    "2147483648",
    "2nd",
    "31",
    "4294967296",
    "9999",
    "99999999999999999999999",
    ":",
    ";",
    "<",
    "</p>",
    "<!--",
    "<![CDATA[",
    "<b>",
    "<br>",
    "<p>",
    "<script>",
    "<table>",
    "=",
    ">",
    "?",
    "@",
    "[",
    "]",
    "%",
    "$",
    "\u{ab}",
    "\u{bb}",
    "\u{2013}",
    "\u{2014}",
    "\u{2018}",
    "\u{2019}",
    "\u{201c}",
    "\u{201d}",
    "\u{2026}",
    "\u{1d4af}",
    "ß",
    "İ",
    "👩‍👩‍👧",
];

/// The words, numbers, blanks and marks of `seeds`, each once.
pub fn words(seeds: &[Vec<u8>]) -> Vec<String> {
    let mut words = BTreeSet::new();
    for seed in seeds {
        let text = String::from_utf8_lossy(seed);
        words.extend(pieces(&text).into_iter().filter(|piece| piece.len() < 64).map(str::to_owned));
    }
    words.into_iter().collect()
}

/// `text` cut between letters, digits and everything else.
fn pieces(text: &str) -> Vec<&str> {
    let class = |c: char| {
        if c.is_alphabetic() {
            0
        } else if c.is_numeric() {
            1
        } else {
            2
        }
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.char_indices().find(|(_, c)| class(*c) != class(first)).map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// Some of the lines of `text`, about `longest` bytes.
pub fn part(text: &str, longest: usize, rng: &mut Rng) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let first = rng.usize(..lines.len().max(1));
    let mut part = String::new();
    for line in lines.iter().skip(first) {
        part.push_str(line);
        if part.len() > longest {
            break;
        }
    }
    let end = part.char_indices().map(|(at, _)| at).take_while(|at| *at <= longest).last().unwrap_or(0);
    if part.len() > longest { part.get(..end).unwrap_or_default().to_owned() } else { part }
}

/// `text` with one change; `other` is another text, `words` are those of all.
pub fn change(text: &str, other: &str, rng: &mut Rng, words: &[String]) -> String {
    let mut now = pieces(text);
    let mut owned = String::new();
    let (a, b) = (rng.usize(..=now.len()), rng.usize(..=now.len()));
    // Mostly short stretches.
    let b = if rng.u8(..4) > 0 { (a + rng.usize(..6)).min(now.len()) } else { b };
    let (a, b) = (a.min(b), a.max(b));
    match rng.u8(..12) {
        0 => {
            now.drain(a..b);
        }
        1 => {
            let again = now.get(a..b).unwrap_or_default().to_vec();
            now.splice(b..b, again);
        }
        2 | 3 => {
            let word = rng.choice(words).map_or("", String::as_str);
            now.splice(a..b, [word]);
        }
        4 => {
            let word = rng.choice(words).map_or("", String::as_str);
            now.splice(a..a, [word, " "]);
        }
        5 | 6 => now.insert(a, rng.choice(ODD).unwrap_or_default()),
        7 => {
            let others = pieces(other);
            let from = rng.usize(..=others.len());
            now.splice(a..b, others.into_iter().skip(from).take(rng.usize(..40)));
        }
        8 => {
            if let Some(piece) = now.get_mut(a) {
                owned.push_str(&changed_word(piece, rng));
                *piece = &owned;
            }
        }
        9 => {
            if let Some(piece) = now.get_mut(a) {
                let cut = piece.char_indices().map(|(at, _)| at).nth(rng.usize(..8)).unwrap_or(0);
                *piece = if rng.bool() { piece.get(cut..) } else { piece.get(..cut) }.unwrap_or_default();
            }
        }
        10 if b < now.len() => now.swap(a, b),
        _ => {
            // The same words again and again: nesting, and cost out of line with the text.
            let again = now.get(a..b).unwrap_or_default().to_vec();
            let most = if rng.u8(..32) == 0 { 400 } else { 8 };
            for _ in 0..rng.usize(..most) {
                now.splice(b..b, again.iter().copied());
            }
        }
    }
    now.concat()
}

fn changed_word(word: &str, rng: &mut Rng) -> String {
    match rng.u8(..5) {
        0 => word.to_uppercase(),
        1 => word.to_lowercase(),
        2 => word.chars().rev().collect(),
        3 => word.chars().map(|c| if c.is_ascii_digit() { char::from(rng.u8(b'0'..=b'9')) } else { c }).collect(),
        _ => {
            let mut letters = word.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
        }
    }
}
