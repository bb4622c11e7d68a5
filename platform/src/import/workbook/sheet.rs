//! A sheet of a workbook as rows of named cells.

use std::collections::BTreeMap;

use calamine::{Data, Range};

use super::columns::{Column, Fill};
use crate::import::problem::{ImportError, RowProblem};

/// A sheet whose first row holds the headings.
pub(crate) struct Sheet {
    range: Range<Data>,
    /// Column of the range by heading.
    places: BTreeMap<&'static str, usize>,
    /// Headings that no column of ours has, by column of the range.
    unknown: Vec<(usize, String)>,
}

/// A row of a sheet.
pub(crate) struct SheetRow<'a> {
    /// Row of the sheet as a spreadsheet shows it, from 1.
    pub(crate) number: usize,
    cells: &'a [Data],
    places: &'a BTreeMap<&'static str, usize>,
}

impl Sheet {
    /// Finds the columns by their headings, in any order. A star after a heading is no part of it.
    pub(crate) fn open(
        name: &'static str,
        range: Range<Data>,
        columns: &'static [Column],
    ) -> Result<Self, ImportError> {
        let mut places = BTreeMap::new();
        let mut unknown = Vec::new();
        for (at, cell) in range.rows().next().unwrap_or_default().iter().enumerate() {
            let heading = text_of(cell).unwrap_or_default();
            let heading = heading.trim().trim_end_matches(['*', '＊']).trim_end();
            match columns.iter().find(|column| column.heading == heading) {
                Some(column) => {
                    places.entry(column.heading).or_insert(at);
                }
                None if heading.is_empty() => {}
                None => unknown.push((at, heading.to_owned())),
            }
        }
        let absent = |column: &&Column| column.required && !places.contains_key(column.heading);
        let missing: Vec<_> = columns.iter().filter(absent).map(|column| column.heading).collect();
        if !missing.is_empty() {
            return Err(ImportError::MissingColumns { sheet: name, columns: missing });
        }
        Ok(Self { range, places, unknown })
    }

    /// Rows below the headings that are not empty.
    pub(crate) fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        let first = self.range.start().map_or(0, |(row, _)| row as usize);
        let rows = self.range.rows().enumerate().skip(1);
        let filled = rows.filter(|(_, cells)| cells.iter().any(|cell| !is_empty(cell)));
        filled.map(move |(at, cells)| SheetRow {
            number: first + at + 1,
            cells,
            places: &self.places,
        })
    }

    /// Adds the rows that state something in a column that is not ours.
    pub(crate) fn count_unused(&self, counts: &mut BTreeMap<String, usize>) {
        for (at, heading) in &self.unknown {
            let rows = self.range.rows().skip(1);
            let stated = rows.filter(|cells| cells.get(*at).is_some_and(|cell| !is_empty(cell)));
            *counts.entry(heading.clone()).or_default() += stated.count();
        }
    }
}

impl SheetRow<'_> {
    /// The cell of a column as text.
    pub(crate) fn text(&self, column: &'static Column) -> Result<Option<String>, RowProblem> {
        let heading = column.heading;
        let cell = self.places.get(heading).and_then(|at| self.cells.get(*at));
        let Some(cell) = cell else { return Ok(None) };
        match cell {
            Data::Error(_) => Err(RowProblem::CellError { column: heading }),
            // A spreadsheet keeps 15 digits of a number: a long code entered as one is ruined.
            Data::Float(number) if is_code(column) && number.abs() >= 1e15 => {
                Err(RowProblem::CodeAsNumber { column: heading })
            }
            cell => Ok(text_of(cell)),
        }
    }
}

fn is_code(column: &Column) -> bool {
    column.fill == Fill::Text
        && ["编码", "代码", "标识"].iter().any(|end| column.heading.ends_with(end))
}

fn is_empty(cell: &Data) -> bool {
    match cell {
        Data::Empty => true,
        Data::String(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// A cell as text; `None` where it is empty or an error.
fn text_of(cell: &Data) -> Option<String> {
    match cell {
        Data::Empty | Data::Error(_) => None,
        Data::Bool(true) => Some("是".to_owned()),
        Data::Bool(false) => Some("否".to_owned()),
        Data::DateTime(moment) => Some(
            moment.as_datetime().map_or_else(|| moment.to_string(), |at| at.date().to_string()),
        ),
        // Whole numbers come as 1 and not as 1.0, which is how `f64` is displayed.
        other => Some(other.to_string()),
    }
}
