//! Members of staff and their password hashes.

use bangban_domain::directory::{Staff, StaffId};
use bangban_domain::time::Timestamp;
use bangban_protocol::RecordKind;
use sqlx::SqliteExecutor;

use super::{Error, LIBRARY, Put, Result, WriteTx, feed, from_text, to_text};

/// The member of staff with this identity.
pub async fn get(conn: impl SqliteExecutor<'_>, id: StaffId) -> Result<Option<Staff>> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM staff WHERE id = ?1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    body.map(|text| from_text("member of staff", &text)).transpose()
}

/// The member of staff who signs in with this name, and the hash of the password, if there is one.
pub async fn by_account(
    conn: impl SqliteExecutor<'_>,
    account: &str,
) -> Result<Option<(Staff, Option<String>)>> {
    let row: Option<(String, Option<String>)> =
        sqlx::query_as("SELECT body, password_hash FROM staff WHERE account = ?1")
            .bind(account)
            .fetch_optional(conn)
            .await?;
    let Some((body, hash)) = row else { return Ok(None) };
    Ok(Some((from_text("member of staff", &body)?, hash)))
}

/// Number of accounts.
pub async fn count(conn: impl SqliteExecutor<'_>) -> Result<i64> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM staff").fetch_one(conn).await?)
}

/// Active accounts that have no password yet, in order.
pub async fn without_password(conn: impl SqliteExecutor<'_>) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar(
        "SELECT account FROM staff
         WHERE password_hash IS NULL AND body ->> 'active' = 1 ORDER BY account",
    )
    .fetch_all(conn)
    .await?)
}

/// Writes a member of staff and tells the stations. The password stays as it is.
pub async fn put(tx: &mut WriteTx, staff: &Staff, now: Timestamp) -> Result<Put> {
    let put = match get(tx.conn(), staff.id).await? {
        None => Put::Stored,
        Some(old) if old == *staff => return Ok(Put::Unchanged),
        Some(_) => Put::Changed,
    };
    sqlx::query(
        "INSERT INTO staff (id, account, organisation, body, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE
         SET account = ?2, organisation = ?3, body = ?4, changed_at = ?5",
    )
    .bind(staff.id.to_string())
    .bind(&staff.account)
    .bind(&staff.organisation)
    .bind(to_text("member of staff", staff)?)
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    feed::publish(tx, LIBRARY, RecordKind::Staff, &staff.id.to_string(), staff).await?;
    Ok(put)
}

/// Sets the hash that a password is compared with.
pub async fn set_password_hash(tx: &mut WriteTx, id: StaffId, hash: &str) -> Result<()> {
    sqlx::query("UPDATE staff SET password_hash = ?2 WHERE id = ?1")
        .bind(id.to_string())
        .bind(hash)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Lets an account act, or no longer. Tokens it holds are refused from this moment on.
pub async fn set_active(
    tx: &mut WriteTx,
    account: &str,
    active: bool,
    now: Timestamp,
) -> Result<Put> {
    let Some((staff, _)) = by_account(tx.conn(), account).await? else {
        return Err(Error::UnknownAccount(account.to_owned()));
    };
    put(tx, &Staff { active, ..staff }, now).await
}
