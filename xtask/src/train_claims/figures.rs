//! The figures training prints: average precision, precision of the best of each article, what is highlighted.

/// The scores and labels of one article's sentences, and which of them the budget can show.
#[derive(Clone, Debug, Default)]
pub struct Scored {
    /// For each labelled sentence its score, 0 to 1, and whether it is check-worthy.
    pub sentences: Vec<(f32, bool)>,
    /// Which of them stand in the body and have a reason.
    pub shown: Vec<bool>,
}

/// Average precision over all pairs of score and label.
#[must_use]
pub fn average_precision(pairs: &[(f32, bool)]) -> f64 {
    let mut sorted: Vec<&(f32, bool)> = pairs.iter().collect();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut sum) = (0_u32, 0.0);
    for (rank, (_, worthy)) in (1_u32..).zip(sorted) {
        if *worthy {
            hits += 1;
            sum += f64::from(hits) / f64::from(rank);
        }
    }
    sum / f64::from(hits.max(1))
}

/// Precision of the best `percent` of each article's sentences, rounded up.
#[must_use]
pub fn precision_at(articles: &[Scored], percent: usize) -> f64 {
    let (mut all, mut right) = (0_u32, 0_u32);
    for article in articles {
        let mut sorted = article.sentences.clone();
        sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, worthy) in sorted.iter().take((sorted.len() * percent).div_ceil(100)) {
            all += 1;
            right += u32::from(*worthy);
        }
    }
    f64::from(right) / f64::from(all.max(1))
}

/// What is highlighted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Highlighted {
    /// Share of the highlighted sentences that are check-worthy.
    pub precision: f64,
    /// Share of the check-worthy sentences that are highlighted.
    pub recall: f64,
    /// Share of all sentences.
    pub coverage: f64,
    /// Share of the sentences of articles longer than 20.
    pub coverage_long: f64,
}

/// What the default budget highlights: 25 % of the body sentences, up to 8 in articles of up to 20, of what
/// reaches the floor.
#[must_use]
pub fn highlighted(articles: &[Scored], floor: f32, short_floor: f32) -> Highlighted {
    let (mut shown, mut right, mut all, mut worthy, mut long, mut long_shown) =
        (0_u32, 0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    for article in articles {
        let body = article.shown.iter().filter(|shown| **shown).count();
        let (room, floor) = if body <= 20 { (8.max(body.div_ceil(4)), short_floor) } else { (body.div_ceil(4), floor) };
        let mut sorted: Vec<(f32, bool)> = article
            .sentences
            .iter()
            .zip(&article.shown)
            .filter(|((score, _), shown)| **shown && *score >= floor)
            .map(|(pair, _)| *pair)
            .collect();
        sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
        sorted.truncate(room);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        shown += count(sorted.len());
        right += count(sorted.iter().filter(|(_, worthy)| *worthy).count());
        all += count(article.sentences.len());
        worthy += count(article.sentences.iter().filter(|(_, worthy)| *worthy).count());
        if article.sentences.len() > 20 {
            long += count(article.sentences.len());
            long_shown += count(sorted.len());
        }
    }
    let share = |part: u32, all: u32| f64::from(part) / f64::from(all.max(1));
    Highlighted {
        precision: share(right, shown),
        recall: share(right, worthy),
        coverage: share(shown, all),
        coverage_long: share(long_shown, long),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_precision_by_hand() {
        let pairs = [(0.9, true), (0.8, false), (0.7, true)];
        assert!((average_precision(&pairs) - f64::midpoint(1.0, 2.0 / 3.0)).abs() < 1e-9);
    }

    #[test]
    fn the_best_of_each_article_rounds_up() {
        let article = Scored { sentences: vec![(0.1, true), (0.9, false), (0.8, true)], shown: vec![true; 3] };
        assert!((precision_at(std::slice::from_ref(&article), 25) - 0.0).abs() < 1e-9);
        assert!((precision_at(&[article], 50) - 0.5).abs() < 1e-9);
    }
}
