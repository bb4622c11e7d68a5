//! A search, with what ranks it for this person: their place, what they use, the season.

use std::collections::HashMap;
use std::sync::Arc;

use bangban_domain::time::Timestamp;
use bangban_search::{Error as IndexError, Filters, Found, Kind, Query};
use bangban_store::table::finding;

use crate::index::Kept;
use crate::{FinderError, Result};

/// How long something that was used counts.
const OF_LATE_MS: i64 = 90 * 24 * 3_600_000;

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

/// A kind as the store writes it.
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Matter => "matter",
        Kind::Situation => "situation",
        Kind::Material => "material",
        Kind::Knowledge => "knowledge",
        Kind::Statute => "statute",
        Kind::Reply => "reply",
        Kind::Case => "case",
    }
}

/// What is found.
pub(crate) async fn find(kept: &Arc<Kept>, asked: Asked) -> Result<Found> {
    let Some(index) = kept.open_index() else { return Ok(Found::default()) };
    let since = asked.now.plus_ms(-OF_LATE_MS);
    let used = finding::uses(&mut *kept.store.read().await?, since).await?;
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
    let kind = |word: &str| Kind::ALL.into_iter().find(|kind| kind_word(*kind) == word);
    used.into_iter().filter_map(|(word, key, uses)| Some(((kind(&word)?, key), uses))).collect()
}
