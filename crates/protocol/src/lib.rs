//! What crosses the wire between a station and the platform: JSON, zstd where large.
//!
//! Bodies of records and commands are opaque here; `sync` and `platform` map them to the domain.

mod command;
mod courier;
mod digest;
mod feed;
mod file;
mod session;
mod station;

pub use command::*;
pub use courier::*;
pub use digest::*;
pub use feed::*;
pub use file::*;
pub use session::*;
pub use station::*;

/// Version of this protocol. A station sends it in the `bangban-protocol` header.
pub const VERSION: u32 = 1;
/// Oldest version that this program still speaks.
pub const OLDEST_VERSION: u32 = 1;
/// Header that carries the protocol version; in an answer to one that is not spoken, the newest
/// and (in [`OLDEST_VERSION_HEADER`]) the oldest that is.
pub const VERSION_HEADER: &str = "bangban-protocol";
/// See [`VERSION_HEADER`].
pub const OLDEST_VERSION_HEADER: &str = "bangban-protocol-oldest";
/// Header that carries the version of the program, on requests and answers.
pub const PROGRAM_HEADER: &str = "bangban-program";

/// An error as every endpoint answers it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable code; the words belong to the reader.
    pub code: ProblemCode,
    /// What to quote when asking for help.
    pub trace_id: String,
    /// Field of the request at fault, e.g. `requester.name`, where one can be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong with that field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<FieldFault>,
    /// What is wrong with the courier bundle, with `bundle_refused`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bundle: Option<BundleFault>,
}

/// What is wrong with a field of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldFault {
    /// It is not there, or empty.
    Missing,
    /// There is no such field.
    NoSuchField,
    /// It is of another type or form.
    WrongForm,
    /// It is none of the words that are known.
    NotOneOf,
    /// It is longer than allowed.
    TooLong,
    /// It names something that does not exist.
    Unknown,
    /// It is not this caller's to say.
    NotYours,
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
    /// Too many failed attempts, or too many requests at once; see Retry-After.
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
    /// The piece does not begin where the platform's part of the file ends.
    OffsetMismatch,
    /// The content is not what its hash says; what was sent is dropped.
    WrongHash,
    /// The file is larger than is taken, or too many are under way.
    TooLarge,
    /// A ticket names the file, but nobody has sent it whole yet.
    FileToCome,
    /// The courier bundle is not taken; `bundle` says why. Nothing was changed.
    BundleRefused,
    /// Something failed on the platform.
    Internal,
}
