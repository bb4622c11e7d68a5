//! Files as stations send and fetch them: in pieces, checked at the end, kept under their hash.
//!
//! `files/ab/<sha256>` is a whole file; `files/incoming/<sha256>.<partition>` a part of one, whose
//! length is the offset. A crash between two steps leaves a part that is gone on with, or a whole
//! file without a row, which the next sender's last piece finds in place.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use bangban_domain::time::HOUR_MS;
use bangban_protocol::{
    FileHere, FileState, MAX_FILE_BYTES, MAX_THUMBNAIL_BYTES, ProblemCode, ThumbnailHere,
};
use sha2::{Digest, Sha256};

use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::store::files;
use crate::{Platform, clock};

/// Files one person may be sending at once.
const UNDER_WAY: u32 = 1_000;
/// How long a part is kept that nobody goes on with.
const STALE_MS: i64 = 7 * 24 * HOUR_MS;
/// How every JPEG begins.
const JPEG: &[u8] = &[0xff, 0xd8, 0xff];
const BLOCK: usize = 256 * 1024;

/// A file of a county, as far as the person may ask for it.
pub(crate) struct Asked<'a> {
    platform: &'a Platform,
    who: &'a SignedIn,
    sha256: String,
    partition: String,
}

impl<'a> Asked<'a> {
    /// Checks the hash and finds the county.
    pub(crate) fn new(platform: &'a Platform, who: &'a SignedIn, sha256: &str) -> Answer<Self> {
        let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if sha256.len() != 64 || !sha256.bytes().all(digit) {
            return Err(ProblemCode::Malformed.into());
        }
        let partition = who.region().ok_or(ProblemCode::Forbidden)?.to_owned();
        Ok(Self { platform, who, sha256: sha256.to_owned(), partition })
    }

    /// How much of it is here; `NotFound` when nobody has offered it.
    pub(crate) async fn state(&self) -> Answer<FileState> {
        let db = self.platform.db().read();
        if let Some(bytes) = files::stored(db, &self.sha256, &self.partition).await?
            && size(&self.whole())? == Some(bytes)
        {
            return Ok(FileState { bytes, offset: bytes, complete: true });
        }
        let bytes = files::under_way(db, &self.sha256, &self.partition).await?;
        let bytes = bytes.ok_or(ProblemCode::NotFound)?;
        let offset = size(&self.part())?.unwrap_or(0);
        Ok(FileState { bytes, offset, complete: false })
    }

    /// Somebody has it: says where to go on.
    pub(crate) async fn offer(&self, bytes: u64) -> Answer<FileState> {
        if bytes == 0 {
            return Err(ProblemCode::Malformed.into());
        }
        if bytes > MAX_FILE_BYTES {
            return Err(ProblemCode::TooLarge.into());
        }
        let _one = self.platform.receiving().lock().await;
        match self.state().await {
            Ok(known) if known.complete || known.bytes == bytes => return Ok(known),
            // Somebody announced another size; one of the two is wrong, so it begins anew.
            Ok(_) => remove(&self.part())?,
            Err(fault) if fault.code == ProblemCode::NotFound => {}
            Err(fault) => return Err(fault),
        }
        let now = clock::now();
        let mut tx = self.platform.db().write().await?;
        let stale = files::give_up_stale(&mut tx, now.plus_ms(-STALE_MS)).await?;
        if files::sent_by(tx.conn(), self.who.staff.id).await? >= UNDER_WAY {
            return Err(ProblemCode::TooLarge.into());
        }
        files::receive(&mut tx, &self.here(bytes), &self.partition, self.who.staff.id, now).await?;
        tx.commit().await?;
        for (sha256, partition) in stale {
            remove(&incoming(self.platform, &sha256, &partition))?;
        }
        self.state().await
    }

    /// Keeps its small picture: a JPEG of a file that a ticket of the county names.
    pub(crate) async fn keep_thumbnail(&self, jpeg: &[u8]) -> Answer<()> {
        if jpeg.len() as u64 > MAX_THUMBNAIL_BYTES {
            return Err(ProblemCode::TooLarge.into());
        }
        if !jpeg.starts_with(JPEG) {
            return Err(ProblemCode::Malformed.into());
        }
        let mut tx = self.platform.db().write().await?;
        if !files::is_named(tx.conn(), &self.sha256, &self.partition).await? {
            return Err(ProblemCode::NotFound.into());
        }
        let of = ThumbnailHere { sha256: self.sha256.clone() };
        let (by, at) = (self.who.staff.id, clock::now());
        files::keep_thumbnail(&mut tx, &of, &self.partition, jpeg, by, at).await?;
        Ok(tx.commit().await?)
    }

