//! What every source is read into before anything is stored.

use std::collections::BTreeMap;

use bangban_domain::matter::Matter;
use serde::Serialize;

use super::problem::RowProblem;
use super::rule::Warning;

/// One row of a source as a matter, with what was noticed.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    /// Line of the file, or row of the sheet, from 1.
    pub row: usize,
    /// The matter. Its `id` is the row's own key, or its code; see `settle`.
    pub matter: Matter,
    /// Name of the matter without the variant that this row is about.
    pub family: String,
    /// What was noticed.
    pub warnings: Vec<Warning>,
}

/// A row that cannot be a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// Line of the file, or row of the sheet, from 1.
    pub row: usize,
    /// Why.
    #[serde(flatten)]
    pub problem: RowProblem,
}

/// A whole source.
#[derive(Debug, Default)]
pub struct Source {
    /// Rows that are matters, in the order of the source.
    pub rows: Vec<SourceRow>,
    /// Rows that are not.
    pub rejected: Vec<Rejected>,
    /// What was noticed outside the rows of matters, such as materials of no matter.
    pub warnings: Vec<Warning>,
    /// Columns that a matter has no place for, with the number of rows that state something there.
    pub unused_columns: BTreeMap<String, usize>,
}

impl Source {
    /// Rows that are not empty.
    pub fn rows_in(&self) -> usize {
        self.rows.len() + self.rejected.len()
    }
}
