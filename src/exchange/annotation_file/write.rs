//! Writes a session as an annotation file.

use std::collections::HashMap;
use std::io::{self, Write};
use std::rc::Rc;

use serde::ser::{Error as _, SerializeStruct};
use serde::{Serialize, Serializer};
use serde_json::ser::{CompactFormatter, PrettyFormatter};
use serde_json::{Map, Value};

use super::layout::{
    Annotation, Candidate, Citation, ClaimDetail, Cue, DateDetail, Decision, Detail, Evidence, Facts, Generator, Lead,
    Link, Paragraph, Passage, QuoteDetail, Reason, Reviewer, Settings, Source, Span, Target, Version,
};
use super::{FORMAT, VERSION, sha256};
use crate::annotation::{self, Session, Timestamp};
use crate::detect;
use crate::exchange::json::restore;
use crate::text::{Document, OffsetMap, TextRange};

/// Code points of context on either side of a passage.
const CONTEXT: usize = 32;

/// Writes `session` as one file, indented by one space a level.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write_pretty(session: &Session, out: impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, PrettyFormatter::with_indent(b" "));
    Ok(whole(session, &session.id).serialize(&mut serializer)?)
}

/// Writes `session` on one line, with `id` (of any JSON type) in place of its own, and no line end.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write_line(session: &Session, id: &Value, out: impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, CompactFormatter);
    Ok(whole(session, id).serialize(&mut serializer)?)
}

/// The file of `session`, with `id` in place of its own.
pub(in crate::exchange) fn whole<'a, I: Serialize + 'a>(
    session: &'a Session,
    id: I,
) -> WithExtra<'a, impl Serialize + use<'a, I>> {
    WithExtra { known: File { session, id }, extra: &session.extra }
}

/// What this version knows, with what it does not know put back to its place.
pub(in crate::exchange) struct WithExtra<'a, T> {
    known: T,
    extra: &'a Map<String, Value>,
}

impl<T: Serialize> Serialize for WithExtra<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.extra.is_empty() {
            return self.known.serialize(serializer);
        }
        // By way of text, because a value would turn 0.81 into 0.8100000023841858.
        let written = serde_json::to_string(&self.known).and_then(|text| serde_json::from_str(&text));
        let mut written: Value = written.map_err(S::Error::custom)?;
        restore(&mut written, self.extra);
        written.serialize(serializer)
    }
}

/// The whole file.
struct File<'a, I> {
    session: &'a Session,
    id: I,
}

impl<I: Serialize> Serialize for File<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let session = self.session;
        let places = Places::of(&session.document);
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
        file.serialize_field("settings", &settings(&session.settings))?;
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
        let document = &self.session.document;
        let mut article = serializer.serialize_struct("Document", 10)?;
        let facts = facts(&self.session.facts);
        article.serialize_field("title", facts.title)?;
        article.serialize_field("url", &facts.url)?;
        article.serialize_field("publisher", &facts.publisher)?;
        article.serialize_field("authors", facts.authors)?;
        article.serialize_field("published", &facts.published)?;
        article.serialize_field("language", facts.language)?;
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
        article.serialize_field("versions", &Each(|| self.session.versions.iter().map(|version| earlier(version))))?;
        article.end()
    }
}

/// Serialises what an iterator gives, one by one.
pub(in crate::exchange) struct Each<F>(pub F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Turns places in the text into what the file has.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct Places<'a> {
    text: &'a str,
    offsets: &'a OffsetMap,
}

impl<'a> Places<'a> {
    /// The places of `document`.
    pub fn of(document: &'a Document) -> Self {
        Self { text: document.text(), offsets: document.offsets() }
    }

    /// `range` in code points.
    pub fn span(self, range: TextRange) -> Span {
        Span { start: self.offsets.byte_to_code_point(range.start), end: self.offsets.byte_to_code_point(range.end) }
    }

    fn spans(self, ranges: &[TextRange]) -> Vec<Span> {
        ranges.iter().map(|range| self.span(*range)).collect()
    }

