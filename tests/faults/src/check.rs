//! What must hold after every history, once its faults are over.
//!
//! This file is over 400 lines: each invariant, or each thing a station can meet, is a short function
//! of its own, and they are read together.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::Result;
use bangban_domain::ticket::{ActionKind, Ticket, TicketEvent};
use bangban_store::table::outbox::{self, Entry, State};
use bangban_store::table::{audit, cursor, notice};
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::station::{Station, Written};
use crate::world::{BEGINNING, World};

/// What does not hold.
#[derive(Debug, Clone)]
pub struct Violation {
    /// Which invariant.
    pub invariant: &'static str,
    /// What was found.
    pub found: String,
}

/// One effect or one visible refusal for every command.
pub const ONE_OUTCOME: &str = "one effect or one visible refusal per command";
/// The outbox drains.
pub const DRAINED: &str = "the outbox drains in bounded time without new writes";
/// Station and platform agree.
pub const EQUAL: &str = "station and platform rows are equal within scope";
/// The feed is dense, and a cursor claims only what is here.
pub const DENSE: &str = "the feed is dense and a cursor claims only what is here";
/// Versions and fences.
pub const ORDERED: &str = "versions are 1..n, fences never go back, the server's time orders";
/// Texts stay readable.
pub const READABLE: &str = "every text can be read where it was written";
/// The audit.
pub const AUDITED: &str = "the audit names each action once";
/// Reproducible.
pub const REPLAYED: &str = "the same seed replays to the same bytes";
/// Nothing differed.
pub const NEVER_REPAIRED: &str = "digests of station and platform never differ";
/// Parked rather than refused.
pub const FENCED: &str = "work under a lost fence is parked";

/// Counts comparisons and collects what does not hold.
#[derive(Debug, Default)]
pub struct Findings {
    /// What does not hold.
    pub violations: Vec<Violation>,
    /// Comparisons by invariant.
    pub checks: BTreeMap<&'static str, u64>,
    /// What became of commands.
    pub verdicts: BTreeMap<&'static str, u64>,
}

impl Findings {
    fn hold(&mut self, invariant: &'static str, holds: bool, found: impl FnOnce() -> String) {
        *self.checks.entry(invariant).or_default() += 1;
        if !holds {
            self.violations.push(Violation { invariant, found: found() });
        }
    }
}

/// Rows of the platform, as every check needs them.
struct Central {
    epoch: String,
    tickets: BTreeMap<String, String>,
    events: BTreeMap<String, String>,
    feed: Vec<(String, i64, String, String, Option<String>)>,
    library: BTreeMap<&'static str, BTreeMap<String, Value>>,
    restored: bool,
}

/// Checks everything.
pub async fn check(world: &World) -> Result<Findings> {
    let mut findings = Findings::default();
    let central = central(world).await?;
    feed(&central, &mut findings);
    order(&central, world.now(), &mut findings)?;
    for (number, station) in world.stations.iter().enumerate() {
        let store = station.store()?;
        let mut reader = store.read().await?;
        outcomes(&mut reader, number, station, &central, &mut findings).await?;
        rows(&mut reader, number, &central, &mut findings).await?;
        let repairs = audit::of_kind(&mut reader, "repaired").await?;
        findings.hold(NEVER_REPAIRED, repairs.is_empty(), || {
            format!("station {number} repaired {} times", repairs.len())
        });
        cursors(&mut reader, number, &central, &mut findings).await?;
        audited(&mut reader, number, station, &mut findings).await?;
    }
    Ok(findings)
}

async fn map(c: &mut SqliteConnection, sql: &'static str) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(c).await?;
    Ok(rows.into_iter().collect())
}

fn values(rows: BTreeMap<String, String>) -> Result<BTreeMap<String, Value>> {
    rows.into_iter().map(|(key, body)| Ok((key, serde_json::from_str(&body)?))).collect()
}

const LIBRARY: [(&str, &str); 4] = [
    ("organisation", "SELECT id, body FROM organisation"),
    ("staff", "SELECT id, body FROM staff"),
    ("matter", "SELECT id, body FROM matter"),
    ("knowledge", "SELECT id, body FROM knowledge"),
];

async fn central(world: &World) -> Result<Central> {
    let platform = world.central.platform()?;
    let mut c = platform.db().read().acquire().await?;
    let mut library = BTreeMap::new();
    for (name, sql) in LIBRARY {
        library.insert(name, values(map(&mut c, sql).await?)?);
    }
    let feed = "SELECT partition, seq, kind, key, body FROM feed ORDER BY partition, seq";
    Ok(Central {
        epoch: sqlx::query_scalar("SELECT epoch FROM meta").fetch_one(&mut *c).await?,
        tickets: map(&mut c, "SELECT id, body FROM ticket").await?,
        events: map(&mut c, "SELECT id, body FROM event").await?,
        feed: sqlx::query_as(feed).fetch_all(&mut *c).await?,
        library,
        restored: world.central.restored > 0,
    })
}

