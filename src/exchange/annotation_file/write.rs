//! Writes a session as an annotation file: what each object looks like, in the order of its keys.

use std::io::{self, Write};
use std::ops::Range;

use serde_json::Value;

use super::{FORMAT, VERSION, sha256};
use crate::annotation::anchor::Quote;
use crate::annotation::{
    Annotation, ArticleFacts, EarlierText, Evidence, Kind, Lead, Link, Reviewer, ReviewerId, Session, Settings,
    Timestamp,
};
use crate::detect::Detail;
use crate::detect::claim::{ClaimDetail, Claimant};
use crate::detect::date::{Anchor, DateDetail};
use crate::detect::quote::QuoteDetail;
use crate::exchange::pen::Pen;
use crate::text::time::in_utc;
use crate::text::{Document, OffsetMap, TextRange};

/// Writes `session` as one file, indented by one space a level.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write_pretty(session: &Session, mut out: impl Write) -> io::Result<()> {
    out.write_all(&Pen::written(Some(1), |pen| whole(pen, session, &|pen| pen.text(&session.id))))
}

/// Writes `session` on one line, with `id` (of any JSON type) in place of its own, and no line end.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write_line(session: &Session, id: &Value, mut out: impl Write) -> io::Result<()> {
    out.write_all(&Pen::on_one_line(|pen| whole(pen, session, &|pen| pen.value(id))))
}

/// The file of `session`, with what `id` writes in place of its own.
pub(in crate::exchange) fn whole(pen: &mut Pen, session: &Session, id: &dyn Fn(&mut Pen)) {
    file(pen, session, id, &|pen, part| part.write(pen, session, 0..usize::MAX));
}

/// A part of the file that takes long where the article is long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Part {
    /// The text.
    Text,
    /// Its hash.
    Hash,
    /// The marks, as items of a list.
    Marks,
    /// The questions, as items of a list.
    Leads,
}

impl Part {
    /// Writes the part; of a list the items with these places.
    pub fn write(self, pen: &mut Pen, session: &Session, which: Range<usize>) {
        let places = Places::of(&session.document);
        match self {
            Self::Text => pen.text(session.document.text()),
            Self::Hash => pen.text(&sha256(session.document.text())),
            Self::Marks => {
                let marks = session.annotations.iter().skip(which.start).take(which.len());
                marks.for_each(|mark| annotation(pen.item(), mark, places));
            }
            Self::Leads => {
                let kinds = [Kind::Date, Kind::Claim, Kind::Quote];
                let marked = |range| kinds.into_iter().find_map(|kind| session.marked(kind, range));
                for one in session.leads.iter().skip(which.start).take(which.len()) {
                    lead(pen.item(), one, places, &|range| marked(range).map(|mark| mark.id.as_str()));
                }
            }
        }
    }
}

/// The file of `session`, with what `id` writes in place of its own, and with the parts as `part` writes them.
pub(in crate::exchange) fn file(
    pen: &mut Pen,
    session: &Session,
    id: &dyn Fn(&mut Pen),
    part: &dyn Fn(&mut Pen, Part),
) {
    let places = Places::of(&session.document);
    pen.with_extra(&session.extra, &|pen| {
        pen.object(|pen| {
            pen.key("format").text(FORMAT);
            pen.key("version").whole(VERSION);
            id(pen.key("id"));
            pen.key("generator").object(|pen| {
                pen.key("name").text("factmark");
                pen.key("version").text(env!("CARGO_PKG_VERSION"));
            });
            moment(pen, "created", session.created);
            moment(pen, "modified", session.modified);
            pen.key("reviewers").list(&session.reviewers, reviewer);
            pen.key("offset_unit").text("unicode-code-point");
            pen.key("document").object(|pen| document(pen, session, places, part));
            pen.key("annotations").items(|pen| part(pen, Part::Marks));
            pen.key("links").list(session.links.iter(), |pen, one| link(pen, one));
            pen.key("evidence").list(session.evidence.iter(), |pen, source| evidence(pen, source));
            pen.key("leads").items(|pen| part(pen, Part::Leads));
            settings(pen.key("settings"), &session.settings);
        });
    });
}

fn document(pen: &mut Pen, session: &Session, places: Places<'_>, part: &dyn Fn(&mut Pen, Part)) {
    let document = &session.document;
    fields_of(pen, &session.facts);
    part(pen.key("text"), Part::Text);
    part(pen.key("sha256"), Part::Hash);
    pen.key("paragraphs").list(document.paragraphs(), |pen, paragraph| {
        pen.object(|pen| {
            places.ends(pen, paragraph.range);
            pen.key("type").word(paragraph.kind);
        });
    });
    pen.key("versions").list(session.versions.iter(), |pen, version| earlier(pen, version));
}

/// Turns places in the text into what the file has.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct Places<'a> {
    text: &'a str,
    offsets: &'a OffsetMap,
}

/// A stretch of text in code points.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct Span {
    pub start: u32,
    pub end: u32,
}

