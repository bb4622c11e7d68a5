//! The open index, and whether it still fits the database.

use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use bangban_domain::rulebook::Rules;
use bangban_search::{Error as IndexError, Index, Synonyms};
use bangban_store::Store;
use bangban_store::table::{finding, meta};
use tokio::sync::{Notify, watch};
use zeroize::Zeroizing;

use crate::{FinderError, Result};

/// How long closing waits for the index.
const LONGEST_REST: Duration = Duration::from_secs(10);

/// What the task in the background and a search share.
pub(crate) struct Kept {
    pub(crate) store: Arc<Store>,
    folder: PathBuf,
    key: Zeroizing<[u8; 32]>,
    index: RwLock<Option<Arc<Index>>>,
    synonyms: RwLock<Option<(u32, Arc<Synonyms>)>>,
    pub(crate) taken_in: watch::Sender<u64>,
    /// The index was given up: there is something to do though nobody wrote.
    pub(crate) given_up: Notify,
    /// Held for reading by whatever works on the index.
    busy: Arc<tokio::sync::RwLock<()>>,
}

impl Kept {
    pub(crate) fn new(store: Arc<Store>, folder: PathBuf, key: Zeroizing<[u8; 32]>) -> Self {
        let (index, synonyms) = (RwLock::default(), RwLock::default());
        let (taken_in, given_up) = (watch::Sender::new(0), Notify::new());
        Self { store, folder, key, index, synonyms, taken_in, given_up, busy: Arc::default() }
    }

    /// The index, once it is open.
    pub(crate) fn open_index(&self) -> Option<Arc<Index>> {
        self.index.read().map_or_else(|held| held.into_inner().clone(), |index| index.clone())
    }

    fn set_index(&self, index: Option<Arc<Index>>) {
        match self.index.write() {
            Ok(mut held) => *held = index,
            Err(held) => *held.into_inner() = index,
        }
    }

    /// The index cannot be used any more: the next look makes a new one.
    pub(crate) fn give_up(&self) {
        tracing::warn!("the search index cannot be used and is made anew");
        self.set_index(None);
        self.given_up.notify_one();
    }

    /// The index in step with the database so far, opened or made anew.
    pub(crate) async fn fitting_index(&self) -> Result<Arc<Index>> {
        if let Some(index) = self.open_index() {
            return Ok(index);
        }
        let (folder, key) = (self.folder.clone(), self.key.clone());
        let opened = self.blocking(move || Index::open(&folder, &key)).await;
        let index = match opened {
            Ok(index) if self.fits(&index).await? => index,
            Ok(_) | Err(FinderError::Index(IndexError::MustRebuild(_))) => self.rebuild().await?,
            Err(error) => return Err(error),
        };
        let index = Arc::new(index);
        self.set_index(Some(index.clone()));
        Ok(index)
    }

    /// Not an old copy, nor one that belongs to a newer copy of the database.
    async fn fits(&self, index: &Index) -> Result<bool> {
        let Ok(mark) = i64::try_from(index.watermark()?) else { return Ok(false) };
        let mut reader = self.store.read().await?;
        let taken = meta::get(&mut reader, meta::SEARCH_TAKEN).await?;
        let taken = taken.and_then(|number| number.parse().ok()).unwrap_or(0);
        Ok((taken..=finding::last_number(&mut reader).await?).contains(&mark))
    }

    async fn rebuild(&self) -> Result<Index> {
        let mut tx = self.store.write().await?;
        finding::everything(&mut tx).await?;
        meta::set(&mut tx, meta::SEARCH_TAKEN, "0").await?;
        tx.commit().await?;
        let (folder, key) = (self.folder.clone(), self.key.clone());
        self.blocking(move || Index::rebuild(&folder, &key)).await
    }

    /// Runs what blocks where that harms nobody. It cannot be broken off, so it must not hold the
    /// database: whoever closes that one waits for [`Kept::rest`].
    pub(crate) async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> std::result::Result<T, IndexError> + Send + 'static,
    ) -> Result<T> {
        let busy = self.busy.clone().read_owned().await;
        let done = tokio::task::spawn_blocking(move || {
            let _busy = busy;
            work()
        });
        Ok(done.await.map_err(|_| FinderError::Ended)??)
    }

    /// Waits until nothing works on the index any more, or for long enough.
    pub(crate) async fn rest(&self) {
        if tokio::time::timeout(LONGEST_REST, self.busy.write()).await.is_err() {
            tracing::warn!("the search index is still being put together");
        }
    }

    /// Words that mean the same: those that ship with the product and those of the rule book.
    pub(crate) fn synonyms(&self, rules: &Rules) -> Arc<Synonyms> {
        let version = rules.book.version;
        let held = self.synonyms.read().ok().and_then(|held| held.clone());
        if let Some((_, synonyms)) = held.filter(|(known, _)| *known == version) {
            return synonyms;
        }
        let distributed = Synonyms::new(rules.book.synonyms.iter());
        let synonyms = Arc::new(Synonyms::common().and(distributed));
        if let Ok(mut held) = self.synonyms.write() {
            *held = Some((version, synonyms.clone()));
        }
        synonyms
    }
}
