//! Reads the annotations of a file and puts each where its words are.

use serde_json::Value;

use super::{Note, read::moment};
use crate::annotation::anchor::{Places, Quote};
use crate::annotation::{Annotation, AnnotationId, Citation, Decision, Kind, Status, Verdict};
use crate::detect::claim::{ClaimDetail, Claimant};
use crate::detect::date::{Anchor, DateDetail};
use crate::detect::quote::{Candidate, Cue, QuoteDetail, Source};
use crate::detect::{Detail, Reason};
use crate::exchange::json::{FieldError, Object, Read, expected};
use crate::exchange::vocabulary::Word;
use crate::text::{Document, TextRange};

/// Where the words of a target stand.
enum Place<'a> {
    /// Where the file says, or as far from there as the text has drifted.
    Same(TextRange),
    /// Elsewhere, or other words: to be confirmed.
    Moved { range: TextRange, exact: &'a str, confidence: f32 },
    /// Nowhere; at the offset they were expected.
    Lost { at: u32, exact: &'a str, prefix: &'a str, suffix: &'a str },
}

impl Place<'_> {
    fn range(&self) -> TextRange {
        match self {
            Self::Same(range) | Self::Moved { range, .. } => *range,
            Self::Lost { at, .. } => TextRange::new(*at, *at),
        }
    }
}

/// Reads annotations one after the other.
pub(in crate::exchange) struct MarkReader<'a> {
    document: &'a Document,
    /// What is added to every offset of the annotation at hand, in code points: how far it has drifted.
    drift: i64,
    places: Option<Places<'a>>,
}

impl<'a> MarkReader<'a> {
    /// A reader of annotations of `document`.
    pub fn new(document: &'a Document) -> Self {
        Self { document, drift: 0, places: None }
    }

    /// Reads the next annotation. One whose words are not in the text any more stands on none; nothing where nobody had
    /// touched it.
    pub fn read(&mut self, value: &Value, notes: &mut Vec<Note>) -> Read<Option<Annotation>> {
        let mut mark = Object::of(value);
        let id: AnnotationId = mark.text("id").into();
        let kind = mark.word("kind");
        let status = mark.word("status");
        let target = mark.nested("target", |target| self.target(target));
        let range = target.range();
        let detail = mark.nested("detail", |detail| match kind {
            Kind::Claim => Detail::Claim(self.claim(detail)),
            Kind::Date => Detail::Date(date(detail)),
            Kind::Quote => Detail::Quote(self.quote(detail)),
        });
        let mut annotation = Annotation {
            id,
            origin: mark.word("origin"),
            status,
            range,
            confidence: mark.number_or_null("confidence"),
            detail,
            reasons: mark
                .list("reasons", |reason| Reason { name: reason.string("name").into(), range: self.span(reason) }),
            edited: mark.words("edited"),
            note: mark.string("note"),
            decisions: mark.list("decisions", decision),
            evidence: mark.list("evidence", |citation| Citation {
                evidence: citation.text("evidence").into(),
                stance: citation.word("stance"),
            }),
            extra: serde_json::Map::new(),
        };
        let verdict: Verdict = mark.word("verdict");
        if verdict != annotation.verdict() {
            let problem = format!(
                "it is “{}”, but the last decision is “{}”; one of them was changed without the other",
                verdict.word(),
                annotation.verdict().word()
            );
            mark.wrong("verdict", FieldError::new(problem));
        }
        annotation.extra = mark.rest()?;
        let is_proposal = annotation.status == Status::Proposed;
        Ok(match target {
            Place::Same(_) => Some(annotation),
            Place::Lost { .. } if is_proposal => None,
            Place::Lost { at, exact, prefix, suffix } => {
                notes.push(Note::Lost { id: annotation.id.clone(), words: exact.to_owned() });
                Some(annotation.lost(at, exact, prefix, suffix))
            }
            Place::Moved { range, exact, confidence } => {
                notes.push(Note::Moved { id: annotation.id.clone(), words: exact.to_owned(), range });
                Some(if is_proposal { annotation } else { annotation.moved(exact, confidence) })
            }
        })
    }

