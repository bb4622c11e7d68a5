//! Import of matters from an export in JSON lines or from a workbook.
//!
//! Reading is pure: bytes become matters, warnings and rejected rows. Storing comes afterwards, in
//! one transaction per few hundred rows. No row is dropped without being reported, and importing
//! the same file again changes nothing.

mod code;
mod conditions;
mod days;
mod fields;
mod guangdong;
pub mod jsonl;
mod material;
mod notes;
mod phone;
mod problem;
mod report;
mod rule;
mod settle;
mod source;
mod store;
mod text;
mod vocabulary;
pub mod workbook;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub use guangdong::matter as guangdong_matter;
pub use problem::{ImportError, RowProblem};
pub use report::Report;
pub use rule::{ImportRule, Warning, Weight};
pub use settle::{Duplicate, Settled, settle};
pub use source::{Rejected, Source, SourceRow};
pub use store::import_matters;

/// Largest file that is read, in megabytes. A province's whole library is about a tenth of it.
const LARGEST: u64 = 256;

/// Reads a file of matters; its first bytes tell a workbook from JSON lines.
///
/// # Errors
/// When the file cannot be read, or is a workbook that is damaged or lacks columns.
pub fn read_file(path: &Path) -> Result<Source, ImportError> {
    read(&bytes_of(path)?)
}

/// Reads the bytes of a file of matters.
///
/// # Errors
/// When they are a workbook that is damaged or lacks columns.
pub fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => workbook::read(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(ImportError::OldWorkbook),
        _ => Ok(jsonl::read(bytes)),
    }
}

/// The bytes of a file that somebody wants to import.
pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, ImportError> {
    let failed = |source| ImportError::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    let limit = LARGEST * 1024 * 1024;
    let read = file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    if read as u64 > limit {
        return Err(ImportError::TooLarge { limit: LARGEST });
    }
    Ok(bytes)
}

/// Writes the empty workbook that a department fills in.
///
/// # Errors
/// When the file cannot be written.
pub fn write_template(path: &Path) -> Result<(), ImportError> {
    let bytes = workbook::write_template()?;
    let failed = |source| ImportError::Write { path: path.to_owned(), source };
    std::fs::write(path, bytes).map_err(failed)
}

/// Writes the whole report as JSON.
///
/// # Errors
/// When the file cannot be written.
pub fn write_report(report: &impl serde::Serialize, path: &Path) -> Result<(), ImportError> {
    let failed = |source| ImportError::Write { path: path.to_owned(), source };
    let json = serde_json::to_string_pretty(report).map_err(|error| failed(error.into()))?;
    std::fs::write(path, json).map_err(failed)
}
