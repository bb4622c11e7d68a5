//! What was typed, as it may be read: as it stands, and with words of the same meaning put in.

use crate::codes;
use crate::sound::{Parse, parses};
use crate::synonyms::Synonyms;
use crate::units::{Unit, pairs, units};

/// Characters that are read; nobody reads the names of what is longer either.
const LONGEST: usize = 64;

/// A question.
pub(super) struct Question {
    /// As it stands first; the others with a word replaced.
    pub readings: Vec<Reading>,
    /// What was typed, if it may be a part of a code.
    pub code: Option<String>,
}

/// One way to read a question.
pub(super) struct Reading {
    pub units: Vec<Unit>,
    /// The pairs of neighbours.
    pub pairs: Vec<String>,
    /// What stands between separators, by ranges of units.
    pub parts: Vec<std::ops::Range<usize>>,
    /// For each unit that may be pinyin, the ways to take it apart.
    pub letters: Vec<(usize, Vec<Parse>)>,
}

impl Question {
    /// Reads what was typed.
    pub fn read(text: &str, synonyms: &Synonyms) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let others = synonyms.readings(&text);
        let readings = std::iter::once(&text).chain(&others).map(|text| Reading::of(text));
        let readings = readings.filter(|reading| !reading.units.is_empty()).collect();
        Self { readings, code: codes::typed(&text) }
    }

    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }
}

impl Reading {
    pub fn of(text: &str) -> Self {
        let units = units(text);
        let words = units.iter().enumerate().filter_map(|(at, unit)| Some((at, unit.word()?)));
        let letters = words.map(|(at, word)| (at, parses(word)));
        Self {
            pairs: pairs(&units).collect(),
            parts: parts(&units),
            letters: letters.filter(|(_, parses)| !parses.is_empty()).collect(),
            units,
        }
    }

    /// Words that may be pinyin.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.letters.iter().filter_map(|(at, _)| self.units[*at].word())
    }
}

fn parts(units: &[Unit]) -> Vec<std::ops::Range<usize>> {
    let starts: Vec<usize> =
        units.iter().enumerate().filter(|(_, unit)| !unit.joined).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([units.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}
