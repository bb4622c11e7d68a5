//! Tickets that belong together.

use bangban_domain::ticket::TicketId;
use bangban_store::Connection;
use bangban_store::table::relation::{self, Relation};
use bangban_store::table::ticket;

use crate::error::ApiError;
use crate::model::{RelatedTicket, RelationKind};

/// Every ticket that belongs together with this one, as far as it is known here.
pub async fn related(c: &mut Connection, id: TicketId) -> Result<Vec<RelatedTicket>, ApiError> {
    let mut found = Vec::new();
    for (other, relation) in relation::of(c, id).await? {
        if let Some(ticket) = ticket::get(c, other).await? {
            found.push(RelatedTicket {
                id: ticket.id,
                number: ticket.number,
                subject: ticket.subject,
                status: ticket.status,
                relation: kind(relation),
            });
        }
    }
    Ok(found)
}

fn kind(relation: Relation) -> RelationKind {
    match relation {
        Relation::Linked => RelationKind::Linked,
        Relation::MergedInto => RelationKind::MergedInto,
        Relation::MergedFrom => RelationKind::MergedFrom,
    }
}
