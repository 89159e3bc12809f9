//! What the article is compared with: its own earlier text, and the marks of another checker.

use std::rc::Rc;

use yew::AttrValue;

use super::{Bench, Side, Stamp, Tab};
use crate::annotation::anchor::{Alignment, Difference};
use crate::annotation::{
    Action, ActionError, Annotation, AnnotationId, Carried, Incoming, NewVersion, Patch, Session, Status, Verdict,
    sorted,
};
use crate::review::Agreement;
use crate::text::cut::one_line;
use crate::text::{Document, TextRange};
use crate::ui::same::Same;
use crate::ui::strings;

/// Where the text differs from the one before.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The text it is about.
    document: Rc<Document>,
    /// The changes, in text order.
    pub list: Vec<TextChange>,
}

/// A stretch in which the text differs from the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct TextChange {
    /// The words that came; empty where words only went.
    pub new: TextRange,
    /// The words that went; may be empty.
    pub old: Rc<str>,
    /// The paragraph in which the stretch begins.
    pub paragraph: usize,
}

impl Changes {
    /// What has changed from the last text to the one of `session`; nothing where there is no earlier text.
    pub fn of(session: &Session) -> Option<Self> {
        let before = &session.versions.last()?.text;
        let document = Rc::clone(&session.document);
        let paragraphs = document.paragraphs();
        let text = document.text();
        let mut differences: Vec<Difference> = Vec::new();
        for next in Alignment::new(before, text).differences() {
            match differences.last_mut() {
                // A comma that both texts have makes no two changes of one.
                Some(last) if is_one(text, last, &next) => {
                    *last = Difference { old: last.old.cover(next.old), new: last.new.cover(next.new) };
                }
                _ => differences.push(next),
            }
        }
        let changes = differences.into_iter().map(|difference| {
            let new = difference.new;
            // Words that only went stood after the word that ends here.
            let at = if new.is_empty() { new.start.saturating_sub(1) } else { new.start };
            let paragraph = paragraphs.partition_point(|paragraph| paragraph.range.end <= at);
            TextChange {
                new,
                old: one_line(difference.old.of(before)).into(),
                paragraph: paragraph.min(paragraphs.len().saturating_sub(1)),
            }
        });
        Some(Self { list: changes.collect(), document })
    }
}

/// Whether two replacements have no word between them.
fn is_one(text: &str, a: &Difference, b: &Difference) -> bool {
    let between = text.get(a.new.end as usize..b.new.start as usize);
    [a.old, a.new, b.old, b.new].iter().all(|range| !range.is_empty())
        && between.is_some_and(|between| !between.contains(char::is_alphanumeric))
}

/// Two checkers side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The other one.
    pub who: AttrValue,
    /// What both marked, and how they agree.
    pub agreement: Agreement,
    /// The passages on which their verdicts differ, in text order.
    pub differences: Vec<Unsettled>,
    /// How the marks came in; nothing where they brought nothing new.
    import: Option<Rc<Patch>>,
}

/// A passage on which two verdicts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The person's mark, and the other's where it is another one.
    pub marks: Vec<AnnotationId>,
    /// The person's verdict, and the other's.
    pub verdicts: (Verdict, Verdict),
    /// Decisions on the first mark when both files had become one: one more settles it.
    decisions: usize,
}

impl Unsettled {
    /// Whether somebody has decided since the two were compared.
    pub fn is_settled(&self, session: &Session) -> bool {
        let mark = self.marks.first().and_then(|id| session.annotation(id));
        mark.is_none_or(|mark| mark.decisions.len() > self.decisions || mark.status == Status::Dismissed)
    }
}

/// Whether `mark` waits for the person: its place is to be confirmed, or its words are gone.
pub fn is_carried(mark: &Annotation) -> bool {
    mark.status != Status::Dismissed && mark.carried().is_some()
}

impl Bench {
    /// The other checker's marks, while they are in the session.
    pub fn comparison(&self) -> Option<&Comparison> {
        let comparison = self.comparison.as_deref()?;
        let is_in = |import: &Rc<Patch>| self.history.past().iter().any(|patch| Rc::ptr_eq(patch, import));
        comparison.import.as_ref().is_none_or(is_in).then_some(comparison)
    }

