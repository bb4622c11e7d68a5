//! What the platform holds of a partition, added up from its own rows.

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::knowledge::{KnowledgeEntry, Question, Usage};
use bangban_domain::matter::Matter;
use bangban_domain::rulebook::RuleBook;
use bangban_domain::ticket::{Ticket, TicketEvent};
use bangban_protocol::{Adding, DIGESTED, FORM, FileHere, PartitionDigest, RecordKind};

use crate::Platform;
use crate::fault::Answer;
use crate::store::{Error, feed, meta};

/// The digest of one moment. The last one of each partition is kept as long as nothing changes.
pub(crate) async fn of(platform: &Platform, partition: &str) -> Answer<PartitionDigest> {
    let mut moment = platform.db().moment().await?;
    let epoch = meta::epoch(&mut *moment).await?;
    let feed_seq = feed::head(&mut *moment, partition).await?;
    let mut known = platform.digests().lock().await;
    if let Some(kept) = known.get(partition)
        && (kept.epoch, kept.feed_seq) == (epoch, feed_seq)
    {
        return Ok(kept.clone());
    }
    let mut sum = Adding::default();
    for kind in DIGESTED {
        feed::each(&mut moment, partition, kind, |key, body| {
            add(&mut sum, kind, key, body)
                .map_err(|error| Error::Body { what: "record", column: error.column() })
        })
        .await?;
    }
    let (records, sha256) = sum.sum();
    let partition = partition.to_owned();
    let digest = PartitionDigest { partition, epoch, feed_seq, form: FORM, records, sha256 };
    known.insert(digest.partition.clone(), digest.clone());
    Ok(digest)
}

fn add(sum: &mut Adding, kind: RecordKind, key: &str, body: &str) -> serde_json::Result<()> {
    match kind {
        RecordKind::Organisation => sum.add::<Organisation>(kind, key, body),
        RecordKind::Staff => sum.add::<Staff>(kind, key, body),
        RecordKind::Matter => sum.add::<Matter>(kind, key, body),
        RecordKind::Knowledge => sum.add::<KnowledgeEntry>(kind, key, body),
        RecordKind::Question => sum.add::<Question>(kind, key, body),
        RecordKind::RuleBook => sum.add::<RuleBook>(kind, key, body),
        RecordKind::Ticket => sum.add::<Ticket>(kind, key, body),
        RecordKind::Event => sum.add::<TicketEvent>(kind, key, body),
        RecordKind::File => sum.add::<FileHere>(kind, key, body),
        RecordKind::Usage => sum.add::<Usage>(kind, key, body),
        RecordKind::Thumbnail | RecordKind::Unknown => Ok(()),
    }
}
