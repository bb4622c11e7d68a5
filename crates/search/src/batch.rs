//! Changes that become visible together.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use tantivy::{IndexWriter, Searcher};

use crate::document::{Document, Kind};
use crate::error::Error;
use crate::schema::Fields;

/// What is put and removed in one [`Index::write`](crate::Index::write). The order counts: what
/// was put last stays.
pub struct Batch<'w> {
    writer: &'w IndexWriter,
    fields: Fields,
    /// What was there before the batch, and what it has put: only that needs removing. Removing
    /// costs a look at every part of the index, which a first filling should not pay a million
    /// times over.
    before: Searcher,
    put: HashSet<u64>,
    hasher: RandomState,
}

impl<'w> Batch<'w> {
    pub(crate) fn new(writer: &'w IndexWriter, fields: Fields, before: Searcher) -> Self {
        Self { writer, fields, before, put: HashSet::new(), hasher: RandomState::new() }
    }

    /// Puts a document, in place of the one of the same kind and key.
    pub fn put(&mut self, document: Document) -> Result<(), Error> {
        self.remove(document.kind, &document.key)?;
        self.put.insert(self.hasher.hash_one((document.kind, &document.key)));
        let stored = self.fields.stored(document)?;
        self.writer.add_document(stored)?;
        Ok(())
    }

    /// Removes a document, if there is one.
    pub fn remove(&mut self, kind: Kind, key: &str) -> Result<(), Error> {
        let term = self.fields.known_by(kind, key);
        let there = self.put.contains(&self.hasher.hash_one((kind, key)))
            || self.before.doc_freq(&term)? > 0;
        if there {
            self.writer.delete_term(term);
        }
        Ok(())
    }

    /// Removes every document of a group.
    pub fn clear(&mut self, kind: Kind) {
        self.writer.delete_term(self.fields.group(kind));
    }
}
