//! The detectors.

use std::collections::HashSet;
use std::rc::Rc;

use anyhow::{Result, ensure};
use factmark::annotation::{ArticleFacts, Session};
use factmark::detect::claim::ClaimFinder;
use factmark::detect::date::{DateTagger, in_words, read_typed};
use factmark::detect::quote::QuoteFinder;
use factmark::detect::{Detail, Detection, Progress, Run};
use factmark::review::leads::leads as ask;
use factmark::review::{Coverage, Timeline};
use factmark::text::{Document, Published};

use super::{Deeds, ensure_in, shape};

/// The document, and a publication date that depends on the input: the head's own, a fixed one, or none.
fn read(input: &[u8]) -> (Document, Option<Published>) {
    let document = Document::new(String::from_utf8_lossy(input).into_owned());
    let published = match input.len() % 3 {
        0 => document.facts().published,
        1 => "2018-08-04T15:14:00+03:00".parse().ok(),
        _ => None,
    };
    (document, published)
}

fn dates_in(document: &Document, published: Option<Published>) -> Vec<Detection> {
    let (mut tagger, mut found) = (DateTagger::new(document, published), Vec::new());
    for view in (0..).map_while(|index| document.view(index)) {
        tagger.paragraph(view, &mut found);
    }
    found
}

fn quotes_in(document: &Document) -> Vec<Detection> {
    let (mut finder, mut found) = (QuoteFinder::default(), Vec::new());
    for index in 0..document.paragraphs().len() {
        finder.paragraph(document, index);
    }
    finder.finish(document, &mut found);
    found
}

/// Dates: passages in order, each with a value that can be said in words; what is typed into the field of a card is read
/// or refused.
pub fn dates(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let (document, published) = read(input);
    let found = dates_in(&document, published);
    check(&document, &found, deeds)?;
    let apart = found.iter().zip(found.iter().skip(1)).all(|(a, b)| a.range.end <= b.range.start);
    ensure!(apart, "two dates overlap");
    for detection in &found {
        let Detail::Date(date) = &detection.detail else { anyhow::bail!("a date that is none") };
        ensure!(!date.value.is_empty() && !in_words(&date.value).is_empty(), "a date without a value");
        for value in &date.alternatives {
            ensure!(*value != date.value, "an alternative is the reading itself: {value}");
        }
        let typed = read_typed(detection.range.of(document.text()), published);
        deeds.note((shape(&date.value), date.timex_type, date.modifier.clone(), typed.is_ok()));
    }
    Ok(())
}

/// Quotations: passages in order, their content, parts, insertions, cue and speaker in the text.
pub fn quotes(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let (document, _) = read(input);
    let found = quotes_in(&document);
    check(&document, &found, deeds)?;
    for detection in &found {
        let Detail::Quote(quote) = &detection.detail else { anyhow::bail!("a quotation that is none") };
        ensure!(detection.range.covers(quote.content), "the content is outside of the quotation");
        for part in quote.parts.iter().chain(&quote.insertions) {
            ensure_in(document.text(), *part, "a part")?;
            ensure!(detection.range.covers(*part), "a part is outside of the quotation");
        }
        if let Some(cue) = &quote.cue {
            ensure_in(document.text(), cue.range, "a cue")?;
        }
        let rule = quote.source.as_ref().map(|source| source.rule.clone());
        if let Some(source) = &quote.source {
            ensure!(!source.name.trim().is_empty(), "a speaker without a name");
            if let Some(range) = source.range {
                ensure_in(document.text(), range, "a speaker")?;
            }
        }
        deeds.note((quote.form, rule, quote.parts.len().min(4), quote.insertions.len().min(2), quote.cue.is_some()));
    }
    Ok(())
}

/// Claims: sentences in order, each with a score from 0 to 1.
pub fn claims(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let (document, published) = read(input);
    let (dates, quotes) = (dates_in(&document, published), quotes_in(&document));
    let mut finder = ClaimFinder::new(&document);
    for view in (0..).map_while(|index| document.view(index)) {
        let here = dates.iter().filter(|date| view.paragraph.range.covers(date.range)).cloned().collect::<Vec<_>>();
        finder.paragraph(view, &here);
    }
    let found = finder.finish(&document, &dates, &quotes);
    check(&document, &found, deeds)?;
    for detection in &found {
        let Detail::Claim(claim) = &detection.detail else { anyhow::bail!("a claim that is none") };
        ensure!((0.0..=1.0).contains(&claim.score), "a score of {}", claim.score);
        ensure_in(document.text(), claim.sentence, "the sentence of a claim")?;
        deeds.note(format!("{:?}", claim.types));
    }
    Ok(())
}

/// The whole run, in slices and at once; the questions; and a session opened with all of it.
pub fn leads(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let (document, published) = read(input);
    let document = Rc::new(document);
    let found = Run::new(&document, published).finish();
    let mut sliced = Run::new(&document, published);
    let budget = u32::try_from(input.len() % 97)?;
    while sliced.step(budget) != Progress::Done {}
    ensure!(sliced.finish() == found, "in slices, the findings are others");

    for lead in ask(&document, published, &found) {
        deeds.note((lead.rule.clone(), lead.passages.len()));
        ensure!(lead.question.contains('?'), "{:?} is no question", lead.question);
        for passage in &lead.passages {
            ensure_in(document.text(), *passage, "a passage of a question")?;
        }
    }
    let facts = ArticleFacts { published, ..ArticleFacts::of(&document) };
    let session = Session::open("fuzz", Rc::clone(&document), facts, found);
    let ids: HashSet<_> = session.annotations.iter().map(|mark| &mark.id).collect();
    ensure!(ids.len() == session.annotations.len(), "two annotations have one id");
    ensure!(session.annotations.is_sorted_by(|a, b| a.order() < b.order()), "the annotations are not in order");
    let _ = Coverage::of(&document, &session.annotations, &[]);
    let _ = Timeline::of(&document, published, &session.annotations);
    Ok(())
}

/// What holds for detections of every kind.
fn check(document: &Document, found: &[Detection], deeds: &mut Deeds) -> Result<()> {
    let text = document.text();
    ensure!(found.is_sorted_by(|a, b| a.range.start <= b.range.start), "the detections are not in order");
    for detection in found {
        ensure_in(text, detection.range, "a detection")?;
        ensure!((0.0..=1.0).contains(&detection.confidence), "a confidence of {}", detection.confidence);
        ensure!(!detection.reasons.is_empty(), "a detection without a reason");
        for reason in &detection.reasons {
            ensure_in(text, reason.range, "a reason")?;
        }
        let mut names: Vec<_> = detection.reasons.iter().map(|reason| reason.name.clone()).collect();
        names.sort_unstable();
        deeds.note((detection.kind(), names));
    }
    Ok(())
}
