//! Units a case waits for because they were asked to assist. The rows follow from the tickets'
//! bodies.

use bangban_domain::ticket::{Status, Ticket, TicketId};

use crate::{Result, WriteTx};

/// Writes whom a ticket waits for.
pub async fn put(tx: &mut WriteTx, ticket: &Ticket) -> Result<()> {
    remove(tx, ticket.id).await?;
    // Suspended, escalated or handed on, the case waits for others first.
    if ticket.status != Status::Working {
        return Ok(());
    }
    for assist in ticket.open_assists() {
        sqlx::query("INSERT OR IGNORE INTO ticket_assisting (ticket, organisation) VALUES (?, ?)")
            .bind(ticket.id.to_string())
            .bind(&assist.organisation)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Forgets whom a ticket waits for.
pub async fn remove(tx: &mut WriteTx, id: TicketId) -> Result<()> {
    sqlx::query("DELETE FROM ticket_assisting WHERE ticket = ?")
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}
