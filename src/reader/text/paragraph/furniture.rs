//! Paragraphs that show by themselves what they are: dateline, byline, credit, tags.

use super::ParagraphType;
use super::words::{BYLINE_LEADS, BYLINE_WORDS, CREDITS, NETWORKS, OPENERS, TAG_PAIRS, TAGS};
use crate::text::{LetterCase, Token, TokenClass, head_date};

/// Most tokens of such a paragraph.
const LONGEST: usize = 40;

/// The type that `tokens`, one paragraph of `text`, shows by itself.
pub(super) fn own_type(text: &str, tokens: &[Token]) -> Option<ParagraphType> {
    if opens_tags(text, tokens) {
        Some(ParagraphType::Tags)
    } else if tokens.len() > LONGEST {
        None
    } else if is_byline(text, tokens) {
        Some(ParagraphType::Byline)
    } else if is_credit(text, tokens) {
        Some(ParagraphType::Credit)
    } else if head_date::is_dateline(text, tokens) {
        Some(ParagraphType::Dateline)
    } else {
        None
    }
}

/// "Tags:", "Filed under: roofs"; "Tags" alone.
fn opens_tags(text: &str, tokens: &[Token]) -> bool {
    let after = match tokens {
        [first, rest @ ..] if first.is_in(text, TAGS) => rest,
        [first, second, rest @ ..] if TAG_PAIRS.iter().any(|(a, b)| first.is(text, a) && second.is(text, b)) => rest,
        _ => return false,
    };
    after.first().is_none_or(|mark| mark.is(text, ":"))
}

/// "By Ana Ruiz and Tove Aas", "(Reporting by Tove Aas; editing by Jon Marsh)", "Follow Ana Ruiz on Twitter".
fn is_byline(text: &str, tokens: &[Token]) -> bool {
    let opens = tokens.first().is_some_and(|mark| OPENERS.contains(&mark.range.of(text)));
    let tokens = tokens.get(usize::from(opens)..).unwrap_or_default();
    match tokens {
        [follow, name, rest @ ..] if follow.is(text, "follow") && is_name(name) => rest
            .windows(2)
            .any(|pair| matches!(pair, [on, network] if on.is(text, "on") && network.is_in(text, NETWORKS))),
        [additional, rest @ ..] if additional.is(text, "additional") => leads(text, rest),
        [by, name, rest @ ..] if by.is(text, "by") => {
            is_name(name) && rest.iter().all(|token| fits_byline(text, token)) && !closes_sentence(text, rest)
        }
        [author, colon, rest @ ..] if author.is(text, "author") || author.is(text, "authors") => {
            colon.is(text, ":") && !rest.is_empty() && rest.iter().all(|token| fits_byline(text, token))
        }
        _ => leads(text, tokens),
    }
}

fn leads(text: &str, tokens: &[Token]) -> bool {
    matches!(tokens, [lead, by, name, ..] if lead.is_in(text, BYLINE_LEADS) && by.is(text, "by") && is_name(name))
}

fn fits_byline(text: &str, token: &Token) -> bool {
    token.class != TokenClass::Letters || is_name(token) || token.is_glued() || token.is_in(text, BYLINE_WORDS)
}

fn closes_sentence(text: &str, tokens: &[Token]) -> bool {
    let last = tokens.last().is_some_and(|mark| mark.is(text, ".") || mark.is(text, "?") || mark.is(text, "!"));
    last && tokens.len() > 4
}

fn is_name(token: &Token) -> bool {
    token.class == TokenClass::Letters && token.case != LetterCase::Lower
}

/// "Photo: Ana Ruiz", "(Photo by Ana Ruiz)", "© 2018 Coastal Wire", "REUTERS/Ana Ruiz".
fn is_credit(text: &str, tokens: &[Token]) -> bool {
    let bracketed = tokens.first().is_some_and(|mark| mark.is(text, "(") || mark.is(text, "["));
    let tokens = tokens.get(usize::from(bracketed)..).unwrap_or_default();
    if tokens.len() > 16 {
        return false;
    }
    match tokens {
        [sign, ..] if sign.range.of(text) == "©" => true,
        [agency, slash, name, ..] if slash.is(text, "/") => {
            agency.case == LetterCase::Upper
                && is_name(name)
                && name.is_glued()
                && tokens.iter().all(|t| t.case != LetterCase::Lower)
        }
        [ap, photo, ..] if ap.is(text, "ap") && photo.is(text, "photo") => true,
        _ if tokens.len() <= 10 && tokens.windows(2).any(|pair| is_getty(text, pair)) => true,
        [word, mark, rest @ ..] if word.is_in(text, CREDITS) && !rest.is_empty() => {
            mark.is(text, ":") || (mark.is(text, "by") || mark.is(text, "courtesy")) && word.case != LetterCase::Lower
        }
        _ => false,
    }
}

/// "Ana Ruiz via Getty Images."
fn is_getty(text: &str, pair: &[Token]) -> bool {
    matches!(pair, [getty, images] if getty.is(text, "getty") && images.is(text, "images"))
}
