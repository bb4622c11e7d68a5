//! Small pictures on their way: sent ahead of the files themselves.

use sqlx::SqliteConnection;

use crate::{Result, WriteTx};

/// A small picture to send or fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallErrand {
    /// SHA-256 of the file it is of.
    pub sha256: String,
    /// To the platform.
    pub up: bool,
}

/// Small pictures on their way, those that go up first, the oldest first; at most `limit`.
pub async fn next_small(c: &mut SqliteConnection, limit: u32) -> Result<Vec<SmallErrand>> {
    let sql = "SELECT sha256, up FROM thumbnail_errand ORDER BY up DESC, added_at, sha256 LIMIT ?";
    let rows: Vec<(String, bool)> = sqlx::query_as(sql).bind(limit).fetch_all(c).await?;
    Ok(rows.into_iter().map(|(sha256, up)| SmallErrand { sha256, up }).collect())
}

/// The platform has a small picture.
pub async fn small_at_platform(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    sqlx::query("INSERT INTO thumbnail_at_platform (sha256) VALUES (?) ON CONFLICT DO NOTHING")
        .bind(sha256)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The platform has a small picture no longer.
pub async fn small_not_at_platform(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    sqlx::query("DELETE FROM thumbnail_at_platform WHERE sha256 = ?")
        .bind(sha256)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Forgets which small pictures the platform said that it has; it says so anew.
pub async fn forget_small(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("DELETE FROM thumbnail_at_platform").execute(&mut **tx).await?;
    Ok(())
}

/// Keeps a small picture that came before its file.
pub async fn keep_small(tx: &mut WriteTx, sha256: &str, jpeg: &[u8]) -> Result<()> {
    sqlx::query("UPDATE file SET thumbnail = ? WHERE sha256 = ? AND thumbnail IS NULL")
        .bind(jpeg)
        .bind(sha256)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
