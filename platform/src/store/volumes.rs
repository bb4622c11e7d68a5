//! Volumes that were taken in: the files that came beside bundles.

use bangban_courier::Part;
use bangban_domain::directory::StaffId;
use sqlx::SqliteExecutor;
use uuid::Uuid;

use super::{Result, WriteTx};

/// A volume as it is remembered. Its content is with the other files.
pub struct KeptVolume {
    /// Identity.
    pub id: Uuid,
    /// Station that wrote it.
    pub station: Uuid,
    /// Whose files are in it.
    pub person: StaffId,
    /// SHA-256 of the whole volume, hexadecimal.
    pub sha256: String,
    /// When it came, UTC milliseconds.
    pub taken_at: i64,
}

/// The volume with this identity.
pub async fn get(conn: impl SqliteExecutor<'_>, id: Uuid) -> Result<Option<KeptVolume>> {
    let row: Option<(String, String, String, i64)> =
        sqlx::query_as("SELECT station, person, sha256, taken_at FROM bundle_volume WHERE id = ?1")
            .bind(id.to_string())
            .fetch_optional(conn)
            .await?;
    let parsed =
        |text: &str| Uuid::parse_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)));
    let Some((station, person, sha256, taken_at)) = row else { return Ok(None) };
    let (station, person) = (parsed(&station)?, parsed(&person)?);
    Ok(Some(KeptVolume { id, station, person, sha256, taken_at }))
}

/// Remembers a volume whose pieces were kept.
pub async fn insert(
    tx: &mut WriteTx,
    kept: &KeptVolume,
    part: Part,
    carrier: Option<StaffId>,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO bundle_volume (id, beside, part, station, person, sha256, taken_at, carrier)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO NOTHING",
    )
    .bind(kept.id.to_string())
    .bind(part.beside.to_string())
    .bind(part.part)
    .bind(kept.station.to_string())
    .bind(kept.person.to_string())
    .bind(&kept.sha256)
    .bind(kept.taken_at)
    .bind(carrier.map(|id| id.to_string()))
    .execute(tx.conn())
    .await?;
    Ok(())
}
