//! The search as a whole.

mod abilities;
mod encryption;
mod library;
mod limits;
mod writing;
