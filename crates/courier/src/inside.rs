//! What is inside a bundle once it is opened.

use bangban_protocol::{Command, FeedPage, Receipt, SnapshotManifest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// A station's outbox on its way to the platform.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Up {
    /// Whose store it is.
    pub person: Uuid,
    /// Version of the program, e.g. `0.1.0`.
    pub program: String,
    /// How far each feed was applied there.
    pub positions: Vec<Position>,
    /// Every action without an answer, in the order of `station_seq`.
    pub commands: Vec<Command>,
}

/// How far a feed was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Partition.
    pub partition: String,
    /// Epoch of the number.
    pub epoch: Uuid,
    /// Last change applied.
    pub feed_seq: u64,
}

/// The platform's answer to one bundle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Back {
    /// Lasting words on commands, also on those of earlier bundles that the station may not have.
    pub receipts: Vec<Receipt>,
    /// Commands that were not decided. They stay in the outbox.
    pub waiting: Vec<Waiting>,
    /// Epoch in which the receipts were given.
    pub epoch: Uuid,
    /// Platform time, UTC milliseconds.
    pub server_time: i64,
    /// What changed since the station's positions.
    pub news: Vec<News>,
    /// Partitions whose changes were too large to carry.
    pub left_out: Vec<String>,
}

/// A command that was not decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The command.
    pub id: Uuid,
    /// Why.
    pub why: WaitingWhy,
}

/// Why a command was not decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitingWhy {
    /// This platform cannot read it: it was written by a newer program.
    Unreadable,
    /// Its person never signed in at that station.
    NotTheirs,
    /// Deciding it failed on the platform.
    Failed,
    /// One before it on the same ticket waits.
    Behind,
}

/// What changed in one partition: a whole picture where the station cannot follow, then pages
/// without a gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct News {
    /// Partition.
    pub partition: String,
    /// The whole picture.
    pub snapshot: Option<Snapshot>,
    /// Pages that continue it, or the station's position.
    pub pages: Vec<FeedPage>,
}

/// A snapshot as the platform hands it out on the line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// What it is.
    pub manifest: SnapshotManifest,
    /// zstd over JSON lines of `Record`.
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    pub file: Vec<u8>,
}

fn to_base64<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&STANDARD.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(from)?;
    STANDARD.decode(text).map_err(|_| serde::de::Error::custom("not base64"))
}
