//! Why a row cannot be a matter at all, and why a file cannot be read at all.

use std::path::PathBuf;

use serde::Serialize;

/// Why a row was rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum RowProblem {
    /// The line is no JSON.
    #[error("JSON 有误，第 {byte} 个字节附近 (broken JSON near byte {byte})")]
    BrokenJson {
        /// Byte in the line, from 1.
        byte: usize,
    },
    /// The line is not UTF-8.
    #[error("不是 UTF-8 文本 (not UTF-8)")]
    NotUtf8,
    /// The line is JSON, but no object.
    #[error("不是 JSON 对象 (not a JSON object)")]
    NotAnObject,
    /// A column holds another type.
    #[error("{column} 应为{expected}，实为{found} ({column} has the wrong type)")]
    WrongType {
        /// Column of the source.
        column: &'static str,
        /// What it should hold.
        expected: &'static str,
        /// What it holds.
        found: &'static str,
    },
    /// A column without which there is no matter is empty.
    #[error("缺少 {column} ({column} is missing)")]
    Missing {
        /// Column of the source.
        column: &'static str,
    },
    /// A code was entered as a number, so its digits are lost.
    #[error("{column} 是数字格式，位数已丢失，请改为文本 ({column} is a number, digits are lost)")]
    CodeAsNumber {
        /// Column of the source.
        column: &'static str,
    },
    /// A cell shows an error such as #N/A.
    #[error("{column} 的单元格有错误值 (the cell of {column} holds an error)")]
    CellError {
        /// Column of the source.
        column: &'static str,
    },
}

/// Why nothing was imported. What earlier transactions stored stays; importing again goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("无法读取文件 {path} (cannot read the file)")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file cannot be written.
    #[error("无法写入文件 {path} (cannot write the file)")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is larger than any library.
    #[error("文件超过 {limit} MB (file larger than {limit} MB)")]
    TooLarge {
        /// The limit in megabytes.
        limit: u64,
    },
    /// An old binary workbook.
    #[error("旧版 .xls 不支持，请另存为 .xlsx (save the old .xls as .xlsx)")]
    OldWorkbook,
    /// The workbook is damaged.
    #[error("工作簿无法打开：{0} (cannot open the workbook)")]
    Workbook(String),
    /// A sheet is not there.
    #[error("缺少工作表“{0}” (sheet is missing)")]
    MissingSheet(&'static str),
    /// Headings are not there.
    #[error("工作表“{sheet}”缺少列：{} (columns are missing)", .columns.join("、"))]
    MissingColumns {
        /// The sheet.
        sheet: &'static str,
        /// The headings.
        columns: Vec<&'static str>,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
    /// The workbook cannot be made.
    #[error("无法生成工作簿 (cannot make the workbook)")]
    Template(#[from] rust_xlsxwriter::XlsxError),
}
