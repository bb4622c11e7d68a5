//! The command line, as an administrator uses it.

use std::process::{Command, Output};

use super::support::SMALL;

fn platform(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bangban-platform")).args(args).output().expect("it runs")
}

#[test]
fn matters_are_imported_from_the_command_line_with_both_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (file, data, json) = (path("small.jsonl"), path("data"), path("report.json"));
    std::fs::write(&file, SMALL).expect("a file");
    let import = ["import", "matters", &file, "--data-dir", &data, "--report", &json];
    let first = platform(&import);
    let shown = String::from_utf8_lossy(&first.stdout).into_owned();
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    assert!(shown.contains("7  新增 (stored)"), "{shown}");
    let json = std::fs::read_to_string(&json).expect("the JSON report");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["rows_in"], 13);
    let second = String::from_utf8_lossy(&platform(&import).stdout).into_owned();
    assert!(second.contains("7  未变 (unchanged)"), "{second}");
}

#[test]
fn the_template_written_by_the_command_line_can_be_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (file, data) = (path("matters.xlsx"), path("data"));
    assert!(platform(&["template", "matters", &file]).status.success());
    let import = platform(&["import", "matters", &file, "--data-dir", &data]);
    assert!(import.status.success(), "{}", String::from_utf8_lossy(&import.stderr));
}

#[test]
fn a_file_that_is_not_there_is_an_error_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_string_lossy().into_owned();
    let output = platform(&["import", "matters", "no-such-file.xlsx", "--data-dir", &data]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("无法读取文件"));
}
