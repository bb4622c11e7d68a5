//! Archives that are not what they seem.

use std::io::Cursor;

use bangban_files::{HeldReason, Limits, Media, Verdict, inspect};

use crate::make::{Entry, end, held, look, plain_zip, zip};

#[test]
fn an_honest_archive_is_usable_and_one_within_another_too() {
    let inner = plain_zip(&[("身份证.txt", b"front"), ("户口簿.txt", b"back")]);
    let outer = plain_zip(&[("材料.zip", &inner), ("说明.txt", "两份".as_bytes())]);
    let looked = look(&outer, "材料.zip");
    assert_eq!((looked.media, looked.verdict), (Media::Zip, Verdict::Usable));
}

#[test]
fn a_real_zip_bomb_is_held_before_anything_is_unpacked() {
    let bomb = zip(&[Entry::zeros("a.txt", 900 * 1024 * 1024)]);
    assert!(bomb.len() < 2 * 1024 * 1024, "small to carry");
    assert_eq!(held(&bomb, "a.zip"), Some(HeldReason::ArchiveBomb), "by its ratio");
    let bomb =
        zip(&[Entry::zeros("a.txt", 700 * 1024 * 1024), Entry::zeros("b.txt", 700 * 1024 * 1024)]);
    let limits = Limits { ratio: u64::MAX, ..Limits::default() };
    let looked = inspect(&mut Cursor::new(bomb), "a.zip", &limits).unwrap();
    assert_eq!(looked.verdict, Verdict::Held(HeldReason::ArchiveBomb), "by its total");
}

#[test]
fn an_archive_that_lies_about_its_sizes_is_held() {
    let mut liar = Entry::zeros("a.txt", 10_000_000);
    liar.unpacked = 100;
    assert_eq!(held(&zip(&[liar]), "a.zip"), Some(HeldReason::ArchiveBomb));
}

#[test]
fn entries_that_share_their_bytes_are_held() {
    // Every entry of the directory points to the same packed bytes.
    let one = zip(&[Entry::zeros("a.txt", 1_000_000)]);
    let at = one.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    let line = one[at..one.len() - 22].to_vec();
    let shared = end(one[..at].to_vec(), &line.repeat(8), 8);
    assert_eq!(held(&shared, "a.zip"), Some(HeldReason::ArchiveBomb));
}

#[test]
fn archives_nested_too_deep_are_held() {
    let mut nested = plain_zip(&[("a.txt", b"a")]);
    for _ in 0..2 {
        nested = plain_zip(&[("a.zip", &nested)]);
    }
    assert_eq!(held(&nested, "a.zip"), None, "three levels");
    let nested = plain_zip(&[("a.zip", &nested)]);
    assert_eq!(held(&nested, "a.zip"), Some(HeldReason::ArchiveBomb), "four levels");
    let hidden = plain_zip(&[("picture.jpg", &zip(&[Entry::zeros("a", 100_000_000)]))]);
    assert_eq!(held(&hidden, "a.zip"), Some(HeldReason::ArchiveBomb), "a bomb under another name");
}

#[test]
fn a_program_in_an_archive_is_held() {
    let by_name = plain_zip(&[("a/安装.exe", b"anything")]);
    assert_eq!(held(&by_name, "a.zip"), Some(HeldReason::Executable));
    let by_content = plain_zip(&[("a.jpg", b"\x7fELF\x02\x01\x01\0")]);
    assert_eq!(held(&by_content, "a.zip"), Some(HeldReason::Executable));
}

#[test]
fn a_password_or_damage_is_said() {
    let mut locked = Entry::of("a.txt", b"a");
    locked.flags = 1;
    assert_eq!(held(&zip(&[locked]), "a.zip"), Some(HeldReason::PasswordProtected));
    let whole = plain_zip(&[("a.txt", b"some text that is long enough")]);
    assert_eq!(held(&whole[..whole.len() - 30], "a.zip"), Some(HeldReason::Unreadable));
}

#[test]
fn a_directory_of_too_many_entries_is_held() {
    let one = plain_zip(&[("a", b"")]);
    let many = end(one[..one.len() - 22].to_vec(), &[], 60_000);
    assert_eq!(held(&many, "a.zip"), Some(HeldReason::ArchiveBomb));
}
