//! Reads a document paragraph by paragraph and scores its sentences.

use super::assertion::assertion;
use super::claimant::Claimants;
use super::model::{Model, NgramSum, Setting};
use super::place::place;
use super::reading::{Reading, SentenceReader, Sighting};
use super::types::types;
use super::{ClaimDetail, ClaimScope, Cue};
use crate::detect::{Detail, Detection, Reason};
use crate::pace::{self, Pace};
use crate::text::{Document, ParagraphType, ParagraphView, Sentence, TextRange};

/// What a cue adds to the score, at least, to be given as a reason.
const WORTH_SAYING: f32 = 0.02;

/// Scores the sentences of a document, paragraph by paragraph.
#[derive(Debug)]
pub struct ClaimFinder {
    model: Model,
    reader: SentenceReader,
    sentences: Vec<ScannedSentence>,
    sightings: Vec<Sighting>,
    /// The n-grams of every sentence, kept for training only.
    ngrams: Option<Vec<u64>>,
}

/// One sentence as read.
#[derive(Debug)]
pub(super) struct ScannedSentence {
    pub(super) sentence: Sentence,
    pub(super) kind: ParagraphType,
    pub(super) opens_paragraph: bool,
    pub(super) reading: Reading,
    pub(super) all_ngrams: std::ops::Range<usize>,
    sightings: std::ops::Range<usize>,
    ngrams: NgramSum,
}

impl ScannedSentence {
    pub(super) fn is_body(&self) -> bool {
        self.kind == ParagraphType::Body
    }
}

impl ClaimFinder {
    /// A finder for `document`.
    #[must_use]
    pub fn new(_document: &Document) -> Self {
        Self {
            model: Model::shipped(),
            reader: SentenceReader::new(),
            sentences: Vec::new(),
            sightings: Vec::new(),
            ngrams: None,
        }
    }

    /// A finder that also keeps the n-grams, for training.
    pub(super) fn for_training(document: &Document) -> Self {
        Self { ngrams: Some(Vec::new()), ..Self::new(document) }
    }

    /// Reads the next paragraph; `dates` are the temporal expressions found in it.
    pub fn paragraph(&mut self, view: ParagraphView<'_>, dates: &[Detection]) {
        if view.paragraph.kind == ParagraphType::Omitted {
            return;
        }
        let mut quoted = false;
        let mut dates = dates;
        for (nth, sentence) in view.sentences.iter().enumerate() {
            let first = sentence.tokens.start.saturating_sub(view.paragraph.tokens.start);
            let tokens = view.tokens.get(first..first + sentence.tokens.len()).unwrap_or_default();
            let split = dates.partition_point(|date| date.range.start < sentence.range.end);
            let (inside, later) = dates.split_at_checked(split).unwrap_or((dates, &[]));
            dates = later;
            let first_sighting = self.sightings.len();
            let first_ngram = self.ngrams.as_ref().map_or(0, Vec::len);
            let mut ngrams = NgramSum::default();
            let (model, kept) = (&self.model, &mut self.ngrams);
            let reading = self.reader.read(view.text, tokens, inside, &mut quoted, &mut self.sightings, &mut |ngram| {
                model.add(&mut ngrams, ngram);
                if let Some(kept) = kept {
                    kept.push(ngram.0);
                }
            });
            self.sentences.push(ScannedSentence {
                sentence: sentence.clone(),
                kind: view.paragraph.kind,
                opens_paragraph: nth == 0,
                reading,
                all_ngrams: first_ngram..self.ngrams.as_ref().map_or(0, Vec::len),
                sightings: first_sighting..self.sightings.len(),
                ngrams,
            });
        }
    }

    /// Ends the run: every sentence of a body paragraph, a headline or a caption that has a reason for it, with its
    /// score, in text order.
    #[must_use]
    pub fn finish(self, document: &Document, _dates: &[Detection], quotes: &[Detection]) -> Vec<Detection> {
        pace::at_once(self.finish_in_steps(document, quotes))
    }

    /// The same with pauses.
    pub async fn finish_in_steps(mut self, document: &Document, quotes: &[Detection]) -> Vec<Detection> {
        let (setting, mut pace, mut found) = (self.place(), Pace::default(), Vec::new());
        let mut claimants = Claimants::new(document, quotes);
        let scope = ClaimScope::WithHeadlinesAndCaptions;
        for scanned in self.sentences.iter().filter(|scanned| scope.takes(scanned.kind)) {
            pace.step().await;
            let reasons = self.reasons(setting, scanned);
            if !reasons.is_empty() {
                let tokens = document.tokens().get(scanned.sentence.tokens.clone()).unwrap_or_default();
                let range = assertion(document.text(), tokens, self.sightings(scanned));
                let claimant = claimants.of(range, scanned.sentence.range);
                found.push(self.detection(setting, scanned, range, reasons, claimant));
            }
        }
        found
    }

    /// The sentences with the features of their place, the n-grams they hold, and what they stand in.
    pub(super) fn into_readings(mut self) -> (Setting, Vec<ScannedSentence>, Vec<u64>) {
        let setting = self.place();
        (setting, self.sentences, self.ngrams.unwrap_or_default())
    }

    fn place(&mut self) -> Setting {
        let setting = setting(self.sentences.len());
        if setting == Setting::Article {
            place(&mut self.sentences);
        }
        setting
    }

    fn sightings(&self, scanned: &ScannedSentence) -> &[Sighting] {
        self.sightings.get(scanned.sightings.clone()).unwrap_or_default()
    }

