//! The search as a whole.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]
#![allow(clippy::single_range_in_vec_init, reason = "highlights are lists of ranges")]

mod abilities;
mod encryption;
mod library;
mod limits;
mod writing;
