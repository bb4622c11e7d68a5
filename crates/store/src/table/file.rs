//! Files: what is known about each, and how far it is on its way. The content is in the vault.

use bangban_domain::ticket::{FileRef, TicketId};
use bangban_domain::time::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row as _, SqliteConnection};

use crate::{Result, WriteTx};

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

/// Something to send or fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
    /// The file.
    pub sha256: String,
    /// Name it was handed in under.
    pub name: String,
    /// Size, bytes.
    pub bytes: u64,
    /// Up or down.
    pub up: bool,
    /// Failed attempts since the last success.
    pub attempts: u32,
}

/// Errands that are left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Files.
    pub files: u32,
    /// Bytes not across yet.
    pub bytes: u64,
    /// When the next is due, if none is now.
    pub next: Option<Timestamp>,
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

impl<'r> FromRow<'r, SqliteRow> for Errand {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            sha256: row.try_get("sha256")?,
            name: row.try_get("name")?,
            bytes: number(row, "bytes")?,
            up: row.try_get("up")?,
            attempts: row.try_get("attempts")?,
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

/// Every file on its way, the halted ones too; small before large. A file that no action names
/// any more goes nowhere.
pub async fn on_the_way(c: &mut SqliteConnection) -> Result<Vec<LocalFile>> {
    let sql = "SELECT *, thumbnail IS NOT NULL AS has_thumbnail, EXISTS (
                   SELECT 1 FROM file_at_platform p WHERE p.sha256 = file.sha256) AS at_platform
               FROM file WHERE held IS NULL AND state IN ('local', 'uploading', 'downloading')
               AND (paused = 1 OR sha256 IN (
                   SELECT sha256 FROM file_errand WHERE rank IS NOT NULL))
               ORDER BY bytes, sha256";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
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
    sqlx::query("DELETE FROM file_at_platform").execute(&mut **tx).await?;
    sqlx::query(
        "UPDATE file SET state = 'local', durable = 0, offer_again = 1
         WHERE state IN ('uploading', 'uploaded')",
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Asks for a file that is not here, ahead of its next turn.
pub async fn want(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    let sql = "UPDATE file SET state = 'downloading', paused = 0, not_before = NULL
               WHERE sha256 = ? AND state IN ('remote', 'downloading')";
    sqlx::query(sql).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// Halts a file on its way, or lets it go on.
pub async fn pause(tx: &mut WriteTx, sha256: &str, paused: bool) -> Result<()> {
    let sql = "UPDATE file SET paused = ?1, not_before = iif(?1, not_before, NULL)
               WHERE sha256 = ?2";
    sqlx::query(sql).bind(paused).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// The next errand: up goes first what waits for its action's answer, then comes what somebody
/// here waits for, then the rest; small before large.
pub async fn next(c: &mut SqliteConnection, now: Timestamp) -> Result<Option<Errand>> {
    let sql = "SELECT sha256, name, bytes, up, attempts FROM file_errand
               WHERE rank IS NOT NULL AND coalesce(not_before, 0) <= ?
               ORDER BY rank, bytes, sha256 LIMIT 1";
    Ok(sqlx::query_as(sql).bind(now.0).fetch_optional(c).await?)
}

/// All that is left to do.
pub async fn waiting(c: &mut SqliteConnection) -> Result<Waiting> {
    let sql = "SELECT count(*), coalesce(sum(left_over), 0), min(coalesce(not_before, 0))
               FROM file_errand WHERE rank IS NOT NULL";
    let row: (u32, i64, Option<i64>) = sqlx::query_as(sql).fetch_one(c).await?;
    Ok(Waiting { files: row.0, bytes: row.1.cast_unsigned(), next: row.2.map(Timestamp) })
}

/// So much is across for good.
pub async fn moved(tx: &mut WriteTx, errand: &Errand, durable: u64) -> Result<()> {
    let sql = "UPDATE file SET state = ?, durable = ?, attempts = 0, not_before = NULL,
                   fault = NULL
               WHERE sha256 = ? AND state <> 'uploaded'";
    sqlx::query(sql)
        .bind(if errand.up { "uploading" } else { "downloading" })
        .bind(durable.cast_signed())
        .bind(&errand.sha256)
        .execute(&mut **tx)
        .await?;
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

/// The platform has taken a file whole.
pub async fn uploaded(tx: &mut WriteTx, errand: &Errand) -> Result<()> {
    at_platform(tx, &errand.sha256, errand.bytes).await
}

/// A file is here whole, and this is what is in it.
pub async fn downloaded(tx: &mut WriteTx, contents: &Contents) -> Result<()> {
    describe(tx, contents).await?;
    let sql = "UPDATE file SET state = 'uploaded', durable = bytes, attempts = 0,
                   not_before = NULL, fault = NULL
               WHERE sha256 = ?";
    sqlx::query(sql).bind(&contents.sha256).execute(&mut **tx).await?;
    Ok(())
}

/// An attempt failed; the next one is due at `not_before`.
pub async fn failed(
    tx: &mut WriteTx,
    sha256: &str,
    fault: &str,
    not_before: Timestamp,
) -> Result<()> {
    let sql = "UPDATE file SET attempts = attempts + 1, fault = ?, not_before = ?
               WHERE sha256 = ?";
    sqlx::query(sql).bind(fault).bind(not_before.0).bind(sha256).execute(&mut **tx).await?;
    Ok(())
}

/// Files that actions in the outbox name, but that are not listed: the database was made anew.
pub async fn unlisted(c: &mut SqliteConnection) -> Result<Vec<(String, String, String)>> {
    let sql = "SELECT json_extract(action, '$.file.sha256'), json_extract(action, '$.file.name'),
                   ticket
               FROM outbox WHERE json_extract(action, '$.do') = 'add_file'
               AND state IN ('pending', 'accepted') AND NOT EXISTS (
                   SELECT 1 FROM file
                   WHERE file.sha256 = json_extract(action, '$.file.sha256')
                   AND file.state NOT IN ('remote', 'downloading'))";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
}
