//! One search over everything, and what rests on a material or a law.

use std::collections::BTreeSet;
use std::ops::Range;

use bangban_domain::matter::Matter;
use bangban_finder::{Asked, MATERIAL, STATUTE, cited, situation_of, word};
use bangban_search::{Excerpt, Filters, Group, Hit, Kind, Reason};
use bangban_store::Connection;
use bangban_store::table::{
    directory, finding, knowledge as entries, matter as matters, own_reply, ticket,
};
use uuid::Uuid;

use super::library::{knowledge_row, matter_row};
use super::queue;
use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    Article, FoundExcerpt, FoundGroup, FoundHit, FoundReason, FoundRef, FoundUses, FoundWhat, Mark,
    Nothing, SearchFilters, SearchFound, SearchInput,
};
use crate::open::{Open, me, now};

const MOST_HITS: u32 = 50;
/// Records that the page of a material or a law lists.
const MOST_USES: u32 = 200;

/// What is found for what was typed.
pub async fn find(desk: &Desk, input: SearchInput) -> Result<SearchFound, ApiError> {
    let open = desk.open().await?;
    let kinds = if input.kinds.is_empty() { Kind::ALL.to_vec() } else { input.kinds };
    let limit = input.limit.min(MOST_HITS);
    let found = asked(&open, &input.text, kinds, filters(input.filters), limit).await?;
    let mut c = open.read().await?;
    let names = Names::load(&mut c).await?;
    let mut groups = Vec::new();
    for group in found.groups {
        groups.push(shown(&open, &mut c, &names, group).await?);
    }
    groups.retain(|group| !group.hits.is_empty());
    let behind = finding::behind(&mut c).await?;
    Ok(SearchFound { groups, corrected: found.corrected, behind })
}

/// Notes that the person opened something that was found, or put it into a reply.
pub async fn used(desk: &Desk, input: FoundRef) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    finding::used(&mut tx, &word(&input.kind), &input.key, now()).await?;
    tx.commit().await?;
    Ok(Nothing {})
}

/// The matters that ask for a material, or what rests on a law or document.
pub async fn uses(desk: &Desk, input: FoundRef) -> Result<FoundUses, ApiError> {
    let kind = match input.kind {
        Kind::Material => MATERIAL,
        Kind::Statute => STATUTE,
        _ => return Err(ApiError::new(Code::BadInput).with("field", "kind")),
    };
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let sources = finding::sources(&mut c, kind, &input.key, MOST_USES).await?;
    if sources.is_empty() {
        return Err(ApiError::new(Code::NotFound));
    }
    let mut uses = FoundUses {
        title: input.key.clone(),
        number: None,
        articles: Vec::new(),
        matters: Vec::new(),
        entries: Vec::new(),
    };
    for source in sources {
        match source.split_once(':') {
            Some(("matter", id)) => {
                uses.matters.extend(matters::get(&mut c, id).await?.map(|m| matter_row(&m, None)));
            }
            Some((_, id)) => {
                uses.entries.extend(entries::get(&mut c, id).await?.map(|e| knowledge_row(&e)));
            }
            None => {}
        }
    }
    if kind == STATUTE {
        articles(&mut c, &mut uses).await?;
    }
    Ok(uses)
}

/// What a law says, as the records cite it.
async fn articles(c: &mut Connection, uses: &mut FoundUses) -> Result<(), ApiError> {
    let mut articles = BTreeSet::new();
    for basis in cited(c, &uses.title).await? {
        uses.number = uses.number.take().or(basis.number);
        articles.extend(basis.article.map(|article| Article { article, text: basis.text }));
    }
    uses.articles = articles.into_iter().collect();
    Ok(())
}

/// A search for this person: their place and what they use decide the order.
pub(super) async fn asked(
    open: &Open,
    text: &str,
    kinds: Vec<Kind>,
    filters: Filters,
    limit: u32,
) -> Result<bangban_search::Found, ApiError> {
    let place = {
        let mut c = open.read().await?;
        let organisation = me(&mut c).await?.organisation;
        directory::organisation(&mut c, &organisation).await?.map(|found| found.division)
    };
    let asked = Asked {
        text: text.to_owned(),
        kinds,
        filters,
        limit: limit as usize,
        now: now(),
        place: place.unwrap_or_default(),
    };
    Ok(open.finder.find(asked).await?)
}

pub(super) fn filters(wanted: SearchFilters) -> Filters {
    Filters {
        departments: wanted.department.into_iter().collect(),
        objects: wanted.object.iter().map(word).collect(),
        themes: wanted.theme.into_iter().collect(),
        levels: wanted.level.iter().map(word).collect(),
        statuses: Vec::new(),
    }
}

async fn shown(
    open: &Open,
    c: &mut Connection,
    names: &Names,
    group: Group,
) -> Result<FoundGroup, ApiError> {
    let mut hits = Vec::new();
    for hit in group.hits {
        // What has gone since is not shown; the index hears of it in a moment.
        if let Some(what) = what(open, c, names, group.kind, &hit).await? {
            hits.push(found(what, hit));
        }
    }
    // What no longer holds never stands before what does.
    hits.sort_by_key(|hit| !holds(&hit.what));
    let total = u32::try_from(group.total_estimate).unwrap_or(u32::MAX);
    Ok(FoundGroup { kind: group.kind, hits, total })
}

