//! Sources and links.

use std::rc::Rc;

use super::{Done, Draft};
use crate::annotation::is_web_address;
use crate::annotation::{
    ActionError, Annotation, AnnotationId, Change, Citation, Evidence, EvidenceId, Link, LinkId, Relation, Status,
    Verdict,
};

impl Draft<'_> {
    pub(super) fn put_evidence(&mut self, evidence: &Evidence) -> Done {
        for url in [&evidence.url, &evidence.archive_url].into_iter().flatten() {
            if !is_web_address(url) {
                return Err(ActionError::NoWebAddress(url.clone()));
            }
        }
        let list = &self.session.evidence;
        let place = list.iter().position(|other| other.id == evidence.id);
        let before = place.and_then(|place| list.get(place)).cloned();
        if before.as_deref() != Some(evidence) {
            let after = Some(Rc::new(evidence.clone()));
            self.changes.push(Change::Evidence(place.unwrap_or(list.len()), before, after));
        }
        Ok(())
    }

    pub(super) fn remove_evidence(&mut self, id: &EvidenceId) -> Done {
        let place = self.place_of_evidence(id)?;
        let cites = |mark: &&Rc<Annotation>| mark.evidence.iter().any(|citation| citation.evidence == *id);
        let citing: Vec<_> = self.session.annotations.iter().filter(cites).map(|mark| mark.id.clone()).collect();
        for mark in citing {
            self.edit(&mark, &mut |mark| mark.evidence.retain(|citation| citation.evidence != *id))?;
        }
        self.changes.push(Change::Evidence(place, self.session.evidence.get(place).cloned(), None));
        Ok(())
    }

    pub(super) fn place_of_evidence(&self, id: &EvidenceId) -> Result<usize, ActionError> {
        let found = self.session.evidence.iter().position(|evidence| evidence.id == *id);
        found.ok_or_else(|| ActionError::NoEvidence(Rc::clone(id)))
    }

    pub(super) fn cite(&mut self, id: &AnnotationId, citation: &Citation) -> Done {
        self.place_of_evidence(&citation.evidence)?;
        self.touch(id, &mut |mark| match mark.evidence.iter_mut().find(|other| other.evidence == citation.evidence) {
            Some(other) => other.stance = citation.stance,
            None => mark.evidence.push(citation.clone()),
        })
    }

    pub(super) fn link(&mut self, id: &LinkId, relation: Relation, from: &AnnotationId, to: &AnnotationId) -> Done {
        if from == to {
            return Err(ActionError::SamePassage);
        }
        let links = &self.session.links;
        let joins = |link: &Link| {
            (link.from == *from && link.to == *to || link.from == *to && link.to == *from) && link.relation == relation
        };
        let there = links.iter().any(|link| joins(link));
        if !there && links.iter().any(|link| link.id == *id) {
            return Err(ActionError::IdInUse(id.to_string()));
        }
        for end in [from, to] {
            if relation == Relation::Contradicts {
                self.decide(end, Verdict::Inconsistent)?;
            } else {
                self.edit(end, &mut |mark| mark.status = Status::Kept)?;
            }
        }
        if !there {
            let link = Link {
                id: id.clone(),
                relation,
                from: from.clone(),
                to: to.clone(),
                note: String::new(),
                by: self.by.clone(),
                at: Some(self.at),
                extra: serde_json::Map::new(),
            };
            self.changes.push(Change::Link(links.len(), None, Some(Rc::new(link))));
        }
        Ok(())
    }

    pub(super) fn place_of_link(&self, id: &LinkId) -> Result<usize, ActionError> {
        let found = self.session.links.iter().position(|link| link.id == *id);
        found.ok_or_else(|| ActionError::NoLink(id.clone()))
    }

    pub(super) fn edit_link(&mut self, id: &LinkId, change: impl FnOnce(&mut Link)) -> Done {
        let place = self.place_of_link(id)?;
        if let Some(before) = self.session.links.get(place) {
            let mut after = (**before).clone();
            change(&mut after);
            if after != **before {
                self.changes.push(Change::Link(place, Some(Rc::clone(before)), Some(Rc::new(after))));
            }
        }
        Ok(())
    }

    /// Takes out the links at the places that `goes` names, the last one first, so that the places before it hold.
    pub(super) fn unlink(&mut self, goes: impl Fn(usize) -> bool) {
        let links = self.session.links.iter().enumerate().rev().filter(|(place, _)| goes(*place));
        self.changes.extend(links.map(|(place, link)| Change::Link(place, Some(Rc::clone(link)), None)));
    }
}
