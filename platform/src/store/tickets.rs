//! Tickets, their timelines, and the official numbers.

use bangban_domain::directory::StaffId;
use bangban_domain::ticket::{Ticket, TicketEvent, TicketId};
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::RecordKind;
use sqlx::SqliteExecutor;
use uuid::Uuid;

use super::feed::{self, Told};
use super::{Error, Result, WriteTx, files, from_text, to_text};

/// A ticket and the partition it lives in.
pub struct Kept {
    /// The ticket as it stands.
    pub ticket: Ticket,
    /// Its partition, for good.
    pub partition: String,
}

/// The ticket with this identity.
pub async fn get(conn: impl SqliteExecutor<'_>, id: TicketId) -> Result<Option<Kept>> {
    let row: Option<(String, String)> =
        sqlx::query_as("SELECT body, partition FROM ticket WHERE id = ?1")
            .bind(id.to_string())
            .fetch_optional(conn)
            .await?;
    let Some((body, partition)) = row else { return Ok(None) };
    Ok(Some(Kept { ticket: from_text("ticket", &body)?, partition }))
}

/// Writes a ticket with the event that led to it, and tells the stations of both.
/// `station`: where it was done, when that is known.
pub async fn put(
    tx: &mut WriteTx,
    kept: &Kept,
    event: &TicketEvent,
    station: Option<Uuid>,
) -> Result<()> {
    let Kept { ticket, partition } = kept;
    let id = ticket.id.to_string();
    sqlx::query(
        "INSERT INTO ticket (id, partition, number, version, body) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET version = ?4, body = ?5",
    )
    .bind(&id)
    .bind(partition)
    .bind(&ticket.number)
    .bind(ticket.version)
    .bind(to_text("ticket", ticket)?)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "INSERT INTO event (id, ticket, version, body, station) VALUES (?1, ?2, ?3, ?4, ?5)",
    )
    .bind(event.id.to_string())
    .bind(&id)
    .bind(event.version)
    .bind(to_text("event", event)?)
    .bind(station.map(|station| station.to_string()))
    .execute(tx.conn())
    .await?;
    if let Some(file) = event.action.file() {
        files::name(tx, &file.sha256, &id, partition, event.at).await?;
    }
    let mut told = vec![Told::new(RecordKind::Ticket, &id, ticket)?];
    if !planted(Mutant::EventNotPublished) {
        told.push(Told::new(RecordKind::Event, &event.id.to_string(), event)?);
    }
    feed::publish_all(tx, partition, &told).await
}

/// What happened to a ticket after `version` that `actor` cannot have seen at `station`: what others
/// did, and what they did themselves at another desk. Newest first.
pub async fn unseen(
    conn: impl SqliteExecutor<'_>,
    id: TicketId,
    version: u32,
    actor: StaffId,
    station: Uuid,
) -> Result<Vec<TicketEvent>> {
    let bodies: Vec<String> = sqlx::query_scalar(
        "SELECT body FROM event WHERE ticket = ?1 AND version > ?2
         AND (body ->> 'actor' <> ?3 OR coalesce(station, ?4) <> ?4) ORDER BY version DESC",
    )
    .bind(id.to_string())
    .bind(version)
    .bind(actor.to_string())
    .bind(station.to_string())
    .fetch_all(conn)
    .await?;
    bodies.iter().map(|text| from_text("event", text)).collect()
}

/// Partition of the ticket that a command had an effect on.
pub async fn partition_of_event(
    conn: impl SqliteExecutor<'_>,
    command: Uuid,
) -> Result<Option<String>> {
    let sql = "SELECT partition FROM event JOIN ticket ON ticket.id = event.ticket
               WHERE event.id = ?1";
    Ok(sqlx::query_scalar(sql).bind(command.to_string()).fetch_optional(conn).await?)
}

/// The next official number of a county, e.g. `BL441322-20261121-0007`. Counted per day in China.
pub async fn next_number(tx: &mut WriteTx, county: &str, at: Timestamp) -> Result<String> {
    let day = at.day().format("%Y%m%d").to_string();
    let last: i64 = sqlx::query_scalar(
        "INSERT INTO numbering (county, day, last) VALUES (?1, ?2, 1)
         ON CONFLICT (county, day) DO UPDATE SET last = last + 1
         RETURNING last",
    )
    .bind(county)
    .bind(&day)
    .fetch_one(tx.conn())
    .await
    .map_err(Error::from)?;
    Ok(format!("BL{county}-{day}-{last:04}"))
}
