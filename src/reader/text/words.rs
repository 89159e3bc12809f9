//! Lists of words: in lower case and alphabetical order, with a blank between two.
//!
//! A list is one string, so that the page carries no more than the letters.

use std::cmp::Ordering;

/// Whether `list` holds `word`; the case of ASCII letters does not count.
#[must_use]
pub fn has(list: &str, word: &str) -> bool {
    let mut rest = list.as_bytes();
    while !rest.is_empty() {
        let middle = rest.len() / 2;
        let blank = |byte: &u8| *byte == b' ';
        let start = rest.get(..middle).and_then(|head| head.iter().rposition(blank)).map_or(0, |at| at + 1);
        let length = rest.get(start..).and_then(|tail| tail.iter().position(blank)).unwrap_or(rest.len() - start);
        let entry = rest.get(start..start + length).unwrap_or_default();
        let lowered = word.bytes().map(|byte| byte.to_ascii_lowercase());
        rest = match entry.iter().copied().cmp(lowered) {
            Ordering::Equal => return true,
            Ordering::Less => rest.get(start + length + 1..).unwrap_or_default(),
            Ordering::Greater => rest.get(..start.saturating_sub(1)).unwrap_or_default(),
        };
    }
    false
}

/// Whether `list` is one that [`has`] can read.
#[cfg(test)]
#[must_use]
pub fn is_list(list: &str) -> bool {
    list.split(' ').is_sorted_by(|a, b| !a.is_empty() && a < b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_and_no_other() {
        let list = "a an the then thence this zebra";
        assert!(is_list(list) && !is_list("b a") && !is_list("a  b") && !is_list("a a"));
        assert!(list.split(' ').all(|word| has(list, word) && has(list, &word.to_uppercase())));
        assert!(["", " ", "b", "th", "they", "thenc", "a an", "zebras", "é"].iter().all(|word| !has(list, word)));
        assert!(!has("", "a") && !has("", ""));
    }
}
