//! One file in the vault: how it is written, and how it is read.
//!
//! ```text
//! magic (8) | nonce (24) | sealed { file key 32, nonce prefix 19, SHA-256 32, length 8 } + tag 16
//! chunk 0 + tag 16 | chunk 1 + tag 16 | ... | last chunk + tag 16
//! ```
//!
//! Chunks are 1 MiB, the last one shorter. Each is encrypted under the file's own random key with
//! a nonce of prefix, index and last-flag (the STREAM construction): a chunk fits in one place of
//! one file only. Hash and length are known when everything is written, so they stand in the
//! header, which is sealed last and which alone gives the key that opens the chunks.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use chacha20poly1305::XChaCha20Poly1305;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::keys::{self, Key, NONCE, TAG};
use super::{MAX_FILE_BYTES, VaultError};
use crate::ContentHash;

const MAGIC: &[u8; 8] = b"bbfile1\n";
const PREFIX: usize = 19;
const SECRETS: usize = 32 + PREFIX + 32 + 8;
const HEADER: usize = MAGIC.len() + NONCE + SECRETS + TAG;
/// Bytes of content in a chunk.
pub(super) const CHUNK: usize = 1024 * 1024;

/// What a header holds.
struct Secrets {
    key: Key,
    prefix: [u8; PREFIX],
    hash: ContentHash,
    length: u64,
}

impl Secrets {
    fn cipher(&self) -> XChaCha20Poly1305 {
        keys::cipher(&self.key)
    }

    fn seal(&self, headers: &Key, name: &str) -> Result<Vec<u8>, VaultError> {
        let mut text = Zeroizing::new(Vec::with_capacity(SECRETS));
        text.extend_from_slice(&*self.key);
        text.extend_from_slice(&self.prefix);
        text.extend_from_slice(self.hash.as_bytes());
        text.extend_from_slice(&self.length.to_be_bytes());
        let sealed = keys::seal(headers, &text, &bound(name))?;
        Ok([&MAGIC[..], &sealed].concat())
    }

    fn unseal(headers: &Key, name: &str, header: &[u8]) -> Result<Self, VaultError> {
        let sealed = header.strip_prefix(MAGIC).ok_or(VaultError::Damaged)?;
        let text = keys::unseal(headers, sealed, &bound(name))?;
        let (key, rest) = text.split_first_chunk::<32>().ok_or(VaultError::Damaged)?;
        let (prefix, rest) = rest.split_first_chunk::<PREFIX>().ok_or(VaultError::Damaged)?;
        let (hash, rest) = rest.split_first_chunk::<32>().ok_or(VaultError::Damaged)?;
        let length = rest.try_into().map_err(|_| VaultError::Damaged)?;
        Ok(Self {
            key: Zeroizing::new(*key),
            prefix: *prefix,
            hash: ContentHash::from_bytes(*hash),
            length: u64::from_be_bytes(length),
        })
    }
}

/// A header under another name does not open.
fn bound(name: &str) -> Vec<u8> {
    [&MAGIC[..], name.as_bytes()].concat()
}

/// Number of chunks of a content; an empty one has one, which is empty.
fn chunks(length: u64) -> u64 {
    length.div_ceil(CHUNK as u64).max(1)
}

/// What was written.
pub(super) struct Written {
    secrets: Secrets,
}

impl Written {
    pub(super) fn hash(&self) -> ContentHash {
        self.secrets.hash
    }

    pub(super) fn bytes(&self) -> u64 {
        self.secrets.length
    }
}

