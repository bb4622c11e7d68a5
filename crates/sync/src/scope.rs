//! What lies within a person's scope changes: what has left it goes from this machine, except work
//! that the platform has not got yet.

use bangban_domain::rulebook::Rules;
use bangban_protocol::Head;
use bangban_store::table::{audit, cursor, meta, ticket, whole};
use bangban_store::{Store, WriteTx, replay};

use crate::snapshot::LIBRARY;
use crate::{Result, SyncError, clock};

/// Takes `heads` as the whole of the scope.
pub async fn keep_to(store: &Store, heads: &[Head], rules: &Rules) -> Result<()> {
    let known = cursor::all(&mut *store.read().await?).await?;
    let within = |partition: &str| heads.iter().any(|head| head.partition == partition);
    let left: Vec<_> = known.into_iter().filter(|cursor| !within(&cursor.partition)).collect();
    // A platform that answers with nothing at all is not believed.
    if left.is_empty() || heads.is_empty() {
        return Ok(());
    }
    let mut tx = store.write().await?;
    for cursor in &left {
        if cursor.partition != LIBRARY {
            let gone = leave_region(&mut tx, rules).await?;
            let detail = format!("tickets={gone}");
            let (subject, at) = (Some(cursor.partition.as_str()), clock::now());
            audit::add(&mut tx, at, None, "scope_left", subject, Some(&detail)).await?;
        }
        cursor::remove(&mut tx, &cursor.partition).await?;
    }
    let names: Vec<&str> = heads.iter().map(|head| head.partition.as_str()).collect();
    let names = serde_json::to_string(&names).map_err(|_| SyncError::Malformed("partitions"))?;
    meta::set(&mut tx, meta::PARTITIONS, &names).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets the tickets of a region. A station has one at a time.
async fn leave_region(tx: &mut WriteTx, rules: &Rules) -> Result<usize> {
    ticket::forget_server(tx).await?;
    let all = ticket::unknown_to_server(tx).await?;
    for id in &all {
        // What waits in the outbox keeps its ticket; every other one goes.
        replay::refresh(tx, *id, rules).await?;
    }
    whole::let_files_go(tx).await?;
    Ok(all.len())
}
