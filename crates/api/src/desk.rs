//! The workstation as a whole: at most one person signed in, and what they work with.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bangban_drafter::Drafter;
use bangban_sync::Pace;
use futures::FutureExt;
use futures::future::BoxFuture;
use serde_json::Value;
use tokio::sync::{OwnedRwLockReadGuard, RwLock, broadcast};

use crate::commands;
use crate::drafting_key::Keys;
use crate::error::{ApiError, Code};
use crate::event::ApiEvent;
use crate::open::Open;
use crate::vault::DeviceVault;

/// Events a slow window may lag behind before it misses some; it then reads everything anew.
const EVENT_BACKLOG: usize = 256;
/// Longest time a model has for a draft: longer than one of the slow ones needs.
const DRAFT_PATIENCE: Duration = Duration::from_secs(90);

/// Where the workstation keeps its data and finds the platform.
#[derive(Debug, Clone)]
pub struct DeskConfig {
    /// Folder of the stores.
    pub data_dir: PathBuf,
    /// The platform's address.
    pub platform_url: String,
    /// Certificate of a private authority, PEM.
    pub private_ca: Option<Vec<u8>>,
    /// How often to try to reach the platform.
    pub pace: Pace,
    /// Folder for what people save as files; `None`: the system's own for downloads.
    pub downloads: Option<PathBuf>,
    /// Folder in which sticks show when they are plugged in; `None`: where the system has them.
    pub sticks: Option<PathBuf>,
    /// Longest time a model has for a draft.
    pub draft_patience: Duration,
}

impl DeskConfig {
    /// A desk with the usual pace and the public certificate authorities.
    pub fn new(data_dir: PathBuf, platform_url: impl Into<String>) -> Self {
        Self {
            data_dir,
            platform_url: platform_url.into(),
            private_ca: None,
            pace: Pace::default(),
            downloads: None,
            sticks: None,
            draft_patience: DRAFT_PATIENCE,
        }
    }
}

/// The workstation. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    config: DeskConfig,
    vault: Arc<dyn DeviceVault>,
    keys: Keys,
    drafter: Drafter,
    events: broadcast::Sender<ApiEvent>,
    open: Arc<RwLock<Option<Open>>>,
}

/// The signed-in person's store and sync, held for the time of one command.
pub(crate) type OpenGuard = OwnedRwLockReadGuard<Option<Open>, Open>;

impl Desk {
    /// A workstation nobody is signed in to. Touches neither disk nor network.
    pub fn new(config: DeskConfig, vault: Arc<dyn DeviceVault>) -> Self {
        let (events, _) = broadcast::channel(EVENT_BACKLOG);
        let keys = Keys::new(vault.clone());
        let drafter = Drafter::new(config.private_ca.clone(), config.draft_patience);
        Self(Arc::new(Inner { config, vault, keys, drafter, events, open: Arc::default() }))
    }

    /// Carries out one command of the table.
    pub fn dispatch<'a>(
        &'a self,
        name: &'a str,
        payload: Value,
    ) -> BoxFuture<'a, Result<Value, ApiError>> {
        // Boxed: the future holds one branch per command, too much for a caller's own to carry.
        commands::dispatch(self, name, payload).boxed()
    }

    /// What windows should hear about.
    pub fn events(&self) -> broadcast::Receiver<ApiEvent> {
        self.0.events.subscribe()
    }

    /// Tells every window.
    pub fn announce(&self, event: ApiEvent) {
        // No window listening is fine.
        let _ = self.0.events.send(event);
    }

    /// Stops sync and closes the store.
    pub async fn shutdown(&self) {
        self.replace(None).await;
    }

    pub(crate) fn config(&self) -> &DeskConfig {
        &self.0.config
    }

    pub(crate) fn vault(&self) -> Arc<dyn DeviceVault> {
        self.0.vault.clone()
    }

    /// The keys of models.
    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// The way to models.
    pub(crate) fn drafter(&self) -> &Drafter {
        &self.0.drafter
    }

    /// What the signed-in person works with.
    pub(crate) async fn open(&self) -> Result<OpenGuard, ApiError> {
        let guard = self.0.open.clone().read_owned().await;
        OwnedRwLockReadGuard::try_map(guard, Option::as_ref)
            .map_err(|_| ApiError::new(Code::NotSignedIn))
    }

    /// Puts another store in place; the old one is closed once its last command is done.
    pub(crate) async fn replace(&self, next: Option<Open>) {
        // Nobody is left to read its answer.
        self.0.drafter.stop();
        let before = {
            let mut slot = self.0.open.write().await;
            std::mem::replace(&mut *slot, next)
        };
        if let Some(before) = before {
            before.close().await;
        }
    }
}
