//! The signed-in person's store, its sync, and the stream of what changed.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bangban_domain::directory::Staff;
use bangban_domain::time::Timestamp;
use bangban_files::Vault;
use bangban_finder::Finder;
use bangban_store::table::meta;
use bangban_store::{Connection, Read, Store, WriteTx, table};
use bangban_sync::{Engine, HttpPlatform, News, Signal, Tokens, Transfers, clock};
use tokio::sync::{broadcast, watch};
use tokio::task::JoinHandle;

use crate::alarms;
use crate::commands::Tag;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::event::ApiEvent;
use crate::handlers::files;
use crate::model::{Notice, Protection};
use crate::outside;
use crate::scan_watch::ScanWatch;
use crate::uploads::Uploads;

/// Shortest time between two events about a download.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);
const SIGNAL_BACKLOG: usize = 256;

/// What the signed-in person works with.
pub struct Open {
    pub(crate) store: Arc<Store>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) uploads: Uploads,
    pub(crate) scans: ScanWatch,
    /// Folder of the copies for the system's programs.
    pub(crate) outside: PathBuf,
    pub(crate) engine: Engine,
    pub(crate) finder: Finder,
    pub(crate) protection: Protection,
    forward: JoinHandle<()>,
    found: JoinHandle<()>,
    watch: JoinHandle<()>,
}

impl Open {
    /// Starts sync on an open store.
    pub(crate) fn start(
        desk: &Desk,
        store: Arc<Store>,
        vault: Arc<Vault>,
        protection: Protection,
        (platform, tokens): (HttpPlatform, Tokens),
        finder: Finder,
    ) -> Self {
        let pace = desk.config().pace;
        let (signals, receiver) = broadcast::channel(SIGNAL_BACKLOG);
        let outside = store.directory().join(outside::FOLDER);
        outside::clear(&outside);
        let engine = Engine::start(platform, store.clone(), vault.clone(), tokens, pace, signals);
        let forward =
            tokio::spawn(forward(desk.clone(), engine.watch(), engine.transfers(), receiver));
        let found = tokio::spawn(tell_found(desk.clone(), finder.taken_in()));
        let watch = tokio::spawn(alarms::watch(desk.clone(), store.clone()));
        let (uploads, scans) = (Uploads::default(), ScanWatch::new(desk.clone()));
        Self {
            store,
            vault,
            uploads,
            scans,
            outside,
            engine,
            finder,
            protection,
            forward,
            found,
            watch,
        }
    }

    pub(crate) async fn read(&self) -> Result<Read, ApiError> {
        Ok(self.store.read().await?)
    }

    pub(crate) async fn write(&self) -> Result<WriteTx, ApiError> {
        Ok(self.store.write().await?)
    }

    pub(crate) async fn close(self) {
        self.forward.abort();
        self.found.abort();
        self.watch.abort();
        self.let_go_of_files().await;
        // Whatever it was doing with the store has ended when it is awaited.
        let _ = self.watch.await;
        self.engine.stop().await;
        self.finder.stop().await;
        self.store.close().await;
    }
}

impl Open {
    /// What nobody said a word about does not stay in the vault, nor a copy outside of it.
    async fn let_go_of_files(&self) {
        for taken in self.uploads.drain() {
            if let Err(error) = files::forget(self, &taken).await {
                tracing::warn!(code = ?error.code, "a file nobody kept could not be removed");
            }
        }
        outside::clear(&self.outside);
    }
}

/// The signed-in person, as the directory has them by now, or as the session said.
pub(crate) async fn me(c: &mut Connection) -> Result<Staff, ApiError> {
    let stored = meta::get(c, meta::STAFF).await?;
    let staff: Staff = stored
        .and_then(|body| serde_json::from_str(&body).ok())
        .ok_or_else(|| ApiError::new(Code::NotSignedIn))?;
    Ok(table::directory::person(c, staff.id).await?.unwrap_or(staff))
}

/// A number kept as a fact of the store.
pub(crate) async fn number(c: &mut Connection, name: &str) -> Result<Option<i64>, ApiError> {
    Ok(meta::get(c, name).await?.and_then(|text| text.parse().ok()))
}

/// Tells the windows when more can be found, until the finder is gone.
async fn tell_found(desk: Desk, mut taken_in: watch::Receiver<u64>) {
    while taken_in.changed().await.is_ok() {
        desk.announce(ApiEvent::Changed { tags: vec![Tag::Search] });
        tokio::time::sleep(PROGRESS_EVERY).await;
    }
}

/// Turns what sync tells into events for the windows, until the engine is gone.
async fn forward(
    desk: Desk,
    mut status: watch::Receiver<bangban_sync::Status>,
    mut transfers: watch::Receiver<Transfers>,
    mut signals: broadcast::Receiver<Signal>,
) {
    let changed = |tags: &[Tag]| desk.announce(ApiEvent::Changed { tags: tags.to_vec() });
    let everything = [Tag::Tickets, Tag::Library, Tag::Directory, Tag::Notices, Tag::Outbox];
    loop {
        tokio::select! {
            moved = status.changed() => match moved {
                Ok(()) => {
                    changed(&[Tag::Sync]);
                    tokio::time::sleep(PROGRESS_EVERY).await;
                }
                Err(_) => return,
            },
            moved = transfers.changed() => match moved {
                Ok(()) => {
                    changed(&[Tag::Files]);
                    tokio::time::sleep(PROGRESS_EVERY).await;
                }
                Err(_) => return,
            },
            signal = signals.recv() => match signal {
                // Lagging behind may have missed anything.
                Ok(Signal::Pulled) | Err(broadcast::error::RecvError::Lagged(_)) => {
                    changed(&everything);
                }
                Ok(Signal::Pushed) => changed(&[Tag::Tickets, Tag::Outbox, Tag::Sync]),
                Ok(Signal::News(news)) => {
                    changed(&[Tag::Notices, Tag::Sync]);
                    desk.announce(ApiEvent::Noticed { notice: notice(news) });
                }
                Err(broadcast::error::RecvError::Closed) => return,
            },
        }
    }
}

pub(crate) fn notice(news: News) -> Notice {
    Notice {
        id: news.id,
        kind: news.kind,
        ticket: Some(news.ticket),
        subject: news.subject,
        actor: news.actor,
        at: news.at,
        read_at: None::<Timestamp>,
        clock: news.clock,
    }
}

/// The clock of this workstation.
pub(crate) fn now() -> Timestamp {
    clock::now()
}