/// A stretch of text with what stands around it: W3C's text quote and text position selectors in one.
pub(in crate::exchange) struct Target<'a> {
    pub start: u32,
    pub end: u32,
    pub exact: &'a str,
    pub prefix: &'a str,
    pub suffix: &'a str,
}

impl Target<'_> {
    /// The two selectors.
    pub fn selectors(&self, pen: &mut Pen) {
        let fields: [fn(&Self, &mut Pen); 2] = [Self::quote, Self::position];
        pen.list(fields, |pen, fields| pen.object(|pen| fields(self, pen)));
    }

    fn quote(&self, pen: &mut Pen) {
        pen.key("type").text("TextQuoteSelector");
        pen.key("exact").text(self.exact);
        pen.key("prefix").text(self.prefix);
        pen.key("suffix").text(self.suffix);
    }

    fn position(&self, pen: &mut Pen) {
        pen.key("type").text("TextPositionSelector");
        pen.key("start").whole(self.start);
        pen.key("end").whole(self.end);
    }
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

    /// `range` with its words and what stands around them.
    pub fn target(self, range: TextRange) -> Target<'a> {
        let Span { start, end } = self.span(range);
        let Quote { exact, prefix, suffix, .. } = Quote::of(self.text, range, range.start);
        Target { start, end, exact, prefix, suffix }
    }

    /// The fields `start` and `end`.
    fn ends(self, pen: &mut Pen, range: TextRange) {
        let Span { start, end } = self.span(range);
        pen.key("start").whole(start);
        pen.key("end").whole(end);
    }

    fn object(self, pen: &mut Pen, range: TextRange) {
        pen.object(|pen| self.ends(pen, range));
    }

    fn list(self, pen: &mut Pen, ranges: &[TextRange]) {
        pen.list(ranges, |pen, range| self.object(pen, *range));
    }

    fn claim(self, pen: &mut Pen, claim: &ClaimDetail) {
        pen.key("score").number(claim.score);
        pen.key("types").list(&claim.types, |pen, kind| pen.word(*kind));
        pen.key("claimant").text(match &claim.claimant {
            Claimant::Narrator => "narrator",
            Claimant::Quote(id) => id.as_str(),
        });
        self.object(pen.key("sentence"), claim.sentence);
    }

    fn quote(self, pen: &mut Pen, quote: &QuoteDetail) {
        pen.key("form").word(quote.form);
        self.object(pen.key("content"), quote.content);
        self.list(pen.key("parts"), &quote.parts);
        self.list(pen.key("insertions"), &quote.insertions);
        pen.if_any("cue", quote.cue.as_ref(), |pen, cue| {
            pen.object(|pen| {
                pen.key("text").text(cue.range.of(self.text));
                self.ends(pen, cue.range);
            });
        });
        pen.if_any("source", quote.source.as_ref(), |pen, source| {
            pen.object(|pen| {
                // Null together, where the person typed the name.
                let span = source.range.map(|range| self.span(range));
                pen.key("text").text_or_null(source.range.map(|range| range.of(self.text)));
                pen.key("start").whole_or_null(span.map(|span| span.start));
                pen.key("end").whole_or_null(span.map(|span| span.end));
                pen.key("name").text(&source.name);
                pen.key("kind").word(source.kind);
                pen.key("confidence").number(source.confidence);
                pen.key("rule").text(&source.rule);
                pen.key("candidates").list(&source.candidates, |pen, other| {
                    pen.object(|pen| {
                        pen.key("name").text(&other.name);
                        pen.key("confidence").number(other.confidence);
                    });
                });
            });
        });
    }
}

/// An annotation of the text that has these places.
pub(in crate::exchange) fn annotation(pen: &mut Pen, mark: &Annotation, places: Places<'_>) {
    pen.with_extra(&mark.extra, &|pen| {
        pen.object(|pen| {
            pen.key("id").text(mark.id.as_str());
            pen.key("kind").word(mark.kind());
            pen.key("origin").word(mark.origin);
            pen.key("status").word(mark.status);
            pen.key("target").object(|pen| {
                let target = places.target(mark.range);
                pen.key("start").whole(target.start);
                pen.key("end").whole(target.end);
                pen.key("exact").text(target.exact);
                pen.key("prefix").text(target.prefix);
                pen.key("suffix").text(target.suffix);
            });
            match mark.confidence {
                Some(confidence) => pen.key("confidence").number(confidence),
                None => pen.key("confidence").null(),
            }
            pen.key("detail").object(|pen| match &mark.detail {
                Detail::Claim(claim) => places.claim(pen, claim),
                Detail::Date(detail) => date(pen, detail),
                Detail::Quote(quote) => places.quote(pen, quote),
            });
            pen.key("reasons").list(&mark.reasons, |pen, reason| {
                pen.object(|pen| {
                    pen.key("name").text(&reason.name);
                    places.ends(pen, reason.range);
                });
            });
            pen.key("edited").list(&mark.edited, |pen, field| pen.word(*field));
            pen.key("verdict").word(mark.verdict());
            pen.key("note").text(&mark.note);
            pen.key("decisions").list(&mark.decisions, |pen, decision| {
                pen.object(|pen| {
                    pen.key("verdict").word(decision.verdict);
                    made(pen, decision.by.as_ref(), decision.at);
                });
            });
            pen.key("evidence").list(&mark.evidence, |pen, citation| {
                pen.object(|pen| {
                    pen.key("evidence").text(&citation.evidence);
                    pen.key("stance").word(citation.stance);
                });
            });
        });
    });
}

