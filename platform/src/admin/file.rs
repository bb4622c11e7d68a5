//! Files that an administrator hands in and takes away.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;

use serde_json::Value;

use super::AdminError;
use crate::import::{self, ImportError};

/// The JSON in a file; where it breaks, line and column are told.
pub(super) fn read(path: &Path) -> Result<Value, AdminError> {
    let bytes = import::bytes_of(path)?;
    // Some editors begin a file with a mark of its encoding.
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    serde_json::from_slice(text)
        .map_err(|error| AdminError::BrokenJson { line: error.line(), column: error.column() })
}

/// Writes a new file; one that exists may hold somebody's work.
pub(super) fn write_new(path: &Path, text: &str) -> Result<(), AdminError> {
    let failed = |source| ImportError::Write { path: path.to_owned(), source };
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => AdminError::Exists(path.to_owned()),
        _ => failed(error).into(),
    })?;
    Ok(file.write_all(text.as_bytes()).map_err(failed)?)
}

/// The file's name without its folder.
pub(super) fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
