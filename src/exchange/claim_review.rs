//! schema.org `ClaimReview` as JSON-LD, for claims that have a verdict.
//!
//! The rating is given in words only (`alternateName`): a passage that does not fit another is not thereby false, and a
//! number from 1 to 5 would say so.

use serde_json::{Map, Value, json};

use super::words;
use super::{ExportError, Options};
use crate::annotation::{Annotation, Kind, Session, Verdict, is_web_address};
use crate::detect::Detail;
use crate::detect::claim::Claimant;
use crate::detect::quote::SourceKind;

/// The reviews of the chosen claims.
pub(super) fn write(session: &Session, options: &Options) -> Result<String, ExportError> {
    let url = options.review_url.as_ref().filter(|url| is_web_address(url));
    let url = url.ok_or_else(|| ExportError::NoReviewUrl(options.review_url.clone()))?;
    let claims = session.annotations.iter().filter(|mark| {
        let chosen = options.claims.as_ref().is_none_or(|chosen| chosen.contains(&mark.id));
        mark.kind() == Kind::Claim && mark.verdict() != Verdict::Unchecked && chosen
    });
    let reviews: Vec<_> = claims.map(|claim| review(session, options, url, claim)).collect();
    match reviews.as_slice() {
        [] => Err(ExportError::NoClaims),
        [one] => {
            let mut whole = Map::new();
            whole.insert("@context".to_owned(), json!("https://schema.org"));
            whole.extend(one.clone());
            Ok(words::file(&Value::Object(whole), session))
        }
        _ => Ok(words::file(&json!({ "@context": "https://schema.org", "@graph": reviews }), session)),
    }
}

fn review(session: &Session, options: &Options, url: &str, claim: &Annotation) -> Map<String, Value> {
    let mut review = Map::new();
    let mut put = |key: &str, value: Value| {
        review.insert(key.to_owned(), value);
    };
    put("@type", json!("ClaimReview"));
    put("@id", json!(format!("{url}#{}", words::encoded(claim.id.as_str()))));
    put("url", json!(url));
    let words = claim.range.of(session.document.text()).split_whitespace().collect::<Vec<_>>().join(" ");
    put("claimReviewed", json!(words));
    let decision = claim.decisions.last();
    if let Some(day) = decision.and_then(|last| last.at).or(options.written) {
        put("datePublished", json!(day.date_naive().to_string()));
    }
    let reviewer = decision.and_then(|last| words::reviewer(session, last.by.as_ref()));
    match (&options.publisher, reviewer) {
        (Some(name), _) => put("author", json!({ "@type": "Organization", "name": name })),
        (None, Some(name)) => put("author", json!({ "@type": "Person", "name": name })),
        (None, None) => {}
    }
    let rating = match claim.verdict() {
        Verdict::Verified => "Verified",
        Verdict::Inconsistent => "Inconsistent",
        Verdict::Unclear | Verdict::Unchecked => "Unclear",
    };
    put("reviewRating", json!({ "@type": "Rating", "alternateName": rating }));
    put("itemReviewed", Value::Object(item(session, claim)));
    if !claim.note.is_empty() {
        put("reviewBody", json!(claim.note));
    }
    let cited = claim.evidence.iter().filter_map(|citation| {
        let source = session.evidence.iter().find(|source| source.id == citation.evidence)?;
        let mut work = Map::new();
        work.insert("@type".to_owned(), json!("CreativeWork"));
        work.insert("name".to_owned(), json!(source.title));
        if let Some(url) = source.url.as_ref().filter(|url| is_web_address(url)) {
            work.insert("url".to_owned(), json!(url));
        }
        Some(Value::Object(work))
    });
    let cited: Vec<_> = cited.collect();
    if !cited.is_empty() {
        put("citation", Value::Array(cited));
    }
    review
}

/// What is reviewed: the claim, who made it, and the article in which it appears.
fn item(session: &Session, claim: &Annotation) -> Map<String, Value> {
    let facts = &session.facts;
    let mut article = Map::new();
    article.insert("@type".to_owned(), json!("NewsArticle"));
    if !facts.title.is_empty() {
        article.insert("headline".to_owned(), json!(facts.title));
    }
    if let Some(url) = facts.url.as_ref().filter(|url| is_web_address(url)) {
        article.insert("url".to_owned(), json!(url));
    }
    if let Some(publisher) = &facts.publisher {
        article.insert("publisher".to_owned(), json!({ "@type": "Organization", "name": publisher }));
    }
    let mut item = Map::new();
    item.insert("@type".to_owned(), json!("Claim"));
    if let Some(author) = author(session, claim) {
        item.insert("author".to_owned(), author);
    }
    if let Some(published) = facts.published {
        item.insert("datePublished".to_owned(), json!(published.to_string()));
        article.insert("datePublished".to_owned(), json!(published.to_string()));
    }
    item.insert("appearance".to_owned(), Value::Object(article));
    item
}

fn author(session: &Session, claim: &Annotation) -> Option<Value> {
    let Detail::Claim(detail) = &claim.detail else { return None };
    match &detail.claimant {
        Claimant::Quote(id) => {
            let quote = session.annotation(id)?;
            let Detail::Quote(quote) = &quote.detail else { return None };
            let source = quote.source.as_ref()?;
            let kind = match source.kind {
                SourceKind::Organisation | SourceKind::Document => "Organization",
                SourceKind::Person | SourceKind::Office | SourceKind::Unnamed => "Person",
            };
            Some(json!({ "@type": kind, "name": source.name }))
        }
        Claimant::Narrator => match (session.facts.authors.first(), &session.facts.publisher) {
            (Some(name), _) => Some(json!({ "@type": "Person", "name": name })),
            (None, Some(name)) => Some(json!({ "@type": "Organization", "name": name })),
            (None, None) => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Action;
    use crate::annotation::sample::{after, session};

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
