//! Bytes of a file to text.

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;

/// A file's text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// Places that made no sense in this encoding and stand as U+FFFD.
    pub replaced: usize,
}

/// How text is written in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, ASCII included.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, which holds ISO 8859-1: taken for what is no UTF.
    Windows1252,
}

/// Why a file cannot be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// More than [`MAX_BYTES`].
    #[error("the file has {0} bytes; Factmark reads up to 20 MB: cut it into parts")]
    TooLarge(usize),
    /// Not text.
    #[error("the file is {0}, not text: open it in its own program and copy the text from there")]
    Binary(&'static str),
}

/// Reads `bytes` as text: by their byte order mark, else UTF-8, else UTF-16 by its pattern, else Windows-1252.
///
/// # Errors
/// When there are too many, or when they are no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if bytes.len() > MAX_BYTES {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(DecodeError::Binary(what));
    }
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => return Ok(utf8(rest)),
        [0xff, 0xfe, rest @ ..] => return Ok(utf16(rest, Encoding::Utf16Le)),
        [0xfe, 0xff, rest @ ..] => return Ok(utf16(rest, Encoding::Utf16Be)),
        _ => {}
    }
    if let Some(encoding) = utf16_by_pattern(bytes) {
        return Ok(utf16(bytes, encoding));
    }
    let controls = bytes.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    if controls * 200 > bytes.len() || bytes.contains(&0) {
        return Err(DecodeError::Binary("a program's own data"));
    }
    let decoded = utf8(bytes);
    let foreign = bytes.iter().filter(|byte| **byte >= 0x80).count();
    // A broken character or two leave the text UTF-8; where most of what is not ASCII is broken, it never was.
    if decoded.replaced * 4 > foreign {
        return Ok(Decoded {
            text: bytes.iter().map(|byte| windows_1252(*byte)).collect(),
            encoding: Encoding::Windows1252,
            replaced: 0,
        });
    }
    Ok(decoded)
}

fn utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
        }
    }
    Decoded { text, encoding: Encoding::Utf8, replaced }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let unit = |pair: &[u8; 2]| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    };
    let mut replaced = odd.len();
    let text = char::decode_utf16(pairs.iter().map(unit))
        .map(|read| {
            read.unwrap_or_else(|_| {
                replaced += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Decoded { text, encoding, replaced }
}

/// UTF-16 without a byte order mark: in text with Latin letters, blanks or digits every other byte is often zero.
fn utf16_by_pattern(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, odd) = bytes.get(..bytes.len().min(4096))?.as_chunks::<2>();
    let zeros = |high: fn(&[u8; 2]) -> bool| pairs.iter().filter(|pair| high(pair)).count();
    let (first, second) = (zeros(|[first, _]| *first == 0), zeros(|[_, second]| *second == 0));
    let many = |count: usize, other: usize| odd.is_empty() && count * 5 > pairs.len() * 2 && other * 20 < pairs.len();
    match () {
        () if many(second, first) => Some(Encoding::Utf16Le),
        () if many(first, second) => Some(Encoding::Utf16Be),
        () => None,
    }
}

pub(super) fn windows_1252(byte: u8) -> char {
    byte.checked_sub(0x80).and_then(|high| UPPER_CONTROLS.get(usize::from(high))).copied().unwrap_or(char::from(byte))
}

/// The bytes 0x80 to 0x9f (WHATWG Encoding Standard, index windows-1252).
const UPPER_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// How files begin that people take for text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or another ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn every_encoding_is_recognised() {
        let text = "“Fünf Schiffe”, sagte sie.";
        let pairs = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<_>>();
        assert_eq!(read(text.as_bytes()), (text.to_owned(), Encoding::Utf8));
        assert_eq!(read(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), (text.to_owned(), Encoding::Utf8));
        assert_eq!(read(&pairs(u16::to_le_bytes)), (text.to_owned(), Encoding::Utf16Le));
        assert_eq!(read(&pairs(u16::to_be_bytes)), (text.to_owned(), Encoding::Utf16Be));
        assert_eq!(read(&[vec![0xff, 0xfe], pairs(u16::to_le_bytes)].concat()), (text.to_owned(), Encoding::Utf16Le));
        assert_eq!(read(b"\x93F\xfcnf Schiffe\x94, sagte sie."), (text.to_owned(), Encoding::Windows1252));
    }

    #[test]
    fn a_cut_character_leaves_the_text_utf8() {
        let decoded = decode(&"größer, höher, weiter, ängstlich".as_bytes()[..30]).unwrap();
        assert_eq!((decoded.encoding, decoded.replaced), (Encoding::Utf8, 0));
        let decoded = decode("ärger, öfen, übel, süß …".as_bytes().split_last().unwrap().1).unwrap();
        assert_eq!((decoded.encoding, decoded.replaced), (Encoding::Utf8, 1));
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(decode(b"%PDF-1.7 ..."), Err(DecodeError::Binary("a PDF")));
        assert_eq!(decode(b"\x00\x01\x02\x03binary"), Err(DecodeError::Binary("a program's own data")));
        assert_eq!(decode(&vec![b' '; MAX_BYTES + 1]), Err(DecodeError::TooLarge(MAX_BYTES + 1)));
    }

    #[test]
    fn nothing_is_text() {
        assert_eq!(read(b""), (String::new(), Encoding::Utf8));
    }

    proptest! {
        #[test]
        fn utf8_comes_through_as_it_is(text in "[^\\x00-\\x1f\\u{feff}]{0,60}") {
            prop_assume!(!SIGNATURES.iter().any(|(signature, _)| text.as_bytes().starts_with(signature)));
            prop_assert_eq!(decode(text.as_bytes()).unwrap().text, text);
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }
}
