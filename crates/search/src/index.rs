//! The index on disk: opening it, writing to it, and how far it has come.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyError};

use crate::batch::Batch;
use crate::error::{DAMAGED, Error, Unusable};
use crate::schema::{self, Fields};
use crate::sealed::SealedDirectory;

/// Memory of the writer, while there is one: small, as the machines are.
const WRITER_BYTES: usize = 24 * 1024 * 1024;
/// So many parts of a size are put together: each part costs a look at every search.
const PARTS: usize = 4;
/// Blocks of stored documents that are kept unpacked.
const BLOCKS_KEPT: usize = 256;

/// The search index. Cheap to share by reference; every method may be called from any thread.
///
/// It holds nothing of its own: whatever is in it can be put again. Its calls block; from async
/// code, use `spawn_blocking`.
pub struct Index {
    pub(crate) fields: Fields,
    pub(crate) reader: IndexReader,
    engine: tantivy::Index,
    /// One writer at a time.
    writing: Mutex<()>,
}

/// What is written with every commit.
#[derive(Serialize, Deserialize)]
struct State {
    version: u32,
    watermark: u64,
}

impl Index {
    /// Opens the index in `dir`, or makes an empty one. `key` is any secret of 256 bits, always
    /// the same for this folder; the keys of the files follow from it.
    ///
    /// [`Error::MustRebuild`] when what is there cannot be used: see [`rebuild`](Self::rebuild).
    pub fn open(dir: &Path, key: &[u8; 32]) -> Result<Self, Error> {
        let directory = SealedDirectory::open(dir, key)?;
        let (schema, fields) = schema::schema();
        let exists = tantivy::Index::exists(&directory).map_err(TantivyError::from)?;
        let index = if exists {
            let index = tantivy::Index::open(directory)?;
            check(&index, &schema)?;
            index
        } else {
            let new = tantivy::Index::builder().schema(schema).settings(schema::settings());
            new.open_or_create(directory)?
        };
        schema::register(&index);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(BLOCKS_KEPT)
            .try_into()?;
        Ok(Self { fields, reader, engine: index, writing: Mutex::new(()) })
    }

    /// Empties `dir` and opens a new index in it. Its watermark is 0.
    pub fn rebuild(dir: &Path, key: &[u8; 32]) -> Result<Self, Error> {
        match std::fs::remove_dir_all(dir) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Self::open(dir, key),
        }
    }

    /// The watermark of the last [`write`](Self::write); 0 for a new index. What the caller has
    /// changed since then is still to be put.
    pub fn watermark(&self) -> Result<u64, Error> {
        let metas = self.engine.load_metas()?;
        Ok(state(metas.payload.as_deref())?.map_or(0, |state| state.watermark))
    }

    /// Number of documents.
    pub fn documents(&self) -> u64 {
        self.searcher().num_docs()
    }

    /// Puts and removes what `fill` says, and keeps `watermark` with it: all of it is durable and
    /// visible to every later [`find`](Self::find), or, after an error or a power cut, nothing is.
    ///
    /// One batch may hold a million documents; memory stays at some 30 MiB.
    pub fn write<E: From<Error>>(
        &self,
        watermark: u64,
        fill: impl FnOnce(&mut Batch<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = self.writer()?;
        fill(&mut Batch::new(&writer, self.fields, self.searcher()))?;
        commit(&mut writer, watermark)?;
        writer.wait_merging_threads().map_err(Error::from)?;
        self.reader.reload().map_err(Error::from)?;
        Ok(())
    }

    /// Puts all parts of the index together, which makes every search quicker. Takes about as long
    /// as building the index; for an idle hour after a large change.
    pub fn compact(&self) -> Result<(), Error> {
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = self.writer()?;
        let parts = self.engine.searchable_segment_ids()?;
        if parts.len() > 1 {
            writer.merge(&parts).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(self.reader.reload()?)
    }

    pub(crate) fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    fn writer(&self) -> Result<IndexWriter, Error> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(WRITER_BYTES)
            .build();
        let writer = self.engine.writer_with_options(options)?;
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(PARTS);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }
}

fn commit(writer: &mut IndexWriter, watermark: u64) -> Result<(), Error> {
    let state = State { version: schema::VERSION, watermark };
    let state = serde_json::to_string(&state).map_err(|error| Error::Engine(error.to_string()))?;
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&state);
    prepared.commit()?;
    Ok(())
}

/// Whether an index that opens is one this version can use.
fn check(index: &tantivy::Index, schema: &tantivy::schema::Schema) -> Result<(), Error> {
    let metas = index.load_metas()?;
    let other =
        state(metas.payload.as_deref())?.is_some_and(|state| state.version != schema::VERSION);
    if other || index.schema() != *schema {
        return Err(Error::MustRebuild(Unusable::OtherVersion));
    }
    Ok(())
}

fn state(payload: Option<&str>) -> Result<Option<State>, Error> {
    payload.map(serde_json::from_str).transpose().map_err(|_| DAMAGED)
}
