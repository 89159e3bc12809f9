//! What is known about the article besides its text.

use super::ReviewerId;
use crate::text::html::PageFacts;
use crate::text::{Document, Published};

/// What is known about the article besides its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleFacts {
    /// Its title.
    pub title: String,
    /// Where it was published.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// BCP 47 language tag.
    pub language: String,
}

impl ArticleFacts {
    /// What the text itself says of its publication.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let facts = document.facts();
        Self {
            title: facts.title.clone().unwrap_or_default(),
            published: facts.published,
            language: "en".to_owned(),
            ..Self::default()
        }
    }

    /// What a page says of itself, and its text where the page says nothing.
    #[must_use]
    pub fn of_page(document: &Document, page: &PageFacts) -> Self {
        let text = Self::of(document);
        Self {
            title: page.publication.title.clone().unwrap_or(text.title),
            url: page.url.clone(),
            publisher: page.publisher.clone(),
            authors: page.authors.clone(),
            published: page.publication.published.or(text.published),
            language: page.language.clone().unwrap_or(text.language),
        }
    }
}

/// Somebody who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// A UUID.
    pub id: ReviewerId,
    /// The name for the file; may be empty.
    pub name: String,
}

/// How this article is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Highlight budget: percent of the body sentences.
    pub claim_share: u8,
    /// Which kinds are shown.
    pub layers: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { claim_share: 25, layers: ["claim", "date", "quote"].map(str::to_owned).to_vec() }
    }
}

impl Settings {
    /// Whether `layer` is shown.
    #[must_use]
    pub fn shows(&self, layer: &str) -> bool {
        self.layers.iter().any(|shown| shown == layer)
    }

    /// The same with `layer` shown, or not.
    #[must_use]
    pub fn with(&self, layer: &str, shown: bool) -> Self {
        let mut layers: Vec<String> = self.layers.iter().filter(|other| *other != layer).cloned().collect();
        layers.extend(shown.then(|| layer.to_owned()));
        Self { layers, ..self.clone() }
    }
}
