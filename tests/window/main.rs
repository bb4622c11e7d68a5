//! The main job in the real window, with the real keyring and a real notification daemon.
//!
//! `cargo xtask test --only window` starts the session these need; they run one at a time.

mod drafter;
mod drafts;
mod files;
mod first_day;
mod main_job;
mod notices;
mod offline;
mod papers;
mod preferences;
mod review;
mod search;
