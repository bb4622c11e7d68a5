//! Files that a window is handing in, piece by piece, straight into the vault.
//!
//! The pieces feed a reader on a thread of its own, so that no plaintext touches the disk and no
//! file lies in memory whole. A window that goes away leaves an upload that ends by itself.

use std::collections::HashMap;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bangban_domain::ticket::TicketId;
use bangban_files::{TakenIn, Vault, VaultError, take_in};
use tokio::task::JoinHandle;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::{ApiError, Code};

/// Pieces that may wait for the vault.
const WAITING: usize = 4;
/// An upload that hears nothing for so long is given up.
const PATIENCE: Duration = Duration::from_mins(2);
/// Uploads at once; a window hands in one file after the other.
const AT_ONCE: usize = 16;

/// Where a file is to be filed.
#[derive(Debug, Clone)]
pub struct Place {
    /// The ticket.
    pub ticket: TicketId,
    /// Key of the material.
    pub material: String,
    /// Name of the file.
    pub name: String,
}

/// An upload by its state.
pub enum Upload {
    /// Pieces are coming.
    Coming(Coming),
    /// It is in the vault and waits for a person's word about its warnings.
    Warned(TakenIn),
}

/// An upload that is not complete.
pub struct Coming {
    pieces: SyncSender<Piece>,
    next: u64,
    taking: JoinHandle<Result<TakenIn, VaultError>>,
}

enum Piece {
    Bytes(Zeroizing<Vec<u8>>),
    End,
}

/// The uploads of a store.
#[derive(Default)]
pub struct Uploads(Mutex<HashMap<Uuid, (Place, Upload)>>);

impl Uploads {
    /// Begins an upload.
    ///
    /// # Errors
    /// `TooManyAttempts` when too many are under way.
    pub fn begin(&self, vault: Arc<Vault>, place: Place) -> Result<Uuid, ApiError> {
        let mut all = self.lock();
        all.retain(|_, (_, upload)| !upload.is_over());
        if all.len() >= AT_ONCE {
            return Err(ApiError::new(Code::TooManyAttempts).with("seconds", "10"));
        }
        let (pieces, receiver) = sync_channel(WAITING);
        let name = place.name.clone();
        let mut source = Source { receiver, piece: Zeroizing::default(), read: 0, ended: false };
        let taking = tokio::task::spawn_blocking(move || take_in(&vault, &mut source, &name));
        let id = Uuid::now_v7();
        all.insert(id, (place, Upload::Coming(Coming { pieces, next: 0, taking })));
        Ok(id)
    }

    /// Adds a piece. It has to begin where the one before it ended.
    ///
    /// # Errors
    /// `UploadGone`; `BadInput` for the wrong place.
    pub async fn piece(&self, id: Uuid, offset: u64, bytes: Vec<u8>) -> Result<(), ApiError> {
        let pieces = {
            let mut all = self.lock();
            let Some((_, Upload::Coming(coming))) = all.get_mut(&id) else { return Err(gone()) };
            if coming.next != offset {
                return Err(ApiError::new(Code::BadInput).with("field", "offset"));
            }
            coming.next += bytes.len() as u64;
            coming.pieces.clone()
        };
        // Blocks while the vault is behind. A taker that has ended says why at the end.
        let sent = tokio::task::spawn_blocking(move || {
            let _ = pieces.send(Piece::Bytes(Zeroizing::new(bytes)));
        });
        sent.await.map_err(|_| gone())
    }

    /// Takes an upload out: its place, and its state.
    ///
    /// # Errors
    /// `UploadGone`.
    pub fn remove(&self, id: Uuid) -> Result<(Place, Upload), ApiError> {
        self.lock().remove(&id).ok_or_else(gone)
    }

    /// Puts an upload back that waits for a person's word.
    pub fn wait(&self, id: Uuid, place: Place, taken: TakenIn) {
        self.lock().insert(id, (place, Upload::Warned(taken)));
    }

    /// Ends every upload and gives what nobody said a word about.
    pub fn drain(&self) -> Vec<TakenIn> {
        let all = std::mem::take(&mut *self.lock());
        let uploads = all.into_values();
        uploads
            .filter_map(|(_, upload)| match upload {
                Upload::Warned(taken) => Some(taken),
                Upload::Coming(_) => None,
            })
            .collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, (Place, Upload)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Upload {
    /// Everything has come: what was found.
    ///
    /// # Errors
    /// Those of taking in; `UploadGone` when it was given up.
    pub async fn finish(self) -> Result<TakenIn, ApiError> {
        match self {
            Self::Warned(taken) => Ok(taken),
            Self::Coming(Coming { pieces, taking, .. }) => {
                let ended = tokio::task::spawn_blocking(move || {
                    let _ = pieces.send(Piece::End);
                });
                ended.await.map_err(|_| gone())?;
                match taking.await.map_err(|_| gone())? {
                    Err(VaultError::Io(error)) if error.kind() == io::ErrorKind::TimedOut => {
                        Err(gone())
                    }
                    taken => Ok(taken?),
                }
            }
        }
    }

    /// Whether its taker has ended without being asked: it was given up, or the vault refused.
    fn is_over(&self) -> bool {
        matches!(self, Self::Coming(coming) if coming.taking.is_finished())
    }
}

fn gone() -> ApiError {
    ApiError::new(Code::UploadGone)
}

/// The pieces as one stream, on the side of the vault.
struct Source {
    receiver: Receiver<Piece>,
    piece: Zeroizing<Vec<u8>>,
    read: usize,
    ended: bool,
}

impl Read for Source {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.read == self.piece.len() && !self.ended {
            match self.receiver.recv_timeout(PATIENCE) {
                Ok(Piece::Bytes(bytes)) => (self.piece, self.read) = (bytes, 0),
                Ok(Piece::End) => self.ended = true,
                // Cancelled, or the window is gone: the vault forgets what it has.
                Err(_) => return Err(io::ErrorKind::TimedOut.into()),
            }
        }
        let length = into.len().min(self.piece.len() - self.read);
        into[..length].copy_from_slice(&self.piece[self.read..self.read + length]);
        self.read += length;
        Ok(length)
    }
}
