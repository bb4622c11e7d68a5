//! Knowledge entries in their newest version.

use bangban_domain::knowledge::KnowledgeEntry;
use bangban_domain::time::Timestamp;
use bangban_protocol::RecordKind;
use sqlx::SqliteExecutor;

use super::{LIBRARY, Put, Result, WriteTx, feed, from_text, to_text};

/// The entry with this key.
pub async fn get(conn: impl SqliteExecutor<'_>, id: &str) -> Result<Option<KnowledgeEntry>> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM knowledge WHERE id = ?1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    body.map(|text| from_text("knowledge entry", &text)).transpose()
}

/// Number of entries.
pub async fn count(conn: impl SqliteExecutor<'_>) -> Result<i64> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM knowledge").fetch_one(conn).await?)
}

/// Writes an entry and tells the stations in the same transaction.
///
/// The version is the platform's: it grows by one when anything else differs from what is stored,
/// and a new entry begins with the version it came with. The same content again writes nothing.
pub async fn put(tx: &mut WriteTx, entry: &KnowledgeEntry, now: Timestamp) -> Result<Put> {
    let stored = get(tx.conn(), &entry.id).await?;
    let entry = entry.clone().following(stored.as_ref());
    let put = match &stored {
        None => Put::Stored,
        Some(old) if *old == entry => return Ok(Put::Unchanged),
        Some(_) => Put::Changed,
    };
    sqlx::query(
        "INSERT INTO knowledge (id, version, body, changed_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET version = ?2, body = ?3, changed_at = ?4",
    )
    .bind(&entry.id)
    .bind(entry.version)
    .bind(to_text("knowledge entry", &entry)?)
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    feed::publish(tx, LIBRARY, RecordKind::Knowledge, &entry.id, &entry).await?;
    Ok(put)
}
