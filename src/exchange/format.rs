//! The formats of others, by name.

use std::rc::Rc;

use super::{brat, claim_review, csv, doccano, hypothesis, label_studio, report, web_annotation};
use crate::annotation::{Annotation, AnnotationId, ArticleFacts, Session, Timestamp, sorted};
use crate::text::letters;

/// A format that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A report to read and print.
    Html,
    /// The same report as text.
    Markdown,
    /// A table for spreadsheets.
    Csv,
    /// W3C Web Annotation: a collection with its page.
    WebAnnotation,
    /// schema.org `ClaimReview`, as search engines and fact-check databases read it.
    ClaimReview,
    /// The export of the Hypothesis client.
    Hypothesis,
    /// A task of Label Studio.
    LabelStudio,
    /// doccano JSONL with relations.
    Doccano,
    /// brat standoff: the text and its annotations.
    Brat,
}

/// What goes into an export.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Confidential sources too.
    pub confidential: bool,
    /// When it is written; not said where nothing is given.
    pub written: Option<Timestamp>,
    /// The page on which the review stands or will stand: for `ClaimReview`.
    pub review_url: Option<String>,
    /// Who publishes the review: for `ClaimReview`.
    pub publisher: Option<String>,
    /// The claims that are reviewed, for `ClaimReview`; else all with a verdict.
    pub claims: Option<Vec<AnnotationId>>,
}

/// One file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Name for the file.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub content: String,
}

/// Why a session cannot be written in a format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// `ClaimReview` needs claims.
    #[error("no claim has a verdict yet; a ClaimReview needs one at least")]
    NoClaims,
    /// `ClaimReview` needs the address of the review.
    #[error("a ClaimReview needs the address of the page on which your review stands, beginning with https://{}",
        .0.as_ref().map(|url| format!("; “{url}” is none")).unwrap_or_default())]
    NoReviewUrl(Option<String>),
}

impl Format {
    /// All of them: the first three are for everybody, the others for research.
    pub const ALL: [Self; 9] = [
        Self::Html,
        Self::Markdown,
        Self::Csv,
        Self::WebAnnotation,
        Self::ClaimReview,
        Self::Hypothesis,
        Self::LabelStudio,
        Self::Doccano,
        Self::Brat,
    ];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::WebAnnotation => "web-annotation",
            Self::ClaimReview => "claim-review",
            Self::Hypothesis => "hypothesis",
            Self::LabelStudio => "label-studio",
            Self::Doccano => "doccano",
            Self::Brat => "brat",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Html => "Report to print (HTML)",
            Self::Markdown => "Report as text (Markdown)",
            Self::Csv => "Table (CSV)",
            Self::WebAnnotation => "W3C Web Annotation",
            Self::ClaimReview => "ClaimReview (schema.org)",
            Self::Hypothesis => "Hypothesis",
            Self::LabelStudio => "Label Studio",
            Self::Doccano => "doccano",
            Self::Brat => "brat standoff",
        }
    }

    /// Whether it stands under "Research formats".
    #[must_use]
    pub const fn is_for_research(self) -> bool {
        !matches!(self, Self::Html | Self::Markdown | Self::Csv)
    }

    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Writes `session` in `format`: one file, or the two of brat.
///
/// # Errors
/// Where the format needs something that is not there.
pub fn export(session: &Session, format: Format, options: &Options) -> Result<Vec<Exported>, ExportError> {
    let mut shared = shareable(session, options.confidential);
    if format.is_for_research() {
        // A mark whose words a new version has lost has no place that others could show.
        let placed = shared.annotations.iter().filter(|mark| !mark.range.is_empty()).cloned();
        shared = shared.with_annotations(sorted(placed.collect()));
    }
    let session = &shared;
    let file = |ending: &str, media_type, content| {
        vec![Exported { name: file_name(&session.facts, ending), media_type, content }]
    };
    Ok(match format {
        Format::Html => file("html", "text/html", report::html(session, options)),
        Format::Markdown => file("md", "text/markdown", report::markdown(session, options)),
        Format::Csv => file("csv", "text/csv", csv::write(session)),
        Format::WebAnnotation => file("jsonld", "application/ld+json", web_annotation::write(session)),
        Format::ClaimReview => {
            file("claimreview.jsonld", "application/ld+json", claim_review::write(session, options)?)
        }
        Format::Hypothesis => file("hypothesis.json", "application/json", hypothesis::write(session, options)),
        Format::LabelStudio => file("label-studio.json", "application/json", label_studio::write(session)),
        Format::Doccano => file("doccano.jsonl", "application/jsonl", doccano::write(session)),
        Format::Brat => {
            let mut files = file("ann", "text/plain", brat::write(session));
            files.extend(file("txt", "text/plain", session.document.text().to_string()));
            files
        }
    })
}

/// `2018-08-04-title-of-the-article.ending`
#[must_use]
pub fn file_name(facts: &ArticleFacts, ending: &str) -> String {
    let mut name = facts.published.map(|published| published.day().to_string()).unwrap_or_default();
    for word in facts.title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8) {
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().take(40).map(letters::lower));
    }
    if name.is_empty() {
        name.push_str("article");
    }
    format!("{name}.{ending}")
}

/// `session` without what was dismissed, and without confidential sources where they are not asked for.
fn shareable(session: &Session, confidential: bool) -> Session {
    let secret = |id: &str| !confidential && session.source(id).is_some_and(|source| source.confidential);
    let marks = session.annotations.iter().filter(|mark| mark.status != crate::annotation::Status::Dismissed);
    let marks = marks.map(|mark| {
        if mark.evidence.iter().any(|citation| secret(&citation.evidence)) {
            let mut open = Annotation::clone(mark);
            open.evidence.retain(|citation| !secret(&citation.evidence));
            Rc::new(open)
        } else {
            Rc::clone(mark)
        }
    });
    let mut shared = session.with_annotations(sorted(marks.collect()));
    let sources = session.evidence.iter().filter(|source| !secret(&source.id));
    shared.evidence = Rc::new(sources.cloned().collect());
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
        }
        assert_eq!(Format::named("pdf"), None);
    }

    #[test]
    fn a_file_is_named_after_day_and_title() {
        let facts = ArticleFacts {
            title: "Moscow: “Löst” 3 Fragen / ../../etc".to_owned(),
            published: "2018-08-04".parse().ok(),
            ..ArticleFacts::default()
        };
        assert_eq!(file_name(&facts, "factmark.json"), "2018-08-04-moscow-löst-3-fragen-etc.factmark.json");
        assert_eq!(file_name(&ArticleFacts::default(), "md"), "article.md");
    }
}
