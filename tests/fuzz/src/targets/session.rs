//! A session: random actions, with undo as the oracle.

use std::rc::Rc;

use anyhow::{Result, ensure};
use chrono::{DateTime, NaiveDate};
use factmark::annotation::{
    Action, Annotation, AnnotationId, ArticleFacts, Carried, Citation, Entry, Evidence, EvidenceType, History,
    Incoming, Lead, LeadStatus, NewVersion, Relation, Reviewer, Session, Stance, Status, Verdict,
};
use factmark::detect::claim::{ClaimDetail, Claimant};
use factmark::detect::date::read_passage;
use factmark::detect::{Detail, Detection, Reason};
use factmark::exchange::{Format, Options, export, journal};
use factmark::review::{Filter, Progress, Queue, segments};
use factmark::text::{ParagraphType, TextRange};

use super::{Deeds, ensure_in, ensure_same, written};
use crate::seeds;

/// The longest sequence of actions.
const MOST: usize = 40;

/// The input as a sequence of choices; after its end, every choice is the first.
struct Choices<'a> {
    left: &'a [u8],
}

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.left.split_first() else { return 0 };
        self.left = rest;
        *first
    }

    fn below(&mut self, bound: usize) -> usize {
        let number = usize::from(self.byte()) << 8 | usize::from(self.byte());
        number % bound.max(1)
    }

    fn one_of<T: Copy, const N: usize>(&mut self, from: [T; N]) -> Option<T> {
        from.get(usize::from(self.byte()) % N.max(1)).copied()
    }
}

/// Undo leads back to the start and redo to the end, the marks stay in order, and what was kept on the way comes back
/// the same from a snapshot and the records since.
pub fn actions(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let mut choices = Choices { left: input };
    let start = seeds::session(choices.below(4));
    let (mut now, mut history) = (start.clone(), History::default());
    let mut kept = journal::snapshot(&now, &history);
    let mut records: Vec<String> = Vec::new();
    for number in 0..MOST {
        if choices.left.is_empty() {
            break;
        }
        let next = match choices.byte() % 16 {
            0 => history.undo(&now).map(|session| (session, journal::UNDONE.to_owned())),
            1 => history.redo(&now).map(|session| (session, journal::REDONE.to_owned())),
            2 => {
                kept = journal::snapshot(&now, &history);
                records.clear();
                None
            }
            _ => act(&now, &mut history, &mut choices, number, deeds)?,
        };
        if let Some((session, record)) = next {
            now = session;
            records.push(record);
            in_order(&now)?;
        }
    }
    let end = written(&now)?;
    views(&now, deeds)?;

    let restored = journal::restore(&kept, &records)?;
    ensure!(restored.stopped.is_none(), "record {:?} cannot be read", restored.stopped);
    ensure_same(&written(&restored.session)?, &end, "what was kept is another session")?;
    ensure!(restored.history.past().len() == history.past().len(), "what was kept has another past");

    let mut back = now;
    while let Some(before) = history.undo(&back) {
        back = before;
    }
    ensure_same(&written(&back)?, &written(&start)?, "undo does not lead back to the start")?;
    ensure!(back.findings == start.findings, "after undo, the findings are others");
    while let Some(after) = history.redo(&back) {
        back = after;
    }
    // What was taken back when it ended is done again too.
    if restored.history.future().is_empty() {
        ensure_same(&written(&back)?, &end, "redo does not lead to the end")?;
    }
    Ok(())
}

fn act(
    now: &Session,
    history: &mut History,
    choices: &mut Choices<'_>,
    number: usize,
    deeds: &mut Deeds,
) -> Result<Option<(Session, String)>> {
    let Some(action) = action(now, choices) else { return Ok(None) };
    let label = action.label();
    let entry = Entry {
        at: DateTime::from_timestamp(1_790_000_000 + i64::try_from(number)? * 7 % 100, 5).unwrap_or_default(),
        by: choices.one_of([None, Some("a"), Some("b")]).flatten().map(Into::into),
        action,
    };
    let patch = match now.reduce(&entry) {
        Ok(patch) => patch,
        Err(error) => {
            ensure!(!error.to_string().is_empty(), "an error without words");
            deeds.note((label, std::mem::discriminant(&error)));
            return Ok(None);
        }
    };
    if patch.changes.is_empty() {
        return Ok(None);
    }
    let kinds: Vec<_> = patch.changes.iter().map(std::mem::discriminant).take(6).collect();
    deeds.note((label, kinds));
    let after = history.perform(now, patch);
    let Some(patch) = history.past().last() else { anyhow::bail!("what was done is not in the history") };
    ensure!(same(&after.apply(&patch.inverse()), now), "the inverse of {:?} is none", entry.action);
    let record = journal::record(patch, &after);
    Ok(Some((after, record)))
}

