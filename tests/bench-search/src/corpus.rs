//! A large library: real matters, repeated with varied text, and knowledge entries that read
//! like them. The same seed gives the same records, so nothing is held in memory.

use bangban_search::{Document, Kind, Passage, Role};
use pinyin::ToPinyin;

use crate::dice::Dice;
use crate::library::{Library, Record};
use crate::text::Voice;

const SEED: u64 = 20_261_122;
/// Share of a copy's text that is written anew, percent.
const ANEW: usize = 60;

/// The library and its size.
pub struct Corpus<'l> {
    records: &'l [Record],
    voice: Voice,
    pub matters: usize,
    pub entries: usize,
}

/// Something that is typed, letter by letter.
pub struct Typed {
    pub text: String,
    /// Whether a person types characters; the peers know nothing else.
    pub characters: bool,
    /// The document whose title it is a part of.
    pub kind: Kind,
    pub key: String,
}

impl<'l> Corpus<'l> {
    /// Learns how the records read.
    pub fn new(library: &'l Library, matters: usize, entries: usize) -> Self {
        let texts = library.records.iter().flat_map(|record| {
            let passages = record.document.passages.iter().map(|passage| passage.text.as_str());
            std::iter::once(record.document.title.as_str()).chain(passages)
        });
        let mut voice = Voice::of(texts);
        voice.set_anew(ANEW);
        Self { records: &library.records, voice, matters, entries }
    }

    /// Every document, in turn.
    pub fn documents(&self) -> impl Iterator<Item = Document> {
        let mut dice = Dice::new(SEED);
        let mut others = Dice::new(SEED + 1);
        let matters = (0..self.matters).map(move |at| self.matter(&mut dice, at));
        matters.chain((0..self.entries).map(move |at| self.entry(&mut others, at)))
    }

    fn matter(&self, dice: &mut Dice, at: usize) -> Document {
        let mut document = self.records[at % self.records.len()].document.clone();
        document.key = format!("m-{at}");
        if at >= self.records.len() {
            document.title = self.voice.vary(dice, &document.title);
            document.codes =
                vec![format!("{:012}{:06}{at:07}", dice.below(1 << 40), dice.below(1_000_000))];
            for passage in &mut document.passages {
                passage.text = self.voice.vary(dice, &passage.text);
            }
        }
        document.aliases = vec![self.words(dice, 4, 8)];
        document
    }

    fn entry(&self, dice: &mut Dice, at: usize) -> Document {
        let mut document =
            Document::new(Kind::Knowledge, format!("k-{at}"), self.words(dice, 10, 22));
        document.aliases = vec![self.words(dice, 6, 14)];
        document.passages = vec![
            Passage::new(
                Role::Department,
                self.records[at % self.records.len()].department.clone(),
            ),
            Passage::new(Role::Text, self.words(dice, 60, 260)),
        ];
        document
    }

    fn words(&self, dice: &mut Dice, least: usize, most: usize) -> String {
        let length = least + dice.below(most - least);
        self.voice.sentence(dice, length)
    }

    /// Pieces of titles: as characters, as pinyin, as initials; and pieces of codes.
    pub fn typed(&self, count: usize) -> Vec<Typed> {
        let mut dice = Dice::new(SEED + 2);
        let every = (self.matters + self.entries) / count;
        // Half from each group, however many each has.
        let matters =
            self.documents().take(self.matters).step_by((2 * self.matters / count).max(1));
        let entries =
            self.documents().skip(self.matters).step_by((2 * self.entries / count).max(1));
        debug_assert!(every > 0);
        matters
            .chain(entries)
            .enumerate()
            .filter_map(|(at, document)| piece(&mut dice, at, &document))
            .collect()
    }
}

fn piece(dice: &mut Dice, at: usize, document: &Document) -> Option<Typed> {
    let letters: Vec<char> = document.title.chars().collect();
    let length = (2 + dice.below(5)).min(letters.len());
    let start = dice.below(letters.len() - length + 1);
    let piece = &letters[start..start + length];
    let han = piece.iter().all(|letter| letter.to_pinyin().is_some());
    let said = |say: fn(pinyin::Pinyin) -> &'static str| {
        piece.iter().filter_map(ToPinyin::to_pinyin).map(say).collect::<String>()
    };
    let text = match (at % 8, document.codes.first()) {
        (0, Some(code)) => code[6..16.min(code.len())].to_owned(),
        (1 | 2, _) if han => said(pinyin::Pinyin::plain),
        (3, _) if han => said(pinyin::Pinyin::first_letter),
        _ => piece.iter().collect(),
    };
    let characters = text.contains(piece[0]);
    (text.trim() == text).then(|| Typed {
        text,
        characters,
        kind: document.kind,
        key: document.key.clone(),
    })
}
