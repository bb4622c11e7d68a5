//! The empty workbook that a department fills in.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, Workbook, Worksheet,
    XlsxError,
};

use super::columns::{
    Column, Fill, MATERIAL_COLUMNS, MATERIALS, MATTER_COLUMNS, MATTERS, NOTES, allowed_values,
};

/// Rows below the headings that offer the allowed values.
const ROWS: u32 = 5_000;
const EXPLANATIONS: [(&str, f64); 8] = [
    ("工作表 Sheet", 12.0),
    ("列 Column", 16.0),
    ("英文 In English", 20.0),
    ("必填 Required", 12.0),
    ("说明 Explanation", 44.0),
    ("英文说明 In English", 48.0),
    ("可填值 Allowed values", 36.0),
    ("示例 Example", 44.0),
];

/// The template as the bytes of an .xlsx file.
///
/// # Errors
/// When the workbook cannot be put together.
pub fn write_template() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    entry_sheet(book.add_worksheet(), MATTERS, MATTER_COLUMNS)?;
    entry_sheet(book.add_worksheet(), MATERIALS, MATERIAL_COLUMNS)?;
    explanations(book.add_worksheet())?;
    book.save_to_buffer()
}

fn heading() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0x00DD_E8F6)).set_text_wrap()
}

/// Only headings: what is below them is imported, so the example stands in 说明.
fn entry_sheet(sheet: &mut Worksheet, name: &str, columns: &[Column]) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    // As text, a spreadsheet neither rounds a code of 31 digits nor turns 1-2 into a date.
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    for (at, column) in (0u16..).zip(columns) {
        let star = if column.required { "*" } else { "" };
        sheet.set_column_format(at, &text)?;
        sheet.set_column_width(at, width(column))?;
        sheet.write_with_format(0, at, format!("{}{star}", column.heading), &heading())?;
        let allowed = allowed_values(column.heading);
        if column.fill == Fill::One && !allowed.is_empty() {
            let offer = DataValidation::new()
                .allow_list_strings(&allowed)?
                .set_error_style(DataValidationErrorStyle::Warning);
            sheet.add_data_validation(1, at, ROWS, at, &offer)?;
        }
    }
    Ok(())
}

fn width(column: &Column) -> f64 {
    match column.fill {
        Fill::Lines => 40.0,
        Fill::Text | Fill::Several => 26.0,
        Fill::One | Fill::Days | Fill::Count | Fill::Date => 14.0,
    }
}

fn explanations(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(NOTES)?.set_freeze_panes(1, 0)?;
    for (at, (title, width)) in (0u16..).zip(EXPLANATIONS) {
        sheet.set_column_width(at, width)?;
        sheet.write_with_format(0, at, title, &heading())?;
    }
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let matters = MATTER_COLUMNS.iter().map(|column| (MATTERS, column));
    let materials = MATERIAL_COLUMNS.iter().map(|column| (MATERIALS, column));
    for (row, (name, column)) in (1u32..).zip(matters.chain(materials)) {
        for (at, text) in (0u16..).zip(explained(name, column)) {
            sheet.write_with_format(row, at, text, &wrap)?;
        }
    }
    Ok(())
}

fn explained(sheet: &str, column: &Column) -> [String; 8] {
    let required = if column.required { "必填 yes" } else { "选填 no" };
    [
        sheet.to_owned(),
        column.heading.to_owned(),
        column.english.to_owned(),
        required.to_owned(),
        column.explained.to_owned(),
        column.explained_in_english.to_owned(),
        allowed_values(column.heading).join("、"),
        column.example.to_owned(),
    ]
}
