//! How a file lies on disk.
//!
//! ```text
//! magic (8) | prefix (15) | chunk 0 + tag (16) | chunk 1 + tag (16) | ... | last chunk + tag (16)
//! ```
//!
//! Chunks are 4 KiB, the last one shorter, perhaps empty. Each is sealed with XChaCha20-Poly1305
//! under a nonce of the file's random prefix, the chunk's number and a last-flag (the STREAM
//! construction), bound to the name of the file: a chunk fits in one place of one file only, and a
//! file that was cut has no last chunk.

use std::io;

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

const MAGIC: &[u8; 8] = b"bbfind2\n";
const PREFIX: usize = 15;
const TAG: usize = 16;
/// Bytes before the first chunk.
pub(super) const HEADER: usize = MAGIC.len() + PREFIX;
/// Bytes of content in a chunk: small, as most reads want a few hundred bytes, and a keystroke
/// reads a hundred documents that lie anywhere.
pub(super) const CHUNK: usize = 4 * 1024;
/// Bytes of a whole chunk on disk.
pub(super) const STRIDE: usize = CHUNK + TAG;

/// A file that is not what was written.
pub(super) fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "sealed file is damaged")
}

/// Seals whatever goes into the folder.
pub(super) struct Seal {
    cipher: XChaCha20Poly1305,
}

impl Seal {
    /// The key of the files follows from the caller's, so that neither serves two purposes.
    pub fn new(key: &[u8; 32]) -> Self {
        let mut own = Zeroizing::new([0; 32]);
        let source = Hkdf::<Sha256>::new(None, key);
        source
            .expand(b"bangban search 1: files", &mut *own)
            .expect("32 bytes are within what HKDF gives");
        Self { cipher: XChaCha20Poly1305::new((&*own).into()) }
    }

    /// The seal of one file.
    pub fn file(&self, name: &str) -> FileSeal {
        FileSeal { cipher: self.cipher.clone(), name: name.into(), prefix: [0; PREFIX] }
    }

    /// Seals a small content in one go.
    pub fn close_whole(&self, name: &str, data: &[u8]) -> io::Result<Vec<u8>> {
        let mut seal = self.file(name);
        let mut sealed = seal.begin()?;
        let mut rest = data;
        for number in 0.. {
            let last = rest.len() <= CHUNK;
            let (chunk, after) = rest.split_at(rest.len().min(CHUNK));
            sealed.extend(seal.close(number, last, chunk.to_vec())?);
            if last {
                break;
            }
            rest = after;
        }
        Ok(sealed)
    }

    /// Opens what `close_whole` made.
    pub fn open_whole(&self, name: &str, sealed: &[u8]) -> io::Result<Vec<u8>> {
        let mut seal = self.file(name);
        let body = seal.resume(sealed)?;
        let count = count(body.len())?;
        let mut data = Vec::with_capacity(body.len());
        for (number, chunk) in (0..).zip(body.chunks(STRIDE)) {
            data.extend(seal.open(number, number + 1 == count, chunk.to_vec())?);
        }
        Ok(data)
    }
}

/// Number of chunks in so many bytes after the header.
pub(super) fn count(bytes: usize) -> io::Result<u64> {
    let count = bytes.div_ceil(STRIDE);
    let rest = bytes - count.saturating_sub(1) * STRIDE;
    if rest < TAG { Err(damaged()) } else { Ok(count as u64) }
}

/// Bytes of content in so many bytes after the header.
pub(super) fn content(bytes: usize) -> io::Result<usize> {
    let chunks = usize::try_from(count(bytes)?).map_err(|_| damaged())?;
    Ok(bytes - chunks * TAG)
}

/// The seal of one file.
pub(super) struct FileSeal {
    cipher: XChaCha20Poly1305,
    name: Box<str>,
    prefix: [u8; PREFIX],
}

impl FileSeal {
    /// Draws a prefix; gives the header.
    pub fn begin(&mut self) -> io::Result<Vec<u8>> {
        getrandom::fill(&mut self.prefix).map_err(|_| io::Error::other("no random numbers"))?;
        Ok([&MAGIC[..], &self.prefix].concat())
    }

    /// Takes the prefix from what was written; gives what follows the header.
    pub fn resume<'a>(&mut self, sealed: &'a [u8]) -> io::Result<&'a [u8]> {
        let rest = sealed.strip_prefix(MAGIC).ok_or_else(damaged)?;
        let (prefix, body) = rest.split_first_chunk().ok_or_else(damaged)?;
        self.prefix = *prefix;
        Ok(body)
    }

    fn nonce(&self, number: u64, last: bool) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..PREFIX].copy_from_slice(&self.prefix);
        nonce[PREFIX..23].copy_from_slice(&number.to_be_bytes());
        nonce[23] = u8::from(last);
        XNonce::from(nonce)
    }

    /// Seals a chunk.
    pub fn close(&self, number: u64, last: bool, mut chunk: Vec<u8>) -> io::Result<Vec<u8>> {
        let nonce = self.nonce(number, last);
        let sealed = self.cipher.encrypt_in_place(&nonce, self.name.as_bytes(), &mut chunk);
        sealed.map_err(|_| damaged())?;
        Ok(chunk)
    }

    /// Opens a chunk.
    pub fn open(&self, number: u64, last: bool, mut chunk: Vec<u8>) -> io::Result<Vec<u8>> {
        let nonce = self.nonce(number, last);
        let opened = self.cipher.decrypt_in_place(&nonce, self.name.as_bytes(), &mut chunk);
        opened.map_err(|_| damaged())?;
        Ok(chunk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_comes_back_and_nothing_else_does() {
        let seal = Seal::new(&[7; 32]);
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let data = vec![9; length];
            let sealed = seal.close_whole("a", &data).unwrap();
            assert_eq!(seal.open_whole("a", &sealed).unwrap(), data, "{length} bytes");
            assert!(seal.open_whole("b", &sealed).is_err(), "under another name");
            assert!(Seal::new(&[8; 32]).open_whole("a", &sealed).is_err(), "with another key");
            let cut = &sealed[..sealed.len() - 1];
            assert!(seal.open_whole("a", cut).is_err(), "cut by a byte");
        }
        let long = seal.close_whole("a", &vec![9; 2 * CHUNK]).unwrap();
        assert!(seal.open_whole("a", &long[..HEADER + STRIDE]).is_err(), "cut by a chunk");
    }
}
