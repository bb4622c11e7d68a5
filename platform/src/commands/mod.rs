//! What stations send: each command is decided once, in one transaction with its receipt.

mod grounds;
mod knowledge;

use std::collections::BTreeSet;

use bangban_domain::directory::Organisation;
use bangban_domain::intent::Intent;
use bangban_domain::ticket::{
    Action, Base, Context, Decided, Judgement, Mentions, Parties, TicketEvent, TicketId, judge,
};
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{
    Command, CommandBatch, Held, HeldWhy, ProblemCode, Receipt, Receipts, Verdict,
};
use serde::Serialize;
use uuid::Uuid;

use grounds::Grounds;

use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::store::tickets::{self, Kept};
use crate::store::{WriteTx, meta, organisations, receipts, staff};
use crate::{Platform, clock, scope};

/// Commands in one batch at most.
pub(crate) const BATCH: usize = 100;

/// Decides a batch in its order.
///
/// A command that cannot be decided, because it cannot be read or because deciding it fails, holds
/// back those behind it on the same ticket, and nothing else.
pub(crate) async fn decide_batch(
    platform: &Platform,
    who: &SignedIn,
    batch: CommandBatch,
) -> Answer<Receipts> {
    if batch.commands.len() > BATCH {
        return Err(ProblemCode::Malformed.into());
    }
    let decided = match decide_together(platform, who, &batch.commands).await {
        Ok(decided) => decided,
        Err(fault) => {
            tracing::warn!(cause = fault.cause, "a batch is decided one command at a time");
            decide_apart(platform, who, &batch.commands).await
        }
    };
    let Decisions { receipts, held, .. } = decided;
    let epoch = meta::epoch(platform.db().read()).await?;
    Ok(Receipts { receipts, held, epoch, server_time: clock::now().0 })
}

/// What became of the commands of a batch.
#[derive(Default)]
struct Decisions {
    receipts: Vec<Receipt>,
    held: Vec<Held>,
    waiting: BTreeSet<TicketId>,
}

impl Decisions {
    /// Whether a command waits for one before it on its ticket.
    fn waits(&mut self, command: &Command) -> bool {
        let waits = self.waiting.contains(&command.ticket);
        if waits {
            self.note(command, Err(HeldWhy::Behind));
        }
        waits
    }

    fn note(&mut self, command: &Command, decided: Result<Receipt, HeldWhy>) {
        match decided {
            Ok(receipt) => self.receipts.push(receipt),
            Err(why) => {
                self.waiting.insert(command.ticket);
                self.held.push(Held { id: command.id, why });
            }
        }
    }
}

/// In one transaction, which becomes durable once, before anything is answered. When one of them
/// cannot be decided by our own fault, none of them has been.
async fn decide_together(
    platform: &Platform,
    who: &SignedIn,
    commands: &[Command],
) -> Answer<Decisions> {
    let mut decided = Decisions::default();
    let mut tx = platform.db().write().await?;
    let mut grounds = Grounds::read(&mut tx, who, commands).await?;
    for command in commands {
        if decided.waits(command) {
            continue;
        }
        match read(who, command) {
            Ok(intent) => {
                let receipt;
                (tx, receipt) = decide_once(platform, tx, &mut grounds, command, &intent).await?;
                decided.note(command, Ok(receipt));
            }
            Err(why) => decided.note(command, Err(why)),
        }
    }
    grounds.keep(&mut tx).await?;
    commit(tx).await?;
    Ok(decided)
}

/// Each in a transaction of its own, so that one which fails is the only one.
async fn decide_apart(platform: &Platform, who: &SignedIn, commands: &[Command]) -> Decisions {
    let mut decided = Decisions::default();
    for command in commands {
        if !decided.waits(command) {
            decided.note(command, decide_or_hold(platform, who, command).await);
        }
    }
    decided
}

async fn commit(tx: WriteTx) -> Answer<()> {
    match tx.commit().await {
        Err(_) if planted(Mutant::AnsweredWithoutCommit) => Ok(()),
        committed => Ok(committed?),
    }
}

pub(crate) async fn decide_or_hold(
    platform: &Platform,
    who: &SignedIn,
    command: &Command,
) -> Result<Receipt, HeldWhy> {
    let intent = read(who, command)?;
    let decided = async {
        let mut tx = platform.db().write().await?;
        let mut grounds = Grounds::read(&mut tx, who, std::slice::from_ref(command)).await?;
        let (mut tx, receipt) = decide_once(platform, tx, &mut grounds, command, &intent).await?;
        grounds.keep(&mut tx).await?;
        commit(tx).await?;
        Ok(receipt)
    };
    decided.await.map_err(|fault: Fault| {
        tracing::error!(command = %command.id, cause = fault.cause, "a command was not decided");
        HeldWhy::Failed
    })
}

/// The action of a command whose envelope agrees with its content and with who sends it.
fn read(who: &SignedIn, command: &Command) -> Result<Intent, HeldWhy> {
    if command.actor != who.staff.id {
        return Err(HeldWhy::NotYours);
    }
    let intent = serde_json::from_value::<Intent>(command.payload.clone());
    let intent = intent.map_err(|_| HeldWhy::Unreadable)?;
    let names_other_ticket = matches!(
        intent.action(),
        Some(Action::Register(new)) if new.ticket != command.ticket
    );
    if intent.kind() != command.kind || names_other_ticket {
        return Err(HeldWhy::Unreadable);
    }
    Ok(intent)
}

