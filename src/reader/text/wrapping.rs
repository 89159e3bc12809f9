//! Hard-wrapped text, as e-mail and PDF give it: recognised by its right edge, so that its lines are read together.
//!
//! A line was broken to fit when the first word of the next would not have found room on it. Where most lines of a
//! text are so, and often a small letter follows, the text is hard-wrapped.

use super::cut::cut;
use super::letters;
use super::line::Line;
use super::token::{begins_with, is_one_of};

/// Widest lines taken for wrapped, in characters.
const WIDEST: usize = 110;

/// Fewest characters of a line that was broken to fit.
const NARROWEST: u32 = 30;

/// Whether and how the lines of one text are wrapped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrapping {
    /// The right edge in characters; nothing where each line stands for itself.
    width: Option<u32>,
}

impl Wrapping {
    /// Looks at all lines of `text`.
    pub fn of(text: &str, lines: &[Line]) -> Self {
        let pairs = || {
            lines.windows(2).filter_map(|pair| match pair {
                [line, next] if !next.after_blank => Some((line, next)),
                _ => None,
            })
        };
        let mut lengths = [0_u32; WIDEST + 2];
        let mut inner = 0;
        for (line, _) in pairs() {
            if let Some(count) = lengths.get_mut((line.columns as usize).min(WIDEST + 1)) {
                *count += 1;
            }
            inner += 1;
        }
        // The odd long address must not hide the edge: all but 3 in 100 lines end before it.
        let (mut seen, mut width) = (0, 0);
        for (columns, count) in (0_u32..).zip(lengths) {
            seen += count;
            if seen * 100 >= inner * 97 {
                width = columns;
                break;
            }
        }
        if inner == 0 || width as usize > WIDEST || width < NARROWEST {
            return Self::default();
        }
        let (mut full, mut small) = (0, 0);
        for (line, next) in pairs() {
            full += u32::from(is_full(text, line, next, width));
            small += u32::from(opens_small(text, next));
        }
        let wrapped = full * 10 >= inner * 6 && small * 10 >= inner * 4;
        Self { width: wrapped.then_some(width) }
    }

    /// Whether `next`, the line after `line`, goes on with its paragraph.
    pub fn joins(self, text: &str, line: &Line, next: &Line) -> bool {
        if next.after_blank || line.columns < NARROWEST || opens_item(text, next) {
            return false;
        }
        match self.width {
            Some(width) => {
                let first_line_indented = next.indent >= line.indent + 2 && ends_sentence(text, line);
                is_full(text, line, next, width) && !first_line_indented
            }
            // A lone break inside a sentence.
            None => line.columns as usize <= WIDEST && opens_small(text, next) && !ends_sentence(text, line),
        }
    }
}

/// Whether the first word of `next` would not have found room on `line`.
fn is_full(text: &str, line: &Line, next: &Line, width: u32) -> bool {
    let room = width.saturating_sub(line.columns + 1) as usize;
    let visible = next.range.of(text);
    let word = visible.split_once(char::is_whitespace).map_or(visible, |(word, _)| word);
    word.chars().count() > room
}

fn opens_small(text: &str, line: &Line) -> bool {
    line.range.of(text).chars().next().is_some_and(letters::is_small)
}

fn ends_sentence(text: &str, line: &Line) -> bool {
    let last = line.range.of(text).chars().rev().find(|last| !is_one_of(*last, "\"”’')]»"));
    last.is_some_and(|last| is_one_of(last, ".!?:…"))
}

/// Whether `line` opens with a bullet or a list number.
pub(super) fn opens_item(text: &str, line: &Line) -> bool {
    let visible = line.range.of(text);
    if begins_with(visible, "•◦‣⁃▪●*") || visible.starts_with("- ") {
        return true;
    }
    let (digits, after) = cut(visible, |byte| !byte.is_ascii_digit());
    matches!(digits.len(), 1..=3) && (after.starts_with(". ") || after.starts_with(')'))
}

#[cfg(test)]
mod tests {
    use crate::text::Document;
    use crate::text::cut::one_line;

    fn paragraphs(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let words = |p: &crate::text::Paragraph| one_line(p.range.of(text));
        document.paragraphs().iter().map(words).collect()
    }

    #[test]
    fn wrapped_lines_are_read_together() {
        let text = "The bridge over the Lorne will not open before April\nof next year, four months later than planned, as the\ncounty said. It blamed a wet autumn.\nThe old bridge was closed in June after cracks in two\npiers were found.\n\n- One detour leads over the hills and takes an hour\n- the other one is longer\n";
        assert_eq!(
            paragraphs(text),
            [
                "The bridge over the Lorne will not open before April of next year, four months later than planned, as the county said. It blamed a wet autumn.",
                "The old bridge was closed in June after cracks in two piers were found.",
                "- One detour leads over the hills and takes an hour",
                "- the other one is longer",
            ]
        );
    }

    #[test]
    fn lines_that_are_paragraphs_stay_apart() {
        let text = "Ferry runs aground outside Port Ellery\nAll 214 people aboard were brought ashore by noon.\nThe fog was thick.\nNobody was hurt, the coastguard said on Monday evening.";
        assert_eq!(paragraphs(text).len(), 4);
        assert_eq!(paragraphs("apples\npears\nplums and cherries").len(), 3);
    }

    #[test]
    fn a_break_inside_a_sentence_is_mended() {
        assert_eq!(paragraphs("The ferry had left Castle Point at noon\nin thick fog.").len(), 1);
    }
}
