//! The words a reading is looked for by, in a group.

use tantivy::{Searcher, Term};

use super::question::Reading;
use super::statistics::OfGroup;
use crate::document::Kind;
use crate::schema::Fields;
use crate::sound::{self, Parse, Piece};
use crate::units::Unit;

/// A single character says less than its share: most of it is in the pairs.
const SINGLE: f32 = 0.6;
/// A word that the typed one is the beginning of.
const ENDING: f32 = 0.6;
/// A word by its sound.
const HEARD: f32 = 1.0;
/// A word that more documents have says nothing of their texts; in names it still does.
const EVERYWHERE: u64 = 50_000;
/// Endings of a word that is being typed.
const ENDINGS: usize = 8;

/// A word to look for.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub term: Term,
    /// Documents that have it.
    pub documents: u64,
    /// How much it says: its rarity in the group by what it counts for.
    pub worth: f32,
    /// What it counts for.
    pub boost: f32,
}

/// Looks words up in a group.
pub(super) struct Lookup<'s> {
    pub searcher: &'s Searcher,
    pub fields: Fields,
    pub kind: Kind,
    pub group: &'s OfGroup<'s>,
}

impl Lookup<'_> {
    /// Every word of `reading` that some document has.
    pub fn wanted(&self, reading: &Reading) -> tantivy::Result<Vec<Wanted>> {
        let Fields { name, words, sound, .. } = self.fields;
        let mut wanted = Vec::new();
        for unit in &reading.units {
            self.add(&mut wanted, words, &unit.text(), SINGLE)?;
        }
        for pair in &reading.pairs {
            self.add(&mut wanted, words, pair, 1.0)?;
        }
        if let Some(last) = reading.units.last().and_then(Unit::word) {
            for ending in self.endings(name, last)? {
                self.add(&mut wanted, words, &ending, ENDING)?;
            }
        }
        for (_, parses) in &reading.letters {
            for token in self.heard(parses)? {
                self.add(&mut wanted, sound, &token, HEARD)?;
            }
        }
        Ok(wanted)
    }

    fn add(
        &self,
        wanted: &mut Vec<Wanted>,
        field: tantivy::schema::Field,
        word: &str,
        boost: f32,
    ) -> tantivy::Result<()> {
        let mut term = Fields::word(field, self.kind, word);
        let mut documents = self.searcher.doc_freq(&term)?;
        if documents > EVERYWHERE && field == self.fields.words {
            let in_names = Fields::word(self.fields.name, self.kind, word);
            let count = self.searcher.doc_freq(&in_names)?;
            if count > 0 {
                (term, documents) = (in_names, count);
            }
        }
        if documents > 0 && wanted.iter().all(|known| known.term != term) {
            let worth = boost * self.group.idf(documents);
            wanted.push(Wanted { term, documents, worth, boost });
        }
        Ok(())
    }

    /// The tokens that typed letters may be.
    fn heard(&self, parses: &[Parse]) -> tantivy::Result<Vec<String>> {
        let mut tokens = Vec::new();
        for parse in parses {
            match parse.as_slice() {
                [] => {}
                [Piece::Start(letter)] if letter.len() == 1 => {
                    tokens.push(sound::initial_token(letter));
                }
                [one] => {
                    tokens.extend(self.endings(self.fields.sound, &sound::key(one.letters()))?);
                }
                pieces => tokens.extend(self.rows(pieces)?),
            }
        }
        tokens.sort_unstable();
        tokens.dedup();
        Ok(tokens)
    }

    fn rows(&self, pieces: &[Piece]) -> tantivy::Result<Vec<String>> {
        let mut tokens = Vec::new();
        for (at, pair) in pieces.windows(2).enumerate() {
            let last = at + 2 == pieces.len();
            let (first, second) = (sound::key(pair[0].letters()), sound::key(pair[1].letters()));
            match (&pair[0], &pair[1]) {
                (Piece::Syllable(_), _) if last => {
                    let begun = sound::pair_token(&first, &second);
                    tokens.extend(self.endings(self.fields.sound, &begun)?);
                }
                (Piece::Syllable(_), Piece::Syllable(_)) => {
                    tokens.push(sound::pair_token(&first, &second));
                }
                _ => tokens.push(row(pair)),
            }
        }
        let whole = |piece: &Piece| matches!(piece, Piece::Syllable(_));
        let triples = pieces.windows(3).filter(|triple| !triple.iter().all(whole));
        tokens.extend(triples.map(row));
        Ok(tokens)
    }

    /// Words of the group that begin with `begun`, those of most documents first.
    fn endings(&self, field: tantivy::schema::Field, begun: &str) -> tantivy::Result<Vec<String>> {
        let begun = format!("{}{begun}", self.kind.letter());
        let mut found: Vec<(u32, String)> = Vec::new();
        for part in self.searcher.segment_readers() {
            let index = part.inverted_index(field)?;
            let mut words = index.terms().range().ge(&begun).into_stream()?;
            // Enough to choose from; a beginning that has more says next to nothing.
            let mut looked_at = 0;
            while looked_at < ENDINGS * 16
                && words.advance()
                && words.key().starts_with(begun.as_bytes())
            {
                looked_at += 1;
                let word = String::from_utf8_lossy(&words.key()[1..]).into_owned();
                found.push((words.value().doc_freq, word));
            }
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut words: Vec<String> = Vec::new();
        for (_, word) in found {
            if words.len() < ENDINGS && !words.contains(&word) {
                words.push(word);
            }
        }
        Ok(words)
    }
}

fn row(pieces: &[Piece]) -> String {
    sound::initial_token(pieces.iter().map(Piece::initial).collect::<String>())
}
