//! What the person can do.

use std::borrow::Cow;

use super::{
    AnnotationId, ArticleFacts, Citation, Evidence, EvidenceId, Incoming, Lead, LeadStatus, LinkId, NewVersion,
    Relation, Reviewer, ReviewerId, Timestamp, Verdict,
};
use crate::detect::{Detail, Detection};
use crate::text::{ParagraphType, TextRange};

/// Something the person does. `at` and `by` arrive with it, in [`Entry`].
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Decide on one mark.
    SetVerdict(AnnotationId, Verdict),
    /// Decide on many at once: one step of undo.
    SetVerdicts(Vec<AnnotationId>, Verdict),
    /// Decide where two reviewers differ: written down even where it is what was decided before.
    Settle(Vec<AnnotationId>, Verdict),
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
    /// What the program asks now; questions that were asked before keep their answers, and answered ones stay.
    SetLeads(Vec<Lead>),
    /// Answer a question of the program's, by its place in the list.
    SetLeadStatus(usize, LeadStatus),
    /// Take in what a file brings: one step of undo.
    Import(Box<Incoming>),
    /// Name the person who decides.
    SetReviewer(Reviewer),
    /// Put a new version of the article in place of its text. Marks go with their words; see [`super::Carried`].
    ReplaceText(NewVersion),
    /// Confirm where a mark stands in a new version.
    ConfirmPlace(AnnotationId),
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

/// Why an action cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// The mark is not there.
    #[error("there is no mark with the id “{0}”; it may have been removed in another window")]
    NoAnnotation(AnnotationId),
    /// The link is not there.
    #[error("there is no link with the id “{0}”; it may have been removed in another window")]
    NoLink(LinkId),
    /// The source is not there.
    #[error("there is no source with the id “{0}”; it may have been removed in another window")]
    NoEvidence(EvidenceId),
    /// The question is not there.
    #[error("there is no question number {0}; the article may have been read again")]
    NoLead(usize),
    /// The paragraph is not there.
    #[error("there is no paragraph number {0} in this text")]
    NoParagraph(usize),
    /// The words are not there.
    #[error("there is nothing to mark from byte {} to byte {} of this text; select some words", .0.start, .0.end)]
    NoWords(TextRange),
    /// The words are marked already.
    #[error("these words are marked as that already, by the mark “{0}”")]
    AlreadyMarked(AnnotationId),
    /// The id is in use.
    #[error("the id “{0}” is in use; a new mark or link needs a new one")]
    IdInUse(String),
    /// A mark cannot be linked to itself.
    #[error("a passage cannot be linked to itself; go to the other passage first")]
    SamePassage,
    /// Only pages of the web can be opened.
    #[error("“{0}” is not an address that begins with http:// or https://")]
    NoWebAddress(String),
    /// A share of more than everything.
    #[error("{0} percent of the sentences is more than all of them")]
    NoShare(u8),
}

impl Action {
    /// What was done, as the list of steps has it.
    #[must_use]
    pub fn label(&self) -> Cow<'static, str> {
        match self {
            Self::SetVerdict(_, verdict) | Self::Settle(_, verdict) => decided(*verdict).into(),
            Self::SetVerdicts(ids, verdict) if ids.len() == 1 => decided(*verdict).into(),
            Self::SetVerdicts(ids, verdict) => format!("{} ({} marks)", decided(*verdict), ids.len()).into(),
            Self::Dismiss(_) => "Dismissed".into(),
            Self::Restore(_) => "Restored".into(),
            Self::Mark { detection, .. } => match &detection.detail {
                Detail::Claim(_) => "Marked a claim".into(),
                Detail::Date(_) => "Marked a date".into(),
                Detail::Quote(_) => "Marked a quote".into(),
            },
            Self::SetRange(..) => "Moved an edge".into(),
            Self::SetDetail(..) => "Changed the reading".into(),
            Self::SetNote(..) => "Wrote a note".into(),
            Self::PutEvidence(_) => "Wrote down a source".into(),
            Self::RemoveEvidence(_) => "Removed a source".into(),
            Self::Cite(..) => "Attached a source".into(),
            Self::Uncite(..) => "Detached a source".into(),
            Self::Link { relation: Relation::Contradicts, .. } => "Linked as contradicting".into(),
            Self::Link { relation: Relation::Supports, .. } => "Linked as supporting".into(),
            Self::Link { relation: Relation::SameEvent, .. } => "Linked as the same event".into(),
            Self::SetLinkNote(..) => "Wrote a note on a link".into(),
            Self::Unlink(_) => "Removed a link".into(),
            Self::SetFacts(_) => "Changed the details of the article".into(),
            Self::SetClaimShare(_) => "Changed how many claims are shown".into(),
            Self::SetLayers(_) => "Changed what is shown".into(),
            Self::SetParagraphType(..) => "Changed what a paragraph is".into(),
            Self::SetLeads(_) => "Asked again".into(),
            Self::SetLeadStatus(_, LeadStatus::Open) => "Reopened a question".into(),
            Self::SetLeadStatus(_, LeadStatus::Accepted) => "Accepted a question".into(),
            Self::SetLeadStatus(_, LeadStatus::Dismissed) => "Dismissed a question".into(),
            Self::Import(_) => "Took in a file".into(),
            Self::SetReviewer(_) => "Changed the name".into(),
            Self::ReplaceText(_) => "Put in a new version".into(),
            Self::ConfirmPlace(_) => "Confirmed a place".into(),
        }
    }
}

fn decided(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "Took a verdict back",
        Verdict::Verified => "Marked verified",
        Verdict::Inconsistent => "Marked inconsistent",
        Verdict::Unclear => "Marked unclear",
    }
}
