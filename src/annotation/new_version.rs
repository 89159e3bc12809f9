//! A new version of the article: the corrected text takes the place of the old one, and everything the person has done
//! goes with it.
//!
//! What nobody touched is read again in the new text. Every other mark is carried over: where its words stand as they
//! did, it is the same mark; where they have changed or gone elsewhere, it says so until the person confirms its place;
//! where they are gone, it stays with its verdict, its note and its links, on no words, and keeps those it had.

use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::anchor::{Alignment, Anchored, Places, Quote, carry_over, carry_over_along};
use super::{
    Annotation, ArticleFacts, Change, EarlierText, EditedField, Kind, Lead, LeadStatus, Session, Status, Timestamp,
    proposals,
};
use crate::detect::{Detail, Findings};
use crate::review::leads::leads;
use crate::text::{Document, TextRange};

/// The field of a mark that was moved, in the annotation file: what it marked before.
const MOVED: &str = "moved";

/// The field of a mark whose words are gone: what it marked.
const LOST: &str = "lost";

/// A new version of an article, read: its text, and what the detectors have found in it.
#[derive(Clone, Debug)]
pub struct NewVersion {
    /// The text.
    pub document: Rc<Document>,
    /// What was found in it.
    pub findings: Rc<Findings>,
}

impl NewVersion {
    /// Reads `text` as a new version of the article of `session`, at once. A page reads it in slices instead:
    /// [`Session::as_new_version`], then a [`Run`](crate::detect::Run).
    #[must_use]
    pub fn read(session: &Session, text: &str) -> Self {
        let document = Rc::new(session.as_new_version(Document::new(text)));
        let findings = proposals::read(&document, session.facts.published);
        Self { document, findings }
    }
}

impl PartialEq for NewVersion {
    fn eq(&self, other: &Self) -> bool {
        self.document.text() == other.document.text() && self.findings == other.findings
    }
}

impl Session {
    /// `document` with the paragraph types that the person has chosen in the article of this session.
    #[must_use]
    pub fn as_new_version(&self, document: Document) -> Document {
        with_types_of(&self.document, document)
    }
}

/// What became of a mark in a new version of the article, until the person has dealt with it.
#[derive(Clone, Debug, PartialEq)]
pub enum Carried {
    /// It marks other words now, or its words stand elsewhere; `exact` is what it marked.
    Moved {
        /// The words it marked.
        exact: String,
        /// How sure the new place is, 0 to 1.
        confidence: f64,
    },
    /// Its words are gone; it marks none.
    Lost {
        /// The words it marked.
        exact: String,
    },
}

impl Annotation {
    /// What became of the mark in a new version; nothing where it is where it was, or its place is confirmed.
    #[must_use]
    pub fn carried(&self) -> Option<Carried> {
        let exact = |field: &Value| Some(field.get("exact")?.as_str()?.to_owned());
        if let Some(exact) = self.extra.get(LOST).and_then(exact) {
            return Some(Carried::Lost { exact });
        }
        let field = self.extra.get(MOVED)?;
        let confidence = field.get("confidence").and_then(Value::as_f64).unwrap_or_default();
        Some(Carried::Moved { exact: exact(field)?, confidence })
    }

    /// The mark on no words, at `place`, near which `exact` was looked for in vain; `prefix` and `suffix` stood around it.
    /// What it was read as keeps no words either.
    #[must_use]
    pub(crate) fn lost(mut self, place: u32, exact: &str, prefix: &str, suffix: &str) -> Self {
        self.range = TextRange::new(place, place);
        self.reasons.clear();
        match &mut self.detail {
            Detail::Date(_) => {}
            Detail::Claim(claim) => claim.sentence = self.range,
            Detail::Quote(quote) => {
                quote.content = self.range;
                quote.parts = vec![self.range];
                quote.insertions.clear();
                quote.cue = None;
                if let Some(source) = &mut quote.source {
                    source.range = None;
                }
            }
        }
        self.forget(MOVED);
        if !exact.is_empty() {
            self.extra.insert(LOST.to_owned(), json!({ "exact": exact, "prefix": prefix, "suffix": suffix }));
        }
        self
    }

