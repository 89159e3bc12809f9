//! Reads the annotations of a file and puts each where its words are.

use serde_json::Value;

use super::{Note, read::moment};
use crate::annotation::anchor::{Places, Quote};
use crate::annotation::{Annotation, AnnotationId, Citation, Decision, Kind, Status, Verdict};
use crate::detect::claim::{ClaimDetail, Claimant};
use crate::detect::date::{Anchor, DateDetail};
use crate::detect::quote::{Candidate, Cue, QuoteDetail, Source};
use crate::detect::{Detail, Reason};
use crate::exchange::json::{FieldError, Object, each, expected, number, or_null, string, text, whole, word};
use crate::text::{Document, TextRange};

type Read<T> = Result<T, FieldError>;

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
        let mut mark = Object::of(value)?;
        let id: AnnotationId = mark.field("id", text)?.into();
        let kind = mark.field("kind", word::<Kind>)?;
        let status = mark.field("status", word)?;
        let target = mark.nested("target", |target| self.target(target))?;
        let range = target.range();
        let detail = mark.nested("detail", |detail| {
            Ok(match kind {
                Kind::Claim => Detail::Claim(self.claim(detail)?),
                Kind::Date => Detail::Date(date(detail)?),
                Kind::Quote => Detail::Quote(self.quote(detail)?),
            })
        })?;
        let annotation = Annotation {
            id,
            origin: mark.field("origin", word)?,
            status,
            range,
            confidence: mark.field("confidence", or_null(number))?,
            detail,
            reasons: mark.list("reasons", |reason| {
                Ok(Reason { name: reason.field("name", string)?.into(), range: self.span(reason)? })
            })?,
            edited: mark.field("edited", |value| each(value, word))?,
            note: mark.field("note", string)?,
            decisions: mark.list("decisions", decision)?,
            evidence: mark.list("evidence", |citation| {
                Ok(Citation {
                    evidence: citation.field("evidence", text)?.into(),
                    stance: citation.field("stance", word)?,
                })
            })?,
            extra: serde_json::Map::new(),
        };
        let verdict = mark.field("verdict", word::<Verdict>)?;
        if verdict != annotation.verdict() {
            let problem = format!(
                "it is “{}”, but the last decision is “{}”; one of them was changed without the other",
                name(verdict),
                name(annotation.verdict())
            );
            return Err(FieldError::new(problem).inside("verdict"));
        }
        let annotation = Annotation { extra: mark.rest(), ..annotation };
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
    fn target<'t>(&mut self, target: &mut Object<'t>) -> Read<Place<'t>> {
        let document = self.document;
        let start = target.field("start", whole)?;
        let end = target.field("end", whole)?;
        let exact = target.field("exact", text)?;
        let (prefix, suffix) = (target.field("prefix", text)?, target.field("suffix", text)?);
        // A mark whose words a new version of the article has lost stands on none.
        if start == end && exact.is_empty() {
            return Ok(Place::Same(self.range(start, end)));
        }
        let all = document.text();
        let before = |range: TextRange| all.get(..range.start as usize).is_some_and(|before| before.ends_with(prefix));
        let after = |range: TextRange| all.get(range.end as usize..).is_some_and(|after| after.starts_with(suffix));
        for drift in [0, self.drift] {
            self.drift = drift;
            let range = self.range(start, end);
            if !range.is_empty() && range.of(all) == exact && (before(range) || after(range)) {
                return Ok(Place::Same(range));
            }
        }
        let expected = self.range(start, start).start;
        let places = self.places.get_or_insert_with(|| Places::new(document.text()));
        let Some(found) = places.find(&Quote { exact, prefix, suffix, expected }) else {
            let at = u32::try_from(all.floor_char_boundary(expected as usize)).unwrap_or(expected);
            return Ok(Place::Lost { at, exact, prefix, suffix });
        };
        let range = found.range;
        self.drift = i64::from(document.offsets().byte_to_code_point(range.start)) - i64::from(start);
        if found.exact && range.of(all) == exact && before(range) && after(range) {
            return Ok(Place::Same(range));
        }
        Ok(Place::Moved { range, exact, confidence: found.confidence })
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
    pub fn span(&self, object: &mut Object<'_>) -> Read<TextRange> {
        let start = object.field("start", whole)?;
        let end = object.field("end", |value| {
            let end = whole(value)?;
            if end < start { Err(expected("an end that is not before the start", value)) } else { Ok(end) }
        })?;
        Ok(self.range(start, end))
    }

    fn claim(&self, detail: &mut Object<'_>) -> Read<ClaimDetail> {
        Ok(ClaimDetail {
            score: detail.field("score", number)?,
            types: detail.field("types", |value| each(value, word))?,
            claimant: match detail.field("claimant", text)? {
                "narrator" => Claimant::Narrator,
                id => Claimant::Quote(id.into()),
            },
            sentence: detail.nested("sentence", |span| self.span(span))?,
        })
    }

    fn quote(&self, detail: &mut Object<'_>) -> Read<QuoteDetail> {
        Ok(QuoteDetail {
            form: detail.field("form", word)?,
            content: detail.nested("content", |span| self.span(span))?,
            parts: detail.list("parts", |span| self.span(span))?,
            insertions: detail.list("insertions", |span| self.span(span))?,
            cue: detail.nested_optional("cue", |cue| {
                cue.optional("text", text)?;
                Ok(Cue { range: self.span(cue)? })
            })?,
            source: detail.nested_optional("source", |source| {
                source.optional("text", text)?;
                let start = source.optional("start", whole)?;
                let end = source.optional("end", whole)?;
                Ok(Source {
                    range: start.zip(end).map(|(start, end)| self.range(start, end)),
                    name: source.field("name", string)?,
                    kind: source.field("kind", word)?,
                    confidence: source.field("confidence", number)?,
                    rule: source.field("rule", string)?.into(),
                    candidates: source.list("candidates", |other| {
                        Ok(Candidate {
                            name: other.field("name", string)?,
                            confidence: other.field("confidence", number)?,
                        })
                    })?,
                })
            })?,
        })
    }
}

fn date(detail: &mut Object<'_>) -> Read<DateDetail> {
    Ok(DateDetail {
        timex_type: detail.field("type", word)?,
        value: detail.field("value", string)?,
        modifier: detail.optional("mod", string)?,
        quant: detail.optional("quant", string)?,
        freq: detail.optional("freq", string)?,
        begin: detail.optional("begin", string)?,
        end: detail.optional("end", string)?,
        anchor: detail.field("anchor", or_null(text))?.map(|anchor| match anchor {
            "published" => Anchor::Published,
            id => Anchor::Annotation(id.into()),
        }),
        alternatives: detail.field("alternatives", |value| each(value, string))?,
    })
}

fn decision(decision: &mut Object<'_>) -> Read<Decision> {
    Ok(Decision {
        verdict: decision.field("verdict", word)?,
        by: decision.optional("by", text)?.map(Into::into),
        at: decision.optional("at", moment)?,
    })
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "unchecked",
        Verdict::Verified => "verified",
        Verdict::Inconsistent => "inconsistent",
        Verdict::Unclear => "unclear",
    }
}
