//! Runs through sample cases. They belong to the person and stay on this machine.

use bangban_domain::practice::{PracticeScore, TrialRun};
use bangban_domain::time::Timestamp;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{from_body, to_body};
use crate::{Result, StoreError, WriteTx};

/// Runs that are read at most.
const MOST: u32 = 500;

/// A run.
#[derive(Debug, Clone, PartialEq)]
pub struct PracticeRun {
    /// Identity.
    pub id: Uuid,
    /// Key of the sample case.
    pub case: String,
    /// When it began.
    pub begun_at: Timestamp,
    /// What the person did.
    pub run: TrialRun,
    /// When it was handed in, and what it was worth.
    pub handed_in: Option<(Timestamp, PracticeScore)>,
}

/// A run that was handed in, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Identity.
    pub id: Uuid,
    /// Key of the sample case.
    pub case: String,
    /// When it was handed in.
    pub at: Timestamp,
    /// What it was worth.
    pub points: u32,
}

type Row = (String, String, i64, String, Option<i64>, Option<String>);

/// A run by its identity.
pub async fn get(c: &mut SqliteConnection, id: Uuid) -> Result<Option<PracticeRun>> {
    let sql = "SELECT id, case_id, begun_at, body, handed_in_at, score FROM practice_run
               WHERE id = ?";
    let row: Option<Row> = sqlx::query_as(sql).bind(id.to_string()).fetch_optional(c).await?;
    row.map(read).transpose()
}

/// The unfinished run of a case.
pub async fn unfinished(c: &mut SqliteConnection, case: &str) -> Result<Option<PracticeRun>> {
    let sql = "SELECT id, case_id, begun_at, body, handed_in_at, score FROM practice_run
               WHERE case_id = ? AND handed_in_at IS NULL";
    let row: Option<Row> = sqlx::query_as(sql).bind(case).fetch_optional(c).await?;
    row.map(read).transpose()
}

/// Every run there is.
pub async fn all(c: &mut SqliteConnection) -> Result<Vec<PracticeRun>> {
    let sql = "SELECT id, case_id, begun_at, body, handed_in_at, score FROM practice_run";
    let rows: Vec<Row> = sqlx::query_as(sql).fetch_all(c).await?;
    rows.into_iter().map(read).collect()
}

/// The cases that have an unfinished run.
pub async fn cases_under_way(c: &mut SqliteConnection) -> Result<Vec<String>> {
    let sql = "SELECT case_id FROM practice_run WHERE handed_in_at IS NULL";
    Ok(sqlx::query_scalar(sql).fetch_all(c).await?)
}

/// What was handed in, the last first.
pub async fn past(c: &mut SqliteConnection) -> Result<Vec<Past>> {
    let sql = "SELECT id, case_id, handed_in_at, points FROM practice_run
               WHERE handed_in_at IS NOT NULL ORDER BY handed_in_at DESC, id DESC LIMIT ?";
    let rows: Vec<(String, String, i64, u32)> = sqlx::query_as(sql).bind(MOST).fetch_all(c).await?;
    let read = |(id, case, at, points): (String, String, i64, u32)| {
        Ok(Past { id: identity(&id)?, case, at: Timestamp(at), points })
    };
    rows.into_iter().map(read).collect()
}

/// Keeps a run, in place of the one with its identity.
pub async fn put(tx: &mut WriteTx, run: &PracticeRun) -> Result<()> {
    let sql = "INSERT INTO practice_run (id, case_id, begun_at, body, handed_in_at, points, score)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
               ON CONFLICT (id) DO UPDATE SET body = ?4, handed_in_at = ?5, points = ?6, score = ?7";
    let handed_in = run.handed_in.as_ref();
    let score = handed_in.map(|(_, score)| to_body(score)).transpose()?;
    sqlx::query(sql)
        .bind(run.id.to_string())
        .bind(&run.case)
        .bind(run.begun_at.0)
        .bind(to_body(&run.run)?)
        .bind(handed_in.map(|(at, _)| at.0))
        .bind(handed_in.map(|(_, score)| score.points))
        .bind(score)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Removes the unfinished run of a case, if there is one.
pub async fn abandon(tx: &mut WriteTx, case: &str) -> Result<()> {
    let sql = "DELETE FROM practice_run WHERE case_id = ? AND handed_in_at IS NULL";
    sqlx::query(sql).bind(case).execute(&mut **tx).await?;
    Ok(())
}

fn read((id, case, begun_at, body, handed_in_at, score): Row) -> Result<PracticeRun> {
    let score = score.map(|score| from_body(&score)).transpose()?;
    Ok(PracticeRun {
        id: identity(&id)?,
        case,
        begun_at: Timestamp(begun_at),
        run: from_body(&body)?,
        handed_in: handed_in_at.map(Timestamp).zip(score),
    })
}

fn identity(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| StoreError::Damaged)
}
