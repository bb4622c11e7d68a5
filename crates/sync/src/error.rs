//! What can go wrong between a station and the platform.

use bangban_courier::BundleError;
use bangban_files::VaultError;
use bangban_protocol::{BundleFault, ProblemCode};
use bangban_store::StoreError;

/// An error of sync. Never holds the content of records.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// No answer, or one that is not the platform's: nothing is known about what was sent.
    #[error("the platform cannot be reached: {0}")]
    Unreachable(String),
    /// Something in between answered instead of the platform, e.g. a proxy with a page of its own:
    /// nothing is known about what was sent.
    #[error("status {status} from something between here and the platform")]
    Between {
        /// HTTP status.
        status: u16,
    },
    /// The platform answered that it will not.
    #[error("the platform answered {code:?} ({trace_id})")]
    Problem {
        /// Why.
        code: ProblemCode,
        /// What to quote.
        trace_id: String,
        /// Seconds to wait, when the platform said so.
        retry_after: Option<u64>,
    },
    /// The platform sent something this version cannot read.
    #[error("the platform's answer cannot be read: {0}")]
    Malformed(&'static str),
    /// Station and platform speak no common version of the protocol.
    #[error("the platform speaks versions {oldest} to {newest} of the protocol")]
    OtherVersion {
        /// Newest version that the platform speaks.
        newest: u32,
        /// Oldest version that the platform speaks.
        oldest: u32,
        /// Version of the platform's program, when it said so.
        program: Option<String>,
    },
    /// The platform sent a record that only a newer program can read.
    #[error("a record of the platform cannot be read: {0}")]
    Unreadable(&'static str),
    /// The platform has far fewer records than are here: a person has to decide.
    #[error("the platform has {there} records of {partition}, here are {here}")]
    FarFewer {
        /// Partition.
        partition: String,
        /// Records here.
        here: u64,
        /// Records there.
        there: u64,
    },
    /// A courier bundle cannot be used. Nothing was changed.
    #[error("the bundle is refused: {0:?}")]
    Bundle(BundleFault),
    /// A bundle says less than what is here: the platform was restored since. Nothing was changed.
    #[error("the bundle is older than what is here")]
    OlderBundle,
    /// A courier bundle that this program can read is too new for the platform. Nothing was changed.
    #[error("the platform is too old for the bundle")]
    OlderPlatform,
    /// The platform has not told its courier keys yet.
    #[error("the platform's courier keys are not known yet")]
    NoCourierKeys,
    /// There is no session and no password to begin one.
    #[error("sign-in is needed")]
    SignInNeeded,
    /// The local vault of files failed.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The local database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<BundleError> for SyncError {
    fn from(error: BundleError) -> Self {
        error.fault().map_or(Self::Malformed("courier keys"), Self::Bundle)
    }
}

impl SyncError {
    /// The platform's code, when it gave one.
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Problem { code, .. } => Some(*code),
            _ => None,
        }
    }
}
