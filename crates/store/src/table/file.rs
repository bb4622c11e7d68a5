//! Files: what is known about each, and how far it is on its way. The content is in the vault.

mod errand;
mod small;

use bangban_domain::ticket::{FileRef, TicketId};
use bangban_domain::time::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row as _, SqliteConnection};

use crate::{Result, WriteTx};

pub use errand::{
    Errand, Waiting, downloaded, failed, failing, moved, next, on_the_way, pause, to_go_up,
    unlisted, uploaded, waiting, want,
};
pub use small::{
    SmallErrand, forget_small, keep_small, next_small, small_at_platform, small_not_at_platform,
};

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalFile {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    /// Name it was handed in under.
    pub name: String,
    /// Size, bytes.
    pub bytes: u64,
    /// Media type.
    pub media: String,
    /// Why it is held apart, when it is.
    pub held: Option<String>,
    /// Width and height of a picture.
    pub pixels: Option<(u32, u32)>,
    /// Pages of a PDF.
    pub pages: Option<u32>,
    /// Whether there is a thumbnail.
    pub has_thumbnail: bool,
    /// Where it is.
    pub state: FileState,
    /// Bytes that are across for good.
    pub durable: u64,
    /// A person has halted it.
    pub paused: bool,
    /// The platform has it whole.
    pub at_platform: bool,
    /// Ticket it came with.
    pub ticket: String,
    /// Failed attempts since the last success.
    pub attempts: u32,
    /// When it is tried next.
    pub not_before: Option<Timestamp>,
    /// Why the last attempt failed.
    pub fault: Option<String>,
}

/// Where a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// Here; the platform has nothing of it.
    Local,
    /// Here; part of it is on the platform.
    Uploading,
    /// On both sides.
    Uploaded,
    /// Not here.
    Remote,
    /// Wanted; part of it is here.
    Downloading,
}

impl FileState {
    fn parse(word: &str) -> sqlx::Result<Self> {
        match word {
            "local" => Ok(Self::Local),
            "uploading" => Ok(Self::Uploading),
            "uploaded" => Ok(Self::Uploaded),
            "remote" => Ok(Self::Remote),
            "downloading" => Ok(Self::Downloading),
            _ => Err(sqlx::Error::Decode("unknown state of a file".into())),
        }
    }

    /// Whether the content is in the vault.
    pub fn is_here(self) -> bool {
        matches!(self, Self::Local | Self::Uploading | Self::Uploaded)
    }
}

/// What was found out about a content that is in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    /// Size, bytes.
    pub bytes: u64,
    /// Media type.
    pub media: String,
    /// Why it is held apart, when it is.
    pub held: Option<String>,
    /// Width and height of a picture.
    pub pixels: Option<(u32, u32)>,
    /// Pages of a PDF.
    pub pages: Option<u32>,
    /// JPEG.
    pub thumbnail: Option<Vec<u8>>,
}

fn number<T: TryFrom<i64>>(row: &SqliteRow, name: &str) -> sqlx::Result<T> {
    T::try_from(row.try_get::<i64, _>(name)?)
        .map_err(|_| sqlx::Error::Decode("a number out of its range".into()))
}

impl<'r> FromRow<'r, SqliteRow> for LocalFile {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        let (width, height): (Option<u32>, Option<u32>) =
            (row.try_get("width")?, row.try_get("height")?);
        Ok(Self {
            sha256: row.try_get("sha256")?,
            name: row.try_get("name")?,
            bytes: number(row, "bytes")?,
            media: row.try_get("media")?,
            held: row.try_get("held")?,
            pixels: width.zip(height),
            pages: row.try_get("pages")?,
            has_thumbnail: row.try_get("has_thumbnail")?,
            state: FileState::parse(row.try_get("state")?)?,
            durable: number(row, "durable")?,
            paused: row.try_get("paused")?,
            at_platform: row.try_get("at_platform")?,
            ticket: row.try_get("ticket")?,
            attempts: row.try_get("attempts")?,
            not_before: row.try_get::<Option<i64>, _>("not_before")?.map(Timestamp),
            fault: row.try_get("fault")?,
        })
    }
}

/// A file.
pub async fn get(c: &mut SqliteConnection, sha256: &str) -> Result<Option<LocalFile>> {
    let sql = "SELECT *, thumbnail IS NOT NULL AS has_thumbnail, EXISTS (
                   SELECT 1 FROM file_at_platform p WHERE p.sha256 = file.sha256) AS at_platform
               FROM file WHERE sha256 = ?";
    Ok(sqlx::query_as(sql).bind(sha256).fetch_optional(c).await?)
}

/// Every file that came with a ticket or is named by what it holds now.
pub async fn of_ticket(c: &mut SqliteConnection, ticket: TicketId) -> Result<Vec<LocalFile>> {
    let sql = "SELECT *, thumbnail IS NOT NULL AS has_thumbnail, EXISTS (
                   SELECT 1 FROM file_at_platform p WHERE p.sha256 = file.sha256) AS at_platform
               FROM file WHERE ticket = ?1 OR sha256 IN (
                   SELECT json_extract(filed.value, '$.file.sha256') FROM ticket t,
                       json_each(t.body, '$.review.items') item,
                       json_each(item.value, '$.files') filed
                   WHERE t.id = ?1)
               ORDER BY added_at, sha256";
    Ok(sqlx::query_as(sql).bind(ticket.to_string()).fetch_all(c).await?)
}

