//! Texts that are being written, saved as they are typed.

use bangban_store::Connection;
use bangban_store::table::draft;

use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{Draft, DraftKey, MaybeDraft, SaveDraft};
use crate::open::now;

/// The draft under a key.
pub async fn get(desk: &Desk, input: DraftKey) -> Result<MaybeDraft, ApiError> {
    let open = desk.open().await?;
    find(&mut *open.read().await?, input.key).await
}

/// Saves a draft; an empty text removes it.
pub async fn save(desk: &Desk, input: SaveDraft) -> Result<MaybeDraft, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    draft::save(&mut tx, &input.key, &input.text, now()).await?;
    let saved = find(&mut tx, input.key).await?;
    tx.commit().await?;
    Ok(saved)
}

async fn find(c: &mut Connection, key: String) -> Result<MaybeDraft, ApiError> {
    let found = draft::get(c, &key).await?;
    Ok(MaybeDraft { draft: found.map(|(text, saved_at)| Draft { key, text, saved_at }) })
}
