//! `cargo xtask train-claims DATA`: trains the claim model and prints what it is worth, cross-validated.
//!
//! Two steps. The *passage* weights and the n-gram table come from `claimbuster-train.jsonl` (sentences of debates).
//! The *article* weights come from `news-dev.jsonl`: they start from the passage weights and move where the articles say
//! so. The same data gives the same bytes.

#![expect(clippy::indexing_slicing, reason = "every index is made here, from the length of what it indexes")]

mod examples;
mod figures;
mod logistic;

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use factmark::detect::claim::training::{
    BUCKET_COUNT, FEATURE_COUNT, SentenceFeatures, SettingWeights, encode, feature_name, nearest_entry, place_of, sign,
};

use examples::Article;
use figures::{Scored, average_precision, highlighted, precision_at};
use logistic::{Columns, Fit, Prior, fit, sigmoid};

/// Where the model is written, from the root of the checkout.
const MODEL: &str = "src/reader/detect/claim/weights.bin";
/// What the n-grams together may add to a passage's sum or take from it, at most.
const CAP: f32 = 4.0;
/// Penalty on passage features, and on n-grams.
const PASSAGE_L2: (f32, f32) = (1.0, 0.3);
/// N-grams that stand there fewer times teach little, and would disturb those they share a place with.
const AGAIN: u32 = 5;
/// Penalty on an article weight's distance from the passage weight, and on the shares of the passage sums; each for
/// values of variance one, so that a rare feature is not held back more than a frequent one.
const ARTICLE_L2: (f32, f32) = (50.0, 15.0);
/// Passes over all weights.
const PASSES: (usize, usize) = (150, 400);
/// Folds of the debates and of the articles.
const FOLDS: (usize, usize) = (5, 10);

/// Trains on the files in `data`, writes the model and prints the figures.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn train(data: &Path) -> Result<()> {
    let debates = examples::read(&data.join("claimbuster-train.jsonl"))?;
    let news = examples::read(&data.join("news-dev.jsonl"))?;
    println!("{} debate sentences, {} articles with {} sentences", debates.len(), news.len(), count(&news));
    println!("shares of debates and of articles are trained on, the rest is scored; AP = average precision");

    let pairs = cross_validate_passages(&debates, 1.0);
    println!("debates, {} folds by debate: AP {:.4}", FOLDS.0, average_precision(&pairs));
    let calibration = platt(&pairs);
    let passage = Passage::train(&debates.iter().collect::<Vec<_>>());

    let scored = cross_validate_articles(&passage, &news, 1.0);
    print_articles("articles", &scored);
    for (floor, short) in [(0.3_f32, 0.3_f32), (0.4, 0.24), (0.4, 0.32), (0.4, 0.36), (0.4, 0.4), (0.5, 0.5)] {
        let shown = highlighted(&scored, floor, short);
        println!(
            "  highlighted with a floor of {floor:.2}, in short articles {short:.2}: P {:.3} R {:.3}, {:.0} % of all sentences, {:.0} % in articles longer than 20",
            shown.precision,
            shown.recall,
            100.0 * shown.coverage,
            100.0 * shown.coverage_long
        );
    }
    println!("learning curve");
    for share in [0.25_f32, 0.5] {
        let pairs = cross_validate_passages(&debates, share);
        println!("  {:.0} % of the training debates: AP {:.4}", 100.0 * share, average_precision(&pairs));
    }
    for share in [0.0_f32, 0.25, 0.5, 0.75] {
        print_articles(
            &format!("  {:.0} % of the training articles", 100.0 * share),
            &cross_validate_articles(&passage, &news, share),
        );
    }

    let article = Articles::train(&passage, &news.iter().collect::<Vec<_>>());
    let settings = [passage.weights(calibration), article.weights];
    print_weights(&settings);
    let model = encode(&settings, &passage.table);
    std::fs::write(MODEL, &model).with_context(|| format!("cannot write {MODEL}"))?;
    println!("{MODEL}: {} bytes", model.len());
    Ok(())
}

fn count(articles: &[Article]) -> usize {
    articles.iter().map(|article| article.worthy.len()).sum()
}

/// The passage weights and the n-gram table.
struct Passage {
    features: Vec<f32>,
    bias: f32,
    table: Vec<i8>,
    /// What one step of the table is worth.
    scale: f32,
}

