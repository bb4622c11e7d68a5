//! What two runs of a seed are compared by.

use std::fmt::Write as _;

use anyhow::Result;

use super::central::Central;
use crate::world::World;

/// Everything that is left of a history, as text: what two runs of a seed are compared by.
pub async fn remains(world: &World) -> Result<String> {
    let mut text = world.log.numbered();
    let central = Central::of(world).await?;
    for (partition, seq, kind, key, body) in &central.feed {
        let body = body.as_deref().unwrap_or("-");
        writeln!(text, "{partition} {seq} {kind} {key} {body}")?;
    }
    for (number, station) in world.stations.iter().enumerate() {
        let store = station.store()?;
        let mut reader = store.read().await?;
        let sql = "SELECT id || ' ' || state || ' ' || coalesce(version, '-') || ' ' ||
                   attempts || ' ' || coalesce(receipt, '-') FROM outbox ORDER BY station_seq";
        let outbox: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        let sql = "SELECT body || coalesce(server_body, '-') FROM ticket ORDER BY id";
        let tickets: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        let sql = "SELECT body || coalesce(server_body, '-') FROM question ORDER BY id";
        let questions: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        let sql = "SELECT id || kind || at FROM notice ORDER BY id";
        let notices: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        for line in outbox.iter().chain(&tickets).chain(&questions).chain(&notices) {
            writeln!(text, "{number} {line}")?;
        }
    }
    Ok(world.log.plain(&text))
}
