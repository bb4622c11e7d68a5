//! The workbook: sheet 事项 with a row per matter, sheet 材料 with a row per material, and sheet
//! 说明 that explains the columns and is never read.

mod cells;
mod columns;
mod materials;
mod matter;
mod sheet;
mod template;

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use super::problem::ImportError;
use super::source::{Rejected, Source};
use columns::{MATERIAL_COLUMNS, MATERIALS, MATTER_COLUMNS, MATTERS};
use sheet::Sheet;

pub use template::write_template;

/// Reads a whole workbook.
///
/// # Errors
/// When it is damaged, or a sheet or a required column is not there.
pub fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    let mut book =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| ImportError::Workbook(error.to_string()))?;
    let matters = Sheet::open(MATTERS, range(&mut book, MATTERS)?, MATTER_COLUMNS)?;
    let materials = match range(&mut book, MATERIALS) {
        Ok(range) => Some(Sheet::open(MATERIALS, range, MATERIAL_COLUMNS)?),
        // A library without materials is one sheet.
        Err(ImportError::MissingSheet(_)) => None,
        Err(other) => return Err(other),
    };
    let mut source = Source::default();
    matters.count_unused(&mut source.unused_columns);
    for row in matters.rows() {
        match matter::matter(&row) {
            Ok(matter) => source.rows.push(matter),
            Err(problem) => source.rejected.push(Rejected { row: row.number, problem }),
        }
    }
    if let Some(sheet) = materials {
        sheet.count_unused(&mut source.unused_columns);
        materials::add(&sheet, &mut source);
    }
    Ok(source)
}

fn range(book: &mut Xlsx<Cursor<&[u8]>>, name: &'static str) -> Result<Range<Data>, ImportError> {
    if !book.sheet_names().iter().any(|sheet| sheet == name) {
        return Err(ImportError::MissingSheet(name));
    }
    book.worksheet_range(name).map_err(|error| ImportError::Workbook(error.to_string()))
}
