//! Some documents of a group that may answer, cheaply: what is ranked afterwards.

use std::collections::HashMap;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, Term};

use super::question::{Question, Reading};
use super::statistics::OfGroup;
use super::stored::StoredCard;
use super::terms::{Lookup, Wanted};
use crate::document::Kind;
use crate::error::Error;
use crate::index::Index;
use crate::query::{Filters, Query};
use crate::schema::{Card, Fields, facet};
use crate::units::Unit;

/// Candidates by any word, by every character of a short name, and of each further reading.
const BY_ANY: usize = 48;
const BY_ALL: usize = 24;
const BY_READING: usize = 16;
/// Candidates of a group, of all readings together: each is read and ranked.
const MOST: usize = 64;
/// What scores less than this share of the best has too little of the question to come first.
const WORTH_A_LOOK: f32 = 0.3;
/// Postings that are walked in one group, for what was typed and for each further reading. Rare
/// words come first and are nearly free; what is over it are the commonest words of a long
/// question, which decide nothing. The rarest word is looked for in any case.
const POSTINGS: u64 = 60_000;
const POSTINGS_OF_READING: u64 = 15_000;
/// Words that are looked for at most, those that say most.
const WORDS: usize = 20;
/// A character that more names have does not narrow anything down.
const COMMON: u64 = 10_000;
/// The longest short name (海洋环评) that is looked for by every character of it.
const SHORT_NAME: usize = 8;

/// What a group offers.
pub(super) struct Candidates {
    pub found: Vec<Candidate>,
    /// For each reading, what each of its units says, by how rare it is in names.
    pub weights: Vec<Vec<f32>>,
}

/// A document that may answer.
pub(super) struct Candidate {
    pub at: DocAddress,
    pub card: Card,
    /// For each reading, how well its words are found anywhere, about 0 to 1.
    pub words: Vec<f32>,
}

/// Takes the candidates of a group.
pub(super) fn take(
    index: &Index,
    searcher: &Searcher,
    query: &Query<'_>,
    question: &Question,
    kind: Kind,
) -> Result<Candidates, Error> {
    let fields = index.fields;
    let group = OfGroup::new(searcher, &fields.group(kind))?;
    if group.documents() == 0 {
        return Ok(Candidates { found: Vec::new(), weights: Vec::new() });
    }
    let lookup = Lookup { searcher, fields, kind, group: &group };
    let engine = Engine { searcher, group: &group, filters: filters(fields, kind, query.filters) };
    let count = question.readings.len();
    let mut words: HashMap<DocAddress, Vec<f32>> = HashMap::new();
    let mut weights = Vec::new();
    for (number, reading) in question.readings.iter().enumerate() {
        let wanted = lookup.wanted(reading)?;
        // Each word at its most: BM25 gives up to 1 + k1 times the rarity.
        let ideal = 2.2 * wanted.iter().map(|word| word.worth).sum::<f32>().max(1.0);
        let (limit, postings) =
            if number == 0 { (BY_ANY, POSTINGS) } else { (BY_READING, POSTINGS_OF_READING) };
        let mut found = engine.any(affordable(wanted, postings), limit)?;
        let best = found.first().map_or(0.0, |(score, _)| *score);
        found.retain(|(score, _)| *score >= WORTH_A_LOOK * best);
        found.extend(engine.all(&lookup, reading)?);
        for (score, at) in found {
            let of = words.entry(at).or_insert_with(|| vec![0.0; count]);
            of[number] = of[number].max(score / ideal);
        }
        weights.push(weigh(&lookup, reading)?);
    }
    keep_likeliest(&mut words);
    if let Some(code) = &question.code {
        for (_, at) in engine.code(fields, kind, code)? {
            words.entry(at).or_insert_with(|| vec![0.0; count]);
        }
    }
    Ok(Candidates { found: fetch(searcher, words)?, weights })
}

/// Keeps those with most of what was typed or of what it may mean.
fn keep_likeliest(words: &mut HashMap<DocAddress, Vec<f32>>) {
    let most = |words: &[f32]| words.iter().copied().fold(0.0, f32::max);
    let mut all: Vec<f32> = words.values().map(|words| most(words)).collect();
    if all.len() > MOST {
        all.sort_unstable_by(|a, b| b.total_cmp(a));
        words.retain(|_, words| most(words) >= all[MOST - 1]);
    }
}

/// The words that say most, within the budget.
fn affordable(mut wanted: Vec<Wanted>, mut left: u64) -> Vec<Wanted> {
    wanted.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    let mut taken = Vec::new();
    for word in wanted {
        if taken.len() == WORDS {
            break;
        }
        if !taken.is_empty() && word.documents > left {
            continue;
        }
        left = left.saturating_sub(word.documents);
        taken.push(word);
    }
    taken
}

