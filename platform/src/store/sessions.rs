//! Pairs of tokens. A refresh token is used once; a second use revokes its whole family.

use bangban_domain::directory::{Staff, StaffId};
use bangban_domain::time::Timestamp;
use sqlx::SqliteExecutor;
use uuid::Uuid;

use super::{Result, WriteTx, from_text};

/// A new pair, as hashes.
pub struct NewPair<'a> {
    /// SHA-256 of the access token, hex.
    pub access_hash: &'a str,
    /// SHA-256 of the refresh token, hex.
    pub refresh_hash: &'a str,
    /// The sign-in it descends from.
    pub family: Uuid,
    /// Whose it is.
    pub staff: StaffId,
    /// Where they signed in.
    pub station: Uuid,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Last moment of the access token.
    pub access_expires_at: Timestamp,
    /// Last moment of the refresh token.
    pub refresh_expires_at: Timestamp,
}

/// Who presents a token that is known and not expired.
pub struct Holder {
    /// The person, as they are now.
    pub staff: Staff,
    /// Division of their organisation.
    pub division: String,
    /// The sign-in the token descends from.
    pub family: Uuid,
    /// Where they signed in.
    pub station: Uuid,
    /// Last moment of the token.
    pub expires_at: Timestamp,
    /// Whether the token was used before (refresh tokens only).
    pub used: bool,
}

type HolderRow = (String, String, String, String, i64, bool);

/// Keeps a pair, and forgets those that can no longer be used for anything.
pub async fn insert(tx: &mut WriteTx, pair: &NewPair<'_>) -> Result<()> {
    sqlx::query("DELETE FROM session WHERE refresh_expires_at < ?1")
        .bind(pair.issued_at.0)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "INSERT INTO session (refresh_hash, access_hash, family, staff, station, issued_at,
                              access_expires_at, refresh_expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )
    .bind(pair.refresh_hash)
    .bind(pair.access_hash)
    .bind(pair.family.to_string())
    .bind(pair.staff.to_string())
    .bind(pair.station.to_string())
    .bind(pair.issued_at.0)
    .bind(pair.access_expires_at.0)
    .bind(pair.refresh_expires_at.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Who holds this access token; `None` when it is unknown, expired or revoked.
pub async fn by_access(
    conn: impl SqliteExecutor<'_>,
    hash: &str,
    now: Timestamp,
) -> Result<Option<Holder>> {
    let row: Option<HolderRow> = sqlx::query_as(
        "SELECT staff.body, organisation.body ->> 'division', family, station,
                access_expires_at, used_at IS NOT NULL
         FROM session
         JOIN staff ON staff.id = session.staff
         JOIN organisation ON organisation.id = staff.organisation
         WHERE access_hash = ?1 AND revoked = 0 AND access_expires_at > ?2",
    )
    .bind(hash)
    .bind(now.0)
    .fetch_optional(conn)
    .await?;
    row.map(holder).transpose()
}

/// Who holds this refresh token; `None` when it is unknown, expired or revoked.
pub async fn by_refresh(
    conn: impl SqliteExecutor<'_>,
    hash: &str,
    now: Timestamp,
) -> Result<Option<Holder>> {
    let row: Option<HolderRow> = sqlx::query_as(
        "SELECT staff.body, organisation.body ->> 'division', family, station,
                refresh_expires_at, used_at IS NOT NULL
         FROM session
         JOIN staff ON staff.id = session.staff
         JOIN organisation ON organisation.id = staff.organisation
         WHERE refresh_hash = ?1 AND revoked = 0 AND refresh_expires_at > ?2",
    )
    .bind(hash)
    .bind(now.0)
    .fetch_optional(conn)
    .await?;
    row.map(holder).transpose()
}

/// Marks a refresh token as used.
pub async fn mark_used(tx: &mut WriteTx, refresh_hash: &str, now: Timestamp) -> Result<()> {
    sqlx::query("UPDATE session SET used_at = ?2 WHERE refresh_hash = ?1")
        .bind(refresh_hash)
        .bind(now.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends every pair that descends from one sign-in.
pub async fn revoke_family(tx: &mut WriteTx, family: Uuid) -> Result<()> {
    sqlx::query("UPDATE session SET revoked = 1 WHERE family = ?1")
        .bind(family.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends every session of a station: it was lost or stolen.
pub async fn revoke_station(tx: &mut WriteTx, station: Uuid) -> Result<()> {
    sqlx::query("UPDATE session SET revoked = 1 WHERE station = ?1")
        .bind(station.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends every session of a person, wherever they signed in.
pub async fn revoke_all(tx: &mut WriteTx, staff: StaffId) -> Result<()> {
    sqlx::query("UPDATE session SET revoked = 1 WHERE staff = ?1")
        .bind(staff.to_string())
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn holder((staff, division, family, station, expires, used): HolderRow) -> Result<Holder> {
    Ok(Holder {
        staff: from_text("member of staff", &staff)?,
        division,
        family: uuid(&family)?,
        station: uuid(&station)?,
        expires_at: Timestamp(expires),
        used,
    })
}

fn uuid(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| super::Error::Body { what: "session", column: 0 })
}
