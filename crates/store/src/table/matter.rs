//! The matter library.

use std::collections::{BTreeMap, BTreeSet};

use bangban_domain::matter::{Level, Matter, ServiceObject};
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{from_body, rows, to_body, word};
use crate::{Result, WriteTx};

/// What the library is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct MatterFilter {
    /// Only this department, by name.
    pub department: Option<String>,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this theme.
    pub theme: Option<String>,
    /// Only for these people.
    pub object: Option<ServiceObject>,
}

/// One matter.
pub async fn get(c: &mut SqliteConnection, id: &str) -> Result<Option<Matter>> {
    let sql = "SELECT body FROM matter WHERE id = ?";
    let body: Option<String> = sqlx::query_scalar(sql).bind(id).fetch_optional(c).await?;
    body.map(|body| from_body(&body)).transpose()
}

/// A matter as it was in a version, if that version was ever here; the present one too.
pub async fn at_version(
    c: &mut SqliteConnection,
    id: &str,
    version: u32,
) -> Result<Option<Matter>> {
    let present = get(c, id).await?;
    if present.as_ref().is_some_and(|matter| matter.version == version) {
        return Ok(present);
    }
    let sql = "SELECT body FROM matter_version WHERE matter = ? AND version = ?";
    let body: Option<String> =
        sqlx::query_scalar(sql).bind(id).bind(version).fetch_optional(c).await?;
    body.map(|body| from_body(&body)).transpose()
}

/// The versions of a matter that were here before the present one, the newest first.
pub async fn earlier_versions(c: &mut SqliteConnection, id: &str) -> Result<Vec<Matter>> {
    let sql = "SELECT body FROM matter_version WHERE matter = ? ORDER BY version DESC LIMIT 50";
    let bodies: Vec<String> = sqlx::query_scalar(sql).bind(id).fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// Keys of the matters that pass `filter`, by level (nearest to the citizen first) and name.
pub async fn keys(c: &mut SqliteConnection, filter: &MatterFilter) -> Result<Vec<String>> {
    let sql = "SELECT id FROM matter
               WHERE (?1 IS NULL OR department = ?1)
                 AND (?2 IS NULL OR level = ?2)
                 AND (?3 IS NULL OR id IN (SELECT matter FROM matter_theme WHERE theme = ?3))
                 AND (?4 IS NULL OR EXISTS (
                     SELECT 1 FROM json_each(body, '$.objects') WHERE value = ?4))
               ORDER BY CASE level WHEN 'village' THEN 0 WHEN 'township' THEN 1 WHEN 'county' THEN 2
                   WHEN 'city' THEN 3 WHEN 'province' THEN 4 ELSE 5 END, name, id";
    Ok(sqlx::query_scalar(sql)
        .bind(&filter.department)
        .bind(filter.level.map(word).transpose()?)
        .bind(&filter.theme)
        .bind(filter.object.map(word).transpose()?)
        .fetch_all(c)
        .await?)
}

/// Departments with their number of matters, the largest first.
pub async fn departments(c: &mut SqliteConnection) -> Result<Vec<(String, u32)>> {
    counted(c, "SELECT department, count(*) FROM matter GROUP BY 1 ORDER BY 2 DESC, 1").await
}

/// Themes with their number of matters, the largest first.
pub async fn themes(c: &mut SqliteConnection) -> Result<Vec<(String, u32)>> {
    counted(c, "SELECT theme, count(*) FROM matter_theme GROUP BY 1 ORDER BY 2 DESC, 1").await
}

async fn counted(c: &mut SqliteConnection, sql: &'static str) -> Result<Vec<(String, u32)>> {
    Ok(sqlx::query_as(AssertSqlSafe(sql)).fetch_all(c).await?)
}

/// Every matter, by key.
pub async fn all(c: &mut SqliteConnection) -> Result<Vec<Matter>> {
    let bodies: Vec<String> =
        sqlx::query_scalar("SELECT body FROM matter ORDER BY id").fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// Number of matters.
pub async fn count(c: &mut SqliteConnection) -> Result<u32> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM matter").fetch_one(c).await?)
}

/// Matters that are written at once: a statement for each costs more than its row.
const TOGETHER: usize = 32;

/// Stores a matter.
pub async fn put(tx: &mut WriteTx, matter: &Matter) -> Result<()> {
    put_all(tx, std::slice::from_ref(matter)).await
}

/// Stores matters; of several with one id, the last.
pub async fn put_all(tx: &mut WriteTx, matters: &[Matter]) -> Result<()> {
    let mut newest: BTreeMap<&str, &Matter> = BTreeMap::new();
    newest.extend(matters.iter().map(|matter| (matter.id.as_str(), matter)));
    let newest: Vec<&Matter> = newest.into_values().collect();
    for some in newest.chunks(TOGETHER) {
        put_some(tx, some).await?;
    }
    Ok(())
}

/// What stays as it is in the indexes is left alone there: each page that is written is enciphered.
async fn put_some(tx: &mut WriteTx, matters: &[&Matter]) -> Result<()> {
    let here = filed(tx, matters).await?;
    let before = |matter: &Matter| here.get(&matter.id);
    let (stay, move_on): (Vec<&Matter>, Vec<&Matter>) = matters
        .iter()
        .partition(|matter| before(matter).is_some_and(|at| at.department == matter.department));
    put_rows(tx, &stay, "").await?;
    put_rows(tx, &move_on, "department = excluded.department,").await?;
    let themed = |matter: &&Matter| match before(matter) {
        Some(at) => at.themes != matter.themes.iter().cloned().collect(),
        None => !matter.themes.is_empty(),
    };
    let themed: Vec<&Matter> = matters.iter().copied().filter(themed).collect();
    put_themes(tx, &themed).await
}

/// Where a matter is found in the indexes.
struct Filed {
    department: String,
    themes: BTreeSet<String>,
}

/// Those of the matters that are here.
async fn filed(c: &mut SqliteConnection, matters: &[&Matter]) -> Result<BTreeMap<String, Filed>> {
    let sql = "SELECT id, department,
                   (SELECT json_group_array(theme) FROM matter_theme WHERE matter = id)
               FROM matter WHERE id IN (SELECT value FROM json_each(?))";
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(sql).bind(to_body(&ids(matters))?).fetch_all(c).await?;
    rows.into_iter()
        .map(|(id, department, themes)| Ok((id, Filed { department, themes: from_body(&themes)? })))
        .collect()
}

fn ids<'m>(matters: &[&'m Matter]) -> Vec<&'m str> {
    matters.iter().map(|matter| matter.id.as_str()).collect()
}

