//! What each command does.

use std::rc::Rc;

use super::command::{Command, Pace, Stamp, Step};
use super::{Bench, Drawer, Likes, Mode, Saving, Side, State, Tab};
use crate::annotation::span;
use crate::annotation::{Action, ActionError, HEADLINES, Kind};
use crate::review::Filter;
use crate::ui::same::Same;
use crate::ui::strings;
/// Does what `command` asks for.
pub fn carry_out(state: &mut State, command: &Command, stamp: &Stamp) {
    match command {
        Command::Dialog(dialog) => state.dialog.clone_from(dialog),
        Command::Likes(likes) => state.likes = likes.clone(),
        Command::Shelf(shelf) => state.shelf = shelf.clone(),
        Command::Opening(opening) => state.opening.clone_from(opening),
        Command::Opened(bench, saving) => {
            state.saving.clone_from(saving);
            state.opening = None;
            state.dialog = None;
            let marks = bench.view.progress.all.total();
            state.say(strings::opened(marks));
            state.bench = Some(bench.clone());
        }
        Command::Home => {
            state.bench = None;
            state.dialog = None;
        }
        Command::Tell(words) => {
            state.opening = None;
            state.show(words.clone());
        }
        Command::Saving(saving) => state.set_saving(saving.clone()),
        Command::Saved(next) => {
            // What was done since then is still on its way.
            if state.bench.as_ref().is_none_or(|bench| bench.next == *next) {
                state.set_saving(Saving::Saved);
            }
        }
        Command::NewVersion => state.new_version = true,
        Command::Hush => state.said.shown = false,
        Command::Replace(_) => {
            state.opening = None;
            state.dialog = None;
            on_bench(state, command, stamp);
        }
        command => on_bench(state, command, stamp),
    }
}

fn on_bench(state: &mut State, command: &Command, stamp: &Stamp) {
    let Some(shared) = &state.bench else { return };
    let mut bench = (**shared).clone();
    let outcome = bench.carry_out(command, &state.likes, stamp);
    let done = bench.outbox.last().is_some_and(|record| record.number >= shared.next);
    state.bench = Some(Same::new(bench));
    if done {
        state.set_saving(Saving::Underway);
    }
    match outcome {
        Ok(None) => {}
        Ok(Some(words)) => state.say(words),
        Err(error) => state.show(error.to_string()),
    }
}

/// What to say of it, if anything.
pub(super) type Outcome = Result<Option<String>, ActionError>;

