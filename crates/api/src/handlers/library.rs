//! The matter library and the knowledge base.

use std::collections::HashSet;

use bangban_domain::knowledge::{KnowledgeEntry, standing_of};
use bangban_domain::matter::Matter;
use bangban_store::table::matter::MatterFilter;
use bangban_store::table::{knowledge as entries, matter as matters};
use bangban_store::{Connection, search};

use super::sync_state::data_as_of;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    Facet, KeyInput, KnowledgePage, KnowledgeQuery, KnowledgeRow, KnowledgeView, LibraryFacets,
    MatterPage, MatterQuery, MatterRow, MatterView, Nothing,
};
use crate::open::now;

const MOST_ROWS: u32 = 200;
const EXCERPT_CHARS: usize = 80;

/// Searches the matter library.
pub async fn search_matters(desk: &Desk, query: MatterQuery) -> Result<MatterPage, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let filter = MatterFilter {
        department: query.department,
        level: query.level,
        theme: query.theme,
        object: query.object,
    };
    let passing = matters::keys(&mut c, &filter).await?;
    let keys = ranked(&mut c, search::Kind::Matter, &query.text, passing).await?;
    let mut rows = Vec::new();
    for key in window(&keys, query.offset, query.limit) {
        if let Some(found) = matters::get(&mut c, key).await? {
            rows.push(matter_row(&found, &query.text));
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
    let mut c = open.read().await?;
    let passing = entries::keys(&mut c, query.kind).await?;
    let keys = ranked(&mut c, search::Kind::Knowledge, &query.text, passing).await?;
    let mut rows = Vec::new();
    for key in window(&keys, query.offset, query.limit) {
        if let Some(found) = entries::get(&mut c, key).await? {
            rows.push(knowledge_row(&found));
        }
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
        linked.extend(matters::get(&mut c, key).await?.map(|found| matter_row(&found, "")));
    }
    Ok(KnowledgeView {
        standing: standing_of(&entry, now().day()),
        matters: linked,
        data_as_of: data_as_of(&mut c).await?,
        entry,
    })
}

/// The keys that pass the filter, best first when there is something to search for.
async fn ranked(
    c: &mut Connection,
    kind: search::Kind,
    text: &str,
    passing: Vec<String>,
) -> Result<Vec<String>, ApiError> {
    if !search::is_searchable(text) {
        return Ok(passing);
    }
    let passing: HashSet<String> = passing.into_iter().collect();
    let found = search::find(c, kind, text).await?;
    Ok(found.into_iter().filter(|key| passing.contains(key)).collect())
}

fn window(keys: &[String], offset: u32, limit: u32) -> &[String] {
    let start = (offset as usize).min(keys.len());
    let end = start.saturating_add(limit.min(MOST_ROWS) as usize).min(keys.len());
    &keys[start..end]
}

fn length(keys: &[String]) -> u32 {
    u32::try_from(keys.len()).unwrap_or(u32::MAX)
}

pub(super) fn matter_row(matter: &Matter, text: &str) -> MatterRow {
    let in_name = search::found_in(std::slice::from_ref(&matter.name), text).is_some();
    let popular = if in_name { None } else { search::found_in(&matter.popular_names, text) };
    MatterRow {
        id: matter.id.clone(),
        name: matter.name.clone(),
        found_as: popular.map(str::to_owned),
        kind: matter.kind,
        department: matter.department.clone(),
        level: matter.level,
        state: matter.state,
        handling_kind: matter.handling_kind,
        promised_days: matter.promised_days,
        materials: u32::try_from(matter.materials.len()).unwrap_or(u32::MAX),
    }
}

fn knowledge_row(entry: &KnowledgeEntry) -> KnowledgeRow {
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
