//! The cells of a row, read in the ways that columns are filled.

use chrono::NaiveDate;

use super::columns::Column;
use super::sheet::SheetRow;
use crate::import::notes::Notes;
use crate::import::problem::RowProblem;
use crate::import::rule::ImportRule;
use crate::import::vocabulary::{Words, meaning};
use crate::import::{fields, text};

/// The cells of one row, read by heading, with the notes about them.
pub(super) struct Cells<'a> {
    row: &'a SheetRow<'a>,
    columns: &'static [Column],
    pub(super) notes: Notes,
}

impl<'a> Cells<'a> {
    pub(super) fn new(
        row: &'a SheetRow<'a>,
        sheet: &'static str,
        columns: &'static [Column],
    ) -> Self {
        Self { row, columns, notes: Notes::new(row.number, Some(sheet)) }
    }

    /// The text as the cell has it.
    pub(super) fn raw(&self, heading: &'static str) -> Result<Option<String>, RowProblem> {
        let column = self.columns.iter().find(|column| column.heading == heading);
        column.map_or(Ok(None), |column| self.row.text(column))
    }

    pub(super) fn text(&mut self, heading: &'static str) -> Result<Option<String>, RowProblem> {
        let raw = self.raw(heading)?;
        Ok(self.notes.text(heading, raw.as_deref()))
    }

    pub(super) fn must(&mut self, heading: &'static str) -> Result<String, RowProblem> {
        self.text(heading)?.ok_or(RowProblem::Missing { column: heading })
    }

    pub(super) fn one<T: Copy>(
        &mut self,
        heading: &'static str,
        words: Words<T>,
    ) -> Result<Option<T>, RowProblem> {
        let Some(word) = self.text(heading)? else { return Ok(None) };
        Ok(self.known(heading, words, &word))
    }

    pub(super) fn known<T: Copy>(
        &mut self,
        heading: &str,
        words: Words<T>,
        word: &str,
    ) -> Option<T> {
        let found = meaning(words, word);
        if found.is_none() {
            self.notes.add(ImportRule::UnknownValue, heading, word);
        }
        found
    }

    pub(super) fn several(&mut self, heading: &'static str) -> Result<Vec<String>, RowProblem> {
        Ok(text::names(&self.text(heading)?.unwrap_or_default()))
    }

    pub(super) fn lines(&mut self, heading: &'static str) -> Result<Vec<String>, RowProblem> {
        let text = self.text(heading)?.unwrap_or_default();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Ok(lines.map(str::to_owned).collect())
    }

    pub(super) fn count(&mut self, heading: &'static str) -> Result<Option<u8>, RowProblem> {
        let raw = self.raw(heading)?;
        Ok(fields::count(&mut self.notes, heading, raw.as_deref()))
    }

    pub(super) fn date(&mut self, heading: &'static str) -> Result<Option<NaiveDate>, RowProblem> {
        let Some(text) = self.text(heading)? else { return Ok(None) };
        let date = day(&text);
        if date.is_none() {
            self.notes.add(ImportRule::DateUnreadable, heading, &text);
        }
        Ok(date)
    }
}

/// A date as people type it.
fn day(text: &str) -> Option<NaiveDate> {
    let plain = text::narrow(text).replace(['年', '月', '/', '.'], "-").replace('日', "");
    NaiveDate::parse_from_str(plain.trim(), "%Y-%m-%d").ok()
}
