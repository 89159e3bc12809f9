//! What an action changes: the one way in which a session becomes another.

mod article;
mod joining;

use std::rc::Rc;

use chrono::SubsecRound;

use super::{
    Action, ActionError, Annotation, AnnotationId, Change, Decision, EditedField, Entry, Origin, Patch, Reviewer,
    ReviewerId, Session, Settings, Status, Timestamp, Verdict, new_version,
};
use crate::detect::{Detail, Detection};
use crate::text::{Document, TextRange};

impl Session {
    /// What `entry` changes, without changing anything. Empty where everything is as it should be already.
    ///
    /// # Errors
    /// Where the action names something that is not there, or asks for what cannot be.
    pub fn reduce(&self, entry: &Entry) -> Result<Patch, ActionError> {
        self.reduce_one(entry.at, entry.by.as_ref(), &entry.action)
    }

    /// The same of `action` at `at` by `by`.
    ///
    /// # Errors
    /// As [`Session::reduce`].
    pub fn reduce_one(&self, at: Timestamp, by: Option<&ReviewerId>, action: &Action) -> Result<Patch, ActionError> {
        let mut draft = Draft {
            session: self,
            by: by.cloned(),
            at: at.trunc_subsecs(0),
            changes: Vec::new(),
            reviewers: self.reviewers.clone(),
        };
        draft.act(action)?;
        Ok(Patch { label: action.label(), changes: draft.finish() })
    }

    /// What `actions`, one after the other, change in one step, which is called as the last of them.
    ///
    /// # Errors
    /// As [`Session::reduce`], for any of them.
    pub fn reduce_all(
        &self,
        at: Timestamp,
        by: &ReviewerId,
        actions: impl IntoIterator<Item = Action>,
    ) -> Result<Patch, ActionError> {
        let (mut session, mut whole) = (self.clone(), Patch::default());
        for action in actions {
            let patch = session.reduce_one(at, Some(by), &action)?;
            session = session.change(&patch);
            let label = patch.label.clone();
            whole = Patch { label, ..whole.then(patch) };
        }
        Ok(whole)
    }
}

type Done = Result<(), ActionError>;

/// The changes of one action.
struct Draft<'a> {
    session: &'a Session,
    by: Option<ReviewerId>,
    at: Timestamp,
    changes: Vec<Change>,
    reviewers: Vec<Reviewer>,
}

