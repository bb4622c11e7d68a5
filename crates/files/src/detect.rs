//! What a file is, from its content alone.

use std::io::{self, Read, Seek, SeekFrom};

use crate::Media;
use crate::inspect::{archive, ole};

/// Enough for every signature, and to tell text from bytes.
const HEAD_BYTES: usize = 64 * 1024;
/// Containers of the ISO family that hold HEVC or other still pictures.
const HEIF_BRANDS: [&[u8; 4]; 8] =
    [b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"];
const FILM_BRANDS: [&[u8; 3]; 8] = [b"iso", b"mp4", b"avc", b"M4V", b"qt ", b"dby", b"3gp", b"MSN"];
const PE_OFFSET: usize = 0x3c;

/// Finds the kind of a file from its content, whatever it is called.
pub fn detect(source: &mut (impl Read + Seek)) -> io::Result<Media> {
    let head = head(source)?;
    if let Some(media) = by_signature(&head) {
        return Ok(media);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(archive::kind(source));
    }
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Ok(ole::kind(source));
    }
    if is_program(&head) {
        return Ok(Media::Executable);
    }
    // PDF readers accept up to a kilobyte of other bytes before the header.
    if head.iter().take(1024).len() > 4 && find(&head[..head.len().min(1024)], b"%PDF-") {
        return Ok(Media::Pdf);
    }
    let text = is_text(&head) && !is_markup(&head);
    Ok(if text { Media::Text } else { Media::Unknown })
}

fn head(source: &mut (impl Read + Seek)) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(0))?;
    let mut head = Vec::with_capacity(HEAD_BYTES);
    source.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn by_signature(head: &[u8]) -> Option<Media> {
    let signatures: [(&[u8], Media); 9] = [
        (b"\xff\xd8\xff", Media::Jpeg),
        (b"\x89PNG\r\n\x1a\n", Media::Png),
        (b"II*\0", Media::Tiff),
        (b"MM\0*", Media::Tiff),
        (b"GIF87a", Media::Gif),
        (b"GIF89a", Media::Gif),
        (b"%PDF-", Media::Pdf),
        (b"II+\0", Media::Tiff),
        (b"MM\0+", Media::Tiff),
    ];
    let known = signatures.iter().find(|(signature, _)| head.starts_with(signature));
    if let Some((_, media)) = known {
        return Some(*media);
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(Media::Webp);
    }
    if head.starts_with(b"BM") && is_bitmap(head) {
        return Some(Media::Bmp);
    }
    if head.get(4..8) == Some(b"ftyp") {
        let brand = head.get(8..12)?;
        if HEIF_BRANDS.iter().any(|known| brand == *known) {
            return Some(Media::Heic);
        }
        let film = FILM_BRANDS.iter().any(|known| brand.starts_with(*known));
        return Some(if film { Media::Mp4 } else { Media::Unknown });
    }
    None
}

/// "BM" alone is also the beginning of words.
fn is_bitmap(head: &[u8]) -> bool {
    let header = head.get(14..18).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes);
    matches!(header, Some(12 | 16 | 40 | 52 | 56 | 64 | 108 | 124))
}

/// Whether the content begins like a program or a script of the system.
pub(crate) fn is_program(head: &[u8]) -> bool {
    const SIGNATURES: [&[u8]; 8] = [
        b"\x7fELF",
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xce\xfa\xed\xfe",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
        // Windows shortcut, which can start anything.
        b"L\0\0\0\x01\x14\x02\0",
        b"#!",
    ];
    let known = SIGNATURES.iter().any(|signature| head.starts_with(signature));
    known || (head.starts_with(b"MZ") && (is_portable_executable(head) || !is_text(head)))
}

fn is_portable_executable(head: &[u8]) -> bool {
    let at = head.get(PE_OFFSET..PE_OFFSET + 4).and_then(|bytes| bytes.try_into().ok());
    let at = at.map_or(usize::MAX, |bytes| u32::from_le_bytes(bytes) as usize);
    head.get(at..).is_some_and(|rest| rest.starts_with(b"PE\0\0"))
}

/// Text in UTF-8, UTF-16 with its mark, or GB 18030.
fn is_text(head: &[u8]) -> bool {
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return head.len().is_multiple_of(2);
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if head.is_empty() || head.iter().any(control) {
        return false;
    }
    match std::str::from_utf8(head) {
        Ok(_) => true,
        // Cut in the middle of a character.
        Err(error) if error.error_len().is_none() => true,
        Err(_) => is_gb18030(head),
    }
}

fn is_gb18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] | [0x81..=0xfe] | [0x81..=0xfe, 0x30..=0x39] | [0x81..=0xfe, 0x30..=0x39, _] => {
                return true;
            }
            [0..=0x7f, rest @ ..]
            | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..]
            | [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, rest @ ..] => rest,
            _ => return false,
        };
    }
}

const MARKS: [&[u8]; 6] = [b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script", b"{\\rtf"];

/// Pages and drawings can carry scripts; they are not plain text.
fn is_markup(head: &[u8]) -> bool {
    let start: Vec<u8> = head
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace() || **byte >= 0x80)
        .take(64)
        .map(u8::to_ascii_lowercase)
        .collect();
    MARKS.iter().any(|mark| start.starts_with(mark))
}

/// Whether `part` stands somewhere in `bytes`.
pub(crate) fn find(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
