//! Station and platform that speak no common version: which of the two has to be updated.

use bangban_protocol::{OLDEST_VERSION, VERSION};
use bangban_store::Store;
use bangban_store::table::meta;
use serde::{Deserialize, Serialize};

use crate::{Result, SyncError};

/// What the platform said that it speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionGap {
    /// Newest version of the protocol.
    pub newest: u32,
    /// Oldest version of the protocol.
    pub oldest: u32,
    /// Version of its program, when it said so.
    pub program: Option<String>,
}

/// Who has to be updated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooOld {
    /// This workstation.
    Station,
    /// The platform.
    Platform,
}

impl VersionGap {
    /// Who has to be updated; `None`: they have a version in common.
    pub fn too_old(&self) -> Option<TooOld> {
        if VERSION < self.oldest {
            Some(TooOld::Station)
        } else if OLDEST_VERSION > self.newest {
            Some(TooOld::Platform)
        } else {
            None
        }
    }

    pub(crate) async fn remember(&self, store: &Store) -> Result<()> {
        let text = serde_json::to_string(self).map_err(|_| SyncError::Malformed("versions"))?;
        let mut tx = store.write().await?;
        meta::set(&mut tx, meta::VERSION_GAP, &text).await?;
        Ok(tx.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_which_of_the_two_has_to_be_updated() {
        let gap = |oldest, newest| VersionGap { newest, oldest, program: None };
        assert_eq!(gap(VERSION + 1, VERSION + 3).too_old(), Some(TooOld::Station));
        assert_eq!(gap(0, OLDEST_VERSION - 1).too_old(), Some(TooOld::Platform));
        assert_eq!(gap(OLDEST_VERSION, VERSION).too_old(), None);
    }
}
