//! Files to begin with.

use std::path::Path;

use bangban_domain::rulebook::Rules;

use super::{AdminError, file};
use crate::import::ImportError;
use crate::store::{Db, rule_book};

/// An invented county, as small as can be.
const DIRECTORY: &str = include_str!("../../sample/directory-example.json");

/// Writes a small example of a directory.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn write_directory(path: &Path) -> Result<(), AdminError> {
    file::write_new(path, DIRECTORY)
}

/// Writes the rule book in force; without a platform, the one that ships with the product.
///
/// # Errors
/// When the file exists or cannot be written, or when the database fails.
pub async fn write_rules(db: Option<&Db>, path: &Path) -> Result<(), AdminError> {
    let rules = match db {
        Some(db) => rule_book::rules(db.read()).await?,
        None => Rules::shipped(),
    };
    let text = serde_json::to_string_pretty(&rules.book)
        .map_err(|source| ImportError::Write { path: path.to_owned(), source: source.into() })?;
    file::write_new(path, &format!("{text}\n"))
}
