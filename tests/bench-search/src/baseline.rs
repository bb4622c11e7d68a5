//! What the quality is compared with: BM25 over pairs of characters of the whole record.

use std::collections::HashMap;

use bangban_search::fold;

const K1: f64 = 1.2;
const B: f64 = 0.75;

/// The index of the baseline.
pub struct Baseline {
    postings: HashMap<String, Vec<(usize, f64)>>,
    lengths: Vec<f64>,
    mean: f64,
}

/// Pairs of characters of every run of letters; a run of one is itself.
fn pairs(text: &str) -> Vec<String> {
    let mut pairs = Vec::new();
    for run in fold(text).split(|letter: char| !letter.is_alphanumeric() && letter != '_') {
        let letters: Vec<char> = run.chars().collect();
        match letters.len() {
            0 => {}
            1 => pairs.push(run.to_owned()),
            _ => pairs.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>())),
        }
    }
    pairs
}

#[expect(clippy::cast_precision_loss, reason = "counts")]
impl Baseline {
    /// Indexes whole records.
    pub fn new<'a>(records: impl Iterator<Item = &'a str>) -> Self {
        let mut postings: HashMap<String, Vec<(usize, f64)>> = HashMap::new();
        let mut lengths = Vec::new();
        for (number, text) in records.enumerate() {
            let mut counts: HashMap<String, f64> = HashMap::new();
            let pairs = pairs(text);
            lengths.push(pairs.len() as f64);
            for pair in pairs {
                *counts.entry(pair).or_default() += 1.0;
            }
            for (pair, count) in counts {
                postings.entry(pair).or_default().push((number, count));
            }
        }
        let mean = lengths.iter().sum::<f64>() / lengths.len().max(1) as f64;
        Self { postings, lengths, mean }
    }

    /// Numbers of the ten best records.
    pub fn find(&self, text: &str) -> Vec<usize> {
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for pair in pairs(text) {
            let Some(found) = self.postings.get(&pair) else { continue };
            let (with, all) = (found.len() as f64, self.lengths.len() as f64);
            let idf = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
            for (number, count) in found {
                let length = 1.0 - B + B * self.lengths[*number] / self.mean;
                *scores.entry(*number).or_default() +=
                    idf * count * (K1 + 1.0) / (count + K1 * length);
            }
        }
        let mut best: Vec<(usize, f64)> = scores.into_iter().collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best.into_iter().take(10).map(|(number, _)| number).collect()
    }
}
