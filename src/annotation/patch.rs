//! What an action changes, forwards and backwards.

use std::borrow::Cow;
use std::rc::Rc;

use super::session::sorted;
use super::{
    Annotation, ArticleFacts, EarlierText, Evidence, Lead, Link, Reviewer, Session, Settings, Timestamp, proposals,
};
use crate::detect::Findings;
use crate::text::{Document, ParagraphType};

/// One thing that changes, before and after. Nothing before: it is new; nothing after: it goes.
#[derive(Clone, Debug)]
pub enum Change {
    /// An annotation. A patch has one change at most for each.
    Annotation(Option<Rc<Annotation>>, Option<Rc<Annotation>>),
    /// A link, by its place in the list.
    Link(usize, Option<Rc<Link>>, Option<Rc<Link>>),
    /// A source, by its place in the list.
    Evidence(usize, Option<Rc<Evidence>>, Option<Rc<Evidence>>),
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
    /// The text.
    Document(Rc<Document>, Rc<Document>),
    /// Its earlier texts.
    Versions(Rc<Vec<Rc<EarlierText>>>, Rc<Vec<Rc<EarlierText>>>),
    /// What was found in the text.
    Findings(Rc<Findings>, Rc<Findings>),
    /// When it was changed last.
    Modified(Option<Timestamp>, Option<Timestamp>),
}

impl Change {
    fn inverse(&self) -> Self {
        match self.clone() {
            Self::Annotation(before, after) => Self::Annotation(after, before),
            Self::Link(at, before, after) => Self::Link(at, after, before),
            Self::Evidence(at, before, after) => Self::Evidence(at, after, before),
            Self::Lead(at, before, after) => Self::Lead(at, after, before),
            Self::Facts(before, after) => Self::Facts(after, before),
            Self::Settings(before, after) => Self::Settings(after, before),
            Self::Paragraph(at, before, after) => Self::Paragraph(at, after, before),
            Self::Reviewers(before, after) => Self::Reviewers(after, before),
            Self::Document(before, after) => Self::Document(after, before),
            Self::Versions(before, after) => Self::Versions(after, before),
            Self::Findings(before, after) => Self::Findings(after, before),
            Self::Modified(before, after) => Self::Modified(after, before),
        }
    }
}

/// All that one action changes.
#[derive(Clone, Debug, Default)]
pub struct Patch {
    /// What was done, as the list of steps has it: "Marked inconsistent".
    pub label: Cow<'static, str>,
    /// What changes, in order.
    pub changes: Vec<Change>,
}

impl Patch {
    /// The patch that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { label: self.label.clone(), changes: self.changes.iter().rev().map(Change::inverse).collect() }
    }

    /// This patch and `next`, which follows it, as one step; it keeps the label of this one.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        for change in next.changes {
            let Change::Annotation(Some(before), after) = &change else {
                self.changes.push(change);
                continue;
            };
            // A patch has one change at most for each annotation.
            let earlier = self.changes.iter_mut().find_map(|earlier| match earlier {
                Change::Annotation(_, Some(mark)) if mark.id == before.id => Some(earlier),
                _ => None,
            });
            match earlier {
                Some(Change::Annotation(_, last)) => last.clone_from(after),
                _ => self.changes.push(change),
            }
        }
        self.changes.retain(|change| !matches!(change, Change::Annotation(None, None)));
        self
    }
}

impl Session {
    /// The session after `patch`. Costs one copy of the list of annotations.
    #[must_use]
    pub fn apply(&self, patch: &Patch) -> Self {
        let mut session = self.change(patch);
        let read_anew = patch.changes.iter().any(|change| matches!(change, Change::Findings(..)));
        if !read_anew && session.must_be_read_again_after(self) {
            session.findings = proposals::read(&session.document, session.facts.published);
        }
        session
    }

    fn must_be_read_again_after(&self, before: &Self) -> bool {
        !Rc::ptr_eq(&self.document, &before.document) || self.facts.published != before.facts.published
    }

    /// The session after `patch`, with findings only as far as the patch has them.
    pub(super) fn change(&self, patch: &Patch) -> Self {
        let mut session = self.clone();
        for change in &patch.changes {
            session.change_rest(change);
        }
        session.change_annotations(patch);
        session
    }

    /// Does `change`, unless it is one of an annotation.
    pub(crate) fn change_rest(&mut self, change: &Change) {
        match change {
            Change::Annotation(..) => {}
            Change::Link(at, before, after) => exchange(&mut self.links, *at, before.as_ref(), after.as_ref()),
            Change::Evidence(at, before, after) => {
                exchange(&mut self.evidence, *at, before.as_ref(), after.as_ref());
            }
            Change::Lead(at, before, after) => exchange(&mut self.leads, *at, before.as_ref(), after.as_ref()),
            Change::Facts(_, after) => self.facts = Rc::clone(after),
            Change::Settings(_, after) => self.settings = Rc::clone(after),
            Change::Paragraph(at, _, after) => Rc::make_mut(&mut self.document).set_paragraph_type(*at, *after),
            Change::Reviewers(_, after) => self.reviewers.clone_from(after),
            Change::Document(_, after) => self.document = Rc::clone(after),
            Change::Versions(_, after) => self.versions = Rc::clone(after),
            Change::Findings(_, after) => self.findings = Rc::clone(after),
            Change::Modified(_, after) => self.modified = *after,
        }
    }

    fn change_annotations(&mut self, patch: &Patch) {
        let before = Rc::clone(&self.annotations);
        let mut list: Vec<Option<&Rc<Annotation>>> = before.iter().map(Some).collect();
        let (mut new, mut changed, mut moved) = (Vec::new(), false, false);
        for change in &patch.changes {
            let Change::Annotation(before, after) = change else { continue };
            changed = true;
            let place = before.as_ref().and_then(|before| self.place_of(&before.id));
            let slot = place.and_then(|place| list.get_mut(place));
            let stays =
                before.as_ref().zip(after.as_ref()).is_some_and(|(before, after)| before.order() == after.order());
            match slot {
                Some(slot) if stays => *slot = after.as_ref(),
                slot => {
                    moved = true;
                    if let Some(slot) = slot {
                        *slot = None;
                    }
                    new.extend(after);
                }
            }
        }
        if !changed {
            return;
        }
        let list = list.into_iter().flatten().chain(new).cloned().collect();
        if moved {
            self.annotations = sorted(list);
            self.index = Rc::default();
        } else {
            self.annotations = Rc::new(list);
        }
    }
}

/// Adds, removes or replaces one entry of a shared list.
fn exchange<T>(list: &mut Rc<Vec<Rc<T>>>, at: usize, before: Option<&Rc<T>>, after: Option<&Rc<T>>) {
    let list = Rc::make_mut(list);
    if before.is_some() && at < list.len() {
        list.remove(at);
    }
    if let Some(after) = after {
        list.insert(at.min(list.len()), Rc::clone(after));
    }
}
