//! What is inside a bundle once it is opened.

use bangban_protocol::{Command, CourierKeys, FeedPage, Held, Reached, Receipt, SnapshotManifest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::volume::{Arrived, Named};

/// A station's outbox on its way to the platform.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Up {
    /// Whose store it is.
    pub person: Uuid,
    /// Version of the program, e.g. `0.1.0`.
    pub program: String,
    /// How far each feed was applied there.
    pub reached: Vec<Reached>,
    /// Every action without an answer, in the order of `station_seq`.
    pub commands: Vec<Command>,
    /// Files that travel in volumes beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Named>,
}

/// The platform's answer to one bundle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Back {
    /// Lasting words on commands, also on those of earlier bundles that the station may not have.
    pub receipts: Vec<Receipt>,
    /// Commands that were not decided. They stay in the outbox.
    pub held: Vec<Held>,
    /// Epoch in which the receipts were given.
    pub epoch: Uuid,
    /// Platform time, UTC milliseconds.
    pub server_time: i64,
    /// What changed since the station's positions.
    pub news: Vec<News>,
    /// Partitions whose changes were too large to carry.
    pub left_out: Vec<String>,
    /// Of each file of the trip: whether the platform has it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Arrived>,
    /// The platform's newest keys, where an older one signs this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<CourierKeys>,
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
