//! Commands to the platform. A row leaves the outbox only on a receipt that names its id.

use std::collections::BTreeSet;

use bangban_domain::intent::Intent;
use bangban_domain::knowledge::Step;
use bangban_domain::notice::NoticeKind;
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Command, CommandBatch, HeldWhy, ProblemCode, Receipt, Receipts, Verdict};
use bangban_store::table::outbox::{self, Entry, LONGEST_WAIT_MS, MOST_SKIPPED, Settlement, State};
use bangban_store::table::{meta, question, ticket};
use bangban_store::{Store, WriteTx, replay};
use uuid::Uuid;

use crate::apply::store_news;
use crate::engine::News;
use crate::platform::HttpPlatform;
use crate::{Result, SyncError, clock, skew};

const BATCH: u32 = 100;
/// Wait after the first time that an entry does not get through; doubles each time.
const FIRST_WAIT_MS: i64 = 5_000;

/// What a push did.
#[derive(Default)]
pub struct Pushed {
    /// Commands decided.
    pub decided: u64,
    /// Refusals a person should hear about.
    pub news: Vec<News>,
}

/// Offers every undecided command, in order. What does not get through though the line stands is
/// put off with what is behind it on its ticket; others overtake it.
pub async fn all(
    platform: &HttpPlatform,
    token: &str,
    store: &Store,
    rules: &Rules,
) -> Result<Pushed> {
    let mut pushed = Pushed::default();
    let mut size = BATCH;
    let mut blocked: Vec<Entry> = Vec::new();
    loop {
        let skip: Vec<TicketId> = blocked.iter().map(|entry| entry.ticket).collect();
        let entries = outbox::due(&mut *store.read().await?, clock::now(), &skip, size).await?;
        let Some(first) = entries.first() else { break };
        let batch = prepare(store, &entries).await?;
        if planted(Mutant::SettledOnSend) {
            settle(store, &made_up(&batch), rules, &mut pushed).await?;
        }
        match misread(platform.commands(token, &batch).await, &batch) {
            Ok(receipts) => settle(store, &receipts, rules, &mut pushed).await?,
            // Whatever it is that stands in the way, fewer at a time find it.
            Err(error) if is_in_the_way(&error) && entries.len() > 1 => {
                size = u32::try_from(entries.len() / 2).unwrap_or(1);
            }
            Err(error) if is_in_the_way(&error) && blocked.len() + 1 < MOST_SKIPPED => {
                blocked.push(first.clone());
            }
            // Nothing gets through: it is the line after all.
            Err(error) => return Err(error),
        }
    }
    if !blocked.is_empty() {
        let mut tx = store.write().await?;
        for entry in &blocked {
            put_off(&mut tx, entry, HeldWhy::Blocked).await?;
        }
        tx.commit().await?;
    }
    Ok(pushed)
}

/// Whether the answer is about what was sent rather than about the line or the session.
fn is_in_the_way(error: &SyncError) -> bool {
    match error {
        SyncError::Between { status } => {
            (400..500).contains(status) && !matches!(status, 401 | 407 | 408 | 425 | 429)
        }
        SyncError::Problem { code, .. } => {
            matches!(code, ProblemCode::Malformed | ProblemCode::TooLarge)
        }
        _ => false,
    }
}

/// The more often it was tried in vain, the later it is tried again.
async fn put_off(tx: &mut WriteTx, entry: &Entry, why: HeldWhy) -> Result<()> {
    let doubled = FIRST_WAIT_MS << entry.attempts.min(10);
    let until = clock::now().plus_ms(doubled.min(LONGEST_WAIT_MS));
    Ok(outbox::put_off(tx, entry.id, &word(why)?, until).await?)
}

