//! What staff did, in order, and what became of it.

use std::collections::BTreeMap;

use bangban_domain::directory::StaffId;
use bangban_domain::intent::Intent;
use bangban_domain::ticket::{Base, TicketId};
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row as _, SqliteConnection};
use uuid::Uuid;

use super::to_body;
use crate::{Result, StoreError, WriteTx};

/// An action on its way, or decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Order on this station; 0 before it is stored.
    pub station_seq: i64,
    /// The command's id.
    pub id: Uuid,
    /// Its ticket, or the question that it is about.
    pub ticket: TicketId,
    /// Who acted.
    pub actor: StaffId,
    /// What was done.
    pub action: Intent,
    /// The state it was written against.
    pub base: Base,
    /// The device's clock when it was written.
    pub written_at: Timestamp,
    /// Server clock minus device clock, when known.
    pub clock_offset: Option<i64>,
    /// Attempts so far, counted before each one.
    pub attempts: u32,
    /// Where it stands.
    pub state: State,
    /// Version of the ticket after it, once applied.
    pub version: Option<u32>,
    /// The platform's receipt as it came, JSON.
    pub receipt: Option<String>,
    /// When the platform decided.
    pub decided_at: Option<Timestamp>,
    /// When a person put a refusal away.
    pub cleared_at: Option<Timestamp>,
    /// Last attempt, by the device's clock.
    pub attempted_at: Option<Timestamp>,
    /// Why it was not decided though the line stood, as a word of the protocol.
    pub held: Option<String>,
    /// Not tried again before this, by the device's clock.
    pub not_before: Option<Timestamp>,
    /// Why a person let it go.
    pub let_go: Option<String>,
}

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not decided yet.
    Pending,
    /// Applied, as it was or onto a newer state.
    Accepted,
    /// Not applied.
    Refused,
    /// Kept as a proposal.
    Parked,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Parked => "parked",
        }
    }

    fn parse(word: &str) -> sqlx::Result<Self> {
        match word {
            "pending" => Ok(Self::Pending),
            "accepted" => Ok(Self::Accepted),
            "refused" => Ok(Self::Refused),
            "parked" => Ok(Self::Parked),
            _ => Err(sqlx::Error::Decode("unknown outbox state".into())),
        }
    }
}

/// What a receipt says about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// The command.
    pub id: Uuid,
    /// Accepted, refused or parked.
    pub state: State,
    /// Version of the ticket after it, once applied.
    pub version: Option<u32>,
    /// The receipt as it came, JSON.
    pub receipt: String,
    /// Epoch of the platform that gave it.
    pub epoch: Uuid,
    /// When the platform decided.
    pub decided_at: Timestamp,
}

impl<'r> FromRow<'r, SqliteRow> for Entry {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        let text = |name: &str| row.try_get::<String, _>(name);
        let uuid = |name: &str| text(name).and_then(|t| Uuid::parse_str(&t).map_err(decode));
        let time = |name: &str| row.try_get::<Option<i64>, _>(name).map(|t| t.map(Timestamp));
        Ok(Self {
            station_seq: row.try_get("station_seq")?,
            id: uuid("id")?,
            ticket: uuid("ticket")?,
            actor: uuid("actor")?,
            action: serde_json::from_str(&text("action")?).map_err(decode)?,
            base: Base { version: row.try_get("base_version")?, fence: row.try_get("fence")? },
            written_at: Timestamp(row.try_get("written_at")?),
            clock_offset: row.try_get("clock_offset")?,
            attempts: row.try_get("attempts")?,
            state: State::parse(&text("state")?)?,
            version: row.try_get("version")?,
            receipt: row.try_get("receipt")?,
            decided_at: time("decided_at")?,
            cleared_at: time("cleared_at")?,
            attempted_at: time("attempted_at")?,
            held: row.try_get("held")?,
            not_before: time("not_before")?,
            let_go: row.try_get("let_go")?,
        })
    }
}

fn decode(error: impl std::error::Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::Decode(Box::new(error))
}

