//! JSON lines: one object per line. Reads what it can and numbers what it cannot.

use serde_json::{Map, Value};

use super::guangdong;
use super::problem::RowProblem;
use super::source::{Rejected, Source};

/// Reads a whole file. A byte-order mark, CRLF and empty lines are no trouble.
pub fn read(bytes: &[u8]) -> Source {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut source = Source::default();
    for (at, line) in bytes.split(|b| *b == b'\n').enumerate() {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let row = at + 1;
        let read = object(line).and_then(|fields| {
            guangdong::count_unused(&fields, &mut source.unused_columns);
            guangdong::matter(row, &fields)
        });
        match read {
            Ok(matter) => source.rows.push(matter),
            Err(problem) => source.rejected.push(Rejected { row, problem }),
        }
    }
    source
}

fn object(line: &[u8]) -> Result<Map<String, Value>, RowProblem> {
    let text = std::str::from_utf8(line).map_err(|_| RowProblem::NotUtf8)?;
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(RowProblem::NotAnObject),
        Err(error) => Err(RowProblem::BrokenJson { byte: error.column() }),
    }
}