/// Something that can be asked of a session, possible or not.
fn action(session: &Session, choices: &mut Choices<'_>) -> Option<Action> {
    let id = any_mark(session, choices);
    Some(match choices.byte() % 25 {
        0 | 1 => Action::SetVerdict(id, any_verdict(choices)?),
        2 => Action::SetVerdicts(
            (0..choices.below(5)).map(|_| any_mark(session, choices)).collect(),
            any_verdict(choices)?,
        ),
        3 => Action::Dismiss(id),
        4 => Action::Restore(id),
        5 | 6 => {
            let range = any_range(session, choices);
            let detail = any_detail(session, range, choices);
            let reasons = vec![Reason { name: "manual".into(), range }];
            let detection = Detection { range, detail, reasons, confidence: 1.0 };
            Action::Mark { id: format!("m{}", choices.byte()).into(), detection }
        }
        7 => Action::SetRange(id, any_range(session, choices)),
        8 => {
            let range = session.annotation(&id).map_or(TextRange::default(), |mark| mark.range);
            Action::SetDetail(id, any_detail(session, range, choices))
        }
        9 => Action::SetNote(id, any_words(session, choices)),
        10 => Action::PutEvidence(Evidence {
            id: format!("e{}", choices.byte() % 4).into(),
            evidence_type: choices.one_of([EvidenceType::Web, EvidenceType::Person, EvidenceType::Other])?,
            title: any_words(session, choices),
            url: choices.one_of([None, Some("https://example.org/a"), Some("javascript:alert(1)")])?.map(str::to_owned),
            accessed: NaiveDate::from_ymd_opt(2026, 11, 22),
            confidential: choices.byte().is_multiple_of(2),
            ..Evidence::default()
        }),
        11 => Action::RemoveEvidence(any_source(session, choices)),
        12 => Action::Cite(
            id,
            Citation {
                evidence: any_source(session, choices),
                stance: choices.one_of([Stance::Supports, Stance::Contradicts, Stance::Context])?,
            },
        ),
        13 => Action::Uncite(id, any_source(session, choices)),
        14 | 15 => Action::Link {
            id: format!("l{}", choices.byte() % 8).into(),
            relation: choices.one_of([Relation::Contradicts, Relation::Supports, Relation::SameEvent])?,
            from: id,
            to: any_mark(session, choices),
        },
        16 => Action::SetLinkNote(format!("l{}", choices.byte() % 8).into(), any_words(session, choices)),
        17 => Action::Unlink(format!("l{}", choices.byte() % 8).into()),
        18 => Action::SetFacts(ArticleFacts {
            title: any_words(session, choices),
            published: choices.one_of(["", "2018-08-04", "2020-02-29T23:59:00-11:00", "0001-01-01"])?.parse().ok(),
            ..(*session.facts).clone()
        }),
        19 => Action::SetClaimShare(choices.byte()),
        20 => {
            let kinds = [ParagraphType::Omitted, ParagraphType::Body, ParagraphType::Headline, ParagraphType::Caption];
            Action::SetParagraphType(choices.below(session.document.paragraphs().len() + 1), choices.one_of(kinds)?)
        }
        21 => Action::SetLeads(vec![Lead {
            rule: "weekday".into(),
            passages: vec![any_range(session, choices)],
            question: any_words(session, choices),
            status: LeadStatus::Open,
        }]),
        22 => {
            let status = [LeadStatus::Open, LeadStatus::Accepted, LeadStatus::Dismissed];
            Action::SetLeadStatus(choices.below(session.leads.len() + 1), choices.one_of(status)?)
        }
        23 => match choices.byte() % 4 {
            0 => Action::SetReviewer(Reviewer { id: "a".into(), name: any_words(session, choices) }),
            1 => Action::ConfirmPlace(id),
            2 => Action::SetLayers(vec!["claim".to_owned(), "date".to_owned()]),
            _ => Action::Import(Box::new(incoming(session, choices))),
        },
        _ => Action::ReplaceText(NewVersion::read(session, &new_text(session, choices))),
    })
}

/// Mostly one that is there.
fn any_mark(session: &Session, choices: &mut Choices<'_>) -> AnnotationId {
    let place = choices.below(session.annotations.len() + 1);
    session.annotations.get(place).map_or_else(|| "nobody".into(), |mark| mark.id.clone())
}

fn any_source(session: &Session, choices: &mut Choices<'_>) -> Rc<str> {
    let place = choices.below(session.evidence.len() + 1);
    session.evidence.get(place).map_or_else(|| "e9".into(), |source| Rc::clone(&source.id))
}

fn any_verdict(choices: &mut Choices<'_>) -> Option<Verdict> {
    choices.one_of([Verdict::Unchecked, Verdict::Verified, Verdict::Inconsistent, Verdict::Unclear])
}

