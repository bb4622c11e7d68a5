//! Which tickets belong together. The rows follow from the tickets' bodies.

use bangban_domain::ticket::{Ticket, TicketId};
use sqlx::SqliteConnection;

use crate::{Result, StoreError, WriteTx};

/// How two tickets belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same affair.
    Linked,
    /// The other one goes on in this one's place.
    MergedInto,
    /// The other one was merged into this one.
    MergedFrom,
}

/// Writes what a ticket names.
pub async fn put(tx: &mut WriteTx, ticket: &Ticket) -> Result<()> {
    remove(tx, ticket.id).await?;
    let links = ticket.links.iter().map(|other| (other, "link"));
    let merged = ticket.merged_into.iter().map(|other| (other, "merged"));
    for (other, kind) in links.chain(merged) {
        let sql = "INSERT INTO ticket_relation (ticket, other, kind) VALUES (?, ?, ?)
                   ON CONFLICT (ticket, other) DO UPDATE SET kind = excluded.kind";
        sqlx::query(sql)
            .bind(ticket.id.to_string())
            .bind(other.to_string())
            .bind(kind)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Forgets what a ticket names.
pub async fn remove(tx: &mut WriteTx, id: TicketId) -> Result<()> {
    sqlx::query("DELETE FROM ticket_relation WHERE ticket = ?")
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Every ticket that belongs together with this one, whoever named it.
pub async fn of(c: &mut SqliteConnection, id: TicketId) -> Result<Vec<(TicketId, Relation)>> {
    let sql = "SELECT other, kind, 1 FROM ticket_relation WHERE ticket = ?1
               UNION SELECT ticket, kind, 0 FROM ticket_relation WHERE other = ?1";
    let rows: Vec<(String, String, bool)> =
        sqlx::query_as(sql).bind(id.to_string()).fetch_all(c).await?;
    rows.into_iter()
        .map(|(other, kind, named_here)| {
            let relation = match (kind.as_str(), named_here) {
                ("merged", true) => Relation::MergedInto,
                ("merged", false) => Relation::MergedFrom,
                _ => Relation::Linked,
            };
            let other = TicketId::parse_str(&other).map_err(|_| StoreError::Damaged)?;
            Ok((other, relation))
        })
        .collect()
}
