//! The lasting word on each command.

use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::Receipt;
use sqlx::SqliteExecutor;
use uuid::Uuid;

use super::{Result, WriteTx, from_text, to_text};

/// The receipt that was given for this command.
pub async fn get(conn: impl SqliteExecutor<'_>, command: Uuid) -> Result<Option<Receipt>> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM receipt WHERE command = ?1")
        .bind(command.to_string())
        .fetch_optional(conn)
        .await?;
    body.map(|text| from_text("receipt", &text)).transpose()
}

/// Keeps a receipt. There is one per command, for good.
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
