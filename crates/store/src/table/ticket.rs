//! Tickets: what the platform last said, and what they look like here.

use std::collections::BTreeSet;

use bangban_domain::directory::StaffId;
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::{Status, Ticket, TicketId, clocks};
use sqlx::SqliteConnection;

use super::{assisting, from_body, relation, requester, to_body, word};
use crate::{Result, StoreError, WriteTx};

/// A ticket as it looks here, unanswered actions included.
pub async fn get(c: &mut SqliteConnection, id: TicketId) -> Result<Option<Ticket>> {
    let sql = "SELECT body FROM ticket WHERE id = ?";
    let body: Option<String> =
        sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(c).await?;
    body.map(|body| from_body(&body)).transpose()
}

/// A ticket as the platform last said; `None` while it is known only here.
pub async fn server(c: &mut SqliteConnection, id: TicketId) -> Result<Option<Ticket>> {
    let sql = "SELECT server_body FROM ticket WHERE id = ?";
    let body: Option<Option<String>> =
        sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(c).await?;
    body.flatten().map(|body| from_body(&body)).transpose()
}

/// Version that the person last opened; 0 when never.
pub async fn seen_version(c: &mut SqliteConnection, id: TicketId) -> Result<u32> {
    let sql = "SELECT seen_version FROM ticket WHERE id = ?";
    let seen: Option<u32> = sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(c).await?;
    Ok(seen.unwrap_or(0))
}