    /// What waits for the person: marks whose place is to be confirmed, lost ones, and verdicts to be settled, in text
    /// order.
    pub fn waiting(&self) -> Vec<AnnotationId> {
        let carried = self.session.annotations.iter().filter(|mark| is_carried(mark));
        let mut marks: Vec<Rc<Annotation>> = carried.cloned().collect();
        let differences = self.comparison().map(|comparison| comparison.differences.as_slice()).unwrap_or_default();
        let open = differences.iter().filter(|difference| !difference.is_settled(&self.session));
        marks.extend(open.filter_map(|difference| self.session.annotation(difference.marks.first()?)).cloned());
        let mut ids: Vec<AnnotationId> = sorted(marks).iter().map(|mark| mark.id.clone()).collect();
        ids.dedup();
        ids
    }

    /// To the next mark that waits, from the last on again to the first.
    pub fn go_waiting(&mut self) -> String {
        let waiting = self.waiting();
        let place = |id: &AnnotationId| self.session.annotation(id).map(|mark| mark.order());
        let here = self.current.as_ref().and_then(place);
        let next = waiting.iter().find(|id| here.is_none_or(|here| place(id).is_some_and(|place| place > here)));
        if let Some(next) = next.or(waiting.first()) {
            let next = next.clone();
            self.tab = Tab::Compare;
            self.select(Some(next), Side::Text);
        }
        strings::compare::waiting(waiting.len())
    }

    /// Puts a new version of the article in the place of its text.
    pub fn replace_text(&mut self, new: NewVersion, stamp: &Stamp) -> Result<Option<String>, ActionError> {
        if !self.act(&Action::ReplaceText(new), stamp)? {
            return Ok(Some(strings::compare::SAME_TEXT.to_owned()));
        }
        self.show_changes(true);
        self.tab = Tab::Compare;
        self.current = None;
        let count = |lost: bool| {
            let marks = self.session.annotations.iter().filter(|mark| is_carried(mark));
            marks.filter(|mark| mark.carried().is_some_and(|how| matches!(how, Carried::Lost { .. }) == lost)).count()
        };
        let changes = self.changes.as_ref().map_or(0, |changes| changes.list.len());
        let said = strings::compare::replaced(changes, count(false), count(true));
        self.go_waiting();
        Ok(Some(said))
    }

    /// Shows what has changed in the text, or hides it.
    pub fn show_changes(&mut self, on: bool) {
        self.changes = if on { Changes::of(&self.session).map(Same::new) } else { None };
    }

    /// The text may be another one: what points into the old one goes.
    pub(super) fn follow_text(&mut self, before: &Session) {
        if before.document.text() != self.session.document.text() {
            self.looked_at.clear();
            self.place = None;
            self.selection = None;
        }
        if self.changes.as_ref().is_some_and(|changes| !Rc::ptr_eq(&changes.document, &self.session.document)) {
            self.show_changes(true);
        }
    }

    /// The person confirms that the current mark, or the one with this id, is where it belongs.
    pub fn confirm(&mut self, id: Option<AnnotationId>, stamp: &Stamp) -> Result<Option<String>, ActionError> {
        let moved = |id: &AnnotationId| {
            self.session.annotation(id).is_some_and(|mark| matches!(mark.carried(), Some(Carried::Moved { .. })))
        };
        let Some(id) = id.or_else(|| self.current.clone()).filter(moved) else { return Ok(None) };
        self.act(&Action::ConfirmPlace(id.clone()), stamp)?;
        if self.current.is_none() || self.current.as_ref() == Some(&id) {
            self.go_waiting();
        }
        Ok(Some(strings::compare::confirmed(self.waiting().len())))
    }

