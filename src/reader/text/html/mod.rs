//! HTML, as a page or a piece of one, to the text of its blocks. Shared by paste, open file and command line.
//!
//! A tokenizer reads it once from front to back; no tree is built, so neither depth nor broken markup costs anything.
//! What is no part of an article (scripts, navigation, forms, what is hidden) is dropped and counted.

mod blocks;
mod character_reference;
mod element;
mod facts;
mod skip;
mod tokenizer;

use blocks::Blocks;
use element::{Attributes, Role};
pub use facts::PageFacts;
use skip::{SkipEnd, Skipped};
use tokenizer::{Token, tokens};

/// HTML reduced to text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reduced {
    /// The text: one line a block, an empty line between blocks.
    pub text: String,
    /// What the page says about itself.
    pub facts: PageFacts,
    /// Blocks of text taken.
    pub taken: usize,
    /// What was left out.
    pub dropped: Dropped,
}

/// What was left out, in elements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Navigation, asides, footers, menus.
    pub navigation: usize,
    /// Scripts, styles and what stands in for them.
    pub scripts: usize,
    /// Forms and their fields, short ones with all they hold.
    pub forms: usize,
    /// Pictures, films, drawings.
    pub media: usize,
    /// What the page does not show.
    pub hidden: usize,
    /// Blocks of text around the article.
    pub around: usize,
}

/// Whether `text` looks like HTML and not like text about it: it opens with a tag, a comment or a doctype.
#[must_use]
pub fn is_html(text: &str) -> bool {
    let head = text.trim_start().get(..16).unwrap_or_else(|| text.trim_start()).to_ascii_lowercase();
    let Some(rest) = head.strip_prefix('<') else { return false };
    let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    rest.starts_with("!doctype") || rest.starts_with("!--") || rest.starts_with("?xml") || element::opens_page(&name)
}

/// Reduces `html` to text. Any string is HTML; none is refused.
#[must_use]
pub fn reduce(html: &str) -> Reduced {
    let mut reader = HtmlReader::default();
    tokens(html, |token| reader.read(token));
    reader.finish()
}

/// The state of one reading.
#[derive(Default)]
struct HtmlReader {
    blocks: Blocks,
    facts: facts::FactReader,
    dropped: Dropped,
    /// The tag that is open at the moment, and what it says of itself.
    tag: String,
    attributes: Attributes,
    skipped: Option<Skipped>,
    /// Elements `pre` that are open.
    preformatted: usize,
}

impl HtmlReader {
    fn read(&mut self, token: Token<'_>) {
        match token {
            Token::Start(name) => {
                name.clone_into(&mut self.tag);
                self.attributes = Attributes::default();
            }
            Token::Attribute(name, value) => self.attributes.read(name, value),
            Token::StartEnd => {
                let tag = std::mem::take(&mut self.tag);
                self.start(&tag);
            }
            Token::End(name) => self.end(name),
            Token::Text(text) => {
                if self.facts.text(text) || self.skipped.is_some() {
                    return;
                }
                if self.preformatted > 0 { self.blocks.preformatted(text) } else { self.blocks.flow(text) }
            }
            // What Windows puts on the clipboard says itself where the selection is.
            Token::Comment("StartFragment") => (self.blocks, self.skipped) = (Blocks::default(), None),
            Token::Comment("EndFragment") => self.blocks.close(),
            Token::Comment(_) => {}
        }
    }

    fn start(&mut self, tag: &str) {
        let role = element::role(tag);
        if let Some(skipped) = &mut self.skipped {
            if !skipped.ends_before(tag, matches!(role, Role::Block | Role::Heading)) {
                skipped.depth += usize::from(skipped.counts(tag));
                return;
            }
            self.skipped = None;
        }
        self.facts.start(tag, &self.attributes);
        let empty = matches!(role, Role::Void | Role::Line);
        let role = match self.attributes.role() {
            _ if self.attributes.hidden() && !empty => Role::Hidden,
            Some(claimed) if !empty => claimed,
            _ => role,
        };
        let count = match role {
            Role::Script => &mut self.dropped.scripts,
            Role::Navigation => &mut self.dropped.navigation,
            Role::Field => &mut self.dropped.forms,
            Role::Media => &mut self.dropped.media,
            Role::Hidden => &mut self.dropped.hidden,
            Role::Footer if !self.blocks.in_article() => &mut self.dropped.navigation,
            Role::Line => return self.blocks.line(),
            Role::Cell => return self.blocks.cell(),
            Role::Inline => return,
            Role::Void => {
                if tag == "hr" {
                    self.blocks.block();
                }
                self.dropped.media += usize::from(tag == "img");
                self.dropped.forms += usize::from(tag == "input");
                return;
            }
            Role::Block | Role::Heading | Role::Article | Role::Form | Role::Footer => {
                self.preformatted += usize::from(tag == "pre");
                return self.blocks.open(role, tag);
            }
        };
        *count += 1;
        self.blocks.block();
        self.skipped = Some(Skipped { name: tag.to_owned(), depth: 1 });
    }

    fn end(&mut self, tag: &str) {
        let role = element::role(tag);
        if let Some(skipped) = &mut self.skipped {
            match skipped.ends_with(tag) {
                None => return,
                Some(SkipEnd::With) => return self.skipped = None,
                Some(SkipEnd::Before) => self.skipped = None,
            }
        }
        self.facts.end(tag);
        match role {
            Role::Block | Role::Heading | Role::Article | Role::Form | Role::Footer => {
                self.preformatted = self.preformatted.saturating_sub(usize::from(tag == "pre"));
                let short_form = self.blocks.end(role, tag);
                self.dropped.forms += usize::from(short_form);
            }
            _ => {}
        }
    }

