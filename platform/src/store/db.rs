//! One writer connection, several readers, and the transaction that every write goes through.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use bangban_faultpoint::{DiskFull, Point, pass};
use sqlx::ConnectOptions;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{SqlSafeStr, Sqlite, SqliteConnection, Transaction};
use tokio::sync::watch;
use uuid::Uuid;

use super::turn::{Held, Turn};
use super::{Result, feed, meta};

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (20_261_121, "platform", include_str!("../../migrations/20261121_platform.sql")),
    (20_261_122, "rule book", include_str!("../../migrations/20261122_rule_book.sql")),
    (20_261_122_000_001, "files", include_str!("../../migrations/20261122000001_files.sql")),
    (20_261_122_000_010, "sync", include_str!("../../migrations/20261122000010_sync.sql")),
    (20_261_122_000_020, "courier", include_str!("../../migrations/20261122000020_courier.sql")),
    (
        20_261_122_000_030,
        "thumbnails",
        include_str!("../../migrations/20261122000030_thumbnails.sql"),
    ),
    (
        20_261_122_000_050,
        "courier release",
        include_str!("../../migrations/20261122000050_courier_release.sql"),
    ),
    (
        20_261_122_000_051,
        "courier volumes",
        include_str!("../../migrations/20261122000051_courier_volumes.sql"),
    ),
    (
        20_261_122_000_052,
        "courier keys",
        include_str!("../../migrations/20261122000052_courier_keys.sql"),
    ),
    (
        20_261_122_000_060,
        "questions",
        include_str!("../../migrations/20261122000060_questions.sql"),
    ),
    (
        20_261_122_000_300,
        "entry use",
        include_str!("../../migrations/20261122000300_entry_use.sql"),
    ),
];
const READERS: u32 = 4;
const FILE: &str = "platform.db";

/// The newest number of each partition, as the stations are told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heads {
    /// Epoch of the numbers.
    pub epoch: Uuid,
    /// Newest number by partition.
    pub seq: BTreeMap<String, u64>,
}

/// The open database.
pub struct Db {
    read: SqlitePool,
    write: SqlitePool,
    turn: Turn,
    heads: watch::Sender<Heads>,
}

impl Db {
    /// Opens `<data_dir>/platform.db`, creating it and bringing its schema up to date.
    pub async fn open(data_dir: &Path) -> Result<Self> {
        let file = data_dir.join(FILE);
        let turn = Turn::open(&data_dir.join("platform.lock"))?;
        let opening = turn.take().await?;
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(writer(&file))
            .await?;
        migrations().run(&write).await?;
        meta::ensure(&write).await?;
        drop(opening);
        let read =
            SqlitePoolOptions::new().max_connections(READERS).connect_with(reader(&file)).await?;
        let db = Self { read, write, turn, heads: watch::Sender::default() };
        db.notice_other_writers().await?;
        Ok(db)
    }

    /// For reading. Its connections cannot write.
    pub fn read(&self) -> &SqlitePool {
        &self.read
    }

    /// A steady picture: whatever is read through it is of one moment.
    pub async fn moment(&self) -> Result<Transaction<'static, Sqlite>> {
        Ok(self.read.begin_with("BEGIN DEFERRED").await?)
    }

    /// Begins the one write transaction there can be; waits for the one before.
    pub async fn write(&self) -> Result<WriteTx> {
        let turn = self.turn.take().await?;
        let connection = self.write.acquire().await?;
        let heads = self.heads.clone();
        let mut tx =
            WriteTx { connection, committed: false, _turn: turn, touched: BTreeMap::new(), heads };
        sqlx::query("BEGIN IMMEDIATE").execute(tx.conn()).await?;
        Ok(tx)
    }

    /// Newest numbers, now and whenever they grow.
    pub fn heads(&self) -> watch::Receiver<Heads> {
        self.heads.subscribe()
    }

    /// Looks for what another process committed, and wakes those who wait for it.
    pub async fn notice_other_writers(&self) -> Result<()> {
        let found = feed::heads(self).await?;
        self.heads.send_if_modified(|known| {
            let newer = found.epoch != known.epoch || ahead(&found, known);
            if newer {
                *known = found;
            }
            newer
        });
        Ok(())
    }

    /// Closes all connections; the last one folds the write-ahead log into the file.
    pub async fn close(&self) -> Result<()> {
        let _turn = self.turn.take().await?;
        self.read.close().await;
        self.write.close().await;
        Ok(())
    }
}

/// Whether there is a database in this folder.
pub fn exists(data_dir: &Path) -> bool {
    data_dir.join(FILE).is_file()
}

/// Whether `found` has a number that `known` lacks. Our own commit may have overtaken the look.
fn ahead(found: &Heads, known: &Heads) -> bool {
    found.seq.iter().any(|(partition, seq)| *seq > known.seq.get(partition).copied().unwrap_or(0))
}

fn migrations() -> Migrator {
    let all = MIGRATIONS.iter().map(|&(version, name, sql)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(all.collect())
}

fn writer(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A receipt is a promise that outlives a power cut: the station forgets the command.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .disable_statement_logging()
}

fn reader(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .pragma("wal_autocheckpoint", "0")
        .busy_timeout(Duration::from_secs(10))
        .disable_statement_logging()
}

/// A write transaction. Nothing of it is visible before `commit`; dropping it undoes it.
///
/// Not sqlx's own: after a full disk SQLite has rolled back by itself, and sqlx would count that
/// transaction as open for ever. A connection that did not commit is closed instead.
pub struct WriteTx {
    // The order matters: the transaction ends before the turn does.
    connection: PoolConnection<Sqlite>,
    committed: bool,
    _turn: Held,
    touched: BTreeMap<String, u64>,
    heads: watch::Sender<Heads>,
}

impl WriteTx {
    /// The connection, for statements of the store.
    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }

    /// Remembers that `partition` reached `seq`, to be told after the commit.
    pub(super) fn touch(&mut self, partition: &str, seq: u64) {
        self.touched.insert(partition.to_owned(), seq);
    }

    /// The next number of a partition as a planted bug gives it: no rollback takes it back.
    pub(super) fn number_in_memory(&self, partition: &str) -> i64 {
        let mut number = 0;
        self.heads.send_modify(|known| {
            let last = known.seq.entry(partition.to_owned()).or_default();
            *last += 1;
            number = *last;
        });
        number.cast_signed()
    }

    /// Makes it last, then wakes the stations that wait for a hint.
    pub async fn commit(mut self) -> Result<()> {
        pass(Point::PlatformCommits).await.map_err(full)?;
        sqlx::query("COMMIT").execute(self.conn()).await?;
        self.committed = true;
        let _ = pass(Point::PlatformCommitted).await;
        let touched = std::mem::take(&mut self.touched);
        let heads = self.heads.clone();
        drop(self);
        if !touched.is_empty() {
            heads.send_modify(|known| known.seq.extend(touched));
        }
        Ok(())
    }
}

fn full(_: DiskFull) -> sqlx::Error {
    sqlx::Error::Io(std::io::ErrorKind::StorageFull.into())
}

impl Drop for WriteTx {
    fn drop(&mut self) {
        if !self.committed {
            self.connection.close_on_drop();
        }
    }
}