    /// Where the words of a target stand: where it says, else where they are found.
    fn target<'t>(&mut self, target: &mut Object<'t>) -> Place<'t> {
        let document = self.document;
        let (start, end) = (target.whole("start"), target.whole("end"));
        let (exact, prefix, suffix) = (target.text("exact"), target.text("prefix"), target.text("suffix"));
        // A mark whose words a new version of the article has lost stands on none.
        if start == end && exact.is_empty() {
            return Place::Same(self.range(start, end));
        }
        let all = document.text();
        let before = |range: TextRange| all.get(..range.start as usize).is_some_and(|before| before.ends_with(prefix));
        let after = |range: TextRange| all.get(range.end as usize..).is_some_and(|after| after.starts_with(suffix));
        for drift in [0, self.drift] {
            self.drift = drift;
            let range = self.range(start, end);
            if !range.is_empty() && range.of(all) == exact && (before(range) || after(range)) {
                return Place::Same(range);
            }
        }
        let expected = self.range(start, start).start;
        let places = self.places.get_or_insert_with(|| Places::new(document.text()));
        let Some(found) = places.find(&Quote { exact, prefix, suffix, expected }) else {
            let at = u32::try_from(all.floor_char_boundary(expected as usize)).unwrap_or(expected);
            return Place::Lost { at, exact, prefix, suffix };
        };
        let range = found.range;
        self.drift = i64::from(document.offsets().byte_to_code_point(range.start)) - i64::from(start);
        if found.exact && range.of(all) == exact && before(range) && after(range) {
            return Place::Same(range);
        }
        Place::Moved { range, exact, confidence: found.confidence }
    }

    /// The range of `start` and `end`, code points of the text that the file was made for.
    fn range(&self, start: u32, end: u32) -> TextRange {
        let offsets = self.document.offsets();
        let now = |point: u32| {
            let point = i64::from(point) + self.drift;
            offsets.code_point_to_byte(u32::try_from(point.max(0)).unwrap_or(u32::MAX))
        };
        TextRange::new(now(start), now(end))
    }

    /// The range of the fields `start` and `end`.
    pub fn span(&self, object: &mut Object<'_>) -> TextRange {
        let (start, end) = (object.whole("start"), object.whole("end"));
        if end < start {
            object.wrong("end", expected("an end that is not before the start", &end.into()));
        }
        self.range(start, end)
    }

    fn claim(&self, detail: &mut Object<'_>) -> ClaimDetail {
        ClaimDetail {
            score: detail.number("score"),
            types: detail.words("types"),
            claimant: match detail.text("claimant") {
                "narrator" => Claimant::Narrator,
                id => Claimant::Quote(id.into()),
            },
            sentence: detail.nested("sentence", |span| self.span(span)),
        }
    }

    fn quote(&self, detail: &mut Object<'_>) -> QuoteDetail {
        QuoteDetail {
            form: detail.word("form"),
            content: detail.nested("content", |span| self.span(span)),
            parts: self.spans(detail, "parts"),
            insertions: self.spans(detail, "insertions"),
            cue: detail.nested_optional("cue", |cue| {
                cue.optional_text("text");
                Cue { range: self.span(cue) }
            }),
            source: detail.nested_optional("source", |source| {
                source.optional_text("text");
                let (start, end) = (source.optional_whole("start"), source.optional_whole("end"));
                Source {
                    range: start.zip(end).map(|(start, end)| self.range(start, end)),
                    name: source.string("name"),
                    kind: source.word("kind"),
                    confidence: source.number("confidence"),
                    rule: source.string("rule").into(),
                    candidates: source.list("candidates", |other| Candidate {
                        name: other.string("name"),
                        confidence: other.number("confidence"),
                    }),
                }
            }),
        }
    }

    fn spans(&self, detail: &mut Object<'_>, key: &'static str) -> Vec<TextRange> {
        detail.list(key, |span| self.span(span))
    }
}

fn date(detail: &mut Object<'_>) -> DateDetail {
    DateDetail {
        timex_type: detail.word("type"),
        value: detail.string("value"),
        modifier: detail.optional_string("mod"),
        quant: detail.optional_string("quant"),
        freq: detail.optional_string("freq"),
        begin: detail.optional_string("begin"),
        end: detail.optional_string("end"),
        anchor: detail.text_or_null("anchor").map(|anchor| match anchor {
            "published" => Anchor::Published,
            id => Anchor::Annotation(id.into()),
        }),
        alternatives: detail.strings("alternatives"),
    }
}

fn decision(decision: &mut Object<'_>) -> Decision {
    Decision {
        verdict: decision.word("verdict"),
        by: decision.optional_text("by").map(Into::into),
        at: moment(decision, "at"),
    }
}
