//! What the exporters say of a mark.

use super::pen::Pen;
use super::vocabulary::Word;
use crate::annotation::{Annotation, ReviewerId, Session, is_web_address};
use crate::detect::Detail;

/// The one with this name, however it is written.
pub(super) fn named<T: Word>(name: &str) -> Option<T> {
    T::ALL.iter().copied().find(|one| one.word().eq_ignore_ascii_case(name))
}

/// The name of whoever did something; nothing where none was given.
pub(super) fn reviewer<'a>(session: &'a Session, id: Option<&ReviewerId>) -> Option<&'a str> {
    let found = session.reviewers.iter().find(|reviewer| Some(&reviewer.id) == id)?;
    Some(found.name.as_str()).filter(|name| !name.is_empty())
}

/// Whose words a quotation is.
pub(super) fn speaker(mark: &Annotation) -> Option<&str> {
    match &mark.detail {
        Detail::Quote(quote) => quote.source.as_ref().map(|source| source.name.as_str()),
        Detail::Claim(_) | Detail::Date(_) => None,
    }
}

/// What a date was read as.
pub(super) fn reading(mark: &Annotation) -> Option<&str> {
    match &mark.detail {
        Detail::Date(date) => Some(&date.value),
        Detail::Claim(_) | Detail::Quote(_) => None,
    }
}

/// The address of the article, or a name for it where it has none.
pub(super) fn address(session: &Session) -> String {
    session.facts.url.as_ref().filter(|url| is_web_address(url)).cloned().unwrap_or_else(|| name(session))
}

/// A URN for the session.
pub(super) fn name(session: &Session) -> String {
    let is_uuid = session.id.len() == 36
        && session.id.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if is_uuid { format!("urn:uuid:{}", session.id) } else { format!("urn:factmark:{}", encoded(&session.id)) }
}

/// `id` as part of an address.
pub(super) fn encoded(id: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// What `write` writes of the marks of `session`, as a file: indented for people, where they can still read all of it; on
/// one line for programs where there are many marks, so that it can be opened again.
pub(super) fn file(session: &Session, write: impl FnOnce(&mut Pen)) -> String {
    /// Marks that nobody reads one by one.
    const MANY: usize = 1_000;
    let blanks = (session.annotations.len() < MANY).then_some(2);
    String::from_utf8(Pen::written(blanks, write)).unwrap_or_default() + "\n"
}