    /// The mark on words that may be others than `exact`, which it marked.
    #[must_use]
    pub(crate) fn moved(mut self, exact: &str, confidence: f32) -> Self {
        self.forget(LOST);
        self.extra.insert(MOVED.to_owned(), json!({ "exact": exact, "confidence": hundredths(confidence) }));
        self
    }

    /// Takes a field out, and leaves the others in their order.
    fn forget(&mut self, field: &str) {
        if self.extra.contains_key(field) {
            let fields = std::mem::take(&mut self.extra);
            self.extra.extend(fields.into_iter().filter(|(key, _)| key != field));
        }
    }

    /// Confirms where the mark stands now.
    pub(super) fn confirm_place(&mut self) {
        self.forget(MOVED);
        if !self.range.is_empty() {
            self.forget(LOST);
        }
    }
}

/// What changes when `new` takes the place of the article's text.
pub(super) fn changes(session: &Session, new: &NewVersion, at: Timestamp) -> Vec<Change> {
    let old = &session.document;
    let NewVersion { document, findings } = new;
    if old.text() == document.text() {
        return Vec::new();
    }
    let mut found = proposals::marks(document, findings, &session.settings);
    let mut changes = Vec::new();
    let kept: Vec<&Rc<Annotation>> =
        session.annotations.iter().filter(|mark| mark.status != Status::Proposed).collect();
    let mut carrier = Carrier::new(old.text(), document, &kept);
    for mark in &kept {
        let after = carrier.carry(mark, &found);
        if let Some(place) = after.place_among(&found) {
            found.remove(place);
        }
        if after != ***mark {
            changes.push(Change::Annotation(Some(Rc::clone(mark)), Some(Rc::new(after))));
        }
    }

    // Proposals: those found again at the same place are the same, the others go and come.
    for proposed in &mut found {
        if session.annotation(&proposed.id).is_some_and(|mark| mark.status != Status::Proposed) {
            // A kept mark that has moved on bears the id of these words in this place.
            let id = format!("{}-{}", proposed.id, session.versions.len() + 1);
            Rc::make_mut(proposed).id = id.into();
        }
    }
    changes.extend(proposals::propose(session, found));

    let asked = leads(document, session.facts.published, findings);
    changes.extend(questions(session, document.text(), asked));
    let mut versions = (*session.versions).clone();
    versions.push(Rc::new(EarlierText { text: Rc::clone(old.text()), replaced: Some(at) }));
    changes.push(Change::Versions(Rc::clone(&session.versions), Rc::new(versions)));
    // A title that came from the text follows it.
    let title = ArticleFacts::of(document).title;
    if session.facts.title != title && session.facts.title == ArticleFacts::of(old).title {
        let facts = ArticleFacts { title, ..(*session.facts).clone() };
        changes.push(Change::Facts(Rc::clone(&session.facts), Rc::new(facts)));
    }
    changes.push(Change::Document(Rc::clone(old), Rc::clone(document)));
    changes.push(Change::Findings(Rc::clone(&session.findings), Rc::clone(findings)));
    changes
}

/// `new`, with the paragraph types that the person has chosen in `old`.
fn with_types_of(old: &Document, mut new: Document) -> Document {
    let read = Document::new(Rc::clone(old.text()));
    let chosen: Vec<_> = old
        .paragraphs()
        .iter()
        .zip(read.paragraphs())
        .filter(|(now, read)| now.kind != read.kind)
        .map(|(now, _)| (now.range, now.kind))
        .collect();
    if !chosen.is_empty() {
        let ranges: Vec<TextRange> = chosen.iter().map(|(range, _)| *range).collect();
        for (place, (_, kind)) in carry_over(old.text(), new.text(), &ranges).into_iter().zip(chosen) {
            if let Some(index) = place.range().and_then(|range| new.paragraph_at(range.start)) {
                new.set_paragraph_type(index, kind);
            }
        }
    }
    new
}

/// Carries marks over, with every range they hold.
struct Carrier<'a> {
    old: &'a str,
    document: &'a Document,
    /// What became of each range, sorted.
    placed: Vec<(TextRange, Anchored)>,
    alignment: Alignment,
    places: Option<Places<'a>>,
}

