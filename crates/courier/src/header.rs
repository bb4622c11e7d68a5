//! What can be read of a bundle without any key. Nothing personal is in it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{BundleError, Result};

/// First word of every bundle, before the number of its format.
pub(crate) const MAGIC: &[u8] = b"bangban-courier ";
/// Newest format that this program reads. What is written has the oldest one that can say it, so
/// that a program from before volumes goes on with commands and answers.
const NEWEST_FORMAT: u32 = 2;
/// Longest first line, and longest header after it, bytes.
const MAX_FIRST_LINE: usize = 32;
const MAX_HEADER_BYTES: usize = 4096;

/// Which way a bundle goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// From a station to the platform.
    Up,
    /// From the platform to a station.
    Back,
    /// Files on their way to the platform, beside an `Up`.
    Files,
}

impl Kind {
    /// The format that says it.
    fn format(self) -> u32 {
        match self {
            Self::Up | Self::Back => 1,
            Self::Files => 2,
        }
    }
}

/// Which volume of a trip it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The bundle of commands that it travels beside.
    pub beside: Uuid,
    /// From 1 on.
    pub part: u32,
    /// How many there are.
    pub parts: u32,
}

/// The readable beginning of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Which way it goes.
    pub kind: Kind,
    /// Identity of the bundle.
    pub id: Uuid,
    /// The station that wrote it, or that it is for.
    pub station: Uuid,
    /// Running number of that station's bundles; an answer has the number of what it answers.
    pub number: u32,
    /// When it was written, by its writer's clock, UTC milliseconds.
    pub written_at: i64,
    /// Fingerprint of the key it is sealed to.
    pub to: String,
    /// The Ed25519 key it is signed with, hexadecimal.
    pub signer: String,
    /// What it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Answered>,
    /// Of a volume: which one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Length of the sealed part, bytes.
    pub bytes: u64,
    /// SHA-256 of the sealed part, hexadecimal.
    pub sha256: String,
}

/// What became of the bundle that is answered, for whoever carries the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The bundle.
    pub bundle: Uuid,
    /// What became of it.
    pub outcome: Outcome,
    /// When it was taken in first, by the platform's clock, UTC milliseconds.
    pub taken_at: i64,
    /// Greatest number that was taken in from that station.
    pub newest: u32,
}

/// What became of a bundle at the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Taken in now.
    Taken,
    /// Taken in before: the same answers again, and nothing was changed.
    TakenBefore,
    /// A later one of that station came before it; what was known already stays as it was.
    Old,
    /// Kept sealed and not judged, as the account is disabled, until a manager releases it.
    Held,
}

/// Reads a header; also says where the sealed part begins.
pub(crate) fn read(file: &[u8]) -> Result<(Header, usize)> {
    let Some(after) = file.strip_prefix(MAGIC) else {
        let begun = !file.is_empty() && MAGIC.starts_with(file);
        return Err(if begun { BundleError::CutShort } else { BundleError::NotABundle });
    };
    let (number, after) = line(after, MAX_FIRST_LINE)?;
    let number = std::str::from_utf8(number).ok().and_then(|text| text.parse().ok());
    let format = match number {
        Some(newer) if newer > NEWEST_FORMAT => return Err(BundleError::Newer(newer)),
        Some(format) if format > 0 => format,
        _ => return Err(BundleError::NotABundle),
    };
    let (header, after) = line(after, MAX_HEADER_BYTES)?;
    let header: Header = serde_json::from_slice(header).map_err(|_| BundleError::Changed)?;
    let is_volume = header.part.is_some_and(|it| it.part >= 1 && it.part <= it.parts);
    if header.kind.format() != format || is_volume != (header.kind == Kind::Files) {
        return Err(BundleError::Changed);
    }
    Ok((header, file.len() - after.len()))
}

fn line(bytes: &[u8], most: usize) -> Result<(&[u8], &[u8])> {
    match bytes.iter().take(most).position(|byte| *byte == b'\n') {
        Some(end) => Ok((&bytes[..end], &bytes[end + 1..])),
        None if bytes.len() < most => Err(BundleError::CutShort),
        None => Err(BundleError::Changed),
    }
}

/// The header as it stands in the file.
pub(crate) fn text(header: &Header) -> Result<Vec<u8>> {
    let mut text = MAGIC.to_vec();
    text.extend_from_slice(format!("{}\n", header.kind.format()).as_bytes());
    serde_json::to_writer(&mut text, header).map_err(|_| BundleError::Unreadable)?;
    text.push(b'\n');
    Ok(text)
}
