//! The vault: what goes in comes out, or nothing does.

use std::fs;
use std::io::{Cursor, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::Command;

use bangban_files::{ContentHash, MAX_FILE_BYTES, Vault, VaultError, take_in};
use tempfile::TempDir;

pub const KEY: [u8; 32] = [7; 32];
const CHUNK: usize = 1024 * 1024;

pub fn vault() -> (TempDir, Vault) {
    let folder = TempDir::new().unwrap();
    let vault = Vault::open(folder.path(), &KEY).unwrap();
    (folder, vault)
}

pub fn content(length: usize) -> Vec<u8> {
    (0_u32..).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).take(length).collect()
}

pub fn whole(vault: &Vault, hash: ContentHash) -> Result<Vec<u8>, VaultError> {
    let mut content = Vec::new();
    vault.read(hash)?.read_to_end(&mut content)?;
    Ok(content)
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// The file of the only content.
fn only(folder: &Path) -> PathBuf {
    let mut found = files(folder);
    found.retain(|path| path.file_name().unwrap() != "check");
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn what_is_put_in_comes_out_at_every_length() {
    let (_folder, vault) = vault();
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17] {
        let original = content(length);
        let stored = vault.put(&mut Cursor::new(&original)).unwrap();
        assert_eq!(stored.sha256, ContentHash::of(&original));
        assert_eq!(stored.bytes, length as u64);
        assert_eq!(whole(&vault, stored.sha256).unwrap(), original, "{length}");
        assert_eq!(vault.read(stored.sha256).unwrap().length(), length as u64);
    }
}

#[test]
fn a_range_is_the_same_part_across_chunks_and_at_the_end() {
    let (_folder, vault) = vault();
    let original = content(2 * CHUNK + 100);
    let hash = vault.put(&mut Cursor::new(&original)).unwrap().sha256;
    let ranges = [(0, 10), (CHUNK - 5, 10), (CHUNK, CHUNK), (2 * CHUNK + 90, 50), (3 * CHUNK, 5)];
    for (offset, length) in ranges {
        let end = (offset + length).min(original.len());
        let expected = original.get(offset..end).unwrap_or_default();
        let range = vault.read_range(hash, offset as u64, length as u64).unwrap();
        assert_eq!(range, expected, "{offset} {length}");
    }
    let mut blob = vault.read(hash).unwrap();
    assert_eq!(blob.seek(SeekFrom::End(-3)).unwrap(), original.len() as u64 - 3);
    let mut last = Vec::new();
    blob.read_to_end(&mut last).unwrap();
    assert_eq!(last, original[original.len() - 3..]);
}

#[test]
fn the_same_content_is_kept_once() {
    let (folder, vault) = vault();
    let original = content(5_000);
    let first = vault.put(&mut Cursor::new(&original)).unwrap();
    let second = vault.put(&mut Cursor::new(&original)).unwrap();
    assert!(!first.known && second.known);
    assert_eq!(first.sha256, second.sha256);
    only(folder.path());
}

#[test]
fn neither_content_nor_names_can_be_read_off_the_disk() {
    let (folder, vault) = vault();
    let text = "申请人陈玉梅，身份证号码四四一三二二".repeat(200);
    let hash = vault.put(&mut Cursor::new(text.as_bytes())).unwrap().sha256;
    let mut incoming = vault.incoming(ContentHash::of(b"x"), 1000).unwrap();
    incoming.append(&text.as_bytes()[..900]).unwrap();
    for path in files(folder.path()) {
        let raw = fs::read(&path).unwrap();
        let part = "陈玉梅".as_bytes();
        assert!(!raw.windows(part.len()).any(|w| w == part), "{path:?}");
        assert!(!raw.windows(32).any(|w| w == hash.as_bytes()), "the hash stands in {path:?}");
        assert!(!path.to_string_lossy().contains(&hash.to_string()), "the name is the hash");
    }
    let other = TempDir::new().unwrap();
    let other_vault = Vault::open(other.path(), &[8; 32]).unwrap();
    other_vault.put(&mut Cursor::new(text.as_bytes())).unwrap();
    let name = |folder: &Path| {
        let mut found = files(folder);
        found.retain(|p| p.components().any(|c| c.as_os_str().len() == 2));
        found.remove(0).file_name().unwrap().to_owned()
    };
    assert_ne!(name(folder.path()), name(other.path()), "names depend on the key");
}

#[test]
fn a_vault_opens_with_its_own_key_only() {
    let (folder, vault) = vault();
    let hash = vault.put(&mut Cursor::new(b"content")).unwrap().sha256;
    drop(vault);
    let wrong = Vault::open(folder.path(), &[8; 32]).map(drop);
    assert!(matches!(wrong, Err(VaultError::WrongKey)));
    assert_eq!(whole(&Vault::open(folder.path(), &KEY).unwrap(), hash).unwrap(), b"content");
}

#[test]
fn a_change_of_any_byte_is_noticed() {
    let (folder, vault) = vault();
    let hash = vault.put(&mut Cursor::new(content(300))).unwrap().sha256;
    let path = only(folder.path());
    let raw = fs::read(&path).unwrap();
    for at in 0..raw.len() {
        let mut bad = raw.clone();
        bad[at] ^= 1;
        fs::write(&path, bad).unwrap();
        assert!(matches!(whole(&vault, hash), Err(VaultError::Damaged)), "byte {at}");
    }
    fs::write(&path, raw).unwrap();
    assert!(whole(&vault, hash).is_ok(), "and whole again it is read");
}

#[test]
fn cutting_extending_and_swapping_chunks_is_noticed() {
    let (folder, vault) = vault();
    let hash = vault.put(&mut Cursor::new(content(2 * CHUNK + 9))).unwrap().sha256;
    let path = only(folder.path());
    let raw = fs::read(&path).unwrap();
    let header = raw.len() - (2 * CHUNK + 9) - 3 * 16;
    let sealed = CHUNK + 16;
    let (first, second) = (header..header + sealed, header + sealed..header + 2 * sealed);
    let swapped =
        [&raw[..header], &raw[second.clone()], &raw[first.clone()], &raw[header + 2 * sealed..]]
            .concat();
    let doubled = [&raw[..second.start], &raw[first], &raw[second.end..]].concat();
    let longer = [&raw[..], &[0; 16]].concat();
    let cases = [
        ("cut within a chunk", raw[..raw.len() - 1].to_vec()),
        ("cut between chunks", raw[..header + 2 * sealed].to_vec()),
        ("nothing but a header", raw[..header].to_vec()),
        ("less than a header", raw[..20].to_vec()),
        ("empty", Vec::new()),
        ("swapped", swapped),
        ("one chunk twice", doubled),
        ("longer", longer),
    ];
    for (what, bad) in cases {
        fs::write(&path, bad).unwrap();
        assert!(matches!(whole(&vault, hash), Err(VaultError::Damaged)), "{what}");
    }
    let put = vault.put(&mut Cursor::new(content(2 * CHUNK + 9))).unwrap();
    assert!(!put.known, "a damaged file is no reason not to take it in again");
    assert_eq!(whole(&vault, hash).unwrap(), content(2 * CHUNK + 9));
}

#[test]
fn a_file_under_the_name_of_another_is_noticed() {
    let (folder, vault) = vault();
    let first = vault.put(&mut Cursor::new(b"one content")).unwrap().sha256;
    let path = only(folder.path());
    let second = vault.put(&mut Cursor::new(b"another one")).unwrap().sha256;
    let other = files(folder.path());
    let other = other.iter().find(|p| **p != path && p.file_name().unwrap() != "check").unwrap();
    fs::copy(&path, other).unwrap();
    assert!(matches!(whole(&vault, second), Err(VaultError::Damaged)));
    assert!(whole(&vault, first).is_ok());
}

#[test]
fn what_is_missing_or_removed_is_said() {
    let (_folder, vault) = vault();
    let hash = vault.put(&mut Cursor::new(b"content")).unwrap().sha256;
    assert!(vault.contains(hash));
    vault.remove(hash).unwrap();
    vault.remove(hash).unwrap();
    assert!(!vault.contains(hash));
    assert!(matches!(vault.read(hash).map(drop), Err(VaultError::Missing)));
}

#[test]
fn two_hundred_mebibytes_fit_and_one_byte_more_does_not() {
    let (folder, vault) = vault();
    let mut sparse = std::io::repeat(0).take(MAX_FILE_BYTES);
    let stored = vault.put(&mut sparse).unwrap();
    assert_eq!(stored.bytes, MAX_FILE_BYTES);
    assert_eq!(vault.read_range(stored.sha256, MAX_FILE_BYTES - 3, 9).unwrap(), [0; 3]);
    vault.remove(stored.sha256).unwrap();
    let refused = vault.put(&mut std::io::repeat(0).take(MAX_FILE_BYTES + 1));
    assert!(matches!(refused, Err(VaultError::TooLarge)));
    assert_eq!(files(folder.path()).len(), 1, "nothing is left but the check");
}

#[test]
fn a_source_that_breaks_off_leaves_nothing() {
    struct Broken(usize);
    impl Read for Broken {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(1).ok_or(ErrorKind::ConnectionReset)?;
            out.fill(1);
            Ok(out.len())
        }
    }
    let (folder, vault) = vault();
    assert!(matches!(vault.put(&mut Broken(9)), Err(VaultError::Io(_))));
    assert_eq!(files(folder.path()).len(), 1, "nothing is left but the check");
}

