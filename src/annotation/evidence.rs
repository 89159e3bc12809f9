//! Evidence: the sources that speak for or against a passage.

/// Id of a piece of evidence: `e1`, `e2`, ... within one file.
pub type EvidenceId = std::rc::Rc<str>;

/// What a source is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EvidenceType {
    /// A page on the web.
    #[default]
    Web,
    /// Somebody who was asked.
    Person,
    /// A letter, a record, a report.
    Document,
    /// A book.
    Book,
    /// Anything else.
    Other,
}

/// One source, listed once however many passages it backs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// What it is.
    pub evidence_type: EvidenceType,
    /// What to call it.
    pub title: String,
    /// Where it is: http or https.
    pub url: Option<String>,
    /// Where a copy is kept: http or https.
    pub archive_url: Option<String>,
    /// Page, minute, section.
    pub locator: Option<String>,
    /// The words that matter.
    pub excerpt: Option<String>,
    /// The day it was looked at.
    pub accessed: Option<chrono::NaiveDate>,
    /// Left out of reports unless asked for.
    pub confidential: bool,
    /// Fields of newer files, kept as they are.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// Whether `url` is an address that may be made a link: http or https, whatever else it is.
#[must_use]
pub fn is_web_address(url: &str) -> bool {
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (begins("http://") || begins("https://")) && !url.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// What a source does for a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stance {
    /// Speaks for it.
    #[default]
    Supports,
    /// Speaks against it.
    Contradicts,
    /// Helps to understand it.
    Context,
}

/// One passage's use of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub evidence: EvidenceId,
    /// What it does for the passage.
    pub stance: Stance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_web_are_web_addresses() {
        assert!(is_web_address("https://example.org/a"));
        assert!(is_web_address("HTTP://example.org"));
        for other in ["javascript:alert(1)", "data:text/html,x", "", "example.org", "https://a b", "http:/x", "é"] {
            assert!(!is_web_address(other), "{other}");
        }
    }
}