impl Bench {
    fn carry_out(&mut self, command: &Command, likes: &Likes, stamp: &Stamp) -> Outcome {
        match command {
            Command::Do(action) => {
                if matches!(action, Action::SetDetail(..) | Action::Cite(..)) {
                    self.drawer = Drawer::Closed;
                }
                self.acted(action, stamp, strings::said::done(action))
            }
            Command::Decide(verdict) => {
                let Some(current) = self.current.clone() else {
                    self.go(Step::Next);
                    return Ok(None);
                };
                self.decide(&current, *verdict, Pace::Onward, likes, stamp)
            }
            Command::DecideOn(id, verdict, pace) => self.decide(id, *verdict, *pace, likes, stamp),
            Command::DecideInside(verdict) => self.decide_inside(*verdict, stamp),
            Command::Dismiss(id) => self.dismiss(id.clone(), stamp),
            Command::Restore(id) => {
                self.act(&Action::Restore(id.clone()), stamp)?;
                self.set_filter(Filter { dismissed: false, ..(*self.filter).clone() });
                self.select(Some(id.clone()), Side::Card);
                said(strings::said::RESTORED)
            }
            Command::LinkFrom(id, relation) => {
                self.mode = Mode::Linking(id.clone(), *relation);
                self.offer = None;
                said(strings::said::LINKING)
            }
            Command::Link(relation) => {
                self.offer = None;
                let linked = self.link(*relation, stamp)?;
                match (linked, &self.mode) {
                    (true, _) => Ok(Some(strings::said::linked(self.left()))),
                    (false, Mode::Linking(..)) => said(strings::said::LINKING),
                    _ => Ok(None),
                }
            }
            Command::Mark(kind) => self.mark(*kind, stamp),
            Command::MarkSentence(at) => {
                let at = self.selection.map(|range| range.start).or(*at);
                let at = at.or_else(|| self.place.map(|range| range.start));
                let at = at.or_else(|| Some(self.current()?.range.start));
                let sentence = at.and_then(|at| span::sentence_at(&self.session.document, at));
                sentence.map_or(Ok(None), |sentence| self.mark_at(Kind::Claim, sentence, stamp))
            }
            Command::Move(edge, way, stride) => {
                let Some(mark) = self.current() else { return Ok(None) };
                let range = span::moved(self.session.document.text(), mark.range, *edge, *way, *stride);
                let id = mark.id.clone();
                self.set_range(id, range, stamp)
            }
            Command::SetRange(id, range) => self.set_range(id.clone(), *range, stamp),
            Command::PutEvidence(evidence, at) => self.put_evidence(evidence.clone(), at.clone(), stamp),
            Command::Share(share) => {
                self.act(&Action::SetClaimShare(*share), stamp)?;
                Ok(Some(strings::said::claims(self.view.progress.claims.total())))
            }
            Command::Headlines(on) => {
                self.act(&Action::SetLayers(self.session.settings.with(HEADLINES, *on).layers), stamp)?;
                Ok(Some(strings::said::claims(self.view.progress.claims.total())))
            }
            Command::Compare(incoming, who, notes) => self.compare(incoming, who, notes, stamp),
            Command::Replace(new) => self.replace_text(new.clone(), stamp),
            Command::Confirm(id) => self.confirm(id.clone(), stamp),
            Command::PlaceHere => self.place_here(stamp),
            Command::GoWaiting => Ok(Some(self.go_waiting())),
            Command::Accept(index) => self.accept(*index, stamp),
            Command::GoUnmarked => Ok(Some(self.go_unmarked())),
            Command::ToggleCoverage => {
                self.coverage = match self.coverage {
                    Some(_) => None,
                    None => Some(Same::new(self.covered())),
                };
                Ok(self.coverage.as_ref().map(|coverage| strings::said::unmarked(coverage.open.len())))
            }
            Command::Undo => said(if self.undo() { strings::said::UNDONE } else { strings::said::NOTHING_TO_UNDO }),
            Command::Redo => said(if self.redo() { strings::said::REDONE } else { strings::said::NOTHING_TO_REDO }),
            command => {
                self.look(command);
                Ok(None)
            }
        }
    }

    /// What changes only the looking, not the session.
    fn look(&mut self, command: &Command) {
        match command {
            Command::Go(step) => self.go(*step),
            Command::Select(id, side) => {
                self.offer = None;
                self.select(Some(id.clone()), *side);
            }
            Command::Show(range) => self.show(*range),
            Command::Escape => self.escape(),
            Command::Selected(range) => {
                self.selection = range.and_then(|range| span::selected(self.session.document.text(), range));
            }
            Command::Open(drawer) if self.current.is_some() => {
                self.drawer = if self.drawer == *drawer { Drawer::Closed } else { *drawer };
                self.tab = Tab::Review;
            }
            Command::OpenOn(id, drawer) => {
                self.offer = None;
                self.select(Some(id.clone()), Side::Card);
                self.drawer = *drawer;
                self.tab = Tab::Review;
            }
            Command::Filter(filter) => self.set_filter(filter.clone()),
            Command::Tab(tab) => self.tab = *tab,
            Command::ShowChanges(on) => self.show_changes(*on),
            Command::Notes(notes) => self.notes = notes.clone(),
            Command::Caret => {
                self.mode = if self.mode == Mode::Caret { Mode::Review } else { Mode::Caret };
            }
            Command::Followed(session, history, next) => {
                let findings = Rc::clone(&self.session.findings);
                self.follow(Rc::new(session.with_findings(findings)), Rc::clone(history), *next);
            }
            Command::Found(findings) => {
                self.session = Rc::new(self.session.with_findings(Rc::clone(findings)));
            }
            _ => {}
        }
    }

