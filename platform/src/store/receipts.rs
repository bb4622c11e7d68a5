//! The lasting word on each command.

use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Receipt, Verdict};
use sqlx::SqliteExecutor;
use uuid::Uuid;

use super::{Result, WriteTx, from_text, to_text};

/// The receipt that was given for this command, as long as it is kept; see [`from_effect`].
pub async fn get(conn: impl SqliteExecutor<'_>, command: Uuid) -> Result<Option<Receipt>> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM receipt WHERE command = ?1")
        .bind(command.to_string())
        .fetch_optional(conn)
        .await?;
    body.map(|text| from_text("receipt", &text)).transpose()
}

/// The receipt of a command whose effect is here, though its receipt is not.
pub async fn from_effect(conn: impl SqliteExecutor<'_>, command: Uuid) -> Result<Option<Receipt>> {
    let row: Option<(u32, i64)> = sqlx::query_as(
        "SELECT version, body ->> 'at' FROM event WHERE id = ?1
             UNION ALL SELECT version, at FROM question_step WHERE command = ?1",
    )
    .bind(command.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|(version, decided_at)| {
        let verdict = Verdict::Accepted { version };
        Receipt { id: command, decided_at, verdict }
    }))
}

/// Forgets the receipts of what was applied before `before`; the effects say as much. Refused and
/// parked ones stay for good: only they keep a late repetition from happening after all.
pub async fn forget_applied(tx: &mut WriteTx, before: Timestamp) -> Result<u64> {
    let done = sqlx::query(
        "DELETE FROM receipt WHERE decided_at < ?1
         AND body ->> '$.verdict.verdict' IN ('accepted', 'rebased')",
    )
    .bind(before.0)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Keeps a receipt. There is one per command.
pub async fn insert(tx: &mut WriteTx, receipt: &Receipt) -> Result<()> {
    let mut sql = "INSERT INTO receipt (command, decided_at, body) VALUES (?1, ?2, ?3)";
    if planted(Mutant::DuplicateApplied) || planted(Mutant::ReceiptBeforeEffect) {
        sql = "INSERT OR REPLACE INTO receipt (command, decided_at, body) VALUES (?1, ?2, ?3)";
    }
    sqlx::query(sql)
        .bind(receipt.id.to_string())
        .bind(receipt.decided_at)
        .bind(to_text("receipt", receipt)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}
