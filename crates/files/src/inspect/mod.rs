//! Whether a file may be handled, or is held apart, and why.
//!
//! Nothing is unpacked to disk and no picture is decoded. Memory is bounded: an archive is read
//! entry by entry, a nested one up to 64 MiB; only a PDF is read whole, so 200 MiB at most.

pub(crate) mod archive;
pub(crate) mod ole;
mod pdf;
mod picture;

use std::io::{self, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};

use crate::{MAX_FILE_BYTES, Media, detect};

/// Names that the system runs when they are opened, whatever is in them.
const PROGRAM_EXTENSIONS: [&str; 34] = [
    "apk", "app", "appimage", "bat", "cmd", "com", "cpl", "deb", "desktop", "dll", "exe", "hta",
    "iso", "jar", "js", "jse", "lnk", "msi", "msp", "ps1", "py", "reg", "rpm", "run", "scr", "sh",
    "so", "sys", "url", "vbe", "vbs", "wsf", "wsh", "xll",
];

/// What is still taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, bytes.
    pub bytes: u64,
    /// Largest picture, width times height.
    pub pixels: u64,
    /// Largest total after unpacking an archive, bytes.
    pub unpacked: u64,
    /// Largest unpacked size as a multiple of the file, once it is more than 16 MiB.
    pub ratio: u64,
    /// Archives within archives, the outer one counted.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: MAX_FILE_BYTES,
            // A3 at 600 dpi has 70 million.
            pixels: 100_000_000,
            unpacked: 1 << 30,
            ratio: 200,
            depth: 3,
        }
    }
}

/// What was found out about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Inspection {
    /// Kind of content.
    pub media: Media,
    /// Whether it may be handled.
    pub verdict: Verdict,
    /// Size of a picture.
    pub pixels: Option<Pixels>,
    /// Pages of a PDF.
    pub pages: Option<u32>,
}

/// Width and height of a picture as stored, before any rotation noted in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Pixels {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Whether a file may be handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "verdict", content = "reason", rename_all = "snake_case")]
pub enum Verdict {
    /// It may.
    Usable,
    /// It is held apart.
    Held(HeldReason),
}

/// Why a file is held apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeldReason {
    /// There is nothing in it.
    Empty,
    /// More than 200 MiB.
    TooLarge,
    /// A program or script, or an archive with one in it.
    Executable,
    /// A kind that is not taken in.
    UnsupportedType,
    /// The extension belongs to another kind.
    WrongExtension,
    /// An archive or PDF that grows beyond measure, overlaps itself, lies about its sizes, or is nested too deep.
    ArchiveBomb,
    /// A picture with more pixels than can be handled.
    ImageTooLarge,
    /// A PDF with scripts.
    PdfScript,
    /// A PDF that starts programs.
    PdfLaunch,
    /// A PDF with other files in it.
    PdfEmbeddedFile,
    /// A PDF with films, sound or Flash.
    PdfRichMedia,
    /// An Office file with macros.
    Macros,
    /// It opens only with a password.
    PasswordProtected,
    /// It is damaged.
    Unreadable,
}

impl HeldReason {
    /// Its word, as it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::Executable => "executable",
            Self::UnsupportedType => "unsupported_type",
            Self::WrongExtension => "wrong_extension",
            Self::ArchiveBomb => "archive_bomb",
            Self::ImageTooLarge => "image_too_large",
            Self::PdfScript => "pdf_script",
            Self::PdfLaunch => "pdf_launch",
            Self::PdfEmbeddedFile => "pdf_embedded_file",
            Self::PdfRichMedia => "pdf_rich_media",
            Self::Macros => "macros",
            Self::PasswordProtected => "password_protected",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What a part of the inspection found.
#[derive(Default)]
struct Found {
    held: Option<HeldReason>,
    pixels: Option<Pixels>,
    pages: Option<u32>,
}

impl Found {
    fn held(reason: HeldReason) -> Self {
        Self { held: Some(reason), ..Self::default() }
    }
}

/// Looks into a file called `name`.
///
/// # Errors
/// Only when it cannot be read; what is wrong with its content is part of the answer.
pub fn inspect(
    source: &mut (impl Read + Seek),
    name: &str,
    limits: &Limits,
) -> io::Result<Inspection> {
    let bytes = source.seek(SeekFrom::End(0))?;
    let held = |media, reason| Inspection {
        media,
        verdict: Verdict::Held(reason),
        pixels: None,
        pages: None,
    };
    if bytes == 0 {
        return Ok(held(Media::Unknown, HeldReason::Empty));
    }
    let media = detect(source)?;
    if bytes > limits.bytes {
        return Ok(held(media, HeldReason::TooLarge));
    }
    if let Some(reason) = by_name(media, name) {
        return Ok(held(media, reason));
    }
    let found = look_inside(source, media, bytes, limits)?;
    let verdict = found.held.map_or(Verdict::Usable, Verdict::Held);
    Ok(Inspection { media, verdict, pixels: found.pixels, pages: found.pages })
}

/// What kind and name alone say.
fn by_name(media: Media, name: &str) -> Option<HeldReason> {
    if media == Media::Executable || is_program_name(name) {
        return Some(HeldReason::Executable);
    }
    if media == Media::Unknown {
        return Some(HeldReason::UnsupportedType);
    }
    let extension = extension(name)?;
    let fits = media.extensions().contains(&extension.as_str());
    (!fits).then_some(HeldReason::WrongExtension)
}

/// Whether the system would run a file of this name.
fn is_program_name(name: &str) -> bool {
    extension(name).is_some_and(|known| PROGRAM_EXTENSIONS.contains(&known.as_str()))
}

/// The extension in lower case; trailing dots and spaces, which Windows drops, do not hide it.
fn extension(name: &str) -> Option<String> {
    let name = name.trim_end_matches(['.', ' ']);
    let base = name.rsplit(['/', '\\']).next()?;
    let (stem, extension) = base.rsplit_once('.')?;
    (!stem.is_empty()).then(|| extension.to_ascii_lowercase())
}

fn look_inside(
    source: &mut (impl Read + Seek),
    media: Media,
    bytes: u64,
    limits: &Limits,
) -> io::Result<Found> {
    // The parsers are other people's and the file may be hostile: a panic is an answer too.
    let looked = catch_unwind(AssertUnwindSafe(|| match media {
        Media::Zip | Media::Docx | Media::Xlsx | Media::Pptx | Media::Ofd => {
            archive::examine(source, bytes, limits).map(|held| Found { held, ..Found::default() })
        }
        Media::Doc | Media::Xls | Media::Ppt => {
            Ok(Found { held: ole::examine(source), ..Found::default() })
        }
        Media::Pdf => pdf::examine(source, bytes),
        media if media.is_picture() => Ok(picture::examine(source, limits)),
        _ => Ok(Found::default()),
    }));
    looked.unwrap_or_else(|_| Ok(Found::held(HeldReason::Unreadable)))
}
