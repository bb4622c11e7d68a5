//! What comparing the partitions with the platform found.

use bangban_domain::time::Timestamp;
use sqlx::SqliteConnection;

use crate::{Result, WriteTx};

/// The last comparison of a partition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Partition.
    pub partition: String,
    /// When, by the device's clock.
    pub checked_at: Timestamp,
    /// Both sides held the same.
    pub same: bool,
    /// Times that it was fetched anew because they did not.
    pub repairs: u32,
    /// Last of those times.
    pub repaired_at: Option<Timestamp>,
}

type Row = (String, i64, bool, u32, Option<i64>);

/// The last comparisons.
pub async fn all(c: &mut SqliteConnection) -> Result<Vec<Check>> {
    let sql = "SELECT partition, checked_at, same, repairs, repaired_at FROM partition_check
               ORDER BY partition";
    let rows: Vec<Row> = sqlx::query_as(sql).fetch_all(c).await?;
    let read = |(partition, checked_at, same, repairs, repaired_at): Row| Check {
        partition,
        checked_at: Timestamp(checked_at),
        same,
        repairs,
        repaired_at: repaired_at.map(Timestamp),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// When a partition was last compared.
pub async fn checked_at(c: &mut SqliteConnection, partition: &str) -> Result<Option<Timestamp>> {
    let sql = "SELECT checked_at FROM partition_check WHERE partition = ?";
    let at: Option<i64> = sqlx::query_scalar(sql).bind(partition).fetch_optional(c).await?;
    Ok(at.map(Timestamp))
}

/// Writes down what a comparison found.
pub async fn found(tx: &mut WriteTx, partition: &str, same: bool, at: Timestamp) -> Result<()> {
    let sql = "INSERT INTO partition_check (partition, checked_at, same) VALUES (?, ?, ?)
               ON CONFLICT (partition) DO UPDATE SET
               checked_at = excluded.checked_at, same = excluded.same";
    sqlx::query(sql).bind(partition).bind(at.0).bind(same).execute(&mut **tx).await?;
    Ok(())
}

/// Writes down that a partition was fetched anew because it differed.
pub async fn repaired(tx: &mut WriteTx, partition: &str, at: Timestamp) -> Result<()> {
    sqlx::query(
        "UPDATE partition_check SET repairs = repairs + 1, repaired_at = ? WHERE partition = ?",
    )
    .bind(at.0)
    .bind(partition)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Makes every partition due for a comparison.
pub async fn ask(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("UPDATE partition_check SET checked_at = 0").execute(&mut **tx).await?;
    Ok(())
}