/// From anywhere to anywhere: between words, inside of characters, past the end.
fn any_range(session: &Session, choices: &mut Choices<'_>) -> TextRange {
    let length = session.document.text().len();
    let tokens = session.document.tokens();
    if !choices.byte().is_multiple_of(8) {
        let first = choices.below(tokens.len());
        let last = first + choices.below(12);
        if let (Some(first), Some(last)) = (tokens.get(first), tokens.get(last)) {
            return first.range.cover(last.range);
        }
    }
    let (a, b) = (choices.below(length + 9), choices.below(length + 9));
    TextRange::new(u32::try_from(a.min(b)).unwrap_or_default(), u32::try_from(a.max(b)).unwrap_or_default())
}

fn any_words(session: &Session, choices: &mut Choices<'_>) -> String {
    match choices.byte() % 6 {
        0 => String::new(),
        1 => " \u{a0}\r\n ".to_owned(),
        2 => "<script>alert(1)</script>\u{202e}\0\u{feff}=1+1".to_owned(),
        3 => "👩‍👩‍👧 Zu\u{308}rich".to_owned(),
        _ => any_range(session, choices).of(session.document.text()).to_owned(),
    }
}

fn any_detail(session: &Session, range: TextRange, choices: &mut Choices<'_>) -> Detail {
    match choices.byte() % 3 {
        0 => Detail::Date(read_passage(&session.document, range, session.facts.published)),
        1 => {
            Detail::Claim(ClaimDetail { score: 0.5, types: Vec::new(), claimant: Claimant::Narrator, sentence: range })
        }
        _ => {
            let place = choices.below(session.annotations.len());
            let other = session.annotations.get(place).map(|mark| mark.detail.clone());
            other.unwrap_or(Detail::Date(read_passage(&session.document, range, None)))
        }
    }
}

/// What a colleague could send: some of the marks, decided otherwise.
fn incoming(session: &Session, choices: &mut Choices<'_>) -> Incoming {
    let some = choices.below(5) + 1;
    let marks = session.annotations.iter().step_by(some).map(|mark| {
        let mut mark = Annotation::clone(mark);
        mark.status = Status::Kept;
        mark.note = any_words(session, choices);
        mark
    });
    Incoming { annotations: marks.collect(), links: session.links.to_vec(), ..Incoming::default() }
}

/// The text with some of it cut and some of it said twice.
fn new_text(session: &Session, choices: &mut Choices<'_>) -> String {
    let text = session.document.text();
    let (cut, again) = (any_range(session, choices), any_range(session, choices));
    let before = text.get(..cut.start as usize).unwrap_or_default();
    let after = text.get(cut.end as usize..).unwrap_or_default();
    format!("{before}{}{after}", again.of(text))
}

/// Without writing files, which would cost most of the time.
fn same(a: &Session, b: &Session) -> bool {
    a.annotations == b.annotations
        && a.links == b.links
        && a.evidence == b.evidence
        && a.leads == b.leads
        && a.facts == b.facts
        && a.settings == b.settings
        && a.reviewers == b.reviewers
        && a.modified == b.modified
        && a.versions == b.versions
        && a.document.text() == b.document.text()
        && a.document.paragraphs() == b.document.paragraphs()
}

fn in_order(session: &Session) -> Result<()> {
    ensure!(session.annotations.is_sorted_by(|a, b| a.order() < b.order()), "the marks are not in order");
    for mark in session.annotations.iter() {
        ensure!(session.annotation(&mark.id).is_some_and(|found| found.id == mark.id), "a mark cannot be found");
        if !matches!(mark.carried(), Some(Carried::Lost { .. })) {
            ensure_in(session.document.text(), mark.range, "a mark")?;
        }
    }
    for link in session.links.iter() {
        let ends = [&link.from, &link.to];
        ensure!(ends.iter().all(|end| session.annotation(end).is_some()), "a link without an end");
    }
    Ok(())
}

/// Every view and every format takes any session.
fn views(session: &Session, deeds: &mut Deeds) -> Result<()> {
    let text = session.document.text();
    let queue = Queue::new(text, &session.annotations, &Filter::default());
    let _ = queue.passages();
    let progress = Progress::of(&session.annotations).all;
    ensure!(progress.checked() <= progress.total(), "more checked than there are");
    for paragraph in session.document.paragraphs() {
        let shown: u32 =
            segments::segments(text, paragraph.range, &session.annotations).iter().map(|one| one.range.len()).sum();
        ensure!(shown == paragraph.range.len(), "the segments of a paragraph are not its text");
    }
    let options = Options { review_url: Some("https://example.org/review".to_owned()), ..Options::default() };
    for format in Format::ALL {
        deeds.note((
            format,
            export(session, format, &options).map(|files| files.len()).map_err(|error| error.to_string()),
        ));
    }
    Ok(())
}