fn weigh(lookup: &Lookup<'_>, reading: &Reading) -> tantivy::Result<Vec<f32>> {
    let weight = |unit: &Unit| {
        let term = Fields::word(lookup.fields.name, lookup.kind, &unit.text());
        Ok(lookup.group.idf(lookup.searcher.doc_freq(&term)?))
    };
    reading.units.iter().map(weight).collect()
}

type Scored = Vec<(f32, DocAddress)>;

/// Asks the engine.
struct Engine<'s> {
    searcher: &'s Searcher,
    group: &'s OfGroup<'s>,
    filters: Vec<Box<dyn EngineQuery>>,
}

impl Engine<'_> {
    /// Documents with any of these words, by how much the words say.
    fn any(&self, wanted: Vec<Wanted>, limit: usize) -> tantivy::Result<Scored> {
        let words = wanted.into_iter().map(|word| {
            let query = term(word.term, IndexRecordOption::WithFreqs);
            (Occur::Should, Box::new(BoostQuery::new(query, word.boost)) as Box<dyn EngineQuery>)
        });
        self.top(words.collect(), limit)
    }

    /// Documents whose names hold every character of a short question: 海洋环评.
    fn all(&self, lookup: &Lookup<'_>, reading: &Reading) -> tantivy::Result<Scored> {
        let units = &reading.units;
        if !(2..=SHORT_NAME).contains(&units.len())
            || !units.iter().all(|unit| unit.han().is_some())
        {
            return Ok(Vec::new());
        }
        let words =
            units.iter().map(|unit| Fields::word(lookup.fields.name, lookup.kind, &unit.text()));
        let words: Vec<Term> = words.collect();
        let mut rarest = u64::MAX;
        for word in &words {
            rarest = rarest.min(self.searcher.doc_freq(word)?);
        }
        if !(1..=COMMON).contains(&rarest) {
            return Ok(Vec::new());
        }
        let must = |word| (Occur::Must, term(word, IndexRecordOption::WithFreqs));
        self.top(words.into_iter().map(must).collect(), BY_ALL)
    }

    /// Documents with a code that has all the pieces of what was typed.
    fn code(&self, fields: Fields, kind: Kind, code: &str) -> tantivy::Result<Scored> {
        let pieces = crate::codes::pieces(code);
        let term_of = |piece: &String| {
            let word = Fields::word(fields.code, kind, piece);
            (Occur::Must, term(word, IndexRecordOption::Basic))
        };
        self.top(pieces.iter().map(term_of).collect(), BY_ANY)
    }

    fn top(
        &self,
        words: Vec<(Occur, Box<dyn EngineQuery>)>,
        limit: usize,
    ) -> tantivy::Result<Scored> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = BooleanQuery::new(words);
        if !self.filters.is_empty() {
            let filters = self.filters.iter().map(|filter| (Occur::Must, filter.box_clone()));
            let all = filters.chain([(Occur::Must, Box::new(query) as Box<dyn EngineQuery>)]);
            query = BooleanQuery::new(all.collect());
        }
        let best = TopDocs::with_limit(limit).order_by_score();
        self.searcher.search_with_statistics_provider(&query, &best, self.group)
    }
}

fn term(term: Term, record: IndexRecordOption) -> Box<dyn EngineQuery> {
    Box::new(TermQuery::new(term, record))
}

/// One query for each list that is not empty; it counts nothing.
fn filters(fields: Fields, kind: Kind, filters: &Filters) -> Vec<Box<dyn EngineQuery>> {
    let sorts: [(char, &[String]); 5] = [
        (facet::DEPARTMENT, &filters.departments),
        (facet::OBJECT, &filters.objects),
        (facet::THEME, &filters.themes),
        (facet::LEVEL, &filters.levels),
        (facet::STATUS, &filters.statuses),
    ];
    let one_of = |(sort, values): (char, &[String])| {
        let value = |value: &String| Fields::word(fields.facet, kind, &format!("{sort}{value}"));
        let any = BooleanQuery::new_multiterms_query(values.iter().map(value).collect());
        Box::new(BoostQuery::new(Box::new(any), 0.0)) as Box<dyn EngineQuery>
    };
    sorts.into_iter().filter(|(_, values)| !values.is_empty()).map(one_of).collect()
}

/// Reads the cards, in the order they lie on the disk.
fn fetch(
    searcher: &Searcher,
    words: HashMap<DocAddress, Vec<f32>>,
) -> Result<Vec<Candidate>, Error> {
    let mut words: Vec<(DocAddress, Vec<f32>)> = words.into_iter().collect();
    words.sort_unstable_by_key(|(at, _)| *at);
    let fetched = words.into_iter().map(|(at, words)| {
        let stored: StoredCard = searcher.doc(at)?;
        Ok(Candidate { at, card: stored.read()?, words })
    });
    fetched.collect()
}
