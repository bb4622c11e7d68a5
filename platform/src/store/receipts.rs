//! The lasting word on each command.

use std::collections::HashMap;

use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Receipt, Verdict};
use sqlx::{AssertSqlSafe, SqliteConnection};
use uuid::Uuid;

use super::{Result, WriteTx, from_text, to_text};

/// The words that were given on these commands, as far as there are any. A command whose effect is
/// here was accepted, though its receipt may be kept no longer; see [`forget_applied`].
pub async fn given(
    conn: &mut SqliteConnection,
    commands: &[Uuid],
) -> Result<HashMap<Uuid, Receipt>> {
    let ids = to_text("commands", &commands)?;
    let applied: Vec<(String, u32, i64)> = sqlx::query_as(
        "SELECT id, version, body ->> 'at' FROM event WHERE id IN (SELECT value FROM json_each(?1))
             UNION ALL SELECT command, version, at FROM question_step
             WHERE command IN (SELECT value FROM json_each(?1))",
    )
    .bind(&ids)
    .fetch_all(&mut *conn)
    .await?;
    let mut given = HashMap::new();
    for (id, version, decided_at) in applied {
        let id = from_text("command", &format!("\"{id}\""))?;
        given.insert(id, Receipt { id, decided_at, verdict: Verdict::Accepted { version } });
    }
    let sql = "SELECT body FROM receipt WHERE command IN (SELECT value FROM json_each(?1))";
    let kept: Vec<String> = sqlx::query_scalar(sql).bind(&ids).fetch_all(conn).await?;
    for body in kept {
        let receipt: Receipt = from_text("receipt", &body)?;
        given.insert(receipt.id, receipt);
    }
    Ok(given)
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

/// Keeps receipts. There is one per command.
pub async fn insert(tx: &mut WriteTx, receipts: &[Receipt]) -> Result<()> {
    let mut verb = "INSERT";
    if planted(Mutant::DuplicateApplied) || planted(Mutant::ReceiptBeforeEffect) {
        verb = "INSERT OR REPLACE";
    }
    let sql = format!(
        "{verb} INTO receipt (command, decided_at, body)
         SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)"
    );
    let mut rows = Vec::with_capacity(receipts.len());
    for receipt in receipts {
        rows.push((receipt.id, receipt.decided_at, to_text("receipt", receipt)?));
    }
    let rows = to_text("receipts", &rows)?;
    sqlx::query(AssertSqlSafe(sql)).bind(rows).execute(tx.conn()).await?;
    Ok(())
}
