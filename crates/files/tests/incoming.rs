//! Downloads in pieces, with every kind of end in between.

use std::fs::{self, OpenOptions};
use std::io::Write;

use bangban_files::{ContentHash, VaultError};

use crate::vault::{content, files, vault, whole};

const PIECE: usize = 256 * 1024;

fn partial(folder: &std::path::Path) -> std::path::PathBuf {
    files(&folder.join("incoming")).remove(0)
}

#[test]
fn pieces_become_a_file_and_nothing_else_is_left() {
    let (folder, vault) = vault();
    let original = content(3 * PIECE + 5);
    let hash = ContentHash::of(&original);
    let mut incoming = vault.incoming(hash, original.len() as u64).unwrap();
    for piece in original.chunks(PIECE) {
        incoming.append(piece).unwrap();
        assert!(!vault.contains(hash), "no file before it is whole");
    }
    let stored = incoming.finish().unwrap();
    assert_eq!((stored.sha256, stored.bytes), (hash, original.len() as u64));
    assert_eq!(whole(&vault, hash).unwrap(), original);
    assert!(files(&folder.path().join("incoming")).is_empty());
}

#[test]
fn after_a_dropped_writer_it_goes_on_where_it_was() {
    let (folder, vault) = vault();
    let original = content(4 * PIECE);
    let hash = ContentHash::of(&original);
    for (round, piece) in original.chunks(PIECE).enumerate() {
        let mut incoming = vault.incoming(hash, original.len() as u64).unwrap();
        assert_eq!(incoming.durable(), (round * PIECE) as u64);
        incoming.append(piece).unwrap();
    }
    drop(vault);
    let vault = bangban_files::Vault::open(folder.path(), &crate::vault::KEY).unwrap();
    vault.incoming(hash, original.len() as u64).unwrap().finish().unwrap();
    assert_eq!(whole(&vault, hash).unwrap(), original);
}

#[test]
fn half_a_piece_left_by_a_power_cut_is_cut_off_at_every_length() {
    let (folder, vault) = vault();
    let original = content(600);
    let hash = ContentHash::of(&original);
    let mut incoming = vault.incoming(hash, 600).unwrap();
    incoming.append(&original[..400]).unwrap();
    let one = fs::read(partial(folder.path())).unwrap();
    incoming.append(&original[400..500]).unwrap();
    let two = fs::read(partial(folder.path())).unwrap();
    drop(incoming);
    for cut in one.len()..two.len() {
        fs::write(partial(folder.path()), &two[..cut]).unwrap();
        let incoming = vault.incoming(hash, 600).unwrap();
        assert_eq!(incoming.durable(), 400, "cut at {cut}");
    }
    // Room that the file system gave but never filled.
    let padded = [&one[..], &[0; 200]].concat();
    fs::write(partial(folder.path()), padded).unwrap();
    let mut incoming = vault.incoming(hash, 600).unwrap();
    assert_eq!(incoming.durable(), 400);
    incoming.append(&original[400..]).unwrap();
    incoming.finish().unwrap();
    assert_eq!(whole(&vault, hash).unwrap(), original);
}

#[test]
fn a_content_that_does_not_fit_its_hash_never_becomes_a_file() {
    let (folder, vault) = vault();
    let hash = ContentHash::of(b"what was promised");
    let mut incoming = vault.incoming(hash, 5).unwrap();
    incoming.append(b"other").unwrap();
    assert!(matches!(incoming.finish(), Err(VaultError::WrongHash)));
    assert!(!vault.contains(hash));
    assert!(files(&folder.path().join("incoming")).is_empty(), "the next try begins anew");
}

#[test]
fn pieces_changed_or_swapped_on_disk_never_become_a_file() {
    let (folder, vault) = vault();
    let original = content(3000);
    let hash = ContentHash::of(&original);
    let fetch = || {
        let mut incoming = vault.incoming(hash, 3000).unwrap();
        for piece in original.chunks(1000) {
            incoming.append(piece).unwrap();
        }
        fs::read(partial(folder.path())).unwrap()
    };
    let raw = fetch();
    let piece = raw.len() / 3;
    let swapped = [&raw[piece..2 * piece], &raw[..piece], &raw[2 * piece..]].concat();
    let mut flipped = raw.clone();
    flipped[100] ^= 1;
    for bad in [swapped, flipped] {
        fs::write(partial(folder.path()), bad).unwrap();
        let incoming = vault.incoming(hash, 3000).unwrap();
        assert!(matches!(incoming.finish(), Err(VaultError::Damaged)));
        fetch();
    }
    assert!(vault.incoming(hash, 3000).unwrap().finish().is_ok());
}

#[test]
fn too_much_and_too_little_are_refused() {
    let (_folder, vault) = vault();
    let hash = ContentHash::of(b"abc");
    let mut incoming = vault.incoming(hash, 3).unwrap();
    assert!(matches!(incoming.append(b"abcd"), Err(VaultError::TooLarge)));
    incoming.append(b"ab").unwrap();
    assert!(matches!(incoming.finish(), Err(VaultError::Incomplete)));
    assert_eq!(vault.incoming(hash, 3).unwrap().durable(), 2, "and what has come stays");
    vault.discard_incoming(hash).unwrap();
    assert_eq!(vault.incoming(hash, 3).unwrap().durable(), 0);
    let limit = bangban_files::MAX_FILE_BYTES + 1;
    assert!(matches!(vault.incoming(hash, limit).map(drop), Err(VaultError::TooLarge)));
}

#[test]
fn a_download_of_another_size_does_not_go_on_with_these_pieces() {
    let (folder, vault) = vault();
    let hash = ContentHash::of(b"abcdef");
    vault.incoming(hash, 6).unwrap().append(b"abc").unwrap();
    assert_eq!(vault.incoming(hash, 7).unwrap().durable(), 0, "bound to the size too");
    let mut file = OpenOptions::new().append(true).open(partial(folder.path())).unwrap();
    file.write_all(b"rubbish").unwrap();
    assert_eq!(vault.incoming(hash, 6).unwrap().durable(), 0);
}
