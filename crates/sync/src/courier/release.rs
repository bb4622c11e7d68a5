//! Bundles that the platform keeps because their account is disabled, and the manager who lets one
//! be judged.

use bangban_courier::{Header, file_name};
use bangban_protocol::{BundleTaken, ReleaseBundle};
use bangban_store::Store;
use uuid::Uuid;

use super::carry::the_platforms;
use crate::engine::Engine;
use crate::{Result, SyncError};

/// The answer to a released bundle, a file for the station that wrote the bundle.
pub struct Released {
    /// What stands on it.
    pub header: Header,
    /// The whole file.
    pub file: Vec<u8>,
    /// A name for it.
    pub name: String,
}

impl Engine {
    /// The bundles of the county that are kept or were released, those that wait first.
    ///
    /// # Errors
    /// `Unreachable` while the line is down.
    pub async fn held_bundles(&self) -> Result<Vec<BundleTaken>> {
        let (platform, token) = self.line().ok_or_else(no_line)?;
        let mut known = platform.bundles(&token).await?;
        known.retain(|bundle| bundle.held || bundle.released_at.is_some());
        Ok(known)
    }

    /// Lets a kept bundle be judged.
    ///
    /// # Errors
    /// `Unreachable` while the line is down.
    pub async fn release_bundle(
        &self,
        store: &Store,
        bundle: Uuid,
        reason: String,
    ) -> Result<Released> {
        let (platform, token) = self.line().ok_or_else(no_line)?;
        let answer = platform.release(&token, bundle, &ReleaseBundle { reason }).await?;
        Released::read(store, bundle, answer.to_vec()).await
    }

    /// The answer to a bundle that was released, once more.
    ///
    /// # Errors
    /// `Unreachable` while the line is down.
    pub async fn released_answer(&self, store: &Store, bundle: Uuid) -> Result<Released> {
        let (platform, token) = self.line().ok_or_else(no_line)?;
        let answer = platform.released(&token, bundle).await?;
        Released::read(store, bundle, answer.to_vec()).await
    }
}

impl Released {
    async fn read(store: &Store, bundle: Uuid, answer: Vec<u8>) -> Result<Self> {
        let (answer, _) = the_platforms(store, bundle, answer).await?;
        let header = answer.header().clone();
        Ok(Self { name: file_name(&header), header, file: answer.file().to_vec() })
    }
}

fn no_line() -> SyncError {
    SyncError::Unreachable("there is no line".into())
}
