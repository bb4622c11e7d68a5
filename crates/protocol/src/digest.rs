//! Comparing what two sides hold: a digest that each computes from its own rows.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::RecordKind;

/// Grows when the type of a record changes: digests of different forms are not compared, as the
/// older program cannot keep what the newer one says.
pub const FORM: u32 = 2;

/// The kinds of a partition, in the order in which they are digested.
pub const DIGESTED: [RecordKind; 10] = [
    RecordKind::Organisation,
    RecordKind::Staff,
    RecordKind::Matter,
    RecordKind::Knowledge,
    RecordKind::Question,
    RecordKind::RuleBook,
    RecordKind::Ticket,
    RecordKind::Event,
    RecordKind::File,
    RecordKind::Usage,
];

/// `GET /v1/partitions/{partition}/digest`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartitionDigest {
    /// Partition.
    pub partition: String,
    /// Epoch.
    pub epoch: Uuid,
    /// Last number of the feed that is in it.
    pub feed_seq: u64,
    /// Form of the records; see [`FORM`].
    pub form: u32,
    /// Records.
    pub records: u64,
    /// SHA-256 over all of them, hex.
    pub sha256: String,
}

/// Adds records up; in the order of [`DIGESTED`], and of their keys within a kind.
#[derive(Default)]
pub struct Adding {
    hash: Sha256,
    records: u64,
}

impl Adding {
    /// One record, its body as it is stored.
    ///
    /// # Errors
    /// The body is not a `T`.
    pub fn add<T: DeserializeOwned + Serialize>(
        &mut self,
        kind: RecordKind,
        key: &str,
        body: &str,
    ) -> serde_json::Result<()> {
        // Through the type: what an older program left out is the same as its default.
        let normal = serde_json::to_vec(&serde_json::from_str::<T>(body)?)?;
        let kind = DIGESTED.iter().position(|known| *known == kind).unwrap_or_default();
        for part in [&[u8::try_from(kind).unwrap_or_default()][..], key.as_bytes(), &normal] {
            self.hash.update((part.len() as u64).to_le_bytes());
            self.hash.update(part);
        }
        self.records += 1;
        Ok(())
    }

    /// Number of records and the digest.
    pub fn sum(self) -> (u64, String) {
        (self.records, hex::encode(self.hash.finalize()))
    }
}
