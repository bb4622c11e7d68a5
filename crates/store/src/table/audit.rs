//! The append-only record of what was done on this station.

use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;
use sqlx::SqliteConnection;

use crate::{Result, WriteTx};

/// Adds a line. `detail` never holds the personal data itself.
pub async fn add(
    tx: &mut WriteTx,
    at: Timestamp,
    actor: Option<StaffId>,
    action: &str,
    subject: Option<&str>,
    detail: Option<&str>,
) -> Result<()> {
    sqlx::query("INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)")
        .bind(at.0)
        .bind(actor.map(|id| id.to_string()))
        .bind(action)
        .bind(subject)
        .bind(detail)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Whether something was done to `subject` before.
pub async fn has(c: &mut SqliteConnection, action: &str, subject: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM audit WHERE action = ? AND subject = ?)";
    Ok(sqlx::query_scalar(sql).bind(action).bind(subject).fetch_one(c).await?)
}

/// Lines of one kind: `(subject, detail)`, oldest first.
pub async fn of_kind(
    c: &mut SqliteConnection,
    action: &str,
) -> Result<Vec<(Option<String>, Option<String>)>> {
    let sql = "SELECT subject, detail FROM audit WHERE action = ? ORDER BY seq";
    Ok(sqlx::query_as(sql).bind(action).fetch_all(c).await?)
}
