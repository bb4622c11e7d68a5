//! Workstations and when they were last heard of.

use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;
use uuid::Uuid;

use super::{Result, WriteTx};

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
