//! A peer: tantivy as it comes, with words cut by jieba, on plain files.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use bangban_search::Kind;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::Tokenizer;
use tantivy::{Index, IndexReader, TantivyDocument, Term, doc};

use crate::corpus::{Corpus, Typed};
use crate::speed::{Finds, Turn, measure, size};

struct Jieba {
    reader: IndexReader,
    cutter: tantivy_jieba::JiebaTokenizer,
    kind: Field,
    key: Field,
    title: Field,
    body: Field,
}

/// Builds and asks.
pub fn turn(corpus: &Corpus<'_>, typed: &[Typed], dir: &Path) -> Result<Turn> {
    std::fs::create_dir_all(dir)?;
    let begun = Instant::now();
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("jieba")
        .set_index_option(IndexRecordOption::WithFreqs);
    let words = TextOptions::default().set_indexing_options(indexing).set_stored();
    let kind = schema.add_text_field("kind", STRING);
    let key = schema.add_text_field("key", STORED);
    let title = schema.add_text_field("title", words.clone());
    let body = schema.add_text_field("body", words);
    let index = Index::create_in_dir(dir, schema.build())?;
    index.tokenizers().register("jieba", tantivy_jieba::JiebaTokenizer::new());
    let mut writer = index.writer_with_num_threads(1, 24 << 20)?;
    for document in corpus.documents() {
        let mut row =
            doc!(kind => word(document.kind), key => document.key, title => document.title);
        for text in document.aliases {
            row.add_text(title, text);
        }
        for passage in document.passages {
            row.add_text(body, passage.text);
        }
        writer.add_document(row)?;
    }
    writer.commit()?;
    let parts = index.searchable_segment_ids()?;
    if parts.len() > 1 {
        writer.merge(&parts).wait()?;
    }
    writer.wait_merging_threads()?;
    let build = begun.elapsed();
    let jieba = Jieba {
        reader: index.reader()?,
        cutter: tantivy_jieba::JiebaTokenizer::new(),
        kind,
        key,
        title,
        body,
    };
    measure("tantivy + jieba", build, size(dir)?, &jieba, typed)
}

fn word(kind: Kind) -> &'static str {
    if kind == Kind::Matter { "matter" } else { "knowledge" }
}

impl Jieba {
    fn words(&self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        let mut cutter = self.cutter.clone();
        let mut stream = cutter.token_stream(text);
        tantivy::tokenizer::TokenStream::process(&mut stream, &mut |token| {
            words.push(token.text.clone());
        });
        words
    }
}

impl Finds for Jieba {
    fn find(&self, text: &str) -> Result<Vec<(Kind, String)>> {
        let searcher = self.reader.searcher();
        let term = |field: Field, word: &str| -> Box<dyn Query> {
            Box::new(TermQuery::new(
                Term::from_field_text(field, word),
                IndexRecordOption::WithFreqs,
            ))
        };
        let words = self.words(text);
        let mut found = Vec::new();
        for kind in [Kind::Matter, Kind::Knowledge] {
            let any = words.iter().flat_map(|word| [term(self.title, word), term(self.body, word)]);
            let any = BooleanQuery::new(any.map(|query| (Occur::Should, query)).collect());
            let of: Box<dyn Query> = Box::new(TermQuery::new(
                Term::from_field_text(self.kind, word(kind)),
                IndexRecordOption::Basic,
            ));
            let both = BooleanQuery::new(vec![(Occur::Must, of), (Occur::Must, Box::new(any))]);
            for (_, at) in searcher.search(&both, &TopDocs::with_limit(10).order_by_score())? {
                let row: TantivyDocument = searcher.doc(at)?;
                let key = row.get_first(self.key).and_then(|value| value.as_str());
                found.push((kind, key.unwrap_or_default().to_owned()));
            }
        }
        Ok(found)
    }
}
