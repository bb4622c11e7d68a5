//! What an import did, for the person who started it: every row is accounted for.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::rule::{ImportRule, Warning, Weight};
use super::settle::Duplicate;
use super::source::Rejected;

/// Lines shown of one rule that somebody has to look at; the rest is in the JSON report.
const SHOWN: usize = 20;
/// Lines shown of a rule that only converted something.
const SHOWN_CONVERTED: usize = 3;

/// What an import did.
///
/// `rows_in` is always `stored + changed + unchanged + duplicates + rejected`.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Name of the file, without its folder.
    pub file: String,
    /// Rows that are not empty.
    pub rows_in: usize,
    /// Matters that were not there before.
    pub stored: usize,
    /// Matters that said something else before.
    pub changed: usize,
    /// Matters that said the same before.
    pub unchanged: usize,
    /// Rows that say exactly what an earlier row says.
    pub duplicates: Vec<Duplicate>,
    /// Rows that cannot be matters.
    pub rejected: Vec<Rejected>,
    /// Materials of the rows that are matters.
    pub materials: usize,
    /// Number of warnings by rule.
    pub warning_counts: BTreeMap<ImportRule, usize>,
    /// Columns that a matter has no place for, with the number of rows that state something there.
    pub unused_columns: BTreeMap<String, usize>,
    /// Every warning, by rule and then by row.
    pub warnings: Vec<Warning>,
}

impl Report {
    /// Whether every row that came in is accounted for.
    pub fn adds_up(&self) -> bool {
        let told = self.duplicates.len() + self.rejected.len();
        self.rows_in == self.stored + self.changed + self.unchanged + told
    }

    /// Takes in the warnings, in the order in which they are read.
    pub(crate) fn take_warnings(&mut self, mut warnings: Vec<Warning>) {
        warnings.sort_by(|a, b| (a.rule, a.sheet, a.row).cmp(&(b.rule, b.sheet, b.row)));
        for warning in &warnings {
            *self.warning_counts.entry(warning.rule).or_default() += 1;
        }
        self.warnings = warnings;
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "导入报告 (import report): {}", self.file)?;
        for (words, english, number) in [
            ("读入行", "rows in", self.rows_in),
            ("新增", "stored", self.stored),
            ("变更", "changed", self.changed),
            ("未变", "unchanged", self.unchanged),
            ("重复", "duplicates", self.duplicates.len()),
            ("拒收", "rejected", self.rejected.len()),
            ("材料", "materials", self.materials),
            ("提示", "warnings", self.warnings.len()),
        ] {
            writeln!(f, "  {number:>7}  {words} ({english})")?;
        }
        self.show_rejected(f)?;
        self.show_duplicates(f)?;
        self.show_warnings(f, Weight::Look, SHOWN)?;
        self.show_warnings(f, Weight::Converted, SHOWN_CONVERTED)?;
        self.show_unused(f)
    }
}

impl Report {
    fn show_rejected(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rejected.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n拒收的行 (rejected rows): {}", self.rejected.len())?;
        for rejected in self.rejected.iter().take(SHOWN) {
            writeln!(f, "  第 {} 行 (row): {}", rejected.row, rejected.problem)?;
        }
        more(f, self.rejected.len(), SHOWN)
    }

    fn show_duplicates(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.duplicates.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n完全重复的行 (exact duplicates): {}", self.duplicates.len())?;
        for Duplicate { row, same_as, code } in self.duplicates.iter().take(SHOWN) {
            writeln!(f, "  第 {row} 行 (row) = 第 {same_as} 行 (row)  {code}")?;
        }
        more(f, self.duplicates.len(), SHOWN)
    }

    fn show_warnings(
        &self,
        f: &mut fmt::Formatter<'_>,
        weight: Weight,
        limit: usize,
    ) -> fmt::Result {
        let title = match weight {
            Weight::Look => "需要核对 (to be looked at)",
            Weight::Converted => "已转换，供查 (converted, for the record)",
        };
        let mut titled = false;
        for of_rule in self.warnings.chunk_by(|a, b| a.rule == b.rule) {
            let rule = of_rule[0].rule;
            if rule.weight() != weight {
                continue;
            }
            if !titled {
                writeln!(f, "\n== {title} ==")?;
                titled = true;
            }
            let (words, english) = rule.words();
            writeln!(f, "{} {words} ({english})", of_rule.len())?;
            for warning in of_rule.iter().take(limit) {
                show(f, warning)?;
            }
            more(f, of_rule.len(), limit)?;
        }
        Ok(())
    }

    fn show_unused(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unused_columns.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n未导入的列及有值的行数 (columns not imported, rows that state something)")?;
        for (column, rows) in &self.unused_columns {
            writeln!(f, "  {rows:>7}  {column}")?;
        }
        Ok(())
    }
}

fn show(f: &mut fmt::Formatter<'_>, warning: &Warning) -> fmt::Result {
    let Warning { row, sheet, column, value, .. } = warning;
    let sheet = sheet.unwrap_or_default();
    writeln!(f, "  {sheet}第 {row} 行 (row)  {column}  {value}")
}

fn more(f: &mut fmt::Formatter<'_>, all: usize, shown: usize) -> fmt::Result {
    if all <= shown {
        return Ok(());
    }
    writeln!(f, "  另有 {} 条 (more, in the JSON report)", all - shown)
}
