//! The engine's locks. They live in the process: one process holds a profile (its own file lock
//! sees to that), and a lock file left behind by a crash would have to be explained to somebody.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use tantivy::directory::error::LockError;
use tantivy::directory::{DirectoryLock, Lock};

/// What is locked.
#[derive(Default)]
pub(super) struct Locks {
    held: Mutex<HashSet<PathBuf>>,
    released: Condvar,
}

struct Held {
    locks: Arc<Locks>,
    path: PathBuf,
}

impl Locks {
    pub fn acquire(locks: &Arc<Self>, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let mut held = locks.held.lock().unwrap_or_else(PoisonError::into_inner);
        while held.contains(&lock.filepath) {
            if !lock.is_blocking {
                return Err(LockError::LockBusy);
            }
            held = locks.released.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
        held.insert(lock.filepath.clone());
        let mine = Held { locks: Arc::clone(locks), path: lock.filepath.clone() };
        Ok(DirectoryLock::from(Box::new(mine)))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.locks.held.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.path);
        self.locks.released.notify_all();
    }
}
