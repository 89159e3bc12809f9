//! Character references: `&amp;`, `&#8217;`, `&#x2019;`.
//!
//! By name those of HTML 4.01 (section 24), `apos`, and the four that are also written in capitals. HTML 5 has two thousand more, nearly all of them mathematical,
//! which no newsroom writes; such a name stays as it stands.

use std::borrow::Cow;

use crate::text::cut::{cut, halves, pieces};
use crate::text::decode::windows_1252;

/// Where a reference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Between tags: an old name needs no semicolon.
    Text,
    /// In a value, where `&copy=1` is part of an address.
    Attribute,
}

/// `text` with its character references replaced.
pub(super) fn decoded(text: &str, place: Place) -> Cow<'_, str> {
    if halves(text, b'&').1.is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let (before, Some(after)) = halves(rest, b'&') {
        out.push_str(before);
        let read = if let Some(number) = after.strip_prefix('#') { numbered(number) } else { named(after, place) };
        let (character, used) = read.unwrap_or(('&', after));
        out.push(character);
        rest = used;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A character by its number, and what follows.
fn numbered(reference: &str) -> Option<(char, &str)> {
    let hexadecimal = reference.strip_prefix(['x', 'X']);
    let digits = hexadecimal.unwrap_or(reference);
    let radix = if hexadecimal.is_some() { 16 } else { 10 };
    let mut number = 0_u32;
    let mut after = digits;
    while let Some(digit) = after.chars().next().and_then(|digit| digit.to_digit(radix)) {
        number = number.saturating_mul(radix).saturating_add(digit);
        after = after.get(1..)?;
    }
    if after.len() == digits.len() {
        return None;
    }
    let character = match u8::try_from(number) {
        Ok(0) => char::REPLACEMENT_CHARACTER,
        // Numbers of Windows-1252, which many still write.
        Ok(byte @ 0x80..=0x9F) => windows_1252(byte),
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((character, after.strip_prefix(';').unwrap_or(after)))
}

/// A character by its name, and what follows.
fn named(reference: &str, place: Place) -> Option<(char, &str)> {
    let (name, after) = cut(reference, |byte| !byte.is_ascii_alphanumeric());
    if let (Some(character), Some(after)) = (look_up(name), after.strip_prefix(';')) {
        return Some((character, after));
    }
    if place == Place::Attribute {
        return None;
    }
    // The longest of the names that need no semicolon: those of Latin-1, the longest of which has six letters.
    (2..=name.len().min(6)).rev().find_map(|length| {
        let (name, after) = reference.split_at_checked(length)?;
        let character = look_up(name).filter(|c| u32::from(*c) < 0x100 && *c != '\'')?;
        Some((character, after))
    })
}

fn look_up(name: &str) -> Option<char> {
    let mut words = pieces(NAMES, b' ');
    while let (Some(known), Some(character)) = (words.next(), words.next()) {
        if known == name {
            return character.chars().next();
        }
    }
    ROWS.iter().find_map(|(first, names)| {
        let place = pieces(names, b' ').position(|known| known == name)?;
        char::from_u32(u32::from(*first) + u32::try_from(place).ok()?)
    })
}

/// Names with their characters, those that are written most first.
const NAMES: &str = "\
    AMP & amp & LT < lt < GT > gt > QUOT \" quot \" apos ' rsquo ’ lsquo ‘ ldquo “ rdquo ” ndash – mdash — hellip … \
    OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ thetasym ϑ upsih ϒ piv ϖ ensp \u{2002} \
    emsp \u{2003} thinsp \u{2009} sbquo ‚ bdquo „ dagger † Dagger ‡ bull • permil ‰ prime ′ Prime ″ lsaquo ‹ \
    rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ alefsym ℵ crarr ↵ forall ∀ part ∂ exist ∃ \
    empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ \
    cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ \
    otimes ⊗ perp ⊥ sdot ⋅ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ lang ⟨ rang ⟩";

/// The first of a row of characters, and the names of the row, where a dash stands for none.
const ROWS: &[(char, &str)] = &[
    (
        '\u{a0}',
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
         acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
         Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde \
         Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig \
         ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide \
         oslash ugrave uacute ucirc uuml yacute thorn yuml",
    ),
    (
        'Α',
        "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau \
         Upsilon Phi Chi Psi Omega",
    ),
    (
        'α',
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau \
         upsilon phi chi psi omega",
    ),
    ('←', "larr uarr rarr darr harr"),
    ('⇐', "lArr uArr rArr dArr hArr"),
    ('\u{200c}', "zwnj zwj lrm rlm"),
    ('⌈', "lceil rceil lfloor rfloor"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_there_once() {
        let rows = ROWS.iter().flat_map(|(_, names)| names.split(' ').filter(|name| *name != "-"));
        let mut names: Vec<&str> = NAMES.split(' ').step_by(2).chain(rows).collect();
        assert!(names.iter().all(|name| look_up(name).is_some()));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 257);
    }

    #[test]
    fn rows_name_their_characters() {
        for (name, character) in [
            ("nbsp", '\u{a0}'),
            ("yuml", 'ÿ'),
            ("Omega", 'Ω'),
            ("sigmaf", 'ς'),
            ("omega", 'ω'),
            ("harr", '↔'),
            ("hArr", '⇔'),
            ("rlm", '\u{200f}'),
            ("rfloor", '⌋'),
            ("rang", '⟩'),
            ("thinsp", '\u{2009}'),
        ] {
            assert_eq!(look_up(name), Some(character), "{name}");
        }
    }

    #[test]
    fn by_name_and_by_number() {
        assert_eq!(decoded("a &amp; b&nbsp;c &rsquo;&#8217;&#x2019;&#X2019", Place::Text), "a & b\u{a0}c ’’’’");
        assert_eq!(decoded("&#146;&#0;&#xD800;&#99999999999;", Place::Text), "’\u{fffd}\u{fffd}\u{fffd}");
    }

    #[test]
    fn old_names_need_no_semicolon() {
        assert_eq!(decoded("&copy 2018 &ampersand &eacutes", Place::Text), "© 2018 &ersand és");
        assert_eq!(decoded("&rsquo x", Place::Text), "&rsquo x");
        assert_eq!(decoded("?a=1&copy=2&amp;lt=3", Place::Attribute), "?a=1&copy=2&lt=3");
    }

    #[test]
    fn what_is_none_stays() {
        for text in ["&", "&;", "AT&T", "&#;", "&#x;", "&unknown;", "a & b", "&é"] {
            assert_eq!(decoded(text, Place::Text), text);
        }
    }
}
