//! Courier bundles that were taken in.

use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;
use bangban_protocol::BundleTaken;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row, SqliteExecutor};
use uuid::Uuid;

use super::{Result, WriteTx};

/// A bundle as it is kept.
pub struct KeptBundle {
    /// What managers may know of it.
    pub told: BundleTaken,
    /// SHA-256 of the whole file, hexadecimal.
    pub sha256: String,
}

impl<'r> FromRow<'r, SqliteRow> for KeptBundle {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        let carrier: Option<String> = row.try_get("carrier")?;
        Ok(Self {
            told: BundleTaken {
                id: id(row.try_get("id")?)?,
                station: id(row.try_get("station")?)?,
                station_name: row.try_get("station_name")?,
                person: id(row.try_get("person")?)?,
                number: row.try_get("number")?,
                written_at: row.try_get("written_at")?,
                taken_at: row.try_get("taken_at")?,
                carrier: carrier.as_deref().map(id).transpose()?,
                commands: row.try_get("commands")?,
                held: row.try_get("held")?,
                released_at: row.try_get("released_at")?,
                released_by: row
                    .try_get::<Option<String>, _>("released_by")?
                    .as_deref()
                    .map(id)
                    .transpose()?,
                reason: row.try_get("reason")?,
                active: row.try_get("active")?,
            },
            sha256: row.try_get("sha256")?,
        })
    }
}

fn id(text: &str) -> sqlx::Result<Uuid> {
    Uuid::parse_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// What is told of a bundle; never the files themselves, which are large.
macro_rules! told {
    ($rest:literal) => {
        concat!(
            "SELECT bundle.id, bundle.station, bundle.person, bundle.number, bundle.written_at,
                    bundle.taken_at, bundle.carrier, bundle.sha256, bundle.commands,
                    bundle.released_at, bundle.released_by, file IS NOT NULL AS held,
                    coalesce(station.name, '') AS station_name,
                    coalesce(staff.body ->> 'active', 0) AS active,
                    (SELECT reason FROM audit WHERE about = bundle.id
                         AND what = 'bundle_released' ORDER BY seq LIMIT 1) AS reason
             FROM bundle
             JOIN staff ON staff.id = bundle.person
             JOIN organisation ON organisation.id = staff.organisation
             LEFT JOIN station ON station.id = bundle.station ",
            $rest
        )
    };
}

/// The bundle with this identity.
pub async fn get(conn: impl SqliteExecutor<'_>, bundle: Uuid) -> Result<Option<KeptBundle>> {
    Ok(sqlx::query_as(told!("WHERE bundle.id = ?1"))
        .bind(bundle.to_string())
        .fetch_optional(conn)
        .await?)
}

/// The bundles of people in a county, or of all, those that are kept and not judged first, then
/// the newest.
pub async fn all(conn: impl SqliteExecutor<'_>, county: Option<&str>) -> Result<Vec<KeptBundle>> {
    Ok(sqlx::query_as(told!(
        "WHERE ?1 IS NULL OR substr(organisation.body ->> 'division', 1, length(?1)) = ?1
         ORDER BY held DESC, taken_at DESC LIMIT 1000"
    ))
    .bind(county)
    .fetch_all(conn)
    .await?)
}

/// The sealed file of a bundle that is kept and not judged.
pub async fn held_file(conn: impl SqliteExecutor<'_>, bundle: Uuid) -> Result<Option<Vec<u8>>> {
    let file: Option<Option<Vec<u8>>> = sqlx::query_scalar("SELECT file FROM bundle WHERE id = ?1")
        .bind(bundle.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(file.flatten())
}

/// Greatest number that was taken in from a station; 0 when none was.
pub async fn newest(conn: impl SqliteExecutor<'_>, station: Uuid) -> Result<u32> {
    Ok(sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM bundle WHERE station = ?1")
        .bind(station.to_string())
        .fetch_one(conn)
        .await?)
}

/// Keeps a bundle with what is in it, given as id and `station_seq`. `file`: it is not judged.
pub async fn insert(
    tx: &mut WriteTx,
    kept: &KeptBundle,
    commands: &[(Uuid, u64)],
    file: Option<&[u8]>,
) -> Result<()> {
    let told = &kept.told;
    sqlx::query(
        "INSERT INTO bundle (id, station, person, number, written_at, taken_at, carrier, sha256,
                             commands, file)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO NOTHING",
    )
    .bind(told.id.to_string())
    .bind(told.station.to_string())
    .bind(told.person.to_string())
    .bind(told.number)
    .bind(told.written_at)
    .bind(told.taken_at)
    .bind(told.carrier.map(|id| id.to_string()))
    .bind(&kept.sha256)
    .bind(told.commands)
    .bind(file)
    .execute(tx.conn())
    .await?;
    for (command, station_seq) in commands {
        sqlx::query(
            "INSERT INTO bundle_command (bundle, command, station_seq) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
        )
        .bind(told.id.to_string())
        .bind(command.to_string())
        .bind(i64::try_from(*station_seq).unwrap_or(i64::MAX))
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

/// A bundle that was kept has been judged; its file is not needed any more.
pub async fn judged(tx: &mut WriteTx, bundle: Uuid) -> Result<()> {
    sqlx::query("UPDATE bundle SET file = NULL WHERE id = ?1")
        .bind(bundle.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A manager lets a kept bundle be judged. False when another did so before.
pub async fn release(
    tx: &mut WriteTx,
    bundle: Uuid,
    by: Option<StaffId>,
    now: Timestamp,
) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE bundle SET released_at = ?2, released_by = ?3
         WHERE id = ?1 AND file IS NOT NULL AND released_at IS NULL",
    )
    .bind(bundle.to_string())
    .bind(now.0)
    .bind(by.map(|id| id.to_string()))
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps the answer to a released bundle.
pub async fn keep_answer(tx: &mut WriteTx, bundle: Uuid, answer: &[u8]) -> Result<()> {
    sqlx::query("UPDATE bundle SET answer = ?2 WHERE id = ?1")
        .bind(bundle.to_string())
        .bind(answer)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The answer to a released bundle.
pub async fn answer(conn: impl SqliteExecutor<'_>, bundle: Uuid) -> Result<Option<Vec<u8>>> {
    let kept: Option<Option<Vec<u8>>> =
        sqlx::query_scalar("SELECT answer FROM bundle WHERE id = ?1")
            .bind(bundle.to_string())
            .fetch_optional(conn)
            .await?;
    Ok(kept.flatten())
}

/// Commands in judged bundles of a station, from a place in its order on.
pub async fn commands_from(
    conn: impl SqliteExecutor<'_>,
    station: Uuid,
    person: StaffId,
    station_seq: u64,
) -> Result<Vec<Uuid>> {
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT command FROM bundle_command JOIN bundle ON bundle.id = bundle
         WHERE bundle.station = ?1 AND bundle.person = ?2 AND bundle.file IS NULL
               AND station_seq >= ?3
         ORDER BY station_seq",
    )
    .bind(station.to_string())
    .bind(person.to_string())
    .bind(i64::try_from(station_seq).unwrap_or(i64::MAX))
    .fetch_all(conn)
    .await?;
    Ok(ids.iter().map(|text| id(text)).collect::<sqlx::Result<_>>()?)
}
