//! What marks get and what joins them: sources, and the questions that the person agrees to.

use std::rc::Rc;

use super::acting::{Outcome, said};
use super::{Bench, Drawer, Stamp};
use crate::annotation::{
    Action, AnnotationId, Citation, Evidence, EvidenceId, Kind, LeadStatus, LinkId, Relation, Session, Stance, Status,
    Verdict,
};
use crate::ui::by_hand;
use crate::ui::strings;

impl Bench {
    pub(super) fn put_evidence(&mut self, mut evidence: Evidence, at: Option<AnnotationId>, stamp: &Stamp) -> Outcome {
        if evidence.id.is_empty() {
            evidence.id = new_evidence_id(&self.session);
        }
        let id = Rc::clone(&evidence.id);
        let mut actions = vec![Action::PutEvidence(evidence)];
        if let Some(at) = at {
            let stance = match self.session.annotation(&at).map(|mark| mark.verdict()) {
                Some(Verdict::Inconsistent) => Stance::Contradicts,
                _ => Stance::Supports,
            };
            actions.push(Action::Cite(at, Citation { evidence: id, stance }));
        }
        self.act_all(actions, stamp)?;
        self.drawer = Drawer::Closed;
        said(strings::said::CITED)
    }

    /// The person says that the passages of a question do not fit: they are linked, and marked where they were not.
    pub(super) fn accept(&mut self, index: usize, stamp: &Stamp) -> Outcome {
        let Some(lead) = self.session.leads.get(index).cloned() else { return Ok(None) };
        let (mut ids, mut actions) = (Vec::new(), Vec::new());
        for (number, range) in lead.passages.iter().take(2).enumerate() {
            let marked =
                self.session.annotations.iter().find(|mark| mark.range == *range && mark.status != Status::Dismissed);
            // One that was dismissed comes back when it is marked again.
            let there = marked.or_else(|| self.session.marked(Kind::Claim, *range));
            ids.push(there.map_or_else(|| format!("{}-{number}", stamp.id).into(), |mark| mark.id.clone()));
            if let (None, Some(id)) = (marked, ids.last()) {
                let detection = by_hand::read(&self.session, Kind::Claim, *range);
                actions.push(Action::Mark { id: id.clone(), detection });
            }
        }
        if let [from, to] = ids.as_slice() {
            let id = LinkId::from(format!("l-{}", stamp.id));
            actions.push(Action::Link { id, relation: Relation::Contradicts, from: from.clone(), to: to.clone() });
        }
        actions.push(Action::SetLeadStatus(index, LeadStatus::Accepted));
        self.act_all(actions, stamp)?;
        Ok(Some(strings::said::linked(self.left())))
    }
}

fn new_evidence_id(session: &Session) -> EvidenceId {
    let highest = session.evidence.iter().filter_map(|source| source.id.strip_prefix('e')?.parse::<u32>().ok()).max();
    format!("e{}", highest.unwrap_or(0) + 1).into()
}
