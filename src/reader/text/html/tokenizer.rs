//! HTML to its tokens, as the tokenizer of the standard reads it (WHATWG HTML, section 13.2.5), without its tree.
//!
//! Written here because a full tokenizer with its 2,231 character references is a quarter of the whole download.
//! Left out are the comments inside scripts that may hold scripts again.

use super::character_reference::{Place, decoded};
use crate::text::cut::{cut, halves};
use crate::text::words;

/// What stands in HTML. Names are in lower case, values and texts without character references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A start tag opens; its attributes follow, then its end.
    Start(&'t str),
    /// An attribute of the start tag; the value is empty where there is none.
    Attribute(&'t str, &'t str),
    /// The start tag is complete.
    StartEnd,
    /// An end tag.
    End(&'t str),
    /// Text between two tags.
    Text(&'t str),
    /// A comment.
    Comment(&'t str),
}

/// Elements whose content is text, with no tags but their own end.
const TEXT_ONLY: &str = "iframe noembed noframes noscript script style textarea title xmp";

/// Reads `html` from front to back; any string will do.
pub(super) fn tokens(html: &str, mut found: impl FnMut(Token<'_>)) {
    let found: &mut dyn FnMut(Token<'_>) = &mut found;
    let mut rest = html;
    while let Some((text, after)) = next_markup(rest) {
        give_text(text, found);
        rest = if let Some(comment) = after.strip_prefix("!--") {
            read_comment(comment, found)
        } else if let Some(end) = after.strip_prefix('/') {
            read_end(end, found)
        } else if after.starts_with(['!', '?']) {
            halves(after, b'>').1.unwrap_or_default()
        } else {
            read_start(after, found)
        };
    }
    give_text(rest, found);
}

/// The text before the next markup, and what follows its `<`.
fn next_markup(html: &str) -> Option<(&str, &str)> {
    after_each(html, b'<').find_map(|(at, after)| {
        let name = after.strip_prefix('/').unwrap_or(after);
        let opens = name.starts_with(|c: char| c.is_ascii_alphabetic()) || after.starts_with(['!', '?']);
        // `</` before anything but a letter opens a comment that nobody meant.
        (opens || after.starts_with('/') && !name.is_empty()).then_some((html.get(..at)?, after))
    })
}

/// Where each `mark` stands in `text`, and what follows it.
fn after_each(text: &str, mark: u8) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = halves(rest, mark).1?;
        Some((text.len() - rest.len() - 1, rest))
    })
}

fn give_text(text: &str, found: &mut dyn FnMut(Token<'_>)) {
    if !text.is_empty() {
        found(Token::Text(&decoded(text, Place::Text)));
    }
}

fn read_comment<'t>(comment: &'t str, found: &mut dyn FnMut(Token<'_>)) -> &'t str {
    for empty in [">", "->"] {
        if let Some(rest) = comment.strip_prefix(empty) {
            return rest;
        }
    }
    let end = after_each(comment, b'-').find_map(|(at, after)| {
        let after = after.strip_prefix('-')?;
        let rest = after.strip_prefix('>').or_else(|| after.strip_prefix("!>"))?;
        Some((comment.get(..at)?, rest))
    });
    let (text, rest) = end.unwrap_or((comment, ""));
    found(Token::Comment(text));
    rest
}

fn read_end<'t>(tag: &'t str, found: &mut dyn FnMut(Token<'_>)) -> &'t str {
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return halves(tag, b'>').1.unwrap_or_default();
    }
    let (name, rest) = tag_name(tag);
    match attributes(rest, &mut |_| {}) {
        Some(rest) => {
            found(Token::End(&name));
            rest
        }
        None => "",
    }
}

fn read_start<'t>(tag: &'t str, found: &mut dyn FnMut(Token<'_>)) -> &'t str {
    let (name, rest) = tag_name(tag);
    found(Token::Start(&name));
    // A tag that the text breaks off is none; what was said of it comes to nothing.
    let Some(rest) = attributes(rest, found) else { return "" };
    found(Token::StartEnd);
    if !words::has(TEXT_ONLY, &name) {
        return rest;
    }
    let (content, rest) = until_end_of(&name, rest);
    if matches!(name.as_str(), "textarea" | "title") {
        give_text(content, found);
    } else if !content.is_empty() {
        found(Token::Text(content));
    }
    rest
}

fn tag_name(tag: &str) -> (String, &str) {
    let (name, rest) = cut(tag, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    (name.to_ascii_lowercase(), rest)
}

/// The content of an element that holds text only, and its end tag with what follows.
fn until_end_of<'t>(name: &str, html: &'t str) -> (&'t str, &'t str) {
    let end = after_each(html, b'<').find(|(_, after)| {
        let tag = after.strip_prefix('/').and_then(|tag| tag.split_at_checked(name.len()));
        tag.is_some_and(|(own, after)| {
            own.eq_ignore_ascii_case(name)
                && after.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
        })
    });
    end.and_then(|(end, _)| html.split_at_checked(end)).unwrap_or((html, ""))
}

fn skip_blanks(text: &str) -> &str {
    cut(text, |byte| !byte.is_ascii_whitespace()).1
}

/// Reads attributes up to the end of the tag, and gives what follows it; nothing where the tag has no end.
fn attributes<'t>(tag: &'t str, found: &mut dyn FnMut(Token<'_>)) -> Option<&'t str> {
    let mut rest = tag;
    loop {
        rest = cut(rest, |byte| !byte.is_ascii_whitespace() && byte != b'/').1;
        if let Some(after) = rest.strip_prefix('>') {
            return Some(after);
        }
        // A name may begin with "=".
        let own = rest.strip_prefix('=').unwrap_or(rest);
        let (_, after) = cut(own, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        if after.is_empty() {
            return None;
        }
        let name = rest.get(..rest.len() - after.len())?.to_ascii_lowercase();
        rest = skip_blanks(after);
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = skip_blanks(after);
            (value, rest) = match after.bytes().next()? {
                quote @ (b'"' | b'\'') => {
                    let (value, after) = halves(after.get(1..)?, quote);
                    (value, after?)
                }
                _ => cut(after, |byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
        }
        found(Token::Attribute(&name, &decoded(value, Place::Attribute)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> String {
        let mut out = String::new();
        tokens(html, |token| {
            let piece = match token {
                Token::Start(name) => format!("<{name}"),
                Token::Attribute(name, value) => format!(" {name}={value}|"),
                Token::StartEnd => ">".to_owned(),
                Token::End(name) => format!("</{name}>"),
                Token::Text(text) => format!("[{text}]"),
                Token::Comment(text) => format!("({text})"),
            };
            out.push_str(&piece);
        });
        out
    }

    #[test]
    fn tags_attributes_and_text() {
        assert_eq!(
            read("a<P Class=x id='y z' HIDDEN data-q=\"1>2\" b = c/>d</p >e"),
            "[a]<p class=x| id=y z| hidden=| data-q=1>2| b=c/|>[d]</p>[e]"
        );
        assert_eq!(read("<br/><a/b=c>"), "<br><a b=c|>");
        assert_eq!(read("<a =b c==d>"), "<a =b=| c==d|>");
    }

    #[test]
    fn the_elements_are_sorted() {
        assert!(words::is_list(TEXT_ONLY));
    }

    #[test]
    fn what_is_no_tag_is_text() {
        assert_eq!(read("1 < 2 <3 <> b<"), "[1 < 2 <3 <> b<]");
        assert_eq!(read("a</>b</ x>c<?pi?>d<!doctype html>e"), "[a][b][c][d][e]");
    }

    #[test]
    fn a_tag_without_an_end_is_dropped() {
        for html in ["<p", "<p class", "<p class=", "<p class='x", "<p class=x", "</p", "</p x='>"] {
            assert_eq!(read(&format!("a{html}")).replace("<p", "").split_once(']').unwrap().0, "[a");
            assert!(!read(html).contains('>'), "{html}");
        }
    }

    #[test]
    fn comments() {
        assert_eq!(read("<!-- a > b -->c<!-->d<!--->e<!-- f --!>g<!-- h"), "( a > b )[c][d][e]( f )[g]( h)");
        assert_eq!(read("<!-- a -- b --->c"), "( a -- b -)[c]");
    }

    #[test]
    fn what_holds_text_only() {
        assert_eq!(read("<script>if (a</b>) '&amp;'</SCRIPT >x"), "<script>[if (a</b>) '&amp;']</script>[x]");
        assert_eq!(read("<title>A &amp; <b></title>x"), "<title>[A & <b>]</title>[x]");
        assert_eq!(read("<style>p{}"), "<style>[p{}]");
        assert_eq!(read("<textarea></textareas></textarea>"), "<textarea>[</textareas>]</textarea>");
    }
}
