//! Administration of a platform: who is there, what they sign in with, and by which rules.
//!
//! Everything here may be done while the platform runs, and done again without harm.

mod check;
mod directory;
mod file;
mod password;
mod report;
mod rules;
mod searching;
mod settle;
mod template;

use std::path::PathBuf;

pub use directory::import_directory;
pub use password::{LEAST_CHARS, from_file, set_password};
pub use report::{DirectoryReport, Entry, List, Outcome};
pub use rules::{PublishedRules, import_rules};
pub use template::{write_directory, write_rules};

use crate::import::ImportError;
use crate::password::PasswordError;
use crate::reading::FieldError;
use crate::store;

/// Accounts that begin so belong to channels and never to a person.
pub const RESERVED: &str = "intake.";

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// The file cannot be read or written.
    #[error(transparent)]
    File(#[from] ImportError),
    /// The file is there already.
    #[error(
        "文件 {0} 已存在，未覆盖；请换一个文件名 (the file exists and was left as it is; name another)"
    )]
    Exists(PathBuf),
    /// The file is not JSON.
    #[error(
        "JSON 有误：第 {line} 行第 {column} 列附近，未导入任何内容 \
         (broken JSON near line {line}, column {column}; nothing was imported)"
    )]
    BrokenJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The file says something else than it should.
    #[error("{}", lines(.0))]
    Faults(Vec<FieldError>),
    /// There is no such account.
    #[error("没有账号 {0} (there is no account {0})")]
    UnknownAccount(String),
    /// An account of a channel.
    #[error("{0} 是接入渠道的账号，不能登录 ({0} belongs to a channel; nobody signs in with it)")]
    ChannelAccount(String),
    /// The password is too short.
    #[error("密码至少要有 {LEAST_CHARS} 个字符 (a password has at least {LEAST_CHARS} characters)")]
    PasswordTooShort,
    /// The password could not be hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

fn lines(faults: &[FieldError]) -> String {
    let told: Vec<_> = faults.iter().map(|fault| format!("  {fault}")).collect();
    let count = faults.len();
    format!(
        "有 {count} 处需要改正，未导入任何内容 ({count} to be corrected; nothing was imported)\n{}",
        told.join("\n")
    )
}
