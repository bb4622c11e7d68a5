//! One module per table. Functions that only read take a connection; those that write take the
//! [`crate::WriteTx`], so that nothing can be written outside a transaction.

pub mod assisting;
pub mod audit;
pub mod check;
pub mod courier;
pub mod cursor;
pub mod directory;
pub mod draft;
pub mod entry_use;
pub mod event;
pub mod file;
pub mod finding;
pub mod knowledge;
pub mod matter;
pub mod meta;
pub mod notice;
pub mod outbox;
pub mod own_reply;
pub mod paper;
pub mod practice;
pub mod preference;
pub mod question;
pub mod queue;
pub mod relation;
pub mod requester;
pub mod ticket;
pub mod whole;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Result;

fn to_body<T: Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

fn from_body<T: DeserializeOwned>(body: &str) -> Result<T> {
    Ok(serde_json::from_str(body)?)
}

/// So many rows of a statement that writes several at once.
pub(crate) fn rows(row: &str, count: usize) -> String {
    vec![row; count].join(", ")
}

/// The word an enum is stored as.
fn word<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}
