//! Opening a store: lock, key, migrations, health.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::time::Duration;

use bangban_domain::rulebook::Rules;
use fs4::TryLockError;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use tokio::sync::watch;

use crate::table::meta;
use crate::{Read, Result, StoreError, WriteTx, migrate};

const READERS: u32 = 4;
/// Pages that the writer keeps.
const CACHE_KIB: u32 = 16 * 1024;
/// Pages that it keeps while a whole library comes in. A page that no longer fits is enciphered,
/// written, and read and deciphered again for the next row that belongs on it.
const LARGE_CACHE_KIB: u32 = 64 * 1024;
const FILE_NAME: &str = "desk.db";
const LOCK_NAME: &str = "desk.lock";

/// The raw 256-bit key of a store. Never printed.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// Takes the raw key.
    pub fn new(raw: [u8; 32]) -> Self {
        Self(raw)
    }

    /// The raw key, to derive others from.
    pub fn raw(&self) -> &[u8; 32] {
        &self.0
    }

    fn pragma(&self) -> String {
        format!("\"x'{}'\"", hex::encode(self.0))
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.fill(0);
    }
}

/// An open store. Cheap to share behind an `Arc`.
pub struct Store {
    writer: SqlitePool,
    readers: SqlitePool,
    // Held for as long as the store is open: two processes on one profile would break the
    // single-writer rule.
    _lock: File,
    directory: PathBuf,
    // The book last received; read on every action, replaced when the platform sends another.
    rules: RwLock<Arc<Rules>>,
    commits: watch::Sender<u64>,
}

impl Store {
    /// Opens the store in `directory`, creating it when it is not there.
    ///
    /// # Errors
    /// `Damaged` when the file fails its check or the key does not fit; `InUse` when another
    /// process has it; `TooNew` when a newer program wrote it.
    pub async fn open(directory: &Path, key: &Key) -> Result<Self> {
        std::fs::create_dir_all(directory)?;
        let lock = lock(directory)?;
        let path = directory.join(FILE_NAME);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options(&path, key))
            .await?;
        let mut connection = writer.acquire().await?;
        // A wrong key is not noticed before the first read.
        sqlx::query("SELECT count(*) FROM sqlite_master").fetch_one(&mut *connection).await?;
        check(&mut connection).await?;
        migrate::run(&mut connection).await?;
        let rules = stored_rules(&mut connection).await?;
        drop(connection);
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .max_lifetime(None)
            .connect_with(reader_options(&path, key))
            .await?;
        Ok(Self {
            writer,
            readers,
            _lock: lock,
            directory: directory.to_owned(),
            rules: RwLock::new(Arc::new(rules)),
            commits: watch::Sender::new(0),
        })
    }

    /// Limits, tables and working days in force here.
    pub fn rules(&self) -> Arc<Rules> {
        self.rules.read().map_or_else(|held| held.into_inner().clone(), |rules| rules.clone())
    }

    /// Takes over the rule book that was stored.
    pub async fn reload_rules(&self) -> Result<()> {
        let rules = Arc::new(stored_rules(&mut *self.read().await?).await?);
        match self.rules.write() {
            Ok(mut held) => *held = rules,
            Err(held) => *held.into_inner() = rules,
        }
        Ok(())
    }

    /// Whether `directory` holds a database.
    pub fn exists(directory: &Path) -> bool {
        directory.join(FILE_NAME).exists()
    }

    /// A connection for reading. It sees the state as of its first statement.
    pub async fn read(&self) -> Result<Read> {
        Ok(Read::new(self.readers.acquire().await?))
    }

    /// The only writer, inside a fresh `BEGIN IMMEDIATE`. Rolls back unless committed.
    pub async fn write(&self) -> Result<WriteTx> {
        WriteTx::begin(self.writer.acquire().await?, self.commits.clone()).await
    }

    /// As [`Store::write`], with memory for very many rows until it is committed.
    pub async fn write_much(&self) -> Result<WriteTx> {
        let mut tx = self.write().await?;
        tx.keep_pages(LARGE_CACHE_KIB).await?;
        Ok(tx.afterwards(CACHE_KIB))
    }

    /// Changes with every commit, for who looks whether there is something to do.
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.commits.subscribe()
    }

    /// The directory it was opened in.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Writes everything back and closes the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// The book the platform sent last; the shipped one before it has sent any, or when a newer
/// platform's book cannot be read by this version.
async fn stored_rules(connection: &mut sqlx::SqliteConnection) -> Result<Rules> {
    let stored = meta::get(connection, meta::RULE_BOOK).await?;
    let book = stored.and_then(|text| serde_json::from_str(&text).ok());
    Ok(book.map_or_else(Rules::shipped, Rules::from_book))
}

fn lock(directory: &Path) -> Result<File> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(directory.join(LOCK_NAME))?;
    match fs4::FileExt::try_lock(&file) {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Options for a database that stands alone, e.g. one that was moved aside.
pub(crate) fn options(path: &Path, key: &Key) -> SqliteConnectOptions {
    // A page that is not kept has to be read and deciphered again.
    base(path, key).create_if_missing(true).pragma("cache_size", format!("-{CACHE_KIB}"))
}

fn reader_options(path: &Path, key: &Key) -> SqliteConnectOptions {
    // Only the writer may checkpoint: SQLite 3.50.4 has a race when two connections do.
    base(path, key).pragma("wal_autocheckpoint", "0").pragma("query_only", "1")
}

fn base(path: &Path, key: &Key) -> SqliteConnectOptions {
    use sqlx::ConnectOptions;
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("key", key.pragma())
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: a power cut must not take back what a person was told is saved.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        // sqlx would log `PRAGMA key`.
        .disable_statement_logging()
}

async fn check(connection: &mut sqlx::SqliteConnection) -> Result<()> {
    let verdict: String =
        sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut *connection).await?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
}
