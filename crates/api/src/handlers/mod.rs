//! What the commands of the table do, one file per duty.

pub mod clocks;
pub mod courier;
pub mod courier_find;
pub mod desk_name;
pub mod directory;
pub mod drafts;
pub mod files;
pub mod held;
pub mod intake;
pub mod library;
pub mod notices;
pub mod outbox;
pub mod papers;
pub mod preferences;
pub mod queue;
mod related;
pub mod review;
pub mod scans;
pub mod session;
pub mod station;
pub mod stations;
pub mod sync_state;
pub mod tickets;
pub mod transfers;
mod view;
pub mod way;