impl Entry {
    /// An action that nobody has answered yet, to be stored.
    pub fn new(
        id: Uuid,
        ticket: TicketId,
        actor: StaffId,
        action: impl Into<Intent>,
        base: Base,
        written_at: Timestamp,
    ) -> Self {
        Self {
            station_seq: 0,
            id,
            ticket,
            actor,
            action: action.into(),
            base,
            written_at,
            clock_offset: None,
            attempts: 0,
            state: State::Pending,
            version: None,
            receipt: None,
            decided_at: None,
            cleared_at: None,
            attempted_at: None,
            held: None,
            not_before: None,
            let_go: None,
        }
    }
}

/// Stores a new entry; it gets the next `station_seq`.
pub async fn add(tx: &mut WriteTx, entry: &Entry) -> Result<()> {
    let sql = "INSERT INTO outbox (id, ticket, actor, action, base_version, fence, written_at,
               clock_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    sqlx::query(sql)
        .bind(entry.id.to_string())
        .bind(entry.ticket.to_string())
        .bind(entry.actor.to_string())
        .bind(to_body(&entry.action)?)
        .bind(entry.base.version)
        .bind(entry.base.fence)
        .bind(entry.written_at.0)
        .bind(entry.clock_offset)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Undecided entries in order.
pub async fn pending(c: &mut SqliteConnection, limit: u32) -> Result<Vec<Entry>> {
    let sql = "SELECT * FROM outbox WHERE state = 'pending' ORDER BY station_seq LIMIT ?";
    Ok(sqlx::query_as(sql).bind(limit).fetch_all(c).await?)
}

/// Longest time for which an entry is put off, milliseconds. A clock that was set back cannot make it
/// longer.
pub const LONGEST_WAIT_MS: i64 = 60 * 60 * 1_000;
/// Tickets that `due` can be told to leave out.
pub const MOST_SKIPPED: usize = 3;

/// Undecided entries to offer now, in order. One that is put off holds back those behind it on its
/// ticket, and nothing else. `skip`: tickets to leave out, at most [`MOST_SKIPPED`].
pub async fn due(
    c: &mut SqliteConnection,
    now: Timestamp,
    skip: &[TicketId],
    limit: u32,
) -> Result<Vec<Entry>> {
    let sql = "SELECT * FROM outbox WHERE state = 'pending' AND ticket NOT IN (?, ?, ?)
               AND NOT EXISTS (SELECT 1 FROM outbox put_off
                   WHERE put_off.ticket = outbox.ticket AND put_off.state = 'pending'
                   AND put_off.not_before > ? AND put_off.not_before <= ?
                   AND put_off.station_seq <= outbox.station_seq)
               ORDER BY station_seq LIMIT ?";
    if planted(Mutant::TriedOnce) {
        let sql = "SELECT * FROM outbox WHERE state = 'pending' AND attempts = 0
                   ORDER BY station_seq LIMIT ?";
        return Ok(sqlx::query_as(sql).bind(limit).fetch_all(c).await?);
    }
    let mut query = sqlx::query_as(sql);
    for place in 0..MOST_SKIPPED {
        query = query.bind(skip.get(place).map(TicketId::to_string).unwrap_or_default());
    }
    let query = query.bind(now.0).bind(now.plus_ms(LONGEST_WAIT_MS).0).bind(limit);
    Ok(query.fetch_all(c).await?)
}

/// Puts an entry off: it was not decided though the line stood.
pub async fn put_off(tx: &mut WriteTx, id: Uuid, why: &str, until: Timestamp) -> Result<()> {
    sqlx::query("UPDATE outbox SET held = ?, not_before = ? WHERE id = ? AND state = 'pending'")
        .bind(why)
        .bind(until.0)
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Lets everything be tried again at once: a person asked, or another version of the program runs.
pub async fn try_again(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("UPDATE outbox SET not_before = NULL WHERE not_before IS NOT NULL")
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Undecided entries that do not get through though the line stands, the oldest first.
pub async fn failing(c: &mut SqliteConnection, limit: u32) -> Result<Vec<Entry>> {
    let sql = "SELECT * FROM outbox WHERE state = 'pending' AND held IS NOT NULL
               ORDER BY station_seq LIMIT ?";
    Ok(sqlx::query_as(sql).bind(limit).fetch_all(c).await?)
}

/// When the oldest undecided entry was written.
pub async fn oldest_pending(c: &mut SqliteConnection) -> Result<Option<Timestamp>> {
    let sql = "SELECT written_at FROM outbox WHERE state = 'pending' ORDER BY station_seq LIMIT 1";
    let written: Option<i64> = sqlx::query_scalar(sql).fetch_optional(c).await?;
    Ok(written.map(Timestamp))
}

/// Undecided entries before one.
pub async fn ahead_of(c: &mut SqliteConnection, station_seq: i64) -> Result<u32> {
    let sql = "SELECT count(*) FROM outbox WHERE state = 'pending' AND station_seq < ?";
    Ok(sqlx::query_scalar(sql).bind(station_seq).fetch_one(c).await?)
}

/// Entries of a ticket, in order.
pub async fn of_ticket(c: &mut SqliteConnection, ticket: TicketId) -> Result<Vec<Entry>> {
    let sql = "SELECT * FROM outbox WHERE ticket = ? ORDER BY station_seq";
    Ok(sqlx::query_as(sql).bind(ticket.to_string()).fetch_all(c).await?)
}

/// Forgets accepted entries decided before `before` that the feed has confirmed: the platform
/// cannot have lost them, and the timeline says what was done.
pub async fn forget_settled(tx: &mut WriteTx, before: Timestamp) -> Result<u64> {
    let sql = "DELETE FROM outbox WHERE state = 'accepted' AND decided_at < ?
               AND (id IN (SELECT id FROM event WHERE provisional = 0)
               OR version <= (SELECT server_version FROM question WHERE question.id = ticket))";
    Ok(sqlx::query(sql).bind(before.0).execute(&mut **tx).await?.rows_affected())
}

/// Entries that the ticket as the platform last sent it does not show yet.
pub async fn unseen(
    c: &mut SqliteConnection,
    ticket: TicketId,
    server_version: u32,
) -> Result<Vec<Entry>> {
    let sql = "SELECT * FROM outbox WHERE ticket = ? AND
               (state = 'pending' OR (state = 'accepted' AND version > ?)) ORDER BY station_seq";
    Ok(sqlx::query_as(sql).bind(ticket.to_string()).bind(server_version).fetch_all(c).await?)
}

/// Whether what was written about it is about a question.
pub(crate) async fn is_about_question(c: &mut SqliteConnection, id: Uuid) -> Result<bool> {
    let sql = "SELECT count(*) FROM outbox WHERE ticket = ?
               AND json_extract(action, '$.step') IS NOT NULL";
    let count: i64 = sqlx::query_scalar(sql).bind(id.to_string()).fetch_one(c).await?;
    Ok(count > 0)
}

/// Refused and parked entries, those that wait for a person first, newest first.
pub async fn verdicts(c: &mut SqliteConnection) -> Result<Vec<Entry>> {
    let sql = "SELECT * FROM outbox WHERE state IN ('refused', 'parked')
               ORDER BY cleared_at IS NOT NULL, decided_at DESC, station_seq DESC LIMIT 500";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
}

/// One entry.
pub async fn get(c: &mut SqliteConnection, id: Uuid) -> Result<Option<Entry>> {
    let sql = "SELECT * FROM outbox WHERE id = ?";
    Ok(sqlx::query_as(sql).bind(id.to_string()).fetch_optional(c).await?)
}

/// The undecided entry at a place in the order.
pub(crate) async fn at(c: &mut SqliteConnection, station_seq: i64) -> Result<Option<Entry>> {
    let sql = "SELECT * FROM outbox WHERE station_seq = ? AND state = 'pending'";
    Ok(sqlx::query_as(sql).bind(station_seq).fetch_optional(c).await?)
}

/// Number of undecided entries.
pub async fn pending_count(c: &mut SqliteConnection) -> Result<u32> {
    let sql = "SELECT count(*) FROM outbox WHERE state = 'pending'";
    Ok(sqlx::query_scalar(sql).fetch_one(c).await?)
}

/// Number of undecided entries about each ticket and each question that has any.
pub async fn pending_by_subject(c: &mut SqliteConnection) -> Result<BTreeMap<Uuid, u32>> {
    let sql = "SELECT ticket, count(*) FROM outbox WHERE state = 'pending' GROUP BY ticket";
    let counts: Vec<(String, u32)> = sqlx::query_as(sql).fetch_all(c).await?;
    let read = |(id, count): (String, u32)| {
        Uuid::parse_str(&id).map(|id| (id, count)).map_err(|_| StoreError::Damaged)
    };
    counts.into_iter().map(read).collect()
}

/// Number of refused and parked entries that wait for a person.
pub async fn attention_count(c: &mut SqliteConnection) -> Result<u32> {
    let sql = "SELECT count(*) FROM outbox
               WHERE state IN ('refused', 'parked') AND cleared_at IS NULL";
    Ok(sqlx::query_scalar(sql).fetch_one(c).await?)
}

/// Tickets that have undecided entries.
pub async fn pending_tickets(c: &mut SqliteConnection) -> Result<Vec<TicketId>> {
    let sql = "SELECT DISTINCT ticket FROM outbox WHERE state = 'pending'";
    let ids: Vec<String> = sqlx::query_scalar(sql).fetch_all(c).await?;
    ids.iter().map(|id| Uuid::parse_str(id).map_err(|_| StoreError::Damaged)).collect()
}

/// Counts an attempt, before it is made.
pub async fn count_attempt(tx: &mut WriteTx, ids: &[Uuid], at: Timestamp) -> Result<()> {
    let sql = "UPDATE outbox SET attempts = attempts + 1, attempted_at = ?
               WHERE id IN (SELECT value FROM json_each(?))";
    sqlx::query(sql).bind(at.0).bind(to_body(&ids)?).execute(&mut **tx).await?;
    Ok(())
}

/// Writes down a receipt. Returns false when the entry was decided before, or is not ours.
pub async fn settle(tx: &mut WriteTx, settlement: &Settlement) -> Result<bool> {
    let sql = "UPDATE outbox SET state = ?, version = ?, receipt = ?, epoch = ?, decided_at = ?,
               held = NULL, not_before = NULL WHERE id = ? AND state = 'pending'";
    let done = sqlx::query(sql)
        .bind(settlement.state.word())
        .bind(settlement.version)
        .bind(&settlement.receipt)
        .bind(settlement.epoch.to_string())
        .bind(settlement.decided_at.0)
        .bind(settlement.id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts a refusal away, with the reason when it is let go; it stays readable.
pub async fn clear(tx: &mut WriteTx, id: Uuid, at: Timestamp, let_go: Option<&str>) -> Result<()> {
    let sql = "UPDATE outbox SET cleared_at = ?, let_go = ? WHERE id = ? AND cleared_at IS NULL";
    sqlx::query(sql).bind(at.0).bind(let_go).bind(id.to_string()).execute(&mut **tx).await?;
    Ok(())
}

/// Puts every entry that another epoch applied, or kept as a proposal nobody has looked after here,
/// back to undecided: the platform was restored from a backup and may have forgotten it. Its
/// receipts make a repeated delivery harmless.
pub async fn offer_again(tx: &mut WriteTx, epoch: Uuid) -> Result<u64> {
    if planted(Mutant::UnsentDroppedOnEpoch) {
        sqlx::query("DELETE FROM outbox WHERE state = 'pending'").execute(&mut **tx).await?;
    }
    let sql = "UPDATE outbox SET state = 'pending', version = NULL, receipt = NULL,
               decided_at = NULL WHERE epoch <> ?
               AND (state = 'accepted' OR (state = 'parked' AND cleared_at IS NULL))";
    let done = sqlx::query(sql).bind(epoch.to_string()).execute(&mut **tx).await?;
    Ok(done.rows_affected())
}
