//! The in-app inbox.

use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row, SqliteConnection};
use uuid::Uuid;

use crate::{Result, WriteTx};

/// A notice as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredNotice {
    /// Identity; the event's id, so that the same news never comes twice.
    pub id: String,
    /// What happened.
    pub kind: String,
    /// The ticket.
    pub ticket: Option<String>,
    /// Title of the ticket.
    pub subject: String,
    /// Name of the colleague who acted.
    pub actor: Option<String>,
    /// When, UTC milliseconds.
    pub at: i64,
    /// When it was read, UTC milliseconds.
    pub read_at: Option<i64>,
    /// The clock it is about.
    pub clock: Option<String>,
}

impl<'r> FromRow<'r, SqliteRow> for StoredNotice {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            id: row.try_get("id")?,
            kind: row.try_get("kind")?,
            ticket: row.try_get("ticket")?,
            subject: row.try_get("subject")?,
            actor: row.try_get("actor")?,
            at: row.try_get("at")?,
            read_at: row.try_get("read_at")?,
            clock: row.try_get("clock")?,
        })
    }
}

/// The newest 200 notices, unread ones first.
pub async fn list(c: &mut SqliteConnection) -> Result<Vec<StoredNotice>> {
    let sql = "SELECT id, kind, ticket, subject, actor, at, read_at, clock FROM notice
               ORDER BY read_at IS NOT NULL, at DESC LIMIT 200";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
}

/// Number of unread notices.
pub async fn unread(c: &mut SqliteConnection) -> Result<u32> {
    let sql = "SELECT count(*) FROM notice WHERE read_at IS NULL";
    Ok(sqlx::query_scalar(sql).fetch_one(c).await?)
}

/// Stores a notice; false when it is here already.
pub async fn add(tx: &mut WriteTx, notice: &StoredNotice) -> Result<bool> {
    let sql = "INSERT OR IGNORE INTO notice (id, kind, ticket, subject, actor, at, read_at, clock)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let done = sqlx::query(sql)
        .bind(&notice.id)
        .bind(&notice.kind)
        .bind(&notice.ticket)
        .bind(&notice.subject)
        .bind(&notice.actor)
        .bind(notice.at)
        .bind(notice.read_at)
        .bind(&notice.clock)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether this news was told before.
pub async fn is_known(c: &mut SqliteConnection, id: Uuid) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM notice WHERE id = ?)";
    Ok(sqlx::query_scalar(sql).bind(id.to_string()).fetch_one(c).await?)
}

/// Marks one notice, or all, as read.
pub async fn mark_read(tx: &mut WriteTx, id: Option<Uuid>, at: Timestamp) -> Result<()> {
    sqlx::query("UPDATE notice SET read_at = ?1 WHERE read_at IS NULL AND (?2 IS NULL OR id = ?2)")
        .bind(at.0)
        .bind(id.map(|id| id.to_string()))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Marks the notices about a ticket as read: it has been opened.
pub async fn mark_ticket_read(tx: &mut WriteTx, ticket: TicketId, at: Timestamp) -> Result<()> {
    sqlx::query("UPDATE notice SET read_at = ? WHERE read_at IS NULL AND ticket = ?")
        .bind(at.0)
        .bind(ticket.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}