fn word(why: HeldWhy) -> Result<String> {
    let value = serde_json::to_value(why).map_err(|_| SyncError::Malformed("held"))?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The platform's answer, as planted bugs understand it.
fn misread(answer: Result<Receipts>, batch: &CommandBatch) -> Result<Receipts> {
    match answer {
        Err(SyncError::Unreachable(why))
            if why.contains("not the platform's") && planted(Mutant::ReceiptFromBare200) =>
        {
            Ok(made_up(batch))
        }
        Ok(answer) if planted(Mutant::BatchByOneReceipt) => {
            Ok(Receipts { receipts: made_up(batch).receipts, ..answer })
        }
        other => other,
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
    let (epoch, server_time) = (Uuid::nil(), clock::now().0);
    Receipts { receipts: receipts.collect(), held: Vec::new(), epoch, server_time }
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

/// An entry as the platform reads it.
pub(crate) fn command(entry: &Entry, station: Uuid) -> Result<Command> {
    Ok(Command {
        id: entry.id,
        station,
        actor: entry.actor,
        station_seq: u64::try_from(entry.station_seq).unwrap_or_default(),
        device_time: entry.written_at.0,
        clock_offset: entry.clock_offset,
        kind: entry.action.kind().to_owned(),
        payload: serde_json::to_value(&entry.action).map_err(|_| SyncError::Malformed("action"))?,
        ticket: entry.ticket,
        base_version: entry.base.version,
        fence: entry.base.fence,
    })
}

/// Writes down what the platform said about the commands of a batch.
///
/// # Errors
/// It said nothing about any of them: nothing is known, and asking at once would not help.
pub(crate) async fn settle(
    store: &Store,
    answer: &Receipts,
    rules: &Rules,
    pushed: &mut Pushed,
) -> Result<()> {
    let mut tx = store.write().await?;
    let mut settled = record(&mut tx, &answer.receipts, answer.epoch, rules).await?;
    let decided = settled.entries.len() as u64;
    let mut answered = 0;
    for held in &answer.held {
        let entry = outbox::get(&mut tx, held.id).await?;
        if let Some(entry) = entry.filter(|entry| entry.state == State::Pending) {
            // What is behind another waits for that one; it is not put off itself.
            if held.why != HeldWhy::Behind {
                answered += 1;
                put_off(&mut tx, &entry, held.why).await?;
            }
        }
    }
    skew::note(&mut tx, answer.server_time).await?;
    tx.commit().await?;
    pushed.decided += decided;
    pushed.news.append(&mut settled.news);
    if decided + answered == 0 {
        return Err(SyncError::Unreachable("no receipt for what was sent".into()));
    }
    Ok(())
}

/// What receipts settled.
pub(crate) struct Settled {
    /// Entries that had no answer before, as they are now.
    pub(crate) entries: Vec<Entry>,
    /// Refusals a person should hear about.
    pub(crate) news: Vec<News>,
}

/// Writes receipts down, and makes the views they change anew.
pub(crate) async fn record(
    tx: &mut WriteTx,
    receipts: &[Receipt],
    epoch: Uuid,
    rules: &Rules,
) -> Result<Settled> {
    let mut touched: BTreeSet<TicketId> = BTreeSet::new();
    let mut settled = Settled { entries: Vec::new(), news: Vec::new() };
    for receipt in receipts {
        let settlement = settlement(receipt, epoch)?;
        if !outbox::settle(tx, &settlement).await? {
            continue;
        }
        if let Some(entry) = outbox::get(tx, receipt.id).await? {
            if !is_shown_already(tx, &entry).await? {
                touched.insert(entry.ticket);
            }
            settled.news.extend(refusal_news(tx, &entry).await?);
            settled.entries.push(entry);
        }
    }
    for ticket in touched {
        replay::refresh(tx, ticket, rules).await?;
    }
    Ok(settled)
}

/// Whether the view is the same with the verdict as without it: what was accepted stays in it until
/// the feed brings it. Making each view anew for each batch would cost the square of what waits.
async fn is_shown_already(tx: &mut WriteTx, entry: &Entry) -> Result<bool> {
    if entry.state != State::Accepted {
        return Ok(false);
    }
    let server = ticket::server_version(tx, entry.ticket).await?;
    Ok(server.is_some_and(|server| entry.version.is_some_and(|version| version > server)))
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

/// What it was about, in the words of the ticket or the question.
async fn subject(tx: &mut WriteTx, entry: &Entry) -> Result<String> {
    if let Intent::Knowledge(Step::Ask(new)) = &entry.action {
        return Ok(new.text.clone());
    }
    if let Some(ticket) = ticket::get(tx, entry.ticket).await? {
        return Ok(ticket.subject);
    }
    Ok(question::get(tx, entry.ticket).await?.map(|known| known.text).unwrap_or_default())
}

async fn refusal_news(tx: &mut WriteTx, entry: &Entry) -> Result<Option<News>> {
    if !matches!(entry.state, State::Refused | State::Parked) {
        return Ok(None);
    }
    let news = News {
        id: entry.id,
        kind: NoticeKind::VerdictWaiting,
        ticket: entry.ticket,
        subject: subject(tx, entry).await?,
        actor: None,
        at: entry.decided_at.unwrap_or(entry.written_at),
        clock: None,
    };
    Ok(store_news(tx, &news, None).await?.then_some(news))
}
