//! Files that travel with a bundle: which ones, and the volumes that they are in.

use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::sync::Arc;

use bangban_courier::{
    BundleError, Contents, Kind, Letter, Named, Pair, Part, Piece, TRIP_BYTES, distribute,
    file_name, write_volume,
};
use bangban_files::{ContentHash, Vault};
use bangban_store::Connection;
use bangban_store::table::file;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::off_the_loop;
use crate::Result;

/// Largest file that counts as small, bytes: a photograph of a page, not a scan of a booklet.
pub const SMALL_BYTES: u64 = 1024 * 1024;

/// Which files travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// None; they wait for a line.
    None,
    /// Those of at most [`SMALL_BYTES`].
    Small,
    /// As many as fit a trip.
    All,
}

/// What a choice comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Load {
    /// Files that travel.
    pub taken: Vec<Named>,
    /// Files that stay, and wait for the next trip or a line.
    pub left: Vec<Named>,
}

/// Loads files in their order, as far as they fit; a smaller one behind one that does not fit goes.
pub fn load(files: &[Named], choice: Choice) -> Load {
    let mut room = if choice == Choice::None { 0 } else { TRIP_BYTES };
    let largest = if choice == Choice::Small { SMALL_BYTES } else { u64::MAX };
    let mut loaded = Load::default();
    for file in files {
        if file.bytes <= room.min(largest) {
            room -= file.bytes;
            loaded.taken.push(file.clone());
        } else {
            loaded.left.push(file.clone());
        }
    }
    loaded
}

/// Files that only this machine has and that an action names, in the order of the lane.
pub(super) async fn waiting(c: &mut Connection) -> Result<Vec<Named>> {
    let files = file::to_go_up(c).await?.into_iter();
    Ok(files.map(|(sha256, bytes)| Named { sha256, bytes }).collect())
}

/// The volumes of a trip, each written when its turn comes: only one is held at a time.
pub struct Volumes {
    pub(super) beside: Uuid,
    pub(super) station: Uuid,
    pub(super) number: u32,
    pub(super) written_at: i64,
    pub(super) person: Uuid,
    pub(super) to: String,
    pub(super) secret: Zeroizing<String>,
    pub(super) load: Load,
}

impl Volumes {
    /// What travels, and what stays.
    pub fn load(&self) -> &Load {
        &self.load
    }

    /// What is in each volume.
    pub fn pieces(&self) -> Vec<Vec<Piece>> {
        distribute(&self.load.taken)
    }

    /// Writes volume `part` of `parts`, and says how to name it.
    ///
    /// # Errors
    /// `Bundle(Unreadable)` when a file of the vault cannot be read.
    pub async fn write(
        &self,
        vault: Arc<Vault>,
        part: u32,
        parts: u32,
        pieces: Vec<Piece>,
    ) -> Result<(String, Vec<u8>)> {
        let part = Part { beside: self.beside, part, parts };
        let (station, number, written_at) = (self.station, self.number, self.written_at);
        let (to, secret) = (self.to.clone(), self.secret.clone());
        let contents = Contents { person: self.person, files: self.load.taken.clone(), pieces };
        off_the_loop(move || {
            let pair = Pair::from_secret(&secret)?;
            let letter = Letter {
                kind: Kind::Files,
                id: Uuid::now_v7(),
                station,
                number,
                written_at,
                answers: None,
                to: &to,
                from: &pair,
            };
            let fill = |piece: &Piece, to: &mut dyn Write| copy(&vault, piece, to);
            let (header, volume) = write_volume(&letter, part, &contents, fill)?;
            Ok::<_, BundleError>((file_name(&header), volume))
        })
        .await
    }
}

fn copy(vault: &Vault, piece: &Piece, to: &mut dyn Write) -> io::Result<()> {
    let hash: ContentHash = piece.sha256.parse().map_err(|_| io::ErrorKind::InvalidData)?;
    let mut blob = vault.read(hash).map_err(io::Error::other)?;
    blob.seek(SeekFrom::Start(piece.offset))?;
    let copied = io::copy(&mut blob.take(piece.length), to)?;
    if copied == piece.length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1024 * 1024;

    #[test]
    fn a_choice_takes_what_fits_in_order_and_says_what_stays() {
        // Sizes in MiB; expected: those that travel.
        let table: &[(Choice, &[u64], &[u64])] = &[
            (Choice::None, &[1, 2], &[]),
            (Choice::Small, &[1, 2, 1], &[1, 1]),
            (Choice::All, &[1, 200], &[1, 200]),
            // Three of the largest files do not fit a trip; a small one behind them does.
            (Choice::All, &[200, 200, 200, 100], &[200, 200, 100]),
            (Choice::All, &[], &[]),
        ];
        for (choice, sizes, expected) in table {
            let named = |size: &u64| Named { sha256: format!("{size:064}"), bytes: size * MIB };
            let files: Vec<Named> = sizes.iter().map(named).collect();
            let loaded = load(&files, *choice);
            let taken: Vec<u64> = loaded.taken.iter().map(|file| file.bytes / MIB).collect();
            assert_eq!(&taken, expected, "{choice:?} {sizes:?}");
            assert_eq!(loaded.left.len(), files.len() - taken.len(), "what stays is said");
        }
    }
}
