//! One piece of one file, up or down. No transaction is open while the network works.

use std::io::{Read, Seek, SeekFrom};
use std::time::Instant;

use bangban_files::{Blob, ContentHash};
use bangban_store::table::file::{self, Errand};

use super::{Direction, Lane, Transfer, blocking};
use crate::{Result, SyncError};

/// A file that is being sent: kept open, as opening and the first piece of a chunk cost most.
pub(super) struct Sending {
    sha256: String,
    blob: Blob,
    /// Where the platform goes on.
    offset: u64,
}

impl Lane {
    /// Sends a piece.
    pub(super) async fn carry_up(
        &self,
        token: &str,
        errand: &Errand,
        piece: u64,
        sending: &mut Option<Sending>,
    ) -> Result<()> {
        let same = sending.take().filter(|open| open.sha256 == errand.sha256);
        let Some(open) = (match same {
            Some(open) => Some(open),
            None => self.offer(token, errand).await?,
        }) else {
            return Ok(());
        };
        self.show(errand, open.offset);
        let (content, blob) = read(open.blob, open.offset, piece).await?;
        let (bytes, began) = (content.len() as u64, Instant::now());
        let sent = self.platform.send_piece(token, &errand.sha256, open.offset, content).await?;
        self.width().carried(bytes, began.elapsed());
        if sent.complete {
            return self.arrived(errand).await;
        }
        self.moved(errand, sent.offset).await?;
        *sending = Some(Sending { blob, offset: sent.offset, sha256: open.sha256 });
        Ok(())
    }

    /// Asks the platform where to go on; `None` when it has the file already.
    async fn offer(&self, token: &str, errand: &Errand) -> Result<Option<Sending>> {
        let (vault, hash) = (self.vault.clone(), hash(errand)?);
        let blob = blocking(move || vault.read(hash)).await?;
        let state = self.platform.offer_file(token, &errand.sha256, errand.bytes).await?;
        if state.complete {
            self.arrived(errand).await?;
            return Ok(None);
        }
        Ok(Some(Sending { sha256: errand.sha256.clone(), blob, offset: state.offset }))
    }

    async fn arrived(&self, errand: &Errand) -> Result<()> {
        let mut tx = self.store.write().await?;
        file::uploaded(&mut tx, errand).await?;
        tx.commit().await?;
        self.transfers.send_modify(|shown| shown.changes += 1);
        Ok(())
    }

    async fn moved(&self, errand: &Errand, durable: u64) -> Result<()> {
        let mut tx = self.store.write().await?;
        file::moved(&mut tx, errand, durable).await?;
        tx.commit().await?;
        self.show(errand, durable);
        Ok(())
    }

    fn show(&self, errand: &Errand, done: u64) {
        let direction = if errand.up { Direction::Up } else { Direction::Down };
        let (sha256, total) = (errand.sha256.clone(), errand.bytes);
        let moving = Some(Transfer { sha256, direction, done, total });
        self.transfers.send_if_modified(|shown| {
            let moved = shown.current != moving;
            shown.current = moving;
            moved
        });
    }

    /// Fetches a piece; the last one makes it a file of the vault.
    pub(super) async fn carry_down(&self, token: &str, errand: &Errand, piece: u64) -> Result<()> {
        let (vault, hash, bytes) = (self.vault.clone(), hash(errand)?, errand.bytes);
        let here = blocking(move || {
            if vault.contains(hash) {
                return Ok(None);
            }
            vault.incoming(hash, bytes).map(|incoming| Some(incoming.durable()))
        })
        .await?;
        let Some(offset) = here else { return self.received(errand, hash).await };
        self.show(errand, offset);
        let mut durable = offset;
        if offset < bytes {
            let length = piece.min(bytes - offset);
            let began = Instant::now();
            let content = self.platform.fetch_piece(token, &errand.sha256, offset, length).await?;
            self.width().carried(length, began.elapsed());
            let vault = self.vault.clone();
            durable = blocking(move || vault.incoming(hash, bytes)?.append(&content)).await?;
        }
        if durable < bytes {
            return self.moved(errand, durable).await;
        }
        let vault = self.vault.clone();
        blocking(move || vault.incoming(hash, bytes)?.finish()).await?;
        self.received(errand, hash).await
    }

    /// What came from outside is looked at here, whatever the sender found.
    async fn received(&self, errand: &Errand, hash: ContentHash) -> Result<()> {
        let found = self.look(hash, errand.name.clone()).await?;
        let mut tx = self.store.write().await?;
        file::downloaded(&mut tx, &found).await?;
        tx.commit().await?;
        self.transfers.send_modify(|shown| shown.changes += 1);
        Ok(())
    }
}

fn hash(errand: &Errand) -> Result<ContentHash> {
    errand.sha256.parse().map_err(|_| SyncError::Malformed("the hash of a file"))
}

/// Up to `length` bytes from `offset` on, and the open file back.
async fn read(mut blob: Blob, offset: u64, length: u64) -> Result<(Vec<u8>, Blob)> {
    blocking(move || {
        blob.seek(SeekFrom::Start(offset))?;
        let mut content = Vec::new();
        (&mut blob).take(length).read_to_end(&mut content)?;
        Ok((content, blob))
    })
    .await
}
