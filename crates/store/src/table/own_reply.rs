//! Replies that the person keeps for themselves.

use bangban_domain::time::Timestamp;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::{Result, StoreError, WriteTx};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnReply {
    /// Identity.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Text, with `{variables}`.
    pub text: String,
}

/// All of them, the one saved last first.
pub async fn all(c: &mut SqliteConnection) -> Result<Vec<OwnReply>> {
    let sql = "SELECT id, title, text FROM own_reply ORDER BY saved_at DESC, id LIMIT 500";
    let rows: Vec<(String, String, String)> = sqlx::query_as(sql).fetch_all(c).await?;
    let read = |(id, title, text): (String, String, String)| {
        let id = Uuid::parse_str(&id).map_err(|_| StoreError::Damaged)?;
        Ok(OwnReply { id, title, text })
    };
    rows.into_iter().map(read).collect()
}

/// Keeps one, in place of the one with its identity.
pub async fn put(tx: &mut WriteTx, reply: &OwnReply, at: Timestamp) -> Result<()> {
    let sql = "INSERT INTO own_reply (id, title, text, saved_at) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (id) DO UPDATE SET title = ?2, text = ?3, saved_at = ?4";
    sqlx::query(sql)
        .bind(reply.id.to_string())
        .bind(&reply.title)
        .bind(&reply.text)
        .bind(at.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Removes one, if it is there.
pub async fn remove(tx: &mut WriteTx, id: Uuid) -> Result<()> {
    let sql = "DELETE FROM own_reply WHERE id = ?";
    sqlx::query(sql).bind(id.to_string()).execute(&mut **tx).await?;
    Ok(())
}
