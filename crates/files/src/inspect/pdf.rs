//! What a PDF can do besides being read.
//!
//! Two looks, because either alone can be misled. The first goes over the bytes: names that have
//! no business in a plain document, also in compressed object streams, and streams that grow
//! beyond measure. The second follows the structure as a viewer does, through every object the
//! cross-reference table reaches, and catches what the first takes for content.
//!
//! Not seen: names inside object streams that are encrypted with a password other than the empty
//! one (such a file is held anyway), streams wrapped in ASCII85 or hexadecimal before they are
//! compressed, and what a particular viewer makes of a file that is broken on purpose.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use memchr::{memchr, memmem};

use super::{Found, HeldReason};

/// Largest stream after decompression, bytes.
const MAX_STREAM: u64 = 512 * 1024 * 1024;
/// All streams together.
const MAX_TOTAL: u64 = 2 * 1024 * 1024 * 1024;
/// Object streams are text; a larger one is no document's.
const MAX_OBJECT_STREAM: usize = 64 * 1024 * 1024;
/// How far before `stream` its dictionary may begin.
const DICTIONARY: usize = 2048;
/// Deeper than any document nests.
const MAX_DEPTH: u32 = 64;
const BLOCK: usize = 64 * 1024;

/// Reads and judges it.
pub(super) fn examine(source: &mut (impl Read + Seek), bytes: u64) -> io::Result<Found> {
    source.seek(SeekFrom::Start(0))?;
    let mut data = Vec::with_capacity(usize::try_from(bytes).unwrap_or(0));
    source.take(bytes).read_to_end(&mut data)?;
    let first = by_bytes(&data);
    if first == Some(HeldReason::ArchiveBomb) {
        // Following its structure would unpack it.
        return Ok(Found::held(HeldReason::ArchiveBomb));
    }
    let pdf = match Pdf::new(data) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
            return Ok(Found::held(HeldReason::PasswordProtected));
        }
        Err(_) => return Ok(Found::held(first.unwrap_or(HeldReason::Unreadable))),
    };
    let second = pdf.objects().into_iter().filter_map(|object| by_object(&object, 0)).min();
    let pages = u32::try_from(pdf.pages().len()).ok();
    let held = [first.map(Danger::of), second.map(Some)].into_iter().flatten().flatten().min();
    Ok(Found { held: held.map(Danger::reason), pixels: None, pages })
}

/// What was found, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Danger {
    Script,
    Launch,
    RichMedia,
    EmbeddedFile,
}

impl Danger {
    fn reason(self) -> HeldReason {
        match self {
            Self::Script => HeldReason::PdfScript,
            Self::Launch => HeldReason::PdfLaunch,
            Self::RichMedia => HeldReason::PdfRichMedia,
            Self::EmbeddedFile => HeldReason::PdfEmbeddedFile,
        }
    }

    fn of(reason: HeldReason) -> Option<Self> {
        [Self::Script, Self::Launch, Self::RichMedia, Self::EmbeddedFile]
            .into_iter()
            .find(|danger| danger.reason() == reason)
    }

    /// A name that is a danger wherever it stands; long enough not to come about by chance.
    fn of_name(name: &[u8]) -> Option<Self> {
        match name {
            b"JavaScript" => Some(Self::Script),
            b"Launch" => Some(Self::Launch),
            b"RichMedia" | b"RichMediaContent" => Some(Self::RichMedia),
            b"EmbeddedFile" | b"EmbeddedFiles" => Some(Self::EmbeddedFile),
            _ => None,
        }
    }

    /// A key of a dictionary that is a danger.
    fn of_key(key: &[u8]) -> Option<Self> {
        match key {
            b"JS" | b"XFA" => Some(Self::Script),
            b"EF" => Some(Self::EmbeddedFile),
            key => Self::of_name(key),
        }
    }
}

/// The look over the bytes.
fn by_bytes(data: &[u8]) -> Option<HeldReason> {
    let mut worst = names(data).filter_map(|name| Danger::of_name(&name)).min();
    let mut left = MAX_TOTAL;
    for begin in streams(data) {
        let dictionary = &data[begin.saturating_sub(DICTIONARY)..begin];
        // Only the dictionary that ends here.
        let start = memmem::rfind(dictionary, b" obj").unwrap_or(0);
        let dictionary = &dictionary[start..];
        let is = |wanted: &[u8]| names(dictionary).any(|name| name == wanted);
        if is(b"ObjStm") {
            match unpack(&data[begin..]) {
                None => return Some(HeldReason::ArchiveBomb),
                Some(text) => {
                    worst = worst.into_iter().chain(dangers_in(&text)).min();
                    left = left.saturating_sub(text.len() as u64);
                }
            }
        } else if is(b"FlateDecode") || is(b"Fl") {
            match weigh(&data[begin..], left) {
                None => return Some(HeldReason::ArchiveBomb),
                Some(weight) => left -= weight,
            }
        }
    }
    worst.map(Danger::reason)
}

