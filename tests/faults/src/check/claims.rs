//! Whether a station has what its cursors say it has.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use bangban_store::table::cursor;
use sqlx::SqliteConnection;

use super::central::Central;
use super::{DENSE, EQUAL, Findings};
use crate::world::World;

/// Every cursor stands where the feed ends.
pub(super) async fn cursors(
    c: &mut SqliteConnection,
    number: usize,
    central: &Central,
    findings: &mut Findings,
) -> Result<()> {
    let positions = cursor::all(c).await?;
    findings.hold(EQUAL, positions.len() == 2, || format!("station {number}: {positions:?}"));
    for position in positions {
        let head = central.feed.iter().filter(|row| row.0 == position.partition).count() as u64;
        let here = position.epoch.to_string() == central.epoch && position.feed_seq == head;
        findings.hold(DENSE, here, || format!("station {number}: {position:?}, head {head}"));
    }
    Ok(())
}

/// Whether what a cursor claims is here, at any time of a history.
pub async fn claims(world: &World, number: usize) -> Result<Findings> {
    let mut findings = Findings::default();
    let mut platform = world.central.platform()?.db().read().acquire().await?;
    let epoch: String =
        sqlx::query_scalar("SELECT epoch FROM meta").fetch_one(&mut *platform).await?;
    let store = world.stations[number].store()?;
    let mut reader = store.read().await?;
    let sql = "SELECT id, server_version FROM ticket
               UNION ALL SELECT id, server_version FROM question
               UNION ALL SELECT id, body ->> 'version' FROM knowledge";
    let versions: Vec<(String, i64)> = sqlx::query_as(sql).fetch_all(&mut *reader).await?;
    let versions: BTreeMap<String, i64> = versions.into_iter().collect();
    let events = "SELECT id FROM event WHERE provisional = 0";
    let events: Vec<String> = sqlx::query_scalar(events).fetch_all(&mut *reader).await?;
    let events: BTreeSet<String> = events.into_iter().collect();
    let library = library(&mut reader).await?;
    for position in cursor::all(&mut reader).await? {
        if position.epoch.to_string() != epoch {
            continue;
        }
        for record in library_told(&mut platform, &position).await? {
            findings.hold(DENSE, library.contains(&record), || {
                let (kind, key) = &record;
                format!("station {number}: the cursor claims {kind} {key}, which is not here")
            });
        }
        let claimed = "SELECT seq, kind, key, coalesce(body ->> 'version', 0) FROM feed
                       WHERE partition = ?1 AND seq <= ?2
                       AND kind IN ('ticket', 'event', 'question', 'knowledge')";
        let claimed: Vec<(i64, String, String, i64)> = sqlx::query_as(claimed)
            .bind(&position.partition)
            .bind(position.feed_seq.cast_signed())
            .fetch_all(&mut *platform)
            .await?;
        for (seq, kind, key, version) in claimed {
            let holds = match kind.as_str() {
                "event" => events.contains(&key),
                _ => versions.get(&key).is_some_and(|here| *here >= version),
            };
            findings.hold(DENSE, holds, || {
                format!("station {number}: the cursor says {seq}, but {kind} {key} is not here")
            });
        }
    }
    Ok(findings)
}

/// Kind and key of what is here of the library.
async fn library(c: &mut SqliteConnection) -> Result<BTreeSet<(String, String)>> {
    let sql = "SELECT 'organisation', id FROM organisation UNION ALL SELECT 'staff', id FROM staff
               UNION ALL SELECT 'matter', id FROM matter
               UNION ALL SELECT 'knowledge', id FROM knowledge
               UNION ALL SELECT 'question', id FROM question WHERE server_body IS NOT NULL";
    let rows: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(c).await?;
    Ok(rows.into_iter().collect())
}

/// Kind and key of what a platform had told of the library up to a position.
async fn library_told(
    c: &mut SqliteConnection,
    at: &cursor::Cursor,
) -> Result<Vec<(String, String)>> {
    let sql = "SELECT kind, key FROM (
                   SELECT kind, key, body, max(seq) FROM feed WHERE partition = ?1 AND seq <= ?2
                   AND kind IN ('organisation', 'staff', 'matter', 'knowledge', 'question')
                   GROUP BY kind, key
               ) WHERE body IS NOT NULL";
    let told = sqlx::query_as(sql).bind(&at.partition).bind(at.feed_seq.cast_signed());
    Ok(told.fetch_all(c).await?)
}
