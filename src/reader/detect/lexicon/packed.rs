//! Lists as the page carries them: of each word only what it does not share with the word before it.
//!
//! The lists are written as text, for people to read: words in alphabetical order with white space between them. The
//! compiler packs them.

use super::Forms;

/// What a list says of its words, a bit for each thing; which forms of them it means; the words.
pub type List = (u32, Forms, &'static str);

/// Stands before a list; a smaller byte stands before a word and says how many letters it shares with the word before.
const LIST: u8 = 31;

/// How many bytes the packed lists have.
#[must_use]
pub const fn length(lists: &[List]) -> usize {
    pack::<0>(lists).1
}

/// Packs lists; gives also how many bytes that takes.
#[must_use]
#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "only the compiler runs it")]
pub const fn pack<const N: usize>(lists: &[List]) -> ([u8; N], usize) {
    let mut out = Packed { bytes: [0; N], length: 0 };
    let mut list = 0;
    while list < lists.len() {
        let (bits, forms, text) = (lists[list].0.to_le_bytes(), lists[list].1 as u8, lists[list].2.as_bytes());
        let head = [LIST, forms, bits[0], bits[1], bits[2], bits[3]];
        let mut byte = 0;
        while byte < head.len() {
            out.push(head[byte]);
            byte += 1;
        }
        let (mut before, mut at) = (0, 0);
        while at < text.len() {
            if letter(text, at) <= b' ' {
                at += 1;
                continue;
            }
            let mut shared = 0;
            while letter(text, before + shared) > b' '
                && letter(text, before + shared) == letter(text, at + shared)
                && before < at
            {
                shared += 1;
            }
            before = at;
            at += shared;
            out.push(shared as u8);
            while letter(text, at) > b' ' {
                out.push(letter(text, at));
                at += 1;
            }
        }
        list += 1;
    }
    (out.bytes, out.length)
}

/// The byte at `at`; a blank beyond the end.
#[expect(clippy::indexing_slicing, reason = "only the compiler runs it")]
const fn letter(text: &[u8], at: usize) -> u8 {
    if at < text.len() { text[at] } else { b' ' }
}

/// What is packed so far, or only how long it is.
struct Packed<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Packed<N> {
    #[expect(clippy::indexing_slicing, reason = "only the compiler runs it")]
    const fn push(&mut self, byte: u8) {
        if self.length < N {
            self.bytes[self.length] = byte;
        }
        self.length += 1;
    }
}

/// Calls `each` with every word of packed lists, with what its list says of it and how many of its forms are meant.
pub fn unpack(packed: &[u8], each: &mut dyn FnMut(u32, usize, &[u8])) {
    let (mut rest, mut word) = (packed, Vec::new());
    let (mut said, mut forms) = (0, 0);
    loop {
        rest = match rest {
            [LIST, count, a, b, c, d, rest @ ..] => {
                (said, forms) = (u32::from_le_bytes([*a, *b, *c, *d]), usize::from(*count));
                rest
            }
            [shared, rest @ ..] => {
                let letters = rest.iter().position(|byte| *byte <= LIST).unwrap_or(rest.len());
                let (letters, rest) = rest.split_at_checked(letters).unwrap_or_default();
                word.truncate(usize::from(*shared));
                word.extend_from_slice(letters);
                each(said, forms, &word);
                rest
            }
            [] => return,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_lists_have_the_words_of_their_text() {
        const LISTS: &[List] = &[
            (1 << 31, Forms::Verb, "\n    a add+ adding\n    z"),
            (5, Forms::Exact, ""),
            (31, Forms::Noun, "ad £ €\n"),
        ];
        const PACKED: &[u8] = &pack::<{ length(LISTS) }>(LISTS).0;
        let mut read = Vec::new();
        unpack(PACKED, &mut |said, forms, word| read.push((said, forms, String::from_utf8(word.to_vec()).unwrap())));
        let written = LISTS.iter().flat_map(|(said, forms, text)| {
            text.split_whitespace().map(|word| (*said, *forms as usize, word.to_owned()))
        });
        assert_eq!(read, written.collect::<Vec<_>>());
    }
}
