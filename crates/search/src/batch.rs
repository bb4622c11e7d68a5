//! Changes that become visible together.

use tantivy::IndexWriter;

use crate::document::{Document, Kind};
use crate::error::Error;
use crate::schema::Fields;

/// What is put and removed in one [`Index::write`](crate::Index::write). The order counts: what
/// was put last stays.
pub struct Batch<'w> {
    writer: &'w IndexWriter,
    fields: Fields,
}

impl<'w> Batch<'w> {
    pub(crate) fn new(writer: &'w IndexWriter, fields: Fields) -> Self {
        Self { writer, fields }
    }

    /// Puts a document, in place of the one of the same kind and key.
    pub fn put(&mut self, document: Document) -> Result<(), Error> {
        self.remove(document.kind, &document.key);
        let stored = self.fields.stored(document)?;
        self.writer.add_document(stored)?;
        Ok(())
    }

    /// Removes a document, if there is one.
    pub fn remove(&mut self, kind: Kind, key: &str) {
        self.writer.delete_term(self.fields.known_by(kind, key));
    }

    /// Removes every document of a group.
    pub fn clear(&mut self, kind: Kind) {
        self.writer.delete_term(self.fields.group(kind));
    }
}
