//! Writes a session as an annotation file.

use std::collections::HashMap;
use std::io::{self, Write};
use std::rc::Rc;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use serde_json::ser::{CompactFormatter, PrettyFormatter};
use sha2::{Digest, Sha256};

use super::layout::{
    Annotation, Candidate, Citation, ClaimDetail, Cue, DateDetail, Decision, Detail, Evidence, Generator, Lead, Link,
    Paragraph, Passage, QuoteDetail, Reason, Reviewer, Settings, Source, Span, Target,
};
use super::{FORMAT, VERSION};
use crate::annotation::{self, Session, Timestamp};
use crate::detect;
use crate::text::{OffsetMap, TextRange};

/// Code points of context on either side of a passage.
const CONTEXT: usize = 32;

/// Writes `session` as one file, indented by one space a level.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write_pretty(session: &Session, out: impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, PrettyFormatter::with_indent(b" "));
    Ok(File { session, id: &session.id }.serialize(&mut serializer)?)
}

/// Writes `session` on one line, with `id` (of any JSON type) in place of its own, and no line end.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write_line(session: &Session, id: &serde_json::Value, out: impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, CompactFormatter);
    Ok(File { session, id }.serialize(&mut serializer)?)
}

/// The whole file.
struct File<'a, I> {
    session: &'a Session,
    id: I,
}

impl<I: Serialize> Serialize for File<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let session = self.session;
        let places = Places { text: session.document.text(), offsets: session.document.offsets() };
        let mut file = serializer.serialize_struct("File", 14)?;
        file.serialize_field("format", FORMAT)?;
        file.serialize_field("version", &VERSION)?;
        file.serialize_field("id", &self.id)?;
        file.serialize_field("generator", &Generator { name: "factmark", version: env!("CARGO_PKG_VERSION") })?;
        if let Some(created) = session.created {
            file.serialize_field("created", &rfc3339(created))?;
        }
        if let Some(modified) = session.modified {
            file.serialize_field("modified", &rfc3339(modified))?;
        }
        file.serialize_field("reviewers", &Each(|| session.reviewers.iter().map(reviewer)))?;
        file.serialize_field("offset_unit", "unicode-code-point")?;
        file.serialize_field("document", &Article { session, places })?;
        file.serialize_field("annotations", &Each(|| session.annotations.iter().map(|a| places.annotation(a))))?;
        file.serialize_field("links", &Each(|| session.links.iter().map(|link| self::link(link))))?;
        file.serialize_field("evidence", &Each(|| session.evidence.iter().map(|source| evidence(source))))?;
        file.serialize_field("leads", &Each(|| leads(session, places)))?;
        let settings = &session.settings;
        file.serialize_field("settings", &Settings { claim_share: settings.claim_share, layers: &settings.layers })?;
        file.end()
    }
}

/// The object `document`.
struct Article<'a> {
    session: &'a Session,
    places: Places<'a>,
}

impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (facts, document) = (&self.session.facts, &self.session.document);
        let mut article = serializer.serialize_struct("Document", 10)?;
        article.serialize_field("title", &facts.title)?;
        article.serialize_field("url", &facts.url)?;
        article.serialize_field("publisher", &facts.publisher)?;
        article.serialize_field("authors", &facts.authors)?;
        article.serialize_field("published", &facts.published.map(|published| published.to_string()))?;
        article.serialize_field("language", &facts.language)?;
        article.serialize_field("text", &**document.text())?;
        article.serialize_field("sha256", &sha256(document.text()))?;
        article.serialize_field(
            "paragraphs",
            &Each(|| {
                document.paragraphs().iter().map(|paragraph| {
                    let Span { start, end } = self.places.span(paragraph.range);
                    Paragraph { start, end, kind: paragraph.kind }
                })
            }),
        )?;
        article.serialize_field("versions", &[(); 0])?;
        article.end()
    }
}

/// Serialises what an iterator gives, one by one.
struct Each<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Turns places in the text into what the file has.
#[derive(Clone, Copy)]
struct Places<'a> {
    text: &'a str,
    offsets: &'a OffsetMap,
}

impl<'a> Places<'a> {
    fn span(self, range: TextRange) -> Span {
        Span { start: self.offsets.byte_to_code_point(range.start), end: self.offsets.byte_to_code_point(range.end) }
    }

    fn spans(self, ranges: &[TextRange]) -> Vec<Span> {
        ranges.iter().map(|range| self.span(*range)).collect()
    }

