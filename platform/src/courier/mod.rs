//! Courier bundles: an outbox that came as a file is taken in by the same rules as from the line,
//! and answered with a file.
//!
//! Whoever brings a bundle learns what became of it, and nothing of what is inside. A bundle that
//! is not taken changes nothing.

mod answer;
mod decide;
mod files;
mod keys;
mod release;

use bangban_courier::{Bundle, BundleError, Header, Kind, Outcome, Up};
use bangban_domain::directory::{Staff, StaffId};
use bangban_domain::time::Timestamp;
use bangban_protocol::{BundleFault, BundleTaken, ProblemCode};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::store::bundles::{self, KeptBundle};
use crate::store::courier_keys;
use crate::store::staff;
use crate::{Platform, clock};

pub(crate) use keys::{prepare, revoke, told};
pub(crate) use release::{again, list, release};

/// The answer to a bundle: a file, and what can be read of it.
pub struct Reply {
    /// What can be read without a key; `answers` says what became of the bundle.
    pub header: Header,
    /// The whole file.
    pub file: Vec<u8>,
}

/// Why the command line could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum CourierError {
    /// The bundle is not taken. Nothing was changed.
    #[error("{}", words(*.0))]
    Refused(BundleFault),
    /// There is no such bundle, or it was judged already.
    #[error("没有这份待放行的递送包 (no such bundle waits to be released)")]
    NotHeld,
    /// There is no such station, or its short name is not enough to tell it.
    #[error("没有这个站点，或短名不唯一 (no such station, or its short name is not enough)")]
    NoSuchStation,
    /// Nobody said why.
    #[error("请写明原因，不超过 500 字 (say why, in at most 500 characters)")]
    NoReason,
    /// The platform failed.
    #[error("平台出错：{0} (the platform failed)")]
    Failed(String),
}

fn words(fault: BundleFault) -> &'static str {
    match fault {
        BundleFault::NotABundle => "这不是递送包 (the file is not a courier bundle)",
        BundleFault::Newer => "递送包来自更新的程序，请先更新平台 (written by a newer program)",
        BundleFault::TooLarge => "递送包过大 (larger than is taken)",
        BundleFault::CutShort => "递送包不完整，请重新拷贝 (cut short; copy it again)",
        BundleFault::Changed => "递送包被改动过，未收下 (changed after it was signed)",
        BundleFault::UnknownSender => {
            "签名与所称的工作台不符，未收下 (not signed by a station this platform knows)"
        }
        BundleFault::ForSomeoneElse => "这份递送包是给别处的 (sealed to someone else)",
        BundleFault::OtherKind => "这是平台的回执，请交给工作台 (an answer; a station reads it)",
        BundleFault::KeyRevoked => {
            "这个工作台的签名已吊销，未收下 (the station's key was revoked: lost or stolen)"
        }
        BundleFault::KeyRetired => {
            "递送包用的是平台已停用的旧密钥，请联网一次后重新装包 (sealed to a key that opens no more)"
        }
        BundleFault::Unreadable => "递送包内容读不出来 (the inside cannot be read)",
    }
}

impl From<Fault> for CourierError {
    fn from(fault: Fault) -> Self {
        match (fault.bundle, fault.code) {
            (Some(bundle), _) => Self::Refused(bundle),
            (None, ProblemCode::NotFound) => Self::NotHeld,
            (None, ProblemCode::Malformed) => Self::NoReason,
            (None, code) => Self::Failed(fault.cause.unwrap_or_else(|| format!("{code:?}"))),
        }
    }
}

impl From<BundleError> for Fault {
    fn from(error: BundleError) -> Self {
        error.fault().map_or_else(|| Self::internal(&error), Self::of_bundle)
    }
}

impl Platform {
    /// Takes in a bundle that was brought to the command line.
    ///
    /// # Errors
    /// `Refused` says what is wrong with it.
    pub async fn take_bundle(&self, file: Vec<u8>) -> Result<Reply, CourierError> {
        Ok(take(self, None, file).await?)
    }

    /// Every bundle that came, those that wait for a release first.
    ///
    /// # Errors
    /// `Failed`.
    pub async fn bundles(&self) -> Result<Vec<BundleTaken>, CourierError> {
        let all = bundles::all(self.db().read(), None).await.map_err(Fault::from)?;
        Ok(all.into_iter().map(|kept| kept.told).collect())
    }

    /// Lets a kept bundle be judged although its account is disabled. The same again gets the same
    /// answer.
    ///
    /// # Errors
    /// `NotHeld`; `NoReason`.
    pub async fn release_bundle(&self, bundle: Uuid, reason: &str) -> Result<Reply, CourierError> {
        Ok(release::release(self, bundle, None, reason).await?)
    }
}

