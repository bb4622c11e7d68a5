//! Volumes: the files (scans, pictures) of a trip, in as many bundles beside the one of the commands
//! as they need. A volume holds pieces of files, as the line carries them.

use std::io::{self, BufRead, BufReader, Read, Write};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::bundle::{self, Bundle, Letter};
use crate::header::{Header, Part};
use crate::keys::Pair;
use crate::{BundleError, Result};

/// Most content of files in one volume, bytes: what a small machine bears to hold twice.
pub const VOLUME_BYTES: u64 = 32 * 1024 * 1024;
/// Most content of files in one trip, bytes.
pub const TRIP_BYTES: u64 = 512 * 1024 * 1024;
/// Largest list of files and pieces, bytes.
const MAX_CONTENTS_BYTES: u64 = 4 * 1024 * 1024;
/// Scans and pictures are packed already.
const LEVEL: i32 = 1;

/// A file that travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    /// Size, bytes.
    pub bytes: u64,
}

/// How much of a file the platform has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    /// Size, bytes.
    pub bytes: u64,
    /// The platform has all of it, and it is what its name says.
    pub complete: bool,
}

/// Part of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// SHA-256 of the whole file, lower-case hexadecimal.
    pub sha256: String,
    /// Size of the whole file, bytes.
    pub bytes: u64,
    /// Where the piece begins.
    pub offset: u64,
    /// Length of the piece, bytes.
    pub length: u64,
}

/// What is in a volume, before the bytes themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Whose store it is.
    pub person: Uuid,
    /// All files of the trip, also those that are in other volumes.
    pub files: Vec<Named>,
    /// The pieces in this volume, in the order of their bytes.
    pub pieces: Vec<Piece>,
}

/// A volume that was opened.
pub struct Volume {
    /// What is in it.
    pub contents: Contents,
    bytes: Vec<u8>,
}

impl Volume {
    /// The pieces with their bytes.
    pub fn pieces(&self) -> impl Iterator<Item = (&Piece, &[u8])> {
        let mut rest = self.bytes.as_slice();
        self.contents.pieces.iter().map(move |piece| {
            // The lengths were compared when it was opened.
            let length = usize::try_from(piece.length).unwrap_or(usize::MAX).min(rest.len());
            let (mine, after) = rest.split_at(length);
            rest = after;
            (piece, mine)
        })
    }
}

/// Writes a volume. `fill` writes the bytes of a piece.
///
/// # Errors
/// `TooLarge` when it does not fit, `BadKey` when nothing can be sealed to the key, `Unreadable` when
/// a piece cannot be read.
pub fn write_volume(
    letter: &Letter<'_>,
    part: Part,
    contents: &Contents,
    mut fill: impl FnMut(&Piece, &mut dyn Write) -> io::Result<()>,
) -> Result<(Header, Vec<u8>)> {
    let bound = bundle::Bound { bundle: letter.id, station: letter.station, content: contents };
    let sealed = bundle::seal(letter.to, LEVEL, |packing| {
        serde_json::to_writer(&mut *packing, &bound)?;
        packing.write_all(b"\n")?;
        contents.pieces.iter().try_for_each(|piece| fill(piece, packing))
    })?;
    bundle::finish(letter, Some(part), sealed)
}

impl Bundle {
    /// Opens a volume, with whichever of the reader's keys it is sealed to.
    ///
    /// # Errors
    /// As for [`Bundle::open`].
    pub fn open_volume(&self, mine: &[Pair]) -> Result<Volume> {
        let mut inside = BufReader::new(self.unsealed(mine)?);
        let mut list = Vec::new();
        let mut head = inside.by_ref().take(MAX_CONTENTS_BYTES);
        head.read_until(b'\n', &mut list).map_err(|_| BundleError::Unreadable)?;
        let contents: Contents = self.bound(&list)?;
        let expected = contents.pieces.iter().try_fold(0_u64, |sum, piece| {
            let end = piece.offset.checked_add(piece.length)?;
            (end <= piece.bytes).then(|| sum.checked_add(piece.length)).flatten()
        });
        let expected = expected.ok_or(BundleError::Unreadable)?;
        if expected > VOLUME_BYTES {
            return Err(BundleError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
        let mut bounded = inside.take(expected + 1);
        bounded.read_to_end(&mut bytes).map_err(|_| BundleError::Unreadable)?;
        if bytes.len() as u64 != expected {
            return Err(BundleError::Unreadable);
        }
        Ok(Volume { contents, bytes })
    }
}

/// Distributes files to volumes, in their order; a file that does not fit the rest of one goes on in
/// the next.
pub fn distribute(files: &[Named]) -> Vec<Vec<Piece>> {
    let mut volumes: Vec<Vec<Piece>> = Vec::new();
    let mut room = 0;
    for file in files {
        let mut offset = 0;
        while offset < file.bytes {
            if room == 0 {
                volumes.push(Vec::new());
                room = VOLUME_BYTES;
            }
            let length = room.min(file.bytes - offset);
            let piece = Piece { sha256: file.sha256.clone(), bytes: file.bytes, offset, length };
            volumes.last_mut().into_iter().for_each(|volume| volume.push(piece.clone()));
            offset += length;
            room -= length;
        }
    }
    volumes
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1024 * 1024;

    /// File, offset and length, in MiB.
    type Expected<'a> = &'a [(usize, u64, u64)];

    fn files(sizes: &[u64]) -> Vec<Named> {
        let named =
            |(index, bytes): (usize, &u64)| Named { sha256: format!("{index:064}"), bytes: *bytes };
        sizes.iter().enumerate().map(named).collect()
    }

    #[test]
    fn files_fill_volumes_one_after_another_and_a_large_one_goes_on_in_the_next() {
        // Sizes in MiB; expected: for each volume its pieces.
        let table: &[(&[u64], &[Expected<'_>])] = &[
            (&[], &[]),
            (&[1, 2], &[&[(0, 0, 1), (1, 0, 2)]]),
            (&[32, 1], &[&[(0, 0, 32)], &[(1, 0, 1)]]),
            (&[20, 20], &[&[(0, 0, 20), (1, 0, 12)], &[(1, 12, 8)]]),
            (&[70], &[&[(0, 0, 32)], &[(0, 32, 32)], &[(0, 64, 6)]]),
        ];
        for (sizes, expected) in table {
            let sizes: Vec<u64> = sizes.iter().map(|size| size * MIB).collect();
            let told: Vec<Vec<(usize, u64, u64)>> = distribute(&files(&sizes))
                .iter()
                .map(|volume| {
                    let piece = |piece: &Piece| {
                        let file = piece.sha256.parse().expect("a number");
                        (file, piece.offset / MIB, piece.length / MIB)
                    };
                    volume.iter().map(piece).collect()
                })
                .collect();
            let expected: Vec<Vec<_>> = expected.iter().map(|volume| volume.to_vec()).collect();
            assert_eq!(told, expected);
        }
    }
}
