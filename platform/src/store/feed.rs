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
    SELECT ?1, (SELECT coalesce(max(seq), 0) FROM feed WHERE partition = ?1) + told.key + 1,
        value ->> 0, value ->> 1, value ->> 2
    FROM json_each(?2) told ORDER BY told.key RETURNING seq";
/// As a planted bug does it.
const APPEND_AS_TOLD: &str = "INSERT INTO feed (partition, seq, kind, key, body)
    SELECT ?1, ?3 + told.key, value ->> 0, value ->> 1, value ->> 2
    FROM json_each(?2) told ORDER BY told.key RETURNING seq";

/// The newest state of a record, to be told.
pub struct Told(&'static str, String, String);

impl Told {
    /// Of a record with this key.
    pub fn new<T: Serialize>(kind: RecordKind, key: &str, body: &T) -> Result<Self> {
        Ok(Self(kind_word(kind), key.to_owned(), to_text("record", body)?))
    }
}

/// Puts the newest state of a record at the end of a partition's feed.
pub async fn publish<T: Serialize>(
    tx: &mut WriteTx,
    partition: &str,
    kind: RecordKind,
    key: &str,
    body: &T,
) -> Result<()> {
    publish_all(tx, partition, &[Told::new(kind, key, body)?]).await
}

/// Puts the newest states of records at the end of a partition's feed, in this order.
///
/// The numbers follow the last one: there is one write transaction at a time, and the numbers are
/// rolled back with it, so no number is ever missing.
pub async fn publish_all(tx: &mut WriteTx, partition: &str, told: &[Told]) -> Result<()> {
    let rows: Vec<_> = told.iter().map(|Told(kind, key, body)| (kind, key, body)).collect();
    let in_memory = planted(Mutant::NumberOutsideTx)
        .then(|| told.iter().map(|_| tx.number_in_memory(partition)).min())
        .flatten();
    let sql = if in_memory.is_none() { APPEND } else { APPEND_AS_TOLD };
    let insert = sqlx::query_scalar(sql).bind(partition).bind(to_text("records", &rows)?);
    let numbers: Vec<i64> = match in_memory {
        None => insert,
        Some(number) => insert.bind(number),
    }
    .fetch_all(tx.conn())
    .await?;
    if let Some(last) = numbers.into_iter().max() {
        tx.touch(partition, last.cast_unsigned());
    }
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

/// Steps from partition to partition: grouping would read the number of every change there was.
const HEADS: &str = "WITH RECURSIVE known (partition) AS (
        SELECT min(partition) FROM feed
        UNION ALL
        SELECT (SELECT min(partition) FROM feed WHERE partition > known.partition) FROM known
        WHERE known.partition IS NOT NULL
    )
    SELECT partition, (SELECT max(seq) FROM feed WHERE feed.partition = known.partition)
    FROM known WHERE partition IS NOT NULL";

/// Epoch and last numbers of all partitions, of one moment.
pub async fn heads(db: &Db) -> Result<Heads> {
    let mut moment = db.moment().await?;
    let epoch = meta::epoch(&mut *moment).await?;
    let rows: Vec<(String, i64)> = sqlx::query_as(HEADS).fetch_all(&mut *moment).await?;
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
