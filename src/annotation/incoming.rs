//! What a file brings into an open article, and how the two become one: nothing of either is lost.

use std::collections::HashMap;
use std::rc::Rc;

use super::{
    Annotation, AnnotationId, Change, Citation, Decision, Evidence, EvidenceId, Kind, Link, LinkId, Reviewer, Session,
    Status,
};
use crate::text::TextRange;

/// What a file brings into an open article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// Marks, each with its place in the open text.
    pub annotations: Vec<Annotation>,
    /// Links between them.
    pub links: Vec<Rc<Link>>,
    /// Sources.
    pub evidence: Vec<Rc<Evidence>>,
    /// Who worked on it.
    pub reviewers: Vec<Reviewer>,
}

impl Incoming {
    /// What changes when it comes into `session`. A mark is the same as another with its id, or with its place and kind;
    /// one that nobody touched gives way to one that somebody did; two that were touched keep every decision, both notes
    /// and all sources.
    pub(super) fn changes(&self, session: &Session) -> Vec<Change> {
        let (sources, mut changes) = self.sources(session);
        let mut ids: Vec<AnnotationId> = Vec::new();
        let mut merged: Vec<(Option<&Rc<Annotation>>, Annotation)> = Vec::new();
        let mut numbers: HashMap<AnnotationId, usize> = HashMap::new();
        let mut coming_numbers = numbers.clone();
        for (number, coming) in self.annotations.iter().enumerate() {
            coming_numbers.insert(coming.id.clone(), number);
        }
        // Sorted, so that two incoming marks of one passage are one as well.
        let mut places: Vec<((TextRange, Kind), AnnotationId)> = Vec::new();
        for coming in &self.annotations {
            let mut coming_mark = coming.clone();
            for citation in &mut coming_mark.evidence {
                if let Some((_, id)) = sources.iter().rev().find(|(theirs, _)| *theirs == citation.evidence) {
                    citation.evidence = Rc::clone(id);
                }
            }
            // A mark that has lost its words has no place.
            let place = Some((coming.range, coming.kind())).filter(|(range, _)| !range.is_empty());
            // Nor has one here the place that it leaves, should it come along from another.
            let stays = |here: &&Rc<Annotation>| {
                let itself = coming_numbers.get(&here.id).and_then(|number| self.annotations.get(*number));
                itself.is_none_or(|itself| Some((itself.range, itself.kind())) == place)
            };
            let marked = || place.and_then(|(range, kind)| session.marked(kind, range)).filter(stays);
            let there = session.annotation(&coming.id).or_else(marked);
            let mut id = there.map_or(&coming.id, |there| &there.id).clone();
            if let Some(place) = place {
                let at = places.partition_point(|(other, _)| *other < place);
                match places.get(at) {
                    Some((other, first)) if *other == place => id = first.clone(),
                    _ => places.insert(at, (place, id.clone())),
                }
            }
            ids.push(id.clone());
            if let Some((_, so_far)) = numbers.get(&id).and_then(|number| merged.get_mut(*number)) {
                *so_far = merge(so_far, coming_mark);
                continue;
            }
            let after = match there {
                Some(there) => merge(there, coming_mark),
                None => coming_mark,
            };
            numbers.insert(id, merged.len());
            merged.push((there, after));
        }
        for (before, after) in merged {
            if before.map(|before| &**before) != Some(&after) {
                changes.push(Change::Annotation(before.cloned(), Some(Rc::new(after))));
            }
        }
        // The id that a mark has once everything is in.
        let end = |id: &AnnotationId| {
            let here = coming_numbers.get(id).and_then(|number| ids.get(*number)).unwrap_or(id);
            (session.annotation(here).is_some() || numbers.contains_key(here)).then(|| here.clone())
        };
        self.new_links(session, &end, &mut changes);
        changes
    }

    /// The reviewers of both.
    pub(super) fn reviewers(&self, reviewers: &mut Vec<Reviewer>) {
        for coming in &self.reviewers {
            match reviewers.iter_mut().find(|reviewer| reviewer.id == coming.id) {
                Some(reviewer) if reviewer.name.is_empty() => reviewer.name.clone_from(&coming.name),
                Some(_) => {}
                None => reviewers.push(coming.clone()),
            }
        }
    }

    /// The id of each incoming source with the one that it has here, and the sources that are new.
    fn sources(&self, session: &Session) -> (Vec<(EvidenceId, EvidenceId)>, Vec<Change>) {
        let (mut ids, mut changes) = (Vec::new(), Vec::new());
        let mut all: Vec<Rc<Evidence>> = session.evidence.iter().cloned().collect();
        for coming in &self.evidence {
            let mut new = Evidence::clone(coming);
            let same = all.iter().find(|other| {
                new.id = Rc::clone(&other.id);
                new == ***other
            });
            if let Some(same) = same {
                ids.push((Rc::clone(&coming.id), Rc::clone(&same.id)));
                continue;
            }
            let mut id = Rc::clone(&coming.id);
            let mut number = all.len();
            while all.iter().any(|other| other.id == id) {
                number += 1;
                id = format!("e{number}").into();
            }
            new.id = Rc::clone(&id);
            let new = Rc::new(new);
            ids.push((Rc::clone(&coming.id), id));
            changes.push(Change::Evidence(all.len(), None, Some(Rc::clone(&new))));
            all.push(new);
        }
        (ids, changes)
    }