fn dangers_in(text: &[u8]) -> Option<Danger> {
    names(text).filter_map(|name| Danger::of_key(&name)).min()
}

/// Every name in the bytes, with its `#xx` escapes resolved.
fn names(data: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let mut rest = data;
    std::iter::from_fn(move || {
        let at = memchr(b'/', rest)?;
        rest = &rest[at + 1..];
        Some(name(rest))
    })
}

/// Longest name that is of interest, escapes not counted.
const LONGEST_NAME: usize = 24;

fn name(bytes: &[u8]) -> Vec<u8> {
    let mut name = Vec::new();
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let delimiter = first.is_ascii_whitespace() || b"\0()<>[]{}/%".contains(first);
        if delimiter || name.len() > LONGEST_NAME {
            break;
        }
        let escaped = match rest {
            [b'#', high, low, ..] => hex_digit(*high).zip(hex_digit(*low)),
            _ => None,
        };
        if let Some((high, low)) = escaped {
            name.push(high << 4 | low);
            rest = &rest[3..];
        } else {
            name.push(*first);
            rest = tail;
        }
    }
    name
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Where the content of each stream begins.
fn streams(data: &[u8]) -> impl Iterator<Item = usize> {
    const KEYWORD: &[u8] = b"stream";
    memmem::find_iter(data, KEYWORD).filter_map(|at| {
        let begin = at + KEYWORD.len();
        if data[..at].ends_with(b"end") {
            return None;
        }
        match &data[begin..] {
            [b'\r', b'\n', ..] => Some(begin + 2),
            [b'\n' | b'\r', ..] => Some(begin + 1),
            _ => None,
        }
    })
}

/// Size after decompression; `None` when it is beyond measure.
///
/// Unpacked to its own end, not to `endstream`: that word can be part of the content.
fn weigh(packed: &[u8], left: u64) -> Option<u64> {
    let limit = MAX_STREAM.min(left);
    let mut decoder = ZlibDecoder::new(packed);
    let mut block = vec![0; BLOCK];
    let mut weight = 0;
    // An error is the end of what can be unpacked; what came before it counts.
    while let Ok(read @ 1..) = decoder.read(&mut block) {
        weight += read as u64;
        if weight > limit {
            return None;
        }
    }
    Some(weight)
}

fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    let limit = MAX_OBJECT_STREAM as u64 + 1;
    // As above: an error is the end.
    let _ = ZlibDecoder::new(packed).take(limit).read_to_end(&mut text);
    (text.len() <= MAX_OBJECT_STREAM).then_some(text)
}

/// The look at the structure. References are not followed: every object has its turn.
fn by_object(object: &Object<'_>, depth: u32) -> Option<Danger> {
    if depth > MAX_DEPTH {
        return None;
    }
    match object {
        Object::Dict(dict) => by_dict(dict, depth),
        Object::Stream(stream) => by_dict(stream.dict(), depth),
        Object::Array(array) => by_array(array, depth),
        _ => None,
    }
}

fn by_dict(dict: &Dict<'_>, depth: u32) -> Option<Danger> {
    let keys = dict.keys().filter_map(|key| Danger::of_key(&key));
    let kinds = [b"S".as_slice(), b"Type", b"Subtype"]
        .into_iter()
        .filter_map(|key| dict.get::<Name<'_>>(key))
        .filter_map(|kind| Danger::of_name(&kind));
    let inner = dict.entries().filter_map(|(_, value)| match value {
        MaybeRef::NotRef(object) => by_object(&object, depth + 1),
        MaybeRef::Ref(_) => None,
    });
    keys.chain(kinds).chain(inner).min()
}

fn by_array(array: &Array<'_>, depth: u32) -> Option<Danger> {
    let inner = array.raw_iter().filter_map(|value| match value {
        MaybeRef::NotRef(object) => by_object(&object, depth + 1),
        MaybeRef::Ref(_) => None,
    });
    inner.min()
}