impl Draft<'_> {
    fn act(&mut self, action: &Action) -> Done {
        match action {
            Action::SetVerdict(id, verdict) => self.decide(id, *verdict),
            Action::SetVerdicts(ids, verdict) => self.decide_all(ids, *verdict),
            Action::Settle(ids, verdict) => {
                let decision = Decision { verdict: *verdict, by: self.by.clone(), at: Some(self.at) };
                ids.iter().try_for_each(|id| self.touch(id, &mut |mark| mark.decisions.push(decision.clone())))
            }
            Action::Dismiss(id) => self.dismiss(id),
            Action::Restore(id) => self.edit(id, &mut |mark| {
                if mark.status == Status::Dismissed {
                    mark.status = if is_untouched(mark) { Status::Proposed } else { Status::Kept };
                }
            }),
            Action::Mark { id, detection } => self.mark(id, detection),
            Action::SetRange(id, range) => self.set_range(id, *range),
            Action::SetDetail(id, detail) => self.set_detail(id, detail),
            Action::SetNote(id, note) => self.touch(id, &mut |mark| mark.note.clone_from(note)),
            Action::PutEvidence(evidence) => self.put_evidence(evidence),
            Action::RemoveEvidence(id) => self.remove_evidence(id),
            Action::Cite(id, citation) => self.cite(id, citation),
            Action::Uncite(id, evidence) => {
                self.edit(id, &mut |mark| mark.evidence.retain(|citation| citation.evidence != *evidence))
            }
            Action::Link { id, relation, from, to } => self.link(id, *relation, from, to),
            Action::SetLinkNote(id, note) => self.edit_link(id, |link| link.note.clone_from(note)),
            Action::Unlink(id) => {
                let place = self.place_of_link(id)?;
                self.unlink(|other| other == place);
                Ok(())
            }
            Action::SetFacts(facts) => self.set_facts(facts),
            Action::SetClaimShare(share) if *share > 100 => Err(ActionError::NoShare(*share)),
            Action::SetClaimShare(share) => {
                self.set_settings(Settings { claim_share: *share, ..(*self.session.settings).clone() });
                Ok(())
            }
            Action::SetLayers(layers) => {
                self.set_settings(Settings { layers: layers.clone(), ..(*self.session.settings).clone() });
                Ok(())
            }
            Action::SetParagraphType(index, kind) => self.set_paragraph_type(*index, *kind),
            Action::SetLeads(leads) => {
                for passage in leads.iter().flat_map(|lead| &lead.passages) {
                    self.words(*passage)?;
                }
                self.set_leads(leads);
                Ok(())
            }
            Action::SetLeadStatus(index, status) => self.set_lead_status(*index, *status),
            Action::ReplaceText(new) if new.document.text().trim().is_empty() => {
                Err(ActionError::NoWords(TextRange::default()))
            }
            Action::ReplaceText(new) => {
                self.changes.extend(new_version::changes(self.session, new, self.at));
                Ok(())
            }
            Action::ConfirmPlace(id) => self.edit(id, &mut Annotation::confirm_place),
            Action::Import(incoming) => {
                self.changes.extend(incoming.changes(self.session));
                incoming.reviewers(&mut self.reviewers);
                Ok(())
            }
            Action::SetReviewer(reviewer) => {
                match self.reviewers.iter_mut().find(|other| other.id == reviewer.id) {
                    Some(other) => other.name.clone_from(&reviewer.name),
                    None => self.reviewers.push(reviewer.clone()),
                }
                Ok(())
            }
        }
    }

    /// Whoever did something is among the reviewers, and the session has changed now.
    fn finish(mut self) -> Vec<Change> {
        if let (Some(by), false) = (&self.by, self.changes.is_empty())
            && self.reviewers.iter().all(|reviewer| reviewer.id != *by)
        {
            self.reviewers.push(Reviewer { id: by.clone(), name: String::new() });
        }
        if self.reviewers != self.session.reviewers {
            self.changes.push(Change::Reviewers(self.session.reviewers.clone(), self.reviewers));
        }
        if !self.changes.is_empty() && self.session.modified != Some(self.at) {
            self.changes.push(Change::Modified(self.session.modified, Some(self.at)));
        }
        self.changes
    }

    fn find(&self, id: &AnnotationId) -> Result<Rc<Annotation>, ActionError> {
        self.session.annotation(id).cloned().ok_or_else(|| ActionError::NoAnnotation(id.clone()))
    }

    /// Changes one annotation; no change is no change.
    fn edit(&mut self, id: &AnnotationId, change: &mut dyn FnMut(&mut Annotation)) -> Done {
        let before = self.find(id)?;
        let mut after = (*before).clone();
        change(&mut after);
        if after != *before {
            self.changes.push(Change::Annotation(Some(before), Some(Rc::new(after))));
        }
        Ok(())
    }

    /// Changes one annotation, which is then kept.
    fn touch(&mut self, id: &AnnotationId, change: &mut dyn FnMut(&mut Annotation)) -> Done {
        self.edit(id, &mut |mark| {
            let before = mark.clone();
            change(mark);
            if *mark != before {
                mark.status = Status::Kept;
            }
        })
    }

    fn decide(&mut self, id: &AnnotationId, verdict: Verdict) -> Done {
        let decision = Decision { verdict, by: self.by.clone(), at: Some(self.at) };
        self.touch(id, &mut |mark| {
            let says_so = match mark.decisions.last() {
                Some(last) => last.verdict == verdict && (last.by == decision.by || verdict == Verdict::Unchecked),
                None => verdict == Verdict::Unchecked,
            };
            if !says_so {
                mark.decisions.push(decision.clone());
            }
        })
    }

    fn decide_all(&mut self, ids: &[AnnotationId], verdict: Verdict) -> Done {
        let mut ids: Vec<_> = ids.iter().collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().try_for_each(|id| self.decide(id, verdict))
    }

    /// A proposal stays and is remembered as dismissed; a mark made by hand goes. Links to either go.
    fn dismiss(&mut self, id: &AnnotationId) -> Done {
        let mark = self.find(id)?;
        let links = Rc::clone(&self.session.links);
        self.unlink(|place| links.get(place).is_some_and(|link| link.from == *id || link.to == *id));
        if mark.origin == Origin::Manual {
            self.changes.push(Change::Annotation(Some(mark), None));
            return Ok(());
        }
        self.edit(id, &mut |mark| mark.status = Status::Dismissed)
    }

    fn mark(&mut self, id: &AnnotationId, detection: &Detection) -> Done {
        let range = self.words(detection.range)?;
        if let Some(there) = self.session.marked(detection.kind(), range) {
            return if there.status == Status::Dismissed {
                let id = there.id.clone();
                self.edit(&id, &mut |mark| mark.status = Status::Kept)
            } else {
                Ok(())
            };
        }
        if self.session.annotation(id).is_some() {
            return Err(ActionError::IdInUse(id.to_string()));
        }
        let mut mark = Annotation::by_hand(detection.clone(), self.session.document.text());
        mark.id = id.clone();
        self.changes.push(Change::Annotation(None, Some(Rc::new(mark))));
        Ok(())
    }

    fn set_range(&mut self, id: &AnnotationId, range: TextRange) -> Done {
        let range = self.words(range)?;
        let mark = self.find(id)?;
        self.is_free(mark.kind(), range, id)?;
        let document = Rc::clone(&self.session.document);
        self.touch(id, &mut |mark| {
            if mark.range != range {
                mark.range = range;
                mark.confirm_place();
                fit(&mut mark.detail, range, &document);
                note_edit(mark, EditedField::Target);
            }
        })
    }

    fn set_detail(&mut self, id: &AnnotationId, detail: &Detail) -> Done {
        let mark = self.find(id)?;
        self.is_free(detail.kind(), mark.range, id)?;
        self.touch(id, &mut |mark| {
            if mark.detail != *detail {
                note_edit(mark, if mark.kind() == detail.kind() { EditedField::Detail } else { EditedField::Kind });
                mark.detail = detail.clone();
            }
        })
    }

    /// `range`, where it holds words of the text.
    fn words(&self, range: TextRange) -> Result<TextRange, ActionError> {
        if range.of(self.session.document.text()).trim().is_empty() {
            Err(ActionError::NoWords(range))
        } else {
            Ok(range)
        }
    }

    fn is_free(&self, kind: super::Kind, range: TextRange, id: &AnnotationId) -> Done {
        match self.session.marked(kind, range) {
            Some(other) if other.id != *id => Err(ActionError::AlreadyMarked(other.id.clone())),
            _ => Ok(()),
        }
    }
}

