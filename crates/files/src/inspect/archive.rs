//! ZIP and what is built on it: Open XML and OFD. Read by the central directory, then entry by
//! entry, so that an archive that lies about its sizes is found out too.

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;

use super::{HeldReason, Limits, is_program_name, ole};
use crate::detect::is_program;
use crate::{Media, VaultError};

/// More entries than any real document has.
const MAX_ENTRIES: u64 = 20_000;
/// Below this, a high ratio is harmless.
const RATIO_FROM: u64 = 16 * 1024 * 1024;
/// Largest archive within an archive that is looked into.
const MAX_NESTED: u64 = 64 * 1024 * 1024;
const END_RECORD: usize = 22;
const MAX_COMMENT: u64 = 65_535;
const END_MARK: &[u8] = b"PK\x05\x06";
const END64_LOCATOR: u64 = 20;
const LOCAL_HEADER: usize = 30;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const BLOCK: usize = 64 * 1024;

/// One line of the central directory.
struct Entry {
    name: Vec<u8>,
    method: u16,
    encrypted: bool,
    packed: u64,
    unpacked: u64,
    offset: u64,
}

/// Why the directory gives no entries.
enum Fault {
    Io(io::Error),
    Unreadable,
    TooMany,
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidInput => Self::Unreadable,
            _ => Self::Io(error),
        }
    }
}

/// Which kind of document the archive is; `Zip` when it is none.
pub(crate) fn kind(source: &mut (impl Read + Seek)) -> Media {
    let Ok(entries) = entries(source) else { return Media::Zip };
    let has = |wanted: &[u8]| entries.iter().any(|entry| entry.name == wanted);
    let under = |folder: &[u8]| entries.iter().any(|entry| entry.name.starts_with(folder));
    if has(b"OFD.xml") {
        return Media::Ofd;
    }
    if has(b"[Content_Types].xml") {
        return match () {
            () if under(b"word/") => Media::Docx,
            () if under(b"xl/") => Media::Xlsx,
            () if under(b"ppt/") => Media::Pptx,
            () => Media::Unknown,
        };
    }
    let java = has(b"META-INF/MANIFEST.MF") && entries.iter().any(|e| e.name.ends_with(b".class"));
    if java || has(b"AndroidManifest.xml") {
        return Media::Executable;
    }
    // OpenDocument and e-books name themselves first.
    if has(b"mimetype") { Media::Unknown } else { Media::Zip }
}

/// What is wrong with the archive.
pub(super) fn examine(
    source: &mut (impl Read + Seek),
    bytes: u64,
    limits: &Limits,
) -> io::Result<Option<HeldReason>> {
    if ole::is_encrypted_package(source) {
        return Ok(Some(HeldReason::PasswordProtected));
    }
    let mut budget = limits.unpacked;
    walk(source, bytes, limits, limits.depth, &mut budget)
}

fn walk(
    source: &mut (impl Read + Seek),
    bytes: u64,
    limits: &Limits,
    depth: u32,
    budget: &mut u64,
) -> io::Result<Option<HeldReason>> {
    if depth == 0 {
        return Ok(Some(HeldReason::ArchiveBomb));
    }
    let entries = match entries(source) {
        Ok(entries) => entries,
        Err(Fault::Io(error)) => return Err(error),
        Err(Fault::Unreadable) => return Ok(Some(HeldReason::Unreadable)),
        Err(Fault::TooMany) => return Ok(Some(HeldReason::ArchiveBomb)),
    };
    if let Some(reason) = by_directory(&entries, bytes, limits, *budget) {
        return Ok(Some(reason));
    }
    for entry in &entries {
        if let Some(reason) = look_into(source, entry, limits, depth, budget)? {
            return Ok(Some(reason));
        }
    }
    Ok(None)
}

