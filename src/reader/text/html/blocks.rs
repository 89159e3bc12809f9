//! The text of a page, block by block, and which of the blocks are the article.

use super::element::Role;
use crate::text::cut::{cut, pieces};

/// Text shorter than this is no article, in bytes.
const SHORTEST_ARTICLE: usize = 250;

/// A form with less text than this is dropped, in bytes.
const SHORT_FORM: usize = 500;

/// Blocks as they come in.
#[derive(Default)]
pub(super) struct Blocks {
    text: String,
    /// Where each block starts in `text`, and whether it is a heading of the first level.
    starts: Vec<(usize, bool)>,
    /// Whether white space waits for the next word.
    blank: bool,
    /// Line breaks since the last word.
    breaks: usize,
    heading: bool,
    closed: bool,
    /// Open articles with their names, and where they began.
    articles: Vec<(String, usize)>,
    /// First and last block of the longest article, and its length in bytes.
    longest: Option<(usize, usize, usize)>,
    /// Where the open form began: its first block and its place in `text`.
    form: Option<(usize, usize)>,
}

/// The article in a page.
pub(super) struct Article {
    pub text: String,
    /// Blocks in it.
    pub blocks: usize,
    /// Blocks around it.
    pub around: usize,
    /// The only heading of the first level.
    pub heading: Option<String>,
}

impl Blocks {
    /// Adds text that flows: white space counts once, at a block's ends not at all. No-break spaces stay.
    pub fn flow(&mut self, text: &str) {
        if self.closed {
            return;
        }
        let mut rest = Some(text);
        while let Some(text) = rest {
            let (word, after) = cut(text, |byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c'));
            if !word.is_empty() {
                self.begin();
                self.text.push_str(word);
            }
            self.blank |= !after.is_empty();
            rest = after.get(1..);
        }
    }

    /// Adds text that keeps its lines and blanks.
    pub fn preformatted(&mut self, text: &str) {
        for (number, line) in pieces(text, b'\n').enumerate() {
            if number > 0 {
                self.line();
            }
            if !self.closed && !line.trim().is_empty() {
                self.begin();
                self.text.push_str(line);
            }
        }
    }

    /// Puts what stands between the last word and the next.
    fn begin(&mut self) {
        let fresh = self.starts.last().is_none_or(|(start, _)| *start == usize::MAX);
        match (fresh, self.breaks) {
            (true, _) => {
                self.starts.pop();
                self.starts.push((self.text.len(), self.heading));
            }
            (false, 0) if self.blank => self.text.push(' '),
            (false, 0) => {}
            (false, 1) => self.text.push('\n'),
            (false, _) => {
                self.finish_block();
                self.starts.push((self.text.len(), self.heading));
            }
        }
        (self.blank, self.breaks) = (false, 0);
    }

    fn finish_block(&mut self) {
        self.text.push_str("\n\n");
    }

    /// Ends the block, if there is one.
    pub fn block(&mut self) {
        if self.starts.last().is_some_and(|(start, _)| *start != usize::MAX) {
            self.finish_block();
            self.starts.push((usize::MAX, false));
        }
        (self.blank, self.breaks) = (false, 0);
    }

    /// Ends the line; twice, and the block.
    pub fn line(&mut self) {
        self.breaks += 1;
    }

    /// Starts a cell of a table.
    pub fn cell(&mut self) {
        if self.starts.last().is_some_and(|(start, _)| *start != usize::MAX) {
            self.text.push('\t');
        }
        (self.blank, self.breaks) = (false, 0);
    }

    /// Starts an element that stands on its own.
    pub fn open(&mut self, role: Role, tag: &str) {
        self.block();
        match role {
            Role::Heading => self.heading = true,
            Role::Article => self.articles.push((tag.to_owned(), self.count())),
            Role::Form if self.form.is_none() => self.form = Some((self.count(), self.text.len())),
            _ => {}
        }
    }

    /// Ends an element that stands on its own; whether it was a form so short that it was dropped.
    pub fn end(&mut self, role: Role, tag: &str) -> bool {
        self.block();
        match role {
            Role::Heading => self.heading = false,
            Role::Article => {
                if self.articles.last().is_some_and(|(name, _)| name == tag)
                    && let Some((_, first)) = self.articles.pop()
                {
                    self.article(first);
                }
            }
            Role::Form => {
                if let Some((blocks, length)) = self.form.take()
                    && self.text.len() - length < SHORT_FORM
                {
                    self.text.truncate(length);
                    self.starts.truncate(blocks);
                    if blocks > 0 {
                        self.starts.push((usize::MAX, false));
                    }
                    return true;
                }
            }
            _ => {}
        }
        false
    }

    fn article(&mut self, first: usize) {
        let Some((start, _)) = self.starts.get(first).filter(|(start, _)| *start != usize::MAX) else { return };
        let length = self.text.len() - start;
        if self.longest.is_none_or(|(.., longest)| length > longest) {
            self.longest = Some((first, self.count(), length));
        }
    }

    /// Whether an article is open.
    pub fn in_article(&self) -> bool {
        !self.articles.is_empty()
    }

    /// Takes no more text.
    pub fn close(&mut self) {
        self.closed = true;
    }

    /// Blocks with text.
    fn count(&self) -> usize {
        self.starts.len() - usize::from(self.starts.last().is_some_and(|(start, _)| *start == usize::MAX))
    }

    /// The article, or everything where no part is marked as one, or where that part is the smaller.
    pub fn finish(mut self) -> Article {
        while let Some((_, first)) = self.articles.pop() {
            self.article(first);
        }
        let count = self.count();
        self.starts.truncate(count);
        let whole = self.text.len();
        let article = self.longest.filter(|(.., length)| *length >= SHORTEST_ARTICLE && length * 2 >= whole);
        let (first, last) = article.map_or((0, count), |(first, last, _)| (first, last));
        let mut text = String::with_capacity(whole);
        let (mut taken, mut headings, mut title) = (0, 0, None);
        for (number, (start, heading)) in self.starts.iter().enumerate() {
            let end = self.starts.get(number + 1).map_or(whole, |(end, _)| *end);
            let block = self.text.get(*start..end).unwrap_or_default().trim_end_matches([' ', '\t', '\n']);
            if *heading {
                headings += 1;
                title = Some(block);
            }
            // The title often stands before the element that holds the rest.
            if (first..last).contains(&number) || *heading && number < first {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(block);
                text.push('\n');
                taken += 1;
            }
        }
        let heading = title.filter(|_| headings == 1).map(str::to_owned);
        Article { text, blocks: taken, around: count - taken, heading }
    }
}
