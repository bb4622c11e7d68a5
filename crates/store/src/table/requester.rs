//! Who asks, as it is looked for while a request is typed. The rows follow from the tickets'
//! bodies.

use bangban_domain::duplicate::tokens;
use bangban_domain::ticket::{Requester, Ticket, TicketId};
use sqlx::SqliteConnection;

use super::ticket;
use crate::{Result, StoreError, WriteTx};

/// Candidates looked at for one request.
const MOST: u32 = 50;

/// Writes what a ticket's requester can be found by.
pub async fn put(tx: &mut WriteTx, ticket: &Ticket) -> Result<()> {
    remove(tx, ticket.id).await?;
    for token in tokens(&ticket.requester) {
        sqlx::query("INSERT OR IGNORE INTO ticket_requester (ticket, token) VALUES (?, ?)")
            .bind(ticket.id.to_string())
            .bind(token)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Forgets what a ticket's requester can be found by.
pub async fn remove(tx: &mut WriteTx, id: TicketId) -> Result<()> {
    sqlx::query("DELETE FROM ticket_requester WHERE ticket = ?")
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Tickets that share a name or a number with `typed`, the ones changed last first.
pub async fn candidates(c: &mut SqliteConnection, typed: &Requester) -> Result<Vec<Ticket>> {
    let mut wanted = tokens(typed);
    wanted.resize(4, String::new());
    let sql = "SELECT DISTINCT ticket.id FROM ticket_requester
               JOIN ticket ON ticket.id = ticket_requester.ticket
               WHERE token IN (?, ?, ?, ?) ORDER BY ticket.updated_at DESC LIMIT ?";
    let mut query = sqlx::query_scalar::<_, String>(sql);
    for token in wanted {
        query = query.bind(token);
    }
    let ids = query.bind(MOST).fetch_all(&mut *c).await?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        let id = TicketId::parse_str(&id).map_err(|_| StoreError::Damaged)?;
        found.extend(ticket::get(c, id).await?);
    }
    Ok(found)
}