/// Encrypts everything that `source` gives into `file`, leaving room for the header.
pub(super) fn write(file: &mut File, source: &mut impl Read) -> Result<Written, VaultError> {
    let key = Zeroizing::new(keys::random::<32>()?);
    let prefix = keys::random::<PREFIX>()?;
    let cipher = keys::cipher(&key);
    file.write_all(&[0; HEADER])?;
    let mut digest = Sha256::new();
    let mut length = 0_u64;
    let mut index = 0_u32;
    let mut chunk = Zeroizing::new(Vec::with_capacity(CHUNK + TAG));
    let mut next = Zeroizing::new(Vec::with_capacity(CHUNK + TAG));
    fill(source, &mut chunk)?;
    loop {
        length += chunk.len() as u64;
        if length > MAX_FILE_BYTES {
            return Err(VaultError::TooLarge);
        }
        digest.update(&*chunk);
        fill(source, &mut next)?;
        let last = next.is_empty();
        keys::encrypt(&cipher, &keys::chunk_nonce(&prefix, index, last), MAGIC, &mut chunk)?;
        file.write_all(&chunk)?;
        if last {
            break;
        }
        std::mem::swap(&mut chunk, &mut next);
        index += 1;
    }
    let hash = ContentHash::from_bytes(digest.finalize().into());
    Ok(Written { secrets: Secrets { key, prefix, hash, length } })
}

/// Seals the header under the name the file will have.
pub(super) fn finish(
    file: &mut File,
    written: &Written,
    headers: &Key,
    name: &str,
) -> Result<(), VaultError> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&written.secrets.seal(headers, name)?)?;
    Ok(file.sync_all()?)
}

/// Reads until the chunk is full or nothing more comes.
fn fill(source: &mut impl Read, chunk: &mut Vec<u8>) -> io::Result<()> {
    chunk.clear();
    source.take(CHUNK as u64).read_to_end(chunk).map(drop)
}

/// An open file of the vault. Whatever is read from it is what was put in, or an error.
pub struct Blob {
    file: File,
    secrets: Secrets,
    cipher: XChaCha20Poly1305,
    position: u64,
    /// The chunk that was read last, decrypted.
    chunk: Zeroizing<Vec<u8>>,
    loaded: Option<u64>,
}

impl Blob {
    pub(super) fn open(mut file: File, headers: &Key, name: &str) -> Result<Self, VaultError> {
        let mut header = [0; HEADER];
        file.read_exact(&mut header).map_err(cut)?;
        let secrets = Secrets::unseal(headers, name, &header)?;
        let tags = chunks(secrets.length) * TAG as u64;
        if file.metadata()?.len() != HEADER as u64 + secrets.length + tags {
            return Err(VaultError::Damaged);
        }
        let cipher = secrets.cipher();
        let chunk = Zeroizing::new(Vec::with_capacity(CHUNK + TAG));
        Ok(Self { file, secrets, cipher, position: 0, chunk, loaded: None })
    }

    /// SHA-256 of the content.
    pub fn hash(&self) -> ContentHash {
        self.secrets.hash
    }

    /// Size of the content, bytes.
    pub fn length(&self) -> u64 {
        self.secrets.length
    }

    fn load(&mut self, index: u64) -> Result<(), VaultError> {
        if self.loaded == Some(index) {
            return Ok(());
        }
        self.loaded = None;
        let begin = index * CHUNK as u64;
        let length = (self.secrets.length - begin).min(CHUNK as u64);
        self.file.seek(SeekFrom::Start(HEADER as u64 + index * (CHUNK + TAG) as u64))?;
        self.chunk.clear();
        let whole = length + TAG as u64;
        if (&mut self.file).take(whole).read_to_end(&mut self.chunk)? as u64 != whole {
            return Err(VaultError::Damaged);
        }
        let last = index + 1 == chunks(self.secrets.length);
        let index32 = u32::try_from(index).map_err(|_| VaultError::Damaged)?;
        let nonce = keys::chunk_nonce(&self.secrets.prefix, index32, last);
        keys::decrypt(&self.cipher, &nonce, MAGIC, &mut self.chunk)?;
        self.loaded = Some(index);
        Ok(())
    }
}

fn cut(error: io::Error) -> VaultError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => VaultError::Damaged,
        _ => error.into(),
    }
}

impl Read for Blob {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let at_end = self.position >= self.secrets.length;
        // The one chunk of an empty file is checked too.
        if out.is_empty() || (at_end && self.secrets.length > 0) {
            return Ok(0);
        }
        self.load(self.position / CHUNK as u64)?;
        let within = usize::try_from(self.position % CHUNK as u64).unwrap_or(0);
        let rest = &self.chunk[within..];
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Blob {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let moved = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.secrets.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = moved.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
