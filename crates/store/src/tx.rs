//! Connections for reading, and the one transaction for writing.

use std::ops::{Deref, DerefMut};

use bangban_faultpoint::{Point, pass};
use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqliteConnection};
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
        let mut tx = Self { connection, committed: false, commits };
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *tx).await?;
        Ok(tx)
    }

    /// Makes the changes last.
    pub async fn commit(mut self) -> Result<()> {
        pass(Point::StationCommits).await.map_err(|_| StoreError::DiskFull)?;
        sqlx::query("COMMIT").execute(&mut *self).await?;
        self.committed = true;
        self.commits.send_modify(|count| *count += 1);
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
