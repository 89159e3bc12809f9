//! The desk's part of the state.

use yew::AttrValue;

use crate::ui::dom::store::Card;

/// The library as the desk shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// Every kept article, last touched first.
    pub cards: Vec<Card>,
    /// What is wrong with the library, in words.
    pub trouble: Option<AttrValue>,
}

/// An article that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// Bytes read.
    pub done: u32,
    /// Bytes in all.
    pub total: u32,
}
