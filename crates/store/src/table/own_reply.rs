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
    let rows: Vec<Row> = sqlx::query_as(sql).fetch_all(c).await?;
    rows.into_iter().map(read).collect()
}

/// One of them.
pub async fn get(c: &mut SqliteConnection, id: Uuid) -> Result<Option<OwnReply>> {
    let sql = "SELECT id, title, text FROM own_reply WHERE id = ?";
    let row: Option<Row> = sqlx::query_as(sql).bind(id.to_string()).fetch_optional(c).await?;
    row.map(read).transpose()
}

type Row = (String, String, String);

fn read((id, title, text): Row) -> Result<OwnReply> {
    let id = Uuid::parse_str(&id).map_err(|_| StoreError::Damaged)?;
    Ok(OwnReply { id, title, text })
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
