//! The densely numbered feed: what changed, in the order in which it was committed.

use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Change, Record, RecordKind};
use futures::TryStreamExt;
use futures::stream::BoxStream;
use serde::Serialize;
use sqlx::{SqliteConnection, SqliteExecutor};
use uuid::Uuid;

use super::{Db, Heads, Result, WriteTx, from_text, kind_word, meta, to_text};

/// Largest number of changes in one page.
pub const PAGE: u32 = 500;

const APPEND: &str = "INSERT INTO feed (partition, seq, kind, key, body)
    VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM feed WHERE partition = ?1), ?2, ?3, ?4)
    RETURNING seq";
/// As a planted bug does it.
const APPEND_AS_TOLD: &str = "INSERT INTO feed (partition, seq, kind, key, body)
    VALUES (?1, ?5, ?2, ?3, ?4) RETURNING seq";

/// Puts the newest state of a record at the end of a partition's feed.
///
/// The number is the last one plus one: there is one write transaction at a time, and the number
/// is rolled back with it, so no number is ever missing.
pub async fn publish<T: Serialize>(
    tx: &mut WriteTx,
    partition: &str,
    kind: RecordKind,
    key: &str,
    body: &T,
) -> Result<()> {
    let in_memory = planted(Mutant::NumberOutsideTx).then(|| tx.number_in_memory(partition));
    let sql = if in_memory.is_none() { APPEND } else { APPEND_AS_TOLD };
    let insert = sqlx::query_scalar(sql)
        .bind(partition)
        .bind(kind_word(kind))
        .bind(key)
        .bind(to_text("record", body)?);
    let seq: i64 = match in_memory {
        None => insert,
        Some(number) => insert.bind(number),
    }
    .fetch_one(tx.conn())
    .await?;
    tx.touch(partition, seq.cast_unsigned());
    Ok(())
}

/// Last number of a partition; 0 when it is empty.
pub async fn head(conn: impl SqliteExecutor<'_>, partition: &str) -> Result<u64> {
    let seq: i64 =
        sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM feed WHERE partition = ?1")
            .bind(partition)
            .fetch_one(conn)
            .await?;
    Ok(seq.cast_unsigned())
}

/// Epoch and last numbers of all partitions, of one moment.
pub async fn heads(db: &Db) -> Result<Heads> {
    let mut moment = db.moment().await?;
    let epoch = meta::epoch(&mut *moment).await?;
    let rows: Vec<(String, i64)> =
        sqlx::query_as("SELECT partition, max(seq) FROM feed GROUP BY partition")
            .fetch_all(&mut *moment)
            .await?;
    let seq = rows.into_iter().map(|(partition, seq)| (partition, seq.cast_unsigned())).collect();
    Ok(Heads { epoch, seq })
}

/// Up to a page of changes after `from`.
pub async fn page(conn: &mut SqliteConnection, partition: &str, from: u64) -> Result<Vec<Change>> {
    let rows: Vec<(i64, String, String, Option<String>)> = sqlx::query_as(
        "SELECT seq, kind, key, body FROM feed
         WHERE partition = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
    )
    .bind(partition)
    .bind(i64::try_from(from).unwrap_or(i64::MAX))
    .bind(PAGE)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(change).collect()
}

/// Number under which an event was published.
pub async fn number_of_event(
    conn: impl SqliteExecutor<'_>,
    partition: &str,
    event: Uuid,
) -> Result<Option<u64>> {
    let seq: Option<i64> = sqlx::query_scalar(
        "SELECT min(seq) FROM feed WHERE partition = ?1 AND kind = 'event' AND key = ?2",
    )
    .bind(partition)
    .bind(event.to_string())
    .fetch_one(conn)
    .await?;
    Ok(seq.map(i64::cast_unsigned))
}

/// Looks at the newest state of every record of a kind that is not gone, `(key, body)`, in the order
/// of the keys.
pub async fn each(
    conn: &mut SqliteConnection,
    partition: &str,
    kind: RecordKind,
    mut look: impl FnMut(&str, &str) -> Result<()>,
) -> Result<()> {
    let mut rows = sqlx::query_as::<_, (String, String)>(
        "SELECT key, body FROM (
             SELECT key, body, max(seq) FROM feed WHERE partition = ?1 AND kind = ?2 GROUP BY key
         ) WHERE body IS NOT NULL ORDER BY key",
    )
    .bind(partition)
    .bind(kind_word(kind))
    .fetch(conn);
    while let Some((key, body)) = rows.try_next().await? {
        look(&key, &body)?;
    }
    Ok(())
}

fn change((seq, kind, key, body): (i64, String, String, Option<String>)) -> Result<Change> {
    let kind = from_text("kind of record", &format!("\"{kind}\""))?;
    let body = body.map(|text| from_text("record", &text)).transpose()?;
    Ok(Change { seq: seq.cast_unsigned(), record: Record { kind, key, body } })
}

/// The newest state of every record that is not gone: kind, key and body as stored.
pub fn newest<'c>(
    conn: &'c mut SqliteConnection,
    partition: &'c str,
) -> BoxStream<'c, sqlx::Result<(String, String, String)>> {
    // Of a group, SQLite takes the other columns from the row with the greatest number.
    sqlx::query_as(
        "SELECT kind, key, body FROM (
             SELECT kind, key, body, max(seq) AS seq FROM feed WHERE partition = ?1
             GROUP BY kind, key
         ) WHERE body IS NOT NULL ORDER BY seq",
    )
    .bind(partition)
    .fetch(conn)
}
