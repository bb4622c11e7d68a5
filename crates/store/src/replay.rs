//! A ticket as it looks here: what the platform said, plus what it has not answered yet.
//!
//! The platform's state and the local actions are kept apart, and the view is made anew from both
//! each time either changes. So a late or reordered answer can never leave a wrong view behind.

use bangban_domain::directory::{Staff, StaffId};
use bangban_domain::intent::Intent;
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::{Context, Mentions, Parties, Ticket, TicketId, decide};
use sqlx::SqliteConnection;

use crate::table::outbox::Entry;
use crate::table::{directory, event, outbox, question, ticket};
use crate::{Result, WriteTx, replay_question};

/// Looks up whom and what an action names.
pub async fn parties(c: &mut SqliteConnection, mentions: &Mentions) -> Result<Parties> {
    let mut parties = Parties::default();
    if let Some(id) = mentions.staff {
        parties.staff = directory::person(c, id).await?;
    }
    if let Some(id) = &mentions.organisation {
        parties.organisation = directory::organisation(c, id).await?;
    }
    if let Some(id) = &mentions.home {
        parties.home = directory::organisation(c, id).await?;
    }
    if let Some(id) = mentions.ticket {
        parties.ticket = ticket::get(c, id).await?.map(Box::new);
    }
    Ok(parties)
}

/// Takes over what the platform says about a ticket.
pub async fn adopt(tx: &mut WriteTx, server: &Ticket, rules: &Rules) -> Result<()> {
    let known = ticket::server(tx, server.id).await?;
    // The feed and a snapshot may overlap; an older state never replaces a newer one.
    if known.is_some_and(|known| known.version > server.version) {
        return Ok(());
    }
    rebuild(tx, server.id, Some(server), rules).await
}

/// Makes the view of a ticket, or of the question with this id, anew after its outbox entries
/// changed.
pub async fn refresh(tx: &mut WriteTx, id: TicketId, rules: &Rules) -> Result<()> {
    if question::is_known(tx, id).await? || outbox::is_about_question(tx, id).await? {
        return replay_question::refresh(tx, id, rules).await;
    }
    let server = ticket::server(tx, id).await?;
    rebuild(tx, id, server.as_ref(), rules).await
}

async fn rebuild(
    tx: &mut WriteTx,
    id: TicketId,
    server: Option<&Ticket>,
    rules: &Rules,
) -> Result<()> {
    event::clear_provisional(tx, id).await?;
    let entries = outbox::unseen(tx, id, server.map_or(0, |t| t.version)).await?;
    let mut local = server.cloned();
    for entry in entries {
        // What the rules no longer allow is left out of the view; the platform's verdict on it
        // will tell the person.
        if let Some(next) = apply(tx, local.as_ref(), &entry, rules).await? {
            local = Some(next);
        }
    }
    match local {
        Some(local) => ticket::put(tx, server, &local, rules).await,
        None => ticket::remove(tx, id).await,
    }
}

async fn apply(
    tx: &mut WriteTx,
    state: Option<&Ticket>,
    entry: &Entry,
    rules: &Rules,
) -> Result<Option<Ticket>> {
    let Intent::Ticket(action) = &entry.action else { return Ok(None) };
    let Some(actor) = actor(tx, entry.actor).await? else { return Ok(None) };
    let parties = parties(tx, &action.mentions(state)).await?;
    let context = Context {
        command: entry.id,
        actor: &actor,
        now: entry.written_at,
        device_at: entry.written_at,
        parties: &parties,
        rules,
    };
    let Ok(decided) = decide(state, action, context) else { return Ok(None) };
    event::put(tx, &decided.event, true).await?;
    Ok(Some(decided.ticket))
}

/// The person who acted. An account that was disabled since still did what it did.
pub(crate) async fn actor(tx: &mut WriteTx, id: StaffId) -> Result<Option<Staff>> {
    Ok(directory::person(tx, id).await?.map(|staff| Staff { active: true, ..staff }))
}