/// Decides a command within a transaction, which is handed back to be committed.
async fn decide_once(
    platform: &Platform,
    mut tx: WriteTx,
    grounds: &mut Grounds<'_>,
    command: &Command,
    intent: &Intent,
) -> Answer<(WriteTx, Receipt)> {
    if let Some(given) = grounds.given(command.id) {
        return Ok((tx, given));
    }
    let by_device = planted(Mutant::DeviceClockOrders);
    let now = if by_device { Timestamp(command.device_time) } else { clock::now() };
    if planted(Mutant::ReceiptBeforeEffect) {
        let verdict = Verdict::Accepted { version: command.base_version.unwrap_or(0) + 1 };
        let early = Receipt { id: command.id, decided_at: now.0, verdict };
        receipts::insert(&mut tx, &[early]).await?;
        tx.commit().await?;
        tx = platform.db().write().await?;
    }
    let verdict = match intent {
        Intent::Ticket(action) => on_ticket(&mut tx, grounds, command, action, now).await?,
        Intent::Knowledge(step) => {
            knowledge::verdict(&mut tx, grounds.actor()?, command, step, now).await?
        }
    };
    let receipt = Receipt { id: command.id, decided_at: now.0, verdict };
    grounds.give(&receipt);
    Ok((tx, receipt))
}

async fn on_ticket(
    tx: &mut WriteTx,
    grounds: &Grounds<'_>,
    command: &Command,
    action: &Action,
    now: Timestamp,
) -> Answer<Verdict> {
    let (who, actor) = (grounds.who, grounds.actor()?);
    let kept = tickets::get(tx.conn(), command.ticket).await?;
    let kept = kept.filter(|kept| who.partitions.contains(&kept.partition));
    let base = command.base_version.unwrap_or(0);
    let unseen = match &kept {
        Some(kept) => {
            tickets::unseen(tx.conn(), kept.ticket.id, base, actor.id, command.station).await?
        }
        None => Vec::new(),
    };
    let ticket = kept.as_ref().map(|kept| &kept.ticket);
    let parties = parties(tx, who, &action.mentions(ticket)).await?;
    let context = Context {
        command: command.id,
        actor,
        now,
        device_at: Timestamp(command.device_time),
        parties: &parties,
        rules: &grounds.rules,
    };
    let fence = command.fence.filter(|_| !planted(Mutant::FenceIgnored));
    let base = Base { version: command.base_version, fence };
    let station = Some(command.station);
    match judge(ticket, action, base, &unseen, context) {
        Judgement::Accepted(decided) => {
            let kept = keep(tx, kept, &parties, *decided, station).await?;
            Ok(Verdict::Accepted { version: kept.ticket.version })
        }
        Judgement::Rebased(decided) => {
            let kept = keep(tx, kept, &parties, *decided, station).await?;
            let meanwhile = unseen.iter().map(|event| event.id).collect();
            Ok(Verdict::Rebased { version: kept.ticket.version, meanwhile })
        }
        Judgement::Refused(rule) => {
            Ok(Verdict::Refused { rule: word(rule)?, meanwhile: bodies(&unseen)? })
        }
        Judgement::Parked { rule, kept: proposed } => {
            keep(tx, kept, &parties, *proposed, station).await?;
            Ok(Verdict::Parked { rule: word(rule)?, meanwhile: bodies(&unseen)? })
        }
    }
}

/// Whom and what the action names, as far as they are within scope.
async fn parties(tx: &mut WriteTx, who: &SignedIn, mentions: &Mentions) -> Answer<Parties> {
    let mut parties = Parties::default();
    if let Some(id) = mentions.staff {
        parties.staff = staff::get(tx.conn(), id).await?;
    }
    parties.organisation = organisation(tx, who, mentions.organisation.as_deref()).await?;
    parties.home = organisation(tx, who, mentions.home.as_deref()).await?;
    if let Some(id) = mentions.ticket {
        let found = tickets::get(tx.conn(), id).await?;
        let found = found.filter(|kept| who.partitions.contains(&kept.partition));
        parties.ticket = found.map(|kept| Box::new(kept.ticket));
    }
    Ok(parties)
}

async fn organisation(
    tx: &mut WriteTx,
    who: &SignedIn,
    id: Option<&str>,
) -> Answer<Option<Organisation>> {
    let Some(id) = id else { return Ok(None) };
    let found = organisations::get(tx.conn(), id).await?;
    Ok(found.filter(|known| who.partitions.contains(&scope::region(&known.division))))
}

/// Keeps what was decided; a new ticket gets its official number and its partition.
pub(crate) async fn keep(
    tx: &mut WriteTx,
    before: Option<Kept>,
    parties: &Parties,
    decided: Decided,
    station: Option<Uuid>,
) -> Answer<Kept> {
    let Decided { mut ticket, event } = decided;
    let partition = match (before, &parties.organisation) {
        (Some(before), _) => before.partition,
        (None, Some(organisation)) => {
            let county = scope::county(&organisation.division);
            ticket.number = Some(tickets::next_number(tx, county, ticket.registered_at).await?);
            scope::region(&organisation.division)
        }
        // `decide` registers nothing for an organisation that does not exist.
        (None, None) => return Err(ProblemCode::Internal.into()),
    };
    let kept = Kept { ticket, partition };
    tickets::put(tx, &kept, &event, station).await?;
    Ok(kept)
}

fn word(rule: impl Serialize) -> Answer<String> {
    let value = serde_json::to_value(rule).map_err(|error| Fault::internal(&error))?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

fn bodies(events: &[TicketEvent]) -> Answer<Vec<serde_json::Value>> {
    let values = events.iter().map(serde_json::to_value);
    values.collect::<Result<_, _>>().map_err(|error| Fault::internal(&error))
}
