//! What the commands of the table do, one file per duty.

pub mod directory;
pub mod drafts;
pub mod library;
pub mod notices;
pub mod outbox;
pub mod preferences;
pub mod queue;
pub mod session;
pub mod sync_state;
pub mod tickets;
mod view;