    /// Puts the current mark on the selected words.
    pub fn place_here(&mut self, stamp: &Stamp) -> Result<Option<String>, ActionError> {
        let (Some(id), Some(range)) = (self.current.clone(), self.selection) else {
            return Ok(Some(strings::compare::SELECT_FIRST.to_owned()));
        };
        self.act(&Action::SetRange(id.clone(), range), stamp)?;
        self.select(Some(id), Side::Text);
        Ok(Some(strings::compare::PLACED.to_owned()))
    }

    /// Takes in the marks of a file, and compares them with those that are here.
    pub fn compare(
        &mut self,
        incoming: &Incoming,
        who: &AttrValue,
        notes: &Same<Vec<AttrValue>>,
        stamp: &Stamp,
    ) -> Result<Option<String>, ActionError> {
        let theirs: Vec<Rc<Annotation>> = incoming.annotations.iter().cloned().map(Rc::new).collect();
        let agreement = Agreement::of(&self.session.annotations, &sorted(theirs));
        let marks = incoming.annotations.len();
        let changed = self.act(&Action::Import(Box::new(incoming.clone())), stamp)?;
        let import = changed.then(|| self.history.past().last().cloned()).flatten();
        let mut differed: Vec<_> = agreement.differences().collect();
        differed.sort_by_key(|pair| self.session.place_of(&pair.left));
        let differences = differed.into_iter().map(|pair| {
            let mut marks = vec![pair.left.clone()];
            if pair.right != pair.left && !agreement.exact.contains(pair) {
                marks.push(pair.right.clone());
            }
            let decisions = self.session.annotation(&pair.left).map_or(0, |mark| mark.decisions.len());
            Unsettled { marks, verdicts: pair.verdicts, decisions }
        });
        let differences = differences.collect();
        self.comparison = Some(Same::new(Comparison { who: who.clone(), agreement, differences, import }));
        self.notes = notes.clone();
        self.tab = Tab::Compare;
        self.current = None;
        let told = strings::compare::taken_in(marks, self.waiting().len());
        self.go_waiting();
        Ok(Some(told))
    }

