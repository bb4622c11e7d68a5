//! Brings a database to the schema of this version. Migrations are append-only once landed.

use std::borrow::Cow;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{SqlSafeStr, SqliteConnection};

use crate::{Result, StoreError};

const MIGRATIONS: [(i64, &str, &str); 17] = [
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
    (20_261_122_000_010, "sync", include_str!("../../../migrations/20261122000010_sync.sql")),
    (20_261_122_000_020, "courier", include_str!("../../../migrations/20261122000020_courier.sql")),
    (
        20_261_122_000_030,
        "thumbnails",
        include_str!("../../../migrations/20261122000030_thumbnails.sql"),
    ),
    (
        20_261_122_000_060,
        "questions",
        include_str!("../../../migrations/20261122000060_questions.sql"),
    ),
    (20_261_122_000_070, "search", include_str!("../../../migrations/20261122000070_search.sql")),
    (
        20_261_122_000_080,
        "own replies",
        include_str!("../../../migrations/20261122000080_own_replies.sql"),
    ),
    (
        20_261_122_000_090,
        "matter versions",
        include_str!("../../../migrations/20261122000090_matter_versions.sql"),
    ),
    (
        20_261_122_000_100,
        "cases of a matter",
        include_str!("../../../migrations/20261122000100_ticket_matter.sql"),
    ),
    (
        20_261_122_000_110,
        "find own replies",
        include_str!("../../../migrations/20261122000110_find_own_replies.sql"),
    ),
    (
        20_261_122_000_200,
        "practice",
        include_str!("../../../migrations/20261122000200_practice.sql"),
    ),
    (
        20_261_122_000_300,
        "entry use",
        include_str!("../../../migrations/20261122000300_entry_use.sql"),
    ),
    (
        20_261_123_000_000,
        "find after moving",
        include_str!("../../../migrations/20261123000000_find_after_moving.sql"),
    ),
];

/// Applies what is missing.
pub async fn run(connection: &mut SqliteConnection) -> Result<()> {
    let list = MIGRATIONS
        .iter()
        .map(|(version, name, sql)| {
            Migration::new(
                *version,
                Cow::Borrowed(*name),
                MigrationType::Simple,
                sql.into_sql_str(),
                false,
            )
        })
        .collect();
    // `run` takes any source of connections, which the compiler cannot prove `Send` for a borrowed
    // one; `run_direct` is what it calls.
    match Migrator::with_migrations(list).run_direct(None, connection, false).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..)) => {
            Err(StoreError::TooNew)
        }
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            Err(error.into())
        }
        Err(other) => Err(StoreError::Database(sqlx::Error::Migrate(Box::new(other)))),
    }
}
