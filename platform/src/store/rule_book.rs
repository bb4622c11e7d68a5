//! The rule book that stations work by.

use bangban_domain::rulebook::{RuleBook, Rules};
use bangban_domain::time::Timestamp;
use bangban_protocol::{RULE_BOOK_KEY, RecordKind};
use sqlx::SqliteExecutor;

use super::{LIBRARY, Put, Result, WriteTx, feed, from_text, to_text};

/// The book in force; the shipped one when none was stored.
pub async fn rules(conn: impl SqliteExecutor<'_>) -> Result<Rules> {
    Ok(get(conn).await?.map_or_else(Rules::shipped, Rules::from_book))
}

/// The book that was stored.
pub async fn get(conn: impl SqliteExecutor<'_>) -> Result<Option<RuleBook>> {
    let body: Option<String> =
        sqlx::query_scalar("SELECT body FROM rule_book").fetch_optional(conn).await?;
    body.map(|text| from_text("rule book", &text)).transpose()
}

/// Writes a book and tells the stations in the same transaction. Its version goes on from the
/// one in force, whatever the file says.
pub async fn put(tx: &mut WriteTx, book: &RuleBook, now: Timestamp) -> Result<Put> {
    let old = get(tx.conn()).await?;
    let version = old.as_ref().map_or(book.version, |old| old.version);
    let same = RuleBook { version, ..book.clone() };
    let put = match &old {
        None => Put::Stored,
        Some(old) if *old == same => return Ok(Put::Unchanged),
        Some(_) => Put::Changed,
    };
    let next = RuleBook { version: version + u32::from(put == Put::Changed), ..same };
    sqlx::query(
        "INSERT INTO rule_book (one, body, changed_at) VALUES (1, ?1, ?2)
         ON CONFLICT (one) DO UPDATE SET body = ?1, changed_at = ?2",
    )
    .bind(to_text("rule book", &next)?)
    .bind(now.0)
    .execute(tx.conn())
    .await?;
    feed::publish(tx, LIBRARY, RecordKind::RuleBook, RULE_BOOK_KEY, &next).await?;
    Ok(put)
}
