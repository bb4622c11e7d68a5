//! Stores what was read, a few hundred rows per transaction.

use std::path::Path;

use bangban_domain::time::Timestamp;

use super::problem::ImportError;
use super::report::Report;
use super::settle::settle;
use super::source::{Source, SourceRow};
use crate::store::{Db, Put, matters};

/// Rows per transaction: short enough that a running platform never waits long for its turn.
const ROWS: usize = 500;

/// Imports a file of matters and reports on every row.
///
/// An import that is interrupted leaves whole transactions; importing again goes on from there.
///
/// # Errors
/// When the file cannot be read or the database fails.
pub async fn import_matters(db: &Db, path: &Path, now: Timestamp) -> Result<Report, ImportError> {
    let source = super::read_file(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    store(db, name.unwrap_or_default(), source, now).await
}

async fn store(
    db: &Db,
    file: String,
    source: Source,
    now: Timestamp,
) -> Result<Report, ImportError> {
    let rows_in = source.rows_in();
    let mut warnings = source.warnings;
    let mut settled = settle(source.rows);
    let mut report = Report {
        file,
        rows_in,
        rejected: source.rejected,
        duplicates: settled.duplicates,
        unused_columns: source.unused_columns,
        ..Report::default()
    };
    for row in &mut settled.rows {
        report.materials += row.matter.materials.len();
        warnings.append(&mut row.warnings);
    }
    report.take_warnings(warnings);
    for rows in settled.rows.chunks(ROWS) {
        store_some(db, rows, now, &mut report).await?;
    }
    Ok(report)
}

async fn store_some(
    db: &Db,
    rows: &[SourceRow],
    now: Timestamp,
    report: &mut Report,
) -> Result<(), ImportError> {
    let mut tx = db.write().await?;
    for row in rows {
        match matters::put(&mut tx, &row.matter, now).await? {
            Put::Stored => report.stored += 1,
            Put::Changed => report.changed += 1,
            Put::Unchanged => report.unchanged += 1,
        }
    }
    tx.commit().await?;
    Ok(())
}