    /// `range` with its words and what stands around them.
    pub fn target(self, range: TextRange) -> Target<'a> {
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

    /// `annotation` as it is written.
    pub fn annotation(self, annotation: &'a annotation::Annotation) -> WithExtra<'a, impl Serialize + use<'a>> {
        WithExtra { known: self.known(annotation), extra: &annotation.extra }
    }

    fn known(self, annotation: &'a annotation::Annotation) -> Annotation<'a> {
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

pub(in crate::exchange) fn facts(facts: &annotation::ArticleFacts) -> Facts<'_> {
    Facts {
        title: &facts.title,
        url: facts.url.as_deref(),
        publisher: facts.publisher.as_deref(),
        authors: &facts.authors,
        published: facts.published.map(|published| published.to_string()),
        language: &facts.language,
    }
}

pub(in crate::exchange) fn earlier(version: &annotation::EarlierText) -> Version<'_> {
    Version { text: &version.text, sha256: sha256(&version.text), replaced: version.replaced.map(rfc3339) }
}

pub(in crate::exchange) fn reviewer(reviewer: &annotation::Reviewer) -> Reviewer<'_> {
    Reviewer { id: reviewer.id.as_str(), name: &reviewer.name }
}

pub(in crate::exchange) fn link(link: &annotation::Link) -> WithExtra<'_, impl Serialize + use<'_>> {
    let known = Link {
        id: link.id.as_str(),
        relation: link.relation,
        from: link.from.as_str(),
        to: link.to.as_str(),
        note: &link.note,
        by: link.by.as_ref().map(annotation::ReviewerId::as_str),
        at: link.at.map(rfc3339),
    };
    WithExtra { known, extra: &link.extra }
}

pub(in crate::exchange) fn evidence(evidence: &annotation::Evidence) -> WithExtra<'_, impl Serialize + use<'_>> {
    let known = Evidence {
        id: &evidence.id,
        kind: evidence.evidence_type,
        title: &evidence.title,
        url: evidence.url.as_deref(),
        archive_url: evidence.archive_url.as_deref(),
        locator: evidence.locator.as_deref(),
        excerpt: evidence.excerpt.as_deref(),
        accessed: evidence.accessed.map(|day| day.to_string()),
        confidential: evidence.confidential,
    };
    WithExtra { known, extra: &evidence.extra }
}

pub(in crate::exchange) fn settings(settings: &annotation::Settings) -> Settings<'_> {
    Settings { claim_share: settings.claim_share, layers: &settings.layers }
}

/// The questions; a passage that an annotation marks exactly goes by the annotation's id (the last in the order of
/// the file: a date or a quotation rather than the claim around it).
fn leads<'a>(session: &'a Session, places: Places<'a>) -> impl Iterator<Item = Lead<'a>> {
    let marked: HashMap<TextRange, &Rc<annotation::Annotation>> = if session.leads.is_empty() {
        HashMap::new()
    } else {
        session.annotations.iter().map(|annotation| (annotation.range, annotation)).collect()
    };
    session
        .leads
        .iter()
        .map(move |lead| self::lead(lead, places, |range| marked.get(&range).map(|mark| mark.id.as_str())))
}

/// A question; `marked` tells which annotation marks a range exactly.
pub(in crate::exchange) fn lead<'a>(
    lead: &'a annotation::Lead,
    places: Places<'_>,
    marked: impl Fn(TextRange) -> Option<&'a str>,
) -> Lead<'a> {
    let passage = |range: &TextRange| match marked(*range) {
        Some(id) => Passage::Annotation(id),
        None => Passage::Span(places.span(*range)),
    };
    Lead {
        rule: &lead.rule,
        passages: lead.passages.iter().map(passage).collect(),
        question: &lead.question,
        status: lead.status,
    }
}

/// A moment as files have it: to the second, in UTC.
pub(in crate::exchange) fn rfc3339(moment: Timestamp) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// JSON knows no infinities; 0 stands for what is no number.
fn finite(number: f32) -> f32 {
    if number.is_finite() { number } else { 0.0 }
}
