//! The matter library and the knowledge base.

use std::collections::HashSet;

use bangban_domain::knowledge::{KnowledgeEntry, standing_of};
use bangban_domain::matter::Matter;
use bangban_search::{Filters, Hit, Kind, MAX_LIMIT};
use bangban_store::table::matter::MatterFilter;
use bangban_store::table::{entry_use, knowledge as entries, matter as matters, question};

use super::search;
use super::sync_state::data_as_of;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    Facet, KeyInput, KnowledgePage, KnowledgeQuery, KnowledgeRow, KnowledgeView, LibraryFacets,
    MatterPage, MatterQuery, MatterRow, MatterView, Nothing, SearchFilters,
};
use crate::open::{Open, now};

const MOST_ROWS: u32 = 200;
const EXCERPT_CHARS: usize = 80;

/// Something in a list, and the popular name it was found by, if it was.
struct Listed {
    key: String,
    found_as: Option<String>,
}

/// Searches the matter library.
pub async fn search_matters(desk: &Desk, query: MatterQuery) -> Result<MatterPage, ApiError> {
    let open = desk.open().await?;
    let filters = SearchFilters {
        department: query.department,
        level: query.level,
        theme: query.theme,
        object: query.object,
    };
    let keys = if query.text.trim().is_empty() {
        let filter = MatterFilter {
            department: filters.department,
            level: filters.level,
            theme: filters.theme,
            object: filters.object,
        };
        listed(matters::keys(&mut *open.read().await?, &filter).await?)
    } else {
        found(&open, &query.text, vec![Kind::Matter], search::filters(filters)).await?
    };
    let mut c = open.read().await?;
    let mut rows = Vec::new();
    for listed in window(&keys, query.offset, query.limit) {
        if let Some(found) = matters::get(&mut c, &listed.key).await? {
            rows.push(matter_row(&found, listed.found_as.clone()));
        }
    }
    Ok(MatterPage { rows, total: length(&keys), offset: query.offset })
}

/// A whole matter.
pub async fn matter(desk: &Desk, input: KeyInput) -> Result<MatterView, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let matter = matters::get(&mut c, &input.id).await?.ok_or_else(not_found)?;
    let knowledge = entries::of_matter(&mut c, &matter.id).await?;
    Ok(MatterView {
        knowledge: knowledge.iter().map(knowledge_row).collect(),
        data_as_of: data_as_of(&mut c).await?,
        matter,
    })
}

/// What the library can be narrowed by.
pub async fn facets(desk: &Desk, _: Nothing) -> Result<LibraryFacets, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let facet = |(name, count)| Facet { name, count };
    Ok(LibraryFacets {
        departments: matters::departments(&mut c).await?.into_iter().map(facet).collect(),
        themes: matters::themes(&mut c).await?.into_iter().map(facet).collect(),
        matters: matters::count(&mut c).await?,
        knowledge: entries::count(&mut c).await?,
        data_as_of: data_as_of(&mut c).await?,
    })
}

/// Searches the knowledge base.
pub async fn search_knowledge(
    desk: &Desk,
    query: KnowledgeQuery,
) -> Result<KnowledgePage, ApiError> {
    let open = desk.open().await?;
    let passing = entries::keys(&mut *open.read().await?, query.kind).await?;
    let keys = if query.text.trim().is_empty() {
        listed(passing)
    } else {
        let kinds = vec![Kind::Knowledge, Kind::Reply];
        let mut keys = found(&open, &query.text, kinds, Filters::default()).await?;
        let passing: HashSet<String> = passing.into_iter().collect();
        keys.retain(|listed| passing.contains(&listed.key));
        keys
    };
    let mut c = open.read().await?;
    let mut rows = Vec::new();
    for listed in window(&keys, query.offset, query.limit) {
        rows.extend(entries::get(&mut c, &listed.key).await?.map(|found| knowledge_row(&found)));
    }
    Ok(KnowledgePage { rows, total: length(&keys), offset: query.offset })
}

/// A whole entry.
pub async fn knowledge(desk: &Desk, input: KeyInput) -> Result<KnowledgeView, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let entry = entries::get(&mut c, &input.id).await?.ok_or_else(not_found)?;
    let mut linked = Vec::new();
    for key in &entry.matters {
        linked.extend(matters::get(&mut c, key).await?.map(|found| matter_row(&found, None)));
    }
    Ok(KnowledgeView {
        standing: standing_of(&entry, now().day()),
        text: entry.answer_text(),
        matters: linked,
        uses: entry_use::of(&mut c, &entry.id).await?,
        open_questions: question::open_about(&mut c, &entry.id).await?,
        data_as_of: data_as_of(&mut c).await?,
        entry,
    })
}

fn listed(keys: Vec<String>) -> Vec<Listed> {
    keys.into_iter().map(|key| Listed { key, found_as: None }).collect()
}

/// What is found for a text, best first, whatever group it is of.
async fn found(
    open: &Open,
    text: &str,
    kinds: Vec<Kind>,
    filters: Filters,
) -> Result<Vec<Listed>, ApiError> {
    let most = u32::try_from(MAX_LIMIT).unwrap_or(u32::MAX);
    let found = search::asked(open, text, kinds, filters, most).await?;
    let mut hits: Vec<Hit> = found.groups.into_iter().flat_map(|group| group.hits).collect();
    hits.sort_by(|one, other| other.score.total_cmp(&one.score));
    let listed = |hit: Hit| Listed { found_as: search::found_as(&hit.reason), key: hit.key };
    Ok(hits.into_iter().map(listed).collect())
}

fn window(keys: &[Listed], offset: u32, limit: u32) -> &[Listed] {
    let start = (offset as usize).min(keys.len());
    let end = start.saturating_add(limit.min(MOST_ROWS) as usize).min(keys.len());
    &keys[start..end]
}

fn length(keys: &[Listed]) -> u32 {
    u32::try_from(keys.len()).unwrap_or(u32::MAX)
}

/// A matter as a line of a list; `found_as`: the popular name it was found by.
pub(super) fn matter_row(matter: &Matter, found_as: Option<String>) -> MatterRow {
    MatterRow {
        id: matter.id.clone(),
        name: matter.name.clone(),
        found_as,
        kind: matter.kind,
        department: matter.department.clone(),
        level: matter.level,
        state: matter.state,
        handling_kind: matter.handling_kind,
        promised_days: matter.promised_days,
        materials: u32::try_from(matter.materials.len()).unwrap_or(u32::MAX),
    }
}

pub(super) fn knowledge_row(entry: &KnowledgeEntry) -> KnowledgeRow {
    KnowledgeRow {
        id: entry.id.clone(),
        title: entry.title.clone(),
        kind: entry.kind,
        department: entry.department.clone(),
        excerpt: entry.answer.join(" ").chars().take(EXCERPT_CHARS).collect(),
        standing: standing_of(entry, now().day()),
    }
}

fn not_found() -> ApiError {
    ApiError::new(Code::NotFound)
}