    /// Settles the difference on `id` with `verdict`; nothing where there is none. The decision is written down even where
    /// it is the one that stood there: it was made knowing the other.
    pub fn settle(
        &mut self,
        id: &AnnotationId,
        verdict: Verdict,
        stamp: &Stamp,
    ) -> Result<Option<String>, ActionError> {
        let open = |difference: &&Unsettled| difference.marks.contains(id) && !difference.is_settled(&self.session);
        let found = self.comparison().and_then(|comparison| comparison.differences.iter().find(open)).cloned();
        let Some(difference) = found else { return Ok(None) };
        self.act(&Action::Settle(difference.marks, verdict), stamp)?;
        self.go_waiting();
        Ok(Some(strings::compare::settled(verdict, self.waiting().len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{entry, moment};
    use crate::annotation::{ArticleFacts, Entry, History, ReviewerId};
    use crate::detect::Run;

    fn bench() -> Bench {
        let document = Rc::new(Document::new(crate::EXAMPLE));
        let facts = ArticleFacts::of(&document);
        let findings = Run::new(&document, facts.published).finish();
        let session = Session::open("s", document, facts, findings);
        crate::pace::at_once(Bench::of(Rc::new(session), Rc::new(History::default()), 0))
    }

    fn stamp(seconds: i64) -> Stamp {
        Stamp { at: moment(seconds), by: ReviewerId::from("me"), id: format!("id-{seconds}") }
    }

    fn id_of(session: &Session, words: &str) -> AnnotationId {
        let text = session.document.text();
        session.annotations.iter().find(|mark| mark.range.of(text) == words).unwrap().id.clone()
    }

    fn decide(bench: &mut Bench, words: &str, verdict: Verdict) -> AnnotationId {
        let id = id_of(&bench.session, words);
        bench.act(&Action::SetVerdict(id.clone(), verdict), &stamp(1)).unwrap();
        id
    }

    #[test]
    fn a_new_version_is_walked_confirmed_and_taken_back() {
        let mut bench = bench();
        let june = decide(&mut bench, "June 8", Verdict::Inconsistent);
        let new = crate::EXAMPLE.replacen("June 8", "July 16", 1);
        let new = NewVersion::read(&bench.session, &new);
        bench.replace_text(new, &stamp(2)).unwrap();
        let changes = bench.changes.as_ref().unwrap();
        let [change] = &changes.list[..] else { panic!("{:?}", changes.list) };
        assert_eq!((change.new.of(bench.session.document.text()), &*change.old), ("July 16", "June 8"));
        assert_eq!(bench.session.document.paragraph_at(change.new.start), Some(change.paragraph));
        assert_eq!((bench.tab, &bench.current), (Tab::Compare, &Some(june.clone())));
        bench.confirm(None, &stamp(3)).unwrap();
        assert!(bench.waiting().is_empty());
        assert_eq!(bench.session.annotation(&june).unwrap().verdict(), Verdict::Inconsistent);
        bench.undo();
        assert_eq!(bench.waiting(), [june]);
        bench.undo();
        assert_eq!(&**bench.session.document.text(), crate::EXAMPLE);
        assert!(bench.changes.is_none());
    }

    #[test]
    fn a_lost_mark_waits_until_it_is_placed_by_hand() {
        let mut bench = bench();
        let july = decide(&mut bench, "July", Verdict::Verified);
        let text = bench.session.document.text();
        let mark = bench.session.annotation(&july).unwrap();
        let sentence = bench.session.document.sentence_at(mark.range.start).unwrap().range;
        let new = NewVersion::read(&bench.session, &text.replacen(sentence.of(text), "", 1));
        bench.replace_text(new, &stamp(2)).unwrap();
        assert_eq!(bench.waiting(), std::slice::from_ref(&july));
        assert!(bench.session.annotation(&july).unwrap().range.is_empty());
        let start = u32::try_from(bench.session.document.text().find("Rukban").unwrap()).unwrap();
        bench.selection = Some(TextRange::new(start, start + 6));
        bench.place_here(&stamp(3)).unwrap();
        assert!(bench.waiting().is_empty());
        assert_eq!(bench.session.annotation(&july).unwrap().range.start, start);
    }

    #[test]
    fn two_checkers_are_settled_by_key_and_every_decision_is_kept() {
        let mut bench = bench();
        let start = (*bench.session).clone();
        let (june, july) = (id_of(&start, "June 8"), id_of(&start, "July"));
        let by_eva = |session: &Session, id: &AnnotationId, verdict: Verdict| {
            let action = Action::SetVerdict(id.clone(), verdict);
            session.apply(&session.reduce(&Entry { by: Some("eva".into()), ..entry(action) }).unwrap())
        };
        let theirs = by_eva(&by_eva(&start, &june, Verdict::Unclear), &july, Verdict::Verified);
        decide(&mut bench, "June 8", Verdict::Inconsistent);
        decide(&mut bench, "July", Verdict::Verified);
        let incoming = Incoming {
            annotations: theirs.annotations.iter().map(|mark| Annotation::clone(mark)).collect(),
            reviewers: theirs.reviewers.clone(),
            ..Incoming::default()
        };
        bench.compare(&incoming, &"Eva".into(), &Same::default(), &stamp(4)).unwrap();
        let comparison = bench.comparison().unwrap();
        assert_eq!((comparison.agreement.exact.len(), comparison.differences.len()), (2, 1));
        assert_eq!(comparison.differences[0].verdicts, (Verdict::Inconsistent, Verdict::Unclear));
        assert_eq!(bench.waiting(), std::slice::from_ref(&june));
        // The same verdict as before is a decision all the same.
        bench.settle(&june, Verdict::Inconsistent, &stamp(5)).unwrap();
        assert!(bench.waiting().is_empty());
        let by: Vec<_> =
            bench.session.annotation(&june).unwrap().decisions.iter().map(|done| done.by.clone()).collect();
        assert_eq!(by.len(), 3);
        assert!(bench.settle(&june, Verdict::Verified, &stamp(6)).unwrap().is_none(), "it is settled");
        bench.undo();
        assert_eq!(bench.waiting(), [june]);
        bench.undo();
        assert!(bench.comparison().is_none());
    }
}
