//! Organisations and staff.

use bangban_domain::directory::{Organisation, Staff, StaffId};
use sqlx::SqliteConnection;

use super::{from_body, to_body};
use crate::{Result, WriteTx};

/// All organisations, in the order of their keys.
pub async fn organisations(c: &mut SqliteConnection) -> Result<Vec<Organisation>> {
    let bodies: Vec<String> =
        sqlx::query_scalar("SELECT body FROM organisation ORDER BY id").fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// All staff, in the order of their identities.
pub async fn staff(c: &mut SqliteConnection) -> Result<Vec<Staff>> {
    let bodies: Vec<String> =
        sqlx::query_scalar("SELECT body FROM staff ORDER BY id").fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// One organisation.
pub async fn organisation(c: &mut SqliteConnection, id: &str) -> Result<Option<Organisation>> {
    let sql = "SELECT body FROM organisation WHERE id = ?";
    let body: Option<String> = sqlx::query_scalar(sql).bind(id).fetch_optional(c).await?;
    body.map(|body| from_body(&body)).transpose()
}

/// One person.
pub async fn person(c: &mut SqliteConnection, id: StaffId) -> Result<Option<Staff>> {
    let sql = "SELECT body FROM staff WHERE id = ?";
    let body: Option<String> =
        sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(c).await?;
    body.map(|body| from_body(&body)).transpose()
}

/// Stores an organisation.
pub async fn put_organisation(tx: &mut WriteTx, organisation: &Organisation) -> Result<()> {
    let sql = "INSERT INTO organisation (id, body) VALUES (?, ?)
               ON CONFLICT (id) DO UPDATE SET body = excluded.body";
    sqlx::query(sql).bind(&organisation.id).bind(to_body(organisation)?).execute(&mut **tx).await?;
    Ok(())
}

/// Stores a person.
pub async fn put_staff(tx: &mut WriteTx, staff: &Staff) -> Result<()> {
    let sql = "INSERT INTO staff (id, body) VALUES (?, ?)
               ON CONFLICT (id) DO UPDATE SET body = excluded.body";
    sqlx::query(sql).bind(staff.id.to_string()).bind(to_body(staff)?).execute(&mut **tx).await?;
    Ok(())
}

/// Removes an organisation.
pub async fn remove_organisation(tx: &mut WriteTx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM organisation WHERE id = ?").bind(id).execute(&mut **tx).await?;
    Ok(())
}

/// Removes a person.
pub async fn remove_staff(tx: &mut WriteTx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM staff WHERE id = ?").bind(id).execute(&mut **tx).await?;
    Ok(())
}