/// Whether a ticket came with a file, or names it by now.
pub async fn belongs(c: &mut SqliteConnection, sha256: &str, ticket: TicketId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM file WHERE sha256 = ?1 AND ticket = ?2) OR EXISTS (
                   SELECT 1 FROM ticket t, json_each(t.body, '$.review.items') item,
                       json_each(item.value, '$.files') filed
                   WHERE t.id = ?2 AND json_extract(filed.value, '$.file.sha256') = ?1)";
    Ok(sqlx::query_scalar(sql).bind(sha256).bind(ticket.to_string()).fetch_one(c).await?)
}

/// The JPEG of a file.
pub async fn thumbnail(c: &mut SqliteConnection, sha256: &str) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT thumbnail FROM file WHERE sha256 = ?";
    let row: Option<Option<Vec<u8>>> =
        sqlx::query_scalar(sql).bind(sha256).fetch_optional(c).await?;
    Ok(row.flatten())
}

/// Takes a file in whose content is in the vault. One that was remote is now here.
pub async fn add(
    tx: &mut WriteTx,
    contents: &Contents,
    name: &str,
    ticket: TicketId,
    at: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO file (sha256, name, bytes, media, state, ticket, added_at)
               VALUES (?, ?, ?, ?, 'local', ?, ?)
               ON CONFLICT (sha256) DO UPDATE SET state = 'local', durable = 0
               WHERE state IN ('remote', 'downloading')";
    sqlx::query(sql)
        .bind(&contents.sha256)
        .bind(name)
        .bind(contents.bytes.cast_signed())
        .bind(&contents.media)
        .bind(ticket.to_string())
        .bind(at.0)
        .execute(&mut **tx)
        .await?;
    describe(tx, contents).await?;
    settle(tx, &contents.sha256).await
}

/// Notes what was found out about a content.
async fn describe(tx: &mut WriteTx, contents: &Contents) -> Result<()> {
    let sql = "UPDATE file SET media = ?, held = ?, width = ?, height = ?, pages = ?,
               thumbnail = ? WHERE sha256 = ?";
    sqlx::query(sql)
        .bind(&contents.media)
        .bind(&contents.held)
        .bind(contents.pixels.map(|(width, _)| width))
        .bind(contents.pixels.map(|(_, height)| height))
        .bind(contents.pages)
        .bind(&contents.thumbnail)
        .bind(&contents.sha256)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What is here and on the platform needs no errand.
async fn settle(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    let sql = "UPDATE file SET state = 'uploaded', durable = bytes, attempts = 0,
                   not_before = NULL, fault = NULL, offer_again = 0
               WHERE sha256 = ?1 AND state IN ('local', 'uploading')
               AND EXISTS (SELECT 1 FROM file_at_platform p WHERE p.sha256 = ?1)";
    sqlx::query(sql).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// A ticket names a file; unless it is known, it is remote.
pub async fn mention(
    tx: &mut WriteTx,
    file: &FileRef,
    ticket: TicketId,
    at: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO file (sha256, name, bytes, media, state, ticket, added_at)
               VALUES (?, ?, ?, ?, 'remote', ?, ?) ON CONFLICT DO NOTHING";
    sqlx::query(sql)
        .bind(&file.sha256)
        .bind(&file.name)
        .bind(file.bytes.cast_signed())
        .bind(&file.media)
        .bind(ticket.to_string())
        .bind(at.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The platform says that it has a file whole.
pub async fn at_platform(tx: &mut WriteTx, sha256: &str, bytes: u64) -> Result<()> {
    let sql = "INSERT INTO file_at_platform (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING";
    sqlx::query(sql).bind(sha256).bind(bytes.cast_signed()).execute(&mut **tx).await?;
    // Somebody may be waiting for it.
    sqlx::query("UPDATE file SET not_before = NULL WHERE sha256 = ? AND state = 'downloading'")
        .bind(sha256)
        .execute(&mut **tx)
        .await?;
    settle(tx, sha256).await
}

/// The platform says that it does not have a file any more.
pub async fn not_at_platform(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    let sql = "DELETE FROM file_at_platform WHERE sha256 = ?";
    sqlx::query(sql).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// The platform was restored from a backup: everything that is here is offered to it again.
pub async fn forget_platform(tx: &mut WriteTx) -> Result<()> {
    sqlx::query(
        "UPDATE file SET state = 'local', durable = 0, offer_again = 1
         WHERE state IN ('uploading', 'uploaded')",
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Forgets which files the platform said that it has; it says so anew.
pub async fn forget_arrivals(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("DELETE FROM file_at_platform").execute(&mut **tx).await?;
    Ok(())
}

/// The content of a file is gone from this machine, or damaged. What the platform has can be
/// fetched again.
pub async fn lost(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    let sql = "UPDATE file SET state = 'remote', durable = 0, attempts = 0, not_before = NULL,
                   fault = NULL
               WHERE sha256 = ? AND state = 'uploaded'";
    sqlx::query(sql).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// Forgets a file that is held apart.
pub async fn discard(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    let sql = "DELETE FROM file WHERE sha256 = ? AND held IS NOT NULL";
    sqlx::query(sql).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}
