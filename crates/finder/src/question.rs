//! A search, with what ranks it for this person: their place, what they use, the season.

use std::collections::HashMap;
use std::sync::Arc;

use bangban_domain::knowledge::OF_LATE_MS;
use bangban_domain::time::Timestamp;
use bangban_search::{Error as IndexError, Filters, Found, Kind, Query};
use bangban_store::table::{entry_use, finding};

use crate::documents::word;
use crate::index::Kept;
use crate::{FinderError, Result};

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// As it is typed.
    pub text: String,
    /// Groups to look in.
    pub kinds: Vec<Kind>,
    /// What results must be.
    pub filters: Filters,
    /// Hits of a group.
    pub limit: usize,
    /// When.
    pub now: Timestamp,
    /// Division code of the person's own place; empty: none.
    pub place: String,
}

/// What is found.
pub(crate) async fn find(kept: &Arc<Kept>, asked: Asked) -> Result<Found> {
    let Some(index) = kept.open_index() else { return Ok(Found::default()) };
    let since = asked.now.plus_ms(-OF_LATE_MS);
    let (used, by_all) = {
        let mut c = kept.store.read().await?;
        (finding::uses(&mut c, since).await?, entry_use::usage(&mut c).await?)
    };
    let synonyms = kept.synonyms(&kept.store.rules());
    let found = kept
        .blocking(move || {
            index.find(&Query {
                text: &asked.text,
                kinds: &asked.kinds,
                filters: &asked.filters,
                limit_per_kind: asked.limit,
                today: asked.now.day(),
                place: &asked.place,
                uses: &uses(used),
                used_by_all: &by_all.entries,
                synonyms: &synonyms,
            })
        })
        .await;
    if let Err(FinderError::Index(IndexError::MustRebuild(_))) = found {
        kept.give_up();
        return Ok(Found::default());
    }
    found
}

fn uses(used: Vec<(String, String, u32)>) -> HashMap<(Kind, String), u32> {
    let kind = |named: &str| Kind::ALL.into_iter().find(|kind| word(kind) == named);
    used.into_iter().filter_map(|(named, key, uses)| Some(((kind(&named)?, key), uses))).collect()
}
