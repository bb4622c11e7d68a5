//! A file of the folder as the engine reads it: by ranges.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::HasLen;
use tantivy::directory::{FileHandle, OwnedBytes};

use super::cache::Cache;
use super::chunks::{self, CHUNK, FileSeal, HEADER, STRIDE};

/// An open file. What it gives is what was written, or an error.
pub(super) struct Reading {
    file: File,
    seal: FileSeal,
    number: u64,
    /// Bytes after the header.
    body: usize,
    /// Bytes of content.
    length: usize,
    chunks: u64,
    cache: Arc<Cache>,
    /// The chunk that was opened last. Merging reads a file from its beginning to its end, a few
    /// bytes at a time: without this, every chunk would be opened hundreds of times.
    recent: Mutex<Recent>,
}

#[derive(Default)]
struct Recent {
    number: usize,
    content: Vec<u8>,
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Reading({})", self.number)
    }
}

impl Reading {
    pub fn open(
        mut file: File,
        mut seal: FileSeal,
        number: u64,
        cache: Arc<Cache>,
    ) -> io::Result<Self> {
        let mut header = [0; HEADER];
        file.read_exact(&mut header)?;
        seal.resume(&header)?;
        let bytes = usize::try_from(file.metadata()?.len()).map_err(|_| chunks::damaged())?;
        let body = bytes - HEADER;
        let (length, chunks) = (chunks::content(body)?, chunks::count(body)?);
        let recent = Mutex::default();
        Ok(Self { file, seal, number, body, length, chunks, cache, recent })
    }

    /// Reads and opens the chunks that `range` touches.
    fn decrypt(&self, range: Range<usize>) -> io::Result<Vec<u8>> {
        let (first, end) = (range.start / CHUNK, range.end.div_ceil(CHUNK));
        let sealed = self.sealed(first, end)?;
        let mut content = Vec::with_capacity(range.len());
        for (at, chunk) in (first..end).zip(sealed.chunks(STRIDE)) {
            let number = at as u64;
            let opened = self.seal.open(number, number + 1 == self.chunks, chunk.to_vec())?;
            let from = range.start.saturating_sub(at * CHUNK);
            let to = (range.end - at * CHUNK).min(opened.len());
            content.extend_from_slice(opened.get(from..to).ok_or_else(chunks::damaged)?);
            if at + 1 == end {
                *self.recent() = Recent { number: at, content: opened };
            }
        }
        Ok(content)
    }

    fn recent(&self) -> MutexGuard<'_, Recent> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The range, if the chunk that was opened last holds all of it.
    fn in_recent(&self, range: &Range<usize>) -> Option<OwnedBytes> {
        let recent = self.recent();
        let begin = recent.number * CHUNK;
        let from = range.start.checked_sub(begin)?;
        let bytes = recent.content.get(from..range.end - begin)?;
        Some(OwnedBytes::new(bytes.to_vec()))
    }

    fn sealed(&self, first: usize, end: usize) -> io::Result<Vec<u8>> {
        let (from, to) = (first * STRIDE, self.body.min(end * STRIDE));
        let mut sealed = vec![0; to.saturating_sub(from)];
        read_at(&self.file, &mut sealed, (HEADER + from) as u64)?;
        Ok(sealed)
    }
}

/// Fills `all` from a place of a file that several threads read at once.
#[cfg(unix)]
fn read_at(file: &File, all: &mut [u8], place: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, all, place)
}

/// Fills `all` from a place of a file that several threads read at once.
#[cfg(windows)]
fn read_at(file: &File, all: &mut [u8], place: u64) -> io::Result<()> {
    let mut done = 0;
    while done < all.len() {
        let read =
            std::os::windows::fs::FileExt::seek_read(file, &mut all[done..], place + done as u64)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        done += read;
    }
    Ok(())
}

impl HasLen for Reading {
    fn len(&self) -> usize {
        self.length
    }
}

impl FileHandle for Reading {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.length {
            return Err(chunks::damaged());
        }
        if range.is_empty() {
            return Ok(OwnedBytes::empty());
        }
        if let Some(bytes) = self.in_recent(&range) {
            return Ok(bytes);
        }
        self.cache.get_or_read(self.number, range.clone(), || self.decrypt(range))
    }
}
