//! A download in pieces: what has come is durable and encrypted, and goes on after any end.
//!
//! ```text
//! nonce (24) | length (4) | piece + tag (16) | nonce ...
//! ```
//!
//! Each piece is sealed by itself under a random nonce and bound to its file and its place. What
//! a power cut left of the last piece is cut off at the next opening. When everything is here, it
//! is read once more, hashed, and put into the vault like any other file.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use chacha20poly1305::XNonce;
use zeroize::Zeroizing;

use super::keys::{self, Key, NONCE, TAG};
use super::{Stored, Vault, VaultError};
use crate::ContentHash;

/// Largest piece; a longer one is cut into several.
const PIECE: usize = 1024 * 1024;
const HEAD: usize = NONCE + 4;

/// A download that is not complete. One at a time per file.
pub struct Incoming<'v> {
    vault: &'v Vault,
    file: File,
    path: PathBuf,
    hash: ContentHash,
    bytes: u64,
    have: u64,
    /// Where the next piece goes in the file.
    end: u64,
}

impl<'v> Incoming<'v> {
    pub(super) fn open(
        vault: &'v Vault,
        path: PathBuf,
        hash: ContentHash,
        bytes: u64,
    ) -> Result<Self, VaultError> {
        if bytes > super::MAX_FILE_BYTES {
            return Err(VaultError::TooLarge);
        }
        let file =
            OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path)?;
        let mut incoming = Self { vault, file, path, hash, bytes, have: 0, end: 0 };
        incoming.recover()?;
        Ok(incoming)
    }

    /// Finds out how much is durable, and cuts off what is not whole.
    fn recover(&mut self) -> Result<(), VaultError> {
        let length = self.file.metadata()?.len();
        let mut last = None;
        while let Some(piece) = self.head(self.end, length)? {
            if self.have + piece > self.bytes {
                break;
            }
            last = Some((self.end, self.have));
            self.have += piece;
            self.end += HEAD as u64 + piece + TAG as u64;
        }
        // Only the last piece can have been under way when the machine stopped.
        if let Some((end, have)) = last
            && self.piece(end, have).is_err()
        {
            (self.end, self.have) = (end, have);
        }
        if self.end < length {
            self.file.set_len(self.end)?;
        }
        Ok(())
    }

    /// Length of the piece at `at`, if all of it is there.
    fn head(&mut self, at: u64, file: u64) -> Result<Option<u64>, VaultError> {
        if at + (HEAD + TAG) as u64 > file {
            return Ok(None);
        }
        self.file.seek(SeekFrom::Start(at + NONCE as u64))?;
        let mut length = [0; 4];
        self.file.read_exact(&mut length)?;
        let length = u64::from(u32::from_be_bytes(length));
        let whole = at + (HEAD + TAG) as u64 + length <= file;
        Ok((whole && (1..=PIECE as u64).contains(&length)).then_some(length))
    }

    /// Reads the piece that begins at `at` in the file and at `offset` in the content.
    fn piece(&mut self, at: u64, offset: u64) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        self.file.seek(SeekFrom::Start(at))?;
        let mut head = [0; HEAD];
        self.file.read_exact(&mut head)?;
        let (nonce, length) = head.split_first_chunk::<NONCE>().ok_or(VaultError::Damaged)?;
        let length = length.try_into().map(u32::from_be_bytes).map_err(|_| VaultError::Damaged)?;
        let whole = u64::from(length) + TAG as u64;
        let mut piece = Zeroizing::new(Vec::with_capacity(PIECE + TAG));
        if (&mut self.file).take(whole).read_to_end(&mut piece)? as u64 != whole {
            return Err(VaultError::Damaged);
        }
        let bound = self.bound(offset, length);
        let cipher = keys::cipher(self.key());
        keys::decrypt(&cipher, &XNonce::from(*nonce), &bound, &mut piece)?;
        Ok(piece)
    }

    fn key(&self) -> &'v Key {
        &self.vault.keys.pieces
    }

    /// A piece of another file or another place does not open.
    fn bound(&self, offset: u64, length: u32) -> Vec<u8> {
        let numbers = [&self.bytes.to_be_bytes()[..], &offset.to_be_bytes()].concat();
        [&b"bbpiece1"[..], self.hash.as_bytes(), &numbers, &length.to_be_bytes()].concat()
    }

    /// Bytes that are here for good: where to go on.
    pub fn durable(&self) -> u64 {
        self.have
    }

    /// Size of the whole, bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Adds what comes next, durably. Returns `durable`.
    ///
    /// # Errors
    /// `TooLarge` when it is more than was announced; `DiskFull`, and what was here before stays.
    pub fn append(&mut self, content: &[u8]) -> Result<u64, VaultError> {
        if self.have + content.len() as u64 > self.bytes {
            return Err(VaultError::TooLarge);
        }
        let before = (self.end, self.have);
        let added = content.chunks(PIECE).try_for_each(|piece| self.add(piece));
        match added.and_then(|()| self.file.sync_data().map_err(VaultError::from)) {
            Ok(()) => Ok(self.have),
            Err(error) => {
                (self.end, self.have) = before;
                self.file.set_len(self.end)?;
                Err(error)
            }
        }
    }

    fn add(&mut self, piece: &[u8]) -> Result<(), VaultError> {
        let nonce = keys::random::<NONCE>()?;
        let length = u32::try_from(piece.len()).map_err(|_| VaultError::TooLarge)?;
        let mut sealed = Zeroizing::new(Vec::with_capacity(piece.len() + TAG));
        sealed.extend_from_slice(piece);
        let bound = self.bound(self.have, length);
        keys::encrypt(&keys::cipher(self.key()), &XNonce::from(nonce), &bound, &mut sealed)?;
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(&[&nonce[..], &length.to_be_bytes()].concat())?;
        self.file.write_all(&sealed)?;
        self.have += piece.len() as u64;
        self.end += (HEAD + sealed.len()) as u64;
        Ok(())
    }

    /// Checks the whole against its hash and makes it a file of the vault.
    ///
    /// # Errors
    /// `Incomplete`; `WrongHash` or `Damaged`, and the download begins anew next time; `DiskFull`,
    /// and what is here stays.
    pub fn finish(mut self) -> Result<Stored, VaultError> {
        if self.have != self.bytes {
            return Err(VaultError::Incomplete);
        }
        let (vault, hash) = (self.vault, self.hash);
        let mut content =
            Content { incoming: &mut self, at: 0, offset: 0, piece: Zeroizing::default(), read: 0 };
        let stored = vault.put_as(&mut content, Some(hash));
        if !matches!(stored, Err(VaultError::DiskFull | VaultError::Io(_))) {
            fs::remove_file(&self.path)?;
        }
        stored
    }
}

/// The content of a complete download, piece by piece.
struct Content<'i, 'v> {
    incoming: &'i mut Incoming<'v>,
    at: u64,
    offset: u64,
    piece: Zeroizing<Vec<u8>>,
    read: usize,
}

impl Read for Content<'_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() {
            if self.at >= self.incoming.end {
                return Ok(0);
            }
            self.piece = self.incoming.piece(self.at, self.offset)?;
            self.at += (HEAD + self.piece.len() + TAG) as u64;
            self.offset += self.piece.len() as u64;
            self.read = 0;
        }
        let count = out.len().min(self.piece.len() - self.read);
        out[..count].copy_from_slice(&self.piece[self.read..self.read + count]);
        self.read += count;
        Ok(count)
    }
}
