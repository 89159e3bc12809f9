//! The session: one article and everything marked in it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::{
    Annotation, AnnotationId, ArticleFacts, Evidence, Kind, Lead, Link, Reviewer, Settings, Timestamp, proposals,
};
use crate::detect::{Detection, Findings};
use crate::pace::{self, Pace};
use crate::review::leads::leads;
use crate::text::{Document, TextRange};

/// One article in work. Everything large is shared: a clone costs nothing, and a change copies one list of pointers.
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
    /// Earlier texts of the article, oldest first.
    pub versions: Rc<Vec<Rc<EarlierText>>>,
    /// What was found in the text: claims below the highlight budget come back from here. Not in the file; empty until
    /// somebody runs the detectors.
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
    /// Where each id stands.
    pub(super) index: Index,
}

/// A text that the article had before.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierText {
    /// The text.
    pub text: Rc<str>,
    /// When another took its place.
    pub replaced: Option<Timestamp>,
}

/// The place of each annotation in the list by id, made when it is first asked for. It stays good as long as nothing is
/// added, removed or moved.
pub(super) type Index = Rc<OnceCell<HashMap<AnnotationId, usize>>>;

impl Session {
    /// Opens an article: its dates, its quotations and the claims within the highlight budget become annotations; the
    /// other claims stay in `findings`. What may not fit together is asked.
    #[must_use]
    pub fn open(id: &str, document: Rc<Document>, facts: ArticleFacts, findings: Findings) -> Self {
        let leads = leads(&document, facts.published, &findings);
        Self::open_as(id, document, facts, findings, leads, Settings::default())
    }

    /// As [`Session::open`], with these questions, and shown as `settings` have it.
    #[must_use]
    pub fn open_as(
        id: &str,
        document: Rc<Document>,
        facts: ArticleFacts,
        findings: Findings,
        leads: Vec<Lead>,
        settings: Settings,
    ) -> Self {
        pace::at_once(Self::open_in_steps(id, document, facts, findings, leads, settings))
    }

    /// The same with pauses.
    pub async fn open_in_steps(
        id: &str,
        document: Rc<Document>,
        facts: ArticleFacts,
        findings: Findings,
        leads: Vec<Lead>,
        settings: Settings,
    ) -> Self {
        let annotations = annotations(&document, proposals::of(&document, &findings, &settings)).await;
        let session = Self::with_annotations_of(id, document, facts, findings, annotations, leads);
        Self { settings: Rc::new(settings), ..session }
    }

    /// Opens an article with every claim of `findings`: no highlight budget. For measuring.
    #[must_use]
    pub fn open_without_budget(id: &str, document: Rc<Document>, facts: ArticleFacts, findings: Findings) -> Self {
        let settings = Settings::default();
        let mut proposed = proposals::without_claims(&findings, &settings);
        proposed.extend(&findings.claims);
        let annotations = pace::at_once(annotations(&document, proposed));
        let leads = leads(&document, facts.published, &findings);
        Self::with_annotations_of(id, document, facts, findings, annotations, leads)
    }

    fn with_annotations_of(
        id: &str,
        document: Rc<Document>,
        facts: ArticleFacts,
        findings: Findings,
        annotations: Vec<Rc<Annotation>>,
        leads: Vec<Lead>,
    ) -> Self {
        let annotations = Rc::new(annotations);
        let leads = Rc::new(leads.into_iter().map(Rc::new).collect());
        Self { annotations, leads, facts: Rc::new(facts), findings: Rc::new(findings), ..Self::bare(id, document) }
    }

    /// A session on `document` with nothing in it.
    #[must_use]
    pub fn bare(id: &str, document: Rc<Document>) -> Self {
        Self {
            id: id.into(),
            created: None,
            modified: None,
            reviewers: Vec::new(),
            facts: Rc::default(),
            document,
            versions: Rc::default(),
            findings: Rc::default(),
            annotations: Rc::default(),
            links: Rc::default(),
            evidence: Rc::default(),
            leads: Rc::default(),
            settings: Rc::default(),
            extra: Rc::default(),
            index: Rc::default(),
        }
    }

    /// The same session with other annotations, which are in order.
    #[must_use]
    pub(crate) fn with_annotations(&self, annotations: Rc<Vec<Rc<Annotation>>>) -> Self {
        Self { annotations, index: Rc::default(), ..self.clone() }
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

    /// The annotation with this id.
    #[must_use]
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.place_of(id).and_then(|place| self.annotations.get(place))
    }

    /// The place of the annotation with this id in the list.
    #[must_use]
    pub fn place_of(&self, id: &AnnotationId) -> Option<usize> {
        let places = || self.annotations.iter().enumerate().map(|(place, mark)| (mark.id.clone(), place)).collect();
        self.index.get_or_init(places).get(id).copied()
    }

    /// The annotation that marks exactly `range` as `kind`, dismissed or not.
    #[must_use]
    pub fn marked(&self, kind: Kind, range: TextRange) -> Option<&Rc<Annotation>> {
        self.marks_at(kind, range).next()
    }

    /// The annotations that mark exactly `range` as `kind`.
    pub(super) fn marks_at(&self, kind: Kind, range: TextRange) -> impl Iterator<Item = &Rc<Annotation>> {
        let first = self.annotations.partition_point(|mark| mark.range.start < range.start);
        let here = self.annotations.iter().skip(first).take_while(move |mark| mark.range.start == range.start);
        here.filter(move |mark| mark.range == range && mark.kind() == kind)
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Rc<Evidence>> {
        self.evidence.iter().find(|source| *source.id == *id)
    }

    /// How many annotations of `kind` there are.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.annotations.iter().filter(|annotation| annotation.kind() == kind).count()
    }
}

/// What is proposed in `document`, as annotations in the order of every list.
pub(super) async fn annotations(document: &Document, proposed: Vec<&Detection>) -> Vec<Rc<Annotation>> {
    let (mut annotations, mut pace) = (Vec::new(), Pace::default());
    for detection in proposed {
        pace.step().await;
        annotations.push(Rc::new(Annotation::proposed(detection.clone(), document.text())));
    }
    sort(&mut annotations);
    annotations
}

/// `annotations` in the order of every list.
pub(crate) fn sorted(mut annotations: Vec<Rc<Annotation>>) -> Rc<Vec<Rc<Annotation>>> {
    sort(&mut annotations);
    Rc::new(annotations)
}

fn sort(annotations: &mut [Rc<Annotation>]) {
    annotations.sort_by(|a, b| a.order().cmp(&b.order()));
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
