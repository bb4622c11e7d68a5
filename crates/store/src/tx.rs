//! Connections for reading, and the one transaction for writing.

use std::ops::{Deref, DerefMut};

use bangban_faultpoint::{Point, pass};
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Sqlite, SqliteConnection};
use tokio::sync::watch;

use crate::{Result, StoreError};

/// A connection for reading.
pub struct Read(PoolConnection<Sqlite>);

/// The writer, inside `BEGIN IMMEDIATE`. Dropping it without `commit` rolls back.
///
/// Not sqlx's own transaction: after a full disk SQLite has rolled back by itself, and sqlx would
/// count that transaction as open for ever. Here a connection that did not commit is closed, which
/// rolls back whatever is left, and the next writer gets a fresh one (under a millisecond).
pub struct WriteTx {
    connection: PoolConnection<Sqlite>,
    committed: bool,
    /// Told of each commit.
    commits: watch::Sender<u64>,
    /// Kibibytes of pages that the connection keeps once this is committed.
    pages_afterwards: Option<u32>,
}

impl Read {
    pub(crate) fn new(connection: PoolConnection<Sqlite>) -> Self {
        Self(connection)
    }
}

impl WriteTx {
    pub(crate) async fn begin(
        connection: PoolConnection<Sqlite>,
        commits: watch::Sender<u64>,
    ) -> Result<Self> {
        let mut tx = Self { connection, committed: false, commits, pages_afterwards: None };
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *tx).await?;
        Ok(tx)
    }

    /// Sets how many kibibytes of pages the connection keeps in memory.
    pub(crate) async fn keep_pages(&mut self, kibibytes: u32) -> Result<()> {
        let sql = format!("PRAGMA cache_size = -{kibibytes}; PRAGMA shrink_memory");
        sqlx::query(AssertSqlSafe(sql)).execute(&mut **self).await?;
        Ok(())
    }

    /// Sets how many it keeps after this transaction. One that is not committed takes its connection
    /// with it.
    pub(crate) fn afterwards(mut self, kibibytes: u32) -> Self {
        self.pages_afterwards = Some(kibibytes);
        self
    }

    /// Makes the changes last.
    pub async fn commit(mut self) -> Result<()> {
        pass(Point::StationCommits).await.map_err(|_| StoreError::DiskFull)?;
        sqlx::query("COMMIT").execute(&mut *self).await?;
        self.committed = true;
        self.commits.send_modify(|count| *count += 1);
        if let Some(pages) = self.pages_afterwards
            && self.keep_pages(pages).await.is_err()
        {
            // What was written lasts all the same; a fresh connection has its usual memory.
            self.connection.close_on_drop();
        }
        let _ = pass(Point::StationCommitted).await;
        Ok(())
    }
}

impl Drop for WriteTx {
    fn drop(&mut self) {
        if !self.committed {
            self.connection.close_on_drop();
        }
    }
}

impl Deref for Read {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        &self.0
    }
}

impl DerefMut for Read {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.0
    }
}

impl Deref for WriteTx {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}
