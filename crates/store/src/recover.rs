//! When a database file is damaged: it is moved aside, never deleted, and what a person did and
//! the platform has not seen is read from it as far as it can be.

use std::path::{Path, PathBuf};

use bangban_domain::time::Timestamp;
use sqlx::{ConnectOptions, SqliteConnection};

use crate::open::options;
use crate::table::outbox::Entry;
use crate::table::own_reply::OwnReply;
use crate::table::practice::PracticeRun;
use crate::table::{draft, meta, outbox, own_reply, practice};
use crate::{Key, Result};

/// What could be read from a damaged store.
#[derive(Debug, Default)]
pub struct Salvage {
    /// Undecided actions, in order.
    pub entries: Vec<Entry>,
    /// Facts of the store, so that it can be used before the platform has answered.
    pub facts: Vec<(&'static str, String)>,
    /// Drafts as `(key, text, saved_at)`.
    pub drafts: Vec<(String, String, i64)>,
    /// Replies the person keeps, the one saved last first.
    pub replies: Vec<OwnReply>,
    /// Runs through sample cases.
    pub practice: Vec<PracticeRun>,
}

/// Moves the damaged files in `directory` into a folder beside them and returns that folder.
pub fn move_aside(directory: &Path, now: Timestamp) -> Result<PathBuf> {
    let aside = directory.join(format!("damaged-{}", now.0));
    std::fs::create_dir_all(&aside)?;
    for name in ["desk.db", "desk.db-wal", "desk.db-shm"] {
        let from = directory.join(name);
        if from.exists() {
            std::fs::rename(&from, aside.join(name))?;
        }
    }
    Ok(aside)
}

/// Reads what is readable from the files in `aside`, on a copy, so that the originals stay as
/// they were found.
pub async fn salvage(aside: &Path, key: &Key) -> Salvage {
    let mut found = Salvage::default();
    let Ok(copy) = copy(aside) else { return found };
    let path = copy.join("desk.db");
    if let Ok(mut connection) = options(&path, key).connect().await {
        found.entries = pending_one_by_one(&mut connection).await;
        // With its courier keys, it can still open an answer that is on its way to it.
        let facts =
            [meta::STAFF, meta::PARTITIONS, meta::SAMPLE, meta::COURIER_KEYS, meta::PLATFORM_KEYS];
        for name in facts {
            let fact = meta::get(&mut connection, name).await.unwrap_or_default();
            found.facts.extend(fact.map(|value| (name, value)));
        }
        found.replies = own_reply::all(&mut connection).await.unwrap_or_default();
        found.practice = practice::all(&mut connection).await.unwrap_or_default();
        found.drafts = draft::all(&mut connection).await.unwrap_or_default();
    }
    // Only the working copy goes; the damaged originals stay beside it.
    if let Err(error) = std::fs::remove_dir_all(&copy) {
        tracing::warn!(%error, "the working copy of a damaged store could not be removed");
    }
    found
}

fn copy(aside: &Path) -> std::io::Result<PathBuf> {
    let copy = aside.join("reading");
    std::fs::create_dir_all(&copy)?;
    for name in ["desk.db", "desk.db-wal"] {
        let from = aside.join(name);
        if from.exists() {
            std::fs::copy(&from, copy.join(name))?;
        }
    }
    Ok(copy)
}

/// A damaged page hides only its own rows when they are asked for one at a time.
async fn pending_one_by_one(connection: &mut SqliteConnection) -> Vec<Entry> {
    if let Ok(all) = outbox::pending(connection, u32::MAX).await {
        return all;
    }
    let last: i64 = sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
        .fetch_one(&mut *connection)
        .await
        .unwrap_or(0);
    let mut entries = Vec::new();
    for station_seq in 1..=last {
        if let Ok(Some(entry)) = outbox::at(connection, station_seq).await {
            entries.push(entry);
        }
    }
    entries
}
