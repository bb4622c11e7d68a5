//! Collects the warnings of one row while it is read.

use super::rule::{ImportRule, Warning};
use super::text;

/// What was noticed in one row.
#[derive(Debug)]
pub(crate) struct Notes {
    row: usize,
    sheet: Option<&'static str>,
    pub(crate) warnings: Vec<Warning>,
}

impl Notes {
    pub(crate) fn new(row: usize, sheet: Option<&'static str>) -> Self {
        Self { row, sheet, warnings: Vec::new() }
    }

    /// Notes that `value` of `column` touched `rule`.
    pub(crate) fn add(&mut self, rule: ImportRule, column: &str, value: &str) {
        self.warnings.push(Warning {
            row: self.row,
            sheet: self.sheet,
            rule,
            column: column.to_owned(),
            value: text::short(value),
        });
    }

    /// A text as it is kept: trimmed, and `None` where the source says nothing or "无".
    pub(crate) fn text(&mut self, column: &str, raw: Option<&str>) -> Option<String> {
        let raw = raw?;
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            return None;
        }
        if text::says_none(trimmed) {
            self.add(ImportRule::NoneText, column, trimmed);
            return None;
        }
        if trimmed.len() != raw.len() {
            self.add(ImportRule::WhitespaceTrimmed, column, raw);
        }
        Some(trimmed.to_owned())
    }
}
