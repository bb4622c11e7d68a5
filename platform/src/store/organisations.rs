//! Service points, village stations and departments.

use bangban_domain::directory::Organisation;
use bangban_domain::time::Timestamp;
use bangban_protocol::RecordKind;
use sqlx::SqliteExecutor;

use super::{LIBRARY, Put, Result, WriteTx, feed, from_text, to_text};

/// The organisation with this key.
pub async fn get(conn: impl SqliteExecutor<'_>, id: &str) -> Result<Option<Organisation>> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM organisation WHERE id = ?1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    body.map(|text| from_text("organisation", &text)).transpose()
}

/// All organisations, by their keys.
pub async fn all(conn: impl SqliteExecutor<'_>) -> Result<Vec<Organisation>> {
    let bodies: Vec<String> =
        sqlx::query_scalar("SELECT body FROM organisation ORDER BY id").fetch_all(conn).await?;
    bodies.iter().map(|text| from_text("organisation", text)).collect()
}

/// Writes an organisation and tells the stations in the same transaction.
pub async fn put(tx: &mut WriteTx, organisation: &Organisation, now: Timestamp) -> Result<Put> {
    let put = match get(tx.conn(), &organisation.id).await? {
        None => Put::Stored,
        Some(old) if old == *organisation => return Ok(Put::Unchanged),
        Some(_) => Put::Changed,
    };
    sqlx::query(
        "INSERT INTO organisation (id, body, changed_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET body = ?2, changed_at = ?3",
    )
    .bind(&organisation.id)
    .bind(to_text("organisation", organisation)?)
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    feed::publish(tx, LIBRARY, RecordKind::Organisation, &organisation.id, organisation).await?;
    Ok(put)
}
