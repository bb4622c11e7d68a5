//! Changes: step by step as good as anew, all or nothing, and how far the index has come.

use std::fs;

use bangban_search::{Document, Error, Index, Kind};
use tempfile::TempDir;

use crate::library::{KEY, Shelf, documents};

#[test]
fn step_by_step_finds_the_same_as_anew() {
    let steps = Shelf::empty();
    for (number, document) in documents().into_iter().enumerate() {
        let mut old = document.clone();
        old.title = "从前的名字".into();
        old.aliases.clear();
        steps.put(2 * number as u64, vec![old]);
        steps.put(2 * number as u64 + 1, vec![document]);
    }
    let anew = Shelf::filled();
    assert_eq!(steps.index.documents(), anew.index.documents());
    for typed in ["社保", "登记", "养老", "sbcb", "花名册", "1817003", "从前的名字"] {
        let found = |shelf: &Shelf| {
            let groups = shelf.find(typed).groups.into_iter();
            groups
                .map(|group| {
                    (group.kind, group.hits.into_iter().map(|hit| hit.key).collect::<Vec<_>>())
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(found(&steps), found(&anew), "{typed}");
    }
}

#[test]
fn what_was_removed_is_not_found() {
    let shelf = Shelf::filled();
    let remove = |batch: &mut bangban_search::Batch<'_>| {
        batch.remove(Kind::Matter, "insurance")?;
        batch.remove(Kind::Knowledge, "insurance")
    };
    shelf.index.write::<Error>(2, remove).unwrap();
    assert!(!shelf.keys(Kind::Matter, "社保参保").contains(&"insurance".into()));
    let clear = |batch: &mut bangban_search::Batch<'_>| {
        batch.clear(Kind::Matter);
        Ok(())
    };
    shelf.index.write::<Error>(3, clear).unwrap();
    assert!(shelf.keys(Kind::Matter, "登记").is_empty());
    assert_eq!(shelf.keys(Kind::Case, "欧阳"), ["c-1"], "other groups stay");
}

#[test]
fn keys_are_apart_between_groups() {
    let same = [Kind::Matter, Kind::Situation].map(|kind| Document::new(kind, "x", "同名"));
    let shelf = Shelf::with(same.to_vec());
    shelf.put(2, vec![Document::new(Kind::Situation, "x", "另外一个")]);
    assert_eq!(shelf.keys(Kind::Matter, "同名"), ["x"]);
    assert!(shelf.keys(Kind::Situation, "同名").is_empty());
}

#[test]
fn an_error_while_filling_changes_nothing() {
    let shelf = Shelf::filled();
    let fail = |batch: &mut bangban_search::Batch<'_>| {
        batch.clear(Kind::Matter);
        batch.put(Document::new(Kind::Matter, "new", "新事项"))?;
        Err(Error::DiskFull)
    };
    assert!(shelf.index.write::<Error>(9, fail).is_err());
    assert_eq!(shelf.index.watermark().unwrap(), 1);
    assert_eq!(shelf.keys(Kind::Matter, "社保参保")[0], "insurance");
    shelf.put(10, vec![Document::new(Kind::Matter, "new", "新事项")]);
    assert_eq!(shelf.keys(Kind::Matter, "新事项")[0], "new", "and writing goes on");
}

#[test]
fn the_watermark_is_that_of_the_last_commit_after_opening_again() {
    let shelf = Shelf::filled();
    shelf.put(41, Vec::new());
    let Shelf { dir, index } = shelf;
    drop(index);
    let index = Index::open(dir.path(), &KEY).unwrap();
    assert_eq!(index.watermark().unwrap(), 41);
    assert_eq!(index.documents(), documents().len() as u64);
}

/// A process that is killed leaves the files of the last commit and pieces of the next one.
#[test]
fn killed_between_commits_the_old_state_stays() {
    let shelf = Shelf::filled();
    let copy = TempDir::new().unwrap();
    let snapshot = |batch: &mut bangban_search::Batch<'_>| {
        for number in 0..20_000 {
            batch.put(Document::new(
                Kind::Reply,
                number.to_string(),
                format!("未完成的答复{number}"),
            ))?;
        }
        // As it lies on the disk at this moment: parts are written, the commit is not.
        for entry in fs::read_dir(shelf.dir.path()).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
        fs::write(copy.path().join("~meta.json"), "half").unwrap();
        Ok(())
    };
    shelf.index.write::<Error>(2, snapshot).unwrap();
    let index = Index::open(copy.path(), &KEY).unwrap();
    let left = Shelf { dir: copy, index };
    assert_eq!(left.index.watermark().unwrap(), 1);
    assert_eq!(left.keys(Kind::Matter, "社保参保")[0], "insurance");
    assert!(left.keys(Kind::Reply, "未完成").is_empty());
    left.put(3, vec![Document::new(Kind::Reply, "r", "完成的答复")]);
    assert_eq!(left.keys(Kind::Reply, "完成的答复"), ["r"], "and writing goes on");
    let unfinished = fs::read_dir(left.dir.path())
        .unwrap()
        .any(|entry| entry.unwrap().file_name().to_string_lossy().starts_with('~'));
    assert!(!unfinished, "pieces are swept away");
}

#[test]
fn compacting_changes_nothing_but_the_number_of_parts() {
    let shelf = Shelf::filled();
    for number in 0..3 {
        shelf.put(2 + number, vec![Document::new(Kind::Reply, number.to_string(), "答复")]);
    }
    let before = shelf.keys(Kind::Reply, "答复");
    shelf.index.compact().unwrap();
    assert_eq!(shelf.keys(Kind::Reply, "答复"), before);
    assert_eq!(shelf.index.watermark().unwrap(), 4, "the watermark stays");
}
