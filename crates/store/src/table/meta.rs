//! Single facts about this store.

use sqlx::SqliteConnection;

use crate::{Result, WriteTx};

/// Identity of this station.
pub const STATION: &str = "station";
/// The person the store belongs to, as JSON.
pub const STAFF: &str = "staff";
/// Partitions within scope, as a JSON list.
pub const PARTITIONS: &str = "partitions";
/// Last answer from the platform, UTC milliseconds by the device's clock.
pub const LAST_CONTACT: &str = "last_contact";
/// Server clock minus device clock, milliseconds.
pub const CLOCK_OFFSET: &str = "clock_offset";
/// Refresh token of the session, so that sync resumes after a restart.
pub const REFRESH_TOKEN: &str = "refresh_token";
/// The platform serves sample data.
pub const SAMPLE: &str = "sample";
/// The platform's rule book, as JSON.
pub const RULE_BOOK: &str = "rule_book";
/// Last look at the clocks, UTC milliseconds by the device's clock.
pub const CLOCKS_SEEN: &str = "clocks_seen";
/// Bytes of files per minute at most; absent: as many as the line carries.
pub const FILE_BUDGET: &str = "file_budget";
/// Present: no files go up or down.
pub const FILES_PAUSED: &str = "files_paused";
/// Folder that the scanner writes to.
pub const SCAN_FOLDER: &str = "scan_folder";
/// Present: scans stay in their folder when they have been taken in.
pub const KEEP_SCANS: &str = "keep_scans";
/// Version of the platform's program, as it last said.
pub const PLATFORM_PROGRAM: &str = "platform_program";
/// Platform and station do not understand each other: which of them is too old, as JSON.
pub const VERSION_GAP: &str = "version_gap";
/// Version of this program that left out records it did not know; a newer one fetches them.
pub const LEFT_OUT: &str = "left_out";
/// The platform has far fewer records than are here, and a person has not decided yet, as JSON.
pub const BRAKE: &str = "brake";
/// What a person decided about that, as JSON.
pub const BRAKE_RELEASED: &str = "brake_released";
/// Last time that old settled actions were let go, UTC milliseconds by the platform's clock.
pub const LET_GO: &str = "let_go";
/// Last report to the platform, UTC milliseconds by the device's clock.
pub const REPORTED: &str = "reported";
/// The desk's name, as a person set it on this machine; absent: nobody did.
pub const DESK_NAME: &str = "desk_name";
/// What this computer is called.
pub const COMPUTER: &str = "computer";
/// This store's secret courier keys.
pub const COURIER_KEYS: &str = "courier_keys";
/// The platform's public courier keys that were ever heard, newest first, as a JSON list.
pub const PLATFORM_KEYS: &str = "platform_keys";
/// What was recovered when the store was made anew, as JSON.
pub const RECOVERY: &str = "recovery";

/// Number of the last change that the search index has taken in.
pub const SEARCH_TAKEN: &str = "search_taken";

/// Reads a fact.
pub async fn get(c: &mut SqliteConnection, name: &str) -> Result<Option<String>> {
    let sql = "SELECT value FROM meta WHERE name = ?";
    Ok(sqlx::query_scalar(sql).bind(name).fetch_optional(c).await?)
}

/// Writes a fact.
pub async fn set(tx: &mut WriteTx, name: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO meta (name, value) VALUES (?, ?)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    sqlx::query(sql).bind(name).bind(value).execute(&mut **tx).await?;
    Ok(())
}

/// Forgets a fact.
pub async fn remove(tx: &mut WriteTx, name: &str) -> Result<()> {
    sqlx::query("DELETE FROM meta WHERE name = ?").bind(name).execute(&mut **tx).await?;
    Ok(())
}
