//! The session: one article, everything marked in it, and every change to it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Annotation, AnnotationId, Citation, Evidence, EvidenceId, Kind, Link, LinkId, Relation, ReviewerId, Timestamp,
    Verdict,
};
use crate::detect::quote::QuoteForm;
use crate::detect::{Detail, Detection, Findings, claim};
use crate::text::{Document, ParagraphType, Published, TextRange};

/// What is known about the article besides its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleFacts {
    /// Its title.
    pub title: String,
    /// Where it was published.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// BCP 47 language tag.
    pub language: String,
}

impl ArticleFacts {
    /// What the text itself says of its publication.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let facts = document.facts();
        Self {
            title: facts.title.clone().unwrap_or_default(),
            published: facts.published,
            language: "en".to_owned(),
            ..Self::default()
        }
    }
}

/// Somebody who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// A UUID.
    pub id: ReviewerId,
    /// The name for the file; may be empty.
    pub name: String,
}

/// What has become of a question of the program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LeadStatus {
    /// Not answered.
    Open,
    /// The person linked the passages.
    Accepted,
    /// The person waved it off; stays so.
    Dismissed,
}

/// Passages that may not fit together; always worded as a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// Name of the rule that asks.
    pub rule: std::borrow::Cow<'static, str>,
    /// The passages, in text order.
    pub passages: Vec<TextRange>,
    /// The question, with its arithmetic.
    pub question: String,
    /// What has become of it.
    pub status: LeadStatus,
}

/// How this article is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Highlight budget: percent of the body sentences.
    pub claim_share: u8,
    /// Which kinds are shown.
    pub layers: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { claim_share: 25, layers: ["claim", "date", "quote"].map(str::to_owned).to_vec() }
    }
}

/// One article in work.
#[derive(Clone, Debug)]
pub struct Session {
    /// A UUID.
    pub id: Rc<str>,
    /// When it was opened first.
    pub created: Option<Timestamp>,
    /// When it was changed last.
    pub modified: Option<Timestamp>,
    /// Who has worked on it.
    pub reviewers: Vec<Reviewer>,
    /// What is known about the article.
    pub facts: Rc<ArticleFacts>,
    /// Its text.
    pub document: Rc<Document>,
    /// What was found in the text: claims below the highlight budget come back from here. Not in the file.
    pub findings: Rc<Findings>,
    /// Every annotation, by start, longer first, then kind and id.
    pub annotations: Rc<Vec<Rc<Annotation>>>,
    /// Every link, oldest first.
    pub links: Rc<Vec<Rc<Link>>>,
    /// Every source, oldest first.
    pub evidence: Rc<Vec<Rc<Evidence>>>,
    /// The program's questions.
    pub leads: Rc<Vec<Rc<Lead>>>,
    /// How it is shown.
    pub settings: Rc<Settings>,
    /// Fields of newer files, kept as they are.
    pub extra: Rc<serde_json::Map<String, serde_json::Value>>,
}

/// Something the person does. `at` and `by` arrive with it, in [`Entry`].
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Decide on one mark.
    SetVerdict(AnnotationId, Verdict),
    /// Decide on many at once: one step of undo.
    SetVerdicts(Vec<AnnotationId>, Verdict),
    /// Throw out a proposal, or delete a mark made by hand.
    Dismiss(AnnotationId),
    /// Take a dismissed proposal back.
    Restore(AnnotationId),
    /// Mark a passage by hand; the id is new. The same span of the same kind is not doubled.
    Mark {
        /// Id of the new mark.
        id: AnnotationId,
        /// What was found for the passage, as a detector would have it.
        detection: Detection,
    },
    /// Move the edges of a mark.
    SetRange(AnnotationId, TextRange),
    /// Change what a mark is read as: its kind, its date, its speaker.
    SetDetail(AnnotationId, Detail),
    /// Write a note.
    SetNote(AnnotationId, String),
    /// Add a source, or change the one with the same id.
    PutEvidence(Evidence),
    /// Take a source out, with every use of it.
    RemoveEvidence(EvidenceId),
    /// Attach a source to a mark, or change its stance.
    Cite(AnnotationId, Citation),
    /// Take a source off a mark.
    Uncite(AnnotationId, EvidenceId),
    /// Link two marks. `contradicts` also sets both to inconsistent.
    Link {
        /// Id of the new link.
        id: LinkId,
        /// How the two stand to each other.
        relation: Relation,
        /// The one it is made from.
        from: AnnotationId,
        /// The other.
        to: AnnotationId,
    },
    /// Change what is said of a link.
    SetLinkNote(LinkId, String),
    /// Take a link out.
    Unlink(LinkId),
    /// Change what is known about the article. A new publication date reads again what nobody touched.
    SetFacts(ArticleFacts),
    /// Change the highlight budget: percent of the body sentences.
    SetClaimShare(u8),
    /// Change which kinds are shown.
    SetLayers(Vec<String>),
    /// Change what a paragraph is; marks that nobody touched follow.
    SetParagraphType(usize, ParagraphType),
    /// Answer a question of the program's, by its place in the list.
    SetLeadStatus(usize, LeadStatus),
    /// Name the person who decides.
    SetReviewer(Reviewer),
}

