//! The courier keys of the platform, which are exchanged from time to time, and of stations, which can
//! be revoked.

use bangban_courier::Pair;
use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;
use bangban_protocol::CourierKeys;
use sqlx::SqliteExecutor;
use uuid::Uuid;

use super::{Error, Result, WriteTx};

/// A pair of the platform.
pub struct OwnPair {
    /// The keys.
    pub pair: Pair,
    /// Until when it opens bundles; `None`: until it is exchanged.
    pub opens_until: Option<Timestamp>,
}

impl OwnPair {
    /// Whether it opens bundles at this moment.
    pub fn opens(&self, at: Timestamp) -> bool {
        self.opens_until.is_none_or(|until| at < until)
    }
}

/// What is known of the key that signed a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody told it to be that station's.
    Unknown,
    /// It is that station's.
    Counts,
    /// It was that station's, which was lost or stolen.
    Revoked,
}

/// Gives the platform its keys, unless it has some.
pub async fn ensure_pair(tx: &mut WriteTx, made: &Pair, now: Timestamp) -> Result<()> {
    sqlx::query(
        "INSERT INTO courier_pair (secret, made_at)
         SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM courier_pair)",
    )
    .bind(made.to_secret().as_str())
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Exchanges the platform's keys: new ones count from now, and those before open until then at most.
pub async fn exchange(
    tx: &mut WriteTx,
    made: &Pair,
    now: Timestamp,
    opens_until: Timestamp,
) -> Result<()> {
    sqlx::query("UPDATE courier_pair SET opens_until = min(coalesce(opens_until, ?1), ?1)")
        .bind(opens_until.0)
        .execute(tx.conn())
        .await?;
    sqlx::query("INSERT INTO courier_pair (secret, made_at) VALUES (?1, ?2)")
        .bind(made.to_secret().as_str())
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Every pair the platform ever had, newest first.
pub async fn pairs(conn: impl SqliteExecutor<'_>) -> Result<Vec<OwnPair>> {
    let rows: Vec<(String, Option<i64>)> =
        sqlx::query_as("SELECT secret, opens_until FROM courier_pair ORDER BY seq DESC")
            .fetch_all(conn)
            .await?;
    rows.iter()
        .map(|(secret, opens_until)| {
            let pair = Pair::from_secret(secret)
                .map_err(|_| Error::Body { what: "courier key", column: 0 })?;
            Ok(OwnPair { pair, opens_until: opens_until.map(Timestamp) })
        })
        .collect()
}

/// A person told their station's keys. False when that key was revoked: it stays so.
pub async fn tell(
    tx: &mut WriteTx,
    station: Uuid,
    staff: StaffId,
    keys: &CourierKeys,
    now: Timestamp,
) -> Result<bool> {
    sqlx::query(
        "INSERT INTO station_key (station, signing, sealing, staff, told_at)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (station, signing, sealing, staff) DO UPDATE SET told_at = ?5",
    )
    .bind(station.to_string())
    .bind(&keys.signing)
    .bind(&keys.sealing)
    .bind(staff.to_string())
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    Ok(standing(tx.conn(), station, &keys.signing).await? != Standing::Revoked)
}

/// The key that answers are sealed to: the newest one that this person told together with the key
/// they sign with. `None` when they never did so at that station.
pub async fn sealing(
    conn: impl SqliteExecutor<'_>,
    station: Uuid,
    staff: StaffId,
    signing: &str,
) -> Result<Option<String>> {
    Ok(sqlx::query_scalar(
        "SELECT sealing FROM station_key WHERE station = ?1 AND staff = ?2 AND signing = ?3
         ORDER BY told_at DESC LIMIT 1",
    )
    .bind(station.to_string())
    .bind(staff.to_string())
    .bind(signing)
    .fetch_optional(conn)
    .await?)
}

/// What is known of this key as that station's.
pub async fn standing(
    conn: impl SqliteExecutor<'_>,
    station: Uuid,
    signing: &str,
) -> Result<Standing> {
    let revoked: Option<bool> = sqlx::query_scalar(
        "SELECT max(revoked_at IS NOT NULL) FROM station_key WHERE station = ?1 AND signing = ?2",
    )
    .bind(station.to_string())
    .bind(signing)
    .fetch_one(conn)
    .await?;
    Ok(match revoked {
        None => Standing::Unknown,
        Some(false) => Standing::Counts,
        Some(true) => Standing::Revoked,
    })
}

/// Revokes every key that a station has told so far; says whether there was one.
pub async fn revoke(tx: &mut WriteTx, station: Uuid, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE station_key SET revoked_at = ?2 WHERE station = ?1 AND revoked_at IS NULL";
    let done = sqlx::query(sql).bind(station.to_string()).bind(now.0).execute(tx.conn()).await?;
    Ok(done.rows_affected() > 0)
}
