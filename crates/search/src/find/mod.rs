//! Finding: read the question, take some candidates of each group by their words, rank them by
//! how well their names answer, and show why.

mod candidates;
mod heard;
mod question;
mod rank;
mod respelt;
mod show;
mod statistics;
mod stored;
mod terms;

use std::panic::{AssertUnwindSafe, catch_unwind};

use tantivy::Searcher;

use crate::document::Kind;
use crate::error::{DAMAGED, Error};
use crate::index::Index;
use crate::query::{Found, Group, Hit, MAX_LIMIT, Query, Reason};
use question::Question;

pub use show::highlight;

impl Index {
    /// What answers `query`, best first in each group. Nothing for a text without any letter.
    ///
    /// [`Error::MustRebuild`] when a file turns out to be damaged.
    pub fn find(&self, query: &Query<'_>) -> Result<Found, Error> {
        let searcher = self.searcher();
        // The engine expects what it wrote; a damaged file may make it panic instead of failing.
        let found = catch_unwind(AssertUnwindSafe(|| self.find_in(&searcher, query)));
        found.unwrap_or(Err(DAMAGED))
    }

    fn find_in(&self, searcher: &Searcher, query: &Query<'_>) -> Result<Found, Error> {
        let question = Question::read(query.text, query.synonyms);
        if question.is_empty() {
            return Ok(Found::default());
        }
        let groups = self.groups(searcher, query, &question)?;
        if groups.iter().any(|group| group.is_sure) {
            return Ok(Found { groups: shown(groups), corrected: None });
        }
        let Some(other) = respelt::respelt(self, searcher, query)? else {
            return Ok(Found { groups: shown(groups), corrected: None });
        };
        let question = Question::read(&other, query.synonyms);
        let groups = self.groups(searcher, query, &question)?;
        Ok(Found { groups: shown(groups), corrected: Some(other) })
    }

    /// The groups.
    fn groups(
        &self,
        searcher: &Searcher,
        query: &Query<'_>,
        question: &Question,
    ) -> Result<Vec<Ranked>, Error> {
        let mut kinds = query.kinds.to_vec();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.retain(|kind| !matches!(searcher.doc_freq(&self.fields.group(*kind)), Ok(0)));
        // Groups share nothing, and the two large ones take nearly all the time: at once.
        std::thread::scope(|scope| {
            let find = |kind| scope.spawn(move || self.group(searcher, query, question, kind));
            let threads: Vec<_> = kinds.into_iter().map(find).collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or(Err(DAMAGED))).collect()
        })
    }

    fn group(
        &self,
        searcher: &Searcher,
        query: &Query<'_>,
        question: &Question,
        kind: Kind,
    ) -> Result<Ranked, Error> {
        let candidates = candidates::take(self, searcher, query, question, kind)?;
        let ranked = rank::rank(&candidates, query, question, kind);
        let is_sure = ranked.iter().any(|found| found.seen >= rank::SURE);
        let whole = ranked.iter().filter(|found| !found.lone).count();
        let limit = query.limit_per_kind.min(MAX_LIMIT);
        let mut hits = Vec::new();
        for found in ranked.into_iter().take(limit) {
            let hit = show::hit(self, searcher, question, &found)?;
            // One character of several is an answer only where the text holds more of them.
            if !found.lone || show::marked(&hit) > 1 {
                hits.push((hit, found.seen));
            }
        }
        let total = whole.max(hits.len());
        Ok(Ranked { kind, hits, total, is_sure })
    }
}

/// What was found of one kind, each with the share of the question that its name holds.
struct Ranked {
    kind: Kind,
    hits: Vec<(Hit, f32)>,
    total: usize,
    /// Something in it holds what was typed.
    is_sure: bool,
}

/// Where one group holds what was typed, the others show no chance finds.
fn shown(groups: Vec<Ranked>) -> Vec<Group> {
    let is_sure = groups.iter().any(|group| group.is_sure);
    let shown = groups.into_iter().map(|group| {
        let is_all = group.is_sure || !is_sure;
        let before = group.hits.len();
        let is_shown = |(hit, seen): &(Hit, f32)| {
            let prose = matches!(hit.reason, Reason::Passage(_) | Reason::Code(_));
            is_all || prose || *seen >= rank::BESIDE
        };
        let hits: Vec<Hit> = group.hits.into_iter().filter(is_shown).map(|(hit, _)| hit).collect();
        let total_estimate = if hits.len() < before { hits.len() } else { group.total };
        Group { kind: group.kind, hits, total_estimate }
    });
    shown.filter(|group| !group.hits.is_empty()).collect()
}
