//! What holds for the whole database: its epoch, and whether it is the sample.

use sqlx::{SqliteExecutor, SqlitePool};
use uuid::Uuid;

use super::{Result, WriteTx};

/// Gives a new database its epoch. Part of opening: no transaction is open yet.
pub(super) async fn ensure(write: &SqlitePool) -> Result<()> {
    sqlx::query("INSERT INTO meta (one, epoch) VALUES (1, ?1) ON CONFLICT DO NOTHING")
        .bind(Uuid::new_v4().to_string())
        .execute(write)
        .await?;
    Ok(())
}

/// The epoch: changes when the platform was restored from a backup.
pub async fn epoch(conn: impl SqliteExecutor<'_>) -> Result<Uuid> {
    let text: String = sqlx::query_scalar("SELECT epoch FROM meta").fetch_one(conn).await?;
    Uuid::parse_str(&text).map_err(|_| super::Error::Body { what: "epoch", column: 0 })
}

/// Begins a new epoch. Every station then takes a fresh snapshot and offers again what it sent.
pub async fn renew_epoch(tx: &mut WriteTx) -> Result<Uuid> {
    let epoch = Uuid::new_v4();
    sqlx::query("UPDATE meta SET epoch = ?1").bind(epoch.to_string()).execute(tx.conn()).await?;
    Ok(epoch)
}

/// Whether the data is the shipped sample.
pub async fn is_sample(conn: impl SqliteExecutor<'_>) -> Result<bool> {
    Ok(sqlx::query_scalar("SELECT sample FROM meta").fetch_one(conn).await?)
}

/// Marks the data as the shipped sample.
pub async fn mark_sample(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("UPDATE meta SET sample = 1").execute(tx.conn()).await?;
    Ok(())
}
