//! The platform as a whole: opened from its settings, served on a listener, closed again.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use bangban_domain::time::HOUR_MS;
use bangban_protocol::PartitionDigest;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, OnceCell, Semaphore};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::attempts::Attempts;
use crate::password::{self, PasswordError};
use crate::sample::SampleError;
use crate::store::{self, Db, Put, meta, receipts, staff};
use crate::{Config, ConfigError, admin, clock, courier, http, intake, sample};

/// Password hashes that are computed at once; each takes its memory and a core.
const HASHING_AT_ONCE: usize = 2;
/// Courier bundles that are taken in at once; each takes its memory.
const BUNDLES_AT_ONCE: usize = 2;
/// How often the platform looks for what its own command line has written.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How often old receipts are let go.
const DAY: Duration = Duration::from_hours(24);
/// How long requests may take to end after a shutdown began.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// Why the platform cannot be opened, run or administered.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A setting cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The data folder cannot be used.
    #[error("the data folder {path} cannot be used: {source}")]
    DataDir {
        /// Which folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The sample does not obey the rules.
    #[error(transparent)]
    Sample(#[from] SampleError),
    /// A password could not be hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// An account of a channel, which nobody signs in with.
    #[error("{0} belongs to a channel; take its key out of the settings instead")]
    ChannelAccount(String),
    /// The listener failed.
    #[error("listening failed: {0}")]
    Listen(#[source] std::io::Error),
    /// The courier keys could not be made.
    #[error(transparent)]
    Courier(#[from] bangban_courier::BundleError),
}

/// The open platform. Clones are the same platform.
#[derive(Clone)]
pub struct Platform {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    db: Db,
    attempts: Attempts,
    intake_pace: Attempts,
    hashing: Semaphore,
    hash_of_nothing: OnceCell<String>,
    building: Mutex<()>,
    receiving: Mutex<()>,
    digests: Mutex<BTreeMap<String, PartitionDigest>>,
    carrying: Semaphore,
}

impl Platform {
    /// Opens the database in the data folder, creating and seeding it as the settings say, with an
    /// account for every channel that has a key.
    pub async fn open(config: Config) -> Result<Self, Error> {
        std::fs::create_dir_all(&config.data_dir)
            .map_err(|source| Error::DataDir { path: config.data_dir.clone(), source })?;
        let db = Db::open(&config.data_dir).await?;
        if config.sample {
            sample::seed_if_empty(&db, config.password_cost).await?;
        }
        courier::prepare(&db).await?;
        intake::prepare(&db, &config.intake, clock::now()).await?;
        let intake_pace = Attempts::new(config.intake_per_minute, 60);
        let attempts = Attempts::new(config.sign_in_attempts, config.sign_in_window_seconds);
        let inner = Inner {
            config,
            db,
            attempts,
            intake_pace,
            hashing: Semaphore::new(HASHING_AT_ONCE),
            hash_of_nothing: OnceCell::new(),
            building: Mutex::new(()),
            receiving: Mutex::new(()),
            digests: Mutex::default(),
            carrying: Semaphore::new(BUNDLES_AT_ONCE),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Its routes, with streams that never end by themselves.
    pub fn router(&self) -> Router {
        http::router(self, &CancellationToken::new())
    }

    /// Answers on `listener` until `shutdown`, then lets the running requests end.
    pub async fn serve(
        &self,
        listener: TcpListener,
        shutdown: CancellationToken,
    ) -> Result<(), Error> {
        let router = http::router(self, &shutdown);
        let looking = tokio::spawn(look_for_other_writers(self.clone(), shutdown.clone()));
        let forgetting = tokio::spawn(forget_old_receipts(self.clone(), shutdown.clone()));
        let ending = shutdown.clone();
        let serving = axum::serve(listener, router)
            .with_graceful_shutdown(async move { ending.cancelled().await })
            .into_future();
        let too_late = async {
            shutdown.cancelled().await;
            tokio::time::sleep(LAST_REQUESTS).await;
        };
        let served = tokio::select! {
            served = serving => served.map_err(Error::Listen),
            () = too_late => {
                tracing::warn!("requests were cut off at the end");
                Ok(())
            }
        };
        looking.abort();
        forgetting.abort();
        served
    }

    /// Lets an account act, or no longer. Its tokens are refused from this moment on.
    pub async fn set_staff_active(&self, account: &str, active: bool) -> Result<Put, Error> {
        if account.starts_with(admin::RESERVED) {
            return Err(Error::ChannelAccount(account.to_owned()));
        }
        let mut tx = self.inner.db.write().await?;
        let put = staff::set_active(&mut tx, account, active, clock::now()).await?;
        tx.commit().await?;
        Ok(put)
    }

    /// Lets the receipts of applied commands go that are older than the settings say; their effects
    /// answer for them. Returns how many.
    pub async fn forget_old_receipts(&self) -> Result<u64, Error> {
        let kept_ms = i64::from(self.inner.config.receipt_days) * 24 * HOUR_MS;
        let mut tx = self.inner.db.write().await?;
        let forgotten = receipts::forget_applied(&mut tx, clock::now().plus_ms(-kept_ms)).await?;
        tx.commit().await?;
        Ok(forgotten)
    }

    /// Begins a new epoch. To be done once after the database was restored from a backup.
    pub async fn renew_epoch(&self) -> Result<Uuid, Error> {
        let mut tx = self.inner.db.write().await?;
        let epoch = meta::renew_epoch(&mut tx).await?;
        tx.commit().await?;
        self.inner.db.notice_other_writers().await?;
        Ok(epoch)
    }

    /// Closes the database. Requests that come later fail.
    pub async fn close(&self) -> Result<(), Error> {
        Ok(self.inner.db.close().await?)
    }

    /// Its database.
    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    /// Its settings.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    pub(crate) fn attempts(&self) -> &Attempts {
        &self.inner.attempts
    }

    /// How many requests each channel has handed over within the minute.
    pub(crate) fn intake_pace(&self) -> &Attempts {
        &self.inner.intake_pace
    }

    pub(crate) fn hashing(&self) -> &Semaphore {
        &self.inner.hashing
    }

    pub(crate) fn building(&self) -> &Mutex<()> {
        &self.inner.building
    }

    /// Held while a piece of a file is written or a whole file is checked.
    pub(crate) fn receiving(&self) -> &Mutex<()> {
        &self.inner.receiving
    }

    /// The last digest of each partition.
    pub(crate) fn digests(&self) -> &Mutex<BTreeMap<String, PartitionDigest>> {
        &self.inner.digests
    }

    /// Places for courier bundles that are taken in.
    pub(crate) fn carrying(&self) -> &Semaphore {
        &self.inner.carrying
    }

    /// A hash that no password belongs to, for accounts that do not exist.
    pub(crate) async fn hash_of_nothing(&self) -> Result<String, PasswordError> {
        let cost = self.inner.config.password_cost;
        let make = || password::hash(Uuid::new_v4().to_string(), cost);
        self.inner.hash_of_nothing.get_or_try_init(make).await.cloned()
    }
}

/// Forgets receipts that are older than they are kept, now and once a day.
async fn forget_old_receipts(platform: Platform, shutdown: CancellationToken) {
    loop {
        match platform.forget_old_receipts().await {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "old receipts were let go"),
            Err(error) => tracing::warn!(%error, "old receipts could not be let go"),
        }
        if shutdown.run_until_cancelled(tokio::time::sleep(DAY)).await.is_none() {
            return;
        }
    }
}

async fn look_for_other_writers(platform: Platform, shutdown: CancellationToken) {
    while shutdown.run_until_cancelled(tokio::time::sleep(LOOK_EVERY)).await.is_some() {
        if let Err(error) = platform.inner.db.notice_other_writers().await {
            tracing::warn!(%error, "looking for what other processes wrote failed");
        }
    }
}