impl Passage {
    fn train(debates: &[&Article]) -> Self {
        let mut seen: HashMap<u64, u32> = HashMap::new();
        for (_, sentence) in debates.iter().flat_map(|article| &article.sentences) {
            for ngram in &sentence.ngrams {
                *seen.entry(*ngram).or_default() += 1;
            }
        }
        let rows = debates.iter().flat_map(|article| &article.sentences).map(|(_, sentence)| {
            let again = |ngram: &u64| seen.get(ngram).is_some_and(|count| *count >= AGAIN);
            let values = sentence.values.iter().copied().enumerate();
            values
                .chain(ngrams(sentence, again).map(|(bucket, value)| (FEATURE_COUNT + bucket, value)))
                .collect::<Vec<_>>()
        });
        let labels: Vec<bool> = debates.iter().flat_map(|article| labels(article)).collect();
        let columns = Columns::new(FEATURE_COUNT + BUCKET_COUNT, rows);
        let priors: Vec<Prior> = (0..FEATURE_COUNT)
            .map(|feature| Prior::signed(PASSAGE_L2.0, sign(feature)))
            .chain((0..BUCKET_COUNT).map(|_| Prior::free(PASSAGE_L2.1)))
            .collect();
        let Fit { mut weights, bias } = fit(&columns, &labels, &priors, PASSES.0);
        let buckets = weights.split_off(FEATURE_COUNT);
        // One entry in a thousand is cut, so that the others are told apart more finely.
        let mut sizes: Vec<f32> = buckets.iter().map(|weight| weight.abs()).collect();
        sizes.sort_by(f32::total_cmp);
        let scale = sizes[BUCKET_COUNT - 1 - BUCKET_COUNT / 1000].max(1e-6) / 127.0;
        let table = buckets.iter().map(|weight| nearest_entry(weight / scale)).collect();
        Self { features: weights, bias, table, scale }
    }

    /// What the features and what the n-grams add to the sum of a sentence.
    fn parts(&self, sentence: &SentenceFeatures) -> (f32, f32) {
        let features = sentence.values.iter().zip(&self.features).map(|(value, weight)| value * weight).sum();
        let ngrams: f32 =
            ngrams(sentence, |_| true).map(|(bucket, value)| value * f32::from(self.table[bucket]) * self.scale).sum();
        (features, ngrams.clamp(-CAP, CAP))
    }

    fn sum(&self, sentence: &SentenceFeatures) -> f32 {
        let (features, ngrams) = self.parts(sentence);
        self.bias + features + ngrams
    }

    fn weights(&self, (slope, offset): (f32, f32)) -> SettingWeights {
        SettingWeights {
            features: self.features.iter().map(|weight| slope * weight).collect(),
            bias: slope * self.bias + offset,
            scale: slope * self.scale,
            cap: slope * CAP,
        }
    }
}

/// The places of a sentence's n-grams in the table, of those that `counts`, each worth one over the square root of the
/// number of all.
fn ngrams(sentence: &SentenceFeatures, counts: impl Fn(&u64) -> bool) -> impl Iterator<Item = (usize, f32)> {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred at most")]
    let value = 1.0 / (sentence.ngrams.len().max(1) as f32).sqrt();
    let mut places: Vec<usize> =
        sentence.ngrams.iter().filter(|ngram| counts(ngram)).map(|ngram| place_of(*ngram)).collect();
    places.sort_unstable();
    places.into_iter().map(move |bucket| (bucket, value))
}

fn labels(article: &Article) -> impl Iterator<Item = bool> {
    article.sentences.iter().map(|(label, _)| article.worthy[*label])
}

/// The article weights.
struct Articles {
    weights: SettingWeights,
}

impl Articles {
    fn train(passage: &Passage, articles: &[&Article]) -> Self {
        let rows = articles.iter().flat_map(|article| &article.sentences).map(|(_, sentence)| {
            let (features, ngrams) = passage.parts(sentence);
            let values = sentence.values.iter().copied().enumerate();
            values.chain([(FEATURE_COUNT, features), (FEATURE_COUNT + 1, ngrams)]).collect::<Vec<_>>()
        });
        let labels: Vec<bool> = articles.iter().flat_map(|article| labels(article)).collect();
        let columns = Columns::new(FEATURE_COUNT + 2, rows);
        let variances = columns.variances();
        let priors: Vec<Prior> = (0..)
            .zip(&variances)
            .map(|(feature, variance)| {
                if feature < FEATURE_COUNT {
                    Prior::signed(ARTICLE_L2.0 * variance, sign(feature))
                } else {
                    Prior::signed(ARTICLE_L2.1 * variance, Some(true))
                }
            })
            .collect();
        let Fit { weights, bias } = fit(&columns, &labels, &priors, PASSES.1);
        let [of_features, of_ngrams] = [weights[FEATURE_COUNT], weights[FEATURE_COUNT + 1]];
        let features =
            weights.iter().zip(&passage.features).map(|(own, passage)| own + of_features * passage).collect();
        let weights = SettingWeights { features, bias, scale: of_ngrams * passage.scale, cap: of_ngrams * CAP };
        Self { weights }
    }

    fn score(&self, passage: &Passage, sentence: &SentenceFeatures) -> f32 {
        let weights = &self.weights;
        let features: f32 = sentence.values.iter().zip(&weights.features).map(|(value, weight)| value * weight).sum();
        let ngrams: f32 = ngrams(sentence, |_| true)
            .map(|(bucket, value)| value * f32::from(passage.table[bucket]) * weights.scale)
            .sum();
        sigmoid(weights.bias + features + ngrams.clamp(-weights.cap, weights.cap))
    }
}

