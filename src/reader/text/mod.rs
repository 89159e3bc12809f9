//! The text of an article: offsets, paragraphs, sentences, tokens.
//!
//! **Invariant:** the text is kept exactly as given; every offset refers to it.

pub mod cut;
pub mod decode;
mod document;
mod head_date;
pub mod html;
pub mod letters;
mod line;
mod offsets;
mod paragraph;
mod publication;
mod range;
mod reading;
pub mod sentence;
pub mod time;
pub mod token;
pub mod words;
mod wrapping;

pub use document::{Document, ParagraphView};
pub use offsets::OffsetMap;
pub use paragraph::{Paragraph, ParagraphType};
pub use publication::{PublicationFacts, Published, PublishedError};
pub use range::TextRange;
pub use reading::{Reading, ReadingProgress};
pub use sentence::Sentence;
pub use time::calendar_day;
pub use token::{Gap, LetterCase, Token, TokenClass};
