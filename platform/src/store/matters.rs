//! Matters in their newest version, and the one way to write them.

use bangban_domain::matter::Matter;
use bangban_domain::time::Timestamp;
use bangban_protocol::RecordKind;
use sqlx::SqliteExecutor;

use super::{LIBRARY, Put, Result, WriteTx, feed, from_text, to_text};

/// The matter with this key.
pub async fn get(conn: impl SqliteExecutor<'_>, id: &str) -> Result<Option<Matter>> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM matter WHERE id = ?1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    body.map(|text| from_text("matter", &text)).transpose()
}

/// Number of matters.
pub async fn count(conn: impl SqliteExecutor<'_>) -> Result<i64> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM matter").fetch_one(conn).await?)
}

/// Writes a matter and tells the stations in the same transaction.
///
/// The version is the platform's: it grows by one when anything else differs from what is stored,
/// and a new matter begins with the version it came with. The same content again writes nothing.
pub async fn put(tx: &mut WriteTx, matter: &Matter, now: Timestamp) -> Result<Put> {
    let stored = get(tx.conn(), &matter.id).await?;
    let (version, put) = match &stored {
        None => (matter.version.max(1), Put::Stored),
        Some(old) if *old == at_version(matter, old.version) => return Ok(Put::Unchanged),
        Some(old) => (old.version + 1, Put::Changed),
    };
    let matter = at_version(matter, version);
    sqlx::query(
        "INSERT INTO matter (id, version, body, changed_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET version = ?2, body = ?3, changed_at = ?4",
    )
    .bind(&matter.id)
    .bind(matter.version)
    .bind(to_text("matter", &matter)?)
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    feed::publish(tx, LIBRARY, RecordKind::Matter, &matter.id, &matter).await?;
    Ok(put)
}

fn at_version(matter: &Matter, version: u32) -> Matter {
    Matter { version, ..matter.clone() }
}