/// Notes that the person has opened it in its present version.
pub async fn mark_seen(tx: &mut WriteTx, id: TicketId) -> Result<()> {
    sqlx::query("UPDATE ticket SET seen_version = version WHERE id = ?")
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that everything here has been seen: after a first sync nothing is news.
pub async fn mark_all_seen(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("UPDATE ticket SET seen_version = version").execute(&mut **tx).await?;
    Ok(())
}

/// Forgets what the platform said about every ticket, with its timelines: it was restored from a
/// backup and says it anew. What waits in the outbox stays.
pub async fn forget_server(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("UPDATE ticket SET server_version = 0, server_body = NULL")
        .execute(&mut **tx)
        .await?;
    sqlx::query("DELETE FROM event WHERE provisional = 0").execute(&mut **tx).await?;
    Ok(())
}

/// Tickets the platform has said nothing about.
pub async fn unknown_to_server(c: &mut SqliteConnection) -> Result<Vec<TicketId>> {
    let sql = "SELECT id FROM ticket WHERE server_body IS NULL";
    let ids: Vec<String> = sqlx::query_scalar(sql).fetch_all(c).await?;
    ids.iter().map(|id| TicketId::parse_str(id).map_err(|_| StoreError::Damaged)).collect()
}

/// The tickets that a paper may name: by the official number, and by the last digits of the identity
/// in lower-case hexadecimal, of which a provisional number is made. At most eight.
pub async fn named(
    c: &mut SqliteConnection,
    number: &str,
    last_digits: Option<&str>,
) -> Result<Vec<Ticket>> {
    let sql = "SELECT body FROM ticket WHERE number = ?1
               OR (?2 IS NOT NULL AND substr(id, -length(?2)) = ?2) ORDER BY id LIMIT 8";
    let bodies: Vec<String> =
        sqlx::query_scalar(sql).bind(number).bind(last_digits).fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// Stores what the platform says, and what follows from it here.
pub async fn put(
    tx: &mut WriteTx,
    server: Option<&Ticket>,
    local: &Ticket,
    rules: &Rules,
) -> Result<()> {
    let sql = "INSERT INTO ticket (id, server_version, server_body, body, version, number, subject,
        requester, matter, stage, status, channel, organisation, holder, waits_for_staff,
        waits_for_organisation, due_at, registered_at, updated_at, open, first_responder)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET server_version = excluded.server_version,
        server_body = excluded.server_body, body = excluded.body, version = excluded.version,
        number = excluded.number, subject = excluded.subject, requester = excluded.requester,
        matter = excluded.matter, stage = excluded.stage, status = excluded.status,
        channel = excluded.channel, organisation = excluded.organisation,
        holder = excluded.holder, waits_for_staff = excluded.waits_for_staff,
        waits_for_organisation = excluded.waits_for_organisation, due_at = excluded.due_at,
        registered_at = excluded.registered_at, updated_at = excluded.updated_at,
        open = excluded.open, first_responder = excluded.first_responder";
    let waits = waits_for(local);
    sqlx::query(sql)
        .bind(local.id.to_string())
        .bind(server.map_or(0, |t| t.version))
        .bind(server.map(to_body).transpose()?)
        .bind(to_body(local)?)
        .bind(local.version)
        .bind(&local.number)
        .bind(&local.subject)
        .bind(&local.requester.name)
        .bind(local.matter.as_ref().map(|m| m.id.as_str()))
        .bind(word(local.stage)?)
        .bind(word(local.status)?)
        .bind(word(local.channel)?)
        .bind(&local.organisation)
        .bind(local.holder.map(|id| id.to_string()))
        .bind(waits.staff.map(|id| id.to_string()))
        .bind(waits.organisation)
        .bind(nearest_due(local, rules))
        .bind(local.registered_at.0)
        .bind(local.updated_at.0)
        .bind(local.status.is_open())
        .bind(local.first_responder.map(|id| id.to_string()))
        .execute(&mut **tx)
        .await?;
    assisting::put(tx, local).await?;
    relation::put(tx, local).await?;
    requester::put(tx, local).await
}

/// Version of a ticket as the platform last said, 0 while it said nothing; `None`: not here.
pub async fn server_version(c: &mut SqliteConnection, id: TicketId) -> Result<Option<u32>> {
    let sql = "SELECT server_version FROM ticket WHERE id = ?";
    Ok(sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(c).await?)
}

/// Every ticket whose clocks may still run.
pub async fn with_clocks(c: &mut SqliteConnection) -> Result<Vec<Ticket>> {
    let sql = "SELECT body FROM ticket WHERE due_at IS NOT NULL";
    let bodies: Vec<String> = sqlx::query_scalar(sql).fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// The open tickets about a matter, the nearest clock first.
pub async fn open_about(c: &mut SqliteConnection, matter: &str) -> Result<Vec<Ticket>> {
    let sql = "SELECT body FROM ticket WHERE matter = ? AND open
               ORDER BY due_at IS NULL, due_at, id";
    let bodies: Vec<String> = sqlx::query_scalar(sql).bind(matter).fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// Those of the matters that an open ticket is about.
pub async fn with_open_cases(
    c: &mut SqliteConnection,
    matters: &[&str],
) -> Result<BTreeSet<String>> {
    let sql = "SELECT DISTINCT matter FROM ticket
               WHERE open AND matter IN (SELECT value FROM json_each(?))";
    let found: Vec<String> = sqlx::query_scalar(sql).bind(to_body(&matters)?).fetch_all(c).await?;
    Ok(found.into_iter().collect())
}

/// Counts the nearest clock of every ticket anew, after the limits or the calendar changed.
pub async fn recount(tx: &mut WriteTx, rules: &Rules) -> Result<()> {
    let bodies: Vec<String> =
        sqlx::query_scalar("SELECT body FROM ticket").fetch_all(&mut **tx).await?;
    for body in bodies {
        let ticket: Ticket = from_body(&body)?;
        sqlx::query("UPDATE ticket SET due_at = ? WHERE id = ?")
            .bind(nearest_due(&ticket, rules))
            .bind(ticket.id.to_string())
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// When the nearest clock that is not standing still is due.
fn nearest_due(ticket: &Ticket, rules: &Rules) -> Option<i64> {
    clocks(ticket, rules).iter().find(|clock| !clock.paused).map(|clock| clock.due_at.0)
}

/// Removes a ticket with its timeline.
pub async fn remove(tx: &mut WriteTx, id: TicketId) -> Result<()> {
    sqlx::query("DELETE FROM ticket WHERE id = ?").bind(id.to_string()).execute(&mut **tx).await?;
    sqlx::query("DELETE FROM event WHERE ticket = ?")
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    assisting::remove(tx, id).await?;
    relation::remove(tx, id).await?;
    requester::remove(tx, id).await
}

struct WaitsFor {
    staff: Option<StaffId>,
    organisation: Option<String>,
}

/// Whose move it is: everyone's at the station while nobody has claimed it, then the receiver of a
/// handoff, the consultant asked, the person an opinion has just come back to or who is urged,
/// or the one who follows up on a closed case. Assisting units are in a table of their own.
fn waits_for(ticket: &Ticket) -> WaitsFor {
    let asked = ticket.consultation.as_ref();
    let nobody = WaitsFor { staff: None, organisation: None };
    match (ticket.status, &ticket.handoff) {
        (Status::AwaitingSignature, Some(handoff)) => match handoff.to_staff {
            Some(staff) => WaitsFor { staff: Some(staff), ..nobody },
            None => WaitsFor { organisation: Some(handoff.to_organisation.clone()), ..nobody },
        },
        (Status::AwaitingOpinion, _) => WaitsFor { staff: asked.map(|c| c.consultant), ..nobody },
        (Status::Closed, _) => {
            WaitsFor { staff: ticket.holder.or(ticket.first_responder), ..nobody }
        }
        (Status::Working, _) => {
            let given = asked.and_then(|c| c.opinion.as_ref()).map(|o| o.given_at);
            let just_back = given.is_some_and(|at| at == ticket.updated_at);
            let urged = ticket.open_urgings().next().is_some();
            WaitsFor { staff: ticket.holder.filter(|_| just_back || urged), ..nobody }
        }
        (Status::Unclaimed, _) => {
            WaitsFor { organisation: Some(ticket.organisation.clone()), ..nobody }
        }
        _ => nobody,
    }
}
