//! How often entries are used: by all desks together, as the platform last said, and what of this
//! desk's own counts the platform has heard.

use bangban_domain::knowledge::Usage;
use sqlx::SqliteConnection;

use super::to_body;
use crate::{Result, WriteTx};

/// What the platform last said; empty: nothing.
pub async fn usage(c: &mut SqliteConnection) -> Result<Usage> {
    let rows: Vec<(String, u32)> =
        sqlx::query_as("SELECT entry, uses FROM entry_use").fetch_all(c).await?;
    Ok(Usage { entries: rows.into_iter().collect() })
}

/// How often all desks together used an entry of late.
pub async fn of(c: &mut SqliteConnection, entry: &str) -> Result<u32> {
    let sql = "SELECT uses FROM entry_use WHERE entry = ?";
    let uses: Option<u32> = sqlx::query_scalar(sql).bind(entry).fetch_optional(c).await?;
    Ok(uses.unwrap_or(0))
}

/// Stores what the platform says, in place of what it said before.
pub async fn put(tx: &mut WriteTx, usage: &Usage) -> Result<()> {
    forget(tx).await?;
    sqlx::query("INSERT INTO entry_use (entry, uses) SELECT key, value FROM json_each(?)")
        .bind(to_body(&usage.entries)?)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Forgets what the platform said.
pub async fn forget(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("DELETE FROM entry_use").execute(&mut **tx).await?;
    Ok(())
}

/// Entries whose own count the platform has not heard, each with the whole count. Own replies are
/// no entries, and nobody hears of them.
pub async fn untold(c: &mut SqliteConnection, limit: u32) -> Result<Vec<(String, u32)>> {
    let sql = "SELECT used.key, sum(used.uses) AS whole FROM search_use AS used
               JOIN knowledge ON knowledge.id = used.key
               LEFT JOIN entry_use_told AS told ON told.entry = used.key
               WHERE used.kind IN ('knowledge', 'reply')
               GROUP BY used.key HAVING whole > coalesce(max(told.uses), 0)
               ORDER BY max(used.last_at) DESC, used.key LIMIT ?";
    Ok(sqlx::query_as(sql).bind(limit).fetch_all(c).await?)
}

/// The platform has heard these counts.
pub async fn heard(tx: &mut WriteTx, counts: &[(String, u32)]) -> Result<()> {
    sqlx::query(
        "INSERT INTO entry_use_told (entry, uses)
         SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
         ON CONFLICT (entry) DO UPDATE SET uses = excluded.uses",
    )
    .bind(to_body(&counts)?)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The platform may have lost what it heard: all of it is told again.
pub async fn tell_again(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("DELETE FROM entry_use_told").execute(&mut **tx).await?;
    Ok(())
}