impl<'a> Carrier<'a> {
    fn new(old: &'a str, document: &'a Document, marks: &[&Rc<Annotation>]) -> Self {
        let mut ranges: Vec<TextRange> = marks.iter().flat_map(|mark| ranges_of(mark)).collect();
        ranges.sort_unstable();
        ranges.dedup();
        let alignment = Alignment::new(old, document.text());
        let anchored = carry_over_along(&alignment, old, document.text(), &ranges);
        let placed = ranges.iter().copied().zip(anchored).collect();
        Self { old, document, placed, alignment, places: None }
    }

    fn placed(&self, range: TextRange) -> Option<Anchored> {
        let at = self.placed.partition_point(|(other, _)| *other < range);
        self.placed.get(at).filter(|(other, _)| *other == range).map(|(_, place)| *place)
    }

    fn place(&self, range: TextRange) -> Option<TextRange> {
        self.placed(range)?.range()
    }

    /// The mark in the new text; `found` is what is proposed there.
    fn carry(&mut self, mark: &Annotation, found: &[Rc<Annotation>]) -> Annotation {
        let mut after = mark.clone();
        let place = if mark.range.is_empty() { self.find_lost(mark) } else { self.placed(mark.range) };
        match place.unwrap_or(Anchored::Lost) {
            Anchored::Same(range) => {
                self.move_to(&mut after, range);
                // What was to be confirmed before is so still.
            }
            Anchored::Moved { range, confidence } => {
                let exact = self.words_of(mark);
                self.move_to(&mut after, range);
                after = after.moved(&exact, confidence);
            }
            Anchored::Lost => after = self.lose(after),
        }
        let read_by_person = mark.edited.iter().any(|field| matches!(field, EditedField::Detail | EditedField::Kind));
        let found = after.place_among(found).and_then(|place| found.get(place));
        if let Some(found) = found.filter(|_| !read_by_person) {
            let same_words = mark.range.of(self.old) == after.range.of(self.document.text());
            // The same words keep the reading on which the person has decided; its parts stand where they stand now.
            if !(same_words && mark.kind() == Kind::Date) {
                after.detail = found.detail.clone();
            }
            after.reasons.clone_from(&found.reasons);
        }
        after
    }

    fn move_to(&self, mark: &mut Annotation, range: TextRange) {
        let before = mark.range;
        mark.range = range;
        let place = |part: TextRange| if part == before { Some(range) } else { self.place(part) };
        match &mut mark.detail {
            Detail::Date(_) => {}
            Detail::Claim(claim) => {
                let sentence = self.document.sentence_at(range.start).map_or(range, |sentence| sentence.range);
                claim.sentence = sentence.cover(range);
            }
            Detail::Quote(quote) => {
                quote.content = place(quote.content).unwrap_or(range);
                quote.parts = quote.parts.iter().filter_map(|part| place(*part)).collect();
                if quote.parts.is_empty() {
                    quote.parts.push(range);
                }
                quote.insertions = quote.insertions.iter().filter_map(|part| place(*part)).collect();
                if let Some(cue) = quote.cue.take() {
                    quote.cue = place(cue.range).map(|range| crate::detect::quote::Cue { range });
                }
                if let Some(source) = &mut quote.source {
                    source.range = source.range.and_then(place);
                }
            }
        }
        mark.reasons.retain_mut(|reason| match place(reason.range) {
            Some(now) => {
                reason.range = now;
                true
            }
            None => false,
        });
    }

    /// Leaves the mark without words, at the place where they stood.
    fn lose(&self, mark: Annotation) -> Annotation {
        let drifted = self.alignment.drifted(mark.range.start) as usize;
        let place = u32::try_from(self.document.text().floor_char_boundary(drifted)).unwrap_or(u32::MAX);
        // One that was lost before still has the words it marked then.
        let Quote { exact, prefix, suffix, .. } = Quote::of(self.old, mark.range, 0);
        mark.lost(place, exact, prefix, suffix)
    }

