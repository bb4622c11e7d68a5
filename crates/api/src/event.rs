//! What the workstation tells the UI without being asked.

use serde::Serialize;
use ts_rs::TS;

use crate::commands::Tag;
use crate::model::Notice;

/// An event for every window.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum ApiEvent {
    /// These caches are stale.
    Changed {
        /// Which.
        tags: Vec<Tag>,
    },
    /// Something happened that a person should know. Also kept in the in-app inbox.
    Noticed {
        /// What.
        notice: Notice,
    },
    /// Open what this is about: its notification was clicked.
    OpenNotice {
        /// What was clicked.
        notice: Notice,
    },
}
