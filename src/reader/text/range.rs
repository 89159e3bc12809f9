//! A stretch of text.

/// A half-open stretch of text, `start..end`, in UTF-8 bytes of `document.text`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never before `start`.
    pub end: u32,
}

impl TextRange {
    /// The range from `start` to `end`; an end before the start gives an empty range at `start`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the range holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this range (or is it).
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the byte at `offset` lies inside.
    #[must_use]
    pub const fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words of `text` at this range; empty where the range does not lie on character bounds of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_before_the_start_is_empty() {
        assert!(TextRange::new(5, 3).is_empty());
    }

    #[test]
    fn touching_ranges_do_not_overlap() {
        assert!(!TextRange::new(0, 3).overlaps(TextRange::new(3, 5)));
        assert!(TextRange::new(0, 4).overlaps(TextRange::new(3, 5)));
    }

    #[test]
    fn a_range_off_the_character_bounds_has_no_words() {
        assert_eq!(TextRange::new(0, 1).of("é"), "");
        assert_eq!(TextRange::new(0, 9).of("é"), "");
        assert_eq!(TextRange::new(0, 2).of("é"), "é");
    }
}
