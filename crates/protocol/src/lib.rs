//! What crosses the wire between a station and the platform: JSON, zstd where large.
//!
//! Bodies of records and commands are opaque here; `sync` and `platform` map them to the domain.

mod command;
mod feed;
mod session;

pub use command::*;
pub use feed::*;
pub use session::*;

/// Version of this protocol. A station sends it in the `bangban-protocol` header.
pub const VERSION: u32 = 1;
/// Header that carries the protocol version.
pub const VERSION_HEADER: &str = "bangban-protocol";

/// An error as every endpoint answers it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable code; the words belong to the reader.
    pub code: ProblemCode,
    /// What to quote when asking for help.
    pub trace_id: String,
}

/// Why a request was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Account or password is wrong.
    WrongPassword,
    /// The account is disabled.
    AccountDisabled,
    /// Too many failed attempts; see Retry-After.
    TooManyAttempts,
    /// The token is missing, unknown or expired.
    TokenExpired,
    /// The role or scope does not allow it.
    Forbidden,
    /// There is no such thing, or not within scope.
    NotFound,
    /// The request cannot be read.
    Malformed,
    /// The epoch asked for is over: take a snapshot.
    EpochChanged,
    /// The station speaks a version that the platform does not.
    UnsupportedVersion,
    /// Something failed on the platform.
    Internal,
}