    /// Looks for the words that a mark lost in an earlier version.
    fn find_lost(&mut self, mark: &Annotation) -> Option<Anchored> {
        let lost: &Map<String, Value> = mark.extra.get(LOST)?.as_object()?;
        let field = |name: &str| lost.get(name).and_then(Value::as_str).unwrap_or_default();
        let expected = self.alignment.drifted(mark.range.start);
        let quote = Quote { exact: field("exact"), prefix: field("prefix"), suffix: field("suffix"), expected };
        let text: &'a str = self.document.text();
        let found = self.places.get_or_insert_with(|| Places::new(text)).find(&quote)?;
        Some(Anchored::Moved { range: found.range, confidence: found.confidence })
    }

    /// The words a mark stands for: those it marks, or those it lost.
    fn words_of(&self, mark: &Annotation) -> String {
        match mark.carried() {
            Some(Carried::Lost { exact }) => exact,
            _ => mark.range.of(self.old).to_owned(),
        }
    }
}

/// A mark's own range and every range in what it was read as.
fn ranges_of(mark: &Annotation) -> Vec<TextRange> {
    let mut ranges = vec![mark.range];
    if let Detail::Quote(quote) = &mark.detail {
        ranges.push(quote.content);
        ranges.extend(&quote.parts);
        ranges.extend(&quote.insertions);
        ranges.extend(quote.cue.as_ref().map(|cue| cue.range));
        ranges.extend(quote.source.as_ref().and_then(|source| source.range));
    }
    ranges.extend(mark.reasons.iter().map(|reason| reason.range));
    ranges.retain(|range| !range.is_empty());
    ranges
}

/// Open questions are asked anew; answered ones stay, their passages where they stand now.
pub(super) fn questions(session: &Session, text: &str, asked: Vec<Lead>) -> Vec<Change> {
    let answered: Vec<&Rc<Lead>> = session.leads.iter().filter(|lead| lead.status != LeadStatus::Open).collect();
    let ranges: Vec<TextRange> = answered.iter().flat_map(|lead| lead.passages.iter().copied()).collect();
    let mut places = carry_over(session.document.text(), text, &ranges).into_iter();
    let mut after: Vec<Lead> = Vec::new();
    for lead in &answered {
        let mut lead = Lead::clone(lead);
        lead.passages = places.by_ref().take(lead.passages.len()).filter_map(Anchored::range).collect();
        after.push(lead);
    }
    let answered = after.len();
    for lead in asked {
        if after.iter().take(answered).all(|other| other.rule != lead.rule || other.passages != lead.passages) {
            after.push(lead);
        }
    }
    let mut changes = Vec::new();
    for (place, lead) in session.leads.iter().enumerate().rev() {
        changes.push(Change::Lead(place, Some(Rc::clone(lead)), None));
    }
    for (place, lead) in after.into_iter().enumerate() {
        changes.push(Change::Lead(place, None, Some(Rc::new(lead))));
    }
    changes
}

