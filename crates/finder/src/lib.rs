//! One search over what a workstation holds: keeps the index in step with the store, and asks it.
//!
//! The index is a cache beside the database. Every change of a matter, an entry or a case leaves a
//! numbered note in the same transaction (`bangban_store::table::finding`); a task in the
//! background takes the notes in, in order, and the index keeps the number of the last one. An
//! index that is damaged, foreign, older or newer than the database is made anew, never trusted.

mod documents;
mod index;
mod named;
mod question;
mod taking_in;

use std::path::Path;
use std::sync::Arc;

use bangban_search::{Error as IndexError, Found};
use bangban_store::{Store, StoreError};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use zeroize::Zeroizing;

pub use documents::{MATERIAL, STATUTE, cited, situation_of, word};
pub use question::Asked;

use index::Kept;

/// What can go wrong. Holds no words of documents.
#[derive(Debug, thiserror::Error)]
pub enum FinderError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// The work was given up because the program ends.
    #[error("the search ended")]
    Ended,
}

/// Result of the finder.
pub type Result<T> = std::result::Result<T, FinderError>;

/// The search of one workstation.
pub struct Finder {
    kept: Arc<Kept>,
    work: JoinHandle<()>,
}

impl Finder {
    /// Starts to take in what has changed. Returns at once: the index is opened in the background.
    pub fn start(store: Arc<Store>, folder: &Path, key: Zeroizing<[u8; 32]>) -> Self {
        let kept = Arc::new(Kept::new(store, folder.to_owned(), key));
        let work = tokio::spawn(taking_in::work(kept.clone()));
        Self { kept, work }
    }

    /// What is found for what was typed; nothing before the index is open.
    pub async fn find(&self, asked: Asked) -> Result<Found> {
        question::find(&self.kept, asked).await
    }

    /// Changes whenever the index has taken something in.
    pub fn taken_in(&self) -> watch::Receiver<u64> {
        self.kept.taken_in.subscribe()
    }

    /// Ends the work in the background; what cannot be broken off is waited for.
    pub async fn stop(self) {
        self.work.abort();
        let _ = self.work.await;
        self.kept.rest().await;
    }
}
