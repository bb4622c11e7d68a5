//! What stations send: each command is decided once, in one transaction with its receipt.

use bangban_domain::directory::Organisation;
use bangban_domain::ticket::{
    Action, Base, Context, Decided, Judgement, Mentions, Parties, Rule, TicketEvent, judge,
};
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Command, CommandBatch, ProblemCode, Receipt, Receipts, Verdict};

use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::store::tickets::{self, Kept};
use crate::store::{WriteTx, meta, organisations, receipts, rule_book, staff, stations};
use crate::{Platform, clock, scope};

/// Commands in one batch at most.
pub(crate) const BATCH: usize = 100;

/// Decides a batch in its order.
///
/// A batch in which a command cannot be read is refused as a whole, before anything is decided.
/// When the platform fails in the middle, what was decided before is answered: the station asks
/// again for the rest.
pub(crate) async fn decide_batch(
    platform: &Platform,
    who: &SignedIn,
    batch: CommandBatch,
) -> Answer<Receipts> {
    if batch.commands.len() > BATCH {
        return Err(ProblemCode::Malformed.into());
    }
    let commands: Vec<_> =
        batch.commands.into_iter().map(|command| read(who, command)).collect::<Answer<_>>()?;
    let mut receipts = Vec::with_capacity(commands.len());
    for (command, action) in &commands {
        match decide_once(platform, who, command, action).await {
            Ok(receipt) => receipts.push(receipt),
            Err(fault) if receipts.is_empty() => return Err(fault),
            Err(fault) => {
                tracing::error!(command = %command.id, cause = fault.cause, "a batch was cut short");
                break;
            }
        }
    }
    let epoch = meta::epoch(platform.db().read()).await?;
    Ok(Receipts { receipts, epoch, server_time: clock::now().0 })
}

/// A command whose envelope agrees with its content and with who sends it.
fn read(who: &SignedIn, command: Command) -> Answer<(Command, Action)> {
    let refuse = |code| Err(Fault::of_command(code, command.id));
    if command.actor != who.staff.id {
        return refuse(ProblemCode::Forbidden);
    }
    let Ok(action) = serde_json::from_value::<Action>(command.payload.clone()) else {
        return refuse(ProblemCode::Malformed);
    };
    let names_other_ticket =
        matches!(&action, Action::Register(new) if new.ticket != command.ticket);
    if action.kind().as_str() != command.kind || names_other_ticket {
        return refuse(ProblemCode::Malformed);
    }
    Ok((command, action))
}

async fn decide_once(
    platform: &Platform,
    who: &SignedIn,
    command: &Command,
    action: &Action,
) -> Answer<Receipt> {
    let mut tx = platform.db().write().await?;
    if let Some(given) = receipts::get(tx.conn(), command.id).await?
        && !planted(Mutant::DuplicateApplied)
    {
        return Ok(given);
    }
    let by_device = planted(Mutant::DeviceClockOrders);
    let now = if by_device { Timestamp(command.device_time) } else { clock::now() };
    if planted(Mutant::ReceiptBeforeEffect) {
        let verdict = Verdict::Accepted { version: command.base_version.unwrap_or(0) + 1 };
        let early = Receipt { id: command.id, decided_at: now.0, verdict };
        receipts::insert(&mut tx, &early).await?;
        tx.commit().await?;
        tx = platform.db().write().await?;
    }
    stations::heard_of(&mut tx, who.station, who.staff.id, now).await?;
    let verdict = verdict(&mut tx, who, command, action, now).await?;
    let receipt = Receipt { id: command.id, decided_at: now.0, verdict };
    receipts::insert(&mut tx, &receipt).await?;
    match tx.commit().await {
        Err(_) if planted(Mutant::AnsweredWithoutCommit) => {}
        committed => committed?,
    }
    Ok(receipt)
}

async fn verdict(
    tx: &mut WriteTx,
    who: &SignedIn,
    command: &Command,
    action: &Action,
    now: Timestamp,
) -> Answer<Verdict> {
    // Read again: the account may have been disabled since the request came in.
    let Some(actor) = staff::get(tx.conn(), who.staff.id).await? else {
        return Err(ProblemCode::Forbidden.into());
    };
    let kept = tickets::get(tx.conn(), command.ticket).await?;
    let kept = kept.filter(|kept| who.partitions.contains(&kept.partition));
    let unseen =
        tickets::events_after(tx.conn(), command.ticket, command.base_version.unwrap_or(0)).await?;
    let mut unseen = if kept.is_some() { unseen } else { Vec::new() };
    // What the person did themselves since then, they know.
    unseen.retain(|event| event.actor != actor.id);
    let ticket = kept.as_ref().map(|kept| &kept.ticket);
    let parties = parties(tx, who, &action.mentions(ticket)).await?;
    let rules = rule_book::rules(tx.conn()).await?;
    let context = Context {
        command: command.id,
        actor: &actor,
        now,
        device_at: Timestamp(command.device_time),
        parties: &parties,
        rules: &rules,
    };
    let fence = command.fence.filter(|_| !planted(Mutant::FenceIgnored));
    let base = Base { version: command.base_version, fence };
    match judge(ticket, action, base, !unseen.is_empty(), context) {
        Judgement::Accepted(decided) => {
            let kept = keep(tx, kept, &parties, *decided).await?;
            Ok(Verdict::Accepted { version: kept.ticket.version })
        }
        Judgement::Rebased(decided) => {
            let kept = keep(tx, kept, &parties, *decided).await?;
            let meanwhile = unseen.iter().map(|event| event.id).collect();
            Ok(Verdict::Rebased { version: kept.ticket.version, meanwhile })
        }
        Judgement::Refused(rule) => {
            Ok(Verdict::Refused { rule: word(rule)?, meanwhile: bodies(&unseen)? })
        }
        Judgement::Parked(rule) => {
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
    tickets::put(tx, &kept, &event).await?;
    Ok(kept)
}

fn word(rule: Rule) -> Answer<String> {
    let value = serde_json::to_value(rule).map_err(|error| Fault::internal(&error))?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

fn bodies(events: &[TicketEvent]) -> Answer<Vec<serde_json::Value>> {
    let values = events.iter().map(serde_json::to_value);
    values.collect::<Result<_, _>>().map_err(|error| Fault::internal(&error))
}
