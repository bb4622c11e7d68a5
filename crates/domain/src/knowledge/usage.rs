//! How often entries are used: numbers only, nothing of who used them or what for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::time::HOUR_MS;

/// How long something counts after it was last used.
pub const OF_LATE_MS: i64 = 90 * 24 * HOUR_MS;

/// How often entries were used of late, by all desks together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Number by key of the entry; those that are used most.
    pub entries: BTreeMap<String, u32>,
}
