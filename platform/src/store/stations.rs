//! Workstations and when they were last heard of.

use bangban_domain::directory::StaffId;
use bangban_domain::time::{HOUR_MS, Timestamp};
use bangban_protocol::{Reached, ReachedBy, StationReport, StationState};
use sqlx::{SqliteConnection, SqliteExecutor};
use uuid::Uuid;

use super::{Error, Result, WriteTx, from_text, meta, to_text};

/// How long it is kept when a station had reached what.
const REACHED_KEPT_MS: i64 = 90 * 24 * HOUR_MS;
/// Stations that are listed at most.
const MOST_LISTED: u32 = 2_000;

/// A station introduced itself at a sign-in.
pub async fn introduce(
    tx: &mut WriteTx,
    station: Uuid,
    name: &str,
    staff: StaffId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO station (id, name, last_staff, last_contact_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET name = ?2, last_staff = ?3, last_contact_at = ?4",
    )
    .bind(station.to_string())
    .bind(name)
    .bind(staff.to_string())
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A station was heard of.
pub async fn heard_of(
    tx: &mut WriteTx,
    station: Uuid,
    staff: StaffId,
    now: Timestamp,
) -> Result<()> {
    sqlx::query("UPDATE station SET last_staff = ?2, last_contact_at = ?3 WHERE id = ?1")
        .bind(station.to_string())
        .bind(staff.to_string())
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Notes what a station says of itself.
pub async fn reported(
    tx: &mut WriteTx,
    station: Uuid,
    report: &StationReport,
    now: Timestamp,
) -> Result<()> {
    sqlx::query("UPDATE station SET report = ?2, reported_at = ?3 WHERE id = ?1")
        .bind(station.to_string())
        .bind(to_text("report", report)?)
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    if let Some(name) = report.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        sqlx::query("UPDATE station SET name = ?2 WHERE id = ?1")
            .bind(station.to_string())
            .bind(name)
            .execute(tx.conn())
            .await?;
    }
    sqlx::query("DELETE FROM station_reached WHERE at < ?1")
        .bind(now.plus_ms(-REACHED_KEPT_MS).0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Notes how far a station has applied a feed; the first word about a number counts.
pub async fn reached(
    tx: &mut WriteTx,
    station: Uuid,
    reached: &Reached,
    now: Timestamp,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO station_reached (station, partition, epoch, feed_seq, at)
         SELECT id, ?2, ?3, ?4, ?5 FROM station WHERE id = ?1 ON CONFLICT DO NOTHING",
    )
    .bind(station.to_string())
    .bind(&reached.partition)
    .bind(reached.epoch.to_string())
    .bind(i64::try_from(reached.feed_seq).unwrap_or(i64::MAX))
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The stations with this identity, or with this short name as it stands in the names of bundles.
pub async fn called(conn: impl SqliteExecutor<'_>, name: &str) -> Result<Vec<Uuid>> {
    let found: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM station WHERE id = lower(?1) OR (length(?1) = 6 AND id LIKE '%' || ?1)",
    )
    .bind(name.trim())
    .fetch_all(conn)
    .await?;
    let parsed =
        |id: &String| Uuid::parse_str(id).map_err(|error| sqlx::Error::Decode(Box::new(error)));
    Ok(found.iter().map(parsed).collect::<sqlx::Result<_>>()?)
}

type StationRow = (String, String, String, i64, Option<i64>, Option<String>, i64, Option<i64>);

/// The stations whose people work in a county; the longest silent first.
pub async fn of_county(conn: &mut SqliteConnection, county: &str) -> Result<Vec<StationState>> {
    let rows: Vec<StationRow> = sqlx::query_as(
        "SELECT station.id, station.name, last_staff, last_contact_at, reported_at, report,
             coalesce((SELECT sum(head.seq - reached.seq) FROM (
                     SELECT partition, max(feed_seq) AS seq FROM station_reached
                     WHERE station = station.id AND epoch = (SELECT epoch FROM meta)
                     GROUP BY partition) reached
                 JOIN (SELECT partition, max(seq) AS seq FROM feed GROUP BY partition) head
                 ON head.partition = reached.partition), 0),
             (SELECT max(revoked_at) FROM station_key WHERE station_key.station = station.id)
         FROM station JOIN staff ON staff.id = last_staff
         JOIN organisation ON organisation.id = staff.organisation
         WHERE substr(organisation.body ->> 'division', 1, 6) = ?1
         ORDER BY last_contact_at LIMIT ?2",
    )
    .bind(county)
    .bind(MOST_LISTED)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(state).collect()
}

fn state(row: StationRow) -> Result<StationState> {
    let (id, name, staff, last_contact_at, reported_at, report, behind, revoked_at) = row;
    Ok(StationState {
        id: uuid(&id)?,
        name,
        revoked_at,
        staff: uuid(&staff)?,
        last_contact_at,
        reported_at,
        report: report.map(|text| from_text("report", &text)).transpose()?,
        behind: behind.max(0).unsigned_abs(),
    })
}

/// Stations that have applied change `seq` of a partition, first come first.
pub async fn that_have(
    conn: &mut SqliteConnection,
    partition: &str,
    seq: u64,
) -> Result<Vec<ReachedBy>> {
    let epoch = meta::epoch(&mut *conn).await?;
    let rows: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT station.name, station.last_staff, min(at) AS first
         FROM station_reached JOIN station ON station.id = station_reached.station
         WHERE partition = ?1 AND epoch = ?2 AND feed_seq >= ?3
         GROUP BY station.id ORDER BY first, station.id",
    )
    .bind(partition)
    .bind(epoch.to_string())
    .bind(i64::try_from(seq).unwrap_or(i64::MAX))
    .fetch_all(conn)
    .await?;
    let read = |(station, staff, at): (String, String, i64)| {
        Ok(ReachedBy { station, staff: uuid(&staff)?, at })
    };
    rows.into_iter().map(read).collect()
}

fn uuid(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| Error::Body { what: "station", column: 0 })
}
