//! The timelines.

use bangban_domain::ticket::{TicketEvent, TicketId};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{from_body, to_body};
use crate::{Result, WriteTx};

/// A line of a timeline, and whether the platform has confirmed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The event.
    pub event: TicketEvent,
    /// True while the platform has not answered.
    pub provisional: bool,
}

/// The timeline of a ticket, oldest first; unanswered lines last.
pub async fn of(c: &mut SqliteConnection, ticket: TicketId) -> Result<Vec<Line>> {
    let sql = "SELECT body, provisional FROM event WHERE ticket = ?
               ORDER BY provisional, version, at, id";
    let rows: Vec<(String, bool)> =
        sqlx::query_as(sql).bind(ticket.to_string()).fetch_all(c).await?;
    rows.into_iter()
        .map(|(body, provisional)| Ok(Line { event: from_body(&body)?, provisional }))
        .collect()
}

/// One line.
pub async fn get(c: &mut SqliteConnection, id: Uuid) -> Result<Option<Line>> {
    let sql = "SELECT body, provisional FROM event WHERE id = ?";
    let row: Option<(String, bool)> =
        sqlx::query_as(sql).bind(id.to_string()).fetch_optional(c).await?;
    row.map(|(body, provisional)| Ok(Line { event: from_body(&body)?, provisional })).transpose()
}

/// Whether the platform's own event is here.
pub async fn is_confirmed(c: &mut SqliteConnection, id: Uuid) -> Result<bool> {
    let sql = "SELECT count(*) FROM event WHERE id = ? AND provisional = 0";
    let found: i64 = sqlx::query_scalar(sql).bind(id.to_string()).fetch_one(c).await?;
    Ok(found > 0)
}

/// Stores a line. A confirmed line is never replaced by a provisional one.
pub async fn put(tx: &mut WriteTx, event: &TicketEvent, provisional: bool) -> Result<()> {
    let sql = "INSERT INTO event (id, ticket, version, at, provisional, body)
               VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET version = excluded.version, at = excluded.at,
               provisional = excluded.provisional, body = excluded.body
               WHERE event.provisional = 1 OR excluded.provisional = 0";
    sqlx::query(sql)
        .bind(event.id.to_string())
        .bind(event.ticket.to_string())
        .bind(event.version)
        .bind(event.at.0)
        .bind(provisional)
        .bind(to_body(event)?)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Removes the unanswered lines of a ticket, before they are made anew.
pub async fn clear_provisional(tx: &mut WriteTx, ticket: TicketId) -> Result<()> {
    sqlx::query("DELETE FROM event WHERE ticket = ? AND provisional = 1")
        .bind(ticket.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Removes one line.
pub async fn remove(tx: &mut WriteTx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM event WHERE id = ?").bind(id).execute(&mut **tx).await?;
    Ok(())
}
