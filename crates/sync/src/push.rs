//! Commands to the platform. A row leaves the outbox only on a receipt that names its id.

use std::collections::BTreeSet;

use bangban_domain::notice::NoticeKind;
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Command, CommandBatch, Receipt, Receipts, Verdict};
use bangban_store::table::outbox::{self, Entry, Settlement, State};
use bangban_store::table::{meta, ticket};
use bangban_store::{Store, WriteTx, replay};
use uuid::Uuid;

use crate::apply::store_news;
use crate::engine::News;
use crate::platform::HttpPlatform;
use crate::{Result, SyncError, clock};

const BATCH: u32 = 100;

/// What a push did.
#[derive(Default)]
pub struct Pushed {
    /// Commands decided.
    pub decided: u64,
    /// Refusals a person should hear about.
    pub news: Vec<News>,
}

/// Offers every undecided command, in order.
pub async fn all(
    platform: &HttpPlatform,
    token: &str,
    store: &Store,
    rules: &Rules,
) -> Result<Pushed> {
    let mut pushed = Pushed::default();
    loop {
        let entries = outbox::pending(&mut *store.read().await?, BATCH).await?;
        if entries.is_empty() {
            return Ok(pushed);
        }
        let batch = prepare(store, &entries).await?;
        if planted(Mutant::SettledOnSend) {
            settle(store, &made_up(&batch), rules, &mut pushed).await?;
        }
        let receipts = match platform.commands(token, &batch).await {
            Err(SyncError::Unreachable(why))
                if why.contains("not the platform's") && planted(Mutant::ReceiptFromBare200) =>
            {
                made_up(&batch)
            }
            Ok(answer) if planted(Mutant::BatchByOneReceipt) => {
                Receipts { receipts: made_up(&batch).receipts, ..answer }
            }
            other => other?,
        };
        let decided = settle(store, &receipts, rules, &mut pushed).await?;
        if decided == 0 {
            // An answer without receipts means nothing is known; asking at once would not help.
            return Err(SyncError::Unreachable("no receipt for what was sent".into()));
        }
    }
}

/// What a planted bug takes for the platform's word.
fn made_up(batch: &CommandBatch) -> Receipts {
    let verdict =
        |command: &Command| Verdict::Accepted { version: command.base_version.unwrap_or(0) + 1 };
    let receipts = batch.commands.iter().map(|command| Receipt {
        id: command.id,
        decided_at: command.device_time,
        verdict: verdict(command),
    });
    Receipts { receipts: receipts.collect(), epoch: Uuid::nil(), server_time: clock::now().0 }
}

/// Counts the attempt before it is made, so that a crash in between is counted too.
async fn prepare(store: &Store, entries: &[Entry]) -> Result<CommandBatch> {
    let mut tx = store.write().await?;
    let ids: Vec<Uuid> = entries.iter().map(|entry| entry.id).collect();
    outbox::count_attempt(&mut tx, &ids, clock::now()).await?;
    let station = meta::get(&mut tx, meta::STATION).await?.unwrap_or_default();
    tx.commit().await?;
    let station = Uuid::parse_str(&station).map_err(|_| SyncError::Malformed("station"))?;
    let commands = entries.iter().map(|entry| command(entry, station)).collect::<Result<_>>()?;
    Ok(CommandBatch { commands })
}

fn command(entry: &Entry, station: Uuid) -> Result<Command> {
    Ok(Command {
        id: entry.id,
        station,
        actor: entry.actor,
        station_seq: u64::try_from(entry.station_seq).unwrap_or_default(),
        device_time: entry.written_at.0,
        clock_offset: entry.clock_offset,
        kind: entry.action.kind().as_str().to_owned(),
        payload: serde_json::to_value(&entry.action).map_err(|_| SyncError::Malformed("action"))?,
        ticket: entry.ticket,
        base_version: entry.base.version,
        fence: entry.base.fence,
    })
}

async fn settle(
    store: &Store,
    answer: &Receipts,
    rules: &Rules,
    pushed: &mut Pushed,
) -> Result<u64> {
    let mut tx = store.write().await?;
    let mut touched: BTreeSet<TicketId> = BTreeSet::new();
    let mut decided = 0;
    let mut news = Vec::new();
    for receipt in &answer.receipts {
        let settlement = settlement(receipt, answer.epoch)?;
        if !outbox::settle(&mut tx, &settlement).await? {
            continue;
        }
        decided += 1;
        if let Some(entry) = outbox::get(&mut tx, receipt.id).await? {
            touched.insert(entry.ticket);
            news.extend(refusal_news(&mut tx, &entry).await?);
        }
    }
    for ticket in touched {
        replay::refresh(&mut tx, ticket, rules).await?;
    }
    let offset = answer.server_time - clock::now().0;
    meta::set(&mut tx, meta::CLOCK_OFFSET, &offset.to_string()).await?;
    tx.commit().await?;
    pushed.decided += decided;
    pushed.news.append(&mut news);
    Ok(decided)
}

fn settlement(receipt: &Receipt, epoch: Uuid) -> Result<Settlement> {
    let (state, version) = match &receipt.verdict {
        Verdict::Accepted { version } | Verdict::Rebased { version, .. } => {
            (State::Accepted, Some(*version))
        }
        Verdict::Refused { .. } if planted(Mutant::RefusalNotShown) => (State::Accepted, None),
        Verdict::Refused { .. } => (State::Refused, None),
        Verdict::Parked { .. } => (State::Parked, None),
    };
    Ok(Settlement {
        id: receipt.id,
        state,
        version,
        receipt: serde_json::to_string(receipt).map_err(|_| SyncError::Malformed("receipt"))?,
        epoch,
        decided_at: Timestamp(receipt.decided_at),
    })
}

async fn refusal_news(tx: &mut WriteTx, entry: &Entry) -> Result<Option<News>> {
    if !matches!(entry.state, State::Refused | State::Parked) {
        return Ok(None);
    }
    let subject = ticket::get(tx, entry.ticket).await?.map(|t| t.subject).unwrap_or_default();
    let news = News {
        id: entry.id,
        kind: NoticeKind::VerdictWaiting,
        ticket: entry.ticket,
        subject,
        actor: None,
        at: entry.decided_at.unwrap_or(entry.written_at),
        clock: None,
    };
    Ok(store_news(tx, &news, None).await?.then_some(news))
}
