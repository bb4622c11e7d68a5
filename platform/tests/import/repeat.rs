//! Importing again, in another order, and after a correction.

use bangban_platform::import::{ImportRule, jsonl, settle};
use bangban_platform::store::matters;

use super::support::{Place, SMALL, count};

#[tokio::test]
async fn the_second_import_of_a_file_changes_nothing_and_publishes_nothing() {
    let place = Place::new().await;
    let first = place.import("small.jsonl", SMALL.as_bytes()).await;
    assert_eq!((first.rows_in, first.stored, first.changed, first.unchanged), (13, 7, 0, 0));
    assert_eq!((first.duplicates.len(), first.rejected.len()), (1, 5));
    let head = place.head().await;
    assert_eq!(head, 7, "one change per matter");
    let second = place.import("small.jsonl", SMALL.as_bytes()).await;
    assert_eq!((second.stored, second.changed, second.unchanged), (0, 0, 7));
    assert_eq!(place.head().await, head, "nothing was published");
    assert_eq!(first.warnings, second.warnings, "the warnings are about the file");
}

#[tokio::test]
async fn another_order_of_the_rows_changes_no_key() {
    let place = Place::new().await;
    place.import("small.jsonl", SMALL.as_bytes()).await;
    let head = place.head().await;
    let reversed: Vec<&str> = SMALL.lines().rev().collect();
    let report = place.import("reversed.jsonl", reversed.join("\n").as_bytes()).await;
    assert_eq!((report.stored, report.changed, report.unchanged), (0, 0, 7));
    assert_eq!(place.head().await, head);
}

#[tokio::test]
async fn one_corrected_row_is_one_changed_matter_with_the_next_version() {
    let place = Place::new().await;
    place.import("small.jsonl", SMALL.as_bytes()).await;
    let head = place.head().await;
    let corrected = SMALL.replacen("15(工作日)", "10(工作日)", 1);
    let report = place.import("small.jsonl", corrected.as_bytes()).await;
    assert_eq!((report.stored, report.changed, report.unchanged), (0, 1, 6));
    assert_eq!(place.head().await, head + 1);
    let matter = matters::get(place.db.read(), "11441322007009999K4440511001000").await;
    let matter = matter.expect("readable").expect("stored");
    assert_eq!((matter.version, matter.promised_days.map(|period| period.days)), (2, Some(10)));
}

#[test]
fn rows_that_share_a_code_get_lasting_keys_and_the_exact_copy_is_told() {
    let settled = settle(jsonl::read(SMALL.as_bytes()).rows);
    let keys = |name: &str| -> Vec<String> {
        let rows = settled.rows.iter().filter(|row| row.matter.name == name);
        rows.map(|row| row.matter.id.clone()).collect()
    };
    let [first, second] = [keys("农技咨询"), keys("农机维修咨询")];
    assert_eq!((first.len(), second.len()), (1, 1), "the copy is taken out");
    assert_ne!(first, second);
    assert!(first[0].starts_with("11441322007008881W4442111010000-"), "{}", first[0]);
    let copy = &settled.duplicates[0];
    assert_eq!((copy.row, copy.same_as), (9, 7));
}

#[test]
fn rows_that_agree_on_name_and_body_are_told_apart_by_all_they_say() {
    let line = SMALL.lines().next().expect("a line");
    let other = line.replace("0752-5550131", "0752-5550199");
    let keys = |text: String| {
        let settled = settle(jsonl::read(text.as_bytes()).rows);
        let mut keys: Vec<String> = settled.rows.into_iter().map(|row| row.matter.id).collect();
        keys.sort();
        keys
    };
    let forward = keys(format!("{line}\n{other}"));
    assert_eq!(forward.len(), 2);
    assert_ne!(forward[0], forward[1]);
    assert_eq!(forward, keys(format!("{other}\n{line}")), "their order does not matter");
}

#[test]
fn a_stated_item_key_is_the_key() {
    let line = SMALL.lines().next().expect("a line");
    let keyed = line.replacen('{', "{\"ITEM_ID\": \"A-1\", ", 1);
    assert_eq!(jsonl::read(keyed.as_bytes()).rows[0].matter.id, "A-1");
}

#[tokio::test]
async fn a_repeated_name_is_a_warning_and_never_a_drop() {
    let place = Place::new().await;
    let report = place.import("small.jsonl", SMALL.as_bytes()).await;
    assert_eq!(count(&report, ImportRule::RepeatedName), 1, "two variants of 农药经营许可");
    assert_eq!(count(&report, ImportRule::RepeatedFullName), 0, "their full names differ");
    let warning = report.warnings.iter().find(|w| w.rule == ImportRule::RepeatedName);
    assert_eq!(warning.map(|warning| warning.row), Some(3));
}

#[tokio::test]
async fn the_report_reads_in_both_languages_and_its_json_holds_every_warning() {
    let place = Place::new().await;
    let report = place.import("small.jsonl", SMALL.as_bytes()).await;
    let shown = report.to_string();
    for words in ["读入行 (rows in)", "第 5 行", "统一社会信用代码校验不符", "未导入的列"]
    {
        assert!(shown.contains(words), "{words} in:\n{shown}");
    }
    let json: serde_json::Value = serde_json::to_value(&report).expect("JSON");
    assert_eq!(json["warnings"].as_array().map(Vec::len), Some(report.warnings.len()));
    assert_eq!(json["warning_counts"]["organisation_code_checksum"], 1);
    assert_eq!(json["rejected"][0]["problem"], "broken_json");
}
