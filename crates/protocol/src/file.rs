//! Files, by the SHA-256 of their content, in pieces that can be resumed.

use serde::{Deserialize, Serialize};

/// Header that says at which byte a piece begins.
pub const OFFSET_HEADER: &str = "bangban-offset";
/// Header that says how large the whole is.
pub const BYTES_HEADER: &str = "bangban-bytes";
/// Largest file, bytes.
pub const MAX_FILE_BYTES: u64 = 200 * 1024 * 1024;

/// Largest small picture of a file, bytes.
pub const MAX_THUMBNAIL_BYTES: u64 = 64 * 1024;

/// `POST /v1/files/{sha256}`: a station has this file and offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileOffer {
    /// Size of the whole, bytes; 1 to 200 MiB.
    pub bytes: u64,
}

/// How much of a file the platform has from this county.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileState {
    /// Size of the whole, bytes.
    pub bytes: u64,
    /// Bytes the platform has for good: the next piece begins here.
    pub offset: u64,
    /// Whether it is all there and its SHA-256 is right.
    pub complete: bool,
}

/// Body of a `File` record in a region: the platform has this file whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileHere {
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Size, bytes.
    pub bytes: u64,
}

/// Body of a `Thumbnail` record in a region: the platform has a small picture of this file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThumbnailHere {
    /// SHA-256 of the file it is of, 64 lower-case hexadecimal digits.
    pub sha256: String,
}