/// Takes in a bundle and answers it.
pub(crate) async fn take(
    platform: &Platform,
    carrier: Option<StaffId>,
    file: Vec<u8>,
) -> Answer<Reply> {
    let _place = platform.carrying().acquire().await.map_err(|error| Fault::internal(&error))?;
    let (bundle, sha256) = whole(file).await?;
    if bundle.header().kind == Kind::Files {
        return files::take(platform, carrier, bundle, sha256).await;
    }
    let came = Came::read(platform, bundle, sha256).await?;
    let known = bundles::get(platform.db().read(), came.header().id).await?;
    if known.as_ref().is_some_and(|known| known.sha256 != came.sha256) {
        return Err(Fault::of_bundle(BundleFault::Changed));
    }
    let judged_before = known.as_ref().is_some_and(|known| !known.told.held);
    let released = known.as_ref().is_some_and(|known| known.told.released_at.is_some());
    let newest = bundles::newest(platform.db().read(), came.header().station).await?;
    let outcome = if judged_before {
        Outcome::TakenBefore
    } else if !came.may_act && !released {
        Outcome::Held
    } else if came.header().number < newest {
        Outcome::Old
    } else {
        Outcome::Taken
    };
    let now = clock::now();
    let taken_at = known.as_ref().map_or(now.0, |known| known.told.taken_at);
    if known.is_none() && outcome == Outcome::Held {
        keep(platform, &came, carrier, taken_at, true).await?;
    }
    let decided = match outcome {
        Outcome::Held => decide::Decided::default(),
        _ => decide::all(platform, &came, came.may_act || released).await?,
    };
    if outcome != Outcome::Held && !judged_before {
        keep(platform, &came, carrier, taken_at, false).await?;
    }
    let id = came.header().id;
    tracing::info!(bundle = %id, number = came.header().number, ?outcome, "a bundle was taken in");
    answer::make(platform, &came, outcome, taken_at, decided).await
}

/// A member of staff and the division of their organisation.
async fn person(platform: &Platform, id: StaffId) -> Answer<Option<(Staff, String)>> {
    let mut moment = platform.db().moment().await?;
    let Some(found) = staff::get(&mut *moment, id).await? else { return Ok(None) };
    let unit = crate::store::organisations::get(&mut *moment, &found.organisation).await?;
    Ok(unit.map(|unit| (found, unit.division)))
}

/// A bundle that is whole, opened, and by whom it says.
struct Came {
    bundle: Bundle,
    inside: Up,
    sha256: String,
    /// Whose store it is from, and the division of their organisation.
    person: Staff,
    division: String,
    /// The key that answers are sealed to.
    seal_to: String,
    /// Whether the account is allowed to act.
    may_act: bool,
}

impl Came {
    fn header(&self) -> &Header {
        self.bundle.header()
    }

    /// Whose work it is.
    fn who(&self) -> SignedIn {
        SignedIn::by_bundle(self.person.clone(), self.header().station, &self.division)
    }

    async fn read(platform: &Platform, bundle: Bundle, sha256: String) -> Answer<Self> {
        bundle.expect(Kind::Up)?;
        let (station, signer) = (bundle.header().station, bundle.header().signer.clone());
        keys::counts(platform, bundle.header()).await?;
        // What came in time is opened also when its answer is asked for late.
        let known = bundles::get(platform.db().read(), bundle.header().id).await?;
        let came_at = known.map_or(clock::now(), |known| Timestamp(known.told.taken_at));
        let pairs = keys::opening(platform, bundle.header(), came_at).await?;
        let (bundle, inside) = off_the_loop(move || {
            let inside: Up = bundle.open(&pairs)?;
            Ok((bundle, inside))
        })
        .await?;
        let found = person(platform, inside.person).await?;
        let (person, division) = found.ok_or(BundleError::UnknownSender)?;
        let sealing = courier_keys::sealing(platform.db().read(), station, person.id, &signer);
        let seal_to = sealing.await?.ok_or(BundleError::UnknownSender)?;
        let may_act = person.active;
        Ok(Self { bundle, inside, sha256, person, division, seal_to, may_act })
    }
}

/// A file that is a bundle, whole and as it was signed, and its SHA-256.
async fn whole(file: Vec<u8>) -> Answer<(Bundle, String)> {
    off_the_loop(move || {
        let sha256 = hex::encode(Sha256::digest(&file));
        Ok((Bundle::read(file)?, sha256))
    })
    .await
}

/// Sealing and unpacking megabytes takes a core for a while.
async fn off_the_loop<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BundleError> + Send + 'static,
) -> Answer<T> {
    let done = tokio::task::spawn_blocking(work).await.map_err(|error| Fault::internal(&error))?;
    Ok(done?)
}

async fn keep(
    platform: &Platform,
    came: &Came,
    carrier: Option<StaffId>,
    taken_at: i64,
    sealed: bool,
) -> Answer<()> {
    let header = came.header();
    let commands: Vec<_> =
        came.inside.commands.iter().map(|command| (command.id, command.station_seq)).collect();
    let told = BundleTaken {
        id: header.id,
        station: header.station,
        station_name: String::new(),
        person: came.person.id,
        number: header.number,
        written_at: header.written_at,
        taken_at,
        carrier,
        commands: u32::try_from(commands.len()).unwrap_or(u32::MAX),
        held: sealed,
        released_at: None,
        released_by: None,
        reason: None,
        active: came.may_act,
    };
    let kept = KeptBundle { told, sha256: came.sha256.clone() };
    let mut tx = platform.db().write().await?;
    bundles::insert(&mut tx, &kept, &commands, sealed.then(|| came.bundle.file())).await?;
    if !sealed {
        bundles::judged(&mut tx, header.id).await?;
    }
    Ok(tx.commit().await?)
}
