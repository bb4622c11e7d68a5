//! The queue: tickets by whose move it is, narrowed and sorted.

use bangban_domain::directory::StaffId;
use bangban_domain::ticket::{Channel, Stage, Status, Ticket};
use bangban_domain::time::Timestamp;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{from_body, word};
use crate::Result;

/// Which queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Held by the person, still open.
    Mine,
    /// Of the person's organisation, still open.
    Station,
    /// The move of the person, or of anyone at their station.
    Waiting,
    /// Everything, closed ones included.
    All,
}

/// Order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The nearest clock first, closed ones last.
    Deadline,
    /// Registered last first.
    Newest,
    /// Changed last first.
    Updated,
}

/// For whom, and what.
#[derive(Debug, Clone)]
pub struct QueueFilter {
    /// The person.
    pub me: StaffId,
    /// Their organisation.
    pub organisation: String,
    /// Which queue.
    pub view: View,
    /// Words in number, subject or name.
    pub text: Option<String>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only this status.
    pub status: Option<Status>,
    /// Only this channel.
    pub channel: Option<Channel>,
    /// Only this matter.
    pub matter: Option<String>,
    /// Only with a clock due by then.
    pub due_before: Option<Timestamp>,
}

/// A ticket of the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueRow {
    /// The ticket.
    pub ticket: Ticket,
    /// Version the person last opened.
    pub seen_version: u32,
    /// Actions on it that the platform has not decided.
    pub pending: u32,
}

const CONDITIONS: &str = "
    (CASE ?3 WHEN 'mine' THEN holder = ?1 AND open
             WHEN 'station' THEN organisation = ?2 AND open
             WHEN 'waiting' THEN waits_for_staff = ?1 OR waits_for_organisation = ?2
                 OR EXISTS (SELECT 1 FROM ticket_assisting asked
                            WHERE asked.ticket = ticket.id AND asked.organisation = ?2)
             ELSE 1 END)
    AND (?4 IS NULL OR instr(lower(coalesce(number, '')), ?4) OR instr(lower(subject), ?4)
         OR instr(lower(requester), ?4))
    AND (?5 IS NULL OR stage = ?5) AND (?6 IS NULL OR status = ?6)
    AND (?7 IS NULL OR channel = ?7) AND (?8 IS NULL OR matter = ?8)
    AND (?9 IS NULL OR due_at <= ?9)";

macro_rules! bind {
    ($query:expr, $filter:expr) => {
        $query
            .bind($filter.me.to_string())
            .bind(&$filter.organisation)
            .bind(view_word($filter.view))
            .bind($filter.text.as_ref().map(|t| t.trim().to_lowercase()).filter(|t| !t.is_empty()))
            .bind($filter.stage.map(word).transpose()?)
            .bind($filter.status.map(word).transpose()?)
            .bind($filter.channel.map(word).transpose()?)
            .bind(&$filter.matter)
            .bind($filter.due_before.map(|t| t.0))
    };
}

/// A page of the queue.
pub async fn page(
    c: &mut SqliteConnection,
    filter: &QueueFilter,
    sort: Sort,
    offset: u32,
    limit: u32,
) -> Result<Vec<QueueRow>> {
    let sql = format!(
        "SELECT body, seen_version,
            (SELECT count(*) FROM outbox WHERE outbox.ticket = ticket.id AND state = 'pending')
         FROM ticket WHERE {CONDITIONS} ORDER BY {} LIMIT ?10 OFFSET ?11",
        order(sort)
    );
    let rows: Vec<(String, u32, u32)> = bind!(sqlx::query_as(AssertSqlSafe(sql)), filter)
        .bind(limit)
        .bind(offset)
        .fetch_all(c)
        .await?;
    rows.into_iter()
        .map(|(body, seen_version, pending)| {
            Ok(QueueRow { ticket: from_body(&body)?, seen_version, pending })
        })
        .collect()
}

/// Number of tickets in the queue.
pub async fn count(c: &mut SqliteConnection, filter: &QueueFilter) -> Result<u32> {
    let sql = format!("SELECT count(*) FROM ticket WHERE {CONDITIONS}");
    Ok(bind!(sqlx::query_scalar(AssertSqlSafe(sql)), filter).fetch_one(c).await?)
}

fn view_word(view: View) -> &'static str {
    match view {
        View::Mine => "mine",
        View::Station => "station",
        View::Waiting => "waiting",
        View::All => "all",
    }
}

fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Deadline => "due_at IS NULL, due_at, registered_at, id",
        Sort::Newest => "registered_at DESC, id",
        Sort::Updated => "updated_at DESC, id",
    }
}
