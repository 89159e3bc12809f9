//! Lines: where they end, and which of them a paragraph is made of.

use super::TextRange;

/// One line with something visible on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// From its first to its last visible character.
    pub range: TextRange,
    /// Characters of white space before it.
    pub indent: u32,
    /// Characters from the first to the last visible one.
    pub columns: u32,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
}

/// Reads the lines of a text, slice by slice. CR, LF, CRLF, U+2028 and U+2029 end a line.
#[derive(Debug, Default)]
pub(super) struct LineReader {
    at: usize,
    blank: bool,
}

impl LineReader {
    /// Reads lines into `lines` for about `budget` bytes; how far it came.
    pub fn step(&mut self, text: &str, budget: usize, lines: &mut Vec<Line>) -> usize {
        let stop = self.at.saturating_add(budget);
        while self.at < stop
            && let Some(rest) = text.get(self.at..)
            && !rest.is_empty()
        {
            let (length, ending) = line_end(rest.as_bytes());
            match rest.get(..length).and_then(|line| line_of(line, self.at)) {
                Some(line) => {
                    lines.push(Line { after_blank: self.blank, ..line });
                    self.blank = false;
                }
                None => self.blank = true,
            }
            self.at += length + ending;
        }
        self.at.min(text.len())
    }
}

/// Length in bytes of the first line of `bytes`, and of what ends it.
fn line_end(bytes: &[u8]) -> (usize, usize) {
    let mut from = 0;
    while let Some(found) =
        bytes.get(from..).and_then(|rest| rest.iter().position(|b| matches!(b, b'\n' | b'\r' | 0xe2)))
    {
        let at = from + found;
        match bytes.get(at..) {
            Some([b'\r', b'\n', ..]) => return (at, 2),
            Some([b'\r' | b'\n', ..]) => return (at, 1),
            Some([0xe2, 0x80, 0xa8 | 0xa9, ..]) => return (at, 3),
            _ => from = at + 1,
        }
    }
    (bytes.len(), 0)
}

#[expect(clippy::cast_possible_truncation, reason = "texts over 20 MB are refused before they get here")]
fn line_of(line: &str, start: usize) -> Option<Line> {
    let rest = line.trim_start();
    let visible = rest.trim_end();
    if visible.is_empty() {
        return None;
    }
    let skipped = line.len() - rest.len();
    let first = start + skipped;
    Some(Line {
        range: TextRange::new(first as u32, (first + visible.len()) as u32),
        indent: line.get(..skipped).map_or(0, |blank| blank.chars().count() as u32),
        columns: visible.chars().count() as u32,
        after_blank: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, bool)> {
        let mut lines = Vec::new();
        LineReader::default().step(text, usize::MAX, &mut lines);
        lines.iter().map(|line| (line.range.of(text), line.after_blank)).collect()
    }

    #[test]
    fn every_kind_of_line_end_is_one() {
        assert_eq!(read("a\nb\rc\r\nd\u{2028}e\u{2029}f"), ["a", "b", "c", "d", "e", "f"].map(|line| (line, false)));
        assert_eq!(read("a\r\n\r\n b…\u{a0}\n"), [("a", false), ("b…", true)]);
    }

    #[test]
    fn slices_give_the_same_lines() {
        let text = "one\r\n\r\n  two\n\nthree\u{2028}four";
        let (mut whole, mut sliced) = (Vec::new(), Vec::new());
        LineReader::default().step(text, usize::MAX, &mut whole);
        let mut reader = LineReader::default();
        while reader.step(text, 1, &mut sliced) < text.len() {}
        assert_eq!(whole, sliced);
    }
}
