//! Words that mean the same, put in for each other when a question is read.

use crate::units::{Unit, units};

const COMMON: &str = include_str!("synonyms.txt");
/// Ways to read one question; each costs a search.
const MAX_READINGS: usize = 4;

/// Groups of words that mean the same.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    groups: Vec<Vec<String>>,
}

impl Synonyms {
    /// Groups as they are distributed. Order within a group has no meaning.
    pub fn new<W: AsRef<str>>(
        groups: impl IntoIterator<Item = impl IntoIterator<Item = W>>,
    ) -> Self {
        let group =
            |words: &mut dyn Iterator<Item = W>| words.map(|word| plain(word.as_ref())).collect();
        Self { groups: groups.into_iter().map(|words| group(&mut words.into_iter())).collect() }
    }

    /// The short forms and everyday words that are common in the field, as shipped.
    pub fn common() -> Self {
        let lines = COMMON.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self::new(lines.map(str::split_whitespace))
    }

    /// Both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.groups.extend(other.groups);
        self
    }

    /// The question with one word replaced by another of its group, in every way there is room for.
    pub(crate) fn readings(&self, text: &str) -> Vec<String> {
        let text = crate::fold(text);
        let mut readings = Vec::new();
        for group in &self.groups {
            for word in group.iter().filter(|word| text.contains(word.as_str())) {
                // A longer form that is there already, or that the word is a part of what stands
                // there, is no other reading.
                let others =
                    group.iter().filter(|other| *other != word && !text.contains(other.as_str()));
                let reading = |other: &String| (word.len(), text.replace(word.as_str(), other));
                readings.extend(others.map(reading));
            }
        }
        // The longer the word, the surer it is what was meant.
        readings.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        readings.dedup();
        readings.truncate(MAX_READINGS);
        readings.into_iter().map(|(_, reading)| reading).collect()
    }
}

/// A word as the readings compare it: folded, without what only separates.
fn plain(word: &str) -> String {
    units(word).iter().map(Unit::text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_replaced_by_each_of_its_group() {
        let synonyms = Synonyms::new([["环评", "环境影响评价"]]);
        assert_eq!(synonyms.readings("海洋环评审批"), ["海洋环境影响评价审批"]);
        assert!(synonyms.readings("环境影响评价环评").is_empty(), "both are there already");
        assert!(synonyms.readings("律师").is_empty());
    }

    #[test]
    fn the_shipped_list_reads() {
        assert!(Synonyms::common().readings("律师证").contains(&"律师执业证书".to_owned()));
    }
}
