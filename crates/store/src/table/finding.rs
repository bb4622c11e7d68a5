//! What the search index has yet to take in, what it holds beside the records themselves, and what
//! the person used of what was found.

use std::collections::BTreeSet;

use bangban_domain::time::Timestamp;
use sqlx::SqliteConnection;

use super::to_body;
use crate::{Result, WriteTx};

/// A change that the index does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// Its number; later changes have higher ones.
    pub id: i64,
    /// What changed: `matter`, `knowledge`, `own_reply`, `case`, `situation`, `material` or
    /// `statute`.
    pub kind: String,
    /// Its key.
    pub key: String,
}

/// The first changes after number `after`, in order.
pub async fn todo(c: &mut SqliteConnection, after: i64, limit: u32) -> Result<Vec<Todo>> {
    let sql = "SELECT id, kind, key FROM search_todo WHERE id > ? ORDER BY id LIMIT ?";
    let rows: Vec<(i64, String, String)> =
        sqlx::query_as(sql).bind(after).bind(limit).fetch_all(c).await?;
    Ok(rows.into_iter().map(|(id, kind, key)| Todo { id, kind, key }).collect())
}

/// How many changes the index does not know.
pub async fn behind(c: &mut SqliteConnection) -> Result<u32> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM search_todo").fetch_one(c).await?)
}

/// The highest number that was ever given.
pub async fn last_number(c: &mut SqliteConnection) -> Result<i64> {
    let sql = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'search_todo'";
    Ok(sqlx::query_scalar(sql).fetch_one(c).await?)
}

/// The index has taken in everything up to number `last`.
pub async fn done(tx: &mut WriteTx, last: i64) -> Result<()> {
    sqlx::query("DELETE FROM search_todo WHERE id <= ?").bind(last).execute(&mut **tx).await?;
    Ok(())
}

/// The index is empty: everything is to be taken in.
pub async fn everything(tx: &mut WriteTx) -> Result<()> {
    for sql in [
        "DELETE FROM search_todo",
        "DELETE FROM search_named",
        "INSERT INTO search_todo (kind, key) SELECT 'matter', id FROM matter",
        "INSERT INTO search_todo (kind, key) SELECT 'knowledge', id FROM knowledge",
        "INSERT INTO search_todo (kind, key) SELECT 'case', id FROM ticket",
        "INSERT INTO search_todo (kind, key) SELECT 'own_reply', id FROM own_reply",
    ] {
        sqlx::query(sql).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Every matter is to be taken in anew: what is the same for all of them has changed.
pub async fn every_matter(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("DELETE FROM search_todo WHERE kind = 'matter'").execute(&mut **tx).await?;
    sqlx::query("INSERT INTO search_todo (kind, key) SELECT 'matter', id FROM matter")
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Something that a record names: its kind and key.
pub type Named = (String, String);

/// Notes what a record names now. What it named before, and what it names now, is to be taken in.
pub async fn names(tx: &mut WriteTx, source: &str, named: &BTreeSet<Named>) -> Result<()> {
    let sql = "DELETE FROM search_named WHERE source = ? RETURNING kind, key";
    let mut touched: BTreeSet<Named> =
        sqlx::query_as(sql).bind(source).fetch_all(&mut **tx).await?.into_iter().collect();
    touched.extend(named.iter().cloned());
    let sql = "INSERT INTO search_named (kind, key, source)
               SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1)";
    sqlx::query(sql).bind(to_body(named)?).bind(source).execute(&mut **tx).await?;
    let touched = to_body(&touched)?;
    let sql = "DELETE FROM search_todo WHERE (kind, key) IN
               (SELECT value ->> 0, value ->> 1 FROM json_each(?))";
    sqlx::query(sql).bind(&touched).execute(&mut **tx).await?;
    let sql = "INSERT INTO search_todo (kind, key)
               SELECT value ->> 0, value ->> 1 FROM json_each(?)";
    sqlx::query(sql).bind(&touched).execute(&mut **tx).await?;
    Ok(())
}

/// Records that name something, as [`names`] was told, up to a number of them; and how many
/// there are of each kind.
pub async fn sources(
    c: &mut SqliteConnection,
    kind: &str,
    key: &str,
    limit: u32,
) -> Result<Vec<String>> {
    let sql = "SELECT source FROM search_named WHERE kind = ? AND key = ? ORDER BY source LIMIT ?";
    Ok(sqlx::query_scalar(sql).bind(kind).bind(key).bind(limit).fetch_all(c).await?)
}

/// How many records whose source begins with `prefix` name something.
pub async fn count_sources(
    c: &mut SqliteConnection,
    kind: &str,
    key: &str,
    prefix: &str,
) -> Result<u32> {
    let sql = "SELECT count(*) FROM search_named
               WHERE kind = ?1 AND key = ?2 AND substr(source, 1, length(?3)) = ?3";
    Ok(sqlx::query_scalar(sql).bind(kind).bind(key).bind(prefix).fetch_one(c).await?)
}

/// Notes that the person opened something that was found, or put it into a reply.
pub async fn used(tx: &mut WriteTx, kind: &str, key: &str, at: Timestamp) -> Result<()> {
    let sql = "INSERT INTO search_use (kind, key, uses, last_at) VALUES (?1, ?2, 1, ?3)
               ON CONFLICT (kind, key) DO UPDATE SET uses = uses + 1, last_at = ?3";
    sqlx::query(sql).bind(kind).bind(key).bind(at.0).execute(&mut **tx).await?;
    Ok(())
}

/// What was used since `since`, and how often: kind, key and number.
pub async fn uses(
    c: &mut SqliteConnection,
    since: Timestamp,
) -> Result<Vec<(String, String, u32)>> {
    let sql = "SELECT kind, key, uses FROM search_use WHERE last_at >= ?
               ORDER BY last_at DESC LIMIT 1000";
    Ok(sqlx::query_as(sql).bind(since.0).fetch_all(c).await?)
}
