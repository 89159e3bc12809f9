//! Sessions and actions for the tests: one on a text with emoji, combining marks and right-to-left script.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::detect::claim::{ClaimDetail, ClaimType, Claimant};
use crate::detect::date::{Anchor, DateDetail, TimexType};
use crate::detect::quote::{Candidate, Cue, QuoteDetail, QuoteForm, Source, SourceKind};
use crate::detect::{Detail, Detection, Findings, Reason};
use crate::text::{Document, ParagraphType, TextRange};

pub(crate) const TEXT: &str = "Ferry 👩‍👩‍👧 strike ends\r\n\r\nThe crews of Zu\u{308}rich went back on June 8, \
    said Ana Ruiz. “We waited [at the pier] for שלום,” she said, “and nobody came.” Two ferries sailed in July.\n\
    The company lost 4 million euros on Monday.\n";

/// The range of the first `words` in `text`.
pub(crate) fn at(text: &str, words: &str) -> TextRange {
    let start = u32::try_from(text.find(words).unwrap()).unwrap();
    TextRange::new(start, start + u32::try_from(words.len()).unwrap())
}

pub(crate) fn date(range: TextRange, value: &str) -> Detection {
    let detail = DateDetail {
        timex_type: TimexType::Date,
        value: value.to_owned(),
        modifier: Some("APPROX".to_owned()),
        quant: None,
        freq: None,
        begin: None,
        end: None,
        anchor: Some(Anchor::Published),
        alternatives: vec!["2017-07".to_owned()],
    };
    let reasons = vec![Reason { name: "month".into(), range }];
    Detection { range, detail: Detail::Date(detail), reasons, confidence: 0.93 }
}

pub(crate) fn claim(range: TextRange, score: f32) -> Detection {
    let types = vec![ClaimType::Event];
    let detail = ClaimDetail { score, types, claimant: Claimant::Narrator, sentence: range };
    let reasons = vec![Reason { name: "event".into(), range }];
    Detection { range, detail: Detail::Claim(detail), reasons, confidence: score }
}

pub(crate) fn quote() -> Detection {
    let (first, second) = (at(TEXT, "“We waited [at the pier] for שלום,”"), at(TEXT, "“and nobody came.”"));
    let source = Source {
        range: Some(at(TEXT, "she")),
        name: "Ana Ruiz".to_owned(),
        kind: SourceKind::Person,
        confidence: 0.9,
        rule: "quote-verb-source".into(),
        candidates: vec![Candidate { name: "the company".to_owned(), confidence: 0.1 }],
    };
    let range = first.cover(second);
    let detail = QuoteDetail {
        form: QuoteForm::Direct,
        content: TextRange::new(range.start + 3, range.end - 3),
        parts: vec![first, second],
        insertions: vec![at(TEXT, "[at the pier]")],
        cue: Some(Cue { range: at(TEXT, "said, “") }),
        source: Some(source),
    };
    let reasons = vec![Reason { name: "quotation-marks".into(), range: first }];
    Detection { range, detail: Detail::Quote(detail), reasons, confidence: 0.97 }
}

/// A session with two dates, a quotation in two parts and two claims, nothing touched.
pub(crate) fn session() -> Session {
    let findings = Findings {
        dates: vec![date(at(TEXT, "June 8"), "2018-06-08"), date(at(TEXT, "July"), "2018-07")],
        quotes: vec![quote()],
        claims: vec![
            claim(at(TEXT, "Two ferries sailed in July."), 0.7),
            claim(at(TEXT, "The company lost 4 million euros on Monday."), 0.81),
        ],
    };
    let document = Rc::new(Document::new(TEXT));
    let facts = ArticleFacts { published: "2018-08-04T15:14:00+03:00".parse().ok(), ..ArticleFacts::of(&document) };
    Session::open_without_budget("0f7c7a52-3f5e-4c8e-8a58-2d3c0c1f9a10", document, facts, findings)
}

pub(crate) fn moment(seconds: i64) -> Timestamp {
    chrono::DateTime::from_timestamp(1_790_000_000 + seconds, 5).unwrap()
}

/// `action`, done by somebody at some moment.
pub(crate) fn entry(action: Action) -> Entry {
    Entry { at: moment(0), by: Some("5c0d5b0e-1111-4a6e-9d62-0a1b2c3d4e5f".into()), action }
}

/// Does `action`, which must be possible.
pub(crate) fn after(session: &Session, action: Action) -> Session {
    session.apply(&session.reduce(&entry(action)).unwrap())
}

