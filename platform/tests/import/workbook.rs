//! The workbook: the template as it is written, filled in, and filled in badly.

use std::io::Cursor;

use bangban_domain::matter::{DayUnit, Necessity, Period};
use bangban_platform::import::{ImportError, ImportRule as R, RowProblem, read, workbook};
use calamine::{Data, Range, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

use super::support::{Place, count, rules_of};

const MATTERS: &str = "事项";
const MATERIALS: &str = "材料";

/// A sheet of the template, as a spreadsheet shows it.
fn template(sheet: &str) -> Range<Data> {
    let bytes = workbook::write_template().expect("a template");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    book.worksheet_range(sheet).expect("the sheet")
}

fn headings(sheet: &str) -> Vec<String> {
    let range = template(sheet);
    range.rows().next().expect("headings").iter().map(ToString::to_string).collect()
}

/// The example of the sheet 说明, by heading.
fn example(sheet: &str) -> Vec<(String, String)> {
    let notes = template("说明");
    let of_sheet = notes.rows().skip(1).filter(|row| row[0] == *sheet);
    of_sheet.map(|row| (row[1].to_string(), row[7].to_string())).collect()
}

type Row = Vec<(String, String)>;

/// The row with one cell set.
fn with(row: &Row, heading: &str, value: &str) -> Row {
    let set = |(name, was): &(String, String)| {
        let value = if name == heading { value } else { was };
        (name.clone(), value.to_owned())
    };
    row.iter().map(set).collect()
}

/// A workbook with these rows below the headings of the template.
fn filled(matters: &[Row], materials: &[Row]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in [(MATTERS, matters), (MATERIALS, materials)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (at, heading) in (0u16..).zip(headings(name)) {
            sheet.write(0, at, &heading).expect("a heading");
            let bare = heading.trim_end_matches('*');
            for (line, row) in (1u32..).zip(rows) {
                let cell = row.iter().find(|(name, _)| name == bare);
                sheet.write(line, at, cell.map_or("", |(_, value)| value)).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("bytes")
}

#[test]
fn the_template_explains_every_column_in_both_languages() {
    let notes = template("说明");
    let columns = headings(MATTERS).len() + headings(MATERIALS).len();
    assert_eq!(notes.rows().count(), columns + 1);
    for row in notes.rows().skip(1) {
        for cell in [0, 1, 2, 3, 4, 5] {
            assert_ne!(row[cell], Data::Empty, "{} has a blank explanation", row[1]);
        }
    }
}

#[test]
fn the_documentation_lists_the_columns_that_the_template_has() {
    let written = include_str!("../../../docs/import.md");
    for heading in [headings(MATTERS), headings(MATERIALS)].concat() {
        let row = format!("| {} |", heading.trim_end_matches('*'));
        assert!(written.contains(&row), "docs/import.md lacks {row}");
    }
}

#[tokio::test]
async fn an_empty_template_imports_nothing() {
    let bytes = workbook::write_template().expect("a template");
    let report = Place::new().await.import("template.xlsx", &bytes).await;
    assert_eq!(report.rows_in, 0, "the example stands in 说明, where it is not imported");
}

#[tokio::test]
async fn the_example_filled_in_is_one_whole_matter_and_twice_changes_nothing() {
    let (matter, material) = (example(MATTERS), example(MATERIALS));
    let identity = with(&with(&material, "材料名称", "居民身份证"), "必要性", "");
    let bytes = filled(&[matter], &[material, identity]);
    let source = read(&bytes).expect("readable");
    let read = &source.rows[0].matter;
    assert_eq!(read.code, "11441322007009999K4440511001000");
    assert_eq!(read.popular_names, ["高龄津贴", "老人津贴", "敬老金"]);
    assert_eq!(read.legal_days, Some(Period { days: 30, unit: DayUnit::Working }));
    assert_eq!(read.effective_from.map(|day| day.to_string()).as_deref(), Some("2024-01-01"));
    assert_eq!(read.conditions, ["本县户籍", "年满 80 周岁"]);
    assert_eq!((read.situations.len(), read.steps.len(), read.faq.len()), (2, 3, 1));
    assert_eq!(read.steps[1].limit, "10个工作日");
    assert_eq!(read.legal_basis[0].number, None);
    assert_eq!(read.legal_basis[0].article.as_deref(), Some("第三十三条"));
    assert_eq!(read.fee.as_ref().map(|fee| fee.charged), Some(false));
    assert_eq!(read.materials.len(), 2);
    assert_eq!(read.materials[0].necessity, Some(Necessity::Required));
    assert_eq!((read.materials[0].originals, read.materials[0].copies), (Some(1), Some(0)));
    assert_eq!(read.materials[1].necessity, None, "an empty cell is not stated");
    let attention: Vec<R> =
        rules_of(&source, 2).into_iter().filter(|rule| *rule < R::DaysAsText).collect();
    assert_eq!(attention, [], "the example is valid");

    let place = Place::new().await;
    assert_eq!(place.import("one.xlsx", &bytes).await.stored, 1);
    let head = place.head().await;
    assert_eq!(place.import("one.xlsx", &bytes).await.unchanged, 1);
    assert_eq!(place.head().await, head);
}

#[tokio::test]
async fn badly_filled_cells_are_left_out_and_reported_with_sheet_and_row() {
    let mut matter = example(MATTERS);
    for (heading, value) in [
        ("办件类型", "马上办"),
        ("生效日期", "明年"),
        ("承诺办结时限", "尽快"),
        ("跑动次数", "很多"),
        ("咨询电话", ""),
        ("指南网址", "www.example.cn"),
    ] {
        matter = with(&matter, heading, value);
    }
    let material = example(MATERIALS);
    let astray = with(&material, "实施编码", "11441322007009999K4440511009000");
    let unknown = with(&with(&material, "材料名称", "委托书"), "适用情形", "proxy；nobody");
    let nameless = with(&material, "材料名称", "无");
    let bytes = filled(&[matter], &[material.clone(), material, astray, unknown, nameless]);
    let report = Place::new().await.import("bad.xlsx", &bytes).await;
    assert_eq!((report.stored, report.materials), (1, 3));
    for (rule, expected) in [
        (R::UnknownValue, 1),
        (R::DateUnreadable, 1),
        (R::DaysUnreadable, 1),
        (R::NumberUnreadable, 1),
        (R::MissingConsultPhone, 1),
        (R::UrlUnreadable, 1),
        (R::RepeatedMaterial, 1),
        (R::OrphanMaterial, 2),
        (R::UnknownSituation, 1),
    ] {
        assert_eq!(count(&report, rule), expected, "{rule:?} in {report}");
    }
    let astray = report.warnings.iter().find(|w| w.rule == R::OrphanMaterial).expect("told");
    assert_eq!((astray.sheet, astray.row), (Some(MATERIALS), 4));
}

#[test]
fn a_code_entered_as_a_number_is_rejected_because_its_digits_are_gone() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(MATTERS).expect("a name");
    for (at, heading) in (0u16..).zip(headings(MATTERS)) {
        sheet.write(0, at, heading).expect("a heading");
    }
    sheet.write(1, 0, 1.144_132_2e30).expect("a number");
    sheet.write(1, 2, "高龄津贴").expect("a name");
    let source = read(&book.save_to_buffer().expect("bytes")).expect("readable");
    assert_eq!(source.rejected[0].row, 2);
    assert_eq!(source.rejected[0].problem, RowProblem::CodeAsNumber { column: "实施编码" });
}

#[test]
fn numbers_dates_and_ticks_of_a_spreadsheet_are_read_as_what_they_mean() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(MATTERS).expect("a name");
    let day = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    let row = example(MATTERS);
    // Any order, and a column that nobody knows.
    sheet.write(0, 40, "备注").expect("a heading");
    sheet.write(1, 40, "内部").expect("a cell");
    for (at, (heading, value)) in (0u16..).zip(row.iter().rev()) {
        sheet.write(0, at, heading).expect("a heading");
        match heading.as_str() {
            "区划代码" => sheet.write(1, at, 441_322),
            "法定办结时限" => sheet.write(1, at, 20),
            "跑动次数" => sheet.write(1, at, 2.0),
            "是否收费" => sheet.write(1, at, true),
            "生效日期" => {
                let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2024, 3, 1).expect("a day");
                sheet.write_with_format(1, at, &date, &day)
            }
            _ => sheet.write(1, at, value),
        }
        .expect("a cell");
    }
    let source = read(&book.save_to_buffer().expect("bytes")).expect("readable");
    let read = &source.rows[0].matter;
    assert_eq!((read.division.as_str(), read.visits), ("441322", Some(2)));
    assert_eq!(read.legal_days, Some(Period { days: 20, unit: DayUnit::Working }));
    assert_eq!(read.fee.as_ref().map(|fee| fee.charged), Some(true));
    assert_eq!(read.effective_from.map(|date| date.to_string()).as_deref(), Some("2024-03-01"));
    assert_eq!(source.unused_columns.get("备注"), Some(&1));
}

#[test]
fn a_workbook_without_the_sheet_or_its_columns_says_which() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("别的").expect("a name");
    let other = read(&book.save_to_buffer().expect("bytes"));
    assert!(matches!(other, Err(ImportError::MissingSheet(MATTERS))));

    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(MATTERS).expect("a name");
    sheet.write(0, 0, "实施编码*").expect("a heading");
    let bare = read(&book.save_to_buffer().expect("bytes")).expect_err("columns are missing");
    assert!(bare.to_string().contains("事项名称"), "{bare}");
    assert!(!bare.to_string().contains("实施编码"), "that one is there: {bare}");
}

#[test]
fn a_workbook_cut_off_or_changed_anywhere_is_an_error_and_never_a_panic() {
    let whole = filled(&[example(MATTERS)], &[example(MATERIALS)]);
    for end in (4..whole.len()).step_by(41) {
        assert!(read(&whole[..end]).is_err(), "cut at {end}");
    }
    let mut changed = whole.clone();
    for at in (4..whole.len()).step_by(17) {
        let was = std::mem::replace(&mut changed[at], !whole[at]);
        // A change in unused parts of the file is no error; all that counts is to come back.
        drop(read(&changed));
        changed[at] = was;
    }
}
