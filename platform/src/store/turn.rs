//! Whose turn it is to write, across processes.
//!
//! The bundled `SQLite` has a race between two connections that write or checkpoint at the same
//! instant. One writer connection avoids it within a process; this lock file avoids it between
//! a running platform and its command line, so that an account can be disabled while it runs.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Arc;

use tokio::sync::{Mutex, OwnedMutexGuard};

/// Hands out turns.
pub(super) struct Turn {
    file: Arc<Mutex<File>>,
}

/// A turn; ends when dropped.
pub(super) struct Held {
    file: OwnedMutexGuard<File>,
}

impl Turn {
    pub(super) fn open(path: &Path) -> std::io::Result<Self> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        Ok(Self { file: Arc::new(Mutex::new(file)) })
    }

    pub(super) async fn take(&self) -> std::io::Result<Held> {
        let file = Arc::clone(&self.file).lock_owned().await;
        match file.try_lock() {
            Ok(()) => Ok(Held { file }),
            Err(TryLockError::WouldBlock) => wait(file).await,
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// Another process has the turn, for the moment of one transaction.
async fn wait(file: OwnedMutexGuard<File>) -> std::io::Result<Held> {
    let waiting = tokio::task::spawn_blocking(move || {
        file.lock()?;
        Ok(Held { file })
    });
    waiting.await.map_err(std::io::Error::other)?
}

impl Drop for Held {
    fn drop(&mut self) {
        // It can only fail on a closed file, and this one is open; closing it would release it too.
        let _ = self.file.unlock();
    }
}