#[test]
fn what_a_killed_writer_left_is_removed_at_the_next_opening() {
    let (folder, vault) = vault();
    let left = folder.path().join("unfinished/0123");
    fs::write(&left, b"half").unwrap();
    drop(vault);
    Vault::open(folder.path(), &KEY).unwrap();
    assert!(!left.exists());
}

/// A small file system of its own, gone at the end.
pub struct SmallDisk(pub TempDir);

impl SmallDisk {
    pub fn mount(mebibytes: u32) -> Option<Self> {
        let folder = TempDir::new().ok()?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={mebibytes}m"), "tmpfs"]);
        let done = mount.arg(folder.path()).status().ok()?;
        done.success().then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_is_said_and_leaves_nothing_half_written() {
    let Some(disk) = SmallDisk::mount(8) else {
        // Only a privileged user may mount; the set-up of the test command runs as one.
        println!("not run: this user may not mount a small file system");
        return;
    };
    let folder = disk.0.path();
    let vault = Vault::open(folder, &KEY).unwrap();
    let small = vault.put(&mut Cursor::new(content(3 * CHUNK))).unwrap();
    let refused = vault.put(&mut Cursor::new(content(9 * CHUNK)));
    assert!(matches!(refused, Err(VaultError::DiskFull)));
    assert_eq!(files(folder).len(), 2, "the check and what was there");
    assert!(whole(&vault, small.sha256).is_ok());
    let large = content(6 * CHUNK);
    let mut incoming = vault.incoming(ContentHash::of(&large), large.len() as u64).unwrap();
    incoming.append(&large[..2 * CHUNK]).unwrap();
    assert!(matches!(incoming.append(&large[2 * CHUNK..]), Err(VaultError::DiskFull)));
    assert_eq!(incoming.durable(), 2 * CHUNK as u64, "what had come stays");
    drop(incoming);
    vault.remove(small.sha256).unwrap();
    let mut incoming = vault.incoming(ContentHash::of(&large), large.len() as u64).unwrap();
    assert_eq!(incoming.durable(), 2 * CHUNK as u64);
    incoming.append(&large[2 * CHUNK..3 * CHUNK]).unwrap();
}

#[test]
fn a_picture_is_taken_in_with_everything_the_list_shows() {
    let (_folder, vault) = vault();
    let mut png = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(400, 300).write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.set_position(0);
    let taken = take_in(&vault, &mut png, "身份证.png").unwrap();
    assert_eq!(taken.inspection.media, bangban_files::Media::Png);
    assert_eq!(taken.thumbnail.unwrap().width, 320);
    assert_eq!(taken.quality.unwrap().short_side, 300);
    assert!(!taken.warnings.is_empty(), "black and small");
    let taken = take_in(&vault, &mut Cursor::new(b"MZ\0\0\0\0"), "a.png").unwrap();
    assert!(taken.thumbnail.is_none(), "what is held is not decoded");
    assert!(vault.contains(taken.stored.sha256), "held apart, not thrown away");
}
