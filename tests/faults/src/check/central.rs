//! Rows of the platform, as every check needs them.

use std::collections::BTreeMap;

use anyhow::Result;
use bangban_domain::knowledge::Question;
use bangban_domain::ticket::{Ticket, TicketEvent};
use bangban_store::table::outbox::Entry;
use serde_json::Value;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::world::World;

/// Rows of the library that stations keep as they came.
pub(super) const LIBRARY: [(&str, &str); 4] = [
    ("organisation", "SELECT id, body FROM organisation"),
    ("staff", "SELECT id, body FROM staff"),
    ("matter", "SELECT id, body FROM matter"),
    ("knowledge", "SELECT id, body FROM knowledge"),
];

/// Partition, number, kind, key and body of a change.
type Change = (String, i64, String, String, Option<String>);

/// What the platform holds.
pub(super) struct Central {
    pub(super) epoch: String,
    pub(super) tickets: BTreeMap<String, String>,
    pub(super) events: BTreeMap<String, String>,
    pub(super) questions: BTreeMap<String, String>,
    pub(super) steps: Vec<StepRow>,
    pub(super) feed: Vec<Change>,
    pub(super) library: BTreeMap<&'static str, BTreeMap<String, Value>>,
    /// What was done by each command, as the word of the wire.
    pub(super) effects: BTreeMap<Uuid, &'static str>,
    pub(super) restored: bool,
}

/// A step that the platform keeps.
pub(super) struct StepRow {
    pub(super) command: String,
    pub(super) question: String,
    pub(super) version: u32,
    pub(super) at: i64,
}

impl Central {
    /// Reads it.
    pub(super) async fn of(world: &World) -> Result<Self> {
        let platform = world.central.platform()?;
        let mut c = platform.db().read().acquire().await?;
        let mut library = BTreeMap::new();
        for (name, sql) in LIBRARY {
            library.insert(name, values(map(&mut c, sql).await?)?);
        }
        let feed = "SELECT partition, seq, kind, key, body FROM feed ORDER BY partition, seq";
        let mut central = Self {
            epoch: sqlx::query_scalar("SELECT epoch FROM meta").fetch_one(&mut *c).await?,
            tickets: map(&mut c, "SELECT id, body FROM ticket").await?,
            events: map(&mut c, "SELECT id, body FROM event").await?,
            questions: map(&mut c, "SELECT id, body FROM question").await?,
            steps: steps_of(&mut c).await?,
            feed: sqlx::query_as(feed).fetch_all(&mut *c).await?,
            library,
            effects: BTreeMap::new(),
            restored: world.central.restored > 0,
        };
        central.effects = central.effects()?;
        Ok(central)
    }

    fn effects(&self) -> Result<BTreeMap<Uuid, &'static str>> {
        let mut effects = BTreeMap::new();
        for body in self.events.values() {
            let event: TicketEvent = serde_json::from_str(body)?;
            effects.insert(event.id, event.action.kind().as_str());
        }
        for step in &self.steps {
            let Some(body) = self.questions.get(&step.question) else { continue };
            let question: Question = serde_json::from_str(body)?;
            let lines = question.steps.iter().filter(|line| line.id.to_string() == step.command);
            effects.extend(lines.map(|line| (line.id, line.kind.as_str())));
        }
        Ok(effects)
    }

    /// Whether somebody else had taken over when the platform decided on this.
    pub(super) fn took_over(&self, entry: &Entry) -> Result<bool> {
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

async fn steps_of(c: &mut SqliteConnection) -> Result<Vec<StepRow>> {
    let sql = "SELECT command, question, version, at FROM question_step
               ORDER BY question, version";
    let rows: Vec<(String, String, u32, i64)> = sqlx::query_as(sql).fetch_all(c).await?;
    let row = |(command, question, version, at)| StepRow { command, question, version, at };
    Ok(rows.into_iter().map(row).collect())
}

pub(super) async fn map(
    c: &mut SqliteConnection,
    sql: &'static str,
) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(c).await?;
    Ok(rows.into_iter().collect())
}

pub(super) fn values(rows: BTreeMap<String, String>) -> Result<BTreeMap<String, Value>> {
    rows.into_iter().map(|(key, body)| Ok((key, serde_json::from_str(&body)?))).collect()
}
