//! What a page says about itself: title, date, address, outlet, authors, language.

use super::element::Attributes;
use crate::text::cut::one_line;
use crate::text::{PublicationFacts, Published};

/// What a page says about itself; what it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// Title and publication date.
    pub publication: PublicationFacts,
    /// Its own address, http or https.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// BCP 47 language tag.
    pub language: Option<String>,
}

/// Collects facts while the page is read.
#[derive(Debug, Default)]
pub(super) struct FactReader {
    facts: PageFacts,
    og_title: Option<String>,
    title: Option<String>,
    in_title: bool,
    /// How good the date found so far is; smaller is better.
    date_rank: Option<usize>,
}

/// Names of the publication date in `meta`, the best first.
const DATE_NAMES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "date",
];

impl FactReader {
    /// Reads a start tag.
    pub fn start(&mut self, tag: &str, attributes: &Attributes) {
        let Attributes { name, content, datetime, rel, href, lang, .. } = attributes;
        match tag {
            "html" if !lang.is_empty() => self.facts.language = Some(lang.clone()),
            "title" => self.in_title = self.title.is_none(),
            "link" if rel == "canonical" => self.url(href),
            "meta" if !content.is_empty() => match name.as_str() {
                "og:title" => self.og_title = Some(content.clone()),
                "og:site_name" => self.facts.publisher = Some(content.clone()),
                "og:url" => self.url(content),
                "author" | "article:author" if !content.starts_with("http") => {
                    if !self.facts.authors.contains(content) && self.facts.authors.len() < 20 {
                        self.facts.authors.push(content.clone());
                    }
                }
                _ => {
                    if let Some(rank) = DATE_NAMES.iter().position(|known| known == name) {
                        self.date(rank, content);
                    }
                }
            },
            // The first on the page, unless `meta` says better; one that says what it is, before another.
            "time" => {
                let rank = DATE_NAMES.len() + usize::from(name != "datepublished");
                self.date(rank, datetime);
            }
            _ => {}
        }
    }

    /// Reads text; whether it belongs to the page's title and not to the page.
    pub fn text(&mut self, text: &str) -> bool {
        if self.in_title {
            self.title = Some(one_line(text)).filter(|title| !title.is_empty());
        }
        self.in_title
    }

    /// Reads an end tag.
    pub fn end(&mut self, tag: &str) {
        self.in_title &= tag != "title";
    }

    fn url(&mut self, address: &str) {
        let web = address.starts_with("https://") || address.starts_with("http://");
        if web && self.facts.url.is_none() {
            self.facts.url = Some(address.to_owned());
        }
    }

    fn date(&mut self, rank: usize, written: &str) {
        if self.date_rank.is_none_or(|best| rank < best)
            && let Ok(published) = written.parse::<Published>()
        {
            self.facts.publication.published = Some(published);
            self.date_rank = Some(rank);
        }
    }

    /// What was found; `heading` is the only heading of the first level.
    pub fn finish(self, heading: Option<String>) -> PageFacts {
        let Self { mut facts, og_title, title, .. } = self;
        // "Harbour shut | The Ellery Courier": the page's title has the outlet's name at its end.
        let own = title.map(|title| match title.rsplit_once(['|', '–', '—']) {
            Some((story, outlet)) if outlet.split_whitespace().count() <= 4 && story.trim().contains(' ') => {
                story.trim().to_owned()
            }
            _ => title,
        });
        facts.publication.title = heading.or(og_title).or(own);
        facts
    }
}

#[cfg(test)]
mod tests {
    use crate::text::html::reduce;

    #[test]
    fn a_page_says_what_it_is() {
        let facts = reduce(
            "<html lang=en-GB><head><title>Harbour shut | The Ellery Courier</title>\
            <meta property='og:site_name' content='The Ellery Courier'><meta name=author content='Ana Ruiz'>\
            <meta property='article:published_time' content='2018-08-04T15:14:00+03:00'><meta name=date content=2018-08-05>\
            <link rel=canonical href='https://example.org/harbour'></head><body><time datetime='2018-08-06'></time><p>Text.",
        )
        .facts;
        assert_eq!(facts.publication.title.as_deref(), Some("Harbour shut"));
        assert_eq!(
            facts.publication.published.map(|day| day.to_string()).as_deref(),
            Some("2018-08-04T15:14:00+03:00")
        );
        assert_eq!(facts.url.as_deref(), Some("https://example.org/harbour"));
        assert_eq!(facts.publisher.as_deref(), Some("The Ellery Courier"));
        assert_eq!(facts.authors, ["Ana Ruiz"]);
        assert_eq!(facts.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn the_heading_is_the_title_and_time_the_date() {
        let reduced =
            reduce("<title>x - y</title><h1>Harbour <em>shut</em></h1><time datetime='2018-08-04'>4 August</time>");
        assert_eq!(reduced.facts.publication.title.as_deref(), Some("Harbour shut"));
        assert_eq!(reduced.facts.publication.published.map(|day| day.to_string()).as_deref(), Some("2018-08-04"));
        assert_eq!(reduced.text, "Harbour shut\n\n4 August\n");
    }

    #[test]
    fn an_address_that_is_no_web_address_is_none() {
        assert_eq!(reduce("<link rel=canonical href='javascript:alert(1)'>").facts.url, None);
    }
}
