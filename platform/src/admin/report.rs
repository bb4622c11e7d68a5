//! What an import of the directory did, entry by entry.

use std::fmt;

use serde::Serialize;

use crate::store::Put;

/// Which of the two lists an entry is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// 机构.
    Organisations,
    /// 人员.
    Staff,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was not there before.
    Stored,
    /// It said something else before.
    Changed,
    /// It said the same before.
    Unchanged,
    /// It cannot be stored; the reason says why.
    Rejected,
}

impl From<Put> for Outcome {
    fn from(put: Put) -> Self {
        match put {
            Put::Stored => Self::Stored,
            Put::Changed => Self::Changed,
            Put::Unchanged => Self::Unchanged,
        }
    }
}

/// One entry of the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// Its list.
    pub list: List,
    /// Its place in the list, from 1.
    pub place: usize,
    /// Key of the organisation, or the account; empty when it states none.
    pub key: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What somebody should look at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// What an import of the directory did.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct DirectoryReport {
    /// Name of the file, without its folder.
    pub file: String,
    /// Every entry, in the order of the file.
    pub entries: Vec<Entry>,
    /// Active accounts that cannot sign in yet, as they have no password.
    pub without_password: Vec<String>,
}

impl DirectoryReport {
    /// Entries with this outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.entries.iter().filter(|entry| entry.outcome == outcome).count()
    }
}

impl fmt::Display for DirectoryReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "机构人员导入报告 (directory import report): {}", self.file)?;
        for outcome in [Outcome::Stored, Outcome::Changed, Outcome::Unchanged, Outcome::Rejected] {
            writeln!(f, "  {:>7}  {outcome}", self.count(outcome))?;
        }
        for list in [List::Organisations, List::Staff] {
            let mut entries = self.entries.iter().filter(|entry| entry.list == list).peekable();
            if entries.peek().is_some() {
                writeln!(f, "\n== {list} ==")?;
            }
            for entry in entries {
                write!(f, "{entry}")?;
            }
        }
        if self.without_password.is_empty() {
            return Ok(());
        }
        let count = self.without_password.len();
        writeln!(f, "\n尚无密码的账号 (accounts without a password yet): {count}")?;
        writeln!(f, "  {}", self.without_password.join(" "))?;
        writeln!(f, "  用 staff password 账号 设置 (set one with `staff password ACCOUNT`)")
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = if self.key.is_empty() { "?" } else { &self.key };
        write!(f, "  第 {} 条 (entry) {key}  {}", self.place, self.outcome)?;
        if let Some(reason) = &self.reason {
            write!(f, "：{reason}")?;
        }
        writeln!(f)?;
        self.warnings.iter().try_for_each(|warning| writeln!(f, "      提示 (warning)：{warning}"))
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Stored => "新增 (stored)",
            Self::Changed => "变更 (changed)",
            Self::Unchanged => "未变 (unchanged)",
            Self::Rejected => "拒收 (rejected)",
        })
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Organisations => "机构 (organisations)",
            Self::Staff => "人员 (staff)",
        })
    }
}
