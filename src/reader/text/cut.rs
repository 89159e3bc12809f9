//! Cutting text in two at ASCII characters.
//!
//! The standard library can cut at anything, and brings code for each kind of thing; these two are called.

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
    }
}
