//! The in-app inbox.

use bangban_domain::notice::NoticeKind;
use bangban_domain::ticket::ClockKind;
use bangban_domain::time::Timestamp;
use bangban_store::table::notice::{self, StoredNotice};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{MarkRead, Nothing, Notice};
use crate::open::now;

/// Notices, unread ones first.
pub async fn list(desk: &Desk, _: Nothing) -> Result<Vec<Notice>, ApiError> {
    let open = desk.open().await?;
    let stored = notice::list(&mut *open.read().await?).await?;
    Ok(stored.into_iter().filter_map(read).collect())
}

/// Marks one notice, or all, as read.
pub async fn mark_read(desk: &Desk, input: MarkRead) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    notice::mark_read(&mut tx, input.id, now()).await?;
    tx.commit().await?;
    Ok(Nothing {})
}

/// A notice of a kind that only a newer version knows is left out.
fn read(stored: StoredNotice) -> Option<Notice> {
    Some(Notice {
        id: Uuid::parse_str(&stored.id).ok()?,
        kind: NoticeKind::deserialize(Value::String(stored.kind)).ok()?,
        ticket: stored.ticket.and_then(|id| Uuid::parse_str(&id).ok()),
        subject: stored.subject,
        actor: stored.actor,
        at: Timestamp(stored.at),
        read_at: stored.read_at.map(Timestamp),
        clock: stored.clock.and_then(|word| ClockKind::deserialize(Value::String(word)).ok()),
    })
}
