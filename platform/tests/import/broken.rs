//! Files that were damaged on their way.

use bangban_platform::import::{ImportError, RowProblem, jsonl, read, read_file};

use super::support::{Place, SMALL};

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_trouble() {
    let windows = format!("\u{FEFF}{}\r\n\r\n", SMALL.replace('\n', "\r\n"));
    let (plain, windows) = (jsonl::read(SMALL.as_bytes()), jsonl::read(windows.as_bytes()));
    assert_eq!(plain.rows, windows.rows);
    assert_eq!(plain.rejected, windows.rejected);
}

#[test]
fn a_line_in_another_encoding_is_told_and_its_neighbours_are_kept() {
    let line = SMALL.lines().next().expect("a line").as_bytes();
    let gbk: &[u8] = b"{\"TASK_NAME\": \"\xCA\xC2\xCF\xEE\"}";
    let source = jsonl::read(&[line, b"\n", gbk, b"\n", line].concat());
    assert_eq!(source.rows.len(), 2);
    assert_eq!(source.rejected[0].row, 2);
    assert_eq!(source.rejected[0].problem, RowProblem::NotUtf8);
}

#[test]
fn a_file_cut_off_anywhere_is_read_up_to_there() {
    let bytes = SMALL.as_bytes();
    for end in (0..bytes.len()).step_by(7) {
        let source = jsonl::read(&bytes[..end]);
        let lines = bytes[..end].split(|b| *b == b'\n').filter(|line| !line.is_empty()).count();
        assert_eq!(source.rows_in(), lines, "every line is a row or rejected, cut at {end}");
    }
}

#[test]
fn a_file_with_any_byte_changed_is_read_without_a_panic() {
    let mut bytes = SMALL.as_bytes().to_vec();
    for at in (0..bytes.len()).step_by(11) {
        let was = bytes[at];
        bytes[at] = !was;
        let source = jsonl::read(&bytes);
        assert!(source.rows_in() > 0, "the other lines are still there, changed at {at}");
        bytes[at] = was;
    }
}

#[test]
fn an_old_workbook_and_a_missing_file_are_told_apart() {
    let old = read(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]);
    assert!(matches!(old, Err(ImportError::OldWorkbook)));
    let missing = read_file(std::path::Path::new("no-such-file.jsonl"));
    assert!(matches!(missing, Err(ImportError::Read { .. })));
}

#[tokio::test]
async fn an_empty_file_is_an_import_of_nothing() {
    let report = Place::new().await.import("empty.jsonl", b"\n \r\n").await;
    assert_eq!((report.rows_in, report.stored), (0, 0));
}
