//! Texts that are being written. Remote state never touches them.

use bangban_domain::time::Timestamp;
use sqlx::SqliteConnection;

use crate::{Result, WriteTx};

/// The draft under a key, with the time of its last change.
pub async fn get(c: &mut SqliteConnection, key: &str) -> Result<Option<(String, Timestamp)>> {
    let sql = "SELECT text, saved_at FROM draft WHERE key = ?";
    let row: Option<(String, i64)> = sqlx::query_as(sql).bind(key).fetch_optional(c).await?;
    Ok(row.map(|(text, at)| (text, Timestamp(at))))
}

/// Saves a draft; an empty text removes it.
pub async fn save(tx: &mut WriteTx, key: &str, text: &str, at: Timestamp) -> Result<()> {
    if text.is_empty() {
        return remove(tx, key).await;
    }
    let sql = "INSERT INTO draft (key, text, saved_at) VALUES (?, ?, ?)
               ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at";
    sqlx::query(sql).bind(key).bind(text).bind(at.0).execute(&mut **tx).await?;
    Ok(())
}

/// Removes a draft.
pub async fn remove(tx: &mut WriteTx, key: &str) -> Result<()> {
    sqlx::query("DELETE FROM draft WHERE key = ?").bind(key).execute(&mut **tx).await?;
    Ok(())
}

/// All drafts as `(key, text, saved_at)`.
pub async fn all(c: &mut SqliteConnection) -> Result<Vec<(String, String, i64)>> {
    Ok(sqlx::query_as("SELECT key, text, saved_at FROM draft ORDER BY key").fetch_all(c).await?)
}
