//! schema.org `ClaimReview` as JSON-LD, for claims that have a verdict.
//!
//! The rating is given in words only (`alternateName`): a passage that does not fit another is not thereby false, and a
//! number from 1 to 5 would say so.

use super::pen::Pen;
use super::words;
use super::{ExportError, Options};
use crate::annotation::{Annotation, Kind, Session, Verdict, is_web_address};
use crate::detect::Detail;
use crate::detect::claim::Claimant;
use crate::detect::quote::SourceKind;
use crate::text::cut::one_line;

/// The reviews of the chosen claims.
pub(super) fn write(session: &Session, options: &Options) -> Result<String, ExportError> {
    let url = options.review_url.as_ref().filter(|url| is_web_address(url));
    let url = url.ok_or_else(|| ExportError::NoReviewUrl(options.review_url.clone()))?;
    let claims = session.annotations.iter().filter(|mark| {
        let chosen = options.claims.as_ref().is_none_or(|chosen| chosen.contains(&mark.id));
        mark.kind() == Kind::Claim && mark.verdict() != Verdict::Unchecked && chosen
    });
    let claims: Vec<_> = claims.collect();
    if claims.is_empty() {
        return Err(ExportError::NoClaims);
    }
    Ok(words::file(session, |pen| {
        pen.object(|pen| {
            pen.key("@context").text("https://schema.org");
            match claims.as_slice() {
                [claim] => review(pen, session, options, url, claim),
                _ => pen.key("@graph").list(claims, |pen, claim| {
                    pen.object(|pen| review(pen, session, options, url, claim));
                }),
            }
        });
    }))
}

fn review(pen: &mut Pen, session: &Session, options: &Options, url: &str, claim: &Annotation) {
    pen.key("@type").text("ClaimReview");
    pen.key("@id").text(&format!("{url}#{}", words::encoded(claim.id.as_str())));
    pen.key("url").text(url);
    let words = one_line(claim.range.of(session.document.text()));
    pen.key("claimReviewed").text(&words);
    let decision = claim.decisions.last();
    let day = decision.and_then(|last| last.at).or(options.written).map(|at| at.date_naive().to_string());
    pen.text_if_any("datePublished", day.as_deref());
    let reviewer = decision.and_then(|last| words::reviewer(session, last.by.as_ref()));
    if let Some(author) = options.publisher.as_deref().map(Name::Organization).or(reviewer.map(Name::Person)) {
        author.write(pen.key("author"));
    }
    pen.key("reviewRating").object(|pen| {
        pen.key("@type").text("Rating");
        pen.key("alternateName").text(match claim.verdict() {
            Verdict::Verified => "Verified",
            Verdict::Inconsistent => "Inconsistent",
            Verdict::Unclear | Verdict::Unchecked => "Unclear",
        });
    });
    pen.key("itemReviewed").object(|pen| item(pen, session, claim));
    pen.text_if_any("reviewBody", Some(claim.note.as_str()).filter(|note| !note.is_empty()));
    let sources = claim.evidence.iter().filter_map(|citation| session.source(&citation.evidence));
    let sources: Vec<_> = sources.collect();
    if !sources.is_empty() {
        pen.key("citation").list(sources, |pen, source| {
            pen.object(|pen| {
                pen.key("@type").text("CreativeWork");
                pen.key("name").text(&source.title);
                pen.text_if_any("url", source.url.as_deref().filter(|url| is_web_address(url)));
            });
        });
    }
}

/// What is reviewed: the claim, who made it, and the article in which it appears.
fn item(pen: &mut Pen, session: &Session, claim: &Annotation) {
    let facts = &session.facts;
    let published = facts.published.map(|published| published.to_string());
    pen.key("@type").text("Claim");
    if let Some(author) = author(session, claim) {
        author.write(pen.key("author"));
    }
    pen.text_if_any("datePublished", published.as_deref());
    pen.key("appearance").object(|pen| {
        pen.key("@type").text("NewsArticle");
        pen.text_if_any("headline", Some(facts.title.as_str()).filter(|title| !title.is_empty()));
        pen.text_if_any("url", facts.url.as_deref().filter(|url| is_web_address(url)));
        if let Some(publisher) = &facts.publisher {
            Name::Organization(publisher).write(pen.key("publisher"));
        }
        pen.text_if_any("datePublished", published.as_deref());
    });
}

/// Somebody by name.
enum Name<'a> {
    Organization(&'a str),
    Person(&'a str),
}

impl Name<'_> {
    fn write(&self, pen: &mut Pen) {
        let (kind, name) = match self {
            Self::Organization(name) => ("Organization", name),
            Self::Person(name) => ("Person", name),
        };
        pen.object(|pen| {
            pen.key("@type").text(kind);
            pen.key("name").text(name);
        });
    }
}

fn author<'a>(session: &'a Session, claim: &Annotation) -> Option<Name<'a>> {
    let Detail::Claim(detail) = &claim.detail else { return None };
    match &detail.claimant {
        Claimant::Quote(id) => {
            let quote = session.annotation(id)?;
            let Detail::Quote(quote) = &quote.detail else { return None };
            let source = quote.source.as_ref()?;
            Some(match source.kind {
                SourceKind::Organisation | SourceKind::Document => Name::Organization(&source.name),
                SourceKind::Person | SourceKind::Office | SourceKind::Unnamed => Name::Person(&source.name),
            })
        }
        Claimant::Narrator => match (session.facts.authors.first(), &session.facts.publisher) {
            (Some(name), _) => Some(Name::Person(name)),
            (None, Some(name)) => Some(Name::Organization(name)),
            (None, None) => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Action;
    use crate::annotation::sample::{after, session};
    use serde_json::Value;

    #[test]
    fn what_is_required_is_asked_for() {
        let start = session();
        assert_eq!(write(&start, &Options::default()), Err(ExportError::NoReviewUrl(None)));
        let options = Options { review_url: Some("https://example.org/r".to_owned()), ..Options::default() };
        assert_eq!(write(&start, &options), Err(ExportError::NoClaims));
        let claims: Vec<_> = start.annotations.iter().filter(|mark| mark.kind() == Kind::Claim).collect();
        let one = after(&start, Action::SetVerdict(claims[0].id.clone(), Verdict::Inconsistent));
        let review: Value = serde_json::from_str(&write(&one, &options).unwrap()).unwrap();
        assert_eq!(review["@type"], "ClaimReview");
        assert_eq!(review["claimReviewed"], "Two ferries sailed in July.");
        assert_eq!(review["reviewRating"]["alternateName"], "Inconsistent");
        let both = after(&one, Action::SetVerdict(claims[1].id.clone(), Verdict::Verified));
        let graph: Value = serde_json::from_str(&write(&both, &options).unwrap()).unwrap();
        assert_eq!(graph["@graph"].as_array().unwrap().len(), 2);
        let script = Options { review_url: Some("javascript:1".to_owned()), ..Options::default() };
        assert!(write(&both, &script).is_err());
    }
}