impl Central {
    /// Whether somebody else had taken over when the platform decided on this.
    fn took_over(&self, entry: &Entry) -> Result<bool> {
        let (Some(held), Some(decided)) = (entry.base.fence, entry.decided_at) else {
            return Ok(false);
        };
        let key = entry.ticket.to_string();
        for (_, _, kind, id, body) in &self.feed {
            let Some(body) = body.as_ref().filter(|_| kind == "ticket" && *id == key) else {
                continue;
            };
            let ticket: Ticket = serde_json::from_str(body)?;
            if ticket.updated_at < decided && ticket.fence > held {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn feed(central: &Central, findings: &mut Findings) {
    let mut last: BTreeMap<&str, i64> = BTreeMap::new();
    let mut newest: BTreeMap<(&str, &str), &Option<String>> = BTreeMap::new();
    for (partition, seq, kind, key, body) in &central.feed {
        let before = last.insert(partition, *seq).unwrap_or(0);
        findings.hold(DENSE, *seq == before + 1, || {
            format!("the feed of {partition} goes from {before} to {seq}")
        });
        newest.insert((kind, key), body);
    }
    let tables = [("ticket", &central.tickets), ("event", &central.events)];
    for (kind, rows) in tables {
        for (id, body) in rows {
            let told = newest.get(&(kind, id.as_str())).and_then(|body| body.as_ref());
            findings.hold(DENSE, told == Some(body), || {
                format!("the feed does not tell {kind} {id} as it is")
            });
        }
    }
}

fn order(central: &Central, now: i64, findings: &mut Findings) -> Result<()> {
    let mut timelines: BTreeMap<String, Vec<TicketEvent>> = BTreeMap::new();
    for body in central.events.values() {
        let event: TicketEvent = serde_json::from_str(body)?;
        timelines.entry(event.ticket.to_string()).or_default().push(event);
    }
    for (id, body) in &central.tickets {
        let ticket: Ticket = serde_json::from_str(body)?;
        let mut timeline = timelines.remove(id).unwrap_or_default();
        timeline.sort_by_key(|event| event.version);
        let versions: Vec<u32> = timeline.iter().map(|event| event.version).collect();
        findings.hold(ORDERED, versions == (1..=ticket.version).collect::<Vec<_>>(), || {
            format!("ticket {id} is at {} with events {versions:?}", ticket.version)
        });
        let times: Vec<i64> = timeline.iter().map(|event| event.at.0).collect();
        let in_order = times.windows(2).all(|pair| pair[0] <= pair[1]);
        let real = times.iter().all(|at| (BEGINNING..=now).contains(at));
        findings.hold(ORDERED, in_order && real, || {
            format!("the times of ticket {id} are not the server's: {times:?}")
        });
    }
    findings.hold(ORDERED, timelines.is_empty(), || "events without a ticket".to_owned());
    let mut fences: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (_, seq, kind, key, body) in &central.feed {
        let Some(body) = body.as_ref().filter(|_| kind == "ticket") else { continue };
        let ticket: Ticket = serde_json::from_str(body)?;
        let now = (ticket.version, ticket.fence);
        let before = fences.insert(key, now).unwrap_or_default();
        findings.hold(ORDERED, before.0 < now.0 && before.1 <= now.1, || {
            format!("ticket {key} goes from version and fence {before:?} to {now:?} at {seq}")
        });
    }
    Ok(())
}

async fn outcomes(
    c: &mut SqliteConnection,
    number: usize,
    station: &Station,
    central: &Central,
    findings: &mut Findings,
) -> Result<()> {
    let pending = outbox::pending_count(c).await?;
    findings.hold(DRAINED, pending == 0, || format!("station {number}: {pending} undecided"));
    let letters: BTreeSet<Uuid> =
        outbox::verdicts(c).await?.into_iter().map(|entry| entry.id).collect();
    for written in &station.written {
        let line = central.events.get(&written.id.to_string());
        let line: Option<TicketEvent> = line.map(|body| serde_json::from_str(body)).transpose()?;
        let kept_as = line.map(|event| event.action.kind());
        let applied = kept_as == Some(written.action.kind());
        let entry = outbox::get(c, written.id).await?;
        let Some(entry) = entry else {
            findings.hold(READABLE, written.forgotten, || lost(number, written));
            continue;
        };
        findings.hold(READABLE, entry.action.action() == Some(&written.action), || {
            lost(number, written)
        });
        let visible = letters.contains(&written.id) && notice::is_known(c, written.id).await?;
        let fits = match entry.state {
            State::Accepted => applied && !visible,
            State::Refused => kept_as.is_none() && visible,
            State::Parked => kept_as == Some(ActionKind::Propose) && visible,
            State::Pending => false,
        };
        *findings.verdicts.entry(word(entry.state)).or_default() += 1;
        findings.hold(ONE_OUTCOME, fits, || {
            let kind = written.action.kind().as_str();
            format!(
                "station {number}: {kind} {} is {:?}, on the timeline as {kept_as:?}, a letter: {visible}",
                written.id, entry.state
            )
        });
        // A restored platform may know less than it did when it decided.
        let proposable = written.action.kind().can_be_proposed();
        if proposable && !central.restored && central.took_over(&entry)? {
            let receipt = entry.receipt.unwrap_or_default();
            let told = entry.state == State::Refused && receipt.contains("\"not_holder\"");
            findings
                .hold(FENCED, !told, || format!("station {number}: {} is not parked", entry.id));
        }
    }
    Ok(())
}

fn word(state: State) -> &'static str {
    match state {
        State::Pending => "undecided",
        State::Accepted => "accepted",
        State::Refused => "refused",
        State::Parked => "parked",
    }
}

fn lost(number: usize, written: &Written) -> String {
    format!("station {number}: the text of {} is lost", written.id)
}

async fn rows(
    c: &mut SqliteConnection,
    number: usize,
    central: &Central,
    findings: &mut Findings,
) -> Result<()> {
    let sql = "SELECT id, coalesce(server_body, 'null') FROM ticket";
    compare(findings, number, "ticket", &parsed(&central.tickets)?, &values(map(c, sql).await?)?);
    let sql = "SELECT id, body FROM ticket";
    compare(findings, number, "view of", &parsed(&central.tickets)?, &values(map(c, sql).await?)?);
    let sql = "SELECT id, body FROM event WHERE provisional = 0";
    compare(findings, number, "event", &parsed(&central.events)?, &values(map(c, sql).await?)?);
    let waiting: i64 = sqlx::query_scalar("SELECT count(*) FROM event WHERE provisional = 1")
        .fetch_one(&mut *c)
        .await?;
    findings.hold(EQUAL, waiting == 0, || format!("station {number}: {waiting} lines wait"));
    for (name, sql) in LIBRARY {
        let here = values(map(c, sql).await?)?;
        compare(findings, number, name, &central.library[name], &here);
    }
    Ok(())
}

fn parsed(rows: &BTreeMap<String, String>) -> Result<BTreeMap<String, Value>> {
    rows.iter().map(|(key, body)| Ok((key.clone(), serde_json::from_str(body)?))).collect()
}

fn compare(
    findings: &mut Findings,
    number: usize,
    what: &str,
    there: &BTreeMap<String, Value>,
    here: &BTreeMap<String, Value>,
) {
    for (key, body) in there {
        let found = here.get(key);
        findings.hold(EQUAL, found == Some(body), || {
            let how = if found.is_some() { "differs" } else { "is missing" };
            format!("station {number}: {what} {key} {how}")
        });
    }
    for key in here.keys() {
        findings.hold(EQUAL, there.contains_key(key), || {
            format!("station {number}: {what} {key} is not on the platform")
        });
    }
}

async fn cursors(
    c: &mut SqliteConnection,
    number: usize,
    central: &Central,
    findings: &mut Findings,
) -> Result<()> {
    let positions = cursor::all(c).await?;
    findings.hold(EQUAL, positions.len() == 2, || format!("station {number}: {positions:?}"));
    for position in positions {
        let head = central.feed.iter().filter(|row| row.0 == position.partition).count() as u64;
        let here = position.epoch.to_string() == central.epoch && position.feed_seq == head;
        findings.hold(DENSE, here, || format!("station {number}: {position:?}, head {head}"));
    }
    Ok(())
}

/// Whether what a cursor claims is here, at any time of a history.
pub async fn claims(world: &World, number: usize) -> Result<Findings> {
    let mut findings = Findings::default();
    let mut platform = world.central.platform()?.db().read().acquire().await?;
    let epoch: String =
        sqlx::query_scalar("SELECT epoch FROM meta").fetch_one(&mut *platform).await?;
    let store = world.stations[number].store()?;
    let mut reader = store.read().await?;
    let versions: Vec<(String, i64)> =
        sqlx::query_as("SELECT id, server_version FROM ticket").fetch_all(&mut *reader).await?;
    let versions: BTreeMap<String, i64> = versions.into_iter().collect();
    let events = "SELECT id FROM event WHERE provisional = 0";
    let events: Vec<String> = sqlx::query_scalar(events).fetch_all(&mut *reader).await?;
    let events: BTreeSet<String> = events.into_iter().collect();
    let library = library(&mut reader).await?;
    for position in cursor::all(&mut reader).await? {
        if position.epoch.to_string() != epoch {
            continue;
        }
        for record in library_told(&mut platform, &position).await? {
            findings.hold(DENSE, library.contains(&record), || {
                let (kind, key) = &record;
                format!("station {number}: the cursor claims {kind} {key}, which is not here")
            });
        }
        let claimed = "SELECT seq, kind, key, coalesce(body ->> 'version', 0) FROM feed
                       WHERE partition = ?1 AND seq <= ?2 AND kind IN ('ticket', 'event')";
        let claimed: Vec<(i64, String, String, i64)> = sqlx::query_as(claimed)
            .bind(&position.partition)
            .bind(position.feed_seq.cast_signed())
            .fetch_all(&mut *platform)
            .await?;
        for (seq, kind, key, version) in claimed {
            let holds = match kind.as_str() {
                "event" => events.contains(&key),
                _ => versions.get(&key).is_some_and(|here| *here >= version),
            };
            findings.hold(DENSE, holds, || {
                format!("station {number}: the cursor says {seq}, but {kind} {key} is not here")
            });
        }
    }
    Ok(findings)
}

/// Kind and key of what is here of the library.
async fn library(c: &mut SqliteConnection) -> Result<BTreeSet<(String, String)>> {
    let sql = "SELECT 'organisation', id FROM organisation UNION ALL SELECT 'staff', id FROM staff
               UNION ALL SELECT 'matter', id FROM matter
               UNION ALL SELECT 'knowledge', id FROM knowledge";
    let rows: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(c).await?;
    Ok(rows.into_iter().collect())
}

/// Kind and key of what a platform had told of the library up to a position.
async fn library_told(
    c: &mut SqliteConnection,
    at: &cursor::Cursor,
) -> Result<Vec<(String, String)>> {
    let sql = "SELECT kind, key FROM (
                   SELECT kind, key, body, max(seq) FROM feed WHERE partition = ?1 AND seq <= ?2
                   AND kind IN ('organisation', 'staff', 'matter', 'knowledge')
                   GROUP BY kind, key
               ) WHERE body IS NOT NULL";
    let told = sqlx::query_as(sql).bind(&at.partition).bind(at.feed_seq.cast_signed());
    Ok(told.fetch_all(c).await?)
}

async fn audited(
    c: &mut SqliteConnection,
    number: usize,
    station: &Station,
    findings: &mut Findings,
) -> Result<()> {
    let mut lines: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for kind in ActionKind::ALL {
        for (_, detail) in audit::of_kind(c, kind.as_str()).await? {
            *lines.entry(detail).or_default() += 1;
        }
    }
    for written in station.written.iter().filter(|written| !written.forgotten) {
        let found = lines.get(&Some(written.id.to_string())).copied().unwrap_or(0);
        findings.hold(AUDITED, found == 1, || {
            format!("station {number}: {} has {found} lines in the audit", written.id)
        });
    }
    Ok(())
}

/// Everything that is left of a history, as text: what two runs of a seed are compared by.
pub async fn remains(world: &World) -> Result<String> {
    let mut text = world.log.numbered();
    let central = central(world).await?;
    for (partition, seq, kind, key, body) in &central.feed {
        let body = body.as_deref().unwrap_or("-");
        writeln!(text, "{partition} {seq} {kind} {key} {body}")?;
    }
    for (number, station) in world.stations.iter().enumerate() {
        let store = station.store()?;
        let mut reader = store.read().await?;
        let sql = "SELECT id || ' ' || state || ' ' || coalesce(version, '-') || ' ' ||
                   attempts || ' ' || coalesce(receipt, '-') FROM outbox ORDER BY station_seq";
        let outbox: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        let sql = "SELECT body || coalesce(server_body, '-') FROM ticket ORDER BY id";
        let tickets: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        let sql = "SELECT id || kind || at FROM notice ORDER BY id";
        let notices: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        for line in outbox.iter().chain(&tickets).chain(&notices) {
            writeln!(text, "{number} {line}")?;
        }
    }
    Ok(world.log.plain(&text))
}