    fn target(self, range: TextRange) -> Target<'a> {
        let Span { start, end } = self.span(range);
        let before = self.text.get(..range.start as usize).unwrap_or_default();
        let after = self.text.get(range.end as usize..).unwrap_or_default();
        let prefix = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let suffix = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Target {
            start,
            end,
            exact: range.of(self.text),
            prefix: before.get(prefix..).unwrap_or_default(),
            suffix: after.get(..suffix).unwrap_or_default(),
        }
    }

    fn annotation(self, annotation: &'a annotation::Annotation) -> Annotation<'a> {
        Annotation {
            id: annotation.id.as_str(),
            kind: annotation.kind(),
            origin: annotation.origin,
            status: annotation.status,
            target: self.target(annotation.range),
            confidence: annotation.confidence.map(finite),
            detail: match &annotation.detail {
                detect::Detail::Claim(claim) => Detail::Claim(self.claim(claim)),
                detect::Detail::Date(date) => Detail::Date(self::date(date)),
                detect::Detail::Quote(quote) => Detail::Quote(self.quote(quote)),
            },
            reasons: annotation
                .reasons
                .iter()
                .map(|reason| {
                    let Span { start, end } = self.span(reason.range);
                    Reason { name: &reason.name, start, end }
                })
                .collect(),
            edited: &annotation.edited,
            verdict: annotation.verdict(),
            note: &annotation.note,
            decisions: annotation
                .decisions
                .iter()
                .map(|decision| Decision {
                    verdict: decision.verdict,
                    by: decision.by.as_ref().map(annotation::ReviewerId::as_str),
                    at: decision.at.map(rfc3339),
                })
                .collect(),
            evidence: annotation
                .evidence
                .iter()
                .map(|citation| Citation { evidence: &citation.evidence, stance: citation.stance })
                .collect(),
        }
    }

    fn claim(self, claim: &'a detect::claim::ClaimDetail) -> ClaimDetail<'a> {
        ClaimDetail {
            score: finite(claim.score),
            types: &claim.types,
            claimant: match &claim.claimant {
                detect::claim::Claimant::Narrator => "narrator",
                detect::claim::Claimant::Quote(id) => id.as_str(),
            },
            sentence: self.span(claim.sentence),
        }
    }

    fn quote(self, quote: &'a detect::quote::QuoteDetail) -> QuoteDetail<'a> {
        QuoteDetail {
            form: quote.form,
            content: self.span(quote.content),
            parts: self.spans(&quote.parts),
            insertions: self.spans(&quote.insertions),
            cue: quote.cue.as_ref().map(|cue| {
                let Span { start, end } = self.span(cue.range);
                Cue { text: cue.range.of(self.text), start, end }
            }),
            source: quote.source.as_ref().map(|source| {
                let span = source.range.map(|range| self.span(range));
                Source {
                    text: source.range.map(|range| range.of(self.text)),
                    start: span.map(|span| span.start),
                    end: span.map(|span| span.end),
                    name: &source.name,
                    kind: source.kind,
                    confidence: finite(source.confidence),
                    rule: &source.rule,
                    candidates: source
                        .candidates
                        .iter()
                        .map(|other| Candidate { name: &other.name, confidence: finite(other.confidence) })
                        .collect(),
                }
            }),
        }
    }
}

fn date(date: &detect::date::DateDetail) -> DateDetail<'_> {
    DateDetail {
        kind: date.timex_type,
        value: &date.value,
        modifier: date.modifier.as_deref(),
        quant: date.quant.as_deref(),
        freq: date.freq.as_deref(),
        begin: date.begin.as_deref(),
        end: date.end.as_deref(),
        anchor: date.anchor.as_ref().map(|anchor| match anchor {
            detect::date::Anchor::Published => "published",
            detect::date::Anchor::Annotation(id) => id.as_str(),
        }),
        alternatives: &date.alternatives,
    }
}

fn reviewer(reviewer: &annotation::Reviewer) -> Reviewer<'_> {
    Reviewer { id: reviewer.id.as_str(), name: &reviewer.name }
}

fn link(link: &annotation::Link) -> Link<'_> {
    Link {
        id: link.id.as_str(),
        relation: link.relation,
        from: link.from.as_str(),
        to: link.to.as_str(),
        note: &link.note,
        by: link.by.as_ref().map(annotation::ReviewerId::as_str),
        at: link.at.map(rfc3339),
    }
}

fn evidence(evidence: &annotation::Evidence) -> Evidence<'_> {
    Evidence {
        id: &evidence.id,
        kind: evidence.evidence_type,
        title: &evidence.title,
        url: evidence.url.as_deref(),
        archive_url: evidence.archive_url.as_deref(),
        locator: evidence.locator.as_deref(),
        excerpt: evidence.excerpt.as_deref(),
        accessed: evidence.accessed.map(|day| day.to_string()),
        confidential: evidence.confidential,
    }
}

/// The questions; a passage that an annotation marks exactly goes by the annotation's id (the last in the order of
/// the file: a date or a quotation rather than the claim around it).
fn leads<'a>(session: &'a Session, places: Places<'a>) -> impl Iterator<Item = Lead<'a>> {
    let marked: HashMap<TextRange, &Rc<annotation::Annotation>> = if session.leads.is_empty() {
        HashMap::new()
    } else {
        session.annotations.iter().map(|annotation| (annotation.range, annotation)).collect()
    };
    session.leads.iter().map(move |lead| Lead {
        rule: &lead.rule,
        passages: lead
            .passages
            .iter()
            .map(|range| match marked.get(range) {
                Some(annotation) => Passage::Annotation(annotation.id.as_str()),
                None => Passage::Span(places.span(*range)),
            })
            .collect(),
        question: &lead.question,
        status: lead.status,
    })
}

/// Hexadecimal SHA-256 of the UTF-8 bytes of `text`.
fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// A moment as files have it: to the second, in UTC.
fn rfc3339(moment: Timestamp) -> String {
    moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// JSON knows no infinities; 0 stands for what is no number.
fn finite(number: f32) -> f32 {
    if number.is_finite() { number } else { 0.0 }
}