    /// Its small picture, when somebody has sent one.
    pub(crate) async fn thumbnail(&self) -> Answer<Vec<u8>> {
        let db = self.platform.db().read();
        let found = files::thumbnail(db, &self.sha256, &self.partition).await?;
        found.ok_or_else(|| ProblemCode::NotFound.into())
    }

    /// Adds a piece; the last one has the whole checked and kept.
    pub(crate) async fn add(&self, offset: u64, piece: Bytes) -> Answer<FileState> {
        let _one = self.platform.receiving().lock().await;
        let known = self.state().await?;
        if known.complete {
            return Ok(known);
        }
        if known.offset != offset {
            return Err(ProblemCode::OffsetMismatch.into());
        }
        let reached = offset + piece.len() as u64;
        if reached > known.bytes {
            return Err(ProblemCode::Malformed.into());
        }
        let part = self.part();
        blocking(move || append(&part, offset, &piece)).await?;
        if reached < known.bytes {
            return Ok(FileState { offset: reached, ..known });
        }
        self.complete(known.bytes).await
    }

    async fn complete(&self, bytes: u64) -> Answer<FileState> {
        let (part, whole, sha256) = (self.part(), self.whole(), self.sha256.clone());
        let right = blocking(move || settle(&part, &whole, &sha256)).await?;
        let mut tx = self.platform.db().write().await?;
        if right {
            let now = clock::now();
            files::keep(&mut tx, &self.here(bytes), &self.partition, self.who.staff.id, now)
                .await?;
        } else {
            files::give_up(&mut tx, &self.sha256, &self.partition).await?;
        }
        tx.commit().await?;
        if right {
            Ok(FileState { bytes, offset: bytes, complete: true })
        } else {
            Err(ProblemCode::WrongHash.into())
        }
    }

    /// Where the content is, for someone who may see a ticket that names it.
    pub(crate) async fn content(&self) -> Answer<PathBuf> {
        let db = self.platform.db().read();
        if !files::is_named(db, &self.sha256, &self.partition).await? {
            return Err(ProblemCode::NotFound.into());
        }
        let stored = files::stored(db, &self.sha256, &self.partition).await?;
        if stored.is_none() || size(&self.whole())? != stored {
            return Err(ProblemCode::FileToCome.into());
        }
        Ok(self.whole())
    }

    fn here(&self, bytes: u64) -> FileHere {
        FileHere { sha256: self.sha256.clone(), bytes }
    }

    fn whole(&self) -> PathBuf {
        folder(self.platform).join(&self.sha256[..2]).join(&self.sha256)
    }

    fn part(&self) -> PathBuf {
        incoming(self.platform, &self.sha256, &self.partition)
    }
}

fn folder(platform: &Platform) -> PathBuf {
    platform.config().data_dir.join("files")
}

fn incoming(platform: &Platform, sha256: &str, partition: &str) -> PathBuf {
    folder(platform).join("incoming").join(format!("{sha256}.{partition}"))
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Answer<T> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|error| Fault::internal(&error))??)
}

fn size(path: &Path) -> io::Result<Option<u64>> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Adds to a part, durably. A piece that does not fit on the disk leaves the part as it was.
fn append(part: &Path, offset: u64, piece: &[u8]) -> io::Result<()> {
    fs::create_dir_all(part.parent().unwrap_or(part))?;
    let mut file = OpenOptions::new().create(true).append(true).open(part)?;
    let written = file.write_all(piece).and_then(|()| file.sync_data());
    if written.is_err() {
        file.set_len(offset)?;
    }
    written
}

/// Whether a complete part is what its hash says; gives it its name, or removes it.
fn settle(part: &Path, whole: &Path, sha256: &str) -> io::Result<bool> {
    let mut file = File::open(part)?;
    let mut hash = Sha256::new();
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block)? {
            0 => break,
            read => hash.update(&block[..read]),
        }
    }
    if hex::encode(hash.finalize()) != sha256 {
        fs::remove_file(part)?;
        return Ok(false);
    }
    file.sync_all()?;
    let shelf = whole.parent().unwrap_or(whole);
    fs::create_dir_all(shelf)?;
    fs::rename(part, whole)?;
    if cfg!(unix) {
        // The name has to survive a power cut before a station hears that the file is here.
        File::open(shelf)?.sync_all()?;
    }
    Ok(true)
}