    /// What speaks for a sentence, in text order.
    fn reasons(&self, setting: Setting, scanned: &ScannedSentence) -> Vec<Reason> {
        reasons(&self.model, setting, &scanned.reading, self.sightings(scanned))
    }

    fn detection(
        &self,
        setting: Setting,
        scanned: &ScannedSentence,
        range: TextRange,
        reasons: Vec<Reason>,
        claimant: super::Claimant,
    ) -> Detection {
        let score = self.model.score(setting, &scanned.reading, scanned.ngrams);
        let detail =
            ClaimDetail { score, types: types(&scanned.reading.counts), claimant, sentence: scanned.sentence.range };
        Detection { range, detail: Detail::Claim(detail), reasons, confidence: score }
    }
}

/// Sentences from which on a text is an article.
const ARTICLE: usize = 3;

/// What a text of this many sentences is.
pub(super) fn setting(sentences: usize) -> Setting {
    if sentences >= ARTICLE { Setting::Article } else { Setting::Passage }
}

/// The sightings that speak for the passage, in text order.
pub(super) fn reasons(model: &Model, setting: Setting, reading: &Reading, sightings: &[Sighting]) -> Vec<Reason> {
    let mut speaking: Vec<&Sighting> = sightings
        .iter()
        .filter(|sighting| {
            let count = reading.counts.get(sighting.cue as usize).copied().unwrap_or_default();
            sighting.cue.speaks_for() && model.of_cue(setting, sighting.cue, count) >= WORTH_SAYING
        })
        .collect();
    speaking.sort_by_key(|sighting| (sighting.range.start, sighting.cue));
    speaking
        .into_iter()
        .map(|sighting| Reason { name: Cue::name(sighting.cue).into(), range: sighting.range })
        .collect()
}

/// Every sentence of every paragraph type as one claim, the whole sentence, with its score: no highlight budget, no
/// floor, and no reasons where there are none. For measuring (`annotate --all-claims`).
#[must_use]
pub fn every_sentence(document: &Document, dates: &[Detection], quotes: &[Detection]) -> Vec<Detection> {
    let mut finder = ClaimFinder::new(document);
    finder.whole(document, dates);
    let setting = finder.place();
    let mut claimants = Claimants::new(document, quotes);
    finder
        .sentences
        .iter()
        .map(|scanned| {
            let range = scanned.sentence.range;
            let claimant = claimants.of(range, range);
            finder.detection(setting, scanned, range, finder.reasons(setting, scanned), claimant)
        })
        .collect()
}

impl ClaimFinder {
    /// Reads every paragraph.
    pub(super) fn whole(&mut self, document: &Document, dates: &[Detection]) {
        let mut dates = dates;
        for view in (0..document.paragraphs().len()).filter_map(|at| document.view(at)) {
            let split = dates.partition_point(|date| date.range.start < view.paragraph.range.end);
            let (inside, later) = dates.split_at_checked(split).unwrap_or((dates, &[]));
            self.paragraph(view, inside);
            dates = later;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Claimant, within_budget};
    use super::*;
    use crate::detect::Run;

    fn claims(text: &str) -> (Document, Vec<Detection>) {
        let document = Document::new(text);
        let claims = Run::new(&document, None).finish().claims;
        (document, claims)
    }

    #[test]
    fn a_figure_is_a_claim_and_says_why() {
        let (_, claims) = claims("Prices rose by 3.8 percent in a year, the slowest pace since 2016.");
        let [claim] = claims.as_slice() else { panic!("one claim: {claims:?}") };
        let names: Vec<&str> = claim.reasons.iter().map(|reason| reason.name.as_ref()).collect();
        assert!(names.contains(&"percentage") && names.contains(&"change"), "{names:?}");
        let Detail::Claim(detail) = &claim.detail else { panic!("a claim") };
        assert_eq!(detail.claimant, Claimant::Narrator);
        assert!(detail.score > 0.5 && detail.score <= 1.0);
    }

    #[test]
    fn nothing_is_a_claim_without_a_reason_for_it() {
        let (_, claims) = claims("What a lovely morning! Do you remember me? I hope so.");
        assert!(claims.is_empty(), "{claims:?}");
    }

    #[test]
    fn an_article_without_anything_to_check_shows_nothing() {
        let (document, claims) = claims(
            "I love walking by the sea.\n\nWhat could be nicer? Perhaps you feel the same.\n\nLet us hope for sun.",
        );
        assert_eq!(within_budget(&document, &claims, 25), Vec::<usize>::new());
    }

    #[test]
    fn every_sentence_has_a_score_and_is_whole() {
        let document = Document::new("A title\n\nThe bank cut 1,200 jobs, it said. Why?");
        let all = every_sentence(&document, &[], &[]);
        let words: Vec<&str> = all.iter().map(|claim| claim.range.of(document.text())).collect();
        assert_eq!(words, ["A title", "The bank cut 1,200 jobs, it said.", "Why?"]);
    }

    #[test]
    fn a_date_from_the_date_detector_is_no_number() {
        let document = Document::new("The letter was sent on June 8.");
        let date = |start, end| Detection {
            range: TextRange::new(start, end),
            detail: Detail::Claim(ClaimDetail {
                score: 0.0,
                types: Vec::new(),
                claimant: Claimant::Narrator,
                sentence: TextRange::default(),
            }),
            reasons: Vec::new(),
            confidence: 1.0,
        };
        let mut finder = ClaimFinder::new(&document);
        finder.whole(&document, &[date(23, 29)]);
        let counts = finder.sentences[0].reading.counts;
        assert_eq!((counts[Cue::Date as usize], counts[Cue::Number as usize]), (1, 0));
    }
}
