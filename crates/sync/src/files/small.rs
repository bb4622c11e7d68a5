//! Small pictures, ahead of the files themselves: on a narrow line a colleague sees what was handed in
//! hours before the original has come.

use std::io::Cursor;

use bangban_files::{Media, decode, thumbnail};
use bangban_protocol::{MAX_THUMBNAIL_BYTES, ProblemCode};
use bangban_store::table::file::{self, SmallErrand};

use super::{Lane, blocking};
use crate::{Result, SyncError};

/// Errands looked at before some are found that were not tried in vain.
const LOOKED_AT: u32 = 200;

impl Lane {
    /// Sends or fetches one small picture; false when there is none to carry. One that does not get
    /// through is left alone until the next session.
    pub(super) async fn small(&self, token: &str) -> Result<bool> {
        let errands = file::next_small(&mut *self.store.read().await?, LOOKED_AT).await?;
        let next = {
            let tried = self.tried();
            errands.into_iter().find(|errand| !tried.contains(&errand.sha256))
        };
        let Some(errand) = next else { return Ok(false) };
        let carried = if errand.up {
            self.send_small(token, &errand).await
        } else {
            self.fetch_small(token, &errand).await
        };
        match carried {
            Ok(()) => {}
            Err(error) if is_of_this_one(&error) => {
                tracing::info!(%error, "a small picture did not get through");
                self.tried().insert(errand.sha256);
            }
            Err(error) => return Err(error),
        }
        Ok(true)
    }

    async fn send_small(&self, token: &str, errand: &SmallErrand) -> Result<()> {
        let jpeg = file::thumbnail(&mut *self.store.read().await?, &errand.sha256).await?;
        let jpeg = jpeg.filter(|jpeg| jpeg.len() as u64 <= MAX_THUMBNAIL_BYTES);
        let jpeg = jpeg.ok_or(SyncError::Malformed("a small picture"))?;
        self.platform.send_thumbnail(token, &errand.sha256, jpeg).await?;
        let mut tx = self.store.write().await?;
        file::small_at_platform(&mut tx, &errand.sha256).await?;
        Ok(tx.commit().await?)
    }

    /// What came from outside is decoded and made anew: nothing of its bytes is kept.
    async fn fetch_small(&self, token: &str, errand: &SmallErrand) -> Result<()> {
        let jpeg = self.platform.fetch_thumbnail(token, &errand.sha256).await?;
        let made = blocking(move || {
            let decoded = decode(&mut Cursor::new(&jpeg[..]), Media::Jpeg).ok();
            Ok(decoded.and_then(|(picture, up)| thumbnail(&picture, up)))
        })
        .await?;
        let made = made.ok_or(SyncError::Malformed("a small picture"))?;
        let mut tx = self.store.write().await?;
        file::keep_small(&mut tx, &errand.sha256, &made.jpeg).await?;
        tx.commit().await?;
        self.transfers.send_modify(|shown| shown.changes += 1);
        Ok(())
    }
}

/// Whether the trouble is with this picture rather than with the line or the session.
fn is_of_this_one(error: &SyncError) -> bool {
    let codes = [ProblemCode::NotFound, ProblemCode::Malformed, ProblemCode::TooLarge];
    match error {
        SyncError::Problem { code, .. } => codes.contains(code),
        SyncError::Malformed(_) | SyncError::Between { .. } => true,
        _ => false,
    }
}
