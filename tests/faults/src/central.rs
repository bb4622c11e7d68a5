//! The platform of a world: the real one, on a folder of its own.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use anyhow::{Context as _, Result};
use bangban_faultpoint::watched;
use bangban_platform::password::Cost;
use bangban_platform::{Config, Platform};

use crate::folder;
use crate::ledger::Fault;
use crate::line::{Socket, lock};
use crate::log::Log;
use crate::process::{Nature, Process};

/// How long receipts of applied commands are kept: short, so that late repetitions outlive them.
const RECEIPT_DAYS: u32 = 1;

/// The platform.
pub struct Central {
    folder: PathBuf,
    backups: Vec<PathBuf>,
    nature: Arc<Nature>,
    log: Log,
    /// Its process.
    pub process: Arc<Process>,
    pub(crate) socket: Arc<Socket>,
    platform: Option<Platform>,
    /// How often it was restored.
    pub restored: u32,
}

impl Central {
    /// Starts it on `folder`.
    pub(crate) async fn start(folder: PathBuf, nature: Arc<Nature>, log: Log) -> Result<Self> {
        let process = Arc::new(Process::new(nature.clone(), true, 0));
        let socket = Arc::new(Socket {
            process: process.clone(),
            router: Mutex::default(),
            late: Mutex::default(),
        });
        let backups = Vec::new();
        let mut central =
            Self { folder, backups, nature, log, process, socket, platform: None, restored: 0 };
        central.run().await?;
        Ok(central)
    }

    /// Makes sure that it runs.
    pub async fn run(&mut self) -> Result<()> {
        if self.platform.is_some() && !self.process.has_ended() {
            return Ok(());
        }
        self.clear_away().await?;
        self.process.revive();
        let config = Config {
            data_dir: self.folder.clone(),
            password_cost: Cost { memory_kib: 8, iterations: 1 },
            receipt_days: RECEIPT_DAYS,
            ..Config::default()
        };
        let platform = watched(self.process.clone(), Platform::open(config)).await?;
        *lock(&self.socket.router) = Some(platform.router());
        self.platform = Some(platform);
        self.log.line("  platform runs");
        Ok(())
    }

    /// The platform, when it runs.
    ///
    /// # Errors
    /// When it does not run.
    pub fn platform(&self) -> Result<&Platform> {
        self.platform.as_ref().filter(|_| !self.process.has_ended()).context("no platform runs")
    }

    /// Ends it here and now.
    pub async fn kill(&mut self) -> Result<()> {
        self.process.end();
        self.clear_away().await
    }

    /// Takes away what is left of a process that ended.
    async fn clear_away(&mut self) -> Result<()> {
        *lock(&self.socket.router) = None;
        lock(&self.socket.late).clear();
        if let Some(platform) = self.platform.take() {
            platform.close().await?;
        }
        Ok(())
    }

    /// Keeps a copy of its database as it is now.
    pub fn back_up(&mut self) -> Result<()> {
        let copy = self.folder.with_extension(format!("backup{}", self.backups.len()));
        folder::copy_files(&self.folder, &copy)?;
        self.backups.push(copy);
        Ok(())
    }

    /// Number of copies that were kept.
    pub fn backups(&self) -> usize {
        self.backups.len()
    }

    /// Loses the database and puts a copy in its place, in a new epoch.
    pub async fn restore(&mut self, copy: usize) -> Result<()> {
        self.kill().await?;
        for name in ["platform.db", "platform.db-wal", "platform.db-shm"] {
            folder::remove(&self.folder.join(name))?;
        }
        folder::copy_files(&self.backups[copy], &self.folder)?;
        self.run().await?;
        let platform = self.platform()?.clone();
        watched(self.process.clone(), async move { platform.renew_epoch().await }).await?;
        self.restored += 1;
        self.nature.count(Fault::PlatformRestored);
        Ok(())
    }

    /// Lets old receipts of applied commands go.
    pub async fn forget_old_receipts(&self) -> Result<()> {
        let platform = self.platform()?.clone();
        let work = async move { platform.forget_old_receipts().await };
        self.until_end(work).await.context("the platform ended")??;
        Ok(())
    }

    /// Lets an account act, or no longer.
    pub async fn set_active(&self, account: &str, active: bool) -> Result<()> {
        let platform = self.platform()?.clone();
        let account = account.to_owned();
        let work = async move { platform.set_staff_active(&account, active).await };
        self.until_end(work).await.context("the platform ended")??;
        Ok(())
    }

    /// Last numbers of its feed, added up: the same as before when it has told nothing since.
    pub(crate) async fn told(&self) -> Result<i64> {
        let sql = "SELECT coalesce(sum(last), 0) FROM
                   (SELECT max(seq) AS last FROM feed GROUP BY partition)";
        let mut reader = self.platform()?.db().read().acquire().await?;
        Ok(sqlx::query_scalar(sql).fetch_one(&mut *reader).await?)
    }

    /// Runs something as the platform; `None` when it ends there.
    pub(crate) async fn until_end<F: Future>(&self, work: F) -> Option<F::Output> {
        self.process.until_end(work).await
    }

    /// Where its database lies.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Closes it for good.
    pub(crate) async fn close(&mut self) -> Result<()> {
        self.clear_away().await
    }
}
