//! What the file looks like: one type for each of its objects, in the order of its keys.

use serde::Serialize;

use crate::annotation::{EditedField, EvidenceType, Kind, LeadStatus, Origin, Relation, Stance, Status, Verdict};
use crate::detect::claim::ClaimType;
use crate::detect::date::TimexType;
use crate::detect::quote::{QuoteForm, SourceKind};
use crate::text::ParagraphType;

/// The program that wrote the file.
#[derive(Serialize)]
pub(in crate::exchange) struct Generator {
    pub name: &'static str,
    pub version: &'static str,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Reviewer<'a> {
    pub id: &'a str,
    pub name: &'a str,
}

/// A stretch of text in code points.
#[derive(Clone, Copy, Serialize)]
pub(in crate::exchange) struct Span {
    pub start: u32,
    pub end: u32,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Paragraph {
    pub start: u32,
    pub end: u32,
    #[serde(rename = "type")]
    pub kind: ParagraphType,
}

/// The fields of `document` that say something about the article.
#[derive(Serialize)]
pub(in crate::exchange) struct Facts<'a> {
    pub title: &'a str,
    pub url: Option<&'a str>,
    pub publisher: Option<&'a str>,
    pub authors: &'a [String],
    pub published: Option<String>,
    pub language: &'a str,
}

/// A text that the article had before.
#[derive(Serialize)]
pub(in crate::exchange) struct Version<'a> {
    pub text: &'a str,
    pub sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<String>,
}

/// W3C's text quote and text position selectors in one.
#[derive(Serialize)]
pub(in crate::exchange) struct Target<'a> {
    pub start: u32,
    pub end: u32,
    pub exact: &'a str,
    pub prefix: &'a str,
    pub suffix: &'a str,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Annotation<'a> {
    pub id: &'a str,
    pub kind: Kind,
    pub origin: Origin,
    pub status: Status,
    pub target: Target<'a>,
    pub confidence: Option<f32>,
    pub detail: Detail<'a>,
    pub reasons: Vec<Reason<'a>>,
    pub edited: &'a [EditedField],
    pub verdict: Verdict,
    pub note: &'a str,
    pub decisions: Vec<Decision<'a>>,
    pub evidence: Vec<Citation<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(in crate::exchange) enum Detail<'a> {
    Claim(ClaimDetail<'a>),
    Date(DateDetail<'a>),
    Quote(QuoteDetail<'a>),
}

#[derive(Serialize)]
pub(in crate::exchange) struct ClaimDetail<'a> {
    pub score: f32,
    pub types: &'a [ClaimType],
    pub claimant: &'a str,
    pub sentence: Span,
}

#[derive(Serialize)]
pub(in crate::exchange) struct DateDetail<'a> {
    #[serde(rename = "type")]
    pub kind: TimexType,
    pub value: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quant: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freq: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begin: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<&'a str>,
    pub anchor: Option<&'a str>,
    pub alternatives: &'a [String],
}

#[derive(Serialize)]
pub(in crate::exchange) struct QuoteDetail<'a> {
    pub form: QuoteForm,
    pub content: Span,
    pub parts: Vec<Span>,
    pub insertions: Vec<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Cue<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source<'a>>,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Cue<'a> {
    pub text: &'a str,
    pub start: u32,
    pub end: u32,
}

/// `text`, `start` and `end` are null together, where the person typed the name.
#[derive(Serialize)]
pub(in crate::exchange) struct Source<'a> {
    pub text: Option<&'a str>,
    pub start: Option<u32>,
    pub end: Option<u32>,
    pub name: &'a str,
    pub kind: SourceKind,
    pub confidence: f32,
    pub rule: &'a str,
    pub candidates: Vec<Candidate<'a>>,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Candidate<'a> {
    pub name: &'a str,
    pub confidence: f32,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Reason<'a> {
    pub name: &'a str,
    pub start: u32,
    pub end: u32,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Decision<'a> {
    pub verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Citation<'a> {
    pub evidence: &'a str,
    pub stance: Stance,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Link<'a> {
    pub id: &'a str,
    pub relation: Relation,
    pub from: &'a str,
    pub to: &'a str,
    pub note: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Evidence<'a> {
    pub id: &'a str,
    #[serde(rename = "type")]
    pub kind: EvidenceType,
    pub title: &'a str,
    pub url: Option<&'a str>,
    pub archive_url: Option<&'a str>,
    pub locator: Option<&'a str>,
    pub excerpt: Option<&'a str>,
    pub accessed: Option<String>,
    pub confidential: bool,
}

#[derive(Serialize)]
pub(in crate::exchange) struct Lead<'a> {
    pub rule: &'a str,
    pub passages: Vec<Passage<'a>>,
    pub question: &'a str,
    pub status: LeadStatus,
}

/// A passage of a question: the annotation that marks it, or its place.
#[derive(Serialize)]
#[serde(untagged)]
pub(in crate::exchange) enum Passage<'a> {
    Annotation(&'a str),
    Span(Span),
}

#[derive(Serialize)]
pub(in crate::exchange) struct Settings<'a> {
    pub claim_share: u8,
    pub layers: &'a [String],
}