/// What the central directory alone says.
fn by_directory(entries: &[Entry], bytes: u64, limits: &Limits, budget: u64) -> Option<HeldReason> {
    let total = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(entry.unpacked));
    let grows = total > RATIO_FROM && total / bytes.max(1) > limits.ratio;
    if total > budget || grows || overlap(entries) {
        return Some(HeldReason::ArchiveBomb);
    }
    if entries.iter().any(|entry| is_program_name(&String::from_utf8_lossy(&entry.name))) {
        return Some(HeldReason::Executable);
    }
    if entries.iter().any(|entry| entry.name.ends_with(b"vbaProject.bin")) {
        return Some(HeldReason::Macros);
    }
    entries.iter().any(|entry| entry.encrypted).then_some(HeldReason::PasswordProtected)
}

/// Entries that share bytes: a few megabytes then count as petabytes.
fn overlap(entries: &[Entry]) -> bool {
    let mut places: Vec<(u64, u64)> = entries.iter().map(|e| (e.offset, e.packed)).collect();
    places.sort_unstable();
    places.windows(2).any(|pair| {
        let end = pair[0].0.saturating_add(LOCAL_HEADER as u64).saturating_add(pair[0].1);
        end > pair[1].0
    })
}

/// Unpacks one entry into nothing, to see whether it is what the directory says.
fn look_into(
    source: &mut (impl Read + Seek),
    entry: &Entry,
    limits: &Limits,
    depth: u32,
    budget: &mut u64,
) -> io::Result<Option<HeldReason>> {
    let Some(packed) = packed(source, entry)? else { return Ok(Some(HeldReason::Unreadable)) };
    match entry.method {
        STORED => contents(packed, entry, limits, depth, budget),
        DEFLATED => contents(DeflateDecoder::new(packed), entry, limits, depth, budget),
        // Other methods cannot be unpacked here; the sizes of the directory were looked at.
        _ => Ok(None),
    }
}

fn contents(
    mut content: impl Read,
    entry: &Entry,
    limits: &Limits,
    depth: u32,
    budget: &mut u64,
) -> io::Result<Option<HeldReason>> {
    let mut block = vec![0; BLOCK];
    let mut nested = Vec::new();
    let mut is_archive = false;
    let mut seen = 0_u64;
    loop {
        let read = match content.read(&mut block) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if is_of_content(&error) => return Ok(Some(HeldReason::Unreadable)),
            Err(error) => return Err(error),
        };
        if seen == 0 {
            if is_program(&block[..read]) {
                return Ok(Some(HeldReason::Executable));
            }
            is_archive = block[..read].starts_with(b"PK\x03\x04");
        }
        seen += read as u64;
        if seen > entry.unpacked || seen > *budget {
            return Ok(Some(HeldReason::ArchiveBomb));
        }
        if is_archive {
            nested.extend_from_slice(&block[..read]);
            if nested.len() as u64 > MAX_NESTED {
                return Ok(Some(HeldReason::ArchiveBomb));
            }
        }
    }
    *budget -= seen;
    if is_archive {
        let bytes = nested.len() as u64;
        // Boxed by type, not by heap: one level is one instance, or the types would never end.
        return walk_nested(&mut Cursor::new(nested), bytes, limits, depth - 1, budget);
    }
    Ok(None)
}

/// Whether the packed bytes are at fault, and not the disk or the vault they came from.
fn is_of_content(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    let ours = error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<VaultError>);
    matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof) && !ours
}

fn walk_nested(
    source: &mut Cursor<Vec<u8>>,
    bytes: u64,
    limits: &Limits,
    depth: u32,
    budget: &mut u64,
) -> io::Result<Option<HeldReason>> {
    walk(source, bytes, limits, depth, budget)
}

/// The packed bytes of an entry, as its local header says where.
fn packed<'a, R: Read + Seek>(
    source: &'a mut R,
    entry: &Entry,
) -> io::Result<Option<BufReader<io::Take<&'a mut R>>>> {
    source.seek(SeekFrom::Start(entry.offset))?;
    let mut header = [0; LOCAL_HEADER];
    match source.read_exact(&mut header) {
        Ok(()) if header.starts_with(b"PK\x03\x04") => {}
        Ok(()) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let skip =
        LOCAL_HEADER as u64 + u64::from(u16_at(&header, 26)) + u64::from(u16_at(&header, 28));
    let Some(begin) = entry.offset.checked_add(skip) else { return Ok(None) };
    source.seek(SeekFrom::Start(begin))?;
    Ok(Some(BufReader::new(source.take(entry.packed))))
}

