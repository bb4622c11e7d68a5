//! Keys with which courier bundles are sealed and signed, and why one is not taken.

use serde::{Deserialize, Serialize};

/// The public halves of a station's or the platform's courier keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CourierKeys {
    /// Ed25519 key that its bundles are signed with, 64 lower-case hexadecimal digits.
    pub signing: String,
    /// X25519 key that bundles for it are sealed to, as age writes it (`age1...`).
    pub sealing: String,
}

/// Why a courier bundle was not taken. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BundleFault {
    /// The file is something else.
    NotABundle,
    /// It was written by a newer program.
    Newer,
    /// It is larger than is taken.
    TooLarge,
    /// Its end is missing.
    CutShort,
    /// It is not as it was when it was signed.
    Changed,
    /// The key that signed it is not known to be of whom it says.
    UnknownSender,
    /// It is sealed to someone else.
    ForSomeoneElse,
    /// It goes the other way.
    OtherKind,
    /// The key that signed it was revoked: its station was lost or stolen.
    KeyRevoked,
    /// It is sealed to a key of the platform that opens no more.
    KeyRetired,
    /// It is whole and signed, but what is inside cannot be read.
    Unreadable,
}

/// `GET /v1/courier`: a bundle that was taken in, without what is inside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BundleTaken {
    /// Identity of the bundle.
    pub id: uuid::Uuid,
    /// Station that wrote it.
    pub station: uuid::Uuid,
    /// Name of that desk.
    pub station_name: String,
    /// Whose work is in it.
    pub person: uuid::Uuid,
    /// Running number at its station.
    pub number: u32,
    /// When it was written, by the device's clock, UTC milliseconds.
    pub written_at: i64,
    /// When it came, UTC milliseconds.
    pub taken_at: i64,
    /// Who brought it; `None`: by the command line of the platform.
    pub carrier: Option<uuid::Uuid>,
    /// Commands in it.
    pub commands: u32,
    /// Kept and not judged: an account was disabled when it came.
    pub held: bool,
    /// When it was released, UTC milliseconds.
    pub released_at: Option<i64>,
    /// Which manager released it; `None`: nobody yet, or the command line of the platform.
    #[serde(default)]
    pub released_by: Option<uuid::Uuid>,
    /// Why it was released, in their words.
    #[serde(default)]
    pub reason: Option<String>,
    /// Whether the account may act now. A bundle of one that may needs no release.
    #[serde(default)]
    pub active: bool,
}

/// `POST /v1/courier/{id}/release`: lets a bundle be judged as the work of somebody who was allowed
/// to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReleaseBundle {
    /// Why, for the platform's audit; at most 500 characters.
    pub reason: String,
}

/// Longest reason that a manager may give, characters.
pub const MAX_REASON_CHARS: usize = 500;

/// `POST /v1/stations/{id}/revoke`: what is signed with the keys of this station is not taken any
/// more, and its sessions end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevokeStation {
    /// Why, for the platform's audit; at most 500 characters.
    pub reason: String,
}
