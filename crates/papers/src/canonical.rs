//! The content of a paper as one exact sequence of bytes, and its hash.
//!
//! Keys sorted, no white space, nothing that is null or an empty list: a field added later, and
//! absent, leaves the hash of older papers as it was.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::PaperError;
use crate::paper::Paper;

/// SHA-256 of the paper's content as it is printed, 64 lower-case hexadecimal digits.
///
/// # Panics
///
/// Never: a paper is strings, numbers and dates, all of which JSON can hold.
pub fn content_sha256(paper: &Paper) -> String {
    hash(paper).expect("strings, numbers and dates can be written as JSON")
}

pub(crate) fn hash(paper: &Paper) -> Result<String, PaperError> {
    let mut text = String::new();
    write(&serde_json::to_value(paper.as_printed())?, &mut text);
    Ok(hex::encode(Sha256::digest(text.as_bytes())))
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => write_object(members, out),
        Value::Array(items) => {
            let mut written = Vec::with_capacity(items.len());
            for item in items {
                let mut text = String::new();
                write(item, &mut text);
                written.push(text);
            }
            surround(out, '[', &written, ']');
        }
        // serde_json writes strings with the shortest escapes, and numbers as they are.
        plain => out.push_str(&plain.to_string()),
    }
}

fn write_object(members: &serde_json::Map<String, Value>, out: &mut String) {
    let mut present: Vec<_> = members.iter().filter(|(_, value)| says_something(value)).collect();
    // Not left to the map: its order depends on features that other crates may turn on.
    present.sort_by_key(|(key, _)| *key);
    let mut written = Vec::with_capacity(present.len());
    for (key, value) in present {
        let mut text = Value::from(key.as_str()).to_string();
        text.push(':');
        write(value, &mut text);
        written.push(text);
    }
    surround(out, '{', &written, '}');
}

fn surround(out: &mut String, open: char, parts: &[String], close: char) {
    out.push(open);
    out.push_str(&parts.join(","));
    out.push(close);
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_keys_and_absent_fields_do_not_count() {
        let mut one = String::new();
        let mut other = String::new();
        write(&serde_json::json!({"b": [1, "é\n"], "a": null, "c": []}), &mut one);
        write(&serde_json::json!({"b": [1, "é\n"]}), &mut other);
        assert_eq!(one, "{\"b\":[1,\"é\\n\"]}", "one exact form");
        assert_eq!(one, other, "what says nothing is left out");
    }
}
