//! Questions that the knowledge base does not answer yet: what the platform last said, and how
//! they look here.

use bangban_domain::knowledge::{Question, QuestionId, clock};
use bangban_domain::rulebook::Rules;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{from_body, to_body, word};
use crate::{Result, StoreError, WriteTx};

/// A question as it looks here, unanswered steps included.
pub async fn get(c: &mut SqliteConnection, id: QuestionId) -> Result<Option<Question>> {
    let sql = "SELECT body FROM question WHERE id = ?";
    let body: Option<String> =
        sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(c).await?;
    body.map(|body| from_body(&body)).transpose()
}

/// A question as the platform last said; `None` while it is known only here.
pub async fn server(c: &mut SqliteConnection, id: QuestionId) -> Result<Option<Question>> {
    let sql = "SELECT server_body FROM question WHERE id = ?";
    let body: Option<Option<String>> =
        sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(c).await?;
    body.flatten().map(|body| from_body(&body)).transpose()
}

/// Whether it is here.
pub async fn is_known(c: &mut SqliteConnection, id: QuestionId) -> Result<bool> {
    let sql = "SELECT count(*) FROM question WHERE id = ?";
    let count: i64 = sqlx::query_scalar(sql).bind(id.to_string()).fetch_one(c).await?;
    Ok(count > 0)
}

/// All questions: the open ones by what is due first, ended ones the newest first.
pub async fn list(c: &mut SqliteConnection) -> Result<Vec<Question>> {
    let sql = "SELECT body FROM question
               ORDER BY due_at IS NULL, due_at, asked_at DESC LIMIT 1000";
    let bodies: Vec<String> = sqlx::query_scalar(sql).fetch_all(c).await?;
    bodies.iter().map(|body| from_body(body)).collect()
}

/// How many questions about an entry have not ended.
pub async fn open_about(c: &mut SqliteConnection, entry: &str) -> Result<u32> {
    let sql = "SELECT count(*) FROM question
               WHERE stage <> 'ended' AND body ->> '$.origin.entry' = ?";
    Ok(sqlx::query_scalar(sql).bind(entry).fetch_one(c).await?)
}

/// Forgets what the platform said about every question: it was restored and says it anew.
pub async fn forget_server(tx: &mut WriteTx) -> Result<()> {
    sqlx::query("UPDATE question SET server_version = 0, server_body = NULL")
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Questions that the platform has said nothing about.
pub async fn unknown_to_server(c: &mut SqliteConnection) -> Result<Vec<QuestionId>> {
    let sql = "SELECT id FROM question WHERE server_body IS NULL";
    let ids: Vec<String> = sqlx::query_scalar(sql).fetch_all(c).await?;
    ids.iter().map(|id| Uuid::parse_str(id).map_err(|_| StoreError::Damaged)).collect()
}

/// Stores what the platform says, and how it looks here.
pub async fn put(
    tx: &mut WriteTx,
    server: Option<&Question>,
    local: &Question,
    rules: &Rules,
) -> Result<()> {
    let sql = "INSERT INTO question (id, server_version, server_body, body, version, stage,
               asked_by, asked_at, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
               ON CONFLICT (id) DO UPDATE SET server_version = ?2, server_body = ?3, body = ?4,
               version = ?5, stage = ?6, asked_by = ?7, asked_at = ?8, due_at = ?9";
    sqlx::query(sql)
        .bind(local.id.to_string())
        .bind(server.map_or(0, |q| q.version))
        .bind(server.map(to_body).transpose()?)
        .bind(to_body(local)?)
        .bind(local.version)
        .bind(word(local.stage)?)
        .bind(local.asked_by.to_string())
        .bind(local.asked_at.0)
        .bind(clock(local, rules).map(|clock| clock.due_at.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Counts the clock of every question anew, after the limits or the calendar changed.
pub async fn recount(tx: &mut WriteTx, rules: &Rules) -> Result<()> {
    for question in list(tx).await? {
        sqlx::query("UPDATE question SET due_at = ? WHERE id = ?")
            .bind(clock(&question, rules).map(|clock| clock.due_at.0))
            .bind(question.id.to_string())
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Removes it.
pub async fn remove(tx: &mut WriteTx, id: QuestionId) -> Result<()> {
    sqlx::query("DELETE FROM question WHERE id = ?")
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}
