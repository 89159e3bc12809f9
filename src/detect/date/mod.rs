//! Temporal expressions, read as TIMEX3 (ISO-TimeML; Pustejovsky et al. 2003).

mod timex;

pub use timex::{Anchor, DateDetail, TimexType};

use super::Detection;
use crate::text::{Document, ParagraphView, Published};

/// Finds and reads temporal expressions, paragraph by paragraph.
#[derive(Debug)]
pub struct DateTagger {
    published: Option<Published>,
}

impl DateTagger {
    /// A tagger for `document`, which reads against `published`.
    #[must_use]
    pub fn new(_document: &Document, published: Option<Published>) -> Self {
        Self { published }
    }

    /// Reads the next paragraph and adds what it finds to `found`, in text order.
    pub fn paragraph(&mut self, _view: ParagraphView<'_>, _found: &mut Vec<Detection>) {
        let _ = self.published;
    }
}