fn note_edit(mark: &mut Annotation, field: EditedField) {
    if mark.origin == Origin::Detected && !mark.edited.contains(&field) {
        mark.edited.push(field);
    }
}

/// Whether nothing of the person's is on a dismissed mark, so that it goes back to being a proposal.
fn is_untouched(mark: &Annotation) -> bool {
    mark.origin == Origin::Detected
        && mark.edited.is_empty()
        && mark.note.is_empty()
        && mark.decisions.is_empty()
        && mark.evidence.is_empty()
}

/// Makes what a mark was read as fit its new edges.
fn fit(detail: &mut Detail, range: TextRange, document: &Document) {
    match detail {
        Detail::Claim(claim) => {
            if let Some(sentence) = document.sentence_at(range.start) {
                claim.sentence = sentence.range.cover(range);
            }
        }
        Detail::Date(_) => {}
        Detail::Quote(quote) => {
            quote.parts.retain(|part| part.overlaps(range));
            if let Some(first) = quote.parts.first_mut() {
                first.start = range.start;
            }
            if let Some(last) = quote.parts.last_mut() {
                last.end = range.end;
            }
            if quote.parts.is_empty() {
                quote.parts.push(range);
            }
            quote.content = without_marks(range, document.text());
            quote.insertions.retain(|insertion| range.covers(*insertion));
        }
    }
}

