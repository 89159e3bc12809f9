//! The edges of a mark made or moved by hand: no white space at the ends, never inside a grapheme cluster.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::{Document, TextRange};

/// Which edge moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The first character's.
    Left,
    /// The last character's.
    Right,
}

/// Where an edge moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The mark grows.
    Out,
    /// The mark shrinks.
    In,
}

/// How far an edge moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// To the next word, or to the next mark of punctuation between words.
    Word,
    /// By a grapheme cluster; white space is stepped over.
    Character,
}

/// The mark that a selection of `range` means: ends moved outwards onto grapheme clusters, then white space trimmed.
/// Nothing where only white space is selected.
#[must_use]
pub fn selected(text: &str, range: TextRange) -> Option<TextRange> {
    let start = cluster_start(text, range.start);
    let end = if range.is_empty() { start } else { cluster_end(text, range.end) };
    let words = text.get(start..end)?;
    let start = start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    (start < end).then(|| span(start, end))
}

/// `range` with one edge moved. An edge never passes the other: a mark keeps at least one character, and where there is
/// nowhere to go the range is given back as it is.
#[must_use]
pub fn moved(text: &str, range: TextRange, edge: Edge, way: Way, stride: Stride) -> TextRange {
    let (start, end) = (range.start as usize, range.end as usize);
    let (Some(before), Some(inside), Some(after)) = (text.get(..start), text.get(start..end), text.get(end..)) else {
        return range;
    };
    match (edge, way) {
        (Edge::Left, Way::Out) => {
            let before = before.trim_end();
            match last_piece(before, stride) {
                0 => range,
                piece => span(before.len() - piece, end),
            }
        }
        (Edge::Right, Way::Out) => {
            let blank = after.len() - after.trim_start().len();
            match first_piece(after.trim_start(), stride) {
                0 => range,
                piece => span(start, end + blank + piece),
            }
        }
        (Edge::Left, Way::In) => {
            let rest = inside.get(first_piece(inside, stride)..).unwrap_or_default().trim_start();
            if rest.is_empty() { range } else { span(end - rest.len(), end) }
        }
        (Edge::Right, Way::In) => {
            let rest = inside.get(..inside.len() - last_piece(inside, stride)).unwrap_or_default().trim_end();
            if rest.is_empty() { range } else { span(start, start + rest.len()) }
        }
    }
}

/// The sentence at byte `offset`: what T marks. Nothing between paragraphs.
#[must_use]
pub fn sentence_at(document: &Document, offset: u32) -> Option<TextRange> {
    let paragraph = document.paragraphs().get(document.paragraph_at(offset)?)?;
    let sentence = document.sentence_at(offset)?;
    (offset <= paragraph.range.end).then_some(sentence.range)
}

/// Length of the first word (or character) of `text`, which does not begin with white space.
fn first_piece(text: &str, stride: Stride) -> usize {
    let chunk = text.split(char::is_whitespace).next().unwrap_or_default();
    match stride {
        Stride::Word => words(chunk).first().copied(),
        Stride::Character => chunk.graphemes(true).next(),
    }
    .map_or(0, str::len)
}

/// Length of the last word (or character) of `text`, which does not end with white space.
fn last_piece(text: &str, stride: Stride) -> usize {
    let chunk = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    match stride {
        Stride::Word => words(chunk).last().copied(),
        Stride::Character => chunk.graphemes(true).next_back(),
    }
    .map_or(0, str::len)
}

/// The words of a piece of text without white space. A word is a run of letters and digits, also with one
/// mark between two of them, as in "don't" and "3.5"; everything else stands alone. These are the words of UAX #29 in
/// scripts that have spaces between words; a character of Chinese or Japanese is one by itself.
fn words(chunk: &str) -> Vec<&str> {
    let clusters: Vec<&str> = chunk.graphemes(true).collect();
    let at = |index: usize| clusters.get(index).and_then(|cluster| cluster.chars().next()).unwrap_or(' ');
    let digit = |index: usize| at(index).is_ascii_digit();
    let joins = |index: usize| match at(index) {
        '\'' | '’' | '.' | '_' => in_word(at(index - 1)) && in_word(at(index + 1)),
        ',' => digit(index - 1) && digit(index + 1),
        _ => false,
    };
    let (mut words, mut start, mut end) = (Vec::new(), 0, 0);
    for (index, cluster) in clusters.iter().enumerate() {
        let inside = index > 0
            && (in_word(at(index - 1)) && in_word(at(index)) || joins(index) || index > 1 && joins(index - 1));
        if !inside && index > 0 {
            words.extend(chunk.get(start..end));
            start = end;
        }
        end += cluster.len();
    }
    words.extend(chunk.get(start..end).filter(|word| !word.is_empty()));
    words
}

/// Whether a character goes with the letters and digits beside it.
fn in_word(c: char) -> bool {
    let stands_alone = matches!(c, '\u{3040}'..='\u{309f}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    c.is_alphanumeric() && !stands_alone
}

/// The start of the cluster that `offset` lies in; `offset` itself on a bound.
fn cluster_start(text: &str, offset: u32) -> usize {
    let offset = text.floor_char_boundary(offset as usize);
    let mut cursor = GraphemeCursor::new(offset, text.len(), true);
    if is_bound(&mut cursor, text) { offset } else { cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0) }
}

