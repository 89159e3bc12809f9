//! Elements that are dropped with all that is in them, and where they end.

/// The element whose content is dropped.
pub(super) struct Skipped {
    pub name: String,
    /// How deep what is open lies in it; the element itself is 1.
    pub depth: usize,
}

impl Skipped {
    /// Whether the element may leave out its end tag, as items of lists and parts of tables do.
    fn ends_by_itself(&self) -> bool {
        matches!(self.name.as_str(), "dd" | "dt" | "li" | "option" | "td" | "th" | "tr")
    }

    /// Whether `tag` is counted: the same element again, or what holds such items.
    pub fn counts(&self, tag: &str) -> bool {
        if self.ends_by_itself() { matches!(tag, "dl" | "ol" | "select" | "table" | "ul") } else { self.name == tag }
    }

    /// Whether the start of `tag`, which is a block or not, ends the element.
    pub fn ends_before(&self, tag: &str, block: bool) -> bool {
        self.name == "p" && block || self.depth == 1 && self.ends_by_itself() && self.name == tag
    }

    /// Reads the end of `tag`: whether the element ends with it, or has ended before it.
    pub fn ends_with(&mut self, tag: &str) -> Option<SkipEnd> {
        // An element that was never closed does not swallow what comes after the article.
        if matches!(tag, "article" | "main" | "body") && self.name != tag {
            return Some(SkipEnd::Before);
        }
        if self.depth == 1 && self.name == tag {
            return Some(SkipEnd::With);
        }
        self.depth -= usize::from(self.counts(tag));
        (self.depth == 0).then_some(SkipEnd::Before)
    }
}

/// How an element whose content is dropped ends.
pub(super) enum SkipEnd {
    /// With its own end tag.
    With,
    /// Before the end tag of what is around it.
    Before,
}