    /// The links that are not there yet and whose ends came along or were there.
    fn new_links(
        &self,
        session: &Session,
        end: &dyn Fn(&AnnotationId) -> Option<AnnotationId>,
        changes: &mut Vec<Change>,
    ) {
        let is_there = |link: &Link| {
            session.links.iter().any(|other| {
                other.id == link.id
                    || other.relation == link.relation
                        && (other.from == link.from && other.to == link.to
                            || other.from == link.to && other.to == link.from)
            })
        };
        let mut seen: Vec<LinkId> = Vec::new();
        for coming in &self.links {
            let (Some(from), Some(to)) = (end(&coming.from), end(&coming.to)) else { continue };
            let link = Link { from, to, ..Link::clone(coming) };
            if link.from != link.to && !is_there(&link) && !seen.contains(&link.id) {
                let place = session.links.len() + seen.len();
                seen.push(link.id.clone());
                changes.push(Change::Link(place, None, Some(Rc::new(link))));
            }
        }
    }
}

/// Two marks of one passage as one; it keeps the id of `here`.
fn merge(here: &Annotation, coming: Annotation) -> Annotation {
    if coming.status == Status::Proposed {
        return here.clone();
    }
    if here.status == Status::Proposed {
        return Annotation { id: here.id.clone(), ..coming };
    }
    let mut both = here.clone();
    if coming.status == Status::Kept {
        both.status = Status::Kept;
    }
    if !coming.note.is_empty() && !both.note.contains(&coming.note) {
        if !both.note.is_empty() {
            both.note.push('\n');
        }
        both.note.push_str(&coming.note);
    }
    both.decisions = decisions(&here.decisions, &coming.decisions);
    let new = |citation: &Citation| here.evidence.iter().all(|other| other.evidence != citation.evidence);
    both.evidence.extend(coming.evidence.into_iter().filter(new));
    both
}

/// All decisions of both, oldest first; those without a time come first.
fn decisions(here: &[Decision], coming: &[Decision]) -> Vec<Decision> {
    let mut all: Vec<Decision> = Vec::new();
    let new = coming.iter().filter(|decision| !here.contains(decision));
    for decision in here.iter().chain(new) {
        let place = all.partition_point(|other| other.at <= decision.at);
        all.insert(place, decision.clone());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::sample::{after, entry, session};
    use super::super::{Action, Entry, Stance, Verdict};
    use super::*;

    fn incoming(session: &Session) -> Incoming {
        Incoming {
            annotations: session.annotations.iter().map(|mark| Annotation::clone(mark)).collect(),
            links: session.links.iter().cloned().collect(),
            evidence: session.evidence.iter().cloned().collect(),
            reviewers: session.reviewers.clone(),
        }
    }

    fn decided(session: &Session, by: &str, verdict: Verdict, seconds: i64) -> Session {
        let id = session.annotations[0].id.clone();
        let at = super::super::sample::moment(seconds);
        let entry = Entry { at, by: Some(by.into()), action: Action::SetVerdict(id, verdict) };
        session.apply(&session.reduce(&entry).unwrap())
    }

    #[test]
    fn what_comes_back_changes_nothing() {
        let done = decided(&session(), "a", Verdict::Verified, 1);
        let patch = done.reduce(&entry(Action::Import(Box::new(incoming(&done))))).unwrap();
        assert!(patch.changes.is_empty(), "{:?}", patch.changes);
    }

    #[test]
    fn every_decision_of_two_reviewers_is_kept() {
        let start = session();
        let (a, b) = (decided(&start, "a", Verdict::Verified, 5), decided(&start, "b", Verdict::Unclear, 2));
        let both = after(&a, Action::Import(Box::new(incoming(&b))));
        let mark = &both.annotations[0];
        let said: Vec<_> = mark.decisions.iter().map(|decision| decision.verdict).collect();
        assert_eq!(said, [Verdict::Unclear, Verdict::Verified]);
        assert!(["a", "b"].iter().all(|id| both.reviewers.iter().any(|reviewer| reviewer.id.as_str() == *id)));
        let onto_untouched = after(&start, Action::Import(Box::new(incoming(&b))));
        assert_eq!(onto_untouched.annotations[0].verdict(), Verdict::Unclear);
    }

    #[test]
    fn a_mark_in_the_place_that_another_left_does_not_become_that_one() {
        let start = session();
        let moved = Annotation::clone(&start.annotations[0]);
        let range = TextRange::new(moved.range.start, moved.range.end + 3);
        let mut file = incoming(&start);
        file.annotations = vec![
            Annotation { id: "c-new".into(), status: Status::Kept, ..moved.clone() },
            Annotation { range, status: Status::Kept, ..moved.clone() },
        ];
        let both = after(&start, Action::Import(Box::new(file)));
        assert_eq!(both.annotation(&moved.id).unwrap().range, range);
        assert_eq!(both.annotation(&"c-new".into()).unwrap().range, moved.range);
    }

    #[test]
    fn two_sources_with_one_id_stay_two() {
        let start = session();
        let with = |title: &str| {
            let source = Evidence { id: "e1".into(), title: title.to_owned(), ..Evidence::default() };
            let put = after(&start, Action::PutEvidence(source));
            let citation = Citation { evidence: "e1".into(), stance: Stance::Supports };
            after(&put, Action::Cite(start.annotations[0].id.clone(), citation))
        };
        let both = after(&with("one"), Action::Import(Box::new(incoming(&with("two")))));
        assert_eq!(both.evidence.len(), 2);
        let cited: Vec<_> = both.annotations[0].evidence.iter().map(|citation| &*citation.evidence).collect();
        assert_eq!(cited, ["e1", "e2"]);
    }
}
