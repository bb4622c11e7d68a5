//! The folder of the index: every file in it is encrypted, and nothing plain ever touches the disk.
//!
//! The engine sees a [`Directory`]; behind it, a file is a row of sealed chunks (see [`chunks`]),
//! so that a range is read without opening the rest. Names of files are the engine's own (random
//! identifiers) and say nothing of the content.

mod cache;
mod chunks;
mod locks;
mod reading;
mod writing;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{DirectoryLock, FileHandle, Lock, WatchCallback, WatchHandle, WritePtr};

use cache::Cache;
use chunks::Seal;
use locks::Locks;

/// What stands before the name of a file that is not complete yet.
const UNFINISHED: &str = "~";

/// The folder. Clones share cache and locks.
#[derive(Clone)]
pub(crate) struct SealedDirectory {
    root: PathBuf,
    seal: Arc<Seal>,
    cache: Arc<Cache>,
    locks: Arc<Locks>,
    /// Numbers opened files, so that a name used twice never meets old chunks in the cache.
    opened: Arc<AtomicU64>,
}

impl std::fmt::Debug for SealedDirectory {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SealedDirectory")
    }
}

impl SealedDirectory {
    /// Opens the folder, making it if there is none.
    pub fn open(root: &Path, key: &[u8; 32]) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        let directory = Self {
            root: root.to_owned(),
            seal: Arc::new(Seal::new(key)),
            cache: Arc::default(),
            locks: Arc::default(),
            opened: Arc::default(),
        };
        directory.sweep()?;
        Ok(directory)
    }

    /// Removes what a power cut left unfinished.
    fn sweep(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.root)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    fn place(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }

    fn read_whole(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut sealed = Vec::new();
        File::open(self.place(path))?.read_to_end(&mut sealed)?;
        self.seal.open_whole(&name(path), &sealed)
    }

    fn write_whole(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let name = name(path);
        let unfinished = self.root.join(format!("{UNFINISHED}{name}"));
        let mut file = File::create(&unfinished)?;
        file.write_all(&self.seal.close_whole(&name, data)?)?;
        file.sync_all()?;
        fs::rename(&unfinished, self.place(path))?;
        self.sync_folder()
    }

    #[cfg(unix)]
    fn sync_folder(&self) -> io::Result<()> {
        File::open(&self.root)?.sync_all()
    }

    /// Folders cannot be synced here; NTFS keeps renames in order by its journal.
    #[cfg(not(unix))]
    fn sync_folder(&self) -> io::Result<()> {
        Ok(())
    }
}

/// What a file is bound to.
fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn refused(error: io::Error, path: &Path) -> OpenReadError {
    match error.kind() {
        io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
        _ => OpenReadError::wrap_io_error(error, path.to_owned()),
    }
}

impl tantivy::Directory for SealedDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let file = File::open(self.place(path)).map_err(|error| refused(error, path))?;
        let number = self.opened.fetch_add(1, Ordering::Relaxed);
        let sealed = self.seal.file(&name(path));
        let handle = reading::Reading::open(file, sealed, number, Arc::clone(&self.cache));
        Ok(Arc::new(handle.map_err(|error| refused(error, path))?))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        fs::remove_file(self.place(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => DeleteError::FileDoesNotExist(path.to_owned()),
            _ => DeleteError::IoError { io_error: Arc::new(error), filepath: path.to_owned() },
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.place(path).try_exists().map_err(|error| refused(error, path))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let fail = |error| OpenWriteError::wrap_io_error(error, path.to_owned());
        let file = File::create_new(self.place(path)).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => OpenWriteError::FileAlreadyExists(path.to_owned()),
            _ => fail(error),
        })?;
        let writing = writing::Writing::begin(file, self.seal.file(&name(path))).map_err(fail)?;
        Ok(WritePtr::new(Box::new(writing)))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.read_whole(path).map_err(|error| refused(error, path))
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.write_whole(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.sync_folder()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        Locks::acquire(&self.locks, lock)
    }

    /// Readers are told to reload by whoever wrote.
    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
