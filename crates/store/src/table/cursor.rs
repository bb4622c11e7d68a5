//! How far each partition's feed has been applied.

use bangban_domain::time::Timestamp;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::{Result, StoreError, WriteTx};

/// Position in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// Partition.
    pub partition: String,
    /// Epoch the position is valid in.
    pub epoch: Uuid,
    /// Last change applied.
    pub feed_seq: u64,
    /// Server time of the data.
    pub as_of: Timestamp,
}

type Row = (String, String, i64, i64);

fn read(row: Row) -> Result<Cursor> {
    let epoch = Uuid::parse_str(&row.1).map_err(|_| StoreError::Damaged)?;
    let feed_seq = u64::try_from(row.2).map_err(|_| StoreError::Damaged)?;
    Ok(Cursor { partition: row.0, epoch, feed_seq, as_of: Timestamp(row.3) })
}

/// The position in one partition.
pub async fn get(c: &mut SqliteConnection, partition: &str) -> Result<Option<Cursor>> {
    let sql = "SELECT partition, epoch, feed_seq, as_of FROM cursor WHERE partition = ?";
    let row: Option<Row> = sqlx::query_as(sql).bind(partition).fetch_optional(c).await?;
    row.map(read).transpose()
}

/// Every position.
pub async fn all(c: &mut SqliteConnection) -> Result<Vec<Cursor>> {
    let sql = "SELECT partition, epoch, feed_seq, as_of FROM cursor ORDER BY partition";
    let rows: Vec<Row> = sqlx::query_as(sql).fetch_all(c).await?;
    rows.into_iter().map(read).collect()
}

/// Forgets a position: the partition is fetched anew, or is no longer within scope.
pub async fn remove(tx: &mut WriteTx, partition: &str) -> Result<()> {
    sqlx::query("DELETE FROM cursor WHERE partition = ?")
        .bind(partition)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Moves a position; in the same transaction as the rows it stands for.
pub async fn set(tx: &mut WriteTx, cursor: &Cursor) -> Result<()> {
    let sql = "INSERT INTO cursor (partition, epoch, feed_seq, as_of) VALUES (?, ?, ?, ?)
               ON CONFLICT (partition) DO UPDATE SET
               epoch = excluded.epoch, feed_seq = excluded.feed_seq, as_of = excluded.as_of";
    sqlx::query(sql)
        .bind(&cursor.partition)
        .bind(cursor.epoch.to_string())
        .bind(i64::try_from(cursor.feed_seq).unwrap_or(i64::MAX))
        .bind(cursor.as_of.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
