//! How a document lies in the index: which words it is found by, and what is kept to show it.
//!
//! Before every word stands the letter of its group. So one index holds all groups (one writer,
//! one commit, one watermark), while each group has its own list of documents for a word: looking
//! for a word among a hundred thousand matters never walks over a million knowledge entries.

use serde::{Deserialize, Serialize};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, Schema, TantivyDocument, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer};
use tantivy::{IndexSettings, TantivyError, Term};

use crate::document::{Document, Facets, Kind, Passage, Season};
use crate::units::{Unit, pairs, tokens, units};
use crate::{codes, sound};

/// Goes up with every change of what is written here, of how words are cut or of how they sound:
/// an older index is then built anew.
pub(crate) const VERSION: u32 = 2;

const TOKENIZER: &str = "listed";
/// Stands between listed tokens; never part of one.
const BETWEEN: char = '\u{1}';
/// A word in the name counts as often as so many in the text.
const NAME_WEIGHT: usize = 4;
/// Stored documents are read one by one, each with the block it is in: small blocks.
const BLOCK: usize = 2048;

/// The fields.
#[derive(Clone, Copy)]
pub(crate) struct Fields {
    /// Kind and key, to replace and remove by.
    pub id: Field,
    /// Title and aliases: units and pairs. For names that hold every character of a question,
    /// and for how rare a character is among names.
    pub name: Field,
    /// Everything: the name several times over, units and pairs of what is near to it, pairs and
    /// Latin words of the rest. One list for a word instead of one for each field: what BM25F
    /// does with weights, this does with repetition, and a search walks a third of the postings.
    pub words: Field,
    /// How title and aliases sound.
    pub sound: Field,
    /// Pieces of codes.
    pub code: Field,
    /// The group by itself, and facets.
    pub facet: Field,
    /// [`Card`], as JSON.
    pub card: Field,
    /// The other passages, as JSON.
    pub rest: Field,
}

/// What ranking needs of a document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Card {
    pub key: String,
    pub title: String,
    pub aliases: Vec<String>,
    pub near: Vec<Passage>,
    pub codes: Vec<String>,
    pub division: String,
    pub seasons: Vec<Season>,
}

/// The schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let listed = |norms: bool, record: IndexRecordOption| {
        let indexing = TextFieldIndexing::default().set_tokenizer(TOKENIZER).set_fieldnorms(norms);
        TextOptions::default().set_indexing_options(indexing.set_index_option(record))
    };
    let ranked = listed(true, IndexRecordOption::WithFreqs);
    let found = listed(false, IndexRecordOption::Basic);
    let fields = Fields {
        id: schema.add_text_field("id", found.clone()),
        name: schema.add_text_field("name", ranked.clone()),
        words: schema.add_text_field("words", ranked.clone()),
        sound: schema.add_text_field("sound", ranked),
        code: schema.add_text_field("code", found.clone()),
        facet: schema.add_text_field("facet", found),
        card: schema.add_text_field("card", STORED),
        rest: schema.add_text_field("rest", STORED),
    };
    (schema.build(), fields)
}

/// How documents are stored.
pub(crate) fn settings() -> IndexSettings {
    IndexSettings { docstore_blocksize: BLOCK, ..IndexSettings::default() }
}

/// Makes the tokenizer known to an index.
pub(crate) fn register(index: &tantivy::Index) {
    index.tokenizers().register(TOKENIZER, TextAnalyzer::from(Listed::default()));
}

impl Fields {
    /// A word of a group.
    pub fn word(field: Field, kind: Kind, word: &str) -> Term {
        Term::from_field_text(field, &format!("{}{word}", kind.letter()))
    }

    /// The term a document is replaced and removed by.
    pub fn known_by(&self, kind: Kind, key: &str) -> Term {
        Self::word(self.id, kind, key)
    }

    /// The term that every document of a group has.
    pub fn group(&self, kind: Kind) -> Term {
        Self::word(self.facet, kind, "")
    }