fn hundredths(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Action, AnnotationId, ArticleFacts, Entry, History, Verdict};
    use crate::detect::Run;

    const OLD: &str = "Bridge closes\n\nThe council met on June 8, 2018 in the old town hall. It voted to close the bridge \
        for 14 months, the mayor said.\n\n“Nobody had asked us,” said Ana Ruiz on Monday. Work begins in July 2018.\n";

    fn session() -> Session {
        let document = Rc::new(Document::new(OLD));
        let facts = ArticleFacts { published: Some("2018-06-20".parse().unwrap()), ..ArticleFacts::of(&document) };
        let findings = Run::new(&document, facts.published).finish();
        Session::open("s", document, facts, findings)
    }

    fn entry(action: Action) -> Entry {
        Entry { at: "2026-11-22T10:00:00Z".parse().unwrap(), by: None, action }
    }

    fn id_of(session: &Session, words: &str) -> AnnotationId {
        let text = session.document.text();
        session.annotations.iter().find(|mark| mark.range.of(text) == words).unwrap().id.clone()
    }

    /// A session in which `words` are verified, then replaced by `new`; with its history.
    fn replaced(words: &str, new: &str) -> (Session, Session, AnnotationId, History) {
        let (session, mut history) = (session(), History::default());
        let id = id_of(&session, words);
        let patch = session.reduce(&entry(Action::SetVerdict(id.clone(), Verdict::Verified))).unwrap();
        let before = history.perform(&session, patch);
        let patch = before.reduce(&entry(Action::ReplaceText(NewVersion::read(&before, new)))).unwrap();
        let after = history.perform(&before, patch);
        (before, after, id, history)
    }

    fn words<'a>(session: &'a Session, id: &AnnotationId) -> &'a str {
        session.annotation(id).unwrap().range.of(session.document.text())
    }

    #[test]
    fn a_verdict_goes_with_its_words() {
        let (_, after, id, _) = replaced("June 8, 2018", &OLD.replace("The council", "Late at night the council"));
        assert_eq!(words(&after, &id), "June 8, 2018");
        let mark = after.annotation(&id).unwrap();
        assert_eq!((mark.verdict(), mark.carried()), (Verdict::Verified, None));
        assert_eq!(&*after.versions[0].text, OLD);
    }

    #[test]
    fn a_corrected_date_is_read_again_and_to_be_confirmed() {
        let (_, after, id, _) = replaced("June 8, 2018", &OLD.replace("June 8, 2018", "June 9, 2018"));
        let mark = after.annotation(&id).unwrap();
        assert_eq!(words(&after, &id), "June 9, 2018");
        assert!(matches!(mark.carried(), Some(Carried::Moved { exact, .. }) if exact == "June 8, 2018"));
        assert!(matches!(&mark.detail, Detail::Date(date) if date.value == "2018-06-09"));
        let confirmed = after.apply(&after.reduce(&entry(Action::ConfirmPlace(id.clone()))).unwrap());
        assert_eq!(confirmed.annotation(&id).unwrap().carried(), None);
    }

    #[test]
    fn a_lost_mark_keeps_its_words_and_its_verdict_and_may_come_back() {
        let cut = OLD.replace("“Nobody had asked us,” said Ana Ruiz on Monday. ", "");
        let (_, after, id, _) = replaced("“Nobody had asked us,”", &cut);
        let mark = after.annotation(&id).unwrap();
        assert!(mark.range.is_empty());
        assert_eq!(mark.verdict(), Verdict::Verified);
        assert_eq!(mark.carried(), Some(Carried::Lost { exact: "“Nobody had asked us,”".into() }));
        let again = after.apply(&after.reduce(&entry(Action::ReplaceText(NewVersion::read(&after, OLD)))).unwrap());
        assert_eq!(words(&again, &id), "“Nobody had asked us,”");
        assert!(matches!(again.annotation(&id).unwrap().carried(), Some(Carried::Moved { .. })));
    }

    #[test]
    fn undo_brings_the_old_version_back() {
        let (before, after, _, mut history) = replaced("July 2018", &OLD.replace("in July 2018", "tomorrow"));
        assert_ne!(before.document.text(), after.document.text());
        let undone = history.undo(&after).unwrap();
        assert_eq!(undone.document.text(), before.document.text());
        assert_eq!(undone.annotations, before.annotations);
        assert_eq!(undone.leads, before.leads);
        assert!(undone.versions.is_empty());
    }

    #[test]
    fn what_nobody_touched_is_read_again() {
        let (_, after, _, _) = replaced("July 2018", &OLD.replace("on Monday", "on March 3, 2018"));
        let text = after.document.text();
        assert!(after.annotations.iter().any(|mark| mark.range.of(text) == "March 3, 2018"));
        assert!(after.annotations.iter().all(|mark| mark.range.of(text) != "Monday"));
        let mut ids: Vec<_> = after.annotations.iter().map(|mark| &mark.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), after.annotations.len());
    }

    #[test]
    fn the_same_text_changes_nothing_and_an_empty_one_is_refused() {
        let session = session();
        let replace = |text: &str| session.reduce(&entry(Action::ReplaceText(NewVersion::read(&session, text))));
        assert!(replace(OLD).unwrap().changes.is_empty());
        assert!(replace(" \n").is_err());
    }
}