/// An action with its time and its author.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Option<ReviewerId>,
    /// What.
    pub action: Action,
}

/// One thing that changes, before and after. Nothing before: it is new; nothing after: it goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An annotation.
    Annotation(Option<Rc<Annotation>>, Option<Rc<Annotation>>),
    /// A link.
    Link(Option<Rc<Link>>, Option<Rc<Link>>),
    /// A source.
    Evidence(Option<Rc<Evidence>>, Option<Rc<Evidence>>),
    /// A question, by its place in the list.
    Lead(usize, Option<Rc<Lead>>, Option<Rc<Lead>>),
    /// What is known about the article.
    Facts(Rc<ArticleFacts>, Rc<ArticleFacts>),
    /// How it is shown.
    Settings(Rc<Settings>, Rc<Settings>),
    /// The type of a paragraph, by its place.
    Paragraph(usize, ParagraphType, ParagraphType),
    /// Who works on it.
    Reviewers(Vec<Reviewer>, Vec<Reviewer>),
}

/// All that one action changes; applied backwards it is its own inverse.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    /// What changes, in order.
    pub changes: Vec<Change>,
}

/// Why an action cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// The mark is not there.
    #[error("there is no mark with the id “{0}”; it may have been removed in another window")]
    NoAnnotation(AnnotationId),
}

impl Session {
    /// Opens an article: its dates, its quotations and the claims within the highlight budget become annotations; the
    /// other claims stay in `findings`.
    #[must_use]
    pub fn open(id: &str, document: Rc<Document>, facts: ArticleFacts, findings: Findings) -> Self {
        let settings = Settings::default();
        let within = claim::within_budget(&document, &findings.claims, settings.claim_share);
        let claims = within.into_iter().filter_map(|index| findings.claims.get(index)).cloned().collect();
        Self::with_claims(id, document, facts, findings, claims)
    }

    /// Opens an article with every claim of `findings`: no highlight budget. For measuring.
    #[must_use]
    pub fn open_without_budget(id: &str, document: Rc<Document>, facts: ArticleFacts, findings: Findings) -> Self {
        let claims = findings.claims.clone();
        Self::with_claims(id, document, facts, findings, claims)
    }

    fn with_claims(
        id: &str,
        document: Rc<Document>,
        facts: ArticleFacts,
        findings: Findings,
        claims: Vec<Detection>,
    ) -> Self {
        let quotes = findings.quotes.iter().filter(|quote| !is_indirect(&quote.detail)).cloned();
        let detections = findings.dates.iter().cloned().chain(quotes).chain(claims);
        let mut annotations: Vec<_> =
            detections.map(|detection| Rc::new(Annotation::proposed(detection, document.text()))).collect();
        annotations.sort_by(|a, b| a.order().cmp(&b.order()));
        Self {
            id: id.into(),
            created: None,
            modified: None,
            reviewers: Vec::new(),
            facts: Rc::new(facts),
            document,
            findings: Rc::new(findings),
            annotations: Rc::new(annotations),
            links: Rc::default(),
            evidence: Rc::default(),
            leads: Rc::default(),
            settings: Rc::default(),
            extra: Rc::default(),
        }
    }

    /// A session id made of the text alone, for where there is no randomness: a UUID of version 8 (RFC 9562).
    #[must_use]
    pub fn id_of_text(text: &str) -> String {
        let digest = Sha256::digest(text);
        let number = digest.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        let number = number & !(0xf000_u128 << 64) | 0x8000_u128 << 64;
        let number = number & !(0b11_u128 << 62) | 0b10_u128 << 62;
        let (rest, node) = (number >> 48, number & 0xffff_ffff_ffff);
        let (time, mid, high, sequence) = (rest >> 48, rest >> 32 & 0xffff, rest >> 16 & 0xffff, rest & 0xffff);
        format!("{time:08x}-{mid:04x}-{high:04x}-{sequence:04x}-{node:012x}")
    }

    /// What `entry` changes, without changing anything.
    ///
    /// # Errors
    /// Where the action names something that is not there.
    pub fn reduce(&self, _entry: &Entry) -> Result<Patch, ActionError> {
        Ok(Patch::default())
    }

    /// The session after `patch`.
    #[must_use]
    pub fn apply(&self, _patch: &Patch) -> Self {
        self.clone()
    }

    /// The annotation with this id.
    #[must_use]
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.annotations.iter().find(|annotation| annotation.id == *id)
    }

    /// How many annotations of `kind` there are.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.annotations.iter().filter(|annotation| annotation.kind() == kind).count()
    }
}

/// Whether `detail` is reported speech without marks, shown only with the layer "indirect".
fn is_indirect(detail: &Detail) -> bool {
    matches!(detail, Detail::Quote(quote) if quote.form == QuoteForm::Indirect)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_text_is_a_uuid_of_version_8() {
        let id = Session::id_of_text("In July.");
        assert_eq!(id.len(), 36);
        assert_eq!(id.as_bytes()[14], b'8');
        assert!(b"89ab".contains(&id.as_bytes()[19]));
        assert_ne!(id, Session::id_of_text("In June."));
    }
}