fn date(pen: &mut Pen, date: &DateDetail) {
    pen.key("type").word(date.timex_type);
    pen.key("value").text(&date.value);
    pen.text_if_any("mod", date.modifier.as_deref());
    pen.text_if_any("quant", date.quant.as_deref());
    pen.text_if_any("freq", date.freq.as_deref());
    pen.text_if_any("begin", date.begin.as_deref());
    pen.text_if_any("end", date.end.as_deref());
    pen.key("anchor").text_or_null(date.anchor.as_ref().map(|anchor| match anchor {
        Anchor::Published => "published",
        Anchor::Annotation(id) => id.as_str(),
    }));
    pen.key("alternatives").texts(&date.alternatives);
}

pub(in crate::exchange) fn facts(pen: &mut Pen, facts: &ArticleFacts) {
    pen.object(|pen| fields_of(pen, facts));
}

fn fields_of(pen: &mut Pen, facts: &ArticleFacts) {
    pen.key("title").text(&facts.title);
    pen.key("url").text_or_null(facts.url.as_deref());
    pen.key("publisher").text_or_null(facts.publisher.as_deref());
    pen.key("authors").texts(&facts.authors);
    pen.key("published").text_or_null(facts.published.map(|published| published.to_string()).as_deref());
    pen.key("language").text(&facts.language);
}

/// A text that the article had before.
pub(in crate::exchange) fn earlier(pen: &mut Pen, version: &EarlierText) {
    pen.object(|pen| {
        pen.key("text").text(&version.text);
        pen.key("sha256").text(&sha256(&version.text));
        moment(pen, "replaced", version.replaced);
    });
}

pub(in crate::exchange) fn reviewer(pen: &mut Pen, reviewer: &Reviewer) {
    pen.object(|pen| {
        pen.key("id").text(reviewer.id.as_str());
        pen.key("name").text(&reviewer.name);
    });
}

pub(in crate::exchange) fn link(pen: &mut Pen, link: &Link) {
    pen.with_extra(&link.extra, &|pen| {
        pen.object(|pen| {
            pen.key("id").text(link.id.as_str());
            pen.key("relation").word(link.relation);
            pen.key("from").text(link.from.as_str());
            pen.key("to").text(link.to.as_str());
            pen.key("note").text(&link.note);
            made(pen, link.by.as_ref(), link.at);
        });
    });
}

pub(in crate::exchange) fn evidence(pen: &mut Pen, source: &Evidence) {
    pen.with_extra(&source.extra, &|pen| {
        pen.object(|pen| {
            pen.key("id").text(&source.id);
            pen.key("type").word(source.evidence_type);
            pen.key("title").text(&source.title);
            pen.key("url").text_or_null(source.url.as_deref());
            pen.key("archive_url").text_or_null(source.archive_url.as_deref());
            pen.key("locator").text_or_null(source.locator.as_deref());
            pen.key("excerpt").text_or_null(source.excerpt.as_deref());
            pen.key("accessed").text_or_null(source.accessed.map(|day| day.to_string()).as_deref());
            pen.key("confidential").flag(source.confidential);
        });
    });
}

pub(in crate::exchange) fn settings(pen: &mut Pen, settings: &Settings) {
    pen.object(|pen| {
        pen.key("claim_share").whole(settings.claim_share);
        pen.key("layers").texts(&settings.layers);
    });
}

/// A question; `marked` tells which annotation marks a range exactly.
pub(in crate::exchange) fn lead<'a>(
    pen: &mut Pen,
    lead: &Lead,
    places: Places<'_>,
    marked: &dyn Fn(TextRange) -> Option<&'a str>,
) {
    pen.object(|pen| {
        pen.key("rule").text(&lead.rule);
        pen.key("passages").list(&lead.passages, |pen, range| match marked(*range) {
            Some(id) => pen.text(id),
            None => places.object(pen, *range),
        });
        pen.key("question").text(&lead.question);
        pen.key("status").word(lead.status);
    });
}

/// By whom and when, as far as that is known.
fn made(pen: &mut Pen, by: Option<&ReviewerId>, at: Option<Timestamp>) {
    pen.text_if_any("by", by.map(ReviewerId::as_str));
    moment(pen, "at", at);
}

fn moment(pen: &mut Pen, key: &str, moment: Option<Timestamp>) {
    pen.text_if_any(key, moment.map(in_utc).as_deref());
}
