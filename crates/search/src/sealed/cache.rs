//! Ranges that were read lately, decrypted.
//!
//! The engine asks for the same ranges again and again (the postings of a word, a block of stored
//! documents), so ranges are kept as they are asked for, and a hit copies nothing. There are two
//! generations: when the young one is full it becomes the old one, and what is used again comes
//! back. That is nearly "least recently used", without a list to keep in order.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use tantivy::directory::OwnedBytes;

/// Bytes of a generation; there are two.
const GENERATION: usize = 24 * 1024 * 1024;

type Key = (u64, usize, usize);

#[derive(Default)]
struct Generations {
    young: HashMap<Key, OwnedBytes>,
    old: HashMap<Key, OwnedBytes>,
    /// Bytes in the young one.
    bytes: usize,
}

/// The cache of a folder.
#[derive(Default)]
pub(super) struct Cache {
    generations: Mutex<Generations>,
}

impl Cache {
    /// The range of an open file, read if it is not here.
    pub fn get_or_read(
        &self,
        file: u64,
        range: Range<usize>,
        read: impl FnOnce() -> io::Result<Vec<u8>>,
    ) -> io::Result<OwnedBytes> {
        let key = (file, range.start, range.end);
        if let Some(known) = self.lock().get(key) {
            return Ok(known);
        }
        // Not under the lock: other threads go on reading what is here.
        let bytes = OwnedBytes::new(read()?);
        self.lock().put(key, &bytes);
        Ok(bytes)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Generations> {
        self.generations.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Generations {
    fn get(&mut self, key: Key) -> Option<OwnedBytes> {
        if let Some(known) = self.young.get(&key) {
            return Some(known.clone());
        }
        let known = self.old.remove(&key)?;
        self.put(key, &known);
        Some(known)
    }

    fn put(&mut self, key: Key, bytes: &OwnedBytes) {
        // What fills half a generation is read once, by a merge.
        if bytes.len() > GENERATION / 2 {
            return;
        }
        self.bytes += bytes.len();
        self.young.insert(key, bytes.clone());
        if self.bytes > GENERATION {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
    }
}
