//! The search index: which records hold these words, best first.

use bangban_domain::knowledge::KnowledgeEntry;
use bangban_domain::matter::Matter;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::fold::{fold, index_text, match_all, match_any};
use crate::table::rows;
use crate::{Result, WriteTx};

/// What a search row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A matter.
    Matter,
    /// A knowledge entry.
    Knowledge,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Matter => "matter",
            Self::Knowledge => "knowledge",
        }
    }
}

/// The words of a record: what weighs much, and the rest.
pub struct Text {
    title: String,
    body: String,
}

/// The words of a matter.
pub fn matter_text(matter: &Matter) -> Text {
    let mut title = vec![matter.name.as_str()];
    title.extend(matter.popular_names.iter().map(String::as_str));
    let mut body = vec![matter.code.as_str(), matter.department.as_str()];
    body.extend(matter.themes.iter().map(String::as_str));
    body.extend(matter.conditions.iter().map(String::as_str));
    body.extend(matter.situations.iter().map(|s| s.name.as_str()));
    body.extend(matter.materials.iter().map(|m| m.name.as_str()));
    body.extend(matter.faq.iter().map(|f| f.question.as_str()));
    Text { title: title.join("\n"), body: body.join("\n") }
}

/// The words of a knowledge entry.
pub fn knowledge_text(entry: &KnowledgeEntry) -> Text {
    let mut title = vec![entry.title.as_str()];
    title.extend(entry.asked_as.iter().map(String::as_str));
    let mut body = vec![entry.department.as_str()];
    body.extend(entry.themes.iter().map(String::as_str));
    body.extend(entry.answer.iter().map(String::as_str));
    Text { title: title.join("\n"), body: body.join("\n") }
}

/// Stores the words of a record.
pub async fn put(tx: &mut WriteTx, kind: Kind, key: &str, text: Text) -> Result<()> {
    put_all(tx, kind, &[(key, text)]).await
}

/// Stores the words of records, each of them once, and few enough for one statement.
pub async fn put_all(tx: &mut WriteTx, kind: Kind, texts: &[(&str, Text)]) -> Result<()> {
    let keys: Vec<&str> = texts.iter().map(|(key, _)| *key).collect();
    let keys = serde_json::to_string(&keys)?;
    let sql = "DELETE FROM search WHERE rowid IN (SELECT id FROM search_row
               WHERE kind = ?1 AND key IN (SELECT value FROM json_each(?2)))";
    sqlx::query(sql).bind(kind.word()).bind(&keys).execute(&mut **tx).await?;
    let sql = "INSERT OR IGNORE INTO search_row (kind, key) SELECT ?1, value FROM json_each(?2)";
    sqlx::query(sql).bind(kind.word()).bind(&keys).execute(&mut **tx).await?;
    let sql = format!(
        "INSERT INTO search (rowid, title, text) VALUES {}",
        rows("((SELECT id FROM search_row WHERE kind = ? AND key = ?), ?, ?)", texts.len())
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for (key, Text { title, body }) in texts {
        query = query.bind(kind.word()).bind(*key).bind(index_text(title)).bind(index_text(body));
    }
    query.execute(&mut **tx).await?;
    Ok(())
}

/// Removes the words of a record.
pub async fn remove(tx: &mut WriteTx, kind: Kind, key: &str) -> Result<()> {
    let sql = "DELETE FROM search_row WHERE kind = ? AND key = ? RETURNING id";
    let id: Option<i64> =
        sqlx::query_scalar(sql).bind(kind.word()).bind(key).fetch_optional(&mut **tx).await?;
    if let Some(id) = id {
        sqlx::query("DELETE FROM search WHERE rowid = ?").bind(id).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Keys of the records that hold all the words, best first; when none does, of those that hold
/// some of them. Empty when `text` has nothing to search for.
pub async fn find(c: &mut SqliteConnection, kind: Kind, text: &str) -> Result<Vec<String>> {
    for expression in [match_all(text), match_any(text)].into_iter().flatten() {
        let keys = ranked(c, kind, &expression).await?;
        if !keys.is_empty() {
            return Ok(keys);
        }
    }
    Ok(Vec::new())
}

/// Whether `text` holds anything that can be searched for.
pub fn is_searchable(text: &str) -> bool {
    match_all(text).is_some()
}

/// The first of `names` that holds all of `text`, for saying why a record was found.
pub fn found_in<'a>(names: &'a [String], text: &str) -> Option<&'a str> {
    let wanted = fold(text);
    let parts: Vec<&str> = wanted.split_whitespace().collect();
    names.iter().map(String::as_str).find(|name| {
        let name = fold(name);
        parts.iter().all(|part| name.contains(part))
    })
}

async fn ranked(c: &mut SqliteConnection, kind: Kind, expression: &str) -> Result<Vec<String>> {
    // A word in a name says more than one in the text.
    let sql = "SELECT key FROM search JOIN search_row ON search_row.id = search.rowid
               WHERE search MATCH ? AND kind = ? ORDER BY bm25(search, 8.0, 1.0), key LIMIT 1000";
    Ok(sqlx::query_scalar(sql).bind(expression).bind(kind.word()).fetch_all(c).await?)
}
