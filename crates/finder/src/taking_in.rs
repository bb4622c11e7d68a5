//! Takes changes into the index, in order, in the background.

use std::sync::Arc;
use std::time::Duration;

use bangban_search::Error as IndexError;
use bangban_store::table::finding::{self, Todo};
use bangban_store::table::meta;

use crate::documents::{Change, Reader};
use crate::index::Kept;
use crate::{FinderError, Result, named};

/// Changes that become searchable together: a commit of the index costs as much as many of them.
const TOGETHER: u32 = 2_000;
/// Records whose names are noted in one transaction: a person's own writing waits meanwhile.
const NAMED_TOGETHER: usize = 100;
/// Writing comes in bursts; the index is not committed for each piece.
const SETTLE: Duration = Duration::from_millis(150);
/// After an error, e.g. a full disk.
const TRY_AGAIN: Duration = Duration::from_secs(20);
/// After so many at once, the parts of the index are put together.
const MANY: u64 = 5_000;

/// Works until it is aborted.
pub(crate) async fn work(kept: Arc<Kept>) {
    let mut commits = kept.store.commits();
    let mut taken = 0;
    let mut given_up = false;
    loop {
        let done = take_in(&kept).await;
        // One that is made anew and cannot be used either is no accident: then it waits as well.
        let is_first = !std::mem::replace(&mut given_up, done.is_err());
        match done {
            Ok(0) => {
                if taken >= MANY {
                    compact(&kept).await;
                }
                taken = 0;
                tokio::select! {
                    changed = commits.changed() => if changed.is_err() { return },
                    () = kept.given_up.notified() => {}
                }
                tokio::time::sleep(SETTLE).await;
            }
            Ok(count) => taken += count,
            Err(FinderError::Ended) => return,
            Err(error) => {
                tracing::warn!(%error, "the search index is not kept in step");
                let unusable = matches!(error, FinderError::Index(IndexError::MustRebuild(_)));
                if unusable {
                    kept.give_up();
                }
                if !(unusable && is_first) {
                    tokio::time::sleep(TRY_AGAIN).await;
                }
            }
        }
    }
}

/// Takes in the next changes, and says how many.
async fn take_in(kept: &Arc<Kept>) -> Result<u64> {
    let index = kept.fitting_index().await?;
    let mark = i64::try_from(index.watermark()?).unwrap_or(i64::MAX);
    let todo = finding::todo(&mut *kept.store.read().await?, mark, TOGETHER).await?;
    let Some(last) = todo.last().map(|change| change.id) else { return Ok(0) };
    for some in todo.chunks(NAMED_TOGETHER) {
        note_names(kept, some).await?;
    }
    let changes = changes(kept, &todo).await?;
    let watermark = u64::try_from(last).unwrap_or_default();
    kept.blocking(move || {
        index.write::<IndexError>(watermark, |batch| {
            for change in changes {
                match change {
                    Change::Put(document) => batch.put(*document)?,
                    Change::Remove(kind, key) => batch.remove(kind, &key)?,
                }
            }
            Ok(())
        })
    })
    .await?;
    let mut tx = kept.store.write().await?;
    finding::done(&mut tx, last).await?;
    meta::set(&mut tx, meta::SEARCH_TAKEN, &last.to_string()).await?;
    tx.commit().await?;
    kept.taken_in.send_modify(|count| *count += 1);
    Ok(todo.len() as u64)
}

/// Notes which situations, materials and laws the changed records name now.
async fn note_names(kept: &Kept, todo: &[Todo]) -> Result<()> {
    let records: Vec<&Todo> = todo.iter().filter(|change| named::may_name(change)).collect();
    if records.is_empty() {
        return Ok(());
    }
    let mut tx = kept.store.write().await?;
    for change in records {
        let named = named::of(&mut tx, change).await?;
        finding::names(&mut tx, &named::source(change), &named).await?;
    }
    Ok(tx.commit().await?)
}

async fn changes(kept: &Kept, todo: &[Todo]) -> Result<Vec<Change>> {
    let rules = kept.store.rules();
    let mut reader = Reader::new(kept.store.read().await?, &rules).await?;
    let mut changes = Vec::with_capacity(todo.len());
    for change in todo {
        reader.read(change, &mut changes).await?;
    }
    Ok(changes)
}

async fn compact(kept: &Arc<Kept>) {
    let Some(index) = kept.open_index() else { return };
    if let Err(error) = kept.blocking(move || index.compact()).await {
        tracing::warn!(%error, "the search index could not be put together");
    }
}
