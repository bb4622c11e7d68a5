//! Nothing plain on the disk, and nothing believed that was changed there.

use std::fs;
use std::path::{Path, PathBuf};

use bangban_search::{Error, Filters, Index, Unusable};

use crate::library::{KEY, Shelf, query, synonyms};

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn damaged(error: &Error) -> bool {
    matches!(error, Error::MustRebuild(Unusable::DamagedOrForeign))
}

/// Opens and asks; whatever comes of it but a panic and wrong words.
fn open_and_ask(dir: &Path, key: &[u8; 32]) -> Result<usize, Error> {
    let index = Index::open(dir, key)?;
    let mut found = 0;
    for typed in ["社保参保", "sbcb", "三十日内", "1817003", "shebso"] {
        let (filters, uses) = (Filters::default(), std::collections::HashMap::new());
        let groups = index.find(&query(typed, &filters, "", &uses, &synonyms()))?.groups;
        found += groups.iter().map(|group| group.hits.len()).sum::<usize>();
    }
    Ok(found)
}

#[test]
fn no_file_holds_a_word_of_a_document() {
    let shelf = Shelf::filled();
    let words = [
        "社保",
        "欧阳",
        "娜娜",
        "oynn",
        "#oy",
        "ou yan",
        "11440000",
        "insurance",
        "meta",
        "segments",
    ];
    for file in files(shelf.dir.path()) {
        let content = fs::read(&file).unwrap();
        for word in words {
            let held = content.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!held, "{word} in {}", file.display());
        }
    }
}

#[test]
fn another_key_opens_nothing() {
    let shelf = Shelf::filled();
    let error = Index::open(shelf.dir.path(), &[8; 32]).err().expect("another key");
    assert!(damaged(&error), "{error}");
    Index::open(shelf.dir.path(), &KEY).expect("and the right one still does");
}

#[test]
fn a_changed_byte_anywhere_means_rebuilding_or_is_never_read() {
    let shelf = Shelf::filled();
    let dir = shelf.dir.path();
    let right = open_and_ask(dir, &KEY).unwrap();
    let mut noticed = 0;
    for file in files(dir) {
        let content = fs::read(&file).unwrap();
        for at in [0, 10, content.len() / 2, content.len() - 1] {
            let mut changed = content.clone();
            changed[at] ^= 1;
            fs::write(&file, &changed).unwrap();
            match open_and_ask(dir, &KEY) {
                Ok(found) => assert_eq!(found, right, "byte {at} of {}", file.display()),
                Err(error) => {
                    assert!(damaged(&error), "byte {at} of {}: {error}", file.display());
                    noticed += 1;
                }
            }
        }
        fs::write(&file, &content).unwrap();
    }
    assert!(noticed > 20, "only {noticed} changes were noticed");
    assert_eq!(open_and_ask(dir, &KEY).unwrap(), right, "as it was");
}

#[test]
fn a_file_in_the_place_of_another_and_a_missing_one_are_noticed() {
    let shelf = Shelf::filled();
    let dir = shelf.dir.path();
    let ending = |end: &str| {
        let found = files(dir).into_iter().find(|file| file.to_string_lossy().ends_with(end));
        found.unwrap_or_else(|| panic!("no {end}"))
    };
    let (store, terms) = (ending(".store"), ending(".term"));
    let kept = fs::read(&terms).unwrap();
    fs::copy(&store, &terms).unwrap();
    assert!(damaged(&open_and_ask(dir, &KEY).unwrap_err()), "swapped");
    fs::remove_file(&terms).unwrap();
    assert!(damaged(&open_and_ask(dir, &KEY).unwrap_err()), "missing");
    fs::write(&terms, &kept[..kept.len() / 2]).unwrap();
    assert!(damaged(&open_and_ask(dir, &KEY).unwrap_err()), "cut");
}

#[test]
fn a_folder_of_something_else_is_rebuilt_on_demand() {
    let shelf = Shelf::filled();
    let dir = shelf.dir.path().to_owned();
    for file in files(&dir) {
        fs::write(file, "{}").unwrap();
    }
    assert!(damaged(&Index::open(&dir, &KEY).err().unwrap()));
    let index = Index::rebuild(&dir, &KEY).unwrap();
    assert_eq!((index.documents(), index.watermark().unwrap()), (0, 0));
}
