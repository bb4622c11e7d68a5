//! A folder of files, encrypted and named so that neither content nor names can be read off the
//! disk without the key.
//!
//! Invariants: no plaintext on disk, also not while writing; a file has its name only when all of
//! it is durable; one process per vault (the store's lock file sees to it).

mod blob;
mod error;
mod incoming;
mod keys;

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

pub use blob::Blob;
pub use error::VaultError;
pub use incoming::Incoming;

use crate::ContentHash;
use keys::Keys;

/// Largest file, bytes.
pub const MAX_FILE_BYTES: u64 = 200 * 1024 * 1024;

/// Where files are while they are written.
const UNFINISHED: &str = "unfinished";
/// Where downloads are until they are complete.
const INCOMING: &str = "incoming";
/// Opens only with the right key.
const CHECK: &str = "check";
const CHECK_BOUND: &[u8] = b"bangban files 1: check";

/// A file of the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of the content.
    pub sha256: ContentHash,
    /// Size of the content, bytes.
    pub bytes: u64,
    /// Whether it was there before.
    pub known: bool,
}

/// An encrypted folder of files.
pub struct Vault {
    folder: PathBuf,
    keys: Keys,
}

impl Vault {
    /// Opens the vault in `folder`, creating it when it is not there. What an interrupted writer
    /// left behind is removed; downloads under way stay.
    ///
    /// # Errors
    /// `WrongKey` when it was made with another database's key.
    pub fn open(folder: &Path, data_key: &[u8; 32]) -> Result<Self, VaultError> {
        let keys = Keys::derive(data_key);
        let unfinished = folder.join(UNFINISHED);
        fs::create_dir_all(&unfinished)?;
        fs::create_dir_all(folder.join(INCOMING))?;
        for left in fs::read_dir(&unfinished)? {
            fs::remove_file(left?.path())?;
        }
        let vault = Self { folder: folder.to_owned(), keys };
        vault.check()?;
        Ok(vault)
    }

    fn check(&self) -> Result<(), VaultError> {
        let path = self.folder.join(CHECK);
        match fs::read(&path) {
            Ok(sealed) => keys::unseal(&self.keys.headers, &sealed, CHECK_BOUND)
                .map(drop)
                .map_err(|_| VaultError::WrongKey),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let sealed = keys::seal(&self.keys.headers, b"", CHECK_BOUND)?;
                let temporary = Temporary::create(&self.folder)?;
                fs::write(&temporary.path, sealed)?;
                temporary.file.sync_all()?;
                temporary.rename(&path)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Takes in everything that `source` gives. A content that is there already is not kept
    /// twice; one that is there but damaged is replaced.
    ///
    /// # Errors
    /// `TooLarge` above [`MAX_FILE_BYTES`]; `DiskFull`. Either leaves nothing behind.
    pub fn put(&self, source: &mut impl Read) -> Result<Stored, VaultError> {
        self.put_as(source, None)
    }

    fn put_as(
        &self,
        source: &mut impl Read,
        expected: Option<ContentHash>,
    ) -> Result<Stored, VaultError> {
        let mut temporary = Temporary::create(&self.folder)?;
        let written = blob::write(&mut temporary.file, source)?;
        let stored = Stored { sha256: written.hash(), bytes: written.bytes(), known: false };
        if expected.is_some_and(|expected| expected != stored.sha256) {
            return Err(VaultError::WrongHash);
        }
        if self.read(stored.sha256).is_ok() {
            return Ok(Stored { known: true, ..stored });
        }
        let name = self.keys.name(stored.sha256);
        blob::finish(&mut temporary.file, &written, &self.keys.headers, &name)?;
        let path = self.path(&name);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        temporary.rename(&path)?;
        sync_folder(&self.folder)?;
        Ok(stored)
    }

    /// Opens a file for reading.
    ///
    /// # Errors
    /// `Missing`; `Damaged` when its header or size is not right. Reading it gives an
    /// `io::Error` of kind `InvalidData` where a chunk is not.
    pub fn read(&self, sha256: ContentHash) -> Result<Blob, VaultError> {
        let name = self.keys.name(sha256);
        let file = match File::open(self.path(&name)) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(VaultError::Missing),
            Err(error) => return Err(error.into()),
        };
        let blob = Blob::open(file, &self.keys.headers, &name)?;
        if blob.hash() == sha256 { Ok(blob) } else { Err(VaultError::Damaged) }
    }

    /// Up to `length` bytes from `offset` on; fewer at the end of the file.
    pub fn read_range(
        &self,
        sha256: ContentHash,
        offset: u64,
        length: u64,
    ) -> Result<Vec<u8>, VaultError> {
        let mut blob = self.read(sha256)?;
        blob.seek(SeekFrom::Start(offset))?;
        let mut range = Vec::new();
        blob.take(length).read_to_end(&mut range)?;
        Ok(range)
    }

    /// Whether the file is here and its header is right.
    pub fn contains(&self, sha256: ContentHash) -> bool {
        self.read(sha256).is_ok()
    }

    /// Removes a file. One that is not there is no error.
    pub fn remove(&self, sha256: ContentHash) -> Result<(), VaultError> {
        remove_if_there(&self.path(&self.keys.name(sha256)))
    }

    /// Goes on with the download of a file, or begins it.
    pub fn incoming(&self, sha256: ContentHash, bytes: u64) -> Result<Incoming<'_>, VaultError> {
        Incoming::open(self, self.incoming_path(sha256), sha256, bytes)
    }

    /// Forgets what has come of a download.
    pub fn discard_incoming(&self, sha256: ContentHash) -> Result<(), VaultError> {
        remove_if_there(&self.incoming_path(sha256))
    }

    fn incoming_path(&self, sha256: ContentHash) -> PathBuf {
        self.folder.join(INCOMING).join(self.keys.name(sha256))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(&name[..2]).join(name)
    }
}

fn remove_if_there(path: &Path) -> Result<(), VaultError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Makes names in a folder survive a power cut.
fn sync_folder(folder: &Path) -> Result<(), VaultError> {
    // Windows has no such call; its file system writes names through by itself.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A file without a name yet. Gone when dropped, unless it was renamed.
struct Temporary {
    file: File,
    path: PathBuf,
    kept: bool,
}

impl Temporary {
    fn create(vault: &Path) -> Result<Self, VaultError> {
        let path = vault.join(UNFINISHED).join(hex::encode(keys::random::<16>()?));
        let file = File::options().create_new(true).read(true).write(true).open(&path)?;
        Ok(Self { file, path, kept: false })
    }

    fn rename(mut self, to: &Path) -> Result<(), VaultError> {
        fs::rename(&self.path, to)?;
        self.kept = true;
        to.parent().map_or(Ok(()), sync_folder)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.kept {
            // At the latest the next opening removes it.
            let _ = fs::remove_file(&self.path);
        }
    }
}