/// `range` without the quotation marks at its ends.
fn without_marks(range: TextRange, text: &str) -> TextRange {
    const MARKS: &[char] = &['"', '“', '”', '„', '‘', '’', '\'', '«', '»', '‹', '›'];
    let words = range.of(text);
    let head = words.len() - words.trim_start_matches(MARKS).len();
    let inner = words.trim_matches(MARKS).len();
    let offset = |bytes: usize| range.start.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
    if inner == 0 { range } else { TextRange::new(offset(head), offset(head + inner)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{TEXT, after, at, claim, date, entry, session};
    use crate::annotation::{ArticleFacts, Citation, Evidence, Kind, Lead, LeadStatus, Relation, Stance};

    fn id(session: &Session, words: &str) -> AnnotationId {
        let range = at(TEXT, words);
        session.annotations.iter().find(|mark| mark.range == range).unwrap().id.clone()
    }

    fn verdict(session: &Session, id: &AnnotationId) -> Verdict {
        session.annotation(id).unwrap().verdict()
    }

    #[test]
    fn a_verdict_keeps_the_mark_and_its_author() {
        let start = session();
        let july = id(&start, "July");
        let end = after(&start, Action::SetVerdict(july.clone(), Verdict::Verified));
        let mark = end.annotation(&july).unwrap();
        assert_eq!((mark.verdict(), mark.status), (Verdict::Verified, Status::Kept));
        assert_eq!(mark.decisions[0].at.unwrap().timestamp_subsec_nanos(), 0);
        assert_eq!(end.reviewers.len(), 1);
        assert!(end.modified.is_some());
        assert!(end.reduce(&entry(Action::SetVerdict(july, Verdict::Verified))).unwrap().changes.is_empty());
    }

    #[test]
    fn several_actions_are_one_step() {
        let start = session();
        let july = id(&start, "July");
        let ferries = at(TEXT, "Two ferries");
        let actions = [
            Action::Mark { id: "m".into(), detection: claim(ferries, 0.5) },
            Action::SetNote(july.clone(), "?".to_owned()),
            Action::Link { id: "l".into(), relation: Relation::Contradicts, from: "m".into(), to: july.clone() },
        ];
        let Entry { at, by, .. } = entry(Action::Dismiss(july.clone()));
        let patch = start.reduce_all(at, &by.unwrap(), actions.clone()).unwrap();
        let once = start.apply(&patch);
        let one_by_one = actions.into_iter().fold(start.clone(), |session, action| after(&session, action));
        assert_eq!(crate::annotation::sample::whole(&once), crate::annotation::sample::whole(&one_by_one));
        assert_eq!(patch.label, "Linked as contradicting");
        let back = once.apply(&patch.inverse());
        assert_eq!(back.annotations, start.annotations);
        assert!(back.links.is_empty());
    }

    #[test]
    fn two_reviewers_may_say_the_same() {
        let start = session();
        let july = id(&start, "July");
        let once = after(&start, Action::SetVerdict(july.clone(), Verdict::Verified));
        let action = Action::SetVerdict(july.clone(), Verdict::Verified);
        let patch = once.reduce(&Entry { by: Some("other".into()), ..entry(action) }).unwrap();
        assert_eq!(once.apply(&patch).annotation(&july).unwrap().decisions.len(), 2);
    }

    #[test]
    fn a_contradiction_makes_both_inconsistent_in_one_step() {
        let start = session();
        let (july, june) = (id(&start, "July"), id(&start, "June 8"));
        let link =
            Action::Link { id: "l".into(), relation: Relation::Contradicts, from: july.clone(), to: june.clone() };
        let end = after(&start, link.clone());
        assert_eq!([verdict(&end, &july), verdict(&end, &june)], [Verdict::Inconsistent; 2]);
        assert_eq!(end.links.len(), 1);
        assert!(end.reduce(&entry(link)).unwrap().changes.is_empty());
        let itself = Action::Link { id: "m".into(), relation: Relation::Supports, from: july.clone(), to: july };
        assert_eq!(start.reduce(&entry(itself)).unwrap_err(), ActionError::SamePassage);
    }

    #[test]
    fn a_dismissed_proposal_stays_dismissed_when_the_article_is_read_again() {
        let start = session();
        let july = id(&start, "July");
        let gone = after(&start, Action::Dismiss(july.clone()));
        let facts = ArticleFacts { published: None, ..(*gone.facts).clone() };
        let end = after(&gone, Action::SetFacts(facts));
        assert_eq!(end.annotation(&july).unwrap().status, Status::Dismissed);
        let back = after(&gone, Action::Restore(july.clone()));
        assert_eq!(back.annotation(&july).unwrap().status, Status::Proposed);
    }

    #[test]
    fn a_mark_made_by_hand_goes_with_its_links() {
        let start = session();
        let ferries = at(TEXT, "Two ferries");
        let marked = after(&start, Action::Mark { id: "m".into(), detection: claim(ferries, 0.5) });
        let mark = marked.annotation(&"m".into()).unwrap();
        assert_eq!((mark.origin, mark.confidence), (Origin::Manual, None));
        let link =
            Action::Link { id: "l".into(), relation: Relation::SameEvent, from: "m".into(), to: id(&start, "July") };
        let linked = after(&marked, link);
        let end = after(&linked, Action::Dismiss("m".into()));
        assert!(end.annotation(&"m".into()).is_none() && end.links.is_empty());
    }

    #[test]
    fn the_same_words_are_not_marked_twice() {
        let start = session();
        let again = Action::Mark { id: "m".into(), detection: date(at(TEXT, "July"), "2018-07") };
        assert!(start.reduce(&entry(again.clone())).unwrap().changes.is_empty());
        let gone = after(&start, Action::Dismiss(id(&start, "July")));
        let end = after(&gone, again);
        assert_eq!(end.annotations.len(), start.annotations.len());
        assert_eq!(end.annotation(&id(&start, "July")).unwrap().status, Status::Kept);
        let taken = end.reduce(&entry(Action::SetRange(id(&start, "June 8"), at(TEXT, "July"))));
        assert!(matches!(taken, Err(ActionError::AlreadyMarked(_))));
    }

    #[test]
    fn nothing_is_marked_where_there_are_no_words() {
        for range in [TextRange::new(5, 5), TextRange::new(0, 9999), TextRange::new(7, 8), at(TEXT, "\r\n\r\n")] {
            let mark = Action::Mark { id: "m".into(), detection: claim(range, 0.5) };
            assert_eq!(session().reduce(&entry(mark)).unwrap_err(), ActionError::NoWords(range));
        }
    }

    #[test]
    fn a_source_goes_with_its_citations() {
        let start = session();
        let july = id(&start, "July");
        let source = Evidence { id: "e1".into(), title: "Readout".to_owned(), ..Evidence::default() };
        let with = after(&start, Action::PutEvidence(source));
        let cited =
            after(&with, Action::Cite(july.clone(), Citation { evidence: "e1".into(), stance: Stance::Supports }));
        assert_eq!(cited.annotation(&july).unwrap().status, Status::Kept);
        let end = after(&cited, Action::RemoveEvidence("e1".into()));
        assert!(end.evidence.is_empty() && end.annotation(&july).unwrap().evidence.is_empty());
    }

    #[test]
    fn an_address_that_runs_is_refused() {
        let evidence = Evidence { url: Some("javascript:alert(1)".to_owned()), ..Evidence::default() };
        let error = session().reduce(&entry(Action::PutEvidence(evidence))).unwrap_err();
        assert!(error.to_string().contains("http"));
    }

    #[test]
    fn a_smaller_budget_takes_only_what_nobody_touched() {
        let start = session();
        let kept = id(&start, "Two ferries sailed in July.");
        let touched = after(&start, Action::SetNote(kept.clone(), "?".to_owned()));
        let end = after(&touched, Action::SetClaimShare(0));
        assert!(end.annotation(&kept).is_some());
        assert_eq!(end.settings.claim_share, 0);
    }

    #[test]
    fn a_kept_date_offers_its_new_reading() {
        let start = session();
        let july = id(&start, "July");
        let kept = after(&start, Action::SetVerdict(july.clone(), Verdict::Verified));
        assert!(kept.stale_readings().is_empty());
        let mut findings = (*kept.findings).clone();
        findings.dates = vec![date(at(TEXT, "July"), "2019-07")];
        let stale = kept.with_findings(Rc::new(findings)).stale_readings();
        assert_eq!(stale.len(), 1);
        assert_eq!((&stale[0].0, stale[0].1.value.as_str()), (&july, "2019-07"));
    }

    #[test]
    fn a_moved_quotation_has_its_parts_inside() {
        let start = session();
        let quote = start.annotations.iter().find(|mark| mark.kind() == Kind::Quote).unwrap();
        let end = after(&start, Action::SetRange(quote.id.clone(), at(TEXT, "“and nobody came.”")));
        let mark = end.annotation(&quote.id).unwrap();
        let Detail::Quote(detail) = &mark.detail else { panic!() };
        assert_eq!(detail.parts, [mark.range]);
        assert_eq!(detail.content.of(TEXT), "and nobody came.");
        assert!(detail.insertions.is_empty());
        assert_eq!(mark.edited, [EditedField::Target]);
    }

    #[test]
    fn open_questions_go_and_answered_ones_stay() {
        let ask = |words: &str| Lead {
            rule: "late-reply".into(),
            passages: vec![at(TEXT, words)],
            question: words.to_owned(),
            status: LeadStatus::Open,
        };
        let asked = after(&session(), Action::SetLeads(vec![ask("July"), ask("June 8")]));
        let answered = after(&asked, Action::SetLeadStatus(0, LeadStatus::Dismissed));
        let end = after(&answered, Action::SetLeads(vec![ask("July"), ask("Monday")]));
        let questions: Vec<_> = end.leads.iter().map(|lead| (lead.question.as_str(), lead.status)).collect();
        assert_eq!(questions, [("July", LeadStatus::Dismissed), ("Monday", LeadStatus::Open)]);
        let nowhere = Lead { passages: vec![TextRange::new(9000, 9001)], ..ask("July") };
        assert!(session().reduce(&entry(Action::SetLeads(vec![ask("July"), nowhere]))).is_err());
    }
}
