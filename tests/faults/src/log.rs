//! The numbered log of a history. What is random by nature is written by order of appearance, so
//! that two runs of a seed can be compared to the byte.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use uuid::Uuid;

use crate::line::lock;

/// The log of a history. Clones are the same log.
#[derive(Clone, Default)]
pub struct Log {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Default)]
struct Inner {
    lines: Vec<String>,
    names: HashMap<Uuid, usize>,
    requests: u64,
}

impl Log {
    /// Adds a line.
    pub fn line(&self, text: impl Into<String>) {
        let mut inner = lock(&self.inner);
        let text = text.into();
        inner.lines.push(text);
    }

    /// Counts a request.
    pub(crate) fn request(&self) {
        lock(&self.inner).requests += 1;
    }

    /// Requests so far.
    pub fn requests(&self) -> u64 {
        lock(&self.inner).requests
    }

    /// `text` with every identity in it replaced by its number in the order of appearance.
    pub fn plain(&self, text: &str) -> String {
        let mut inner = lock(&self.inner);
        let mut plain = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(found) = rest.char_indices().find_map(|(at, _)| identity_at(rest, at)) {
            let (at, id) = found;
            let next = inner.names.len() + 1;
            let name = *inner.names.entry(id).or_insert(next);
            plain.push_str(&rest[..at]);
            plain.push('#');
            plain.push_str(&name.to_string());
            rest = &rest[at + 36..];
        }
        plain.push_str(rest);
        plain
    }

    /// All lines, numbered.
    pub fn numbered(&self) -> String {
        let inner = lock(&self.inner);
        let lines = inner.lines.iter().zip(1..);
        let lines: Vec<String> = lines.map(|(line, number)| format!("{number:4} {line}")).collect();
        lines.join("\n") + "\n"
    }
}

fn identity_at(text: &str, at: usize) -> Option<(usize, Uuid)> {
    let part = text.get(at..at + 36)?;
    (part.as_bytes()[8] == b'-').then(|| Uuid::try_parse(part).ok()).flatten().map(|id| (at, id))
}