/// Something that a person could do; ids of marks, links and sources are drawn when it is done.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    what: u8,
    which: Index,
    other: Index,
    verdict: Verdict,
    words: String,
    number: u8,
}

pub(crate) fn wish() -> impl Strategy<Value = Wish> {
    let verdict =
        prop::sample::select(vec![Verdict::Unchecked, Verdict::Verified, Verdict::Inconsistent, Verdict::Unclear]);
    (0_u8..22, any::<Index>(), any::<Index>(), verdict, any::<String>(), any::<u8>())
        .prop_map(|(what, which, other, verdict, words, number)| Wish { what, which, other, verdict, words, number })
}

impl Wish {
    /// The wish as an action on `session`; nothing where there is nothing to act on.
    pub(crate) fn action(&self, session: &Session) -> Option<Action> {
        let any = |index: &Index| {
            let marks = &session.annotations;
            (!marks.is_empty()).then(|| marks[index.index(marks.len())].id.clone())
        };
        let id = any(&self.which)?;
        let link = || session.links.get(usize::from(self.number)).map(|link| link.id.clone());
        let source = || session.evidence.first().map(|source| Rc::clone(&source.id));
        let stance = [Stance::Supports, Stance::Contradicts, Stance::Context][usize::from(self.number % 3)];
        let words = || {
            let marks = ["strike", "“We waited", "Zu\u{308}rich", "Monday", "🚢"];
            let word = marks[self.other.index(4)];
            at(TEXT, word)
        };
        Some(match self.what {
            0 | 1 => Action::SetVerdict(id, self.verdict),
            2 => Action::SetVerdicts(session.annotations.iter().map(|mark| mark.id.clone()).collect(), self.verdict),
            3 => Action::Dismiss(id),
            4 => Action::Restore(id),
            5 => Action::Mark {
                id: format!("mark-{}", self.number).into(),
                detection: if self.number.is_multiple_of(2) { claim(words(), 0.5) } else { date(words(), "XXXX") },
            },
            6 => Action::SetRange(id, words()),
            7 => Action::SetDetail(id, date(words(), &self.words).detail),
            8 => Action::SetDetail(id, quote().detail),
            9 => Action::SetNote(id, self.words.clone()),
            10 => Action::PutEvidence(Evidence {
                id: format!("e{}", self.number % 3).into(),
                title: self.words.clone(),
                url: Some("https://example.org".to_owned()),
                accessed: chrono::NaiveDate::from_ymd_opt(2026, 11, 22),
                ..Evidence::default()
            }),
            11 => Action::RemoveEvidence(source()?),
            12 => Action::Cite(id, Citation { evidence: source()?, stance }),
            13 => Action::Uncite(id, source()?),
            14 => Action::Link {
                id: format!("l-{}", self.number).into(),
                relation: [Relation::Contradicts, Relation::Supports, Relation::SameEvent]
                    [usize::from(self.number % 3)],
                from: id,
                to: any(&self.other)?,
            },
            15 => Action::SetLinkNote(link()?, self.words.clone()),
            16 => Action::Unlink(link()?),
            17 => Action::SetFacts(ArticleFacts {
                title: self.words.clone(),
                published: (self.number.is_multiple_of(2)).then(|| "2018-08-05".parse().unwrap()),
                ..(*session.facts).clone()
            }),
            18 => Action::SetClaimShare(self.number % 101),
            19 => Action::SetParagraphType(1, [ParagraphType::Omitted, ParagraphType::Body][self.other.index(2)]),
            20 => Action::SetLeads(vec![Lead {
                rule: "two-dates".into(),
                passages: vec![session.annotations[self.which.index(session.annotations.len())].range, words()],
                question: self.words.clone(),
                status: LeadStatus::Open,
            }]),
            _ => Action::SetLeadStatus(0, LeadStatus::Accepted),
        })
    }
}

/// What remains of `wishes` as patches, the session after them and the history.
pub(crate) fn fulfil(session: &Session, wishes: &[Wish]) -> (Session, History) {
    let (mut session, mut history) = (session.clone(), History::default());
    for (number, wish) in wishes.iter().enumerate() {
        let Some(action) = wish.action(&session) else { continue };
        let by = (number % 3 > 0).then(|| ["a", "b"][number % 2].into());
        let at = moment(i64::try_from(number).unwrap());
        if let Ok(patch) = session.reduce(&Entry { at, by, action }) {
            session = history.perform(&session, patch);
        }
    }
    (session, history)
}

/// Everything of a session that is in its file, and how it would go on.
pub(crate) fn whole(session: &Session) -> String {
    let mut bytes = Vec::new();
    crate::exchange::annotation_file::write_pretty(session, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}
