//! Capital and small letters, of the scripts that newspapers write with both: Latin, Greek, Cyrillic, Armenian.
//!
//! The standard library knows the letters of every script there ever was; its tables would be some kilobytes of the page.

/// Capitals outside ASCII whose small letters lie at one distance: the first, the last, the step from one to the next, the distance.
#[rustfmt::skip]
const CAPITALS: &[(u16, u16, u16, i16)] = &[
    (0x00C0, 0x00D6, 1, 32), (0x00D8, 0x00DE, 1, 32), // À to Þ
    (0x0100, 0x012E, 2, 1), (0x0130, 0x0130, 1, -199), (0x0132, 0x0136, 2, 1), (0x0139, 0x0147, 2, 1),
    (0x014A, 0x0176, 2, 1), (0x0178, 0x0178, 1, -121), (0x0179, 0x017D, 2, 1), // Ā to Ž
    (0x0181, 0x0181, 1, 210), (0x0186, 0x0186, 1, 206), (0x0189, 0x018A, 1, 205), (0x018F, 0x018F, 1, 202),
    (0x0190, 0x0190, 1, 203), (0x0198, 0x0198, 1, 1), (0x019D, 0x019D, 1, 213), (0x01A0, 0x01A4, 2, 1),
    (0x01AF, 0x01AF, 1, 1), (0x01B3, 0x01B5, 2, 1), (0x01CD, 0x01DB, 2, 1), (0x01DE, 0x01EE, 2, 1),
    (0x01F8, 0x021E, 2, 1), (0x0222, 0x0232, 2, 1), // of Africa, Vietnam and the Balkans
    (0x0386, 0x0386, 1, 38), (0x0388, 0x038A, 1, 37), (0x038C, 0x038C, 1, 64), (0x038E, 0x038F, 1, 63),
    (0x0391, 0x03A1, 1, 32), (0x03A3, 0x03AB, 1, 32), // Ά to Ϋ
    (0x0400, 0x040F, 1, 80), (0x0410, 0x042F, 1, 32), (0x0460, 0x0480, 2, 1), (0x048A, 0x04BE, 2, 1),
    (0x04C0, 0x04C0, 1, 15), (0x04C1, 0x04CD, 2, 1), (0x04D0, 0x052E, 2, 1), // Ѐ to Ԯ
    (0x0531, 0x0556, 1, 48), // Ա to Ֆ
    (0x1E00, 0x1E94, 2, 1), (0x1E9E, 0x1E9E, 1, -7615), (0x1EA0, 0x1EFE, 2, 1), // Ḁ to Ỿ
    (0xFF21, 0xFF3A, 1, 32), // Ａ to Ｚ
];

/// The small letter of a capital; any other character as it is.
#[must_use]
pub fn lower(character: char) -> char {
    small(character).unwrap_or(character)
}

/// `text` in small letters.
#[must_use]
pub fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Whether the character is a capital.
#[must_use]
pub fn is_capital(character: char) -> bool {
    small(character).is_some()
}

/// Whether the character is a small letter.
#[must_use]
pub fn is_small(character: char) -> bool {
    let has_both =
        matches!(u32::from(character), 0x41..0x2B0 | 0x370..0x530 | 0x560..0x589 | 0x1E00..0x1F00 | 0xFF41..0xFF5B);
    has_both && character.is_alphabetic() && small(character).is_none()
}

fn small(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_uppercase().then(|| character.to_ascii_lowercase());
    }
    let code = u16::try_from(u32::from(character)).ok()?;
    let (.., distance) = CAPITALS
        .iter()
        .find(|(first, last, step, _)| (*first..=*last).contains(&code) && (code - first).is_multiple_of(*step))?;
    char::from_u32(u32::from(code.wrapping_add_signed(*distance)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_those_of_the_standard() {
        for character in '\0'..='\u{ffff}' {
            if let Some(small) = small(character) {
                // "İ" has two characters in small letters.
                assert_eq!(character.to_lowercase().next(), Some(small), "{character}");
            }
        }
    }

    #[test]
    fn letters_of_newspapers_are_what_the_standard_says() {
        let alphabets =
            ('\0'..='\u{17f}').chain('\u{386}'..='\u{3ce}').chain('\u{400}'..='\u{52f}').chain('\u{1e00}'..='\u{1eff}');
        for character in alphabets {
            assert_eq!(is_capital(character), character.is_uppercase(), "{character}");
            assert_eq!(is_small(character), character.is_lowercase(), "{character}");
        }
        assert_eq!(
            lowered("ÉLODIE Žižek ŁÓDŹ Ə Ș Ơ ΕΛΕΝΗ Ђорђе ԵՐԵՎԱՆ 東京 1"),
            "élodie žižek łódź ə ș ơ ελενη ђорђе երեվան 東京 1"
        );
    }
}