    /// Does `action`; where it changed something, `words` are said, if there are any.
    pub(super) fn acted(&mut self, action: &Action, stamp: &Stamp, words: &'static str) -> Outcome {
        Ok((self.act(action, stamp)? && !words.is_empty()).then(|| words.to_owned()))
    }

    pub(super) fn left(&self) -> usize {
        self.view.progress.all.unchecked
    }
}

#[expect(clippy::unnecessary_wraps, reason = "what every command ends with")]
pub(super) fn said(words: &'static str) -> Outcome {
    Ok(Some(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, ArticleFacts, History, LeadStatus, Relation, ReviewerId, Session, Verdict};
    use crate::detect::Run;
    use crate::pace;
    use crate::text::{Document, TextRange};
    use crate::ui::state::Stamped;
    use yew::prelude::Reducible;

    const LIKES: Likes = Likes {
        theme: None,
        letter_keys: true,
        move_on: true,
        keep: true,
        name: None,
        claim_share: 25,
        headlines: false,
        mac: false,
    };

    /// The page with the example open, and a counter for its stamps.
    struct Page(Rc<State>, u32);

    impl Page {
        fn open() -> Self {
            let document = Rc::new(Document::new(crate::EXAMPLE));
            let facts = ArticleFacts::of(&document);
            let findings = Run::new(&document, facts.published).finish();
            let session = Rc::new(Session::open("s", document, facts, findings));
            let mut page = Self(Rc::new(State::new(LIKES)), 0);
            let bench = pace::at_once(Bench::of(session, Rc::new(History::default()), 0));
            page.ask(Command::Opened(Same::new(bench), Saving::Saved));
            page
        }

        fn ask(&mut self, command: Command) {
            self.1 += 1;
            let stamp = Stamp {
                at: chrono::DateTime::from_timestamp(i64::from(self.1), 0).unwrap(),
                by: ReviewerId::from("me"),
                id: format!("id-{}", self.1),
            };
            self.0 = Rc::clone(&self.0).reduce(Stamped { command: Rc::new(command), stamp });
        }

        fn bench(&self) -> &Bench {
            self.0.bench.as_ref().unwrap()
        }

        /// Goes to the mark with these words.
        fn go_to(&mut self, words: &str) -> AnnotationId {
            let text = Rc::clone(self.bench().session.document.text());
            let mark = self.bench().session.annotations.iter().find(|mark| mark.range.of(&text) == words);
            let id = mark.unwrap_or_else(|| panic!("no mark on {words}")).id.clone();
            self.ask(Command::Select(id.clone(), Side::Same));
            id
        }

        fn verdict(&self, id: &AnnotationId) -> Verdict {
            self.bench().session.annotation(id).unwrap().verdict()
        }
    }

    #[test]
    fn a_verdict_moves_on_and_the_same_key_again_takes_it_back() {
        let mut page = Page::open();
        page.ask(Command::Go(Step::Next));
        let first = page.bench().current.clone().unwrap();
        page.ask(Command::Decide(Verdict::Verified));
        assert_eq!(page.verdict(&first), Verdict::Verified);
        assert_ne!(page.bench().current.as_ref(), Some(&first));
        page.ask(Command::Select(first.clone(), Side::Same));
        page.ask(Command::Decide(Verdict::Verified));
        assert_eq!(page.verdict(&first), Verdict::Unchecked);
        assert_eq!(page.bench().current.as_ref(), Some(&first));
    }

    #[test]
    fn an_open_note_holds_the_queue_after_inconsistent() {
        let mut page = Page::open();
        let july = page.go_to("July");
        page.ask(Command::Open(Drawer::Note));
        page.ask(Command::Decide(Verdict::Inconsistent));
        assert_eq!(page.bench().current.as_ref(), Some(&july));
        assert_eq!(page.bench().offer.as_ref(), Some(&july));
    }

    #[test]
    fn two_passages_are_linked_by_one_key_on_each_in_one_step_of_undo() {
        let mut page = Page::open();
        let july = page.go_to("July");
        page.ask(Command::Link(Relation::Contradicts));
        let june = page.go_to("June 8");
        page.ask(Command::Link(Relation::Contradicts));
        assert_eq!(page.bench().session.links.len(), 1);
        assert_eq!((page.verdict(&july), page.verdict(&june)), (Verdict::Inconsistent, Verdict::Inconsistent));
        page.ask(Command::Undo);
        assert!(page.bench().session.links.is_empty());
        assert_eq!((page.verdict(&july), page.verdict(&june)), (Verdict::Unchecked, Verdict::Unchecked));
    }

    #[test]
    fn an_accepted_question_is_one_step() {
        let mut page = Page::open();
        let before = Rc::clone(&page.bench().session.annotations);
        page.ask(Command::Accept(0));
        assert_eq!(page.bench().session.links.len(), 1);
        assert_eq!(page.bench().session.leads[0].status, LeadStatus::Accepted);
        page.ask(Command::Undo);
        let session = &page.bench().session;
        assert!(session.links.is_empty());
        assert_eq!((&session.annotations, session.leads[0].status), (&before, LeadStatus::Open));
    }

    #[test]
    fn the_focus_goes_to_the_neighbour_of_a_dismissed_mark() {
        let mut page = Page::open();
        page.ask(Command::Go(Step::Next));
        let first = page.bench().current.clone().unwrap();
        let next = page.bench().view.rows[1].mark.id.clone();
        page.ask(Command::Dismiss(None));
        assert_eq!(page.bench().current, Some(next));
        assert!(page.bench().view.rows.iter().all(|row| row.mark.id != first));
    }

    #[test]
    fn selected_words_are_marked_once() {
        let mut page = Page::open();
        let text = Rc::clone(page.bench().session.document.text());
        let start = u32::try_from(text.find("Rukban").unwrap()).unwrap();
        let range = TextRange::new(start, start + 6);
        let before = page.bench().session.annotations.len();
        for _ in 0..2 {
            page.ask(Command::Selected(Some(range)));
            page.ask(Command::Mark(Kind::Claim));
        }
        assert_eq!(page.bench().session.annotations.len(), before + 1);
        assert_eq!(page.bench().current().unwrap().range, range);
    }

    #[test]
    fn each_action_leaves_a_record_and_looking_leaves_none() {
        let mut page = Page::open();
        page.ask(Command::Go(Step::Next));
        page.ask(Command::Tab(Tab::Timeline));
        assert!(page.bench().outbox.is_empty());
        page.ask(Command::Decide(Verdict::Unclear));
        page.ask(Command::Undo);
        page.ask(Command::Redo);
        let numbers: Vec<u32> = page.bench().outbox.iter().map(|record| record.number).collect();
        assert_eq!(numbers, [0, 1, 2]);
    }

    #[test]
    fn what_did_not_change_is_not_drawn_again() {
        let mut page = Page::open();
        page.ask(Command::Go(Step::Next));
        let before = page.bench().view.clone();
        let mark = page.bench().current().unwrap().range;
        page.ask(Command::Decide(Verdict::Verified));
        let after = &page.bench().view;
        let changed: Vec<usize> = before
            .blocks
            .iter()
            .zip(&after.blocks)
            .flat_map(|(a, b)| a.iter().zip(b.iter()))
            .filter(|(a, b)| a != b)
            .map(|(a, _)| a.index)
            .collect();
        let paragraph = page.bench().session.document.paragraph_at(mark.start).unwrap();
        assert_eq!(changed, [paragraph]);
    }
}
