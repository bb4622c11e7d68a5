//! Writing and reading the file: header, sealed part, signature.

use std::io::{self, Read, Write};
use std::ops::Range;

use age::{DecryptError, Decryptor, Encryptor};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::header::{self, Answered, Header, Kind, Part};
use crate::keys::{self, Pair, fingerprint};
use crate::{BundleError, Result};

/// Largest sealed part, bytes: what a slow stick and a small machine bear.
pub const MAX_SEALED_BYTES: u64 = 64 * 1024 * 1024;
/// Largest file: the sealed part, its header and the signature, bytes.
pub const MAX_FILE_BYTES: u64 = MAX_SEALED_BYTES + 8 * 1024;
/// Largest inside once it is unpacked, bytes.
pub const MAX_UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// As much of a file as has its whole header, bytes.
pub const BEGINNING_BYTES: u64 = 8 * 1024;
pub(crate) const SIGNATURE_BYTES: usize = 64;
const LEVEL: i32 = 9;
/// Largest window of the compression that is taken, as a power of two: what level 9 writes fits,
/// and a hostile file cannot ask for gigabytes.
const MAX_WINDOW_LOG: u32 = 27;

/// What a bundle is written with.
pub struct Letter<'a> {
    /// Which way it goes.
    pub kind: Kind,
    /// Identity of the bundle.
    pub id: Uuid,
    /// The station that writes it, or that it is for.
    pub station: Uuid,
    /// Running number of that station's bundles.
    pub number: u32,
    /// The writer's clock, UTC milliseconds.
    pub written_at: i64,
    /// What it answers.
    pub answers: Option<Answered>,
    /// The key it is sealed to (`age1...`).
    pub to: &'a str,
    /// Who signs it.
    pub from: &'a Pair,
}

/// The inside with what binds it to its header, so that nobody can put another's sealed part
/// under a header of their own.
#[derive(Serialize, Deserialize)]
pub(crate) struct Bound<T> {
    pub(crate) bundle: Uuid,
    pub(crate) station: Uuid,
    pub(crate) content: T,
}

/// Writes a bundle; also returns the header it got.
///
/// # Errors
/// `TooLarge` when it does not fit, `BadKey` when nothing can be sealed to the key.
pub fn write<T: Serialize>(letter: &Letter<'_>, content: &T) -> Result<(Header, Vec<u8>)> {
    let bound = Bound { bundle: letter.id, station: letter.station, content };
    let sealed = seal(letter.to, LEVEL, |packing| Ok(serde_json::to_writer(packing, &bound)?))?;
    finish(letter, None, sealed)
}

/// Puts the header before a sealed part and the signature behind it.
pub(crate) fn finish(
    letter: &Letter<'_>,
    part: Option<Part>,
    sealed: Vec<u8>,
) -> Result<(Header, Vec<u8>)> {
    if sealed.len() as u64 > MAX_SEALED_BYTES {
        return Err(BundleError::TooLarge);
    }
    let header = Header {
        kind: letter.kind,
        id: letter.id,
        station: letter.station,
        number: letter.number,
        written_at: letter.written_at,
        to: fingerprint(letter.to),
        signer: letter.from.public().signing,
        answers: letter.answers.clone(),
        part,
        bytes: sealed.len() as u64,
        sha256: hex::encode(Sha256::digest(&sealed)),
    };
    let mut file = header::text(&header)?;
    file.reserve_exact(sealed.len() + SIGNATURE_BYTES);
    file.extend_from_slice(&sealed);
    drop(sealed);
    let signature = letter.from.sign(&file);
    file.extend_from_slice(&signature);
    Ok((header, file))
}

/// Seals what `fill` writes, packed with this effort.
pub(crate) fn seal(
    to: &str,
    level: i32,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Vec<u8>> {
    let recipient = keys::recipient(to)?;
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| BundleError::BadKey)?;
    let mut sealed = Vec::new();
    let broken = |_| BundleError::Unreadable;
    let sealing = encryptor.wrap_output(&mut sealed).map_err(broken)?;
    let mut packing = zstd::Encoder::new(sealing, level).map_err(broken)?;
    fill(&mut packing).map_err(broken)?;
    let mut sealing = packing.finish().map_err(broken)?;
    sealing.flush().map_err(broken)?;
    sealing.finish().map_err(broken)?;
    Ok(sealed)
}

/// Says what a file is by its beginning alone, for a list: whether it is whole and as it was signed
/// only [`Bundle::read`] says. `beginning` has [`BEGINNING_BYTES`], or all of a shorter file.
///
/// # Errors
/// `NotABundle`, `Newer`, `TooLarge`, `CutShort`, `Changed`.
pub fn peek(beginning: &[u8], length: u64) -> Result<Header> {
    let (header, begin) = header::read(beginning)?;
    fits(&header, begin as u64, length)?;
    Ok(header)
}

