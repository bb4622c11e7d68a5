//! The knowledge base.

use bangban_domain::knowledge::{KnowledgeEntry, KnowledgeKind};
use sqlx::SqliteConnection;

use super::{from_body, to_body, word};
use crate::{Result, WriteTx};

/// One entry.
pub async fn get(c: &mut SqliteConnection, id: &str) -> Result<Option<KnowledgeEntry>> {
    let sql = "SELECT body FROM knowledge WHERE id = ?";
    let body: Option<String> = sqlx::query_scalar(sql).bind(id).fetch_optional(c).await?;
    body.map(|body| from_body(&body)).transpose()
}

/// Keys of the entries of a kind, or of all: those that are used most, then by title.
pub async fn keys(c: &mut SqliteConnection, kind: Option<KnowledgeKind>) -> Result<Vec<String>> {
    let sql = "SELECT id FROM knowledge LEFT JOIN entry_use ON entry = id
               WHERE (?1 IS NULL OR kind = ?1) ORDER BY coalesce(uses, 0) DESC, title, id";
    Ok(sqlx::query_scalar(sql).bind(kind.map(word).transpose()?).fetch_all(c).await?)
}

/// Entries that belong to a matter: those that are used most, then by title.
pub async fn of_matter(c: &mut SqliteConnection, matter: &str) -> Result<Vec<KnowledgeEntry>> {
    let sql = "SELECT body FROM knowledge JOIN knowledge_matter ON knowledge.id = knowledge
               LEFT JOIN entry_use ON entry = id
               WHERE matter = ? ORDER BY coalesce(uses, 0) DESC, title";
    let bodies: Vec<String> = sqlx::query_scalar(sql).bind(matter).fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// Number of entries.
pub async fn count(c: &mut SqliteConnection) -> Result<u32> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM knowledge").fetch_one(c).await?)
}

/// Stores an entry.
pub async fn put(tx: &mut WriteTx, entry: &KnowledgeEntry) -> Result<()> {
    let sql = "INSERT INTO knowledge (id, title, kind, body) VALUES (?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind,
               body = excluded.body";
    sqlx::query(sql)
        .bind(&entry.id)
        .bind(&entry.title)
        .bind(word(entry.kind)?)
        .bind(to_body(entry)?)
        .execute(&mut **tx)
        .await?;
    sqlx::query("DELETE FROM knowledge_matter WHERE knowledge = ?")
        .bind(&entry.id)
        .execute(&mut **tx)
        .await?;
    for matter in &entry.matters {
        sqlx::query("INSERT OR IGNORE INTO knowledge_matter (knowledge, matter) VALUES (?, ?)")
            .bind(&entry.id)
            .bind(matter)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Removes an entry.
pub async fn remove(tx: &mut WriteTx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM knowledge WHERE id = ?").bind(id).execute(&mut **tx).await?;
    Ok(())
}
