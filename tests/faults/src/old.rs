//! A station's database as an older program left it: an older schema, and a full outbox.

use std::borrow::Cow;

use anyhow::Result;
use bangban_domain::directory::Staff;
use bangban_domain::ticket::{Action, TicketId};
use bangban_store::table::meta;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, SqlSafeStr, SqliteConnection};

use crate::ledger::Fault;
use crate::people::{self, View};
use crate::station::KEY;
use crate::world::World;
use crate::writing::Written;

const SCHEMAS: [(i64, &str, &str); 5] = [
    (20_261_121_000_000, "first", include_str!("../../../migrations/20261121000000_first.sql")),
    (
        20_261_122_000_000,
        "whole case",
        include_str!("../../../migrations/20261122000000_whole_case.sql"),
    ),
    (20_261_122_000_001, "files", include_str!("../../../migrations/20261122000001_files.sql")),
    (20_261_122_000_002, "papers", include_str!("../../../migrations/20261122000002_papers.sql")),
    (
        20_261_122_000_003,
        "assisting",
        include_str!("../../../migrations/20261122000003_assisting.sql"),
    ),
];

/// Schemas that there were.
pub const VERSIONS: usize = SCHEMAS.len();

/// Puts such a database in the place of a station's own, with so many registrations that nobody
/// has sent; their tickets.
pub async fn replace(
    world: &mut World,
    station: usize,
    version: usize,
    me: &Staff,
    unsent: usize,
) -> Result<Vec<TicketId>> {
    let at = world.now();
    let mut written = Vec::new();
    for number in 0..unsent as u64 {
        let (ticket, id) = (world.identity(), world.identity());
        let view = View { me, tickets: &[], staff: &[], number };
        let intent = Action::Register(people::request(&view, ticket)).into();
        written.push(Written { id, subject: ticket, intent, forgotten: false });
    }
    world.nature.count(Fault::SchemaUpgraded);
    let station = &mut world.stations[station];
    station.kill().await;
    std::fs::remove_dir_all(station.folder())?;
    std::fs::create_dir_all(station.folder())?;
    let mut database = SqliteConnectOptions::new()
        .filename(station.folder().join("desk.db"))
        .pragma("key", format!("\"x'{}'\"", hex::encode(KEY)))
        .journal_mode(SqliteJournalMode::Wal)
        .create_if_missing(true)
        .disable_statement_logging()
        .connect()
        .await?;
    let older = SCHEMAS[..version].iter().map(|(number, name, sql)| {
        let sql = sql.into_sql_str();
        Migration::new(*number, Cow::Borrowed(*name), MigrationType::Simple, sql, false)
    });
    let older = Migrator::with_migrations(older.collect());
    older.run_direct(None, &mut database, false).await?;
    fact(&mut database, meta::STATION, &station.id.to_string()).await?;
    fact(&mut database, meta::STAFF, &serde_json::to_string(me)?).await?;
    for one in &written {
        unsent_entry(&mut database, me, one, at).await?;
    }
    database.close().await?;
    let tickets = written.iter().map(|one| one.subject).collect();
    station.written.iter_mut().for_each(|one| one.forgotten = true);
    station.written.extend(written);
    station.open().await?;
    Ok(tickets)
}

async fn fact(database: &mut SqliteConnection, name: &str, value: &str) -> Result<()> {
    sqlx::query("INSERT INTO meta (name, value) VALUES (?, ?)")
        .bind(name)
        .bind(value)
        .execute(database)
        .await?;
    Ok(())
}

async fn unsent_entry(
    database: &mut SqliteConnection,
    me: &Staff,
    written: &Written,
    at: i64,
) -> Result<()> {
    let sql = "INSERT INTO outbox (id, ticket, actor, action, written_at) VALUES (?, ?, ?, ?, ?)";
    sqlx::query(sql)
        .bind(written.id.to_string())
        .bind(written.subject.to_string())
        .bind(me.id.to_string())
        .bind(serde_json::to_string(&written.intent)?)
        .bind(at)
        .execute(&mut *database)
        .await?;
    let sql = "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)";
    sqlx::query(sql)
        .bind(at)
        .bind(me.id.to_string())
        .bind(written.intent.kind())
        .bind(written.subject.to_string())
        .bind(written.id.to_string())
        .execute(database)
        .await?;
    Ok(())
}
