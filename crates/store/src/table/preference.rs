//! How the person likes the desk.

use sqlx::SqliteConnection;

use crate::{Result, WriteTx};

/// Reads a preference.
pub async fn get(c: &mut SqliteConnection, name: &str) -> Result<Option<String>> {
    let sql = "SELECT value FROM preference WHERE name = ?";
    Ok(sqlx::query_scalar(sql).bind(name).fetch_optional(c).await?)
}

/// Writes a preference.
pub async fn set(tx: &mut WriteTx, name: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO preference (name, value) VALUES (?, ?)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    sqlx::query(sql).bind(name).bind(value).execute(&mut **tx).await?;
    Ok(())
}
