//! How often entries are used: what each station counts, and the sums that all of them are told.

use std::time::Duration;

use bangban_domain::knowledge::{OF_LATE_MS, Usage};
use bangban_domain::time::Timestamp;
use bangban_protocol::{EntryUses, RecordKind, USAGE_KEY};
use uuid::Uuid;

use super::{LIBRARY, Result, WriteTx, feed, from_text, to_text};

/// Entries that are told, those that are used most: what follows is used too little to rank by.
const MOST_TOLD: u32 = 500;
/// What one station counts at most for one entry: none outweighs all others by what it says.
const MOST_OF_ONE: u32 = 100_000;

/// Notes what a station has counted. Its highest count of an entry holds, however often and in
/// whatever order reports come. What is no entry is not kept.
pub async fn raise(
    tx: &mut WriteTx,
    station: Uuid,
    counted: &[EntryUses],
    now: Timestamp,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO entry_use (station, entry, uses, raised_at)
         SELECT station.id, knowledge.id, min(told.value ->> 'uses', ?3), ?4
         FROM station JOIN json_each(?2) AS told
         JOIN knowledge ON knowledge.id = told.value ->> 'entry'
         WHERE station.id = ?1 AND told.value ->> 'uses' > 0
         ON CONFLICT (station, entry) DO UPDATE
         SET uses = excluded.uses, raised_at = excluded.raised_at WHERE excluded.uses > entry_use.uses",
    )
    .bind(station.to_string())
    .bind(to_text("uses", &counted)?)
    .bind(MOST_OF_ONE)
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Tells the stations what is used of late, when a count has grown, no more often than `every`, and
/// only what differs from what they were told.
pub async fn tell(tx: &mut WriteTx, every: Duration, now: Timestamp) -> Result<()> {
    let last: Option<i64> =
        sqlx::query_scalar("SELECT usage_added_up_at FROM meta").fetch_one(tx.conn()).await?;
    // A clock that was set back does not put it off.
    let since = last.map(|last| u128::from((now.0 - last).unsigned_abs()));
    if since.is_some_and(|since| since < every.as_millis()) || !is_raised(tx, last).await? {
        return Ok(());
    }
    let usage = of_late(tx, now).await?;
    if told(tx).await?.as_ref() != Some(&usage) {
        feed::publish(tx, LIBRARY, RecordKind::Usage, USAGE_KEY, &usage).await?;
    }
    sqlx::query("UPDATE meta SET usage_added_up_at = ?1").bind(now.0).execute(tx.conn()).await?;
    Ok(())
}

/// Whether a count has grown since `last`, the same millisecond included.
async fn is_raised(tx: &mut WriteTx, last: Option<i64>) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM entry_use WHERE raised_at >= ?1)";
    Ok(sqlx::query_scalar(sql).bind(last.unwrap_or(0)).fetch_one(tx.conn()).await?)
}

async fn of_late(tx: &mut WriteTx, now: Timestamp) -> Result<Usage> {
    let rows: Vec<(String, u32)> = sqlx::query_as(
        "SELECT entry, min(sum(uses), 4294967295) AS total FROM entry_use WHERE raised_at >= ?1
         GROUP BY entry ORDER BY total DESC, entry LIMIT ?2",
    )
    .bind(now.plus_ms(-OF_LATE_MS).0)
    .bind(MOST_TOLD)
    .fetch_all(tx.conn())
    .await?;
    Ok(Usage { entries: rows.into_iter().collect() })
}

/// What the stations were last told.
async fn told(tx: &mut WriteTx) -> Result<Option<Usage>> {
    let mut told = None;
    feed::each(tx.conn(), LIBRARY, RecordKind::Usage, |_, body| {
        told = Some(from_text("usage", body)?);
        Ok(())
    })
    .await?;
    Ok(told)
}