    /// A document as the engine takes it.
    pub fn stored(&self, document: Document) -> Result<TantivyDocument, TantivyError> {
        let kind = document.kind;
        let mut stored = TantivyDocument::default();
        let mut put = |field, words: Vec<String>| {
            let words = words.into_iter().map(|word| format!("{}{word}", kind.letter()));
            stored.add_text(field, words.collect::<Vec<_>>().join(&BETWEEN.to_string()));
        };
        let Document { key, title, aliases, passages, codes, facets, seasons, .. } = document;
        let names: Vec<Vec<Unit>> =
            std::iter::once(&title).chain(&aliases).map(|name| units(name)).collect();
        let (near, rest): (Vec<_>, Vec<_>) =
            passages.into_iter().partition(|passage| passage.role.is_near());
        put(self.id, vec![key.clone()]);
        let name: Vec<String> = names.iter().flat_map(|name| tokens(name)).collect();
        let mut words = Vec::with_capacity(2 * NAME_WEIGHT * name.len());
        for _ in 0..NAME_WEIGHT {
            words.extend(name.iter().cloned());
        }
        words.extend(near.iter().flat_map(|passage| tokens(&units(&passage.text))));
        words.extend(rest.iter().flat_map(|passage| prose(&passage.text)));
        put(self.name, name);
        put(self.words, words);
        put(self.sound, names.iter().flat_map(|name| sound::tokens(name)).collect());
        put(self.code, codes.iter().flat_map(|code| codes::pieces(code)).collect());
        put(self.facet, facet_words(&facets));
        let division = facets.division;
        let card = Card { key, title, aliases, near, codes, division, seasons };
        stored.add_text(self.card, json(&card)?);
        if !rest.is_empty() {
            stored.add_text(self.rest, json(&rest)?);
        }
        Ok(stored)
    }
}

/// Words of prose: a single character in a long text says nothing.
fn prose(text: &str) -> Vec<String> {
    let units = units(text);
    let words = units.iter().filter_map(Unit::word).map(str::to_owned);
    words.chain(pairs(&units)).collect()
}

fn json(value: &impl Serialize) -> Result<String, TantivyError> {
    serde_json::to_string(value).map_err(|error| TantivyError::InternalError(error.to_string()))
}

/// Sorts of facets, by the letter that stands before their values.
pub(crate) mod facet {
    pub const DEPARTMENT: char = 'd';
    pub const OBJECT: char = 'o';
    pub const THEME: char = 't';
    pub const LEVEL: char = 'l';
    pub const STATUS: char = 's';
}

fn facet_words(facets: &Facets) -> Vec<String> {
    let Facets { department, objects, themes, level, status, division: _ } = facets;
    let one = |sort: char, value: &String| format!("{sort}{value}");
    let mut words = vec![
        String::new(),
        one(facet::DEPARTMENT, department),
        one(facet::LEVEL, level),
        one(facet::STATUS, status),
    ];
    words.extend(objects.iter().map(|object| one(facet::OBJECT, object)));
    words.extend(themes.iter().map(|theme| one(facet::THEME, theme)));
    words
}

/// Takes the tokens that were listed; they are made above, where the document is known.
#[derive(Clone, Default)]
struct Listed {
    token: Token,
}

struct ListedStream<'a> {
    rest: std::str::Split<'a, char>,
    token: &'a mut Token,
}

impl Tokenizer for Listed {
    type TokenStream<'a> = ListedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ListedStream<'a> {
        self.token.reset();
        ListedStream { rest: text.split(BETWEEN), token: &mut self.token }
    }
}

impl TokenStream for ListedStream<'_> {
    fn advance(&mut self) -> bool {
        // An empty list is one empty piece; a word has at least the letter of its group.
        let Some(word) = self.rest.next().filter(|word| !word.is_empty()) else { return false };
        self.token.text.clear();
        self.token.text.push_str(word);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
