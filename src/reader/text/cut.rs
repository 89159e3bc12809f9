//! Cutting text: in two at ASCII characters, and short.
//!
//! The standard library can cut at anything, and brings code for each kind of thing; these are called.

/// `text` before the first byte that `ends` it, and from there on; `ends` takes no part of a character for its end.
#[must_use]
pub(crate) fn cut(text: &str, ends: fn(u8) -> bool) -> (&str, &str) {
    let at = text.bytes().position(ends).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// `text` before the first `mark`, which is ASCII, and after it; all and nothing where it does not stand.
#[must_use]
pub(crate) fn halves(text: &str, mark: u8) -> (&str, Option<&str>) {
    let at = text.bytes().position(|byte| byte == mark).unwrap_or(text.len());
    (text.get(..at).unwrap_or(text), text.get(at + 1..))
}

/// The pieces of `text` between the marks, which are ASCII.
pub(crate) fn pieces(text: &str, mark: u8) -> Pieces<'_> {
    Pieces { rest: Some(text), mark }
}

/// See [`pieces`].
pub(crate) struct Pieces<'t> {
    rest: Option<&'t str>,
    mark: u8,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let (piece, rest) = halves(self.rest?, self.mark);
        self.rest = rest;
        Some(piece)
    }
}

/// The words of `text` in one line, with one blank between two.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
    }
    line
}

/// The same, of a long text no more than about `most` characters, and "…".
#[must_use]
pub fn short_line(text: &str, most: usize) -> String {
    let mut line = one_line(text);
    if let Some((at, _)) = line.char_indices().nth(most) {
        line.truncate(at);
        line.truncate(line.trim_end().len());
        line.push_str(" …");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_in_two() {
        assert_eq!(cut("12é", |byte| !byte.is_ascii_digit()), ("12", "é"));
        assert_eq!(cut("12", |byte| !byte.is_ascii_digit()), ("12", ""));
        assert_eq!(halves("a-b-c", b'-'), ("a", Some("b-c")));
        assert_eq!(halves("é-", b'-'), ("é", Some("")));
        assert_eq!(halves("é", b'-'), ("é", None));
        assert_eq!(halves("", b'-'), ("", None));
        assert!(pieces("a--é-", b'-').eq(["a", "", "é", ""]));
    }

    #[test]
    fn a_line_has_the_words_and_is_cut_where_it_is_long() {
        assert_eq!(one_line("  a\n\u{a0}b\tcé "), "a b cé");
        assert_eq!(one_line(" \n"), "");
        assert_eq!(short_line("é é\né", 5), "é é é");
        assert_eq!(short_line("é é\né", 4), "é é …");
        assert_eq!(short_line("é é\néé", 5), "é é é …");
        assert_eq!(short_line("", 0), "");
    }
}
