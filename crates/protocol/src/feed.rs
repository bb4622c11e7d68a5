//! The densely numbered feed, the snapshot it continues, and the hints that wake a station.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where a partition stands: `GET /v1/partitions/{partition}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Head {
    /// Partition.
    pub partition: String,
    /// Changes when the platform was restored from a backup.
    pub epoch: Uuid,
    /// Last number in the feed; 0 when it is empty.
    pub feed_seq: u64,
}

/// One committed change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// Number in the feed: 1, 2, 3, ... without a gap.
    pub seq: u64,
    /// The record.
    #[serde(flatten)]
    pub record: Record,
}

/// A record in its newest state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Its key.
    pub key: String,
    /// The domain type of that kind; `None`: gone from the partition.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Object>))]
    pub body: Option<serde_json::Value>,
}

/// Key of the one record of kind `RuleBook`.
pub const RULE_BOOK_KEY: &str = "current";
/// Key of the one record of kind `Usage`.
pub const USAGE_KEY: &str = "knowledge";

/// Kinds of records, with the domain type of their body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// `Organisation`, in `library`.
    Organisation,
    /// `Staff`, in `library`.
    Staff,
    /// `Matter`, in `library`.
    Matter,
    /// `KnowledgeEntry`, in `library`.
    Knowledge,
    /// `RuleBook`, one in `library`.
    RuleBook,
    /// `Question`, in `library`.
    Question,
    /// `Usage`, one in `library`, under [`USAGE_KEY`].
    Usage,
    /// `Ticket`, in a region.
    Ticket,
    /// `TicketEvent`, in a region.
    Event,
    /// [`FileHere`](crate::FileHere), in a region.
    File,
    /// [`ThumbnailHere`](crate::ThumbnailHere), in a region. A convenience: not part of a digest.
    Thumbnail,
    /// A kind that a newer program knows. It is left out, and fetched once this one is newer too.
    #[serde(other)]
    Unknown,
}

/// `GET /v1/partitions/{partition}/feed/{epoch}/{from}`: changes `from+1 ..= to`.
/// Immutable once full; carries a strong `ETag`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeedPage {
    /// Epoch of the page.
    pub epoch: Uuid,
    /// The number that was asked for.
    pub from: u64,
    /// Changes, contiguous from `from + 1`.
    pub changes: Vec<Change>,
    /// Last number in the feed when the page was made.
    pub head: u64,
    /// Platform time, UTC milliseconds.
    pub server_time: i64,
}

/// `GET /v1/partitions/{partition}/snapshot`: describes the file at `snapshot/{name}`,
/// which is zstd over JSON lines of `Record` and may be fetched in ranges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SnapshotManifest {
    /// Partition.
    pub partition: String,
    /// Epoch.
    pub epoch: Uuid,
    /// The feed continues after this number.
    pub feed_seq: u64,
    /// File name.
    pub name: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Size after decompression in bytes.
    pub raw_bytes: u64,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Number of records.
    pub records: u64,
}

/// Sent over `GET /v1/hints` (server-sent events): something new is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hint {
    /// Partition.
    pub partition: String,
    /// Its epoch.
    pub epoch: Uuid,
    /// Its newest number.
    pub head: u64,
}