async fn what(
    open: &Open,
    c: &mut Connection,
    names: &Names,
    kind: Kind,
    hit: &Hit,
) -> Result<Option<FoundWhat>, ApiError> {
    let key = hit.key.as_str();
    Ok(match kind {
        Kind::Matter => {
            let row = |matter: Matter| matter_row(&matter, found_as(&hit.reason));
            matters::get(c, key).await?.map(|matter| FoundWhat::Matter { row: row(matter) })
        }
        Kind::Situation => {
            let Some((id, situation)) = situation_of(key) else { return Ok(None) };
            let row = matters::get(c, id).await?.map(|matter| matter_row(&matter, None));
            row.map(|row| FoundWhat::Situation { row, situation: situation.to_owned() })
        }
        Kind::Material => {
            let matters = finding::count_sources(c, MATERIAL, key, "matter:").await?;
            (matters > 0).then_some(FoundWhat::Material { matters })
        }
        Kind::Statute => {
            let matters = finding::count_sources(c, STATUTE, key, "matter:").await?;
            let entries = finding::count_sources(c, STATUTE, key, "knowledge:").await?;
            (matters + entries > 0).then_some(FoundWhat::Statute { matters, entries })
        }
        Kind::Knowledge => entries::get(c, key)
            .await?
            .map(|entry| FoundWhat::Knowledge { row: knowledge_row(&entry) }),
        Kind::Reply => match Uuid::parse_str(key) {
            Ok(id) => {
                own_reply::get(c, id).await?.map(|own| FoundWhat::OwnReply { text: own.text })
            }
            Err(_) => entries::get(c, key)
                .await?
                .map(|entry| FoundWhat::Reply { row: knowledge_row(&entry) }),
        },
        Kind::Case => {
            let Ok(id) = Uuid::parse_str(key) else { return Ok(None) };
            let Some(found) = ticket::get(c, id).await? else { return Ok(None) };
            let seen = ticket::seen_version(c, id).await?;
            let row = Box::new(queue::row(open, names, found, seen, 0));
            Some(FoundWhat::Case { row })
        }
    })
}

fn holds(what: &FoundWhat) -> bool {
    use bangban_domain::knowledge::EntryStanding;
    use bangban_domain::matter::MatterState;
    match what {
        FoundWhat::Matter { row } | FoundWhat::Situation { row, .. } => {
            row.state == MatterState::InUse
        }
        FoundWhat::Knowledge { row } | FoundWhat::Reply { row } => {
            row.standing != EntryStanding::Expired
        }
        FoundWhat::Material { .. }
        | FoundWhat::Statute { .. }
        | FoundWhat::OwnReply { .. }
        | FoundWhat::Case { .. } => true,
    }
}

fn found(what: FoundWhat, hit: Hit) -> FoundHit {
    FoundHit {
        marks: marks(&hit.title, &hit.highlights),
        reason: reason(hit.reason),
        excerpt: hit.excerpt.map(excerpt),
        key: hit.key,
        title: hit.title,
        what,
    }
}

fn excerpt(found: Excerpt) -> FoundExcerpt {
    FoundExcerpt { marks: marks(&found.text, &found.highlights), text: found.text }
}

/// Popular name that a matter was found by, if it was.
pub(super) fn found_as(reason: &Reason) -> Option<String> {
    match reason {
        Reason::OtherName(name) => Some(name.clone()),
        _ => None,
    }
}

pub(super) fn reason(reason: Reason) -> FoundReason {
    match reason {
        Reason::Name => FoundReason::Name,
        Reason::OtherName(name) => FoundReason::OtherName(name),
        Reason::Synonym(word) => FoundReason::Synonym(word),
        Reason::Sound(name) => FoundReason::Sound(name),
        Reason::Passage(_) => FoundReason::Passage,
        Reason::Code(code) => FoundReason::Code(code),
    }
}

/// Ranges of characters as ranges of UTF-16 units, as a window counts.
fn marks(text: &str, highlights: &[Range<usize>]) -> Vec<Mark> {
    let mut units = vec![0_u32];
    for letter in text.chars() {
        let width = u32::try_from(letter.len_utf16()).unwrap_or(1);
        units.push(units.last().copied().unwrap_or(0) + width);
    }
    let unit = |at: usize| units.get(at).or(units.last()).copied().unwrap_or(0);
    highlights.iter().map(|mark| Mark { from: unit(mark.start), to: unit(mark.end) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_highlighted_is_counted_as_a_window_counts_characters_outside_the_common_plane_too() {
        let marked = marks("𠮷田办社保", &[0..1, 3..5]);
        assert_eq!(marked, [Mark { from: 0, to: 2 }, Mark { from: 4, to: 6 }]);
    }
}