/// The end of the cluster that `offset` lies in; `offset` itself on a bound.
fn cluster_end(text: &str, offset: u32) -> usize {
    let offset = text.ceil_char_boundary(offset as usize);
    let mut cursor = GraphemeCursor::new(offset, text.len(), true);
    if is_bound(&mut cursor, text) {
        offset
    } else {
        cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
    }
}

fn is_bound(cursor: &mut GraphemeCursor, text: &str) -> bool {
    // The chunk is the whole text: no context is ever missing.
    cursor.is_boundary(text, 0).unwrap_or(true)
}

fn span(start: usize, end: usize) -> TextRange {
    TextRange::new(u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(text: &str, words: &str) -> TextRange {
        let start = text.find(words).unwrap();
        span(start, start + words.len())
    }

    #[test]
    fn a_selection_loses_the_blank_after_the_word() {
        let text = "on\u{a0}June 8, \n";
        assert_eq!(selected(text, find(text, "\u{a0}June 8, \n")).unwrap().of(text), "June 8,");
        assert_eq!(selected(text, find(text, " \n")), None);
    }

    #[test]
    fn ends_snap_outwards_to_whole_characters() {
        let text = "a e\u{301}te\u{301} 👩\u{200d}👧 z";
        let inside = span(3, text.find('👧').unwrap());
        assert_eq!(selected(text, inside).unwrap().of(text), "e\u{301}te\u{301} 👩\u{200d}👧");
    }

    #[test]
    fn edges_move_by_words() {
        let text = "a meeting (on June 8), he said";
        let go = |range: TextRange, edge, way| moved(text, range, edge, way, Stride::Word);
        let date = find(text, "June 8");
        assert_eq!(go(date, Edge::Left, Way::Out).of(text), "on June 8");
        assert_eq!(go(find(text, "on June 8"), Edge::Left, Way::Out).of(text), "(on June 8");
        assert_eq!(go(date, Edge::Left, Way::In).of(text), "8");
        assert_eq!(go(find(text, "8"), Edge::Left, Way::In).of(text), "8");
        assert_eq!(go(date, Edge::Right, Way::In).of(text), "June");
        assert_eq!(go(find(text, "8"), Edge::Right, Way::Out).of(text), "8)");
        assert_eq!(go(find(text, "said"), Edge::Right, Way::Out).of(text), "said");
        assert_eq!(go(find(text, "a"), Edge::Left, Way::Out).of(text), "a");
    }

    #[test]
    fn a_mark_between_two_letters_or_digits_is_in_the_word() {
        assert_eq!(words("don't"), ["don't"]);
        assert_eq!(words("“It’s"), ["“", "It’s"]);
        assert_eq!(words("4,500.25%,"), ["4,500.25", "%", ","]);
        assert_eq!(words("U.S.,a.b"), ["U.S", ".", ",", "a.b"]);
        assert_eq!(words("cafe\u{301}s'"), ["cafe\u{301}s", "'"]);
        assert_eq!(words("日本go"), ["日", "本", "go"]);
        assert_eq!(words("👩\u{200d}👧!"), ["👩\u{200d}👧", "!"]);
        assert_eq!(words(""), [""; 0]);
    }

    #[test]
    fn edges_move_by_characters() {
        let text = "cafe\u{301} 12";
        let go = |range: TextRange, edge, way| moved(text, range, edge, way, Stride::Character);
        assert_eq!(go(find(text, "caf"), Edge::Right, Way::Out).of(text), "cafe\u{301}");
        assert_eq!(go(find(text, "cafe\u{301}"), Edge::Right, Way::Out).of(text), "cafe\u{301} 1");
        assert_eq!(go(find(text, "cafe\u{301}"), Edge::Right, Way::In).of(text), "caf");
        assert_eq!(go(find(text, "12"), Edge::Left, Way::Out).of(text), "e\u{301} 12");
    }

    #[test]
    fn the_sentence_at_hand() {
        let document = Document::new("One two. Three four.\n\n  Five.");
        assert_eq!(sentence_at(&document, 10).unwrap().of(document.text()), "Three four.");
        assert_eq!(sentence_at(&document, 22), None);
    }

    proptest! {
        #[test]
        fn no_move_leaves_the_characters_of_the_text(text in "[a é.\n👧\u{200d}\u{301}]{0,30}", a in 0_u32..60, b in 0_u32..60) {
            if let Some(range) = selected(&text, TextRange::new(a.min(b), a.max(b))) {
                prop_assert!(!range.of(&text).is_empty());
                for edge in [Edge::Left, Edge::Right] {
                    for way in [Way::Out, Way::In] {
                        for stride in [Stride::Word, Stride::Character] {
                            let moved = moved(&text, range, edge, way, stride);
                            prop_assert!(!moved.of(&text).trim().is_empty());
                            prop_assert_eq!(moved.of(&text).trim(), moved.of(&text));
                        }
                    }
                }
            }
        }
    }
}