    fn finish(self) -> Reduced {
        let Self { blocks, facts, mut dropped, .. } = self;
        let article = blocks.finish();
        dropped.around = article.around;
        Reduced { text: article.text, facts: facts.finish(article.heading), taken: article.blocks, dropped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(html: &str) -> Vec<String> {
        reduce(html).text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn blocks_become_paragraphs() {
        let html =
            "<h1>Harbour\n  shut</h1><p>One <b>bold</b>&nbsp;word &amp; <i>more</i>.<p>Two.</p><ul><li>a<li>b</ul>tail";
        assert_eq!(reduce(html).text, "Harbour shut\n\nOne bold\u{a0}word & more.\n\nTwo.\n\na\n\nb\n\ntail\n");
    }

    #[test]
    fn line_breaks_and_cells() {
        assert_eq!(lines("<p>One<br>two<br/>three</p>"), ["One", "two", "three"]);
        assert_eq!(reduce("a<br><br>b").text, "a\n\nb\n");
        assert_eq!(
            lines("<table><tr><td>Boats<td>14</tr><tr><th>Ferries</th><td>2</td></tr></table>"),
            ["Boats\t14", "Ferries\t2"]
        );
        assert_eq!(lines("<pre>one\n  two</pre>"), ["one", "  two"]);
    }

    #[test]
    fn what_is_no_text_is_dropped_and_counted() {
        let html = "<nav><ul><li>Home</ul></nav><p>Text.</p><script>if (a<b) x('</p>')</script><style>p{}</style>\
            <div hidden>No</div><p style='display : none'>No<p>Yes.</p><aside>Ad <aside>x</aside> y</aside>\
            <span aria-hidden=true>No <span>no</span> no</span><button>Share</button><svg><text>no</text></svg><img src=x>\
            <div role=navigation>no</div>";
        let reduced = reduce(html);
        assert_eq!(reduced.text, "Text.\n\nYes.\n");
        assert_eq!(reduced.dropped, Dropped { navigation: 3, scripts: 2, forms: 1, media: 2, hidden: 3, around: 0 });
        assert_eq!(reduced.taken, 2);
    }

    #[test]
    fn what_is_hidden_ends_where_its_element_does() {
        assert_eq!(lines("<ul><li>a<li hidden>b<ul><li>c</ul>d<li>e</ul>f"), ["a", "e", "f"]);
        assert_eq!(lines("<ul><li hidden>b</ul>f"), ["f"]);
        assert_eq!(lines("a<br hidden>b<p hidden>c</p>d<hr>e"), ["a", "b", "d", "e"]);
        assert_eq!(lines("<article>a<div hidden>b</article>c"), ["a", "c"]);
        assert_eq!(lines("<table><tr hidden><td>a<tr><td>b</table>"), ["b"]);
    }

    #[test]
    fn a_form_around_the_page_is_no_form() {
        let body = "<p>The harbour of Port Ellery was shut on Monday. It will open again on Friday.</p>".repeat(8);
        assert_eq!(lines(&format!("<form>{body}</form>")).len(), 8);
        assert_eq!(lines("<p>Text.</p><form><p>Your address</p><input></form>"), ["Text."]);
    }

    #[test]
    fn the_article_is_found_in_its_page() {
        let body = "<p>The harbour of Port Ellery was shut on Monday. It will open again on Friday.</p>".repeat(5);
        let html = format!(
            "<body><div>Menu</div><h1>Harbour shut</h1><article>{body}<footer>Tags: sea</footer></article><article>Other</article><footer>Imprint</footer></body>"
        );
        let reduced = reduce(&html);
        assert!(reduced.text.starts_with("Harbour shut\n\nThe harbour"), "{}", reduced.text);
        assert!(reduced.text.ends_with("Tags: sea\n"));
        assert_eq!(reduced.dropped.around, 2);
    }

    #[test]
    fn the_selection_on_the_clipboard_is_what_counts() {
        assert_eq!(lines("<html><body>before<!--StartFragment--><p>Text.</p><!--EndFragment--></body>"), ["Text."]);
    }

    #[test]
    fn html_is_told_from_text() {
        for html in ["<!DOCTYPE html><p>", " <html lang=en>", "<p>x", "<!-- x --><div>", "<meta charset=utf-8><b>x"] {
            assert!(is_html(html), "{html}");
        }
        for text in ["Text", "<3 it", "< p >", "<Reporter:> x", "", "a <p> b"] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn depth_and_broken_markup_cost_nothing() {
        let deep = "<div><span hidden><b>".repeat(10_000) + "x" + &"</p></b>".repeat(10_000);
        assert_eq!(lines(&deep), Vec::<String>::new());
        assert_eq!(lines(&("<blockquote>".repeat(10_000) + "x" + &"</i>".repeat(100_000))), ["x"]);
        assert_eq!(lines("<p>a</div></p></p><p>b<"), ["a", "b<"]);
    }

    proptest! {
        #[test]
        fn any_string_is_html(html in "(<[/]?(p|div|h1|article|form|aside|pre|title|script|time|meta|br|td)( hidden| class=x)?>|\\PC|&[a-z]{1,4};?|<!--|-->){0,60}") {
            let _ = reduce(&html);
        }
    }
}
