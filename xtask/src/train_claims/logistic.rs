//! Logistic regression by cyclic coordinate descent: every weight has its own bounds, L2 penalty and the value the
//! penalty pulls to. Deterministic: no randomness, one order.

/// What is known of one weight before training.
#[derive(Clone, Copy, Debug)]
pub struct Prior {
    /// Strength of the L2 penalty.
    pub l2: f32,
    /// Least value.
    pub least: f32,
    /// Greatest value.
    pub most: f32,
}

impl Prior {
    /// A weight that may take any value.
    #[must_use]
    pub fn free(l2: f32) -> Self {
        Self { l2, least: f32::NEG_INFINITY, most: f32::INFINITY }
    }

    /// A weight that is not negative (`Some(true)`), not positive (`Some(false)`), or free.
    #[must_use]
    pub fn signed(l2: f32, sign: Option<bool>) -> Self {
        match sign {
            Some(true) => Self { least: 0.0, ..Self::free(l2) },
            Some(false) => Self { most: 0.0, ..Self::free(l2) },
            None => Self::free(l2),
        }
    }
}

/// Examples by column: for each feature the examples that have it, with its value.
#[derive(Debug, Default)]
pub struct Columns {
    columns: Vec<Vec<(u32, f32)>>,
    rows: usize,
}

impl Columns {
    /// The columns of `rows`, each a list of (feature, value); values of one feature in one row add up.
    pub fn new<R: IntoIterator<Item = (usize, f32)>>(features: usize, rows: impl IntoIterator<Item = R>) -> Self {
        let mut columns: Vec<Vec<(u32, f32)>> = vec![Vec::new(); features];
        let mut count = 0;
        for row in rows {
            let at = u32::try_from(count).unwrap_or(u32::MAX);
            for (feature, value) in row {
                match columns[feature].last_mut() {
                    Some((last, sum)) if *last == at => *sum += value,
                    _ if value != 0.0 => columns[feature].push((at, value)),
                    _ => {}
                }
            }
            count += 1;
        }
        Self { columns, rows: count }
    }

    /// The variance of each feature.
    #[must_use]
    pub fn variances(&self) -> Vec<f32> {
        #[expect(clippy::cast_precision_loss, reason = "a few thousand examples")]
        let rows = self.rows.max(1) as f32;
        let mean =
            |column: &[(u32, f32)], power: i32| column.iter().map(|(_, value)| value.powi(power)).sum::<f32>() / rows;
        self.columns.iter().map(|column| (mean(column, 2) - mean(column, 1).powi(2)).max(1e-6)).collect()
    }
}

/// Weights and bias.
#[derive(Clone, Debug)]
pub struct Fit {
    /// One weight for each feature.
    pub weights: Vec<f32>,
    /// Added to every sum.
    pub bias: f32,
}

/// Fits `labels` by `passes` over all weights. Each step goes to the minimum of a parabola that lies above the loss, so
/// that the loss never rises.
#[must_use]
pub fn fit(columns: &Columns, labels: &[bool], priors: &[Prior], passes: usize) -> Fit {
    let mut weights = vec![0.0_f32; columns.columns.len()];
    let mut bias = 0.0_f32;
    let mut sums = vec![0.0_f32; columns.rows];
    // What the loss falls by for each unit of the sum: label less probability.
    let mut pull: Vec<f32> = labels.iter().map(|label| target(*label) - 0.5).collect();
    for _ in 0..passes {
        // The bias, by itself: one Newton step.
        let (slope, bend) = sums.iter().zip(&pull).fold((0.0, 1e-6), |(slope, bend), (sum, pull)| {
            let p = sigmoid(*sum);
            (slope + pull, bend + p * (1.0 - p))
        });
        let step = (slope / bend).clamp(-1.0, 1.0);
        bias += step;
        for ((sum, pull), label) in sums.iter_mut().zip(&mut pull).zip(labels) {
            *sum += step;
            *pull = target(*label) - sigmoid(*sum);
        }
        for ((column, weight), prior) in columns.columns.iter().zip(&mut weights).zip(priors) {
            if column.is_empty() {
                continue;
            }
            let (mut slope, mut bend) = (-prior.l2 * *weight, prior.l2);
            for (row, value) in column {
                slope += value * pull[*row as usize];
                bend += 0.25 * value * value;
            }
            let moved = (*weight + slope / bend).clamp(prior.least, prior.most);
            let step = moved - *weight;
            if step.abs() < 1e-6 {
                continue;
            }
            *weight = moved;
            for (row, value) in column {
                let row = *row as usize;
                sums[row] += step * value;
                pull[row] = target(labels[row]) - sigmoid(sums[row]);
            }
        }
    }
    Fit { weights, bias }
}

fn target(label: bool) -> f32 {
    f32::from(u8::from(label))
}

/// The logistic function.
#[must_use]
pub fn sigmoid(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_that_tells_gets_its_sign_and_bounds_hold() {
        let rows =
            (0..40).map(|i| vec![(0, f32::from(u8::from(i % 2 == 0))), (1, 1.0), (2, f32::from(u8::from(i % 2 == 0)))]);
        let labels: Vec<bool> = (0..40).map(|i| i % 2 == 0).collect();
        let priors = [Prior::free(1.0), Prior::free(1.0), Prior::signed(1.0, Some(false))];
        let fit = fit(&Columns::new(3, rows), &labels, &priors, 50);
        assert!(fit.weights[0] > 1.0);
        assert!(fit.weights[2].abs() < 1e-6);
        assert!(sigmoid(fit.bias + fit.weights[0] + fit.weights[1]) > 0.8);
    }
}
