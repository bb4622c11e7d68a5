//! Questions that the knowledge base does not answer yet, and what was done to them.

use bangban_domain::directory::StaffId;
use bangban_domain::knowledge::{Question, QuestionId, StepLine};
use bangban_protocol::RecordKind;
use sqlx::SqliteExecutor;
use uuid::Uuid;

use super::{LIBRARY, Result, WriteTx, feed, from_text, to_text};

/// The question with this identity.
pub async fn get(conn: impl SqliteExecutor<'_>, id: QuestionId) -> Result<Option<Question>> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM question WHERE id = ?1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    body.map(|text| from_text("question", &text)).transpose()
}

/// Whether anyone did something to it after `version` that `actor` cannot have seen at `station`.
pub async fn moved_on(
    conn: impl SqliteExecutor<'_>,
    id: QuestionId,
    version: u32,
    actor: StaffId,
    station: Uuid,
) -> Result<bool> {
    let count: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM question_step WHERE question = ?1 AND version > ?2
         AND (actor <> ?3 OR coalesce(station, ?4) <> ?4)",
    )
    .bind(id.to_string())
    .bind(version)
    .bind(actor.to_string())
    .bind(station.to_string())
    .fetch_one(conn)
    .await?;
    Ok(count > 0)
}

/// Number under which the library told of a step: `None` when there is no such step, and inside it
/// when the feed no longer goes back so far.
pub async fn number_of_step(
    conn: impl SqliteExecutor<'_>,
    command: Uuid,
) -> Result<Option<Option<u64>>> {
    let seq: Option<Option<i64>> = sqlx::query_scalar(
        "SELECT (SELECT min(seq) FROM feed
                 WHERE partition = ?2 AND kind = 'question' AND key = step.question
                 AND json_extract(body, '$.version') >= step.version)
         FROM question_step AS step WHERE command = ?1",
    )
    .bind(command.to_string())
    .bind(LIBRARY)
    .fetch_optional(conn)
    .await?;
    Ok(seq.map(|seq| seq.map(i64::cast_unsigned)))
}

/// Writes a question with the step that led to it, and tells the stations.
pub async fn put(
    tx: &mut WriteTx,
    question: &Question,
    step: &StepLine,
    station: Uuid,
) -> Result<()> {
    let id = question.id.to_string();
    sqlx::query(
        "INSERT INTO question (id, version, body) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET version = ?2, body = ?3",
    )
    .bind(&id)
    .bind(question.version)
    .bind(to_text("question", question)?)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "INSERT INTO question_step (command, question, version, at, actor, station)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .bind(step.id.to_string())
    .bind(&id)
    .bind(question.version)
    .bind(step.at.0)
    .bind(step.by.to_string())
    .bind(station.to_string())
    .execute(tx.conn())
    .await?;
    feed::publish(tx, LIBRARY, RecordKind::Question, &id, question).await
}