/// `filed`: what moves in the indexes.
async fn put_rows(tx: &mut WriteTx, matters: &[&Matter], filed: &str) -> Result<()> {
    if matters.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "INSERT INTO matter (id, name, department, level, state, body)
         VALUES {} ON CONFLICT (id) DO UPDATE SET {filed} name = excluded.name,
         level = excluded.level, state = excluded.state, body = excluded.body",
        rows("(?, ?, ?, ?, ?, ?)", matters.len())
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for matter in matters {
        query = query
            .bind(&matter.id)
            .bind(&matter.name)
            .bind(&matter.department)
            .bind(word(matter.level)?)
            .bind(word(matter.state)?)
            .bind(to_body(matter)?);
    }
    query.execute(&mut **tx).await?;
    Ok(())
}

async fn put_themes(tx: &mut WriteTx, matters: &[&Matter]) -> Result<()> {
    if matters.is_empty() {
        return Ok(());
    }
    let sql = "DELETE FROM matter_theme WHERE matter IN (SELECT value FROM json_each(?))";
    sqlx::query(sql).bind(to_body(&ids(matters))?).execute(&mut **tx).await?;
    let themes: Vec<(&str, &str)> = matters
        .iter()
        .flat_map(|matter| matter.themes.iter().map(|theme| (matter.id.as_str(), theme.as_str())))
        .collect();
    let sql = "INSERT OR IGNORE INTO matter_theme (matter, theme)
               SELECT value ->> 0, value ->> 1 FROM json_each(?)";
    sqlx::query(sql).bind(to_body(&themes)?).execute(&mut **tx).await?;
    Ok(())
}

/// Removes a matter.
pub async fn remove(tx: &mut WriteTx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM matter WHERE id = ?").bind(id).execute(&mut **tx).await?;
    Ok(())
}
