//! Papers that were printed, saved or filed on this station. Only ever added to.

use bangban_domain::directory::StaffId;
use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row as _, SqliteConnection};

use crate::{Result, WriteTx};

/// A paper that was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedPaper {
    /// SHA-256 of the content as printed, lower-case hexadecimal.
    pub content_sha256: String,
    /// Which paper, as its code names it.
    pub kind: String,
    /// Which one, where a case may have several.
    pub reference: Option<String>,
    /// Number of the case as printed, official or provisional.
    pub number: String,
    /// The case.
    pub ticket: TicketId,
    /// When, by the device's clock.
    pub issued_at: Timestamp,
    /// Who.
    pub issued_by: StaffId,
}

impl<'r> FromRow<'r, SqliteRow> for IssuedPaper {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        let id = |name: &str| {
            let text: String = row.try_get(name)?;
            uuid::Uuid::parse_str(&text).map_err(|error| sqlx::Error::Decode(Box::new(error)))
        };
        Ok(Self {
            content_sha256: row.try_get("content_sha256")?,
            kind: row.try_get("kind")?,
            reference: row.try_get("reference")?,
            number: row.try_get("number")?,
            ticket: id("ticket")?,
            issued_at: Timestamp(row.try_get("issued_at")?),
            issued_by: id("issued_by")?,
        })
    }
}

/// Adds a paper.
pub async fn add(tx: &mut WriteTx, paper: &IssuedPaper) -> Result<()> {
    let sql = "INSERT INTO paper (content_sha256, kind, reference, number, ticket, issued_at,
               issued_by) VALUES (?, ?, ?, ?, ?, ?, ?)";
    sqlx::query(sql)
        .bind(&paper.content_sha256)
        .bind(&paper.kind)
        .bind(&paper.reference)
        .bind(&paper.number)
        .bind(paper.ticket.to_string())
        .bind(paper.issued_at.0)
        .bind(paper.issued_by.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The papers of a case, the newest first.
pub async fn of_ticket(c: &mut SqliteConnection, ticket: TicketId) -> Result<Vec<IssuedPaper>> {
    let sql = "SELECT * FROM paper WHERE ticket = ? ORDER BY seq DESC";
    Ok(sqlx::query_as(sql).bind(ticket.to_string()).fetch_all(c).await?)
}

/// The papers with a content, the newest first: the same one may have been printed twice.
pub async fn by_hash(c: &mut SqliteConnection, content_sha256: &str) -> Result<Vec<IssuedPaper>> {
    let sql = "SELECT * FROM paper WHERE content_sha256 = ? ORDER BY seq DESC";
    Ok(sqlx::query_as(sql).bind(content_sha256).fetch_all(c).await?)
}
