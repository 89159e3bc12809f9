//! The one place where offsets change unit.

use std::rc::Rc;

/// Converts offsets into one text between UTF-8 bytes, UTF-16 code units and Unicode code points.
///
/// An offset past the end reads as the end; one inside a character reads as that character's start.
#[derive(Clone, Debug)]
pub struct OffsetMap {
    /// Every `STEP` code points: the byte and UTF-16 offset there. Empty for ASCII text, where all units are one.
    marks: Vec<Mark>,
    text: Rc<str>,
}

/// Reads an [`OffsetMap`], slice by slice.
#[derive(Debug, Default)]
pub(super) struct OffsetReader {
    marks: Vec<Mark>,
    ascii: bool,
    byte: u32,
    utf16: u32,
}

impl OffsetReader {
    /// Starts with `text`.
    pub fn new(text: &str) -> Self {
        Self { ascii: text.is_ascii(), ..Self::default() }
    }

    /// Reads on in `text` for about `budget` bytes; how far it came.
    pub fn step(&mut self, text: &str, budget: usize) -> usize {
        let stop = (self.byte as usize).saturating_add(budget);
        while !self.ascii
            && (self.byte as usize) < stop
            && let Some(rest) = text.get(self.byte as usize..)
            && !rest.is_empty()
        {
            self.marks.push(Mark { byte: self.byte, utf16: self.utf16 });
            for c in rest.chars().take(STEP as usize) {
                self.byte += width8(c);
                self.utf16 += width16(c);
            }
        }
        if self.ascii { text.len() } else { self.byte as usize }
    }

    /// The map of `text`, which is read to its end.
    pub fn finish(self, text: &Rc<str>) -> OffsetMap {
        OffsetMap { marks: self.marks, text: Rc::clone(text) }
    }
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    byte: u32,
    utf16: u32,
}

/// Code points between two marks.
const STEP: u32 = 128;

impl OffsetMap {
    /// The map of `text`.
    #[must_use]
    pub fn new(text: &Rc<str>) -> Self {
        let mut reader = OffsetReader::new(text);
        reader.step(text, usize::MAX);
        reader.finish(text)
    }

    /// Code point offset of a byte offset.
    #[must_use]
    pub fn byte_to_code_point(&self, byte: u32) -> u32 {
        self.walk(|mark| mark.byte, width8, byte).map_or_else(|| self.clamp(byte), |at| at.point)
    }

    /// Byte offset of a code point offset.
    #[must_use]
    pub fn code_point_to_byte(&self, point: u32) -> u32 {
        if self.marks.is_empty() {
            return self.clamp(point);
        }
        let index = (point / STEP) as usize;
        let Some(mark) = self.marks.get(index).or(self.marks.last()) else { return 0 };
        let skip = if index < self.marks.len() { point % STEP } else { u32::MAX };
        let rest = self.text.get(mark.byte as usize..).unwrap_or_default();
        mark.byte + rest.chars().take(skip as usize).map(width8).sum::<u32>()
    }

    /// UTF-16 offset of a byte offset.
    #[must_use]
    pub fn byte_to_utf16(&self, byte: u32) -> u32 {
        self.walk(|mark| mark.byte, width8, byte).map_or_else(|| self.clamp(byte), |at| at.utf16)
    }

    /// Byte offset of a UTF-16 offset.
    #[must_use]
    pub fn utf16_to_byte(&self, utf16: u32) -> u32 {
        self.walk(|mark| mark.utf16, width16, utf16).map_or_else(|| self.clamp(utf16), |at| at.byte)
    }

    fn clamp(&self, offset: u32) -> u32 {
        offset.min(u32::try_from(self.text.len()).unwrap_or(u32::MAX))
    }

    /// Walks to `target`, counted by `of_mark` and `width`; nothing where the text is ASCII.
    fn walk(&self, of_mark: impl Fn(Mark) -> u32, width: impl Fn(char) -> u32, target: u32) -> Option<Place> {
        let index = self.marks.partition_point(|mark| of_mark(*mark) <= target).checked_sub(1)?;
        let mark = *self.marks.get(index)?;
        let mut at = Place { byte: mark.byte, utf16: mark.utf16, point: u32::try_from(index).ok()? * STEP };
        let mut reached = of_mark(mark);
        for c in self.text.get(mark.byte as usize..)?.chars() {
            if reached + width(c) > target {
                break;
            }
            reached += width(c);
            at = Place { byte: at.byte + width8(c), utf16: at.utf16 + width16(c), point: at.point + 1 };
        }
        Some(at)
    }
}

/// One place in all three units.
#[derive(Clone, Copy)]
struct Place {
    byte: u32,
    utf16: u32,
    point: u32,
}

#[expect(clippy::cast_possible_truncation, reason = "at most 4")]
fn width8(c: char) -> u32 {
    c.len_utf8() as u32
}

#[expect(clippy::cast_possible_truncation, reason = "at most 2")]
fn width16(c: char) -> u32 {
    c.len_utf16() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_character_bound_goes_there_and_back(text in any::<String>()) {
            let map = OffsetMap::new(&text.as_str().into());
            let (mut byte, mut utf16) = (0, 0);
            for (point, c) in text.chars().chain(['\0']).enumerate() {
                let point = u32::try_from(point).unwrap();
                prop_assert_eq!(map.byte_to_code_point(byte), point);
                prop_assert_eq!(map.code_point_to_byte(point), byte);
                prop_assert_eq!(map.byte_to_utf16(byte), utf16);
                prop_assert_eq!(map.utf16_to_byte(utf16), byte);
                byte += width8(c);
                utf16 += width16(c);
            }
        }

        #[test]
        fn no_offset_is_too_large(text in any::<String>(), offset in any::<u32>()) {
            let map = OffsetMap::new(&text.as_str().into());
            let length = u32::try_from(text.len()).unwrap();
            prop_assert!(map.code_point_to_byte(offset) <= length);
            prop_assert!(map.utf16_to_byte(offset) <= length);
            prop_assert!(map.byte_to_utf16(offset) <= length);
            prop_assert!(map.byte_to_code_point(offset) <= length);
        }
    }
}
