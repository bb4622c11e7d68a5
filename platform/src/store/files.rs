//! Which files are here, which are on their way, and which tickets name them.

use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;
use bangban_protocol::{FileHere, RecordKind, ThumbnailHere};
use sqlx::SqliteExecutor;

use super::{Result, WriteTx, feed};

/// Notes that a ticket names a file.
pub async fn name(
    tx: &mut WriteTx,
    sha256: &str,
    ticket: &str,
    partition: &str,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO file_reference (sha256, ticket, partition, named_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO NOTHING",
    )
    .bind(sha256)
    .bind(ticket)
    .bind(partition)
    .bind(at.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether a ticket of this partition names the file.
pub async fn is_named(
    conn: impl SqliteExecutor<'_>,
    sha256: &str,
    partition: &str,
) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM file_reference WHERE sha256 = ?1 AND partition = ?2)";
    Ok(sqlx::query_scalar(sql).bind(sha256).bind(partition).fetch_one(conn).await?)
}

/// Size of a file that somebody of this partition has sent whole.
pub async fn stored(
    conn: impl SqliteExecutor<'_>,
    sha256: &str,
    partition: &str,
) -> Result<Option<u64>> {
    let sql = "SELECT bytes FROM file WHERE sha256 = ?1 AND partition = ?2";
    let bytes: Option<i64> =
        sqlx::query_scalar(sql).bind(sha256).bind(partition).fetch_optional(conn).await?;
    Ok(bytes.map(i64::cast_unsigned))
}

/// Announced size of a file that is being sent.
pub async fn under_way(
    conn: impl SqliteExecutor<'_>,
    sha256: &str,
    partition: &str,
) -> Result<Option<u64>> {
    let sql = "SELECT bytes FROM file_upload WHERE sha256 = ?1 AND partition = ?2";
    let bytes: Option<i64> =
        sqlx::query_scalar(sql).bind(sha256).bind(partition).fetch_optional(conn).await?;
    Ok(bytes.map(i64::cast_unsigned))
}

/// Number of files that this person is sending.
pub async fn sent_by(conn: impl SqliteExecutor<'_>, staff: StaffId) -> Result<u32> {
    let sql = "SELECT count(*) FROM file_upload WHERE offered_by = ?1";
    Ok(sqlx::query_scalar(sql).bind(staff.to_string()).fetch_one(conn).await?)
}

/// Begins to receive a file, or goes on.
pub async fn receive(
    tx: &mut WriteTx,
    here: &FileHere,
    partition: &str,
    by: StaffId,
    at: Timestamp,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO file_upload (sha256, partition, bytes, offered_by, touched_at)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (sha256, partition) DO UPDATE SET bytes = ?3, touched_at = ?5",
    )
    .bind(&here.sha256)
    .bind(partition)
    .bind(here.bytes.cast_signed())
    .bind(by.to_string())
    .bind(at.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets a file that was being sent.
pub async fn give_up(tx: &mut WriteTx, sha256: &str, partition: &str) -> Result<()> {
    sqlx::query("DELETE FROM file_upload WHERE sha256 = ?1 AND partition = ?2")
        .bind(sha256)
        .bind(partition)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Forgets files that nobody has gone on with since `before`; their hashes and partitions.
pub async fn give_up_stale(tx: &mut WriteTx, before: Timestamp) -> Result<Vec<(String, String)>> {
    let sql = "DELETE FROM file_upload WHERE touched_at < ?1 RETURNING sha256, partition";
    Ok(sqlx::query_as(sql).bind(before.0).fetch_all(tx.conn()).await?)
}

/// Notes that a file is here whole, and tells the stations of the partition.
pub async fn keep(
    tx: &mut WriteTx,
    here: &FileHere,
    partition: &str,
    by: StaffId,
    at: Timestamp,
) -> Result<()> {
    give_up(tx, &here.sha256, partition).await?;
    sqlx::query(
        "INSERT INTO file (sha256, partition, bytes, stored_by, stored_at)
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
    )
    .bind(&here.sha256)
    .bind(partition)
    .bind(here.bytes.cast_signed())
    .bind(by.to_string())
    .bind(at.0)
    .execute(tx.conn())
    .await?;
    feed::publish(tx, partition, RecordKind::File, &here.sha256, here).await
}

/// Keeps the small picture of a file, and tells the stations of the partition. The first one counts.
pub async fn keep_thumbnail(
    tx: &mut WriteTx,
    of: &ThumbnailHere,
    partition: &str,
    jpeg: &[u8],
    by: StaffId,
    at: Timestamp,
) -> Result<()> {
    let done = sqlx::query(
        "INSERT INTO file_thumbnail (sha256, partition, jpeg, stored_by, stored_at)
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
    )
    .bind(&of.sha256)
    .bind(partition)
    .bind(jpeg)
    .bind(by.to_string())
    .bind(at.0)
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 0 {
        return Ok(());
    }
    feed::publish(tx, partition, RecordKind::Thumbnail, &of.sha256, of).await
}

/// The small picture of a file, JPEG.
pub async fn thumbnail(
    conn: impl SqliteExecutor<'_>,
    sha256: &str,
    partition: &str,
) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT jpeg FROM file_thumbnail WHERE sha256 = ?1 AND partition = ?2";
    Ok(sqlx::query_scalar(sql).bind(sha256).bind(partition).fetch_optional(conn).await?)
}