/// The central directory.
fn entries(source: &mut (impl Read + Seek)) -> Result<Vec<Entry>, Fault> {
    let (count, at) = directory(source)?;
    if count > MAX_ENTRIES {
        return Err(Fault::TooMany);
    }
    source.seek(SeekFrom::Start(at))?;
    let mut lines = BufReader::new(source);
    (0..count).map(|_| line(&mut lines)).collect()
}

/// Number of entries and where the directory begins.
fn directory(source: &mut (impl Read + Seek)) -> Result<(u64, u64), Fault> {
    let length = source.seek(SeekFrom::End(0))?;
    let tail_at = length.saturating_sub(END_RECORD as u64 + MAX_COMMENT);
    source.seek(SeekFrom::Start(tail_at))?;
    let mut tail = Vec::new();
    source.take(END_RECORD as u64 + MAX_COMMENT).read_to_end(&mut tail)?;
    let last = tail.len().checked_sub(END_RECORD).ok_or(Fault::Unreadable)?;
    let end = (0..=last).rev().find(|at| tail[*at..].starts_with(END_MARK));
    let end = end.ok_or(Fault::Unreadable)?;
    let (count, at) = (u16_at(&tail, end + 10), u32_at(&tail, end + 16));
    if count == u16::MAX || at == u32::MAX {
        return directory64(source, tail_at + end as u64);
    }
    Ok((u64::from(count), u64::from(at)))
}

fn directory64(source: &mut (impl Read + Seek), end: u64) -> Result<(u64, u64), Fault> {
    let locator = end.checked_sub(END64_LOCATOR).ok_or(Fault::Unreadable)?;
    source.seek(SeekFrom::Start(locator))?;
    let mut bytes = [0; 56];
    source.read_exact(&mut bytes[..20])?;
    if !bytes.starts_with(b"PK\x06\x07") {
        return Err(Fault::Unreadable);
    }
    source.seek(SeekFrom::Start(u64_at(&bytes, 8)))?;
    source.read_exact(&mut bytes)?;
    if !bytes.starts_with(b"PK\x06\x06") {
        return Err(Fault::Unreadable);
    }
    Ok((u64_at(&bytes, 32), u64_at(&bytes, 48)))
}

fn line(source: &mut impl Read) -> Result<Entry, Fault> {
    let mut fixed = [0; 46];
    source.read_exact(&mut fixed)?;
    if !fixed.starts_with(b"PK\x01\x02") {
        return Err(Fault::Unreadable);
    }
    let mut name = vec![0; usize::from(u16_at(&fixed, 28))];
    source.read_exact(&mut name)?;
    let mut extra = vec![0; usize::from(u16_at(&fixed, 30))];
    source.read_exact(&mut extra)?;
    let mut comment = vec![0; usize::from(u16_at(&fixed, 32))];
    source.read_exact(&mut comment)?;
    let mut entry = Entry {
        name,
        method: u16_at(&fixed, 10),
        encrypted: u16_at(&fixed, 8) & 1 == 1,
        packed: u64::from(u32_at(&fixed, 20)),
        unpacked: u64::from(u32_at(&fixed, 24)),
        offset: u64::from(u32_at(&fixed, 42)),
    };
    widen(&mut entry, &extra);
    Ok(entry)
}

/// Sizes that do not fit into 32 bits stand in an extra field, in this order, as far as needed.
fn widen(entry: &mut Entry, extra: &[u8]) {
    let mut rest = extra;
    while rest.len() >= 4 {
        let (id, length) = (u16_at(rest, 0), usize::from(u16_at(rest, 2)));
        let Some(field) = rest.get(4..4 + length) else { return };
        if id == 1 {
            let mut values = field.chunks_exact(8).map(|bytes| u64_at(bytes, 0));
            for size in [&mut entry.unpacked, &mut entry.packed, &mut entry.offset] {
                if *size == u64::from(u32::MAX) {
                    *size = values.next().unwrap_or(*size);
                }
            }
        }
        rest = &rest[4 + length..];
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
