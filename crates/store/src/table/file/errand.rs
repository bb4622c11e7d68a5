//! Files on their way: what is to be sent or fetched next, and how an attempt ended.

use bangban_domain::time::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row as _, SqliteConnection};

use super::{Contents, LocalFile, at_platform, describe, number};
use crate::{Result, WriteTx};

/// Something to send or fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
    /// The file.
    pub sha256: String,
    /// Name it was handed in under.
    pub name: String,
    /// Size, bytes.
    pub bytes: u64,
    /// Up or down.
    pub up: bool,
    /// Failed attempts since the last success.
    pub attempts: u32,
}

/// Errands that are left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Files.
    pub files: u32,
    /// Bytes not across yet.
    pub bytes: u64,
    /// When the next is due, if none is now.
    pub next: Option<Timestamp>,
}

impl<'r> FromRow<'r, SqliteRow> for Errand {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            sha256: row.try_get("sha256")?,
            name: row.try_get("name")?,
            bytes: number(row, "bytes")?,
            up: row.try_get("up")?,
            attempts: row.try_get("attempts")?,
        })
    }
}

/// Every file on its way, the halted ones too; small before large. A file that no action names
/// any more goes nowhere.
pub async fn on_the_way(c: &mut SqliteConnection) -> Result<Vec<LocalFile>> {
    let sql = "SELECT *, thumbnail IS NOT NULL AS has_thumbnail, EXISTS (
                   SELECT 1 FROM file_at_platform p WHERE p.sha256 = file.sha256) AS at_platform
               FROM file WHERE held IS NULL AND state IN ('local', 'uploading', 'downloading')
               AND (paused = 1 OR sha256 IN (
                   SELECT sha256 FROM file_errand WHERE rank IS NOT NULL))
               ORDER BY bytes, sha256";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
}

/// Files that go up, as SHA-256 and bytes, in the order of the lane.
pub async fn to_go_up(c: &mut SqliteConnection) -> Result<Vec<(String, u64)>> {
    let sql = "SELECT sha256, bytes FROM file_errand WHERE rank IS NOT NULL AND up
               ORDER BY rank, bytes, sha256";
    let rows: Vec<(String, i64)> = sqlx::query_as(sql).fetch_all(c).await?;
    Ok(rows.into_iter().map(|(sha256, bytes)| (sha256, bytes.cast_unsigned())).collect())
}

/// Asks for a file that is not here, ahead of its next turn.
pub async fn want(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    let sql = "UPDATE file SET state = 'downloading', paused = 0, not_before = NULL
               WHERE sha256 = ? AND state IN ('remote', 'downloading')";
    sqlx::query(sql).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// Halts a file on its way, or lets it go on.
pub async fn pause(tx: &mut WriteTx, sha256: &str, paused: bool) -> Result<()> {
    let sql = "UPDATE file SET paused = ?1, not_before = iif(?1, not_before, NULL)
               WHERE sha256 = ?2";
    sqlx::query(sql).bind(paused).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// The next errand: up goes first what waits for its action's answer, then comes what somebody
/// here waits for, then the rest; small before large.
pub async fn next(c: &mut SqliteConnection, now: Timestamp) -> Result<Option<Errand>> {
    let sql = "SELECT sha256, name, bytes, up, attempts FROM file_errand
               WHERE rank IS NOT NULL AND coalesce(not_before, 0) <= ?
               ORDER BY rank, bytes, sha256 LIMIT 1";
    Ok(sqlx::query_as(sql).bind(now.0).fetch_optional(c).await?)
}

/// All that is left to do.
pub async fn waiting(c: &mut SqliteConnection) -> Result<Waiting> {
    let sql = "SELECT count(*), coalesce(sum(left_over), 0), min(coalesce(not_before, 0))
               FROM file_errand WHERE rank IS NOT NULL";
    let row: (u32, i64, Option<i64>) = sqlx::query_as(sql).fetch_one(c).await?;
    Ok(Waiting { files: row.0, bytes: row.1.cast_unsigned(), next: row.2.map(Timestamp) })
}

/// Files on their way whose last attempt failed.
pub async fn failing(c: &mut SqliteConnection) -> Result<u32> {
    let sql = "SELECT count(*) FROM file WHERE fault IS NOT NULL AND paused = 0
               AND sha256 IN (SELECT sha256 FROM file_errand WHERE rank IS NOT NULL)";
    Ok(sqlx::query_scalar(sql).fetch_one(c).await?)
}

/// So much is across for good.
pub async fn moved(tx: &mut WriteTx, errand: &Errand, durable: u64) -> Result<()> {
    let sql = "UPDATE file SET state = ?, durable = ?, attempts = 0, not_before = NULL,
                   fault = NULL
               WHERE sha256 = ? AND state <> 'uploaded'";
    sqlx::query(sql)
        .bind(if errand.up { "uploading" } else { "downloading" })
        .bind(durable.cast_signed())
        .bind(&errand.sha256)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The platform has taken a file whole.
pub async fn uploaded(tx: &mut WriteTx, errand: &Errand) -> Result<()> {
    at_platform(tx, &errand.sha256, errand.bytes).await
}

/// A file is here whole, and this is what is in it.
pub async fn downloaded(tx: &mut WriteTx, contents: &Contents) -> Result<()> {
    describe(tx, contents).await?;
    let sql = "UPDATE file SET state = 'uploaded', durable = bytes, attempts = 0,
                   not_before = NULL, fault = NULL
               WHERE sha256 = ?";
    sqlx::query(sql).bind(&contents.sha256).execute(&mut **tx).await?;
    Ok(())
}

/// An attempt failed; the next one is due at `not_before`.
pub async fn failed(
    tx: &mut WriteTx,
    sha256: &str,
    fault: &str,
    not_before: Timestamp,
) -> Result<()> {
    let sql = "UPDATE file SET attempts = attempts + 1, fault = ?, not_before = ?
               WHERE sha256 = ?";
    sqlx::query(sql).bind(fault).bind(not_before.0).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// Files that actions in the outbox name, but that are not listed: the database was made anew.
pub async fn unlisted(c: &mut SqliteConnection) -> Result<Vec<(String, String, String)>> {
    let sql = "SELECT json_extract(action, '$.file.sha256'), json_extract(action, '$.file.name'),
                   ticket
               FROM outbox WHERE json_extract(action, '$.do') = 'add_file'
               AND state IN ('pending', 'accepted') AND NOT EXISTS (
                   SELECT 1 FROM file
                   WHERE file.sha256 = json_extract(action, '$.file.sha256')
                   AND file.state NOT IN ('remote', 'downloading'))";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
}
