//! Numbers of a group, as if it were an index of its own: a word that is rare among matters is
//! rare, however many knowledge entries there are.

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// The numbers of one group.
pub(super) struct OfGroup<'s> {
    searcher: &'s Searcher,
    documents: u64,
}

impl<'s> OfGroup<'s> {
    /// `group` is the term that all documents of the group have.
    pub fn new(searcher: &'s Searcher, group: &Term) -> tantivy::Result<Self> {
        Ok(Self { searcher, documents: searcher.doc_freq(group)? })
    }

    /// Documents of the group, removed ones included until parts are put together.
    pub fn documents(&self) -> u64 {
        self.documents
    }

    /// How much a word says that so many documents have.
    #[expect(clippy::cast_precision_loss, reason = "a weight")]
    pub fn idf(&self, documents: u64) -> f32 {
        let (with, all) = (documents as f32, self.documents as f32);
        (1.0 + (all - with + 0.5).max(0.0) / (with + 0.5)).ln()
    }
}

impl Bm25StatisticsProvider for OfGroup<'_> {
    /// As long as everywhere: the mean of a group is not known, and it only shifts what a long
    /// text is punished by.
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let tokens = Bm25StatisticsProvider::total_num_tokens(self.searcher, field)?;
        let all = Bm25StatisticsProvider::total_num_docs(self.searcher)?.max(1);
        let share = u128::from(tokens) * u128::from(self.documents) / u128::from(all);
        Ok(u64::try_from(share).unwrap_or(u64::MAX).max(1))
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.documents)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        self.searcher.doc_freq(term)
    }
}
