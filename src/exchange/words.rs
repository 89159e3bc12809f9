//! What the exporters say of a mark.

use serde::Serialize;
use serde_json::Value;

use crate::annotation::{Annotation, Kind, ReviewerId, Session, Verdict, is_web_address};
use crate::detect::Detail;

/// The name of a verdict in files.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "unchecked",
        Verdict::Verified => "verified",
        Verdict::Inconsistent => "inconsistent",
        Verdict::Unclear => "unclear",
    }
}

/// The verdict with this name.
pub(super) fn verdict_named(name: &str) -> Option<Verdict> {
    [Verdict::Unchecked, Verdict::Verified, Verdict::Inconsistent, Verdict::Unclear]
        .into_iter()
        .find(|other| verdict(*other).eq_ignore_ascii_case(name))
}

/// The kind with this name.
pub(super) fn kind_named(name: &str) -> Option<Kind> {
    [Kind::Claim, Kind::Date, Kind::Quote].into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(name))
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

/// `value` as JSON; by way of text, because a value made at once would turn 0.81 into 0.8100000023841858.
pub(super) fn json(value: &impl Serialize) -> Value {
    serde_json::to_string(value).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Puts `inside` in the place that `pointer` names; the macro `json!` would copy it.
pub(super) fn put(value: &mut Value, pointer: &str, inside: Value) {
    if let Some(place) = value.pointer_mut(pointer) {
        *place = inside;
    }
}

/// `value`, which holds the marks of `session`, as a file: indented for people, where they can still read all of it; on
/// one line for programs where there are many marks, so that it can be opened again.
pub(super) fn file(value: &Value, session: &Session) -> String {
    /// Marks that nobody reads one by one.
    const MANY: usize = 1_000;
    if session.annotations.len() < MANY { format!("{value:#}\n") } else { format!("{value}\n") }
}