/// Whether a file of this length holds what its header says.
fn fits(header: &Header, begin: u64, length: u64) -> Result<()> {
    if length > MAX_FILE_BYTES || header.bytes > MAX_SEALED_BYTES {
        return Err(BundleError::TooLarge);
    }
    match length.cmp(&(begin + header.bytes + SIGNATURE_BYTES as u64)) {
        std::cmp::Ordering::Less => Err(BundleError::CutShort),
        std::cmp::Ordering::Greater => Err(BundleError::Changed),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

/// A bundle that is whole and as it was signed. By whom, its reader has to check.
pub struct Bundle {
    header: Header,
    file: Vec<u8>,
    sealed: Range<usize>,
}

impl Bundle {
    /// Checks everything that can be checked without a key of one's own.
    ///
    /// # Errors
    /// `NotABundle`, `Newer`, `TooLarge`, `CutShort`, `Changed`.
    pub fn read(file: Vec<u8>) -> Result<Self> {
        if file.len() as u64 > MAX_FILE_BYTES {
            return Err(BundleError::TooLarge);
        }
        let (header, begin) = header::read(&file)?;
        fits(&header, begin as u64, file.len() as u64)?;
        let end = file.len() - SIGNATURE_BYTES;
        let (signed, signature) = file.split_at(end);
        let is_whole = hex::encode(Sha256::digest(&signed[begin..])) == header.sha256;
        if !is_whole || !keys::is_signed(&header.signer, signed, signature) {
            return Err(BundleError::Changed);
        }
        Ok(Self { header, sealed: begin..end, file })
    }

    /// What can be read without a key.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The whole file.
    pub fn file(&self) -> &[u8] {
        &self.file
    }

    /// The whole file, given away.
    pub fn into_file(self) -> Vec<u8> {
        self.file
    }

    /// Refuses a bundle that goes the other way.
    ///
    /// # Errors
    /// `OtherKind`.
    pub fn expect(&self, kind: Kind) -> Result<()> {
        if self.header.kind == kind { Ok(()) } else { Err(BundleError::OtherKind) }
    }

    /// Refuses a bundle that none of these Ed25519 keys signed.
    ///
    /// # Errors
    /// `UnknownSender`.
    pub fn signed_by<'k>(&self, known: impl IntoIterator<Item = &'k str>) -> Result<()> {
        // The signature itself was checked against the header's key when the bundle was read.
        let is_known = known.into_iter().any(|key| key == self.header.signer);
        if is_known { Ok(()) } else { Err(BundleError::UnknownSender) }
    }

    /// Whether it is sealed to this key (`age1...`).
    pub fn is_for(&self, sealing: &str) -> bool {
        self.header.to == fingerprint(sealing)
    }

    /// Opens what is inside, with whichever of the reader's keys it is sealed to.
    ///
    /// # Errors
    /// `ForSomeoneElse`, `TooLarge`, `Unreadable`; `Changed` when the inside belongs under another
    /// header.
    pub fn open<T: DeserializeOwned>(&self, mine: &[Pair]) -> Result<T> {
        let mut inside = Vec::new();
        let mut bounded = self.unsealed(mine)?.take(MAX_UNPACKED_BYTES + 1);
        bounded.read_to_end(&mut inside).map_err(|_| BundleError::Unreadable)?;
        if inside.len() as u64 > MAX_UNPACKED_BYTES {
            return Err(BundleError::TooLarge);
        }
        self.bound(&inside)
    }

    /// What is inside, as it is read.
    pub(crate) fn unsealed(&self, mine: &[Pair]) -> Result<impl Read> {
        let fits = |pair: &&Pair| self.is_for(&pair.public().sealing);
        let pair = mine.iter().find(fits).ok_or(BundleError::ForSomeoneElse)?;
        let sealed = &self.file[self.sealed.clone()];
        let decryptor = Decryptor::new_buffered(sealed).map_err(|_| BundleError::Unreadable)?;
        let opened = decryptor
            .decrypt(std::iter::once(pair.identity() as &dyn age::Identity))
            .map_err(|error| match error {
                DecryptError::NoMatchingKeys => BundleError::ForSomeoneElse,
                _ => BundleError::Unreadable,
            })?;
        let mut unpacking = zstd::Decoder::new(opened).map_err(|_| BundleError::Unreadable)?;
        unpacking.window_log_max(MAX_WINDOW_LOG).map_err(|_| BundleError::Unreadable)?;
        Ok(unpacking)
    }

    /// Reads what was bound to this header.
    pub(crate) fn bound<T: DeserializeOwned>(&self, json: &[u8]) -> Result<T> {
        let bound: Bound<T> = serde_json::from_slice(json).map_err(|_| BundleError::Unreadable)?;
        if bound.bundle != self.header.id || bound.station != self.header.station {
            return Err(BundleError::Changed);
        }
        Ok(bound.content)
    }
}
