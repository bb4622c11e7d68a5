//! Handing the bundles of others to the platform, without being able to read them.

use bangban_courier::{Answered, Bundle, Header, Kind, file_name};
use bangban_protocol::BundleFault;
use bangban_store::Store;
use bangban_store::table::courier::{self, Trip, Way};
use uuid::Uuid;

use super::{off_the_loop, platform_keys};
use crate::engine::Engine;
use crate::{Result, SyncError, clock};

/// A bundle that was handed over, and its answer.
pub struct Carried {
    /// What stands on the bundle that was handed over.
    pub came: Header,
    /// What became of it.
    pub answered: Answered,
    /// The answer, a file for the station of the bundle.
    pub file: Vec<u8>,
    /// A name for it.
    pub name: String,
}

impl Engine {
    /// Hands a bundle of any station to the platform.
    ///
    /// # Errors
    /// `Unreachable` while the line is down; `Bundle` says what is wrong with it, found here or
    /// there.
    pub async fn carry(&self, store: &Store, file: Vec<u8>) -> Result<Carried> {
        let bundle = off_the_loop(move || Bundle::read(file)).await?;
        if bundle.header().kind == Kind::Back {
            return Err(BundleFault::OtherKind.into());
        }
        let came = bundle.header().clone();
        let Some((platform, token)) = self.line() else {
            return Err(SyncError::Unreachable("there is no line".into()));
        };
        let answer = platform.courier(&token, bundle.into_file().into()).await;
        // What this desk can read and the platform cannot is a matter of the platform's age.
        let answer = answer.map_err(|error| match error {
            SyncError::Bundle(BundleFault::Newer) => SyncError::OlderPlatform,
            other => other,
        })?;
        let (answer, answered) = the_platforms(store, came.id, answer.to_vec()).await?;
        let name = file_name(answer.header());
        Ok(Carried { came, answered, name, file: answer.file().to_vec() })
    }
}

/// An answer to this bundle that the platform signed, and what became of the bundle.
pub(super) async fn the_platforms(
    store: &Store,
    bundle: Uuid,
    answer: Vec<u8>,
) -> Result<(Bundle, Answered)> {
    // Whatever lies in between may answer with a page of its own.
    let not_an_answer = || SyncError::Unreachable("the answer is not the platform's".into());
    let answer = off_the_loop(move || Bundle::read(answer)).await.map_err(|_| not_an_answer())?;
    let known = platform_keys(&mut *store.read().await?).await?;
    let signed = answer.signed_by(known.iter().map(|keys| keys.signing.as_str()));
    if signed.is_err() || answer.expect(Kind::Back).is_err() {
        return Err(not_an_answer());
    }
    let answered = answer.header().answers.clone().filter(|it| it.bundle == bundle);
    let answered = answered.ok_or_else(not_an_answer)?;
    Ok((answer, answered))
}

impl Carried {
    /// Writes down that its answer was saved under a name.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn saved(&self, store: &Store, file: &str) -> Result<()> {
        let mut tx = store.write().await?;
        let outcome = serde_json::to_value(self.answered.outcome).ok();
        let trip = Trip {
            bundle: self.came.id,
            way: Way::Carried,
            station: self.came.station,
            number: self.came.number,
            at: clock::now(),
            actions: 0,
            outcome: outcome.and_then(|word| word.as_str().map(str::to_owned)),
            file: file.to_owned(),
        };
        courier::add(&mut tx, &trip).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Says that a bundle is refused for a reason that was found here.
impl From<BundleFault> for SyncError {
    fn from(fault: BundleFault) -> Self {
        Self::Bundle(fault)
    }
}