/// Sums and labels of the debate sentences, each scored by a model that has not seen its debate; of the other debates
/// `share` is trained on.
fn cross_validate_passages(debates: &[Article], share: f32) -> Vec<(f32, bool)> {
    let mut names: Vec<&str> = debates.iter().map(debate).collect();
    names.sort_unstable();
    names.dedup();
    let fold = |article: &Article| names.binary_search(&debate(article)).unwrap_or(0);
    let mut pairs = Vec::new();
    for test in 0..FOLDS.0 {
        let training: Vec<&Article> = debates
            .iter()
            .filter(|article| fold(article) % FOLDS.0 != test && within(share, fold(article) / FOLDS.0))
            .collect();
        let passage = Passage::train(&training);
        for article in debates.iter().filter(|article| fold(article) % FOLDS.0 == test) {
            let best = article.sentences.iter().map(|(_, sentence)| passage.sum(sentence)).fold(f32::MIN, f32::max);
            pairs.push((best, article.worthy.contains(&true)));
        }
    }
    pairs
}

/// The debate a sentence was said in: its name without the number.
fn debate(article: &Article) -> &str {
    article.name.rsplit_once('-').map_or(article.name.as_str(), |(debate, _)| debate)
}

/// Whether the example number `index` is among a `share` of all, spread evenly.
fn within(share: f32, index: usize) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "four values")]
    let place = (index % 4) as f32 / 4.0;
    place < share
}

/// Scores of the articles' sentences, each by a model that has not seen its article.
fn cross_validate_articles(passage: &Passage, news: &[Article], share: f32) -> Vec<Scored> {
    let mut scored = vec![Scored::default(); news.len()];
    for test in 0..FOLDS.1 {
        let training: Vec<&Article> = (0..)
            .zip(news)
            .filter(|(at, _)| at % FOLDS.1 != test && within(share, at / FOLDS.1 + at))
            .map(|(_, article)| article)
            .collect();
        let model = Articles::train(passage, &training);
        for (at, article) in news.iter().enumerate().filter(|(at, _)| at % FOLDS.1 == test) {
            scored[at] = score(article, |sentence| {
                if training.is_empty() { sigmoid(passage.sum(sentence)) } else { model.score(passage, sentence) }
            });
        }
    }
    scored
}

fn score(article: &Article, model: impl Fn(&SentenceFeatures) -> f32) -> Scored {
    let mut sentences: Vec<(f32, bool)> = article.worthy.iter().map(|worthy| (0.0, *worthy)).collect();
    let mut shown = vec![false; sentences.len()];
    for (label, sentence) in &article.sentences {
        sentences[*label].0 = sentences[*label].0.max(model(sentence));
        shown[*label] |= sentence.in_body && has_reason(sentence);
    }
    Scored { sentences, shown }
}

/// Whether a cue speaks for the sentence.
fn has_reason(sentence: &SentenceFeatures) -> bool {
    sentence.values.iter().enumerate().any(|(feature, value)| sign(feature) == Some(true) && *value > 0.0)
}

fn print_articles(what: &str, scored: &[Scored]) {
    let pairs: Vec<(f32, bool)> = scored.iter().flat_map(|article| article.sentences.iter().copied()).collect();
    println!(
        "{what}, {} folds by article: AP {:.4}, best 15 % of each P {:.3}, best 25 % P {:.3}",
        FOLDS.1,
        average_precision(&pairs),
        precision_at(scored, 15),
        precision_at(scored, 25)
    );
}

fn print_weights(settings: &[SettingWeights; 2]) {
    println!("{:<20} {:>8} {:>8}", "weight", "passage", "article");
    for feature in 0..FEATURE_COUNT {
        let [passage, article] = [0, 1].map(|setting: usize| settings[setting].features[feature]);
        println!("{:<20} {passage:>8.2} {article:>8.2}", feature_name(feature));
    }
    for (name, of) in
        [("bias", (|weights| weights.bias) as fn(&SettingWeights) -> f32), ("n-grams at most", |weights| weights.cap)]
    {
        println!("{name:<20} {:>8.2} {:>8.2}", of(&settings[0]), of(&settings[1]));
    }
}

/// Platt's calibration: slope and offset that make probabilities of cross-validated sums.
fn platt(pairs: &[(f32, bool)]) -> (f32, f32) {
    let labels: Vec<bool> = pairs.iter().map(|(_, label)| *label).collect();
    let columns = Columns::new(1, pairs.iter().map(|(sum, _)| [(0, *sum)]));
    let Fit { weights, bias } = fit(&columns, &labels, &[Prior::free(1e-6)], 200);
    (weights[0], bias)
}
